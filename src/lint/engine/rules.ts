import { ruleSets } from '../../../generated/rules.js'
import { UserError } from '../../platform/errors.js'
import { nearest } from '../../platform/nearest.js'
import type { RulePage } from './rule.js'

/** The pages of all rules, in the order of their ids. */
export const rulePages: readonly RulePage[] = ruleSets
  .flatMap(({ pages }) => pages)
  .sort((a, b) => (a.id < b.id ? -1 : 1))

/**
 * @param others ids of rules that have no page here
 * @throws UserError `unknown_rule` with the id that was probably meant
 */
export function requireKnownRules(ids: readonly string[], others: readonly string[] = []): void {
  const known = new Set([...others, ...rulePages.map(({ id }) => id)])
  for (const id of ids) {
    if (known.has(id)) continue
    const near = nearest(id, known)
    throw new UserError('unknown_rule', `There is no rule "${id}".`, {
      remedy: near ? `Did you mean "${near}"?` : 'See `changeover rules` for all of them.',
    })
  }
}

/**
 * The pages of one kind's rules, or of all.
 *
 * @throws UserError `unknown_kind` with the kind that was probably meant
 */
export function pagesOfKind(kind: string | undefined): readonly RulePage[] {
  if (kind === undefined) return rulePages
  const kinds = ruleSets.filter(({ pages }) => pages.length > 0).map((set): string => set.kind)
  if (kinds.includes(kind)) return rulePages.filter(({ id }) => id.startsWith(`${kind}/`))
  const near = nearest(kind, kinds)
  throw new UserError('unknown_kind', `There are no rules for a kind "${kind}".`, {
    remedy: near ? `Did you mean "${near}"?` : `The kinds are: ${kinds.join(', ')}.`,
  })
}
