import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { haproxyPath } from '../rig/haproxy.js'
import { validated } from '../unit/lint/folder.js'
import { CASES } from './judge-haproxy-cases.js'

const CORPUS = resolve(process.env.CHANGEOVER_CORPUS ?? '../shared/corpus')
/** Fragments of operators; HAProxy gets them with a frame around them and with their Jinja filled in. */
const FRAGMENTS = [
  'stackhpc-kayobe-config/etc/kayobe/kolla/config/haproxy/services.d/os_capacity.cfg',
  'osism-testbed/environments/kolla/files/overlays/haproxy/services.d/haproxy.cfg',
]

/** What HAProxy does with a configuration, and what the checks say of it. */
type Verdict = 'fine' | 'warning' | 'error'

/** Where the two do not agree, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'http-check that is ignored': 'HAProxy only warns, but every port that is open counts as healthy',
  'http-check beside tcp-check': 'HAProxy only warns, but the service is never asked',
  'a check that sends nothing': 'HAProxy starts, and all servers are down',
  'http-check in defaults that nobody uses': 'HAProxy starts, and every port that is open counts as healthy',
  'two frontends on one address': 'HAProxy starts, and each of them gets about half of the connections',
  'nbproc of old': 'HAProxy 2.4 still takes it',
  'a timeout of milliseconds': 'HAProxy does what is written, which nobody means',
  'a server without a check': 'HAProxy does what is written; requests fail when the server stops',
  'statistics for everybody': 'HAProxy does what is written; anybody can take servers out',
  'a peers section': 'only the machine knows its own name, under which it looks for itself',
  'a certificate': 'only the machine knows which files it has',
  'a user': 'only the machine knows its users',
  'a host name': 'only the resolver knows which names there are',
  'a map file': 'only the machine knows which files it has',
  'an error page': 'only the machine knows which files it has',
  'an expectation': 'values are not looked at',
  'a cookie in mode tcp': 'which HTTP features a TCP proxy ignores is only looked at for rules',
  'a log format in a backend': 'a log format that does nothing harms nobody',
}

const haproxy = haproxyPath()
const suite = haproxy ? describe : describe.skip

async function judged(path: string, text: string): Promise<Verdict> {
  await writeFile(path, text)
  return new Promise((done) => {
    // it also fails where nothing listens, which is no mistake of a fragment
    execFile(haproxy ?? '', ['-c', '-f', path], (_error, stdout, stderr) => {
      const output = `${stdout}${stderr}`
      if (output.includes('[ALERT]')) done('error')
      else done(output.includes('[WARNING]') ? 'warning' : 'fine')
    })
  })
}

async function checked(text: string): Promise<Verdict> {
  const { findings } = await validated({ 'haproxy.cfg': text })
  if (findings.some(({ severity }) => severity === 'error')) return 'error'
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'fine'
}

/** A fragment as kolla-ansible could have written it: every line once, on addresses of this machine. */
function rendered(text: string): string {
  const lines = text
    .replace(/\{%[\s\S]*?%\}/g, '')
    .replace(/^\s*\{\{.*\}\}\s*$/gm, '  bind 127.0.0.1:8140')
    .replace(/\{\{[^}]*(?:name|hostname)[^}]*\}\}/g, 'infra1')
    .replace(/\{\{[^}]*\}\}/g, '127.0.0.1')
    .replace(/ ssl crt \S+/g, '')
  return `global\n    log stdout local0\n    hard-stop-after 10m\ndefaults\n    log global\n    mode http\n    timeout connect 5s\n    timeout client 5s\n    timeout server 5s\n${lines}\n`
}

suite(haproxy ? 'haproxy -c' : 'haproxy -c (skipped: HAProxy is not installed)', () => {
  let folder: string
  const verdicts: { name: string; haproxy: Verdict; checks: Verdict }[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'changeover-judge-haproxy-'))
    const path = join(folder, 'haproxy.cfg')
    for (const [name, text] of Object.entries(CASES)) {
      verdicts.push({ name, haproxy: await judged(path, text), checks: await checked(text) })
    }
  }, 60_000)

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    const count = (says: Verdict, checks: Verdict) =>
      `${verdicts.filter((verdict) => verdict.haproxy === says && verdict.checks === checks).length}`.padStart(
        9,
      )
    const rows = (['error', 'warning', 'fine'] as const).map(
      (says) => `${says.padEnd(12)}${count(says, 'error')}${count(says, 'warning')}${count(says, 'fine')}`,
    )
    console.log(
      [`${verdicts.length} configurations`, 'haproxy -c     error  warning     fine', ...rows].join('\n'),
    )
  })

  test('the checks say what HAProxy says, where nothing else is explained', () => {
    const unexplained = verdicts.filter(
      ({ name, haproxy, checks }) => haproxy !== checks && !Object.hasOwn(EXPLAINED, name),
    )
    expect(unexplained).toEqual([])
  })

  test('every explanation is still needed', () => {
    const agreed = verdicts.filter(({ haproxy, checks }) => haproxy === checks).map(({ name }) => name)
    const known = new Set(verdicts.map(({ name }) => name))
    expect(Object.keys(EXPLAINED).filter((name) => !known.has(name) || agreed.includes(name))).toEqual([])
  })

  test('has enough of each to say something', () => {
    for (const says of ['error', 'warning', 'fine'] as const) {
      expect(verdicts.filter((verdict) => verdict.haproxy === says).length).toBeGreaterThan(10)
    }
  })

  const present = existsSync(CORPUS)
  const fragments = present ? test.each(FRAGMENTS) : test.skip.each(FRAGMENTS)
  fragments(present ? '%s' : '%s (skipped: no corpus; set CHANGEOVER_CORPUS to its folder)', async (file) => {
    const text = rendered(await readFile(join(CORPUS, file), 'utf8'))
    const [says, checks] = [await judged(join(folder, 'fragment.cfg'), text), await checked(text)]
    expect({ says, checks }).toEqual({ says: 'fine', checks: 'fine' })
  })
})
