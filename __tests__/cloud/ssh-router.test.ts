import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, lstat, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import { type HaproxyOptions, haproxyRouter } from '../../src/drivers/routers/haproxy/router.js'
import { SshSession } from '../../src/drivers/routers/haproxy/ssh-session.js'
import { conformance } from '../integration/drivers/routers/conformance.js'
import {
  type Lab,
  type LabNode,
  MAP,
  MAP_FILE,
  startLab,
} from '../integration/drivers/routers/haproxy-lab.js'
import { haproxyRig } from '../integration/drivers/routers/rigs.js'
import { haproxyPath } from '../rig/haproxy.js'
import { until } from '../support/until.js'
import { type RunningSshd, SSHD, startSshd } from './sshd.js'

const missing = [haproxyPath() ? [] : ['haproxy'], existsSync(SSHD) ? [] : ['openssh-server']].flat()
const suite = missing.length === 0 ? describe : describe.skip
const why = missing.length === 0 ? '' : ` (skipped: not installed: ${missing.join(', ')})`

let sshd: RunningSshd
let end: AbortController
beforeAll(async () => {
  if (missing.length === 0) sshd = await startSshd()
})
afterAll(() => sshd?.stop())
beforeEach(() => {
  end = new AbortController()
})
afterEach(() => end.abort())

const address = (path: string) => `ssh://127.0.0.1:${sshd.port}${path}`
const options = (changes: HaproxyOptions['ssh'] = {}): HaproxyOptions => ({
  ssh: { configFile: sshd.config, signal: end.signal, ...changes },
})

suite(`nodes that ssh reaches${why}`, () => {
  conformance(() => haproxyRig('map', address, { ...options(), timeoutMs: 1_500 }), false)
})

suite(`the ssh connection of a router${why}`, () => {
  let lab: Lab
  let node: LabNode
  beforeEach(async () => {
    lab = await startLab()
    node = await lab.addNode()
  })
  afterEach(() => lab.stop())

  const router = (changes: { socket?: string; ssh?: HaproxyOptions['ssh'] } = {}) =>
    haproxyRouter(
      { nodes: [{ socket: changes.socket ?? address(node.socket), map_file: node.mapFile }], map: MAP },
      options(changes.ssh),
    )

  test('is one for all that is asked, and ends with the signal', async () => {
    const before = await sshd.connections()
    const one = router()
    await Promise.all([one.current(), one.current(), one.check('green')])
    await one.shiftTo('green')
    expect((await sshd.connections()) - before).toBe(1)
    expect(await node.file()).toBe(MAP_FILE.replaceAll('_blue', '_green'))
    end.abort()
    await until('the change is seen', async () => (await sshd.connections()) === before)
  })

  test('is made anew after it broke', async () => {
    const session = new SshSession(
      'lb1',
      { user: undefined, host: '127.0.0.1', port: sshd.port, path: node.socket },
      {
        timeoutMs: 3_000,
        configFile: sshd.config,
        signal: end.signal,
      },
    )
    const first = await session.socket()
    await session.close()
    expect(existsSync(dirname(first))).toBe(false)
    const second = await session.socket()
    expect(second).not.toBe(first)
    expect(existsSync(second)).toBe(true)
    await session.close()
  })

  test.each(['by itself', 'killed'])('ends with the process that made it, which ends %s', async (how) => {
    const before = await sshd.connections()
    const script = join(lab.dir, 'session.mjs')
    await build({
      entryPoints: ['src/drivers/routers/haproxy/ssh-session.ts'],
      outfile: script,
      bundle: true,
      format: 'esm',
      platform: 'node',
    })
    const target = { host: '127.0.0.1', port: sshd.port, path: node.socket }
    const settings = { timeoutMs: 3_000, configFile: sshd.config, temporaryFolder: lab.dir }
    const code = `const { SshSession } = await import(${JSON.stringify(script)})
      await new SshSession('lb1', ${JSON.stringify(target)}, ${JSON.stringify(settings)}).socket()
      console.log('connected')
      ${how === 'killed' ? 'setInterval(() => {}, 1000)' : ''}`
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exit = once(child, 'exit')
    try {
      await once(child.stdout, 'data')
      if (how === 'by itself') {
        expect(await exit).toEqual([0, null])
        expect((await readdir(lab.dir)).filter((name) => name.startsWith('changeover-ssh-'))).toEqual([])
      } else expect(await sshd.connections()).toBe(before + 1)
    } finally {
      child.kill('SIGKILL')
    }
    await until('the change is seen', async () => (await sshd.connections()) === before)
  })

  test('a symbolic link and the rights of the map file stay, and nothing lies beside it', async () => {
    const real = join(lab.dir, "real map's file")
    await rename(node.mapFile, real)
    await symlink(real, node.mapFile)
    await chmod(real, 0o640)
    await router().shiftTo('green')
    expect((await lstat(node.mapFile)).isSymbolicLink()).toBe(true)
    expect(await readFile(real, 'utf8')).toBe(MAP_FILE.replaceAll('_blue', '_green'))
    expect((await stat(real)).mode & 0o777).toBe(0o640)
    expect((await readdir(lab.dir)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('a map file of odd bytes comes back as it was', async () => {
    const odd = Buffer.concat([
      Buffer.from(MAP_FILE),
      Buffer.from([0x23, 0xff, 0xfe, 0x27, 0x24, 0x28, 0x0a]),
    ])
    await writeFile(node.mapFile, odd)
    await router().shiftTo('green')
    await router().shiftTo('blue')
    expect((await readFile(node.mapFile)).equals(odd)).toBe(true)
  })

  test('a map file that is not there is named', async () => {
    await rename(node.mapFile, `${node.mapFile}.away`)
    await expect(router().check('green')).rejects.toMatchObject({
      code: 'router_misconfigured',
      message: expect.stringMatching(/cannot be replaced: there is no such file/),
    })
  })

  test('a socket that is not there is named with the message of ssh', async () => {
    await expect(router({ socket: address('/run/absent.sock') }).current()).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringMatching(/ssh: .*open failed/),
    })
  })

  test('a host with an unknown key is refused', async () => {
    await expect(router({ ssh: { configFile: sshd.strangersConfig } }).current()).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringContaining('Host key verification failed'),
      remedy: expect.stringContaining('without a question'),
    })
  })

  test('a host that does not answer is named in time', async () => {
    await expect(router({ socket: 'ssh://127.0.0.1:9/run/haproxy.sock' }).current()).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringContaining('Connection refused'),
    })
  })
})
