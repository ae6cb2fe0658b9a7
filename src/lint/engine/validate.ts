import type { OpenStackRelease } from '../../openstack/releases.js'
import { type Log, silentLog } from '../../platform/log.js'
import { type Facts, factsOf } from '../facts/facts.js'
import { checkDefinitions } from './check.js'
import { readBase } from './compare/base.js'
import { newFindings } from './compare/new-findings.js'
import { brokenByUpgrade } from './compare/upgrade.js'
import { type Gathered, gather } from './files/gather.js'
import type {
  ComparedBase,
  Finding,
  Kind,
  OpenStackReleaseChoice,
  Severity,
  SkipReason,
  ValidateResult,
} from './finding.js'
import { detectedRelease } from './openstack-release/choose.js'
import { requireKnownRules } from './rules.js'

export interface ValidateOptions {
  /** The folder to check. */
  root: string
  /** Lists the files of the folder. Default: as Git does. */
  list?: (root: string) => Promise<string[]>
  /** Report only on these files. The others are read as context. */
  files?: readonly string[]
  /** Globs of files to ignore. */
  ignore: readonly string[]
  /** A different severity for a rule, or `off`. */
  rules: Readonly<Record<string, Severity | 'off'>>
  /** The OpenStack release to check against. Default: detected from the definitions, otherwise the newest. */
  release?: OpenStackReleaseChoice
  /** Report only problems in this release that do not exist in the present one. */
  target?: OpenStackRelease
  /** Facts about the release, in place of those that Changeover ships. */
  facts?: Facts
  /** Report only problems that were introduced since the merge base with this branch, tag or commit. */
  base?: string | undefined
  /** Called for each file with its kind, or with the reason why it is skipped. */
  onFile?: (path: string, what: { kind: Kind } | { skipped: SkipReason }) => void
  /** Called with the findings that exist in the base as well. */
  onKnown?: (findings: readonly Finding[]) => void
  log?: Log
}

/**
 * Check the definitions in a folder, offline.
 *
 * @throws UserError `unknown_rule`, as {@link gather}, and with a `base` as {@link readBase}
 * @throws Error when a file cannot be read or a rule fails: never a pass
 */
export async function validateFolder(options: ValidateOptions): Promise<ValidateResult> {
  requireKnownRules(Object.keys(options.rules))
  const log = options.log ?? silentLog
  const gathered = await gather(options)
  const { definitions, skipped, isAsked } = gathered
  const checked = definitions.filter(({ path }) => isAsked(path))
  if (options.onFile) tellFiles(gathered, options.onFile)

  const release = options.release ?? releaseOf(options.facts) ?? detectedRelease(definitions)
  if (release.note) log.warn(release.note)
  const all = check(gathered, release, options)
  if (all.silenced > 0)
    log.info(
      all.silenced === 1
        ? '1 finding is suppressed by comments'
        : `${all.silenced} findings are suppressed by comments`,
    )
  const { findings, base } = await sinceBase(all.findings, gathered, release, options)
  return {
    schema: 'changeover/validate/v1',
    ...verdict(findings, checked.length, base),
    openstack_release: release,
    ...(options.target ? { target_release: options.target } : {}),
    files: { checked: checked.length, skipped: [...skipped.keys()].filter(isAsked).length },
    skipped: countSkipped(gathered),
    kinds: countKinds(checked.map(({ kind }) => kind)),
    findings,
    base,
  }
}

function releaseOf(facts: Facts | undefined): OpenStackReleaseChoice | undefined {
  if (!facts) return undefined
  return { name: facts.release, from: facts.isAssumed ? 'newest' : 'flag', assumed: facts.isAssumed }
}

function check(
  { definitions, files, isAsked }: Pick<Gathered, 'definitions' | 'files' | 'isAsked'>,
  release: OpenStackReleaseChoice,
  { rules, facts, target }: ValidateOptions,
): { findings: Finding[]; silenced: number } {
  const checkFor = (known: Facts) =>
    checkDefinitions(definitions, { rules, isAsked }, { facts: known, files })
  if (target === undefined) return checkFor(facts ?? factsOf(release.name, release.assumed))
  // both as configured releases, so that a finding does not count only because it became more severe
  const present = checkFor(factsOf(release.name, false))
  const later = checkFor(factsOf(target, false))
  return { findings: brokenByUpgrade(present.findings, later.findings), silenced: later.silenced }
}

/** With a base, only the findings that the change introduced. */
async function sinceBase(
  findings: readonly Finding[],
  { definitions }: Gathered,
  release: OpenStackReleaseChoice,
  options: ValidateOptions,
): Promise<{ findings: Finding[]; base: ComparedBase | null }> {
  const { base: ref, root, ignore } = options
  if (ref === undefined) return { findings: [...findings], base: null }
  const base = await readBase(root, ref, definitions, ignore)
  const before = check({ ...base, isAsked: () => true }, release, options)
  const brought = newFindings(
    { findings, definitions },
    { findings: before.findings, definitions: base.definitions },
    base.renamed,
  )
  const isNew = new Set(brought)
  options.onKnown?.(findings.filter((finding) => !isNew.has(finding)))
  return {
    findings: brought,
    base: { ref, commit: base.commit, known: findings.length - brought.length },
  }
}

/** The outcome that follows from the findings. */
export function verdict(
  findings: readonly Finding[],
  checked: number,
  base: ComparedBase | null = null,
): Pick<ValidateResult, 'outcome' | 'reason'> {
  if (findings.some(({ severity }) => severity === 'error'))
    return { outcome: 'failed', reason: 'errors_found' }
  if (findings.length > 0) return { outcome: 'passed', reason: 'warnings_only' }
  if (base !== null && base.known > 0) return { outcome: 'passed', reason: 'nothing_new' }
  return { outcome: 'passed', reason: checked === 0 ? 'nothing_to_check' : 'clean' }
}

function tellFiles(
  { definitions, skipped, isAsked }: Gathered,
  tell: Required<ValidateOptions>['onFile'],
): void {
  for (const { path, kind } of definitions) if (isAsked(path)) tell(path, { kind })
  for (const [path, reason] of skipped) if (isAsked(path)) tell(path, { skipped: reason })
}

function countSkipped({ skipped, isAsked }: Gathered): ValidateResult['skipped'] {
  const counts: ValidateResult['skipped'] = {}
  for (const [path, reason] of skipped) if (isAsked(path)) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

function countKinds(kinds: readonly Kind[]): ValidateResult['kinds'] {
  const counts: ValidateResult['kinds'] = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
