import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { sourceLines } from '../../../src/lint/engine/files/source-lines.js'
import type { Finding } from '../../../src/lint/engine/finding.js'
import { repositoryPlace } from '../../../src/lint/engine/openstack-release/repository-place.js'
import { makeRepository } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'
import { inFolder } from '../../unit/lint/folder.js'

const newFolder = temporaryFolders()

function at(file: string, line: number): Finding {
  const place = { file, line, column: 1, end_line: line, end_column: 2 }
  return { rule: 'a/b', severity: 'error', message: '', help: '', fingerprint: '', ...place }
}

describe('sourceLines', () => {
  test('has the lines of the findings, with columns in UTF-16', async () => {
    await inFolder({ 'a.yaml': '\ufeffone\r\ntwo\nthree' }, async (root) => {
      const lines = await sourceLines(root, [at('a.yaml', 1), at('a.yaml', 3), at('a.yaml', 9)])
      expect([1, 2, 3, 9].map((line) => lines('a.yaml', line))).toEqual(['one', undefined, 'three', ''])
    })
  })

  test('has no lines of files that are unreadable or outside', async () => {
    await inFolder({ 'gone.yaml': 'a', 'binary.yaml': 'a\0b', 'out.yaml': 'a' }, async (root) => {
      await rm(join(root, 'gone.yaml'))
      await rm(join(root, 'out.yaml'))
      const secret = join(await newFolder(), 'secret')
      await writeFile(secret, 'secret\n')
      await symlink(secret, join(root, 'out.yaml'))
      const names = ['gone.yaml', 'binary.yaml', 'out.yaml', '../x', '__proto__']
      const lines = await sourceLines(
        root,
        names.map((name) => at(name, 1)),
      )
      expect(names.map((name) => lines(name, 1))).toEqual(names.map(() => undefined))
    })
  })
})

describe('repositoryPlace', () => {
  test('is the path of a folder in its repository', async () => {
    const top = await makeRepository(await newFolder(), { 'a b/ü/c.yaml': '' })
    expect(await repositoryPlace(top)).toEqual({ top, prefix: '' })
    expect(await repositoryPlace(join(top, 'a b/ü'))).toEqual({ top, prefix: 'a b/ü/' })
  })

  test('is the folder itself outside a repository', async () => {
    const folder = await newFolder()
    expect(await repositoryPlace(`${folder}/.`)).toEqual({ top: folder, prefix: '' })
    await mkdir(join(folder, 'a/b'), { recursive: true })
    expect(await repositoryPlace(join(folder, 'a/b'), folder)).toEqual({ top: folder, prefix: 'a/b/' })
    expect(await repositoryPlace(folder, join(folder, 'a'))).toEqual({ top: folder, prefix: '' })
  })
})
