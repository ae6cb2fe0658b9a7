// Runs every check of the project in turn and counts: see script/test.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const NODE_24 = join(root, 'node_modules/node/bin/node')
const REPORT = join(root, 'reports/jest.json')
const CLOUD_FIGURES = join(root, 'reports/cloud.jsonl')
const [mode = 'all', ...more] = process.argv.slice(2)
if (!['all', 'unit', 'cloud'].includes(mode) || more.length > 0) {
  console.error('usage: ./script/test [unit|cloud]')
  process.exit(2)
}
const unitOnly = mode === 'unit'

let passed = 0
let failed = 0
let skipped = 0
const started = Date.now()

await installNodePackages()
await check('generated sources and dist/ are what the source builds', ['node', 'script/build.mjs', '--check'])
if (mode === 'cloud') await cloud()
else await everythingElse()

const seconds = Math.round((Date.now() - started) / 1000)
console.log(`\nAll of it took ${seconds} s.`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

async function everythingElse() {
  await installHaproxy()
  await check('the READMEs are what the action.yml files say', ['node', 'script/docs.mjs', '--check'])
  await check('types', ['node_modules/.bin/tsc', '--noEmit'])
  await check('lint and format', ['node_modules/.bin/biome', 'check', '.'])
  await check('imports run one way', [
    'node_modules/.bin/depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    'src',
  ])
  await jest(unitOnly ? ['--testPathIgnorePatterns', '/acceptance/', '/examples/', '/cloud/'] : [])
}

/** The tests against a real OpenStack, one file after another: each has a cloud of its own. */
async function cloud() {
  const tests = (await readdir(join(root, '__tests__/cloud'))).filter((name) => name.endsWith('.test.ts'))
  const system = await readFile('/etc/os-release', 'utf8').catch(() => '')
  const mayInstall = process.getuid?.() === 0 && /^VERSION_CODENAME=bookworm$/m.test(system)
  const installed = (await run('./script/cloud', ['install'])) === 0
  if (!installed && mayInstall) {
    console.log('✖ the packages of the cloud are installed')
    failed++
    return
  }
  if (!installed) {
    console.log('The cloud is not here, and cannot be installed (it takes root, and Debian 12). Skipped:')
    for (const name of tests) console.log(`  __tests__/cloud/${name}`)
    skipped += tests.length
    return
  }
  await rm(CLOUD_FIGURES, { force: true })
  // jest.config.mjs leaves these tests out: the pattern on the command line takes its place
  await jest([
    '--testPathIgnorePatterns',
    '/node_modules/',
    '--runInBand',
    '--verbose',
    '--',
    '__tests__/cloud/',
  ])
  const { printCloudTables } = await import('./cloud-tables.mjs') // its packages were installed just now
  await printCloudTables(CLOUD_FIGURES)
}

async function installNodePackages() {
  if (!existsSync(NODE_24) || !(await isCurrent())) await must('npm', ['ci', '--no-audit', '--no-fund'])
}

/** Where this user may. */
async function installHaproxy() {
  if (unitOnly || (await run('bash', ['-c', 'PATH=$PATH:/usr/sbin command -v haproxy'], 'ignore')) === 0)
    return
  if (process.getuid?.() !== 0 || (await run('bash', ['-c', 'command -v apt-get'], 'ignore')) !== 0) {
    console.log(
      'HAProxy is not here, and cannot be installed (no root, or no apt): its tests are named as skipped.',
    )
    return
  }
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const updated = (await run('apt-get', ['update', '-qq'], 'inherit', quiet)) === 0
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'haproxy']
  if (!updated || (await run('apt-get', args, 'ignore', quiet)) !== 0) {
    console.log('HAProxy could not be installed: its tests are named as skipped.')
  }
}

/** Whether node_modules is what package-lock.json asks for: npm writes what it installed beside it. */
async function isCurrent() {
  const read = async (path) => JSON.parse(await readFile(join(root, path), 'utf8'))
  try {
    const [wanted, got] = [await read('package-lock.json'), await read('node_modules/.package-lock.json')]
    return (
      Object.entries(got.packages).every(
        ([path, { version }]) => wanted.packages[path]?.version === version,
      ) &&
      Object.entries(wanted.packages).every(
        ([path, entry]) => path === '' || entry.optional || got.packages[path],
      )
    )
  } catch {
    return false
  }
}

async function check(title, [command, ...args]) {
  const code = await run(command, args)
  console.log(`${code === 0 ? '✔' : '✖'} ${title}`)
  if (code === 0) passed++
  else failed++
}

/** Under Node 24, which is what the actions run on. */
async function jest(more) {
  await rm(REPORT, { force: true })
  await mkdir(join(root, 'reports'), { recursive: true })
  const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js']
  const code = await run(NODE_24, [...args, '--json', '--outputFile', REPORT, ...more])
  const report = JSON.parse(await readFile(REPORT, 'utf8').catch(() => '{}'))
  passed += report.numPassedTests ?? 0
  failed += (report.numFailedTests ?? 0) + (report.numRuntimeErrorTestSuites ?? 0)
  skipped += report.numPendingTests ?? 0
  if (code !== 0 && failed === 0) failed++ // jest itself broke
}

async function must(command, args) {
  if ((await run(command, args)) === 0) return
  console.error(`${command} ${args.join(' ')} failed`)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

function run(command, args, stdio = 'inherit', env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', stdio, stdio],
      env: { ...process.env, ...env },
    })
    child.on('error', () => resolve(127))
    child.on('close', resolve)
  })
}
