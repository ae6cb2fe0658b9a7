import { own, type Section, type Statement, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { checkOf } from './shared/health-rules.js'

const MISSING: Readonly<Record<string, string>> = { send: 'connect', expect: 'send', connect: 'expect' }

export default haproxyRule({
  id: 'haproxy/http-check-order',
  severity: 'error',
  summary: 'http-check rules in an order that HAProxy refuses',
  help: 'A health check is made in the order in which it is written: connect, send, expect, and then connect again. HAProxy refuses to start when a request is sent after the answer was expected, or when a connection is opened before the answer of the last one was looked at. `option httpchk` stands before all of them.',
  example: {
    bad: EXAMPLE.replace(/( {4}http-check send.*\n)( {4}http-check expect.*\n)/, '$2$1'),
    good: EXAMPLE,
  },
  check({ proxies, sections }, report) {
    const defaults = sections.filter(({ kind }) => kind === 'defaults')
    const inheriting = new Set<Section>(proxies.filter((proxy) => checkOf(proxy) === 'httpchk'))
    for (const section of [...proxies, ...defaults]) {
      const [option] = own(section, 'option', 'httpchk')
      if ((!option && !inheriting.has(section)) || section.isOpaque) continue
      // what stands above the option is taken as it is
      const first = option?.keyword.line ?? 0
      const steps = own(section, 'http-check').filter((step) => step.keyword.line >= first && isStep(step))
      if (!steps.every(({ isCertain }) => isCertain)) continue
      let before: string | undefined
      for (const { words, keyword } of steps) {
        const step = words[1]?.text ?? ''
        if (before !== undefined && isOutOfOrder(step, before)) {
          report(
            { file: section.file, range: keyword.range },
            `The \`http-check ${step}\` in ${titleOf(section)} comes after \`http-check ${before}\` without a \`http-check ${MISSING[step] ?? ''}\` in between: HAProxy refuses to start.`,
            'Write the check in the order connect, send, expect.',
          )
          break
        }
        before = step
      }
    }
  },
})

function isStep({ words }: Statement): boolean {
  return Object.hasOwn(MISSING, words[1]?.text ?? '')
}

function isOutOfOrder(step: string, before: string): boolean {
  if (step === 'send') return before !== 'connect'
  if (step === 'expect') return before === 'connect'
  return before !== 'expect'
}
