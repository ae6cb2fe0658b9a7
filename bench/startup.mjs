// How long an action or a command takes to start, compared with a Node that runs an empty script. The two run in turn, so
// that other work on the machine affects both.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fullOr, median, NODE, print, spread, timed } from './figures.mjs'

const PAIRS = fullOr(25, 2)

const folder = await mkdtemp(join(tmpdir(), 'changeover-bench-'))
try {
  const empty = join(folder, 'empty.mjs')
  const output = join(folder, 'output')
  const definitions = join(folder, 'definitions')
  await writeFile(empty, '')
  await writeFile(output, '')
  await mkdir(definitions)
  const head = [
    '',
    'CPU ms',
    '(half)',
    'wall ms',
    '(half)',
    'empty CPU',
    'empty wall',
    'CPU ratio',
    'wall ratio',
  ]

  // without inputs, an action refuses the first one
  const actions = (await readdir('dist/actions')).filter((name) => !name.endsWith('-post.js'))
  const entries = actions.map((name) => [name.replace(/\.js$/, ''), [`dist/actions/${name}`], 1])
  const help = ['cli --help', ['dist/cli.js', '--help'], 0]
  const env = { GITHUB_OUTPUT: output }
  print(
    `Until the first input is read, ${PAIRS} pairs under Node ${process.versions.node}; medians, with the middle half of the runs`,
    head,
    [...entries, help].map((entry) => measure(entry, empty, env)),
  )
  const work = [
    ['validate, no files', ['dist/cli.js', 'validate', definitions], 0],
    ['rules', ['dist/cli.js', 'rules'], 0],
    ['package, refused', ['dist/cli.js', 'package', definitions], 2],
  ]
  print(
    'With the code of the work, first run',
    head,
    work.map((entry) => measure(entry, empty, env)),
  )
  const cached = { NODE_COMPILE_CACHE: join(folder, 'cache') }
  print(
    'The same with NODE_COMPILE_CACHE, which keeps the compiled code of an earlier run',
    head,
    work.map((entry) => measure(entry, empty, cached)),
  )
} finally {
  await rm(folder, { recursive: true })
}

function measure([name, args, expected], empty, env) {
  const ours = []
  const nothing = []
  timed(NODE, args, { env }) // so that both find their files in memory
  for (let pair = 0; pair < PAIRS; pair++) {
    nothing.push(timed(NODE, [empty], { env }))
    ours.push(timed(NODE, args, { env }))
  }
  const other = ours.find(({ status }) => status !== expected)
  if (other) throw new Error(`${name} ended with ${other.status}, expected ${expected}`)
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
