import { expect, test } from '@jest/globals'
import { findDrift } from '../../../src/drift/drift.js'
import { bad, GOOD, type Probe } from '../../../src/drivers/probes/probe.js'
import type { NodeState, RouterState } from '../../../src/drivers/routers/router.js'
import { systemClock } from '../../../src/platform/clock.js'

const at = (node: string, current: RouterState): NodeState => ({ node, current, services: {}, error: null })
const gone: NodeState = { node: 'lb2', current: null, services: {}, error: 'router_unreachable: gone.' }

const probe = (good: boolean): Probe => ({
  name: 'token round trip',
  ask: async () => (good ? GOOD : bad('status', 'status 500')),
})

const schedule = { everyMs: 1, passes: 3, failures: 10, inconclusive: 10 }
const find = (nodes: readonly NodeState[], good = true) =>
  findDrift('blue', nodes, [{ probe: probe(good), schedule }], systemClock, new AbortController().signal)

test('all as it should be', async () => {
  expect(await find([at('lb1', 'blue'), at('lb2', 'blue')])).toEqual([])
})

test.each<[RouterState, string]>([
  ['green', 'to green'],
  ['split', 'to both colors'],
  ['none', 'nowhere'],
])('the router says %s', async (current, where) => {
  expect(await find([at('lb1', current)])).toEqual([
    { kind: 'router', message: `blue is live, but node lb1 sends traffic ${where}` },
  ])
})

test('the nodes that differ are named, and no others', async () => {
  expect(await find([at('lb1', 'blue'), at('lb2', 'green'), at('lb3', 'split')])).toEqual([
    { kind: 'router', message: 'blue is live, but node lb2 sends traffic to green' },
    { kind: 'router', message: 'blue is live, but node lb3 sends traffic to both colors' },
  ])
})

test('what could not be asked is a difference, and so is a probe that says no', async () => {
  expect(await find([at('lb1', 'blue'), gone], false)).toEqual([
    { kind: 'router_unreachable', message: 'node lb2: router_unreachable: gone.' },
    { kind: 'health', message: 'The probe "token round trip" failed: status 500.' },
  ])
})
