import type { Severity } from './finding.js'
import { defineRule, type Place, type Rule, type RulePage } from './rule.js'

/**
 * One use of a name or a value in a definition, with the verdict that the facts give it: `unknown`, `missing`,
 * `removed`, `deprecated`, `wrong_type`… Readers find the uses, and rules describe what a verdict means.
 */
export interface Use extends Place {
  readonly verdict: string
}

/** The finding about one use. */
export interface Words {
  /** What is wrong, in one sentence. */
  message: string
  /** What to do about it, in one sentence. */
  help: string
  /** The severity when it differs from the rule's. */
  severity?: Severity | undefined
}

/** The uses with one of these verdicts. Unlike `Extract`, it also finds a use whose type lists several verdicts. */
export type WithVerdict<U extends Use, V extends string> = U extends Use
  ? [U['verdict'] & V] extends [never]
    ? never
    : U & { verdict: V }
  : never

/** A rule that is only a table over the facts: a page, the verdict that it reports, and the words for it. */
export interface DeclaredRule<Subject, U extends Use, V extends U['verdict']> extends RulePage {
  /** Finds all uses in a subject. Wrap it in {@link oncePer}, so that all rules over them share the work. */
  uses: (subject: Subject) => Iterable<U>
  /** The verdict, or the verdicts, that this rule reports. */
  reports: V | readonly V[]
  /** Describes one use; `undefined` to report nothing. */
  describe: (use: WithVerdict<U, V>, subject: Subject) => Words | undefined
}

/** Turns a declaration into a rule. */
export function declaredRule<Subject, U extends Use, const V extends U['verdict']>({
  uses,
  reports,
  describe,
  ...page
}: DeclaredRule<Subject, U, V>): Rule<Subject> {
  const verdicts: ReadonlySet<string> = new Set([reports].flat())
  const isReported = (use: U): use is WithVerdict<U, V> => verdicts.has(use.verdict)
  return defineRule<Subject>({
    ...page,
    check(subject, report) {
      for (const use of uses(subject)) {
        const words = isReported(use) ? describe(use, subject) : undefined
        if (words) report(use, words.message, words.help, words.severity)
      }
    },
  })
}

/** Computes something once per subject, however many rules ask for it. */
export function oncePer<Subject extends object, Item>(
  find: (subject: Subject) => Iterable<Item>,
): (subject: Subject) => readonly Item[] {
  const found = new WeakMap<Subject, readonly Item[]>()
  return (subject) => {
    const known = found.get(subject)
    if (known) return known
    const items = [...find(subject)]
    found.set(subject, items)
    return items
  }
}
