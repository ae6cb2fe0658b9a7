import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createRouter } from '../../../src/drivers/routers/create.js'
import { type LocalRouter, type LocalRouterOptions, localRouter } from '../../../src/drivers/routers/local.js'
import { askHttp } from '../../../src/platform/http.js'
import { freePort } from '../../rig/ports.js'
import { startTextServer, startTraffic } from './traffic.js'

const FORWARDER = resolve('src/drivers/routers/local-forwarder.ts')
const ESBUILD = resolve('node_modules/.bin/esbuild')

interface Service {
  listen: string
  blue: string
  green: string
}

describe('the local router', () => {
  let dir: string
  let stateDir: string
  const stops: (() => Promise<unknown>)[] = []

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'changeover-local-'))
    stateDir = join(dir, 'state')
  })
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
    await rm(dir, { recursive: true, force: true })
  })

  const address = (port: number) => `127.0.0.1:${port}`
  const urlOf = ({ listen }: Service) => `http://${listen}/`
  const bodyOf = async (service: Service) => (await askHttp({ url: urlOf(service), timeoutMs: 2_000 })).body

  /** A service that answers with its name and color. */
  const addService = async (name: string): Promise<Service> => {
    const [listen, blue, green] = [await freePort(), await freePort(), await freePort()]
    for (const [color, port] of Object.entries({ blue, green })) {
      stops.push((await startTextServer(`${name} ${color}`, port)).stop)
    }
    return { listen: address(listen), blue: address(blue), green: address(green) }
  }
  const addRouter = (
    services: Record<string, Service>,
    changes: Partial<LocalRouterOptions> = {},
  ): LocalRouter => {
    const options = { stateDir, forwarder: FORWARDER, timeoutMs: 4_000, temporaryFolder: dir, ...changes }
    const router = localRouter({ services }, options)
    stops.push(() => router.stop())
    return router
  }
  const addServer = async (server: Server): Promise<string> => {
    const port = await freePort()
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    stops.push(async () => server.close())
    return address(port)
  }
  const pid = async () => Number(await readFile(join(stateDir, 'pid'), 'utf8'))

  test('sends nobody anywhere until it is started; then switches two services at once', async () => {
    const services = { keystone: await addService('keystone'), glance: await addService('glance') }
    const router = addRouter(services)
    expect(await router.current()).toBe('none')

    await router.switchTo('blue')
    expect(await router.current()).toBe('blue')
    expect(await bodyOf(services.keystone)).toBe('keystone blue')
    expect(await bodyOf(services.glance)).toBe('glance blue')

    await router.switchTo('green')
    expect(await router.current()).toBe('green')
    expect(await bodyOf(services.keystone)).toBe('keystone green')
    expect(await bodyOf(services.glance)).toBe('glance green')
    expect(await readFile(join(stateDir, 'color'), 'utf8')).toBe('green\n')
  })

  test('forty switches under constant new connections fail nobody', async () => {
    const keystone = await addService('keystone')
    const router = addRouter({ keystone })
    await router.switchTo('blue')
    const traffic = startTraffic(urlOf(keystone), 4)
    for (let round = 0; round < 20; round += 1) {
      await router.switchTo('green')
      await new Promise((resolve) => setTimeout(resolve, 20))
      await router.switchTo('blue')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { bodies, failures } = await traffic.stop()
    expect(failures).toEqual([])
    expect(bodies['keystone blue']).toBeGreaterThan(40)
    expect(bodies['keystone green']).toBeGreaterThan(40)
  })

  test('an open connection stays with its color, and survives the switch', async () => {
    const keystone = await addService('keystone')
    keystone.blue = await addServer(echoServer())
    const router = addRouter({ keystone })
    await router.switchTo('blue')
    const client = await connected(keystone.listen)
    expect(await roundTrip(client, 'before')).toBe('before')
    await router.switchTo('green')
    expect(await roundTrip(client, 'after')).toBe('after')
    expect(await bodyOf(keystone)).toBe('keystone green')
    client.destroy()
  })

  test('a client that has said everything still gets the whole answer, and the other way round', async () => {
    const large = Buffer.alloc(3_000_000, 'x')
    const answersAtEnd = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => socket.destroy()) // the router's own question: is anybody there?
      let bytes = 0
      socket.on('data', (chunk) => {
        bytes += chunk.length
      })
      socket.on('end', () => {
        socket.write(large)
        socket.end(String(bytes))
      })
    })
    let heard = 0
    const endsFirst = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => socket.destroy())
      socket.end('bye')
      socket.on('data', (chunk) => {
        heard += chunk.length
      })
    })
    const keystone = { listen: address(await freePort()), blue: '', green: '' }
    keystone.blue = await addServer(answersAtEnd)
    keystone.green = await addServer(endsFirst)
    const router = addRouter({ keystone })
    await router.switchTo('blue')
    const asker = await connected(keystone.listen)
    asker.end(large)
    expect(await everything(asker)).toBe(`${large}${large.length}`)

    await router.switchTo('green')
    const talker = await connected(keystone.listen)
    expect(await everything(talker)).toBe('bye')
    talker.end(large)
    await until(async () => heard === large.length)
  })

  test('a target that is down closes the connections to it, and the forwarder lives on', async () => {
    const keystone = { ...(await addService('keystone')), green: address(await freePort()) }
    const router = addRouter({ keystone })
    await router.start('green')
    for (let round = 0; round < 3; round += 1) {
      await expect(bodyOf(keystone)).rejects.toMatchObject({ kind: 'reset' })
    }
    expect(await router.current()).toBe('green')
    await router.switchTo('blue')
    expect(await bodyOf(keystone)).toBe('keystone blue')
    expect(await readFile(join(stateDir, 'forwarder.log'), 'utf8')).toContain(`keystone: ${keystone.green}: `)
  })

  test('refuses a color that nobody serves, before anything is moved', async () => {
    const keystone = await addService('keystone')
    const glance = { ...(await addService('glance')), green: address(await freePort()) }
    const router = addRouter({ keystone, glance })
    const expected = {
      code: 'target_unhealthy',
      node: 'glance',
      message: `glance: nobody accepts connections at ${glance.green} (ECONNREFUSED).`,
    }
    await expect(router.switchTo('green')).rejects.toMatchObject(expected)
    expect(await router.current()).toBe('none') // it was not even started
    await router.switchTo('blue')
    await expect(router.switchTo('green')).rejects.toMatchObject(expected)
    expect(await router.current()).toBe('blue')
  })

  test('stop ends it, closes its connections and frees its ports', async () => {
    const keystone = await addService('keystone')
    keystone.blue = await addServer(echoServer())
    const router = addRouter({ keystone })
    await router.stop() // nothing runs yet
    await router.switchTo('blue')
    const client = await connected(keystone.listen)
    const ended = everything(client)
    const running = await pid()
    await router.stop()
    await ended
    await addServerAt(keystone.listen)
    expect(await router.current()).toBe('none')
    expect(existsSync(join(stateDir, 'pid'))).toBe(false)
    await until(async () => !isRunning(running))
  })

  test('SIGTERM ends it in the same way', async () => {
    const keystone = await addService('keystone')
    const router = addRouter({ keystone })
    await router.switchTo('blue')
    const running = await pid()
    process.kill(running, 'SIGTERM')
    await until(async () => !isRunning(running))
    expect(await router.current()).toBe('none')
    await addServerAt(keystone.listen)
  })

  test('a forwarder that was killed sends nobody anywhere; the next start takes over its stale socket', async () => {
    const keystone = await addService('keystone')
    const router = addRouter({ keystone })
    await router.switchTo('green')
    const killed = await pid()
    process.kill(killed, 'SIGKILL')
    await until(async () => !isRunning(killed))
    const { socket } = JSON.parse(await readFile(join(stateDir, 'forwarder.json'), 'utf8'))
    expect(existsSync(socket)).toBe(true)
    expect(await router.current()).toBe('none')
    await router.switchTo('green')
    expect(await router.current()).toBe('green')
    expect(await bodyOf(keystone)).toBe('keystone green')
  })

  test('a port that another program has', async () => {
    const keystone = await addService('keystone')
    const router = addRouter({ keystone })
    await addServerAt(keystone.listen)
    await expect(router.switchTo('blue')).rejects.toMatchObject({
      code: 'router_refused',
      node: 'keystone',
      message: expect.stringContaining(`cannot listen at ${keystone.listen}: another program does`),
      remedy: expect.stringContaining('ss -ltnp'),
    })
    expect(await router.current()).toBe('none')
  })

  /** A script that switches to green in a process of its own, from bundles as they are shipped. */
  const starterOf = async (keystone: Service): Promise<string> => {
    const bundle = (entry: string) =>
      promisify(execFile)(ESBUILD, [
        resolve(`src/drivers/routers/${entry}.ts`),
        '--bundle',
        '--platform=node',
        '--format=esm',
        `--outfile=${join(dir, `${entry}.mjs`)}`,
        '--log-level=warning',
      ])
    await Promise.all([bundle('local'), bundle('local-forwarder')])
    const options = { stateDir, forwarder: join(dir, 'local-forwarder.mjs'), temporaryFolder: dir }
    const arguments_ = [{ services: { keystone } }, options].map((value) => JSON.stringify(value))
    const script = join(dir, 'starter.mjs')
    const text = `import { localRouter } from './local.mjs'\nawait localRouter(${arguments_}).switchTo('green')`
    await writeFile(script, text)
    return script
  }
  const runStarter = (script: string) =>
    promisify(execFile)(process.execPath, [script], { env: { SECRET: 'hush' }, timeout: 8_000 })

  test('outlives the process that started it, which ends at once, and has none of its secrets', async () => {
    const keystone = await addService('keystone')
    const router = addRouter({ keystone })
    await runStarter(await starterOf(keystone))
    expect(await router.current()).toBe('green')
    expect(await bodyOf(keystone)).toBe('keystone green')
    if (existsSync('/proc/self/environ')) {
      expect(await readFile(`/proc/${await pid()}/environ`, 'utf8')).not.toContain('hush')
    }
  })

  test('three starters at once end up with one forwarder', async () => {
    const keystone = await addService('keystone')
    const router = addRouter({ keystone })
    const script = await starterOf(keystone)
    await Promise.all([1, 2, 3].map(() => runStarter(script)))
    expect(await router.current()).toBe('green')
    const running = await pid()
    const log = await readFile(join(stateDir, 'forwarder.log'), 'utf8')
    expect(log.match(/pid \d+ forwards to/g)).toEqual([`pid ${running} forwards to`])
    await router.stop()
    await addServerAt(keystone.listen) // nobody else holds it
  })

  test('settings that changed since the start are not taken for the running ones', async () => {
    const keystone = await addService('keystone')
    await addRouter({ keystone }).switchTo('blue')
    const otherTargets = addRouter({ keystone: { ...keystone, green: keystone.blue, blue: keystone.green } })
    const expected = {
      code: 'router_misconfigured',
      message: expect.stringContaining('started with other targets'),
      remedy: expect.stringContaining(`kill ${await pid()}`),
    }
    await expect(otherTargets.check('green')).rejects.toMatchObject(expected)
    await expect(otherTargets.switchTo('green')).rejects.toMatchObject(expected)
    expect(await bodyOf(keystone)).toBe('keystone blue')

    const moved = addRouter({ keystone: { ...keystone, listen: address(await freePort()) } })
    await expect(moved.switchTo('green')).rejects.toMatchObject({
      code: 'router_misconfigured',
      message: expect.stringContaining('started with other addresses'),
    })
    await moved.stop() // of the one that was started with this state folder
    await moved.switchTo('green')
    expect(await moved.current()).toBe('green')
  })

  test("a socket folder that others can write to, or that is not one's own, is refused", async () => {
    const router = addRouter({ keystone: await addService('keystone') })
    const folder = join(dir, `changeover-${process.getuid?.()}`)
    await mkdir(folder)
    await chmod(folder, 0o777)
    const expected = { code: 'router_misconfigured', message: expect.stringContaining('yours alone') }
    await expect(router.current()).rejects.toMatchObject(expected)
    await rm(folder, { recursive: true })
    await writeFile(folder, '')
    await expect(router.switchTo('blue')).rejects.toMatchObject(expected)
    await rm(folder)
    expect(await router.current()).toBe('none')
  })

  test('a socket path that is too long is refused', async () => {
    const router = localRouter(
      { services: { keystone: await addService('keystone') } },
      { stateDir, forwarder: FORWARDER, temporaryFolder: join(dir, 'x'.repeat(80)) },
    )
    await expect(router.current()).rejects.toMatchObject({
      code: 'router_misconfigured',
      remedy: expect.stringContaining('TMPDIR'),
    })
  })

  test('a forwarder that does not come up is named with its log', async () => {
    const keystone = await addService('keystone')
    const forwarder = join(dir, 'absent.js')
    const router = localRouter({ services: { keystone } }, { stateDir, forwarder, temporaryFolder: dir })
    await expect(router.switchTo('blue')).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringContaining('ended at once with exit status 1'),
      remedy: expect.stringContaining('forwarder.log'),
    })
  })

  test.each([
    { listen: '5000', blue: '127.0.0.1:1', green: '127.0.0.1:2' },
    { listen: '127.0.0.1:3', blue: '127.0.0.1:3', green: '127.0.0.1:2' },
    { listen: '127.0.0.1:3', blue: '127.0.0.1:1', green: 'http://127.0.0.1:2' },
  ])('refuses the addresses %j', (service) => {
    const settings = { local: { services: { keystone: service } } }
    expect(() => createRouter(settings, { stateDir, forwarder: FORWARDER })).toThrow(
      expect.objectContaining({ code: 'bad_router_address' }),
    )
  })

  const addServerAt = async (listen: string): Promise<void> => {
    const server = createServer()
    server.listen(Number(listen.split(':')[1]), '127.0.0.1')
    await once(server, 'listening')
    stops.push(async () => server.close())
  }
})

/** Says what it hears. */
function echoServer(): Server {
  return createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.pipe(socket)
  })
}

async function connected(listen: string): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: Number(listen.split(':')[1]), allowHalfOpen: true })
  socket.on('error', () => socket.destroy())
  await once(socket, 'connect')
  return socket
}

async function roundTrip(socket: Socket, text: string): Promise<string> {
  socket.write(text)
  const [chunk] = await once(socket, 'data')
  return String(chunk)
}

/** All that comes until the other side ends. */
async function everything(socket: Socket): Promise<string> {
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  await once(socket, 'end')
  return Buffer.concat(chunks).toString()
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5_000
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not come true')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
