import { expect, test } from '@jest/globals'
import { freePort } from './ports.js'

test('no port is given twice, although nobody listens on it yet', async () => {
  const ports: number[] = []
  for (let n = 0; n < 300; n += 1) ports.push(await freePort())
  expect(new Set(ports).size).toBe(300)
  expect(ports.every((port) => port >= 10_000 && port < 32_000)).toBe(true)
})

test('test files that run at the same time never get the same one', async () => {
  const own = Number(process.env.JEST_WORKER_ID ?? 0) % 16
  for (let n = 0; n < 20; n += 1) expect((await freePort()) % 16).toBe(own)
})
