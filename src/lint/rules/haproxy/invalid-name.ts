import { own } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

export default haproxyRule({
  id: 'haproxy/invalid-name',
  severity: 'error',
  summary: 'a name holds a character that HAProxy does not take',
  help: 'The names of proxies and servers are made of letters, digits, `_`, `-`, `.` and `:`. HAProxy refuses to start with any other character in them.',
  example: { bad: EXAMPLE.replace('server infra2', 'server infra/2'), good: EXAMPLE },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      const servers = own(proxy, 'server').flatMap(({ words }) => words[1] ?? [])
      for (const word of [...(proxy.name ? [proxy.name] : []), ...servers]) {
        const bad = word.isKnown ? /[^\w.:-]/.exec(word.text)?.[0] : undefined
        if (bad === undefined) continue
        report(
          { file: proxy.file, range: word.range },
          `The name "${word.text}" holds "${bad}".`,
          'Use letters, digits, `_`, `-`, `.` and `:` only.',
        )
      }
    }
  },
})
