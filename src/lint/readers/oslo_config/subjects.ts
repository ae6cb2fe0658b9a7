import type { RuleSubjects } from '../../engine/rule.js'
import { type Environment, environments } from './config.js'

/** Files that oslo.config reads, and variables that are written into one. */
export const subjects: RuleSubjects<Environment> = {
  kind: 'oslo_config',
  exampleFile: 'nova.conf',
  subjects: environments,
}
