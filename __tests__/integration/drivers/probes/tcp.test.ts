import type { Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type TcpProbeOptions, tcpProbe } from '../../../../src/drivers/probes/tcp.js'
import { freePort } from '../../../rig/ports.js'
import { RawServer } from './raw-server.js'

const signal = () => new AbortController().signal
let server: RawServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

async function serve(handle: (socket: Socket) => void): Promise<number> {
  server = await RawServer.start(handle)
  return server.port
}

function ask(port: number, options: Partial<TcpProbeOptions> = {}) {
  const address = { host: '127.0.0.1', port }
  return tcpProbe({ name: 'x', address, timeoutMs: 5_000, ...options }).ask(signal())
}

test('a connection is enough without a banner', async () => {
  expect(await ask(await serve(() => {}))).toEqual({ verdict: 'good' })
})

describe('a banner', () => {
  test('may come in pieces', async () => {
    const port = await serve((socket) => {
      socket.write('SSH-')
      setTimeout(() => socket.write('2.0-server\r\n'), 20)
    })
    expect(await ask(port, { banner: 'SSH-2.0' })).toEqual({ verdict: 'good' })
  })

  test('may be the answer to a text', async () => {
    const port = await serve((socket) => {
      socket.once('data', (chunk) => socket.write(chunk.toString() === 'PING\r\n' ? '+PONG\r\n' : '-ERR\r\n'))
    })
    expect(await ask(port, { send: 'PING\r\n', banner: '+PONG' })).toEqual({ verdict: 'good' })
  })

  test.each<[string, (socket: Socket) => void, string]>([
    ['another one', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n'), 'banner'],
    ['none, and an end', (socket) => socket.end(), 'banner'],
    ['none', () => {}, 'timeout'],
    ['one without an end', (socket) => socket.write('x'.repeat(1_000_000)), 'banner'],
    ['a reset', (socket) => setTimeout(() => socket.resetAndDestroy(), 20), 'reset'],
  ])('%s', async (_title, handle, reason) => {
    const timeoutMs = reason === 'timeout' ? 200 : 5_000
    const answer = await ask(await serve(handle), { banner: 'SSH-2.0', timeoutMs })
    expect(answer).toMatchObject({ verdict: 'bad', reason })
  })
})

test('a refused connection', async () => {
  expect(await ask(await freePort())).toMatchObject({ verdict: 'bad', reason: 'refused' })
})

test('a name that does not resolve', async () => {
  const address = { host: 'name-that-is-not-there.invalid', port: 22 }
  const answer = await tcpProbe({ name: 'x', address, timeoutMs: 20_000 }).ask(signal())
  expect(answer).toMatchObject({ verdict: 'bad', reason: 'unresolved' })
})

test('the signal ends the request', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(new Error('enough')), 50)
  const address = { host: '127.0.0.1', port: await serve(() => {}) }
  const probe = tcpProbe({ name: 'x', address, banner: 'never', timeoutMs: 20_000 })
  await expect(probe.ask(controller.signal)).rejects.toThrow('enough')
})
