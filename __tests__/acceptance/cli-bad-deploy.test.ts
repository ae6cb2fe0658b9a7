import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { testGit } from '../support/repository.js'
import { until } from '../support/until.js'
import { expectBadEnd } from './cli-result.js'
import { NODE, Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()
const DEPLOY = 'deploy: &laptop_deploy { run: ./stand-ins/start.sh keystone glance, timeout: 2m }'
/** The second release is brought to its color only when the test says so. */
const WAITS = `deploy: &laptop_deploy { run: 'until [[ -e "$TMPDIR/go" ]]; do sleep 0.05; done; ./stand-ins/start.sh keystone glance', timeout: 2m }`

/** A site with 1.0.0 live, and `edits` in what 2.0.0 will be. */
async function liveSite(...edits: [string, string][]): Promise<{ site: Site; second: string }> {
  const site = await own(Site.regionOne())
  const { path } = await site.package('1.0.0')
  await site.json('deploy', '-e', 'laptop', '-r', path)
  await site.edit('changeover.yml', [['name: region-one', 'name: region-one # 2'], ...edits])
  await site.commit('second')
  return { site, second: (await site.package('2.0.0')).path }
}

const args = (release: string, environment = 'laptop') => [
  ...['deploy', '-e', environment, '-r', release],
  ...['--format', 'json'],
]

describe('a deploy command', () => {
  test.each([
    ['is missing', 'no-such-command --now', '2m', 'command_failed', /no-such-command: command not found/],
    [
      'fails',
      'echo "no route to infra1"; exit 4',
      '2m',
      'command_failed',
      /exit status 4.*no route to infra1/,
    ],
    ['hangs', 'sleep 300 & setsid sleep 301 & wait', '700ms', 'command_timeout', /did not end within 0\.7 s/],
  ])('that %s leaves traffic where it is, and no process', async (_what, run, timeout, reason, message) => {
    const { site, second } = await liveSite([
      DEPLOY,
      `deploy: &laptop_deploy { run: '${run}', timeout: ${timeout} }`,
    ])
    const before = await site.processes()
    const end = expectBadEnd(await site.cli(args(second)), 'aborted', reason)
    expect(end).toMatchObject({ message: expect.stringMatching(message), remedy: expect.stringMatching(/./) })
    expect(end.live).toMatchObject({ color: 'blue', release: { version: '1.0.0' } })
    expect(await site.served()).toBe('1.0.0')
    expect([...(await site.processes()).keys()].sort()).toEqual([...before.keys()].sort())
    // nothing is half-done: the next deploy starts from a ledger at rest
    expect(await site.json('status', '-e', 'laptop')).toMatchObject({
      outcome: 'consistent',
      operation: null,
    })
  })
})

describe("HAProxy's socket", () => {
  test.each(['absent', 'without anybody behind it'])('is %s: nothing is deployed', async (how) => {
    const site = await own(Site.regionOne())
    const { path } = await site.package('1.0.0')
    const socket = join(site.root, 'admin.sock')
    if (how !== 'absent') {
      const die =
        'require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))'
      spawnSync(NODE, ['-e', die, socket])
    }
    const result = await site.cli(args(path, 'lab'), { env: { REGION_ONE_HAPROXY_SOCKET: socket } })
    const end = expectBadEnd(result, 'aborted', 'router_unreachable')
    expect(end).toMatchObject({
      message: expect.stringContaining(socket),
      remedy: expect.any(String),
      phases: [],
    })
    expect(await site.processes()).toEqual(new Map())
  })
})

describe('two deploys', () => {
  test.each(['this repository', 'a remote'])(
    'at once, with the ledger in %s: exactly one wins',
    async (where) => {
      const site = await own(Site.regionOne())
      if (where === 'a remote') {
        await testGit(site.root, 'init', '--quiet', '--bare', 'ledger.git')
        await testGit(site.repository, 'remote', 'add', 'origin', join(site.root, 'ledger.git'))
      }
      const releases: string[] = []
      for (const version of ['1.0.0', '2.0.0', '3.0.0']) releases.push((await site.package(version)).path)
      const [first = '', ...both] = releases
      await site.json('deploy', '-e', 'laptop', '-r', first)

      const running = both.map((release) => site.startCli(args(release)))
      const ended = Promise.all(running.map((run) => run.ended))
      const seen = await servedUntil(site, ended)
      const ends = (await ended).map(({ exitCode, stdout }) => ({ exitCode, ...JSON.parse(stdout) }))
      const won = ends.filter(({ outcome }) => outcome === 'promoted')
      const lost = ends.filter(({ outcome }) => outcome === 'aborted')
      expect([won.length, lost.length]).toEqual([1, 1])
      expect(won[0]).toMatchObject({ exitCode: 0, monitor: { failed: 0 } })
      expect(lost[0]).toMatchObject({
        exitCode: 1,
        reason: expect.stringMatching(/^(operation_in_flight|ledger_moved)$/),
      })
      // users went from 1.0.0 to the winner, once
      expect(seen).toEqual(['1.0.0', won[0].release.version])
      expect(await site.json('status', '-e', 'laptop')).toMatchObject({
        outcome: 'consistent',
        live: { release: won[0].release },
        operation: null,
      })
    },
  )

  test('one after the other: the second names the run that works on the environment', async () => {
    const { site, second } = await liveSite([DEPLOY, WAITS])
    const first = site.startCli(args(second))
    await inPhase(site, 'deploy')
    const late = expectBadEnd(await site.cli(args(second)), 'aborted', 'operation_in_flight')
    expect(late.message).toContain(`process ${first.pid}`)
    expect(late.remedy).toContain('--take-over')
    expectBadEnd(
      await site.cli(['rollback', '-e', 'laptop', '--format', 'json']),
      'refused',
      'operation_in_flight',
    )
    await writeFile(join(site.root, 't/go'), '')
    expect(await first.ended).toMatchObject({ exitCode: 0 })
    expect(await site.served()).toBe('2.0.0')
  })

  test.each(['this repository', 'a remote'])(
    'with the ledger in %s moved, a run stops before it touches users',
    async (where) => {
      const { site, second } = await liveSite([DEPLOY, WAITS])
      const remote = where === 'a remote' ? await addRemote(site) : undefined
      const running = site.startCli(args(second))
      await inPhase(site, 'deploy')
      const ref = 'refs/changeover/laptop'
      const head = await testGit(site.repository, 'rev-parse', ref)
      const moved = await testGit(
        site.repository,
        'commit-tree',
        `${ref}^{tree}`,
        '-p',
        head,
        '-m',
        'another run',
      )
      if (remote === undefined) await testGit(site.repository, 'update-ref', ref, moved)
      else await testGit(site.repository, 'push', '--quiet', 'origin', `${moved}:${ref}`)
      await writeFile(join(site.root, 't/go'), '')
      const end = expectBadEnd(await running.ended, 'aborted', 'ledger_moved')
      expect(end.remedy).toContain('status')
      expect(await site.served()).toBe('1.0.0')
      expect(await testGit(remote ?? site.repository, 'rev-parse', ref)).toBe(moved) // nothing was written over it
    },
  )
})

/** Give the repository an origin, which keeps the ledger from then on, with what was recorded until now. */
async function addRemote(site: Site): Promise<string> {
  const remote = join(site.root, 'origin.git')
  await testGit(site.root, 'init', '--quiet', '--bare', remote)
  await testGit(site.repository, 'remote', 'add', 'origin', remote)
  await testGit(site.repository, 'push', '--quiet', 'origin', 'refs/*:refs/*')
  return remote
}

/** Wait until the deploy of 2.0.0 is in a phase. */
function inPhase(site: Site, phase: string): Promise<void> {
  return until(`the phase ${phase}`, async () => {
    const subject = await testGit(site.repository, 'log', '-1', '--format=%s', 'refs/changeover/laptop')
    return subject === `deploy 2.0.0: ${phase}`
  })
}

/** What users are served, each change once, until `ended`. */
async function servedUntil(site: Site, ended: Promise<unknown>): Promise<string[]> {
  let over = false
  void ended.finally(() => {
    over = true
  })
  const seen: string[] = []
  while (!over) {
    const version = await site.served()
    if (seen.at(-1) !== version) seen.push(version)
    await delay(20)
  }
  return seen
}
