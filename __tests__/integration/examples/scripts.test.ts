import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { examples, freePorts, RegionOne } from './region-one.js'

const scripts = readdirSync(examples, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.sh'))
  .map((entry) => relative(examples, join(entry.parentPath, entry.name)))

describe('every script', () => {
  test('is one of those that were meant', () => {
    expect(scripts.length).toBeGreaterThanOrEqual(17)
  })

  test.each(scripts)('%s is good Bash, and executable exactly when it is run', (script) => {
    const path = join(examples, script)
    execFileSync('bash', ['-n', path], { stdio: 'pipe' })
    const isRun = readFileSync(path, 'utf8').startsWith('#!/usr/bin/env bash\n')
    const [mode] = execFileSync('git', ['ls-files', '--stage', '--', path], {
      cwd: examples,
      encoding: 'utf8',
    }).split(' ')
    expect(mode).toBe(isRun ? '100755' : '100644')
    if (isRun) expect(readFileSync(path, 'utf8')).toContain('\nset -euo pipefail\n')
  })
})

interface Suite {
  testsuite: { name: string; tests: string; failures: string; testcase: Case[] }
}
interface Case {
  name: string
  failure?: { message: string; '#text': string }
}

async function readReport(path: string): Promise<Suite['testsuite']> {
  const xml = await readFile(path, 'utf8')
  expect(XMLValidator.validate(xml)).toBe(true)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'testcase',
  })
  return (parser.parse(xml) as Suite).testsuite
}

describe('staging', () => {
  let cloud: RegionOne
  beforeEach(async () => {
    const ports = await freePorts('KEYSTONE_PORT', 'GLANCE_PORT', 'PLACEMENT_PORT')
    cloud = await RegionOne.copy('staging', { ...ports, CHANGEOVER_RELEASE: '1.0' })
    await cloud.must('./staging/up.sh')
  })
  afterEach(() => cloud.remove())

  const report = (name: string) => readReport(join(cloud.release, 'reports', `${name}.xml`))

  test('comes up, passes its tests, and goes down', async () => {
    await cloud.must('./stand-ins/start.sh keystone glance placement')
    for (const name of ['keystone', 'glance', 'placement', 'together']) await cloud.must(`./tests/${name}.sh`)
    expect(await report('keystone')).toMatchObject({ name: 'keystone', tests: '5', failures: '0' })
    expect(await report('glance')).toMatchObject({ name: 'glance', tests: '3', failures: '0' })
    expect(await report('together')).toMatchObject({ name: 'together', tests: '2', failures: '0' })
    await cloud.must('./staging/down.sh')
    expect((await cloud.run('./tests/placement.sh')).status).not.toBe(0)
  })

  test('needs nothing but what every Debian has, and the Node of Changeover', async () => {
    const tools = join(cloud.runDir, 'tools')
    await linkTools(tools)
    const env = { PATH: tools }
    for (const absent of ['curl', 'node']) {
      expect((await cloud.run(`command -v ${absent}`, env)).status).toBe(1)
    }
    await cloud.must('./staging/up.sh', env)
    await cloud.must('./stand-ins/start.sh keystone glance placement', env)
    for (const name of ['keystone', 'glance', 'placement', 'together']) {
      await cloud.must(`./tests/${name}.sh`, env)
    }
    await cloud.must('./probes/token-round-trip.sh "http://127.0.0.1:$KEYSTONE_PORT/v3"', env)
    await cloud.must('./staging/down.sh', env)
  })

  test('a service that is down fails its tests, and the report says which', async () => {
    await cloud.must('./stand-ins/start.sh keystone placement')
    expect((await cloud.run('./tests/glance.sh')).status).toBe(1)
    const { tests, failures } = await report('glance')
    expect({ tests, failures }).toEqual({ tests: '3', failures: '3' })
    expect((await cloud.run('./tests/together.sh')).status).toBe(1)
    const together = await report('together')
    expect(together.failures).toBe('1')
    expect(together.testcase.map(({ failure }) => failure?.message)).toEqual(['exit status 1', undefined])
  })

  test('down is good whether or not anything was up', async () => {
    await cloud.must('./staging/down.sh')
    await cloud.must('./staging/down.sh')
  })

  test('the token round trip fails when the password is wrong, and when the service does not answer', async () => {
    await cloud.must('./stand-ins/start.sh keystone')
    const probe = './probes/token-round-trip.sh "http://127.0.0.1:$KEYSTONE_PORT/v3"'
    await cloud.must(probe)
    expect((await cloud.run(probe, { OS_PASSWORD: 'wrong "\\' })).status).not.toBe(0)
    await cloud.must('./stand-ins/stop.sh')
    expect((await cloud.run(probe)).status).not.toBe(0)
  })
})

/** The commands that the scripts may use, all of packages that Debian calls essential, in a folder by themselves. */
async function linkTools(folder: string): Promise<void> {
  const coreutils = 'basename cat cp dirname head ln mkdir mktemp nohup rm sleep tail tr'
  await mkdir(folder, { recursive: true })
  for (const name of ['bash', 'grep', 'sed', 'setsid', ...coreutils.split(' ')]) {
    const path = (process.env.PATH ?? '').split(delimiter).map((entry) => join(entry, name))
    const target = path.find((candidate) => existsSync(candidate))
    if (target !== undefined) await symlink(target, join(folder, name))
  }
}

test('a JUnit report stays well-formed whatever a check is called and prints', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'junit-'))
  try {
    const script = `
      . "$1"
      says() { printf '%s\\a' "$1"; return 3; }
      junit_suite 'a "suite" & more'
      check '<b> & "c"' true
      check 'fails' says '</failure> & ]]>'
      junit_write "$2/deep/report.xml"`
    const library = join(examples, 'region-one/tests/junit.sh')
    expect(() =>
      execFileSync('bash', ['-euo', 'pipefail', '-c', script, 'bash', library, folder], { stdio: 'pipe' }),
    ).toThrow()
    const suite = await readReport(join(folder, 'deep/report.xml'))
    expect(suite).toMatchObject({ name: 'a "suite" & more', tests: '2', failures: '1' })
    expect(suite.testcase.map(({ name }) => name)).toEqual(['<b> & "c"', 'fails'])
    expect(suite.testcase[1]?.failure).toEqual({ message: 'exit status 3', '#text': '</failure> & ]]>' })
  } finally {
    await rm(folder, { recursive: true })
  }
})
