import type { Configuration } from './configuration.js'
import { own, type Section, type Statement } from './section.js'
import type { Word } from './words.js'

export function globalsOf({ sections }: Configuration): Section[] {
  return sections.filter(({ kind }) => kind === 'global')
}

/** The stats sockets in the `global` sections. */
export function socketsOf(configuration: Configuration): { file: string; socket: Statement }[] {
  return globalsOf(configuration).flatMap((section) =>
    own(section, 'stats', 'socket').map((socket) => ({ file: section.file, socket })),
  )
}

/** The level of a stats socket. The default is `operator`. */
export function levelOf({ words }: Statement): Word | 'operator' {
  const at = words.findIndex(({ text }) => text === 'level')
  return (at === -1 ? undefined : words[at + 1]) ?? 'operator'
}

export function isAdmin(socket: Statement): boolean {
  const level = levelOf(socket)
  return level !== 'operator' && level.text === 'admin'
}
