import { messageOf } from '../../platform/errors.js'
import type { Range } from '../../yaml/source.js'
import type { Facts } from '../facts/facts.js'
import type { Definition } from './definition.js'
import type { Kind, Severity } from './finding.js'

/** A problem at one place. */
export interface Problem {
  /** The file, as in the definition's `path`. */
  file: string
  range: Range
  /** What is wrong, in one sentence. A line number must be written as `line N`, so that fingerprints ignore it. */
  message: string
  /** What to do about it, in one sentence. */
  help: string
  /** The severity when it differs from the rule's. */
  severity?: Severity
}

/** The documentation of a rule. */
export interface RulePage {
  /** `<kind>/<what-is-wrong>`. Manifests refer to it. */
  id: string
  severity: Severity
  /** What is wrong, in a few words. */
  summary: string
  /** Why it matters and how to fix it, in one paragraph. */
  help: string
  example: Example
}

/** A file with this problem and no other, and the same file without it. */
export interface Example {
  /** The content of one file, or several files by path. */
  bad: string | Readonly<Record<string, string>>
  good: string | Readonly<Record<string, string>>
  /** The name of the single file, when it is not `exampleFile` of the kind. */
  file?: string
  /** How to encode `bad`, when it is not UTF-8. */
  encode?: (bad: string) => Uint8Array
}

/**
 * Reports a problem.
 *
 * @param place a YAML node, an entry, or anything else with a `range`; without a `file`, it is in the subject's file
 * @param message what is wrong, in one sentence; a line number must be written as `line N`, so that fingerprints ignore it
 * @param help what to do about it, in one sentence
 * @param severity the severity when it differs from the rule's
 */
export type Report = (place: Place, message: string, help: string, severity?: Severity) => void

/** The place of a problem. */
export interface Place {
  range: Range
  file?: string
}

/** A rule checks one subject at a time: what its kind reads as a whole, for example one Heat template. */
export interface Rule<Subject> extends RulePage {
  check(subject: Subject, report: Report): void
}

/** Types a rule. Each file in `rules/<kind>/` exports one rule as its default. */
export function defineRule<Subject>(rule: Rule<Subject>): Rule<Subject> {
  return rule
}

/** What readers know apart from the definitions. */
export interface RuleContext {
  facts: Facts
  /** All files of the folder, relative to it and with `/`, including those that are not definitions. */
  files: ReadonlySet<string>
}

/** The kind that rules belong to; `repository` is for rules across files of any kind. */
export type RuleFamily = Kind | 'repository'

/** How to make the subjects of a kind from files. */
export interface RuleSubjects<Subject> {
  kind: RuleFamily
  /** The file name for the examples of rules. */
  exampleFile: string
  subjects(definitions: readonly Definition[], context: RuleContext): Iterable<Subject>
}

/** All rules of one kind, with their subjects. */
export interface RuleSet {
  kind: RuleFamily
  /** The file name for the examples of rules. */
  exampleFile: string
  pages: readonly RulePage[]
  /**
   * Run the rules that are on.
   *
   * @throws Error with the rule and the file when a rule itself fails
   */
  check(
    definitions: readonly Definition[],
    isOn: (id: string) => boolean,
    context: RuleContext,
    found: (rule: RulePage, problem: Problem) => void,
  ): void
}

export function ruleSet<Subject extends { path: string }>(
  { kind, exampleFile, subjects }: RuleSubjects<Subject>,
  all: readonly Rule<Subject>[],
): RuleSet {
  return {
    kind,
    exampleFile,
    pages: all,
    check(definitions, isOn, context, found) {
      const rules = all.filter((rule) => isOn(rule.id))
      for (const subject of subjects(definitions, context)) {
        for (const rule of rules) checkSubject(rule, subject, (problem) => found(rule, problem))
      }
    },
  }
}

function checkSubject<Subject extends { path: string }>(
  rule: Rule<Subject>,
  subject: Subject,
  found: (problem: Problem) => void,
): void {
  const report: Report = ({ file = subject.path, range }, message, help, severity) =>
    found({ file, range, message, help, ...(severity && { severity }) })
  try {
    rule.check(subject, report)
  } catch (error) {
    throw new Error(`the rule ${rule.id} failed on ${subject.path}: ${messageOf(error)}`, { cause: error })
  }
}

/** The files of an example: path → content. */
export function exampleFiles(
  { exampleFile }: Pick<RuleSet, 'exampleFile'>,
  { encode, file, ...example }: Example,
  which: 'bad' | 'good',
): Record<string, string | Uint8Array> {
  const content = example[which]
  if (typeof content !== 'string') return content
  return { [file ?? exampleFile]: which === 'bad' && encode ? encode(content) : content }
}
