import { realpath } from 'node:fs/promises'
import type { Log } from '../../platform/log.js'
import type { Found } from '../check.js'
import { readablePath } from '../list.js'
import { readText } from '../read.js'
import { type Suppressed, suppressions } from '../suppress.js'

/** The findings that no comment in their own file silences. */
export async function unsilenced(root: string, findings: readonly Found[], log: Log): Promise<Found[]> {
  const top = await realpath(root)
  const comments = new Map<string, Suppressed | undefined>()
  for (const { file } of findings) {
    if (!comments.has(file)) comments.set(file, await commentsIn(top, file))
  }
  const kept = findings.filter(({ file, rule, line }) => !comments.get(file)?.(rule, line))
  if (kept.length < findings.length) {
    log.info(`${findings.length - kept.length} findings of checks are silenced by comments`)
  }
  return kept
}

async function commentsIn(top: string, file: string): Promise<Suppressed | undefined> {
  try {
    const place = await readablePath(top, file)
    const text = 'real' in place ? await readText(place.real) : undefined
    return text === undefined ? undefined : suppressions({ text })
  } catch {
    return undefined // a file that cannot be read silences nothing
  }
}
