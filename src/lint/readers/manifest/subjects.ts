import { type ManifestProblem, readManifest } from '../../../manifest/read.js'
import type { RuleSubjects } from '../../engine/rule.js'

/** changeover.yml with everything that is wrong with it. */
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
