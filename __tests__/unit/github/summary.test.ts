import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { appendSummary } from '../../../src/github/summary.js'
import { temporaryFolders } from '../../support/temp.js'

const newFolder = temporaryFolders()
const MIB = 1024 * 1024

async function emptySummary(): Promise<string> {
  const file = join(await newFolder(), 'summary')
  await writeFile(file, '')
  return file
}

describe('appendSummary', () => {
  test('separates the parts that it appends', async () => {
    const file = await emptySummary()
    await appendSummary('# one', file)
    await appendSummary('# two\n\n', file)
    expect(await readFile(file, 'utf8')).toBe('# one\n\n# two\n\n')
  })

  test('does nothing without a file, and creates none', async () => {
    const file = join(await newFolder(), 'missing')
    await appendSummary('# one', file)
    await appendSummary('# one', '')
    await expect(stat(file)).rejects.toThrow('ENOENT')
  })

  test("cuts at the end of a line below GitHub's limit, and adds a note", async () => {
    const file = await emptySummary()
    await appendSummary(`${'é'.repeat(60)}\n`.repeat(10_000), file)
    const text = await readFile(file, 'utf8')
    expect(Buffer.byteLength(text)).toBeLessThan(MIB)
    expect(Buffer.byteLength(text)).toBeGreaterThan(MIB - 2048)
    expect(text).toMatch(/\né{60}\n\n_The summary is cut here/)
  })

  test('closes a code block that it cuts', async () => {
    const file = await emptySummary()
    await appendSummary(`\`\`\`text\n${'line\n'.repeat(300_000)}\`\`\``, file)
    expect(await readFile(file, 'utf8')).toMatch(/line\n```\n\n_The summary is cut here/)
  })

  test('counts the existing content, and adds nothing to a full summary', async () => {
    const file = await emptySummary()
    await appendSummary('a\n'.repeat(MIB), file)
    const full = (await stat(file)).size
    await appendSummary('# more', file)
    expect((await stat(file)).size).toBe(full)
  })
})
