import { ruleSet } from '../rule.js'
import { galeraWriters, httpCheckIgnored, httpCheckOrder, serverWithoutCheck } from './health-rules.js'
import { type Subject, subjects } from './subject.js'

/** What holds for an HAProxy configuration. */
export const haproxyRules = ruleSet<Subject>({
  kind: 'haproxy',
  exampleFile: 'haproxy.cfg',
  rules: [httpCheckIgnored, httpCheckOrder, serverWithoutCheck, galeraWriters],
  subjects,
})
