// Runs every check of the project in turn and counts: see script/test.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const NODE_24 = join(root, 'node_modules/node/bin/node')
const REPORT = join(root, 'reports/jest.json')
const CLOUD_FIGURES = join(root, 'reports/cloud.jsonl')
const HAPROXY = 'haproxy'
/** Test files at a time. Those of acceptance wait for processes and timers more than they work. */
const WORKERS = { unit: 2, integration: 3, acceptance: 4 }
const SUITES = Object.keys(WORKERS)

const { mode, mayInstall } = readArguments(process.argv.slice(2))
const suites = mode === 'all' ? SUITES : SUITES.filter((suite) => suite === mode)
let passed = 0
let failed = 0
const skipped = []
const started = Date.now()

if (await installNodePackages()) {
  if (mode === 'cloud') await cloud()
  else await checksAndSuites()
}
await end()

async function checksAndSuites() {
  await check('types and the list of rules are generated', ['node', 'script/generate.mjs'])
  if (mode === 'all' || mode === 'acceptance') {
    await check('dist/ is what the source builds', ['node', 'script/build.mjs', '--check'])
  }
  if (mode === 'all') {
    await check('the pages are what the source says', ['node', 'script/docs.mjs', '--check'])
    await check('types', ['node_modules/.bin/tsc', '--noEmit'])
    await check('lint and format', ['node_modules/.bin/biome', 'check', '.'])
    await check('imports run one way', [
      'node_modules/.bin/depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      'src',
    ])
    await check('no word that the style page replaces', ['node', 'script/check-words.mjs'])
  }
  if (mode !== 'unit') await installHaproxy()
  for (const suite of suites) {
    console.log(`\n${suite}`)
    await jest(['--maxWorkers', String(WORKERS[suite]), '--', `__tests__/${suite}/`, ...rig(suite)])
  }
}

/** The tests of the tests' own machinery use processes and ports, too. */
function rig(suite) {
  return suite === 'integration' ? ['__tests__/rig/'] : []
}

/** The tests against a real OpenStack, one file after another: each has a cloud of its own. */
async function cloud() {
  await check('types and the list of rules are generated', ['node', 'script/generate.mjs'])
  await check('dist/ is what the source builds', ['node', 'script/build.mjs', '--check'])
  if (!(await installCloud())) return
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

/** @returns whether the packages of package-lock.json are installed */
async function installNodePackages() {
  if (existsSync(NODE_24) && (await isCurrent())) return true
  if (!mayInstall) {
    const files = (await Promise.all((mode === 'cloud' ? ['cloud'] : suites).map(testFiles))).flat()
    skip('the packages of package-lock.json are not installed in node_modules/ (npm ci installs them)', files)
    return false
  }
  console.log('Installing the packages of package-lock.json into node_modules/: npm ci')
  if ((await run('npm', ['ci', '--no-audit', '--no-fund'])) === 0) return true
  console.error('✖ npm ci')
  failed++
  return false
}

/** Debian's HAProxy, where it is missing and this user may. Tests that need it skip themselves without it. */
async function installHaproxy() {
  if (await isThere(HAPROXY)) return
  const hint = 'the tests that need it are skipped and named below.'
  if (!mayInstall) return console.log(`HAProxy is not installed: ${hint}`)
  if (process.getuid?.() !== 0 || !(await isThere('apt-get'))) {
    return console.log(`HAProxy is not installed, and installing it takes root and apt: ${hint}`)
  }
  console.log(`Installing the Debian package ${HAPROXY}: apt-get install ${HAPROXY}`)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const updated = (await run('apt-get', ['update', '-qq'], 'inherit', quiet)) === 0
  const args = ['install', '-y', '-qq', '--no-install-recommends', HAPROXY]
  if (!updated || (await run('apt-get', args, 'ignore', quiet)) !== 0) {
    console.log(`HAProxy could not be installed: ${hint}`)
  }
}

/** @returns whether the packages of the cloud are installed */
async function installCloud() {
  const files = await testFiles('cloud')
  const missing = await output('./script/cloud', ['install', '--dry-run'])
  if (missing.exitCode === 0) return true
  const system = await readFile('/etc/os-release', 'utf8').catch(() => '')
  const isDebian12 = /^VERSION_CODENAME=bookworm$/m.test(system)
  if (!mayInstall || process.getuid?.() !== 0 || !isDebian12) {
    skip('the packages of the cloud are not installed, and installing them takes root and Debian 12', files)
    return false
  }
  console.log(`Installing these Debian packages: ${missing.text.trim()}`)
  if ((await run('./script/cloud', ['install'])) === 0) return true
  console.log('✖ the packages of the cloud are installed')
  failed++
  return false
}

async function isThere(program) {
  return (await run('bash', ['-c', `PATH=$PATH:/usr/sbin command -v ${program}`], 'ignore')) === 0
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

async function testFiles(suite) {
  const names = await readdir(join(root, '__tests__', suite), { recursive: true })
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => `__tests__/${suite}/${name}`)
}

function skip(why, names) {
  console.log(`Skipped, because ${why}:`)
  for (const name of names) console.log(`  ${name}`)
  skipped.push(...names)
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
  const failures = (report.numFailedTests ?? 0) + (report.numRuntimeErrorTestSuites ?? 0)
  passed += report.numPassedTests ?? 0
  failed += failures
  if (code !== 0 && failures === 0) failed++ // jest itself broke
  for (const { name, assertionResults } of report.testResults ?? []) {
    for (const { status, fullName } of assertionResults) {
      if (status === 'pending') skipped.push(`${relative(root, name)}: ${fullName}`)
    }
  }
}

async function end() {
  if (passed > 0 && skipped.length > 0) {
    console.log('\nSkipped:')
    for (const name of skipped) console.log(`  ${name}`)
  }
  console.log(`\nAll of it took ${Math.round((Date.now() - started) / 1000)} s.`)
  await forgetPorts()
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}

function readArguments(given) {
  const [name = 'all', ...more] = given.filter((argument) => argument !== '--no-install')
  if (![...SUITES, 'all', 'cloud'].includes(name) || more.length > 0) {
    console.error(`usage: ./script/test [--no-install] [${SUITES.join('|')}|cloud]`)
    process.exit(2)
  }
  return { mode: name, mayInstall: !given.includes('--no-install') }
}

async function output(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  const exitCode = await new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', resolve)
  })
  return { exitCode, text }
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

/** Tests claim their ports in files (see __tests__/rig/ports.ts). Jest ends its workers before these can remove them. */
async function forgetPorts() {
  const folder = join(tmpdir(), 'changeover-test-ports')
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = Number(await readFile(join(folder, name), 'utf8').catch(() => ''))
    if (owner > 0 && !existsSync(`/proc/${owner}`)) await rm(join(folder, name), { force: true })
  }
}
