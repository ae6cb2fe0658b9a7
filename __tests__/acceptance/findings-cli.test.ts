import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parseWorkflowCommands } from '../rig/workflow-commands.js'
import { testGit } from '../support/repository.js'
import { expectNoStack, expectUnable } from './cli-result.js'
import { NODE, Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()

/** An error, a warning and a notice. */
const THREE = {
  'changeover.yml': 'version: 1\nname: a\nvalidate: { rules: { heat/missing-type: warning } }\n',
  'a.yaml': 'k: 1\nk: 2\n',
  'heat/b.yaml':
    'heat_template_version: 2018-08-31\nparameters:\n  idle: { type: string }\nresources:\n  n: { properties: {} }\n',
}

describe('validate --fail-on', () => {
  test.each([
    ['error', ['a.yaml', 'heat/b.yaml'], 1],
    ['error', ['heat/b.yaml'], 0],
    ['warning', ['heat/b.yaml'], 1],
    ['notice', ['heat/b.yaml'], 1],
    ['never', ['a.yaml', 'heat/b.yaml'], 0],
  ])('%s on %j ends with %d', async (failOn, names, exitCode) => {
    const wanted = new Set(['changeover.yml', ...names])
    const site = await own(Site.of(Object.fromEntries(Object.entries(THREE).filter(([k]) => wanted.has(k)))))
    const result = await site.cli(['validate', '--fail-on', failOn])
    expect(result.exitCode).toBe(exitCode)
    expect(result.stdout.split('\n').at(-2)).toMatch(exitCode === 0 ? /^✔/ : /^✖/)
  })

  test('--rule changes the severity of a rule for this run, and refuses an invalid one', async () => {
    const site = await own(Site.of(THREE))
    const off = ['--rule', 'yaml/duplicate-key=off', '--rule', 'heat/missing-type=notice']
    expect(await site.json('validate', ...off)).toMatchObject({
      findings: [{ severity: 'notice' }, { severity: 'notice' }],
    })
    expectUnable(await site.cli(['validate', '--rule', 'a/b=off', '--format', 'json']), 'unknown_rule')
    expectUnable(await site.cli(['validate', '--rule', 'a/b=of', '--format', 'json']), 'bad_usage')
  })
})

describe('validate --report', () => {
  test('writes several files in one run, and --format still decides about stdout', async () => {
    const site = await own(Site.of(THREE))
    const reports = ['sarif=out/f.sarif', 'junit=out/f.xml', 'markdown=out/f.md', 'json=out/f.json']
    const { exitCode, stdout, stderr } = await site.cli([
      'validate',
      '--format',
      'json',
      ...reports.flatMap((report) => ['--report', report]),
    ])
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
    const read = (name: string) => readFile(join(site.repository, 'out', name), 'utf8')
    expect(await read('f.json')).toBe(stdout)
    const [run] = JSON.parse(await read('f.sarif')).runs
    expect(run.results).toHaveLength(3)
    expect(run.originalUriBaseIds['%SRCROOT%'].uri).toBe(`file://${site.repository}/`)
    expect(run.tool.driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+/)
    expect(await read('f.xml')).toContain('<testsuite name="heat/b.yaml" tests="2" failures="0"')
    expect(await read('f.md')).toContain('### ❌ Definitions failed')
  })

  test('has paths from the top of the repository for any checked folder', async () => {
    const site = await own(Site.of(THREE))
    await site.cli(['validate', 'heat', '--report', 'sarif=f.sarif', '--report', 'junit=f.xml'])
    const [run] = JSON.parse(await readFile(join(site.repository, 'f.sarif'), 'utf8')).runs
    expect(run.artifacts).toEqual([{ location: { uri: 'heat/b.yaml', uriBaseId: '%SRCROOT%' } }])
    expect(run.automationDetails.id).toBe('changeover-validate/heat/')
    const { stdout } = await site.cli(['validate', 'heat', '--format', 'github'])
    expect(parseWorkflowCommands(stdout).map(({ properties }) => properties.file)).toEqual([
      'heat/b.yaml',
      'heat/b.yaml',
    ])
  })

  test.each([
    ['nothing', 'bad_usage'],
    ['pdf=x', 'bad_usage'],
    ['sarif=', 'bad_usage'],
    ['sarif=heat', 'output_unwritable'],
    ['sarif=a.yaml/f.sarif', 'output_unwritable'],
  ])('%s is refused: %s', async (report, code) => {
    const site = await own(Site.of(THREE))
    expectUnable(await site.cli(['validate', '--report', report, '--format', 'json']), code)
  })
})

describe('validate --base', () => {
  test('reports only new findings, and counts the older ones', async () => {
    const site = await own(Site.of(THREE))
    expect(await site.json('validate', '--base', 'HEAD')).toMatchObject({
      outcome: 'passed',
      reason: 'nothing_new',
      findings: [],
      base: { ref: 'HEAD', commit: await testGit(site.repository, 'rev-parse', 'HEAD'), known: 3 },
    })
    await writeFile(join(site.repository, 'a.yaml'), '# moved\nk: 1\nk: 2\nnew: 1\nnew: 2\n')
    const { exitCode, stdout } = await site.cli(['validate', '--base', 'main'])
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^a\.yaml:5:1 {2}error {2}Duplicate key "new"/)
    expect(stdout).toMatch(/\nNew since main \([0-9a-f]{10}\)\. 3 older findings are not shown\.\n/)
    expect(stdout).toMatch(/\n✖ 1 error\./)
    const sarif = await site.cli(['validate', '--base', 'main', '--format', 'sarif'])
    const states = JSON.parse(sarif.stdout).runs[0].results.map(
      (result: { baselineState: string }) => result.baselineState,
    )
    expect(states).toEqual(['new', 'unchanged', 'unchanged', 'unchanged'])
  })

  test('refuses a base that does not exist', async () => {
    const site = await own(Site.of(THREE))
    const { message } = expectUnable(
      await site.cli(['validate', '--base', 'origin/mian', '--format', 'json']),
      'unknown_base',
    )
    expect(message).toContain('"origin/mian"')
    const cwd = join(site.root, 'plain')
    await mkdir(cwd)
    expectUnable(
      await site.cli(['validate', '--base', 'HEAD', '--format', 'json'], { cwd }),
      'not_a_repository',
    )
  })
})

describe('validate --list-files', () => {
  test('prints the kind of each file, or why it is skipped', async () => {
    const site = await own(Site.of({ ...THREE, 'x.sh': 'true\n', 'link.yaml': { link: '/etc/passwd' } }))
    const { exitCode, stdout } = await site.cli(['validate', '--list-files'])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^heat +heat\/b\.yaml$/m)
    expect(stdout).toMatch(/^skipped \(not named like a definition\) +x\.sh$/m)
    expect(stdout).toMatch(/^skipped \(link to outside the folder\) +link\.yaml$/m)
    expect(stdout).toMatch(/\n5 files: /)
    const document = JSON.parse((await site.cli(['validate', '--list-files', '--format', 'json'])).stdout)
    expect(document.schema).toBe('changeover/files/v1')
    expect(document.files).toContainEqual({ path: 'heat/b.yaml', kind: 'heat' })
    expect(document.files).toContainEqual({ path: 'x.sh', skipped: 'other_name' })
  })
})

describe('rules', () => {
  test('lists the rules by kind, with severity and summary', async () => {
    const site = await own(Site.of({ 'a.txt': '' }))
    const { stdout } = await site.cli(['rules'])
    expect(stdout).toMatch(/^yaml$/m)
    expect(stdout).toMatch(/^ {2}yaml\/duplicate-key +error +a mapping has the same key twice$/m)
    const heat = await site.json('rules', '--kind', 'heat')
    const ids = (heat.rules as { id: string }[]).map(({ id }) => id)
    expect(ids).toContain('heat/unused-parameter')
    for (const id of ids) expect(id).toMatch(/^heat\//)
    const { remedy } = expectUnable(
      await site.cli(['rules', '--kind', 'heatt', '--format', 'json']),
      'unknown_kind',
    )
    expect(remedy).toBe('Did you mean "heat"?')
  })

  test('explains a rule, with either command', async () => {
    const site = await own(Site.of({ 'a.txt': '' }))
    const { stdout } = await site.cli(['rules', 'heat/unused-parameter'])
    expect(stdout).toMatch(/^heat\/unused-parameter {2}notice\n/)
    expect(stdout).toMatch(/^Bad example\n {2}│ heat_template_version/m)
    expect(stdout).toMatch(/^ {2}\S+:3:3 {2}notice {2}The parameter "limit" is not used\.$/m)
    expect(stdout).toMatch(/^Good example\n/m)
    expect(stdout).toContain('# changeover: ignore heat/unused-parameter')
    expect(stdout).toContain('--rule heat/unused-parameter=off')
    expect(await site.cli(['validate', '--explain', 'heat/unused-parameter'])).toEqual({
      exitCode: 0,
      stdout,
      stderr: '',
    })
    expect(await site.json('rules', 'heat/unused-parameter')).toMatchObject({
      schema: 'changeover/rules/v1',
      rules: [{ id: 'heat/unused-parameter', family: 'heat', severity: 'notice' }],
    })
    for (const args of [
      ['rules', 'heat/unused-paramter'],
      ['validate', '--explain', 'heat/unused-paramter'],
    ]) {
      const { remedy } = expectUnable(await site.cli([...args, '--format', 'json']), 'unknown_rule')
      expect(remedy).toBe('Did you mean "heat/unused-parameter"?')
    }
  })
})

test('text from files is escaped in every format', async () => {
  const name = 'x\n::error::PWNED\u001b[31m<b>`|.yaml'
  const site = await own(Site.of({ [name]: 'k: "\u202e::add-mask::x"\nk: 2\n' }))
  for (const format of ['text', 'markdown', 'github', 'junit']) {
    const { stdout } = await site.cli(['validate', '--format', format])
    expect({ format, raw: /[\u001b\u202e]|^::error::PWNED/m.test(stdout) }).toEqual({ format, raw: false })
  }
  const { stdout } = await site.cli(['validate', '--format', 'github'])
  expect(parseWorkflowCommands(stdout)).toMatchObject([
    { name: 'error', properties: { file: name.replace('\u001b', '\ufffd') } },
  ])
})

test('a reader that closes the pipe early does not fail the command', async () => {
  const script = '"$0" "$1" rules --format json | head -n 1'
  const child = spawn('bash', ['-c', script, NODE, resolve('dist/cli.js')], { stdio: 'pipe' })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  await new Promise((done) => child.once('close', done))
  expect({ out, err }).toEqual({ out: '{\n', err: '' })
  expectNoStack(err)
})
