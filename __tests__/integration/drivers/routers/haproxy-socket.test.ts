import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { HaproxyNode } from '../../../../src/drivers/routers/haproxy/node.js'
import { haproxySocket } from '../../../../src/drivers/routers/haproxy/socket.js'

describe('haproxySocket', () => {
  let server: Server | undefined
  afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

  /** A node that says what it is told to. */
  const nodeThat = async (answers: (client: Socket, command: string) => void, timeoutMs = 1_000) => {
    const started = createServer((client) => {
      client.once('data', (command) => answers(client, command.toString('latin1')))
    })
    server = started
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
    return haproxySocket(`tcp://127.0.0.1:${(started.address() as AddressInfo).port}`, timeoutMs)
  }

  test('reads an answer in pieces to its end, byte for byte', async () => {
    const socket = await nodeThat((client, command) => {
      client.write(Buffer.from([0xff, 0x0a]))
      setTimeout(() => client.end(`${command}\n`), 30)
    })
    expect(await socket.ask('show map')).toBe('\u00ff\nshow map\n\n')
  })

  test('an answer that was cut off is refused', async () => {
    const socket = await nodeThat((client) => client.end('0x1 keystone keystone_blue\n'))
    await expect(socket.ask('show map #1')).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringContaining('before its answer was complete'),
    })
  })

  test('times out on an answer that never ends', async () => {
    const socket = await nodeThat((client) => client.write('0x1 a b\n\n'), 100)
    await expect(socket.ask('show map #1')).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringContaining('within 100 ms'),
    })
  })

  test('cuts off an endless answer before it fills the memory, long before the timeout', async () => {
    let sent = 0
    const socket = await nodeThat((client) => {
      const chunk = Buffer.alloc(64 * 1024, 'x')
      const flood = () => {
        while (client.write(chunk)) sent += chunk.length
        sent += chunk.length
      }
      client.on('drain', flood).on('error', () => {})
      flood()
    })
    await expect(socket.ask('show stat')).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringContaining('more than 16 MiB'),
    })
    expect(sent).toBeLessThan(32 * 1024 * 1024)
  })

  test('reports old versions and missing permissions with a remedy', async () => {
    const old = new HaproxyNode(
      await nodeThat((client) => client.end("Unknown command: 'prepare'\n help\n\n")),
      '/x',
    )
    await expect(old.prepare(1)).rejects.toMatchObject({
      code: 'router_refused',
      message: expect.stringContaining("refused `prepare map`: Unknown command: 'prepare'"),
      remedy: expect.stringContaining('HAProxy 2.4'),
    })
  })

  test.each([
    '',
    'run/haproxy.sock',
    'http://127.0.0.1:80',
    'tcp://127.0.0.1',
    'tcp://127.0.0.1:0',
    'tcp://x:70000',
  ])('refuses the address %j', (address) => {
    expect(() => haproxySocket(address, 1)).toThrow(expect.objectContaining({ code: 'bad_socket_address' }))
  })
})
