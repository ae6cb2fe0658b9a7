import { cp, mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { testGit } from '../support/repository.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()

async function brokenSite(): Promise<Site> {
  const site = await own(Site.regionOne())
  await cp(resolve('examples/broken-change'), site.repository, { recursive: true, force: true })
  await site.commit('a change that should not pass')
  return site
}

describe('validate', () => {
  test('succeeds for a valid repository', async () => {
    const site = await own(Site.regionOne())
    const { exitCode, outputs, summary, commands } = await site.action('validate')
    expect(exitCode).toBe(0)
    expect(outputs).toMatchObject({
      outcome: 'passed',
      reason: 'clean',
      errors: '0',
      warnings: '0',
      notices: '0',
    })
    expect(JSON.parse(outputs.result ?? '')).toMatchObject({ schema: 'changeover/validate/v1', findings: [] })
    expect(summary).toContain('✅ Definitions passed')
    expect(commands.map(({ name }) => name)).toEqual(['group', 'endgroup'])
  })

  test('fails for an invalid one, and annotates each error at its line, wherever the repository is checked out', async () => {
    const site = await brokenSite()
    const inputs = { path: 'repository' }
    const { exitCode, outputs, summary, commands } = await site.action('validate', inputs, {
      workspace: site.root,
    })
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ outcome: 'failed', reason: 'errors_found' })
    const { schema, findings } = JSON.parse(outputs.result ?? '')
    expect(schema).toBe('changeover/validate/v1')

    const errors = commands.filter(({ name, properties }) => name === 'error' && properties.file)
    expect(errors).toHaveLength(Number(outputs.errors))
    const typo = await lineOf(site, 'heat/app.yaml', 'get_param: flavour')
    expect(errors.map(({ properties }) => `${properties.file}:${properties.line}`)).toContain(
      `heat/app.yaml:${typo}`,
    )
    const key = await lineOf(site, 'changeover.yml', 'rolback_window')
    expect(errors).toContainEqual(
      expect.objectContaining({
        properties: expect.objectContaining({ file: 'changeover.yml', line: String(key) }),
        message: expect.stringContaining('Did you mean "rollback_window"?'),
      }),
    )
    expect(commands.at(-1)).toMatchObject({
      name: 'error',
      message: `${outputs.errors} findings of severity error.`,
    })
    expect(summary).toContain('❌ Definitions failed')
    for (const { rule } of findings) expect(summary).toContain(rule)
  })

  test.each([
    { failOn: 'never', path: 'broken', exitCode: 0 },
    { failOn: 'warning', path: 'broken', exitCode: 1 },
    { failOn: 'error', path: 'warned', exitCode: 0 },
    { failOn: 'warning', path: 'warned', exitCode: 1 },
    { failOn: 'never', path: 'warned', exitCode: 0 },
  ])('with fail-on $failOn ends with $exitCode on a $path folder', async ({ failOn, path, exitCode }) => {
    const site = await own(
      Site.of({
        'broken/a.yaml':
          'heat_template_version: 2018-08-31\noutput: {}\nresources:\n  a: { type: OS::Nova::Server, x: [ }\n',
        // a parameter that nobody uses is worth a warning, no more
        'warned/changeover.yml':
          'version: 1\nname: a\nvalidate: { rules: { heat/unused-parameter: warning } }\n',
        'warned/b.yaml':
          'heat_template_version: 2018-08-31\nparameters:\n  idle: { type: string }\nresources:\n  n: { type: OS::Neutron::Net }\n',
      }),
    )
    const result = await site.action('validate', { path, 'fail-on': failOn })
    expect(result.exitCode).toBe(exitCode)
    const { errors, warnings } = result.outputs
    expect(path === 'broken' ? [errors, warnings] : [warnings, errors]).toEqual([
      expect.stringMatching(/[1-9]/),
      '0',
    ])
  })

  test('writes no summary with summary: false', async () => {
    const site = await own(Site.of({ 'changeover.yml': 'version: 1\nname: a\n' }))
    expect((await site.action('validate', { summary: 'false' })).summary).toBe('')
    expect((await site.action('validate')).summary).not.toBe('')
  })
})

describe('package', () => {
  test('has the version, digest and archive as outputs, and the archive is that release', async () => {
    const site = await own(Site.regionOne())
    const { exitCode, outputs, summary } = await site.action('package', { version: '1.0.0' })
    expect(exitCode).toBe(0)
    expect(outputs).toMatchObject({
      outcome: 'packaged',
      version: '1.0.0',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      archive: join(site.root, 'runner/changeover-releases/region-one-1.0.0.tar.gz'),
    })
    expect(JSON.parse(outputs.result ?? '')).toMatchObject({ schema: 'changeover/package/v1' })
    expect(summary).toContain(outputs.digest)
    const { archive = '', digest = '' } = outputs
    expect(await site.json('verify', archive, '--digest', digest)).toMatchObject({
      outcome: 'verified',
      digest,
    })
  })

  test('refuses a tree with uncommitted changes', async () => {
    const site = await own(Site.regionOne())
    await site.edit('retire.sh', [['#!', '# mine\n#!']])
    const { exitCode, outputs, commands } = await site.action('package', { version: '1.0.0' })
    expect(exitCode).toBe(1)
    expect(outputs).toEqual({ outcome: 'failed', reason: 'uncommitted_changes' })
    expect(commands).toContainEqual(
      expect.objectContaining({ name: 'error', message: expect.stringContaining('retire.sh') }),
    )
  })

  test('packages uncommitted changes with allow-dirty, and reports them and the changed files', async () => {
    const site = await own(Site.regionOne())
    const before = await site.action('package', { version: '1.0.0' })
    await site.edit('retire.sh', [['#!', '# mine\n#!']])
    const inputs = { version: '1.1.0', 'allow-dirty': 'true', previous: before.outputs.archive ?? '' }
    const { exitCode, outputs, commands, summary } = await site.action('package', inputs)
    expect(exitCode).toBe(0)
    expect(JSON.parse(outputs.result ?? '')).toMatchObject({
      dirty: true,
      previous: { version: '1.0.0', changes: { added: [], changed: ['retire.sh'], removed: [] } },
    })
    expect(commands).toContainEqual(
      expect.objectContaining({
        name: 'warning',
        message: expect.stringContaining('changes that are not committed'),
      }),
    )
    expect(summary).toContain('1 changed')
  })

  test('checks the definitions first, or reports that it did not', async () => {
    const site = await own(Site.regionOne())
    await site.edit('heat/app.yaml', [['get_param: cidr', 'get_param: cdir']])
    await testGit(site.repository, 'commit', '--quiet', '--all', '-m', 'wrong')
    const strict = await site.action('package', { version: '1.0.0' })
    expect(strict.outputs).toEqual({ outcome: 'failed', reason: 'definitions_invalid' })
    expect(strict.commands).toContainEqual(
      expect.objectContaining({ name: 'error', message: expect.stringContaining('heat/app.yaml:') }),
    )
    const skipped = await site.action('package', { version: '1.0.0', 'skip-validate': 'true' })
    expect(skipped.outputs.outcome).toBe('packaged')
    expect(JSON.parse(skipped.outputs.result ?? '')).toMatchObject({ findings: null })
    expect(skipped.commands).toContainEqual(
      expect.objectContaining({ name: 'warning', message: expect.stringContaining('not checked') }),
    )
  })

  test('packages a subfolder only if it is a repository', async () => {
    const site = await own(Site.regionOne())
    const inside = await site.action('package', { path: 'heat', version: '1' })
    expect(inside.outputs).toMatchObject({ outcome: 'failed', reason: 'not_the_top_folder' })
    await mkdir(join(site.root, 'plain'))
    const outside = await site.action('package', { path: '../plain', version: '1' })
    expect(outside.outputs).toMatchObject({ outcome: 'failed', reason: 'not_a_repository' })
  })
})

/** Number of the line that holds `text`. */
async function lineOf(site: Site, path: string, text: string): Promise<number> {
  const lines = (await readFile(join(site.repository, path), 'utf8')).split('\n')
  return lines.findIndex((line) => line.includes(text)) + 1
}
