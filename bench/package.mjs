// Time and memory of packaging a release with 10,000 files and 200 MB, compared with `tar | gzip` and `git archive`. They run
// in turn, so that other work on the machine affects all of them.
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fullOr, measured, median, NODE, print, spread } from './figures.mjs'
import { writeFiles } from './repository.mjs'

const ROUNDS = fullOr(5, 1)
const FILES = fullOr(10_000, 200)
const BYTES = fullOr(200_000_000, 4_000_000)
/** The number of definitions, of about 2 kB each. Every tenth of the other files does not compress. */
const DEFINITIONS = fullOr(1_000, 20)

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'changeover-bench-'))
try {
  const repository = join(folder, 'repository')
  const bytes = await fill(repository)
  await commit(repository)
  const tools = toolsFor(repository)
  const runs = new Map(tools.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    await rm(join(folder, 'out'), { recursive: true, force: true })
    await mkdir(join(folder, 'out'))
    for (const { name, command, archive } of tools) {
      const run = await measured(command[0], command.slice(1), { cwd: repository })
      if (run.status !== 0) throw new Error(`${name} ended with ${run.status}`)
      runs.get(name).push({ ...run, size: (await stat(join(folder, 'out', archive))).size })
    }
  }
  const usual = median(runs.get('tar | gzip -6').map(({ wall }) => wall))
  print(
    `${FILES} files, ${(bytes / 1e6).toFixed(0)} MB, under Node ${process.versions.node}; medians of ${ROUNDS}, with the middle half of the runs`,
    ['', 'wall s', '(half)', 'times tar | gzip -6', 'CPU s', 'peak MiB', 'archive MB'],
    tools.map(({ name, isPipe }) => row(name, runs.get(name), usual, isPipe)),
  )
} finally {
  await rm(folder, { recursive: true })
}

function toolsFor(repository) {
  const out = join(folder, 'out')
  const changeover = (...args) => [NODE, CLI, ...args]
  const make = (version, ...args) => changeover('package', '--version', version, '-o', out, ...args)
  const pipe = `tar --sort=name --exclude=.git -C ${repository} -cf - . | gzip -6 > ${out}/tar.tar.gz`
  return [
    {
      name: 'changeover package --skip-validate',
      command: make('1', '--skip-validate'),
      archive: 'big-1.tar.gz',
    },
    { name: 'changeover package', command: make('2'), archive: 'big-2.tar.gz' },
    { name: 'changeover package, unchanged', command: make('2'), archive: 'big-2.tar.gz' },
    {
      name: 'changeover verify',
      command: changeover('verify', join(out, 'big-2.tar.gz')),
      archive: 'big-2.tar.gz',
    },
    { name: 'tar | gzip -6', command: ['bash', '-c', pipe], archive: 'tar.tar.gz', isPipe: true },
    {
      name: 'git archive',
      command: ['git', 'archive', '--format=tar.gz', '-o', join(out, 'git.tar.gz'), 'HEAD'],
      archive: 'git.tar.gz',
    },
  ]
}

function row(name, runs, usual, isPipe) {
  const seconds = (key) => runs.map((run) => run[key] / 1000)
  const wall = seconds('wall')
  return [
    name,
    median(wall).toFixed(2),
    spread(wall, 1),
    `${((median(wall) * 1000) / usual).toFixed(2)}x`,
    median(seconds('cpu')).toFixed(2),
    isPipe ? '' : Math.max(...runs.map(({ peak }) => peak ?? 0)).toFixed(0), // of a pipe, only bash is measured
    (median(runs.map(({ size }) => size)) / 1e6).toFixed(1),
  ]
}

/** The same bytes in every run. */
async function fill(repository) {
  const random = numbers(7)
  const words = Array.from({ length: 4_000 }, () => word(random))
  let { bytes } = await writeFiles(repository, DEFINITIONS)
  const settings = 'version: 1\nname: big\n'
  await writeFile(join(repository, 'changeover.yml'), settings)
  bytes += settings.length
  const others = FILES - DEFINITIONS - 1
  const size = Math.round((BYTES - bytes) / others)
  for (let n = 0; n < others; n++) {
    const place = join(repository, 'roles', `role-${n % 200}`, 'files')
    await mkdir(place, { recursive: true })
    const content = n % 10 === 0 ? noise(random, size) : prose(random, words, size)
    await writeFile(join(place, `file-${n}.${n % 10 === 0 ? 'bin' : 'txt'}`), content)
    bytes += content.length
  }
  return bytes
}

async function commit(repository) {
  // a garbage collection by Git in the background would be measured as well
  const own = ['-c', 'gc.auto=0', '-c', 'user.name=bench', '-c', 'user.email=bench@localhost']
  const steps = [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'all'],
    ['repack', '-adq'],
  ]
  for (const args of steps.map((step) => [...own, ...step])) {
    const { status } = await measured('git', args, { cwd: repository })
    if (status !== 0) throw new Error(`git ${args.join(' ')} failed`)
  }
}

function prose(random, words, size) {
  const pick = () => words[Math.floor(random() * words.length)]
  let text = ''
  while (text.length < size) text += `${pick()} = ${pick()} # ${pick()} ${pick()}\n`
  return text.slice(0, size)
}

function noise(random, size) {
  const bytes = Buffer.allocUnsafe(size)
  for (let at = 0; at < size; at++) bytes[at] = random() * 256
  return bytes
}

function word(random) {
  const letters = 'abcdefghijklmnopqrstuvwxyz_'
  return Array.from({ length: 3 + random() * 8 }, () => letters[Math.floor(random() * 27)]).join('')
}

function numbers(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
