import type { Range } from '../../yaml/source.js'
import type { Severity } from '../engine/finding.js'

/** One finding in the report of a linter, before its file is looked up in the folder. */
export interface Reported {
  severity: Severity
  message: string
  help: string
  /** Possible places. The first one that is a file of the folder is used. */
  places: Place[]
}

export interface Place {
  /** Absolute, or relative to the folder; `undefined` when it is not a file on this machine. */
  path: string | undefined
  range: Range
}

/** A whole report. */
export interface Report {
  findings: Reported[]
  /** How many findings are not kept. */
  more: number
  /** Why the tool did not run to completion, in its own words. */
  broken?: string
  /** How many tests ran, for reports that count tests. */
  ran?: number
}

/** How many findings of one linter are kept. */
export const KEPT_FINDINGS = 5_000
const KEPT_MESSAGE = 1_000

/** An untrusted text as one line of limited length. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, 4 * KEPT_MESSAGE)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > KEPT_MESSAGE ? `${line.slice(0, KEPT_MESSAGE - 1)}…` : line
}

/** The range of a line; lines and columns count from 1. */
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
