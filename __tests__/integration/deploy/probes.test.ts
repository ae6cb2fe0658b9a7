import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { operationMarkdown } from '../../../src/report/operation/markdown.js'
import { operationText } from '../../../src/report/operation/text.js'
import { FaultyServer } from '../../rig/faulty-server.js'
import { Scene } from '../../support/changeover.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene
let prometheus: FaultyServer
/** The values of the query, by color. */
let values: Record<string, string | undefined>

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
  values = { blue: '10', green: '11' }
  prometheus = await FaultyServer.start(({ query }) => {
    const value = values[query.get('query')?.match(/blue|green/)?.[0] ?? '']
    const result = value === undefined ? [] : [{ metric: {}, value: [0, value] }]
    return { status: 200, body: { status: 'success', data: { resultType: 'vector', result } } }
  })
})
afterEach(async () => {
  await scene.colors.stop()
  await prometheus.stop()
})

/** Settings whose only probe compares the slowness of the two colors. */
function comparing(more: object = {}): Record<string, unknown> {
  const query = 'slowness{color="${CHANGEOVER_COLOR}"}'
  const settings = { url: prometheus.url, query, at_most: '1.2x' }
  return scene.settings({
    verify: [
      { name: 'slowness', prometheus: settings, every: '20ms', failures: 1, inconclusive: 2, ...more },
    ],
  })
}

/** The colors that Prometheus was asked about since the last call. */
function asked(): Set<string> {
  const queries = prometheus.received.splice(0).map(({ query }) => query.get('query') ?? '')
  return new Set(queries.flatMap((query) => query.match(/blue|green/) ?? []))
}

describe('a probe that compares the colors', () => {
  test('queries the first color alone, then both, in each direction', async () => {
    expect(await scene.deploy(await scene.release('1', comparing()))).toMatchObject({ outcome: 'promoted' })
    expect(asked()).toEqual(new Set(['blue']))
    const second = await scene.deploy(await scene.release('2', comparing()))
    expect(second).toMatchObject({ outcome: 'promoted' })
    expect(asked()).toEqual(new Set(['blue', 'green']))
    expect(
      second.probes.map(({ phase, name, bad, inconclusive }) => ({ phase, name, bad, inconclusive })),
    ).toEqual([
      { phase: 'verify', name: 'slowness', bad: 0, inconclusive: 0 },
      { phase: 'bake', name: 'slowness', bad: 0, inconclusive: 0 },
    ])
    const back = await scene.rollback()
    expect(back).toMatchObject({ outcome: 'restored' })
    expect(asked()).toEqual(new Set(['blue', 'green']))
    expect(back.probes.map(({ phase }) => phase)).toEqual(['verify', 'bake'])
  })

  test('shifts traffic back when the new color is slower', async () => {
    await scene.deploy(await scene.release('1', comparing()))
    scene.colors.onSwitch = (to) => {
      if (to === 'green') values.green = '12.5'
    }
    const result = await scene.deploy(await scene.release('2', comparing()))
    expect(result).toMatchObject({ outcome: 'rolled_back', reason: 'probe_failed', live: { color: 'blue' } })
    const bake = result.probes.find(({ phase }) => phase === 'bake')
    expect(bake?.last.at(-1)).toMatchObject({
      verdict: 'bad',
      reason: 'comparison',
      why: "12.5 is more than 12: 1.2 times the other color's 10",
    })
    expect(operationText(result, { color: false })).toContain(bake?.last.at(-1)?.why)
    expect(operationMarkdown(result)).toContain('Last answers of slowness (bake)')
  })
})

test('a probe for the bake alone is not asked of a color without traffic, nor before a rollback', async () => {
  const settings = () => {
    const { verify, ...rest } = comparing({ during: 'bake' }) as { verify: object[] }
    return { ...rest, verify: [...verify, { name: 'up', run: 'true', during: 'verify' }] }
  }
  values = {}
  scene.colors.onSwitch = (to) => {
    values = { [to]: '10', [to === 'green' ? 'blue' : 'green']: '10' }
  }
  await scene.deploy(await scene.release('1', settings()))
  values = {}
  const second = await scene.deploy(await scene.release('2', settings()))
  expect(second).toMatchObject({
    outcome: 'promoted',
    probes: [{ phase: 'verify', name: 'up' }, { name: 'slowness' }],
  })
  values = {}
  expect(await scene.rollback()).toMatchObject({ outcome: 'restored' })
})

describe('an inconclusive answer', () => {
  test('before the shift: aborted, with a reason of its own', async () => {
    await scene.deploy(await scene.release('1', comparing()))
    values.green = undefined
    const result = await scene.deploy(await scene.release('2', comparing()))
    expect(result).toMatchObject({
      ...{ outcome: 'aborted', reason: 'probe_inconclusive', live: { color: 'blue' } },
      message: 'The probe "slowness" got no conclusive answer: the query finds nothing.',
      remedy: 'The color may be healthy: look at what the probe depends on.',
    })
    expect(result.probes).toMatchObject([{ phase: 'verify', asked: 3, good: 0, bad: 0, inconclusive: 3 }])
  })

  test('while the color has traffic: traffic goes back', async () => {
    await scene.deploy(await scene.release('1', comparing()))
    scene.colors.onSwitch = (to) => {
      if (to === 'green') values.green = 'NaN'
    }
    const result = await scene.deploy(await scene.release('2', comparing()))
    expect(result).toMatchObject({ outcome: 'rolled_back', reason: 'probe_inconclusive' })
  })
})

test('wrong settings stop it at once', async () => {
  const verify = [{ openstack: { auth_url: 'http://127.0.0.1:1/v3' } }]
  const result = await scene.deploy(await scene.release('1', scene.settings({ verify })))
  expect(result).toMatchObject({ outcome: 'aborted', reason: 'invalid_settings' })
  expect(result.message).toContain('OS_PASSWORD is not set')
})

test('an invalid address is told apart from one that refuses connections', async () => {
  const verify = [{ http: { url: 'http://127.0.0.1:${PORT:-x}/' } }]
  const result = await scene.deploy(await scene.release('1', scene.settings({ verify })))
  expect(result).toMatchObject({ outcome: 'aborted', reason: 'invalid_settings' })
  expect(result.message).toContain('verify[0].http.url is not an http or https URL')
})
