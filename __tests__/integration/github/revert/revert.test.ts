import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { emptyState, type State } from '../../../../src/deploy/ledger/state.js'
import type { OperationResult } from '../../../../src/deploy/operations/result.js'
import { operationFailure, rollbackOutputs } from '../../../../src/github/ends.js'
import { proposeRevert, withRevert } from '../../../../src/github/revert/revert.js'
import { silentLog } from '../../../../src/platform/log.js'
import { operationMarkdown } from '../../../../src/report/operation/markdown.js'
import { operationText } from '../../../../src/report/operation/text.js'
import { GitHubRest } from '../../../rig/github-api.js'
import { testGitHub } from '../../../support/git-hub.js'
import { commitAll, makeRepository, testGit, writeFiles } from '../../../support/repository.js'
import { temporaryFolders } from '../../../support/temp.js'

const temporaryFolder = temporaryFolders()
const ADDRESS = 'http://github.localhost/acme/region-one.git'
const BRANCH = 'changeover/revert-production-to-1.0.0'
let folder: string
let bare: string
let clone: string
/** What the first release, 1.0.0, was packaged from. */
let first: string
let gitHub: GitHubRest
const warnings: string[] = []
const log = { ...silentLog, warn: (text: string) => void warnings.push(text) }

const manifest = (include: string[]) =>
  JSON.stringify({ version: 1, name: 'region-one', release: { include } })

/** A remote whose main has: the release's files changed, one added, one taken away, and other files changed as well. */
beforeEach(async () => {
  warnings.length = 0
  folder = await temporaryFolder()
  const origin = join(folder, 'origin')
  await writeFiles(origin, { 'README.md': '' })
  await makeRepository(origin, {
    'changeover.yml': manifest(['site/**']),
    'site/a.yml': 'a: 1',
    'site/gone.yml': 'b: 1',
    'site/run.sh': { text: 'run', executable: true },
    'site/link': { link: 'a.yml' },
    'README.md': 'one',
  })
  first = await testGit(origin, 'rev-parse', 'HEAD')
  await writeFiles(origin, { 'site/a.yml': 'a: 2', 'site/new.yml': 'c: 2', 'README.md': 'two' })
  await rm(join(origin, 'site/gone.yml'))
  await commitAll(origin, 'second')
  bare = join(folder, 'region-one.git')
  await testGit(folder, 'clone', '--quiet', '--bare', origin, bare)
  clone = await cloned()
  gitHub = await GitHubRest.start()
})
afterEach(() => gitHub.stop())

/** A clone whose remote has the address of a repository on GitHub, and is a folder. */
async function cloned(...options: string[]): Promise<string> {
  const target = join(await temporaryFolder(), 'clone')
  await testGit(folder, 'clone', '--quiet', ...options, `file://${bare}`, target)
  await testGit(target, 'config', 'remote.origin.url', ADDRESS)
  await testGit(target, 'config', `url.file://${bare}.insteadOf`, ADDRESS)
  return target
}

const release = { version: '1.0.0', digest: `sha256:${'a'.repeat(64)}` }

function result(version = '1.0.0', more: Partial<OperationResult> = {}): OperationResult {
  return {
    ...{ schema: 'changeover/operation/v1', kind: 'rollback', outcome: 'restored', reason: 'completed' },
    ...{ message: '1.0.0 is live again, on blue.', remedy: null, environment: 'production' },
    ...{ strategy: 'blue_green', operation: 'x', release, from_color: 'green', to_color: 'blue' },
    live: { color: 'blue', release: { ...release, version } },
    ...{ phases: [], shift_ms: 3, monitor: null, probes: [], gates: [], rolled: [] },
    ...{ started_at: '2026-11-25T00:00:00Z', ended_at: '2026-11-25T00:00:02Z' },
    ...more,
  }
}

function ledger(commit: string | undefined = first): State {
  const settings = { strategy: 'in_place' as const, deploy: { run: 'true' } }
  const held = { release, state: 'live' as const, since: '', settings }
  return {
    ...emptyState('production', 'blue_green'),
    live: 'blue',
    blue: { ...held, commit: commit === '' ? null : commit },
  }
}

function env(): Record<string, string> {
  return {
    GITHUB_SERVER_URL: 'http://github.localhost',
    GITHUB_RUN_ID: '42',
  }
}

function write(more: Partial<Parameters<typeof proposeRevert>[2]> = {}, made = result(), state = ledger()) {
  const inputs = {
    folder: clone,
    remote: undefined,
    base: undefined,
    token: gitHub.token,
    env: env(),
    gitHub: testGitHub({ url: gitHub.server.url, token: gitHub.token }),
    ...more,
  }
  return proposeRevert(made, state, inputs, log, new AbortController().signal)
}

const inBare = (...args: string[]) => testGit(bare, ...args)

describe('a revert pull request', () => {
  test('restores the files of the release, and keeps all other files of the base', async () => {
    const before = await testGit(clone, 'status', '--porcelain=v2', '--branch')
    expect(await write()).toEqual({
      outcome: 'proposed',
      branch: BRANCH,
      url: 'http://github.localhost/acme/region-one/pull/1',
      reason: null,
      message: `A pull request from ${BRANCH} into main is open.`,
    })
    expect(await inBare('rev-parse', `${BRANCH}^`)).toBe(await inBare('rev-parse', 'main'))
    expect(await inBare('diff', '--raw', first, BRANCH, '--', 'site', 'changeover.yml')).toBe('')
    expect(await inBare('show', `${BRANCH}:README.md`)).toBe('two')
    expect(await inBare('ls-tree', BRANCH, 'site/run.sh', 'site/link')).toMatch(/^120000 .*\n100755 /)
    expect(gitHub.pulls).toMatchObject([{ head: BRANCH, base: 'main', title: 'Revert production to 1.0.0' }])
    expect(gitHub.pulls[0]?.body).toContain('http://github.localhost/acme/region-one/actions/runs/42')
    expect(gitHub.pulls[0]?.body).toContain(first)
    // nothing of the clone is touched
    expect(await testGit(clone, 'status', '--porcelain=v2', '--branch')).toBe(before)
    expect(await testGit(clone, 'for-each-ref', 'refs/changeover-revert')).toBe('')
  })

  test('is updated if it exists, not opened twice', async () => {
    await write()
    const head = await inBare('rev-parse', BRANCH)
    expect(await write()).toMatchObject({ outcome: 'updated', url: expect.stringContaining('/pull/1') })
    expect(await inBare('rev-parse', BRANCH)).toBe(head)
    const origin = join(folder, 'origin')
    await writeFiles(origin, { 'README.md': 'three' })
    await commitAll(origin, 'third')
    await testGit(origin, 'push', '--quiet', bare, 'main')
    expect(await write({}, result('1.0.0', { message: 'once more' }))).toMatchObject({ outcome: 'updated' })
    expect(await inBare('show', `${BRANCH}:README.md`)).toBe('three')
    expect(gitHub.pulls).toHaveLength(1)
    expect(gitHub.pulls[0]?.body).toContain('once more')
  })

  test('is not opened when the base has the files of the release', async () => {
    const state = ledger(await inBare('rev-parse', 'main'))
    expect(await write({}, result(), state)).toMatchObject({ outcome: 'nothing_to_change', branch: null })
    expect(gitHub.pulls).toEqual([])
  })

  test('can have another base', async () => {
    await inBare('branch', 'stable', 'main')
    expect(await write({ base: 'stable' })).toMatchObject({ outcome: 'proposed' })
    expect(gitHub.pulls).toMatchObject([{ base: 'stable' }])
  })

  test('is only a branch without a token, or when the remote is on another server', async () => {
    expect(await write({ gitHub: undefined })).toMatchObject({
      outcome: 'pushed',
      url: null,
      message: `The branch ${BRANCH} was pushed. Open a pull request from it into main.`,
    })
    const elsewhere = { ...env(), GITHUB_SERVER_URL: 'http://git.example.org' }
    expect(await write({ env: elsewhere })).toMatchObject({ outcome: 'pushed' })
    expect(gitHub.server.received).toEqual([])
  })

  test('fetches a commit that a shallow clone lacks', async () => {
    await inBare('config', 'uploadpack.allowAnySHA1InWant', 'true')
    clone = await cloned('--depth=1')
    expect(await write()).toMatchObject({ outcome: 'proposed' })
    expect(await inBare('diff', '--raw', first, BRANCH, '--', 'site')).toBe('')
  })

  test('escapes version and message in Markdown and in the name of the branch', async () => {
    const made = result('1.0.0-../x y.lock', { message: '<b>x</b> | [y](z) @all' })
    expect(await write({}, made)).toMatchObject({
      outcome: 'proposed',
      branch: 'changeover/revert-production-to-1.0.0-.-x-y-',
    })
    expect(gitHub.pulls[0]?.body).toContain('\\<b\\>x\\</b\\> \\| \\[y\\](z) \\@all')
  })
})

describe('a failure has a reason, and the rollback stays good:', () => {
  async function failed(reason: string, work: Promise<unknown>): Promise<void> {
    expect(await work).toMatchObject({ outcome: 'failed', reason, url: null })
    expect(warnings).toEqual([expect.stringContaining(reason)])
  }

  test('the ledger does not know the commit', () => failed('commit_unknown', write({}, result(), ledger(''))))
  test('the remote does not have the commit', () =>
    failed('commit_missing', write({}, result(), ledger('b'.repeat(40)))))
  test('the base does not exist', () => failed('base_unknown', write({ base: 'nowhere' })))
  test('the base is not a valid name', () => failed('base_unknown', write({ base: '--upload-pack=x' })))
  test('the remote does not exist', () => failed('remote_unknown', write({ remote: 'elsewhere' })))

  test('the remote is gone', async () => {
    await rm(bare, { recursive: true })
    await failed('git_failed', write())
  })

  test('the remote refuses the push', async () => {
    await writeFiles(bare, {
      'hooks/pre-receive': { text: '#!/bin/sh\necho protected\nexit 1\n', executable: true },
    })
    await failed('push_refused', write())
  })

  test('the branch has commits of another author', async () => {
    await write()
    const origin = join(folder, 'origin')
    await testGit(origin, 'fetch', '--quiet', bare, BRANCH)
    await testGit(origin, 'checkout', '--quiet', 'FETCH_HEAD')
    await writeFiles(origin, { 'README.md': 'mine' })
    await commitAll(origin, 'mine')
    await testGit(origin, 'push', '--quiet', bare, `HEAD:refs/heads/${BRANCH}`)
    const head = await inBare('rev-parse', BRANCH)
    await failed('branch_taken', write())
    expect(await inBare('rev-parse', BRANCH)).toBe(head)
  })

  test('the commit has no changeover.yml', async () => {
    const origin = join(folder, 'origin')
    await testGit(origin, 'rm', '--quiet', 'changeover.yml')
    await testGit(origin, 'commit', '--quiet', '--message', 'bare')
    await testGit(origin, 'push', '--quiet', bare, 'HEAD:refs/heads/bare')
    await testGit(clone, 'fetch', '--quiet', 'origin', 'bare')
    await failed('manifest_unknown', write({}, result(), ledger(await testGit(origin, 'rev-parse', 'HEAD'))))
  })

  test('GitHub refuses the pull request, and the branch is pushed', async () => {
    gitHub.permissions.pulls = false
    expect(await write()).toMatchObject({
      outcome: 'failed',
      reason: 'github_refused',
      branch: BRANCH,
      message: expect.stringContaining('Resource not accessible'),
    })
    expect(await inBare('rev-parse', `${BRANCH}^`)).toBe(await inBare('rev-parse', 'main'))
  })
})

describe('the report of a revert pull request', () => {
  const report = {
    outcome: 'failed',
    branch: null,
    url: null,
    reason: 'push_refused',
    message: '<i>no</i>',
  } as const

  test('is in summary and text, and does not change the outcome', () => {
    const made = result('1.0.0', { revert: report })
    expect(operationMarkdown(made)).toContain('**Revert pull request:** failed (`push_refused`). \\<i\\>no')
    expect(operationText(made, { color: false })).toContain('  revert   failed: <i>no</i>')
    expect(operationFailure(made)).toBeUndefined()
  })

  test('sets the output pull-request', () => {
    const url = 'http://github.localhost/acme/region-one/pull/1'
    const made = result('1.0.0', { revert: { ...report, outcome: 'proposed', url } })
    expect(rollbackOutputs(made)).toMatchObject({ outcome: 'restored', pullRequest: url })
    expect(operationMarkdown(made)).toContain(url)
  })

  test('is missing for a rollback that did not succeed', async () => {
    const refused = result('1.0.0', { outcome: 'refused' })
    const inputs = { folder: clone, environment: 'production', remote: undefined, base: undefined }
    const { signal } = new AbortController()
    expect(
      await withRevert(refused, { ...inputs, token: undefined, env: env(), gitHub: undefined }, log, signal),
    ).toBe(refused)
    expect(await inBare('for-each-ref', 'refs/heads/changeover')).toBe('')
  })
})
