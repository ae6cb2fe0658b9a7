import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { startMonitor } from '../../../src/deploy/monitor/monitor.js'
import { freePort } from '../../rig/ports.js'
import { until } from '../../support/until.js'

test('the monitor asks real endpoints until it is stopped, and counts what failed', async () => {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    response.writeHead(request.url === '/bad' ? 503 : 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const endpoints = [
      { name: 'identity', url: `${url}/` },
      { name: 'image', url: `${url}/bad` },
      { name: 'network', url: `http://127.0.0.1:${await freePort()}/` },
    ]
    const asking = startMonitor({ endpoints, rate: 50, timeoutMs: 60_000 })
    await until('each was asked ten times', () => asked >= 20)
    const report = await asking.stop()
    const before = asked
    const [identity, image, network] = report.endpoints
    expect(identity).toMatchObject({ failed: 0, ok: identity?.sent })
    expect(image).toMatchObject({ ok: 0, failed_kinds: { status_503: image?.sent } })
    expect(network).toMatchObject({ ok: 0, failed_kinds: { refused: network?.sent } })
    expect((identity?.sent ?? 0) + (image?.sent ?? 0)).toBe(asked)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(asked).toBe(before)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
