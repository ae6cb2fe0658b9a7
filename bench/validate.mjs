// How fast definitions are checked, and whether time grows with their size and no faster: `changeover validate` on
// repositories of growing size, beside yamllint where it is installed. The two do not do the same: yamllint looks at
// the form of YAML alone, and is what a team would otherwise run on all of it.
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { median, NODE, print, timed } from './figures.mjs'
import { writeRepository, writeTemplate } from './repository.mjs'

const RUNS = 5
const CLI = resolve('dist/cli.js')
const HEAD = [
  'tool',
  'MB',
  'files',
  'wall s',
  'CPU s',
  'MB per CPU s',
  'times our CPU',
  'CPU per MB, first = 1',
]

const yamllint = spawnSync('yamllint', ['--version'], { encoding: 'utf8' }).stdout?.trim()
const versions = `Node ${process.versions.node}, ${yamllint || 'yamllint is not installed: left out'}; start included`
const root = await mkdtemp(join(tmpdir(), 'changeover-bench-'))
try {
  print(`Many files: ${versions}`, HEAD, await compare('many', [1, 4, 16], writeRepository))
  print(`One large Heat template: ${versions}`, HEAD, await compare('one', [1, 2, 4, 8], writeTemplate))
} finally {
  await rm(root, { recursive: true })
}

async function compare(name, sizes, write) {
  const rows = []
  let first
  for (const megabytes of sizes) {
    const folder = join(root, `${name}-${megabytes}`)
    const { files, bytes } = await write(folder, megabytes)
    spawnSync('git', ['init', '--quiet', folder])
    const mega = bytes / 1024 / 1024
    const ours = measure(NODE, [CLI, 'validate', folder], RUNS, 0)
    const size = [mega.toFixed(1), String(files)]
    rows.push(['changeover', ...size, ...figures(ours, mega), '', growth(ours, mega, first)])
    first ??= { ...ours, mega }
    if (!yamllint || megabytes > 4) continue // it is slow enough to be measured once, on the smaller ones
    const theirs = measure('yamllint', ['-d', 'relaxed', folder], 1)
    rows.push(['yamllint', ...size, ...figures(theirs, mega), `${(theirs.cpu / ours.cpu).toFixed(0)}x`, ''])
  }
  return rows
}

function measure(command, args, runs, expected) {
  const all = Array.from({ length: runs }, () => timed(command, args))
  if (expected !== undefined && all.some(({ status }) => status !== expected)) {
    throw new Error(`${command} ${args.join(' ')} ended with ${all.map(({ status }) => status).join(', ')}`)
  }
  return { wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) }
}

/** By CPU time: the clock also tells what else the machine does. */
function figures({ wall, cpu }, mega) {
  return [(wall / 1000).toFixed(2), (cpu / 1000).toFixed(2), ((mega / cpu) * 1000).toFixed(1)]
}

/** Below 1, as the start weighs less and less; above it, time would grow faster than size. */
function growth({ cpu }, mega, first) {
  return first ? (cpu / mega / (first.cpu / first.mega)).toFixed(2) : '1'
}
