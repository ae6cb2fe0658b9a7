import picomatch from 'picomatch'
import type { Manifest } from '../../../../generated/manifest.js'
import { treeOf } from '../../../platform/git/objects.js'
import { factsOf } from '../../facts/facts.js'
import { checkDefinitions } from '../check.js'
import type { Finding, Kind } from '../finding.js'
import { detectedRelease } from '../openstack-release/choose.js'
import { ruleSettings } from '../rule-settings.js'
import { requireKnownRules } from '../rules.js'
import { chosenRelease } from '../start.js'
import { readTree } from './base.js'

/** Rules that find a secret which whoever has the file can read. */
export const SECRET_RULES: ReadonlySet<string> = new Set([
  'ansible/plaintext-password',
  'clouds/password-in-clouds',
  'heat/secret-in-default',
  'kolla_ansible/plaintext-password',
  'openstack_ansible/plaintext-secret',
  'oslo_config/plaintext-secret',
  'repository/leaked-key',
  'repository/plaintext-secret',
])

/** What the definitions of a commit are, and what is wrong with them. */
export interface CommitFindings {
  kinds: Partial<Record<Kind, number>>
  openstackRelease: string
  findings: Finding[]
  /** Those of the findings that are of {@link SECRET_RULES}. */
  secrets: Finding[]
}

/**
 * Check the definitions of a commit as its own changeover.yml wants it. The work tree and the machine do not matter:
 * the same commit has the same findings everywhere, so the repository's own linters are left out.
 *
 * @throws UserError `unknown_rule`, `unknown_release`
 */
export async function validateCommit(what: {
  root: string
  /** A commit or a tree in Git's store. */
  tree: string
  settings: Manifest
  /** Whether findings in a file are asked for; the others are read all the same, as the context of these. */
  isReleased(path: string): boolean
}): Promise<CommitFindings> {
  const { root, tree, settings, isReleased } = what
  const { ignore = [], linters = [], rules: written = {} } = settings.validate ?? {}
  const rules = ruleSettings(written, linters).own
  requireKnownRules(Object.keys(rules))
  const entries = await treeOf(root, tree)
  const definitions = await readTree(root, entries, picomatch([...ignore], { dot: true }))
  const release = chosenRelease(undefined, settings) ?? detectedRelease(definitions)
  const { findings } = checkDefinitions(
    definitions,
    { rules, isAsked: isReleased },
    { facts: factsOf(release.name, release.assumed), files: new Set(entries.map(({ path }) => path)) },
  )
  const kinds: CommitFindings['kinds'] = {}
  for (const { kind, path } of definitions) if (isReleased(path)) kinds[kind] = (kinds[kind] ?? 0) + 1
  return {
    kinds,
    openstackRelease: release.name,
    findings,
    secrets: findings.filter(({ rule }) => SECRET_RULES.has(rule)),
  }
}
