// Writes the pages, and parts of pages, that are generated: the tables of the actions, the keys of changeover.yml, the state
// machine, the rules. With --check it writes nothing: it prints the pages that are stale, and exits with 1 if there are any.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { actionPages } from './docs/action-pages.mjs'
import { machinePage } from './docs/machine-table.mjs'
import { manifestPage } from './docs/manifest-page.mjs'
import { rulePages } from './docs/rule-pages.mjs'
import { writeGenerated } from './generate.mjs'

const root = new URL('..', import.meta.url)

/** A folder with generated pages only: a page that is not generated any more is removed. */
const GENERATED_FOLDER = 'docs/rules'

/** The lines that differ between two texts, from the first to the last. */
export function difference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  const changed = (lines, mark) => lines.slice(head, lines.length - tail).map((line) => `${mark}${line}`)
  return [`@@ line ${head + 1} @@`, ...changed(old, '-'), ...changed(now, '+')].join('\n')
}

async function main(check) {
  await writeGenerated() // the rules are read from the source, which imports it
  const pages = [
    ...(await actionPages(root)),
    await manifestPage(root),
    await machinePage(root),
    ...(await rulePages(root)),
  ]
  let stale = 0
  for (const { path, text, source } of pages) {
    const target = new URL(path, root)
    const before = await readFile(target, 'utf8').catch(() => '')
    if (text === before) continue
    stale++
    if (check) {
      console.log(`--- ${path}\n+++ ${path}, from ${source}\n${difference(before, text)}`)
      continue
    }
    await mkdir(new URL('.', target), { recursive: true })
    await writeFile(target, text)
  }
  for (const path of await orphans(new Set(pages.map(({ path }) => path)))) {
    stale++
    if (check) console.log(`${path} is not generated any more`)
    else await rm(new URL(path, root))
  }
  if (check && stale > 0) {
    console.error(`${stale} pages are stale. Run: node script/docs.mjs`)
    process.exitCode = 1
  }
}

async function orphans(made) {
  const entries = await readdir(new URL(GENERATED_FOLDER, root), { recursive: true }).catch(() => [])
  return entries
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${GENERATED_FOLDER}/${name}`)
    .filter((path) => !made.has(path))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'))
