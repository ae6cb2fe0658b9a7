import { own } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { milliseconds } from './shared/timeout-rules.js'

export default haproxyRule({
  id: 'haproxy/timeout-unit',
  severity: 'warning',
  summary: 'a timeout that is too short to be meant, or has no known unit',
  help: 'A number without a unit counts milliseconds: `timeout connect 5` gives up after five thousandths of a second. The units are us, ms, s, m, h and d; what follows them is ignored by older releases and refused by newer ones.',
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
            ? `The timeout ${name.text} of ${value.text} means ${value.text} milliseconds.`
            : `The timeout ${name.text} of ${value.text} has a unit that HAProxy does not know.`,
          isBare ? `Write \`${value.text}s\` if seconds are meant.` : 'Write us, ms, s, m, h or d.',
        )
      }
    }
  },
})
