import { exec, execFile, execFileSync, execSync, fork, spawn, spawnSync } from 'node:child_process'
import { createServer as createHttpServer } from 'node:http'
import { connect, createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { refuseOutsideWorld, takeOffenses } from '../../support/outside-world.js'

test.each<[string, () => unknown, string]>([
  ['spawn', () => spawn('true'), 'a process'],
  ['exec', () => exec('true'), 'a process'],
  ['execFile', () => execFile('git'), 'a process'],
  ['fork', () => fork('absent.js'), 'a process'],
  ['spawnSync', () => spawnSync('true'), 'a process'],
  ['execSync', () => execSync('true'), 'a process'],
  ['execFileSync', () => execFileSync('git'), 'a process'],
  ['a TCP server', () => createServer().listen(0), 'a port'],
  ['an HTTP server', () => createHttpServer().listen(0), 'a port'],
  ['a connection', () => connect(1, '127.0.0.1'), 'a connection'],
])('a unit test that uses %s is refused', (_title, use, what) => {
  expect(use).toThrow(`A unit test must not use ${what}.`)
  expect(takeOffenses()).toEqual([what])
})

test('a unit test that sends a request is refused', async () => {
  await expect(fetch('http://127.0.0.1:65000/')).rejects.toThrow()
  expect(takeOffenses()).toContain('a connection')
})

test('a unit test that waits is reported', async () => {
  await delay(60)
  await new Promise((resolve) => setTimeout(resolve, 70))
  await new Promise((resolve) => AbortSignal.timeout(80).addEventListener('abort', resolve))
  expect(takeOffenses()).toEqual(['a pause of 60 ms', 'a timer of 70 ms', 'a deadline of 80 ms'])
})

test('a deadline that does not pass is allowed', () => {
  clearTimeout(setTimeout(() => {}, 1_000))
  AbortSignal.timeout(60_000)
  expect(takeOffenses()).toEqual([])
})

test('what was refused is allowed again for test files that run later in the same process', () => {
  const { spawnSync: real } = process.getBuiltinModule('node:child_process')
  const current = () => process.getBuiltinModule('node:child_process').spawnSync
  const allow = refuseOutsideWorld()
  expect(current()).not.toBe(real)
  allow()
  expect(current()).toBe(real)
})
