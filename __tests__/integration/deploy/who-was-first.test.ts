import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { thisOwner } from '../../../src/deploy/lease/owner.js'
import type { Ledger } from '../../../src/deploy/ledger/ledger.js'
import type { OperationRecord } from '../../../src/deploy/ledger/state.js'
import { Scene } from '../../support/changeover.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene
beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
  for (const version of ['1', '2']) await scene.deploy(await scene.release(version))
})
afterEach(() => scene.colors.stop())

/** A ledger in which another run makes its record just before this one. */
async function beatenBy(operation: OperationRecord | null): Promise<Ledger> {
  const ledger = scene.ledger()
  return {
    ...ledger,
    async record(previous, next, why) {
      const other = scene.ledger()
      const state = await other.read()
      await other.record(state, { ...state, operation }, 'another run was quicker')
      return ledger.record(previous, next, why)
    },
  }
}

async function atWork(): Promise<OperationRecord> {
  const release = { version: '9', digest: `sha256:${'9'.repeat(64)}` }
  return {
    ...{ id: 'other', kind: 'deploy', release, from_color: 'green', to_color: 'blue', attempt: 1 },
    ...{ owner: await thisOwner({ USER: 'colleague' }), started_at: '2026-11-25T10:00:00.000Z', phases: [] },
  }
}

test('a deploy that loses the race for the ledger names the other run, its start and a remedy', async () => {
  const release = await scene.release('3')
  const beaten = await scene.deploy(release, { ports: { ledger: await beatenBy(await atWork()) } })
  expect(beaten).toMatchObject({ outcome: 'aborted', reason: 'operation_in_flight' })
  expect(beaten.message).toContain(`A deploy of 9 is in flight:`)
  expect(beaten.message).toContain(`process ${process.pid}`)
  expect(beaten.message).toContain('since 2026-11-25T10:00:00.000Z')
  expect(beaten.remedy).toContain('--take-over')
  expect(scene.colors.sends).toBe('green')
})

test('a rollback as well', async () => {
  const beaten = await scene.rollback({ ports: { ledger: await beatenBy(await atWork()) } })
  expect(beaten).toMatchObject({ outcome: 'refused', reason: 'operation_in_flight' })
  expect(beaten.message).toContain(`process ${process.pid}`)
})

test('only says that the ledger moved when the other run has ended by then', async () => {
  const ports = { ledger: await beatenBy(null) }
  expect(await scene.deploy(await scene.release('3'), { ports })).toMatchObject({
    outcome: 'aborted',
    reason: 'ledger_moved',
  })
})
