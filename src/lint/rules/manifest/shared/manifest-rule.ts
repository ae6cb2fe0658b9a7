import type { ManifestProblem } from '../../../../manifest/read.js'
import { defineRule, type Rule } from '../../../engine/rule.js'
import type { CheckedManifest } from '../../../readers/manifest/subjects.js'

/** A rule for one sort of the problems that the manifest's own reader reports. */
export function manifestRule(
  sort: ManifestProblem['rule'],
  page: Pick<Rule<CheckedManifest>, 'summary' | 'help' | 'example'>,
): Rule<CheckedManifest> {
  return defineRule<CheckedManifest>({
    id: `manifest/${sort}`,
    severity: 'error',
    ...page,
    check({ problems }, report) {
      for (const problem of problems) {
        if (problem.rule === sort) report(problem, problem.message, problem.help)
      }
    },
  })
}
