import { realpath } from 'node:fs/promises'
import { SourceText } from '../../../yaml/source.js'
import type { Finding } from '../finding.js'
import { ReadablePaths } from './list.js'
import { readText } from './read.js'

/** The text of a line, counted from 1; `undefined` when it is not available. */
export type SourceLines = (file: string, line: number) => string | undefined

/** Read the lines of findings, and keep no others. A file that is no longer readable has no lines. */
export async function sourceLines(root: string, findings: readonly Finding[]): Promise<SourceLines> {
  const wanted = new Map<string, Set<number>>()
  for (const { file, line } of findings) wanted.set(file, (wanted.get(file) ?? new Set()).add(line))
  const lines = new Map<string, Map<number, string>>()
  const places = new ReadablePaths(await realpath(root))
  for (const [file, numbers] of wanted) {
    const text = readAgain(places, file)
    if (text === undefined) continue
    const source = new SourceText(text)
    lines.set(file, new Map([...numbers].map((number) => [number, source.line(number)])))
  }
  return (file, line) => lines.get(file)?.get(line)
}

function readAgain(places: ReadablePaths, file: string): string | undefined {
  try {
    const place = places.find(file)
    return 'real' in place ? readText(place.real) : undefined
  } catch {
    return undefined // the finding is complete without it
  }
}
