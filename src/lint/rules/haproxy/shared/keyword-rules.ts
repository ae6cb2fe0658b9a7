import type { Problem } from '../../../engine/rule.js'
import { EXAMPLE } from './example.js'
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
} from '../../../readers/haproxy/keywords.js'
import { verdictOn } from '../../../readers/haproxy/places.js'
import { type Section, type Statement, titleOf } from '../../../readers/haproxy/section.js'
import { haproxyRule, type Subject } from '../../../readers/haproxy/subject.js'
import type { Word } from '../../../readers/haproxy/words.js'

/** Sections that are checked word by word. */
function isChecked({ kind }: Section): boolean {
  return kind === 'global' || kind === 'defaults' || PROXY_SECTIONS.has(kind)
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
  /** What it should be one of, in words. */
  what: string
  near: string
}

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

export const unknownKeyword = haproxyRule({
  id: 'haproxy/unknown-keyword',
  severity: 'error',
  summary: 'a keyword, an option or a setting is misspelled',
  help: 'HAProxy refuses to start when it does not know a word. What is nearly one of the words that HAProxy 2.4 to 3.4 know is taken to be misspelled; words that are like none of them are left alone, since a newer release may know them.',
  example: { bad: EXAMPLE.replace('default_backend', 'default-backend'), good: EXAMPLE },
  *check({ sections, openQuotes }) {
    if (openQuotes.length > 0) return
    for (const section of sections) {
      if (!isChecked(section)) continue
      for (const statement of section.statements) {
        const unknown = unknownWord(section, statement)
        if (!unknown) continue
        yield {
          file: section.file,
          range: unknown.word.range,
          message: `HAProxy knows no ${unknown.what} "${unknown.word.text}".`,
          help: `Did you mean "${unknown.near}"?`,
        }
      }
    }
  },
})

export const unknownSection = haproxyRule({
  id: 'haproxy/unknown-section',
  severity: 'error',
  summary: 'the word that opens a section is misspelled',
  help: 'HAProxy takes a misspelled section for a keyword of the section before, which it does not know, and refuses to start.',
  example: {
    bad: EXAMPLE.replace('backend keystone\n    option', 'backnd keystone\n    option'),
    good: EXAMPLE,
  },
  *check({ sections }: Subject) {
    for (const { file, kind, keyword } of sections) {
      if (keyword.text === kind) continue
      yield {
        file,
        range: keyword.range,
        message: `HAProxy knows no section "${keyword.text}".`,
        help: `Did you mean "${kind}"?`,
      }
    }
  },
})

export const misplacedKeyword = haproxyRule({
  id: 'haproxy/misplaced-keyword',
  severity: 'error',
  summary: 'a keyword stands in a section that does not take it',
  help: 'A frontend has no servers and a backend does not listen; defaults hold no addresses. HAProxy refuses some keywords in the wrong section and ignores others with a warning, for which this is a warning, too.',
  example: {
    bad: EXAMPLE.replace('    bind', '    server infra1 10.0.0.11:5000 check\n    bind'),
    good: EXAMPLE,
  },
  *check({ sections }) {
    for (const section of sections) {
      for (const { keyword, words } of section.statements) {
        const verdict = verdictOn(
          section.kind,
          section.name !== undefined,
          keyword.text,
          words[1]?.text ?? '',
        )
        if (!verdict) continue
        const isPair =
          keyword.text === 'timeout' || keyword.text === 'option' || keyword.text === 'tcp-request'
        const shown = isPair ? `${keyword.text} ${words[1]?.text ?? ''}` : keyword.text
        const problem: Problem = {
          file: section.file,
          range: keyword.range,
          message: `HAProxy ${verdict === 'refused' ? 'refuses' : 'ignores'} \`${shown}\` in ${titleOf(section)}.`,
          help: HELP[section.kind] ?? 'Move it to where it belongs.',
        }
        yield verdict === 'refused' ? problem : { ...problem, severity: 'warning' }
      }
    }
  },
})

const HELP: Readonly<Record<string, string>> = {
  frontend: 'Move it to a backend, or make this a listen section.',
  backend: 'Move it to a frontend, or make this a listen section.',
  defaults: 'Move it to the sections that need it.',
}

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

export const removedKeyword = haproxyRule({
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
