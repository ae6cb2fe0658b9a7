import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { commandRunner } from '../../../src/drivers/command.js'
import { environmentOf } from '../../../src/manifest/load.js'
import { silentLog } from '../../../src/platform/log.js'
import { bash } from '../../../src/platform/shell.js'
import { buildRelease } from '../../../src/release/build.js'
import { openRelease } from '../../../src/release/open.js'
import { runDown, runStagedTests, type StagedTestPorts } from '../../../src/staged-test/run.js'
import { makeRepository } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let folder: string

beforeEach(async () => {
  folder = await temporaryFolder()
})

const JUNIT = (cases: string) => `mkdir -p out; echo '<testsuite>${cases}</testsuite>' > out/report.xml`
const GOOD = '<testcase name="a"/>'
const BAD = '<testcase name="a"><failure message="it broke"/></testcase>'

/** Build a release with a staging environment of these settings. */
async function request(settings: Record<string, unknown>) {
  const staging = { strategy: 'in_place', env: { DIARY: join(folder, 'diary') }, ...settings }
  const manifest = { version: 1, name: 'x', environments: { staging } }
  const repository = join(folder, 'repository')
  await makeRepository(await mkdirp(repository), { 'changeover.yml': JSON.stringify(manifest) })
  const { path } = await buildRelease({ folder: repository, version: '1', output: folder })
  const release = await openRelease(path)
  const found = environmentOf(release.settings, 'staging')
  if (found.strategy !== 'in_place') throw new Error('staging is in place')
  return { environment: 'staging', settings: found, release }
}

async function mkdirp(path: string): Promise<string> {
  const { mkdir } = await import('node:fs/promises')
  await mkdir(path, { recursive: true })
  return path
}

const ports = (more: Partial<StagedTestPorts> = {}): StagedTestPorts => ({
  shell: bash,
  runCommand: commandRunner(bash, silentLog),
  log: silentLog,
  processEnv: { PATH: process.env.PATH },
  ...more,
})

async function run(settings: Record<string, unknown>, signal = new AbortController().signal) {
  return runStagedTests(await request(settings), ports(), signal)
}

async function diary(): Promise<string[]> {
  return (await readFile(join(folder, 'diary'), 'utf8').catch(() => '')).split('\n').filter(Boolean)
}

const say = (text: string) => ({ run: `echo ${text} >> "$DIARY"` })

describe('staged tests', () => {
  test('run up, deploy, services in the order of their needs, together, down', async () => {
    const result = await run({
      up: say('up'),
      deploy: say('deploy-$CHANGEOVER_RELEASE'),
      down: say('down'),
      tests: {
        together: [say('together')],
        glance: [{ ...say('glance'), name: 'images' }],
        keystone: [say('keystone-1'), say('keystone-2')],
      },
    })
    expect(result).toMatchObject({ outcome: 'passed', reason: 'all_passed', needs: { glance: ['keystone'] } })
    expect(await diary()).toEqual([
      'up',
      'deploy-1',
      'keystone-1',
      'keystone-2',
      'glance',
      'together',
      'down',
    ])
    expect(result.stages.map((stage) => stage.services.map((service) => service.service))).toEqual([
      ['keystone'],
      ['glance'],
      ['together'],
    ])
    expect(result.stages[0]?.services[0]?.runs.map((test) => test.name)).toEqual(['keystone 1', 'keystone 2'])
  })

  test('block services that need a failed one, and together; test the others; run down', async () => {
    const result = await run({
      down: say('down'),
      tests: {
        keystone: [say('keystone')],
        glance: [{ run: 'exit 1' }],
        nova: [say('nova')],
        heat: [say('heat')],
        neutron: [say('neutron')],
        together: [say('together')],
      },
    })
    expect(result).toMatchObject({ outcome: 'failed', reason: 'tests_failed' })
    expect(result.message).toBe('Not passed: glance failed, nova blocked, heat blocked, together blocked.')
    expect(await diary()).toEqual(['keystone', 'neutron', 'down'])
  })

  test('leave no files', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('changeover-test-'))
    await run({ tests: { keystone: [{ run: 'echo mess > mess.txt' }] } })
    expect(
      (await readdir(tmpdir())).filter(
        (name) => name.startsWith('changeover-test-') && !before.includes(name),
      ),
    ).toEqual([])
  })

  test('refuse an environment without tests', async () => {
    await expect(run({ deploy: say('deploy') })).rejects.toMatchObject({ code: 'no_tests' })
  })
})

describe('verify', () => {
  test('runs between deploy and tests', async () => {
    const verify = [{ run: 'echo verify >> "$DIARY"' }]
    await run({ deploy: say('deploy'), verify, tests: { keystone: [say('test')] } })
    expect(await diary()).toEqual(['deploy', 'verify', 'test'])
  })

  test('stops the test of an unhealthy environment', async () => {
    const verify = [{ name: 'identity answers', run: 'exit 1', every: '10ms', failures: 2 }]
    const result = await run({ verify, down: say('down'), tests: { keystone: [say('test')] } })
    expect(result).toMatchObject({ outcome: 'failed', reason: 'verify_failed', stages: [] })
    expect(result.message).toBe('The probe "identity answers" failed: exit status 1.')
    expect(await diary()).toEqual(['down'])
  })
})

describe('a test passes only if a case ran and none failed', () => {
  const report = { report: 'junit', path: 'out/*.xml' }

  test.each<[string, Record<string, unknown>, string]>([
    ['exit status 0', { run: 'true' }, 'passed'],
    ['exit status 3', { run: 'exit 3' }, 'command_failed'],
    ['a hang', { run: 'sleep 60', timeout: '200ms' }, 'timeout'],
    ['a command that is not there', { run: './gone' }, 'command_failed'],
    ['a good report', { run: JUNIT(GOOD), ...report }, 'passed'],
    ['a bad case although the command says 0', { run: JUNIT(BAD), ...report }, 'cases_failed'],
    [
      'a good report although the command says 1',
      { run: `${JUNIT(GOOD)}; exit 1`, ...report },
      'command_failed',
    ],
    ['no report', { run: 'true', ...report }, 'report_missing'],
    ['a report without cases', { run: JUNIT(''), ...report }, 'no_tests_ran'],
    [
      'a report in which all was skipped',
      { run: JUNIT('<testcase name="a"><skipped/></testcase>'), ...report },
      'no_tests_ran',
    ],
    [
      'a report that is none',
      { run: 'mkdir -p out; echo hello > out/report.xml', ...report },
      'report_unreadable',
    ],
  ])('%s', async (_title, settings, reason) => {
    const result = await run({ tests: { keystone: [settings] } })
    expect(result.stages[0]?.services[0]?.runs[0]).toMatchObject({
      reason,
      outcome: reason === 'passed' ? 'passed' : 'failed',
    })
    expect(result.outcome).toBe(reason === 'passed' ? 'passed' : 'failed')
  })

  test('a report of an earlier command does not count', async () => {
    const result = await run({
      tests: { keystone: [{ run: `${JUNIT(GOOD)}; touch -d '1 minute ago' out/report.xml`, ...report }] },
    })
    expect(result.stages[0]?.services[0]?.runs[0]).toMatchObject({ reason: 'report_missing' })
  })

  test('the result has the failed cases', async () => {
    const result = await run({ tests: { keystone: [{ run: JUNIT(BAD), ...report }] } })
    expect(result.stages[0]?.services[0]?.runs[0]).toMatchObject({
      counts: { tests: 1, failures: 1, errors: 0, skipped: 0 },
      failures: [{ name: 'a', message: 'it broke' }],
    })
  })
})

describe('down always runs', () => {
  const tests = { keystone: [say('test')] }

  test.each([
    ['up fails', { up: { run: 'echo up >> "$DIARY"; exit 1' }, tests }, 'up_failed', ['up', 'down']],
    ['deploy fails', { deploy: { run: 'exit 1' }, tests }, 'deploy_failed', ['down']],
  ])('when %s', async (_title, settings, reason, expected) => {
    expect(await run({ ...settings, down: say('down') })).toMatchObject({ outcome: 'failed', reason })
    expect(await diary()).toEqual(expected)
  })

  test('when the run is cancelled', async () => {
    const controller = new AbortController()
    const settings = {
      down: say('down'),
      tests: { keystone: [{ run: 'echo started >> "$DIARY"; sleep 60' }] },
    }
    const running = run(settings, controller.signal)
    while (!(await diary()).includes('started')) await new Promise((resolve) => setTimeout(resolve, 20))
    controller.abort(new Error('Cancelled by SIGINT.'))
    expect(await running).toMatchObject({ outcome: 'failed', reason: 'cancelled' })
    expect(await diary()).toEqual(['started', 'down'])
  })

  test('and its failure makes a passed test fail', async () => {
    expect(await run({ down: { run: 'exit 1' }, tests })).toMatchObject({
      outcome: 'failed',
      reason: 'down_failed',
    })
  })

  test('hooks run before up and after down', async () => {
    const told: string[] = []
    const onUp = () => told.push('up')
    const onDown = () => told.push('down')
    const asked = await request({ up: say('up'), down: say('down'), tests })
    await runStagedTests(asked, ports({ onUp, onDown }), new AbortController().signal)
    expect(told).toEqual(['up', 'down'])
  })

  test('alone, for a test that was killed', async () => {
    await runDown(
      await request({ down: say('down-$CHANGEOVER_PHASE'), tests }),
      ports(),
      new AbortController().signal,
    )
    expect(await diary()).toEqual(['down-down'])
  })
})
