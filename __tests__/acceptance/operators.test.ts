import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { GitHubRest } from '../rig/github-api.js'
import { testGit } from '../support/repository.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

// What an operator does beside deploying, with what ships: give up, ask what a rollback would do, write one back, look back.

const own = removedAfterEach()
const LAPTOP = { environment: 'laptop' }
const BRANCH = 'changeover/revert-laptop-to-1.0.0'
let gitHub: GitHubRest | undefined
afterEach(async () => {
  await gitHub?.stop()
  gitHub = undefined
})

/** A site with 1.0.0 live and 2.0.0 packaged, whose ledger is on a bare remote. */
async function liveSite() {
  const site = await own(Site.regionOne())
  const bare = join(site.root, 'remote.git')
  await testGit(site.root, 'clone', '--quiet', '--bare', site.repository, bare)
  await testGit(site.repository, 'remote', 'add', 'origin', `file://${bare}`)
  const first = await site.package('1.0.0')
  await site.json('deploy', '-e', 'laptop', '-r', first.path)
  await site.edit('changeover.yml', [['name: region-one', 'name: region-one # 2']])
  await site.commit('second')
  await testGit(site.repository, 'push', '--quiet', 'origin', 'main')
  return { site, bare, second: await site.package('2.0.0') }
}

const serialOf = async (site: Site) =>
  (await site.json('status', '-e', 'laptop', '--offline')).ledger as { serial: number }

describe('abort', () => {
  test('ends a deploy that waits for an approval, and tears its color down', async () => {
    const { site, second } = await liveSite()
    await site.json('deploy', '-e', 'laptop', '-r', second.path, '--until', 'verified')
    const waiting = await site.json('status', '-e', 'laptop')
    expect(waiting).toMatchObject({
      unfinished: { remedy: expect.stringContaining('changeover abort -e laptop') },
    })
    const onGreen = async () =>
      [...(await site.processes()).values()].filter((line) => line.includes('green'))
    const before = (await onGreen()).length

    const early = await site.action('abort', { ...LAPTOP, expired: 'true' })
    expect(early).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged', 'live-version': '1.0.0' } })
    expect(await site.json('status', '-e', 'laptop')).toMatchObject({ green: { state: 'ready' } })

    const given = await site.action('abort', LAPTOP)
    expect(given).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'aborted', reason: 'completed', 'live-color': 'blue', 'live-version': '1.0.0' },
    })
    expect(JSON.parse(given.outputs.result ?? '')).toMatchObject({
      kind: 'abort',
      operation: (waiting.operation as { id: string }).id,
    })
    expect(given.summary).toContain('✅ Abort aborted: laptop')
    expect(await site.json('status', '-e', 'laptop')).toMatchObject({
      ...{ operation: null, green: { state: 'retired' } },
      history: [{ outcome: 'aborted', reason: 'abort_requested' }, { outcome: 'promoted' }],
    })
    expect((await onGreen()).length).toBeLessThanOrEqual(before)
    expect(await site.served()).toBe('1.0.0')
    expect(await site.json('abort', '-e', 'laptop')).toMatchObject({ outcome: 'unchanged' })
  })
})

describe('a rollback', () => {
  test('says what it would do, and does nothing', async () => {
    const { site, second } = await liveSite()
    const none = await site.cli(['rollback', '-e', 'laptop', '--dry-run', '--format', 'json'])
    expect([none.exitCode, JSON.parse(none.stdout)]).toMatchObject([
      1,
      { schema: 'changeover/rollback-plan/v1', outcome: 'refused', reason: 'nothing_to_roll_back_to' },
    ])
    await site.json('deploy', '-e', 'laptop', '-r', second.path)
    const { serial } = await serialOf(site)

    const plan = await site.action('rollback', { ...LAPTOP, 'dry-run': 'true' })
    expect(plan).toMatchObject({ exitCode: 0, outputs: { outcome: 'possible' } })
    expect(JSON.parse(plan.outputs.result ?? '')).toMatchObject({
      schema: 'changeover/rollback-plan/v1',
      ...{ method: 'shift', from: 'green', to: 'blue', release: { version: '1.0.0' } },
      checks: expect.arrayContaining([expect.objectContaining({ name: 'router', verdict: 'good' })]),
    })
    const said = await site.cli(['rollback', '-e', 'laptop', '--dry-run'])
    expect(said).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1.0.0 on blue') })
    expect((await serialOf(site)).serial).toBe(serial)
    expect(await site.served()).toBe('2.0.0')
  })

  test('is proposed in Git as a pull request, which has the files of the release that traffic is on', async () => {
    const { site, bare, second } = await liveSite()
    await site.json('deploy', '-e', 'laptop', '-r', second.path)
    gitHub = await GitHubRest.start()
    const address = 'http://github.localhost/acme/region-one.git'
    await testGit(site.repository, 'config', `url.file://${bare}.insteadOf`, address)
    await testGit(site.repository, 'remote', 'set-url', 'origin', address)
    const env = { GITHUB_SERVER_URL: 'http://github.localhost', GITHUB_API_URL: gitHub.server.url }
    const back = await site.action('rollback', { ...LAPTOP, revert: 'true', token: gitHub.token }, { env })
    expect(back).toMatchObject({
      exitCode: 0,
      outputs: {
        outcome: 'restored',
        'live-version': '1.0.0',
        'pull-request': 'http://github.localhost/acme/region-one/pull/1',
      },
    })
    expect(gitHub.pulls).toMatchObject([{ head: BRANCH, base: 'main' }])
    expect(await testGit(bare, 'diff', '--name-only', 'main', BRANCH)).toBe('changeover.yml')
    expect(await testGit(bare, 'diff', '--name-only', 'main~1', BRANCH)).toBe('')
    expect(`${back.stdout}${back.stderr}`).not.toContain(gitHub.token)
  })

  test('is a branch where there is no GitHub, from the command line', async () => {
    const { site, bare, second } = await liveSite()
    await site.json('deploy', '-e', 'laptop', '-r', second.path)
    expect(await site.json('rollback', '-e', 'laptop', '--revert')).toMatchObject({
      outcome: 'restored',
      revert: { outcome: 'pushed', branch: BRANCH, url: null },
    })
    expect(await testGit(bare, 'diff', '--name-only', 'main~1', BRANCH)).toBe('')
  })
})

test('history has every operation, the newest first, and what each recorded', async () => {
  const { site, second } = await liveSite()
  await site.json('deploy', '-e', 'laptop', '-r', second.path)
  await site.json('rollback', '-e', 'laptop')
  const { operations } = (await site.json('history', '-e', 'laptop')) as {
    operations: { id: string; kind: string; release: { version: string }; outcome: string }[]
  }
  expect(operations.map(({ kind, release, outcome }) => `${kind} ${release.version} ${outcome}`)).toEqual([
    'rollback 1.0.0 restored',
    'deploy 2.0.0 promoted',
    'deploy 1.0.0 promoted',
  ])
  const id = operations[1]?.id ?? ''
  const one = (await site.json('history', '-e', 'laptop', '--operation', id.slice(0, 8))) as {
    operations: { timeline: { phase: string | null }[] }[]
  }
  const phases = one.operations[0]?.timeline.map(({ phase }) => phase) ?? []
  for (const phase of ['fetch', 'expand', 'deploy', 'verify', 'shift', 'bake'])
    expect(phases).toContain(phase)
  const text = await site.cli(['history', '-e', 'laptop'])
  expect(text).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/rollback[^\n]*restored[\s\S]*deploy[^\n]*promoted/),
  })
})
