// How fast `changeover validate` is with all rules on, compared with parsing alone and with the linters that a team would
// otherwise run. They do different work: yamllint checks the form of YAML, ansible-lint checks playbooks and roles.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { fullOr, measured, median, NODE, print } from './figures.mjs'
import { writeFiles, writeRepository, writeTemplate } from './repository.mjs'

const CLI = resolve('dist/cli.js')
const BARE = fileURLToPath(new URL('bare-yaml.mjs', import.meta.url))
/** Definitions of real operators, if they are on this machine. */
const CORPUS = resolve(process.env.CHANGEOVER_CORPUS ?? '../shared/corpus')
const LINT_TIMEOUT = 300_000

const versions = ['yamllint', 'ansible-lint'].flatMap((name) => {
  const { stdout, status } = spawnSync(name, ['--version'], { encoding: 'utf8' })
  return status === 0 ? [[name, stripVTControlCharacters(stdout.split('\n')[0])]] : []
})
const linters = new Map(versions)
console.log(
  `Node ${process.versions.node}; ${versions.map(([, version]) => version).join('; ') || 'no linter installed'}`,
)

const root = await mkdtemp(join(tmpdir(), 'changeover-bench-'))
try {
  if (existsSync(CORPUS))
    await beside(
      'Real definitions',
      await repository('corpus', (to) => cp(CORPUS, to, { recursive: true })),
      fullOr(7, 1),
    )
  else console.log('\nThe real definitions are not here: set CHANGEOVER_CORPUS to their folder.')
  const count = fullOr(10_000, 100)
  const many = await repository('files', (to) => writeFiles(to, count))
  await beside(`${count.toLocaleString('en')} files of all kinds, about 2 kB each`, many, fullOr(3, 1))
  await growth('Many files', fullOr([1, 4, 16], [1]), writeRepository)
  await growth('One large Heat template', fullOr([1, 2, 4, 8], [1]), writeTemplate)
} finally {
  await rm(root, { recursive: true })
}

/** A Git repository: the linters ask Git for the files. */
async function repository(name, write) {
  const folder = join(root, name)
  await write(folder)
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
  ])
    spawnSync('git', args, { cwd: folder })
  return folder
}

async function beside(title, folder, runs) {
  const ours = await middle(runs, NODE, [CLI, 'validate', folder, '--format', 'json'], folder)
  const others = [
    ['changeover', ours],
    [
      'changeover on one core',
      await middle(runs, 'taskset', ['-c', '0', NODE, CLI, 'validate', folder, '--format', 'json'], folder),
    ],
    ['js-yaml alone', await middle(runs, NODE, [BARE, folder], folder)],
    ['js-yaml alone on one core', await middle(runs, 'taskset', ['-c', '0', NODE, BARE, folder], folder)],
  ]
  if (linters.has('yamllint')) {
    others.push(['yamllint', await middle(1, 'yamllint', ['-d', 'relaxed', '.'], folder)])
  }
  if (linters.has('ansible-lint')) {
    others.push([
      'ansible-lint',
      await middle(1, 'ansible-lint', ['--offline', '--nocolor', '-p', '-q'], folder),
    ])
  }
  print(
    `${title}; whole processes, our times are medians of ${runs}`,
    ['tool', 'wall s', 'CPU s', 'peak MiB', 'wall, changeover = 1', 'CPU, changeover = 1'],
    others.map(([name, run]) => [
      name,
      ...figures(run),
      ratio(run.wall, ours.wall, run),
      ratio(run.cpu, ours.cpu, run),
    ]),
  )
}

async function growth(title, sizes, write) {
  const rows = []
  let first
  for (const megabytes of sizes) {
    let written
    const folder = await repository(`${title}-${megabytes}`, async (to) => {
      written = await write(to, megabytes)
    })
    const mega = written.bytes / 1024 / 1024
    const run = await middle(3, NODE, [CLI, 'validate', folder, '--format', 'json'], folder)
    first ??= run.cpu / mega
    rows.push([mega.toFixed(1), String(written.files), ...figures(run), (run.cpu / mega / first).toFixed(2)])
    await rm(folder, { recursive: true })
  }
  print(title, ['MB', 'files', 'wall s', 'CPU s', 'peak MiB', 'CPU per MB, first = 1'], rows)
}

async function middle(runs, command, args, cwd) {
  const all = []
  for (let run = 0; run < runs; run++) all.push(await measured(command, args, { cwd, timeout: LINT_TIMEOUT }))
  const of = (name) => median(all.map((one) => one[name] ?? Number.NaN))
  return {
    wall: of('wall'),
    cpu: of('cpu'),
    peak: of('peak'),
    finished: all.every(({ status }) => status !== undefined),
  }
}

function figures({ wall, cpu, peak, finished }) {
  if (!finished) return [`> ${(wall / 1000).toFixed(0)}, stopped`, '', peak.toFixed(0)]
  return [(wall / 1000).toFixed(2), (cpu / 1000).toFixed(2), peak.toFixed(0)]
}

function ratio(value, ours, { finished }) {
  if (!finished) return Number.isNaN(value) ? '' : `> ${(value / ours).toFixed(0)}x`
  return `${(value / ours).toFixed(2)}x`
}
