import { describe, expect, test } from '@jest/globals'
import { definitionOf } from '../../../src/lint/engine/files/read.js'
import { places, validated } from '../../unit/lint/folder.js'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)

describe('files that are hard to read', () => {
  test('an empty one has no finding', async () => {
    const result = await validated({ 'empty.yml': '', 'comment.yml': '# nothing yet\n' })
    expect(result).toMatchObject({ reason: 'clean', files: { checked: 2 }, findings: [] })
  })

  test('a byte order mark is accepted and shifts no column', async () => {
    const text = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes('a: 1\na: 2\n')])
    expect(places((await validated({ 'a.yml': text })).findings)).toEqual(['yaml/duplicate-key a.yml:2:1'])
  })

  test('one that is not UTF-8 is reported at its first invalid byte', async () => {
    const text = Buffer.concat([bytes('a: 1\nb: ö'), Buffer.from([0xff]), bytes('\nc: 1\n')])
    expect(places((await validated({ 'a.yml': text })).findings)).toEqual(['yaml/invalid-encoding a.yml:2:5'])
  })

  test('one that ends within a character is not UTF-8', async () => {
    const text = Buffer.concat([bytes('a: '), Buffer.from([0xe2, 0x82])])
    expect(places((await validated({ 'a.yml': text })).findings)).toEqual(['yaml/invalid-encoding a.yml:1:4'])
  })

  test('UTF-16 is binary, at its first zero byte', async () => {
    const text = bytes('a: 1\n', 'utf16le')
    expect(places((await validated({ 'a.yml': text })).findings)).toEqual(['yaml/binary-content a.yml:1:2'])
  })

  test('one of more than 10 MiB is not read', async () => {
    const limit = 10 * 1024 * 1024
    const result = await validated({
      'fits.yml': Buffer.alloc(limit, '#'),
      'large.yml': Buffer.alloc(limit + 1, '#'),
    })
    expect(places(result.findings)).toEqual(['yaml/too-large large.yml:1:1'])
  })

  test('a tab in the indentation is reported at its place', async () => {
    const { findings } = await validated({ 'a.yml': 'a:\n  b: 1\n  \tc: 2\n' })
    expect(places(findings)).toEqual(['yaml/syntax-error a.yml:3:3'])
    expect(findings[0]).toMatchObject({ message: 'The indentation contains a tab.', end_column: 4 })
    expect(findings[0]?.help).toContain('spaces')
  })

  test.each([
    ['a: {{ b }}/c\n', /quotes/],
    ['a: @b\n', /cannot start with @/],
    ['a: b: c\n', /colon/],
    ['a: [b, c\nd: e\n', /not closed/],
  ])('%j is explained', async (text, message) => {
    const { findings } = await validated({ 'a.yml': text })
    expect(findings.map(({ rule }) => rule)).toEqual(['yaml/syntax-error'])
    expect(findings[0]?.message).toMatch(message)
  })
})

describe('files whose content is not checked', () => {
  test('Ansible vaults', async () => {
    const result = await validated({ 'secrets.yml': '$ANSIBLE_VAULT;1.1;AES256\n6162: : :\n\t63\n' })
    expect(result).toMatchObject({ reason: 'clean', files: { checked: 1 }, kinds: { yaml: 1 } })
  })

  test.each([
    ['by name', 'roles.j2.yaml', 'a: 1\na: 2\n'],
    ['by a block line', 'globals.yml', 'a: 1\n{% if b %}\nc: 1\n{% endif %}\n'],
    ['by a block over several lines', 'globals.yml', 'a: 1\n{% set b = [\n  1,\n] %}\nc: 1\n'],
    [
      'by an expression on a line of its own, among blocks',
      'globals.yml',
      '{{ a | to_yaml }}\n{% if b %}\nc: 1\n{% endif %}\n',
    ],
    ['by a Jinja comment', 'globals.yml', '{# note #}\na: 1\n'],
    ['by a value that only becomes YAML when it is filled in', 'conf.yml', 'a: {{ b }}\na: {{ c }}\n'],
    ['by its folder', 'templates/conf.yml', 'a: {{ b }}/{{ c }}\n'],
  ])('templates, recognized %s', async (_how, path, text) => {
    const result = await validated({ [path]: text })
    expect(places(result.findings)).toEqual([])
    expect(result.files).toEqual({ checked: 1, skipped: 0 })
    expect(definitionOf(bytes(text), path)?.unread).toBe('template')
  })
})

describe('files that only look like templates', () => {
  test.each([
    [
      'Jinja in a block scalar',
      'a: |\n  {% if b %}\n  {% endif %}\nc:\n\td: 1\n',
      'yaml/syntax-error a.yml:5:1',
    ],
    ['Jinja in a comment', '# {{ note }}\n# {% raw %}\nb: c: d\n', 'yaml/syntax-error a.yml:3:5'],
    ['Jinja in quotes', 'a: "{{ b }}"\na: "{% raw %}"\n', 'yaml/duplicate-key a.yml:2:1'],
    ['an unquoted expression in a playbook', 'a: {{ b }}/{{ c }}\n', 'yaml/syntax-error a.yml:1:11'],
  ])('%s', async (_name, text, expected) => {
    expect(places((await validated({ 'a.yml': text })).findings)).toEqual([expected])
  })
})
