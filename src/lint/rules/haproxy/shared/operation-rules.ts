import { own, type Section, type Statement } from '../../../readers/haproxy/section.js'
import type { Subject } from '../../../readers/haproxy/subject.js'
import type { Word } from '../../../readers/haproxy/words.js'

export function globalsOf({ sections }: Subject): Section[] {
  return sections.filter(({ kind }) => kind === 'global')
}

/** The level of a stats socket: `operator` unless told otherwise. */
export function levelOf({ words }: Statement): Word | 'operator' {
  const at = words.findIndex(({ text }) => text === 'level')
  return (at === -1 ? undefined : words[at + 1]) ?? 'operator'
}

export function isAdmin(socket: Statement): boolean {
  const level = levelOf(socket)
  return level !== 'operator' && level.text === 'admin'
}

export function socketsOf(subject: Subject): { file: string; socket: Statement }[] {
  return globalsOf(subject).flatMap((section) =>
    own(section, 'stats', 'socket').map((socket) => ({ file: section.file, socket })),
  )
}
