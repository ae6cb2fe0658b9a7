import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { freePort } from './ports.js'

test('no port is given twice, although nothing listens on it yet', async () => {
  const ports: number[] = []
  for (let n = 0; n < 300; n += 1) ports.push(await freePort())
  expect(new Set(ports).size).toBe(300)
  expect(ports.every((port) => port >= 10_000 && port < 32_000)).toBe(true)
})

test('a port is claimed for all tests of this machine until the process ends', async () => {
  const port = await freePort()
  expect(await readFile(join(tmpdir(), 'changeover-test-ports', `${port}`), 'utf8')).toBe(`${process.pid}`)
})
