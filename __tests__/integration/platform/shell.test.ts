import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { isAlive } from '../../../src/platform/process-tree.js'
import { bash } from '../../../src/platform/shell.js'
import { patient } from '../../support/pace.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()

async function pidIn(path: string): Promise<number> {
  return Number((await readFile(path, 'utf8')).trim())
}

/** A process that ended may stay in the process table until somebody reaps it: read its state. */
async function runs(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat !== '' && !/\) Z /.test(stat)
}

describe('bash', () => {
  test('passes on each line, keeps the last ones, and returns the exit status', async () => {
    const lines: string[] = []
    const command = { run: 'echo one; echo two >&2; exit 3', cwd: '/', timeoutMs: 5_000 }
    const result = await bash.run(command, (line) => lines.push(line))
    expect(lines.sort()).toEqual(['one', 'two'])
    expect(result).toMatchObject({ exitCode: 3, ended: 'exited' })
    expect(result.tail.sort()).toEqual(['one', 'two'])
  })

  test('stops at a failing command, at an unset variable and at a failure in a pipe', async () => {
    for (const run of ['false; echo on', 'echo "$NOT_SET_ANYWHERE"; echo on', 'false | cat; echo on']) {
      const result = await bash.run({ run, cwd: '/', timeoutMs: 5_000 })
      expect(result.exitCode).not.toBe(0)
      expect(result.tail).not.toContain('on')
    }
  })

  test('values reach a command through its environment, never through its text', async () => {
    const env = { EVIL: '$(touch /tmp/x); `id`' }
    const { tail } = await bash.run({ run: 'echo "$EVIL"', cwd: '/', env, timeoutMs: 5_000 })
    expect(tail).toEqual([env.EVIL])
  })

  test('kills the process tree of a command that hangs, including processes in another session', async () => {
    const folder = await temporaryFolder()
    const run = `
      trap '' TERM
      sleep 300 & echo $! > child
      setsid bash -c 'echo $$ > daemon; trap "" TERM; sleep 300' &
      while [ ! -s daemon ]; do sleep 0.02; done
      wait`
    const result = await bash.run({ run, cwd: folder, timeoutMs: 700 })
    expect(result.ended).toBe('timeout')
    for (const file of ['child', 'daemon']) expect(await runs(await pidIn(join(folder, file)))).toBe(false)
  })

  test('kills a cancelled command, and starts no command after that', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 150)
    const result = await bash.run(
      { run: 'sleep 300', cwd: '/', timeoutMs: 60_000 },
      undefined,
      controller.signal,
    )
    expect(result.ended).toBe('cancelled')
    await expect(
      bash.run({ run: 'true', cwd: '/', timeoutMs: 5_000 }, undefined, controller.signal),
    ).rejects.toThrow('enough')
  })

  test('a background process outlives its command', async () => {
    const folder = await temporaryFolder()
    const run = 'nohup sleep 60 > /dev/null 2>&1 & echo $! > pid'
    expect(await bash.run({ run, cwd: folder, timeoutMs: 5_000 })).toMatchObject({
      exitCode: 0,
      ended: 'exited',
    })
    const pid = await pidIn(join(folder, 'pid'))
    try {
      expect(await runs(pid)).toBe(true)
    } finally {
      process.kill(pid, 'SIGKILL')
    }
  })

  test('a command ends although a background process keeps the output open', async () => {
    const result = await bash.run({ run: 'sleep 3 & echo started', cwd: '/', timeoutMs: 60_000 })
    expect(result).toMatchObject({ exitCode: 0, ended: 'exited' })
    expect(result.durationMs).toBeLessThan(patient(2_500))
  })

  test('names a folder that does not exist', async () => {
    await expect(bash.run({ run: 'true', cwd: '/not/there', timeoutMs: 5_000 })).rejects.toMatchObject({
      code: 'shell_missing',
    })
  })
})
