import { spawn, spawnSync } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { takeOffenses } from '../../support/outside-world.js'

test.each<[string, () => unknown, string]>([
  ['a process', () => spawn('true'), 'a process'],
  ['a process that it waits for', () => spawnSync('true'), 'a process'],
  ['a port', () => createServer().listen(0), 'a port'],
  ['a connection', () => connect(1, '127.0.0.1'), 'a connection'],
])('a unit test that uses %s is refused', (_title, use, what) => {
  expect(use).toThrow(`A unit test must not use ${what}.`)
  expect(takeOffenses()).toEqual([what])
})

test('a unit test that waits is found out', async () => {
  await delay(60)
  await new Promise((resolve) => setTimeout(resolve, 70))
  expect(takeOffenses()).toEqual(['a pause of 60 ms', 'a timer of 70 ms'])
})
