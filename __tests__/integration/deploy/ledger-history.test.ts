import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { historyOf } from '../../../src/deploy/ledger/history.js'
import type { LedgerHistory, LedgerRecord } from '../../../src/deploy/ledger/ledger.js'
import { emptyState, type OperationRecord, type State } from '../../../src/deploy/ledger/state.js'
import { historyText, timelineText } from '../../../src/report/status/history.js'
import { Scene } from '../../support/changeover.js'
import { dieAt } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.inGit(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

const read = (which: number | string) => historyOf(scene.ledger(), 'production', which)

describe('the history of an environment', () => {
  test('lists each operation with its end and its runs, newest first', async () => {
    expect(await read(20)).toMatchObject({ schema: 'changeover/history/v1', operations: [] })
    const first = await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    await dieAt(scene, ': deploy', release)
    await scene.deploy(release, { until: 'verified' })
    await scene.deploy(release)
    await scene.rollback()
    const { operations } = await read(20)
    expect(
      operations.map(({ kind, release: { version }, from_color, to_color, outcome, reason, attempts }) => [
        `${kind} ${version} ${from_color}-${to_color} ${outcome} ${reason}`,
        attempts.map(({ attempt, end }) => `${attempt} ${end}`),
      ]),
    ).toEqual([
      ['rollback 1 green-blue restored completed', ['1 ended']],
      ['deploy 2 blue-green promoted completed', ['1 abandoned', '2 waits', '3 ended']],
      ['deploy 1 null-blue promoted completed', ['1 ended']],
    ])
    expect(operations[1]?.attempts[0]?.by).toBe('a run that died')
    expect(operations[2]).toMatchObject({
      id: first.operation,
      started_at: expect.stringMatching(/Z$/),
    })
    const [start, end] = [first.started_at, first.ended_at].map((time) => Date.parse(time))
    expect(operations[2]?.duration_ms).toBeGreaterThan(300) // the bake
    expect(operations[2]?.duration_ms).toBeLessThanOrEqual((end ?? 0) - (start ?? 0))
    expect((await read(2)).operations.map(({ kind }) => kind)).toEqual(['rollback', 'deploy'])
  })

  test('one that another release replaced', async () => {
    await scene.deploy(await scene.release('1'))
    await dieAt(scene, ': deploy', await scene.release('2'))
    const unfinished = (await read(1)).operations[0]
    expect(unfinished).toMatchObject({ outcome: null, ended_at: null, attempts: [{ end: 'running' }] })
    await scene.deploy(await scene.release('3'))
    expect((await read('nothing').catch((error: unknown) => error)) as object).toMatchObject({
      code: 'unknown_operation',
    })
    const id = unfinished?.id.slice(0, 8) ?? ''
    expect((await read(id)).operations[0]).toMatchObject({
      outcome: 'aborted',
      reason: 'superseded',
      attempts: [{ by: 'a run that died', end: 'abandoned' }],
    })
  })

  test('shows the timeline of an operation: each record with its time, duration and owner', async () => {
    await scene.deploy(await scene.release('1'))
    const [operation] = (await read(1)).operations
    const timeline = operation?.timeline ?? []
    expect(timeline.map(({ what }) => what)).toEqual(await scene.journal())
    expect(timeline.map(({ phase }) => phase)).toEqual([
      null,
      ...['fetch', 'expand', 'deploy', 'verify', 'shift', 'bake'],
      null,
    ])
    const took = timeline.map(({ took_ms }) => took_ms)
    expect(took.at(-1)).toBeNull()
    // a bake of 300 ms is longer than what comes before it
    expect(took.at(-2)).toBeGreaterThanOrEqual(300)
    const sum = took.reduce<number>((all, ms) => all + (ms ?? 0), 0)
    expect(Math.abs(sum - (operation?.duration_ms ?? 0))).toBeLessThan(1000)
  })
})

describe('records in pages', () => {
  /** A ledger of `count` deploys with three records each. */
  function many(count: number): LedgerHistory & { place: string; pages: number } {
    const records: LedgerRecord[] = []
    let state: State = emptyState('production', 'blue_green')
    const put = (why: string, next: State) => {
      state = next
      const at = new Date(Date.UTC(2026, 10, 1, 0, 0, records.length)).toISOString()
      records.unshift({ id: `c${records.length}`, at, why, state })
    }
    for (let n = 0; n < count; n++) {
      const operation = operationOf(`id-${n}`)
      put('claimed', { ...state, operation })
      put('verify', { ...state, operation })
      const { id, kind, release, from_color, to_color, started_at } = operation
      const common = { id, kind, release, from_color, to_color, started_at }
      const ended = {
        ...{ ...common, outcome: 'promoted', reason: 'completed', by: 'me', ended_at: started_at },
        ...{ shift_ms: null, monitor: null },
      }
      put('promoted', { ...state, operation: null, history: [ended as State['history'][number]] })
    }
    return {
      place: 'here',
      pages: 0,
      async history(limit, before) {
        this.pages += 1
        const from = before === undefined ? 0 : records.findIndex(({ id }) => id === before) + 1
        return records.slice(from, from + limit)
      },
    }
  }

  function operationOf(id: string): OperationRecord {
    const release = { version: id, digest: 'sha256:0' }
    const owner = { host: 'h', machine: null, pid: 1, started: 1, name: 'me', run: null }
    const started_at = '2026-11-01T00:00:00.000Z'
    const colors = { from_color: 'blue', to_color: 'green' } as const
    return { id, kind: 'deploy', release, ...colors, attempt: 1, owner, started_at, phases: [] }
  }

  test('an operation across two pages is one, and only the needed pages are read', async () => {
    const source = many(100)
    const all = await historyOf(source, 'production', 1000)
    expect(all.operations).toHaveLength(100)
    expect(all.operations.map(({ timeline }) => timeline.length)).toEqual(Array(100).fill(3))
    expect(all.operations.every(({ outcome }) => outcome === 'promoted')).toBe(true)
    source.pages = 0
    await historyOf(source, 'production', 20)
    expect(source.pages).toBe(1)
  })

  test('an invalid record hides no other one', async () => {
    const source = many(2)
    const [, broken] = await source.history(2)
    if (broken) broken.state = null
    const { operations } = await historyOf(source, 'production', 20)
    expect(operations.map(({ outcome }) => outcome)).toEqual(['promoted', 'promoted'])
  })

  test('as text: a table, and one operation with its records', async () => {
    const history = await historyOf(many(2), 'production', 20)
    expect(historyText(history, { color: false }).split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^id +started +took +operation +color +outcome +attempts +by$/),
      expect.stringMatching(
        /^id-1 +2026-11-01T00:00:00Z +0\.0 s +deploy id-1 +blue → green +promoted +1 +me$/,
      ),
    ])
    const text = timelineText(await historyOf(many(2), 'production', 'id-0'), { color: false })
    expect(text).toContain('deploy id-0, blue → green: promoted')
    expect(text).toMatch(/^00:00:01\.000 +1\.0 s +verify +1 +me +c1$/m)
  })
})
