import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import fetchWithRetries from '../../../script/bundle/fetch.mjs'

let answers: ((request: IncomingMessage, response: ServerResponse) => void)[]
let requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[]
let url: string
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text: string) => {
    body += text
  })
  request.on('end', () => {
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
    const answer = answers.shift()
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
})
const status =
  (code: number, body = '') =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(code, { 'content-type': 'application/json' }).end(body)
  }

beforeEach(async () => {
  answers = []
  requests = []
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const name of ['http_proxy', 'no_proxy']) delete process.env[name]
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const quick = { minTimeout: 1 }

test('sends method, headers and body, and reads the answer as JSON, bytes and stream', async () => {
  answers = [status(201, '{"a":1}'), status(200, 'bytes'), status(200, 'stream')]
  const options = { method: 'POST', headers: { 'x-name': 'value' }, body: 'text' }
  const posted = await fetchWithRetries(`${url}/path?query`, options)
  expect(posted).toMatchObject({ ok: true, status: 201, statusText: 'Created' })
  expect(posted.headers.get('content-type')).toBe('application/json')
  expect(await posted.json()).toEqual({ a: 1 })
  expect(requests).toMatchObject([
    { method: 'POST', url: '/path?query', headers: { 'x-name': 'value' }, body: 'text' },
  ])
  expect(await (await fetchWithRetries(url)).buffer()).toEqual(Buffer.from('bytes'))
  const chunks: Uint8Array[] = []
  for await (const chunk of (await fetchWithRetries(url)).body) chunks.push(chunk)
  expect(Buffer.concat(chunks).toString()).toBe('stream')
})

test.each([
  ['a number', 2, 3],
  ['options', { retries: 1, ...quick }, 2],
  ['false', false, 1],
  ['nothing', undefined, 1],
])(
  'repeats a request to a busy server as often as %s says, and returns the last answer',
  async (_what, retry, attempts) => {
    answers = [status(503), status(429), status(500)]
    const options = typeof retry === 'number' ? { retry: { retries: retry, ...quick } } : { retry }
    const { ok } = await fetchWithRetries(url, options)
    expect({ ok, attempts: requests.length }).toEqual({ ok: false, attempts })
  },
)

test('a later attempt can succeed', async () => {
  answers = [status(503), status(200, '{}')]
  expect(await fetchWithRetries(url, { retry: { retries: 2, ...quick } })).toMatchObject({ status: 200 })
})

test.each([
  ['a POST', { method: 'POST', retry: { retries: 2, ...quick } }, 503],
  ['an answer that is final', { retry: { retries: 2, ...quick } }, 404],
])('does not repeat %s', async (_what, options, code) => {
  answers = [status(code)]
  expect(await fetchWithRetries(url, options)).toMatchObject({ ok: false, status: code })
  expect(requests).toHaveLength(1)
})

test('an attempt ends after its timeout', async () => {
  answers = [() => {}]
  await expect(fetchWithRetries(url, { timeout: 50 })).rejects.toThrow(/timeout/i)
})

test('a server that cannot be reached is an error', async () => {
  await expect(fetchWithRetries('http://127.0.0.1:1/')).rejects.toThrow(/fetch failed/)
})

test('goes through the proxy of the environment, except for the hosts of no_proxy', async () => {
  const tunnels: (string | undefined)[] = []
  server.on('connect', (request, socket) => {
    tunnels.push(request.url)
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    socket.pipe(connect(Number(new URL(url).port), '127.0.0.1')).pipe(socket)
  })
  answers = [status(200, '{}'), status(200, '{}')]
  process.env.http_proxy = url
  expect(await fetchWithRetries('http://tuf.example/root.json')).toMatchObject({ status: 200 })
  expect(requests).toMatchObject([{ url: '/root.json', headers: { host: 'tuf.example' } }])
  process.env.no_proxy = '127.0.0.1'
  expect(await fetchWithRetries(`${url}/direct`)).toMatchObject({ status: 200 })
  expect(tunnels).toEqual(['tuf.example:80'])
})
