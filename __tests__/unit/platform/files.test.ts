import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { writeFileAtomic } from '../../../src/platform/files.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()

describe('writeFileAtomic', () => {
  test('keeps the mode of a file that was there', async () => {
    const path = join(await temporaryFolder(), 'map')
    await writeFile(path, 'old')
    await chmod(path, 0o640)
    await writeFileAtomic(path, 'new')
    expect(await readFile(path, 'utf8')).toBe('new')
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  test('many at once: one of them wins whole, and nothing is left behind', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'map')
    const texts = Array.from({ length: 20 }, (_, index) => `${index} `.repeat(1_000))
    await Promise.all(texts.map((text) => writeFileAtomic(path, text)))
    expect(texts).toContain(await readFile(path, 'utf8'))
    expect(await readdir(folder)).toEqual(['map'])
  })

  test('a file that cannot be written leaves nothing behind', async () => {
    const folder = await temporaryFolder()
    await expect(writeFileAtomic(join(folder, 'map', '..', 'x'.repeat(300)), 'text')).rejects.toThrow()
    expect(await readdir(folder)).toEqual([])
  })
})
