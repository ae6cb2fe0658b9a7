import { hostname } from 'node:os'
import { expect } from '@jest/globals'
import { thisMachine } from '../../src/deploy/lease/owner.js'
import type { Router } from '../../src/drivers/routers/router.js'
import type { Release } from '../../src/release/open.js'
import type { Scene } from './changeover.js'

/** An owner whose process has ended. */
export const dead = {
  host: hostname(),
  machine: await thisMachine(),
  pid: 2 ** 22 - 1,
  started: 1,
  name: 'a run that died',
  run: null,
}

/**
 * Let a deploy, or a rollback, die as soon as the ledger has recorded what `at` names, or the router has shifted: from then on the
 * run neither records nor routes anything.
 */
export async function dieAt(
  scene: Scene,
  at: string,
  what: Release | 'rollback',
  until: 'shifted' | 'finalized' = 'shifted',
): Promise<void> {
  const { colors } = scene
  const ledger = scene.ledger()
  let died = false
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (died) throw new Error('a dead run does nothing')
    return work()
  }
  const mortal: typeof ledger = {
    ...ledger,
    record: (previous, next, why) =>
      alive(async () => {
        const state = await ledger.record(previous, next, why)
        died = why.endsWith(at)
        return died ? Promise.reject(new Error('killed')) : state
      }),
  }
  const router: Router = {
    current: () => alive(() => colors.current()),
    nodes: () => alive(() => colors.nodes()),
    check: (to) => alive(() => colors.check(to)),
    shiftTo: (to) =>
      alive(async () => {
        await colors.shiftTo(to)
        died = at === 'after the shift'
      }),
  }
  const ports = { ledger: mortal, owner: dead, router: () => router }
  if (what === 'rollback') await scene.rollback({ ports })
  else await scene.deploy(what, { until, ports })
  expect(died).toBe(true)
}
