// Generates the table of phases in docs/how-it-works.md, from the table that the code uses.
import { readFile } from 'node:fs/promises'
import { transform } from 'esbuild'
import { cell, table, withPart } from './markdown.mjs'

const SOURCE = 'src/deploy/phases/phases.ts'
const PAGE = 'docs/how-it-works.md'

const HEAD = [
  'Phase',
  'Of',
  'The ledger records',
  'Traffic is on',
  'The same release again',
  'Another release, or a rollback',
  'Way back',
]
const TRAFFIC = { old: 'the old color', moving: 'ask the router', new: 'the new color' }
const RESUMED = {
  anew: 'repeats it',
  once: 'repeats it unless it was done',
  ask: 'asks the router what is left',
}
const ON_ABORT = {
  leave: 'ends it: `aborted`',
  back: 'traffic goes back: `rolled_back`',
  stay: 'traffic stays: `failed`',
}

/** The page with a new table. */
export async function machinePage(root) {
  const { code } = await transform(await readFile(new URL(SOURCE, root), 'utf8'), { loader: 'ts' })
  const { MACHINE } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  const before = await readFile(new URL(PAGE, root), 'utf8')
  return { path: PAGE, text: withPart(before, 'machine', `\n${machineTable(MACHINE)}\n`), source: SOURCE }
}

/** The table, with a row for each phase. Throws when a value has no description here. */
export function machineTable(machine) {
  const rows = machine.map(({ phase, in: kinds, records, traffic, resumed, on_abort, way_back }) => [
    `\`${phase}\``,
    kinds.join(', '),
    cell(records),
    said(TRAFFIC, traffic),
    said(RESUMED, resumed),
    said(ON_ABORT, on_abort),
    way_back ? 'yes' : 'no',
  ])
  return table(HEAD, rows)
}

function said(words, value) {
  if (!Object.hasOwn(words, value))
    throw new Error(`${SOURCE} has "${value}", which ${PAGE} has no words for.`)
  return words[value]
}
