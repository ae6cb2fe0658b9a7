import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { GitHubRequest } from '../../../src/platform/github-api.js'
import { FaultyServer, type Reply } from '../../rig/faulty-server.js'
import { testGitHub } from '../../support/git-hub.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
const TOKEN = 'ghs_of-the-test'
const READ: GitHubRequest = { permission: 'contents: read' }
const WRITE: GitHubRequest = { permission: 'contents: write' }

let server: FaultyServer
let reply: Reply
beforeEach(async () => {
  reply = { status: 200, body: { ok: true } }
  server = await FaultyServer.start(() => reply)
})
afterEach(() => server.stop())

const gitHub = (patience: Parameters<typeof testGitHub>[1] = {}) =>
  testGitHub({ url: `${server.url}/api/v3/`, token: TOKEN }, patience)

const status = (code: number, headers: Record<string, string> = {}) =>
  ({ kind: 'status', status: code, headers, body: { message: `no ${TOKEN}` } }) as const

/** What a promise was rejected with; it must be. */
async function thrown(work: Promise<unknown>): Promise<Error & { remedy?: string }> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Error) return error
  throw new Error('nothing was thrown')
}

describe('a request to GitHub', () => {
  test('sends the token, the version of the API, and parameters as query or body', async () => {
    expect(await gitHub().request('GET /a:b', { ...READ, parameters: { page: 2 } })).toEqual({ ok: true })
    await gitHub().request('PATCH /c?x=y', { ...WRITE, parameters: { draft: false } })
    const [get, patch] = server.received
    expect([get?.path, String(get?.query)]).toEqual(['/api/v3/a:b', 'page=2'])
    expect(get?.headers).toMatchObject({
      authorization: `token ${TOKEN}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': expect.stringMatching(/^changeover /),
    })
    expect([patch?.path, String(patch?.query), String(patch?.body)]).toEqual([
      '/api/v3/c',
      'x=y',
      '{"draft":false}',
    ])
  })

  test('is anonymous without a token', async () => {
    await testGitHub({ url: server.url, token: undefined }).request('GET /a', READ)
    expect(server.received[0]?.headers.authorization).toBeUndefined()
  })

  test.each([
    [401, 'github_denied', /permission "contents: read"/],
    [403, 'github_denied', /permission "contents: read"/],
    [404, 'github_denied', /permission "contents: read"/],
    [422, 'github_refused', /githubstatus/],
    [301, 'github_refused', /githubstatus/],
  ])(
    'that gets %s is sent once, and the error names request, code and remedy',
    async (code, name, remedy) => {
      server.fail(/GET/, status(code))
      const error = await thrown(gitHub().request('GET /a?signature=secret', READ))
      expect(error).toMatchObject({ code: name, status: code, remedy: expect.stringMatching(remedy) })
      expect(error.message).toMatch(new RegExp(`^GitHub answered ${code} to GET /a`))
      expect(error.message).not.toMatch(/signature|ghs_/)
      expect(server.received).toHaveLength(1)
    },
  )

  test('that gets 404 is undefined where the caller allows it', async () => {
    server.fail(/GET/, status(404))
    expect(await gitHub().request('GET /a', { ...READ, allowMissing: true })).toBeUndefined()
  })

  test.each([500, 502, 503, 504])('that gets %s twice is repeated, except a POST', async (code) => {
    server.fail(/GET/, status(code), 2)
    expect(await gitHub().request('GET /a', READ)).toEqual({ ok: true })
    server.fail(/POST/, status(code), 2)
    await expect(gitHub().request('POST /a', WRITE)).rejects.toMatchObject({ code: 'github_refused' })
    await gitHub().request('POST /a', { ...WRITE, repeatable: true })
    expect(server.calls()).toEqual([...Array(3).fill('GET /api/v3/a'), ...Array(3).fill('POST /api/v3/a')])
  })

  test('that always gets 503 fails after the last repetition', async () => {
    server.fail(/GET/, status(503), 9)
    await expect(gitHub().request('GET /a', READ)).rejects.toMatchObject({ status: 503 })
    expect(server.received).toHaveLength(3)
  })

  test('with onceWithinMs is never repeated', async () => {
    server.fail(/GET/, status(503))
    await expect(gitHub().request('GET /a', { ...READ, onceWithinMs: 1_000 })).rejects.toMatchObject({
      status: 503,
    })
    expect(server.received).toHaveLength(1)
  })
})

describe('a rate limit', () => {
  test.each([
    [429, { 'retry-after': '0' }],
    [429, {}],
    [403, { 'retry-after': '0' }],
  ])('%s with %j is waited for, also by a POST: GitHub did not process it', async (code, headers) => {
    server.fail(/POST/, status(code, headers as Record<string, string>))
    expect(await gitHub().request('POST /a', WRITE)).toEqual({ ok: true })
  })

  test('is waited for as long as Retry-After asks for', async () => {
    server.fail(/GET/, status(429, { 'retry-after': '1' }))
    const started = performance.now()
    await gitHub().request('GET /a', READ)
    expect(performance.now() - started).toBeGreaterThan(990)
  })

  test.each([
    ['3600', /in 3600 seconds/],
    [new Date(Date.now() + 7_200_000).toUTCString(), /in 7[12]\d\d seconds/],
  ])('that asks to wait for %s is an error at once', async (after, remedy) => {
    server.fail(/GET/, status(429, { 'retry-after': after }))
    await expect(gitHub().request('GET /a', READ)).rejects.toMatchObject({
      code: 'github_rate_limited',
      remedy: expect.stringMatching(remedy),
    })
    expect(server.received).toHaveLength(1)
  })

  test('that is used up is not reported as a missing permission', async () => {
    server.fail(/GET/, status(403, { 'x-ratelimit-remaining': '0' }))
    await expect(gitHub().request('GET /a', READ)).rejects.toMatchObject({ code: 'github_rate_limited' })
    expect(server.received).toHaveLength(1)
  })

  test('is not waited for when the job is cancelled', async () => {
    server.fail(/GET/, status(429, { 'retry-after': '30' }))
    const controller = new AbortController()
    const asked = thrown(gitHub().request('GET /a', { ...READ, signal: controller.signal }))
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort(new Error('cancelled by the test'))
    expect((await asked).message).toBe('cancelled by the test')
  })
})

describe('a server that does not answer', () => {
  test.each([
    ['hangs', { kind: 'hang' }],
    ['stalls within its answer', { kind: 'stall', after: 5 }],
  ] as const)('because it %s ends the request in time, once', async (_how, fault) => {
    server.fail(/GET/, fault)
    const error = await thrown(gitHub({ timeoutMs: 200 }).request('GET /a?x=secret', READ))
    expect(error).toMatchObject({
      code: 'github_timeout',
      message: expect.stringMatching(/GET \/a .*200 ms/),
    })
    expect(error.message).not.toContain('secret')
    expect(server.received).toHaveLength(1)
  })

  test('because it cuts the connection is asked again', async () => {
    server.fail(/GET/, { kind: 'cut', after: 5 }, 2)
    expect(await gitHub().request('GET /a', READ)).toEqual({ ok: true })
  })

  test('because the port is closed is named', async () => {
    const api = gitHub()
    await server.stop()
    await expect(api.request('GET /a', READ)).rejects.toMatchObject({
      code: 'github_unreachable',
      message: expect.stringMatching(/Cannot reach 127\.0\.0\.1:\d+: ECONNREFUSED/),
    })
    server = await FaultyServer.start(() => reply)
  })

  test('is left when the job is cancelled', async () => {
    server.fail(/GET/, { kind: 'hang' })
    const controller = new AbortController()
    const asked = thrown(
      gitHub({ timeoutMs: 60_000 }).request('GET /a', { ...READ, signal: controller.signal }),
    )
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort(new Error('cancelled by the test'))
    expect((await asked).message).toBe('cancelled by the test')
  })
})

describe('a download', () => {
  test('follows GitHub to a signed address without the token', async () => {
    const storage = await FaultyServer.start(() => ({ status: 200, body: Buffer.from('bytes') }))
    try {
      const location = `${storage.url}/blob?se=2026:aa:bb&sig=a%2Bb`
      reply = { status: 302, headers: { location } }
      const file = join(await temporaryFolder(), 'file')
      await gitHub().download('GET /zip', file, READ)
      expect(await readFile(file, 'utf8')).toBe('bytes')
      const [call] = storage.received
      expect(call?.headers.authorization).toBeUndefined()
      expect([call?.query.get('se'), call?.query.get('sig')]).toEqual(['2026:aa:bb', 'a+b'])
    } finally {
      await storage.stop()
    }
  })

  test.each([
    ['nowhere', { status: 302 }],
    ['a file of this machine', { status: 302, headers: { location: 'file:///etc/passwd' } }],
  ])('that leads to %s is refused, and no file is left', async (_where, answer) => {
    reply = answer
    const file = join(await temporaryFolder(), 'file')
    await expect(gitHub().download('GET /zip', file, READ)).rejects.toMatchObject({ code: 'github_refused' })
    expect(existsSync(file)).toBe(false)
  })
})

describe('a proxy', () => {
  const NAMES = ['http_proxy', 'https_proxy', 'no_proxy'] as const
  const before = NAMES.map((name) => process.env[name])
  const sockets: Socket[] = []
  const tunnels: string[] = []
  const proxy = createServer()
  proxy.on('connect', (request, socket: Socket) => {
    tunnels.push(request.url ?? '')
    // whatever the name, it leads to the server of the test
    const there = connect(server.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(there).pipe(socket)
    })
    for (const end of [socket, there]) sockets.push(end.on('error', () => {}))
  })

  beforeEach(async () => {
    tunnels.length = 0
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    Object.assign(process.env, { http_proxy: url, https_proxy: url, no_proxy: '' })
  })
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    await new Promise((resolve) => proxy.close(resolve))
    for (const [index, name] of NAMES.entries()) {
      if (before[index] === undefined) delete process.env[name]
      else process.env[name] = before[index]
    }
  })

  test('in http_proxy carries the request', async () => {
    const api = testGitHub({ url: 'http://github.test/api/v3', token: TOKEN })
    expect(await api.request('GET /a', READ)).toEqual({ ok: true })
    expect(tunnels).toEqual(['github.test:80'])
    expect(server.calls()).toEqual(['GET /api/v3/a'])
  })

  test('in https_proxy gets the tunnel for TLS', async () => {
    const api = testGitHub({ url: 'https://github.test', token: TOKEN }, { retries: 0 })
    await expect(api.request('GET /a', READ)).rejects.toMatchObject({ code: 'github_unreachable' })
    expect(tunnels).toEqual(['github.test:443'])
  })

  test('is not used for the hosts of no_proxy', async () => {
    process.env.no_proxy = 'elsewhere.test,.test'
    const api = testGitHub({ url: 'http://github.test', token: TOKEN }, { retries: 0 })
    await expect(api.request('GET /a', READ)).rejects.toMatchObject({ code: 'github_unreachable' })
    expect(tunnels).toEqual([])
  })
})

test('a missing or invalid event file does not prevent a request', async () => {
  const { GITHUB_EVENT_PATH: event } = process.env
  const file = join(await temporaryFolder(), 'event.json')
  await writeFile(file, 'not JSON')
  try {
    for (const path of [file, `${file}.missing`]) {
      process.env.GITHUB_EVENT_PATH = path
      expect(await gitHub().request('GET /a', READ)).toEqual({ ok: true })
      expect(process.env.GITHUB_EVENT_PATH).toBeUndefined()
    }
  } finally {
    if (event !== undefined) process.env.GITHUB_EVENT_PATH = event
  }
})
