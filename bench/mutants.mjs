// The share of operators' mistakes that are found, at the right file and line. Valid definitions get one mistake at a time,
// and each checker runs on the result. A mistake counts as found if the checker reports something on its line that it did
// not report before.
//   node bench/mutants.mjs [--seed 1] [--per 8] [--only <text>] [--tools <names>] [--missed]
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fullOr, print } from './figures.mjs'
import { checkers } from './mutants/checkers.mjs'
import { randomNumbers, shuffled } from './mutants/edit.mjs'
import { ansible } from './mutants/mistakes/ansible.mjs'
import { anyYaml, balancer } from './mutants/mistakes/balancer.mjs'
import { heat } from './mutants/mistakes/heat.mjs'
import { kolla } from './mutants/mistakes/kolla.mjs'
import { openstackAnsible } from './mutants/mistakes/openstack-ansible.mjs'
import { services } from './mutants/mistakes/services.mjs'

const DEFINITIONS = fileURLToPath(new URL('mutants/definitions/', import.meta.url))
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    per: { type: 'string', default: fullOr('8', '1') },
    only: { type: 'string', default: '' },
    tools: { type: 'string', default: fullOr('changeover,yamllint,ansible-lint', 'changeover') },
    missed: { type: 'boolean', default: false },
  },
})

const mistakes = [
  ...anyYaml,
  ...heat,
  ...openstackAnsible,
  ...kolla,
  ...ansible,
  ...services,
  ...balancer,
].filter(({ kind, name }) => `${kind}: ${name}`.includes(options.only))
const tools = await checkers(options.tools.split(','))
const files = await definitionFiles()
const mutants = mistakes.flatMap((mistake, index) => mutantsOf(mistake, Number(options.seed) * 1000 + index))
const work = await mkdtemp(join(tmpdir(), 'changeover-mutants-'))
try {
  const queue = mutants.entries()
  const width = Math.min(availableParallelism(), 4)
  await Promise.all(Array.from({ length: width }, (_, worker) => judge(queue, join(work, String(worker)))))
} finally {
  await rm(work, { recursive: true })
}
report()

async function definitionFiles() {
  const entries = await readdir(DEFINITIONS, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DEFINITIONS, join(entry.parentPath, entry.name)))
  return new Map(
    await Promise.all(
      paths.sort().map(async (path) => [path, (await readFile(join(DEFINITIONS, path), 'utf8')).split('\n')]),
    ),
  )
}

/** Some mutants of a mistake, spread over the files and places where it is possible. */
function mutantsOf(mistake, seed) {
  const random = randomNumbers(seed)
  const all = []
  for (const [path, lines] of files) {
    if (!mistake.files.test(path)) continue
    for (const mutant of mistake.mutants(lines, random, path)) all.push({ mistake, path, ...mutant })
  }
  if (all.length === 0) throw new Error(`${mistake.kind}: ${mistake.name} fits no definition`)
  const chosen = shuffled(all, random).slice(0, Number(options.per))
  return chosen.map((mutant) => ({ ...mutant, file: mutant.path, from: pathBefore(mutant) }))
}

/** A mistake can be the name of a file. */
function pathBefore({ mistake, path }) {
  return files.has(path) ? path : [...files.keys()].find((known) => mistake.files.test(known))
}

async function judge(queue, folder) {
  await cp(DEFINITIONS, folder, { recursive: true })
  const before = new Map()
  for (const [, mutant] of queue) {
    const { file, from, lines, blame } = mutant
    mutant.found = {}
    for (const tool of tools) {
      const key = `${tool.name} ${from}`
      if (!before.has(key)) before.set(key, tally(await tool.check(folder, from)))
    }
    if (file !== from) await rename(join(folder, from), join(folder, file))
    await writeFile(join(folder, file), lines.join('\n'))
    for (const tool of tools) {
      const reports = (await tool.check(folder, file)).filter(
        (said) => said.file === file && blame.includes(said.line),
      )
      const known = before.get(`${tool.name} ${from}`)
      mutant.found[tool.name] = [...tally(reports)].some(([what, n]) => n > (known.get(what) ?? 0))
    }
    await rm(join(folder, file))
    await writeFile(join(folder, from), files.get(from).join('\n'))
  }
}

/** How often a checker reports each message. Added lines move other lines, so their numbers do not count. */
function tally(reports) {
  const counts = new Map()
  for (const { rule, message } of reports) {
    const what = `${rule} ${message.replace(/\bline \d+/g, 'line')}`
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return counts
}

function report() {
  const rows = mistakes.map((mistake) => {
    const own = mutants.filter((mutant) => mutant.mistake === mistake)
    return [
      `${mistake.kind}: ${mistake.name}`,
      String(own.length),
      ...tools.map(({ name }) => String(foundBy(own, name))),
    ]
  })
  const total = [
    'found',
    String(mutants.length),
    ...tools.map(({ name }) => share(foundBy(mutants, name), mutants.length)),
  ]
  print(
    `${mistakes.length} kinds of mistake, seed ${options.seed}: found on the right line`,
    ['mistake', 'mutants', ...tools.map(({ name }) => name)],
    [...rows, total],
  )
  for (const { name, version } of tools) console.log(`  ${name}: ${version}`)
  if (!options.missed) return
  for (const { mistake, file, lines, blame, found } of mutants) {
    if (found.changeover) continue
    console.log(
      `\nmissed: ${mistake.kind}: ${mistake.name}, ${file}:${blame.join(',')}\n  ${lines[blame[0] - 1]}`,
    )
  }
}

function foundBy(list, name) {
  return list.filter(({ found }) => found[name]).length
}

function share(part, all) {
  return `${((100 * part) / all).toFixed(1)} %`
}
