import type { Range } from '../../yaml/source.js'
import type { Severity } from '../engine/finding.js'

/** What a check's report says, before it is known where in the folder that is. */
export interface Reported {
  severity: Severity
  message: string
  help: string
  /** Where it may stand; the first that is a file of the folder counts. */
  places: Place[]
}

export interface Place {
  /** Absolute, or relative to the folder; `undefined` when it is no file of this machine. */
  path: string | undefined
  range: Range
}

/** A report as a whole. */
export interface Report {
  findings: Reported[]
  /** How many more findings there are than the ones that are kept. */
  more: number
  /** Why the findings are not all that there is to find: the tool gave up, it says. */
  broken?: string
  /** How many tests ran, where it counts tests. */
  ran?: number
}

/** How many findings of one check are kept. */
export const KEPT_FINDINGS = 5_000
const KEPT_MESSAGE = 1_000

/** A foreign text in one line of reasonable length. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, 4 * KEPT_MESSAGE)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > KEPT_MESSAGE ? `${line.slice(0, KEPT_MESSAGE - 1)}…` : line
}

/** The place of a line, counted from 1. */
export function lineRange(line: number, column = 1, endLine = line, endColumn = column): Range {
  const start = { line: natural(line), column: natural(column) }
  const end = { line: Math.max(start.line, natural(endLine)), column: natural(endColumn) }
  if (end.line === start.line) end.column = Math.max(start.column, end.column)
  return { start, end }
}

const LARGEST = 2 ** 31 - 1

function natural(value: number): number {
  return Number.isFinite(value) ? Math.min(LARGEST, Math.max(1, Math.trunc(value))) : 1
}
