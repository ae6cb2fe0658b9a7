import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, test } from '@jest/globals'
import { type DiffResult, diffReleases } from '../../../src/plan/diff.js'
import { buildRelease } from '../../../src/release/build.js'
import { openRelease } from '../../../src/release/open.js'
import { diffText } from '../../../src/report/plan/diff.js'
import { build as buildIn } from '../../support/release.js'
import { commitAll, type FileSpec, writeFiles } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()

const FILES: Record<string, FileSpec> = {
  'changeover.yml': 'version: 1\nname: region-one\n',
  '.gitattributes': '*.txt -diff filter=evil diff=evil\n',
  'etc/kolla/globals.yml': 'kolla_base_distro: ubuntu\nenable_magnum: "no"\n',
  'notes.txt': 'one\r\ntwo\r\n',
  'image.bin': Buffer.from([0, 1, 2]),
  run: { text: '#!/bin/sh\n', executable: true },
}

async function diffFiles(before: string, after: string, withText?: boolean): Promise<DiffResult> {
  return diffReleases(await openRelease(before), await openRelease(after), withText)
}

async function twoReleases(change: Record<string, FileSpec>): Promise<[string, string]> {
  const { repository, output, result } = await buildIn(temporaryFolder, FILES, '1')
  await writeFiles(repository, change)
  await commitAll(repository, 'more')
  const next = await buildRelease({ folder: repository, version: '2', output })
  return [result.path, next.path]
}

const scratch = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('changeover-diff-'))

test('compares files and meaning of two releases', async () => {
  const before = await scratch()
  const [one, two] = await twoReleases({
    'etc/kolla/globals.yml': 'enable_magnum: "yes"\nkolla_base_distro: ubuntu\n',
    'notes.txt': 'one\r\nzwei\r\n',
    'new\u202e.md': 'x',
  })
  const result = await diffFiles(one, two, true)
  expect(result).toMatchObject({
    schema: 'changeover/diff/v1',
    outcome: 'different',
    before: { name: 'region-one', version: '1' },
    after: { name: 'region-one', version: '2', digest: expect.stringMatching(/^sha256:/) },
    files: { added: ['new\u202e.md'], changed: ['etc/kolla/globals.yml', 'notes.txt'], removed: [] },
  })
  expect(result.kinds).toEqual({
    kolla_ansible: [
      {
        ...{ change: 'changed', what: 'service', name: 'enable_magnum', where: 'etc/kolla/globals.yml' },
        ...{ before: 'no', after: 'yes' },
      },
    ],
  })
  expect(result.text).toContain('-two\r\n+zwei\r\n')
  expect(await scratch()).toEqual(before)

  const text = diffText(result, { color: false })
  expect(text).toContain(
    'kolla_ansible: 1 change in meaning\n  ~ service enable_magnum  no → yes  (etc/kolla/globals.yml)',
  )
  expect(text).toContain('changes  1 added, 2 changed, 0 removed')
  expect(text).toContain('+enable_magnum: "yes"')
  expect(text).not.toContain('\u202e')
})

test('finds no difference in the same release or the same files', async () => {
  const [one, two] = await sameFiles()
  const same = await diffFiles(one, one)
  expect(same).toMatchObject({
    outcome: 'identical',
    kinds: {},
    files: { added: [], changed: [], removed: [] },
  })
  expect(same).not.toHaveProperty('text')
  expect(await diffFiles(one, two)).toMatchObject({ outcome: 'identical' })
  expect(diffText(same, { color: true })).toContain('The files are the same.')
})

async function sameFiles(): Promise<[string, string]> {
  const { repository, output, result } = await buildIn(temporaryFolder, FILES, '1')
  const next = await buildRelease({ folder: repository, version: '2', output })
  return [result.path, next.path]
}
