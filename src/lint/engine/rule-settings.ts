import type { LinterSettings } from '../../../generated/manifest.js'
import { LINTER_FAMILY, linterRule } from '../linters/linter-findings.js'
import type { Severity } from './finding.js'
import { requireKnownRules } from './rules.js'

type Settings = Record<string, Severity | 'off'>

/**
 * The severities that a manifest gives, apart for Changeover's own rules and for the repository's linters.
 *
 * @throws UserError `unknown_rule`
 */
export function ruleSettings(
  written: Readonly<Record<string, Severity | 'off' | false>>,
  linters: readonly Pick<LinterSettings, 'name'>[],
): { own: Settings; linters: Settings } {
  const settings: { own: Settings; linters: Settings } = { own: {}, linters: {} }
  for (const [rule, severity] of Object.entries(written)) {
    const target = rule.startsWith(`${LINTER_FAMILY}/`) ? settings.linters : settings.own
    target[rule] = severity === false ? 'off' : severity // YAML 1.1 reads a bare off as false
  }
  requireKnownRules(
    Object.keys(settings.linters),
    linters.map(({ name }) => linterRule(name)),
  )
  return settings
}
