import { expect, test } from '@jest/globals'
import { validated } from '../folder.js'

async function place(text: string): Promise<string[]> {
  const { findings } = await validated({ 'vars.yml': text })
  return findings.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

test.each([
  ['a list that opens lines before the parser stops', 'tags: [kernel\n\n\nother: 1\n', '1:7', '['],
  ['the inner of two', 'a: [x, { b: 1, c: [2, 3\n  }]\nd: 1\n', '1:19', '['],
  ['an item of a list', 'list:\n  - { name: one\n  - { name: two }\n', '2:5', '{'],
  ['a bracket after a closed one', 'a: [1, 2]\nb: { c: 1\nd: 2\n', '2:4', '{'],
])('%s', async (_what, text, where, bracket) => {
  const [found, ...more] = await place(text)
  expect(more).toEqual([])
  expect(found).toMatch(new RegExp(`^${where} This \\${bracket} is not closed before line \\d+`))
})

test('brackets in quotes and comments are ignored', async () => {
  expect(await place('a: ["]", \'[\' # ]\n  , 1\nb: 1\n')).toEqual([
    expect.stringMatching(/^1:4 This \[ is not closed before line 3/),
  ])
})

test('a missing comma inside closed brackets is reported where the parser stops', async () => {
  const [found] = await place('a: 1\nb: ["one" "two"]\n')
  expect(found).toMatch(/^2:11 A comma is missing/)
})
