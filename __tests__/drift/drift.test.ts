import { expect, test } from '@jest/globals'
import { findDrift } from '../../src/drift/drift.js'
import { bad, GOOD, type Probe } from '../../src/drivers/probes/probe.js'
import { type Current, type Router, RouterError } from '../../src/drivers/routers/router.js'
import { systemClock } from '../../src/platform/clock.js'

const router = (current: Current | RouterError): Router => ({
  async current() {
    if (current instanceof RouterError) throw current
    return current
  },
  switchTo: () => Promise.reject(new Error('drift never switches')),
  check: () => Promise.reject(new Error('drift never checks')),
})

const probe = (good: boolean): Probe => ({
  name: 'token round trip',
  ask: async () => (good ? GOOD : bad('status', 'status 500')),
})

const schedule = { everyMs: 1, passes: 3, failures: 10, inconclusive: 10 }
const find = (current: Current | RouterError, good: boolean) =>
  findDrift(
    'blue',
    router(current),
    [{ probe: probe(good), schedule }],
    systemClock,
    new AbortController().signal,
  )

test('all as it should be', async () => {
  expect(await find('blue', true)).toEqual([])
})

test.each<[Current, string]>([
  ['green', 'to green'],
  ['split', 'to both colors'],
  ['none', 'nowhere'],
])('the router says %s', async (current, where) => {
  expect(await find(current, true)).toEqual([
    { kind: 'router', message: `blue is live, but the router sends users ${where}` },
  ])
})

test('what could not be asked is a difference, and so is a probe that says no', async () => {
  expect(await find(new RouterError('router_unreachable', 'lb1', 'gone'), false)).toEqual([
    { kind: 'router_unreachable', message: 'lb1: gone' },
    { kind: 'health', message: 'The probe "token round trip" failed: status 500.' },
  ])
})
