// Writes the tables of inputs and outputs in the actions' READMEs from their action.yml.
// With --check it writes nothing, prints what is stale, and exits 1 when something is.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'

const root = new URL('..', import.meta.url)

/** Each action's action.yml and the page that describes it. */
export const PAGES = [
  { action: 'action.yml', page: 'actions/README.md' },
  ...['validate', 'package', 'staged-test', 'deploy', 'rollback'].map((name) => ({
    action: `actions/${name}/action.yml`,
    page: `actions/${name}/README.md`,
  })),
]

/** The text of a page with its tables made anew. Throws when the page has no place for one. */
export function withTables(page, action) {
  return ['inputs', 'outputs'].reduce((text, what) => {
    const [begin, end] = [`<!-- begin ${what} -->`, `<!-- end ${what} -->`]
    const from = text.indexOf(begin)
    const to = text.indexOf(end)
    if (from === -1 || to < from) throw new Error(`The page has no "${begin}" followed by "${end}".`)
    const table = what === 'inputs' ? inputsTable(action.inputs) : outputsTable(action.outputs)
    return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`
  }, page)
}

function inputsTable(inputs) {
  const rows = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    cell(input.description),
    input.required ? '**required**' : standard(input.default),
  ])
  return table(['Input', 'Meaning', 'Default'], rows)
}

function standard(value) {
  return value === undefined || value === '' ? '' : `\`${value}\``
}

function outputsTable(outputs) {
  return table(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, output]) => [`\`${name}\``, cell(output.description)]),
  )
}

/** Columns are aligned, as the formatter of the repository wants them. */
function table(head, rows) {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => [...row[column]].length)),
  )
  const line = (cells) => `| ${cells.map((text, column) => padded(text, widths[column])).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

function padded(text, width) {
  return text + ' '.repeat(width - [...text].length)
}

function cell(text) {
  return String(text).trim().replaceAll('\n', ' ').replaceAll('|', '\\|')
}

/** The lines in which two texts differ, from the first to the last. */
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
  let stale = 0
  for (const { action, page } of PAGES) {
    const path = new URL(page, root)
    const before = await readFile(path, 'utf8')
    const after = withTables(before, load(await readFile(new URL(action, root), 'utf8')))
    if (after === before) continue
    stale++
    if (check) console.log(`--- ${page}\n+++ ${page}, from ${action}\n${difference(before, after)}`)
    else await writeFile(path, after)
  }
  if (check && stale > 0) {
    console.error(`${stale} pages are stale. Run: node script/docs.mjs`)
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'))
