import { realpath } from 'node:fs/promises'
import type { Log } from '../../platform/log.js'
import type { Found } from '../engine/check.js'
import { ReadablePaths } from '../engine/files/list.js'
import { readText } from '../engine/files/read.js'
import { type Suppressed, suppressions } from '../engine/suppress.js'

/** The findings that no comment in their file silences. */
export async function unsilenced(root: string, findings: readonly Found[], log: Log): Promise<Found[]> {
  const places = new ReadablePaths(await realpath(root))
  const comments = new Map<string, Suppressed | undefined>()
  for (const { file } of findings) {
    if (!comments.has(file)) comments.set(file, commentsIn(places, file))
  }
  const kept = findings.filter(({ file, rule, line }) => !comments.get(file)?.(rule, line))
  if (kept.length < findings.length) {
    const gone = findings.length - kept.length
    log.info(
      gone === 1
        ? '1 finding of a linter is suppressed by comments'
        : `${gone} findings of linters are suppressed by comments`,
    )
  }
  return kept
}

function commentsIn(places: ReadablePaths, file: string): Suppressed | undefined {
  try {
    const place = places.find(file)
    const text = 'real' in place ? readText(place.real) : undefined
    return text === undefined ? undefined : suppressions({ text })
  } catch {
    return undefined // an unreadable file has no comments
  }
}
