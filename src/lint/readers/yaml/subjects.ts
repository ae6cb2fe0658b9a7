import type { YamlProblem } from '../../../yaml/parse.js'
import type { Range } from '../../../yaml/source.js'
import { oncePer } from '../../engine/declared.js'
import type { Definition, Unreadable } from '../../engine/definition.js'
import type { RuleSubjects } from '../../engine/rule.js'

/** All files, of any kind. */
export const subjects: RuleSubjects<Definition> = {
  kind: 'yaml',
  exampleFile: 'vars.yml',
  subjects: (definitions) => definitions,
}

/** Why a file, or a part of it, cannot be read. */
export type ReadProblem =
  | { verdict: Unreadable['reason']; range: Range }
  | ({ verdict: YamlProblem['kind'] } & YamlProblem)

/**
 * The problems of reading a file. The manifest's own rules report those of its YAML. In a Jinja template, a key can be
 * present twice, in both branches of a condition.
 */
export const readProblems = oncePer<Definition, ReadProblem>(function* ({ kind, templated, unread, yaml }) {
  if (typeof unread === 'object') yield { verdict: unread.reason, range: unread.range }
  if (kind === 'manifest' || templated) return
  for (const problem of yaml?.problems ?? []) yield { ...problem, verdict: problem.kind }
})
