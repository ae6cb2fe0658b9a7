import { readFile } from 'node:fs/promises'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type HttpProbeOptions, httpProbe } from '../../../../src/drivers/probes/http.js'
import { readTrust } from '../../../../src/drivers/probes/tls.js'
import { FaultyServer, type Received, type Reply } from '../../../rig/faulty-server.js'
import { freePort } from '../../../rig/ports.js'
import { RawServer } from './raw-server.js'

const signal = () => new AbortController().signal
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function serve(answer: (call: Received) => Reply): Promise<FaultyServer> {
  const server = await FaultyServer.start(answer)
  stops.push(() => server.stop())
  return server
}

async function raw(bytes: string | ((write: (text: string) => void) => void)): Promise<string> {
  const server = await RawServer.start((socket) => {
    socket.once('data', () => {
      if (typeof bytes === 'string') socket.end(bytes)
      else bytes((text) => socket.write(text))
    })
  })
  stops.push(() => server.stop())
  return server.url
}

function ask(url: string, options: Partial<HttpProbeOptions> = {}) {
  return httpProbe({ name: 'x', url, timeoutMs: 5_000, ...options }).ask(signal())
}

const BODY = {
  version: { id: 'v3.14', 'media-types': [{ base: 'application/json' }] },
  status: 'stable',
  n: 3,
}

describe('an answer', () => {
  test.each<[number, Partial<HttpProbeOptions>, string | undefined]>([
    [200, {}, undefined],
    [300, {}, undefined],
    [404, {}, 'status'],
    [503, {}, 'status'],
    [401, { status: [401] }, undefined],
    [200, { status: [204] }, 'status'],
    [200, { contains: 'stable' }, undefined],
    [200, { contains: 'deprecated' }, 'body'],
    [200, { matches: '"id":\\s*"v3\\.\\d+"' }, undefined],
    [200, { matches: '"id":\\s*"v2' }, 'body'],
    [200, { header: { 'X-Color': 'green' } }, undefined],
    [200, { header: { 'X-Color': 'blue' } }, 'header'],
    [200, { header: { 'X-Other': 'green' } }, 'header'],
    [200, { json: { 'version.id': 'v3.14', n: 3 } }, undefined],
    [200, { json: { 'version.media-types[*].base': 'application/json' } }, undefined],
    [200, { json: { n: '3' } }, 'json'],
    [200, { json: { 'version.missing': 1 } }, 'json'],
    [200, { json: { constructor: 'x' } }, 'json'],
    [200, { method: 'HEAD', header: { 'X-Color': 'green' } }, undefined],
  ])('status %d with %j: %s', async (status, options, reason) => {
    const server = await serve(() => ({ status, headers: { 'x-color': 'green' }, body: BODY }))
    const answer = await ask(`${server.url}/v3`, options)
    expect(answer).toMatchObject(reason === undefined ? { verdict: 'good' } : { verdict: 'bad', reason })
    expect(server.received[0]?.method).toBe(options.method ?? 'GET')
  })

  test('is bad when it is not the expected JSON', async () => {
    const server = await serve(() => ({ status: 200, body: '{"status": "sta' }))
    expect(await ask(server.url, { json: { status: 'stable' } })).toMatchObject({
      verdict: 'bad',
      reason: 'json',
    })
  })

  test('is inconclusive when a pattern backtracks for too long', async () => {
    const server = await serve(() => ({ status: 200, body: `${'a'.repeat(60_000)}!` }))
    expect(await ask(server.url, { matches: '(a+)+$' })).toMatchObject({
      verdict: 'inconclusive',
      reason: 'pattern',
    })
  })

  test('never shows the query or a password of the address', async () => {
    const server = await serve(() => ({ status: 500 }))
    const url = `${server.url.replace('http://', 'http://me:hidden1@')}/v3?token=hidden2`
    expect(JSON.stringify(await ask(url, { send: { Authorization: 'hidden3' } }))).not.toContain('hidden')
    expect(server.received[0]?.headers.authorization).toBe('hidden3')
  })
})

describe('redirects', () => {
  const loop = (): Promise<FaultyServer> =>
    serve(({ path }) => ({ status: 302, headers: { location: `${path}x` }, body: '' }))

  test('are answers unless they are followed', async () => {
    const server = await loop()
    expect(await ask(server.url, { status: [302] })).toEqual({ verdict: 'good' })
    expect(server.received).toHaveLength(1)
  })

  test('are followed up to the limit', async () => {
    const server = await serve(({ path }) =>
      path === '/' ? { status: 301, headers: { location: '/login/' } } : { status: 200, body: 'Log in' },
    )
    expect(await ask(server.url, { redirects: 1, contains: 'Log in' })).toEqual({ verdict: 'good' })
  })

  test('in a loop are bad', async () => {
    const server = await loop()
    expect(await ask(server.url, { redirects: 3 })).toMatchObject({ verdict: 'bad', reason: 'redirects' })
    expect(server.received).toHaveLength(4)
  })

  test.each(['http://192.0.2.1/', 'ftp://127.0.0.1/', 'http://[oops'])('to %s are bad', async (location) => {
    const server = await serve(() => ({ status: 302, headers: { location } }))
    expect(await ask(server.url, { redirects: 3 })).toMatchObject({ verdict: 'bad', reason: 'redirects' })
  })

  test('to another port of the host do not get the headers', async () => {
    const other = await serve(() => ({ status: 200 }))
    const server = await serve(() => ({ status: 302, headers: { location: other.url } }))
    const answer = await ask(server.url, { redirects: 1, send: { Authorization: 'secret' } })
    expect(answer).toEqual({ verdict: 'good' })
    expect(server.received[0]?.headers.authorization).toBe('secret')
    expect(other.received[0]?.headers.authorization).toBeUndefined()
  })
})

describe('no whole answer', () => {
  test('a refused connection', async () => {
    expect(await ask(`http://127.0.0.1:${await freePort()}/`)).toMatchObject({
      verdict: 'bad',
      reason: 'refused',
    })
  })

  test('a name that does not resolve', async () => {
    const answer = await ask('http://name-that-is-not-there.invalid/', { timeoutMs: 20_000 })
    expect(answer).toMatchObject({ verdict: 'bad', reason: 'unresolved' })
  })

  test('cut off in the middle', async () => {
    const server = await serve(() => ({ status: 200, body: 'x'.repeat(1000) }))
    server.fail(/GET/, { kind: 'cut', after: 10 })
    expect(await ask(server.url)).toMatchObject({ verdict: 'bad', reason: 'reset' })
  })

  test.each(['hang', 'stall'] as const)('slow: %s', async (kind) => {
    const server = await serve(() => ({ status: 200, body: 'x'.repeat(1000) }))
    server.fail(/GET/, kind === 'hang' ? { kind } : { kind, after: 10 })
    expect(await ask(server.url, { timeoutMs: 200 })).toMatchObject({ verdict: 'bad', reason: 'timeout' })
  })

  test('a body without an end is cut off at the limit, long before the timeout', async () => {
    const url = await raw((write) => {
      write('HTTP/1.1 200 OK\r\n\r\n')
      const timer = setInterval(() => write('x'.repeat(65_536)), 1)
      stops.push(async () => clearInterval(timer))
    })
    const answer = await ask(url, { timeoutMs: 25_000, maxBytes: 1_000_000 })
    expect(answer).toMatchObject({ verdict: 'bad', reason: 'too_large' })
  })

  test('a slow body is ended by the timeout', async () => {
    const url = await raw((write) => {
      write('HTTP/1.1 200 OK\r\n\r\n')
      const timer = setInterval(() => write('x'), 20)
      stops.push(async () => clearInterval(timer))
    })
    expect(await ask(url, { timeoutMs: 300 })).toMatchObject({ verdict: 'bad', reason: 'timeout' })
  })

  test.each<[string, string]>([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a header without measure', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['half a status line', 'HTTP/1.1 2\r\n\r\n'],
  ])('%s', async (_title, bytes) => {
    expect(await ask(await raw(bytes))).toMatchObject({ verdict: 'bad', reason: 'garbled' })
  })

  test('the signal ends the request', async () => {
    const server = await serve(() => ({ status: 200 }))
    server.fail(/GET/, { kind: 'hang' })
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 50)
    const probe = httpProbe({ name: 'x', url: server.url, timeoutMs: 20_000 })
    await expect(probe.ask(controller.signal)).rejects.toThrow('enough')
  })
})

describe('TLS', () => {
  const PEM = '__tests__/integration/examples/fixtures/loopback.pem'

  async function serveTls(): Promise<string> {
    const pem = await readFile(PEM, 'utf8')
    const server = createTlsServer({ key: pem, cert: pem }, (_request, response) => response.end('safe'))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    stops.push(async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    })
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }

  const trust = (tls: { ca?: string; server_name?: string }) => () => readTrust(tls, process.cwd())

  test('a private authority', async () => {
    const answer = await ask(await serveTls(), { trust: trust({ ca: PEM }), contains: 'safe' })
    expect(answer).toEqual({ verdict: 'good' })
  })

  test.each([
    ['a certificate of nobody known', {}],
    ['a certificate for another name', { ca: PEM, server_name: 'cloud.example.org' }],
  ])('%s', async (_title, tls) => {
    const answer = await ask(await serveTls(), { trust: trust(tls) })
    expect(answer).toMatchObject({ verdict: 'bad', reason: 'tls' })
  })

  test('a server that does not speak TLS', async () => {
    const url = (await raw('HTTP/1.1 400 Bad Request\r\n\r\n')).replace('http:', 'https:')
    expect(await ask(url)).toMatchObject({ verdict: 'bad', reason: 'tls' })
  })

  test.each(['package.json', 'not/there.pem'])('%s is not a file of certificates', async (ca) => {
    await expect(ask('https://127.0.0.1:1/', { trust: trust({ ca }) })).rejects.toMatchObject({
      code: 'probe_ca_unreadable',
    })
  })
})
