// How long an action takes to begin: the built entry that refuses its first input, against a Node that does nothing.
// The two run in turn, so that whatever else the machine does meets both.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, NODE, print, spread, timed } from './figures.mjs'

const PAIRS = 25
const ENTRIES = [
  ['validate', ['dist/actions/validate.js']],
  ['package', ['dist/actions/package.js']],
  ['staged-test', ['dist/actions/staged-test.js']],
  ['deploy', ['dist/actions/deploy.js']],
  ['rollback', ['dist/actions/rollback.js']],
  ['abort', ['dist/actions/abort.js']],
  ['lifecycle', ['dist/actions/lifecycle.js']],
  ['cli --help', ['dist/cli.js', '--help']],
]

const folder = await mkdtemp(join(tmpdir(), 'changeover-bench-'))
try {
  const empty = join(folder, 'empty.mjs')
  const output = join(folder, 'output')
  await writeFile(empty, '')
  await writeFile(output, '')
  const env = { GITHUB_OUTPUT: output } // no inputs: the first one is refused
  const rows = ENTRIES.map(([name, args]) => measure(name, args, empty, env))
  print(
    `Start of each entry, ${PAIRS} pairs under Node ${process.versions.node}; medians, with the middle half of the runs`,
    ['entry', 'CPU ms', '(half)', 'wall ms', '(half)', 'empty CPU', 'empty wall', 'CPU ratio', 'wall ratio'],
    rows,
  )
} finally {
  await rm(folder, { recursive: true })
}

function measure(name, args, empty, env) {
  const ours = []
  const nothing = []
  timed(NODE, args, { env }) // once before, so that both find their files in memory
  for (let pair = 0; pair < PAIRS; pair++) {
    nothing.push(timed(NODE, [empty], { env }))
    ours.push(timed(NODE, args, { env }))
  }
  const expected = name.startsWith('cli') ? 0 : 1
  if (ours.some(({ status }) => status !== expected)) throw new Error(`${name} did not end as it should`)
  const [cpu, wall] = [ours.map((run) => run.cpu), ours.map((run) => run.wall)]
  const [noCpu, noWall] = [nothing.map((run) => run.cpu), nothing.map((run) => run.wall)]
  const ratio = (a, b) => `${(median(a) / median(b)).toFixed(2)}x`
  return [
    name,
    median(cpu).toFixed(0),
    spread(cpu),
    median(wall).toFixed(0),
    spread(wall),
    median(noCpu).toFixed(0),
    median(noWall).toFixed(0),
    ratio(cpu, noCpu),
    ratio(wall, noWall),
  ]
}
