import type { SourceLines } from '../../lint/engine/files/source-lines.js'
import type { FailOn, Finding, Kind, ValidateResult } from '../../lint/engine/finding.js'
import { count } from '../figures.js'

/** The formats of a report about findings. */
export const FINDINGS_FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'] as const
export type FindingsFormat = (typeof FINDINGS_FORMATS)[number]

/** The result of `validate`, and what the reports need beside it. */
export interface FindingsView {
  result: ValidateResult
  failOn: FailOn
  /** The findings that are older than the change: the result does not have them. */
  known: readonly Finding[]
  /** The kind of every file that was checked. */
  checked: ReadonlyMap<string, Kind>
  lines: SourceLines
  /** The path from the top folder of the repository to the checked folder, with `/` at the end; empty at the top. */
  prefix: string
  /** The absolute path of the top folder of the repository. */
  top: string
  /** Version of Changeover. */
  version: string
}

/** The path of a file from the top folder of the repository. */
export function pathInRepository({ prefix }: Pick<FindingsView, 'prefix'>, file: string): string {
  return `${prefix}${file}`
}

/** Findings by file, in their order. */
export function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  return grouped(findings, ({ file }) => file)
}

export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The findings of one rule, counted. */
export interface RuleCount {
  rule: string
  severity: Finding['severity']
  count: number
  files: number
}

export function byRule(findings: readonly Finding[]): RuleCount[] {
  const order = ['error', 'warning', 'notice']
  return [...grouped(findings, ({ rule, severity }) => JSON.stringify([severity, rule])).values()]
    .flatMap((group) => {
      const [first] = group
      if (!first) return []
      const files = new Set(group.map(({ file }) => file)).size
      return [{ rule: first.rule, severity: first.severity, count: group.length, files }]
    })
    .sort(
      (a, b) =>
        order.indexOf(a.severity) - order.indexOf(b.severity) ||
        b.count - a.count ||
        (a.rule < b.rule ? -1 : 1),
    )
}

/** `2 errors, 1 warning`. */
export function countsOf(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'notice'] as const).map((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length
    return n === 0 ? '' : count(n, severity)
  })
  return counts.filter(Boolean).join(', ') || 'No findings'
}

/**
 * The OpenStack release that the definitions were checked against, and why, in one sentence; empty when it makes no
 * difference.
 *
 * @param code formats text from outside
 */
export function releaseText(
  { openstack_release: release, target_release: target, findings }: ValidateResult,
  code: (text: string) => string,
): string {
  if (findings.length === 0 && target === undefined && release.from === 'newest') return ''
  const { name, from, assumed, file, line } = release
  const why = {
    flag: 'requested',
    manifest: 'from changeover.yml',
    detected: assumed ? `assumed from ${code(`${file}:${line}`)}` : `from ${code(`${file}:${line}`)}`,
    newest: 'the newest known release; no file names one',
  }[from]
  const present = `OpenStack ${name} (${why})`
  return target === undefined
    ? `Checked against ${present}.`
    : `Upgrade from ${present} to ${target}: only what it breaks.`
}
