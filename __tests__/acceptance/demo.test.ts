import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { connect } from 'node:net'
import { delimiter, dirname, join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { haproxyPath } from '../rig/haproxy.js'
import { patient } from '../support/pace.js'
import { until } from '../support/until.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()

/** All that the demo may need beside Node, Git and bash: GNU coreutils. No grep, sed, awk, curl, ps or setsid. */
const COREUTILS =
  'basename cat chmod cp cut date dirname env false head install ln ls mkdir mktemp mv nohup od printf readlink realpath rm rmdir sha256sum sleep sort stat tail tee test timeout touch tr true uname uniq wc'

describe('./script/demo', () => {
  test('runs with node, git, bash and coreutils alone, and leaves nothing behind', async () => {
    const site = await own(Site.of({ 'a.txt': '' }))
    const demo = await startDemo(site, { PATH: await frugalPath(site) })
    await until('it deploys', () => demo.output().includes('$ changeover deploy'))
    const ports = await portsInUse(site)
    expect(ports.length).toBeGreaterThanOrEqual(9)
    const exitCode = await demo.ended
    expect({ exitCode, output: demo.output() }).toEqual({
      exitCode: 0,
      output: expect.stringContaining('Summary'),
    })
    const steps = demo.output().split('Summary')[1] ?? ''
    expect(steps.match(/✔/g)?.length).toBeGreaterThanOrEqual(10)
    expect(steps).not.toContain('✖')
    for (const version of ['1.0.0', '2.0.0']) expect(demo.output()).toContain(`x-release: ${version}`)
    await expectNothingLeft(site, ports)
  })

  test('stops cleanly on Ctrl-C during the changeover', async () => {
    const site = await own(Site.of({ 'a.txt': '' }))
    const demo = await startDemo(site)
    await until('2.0.0 is live', () => demo.output().includes('✔ Shift traffic to green'))
    const ports = await portsInUse(site)
    const interrupted = performance.now()
    process.kill(-demo.pid, 'SIGINT') // a terminal sends it to the whole process group
    expect(await demo.ended).not.toBe(0)
    expect(performance.now() - interrupted).toBeLessThan(patient(15_000))
    expect(demo.output()).toContain('Stopped.')
    await expectNothingLeft(site, ports)
  })

  const withHaproxy = haproxyPath() === undefined ? test.skip : test
  withHaproxy('--router haproxy (needs HAProxy): no request of a thousand and more fails', async () => {
    const site = await own(Site.of({ 'a.txt': '' }))
    const demo = await startDemo(site, {}, ['--router', 'haproxy'])
    const exitCode = await demo.ended
    expect({ exitCode, output: demo.output() }).toEqual({
      exitCode: 0,
      output: expect.stringContaining('Summary'),
    })
    const steps = [...demo.output().matchAll(/(\d+) of (\d+) requests failed/g)].map(([, failed, sent]) => ({
      failed: Number(failed),
      sent: Number(sent),
    }))
    expect(steps).toHaveLength(3) // two deploys and a rollback
    expect(steps.every(({ failed }) => failed === 0)).toBe(true)
    expect(steps.reduce((sum, { sent }) => sum + sent, 0)).toBeGreaterThanOrEqual(1_000)
    await expectNothingLeft(site, [])
  })
})

interface RunningDemo {
  pid: number
  ended: Promise<number | null>
  output(): string
}

async function startDemo(
  site: Site,
  env: Record<string, string> = {},
  args: string[] = [],
): Promise<RunningDemo> {
  const child = spawn(resolve('script/demo'), args, {
    cwd: site.root,
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: site.env.HOME, TMPDIR: site.env.TMPDIR, ...env },
    detached: true, // a process group of its own, as a shell gives to what it starts
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  }
  const ended = new Promise<number | null>((done, reject) => {
    child.once('error', reject)
    child.once('close', done)
  })
  return { pid: child.pid ?? 0, ended, output: () => output }
}

/** A folder with links to the few programs that the demo asks for. */
async function frugalPath(site: Site): Promise<string> {
  const bin = join(site.root, 'bin')
  await mkdir(bin)
  const node = dirname(resolve('node_modules/node/bin/node'))
  for (const name of ['node', 'git', 'bash', ...COREUTILS.split(' ')]) {
    const program = await firstIn([node, ...(process.env.PATH ?? '').split(delimiter)], name)
    if (program !== undefined) await symlink(program, join(bin, name))
  }
  return bin
}

async function firstIn(folders: string[], name: string): Promise<string | undefined> {
  for (const folder of folders) {
    if ((await readdir(folder).catch((): string[] => [])).includes(name)) return join(folder, name)
  }
  return undefined
}

/** The ports that the demo gave to its services, from the environment of one of its commands. */
async function portsInUse(site: Site): Promise<number[]> {
  let ports: number[] = []
  await until('a command of the demo runs', async () => {
    for (const pid of (await site.processes()).keys()) {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
      ports = [...environment.matchAll(/REGION_ONE_\w+_PORT=(\d+)/g)].map(([, port]) => Number(port))
      if (ports.length > 0) return true
    }
    return false
  })
  return ports
}

async function expectNothingLeft(site: Site, ports: number[]): Promise<void> {
  expect(await site.processes()).toEqual(new Map())
  const left = (await readdir(join(site.root, 't'), { recursive: true })).filter(
    (name) => !/^(?:changeover-\d+$|node-compile-cache)/.test(name),
  )
  expect(left).toEqual([]) // no folder of the demo's, no socket
  for (const port of ports) expect({ port, listens: await listens(port) }).toEqual({ port, listens: false })
}

function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const connection = connect({ host: '127.0.0.1', port })
    connection.once('connect', () => {
      connection.destroy()
      done(true)
    })
    connection.once('error', () => done(false))
  })
}
