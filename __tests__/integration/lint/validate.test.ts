import { execFile } from 'node:child_process'
import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { ruleSet } from '../../../src/lint/engine/rule.js'
import { validateFolder } from '../../../src/lint/engine/validate.js'
import { shippedFacts } from '../../../src/lint/facts/facts.js'
import { inFolder, places, validated } from '../../unit/lint/folder.js'

const DUPLICATE = 'a: 1\na: 2\n'
const defaults = { ignore: [], rules: {} }
const git = (cwd: string, ...args: string[]) => promisify(execFile)('git', args, { cwd })

describe('which files', () => {
  test('only files with a name of a definition are read; the others are skipped', async () => {
    const result = await validated({
      'a.yml': '',
      'b.YAML': '',
      'README.md': '{',
      'c.json': '{',
      '.env': 'A=1\n',
    })
    expect(result.files).toEqual({ checked: 2, skipped: 3 })
  })

  test('nothing to check is its own reason', async () => {
    expect(await validated({ 'README.md': '' })).toMatchObject({
      outcome: 'passed',
      reason: 'nothing_to_check',
    })
  })

  test('ignored files are skipped, also in hidden folders', async () => {
    const files = { 'docs/a.yml': DUPLICATE, 'docs/.b/c.yml': DUPLICATE, 'd.yml': DUPLICATE }
    const result = await validated(files, { ignore: ['docs/**'] })
    expect(places(result.findings)).toEqual(['yaml/duplicate-key d.yml:2:1'])
    expect(result.files).toEqual({ checked: 1, skipped: 2 })
  })

  test('without Git: all files except node_modules', async () => {
    const files = { 'x/.hidden/a.yml': DUPLICATE, 'node_modules/b/c.yml': DUPLICATE }
    const result = await inFolder(files, (root) => validateFolder({ root, ...defaults }))
    expect(places(result.findings)).toEqual(['yaml/duplicate-key x/.hidden/a.yml:2:1'])
  })

  test('with Git: tracked and new files of the folder, not ignored or deleted ones', async () => {
    const files = {
      '.gitignore': 'ignored.yml\n',
      'top.yml': DUPLICATE,
      'sub/tracked.yml': DUPLICATE,
      'sub/deleted.yml': DUPLICATE,
      'sub/new ü.yml': DUPLICATE,
      'sub/ignored.yml': DUPLICATE,
    }
    const result = await inFolder(files, async (root) => {
      await git(root, 'init', '--quiet')
      await git(root, 'add', 'sub/tracked.yml', 'sub/deleted.yml')
      await rm(join(root, 'sub/deleted.yml'))
      return validateFolder({ root: join(root, 'sub'), ...defaults })
    })
    expect(places(result.findings)).toEqual([
      'yaml/duplicate-key new ü.yml:2:1',
      'yaml/duplicate-key tracked.yml:2:1',
    ])
  })

  test('links are followed inside the folder, never out of it', async () => {
    const result = await inFolder({ 'in/real.yml': DUPLICATE, 'out/secret.yml': DUPLICATE }, async (root) => {
      await symlink('real.yml', join(root, 'in/link.yml'))
      await symlink('../out/secret.yml', join(root, 'in/leak.yml'))
      await symlink('../out', join(root, 'in/folder.yml'))
      await symlink('loop.yml', join(root, 'in/loop.yml'))
      return validateFolder({ root: join(root, 'in'), ...defaults })
    })
    expect(result.findings.map(({ file }) => file)).toEqual(['link.yml', 'real.yml'])
  })

  test('a missing folder is a user error', async () => {
    await expect(validateFolder({ root: '/nonexistent/folder', ...defaults })).rejects.toMatchObject({
      code: 'folder_missing',
    })
  })
})

describe('named files', () => {
  const files = { 'a.yml': DUPLICATE, 'b.yml': DUPLICATE, 'c.md': '' }

  test('are the only ones reported on', async () => {
    const result = await validated(files, { files: ['./b.yml', 'c.md'] })
    expect(places(result.findings)).toEqual(['yaml/duplicate-key b.yml:2:1'])
    expect(result).toMatchObject({ files: { checked: 1, skipped: 1 }, kinds: { yaml: 1 } })
  })

  test('are checked together with the content of the others', async () => {
    const result = await validated(
      {
        'openstack_user_config.yml':
          'cidr_networks: { container: 172.29.236.0/22 }\ncompute_hosts: { c1: { ip: 172.29.236.5 } }\n',
        'conf.d/image.yml': 'image_hosts: { c1: { ip: 172.29.236.6 } }\n',
      },
      { files: ['conf.d/image.yml'] },
    )
    expect(places(result.findings)).toEqual(['openstack_ansible/address-conflict conf.d/image.yml:1:26'])
  })

  test.each([
    ['../a.yml', 'file_outside'],
    ['/etc/hosts', 'file_outside'],
    ['.', 'file_outside'],
    ['missing.yml', 'file_missing'],
  ])('%s is refused as %s', async (name, code) => {
    await expect(validated(files, { files: [name] })).rejects.toMatchObject({ code })
  })
})

describe('severities', () => {
  test.each([
    ['error', 'failed', 'errors_found'],
    ['warning', 'passed', 'warnings_only'],
    ['notice', 'passed', 'warnings_only'],
    ['off', 'passed', 'clean'],
  ] as const)('%s', async (severity, outcome, reason) => {
    const result = await validated({ 'a.yml': DUPLICATE }, { rules: { 'yaml/duplicate-key': severity } })
    expect(result).toMatchObject({ outcome, reason })
    expect(result.findings.map((finding) => finding.severity)).toEqual(severity === 'off' ? [] : [severity])
  })

  test('an unknown rule is refused before anything is read', async () => {
    const options = { root: '/nonexistent/folder', ignore: [], rules: { 'yaml/duplicate': 'off' } } as const
    await expect(validateFolder(options)).rejects.toMatchObject({ code: 'unknown_rule' })
  })
})

describe('comments', () => {
  test.each([
    ['at the end of the line', 'a: 1\na: 2 # changeover: ignore yaml/duplicate-key\n'],
    ['on the line above', 'a: 1\n  # changeover: ignore yaml/duplicate-key\na: 2\n'],
    [
      'among others',
      'a: 1\na: 2 # why: #changeover:ignore yaml/syntax-error , yaml/duplicate-key (both wanted)\n',
    ],
  ])('silence a rule %s', async (_where, text) => {
    expect(await validated({ 'a.yml': text })).toMatchObject({ reason: 'clean' })
  })

  test.each([
    ['another rule', 'a: 1\na: 2 # changeover: ignore yaml/syntax-error\n'],
    ['another line', 'a: 1 # changeover: ignore yaml/duplicate-key\na: 2\n'],
    ['two lines above', 'a: 1\n# changeover: ignore yaml/duplicate-key\n\na: 2\n'],
    ['no rule', 'a: 1\na: 2 # changeover: ignore\n'],
  ])('do not silence %s', async (_what, text) => {
    expect((await validated({ 'a.yml': text })).findings).toHaveLength(1)
  })
})

describe('findings', () => {
  test('are sorted by file, line and column', async () => {
    const twice = '{z: 1, z: 2, y: {x: 1, x: 2}}\n'
    const { findings } = await validated({ 'b.yml': `\n${twice}`, 'a/c.yml': DUPLICATE, 'B.yml': DUPLICATE })
    expect(places(findings)).toEqual([
      'yaml/duplicate-key B.yml:2:1',
      'yaml/duplicate-key a/c.yml:2:1',
      'yaml/duplicate-key b.yml:2:8',
      'yaml/duplicate-key b.yml:2:24',
    ])
  })

  test('keep their fingerprint when lines move, and only then', async () => {
    const prints = async (text: string, file = 'a.yml') =>
      (await validated({ [file]: text })).findings.map(({ fingerprint }) => fingerprint)
    const [before] = await prints(DUPLICATE)
    expect(before).toMatch(/^[0-9a-f]{32}$/)
    expect(await prints(`# moved\n\n${DUPLICATE}`)).toEqual([before])
    expect(await prints(DUPLICATE, 'b.yml')).not.toEqual([before])
    expect(await prints('b: 1\nb: 2\n')).not.toEqual([before])
  })

  test('have different fingerprints even with the same message', async () => {
    const { findings } = await validated({ 'a.yml': '- {a: 1, a: 2}\n- {a: 1, a: 2}\n' })
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2)
  })
})

test('a broken rule is an error that names the rule and the file, never a pass', () => {
  const broken = ruleSet<{ path: string }>(
    { kind: 'yaml', exampleFile: 'a.yml', subjects: () => [{ path: 'etc/a.yml' }] },
    [
      {
        id: 'yaml/broken',
        severity: 'error',
        summary: '',
        help: '',
        example: { bad: '', good: '' },
        check: () => {
          throw new TypeError('no such thing')
        },
      },
    ],
  )
  const context = { facts: shippedFacts(), files: new Set<string>() }
  const found: unknown[] = []
  const checked = (isOn: boolean) =>
    broken.check(
      [],
      () => isOn,
      context,
      (_rule, problem) => found.push(problem),
    )
  expect(() => checked(true)).toThrow('yaml/broken failed on etc/a.yml: no such thing')
  expect(() => checked(false)).not.toThrow()
  expect(found).toEqual([])
})
