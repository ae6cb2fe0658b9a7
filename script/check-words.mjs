// Looks for words and phrases that docs/contributing/style.md rules out; script/words.json lists them.
//   node script/check-words.mjs            exit status 1 when one is found
//   node script/check-words.mjs --report   print what is found, exit status 0
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Between two words: also the end of a line, with what starts the next one in a comment or a quoted paragraph. */
const GAP = '[ \\t]*(?:\\n[ \\t]*(?:\\*|//|#|>)?)?[ \\t]+'
const TITLE = /\b(?:describe|test|it)(?:\.\w+)*(?:<[^>]*>)?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g
/** A title below a table of cases: `test.each([…])('title', …)`. */
const TABLE_TITLE = /\]\)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g

/**
 * The words in a text that must not be there.
 *
 * @param {string} text
 * @param {{words: {pattern: string, instead: string}[], allowed: string[]}} list as script/words.json has it
 * @returns {{line: number, found: string, instead: string}[]} in their order; lines count from 1
 */
export function findWords(text, { words, allowed }) {
  const blanked = allowed.reduce((rest, phrase) => rest.replaceAll(phrase, ' '.repeat(phrase.length)), text)
  return words
    .flatMap(({ pattern, instead }) => {
      const expression = new RegExp(`\\b(?:${pattern.replaceAll(' ', GAP)})`, 'gi')
      return [...blanked.matchAll(expression)]
        .filter((match) => !/\w/.test(blanked[match.index + match[0].length] ?? ''))
        .map((match) => ({
          at: match.index,
          found: match[0].replace(/\s+(?:[*#>]|\/\/)?\s*/g, ' '),
          instead,
        }))
    })
    .sort((a, b) => a.at - b.at)
    .map(({ at, found, instead }) => ({ line: blanked.slice(0, at).split('\n').length, found, instead }))
}

/** The text of a test file with everything but the titles of its tests blanked, so that lines stay. */
export function titlesOf(text) {
  const titles = [...text.matchAll(TITLE), ...text.matchAll(TABLE_TITLE)]
  const keep = new Array(text.length).fill(false)
  for (const match of titles) keep.fill(true, match.index, match.index + match[0].length)
  return [...Array(text.length).keys()].map((at) => (keep[at] || text[at] === '\n' ? text[at] : ' ')).join('')
}

async function main(isReport) {
  const list = JSON.parse(await readFile(join(root, 'script/words.json'), 'utf8'))
  const files = list.files.map((path) => ({ path, titles: false }))
  for (const { folder, extension, titles = false } of list.places) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name).slice(root.length)
      if (!entry.isFile() || !path.endsWith(extension) || list.except.includes(path)) continue
      files.push({ path, titles })
    }
  }
  let count = 0
  for (const { path, titles } of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const text = await readFile(join(root, path), 'utf8')
    for (const { line, found, instead } of findWords(titles ? titlesOf(text) : text, list)) {
      console.log(`${path}:${line}: "${found}". Write: ${instead}.`)
      count++
    }
  }
  const summary = `${count} words that docs/contributing/style.md rules out, in ${files.length} files`
  if (count > 0 && !isReport) {
    console.error(`${summary}. Rewrite the sentences.`)
    process.exitCode = 1
  } else console.log(summary)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--report'))
