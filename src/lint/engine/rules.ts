import type { LinterSettings } from '../../../generated/manifest.js'
import { ruleSets } from '../../../generated/rules.js'
import { UserError } from '../../platform/errors.js'
import { LINTER_FAMILY, linterRule } from '../linters/linter-findings.js'
import type { Severity } from './finding.js'
import type { RulePage } from './rule.js'
import { didYouMean } from './speller.js'

/** The pages of all rules, sorted by id. */
export const rulePages: readonly RulePage[] = ruleSets
  .flatMap(({ pages }) => pages)
  .sort((a, b) => (a.id < b.id ? -1 : 1))

/**
 * @param others ids of rules without a page
 * @throws UserError `unknown_rule` with the nearest id
 */
export function requireKnownRules(ids: readonly string[], others: readonly string[] = []): void {
  const known = new Set([...others, ...rulePages.map(({ id }) => id)])
  for (const id of ids) {
    if (known.has(id)) continue
    throw new UserError('unknown_rule', `Unknown rule "${id}".`, {
      remedy: didYouMean(id, known, 'Run `changeover rules` to list all rules.'),
    })
  }
}

/**
 * The pages of the rules of one kind, or of all kinds.
 *
 * @throws UserError `unknown_kind` with the nearest kind
 */
export function pagesOfKind(kind: string | undefined): readonly RulePage[] {
  if (kind === undefined) return rulePages
  const kinds = ruleSets.filter(({ pages }) => pages.length > 0).map((set): string => set.kind)
  if (kinds.includes(kind)) return rulePages.filter(({ id }) => id.startsWith(`${kind}/`))
  throw new UserError('unknown_kind', `Unknown kind "${kind}".`, {
    remedy: didYouMean(kind, kinds, `The kinds are: ${kinds.join(', ')}.`),
  })
}

type Settings = Record<string, Severity | 'off'>

/**
 * The severities in a manifest: those of Changeover's own rules, and those of the repository's linters.
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
    target[rule] = severity === false ? 'off' : severity // YAML 1.1 reads an unquoted off as false
  }
  requireKnownRules(
    Object.keys(settings.linters),
    linters.map(({ name }) => linterRule(name)),
  )
  return settings
}
