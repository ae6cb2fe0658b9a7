import { appendFile, stat } from 'node:fs/promises'
import { systemCode } from '../platform/errors.js'

/** GitHub refuses a step's summary beyond 1 MiB, all of it; the margin is for the note. */
const LIMIT_BYTES = 1024 * 1024 - 1024
/** The most that a single part of a summary should take. */
export const SUMMARY_BYTES = LIMIT_BYTES - 1024
const NOTE = '\n\n_The summary is cut here: GitHub takes 1 MiB a step. The output `result` has everything._\n'

/**
 * Append Markdown to the job summary. Where there is no summary file nothing happens: an action also runs
 * outside GitHub.
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
  return fences % 2 === 0 ? kept : `${kept}\n\`\`\`` // what follows is no longer part of the block
}
