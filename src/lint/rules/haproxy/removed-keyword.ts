import { declaredRule } from '../../engine/declared.js'
import { keywordUses } from '../../readers/haproxy/keyword-uses.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['clitimeout', 'Use `timeout client`.'],
  ['contimeout', 'Use `timeout connect`.'],
  ['srvtimeout', 'Use `timeout server`.'],
  ['redispatch', 'Use `option redispatch`.'],
  ['block', 'Use `http-request deny`.'],
  ['option forceclose', 'Use `option httpclose`.'],
  ['nbproc', 'Remove it, or use `nbthread`.'],
])

export default haproxyRule(
  declaredRule({
    id: 'haproxy/removed-keyword',
    severity: 'error',
    summary: 'a keyword was removed from HAProxy',
    help: 'HAProxy refuses to start if the configuration contains a removed keyword. HAProxy 2.1 removed the req… and rsp… rules and the old names of timeouts, and 2.5 removed nbproc. Use http-request and http-response rules instead of the req… and rsp… rules.',
    example: {
      bad: EXAMPLE.replace('timeout client 60s', 'timeout client 60s\n    contimeout 5s'),
      good: EXAMPLE,
    },
    uses: keywordUses,
    reports: 'removed',
    describe: ({ name, since }) => ({
      message: `HAProxy ${since} removed \`${name}\`.`,
      help: INSTEAD.get(name) ?? 'Use an http-request or http-response rule instead.',
      // 2.4, which is still in use, accepts nbproc
      severity: name === 'nbproc' ? 'warning' : undefined,
    }),
  }),
)
