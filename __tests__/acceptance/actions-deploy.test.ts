import { describe, expect, test } from '@jest/globals'
import { patient } from '../support/pace.js'
import { until } from '../support/until.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()
const LAPTOP = { environment: 'laptop' }

/** A site with 1.0.0 live and 2.0.0 packaged. */
async function liveSite(edits: readonly [string, string][] = []) {
  const site = await own(Site.regionOne())
  const first = await site.package('1.0.0')
  await site.json('deploy', '-e', 'laptop', '-r', first.path)
  await site.edit('changeover.yml', [['name: region-one', 'name: region-one # 2'], ...edits])
  await site.commit('second')
  return { site, first, second: await site.package('2.0.0') }
}

describe('deploy and rollback', () => {
  test('an approval can be between verified and shifted, and a rollback goes back', async () => {
    const { site, second } = await liveSite()
    const inputs = { ...LAPTOP, release: second.path, digest: second.digest }

    const verified = await site.action('deploy', { ...inputs, until: 'verified' })
    expect(verified).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'verified', reason: 'completed', 'live-color': 'blue', 'live-version': '1.0.0' },
    })
    expect(await site.served()).toBe('1.0.0')

    const shifted = await site.action('deploy', inputs)
    expect(shifted).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'promoted', reason: 'completed', 'live-color': 'green', 'live-version': '2.0.0' },
    })
    expect(shifted.outputs.operation).toBe(verified.outputs.operation) // it went on, it did not start anew
    const result = JSON.parse(shifted.outputs.result ?? '')
    expect(result).toMatchObject({
      schema: 'changeover/operation/v1',
      kind: 'deploy',
      monitor: { failed: 0 },
    })
    expect(result.monitor.sent).toBeGreaterThan(20)
    expect(shifted.summary).toContain('✅ Deploy promoted: laptop')
    expect(shifted.summary).toMatch(/^```mermaid$/m)
    expect(await site.served()).toBe('2.0.0')

    const back = await site.action('rollback', LAPTOP)
    expect(back).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'restored', 'live-color': 'blue', 'live-version': '1.0.0' },
    })
    expect(JSON.parse(back.outputs.result ?? '')).toMatchObject({
      schema: 'changeover/operation/v1',
      kind: 'rollback',
      monitor: { failed: 0 },
    })
    expect(back.summary).toContain('✅ Rollback restored: laptop')
    expect(await site.served()).toBe('1.0.0')
  })

  test('a release with another digest than the approved one is refused', async () => {
    const site = await own(Site.regionOne())
    const { path } = await site.package('1.0.0')
    const result = await site.action('deploy', {
      ...LAPTOP,
      release: path,
      digest: `sha256:${'0'.repeat(64)}`,
    })
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', reason: 'digest_mismatch' } })
    expect(await site.processes()).toEqual(new Map())
    expect(await site.json('status', '-e', 'laptop')).toMatchObject({ reason: 'never_deployed' })
  })

  test('an unknown environment is refused, with a suggestion', async () => {
    const site = await own(Site.regionOne())
    const { path } = await site.package('1.0.0')
    const result = await site.action('deploy', { environment: 'labtop', release: path })
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'failed', reason: 'unknown_environment' },
    })
    expect(result.commands.at(-1)).toMatchObject({
      name: 'error',
      message: expect.stringContaining('"laptop"'),
    })
  })

  test('a rollback without a previous release is refused', async () => {
    const site = await own(Site.regionOne())
    const result = await site.action('rollback', LAPTOP)
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'refused', reason: 'nothing_to_roll_back_to' },
    })
    expect(result.summary).toContain('❌ Rollback refused')
  })

  test('a deploy that is cancelled during the bake shifts traffic back in time', async () => {
    const { site, second } = await liveSite([['bake: { for: 400ms }', 'bake: { for: 50s }']])
    const running = await site.startAction('deploy', { ...LAPTOP, release: second.path })
    await until('traffic is on 2.0.0', async () => (await site.served()) === '2.0.0')
    await until('it is watched', () => running.output().includes('Bake on green'))
    const cancelled = performance.now()
    running.cancel()
    const result = await running.ended
    expect(performance.now() - cancelled).toBeLessThan(patient(7_500))
    expect(result).toMatchObject({
      exitCode: 1,
      signal: null,
      outputs: { outcome: 'rolled_back', reason: 'cancelled', 'live-color': 'blue', 'live-version': '1.0.0' },
    })
    expect(JSON.parse(result.outputs.result ?? '')).toMatchObject({ monitor: { failed: 0 } })
    expect(result.summary).toContain('❌ Deploy rolled back: laptop')
    expect(await site.served()).toBe('1.0.0')
  })
})

describe('the lifecycle in one step', () => {
  const inputs = { version: '1.0.0', 'test-environment': 'staging', environment: 'laptop' }

  test('validates, packages, tests and deploys', async () => {
    const site = await own(Site.regionOne())
    const { exitCode, outputs, summary, post } = await site.action('lifecycle', inputs)
    expect(exitCode).toBe(0)
    expect(outputs).toMatchObject({
      outcome: 'promoted',
      version: '1.0.0',
      'live-color': 'blue',
      'live-version': '1.0.0',
    })
    expect(JSON.parse(outputs.result ?? '')).toMatchObject({
      schema: 'changeover/lifecycle/v1',
      outcome: 'promoted',
      validate: { schema: 'changeover/validate/v1' },
      package: { schema: 'changeover/package/v1', digest: outputs.digest },
      staged_test: { schema: 'changeover/test/v1', outcome: 'passed' },
      operation: { schema: 'changeover/operation/v1', outcome: 'promoted' },
    })
    for (const title of [
      'Definitions passed',
      'Release 1.0.0 packaged',
      'Staged tests passed',
      'Deploy promoted',
    ]) {
      expect(summary).toContain(`✅ ${title}`)
    }
    expect(post).toMatchObject({ exitCode: 0 })
    expect(await site.served()).toBe('1.0.0')
  })

  test('stops at the part that fails: a release with failed tests is not deployed', async () => {
    const site = await own(Site.regionOne())
    await site.edit('tests/keystone.sh', [['set -euo', 'exit 3; set -euo']])
    await site.commit('fail')
    const { exitCode, outputs } = await site.action('lifecycle', inputs)
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ outcome: 'failed', reason: 'tests_failed' })
    expect(JSON.parse(outputs.result ?? '')).toMatchObject({
      staged_test: { outcome: 'failed' },
      operation: null,
    })
    expect(await site.served()).toBe('nothing')
    expect(await site.processes()).toEqual(new Map())
  })
})
