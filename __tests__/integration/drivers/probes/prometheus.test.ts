import { afterEach, describe, expect, test } from '@jest/globals'
import { type PrometheusProbeOptions, prometheusProbe } from '../../../../src/drivers/probes/prometheus.js'
import { FaultyServer, type Reply } from '../../../rig/faulty-server.js'
import { freePort } from '../../../rig/ports.js'

let server: FaultyServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

/** A Prometheus that knows one value for each query. */
async function serve(values: Record<string, string | Reply>): Promise<FaultyServer> {
  server = await FaultyServer.start(({ path, query }) => {
    const value = values[query.get('query') ?? '']
    if (path !== '/api/v1/query' || value === undefined) return { status: 404 }
    return typeof value === 'string' ? vector(value) : value
  })
  return server
}

function vector(...values: string[]): Reply {
  const result = values.map((value, n) => ({ metric: { n: String(n) }, value: [1764041283.1, value] }))
  return { status: 200, body: { status: 'success', data: { resultType: 'vector', result } } }
}

function ask(url: string, options: Partial<PrometheusProbeOptions> = {}) {
  const probe = prometheusProbe({
    ...{ name: 'x', url, query: 'own', otherQuery: undefined, timeoutMs: 5_000 },
    ...options,
  })
  return probe.ask(new AbortController().signal)
}

describe('thresholds', () => {
  test.each<[string, Partial<PrometheusProbeOptions>, boolean]>([
    ['0.01', { below: 0.05 }, true],
    ['0.05', { below: 0.05 }, false],
    ['99.9', { above: 99 }, true],
    ['99', { above: 99 }, false],
    ['+Inf', { below: 1e300 }, false],
    ['-Inf', { above: 0 }, false],
    ['5', { above: 1, below: 10 }, true],
  ])('%s with %j: %s', async (value, options, good) => {
    const { url } = await serve({ own: value })
    const expected = good ? { verdict: 'good' } : { verdict: 'bad', reason: 'threshold' }
    expect(await ask(url, options)).toMatchObject(expected)
  })

  test('a scalar counts as a number', async () => {
    const body = { status: 'success', data: { resultType: 'scalar', result: [1764041283, '7'] } }
    const { url } = await serve({ own: { status: 200, body } })
    expect(await ask(url, { above: 6 })).toEqual({ verdict: 'good' })
  })
})

describe('compared with the other color', () => {
  test.each<[string, string, number, boolean]>([
    ['1.2', '1', 0, true],
    ['1.3', '1', 0, false],
    ['0', '0', 0, true],
    ['0.001', '0', 0, false],
    ['0.001', '0', 0.002, true],
  ])('%s against %s with a margin of %d: %s', async (own, other, margin, good) => {
    const { url } = await serve({ own, other })
    const answer = await ask(url, { otherQuery: 'other', atMost: { times: 1.2, margin } })
    expect(answer).toMatchObject(good ? { verdict: 'good' } : { verdict: 'bad', reason: 'comparison' })
  })

  test('is inconclusive when the other color has no number', async () => {
    const { url } = await serve({ own: '1', other: 'NaN' })
    expect(await ask(url, { otherQuery: 'other', atMost: { times: 1.2, margin: 0 } })).toMatchObject({
      verdict: 'inconclusive',
      reason: 'nan',
    })
  })

  test('needs its own number also without another color', async () => {
    const { url } = await serve({ own: '1' })
    expect(await ask(url, { atMost: { times: 1, margin: 0 } })).toEqual({ verdict: 'good' })
    expect(await ask(url, { query: 'unknown', atMost: { times: 1, margin: 0 } })).toMatchObject({
      verdict: 'inconclusive',
    })
  })
})

describe('is inconclusive for', () => {
  const success = (data: unknown, more: object = {}): Reply => ({
    status: 200,
    body: { status: 'success', data, ...more },
  })

  test.each<[string, Reply, string]>([
    ['no series', vector(), 'empty'],
    ['several series', vector('1', '2'), 'several'],
    ['NaN', vector('NaN'), 'nan'],
    ['an empty value', vector(''), 'nan'],
    ['a matrix', success({ resultType: 'matrix', result: [] }), 'json'],
    ['no result', success({}), 'json'],
    ['no data', success(undefined), 'json'],
    [
      'a warning',
      success({ resultType: 'scalar', result: [0, '1'] }, { warnings: ['store down'] }),
      'warnings',
    ],
    ['garbage', { status: 200, body: '<html>' }, 'status'],
    ['a bad query', { status: 400, body: { status: 'error', error: 'parse error' } }, 'status'],
    ['a proxy that wants a login', { status: 401, body: '' }, 'status'],
    ['an answer that is too long', { status: 200, body: 'x'.repeat(2_000_000) }, 'too_large'],
  ])('%s', async (_title, reply, reason) => {
    const { url } = await serve({ own: reply })
    expect(await ask(url, { below: 10 })).toMatchObject({ verdict: 'inconclusive', reason })
  })

  test('no Prometheus', async () => {
    const answer = await ask(`http://127.0.0.1:${await freePort()}`, { below: 10 })
    expect(answer).toMatchObject({ verdict: 'inconclusive', reason: 'refused' })
  })

  test('a slow Prometheus', async () => {
    const slow = await serve({ own: '1' })
    slow.fail(/GET/, { kind: 'hang' })
    expect(await ask(slow.url, { below: 10, timeoutMs: 200 })).toMatchObject({
      verdict: 'inconclusive',
      reason: 'timeout',
    })
  })
})

test('a token is sent, and never shown', async () => {
  const { url, received } = await serve({ own: { status: 403 } })
  const answer = await ask(url, { below: 1, send: { Authorization: 'Bearer hidden' } })
  expect(received[0]?.headers.authorization).toBe('Bearer hidden')
  expect(JSON.stringify(answer)).not.toContain('hidden')
})
