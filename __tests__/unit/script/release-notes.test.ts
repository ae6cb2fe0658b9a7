import { expect, test } from '@jest/globals'

const script: string = '../../../script/release-notes.mjs'
const { notesOf } = (await import(script)) as { notesOf(changelog: string, version: string): string }

const CHANGELOG = `# Changelog

## 1.2.0 (2026-12-01)

- A second thing.

## 1.1.0 (2026-11-01)

- A first thing.

### Details

More about it.

## 1.0.0 (2026-10-01)
`

test('the notes of a release are the section of its version', () => {
  expect(notesOf(CHANGELOG, '1.2.0')).toBe('- A second thing.\n')
  expect(notesOf(CHANGELOG, '1.1.0')).toBe('- A first thing.\n\n### Details\n\nMore about it.\n')
})

test.each(['1.2', '2.0.0', '1.0.0'])(
  'version %s without a section, or with an empty one, is refused',
  (version) => {
    expect(() => notesOf(CHANGELOG, version)).toThrow(`CHANGELOG.md has no section "## ${version}".`)
  },
)
