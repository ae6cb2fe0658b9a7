import type { RuleSubjects } from '../../engine/rule.js'
import { subjects as configurations, type Subject } from './subject.js'

/** HAProxy configurations. */
export const subjects: RuleSubjects<Subject> = {
  kind: 'haproxy',
  exampleFile: 'haproxy.cfg',
  subjects: configurations,
}
