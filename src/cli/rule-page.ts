import type { RulePage } from '../lint/engine/rule.js'
import { textOptions } from './colors.js'

/**
 * Print what a rule is about.
 *
 * @throws UserError `unknown_rule`
 */
export async function printRule(id: string, format: 'text' | 'json'): Promise<void> {
  const { requireKnownRules, rulePages } = await import('../lint/engine/rules.js')
  requireKnownRules([id])
  const pages = rulePages.filter((page) => page.id === id)
  if (format === 'json') return printRules(pages)
  const { findingsInExample } = await import('../lint/engine/example-findings.js')
  const { ruleText } = await import('../report/rules-text.js')
  const options = { ...textOptions(), width: process.stdout.columns }
  for (const page of pages) process.stdout.write(ruleText(page, findingsInExample(page), options))
}

/** The document about rules. */
export function printRules(pages: readonly RulePage[]): void {
  const rules = pages.map(({ id, severity, summary, help, example }) => ({
    id,
    family: id.split('/')[0],
    severity,
    summary,
    help,
    example: { bad: example.bad, good: example.good },
  }))
  process.stdout.write(`${JSON.stringify({ schema: 'changeover/rules/v1', rules }, null, 2)}\n`)
}
