import { appendFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CellEnd } from './boundaries.js'
import type { KillEnd } from './random-kills.js'

/** The crash matrix, as a Markdown table: one row for each record and moment. */
export function matrixTable(ends: readonly CellEnd[]): string {
  const rows = new Map<string, { users: Set<string>; again: string; other: string }>()
  for (const { kind, record, moment, next, users, after } of ends) {
    const key = `${kind} | ${record} | ${moment}`
    const row = rows.get(key) ?? { users: new Set<string>(), again: '', other: '' }
    row.users.add(users)
    if (next === 'again') row.again = after
    else row.other = `${next}: ${after}`
    rows.set(key, row)
  }
  const lines = [...rows].map(
    ([key, { users, again, other }]) => `| ${key} | ${[...users].join(', ')} | ${again} | ${other} |`,
  )
  return [
    '| killed | record | moment | users meanwhile | the same again | something else |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
}

/** Where runs died that were killed at random moments, and how many runs it took after them, as a Markdown table. */
export function momentsTable(ends: readonly KillEnd[]): string {
  const rows = new Map<string, string[][]>()
  for (const { kind, diedAfter, after } of ends) {
    const record = `${kind} | ${diedAfter.replace(/ \d+\.\d+\.\d+:/, ':')}`
    rows.set(record, [...(rows.get(record) ?? []), after])
  }
  const lines = [...rows].sort().map(([record, killed]) => {
    const longest = Math.max(...killed.map(({ length }) => length))
    const words = [...new Set(killed.map((after) => after.at(-1)))].join(', ')
    return `| ${record} | ${killed.length} | ${longest} | ${words} |`
  })
  return [
    '| killed | newest record | times | runs after it, at most | which ended |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
}

const FILE = join(dirname(fileURLToPath(import.meta.url)), '../../../reports/survival.jsonl')

/** Keep what came out of kills, one JSON document a line. */
export async function keep(figures: readonly object[]): Promise<void> {
  await mkdir(dirname(FILE), { recursive: true })
  await appendFile(FILE, figures.map((figure) => `${JSON.stringify(figure)}\n`).join(''))
}
