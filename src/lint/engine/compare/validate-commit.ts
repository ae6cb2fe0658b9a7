import picomatch from 'picomatch'
import type { Manifest } from '../../../../generated/manifest.js'
import { treeOf } from '../../../platform/git/objects.js'
import { factsOf } from '../../facts/facts.js'
import { checkDefinitions } from '../check.js'
import type { Finding, Kind } from '../finding.js'
import { detectedRelease } from '../openstack-release/choose.js'
import { requireKnownRules, ruleSettings } from '../rules.js'
import { chosenRelease } from '../start.js'
import { readTree } from './base.js'

/** Rules that find secrets in plain text. */
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

/** The kinds of the definitions of a commit, and their findings. */
export interface CommitFindings {
  kinds: Partial<Record<Kind, number>>
  openstackRelease: string
  findings: Finding[]
  /** The findings of {@link SECRET_RULES}. */
  secrets: Finding[]
}

/**
 * Check the definitions of a commit with the settings of its own changeover.yml. The result depends on the commit alone,
 * so the repository's own linters do not run.
 *
 * @throws UserError `unknown_rule`, `unknown_release`
 */
export async function validateCommit(what: {
  root: string
  /** The id of a commit or a tree. */
  tree: string
  settings: Manifest
  /** Whether to report findings in a file. The other files are read as context. */
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
