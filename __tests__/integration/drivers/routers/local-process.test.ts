import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { localRouter } from '../../../../src/drivers/routers/local/router.js'
import { hasEnded } from '../../../../src/platform/process-tree.js'
import { until } from '../../../support/until.js'
import {
  bodyOf,
  connected,
  echoServer,
  everything,
  isRunning,
  type LocalLab,
  type Service,
  startLocalLab,
} from './local-lab.js'

const ESBUILD = resolve('node_modules/.bin/esbuild')

/** Answers "stop" at once, and exits half a second later. */
const LINGERING_FORWARDER = `
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
const { socket, stateDir, color, services } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
writeFileSync(stateDir + '/pid', String(process.pid))
createServer((client) => client.once('data', (line) => {
  client.end(JSON.stringify({ pid: process.pid, color, services }))
  if (JSON.parse(line).do === 'stop') setTimeout(() => process.exit(0), 500)
})).listen(socket, () => process.send({ ready: true }, () => process.disconnect()))
`

describe('the process of the local router', () => {
  let lab: LocalLab
  beforeEach(async () => {
    lab = await startLocalLab()
  })
  afterEach(() => lab.stop())

  test('stop ends it, closes its connections and frees its ports', async () => {
    const keystone = await lab.addService('keystone')
    keystone.blue = await lab.addServer(echoServer())
    const router = lab.addRouter({ keystone })
    await router.stop() // nothing runs yet
    await router.shiftTo('blue')
    const client = await connected(keystone.listen)
    const ended = everything(client)
    const running = await lab.pid()
    await router.stop()
    await ended
    await lab.addServerAt(keystone.listen)
    expect(await router.current()).toBe('none')
    expect(existsSync(join(lab.stateDir, 'pid'))).toBe(false)
    expect(await hasEnded(running)).toBe(true)
  })

  test('stop waits until the process is gone, however long after its answer that is', async () => {
    const keystone = await lab.addService('keystone')
    const forwarder = join(lab.dir, 'lingers.mjs')
    await writeFile(forwarder, LINGERING_FORWARDER)
    const router = lab.addRouter({ keystone }, { forwarder })
    await router.start('blue')
    const running = await lab.pid()
    await router.stop()
    expect(await hasEnded(running)).toBe(true)
  })

  test('a process that exits before it answers has been stopped', async () => {
    const keystone = await lab.addService('keystone')
    const forwarder = join(lab.dir, 'exits.mjs')
    await writeFile(
      forwarder,
      LINGERING_FORWARDER.replace(
        'client.end(',
        "if (String(line).includes('stop')) process.exit(0)\n  client.end(",
      ),
    )
    const router = lab.addRouter({ keystone }, { forwarder })
    await router.start('blue')
    await router.stop()
    expect(await router.current()).toBe('none')
  })

  test('a process that does not exit is named', async () => {
    const keystone = await lab.addService('keystone')
    const forwarder = join(lab.dir, 'lingers.mjs')
    await writeFile(forwarder, LINGERING_FORWARDER)
    const router = lab.addRouter({ keystone }, { forwarder })
    await router.start('blue')
    const running = await lab.pid()
    const { stateDir, dir: temporaryFolder } = lab
    const impatient = localRouter(
      { services: { keystone } },
      { stateDir, forwarder, temporaryFolder, timeoutMs: 100 },
    )
    await expect(impatient.stop()).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringContaining(`process ${running}`),
      remedy: expect.stringContaining(`kill -KILL ${running}`),
    })
  })

  test('SIGTERM ends it in the same way', async () => {
    const keystone = await lab.addService('keystone')
    const router = lab.addRouter({ keystone })
    await router.shiftTo('blue')
    const running = await lab.pid()
    process.kill(running, 'SIGTERM')
    await until('it has ended', async () => !isRunning(running))
    expect(await router.current()).toBe('none')
    await lab.addServerAt(keystone.listen)
  })

  test('a forwarder that was killed forwards nothing; the next start takes over its stale socket', async () => {
    const keystone = await lab.addService('keystone')
    const router = lab.addRouter({ keystone })
    await router.shiftTo('green')
    const killed = await lab.pid()
    process.kill(killed, 'SIGKILL')
    await until('it has ended', async () => !isRunning(killed))
    const { socket } = JSON.parse(await readFile(join(lab.stateDir, 'forwarder.json'), 'utf8'))
    expect(existsSync(socket)).toBe(true)
    expect(await router.current()).toBe('none')
    await router.shiftTo('green')
    expect(await router.current()).toBe('green')
    expect(await bodyOf(keystone)).toBe('keystone green')
  })

  test('a port that another program has', async () => {
    const keystone = await lab.addService('keystone')
    const router = lab.addRouter({ keystone })
    await lab.addServerAt(keystone.listen)
    await expect(router.shiftTo('blue')).rejects.toMatchObject({
      code: 'router_refused',
      node: 'keystone',
      message: expect.stringContaining(`cannot listen at ${keystone.listen}: another program listens there`),
      remedy: expect.stringContaining('ss -ltnp'),
    })
    expect(await router.current()).toBe('none')
  })

  /** A script that shifts to green in a process of its own, from bundles as they are shipped. */
  const starterOf = async (keystone: Service): Promise<string> => {
    const bundle = (entry: string) =>
      promisify(execFile)(ESBUILD, [
        resolve(`src/drivers/routers/local/${entry}.ts`),
        '--bundle',
        '--platform=node',
        '--format=esm',
        `--outfile=${join(lab.dir, `${entry}.mjs`)}`,
        '--log-level=warning',
      ])
    await Promise.all([bundle('router'), bundle('forwarder')])
    const options = {
      stateDir: lab.stateDir,
      forwarder: join(lab.dir, 'forwarder.mjs'),
      temporaryFolder: lab.dir,
    }
    const arguments_ = [{ services: { keystone } }, options].map((value) => JSON.stringify(value))
    const script = join(lab.dir, 'starter.mjs')
    const text = `import { localRouter } from './router.mjs'\nawait localRouter(${arguments_}).shiftTo('green')`
    await writeFile(script, text)
    return script
  }
  const runStarter = (script: string) =>
    promisify(execFile)(process.execPath, [script], { env: { SECRET: 'hush' }, timeout: 8_000 })

  test('outlives the process that started it, which ends at once, and has none of its secrets', async () => {
    const keystone = await lab.addService('keystone')
    const router = lab.addRouter({ keystone })
    await runStarter(await starterOf(keystone))
    expect(await router.current()).toBe('green')
    expect(await bodyOf(keystone)).toBe('keystone green')
    if (existsSync('/proc/self/environ')) {
      expect(await readFile(`/proc/${await lab.pid()}/environ`, 'utf8')).not.toContain('hush')
    }
  })

  test('three starts at once result in one forwarder', async () => {
    const keystone = await lab.addService('keystone')
    const router = lab.addRouter({ keystone })
    const script = await starterOf(keystone)
    await Promise.all([1, 2, 3].map(() => runStarter(script)))
    expect(await router.current()).toBe('green')
    const running = await lab.pid()
    const log = await readFile(join(lab.stateDir, 'forwarder.log'), 'utf8')
    expect(log.match(/pid \d+ forwards to/g)).toEqual([`pid ${running} forwards to`])
    await router.stop()
    await lab.addServerAt(keystone.listen) // nobody else holds it
  })
})
