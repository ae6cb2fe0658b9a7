import { lineOf, type Named, own, type Statement, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'
import type { Word } from '../../readers/haproxy/words.js'

export default haproxyRule({
  id: 'haproxy/duplicate-id',
  severity: 'error',
  summary: 'two proxies, or two servers of a backend, have the same id',
  help: 'A numeric id identifies a proxy or a server across restarts, in statistics and in saved server states. HAProxy refuses to start if an id is used twice.',
  example: {
    bad: EXAMPLE.replaceAll(':5000 check', ':5000 check id 1'),
    good: EXAMPLE.replace(':5000 check', ':5000 check id 1'),
  },
  check({ proxies }, report) {
    const reportSame = (ids: readonly Named[], known: Map<string, Named>) => {
      for (const named of ids) {
        const { file, word, title } = named
        const first = known.get(word.text)
        if (!first) known.set(word.text, named)
        else {
          report(
            { file, range: word.range },
            `The id ${word.text} in ${title} is already used in ${lineOf(first, file)}.`,
            'Give each of them its own id, or remove the ids.',
          )
        }
      }
    }
    const known = new Map<string, Named>()
    for (const proxy of proxies) {
      const named = (statement: Statement, word: Word | undefined): Named[] =>
        word?.isKnown && statement.isCertain ? [{ file: proxy.file, word, title: titleOf(proxy) }] : []
      reportSame(
        own(proxy, 'id').flatMap((statement) => named(statement, statement.words[1])),
        known,
      )
      for (const keyword of ['server', 'bind']) {
        const ids = own(proxy, keyword).flatMap((line) => named(line, wordAfter(line, 'id')))
        reportSame(ids, new Map())
      }
    }
  },
})

/** The value of a setting in a `server` or `bind` line. */
function wordAfter({ words }: Statement, setting: string): Word | undefined {
  const at = words.findIndex(({ text }, index) => index > 1 && text === setting)
  return at === -1 ? undefined : words[at + 1]
}
