import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Ledger, LedgerError } from '../../../src/deploy/ledger/ledger.js'
import { Scene } from '../../support/changeover.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

/** A ledger whose remote is gone when the good end is to be recorded. */
function goneAtTheEnd(): Ledger {
  const ledger = scene.ledger()
  return {
    ...ledger,
    async record(previous, next, why) {
      if (why.endsWith('(completed)')) throw new LedgerError('ledger_unreachable', 'gone', 'Wait.')
      return ledger.record(previous, next, why)
    },
  }
}

const unrecorded = {
  outcome: 'failed',
  reason: 'ledger_unreachable',
  remedy: expect.stringContaining('again'),
}

test('a deploy whose end cannot be recorded says where traffic is, and the next run finishes it', async () => {
  await scene.deploy(await scene.release('1'))
  const release = await scene.release('2')
  const result = await scene.deploy(release, { ports: { ledger: goneAtTheEnd() } })
  expect(result).toMatchObject({ ...unrecorded, live: { color: 'green', release: { version: '2' } } })
  expect(result.message).toContain('2 is live on green')
  expect(scene.colors.sends).toBe('green')
  expect(await scene.deploy(release, { takeOver: true })).toMatchObject({ outcome: 'promoted' })
  expect(scene.colors.shifts).toEqual(['blue', 'green'])
})

test('a finalize as well', async () => {
  await scene.deploy(await scene.release('1'))
  const release = await scene.release('2')
  const ports = { ledger: goneAtTheEnd() }
  expect(await scene.deploy(release, { until: 'finalized', ports })).toMatchObject({
    ...unrecorded,
    live: { color: 'green' },
  })
})

test('a rollback as well: it is not refused, since traffic was shifted', async () => {
  await scene.deploy(await scene.release('1'))
  await scene.deploy(await scene.release('2'))
  expect(await scene.rollback({ ports: { ledger: goneAtTheEnd() } })).toMatchObject({
    ...unrecorded,
    live: { color: 'blue', release: { version: '1' } },
  })
  expect(scene.colors.sends).toBe('blue')
})

test('a deploy in place as well', async () => {
  const release = await scene.release('1', { strategy: 'in_place', deploy: { run: 'true' } })
  expect(await scene.deploy(release, { ports: { ledger: goneAtTheEnd() } })).toMatchObject(unrecorded)
})
