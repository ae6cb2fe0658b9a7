// Writes one part of the facts:  some-generator | node_modules/.bin/node script/facts/pack.mjs <name> <release>
// The JSON on stdin becomes data/<name>/<release>.json. The newest release is stored in full, every older one as changes to
// the next newer one, so this writes the next older release as well. The same facts give the same bytes.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { fullFacts } from '../../src/lint/facts/changes.ts'
import { difference, readableJson } from './difference.mjs'

const [name, release] = process.argv.slice(2)
if (!/^[a-z][a-z0-9_]*(\/[a-z0-9_]+)?$/.test(name ?? '') || !/^[a-z0-9.]+$/.test(release ?? '')) {
  console.error('usage: node_modules/.bin/node script/facts/pack.mjs <name> <release>  (JSON on stdin)')
  process.exit(2)
}
const facts = JSON.parse(await text(process.stdin))
for (const key of ['source', 'collected']) {
  if (typeof facts[key] !== 'string') throw new Error(`the facts need the key "${key}" with a string`)
}
const folder = new URL(`../../data/${name}/`, import.meta.url)
await mkdir(folder, { recursive: true })
const all = await collected()
all.set(release, facts)
// zed is the last release with a name; names sort before the years
const oldestFirst = [...all.keys()].sort(
  (one, other) => isYear(one) - isYear(other) || (one < other ? -1 : 1),
)
for (const [index, each] of oldestFirst.entries()) {
  const newer = oldestFirst[index + 1]
  const content =
    newer === undefined ? all.get(each) : { based_on: newer, ...difference(all.get(newer), all.get(each)) }
  await write(each, content)
}

/** The facts of all releases that were collected before, in full. */
async function collected() {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'))
  const stored = new Map()
  for (const file of files)
    stored.set(file.replace(/\.json$/, ''), JSON.parse(await readFile(new URL(file, folder))))
  const full = (each) => fullFacts((one) => stored.get(one), each)
  return new Map([...stored.keys()].map((each) => [each, full(each)]))
}

async function write(each, content) {
  const file = new URL(`${each}.json`, folder)
  const json = readableJson(content)
  if ((await readFile(file, 'utf8').catch(() => '')) === json) return
  await writeFile(file, json)
  console.log(`data/${name}/${each}.json: ${json.length} bytes`)
}

function isYear(name) {
  return Number(/^\d/.test(name))
}
