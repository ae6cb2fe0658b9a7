import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { writeFileAtomic } from '../../../src/platform/files.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()

describe('writeFileAtomic', () => {
  test('keeps the mode of an existing file', async () => {
    const path = join(await temporaryFolder(), 'map')
    await writeFile(path, 'old')
    await chmod(path, 0o640)
    await writeFileAtomic(path, 'new')
    expect(await readFile(path, 'utf8')).toBe('new')
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  test('one of many concurrent writers wins, and no temporary file is left', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'map')
    const texts = Array.from({ length: 20 }, (_, index) => `${index} `.repeat(1_000))
    await Promise.all(texts.map((text) => writeFileAtomic(path, text)))
    expect(texts).toContain(await readFile(path, 'utf8'))
    expect(await readdir(folder)).toEqual(['map'])
  })

  test('a failure leaves no temporary file', async () => {
    const folder = await temporaryFolder()
    await expect(writeFileAtomic(join(folder, 'map', '..', 'x'.repeat(300)), 'text')).rejects.toThrow()
    expect(await readdir(folder)).toEqual([])
  })
})
