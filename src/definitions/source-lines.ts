import { realpath } from 'node:fs/promises'
import { SourceText } from '../yaml/source.js'
import type { Finding } from './finding.js'
import { readablePath } from './list.js'
import { readText } from './read.js'

/** The text of a file's line, counted from 1; `undefined` when it cannot be shown. */
export type SourceLines = (file: string, line: number) => string | undefined

/** Read the lines that findings stand on, and keep no others. A file that cannot be read any more has none. */
export async function sourceLines(root: string, findings: readonly Finding[]): Promise<SourceLines> {
  const wanted = new Map<string, Set<number>>()
  for (const { file, line } of findings) wanted.set(file, (wanted.get(file) ?? new Set()).add(line))
  const lines = new Map<string, Map<number, string>>()
  const top = await realpath(root)
  for (const [file, numbers] of wanted) {
    const text = await readAgain(top, file)
    if (text === undefined) continue
    const source = new SourceText(text)
    lines.set(file, new Map([...numbers].map((number) => [number, source.line(number)])))
  }
  return (file, line) => lines.get(file)?.get(line)
}

async function readAgain(top: string, file: string): Promise<string | undefined> {
  try {
    const place = await readablePath(top, file)
    return 'real' in place ? await readText(place.real) : undefined
  } catch {
    return undefined // what it said is in the finding; this only shows the place
  }
}
