import type { Problem } from '../../engine/rule.js'
import { own, type Statement, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import type { Word } from '../../readers/haproxy/words.js'
import { EXAMPLE } from './shared/example.js'
import { type Named, placeOf } from './shared/name-rules.js'

export default haproxyRule({
  id: 'haproxy/duplicate-id',
  severity: 'error',
  summary: 'two proxies, or two servers of a backend, have one id',
  help: 'A numeric id stays the same over restarts, so that statistics and saved server states find their proxy and their server again. HAProxy refuses to start when two have the same.',
  example: {
    bad: EXAMPLE.replaceAll(':5000 check', ':5000 check id 1'),
    good: EXAMPLE.replace(':5000 check', ':5000 check id 1'),
  },
  *check({ proxies }) {
    const known = new Map<string, Named>()
    for (const proxy of proxies) {
      const named = (statement: Statement, word: Word | undefined): Named[] =>
        word?.isKnown && statement.isCertain ? [{ file: proxy.file, word, title: titleOf(proxy) }] : []
      yield* sameIds(
        own(proxy, 'id').flatMap((statement) => named(statement, statement.words[1])),
        known,
      )
      for (const keyword of ['server', 'bind']) {
        const statements = own(proxy, keyword).flatMap((line) => named(line, wordAfter(line, 'id')))
        yield* sameIds(statements, new Map())
      }
    }
  },
})

function* sameIds(ids: readonly Named[], known: Map<string, Named>): Iterable<Problem> {
  for (const named of ids) {
    const { file, word, title } = named
    const first = known.get(word.text)
    if (!first) known.set(word.text, named)
    else {
      yield {
        file,
        range: word.range,
        message: `The id ${word.text} in ${title} is already taken in ${placeOf(first, file)}.`,
        help: 'Give each an id of its own, or leave the ids out.',
      }
    }
  }
}

/** The word behind a setting of a `server` or `bind` line. */
function wordAfter({ words }: Statement, setting: string): Word | undefined {
  const at = words.findIndex(({ text }, index) => index > 1 && text === setting)
  return at === -1 ? undefined : words[at + 1]
}
