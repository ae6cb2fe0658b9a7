import { type ManifestProblem, readManifest } from '../../../manifest/read.js'
import { oncePer } from '../../engine/declared.js'
import type { RuleSubjects } from '../../engine/rule.js'

/** changeover.yml and its problems. */
export interface CheckedManifest {
  path: string
  problems: readonly ManifestProblem[]
}

/** changeover.yml. */
export const subjects: RuleSubjects<CheckedManifest> = {
  kind: 'manifest',
  exampleFile: 'changeover.yml',
  *subjects(definitions) {
    for (const { kind, path, yaml } of definitions) {
      if (kind === 'manifest' && yaml) yield { path, problems: readManifest(yaml).problems }
    }
  },
}

/** The problems that the manifest's own reader finds. The verdict is the sort of the problem. */
export const manifestProblems = oncePer(({ problems }: CheckedManifest) =>
  problems.map(({ rule, ...problem }) => ({ ...problem, verdict: rule })),
)
