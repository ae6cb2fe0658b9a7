import { own } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'
import { milliseconds } from '../../readers/haproxy/timeouts.js'

export default haproxyRule({
  id: 'haproxy/timeout-without-unit',
  severity: 'warning',
  summary: 'a timeout is a small number without a unit, or has an unknown unit',
  help: 'A number without a unit is in milliseconds: `timeout connect 5` ends after five milliseconds. The units are us, ms, s, m, h and d. Older releases ignore other characters after the number, newer ones refuse them.',
  example: { bad: EXAMPLE.replace('timeout client 60s', 'timeout client 60'), good: EXAMPLE },
  check({ sections }, report) {
    for (const section of sections) {
      for (const { words } of own(section, 'timeout')) {
        const [, name, value] = words
        if (!name || !value?.isKnown) continue
        const isBare = /^[1-9]\d?$/.test(value.text)
        if (!isBare && (milliseconds(value.text) !== undefined || !/^\d+[a-z]+$/i.test(value.text))) continue
        report(
          { file: section.file, range: value.range },
          isBare
            ? `The timeout ${name.text} is ${value.text} milliseconds, since it has no unit.`
            : `The timeout ${name.text} of ${value.text} has an unknown unit.`,
          isBare ? `Write \`${value.text}s\` for seconds.` : 'Use us, ms, s, m, h or d.',
        )
      }
    }
  },
})
