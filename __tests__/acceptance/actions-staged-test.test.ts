import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { patient } from '../support/pace.js'
import { until } from '../support/until.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()

describe('staged-test', () => {
  test('tests each service after those it needs, and leaves nothing behind', async () => {
    const site = await own(Site.regionOne())
    const { path, digest } = await site.package('1.0.0')
    const result = await site.action('staged-test', { release: path, digest })
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({
      outcome: 'passed',
      reason: 'all_passed',
      passed: '4',
      failed: '0',
    })
    const { schema, stages } = JSON.parse(result.outputs.result ?? '')
    expect(schema).toBe('changeover/test/v1')
    expect(servicesOf(stages)).toEqual([['keystone'], ['glance', 'placement'], ['together']])
    expect(result.summary).toContain('✅ Staged tests passed')
    expect(result.summary).toMatch(/^```mermaid\n\w.*keystone.*\n```$/ms)
    expect(result.post).toMatchObject({ exitCode: 0, stdout: '' }) // nothing is left to be ended
    expect(await site.processes()).toEqual(new Map())
  })

  test('fails when a test fails, and still tests the services that do not need that service', async () => {
    const site = await own(Site.regionOne())
    await site.edit('tests/glance.sh', [
      ['junit_suite glance', 'junit_suite glance\ncheck "is <b>bold</b>" false'],
    ])
    await site.commit('fail')
    const { path } = await site.package('1.0.0')
    const { exitCode, outputs, summary, commands } = await site.action('staged-test', { release: path })
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ outcome: 'failed', reason: 'tests_failed', passed: '2', failed: '2' })
    const { stages } = JSON.parse(outputs.result ?? '')
    expect(stages.at(-1).services).toMatchObject([
      { service: 'together', outcome: 'blocked', blocked_by: 'glance' },
    ])
    expect(commands.at(-1)).toMatchObject({ name: 'error', message: expect.stringContaining('glance') })
    expect(summary).toContain('is <b>bold</b>`')
    expect(await site.processes()).toEqual(new Map())
  })

  /** A site whose first test never ends, and whose `down` writes down that it ran. */
  async function hangingSite(): Promise<{ site: Site; release: string }> {
    const site = await own(Site.regionOne())
    await site.edit('staging/down.sh', [
      ['./stand-ins/stop.sh', './stand-ins/stop.sh; echo down >> "$TMPDIR/../diary"'],
    ])
    await site.edit('tests/keystone.sh', [['set -euo', 'echo "the test hangs"; sleep 60; set -euo']])
    await site.commit('hang')
    return { site, release: (await site.package('1.0.0')).path }
  }
  const diary = (site: Site) => readFile(join(site.root, 'diary'), 'utf8').catch(() => '')

  test('stops the environment when the job is cancelled during a test', async () => {
    const { site, release } = await hangingSite()
    const running = await site.startAction('staged-test', { release })
    await until('the test runs', () => running.output().includes('the test hangs'))
    expect((await site.processes()).size).toBeGreaterThan(3) // the action, the test, the stand-ins
    const cancelled = performance.now()
    running.cancel()
    const result = await running.ended
    expect(performance.now() - cancelled).toBeLessThan(patient(7_500)) // the runner's patience with SIGINT
    expect(result).toMatchObject({
      exitCode: 1,
      signal: null,
      outputs: { outcome: 'failed', reason: 'cancelled' },
    })
    expect(result.summary).toContain('❌ Staged tests failed')
    expect(await diary(site)).toBe('down\n') // once: the post step had nothing to do
    expect(result.post?.exitCode).toBe(0)
    expect(await site.processes()).toEqual(new Map())
  })

  test('stops the environment in its post step when the main step was killed', async () => {
    const { site, release } = await hangingSite()
    const running = await site.startAction('staged-test', { release })
    await until('the test runs', () => running.output().includes('the test hangs'))
    expect(await diary(site)).toBe('')
    running.kill()
    const result = await running.ended
    expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL', outputs: {} })
    expect(result.post).toMatchObject({ exitCode: 0 })
    expect(await diary(site)).toBe('down\n')
    const left = [...(await site.processes()).values()].filter((command) => command.includes('service.mjs'))
    expect(left).toEqual([])
  })

  test.each([
    [{ environment: 'laptop' }, 'not_a_test_environment'],
    [{ environment: 'stagin' }, 'unknown_environment'],
    [{ digest: `sha256:${'0'.repeat(64)}` }, 'digest_mismatch'],
    [{ release: 'nowhere.tar.gz' }, 'release_missing'],
  ])('with %j fails before anything is started', async (inputs, reason) => {
    const site = await own(Site.regionOne())
    const { path } = await site.package('1.0.0')
    const result = await site.action('staged-test', { release: path, ...inputs })
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'failed', reason },
      post: { exitCode: 0 },
    })
    expect(result.stdout).not.toContain('answers on')
  })
})

function servicesOf(stages: { services: { service: string }[] }[]): string[][] {
  return stages.map(({ services }) => services.map(({ service }) => service))
}
