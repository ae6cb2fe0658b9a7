import { ruleSets } from '../../../generated/rules.js'
import { fingerprinted } from './compare/fingerprint.js'
import type { Definition } from './definition.js'
import type { Finding, Severity } from './finding.js'
import type { Problem, RuleContext } from './rule.js'
import { type Suppressed, suppressions } from './suppress.js'

/** A finding without its fingerprint, which depends on the others. */
export type Found = Omit<Finding, 'fingerprint'>

export interface CheckSettings {
  /** A different severity for a rule, or `off`. */
  rules: Readonly<Record<string, Severity | 'off'>>
  /** Whether to report findings in a file. */
  isAsked(path: string): boolean
}

/** Run all rules that are on. The findings are sorted. */
export function checkDefinitions(
  definitions: readonly Definition[],
  settings: CheckSettings,
  context: RuleContext,
): { findings: Finding[]; silenced: number } {
  const comments = new Map<string, Suppressed>()
  for (const definition of definitions) {
    const suppressed = suppressions(definition)
    if (suppressed) comments.set(definition.path, suppressed)
  }
  const templates = new Set(definitions.filter(({ templated }) => templated).map(({ path }) => path))
  const isOn = (id: string) => settings.rules[id] !== 'off'
  const findings: Found[] = []
  let silenced = 0
  for (const set of ruleSets) {
    set.check(definitions, isOn, context, (rule, problem) => {
      if (!settings.isAsked(problem.file)) return
      if (comments.get(problem.file)?.(rule.id, problem.range.start.line)) silenced++
      else {
        const usual = problem.severity ?? rule.severity
        const severity = usual === 'error' && templates.has(problem.file) ? 'warning' : usual
        findings.push(found(rule.id, problem, severityOf(rule.id, severity, settings.rules)))
      }
    })
  }
  return { findings: sorted(findings), silenced }
}

/** The severity from the settings, otherwise `usual`. */
export function severityOf(rule: string, usual: Severity, settings: CheckSettings['rules']): Severity {
  const setting = Object.hasOwn(settings, rule) ? settings[rule] : undefined
  return setting && setting !== 'off' ? setting : usual
}

function found(rule: string, { message, help, file, range }: Problem, severity: Severity): Found {
  return {
    rule,
    severity,
    message,
    help,
    file,
    line: range.start.line,
    column: range.start.column,
    end_line: range.end.line,
    end_column: range.end.column,
  }
}

/** Sorted by place, with fingerprints. */
export function sorted(findings: Found[]): Finding[] {
  return fingerprinted(findings.sort(byPlace))
}

export function byPlace(a: Found, b: Found): number {
  return (
    byText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    byText(a.rule, b.rule) ||
    byText(a.message, b.message)
  )
}

/** By code units, so that the order is the same on every machine. */
function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
