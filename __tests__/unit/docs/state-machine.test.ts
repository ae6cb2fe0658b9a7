import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import type { Slot } from '../../../src/deploy/ledger/state.js'
import { MACHINE } from '../../../src/deploy/phases/phases.js'
import { ARROWS } from '../deploy/model/slots.js'

test('the table of the state machine says of each phase whether there is a way back', async () => {
  const page = await readFile('docs/how-it-works.md', 'utf8')
  const table = page.slice(page.indexOf('<!-- begin machine -->'), page.indexOf('<!-- end machine -->'))
  const rows = [...table.matchAll(/^\| `(\w+)` .* (yes|no) +\|$/gm)].map(
    ([, phase, back]) => `${phase} ${back}`,
  )
  expect(rows).toEqual(MACHINE.map(({ phase, way_back }) => `${phase} ${way_back ? 'yes' : 'no'}`))
})

test('the diagram of what a color holds has every state, and no way out of live but by users', () => {
  const states: Record<Slot['state'], true> = {
    deploying: true,
    ready: true,
    live: true,
    standby: true,
    rejected: true,
    retiring: true,
    retired: true,
  }
  const arrows = [...ARROWS].map((arrow) => arrow.split(' '))
  expect(new Set(arrows.flat())).toEqual(new Set(['[*]', ...Object.keys(states)]))
  expect(arrows.flatMap(([from, to]) => (from === 'live' ? [to] : []))).toEqual(['standby', 'rejected'])
})
