import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'

interface Found {
  line: number
  found: string
  instead: string
}
const script: string = '../../../script/check-words.mjs'
const { findWords, titlesOf } = (await import(script)) as {
  findWords(text: string, list: unknown): Found[]
  titlesOf(text: string): string
}
const list: unknown = JSON.parse(await readFile('script/words.json', 'utf8'))
const wordsIn = (text: string) => findWords(text, list).map(({ found }) => found)

describe('the check of words', () => {
  test.each([
    ['Mend the file.', 'Mend'],
    ['It was mended.', 'mended'],
    ['more than is put up with', 'put up with'],
    ['The deploy is gone on with.', 'gone on with'],
    ['Whoever comes next', 'Whoever'],
    ['Nobody can say.', 'Nobody'],
    ['somebody else', 'somebody'],
    ['"x" is no URL.', 'is no URL'],
    ['That witness counts.', 'witness'],
    ['its tenure', 'tenure'],
    ['users are moved to green', 'users are moved'],
    ['a run that moved users', 'moved users'],
  ])('finds a word in %j', (text, found) => {
    expect(wordsIn(text)).toEqual([found])
  })

  test.each([
    'The release is no longer live.',
    'It is no more than a second.',
    'There is no release.',
    'There is no URL in "there is no URL".',
    'the amendment, recommended and commended',
    'chown nobody:nogroup',
    '  user nobody',
  ])('allows %j', (text) => {
    expect(wordsIn(text)).toEqual([])
  })

  test('finds a phrase across the lines of a comment, and names its line and what to write', () => {
    const text = '/**\n * What is put\n * up with.\n */\n// it is\n// no URL\n'
    expect(findWords(text, list)).toEqual([
      { line: 2, found: 'put up with', instead: expect.stringContaining('allow') },
      { line: 5, found: 'it is no URL', instead: expect.stringContaining('not') },
    ])
  })

  test('reads only the titles of tests', () => {
    const text = `describe('nobody', () => {\n  test("whoever", async () => {\n    expect('somebody').toBe(1)\n  })\n  test.each([\n    ['mend'],\n  ])('anybody %s', () => {})\n})\n`
    expect(findWords(titlesOf(text), list)).toMatchObject([
      { line: 1, found: 'nobody' },
      { line: 2, found: 'whoever' },
      { line: 7, found: 'anybody' },
    ])
  })
})
