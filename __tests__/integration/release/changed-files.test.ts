import { expect, test } from '@jest/globals'
import type { ReleaseFile } from '../../../src/release/document.js'
import { changedFiles } from '../../../src/release/document.js'

const file = (path: string, sha256: string, executable = false): ReleaseFile => ({
  path,
  type: 'file',
  executable,
  size: 1,
  sha256,
})

test('lists added and removed files, and files with another content or mode', () => {
  const before = [file('gone', 'a'), file('same', 'a'), file('edited', 'a'), file('made-executable', 'a')]
  const after = [file('edited', 'b'), file('made-executable', 'a', true), file('new', 'a'), file('same', 'a')]
  expect(changedFiles(before, after)).toEqual({
    added: ['new'],
    changed: ['edited', 'made-executable'],
    removed: ['gone'],
  })
})
