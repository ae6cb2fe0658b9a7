import { own } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/invalid-name',
  severity: 'error',
  summary: 'a name contains a character that HAProxy does not allow',
  help: 'The names of proxies and servers may contain letters, digits, `_`, `-`, `.` and `:`. HAProxy refuses to start if a name contains any other character.',
  example: { bad: EXAMPLE.replace('server infra2', 'server infra/2'), good: EXAMPLE },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      const servers = own(proxy, 'server').flatMap(({ words }) => words[1] ?? [])
      for (const word of [...(proxy.name ? [proxy.name] : []), ...servers]) {
        const bad = word.isKnown ? /[^\w.:-]/.exec(word.text)?.[0] : undefined
        if (bad === undefined) continue
        report(
          { file: proxy.file, range: word.range },
          `The name "${word.text}" contains "${bad}".`,
          'Use only letters, digits, `_`, `-`, `.` and `:`.',
        )
      }
    }
  },
})
