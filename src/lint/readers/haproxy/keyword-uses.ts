import { oncePer, type Use } from '../../engine/declared.js'
import type { Configuration } from './configuration.js'
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
  PROXY_SECTIONS,
  SERVER_FLAGS,
  SERVER_SETTINGS,
  STATS_KEYWORDS,
  TIMEOUTS,
} from './keywords.js'
import { verdictOn } from './places.js'
import { type Section, type Statement, titleOf } from './section.js'
import type { Word } from './words.js'

/** A keyword, or a setting of it, that HAProxy does not accept where it is written. */
export type KeywordUse = Use &
  (
    | {
        verdict: 'misspelled'
        /** What the word should be: `keyword`, `setting`, `option setting`… */
        what: string
        name: string
        meant: string
      }
    | {
        verdict: 'removed'
        name: string
        /** The HAProxy release that removed it. */
        since: string
      }
    | {
        /** HAProxy refuses to start, or warns and ignores the line. */
        verdict: 'refused' | 'ignored'
        name: string
        /** The kind of the section. */
        kind: string
        /** The name of the section in messages. */
        section: string
      }
  )

/** What is wrong with the keywords of a configuration. */
export const keywordUses = oncePer(function* (configuration: Configuration): Iterable<KeywordUse> {
  for (const section of configuration.sections) {
    const { file, kind } = section
    const isChecked = kind === 'global' || kind === 'defaults' || PROXY_SECTIONS.has(kind)
    for (const statement of section.statements) {
      const { range } = statement.keyword
      const misplaced = misplacement(section, statement)
      if (misplaced) yield { file, range, ...misplaced }
      if (!isChecked) continue
      const removed = removal(section, statement)
      if (removed) yield { file, range, ...removed }
      // with an open quote, the words of the rest of the file are not reliable
      const unknown = configuration.openQuotes.length > 0 ? undefined : unknownWord(section, statement)
      if (unknown) {
        const { word, what, meant } = unknown
        yield { verdict: 'misspelled', file, range: word.range, name: word.text, what, meant }
      }
    }
  }
})

const PAIRS = new Set(['timeout', 'option', 'tcp-request'])

function misplacement(section: Section, { keyword, words }: Statement) {
  const second = words[1]?.text ?? ''
  const verdict = verdictOn(section.kind, section.name !== undefined, keyword.text, second)
  if (!verdict) return undefined
  const name = PAIRS.has(keyword.text) ? `${keyword.text} ${second}` : keyword.text
  return { verdict, name, kind: section.kind, section: titleOf(section) }
}

const REMOVED_IN_2_1 =
  'appsession block cliexp clitimeout contimeout redisp redispatch reqadd reqallow reqdel reqdeny reqiallow reqidel reqideny reqipass reqirep reqitarpit reqpass reqrep reqtarpit rspadd rspdel rspdeny rspidel rspideny rspirep rsprep srvexp srvtimeout'

const REMOVED: ReadonlyMap<string, string> = new Map([
  ...REMOVED_IN_2_1.split(' ').map((word): [string, string] => [word, '2.1']),
  ['option forceclose', '2.0'],
  ['nbproc', '2.5'],
])

function removal({ kind }: Section, { keyword, words }: Statement) {
  const both = `${keyword.text} ${words[1]?.text ?? ''}`
  const name = REMOVED.has(both) ? both : keyword.text
  const since = REMOVED.get(name)
  if (since === undefined || (name === 'nbproc') !== (kind === 'global')) return undefined
  return { verdict: 'removed' as const, name, since }
}

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
  what: string
  meant: string
}

/** The first word of a statement that HAProxy does not know and that is nearly a known one. */
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
  const meant = word.isKnown ? misspelledWord(word.text, known) : undefined
  return meant === undefined ? undefined : { word, what, meant }
}
