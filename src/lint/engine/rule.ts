import { messageOf } from '../../platform/errors.js'
import type { Range } from '../../yaml/source.js'
import type { Facts } from '../facts/facts.js'
import type { Definition } from './definition.js'
import type { Kind, Severity } from './finding.js'

/** What a rule found at one place. */
export interface Problem {
  /** The file, as in the definition's `path`. */
  file: string
  range: Range
  /** What is wrong here, in one sentence that holds no line numbers unless as `line N`. */
  message: string
  /** What to do about it, in one sentence. */
  help: string
  /** When this one is less (or more) certain than the rule in general. */
  severity?: Severity
}

/** What people read about a rule. */
export interface RulePage {
  /** `<kind>/<rule>`; stable, people write it in their manifests. */
  id: string
  severity: Severity
  /** What the rule forbids, in a few words. */
  summary: string
  /** Why, and how to mend it, in one paragraph. */
  help: string
  example: Example
}

/** The content of a file that has the problem (and no other), and of one that has none. */
export interface Example {
  /** One file's content, or several files by their paths. */
  bad: string | Readonly<Record<string, string>>
  good: string | Readonly<Record<string, string>>
  /** The name of the single file, when the rule set's `exampleFile` does not fit. */
  file?: string
  /** How `bad` becomes bytes, when that is not simply UTF-8. */
  encode?: (bad: string) => Uint8Array
}

/**
 * Reports a problem. A YAML node, an entry, or anything else with a `range` says where; without a `file` of its own the
 * place is in the file of the subject that the rule looks at.
 *
 * @param message what is wrong here, in one sentence that holds no line numbers unless as `line N`
 * @param help what to do about it, in one sentence
 * @param severity when this one is less (or more) certain than the rule in general
 */
export type Report = (place: Place, message: string, help: string, severity?: Severity) => void

/** Where a problem is. */
export interface Place {
  range: Range
  file?: string
}

/** A check of one subject: whatever its kind looks at as a whole, for instance one Heat template. */
export interface Rule<Subject> extends RulePage {
  check(subject: Subject, report: Report): Iterable<Problem> | undefined
}

/** Gives a rule its types; each file in `rules/<kind>/` exports one of them as its default. */
export function defineRule<Subject>(rule: Rule<Subject>): Rule<Subject> {
  return rule
}

/** What rules may know apart from the definitions. */
export interface RuleContext {
  facts: Facts
  /** All files of the folder, relative to it and with `/`, including those that are not definitions. */
  files: ReadonlySet<string>
}

/** Whose rules they are: those of one kind, or those that look across files of any kind. */
export type RuleFamily = Kind | 'repository'

/** The way from files to what the rules of one kind look at. */
export interface RuleSubjects<Subject> {
  kind: RuleFamily
  /** The name under which a rule's example is checked. */
  exampleFile: string
  subjects(definitions: readonly Definition[], context: RuleContext): Iterable<Subject>
}

/** All rules of one kind, with the way from files to the subjects that they look at. */
export interface RuleSet {
  kind: RuleFamily
  /** The name under which a rule's example is checked. */
  exampleFile: string
  pages: readonly RulePage[]
  /**
   * Run the rules that are on.
   *
   * @throws Error that names rule and file when a rule itself is broken
   */
  check(
    definitions: readonly Definition[],
    isOn: (id: string) => boolean,
    context: RuleContext,
  ): Iterable<[RulePage, Problem]>
}

export function ruleSet<Subject extends { path: string }>(
  { kind, exampleFile, subjects }: RuleSubjects<Subject>,
  all: readonly Rule<Subject>[],
): RuleSet {
  return {
    kind,
    exampleFile,
    pages: all,
    *check(definitions, isOn, context) {
      const rules = all.filter((rule) => isOn(rule.id))
      for (const subject of subjects(definitions, context)) {
        for (const rule of rules) for (const problem of problemsOf(rule, subject)) yield [rule, problem]
      }
    },
  }
}

function problemsOf<Subject extends { path: string }>(rule: Rule<Subject>, subject: Subject): Problem[] {
  const problems: Problem[] = []
  const report: Report = ({ file = subject.path, range }, message, help, severity) => {
    problems.push({ file, range, message, help, ...(severity && { severity }) })
  }
  try {
    for (const problem of rule.check(subject, report) ?? []) problems.push(problem)
    return problems
  } catch (error) {
    throw new Error(`the rule ${rule.id} failed on ${subject.path}: ${messageOf(error)}`, { cause: error })
  }
}

/** An example's files: path → content. */
export function exampleFiles(
  { exampleFile }: Pick<RuleSet, 'exampleFile'>,
  { encode, file, ...example }: Example,
  which: 'bad' | 'good',
): Record<string, string | Uint8Array> {
  const content = example[which]
  if (typeof content !== 'string') return content
  return { [file ?? exampleFile]: which === 'bad' && encode ? encode(content) : content }
}
