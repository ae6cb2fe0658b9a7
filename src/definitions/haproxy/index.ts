import type { Definition } from '../definition.js'
import { ruleSet } from '../rule.js'

/** What holds for an HAProxy configuration. */
export const haproxyRules = ruleSet<Definition>({
  kind: 'haproxy',
  exampleFile: 'haproxy.cfg',
  rules: [],
  subjects: (definitions) => definitions.filter(({ kind }) => kind === 'haproxy'),
})
