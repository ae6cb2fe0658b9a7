import { realpath } from 'node:fs/promises'
import picomatch from 'picomatch'
import { type Log, silentLog } from '../platform/log.js'
import type { RuleContext } from './context.js'
import type { Definition } from './definition.js'
import { type Facts, shippedFacts } from './facts.js'
import type { Finding, Kind, Severity, ValidateResult } from './finding.js'
import { fingerprinted } from './fingerprint.js'
import { listFiles, namedFiles, readablePath } from './list.js'
import { readDefinition } from './read.js'
import { isDefinitionName } from './recognize.js'
import { requireKnownRules, ruleSets } from './rules.js'
import { suppressions } from './suppress.js'

export interface ValidateOptions {
  /** The folder to check. */
  root: string
  /** Report on these files only; the others are still read, since one file's truth may stand in another. */
  files?: readonly string[]
  /** Globs of files to leave out. */
  ignore: readonly string[]
  /** Another severity for a rule, or `off`. */
  rules: Readonly<Record<string, Severity | 'off'>>
  /** What is known of the OpenStack release. Default: what Changeover comes with, for the newest release. */
  facts?: Facts
  log?: Log
}

/** How many files are read at once. */
const CONCURRENCY = 8

/**
 * Check the definitions in a folder, offline.
 *
 * @throws UserError `unknown_rule`, `folder_missing`, `folder_unreadable`, `file_outside`, `file_missing`
 * @throws Error when a file cannot be read or a rule is broken: never a pass
 */
export async function validateFolder(options: ValidateOptions): Promise<ValidateResult> {
  requireKnownRules(Object.keys(options.rules))
  const listed = await listFiles(options.root)
  const root = await realpath(options.root)
  const named = options.files && new Set(await namedFiles(options.root, options.files))
  const isIgnored = picomatch([...options.ignore], { dot: true })

  const all = [...new Set([...listed, ...(named ?? [])])].sort()
  const candidates = all.filter((path) => isDefinitionName(path) && !isIgnored(path))
  const read = await inParallel(candidates, CONCURRENCY, async (path) => {
    const real = await readablePath(root, path)
    return real === undefined ? undefined : readDefinition(real, path)
  })
  const definitions = read.filter((definition) => definition !== undefined)
  const isAsked = (path: string) => named?.has(path) ?? true
  const checked = definitions.filter(({ path }) => isAsked(path))

  const { findings, silenced } = checkDefinitions(definitions, options.rules, isAsked, {
    facts: options.facts ?? shippedFacts(),
    files: new Set(all),
  })
  const log = options.log ?? silentLog
  if (silenced > 0) log.info(`${silenced} findings are silenced by comments`)
  return {
    schema: 'changeover/validate/v1',
    ...verdict(findings, checked.length),
    files: { checked: checked.length, skipped: (named?.size ?? all.length) - checked.length },
    kinds: countKinds(checked),
    findings,
  }
}

function checkDefinitions(
  definitions: readonly Definition[],
  settings: ValidateOptions['rules'],
  isAsked: (path: string) => boolean,
  context: RuleContext,
): { findings: Finding[]; silenced: number } {
  const comments = new Map(definitions.map((definition) => [definition.path, suppressions(definition)]))
  const templates = new Set(definitions.filter(({ templated }) => templated).map(({ path }) => path))
  const findings: Omit<Finding, 'fingerprint'>[] = []
  let silenced = 0
  for (const set of ruleSets) {
    for (const [rule, problem] of set.check(definitions, (id) => settings[id] !== 'off', context)) {
      if (!isAsked(problem.file)) continue
      const { start, end } = problem.range
      if (comments.get(problem.file)?.(rule.id, start.line)) {
        silenced++
        continue
      }
      const setting = settings[rule.id]
      const usual = problem.severity ?? rule.severity
      const severity = usual === 'error' && templates.has(problem.file) ? 'warning' : usual
      findings.push({
        rule: rule.id,
        severity: setting && setting !== 'off' ? setting : severity,
        message: problem.message,
        help: problem.help,
        file: problem.file,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
      })
    }
  }
  return { findings: fingerprinted(findings.sort(byPlace)), silenced }
}

function byPlace(a: Omit<Finding, 'fingerprint'>, b: Omit<Finding, 'fingerprint'>): number {
  return (
    byText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    byText(a.rule, b.rule) ||
    byText(a.message, b.message)
  )
}

/** By code units: the same order on every machine. */
function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function verdict(findings: readonly Finding[], checked: number): Pick<ValidateResult, 'outcome' | 'reason'> {
  if (findings.some(({ severity }) => severity === 'error'))
    return { outcome: 'failed', reason: 'errors_found' }
  if (findings.length > 0) return { outcome: 'passed', reason: 'warnings_only' }
  return { outcome: 'passed', reason: checked === 0 ? 'nothing_to_check' : 'clean' }
}

function countKinds(definitions: readonly Definition[]): Partial<Record<Kind, number>> {
  const kinds: Partial<Record<Kind, number>> = {}
  for (const { kind } of definitions) kinds[kind] = (kinds[kind] ?? 0) + 1
  return kinds
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}
