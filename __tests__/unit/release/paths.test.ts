import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { collision, escapingLink, isPlainPath } from '../../../src/release/paths.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()

describe('a path in a release', () => {
  test.each(['a', 'a/b c/.hidden', '...', 'a/..b', '.gitignore', 'git', 'ä/日本', `${'x'.repeat(255)}/y`])(
    'is plain: %j',
    (path) => expect(isPlainPath(path)).toBe(true),
  )

  test.each([
    '',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    './a',
    'a/../b',
    'a/..',
    'a\\b',
    'C:\\a',
    'a\nb',
    'a\0b',
    'a\x7f',
    '.git/config',
    'roles/.GIT/hooks/post-checkout',
    'x'.repeat(256),
    'x/'.repeat(2049),
    '\ud800',
  ])('is not: %j', (path) => expect(isPlainPath(path)).toBe(false))
})

describe('two paths that collide', () => {
  test.each<[string[], string, string]>([
    [['README', 'readme'], 'README', 'readme'],
    [['a/x', 'b', 'A/y'], 'a', 'A'],
    [['caf\u00e9.yml', 'cafe\u0301.yml'], 'caf\u00e9.yml', 'cafe\u0301.yml'],
    [['\u212b', '\u00e5'], '\u212b', '\u00e5'],
    [['a', 'a/b'], 'a', 'a'],
    [['a/b', 'a'], 'a', 'a'],
    [['a', 'a'], 'a', 'a'],
  ])('%j', (paths, one, other) => expect(collision(paths)).toEqual({ one, other }))

  test('similar names do not collide', () => {
    expect(collision(['a/b', 'a/c', 'ab', 'a.b', 'ss', 'b/a'])).toBeUndefined()
  })
})

describe('links', () => {
  const escaping = (links: Record<string, string>) => escapingLink(new Map(Object.entries(links)))

  test.each<[string, Record<string, string>, string]>([
    ['an absolute one', { a: '/etc' }, 'a'],
    ['one that climbs', { 'x/a': '../../etc' }, 'x/a'],
    ['an empty one', { a: '' }, 'a'],
    ['one that climbs by way of another', { 'deep/er/top': '../..', out: 'deep/er/top/..' }, 'out'],
    ['in a longer chain', { 'a/b/c': '../..', d: 'a/b/c', e: 'd/a/../..', f: 'e' }, 'e'],
    ['in the middle of its way', { 'a/b/top': '../..', x: 'a/b/top/../../etc/passwd' }, 'x'],
  ])('%s leaves the tree', (_title, links, path) => expect(escaping(links)).toBe(path))

  test.each<[string, Record<string, string>]>([
    ['a sibling', { 'x/a': 'b' }],
    ['up and down again', { 'x/a': '../y/b' }],
    ['the top itself', { 'x/a': '..', b: '.' }],
    ['what is not there', { a: 'nowhere/at/all' }],
    ['itself', { a: 'a' }],
    ['round in a circle', { a: 'b', b: 'c', c: 'a/x' }],
    ['a circle that grows', { a: 'a/a/a' }],
  ])('a link to %s does not leave it', (_title, links) => expect(escaping(links)).toBeUndefined())

  test('the file system agrees about links that do not escape', async () => {
    const name = fc.constantFrom('a', 'b', 'c', '..', '.')
    const part = fc.constantFrom('a', 'b', 'c')
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
    const target = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
    const links = fc.dictionary(path, target, { maxKeys: 5 })
    await fc.assert(
      fc.asyncProperty(links, async (wanted) => {
        const made = Object.entries(wanted).filter(
          ([one]) => !Object.keys(wanted).some((other) => one.startsWith(`${other}/`)),
        )
        const folder = await realpath(await mkdtemp(join(await temporaryFolder(), 'links-')))
        try {
          const top = join(folder, 'outside', 'top')
          await mkdir(top, { recursive: true })
          await writeFile(join(folder, 'outside', 'a'), '') // something that a link may find outside
          for (const [link, to] of made) {
            await mkdir(dirname(join(top, link)), { recursive: true })
            await symlink(to, join(top, link))
          }
          if (escapingLink(new Map(made)) !== undefined) return
          for (const [link] of made) {
            const real = await realpath(join(top, link)).catch(() => top)
            expect(`${real}/`.startsWith(`${top}/`)).toBe(true)
          }
        } finally {
          await rm(folder, { recursive: true })
        }
      }),
      { numRuns: 150 },
    )
  })
})
