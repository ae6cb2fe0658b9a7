import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { isChecked } from './shared/keyword-rules.js'

const SINCE_2_1 =
  'appsession block cliexp clitimeout contimeout redisp redispatch reqadd reqallow reqdel reqdeny reqiallow reqidel reqideny reqipass reqirep reqitarpit reqpass reqrep reqtarpit rspadd rspdel rspdeny rspidel rspideny rspirep rsprep srvexp srvtimeout'

const REMOVED: ReadonlyMap<string, string> = new Map([
  ...SINCE_2_1.split(' ').map((word): [string, string] => [word, '2.1']),
  ['option forceclose', '2.0'],
  ['nbproc', '2.5'],
])

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['clitimeout', 'Write `timeout client`.'],
  ['contimeout', 'Write `timeout connect`.'],
  ['srvtimeout', 'Write `timeout server`.'],
  ['redispatch', 'Write `option redispatch`.'],
  ['block', 'Write `http-request deny`.'],
  ['option forceclose', 'Write `option httpclose`.'],
  ['nbproc', 'Remove it, or write `nbthread`.'],
])

export default haproxyRule({
  id: 'haproxy/removed-keyword',
  severity: 'error',
  summary: 'a keyword that HAProxy does not know any more',
  help: 'HAProxy refuses to start when it meets a keyword that was removed: the req… and rsp… rules and the old names of timeouts are gone since 2.1, nbproc since 2.5. http-request and http-response rules took the place of the former.',
  example: {
    bad: EXAMPLE.replace('timeout client 60s', 'timeout client 60s\n    contimeout 5s'),
    good: EXAMPLE,
  },
  *check({ sections }) {
    for (const section of sections.filter(isChecked)) {
      for (const { keyword, words } of section.statements) {
        const both = `${keyword.text} ${words[1]?.text ?? ''}`
        const name = REMOVED.has(both) ? both : keyword.text
        const since = REMOVED.get(name)
        if (since === undefined || (name === 'nbproc') !== (section.kind === 'global')) continue
        yield {
          file: section.file,
          range: keyword.range,
          message: `HAProxy knows no \`${name}\` any more since ${since}.`,
          help: INSTEAD.get(name) ?? 'Write an http-request or http-response rule instead.',
          // 2.4 still knows it
          ...(name === 'nbproc' ? { severity: 'warning' as const } : {}),
        }
      }
    }
  },
})
