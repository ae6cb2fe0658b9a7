import type { SourceLines } from '../lint/engine/files/source-lines.js'
import type { FailOn, Finding, Kind, ValidateResult } from '../lint/engine/finding.js'

/** The formats of a report about findings. */
export const FINDINGS_FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'] as const
export type FindingsFormat = (typeof FINDINGS_FORMATS)[number]

/** The result of `validate`, and what the reports about it need beside. */
export interface FindingsView {
  result: ValidateResult
  failOn: FailOn
  /** The findings from before the change, which the result leaves out. */
  known: readonly Finding[]
  /** Every file that was checked, and what it is. */
  checked: ReadonlyMap<string, Kind>
  lines: SourceLines
  /** From the repository's top folder to the one that was checked, with `/` at the end; empty at the top. */
  prefix: string
  /** Absolute path of the repository's top folder. */
  top: string
  /** Version of Changeover. */
  version: string
}

/** A file as the whole repository knows it. */
export function pathInRepository({ prefix }: Pick<FindingsView, 'prefix'>, file: string): string {
  return `${prefix}${file}`
}

/** Findings by their file, in their order. */
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

/** How often each rule was found, the most severe and most frequent first. */
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
