import { appendFile, stat } from 'node:fs/promises'
import { systemCode } from '../platform/errors.js'

/** GitHub rejects a summary that is larger than 1 MiB as a whole. The margin is for the note. */
const LIMIT_BYTES = 1024 * 1024 - 1024
/** The limit for a single part of a summary. */
export const SUMMARY_BYTES = LIMIT_BYTES - 1024
const NOTE =
  '\n\n_The summary is cut here: GitHub accepts 1 MiB per step. The output `result` has the whole result._\n'

/**
 * Append Markdown to the job summary. Does nothing without a summary file: actions can run outside of GitHub too.
 */
export async function appendSummary(
  markdown: string,
  file: string | undefined = process.env.GITHUB_STEP_SUMMARY,
): Promise<void> {
  if (!file) return
  let used: number
  try {
    used = (await stat(file)).size
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return
    throw error
  }
  const text = `${markdown.trimEnd()}\n\n`
  const room = LIMIT_BYTES - used
  if (Buffer.byteLength(text) <= room) return appendFile(file, text)
  if (room > 0) await appendFile(file, cutAtLine(text, room) + NOTE)
}

/** The whole lines that fit. */
function cutAtLine(text: string, bytes: number): string {
  const head = Buffer.from(text).subarray(0, bytes)
  const end = head.lastIndexOf('\n')
  const kept = end === -1 ? '' : head.subarray(0, end).toString('utf8')
  const fences = kept.match(/^```/gm)?.length ?? 0
  return fences % 2 === 0 ? kept : `${kept}\n\`\`\`` // close the code block
}
