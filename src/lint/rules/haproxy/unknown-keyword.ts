import {
  ALGORITHMS,
  BIND_FLAGS,
  BIND_SETTINGS,
  GLOBAL_KEYWORDS,
  HTTP_ACTIONS,
  HTTP_CHECK_KEYWORDS,
  MODES,
  misspelledWord,
  OPTIONS,
  PROXY_KEYWORDS,
  SERVER_FLAGS,
  SERVER_SETTINGS,
  STATS_KEYWORDS,
  TIMEOUTS,
} from '../../readers/haproxy/keywords.js'
import type { Section, Statement } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import type { Word } from '../../readers/haproxy/words.js'
import { EXAMPLE } from './shared/example.js'
import { isChecked } from './shared/keyword-rules.js'

const SECOND_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['option', OPTIONS],
  ['timeout', TIMEOUTS],
  ['stats', STATS_KEYWORDS],
  ['http-check', HTTP_CHECK_KEYWORDS],
  ['http-request', HTTP_ACTIONS],
  ['http-response', HTTP_ACTIONS],
  ['mode', MODES],
  ['balance', ALGORITHMS],
])

interface Unknown {
  word: Word
  /** What it should be one of, in words. */
  what: string
  near: string
}

export default haproxyRule({
  id: 'haproxy/unknown-keyword',
  severity: 'error',
  summary: 'a keyword, an option or a setting is misspelled',
  help: 'HAProxy refuses to start when it does not know a word. What is nearly one of the words that HAProxy 2.4 to 3.4 know is taken to be misspelled; words that are like none of them are left alone, since a newer release may know them.',
  example: { bad: EXAMPLE.replace('default_backend', 'default-backend'), good: EXAMPLE },
  check({ sections, openQuotes }, report) {
    if (openQuotes.length > 0) return
    for (const section of sections) {
      if (!isChecked(section)) continue
      for (const statement of section.statements) {
        const unknown = unknownWord(section, statement)
        if (!unknown) continue
        report(
          { file: section.file, range: unknown.word.range },
          `HAProxy knows no ${unknown.what} "${unknown.word.text}".`,
          `Did you mean "${unknown.near}"?`,
        )
      }
    }
  },
})

/** The first word of a statement that HAProxy does not know, when it is near to one that it does. */
function unknownWord({ kind }: Section, { words, keyword }: Statement): Unknown | undefined {
  const known = kind === 'global' ? GLOBAL_KEYWORDS : PROXY_KEYWORDS
  if (!known.has(keyword.text)) return misspelled(keyword, known, 'keyword')
  if (kind === 'global') return undefined
  const second = words[1]
  const seconds = SECOND_WORDS.get(keyword.text)
  if (seconds && second && !seconds.has(second.text.replace(/\(.*/, '')))
    return misspelled(second, seconds, `${keyword.text} setting`)
  if (keyword.text === 'server') return unknownSetting(words.slice(3), SERVER_FLAGS, SERVER_SETTINGS)
  if (keyword.text === 'default-server') return unknownSetting(words.slice(1), SERVER_FLAGS, SERVER_SETTINGS)
  if (keyword.text === 'bind') return unknownSetting(words.slice(2), BIND_FLAGS, BIND_SETTINGS)
  return undefined
}

function unknownSetting(
  words: readonly Word[],
  flags: ReadonlySet<string>,
  settings: ReadonlySet<string>,
): Unknown | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word?.isKnown) return undefined
    if (settings.has(word.text)) at++
    else if (!flags.has(word.text)) return misspelled(word, [...flags, ...settings], 'setting')
  }
  return undefined
}

function misspelled(word: Word, known: Iterable<string>, what: string): Unknown | undefined {
  const near = word.isKnown ? misspelledWord(word.text, known) : undefined
  return near === undefined ? undefined : { word, what, near }
}
