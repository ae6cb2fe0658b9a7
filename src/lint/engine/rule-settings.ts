import type { CheckSettings } from '../../../generated/manifest.js'
import { CHECK_FAMILY, checkRule } from '../linters/check-findings.js'
import type { Severity } from './finding.js'
import { requireKnownRules } from './rules.js'

type Settings = Record<string, Severity | 'off'>

/**
 * The severities that a manifest gives, apart for Changeover's own rules and for the repository's checks.
 *
 * @throws UserError `unknown_rule`
 */
export function ruleSettings(
  written: Readonly<Record<string, Severity | 'off' | false>>,
  checks: readonly Pick<CheckSettings, 'name'>[],
): { own: Settings; checks: Settings } {
  const settings: { own: Settings; checks: Settings } = { own: {}, checks: {} }
  for (const [rule, severity] of Object.entries(written)) {
    const target = rule.startsWith(`${CHECK_FAMILY}/`) ? settings.checks : settings.own
    target[rule] = severity === false ? 'off' : severity // YAML 1.1 reads a bare off as false
  }
  requireKnownRules(
    Object.keys(settings.checks),
    checks.map(({ name }) => checkRule(name)),
  )
  return settings
}
