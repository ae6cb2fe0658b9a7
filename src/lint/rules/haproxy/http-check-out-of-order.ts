import { checkOf } from '../../readers/haproxy/health-check.js'
import { own, type Section, type Statement, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

const MISSING: Readonly<Record<string, string>> = { send: 'connect', expect: 'send', connect: 'expect' }

export default haproxyRule({
  id: 'haproxy/http-check-out-of-order',
  severity: 'error',
  summary: 'http-check rules are in an order that HAProxy refuses',
  help: 'HAProxy runs a health check in the written order: connect, send, expect, and then connect again. It refuses to start if a send follows an expect, or if a connect follows before the answer to the last request was expected. `option httpchk` comes before all of them.',
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
      // HAProxy does not check the order of rules above the option
      const first = option?.keyword.line ?? 0
      const steps = own(section, 'http-check').filter((step) => step.keyword.line >= first && isStep(step))
      if (!steps.every(({ isCertain }) => isCertain)) continue
      let before: string | undefined
      for (const { words, keyword } of steps) {
        const step = words[1]?.text ?? ''
        if (before !== undefined && isOutOfOrder(step, before)) {
          report(
            { file: section.file, range: keyword.range },
            `In ${titleOf(section)}, \`http-check ${step}\` follows \`http-check ${before}\` without \`http-check ${MISSING[step] ?? ''}\` in between. HAProxy refuses to start.`,
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
