import { describe, expect, test } from '@jest/globals'
import { HeldLease } from '../../../src/deploy/lease/held-lease.js'
import { LeaseRefused, LeaseTaken, leaseOf, readLease } from '../../../src/deploy/lease/lease.js'
import { livenessByLease } from '../../../src/deploy/lease/lease-watch.js'
import type { Owner } from '../../../src/deploy/ledger/state.js'
import { newRecord } from '../../../src/deploy/phases/operation.js'
import { silentLog } from '../../../src/platform/log.js'
import { FakeTime } from '../../support/fake-time.js'
import { MemoryLease } from '../../support/memory-lease.js'

const owner: Owner = { host: 'far', machine: null, pid: 7, started: 1, name: 'ada', run: null }
const release = { version: '2', digest: 'sha256:0' }
const operation = newRecord('deploy', release, 'blue', 'green', '2026-11-24T10:00:00Z')

function slot() {
  const time = new FakeTime()
  const lease = new MemoryLease()
  const heldLease = new HeldLease({ lease, clock: time, monotonic: time.monotonic, log: silentLog, owner })
  heldLease.hold(operation)
  return { time, lease, heldLease }
}

const unreachable = async () => {
  throw new Error('no way')
}

describe('a run that owns an operation', () => {
  test('renews its lease every 20 s until the operation is over, then removes it', async () => {
    const { time, lease, heldLease } = slot()
    await time.pass(0)
    expect(lease.held?.lease).toEqual({
      schema: 'changeover/lease/v1',
      operation: operation.id,
      attempt: 1,
      owner: { host: 'far', pid: 7, started: 1, name: 'ada' },
      renewed_at: '2026-11-24T10:00:00.000Z',
      lease_s: 300,
    })
    await time.pass(3_600_000)
    expect(lease.renewals).toBe(181)
    expect(heldLease.signal.aborted).toBe(false)
    heldLease.release()
    await heldLease.close()
    expect(lease.held).toBeUndefined()
    await time.pass(280_000)
    expect(lease.renewals).toBe(181)
  })

  test('leaves its lease to expire when it ends before the operation', async () => {
    const { time, lease, heldLease } = slot()
    await time.pass(0)
    await heldLease.close()
    expect(lease.held).toBeDefined()
    await time.pass(280_000)
    expect(lease.renewals).toBe(1)
  })

  test('repeats a failed renewal soon, and continues', async () => {
    const { time, lease, heldLease } = slot()
    await time.pass(1000)
    lease.fault = unreachable
    await time.pass(260_000)
    lease.fault = async () => {}
    await time.pass(10_000)
    expect(lease.renewals).toBeGreaterThan(1)
    await time.pass(60_000)
    expect(heldLease.signal.aborted).toBe(false)
  })

  test('stops half a minute before its lease expires', async () => {
    const { time, lease, heldLease } = slot()
    await time.pass(1000)
    lease.fault = unreachable
    await time.pass(268_000)
    expect(heldLease.signal.aborted).toBe(false)
    await time.pass(3_000)
    expect(heldLease.signal.reason).toMatchObject({ reason: 'lease_lost' })
  })

  test('stops also while a renewal hangs, and begins no second one', async () => {
    const { time, lease, heldLease } = slot()
    await time.pass(1000)
    lease.fault = () => new Promise(() => {})
    await time.pass(275_000)
    expect(heldLease.signal.reason).toMatchObject({ reason: 'lease_lost' })
    expect(lease.atOnce).toBe(1)
  })

  test('stops after its machine was suspended, although its monotonic clock did not advance', async () => {
    const { time, lease, heldLease } = slot()
    await time.pass(1000)
    time.setClock(600_000)
    await time.pass(1000)
    expect(heldLease.signal.reason).toMatchObject({ reason: 'lease_lost' })
    expect(lease.renewals).toBe(1)
  })

  test('notices the expiry although the clock was set back', async () => {
    const { time, lease, heldLease } = slot()
    await time.pass(1000)
    lease.fault = unreachable
    time.setClock(-3_600_000)
    await time.pass(275_000)
    expect(heldLease.signal.reason).toMatchObject({ reason: 'lease_lost' })
  })

  test('continues without a lease where none is accepted, unless one was written before', async () => {
    const refused = async () => {
      throw new LeaseRefused(new Error('not here'))
    }
    const time = new FakeTime()
    const lease = new MemoryLease()
    lease.fault = refused
    const heldLease = new HeldLease({ lease, clock: time, monotonic: time.monotonic, log: silentLog, owner })
    heldLease.hold(operation)
    await time.pass(3_600_000)
    expect(heldLease.signal.aborted).toBe(false)

    const other = slot()
    await other.time.pass(1000)
    other.lease.fault = refused
    await other.time.pass(280_000)
    expect(other.heldLease.signal.aborted).toBe(true)
  })

  test('stops at once when another run has the lease', async () => {
    const { time, lease, heldLease } = slot()
    await time.pass(1000)
    lease.fault = async () => {
      throw new LeaseTaken()
    }
    await time.pass(20_000)
    expect(heldLease.signal.reason).toMatchObject({ reason: 'lease_lost' })
  })

  test('that continues with its next operation renews for that one', async () => {
    const { time, lease, heldLease } = slot()
    await time.pass(1000)
    heldLease.release()
    heldLease.hold({ ...operation, id: 'next', attempt: 2 })
    await time.pass(1000)
    expect(lease.held?.lease).toMatchObject({ operation: 'next', attempt: 2 })
    await time.pass(280_000)
    expect(lease.atOnce).toBe(1)
    expect(heldLease.signal.aborted).toBe(false)
  })
})

describe('a run that finds the operation of another', () => {
  function found(ageMs: number) {
    const time = new FakeTime()
    const lease = new MemoryLease()
    const renewed = new Date(time.now().getTime() - ageMs)
    lease.held = { id: 'a', lease: leaseOf(operation, owner, renewed) }
    const asked = livenessByLease(owner, { lease, clock: time, monotonic: time.monotonic, log: silentLog })
    return { time, lease, asked, renew: () => lease.renew(leaseOf(operation, owner, renewed)) }
  }

  function forget(lease: MemoryLease): void {
    lease.read = () => Promise.reject(new Error('gone'))
  }

  test('finds it alive while its lease lasts', async () => {
    expect(await found(12_000).asked).toEqual({ state: 'alive', why: 'its lease was renewed 12 s ago' })
    expect(await found(299_000).asked).toMatchObject({ state: 'alive' })
  })

  test('finds it dead when the lease has expired and is not renewed for another 30 s', async () => {
    const { time, asked } = found(301_000)
    let answer: unknown
    asked.then((liveness) => {
      answer = liveness
    })
    await time.pass(29_000)
    expect(answer).toBeUndefined()
    await time.pass(2_000)
    expect(answer).toEqual({ state: 'dead', why: 'its lease was last renewed 5 min ago' })
  })

  test('finds it alive when it still renews, whatever the own clock says', async () => {
    const { time, asked, renew } = found(86_400_000)
    await time.pass(20_000)
    await renew()
    await time.pass(5_000)
    expect(await asked).toEqual({ state: 'alive', why: 'its lease was renewed a moment ago' })
  })

  test('watches for the whole time although the clock jumps', async () => {
    const { time, asked, renew } = found(301_000)
    await time.pass(5_000)
    time.setClock(3_600_000)
    await time.pass(10_000)
    await renew()
    await time.pass(20_000)
    expect(await asked).toMatchObject({ state: 'alive' })
  })

  test.each<[string, (lease: MemoryLease) => void]>([
    [
      'there is no lease',
      (lease) => {
        lease.held = undefined
      },
    ],
    [
      'it is that of another process',
      (lease) => {
        lease.held = { id: 'a', lease: leaseOf(operation, { ...owner, pid: 8 }, new Date(0)) }
      },
    ],
    ['it cannot be read', forget],
  ])('finds it unknown when %s', async (_name, change) => {
    const { lease } = found(301_000)
    change(lease)
    const time = new FakeTime()
    const asked = livenessByLease(owner, { lease, clock: time, monotonic: time.monotonic, log: silentLog })
    await time.pass(60_000)
    expect(await asked).toMatchObject({ state: 'unknown', why: expect.stringContaining('far') })
  })

  test('finds it unknown when the lease is removed or unreadable while it is watched', async () => {
    for (const change of [
      (lease: MemoryLease) => lease.remove(),
      async (lease: MemoryLease) => forget(lease),
    ]) {
      const { time, lease, asked } = found(301_000)
      await time.pass(10_000)
      await change(lease)
      await time.pass(60_000)
      expect(await asked).toMatchObject({ state: 'unknown' })
    }
  })
})

describe('the text of a lease', () => {
  const good = leaseOf(operation, owner, new Date(0))
  test('is read back', () => {
    expect(readLease(JSON.stringify(good))).toEqual(good)
  })
  test.each([
    '',
    'null',
    '[]',
    '{"schema":"changeover/lease/v1"}',
    JSON.stringify({ ...good, schema: 'changeover/lease/v2' }),
    JSON.stringify({ ...good, owner: { ...owner, pid: '7' } }),
    JSON.stringify({ ...good, renewed_at: 'yesterday' }),
    JSON.stringify({ ...good, lease_s: -1 }),
    JSON.stringify({ ...good, lease_s: null }),
  ])('is not valid: %s', (text) => {
    expect(readLease(text)).toBeUndefined()
  })
})
