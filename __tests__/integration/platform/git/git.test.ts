import { execFileSync } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { GitError, git, gitText, gitWithDeadline } from '../../../../src/platform/git/git.js'
import { isAlive } from '../../../../src/platform/process-tree.js'
import { makeRepository, writeFiles } from '../../../support/repository.js'
import { temporaryFolders } from '../../../support/temp.js'

const temporaryFolder = temporaryFolders()
const repository = async () => makeRepository(await temporaryFolder(), { 'a.bin': 'a\0b' })

const RUNNERS = [
  ['git', git],
  ['gitWithDeadline', gitWithDeadline],
] as const

describe.each(RUNNERS)('%s', (_name, run) => {
  test('returns the bytes that git printed, and prints nothing itself', async () => {
    const cwd = await repository()
    await writeFile(join(cwd, 'b.bin'), Buffer.from([0, 255, 10, 0]))
    const id = (await run(['hash-object', '-w', 'b.bin'], { cwd })).toString().trim()
    expect(await run(['cat-file', 'blob', id], { cwd })).toEqual(Buffer.from([0, 255, 10, 0]))
  })

  test('throws the exit status and what git printed to standard error', async () => {
    const error = await run(['-c', 'a.b=c', 'rev-parse', '--verify', 'none'], {
      cwd: await repository(),
    }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(GitError)
    expect(error).toMatchObject({ exitCode: 128, message: expect.stringMatching(/^git rev-parse: fatal:/) })
  })

  test('names a folder that does not exist', async () => {
    const cwd = join(await temporaryFolder(), 'missing')
    await expect(run(['status'], { cwd })).rejects.toMatchObject({ code: 'git_missing' })
  })

  test('runs no hook of the repository, in English, without a prompt', async () => {
    const cwd = await repository()
    const hook = { text: '#!/bin/sh\ntouch ran\n', executable: true as const }
    await writeFiles(cwd, { '.git/hooks/post-index-change': hook, '.git/hooks/pre-commit': hook })
    await writeFile(join(cwd, 'a.bin'), 'changed')
    await run(['add', '--update'], { cwd })
    const identity = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x@x', GIT_COMMITTER_NAME: 'x' }
    const env = { ...identity, GIT_COMMITTER_EMAIL: 'x@x' }
    await run(['commit', '--quiet', '--message', 'x'], { cwd, env })
    expect(await gitText(['ls-files', '--others'], { cwd })).toBe('')
    const shown = await run(['-c', 'alias.e=!echo $LC_ALL $GIT_TERMINAL_PROMPT $X', 'e'], {
      cwd,
      env: { X: 'y' },
    })
    expect(shown.toString()).toBe('C 0 y\n')
  })
})

describe('gitWithDeadline', () => {
  test('closes standard input', async () => {
    const cwd = await repository()
    expect((await gitWithDeadline(['hash-object', '--stdin'], { cwd })).toString()).toMatch(/^e69de29/)
  })

  test('survives a git that ends before it has read its input', async () => {
    const input = Buffer.alloc(10_000_000, 'x')
    const work = gitWithDeadline(['rev-parse', '--verify', 'none'], { cwd: await repository(), input })
    await expect(work).rejects.toBeInstanceOf(GitError)
  })

  test('kills git in time, with all that it started', async () => {
    const cwd = await repository()
    const file = join(cwd, 'pid')
    const script = join(cwd, 'hang.sh')
    await writeFile(script, `#!/bin/sh\nsleep 60 & echo $! > ${file}; wait\n`)
    await chmod(script, 0o755)
    const work = gitWithDeadline(['-c', `alias.hang=!${script}`, 'hang'], { cwd, timeoutMs: 1_000 })
    await expect(work).rejects.toMatchObject({ stderr: expect.stringContaining('no answer in time') })
    const pid = Number(execFileSync('cat', [file]).toString())
    for (let n = 0; n < 100 && isAlive(pid); n++) await delay(20)
    expect(isAlive(pid)).toBe(false)
  })

  test('stops at the largest answer that is allowed', async () => {
    const work = gitWithDeadline(['log', '--format=%H'], { cwd: await repository(), maxBytes: 10 })
    await expect(work).rejects.toMatchObject({ stderr: expect.stringContaining('too large') })
  })
})
