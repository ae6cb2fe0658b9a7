import type { RuleSubjects } from '../../engine/rule.js'
import { type Clouds, cloudFiles } from './cloud.js'

/** clouds.yaml and secure.yaml. */
export const subjects: RuleSubjects<Clouds> = {
  kind: 'clouds',
  exampleFile: 'clouds.yaml',
  subjects: cloudFiles,
}
