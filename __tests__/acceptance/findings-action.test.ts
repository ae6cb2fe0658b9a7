import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readJUnit } from '../../src/platform/junit.js'
import type { StepResult } from '../rig/runner.js'
import { testGit } from '../support/repository.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()

/** A mapping that defines that many keys twice. */
const twice = (n: number, name = 'k') =>
  Array.from({ length: n }, (_, at) => `${name}${at}: 1\n${name}${at}: 2\n`).join('')

async function filesOf({ outputs }: StepResult) {
  const read = (name: string) => readFile(outputs[name] ?? '', 'utf8')
  return {
    sarif: JSON.parse(await read('sarif-file')),
    junit: readJUnit(await read('junit-file')),
    report: await read('report'),
  }
}

describe('the files of validate', () => {
  test('have all findings for later steps', async () => {
    const site = await own(Site.of({ 'clouds/one/a.yaml': twice(2), 'clouds/one/b.yaml': 'ok: 1\n' }))
    const step = await site.action('validate', { path: 'clouds/one' })
    const { sarif, junit, report } = await filesOf(step)
    const [run] = sarif.runs
    expect(run.results).toHaveLength(2)
    expect(run.artifacts[0].location.uri).toBe('clouds/one/a.yaml')
    expect(junit.counts).toEqual({ tests: 2, failures: 1, errors: 0, skipped: 0 })
    expect(report).toContain('### ❌ Definitions failed')
    expect(step.outputs['sarif-file']).toMatch(/^\/.*\.sarif$/)
  })

  test('are written without findings too, and each step has its own', async () => {
    const site = await own(Site.of({ 'a.yaml': 'ok: 1\n' }))
    const [first, second] = [await site.action('validate'), await site.action('validate')]
    expect((await filesOf(first)).sarif.runs[0].results).toEqual([])
    expect(first.outputs['sarif-file']).not.toBe(second.outputs['sarif-file'])
  })

  test('are outputs of lifecycle when it ends at validate', async () => {
    const site = await own(Site.of({ 'changeover.yml': 'version: 1\nname: a\n', 'a.yaml': twice(1) }))
    const step = await site.action('lifecycle', { version: '1' })
    expect(step.exitCode).toBe(1)
    expect((await filesOf(step)).sarif.runs[0].results).toHaveLength(1)
    const passed = await site.action('lifecycle', { version: '1', 'fail-on': 'never' })
    expect(passed).toMatchObject({ exitCode: 0, outputs: { outcome: 'passed', version: '1' } })
  })

  test('link to the pages of the action that wrote them', async () => {
    const site = await own(Site.of({ 'a.yaml': twice(1) }))
    const env = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_ACTION_REPOSITORY: 'somebody/changeover',
      GITHUB_ACTION_REF: 'v0',
    }
    const [run] = (await filesOf(await site.action('validate', {}, { env }))).sarif.runs
    const rule = run.tool.driver.rules[run.results[0].ruleIndex]
    expect(rule.helpUri).toBe(
      'https://github.com/somebody/changeover/blob/v0/docs/rules/yaml/duplicate-key.md',
    )
  })
})

describe('more findings than GitHub shows', () => {
  test('the log names the place of the others', async () => {
    const site = await own(Site.of({ 'a.yaml': twice(12) }))
    const { commands, stdout, summary, outputs } = await site.action('validate')
    expect(commands.filter(({ name, properties }) => name === 'error' && properties.file)).toHaveLength(9)
    expect(stdout).toContain(
      `3 more findings have no annotation: the runner shows ten of each severity per step. All findings are in the job summary, and in ${outputs.report}.`,
    )
    expect(summary.match(/^\| \d+:1 /gm)).toHaveLength(12)
    const silent = await site.action('validate', { summary: 'false' })
    expect(silent.stdout).toContain(`All findings are in ${silent.outputs.report}`)
  })

  test('a large number of findings is complete, and the summary stays within its limit', async () => {
    const site = await own(Site.of({ 'a.yaml': twice(9_000, 'a_rather_long_name_of_a_key_') }))
    const step = await site.action('validate')
    expect(Buffer.byteLength(step.summary)).toBeLessThan(1024 * 1024)
    expect(Buffer.byteLength(step.summary)).toBeGreaterThan(1024 * 1024 - 16_384)
    expect(step.summary).toMatch(
      /_[\d,]+ more findings do not fit here\. The file in the output `report` has all findings\._/,
    )
    expect(step.outputs.errors).toBe('9000')
    expect(JSON.parse(step.outputs.result ?? '').findings).toHaveLength(1000)
    const { sarif, report } = await filesOf(step)
    expect(report.match(/^\| \d+:1 /gm)).toHaveLength(9_000)
    expect(sarif.runs.flatMap((run: { results: object[] }) => run.results)).toHaveLength(9_000)
  })

  test('places are links when the checkout is the commit of the workflow run', async () => {
    const site = await own(Site.of({ 'clouds/a (1).yaml': twice(1) }))
    const sha = await testGit(site.repository, 'rev-parse', 'HEAD')
    const env = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'somebody/infra',
      GITHUB_SHA: sha,
    }
    const here = await site.action('validate', { path: 'clouds' }, { env })
    expect(here.summary).toContain(
      `[2:1](https://github.com/somebody/infra/blob/${sha}/clouds/a%20%281%29.yaml#L2)`,
    )
    const elsewhere = await site.action('validate', {}, { env: { ...env, GITHUB_SHA: 'a'.repeat(40) } })
    expect(elsewhere.summary).toContain('| 2:1 |')
  })
})

describe('base', () => {
  test('in a pull request only new findings fail the step', async () => {
    const site = await own(Site.of({ 'a.yaml': twice(2) }))
    const base = await testGit(site.repository, 'rev-parse', 'HEAD')
    const event = join(site.root, 'event.json')
    await writeFile(event, JSON.stringify({ pull_request: { base: { sha: base } } }))
    const env = { GITHUB_EVENT_PATH: event }

    const unchanged = await site.action('validate', {}, { env })
    expect(unchanged).toMatchObject({ exitCode: 0, outputs: { reason: 'nothing_new', errors: '0' } })
    expect(unchanged.summary).toContain('2 older findings are not shown.')

    await writeFile(join(site.repository, 'a.yaml'), twice(3))
    await site.commit('one more')
    const changed = await site.action('validate', {}, { env })
    expect(changed.exitCode).toBe(1)
    expect(JSON.parse(changed.outputs.result ?? '')).toMatchObject({ base: { commit: base, known: 2 } })
    expect(changed.commands.at(-1)?.message).toBe('1 findings of severity error that this change introduces.')

    const all = await site.action('validate', { base: 'none' }, { env })
    expect(all.outputs).toMatchObject({ outcome: 'failed', errors: '3' })
  })

  test('that is missing fails the step, and says how to fix it', async () => {
    const site = await own(Site.of({ 'a.yaml': 'ok: 1\n' }))
    const { exitCode, outputs, commands } = await site.action('validate', { base: 'origin/main' })
    expect(exitCode).toBe(1)
    expect(outputs).toEqual({ outcome: 'failed', reason: 'unknown_base' })
    expect(commands.at(-1)?.message).toContain('fetch-depth: 0')
  })

  test('that the checkout of a pull request lacks means all findings, and a note in the log', async () => {
    const site = await own(Site.of({ 'a.yaml': twice(1) }))
    const event = join(site.root, 'event.json')
    await writeFile(event, JSON.stringify({ pull_request: { base: { sha: 'a'.repeat(40) } } }))
    const { outputs, stdout } = await site.action('validate', {}, { env: { GITHUB_EVENT_PATH: event } })
    expect(outputs.errors).toBe('1')
    expect(stdout).toContain('"fetch-depth: 2"')
  })
})
