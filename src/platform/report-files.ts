import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import picomatch from 'picomatch'
import { systemCode } from './errors.js'

/** The maximum size of a report, in bytes. */
export const MAX_REPORT_BYTES = 64 * 1024 * 1024
/** File systems round the time of a change down to a clock tick, in milliseconds. */
const CLOCK_TICK_MS = 20

export interface ReportFile {
  /** Relative to the folder, with `/`. */
  path: string
  text: string
}

/**
 * The reports that match a glob and were written since `started`, in milliseconds. An older report belongs to another
 * command.
 *
 * @throws Error when a report is too large or cannot be read
 */
export async function* freshReports(
  folder: string,
  pattern: string,
  started: number,
): AsyncGenerator<ReportFile> {
  const matches = picomatch(pattern, { dot: true })
  const { base } = picomatch.scan(pattern)
  for (const file of await filesBelow(join(folder, base))) {
    const path = relative(folder, file).split(sep).join('/')
    if (!matches(path)) continue
    const { mtimeMs, size } = await stat(file)
    if (mtimeMs < started - CLOCK_TICK_MS) continue
    if (size > MAX_REPORT_BYTES) throw new Error(`${path} is larger than ${MAX_REPORT_BYTES} bytes`)
    yield { path, text: await readFile(file, 'utf8') }
  }
}

/** The regular files at or below a path, sorted; none when the path does not exist. */
async function filesBelow(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    if (systemCode(error) !== 'ENOTDIR') throw error
    return (await stat(path)).isFile() ? [path] : []
  }
}
