import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { askHttp } from '../../../src/platform/http.js'

let server: Server | undefined

async function serve(handler: Parameters<typeof createServer>[1]): Promise<string> {
  const started = createServer(handler)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`
}

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

describe('askHttp', () => {
  test('reads the whole answer over a new connection, and does not follow redirects', async () => {
    const ports = new Set<number | undefined>()
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.writeHead(302, { location: '/elsewhere', 'x-release': '1' }).end('moved')
    })
    for (let asked = 0; asked < 3; asked++) {
      expect(await askHttp({ url, timeoutMs: 2_000 })).toMatchObject({
        status: 302,
        body: 'moved',
        headers: { 'x-release': '1' },
      })
    }
    expect(ports.size).toBe(3)
  })

  test('keeps at most maxBody bytes', async () => {
    const url = await serve((_request, response) => response.end('x'.repeat(100_000)))
    expect((await askHttp({ url, timeoutMs: 2_000, maxBody: 10 })).body).toBe('x'.repeat(10))
  })

  test.each([
    ['refused', async () => 'http://127.0.0.1:1'],
    ['timeout', () => serve(() => {})],
    ['reset', () => serve((request) => request.socket.resetAndDestroy())],
    ['timeout', () => serve((_request, response) => response.writeHead(200).write('half'))],
    ['unresolved', async () => 'http://name-that-is-not-there.invalid'],
  ])('names a failure: %s', async (kind, start) => {
    await expect(askHttp({ url: await start(), timeoutMs: 300 })).rejects.toMatchObject({
      name: 'HttpFailure',
      kind,
    })
  })

  test('rejects with the reason of the signal', async () => {
    const url = await serve(() => {})
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(askHttp({ url, timeoutMs: 2_000, signal })).rejects.toThrow('enough')
  })
})
