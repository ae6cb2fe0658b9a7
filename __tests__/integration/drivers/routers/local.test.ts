import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { localRouter } from '../../../../src/drivers/routers/local/router.js'
import { freePort } from '../../../rig/ports.js'
import { until } from '../../../support/until.js'
import {
  bodyOf,
  connected,
  echoServer,
  everything,
  FORWARDER,
  type LocalLab,
  local,
  roundTrip,
  startLocalLab,
  urlOf,
} from './local-lab.js'
import { startTraffic } from './traffic.js'

describe('the local router', () => {
  let lab: LocalLab
  beforeEach(async () => {
    lab = await startLocalLab()
  })
  afterEach(() => lab.stop())

  test('forwards nothing until it is started; then shifts two services at once', async () => {
    const services = { keystone: await lab.addService('keystone'), glance: await lab.addService('glance') }
    const router = lab.addRouter(services)
    expect(await router.current()).toBe('none')

    await router.shiftTo('blue')
    expect(await router.current()).toBe('blue')
    expect(await bodyOf(services.keystone)).toBe('keystone blue')
    expect(await bodyOf(services.glance)).toBe('glance blue')

    await router.shiftTo('green')
    expect(await router.current()).toBe('green')
    expect(await bodyOf(services.keystone)).toBe('keystone green')
    expect(await bodyOf(services.glance)).toBe('glance green')
    expect(await readFile(join(lab.stateDir, 'color'), 'utf8')).toBe('green\n')
  })

  test('forty shifts under constant new connections fail no request', async () => {
    const keystone = await lab.addService('keystone')
    const router = lab.addRouter({ keystone })
    await router.shiftTo('blue')
    const traffic = startTraffic(urlOf(keystone), 4)
    for (let round = 0; round < 20; round += 1) {
      await router.shiftTo('green')
      await new Promise((resolve) => setTimeout(resolve, 20))
      await router.shiftTo('blue')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { bodies, failures } = await traffic.stop()
    expect(failures).toEqual([])
    expect(bodies['keystone blue']).toBeGreaterThan(40)
    expect(bodies['keystone green']).toBeGreaterThan(40)
  })

  test('an open connection stays with its color, and survives the shift', async () => {
    const keystone = await lab.addService('keystone')
    keystone.blue = await lab.addServer(echoServer())
    const router = lab.addRouter({ keystone })
    await router.shiftTo('blue')
    const client = await connected(keystone.listen)
    expect(await roundTrip(client, 'before')).toBe('before')
    await router.shiftTo('green')
    expect(await roundTrip(client, 'after')).toBe('after')
    expect(await bodyOf(keystone)).toBe('keystone green')
    client.destroy()
  })

  test('a client that has closed its side still gets the whole answer, and vice versa', async () => {
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
    const keystone = { listen: local(await freePort()), blue: '', green: '' }
    keystone.blue = await lab.addServer(answersAtEnd)
    keystone.green = await lab.addServer(endsFirst)
    const router = lab.addRouter({ keystone })
    await router.shiftTo('blue')
    const asker = await connected(keystone.listen)
    asker.end(large)
    expect(await everything(asker)).toBe(`${large}${large.length}`)

    await router.shiftTo('green')
    const talker = await connected(keystone.listen)
    expect(await everything(talker)).toBe('bye')
    talker.end(large)
    await until('the change is seen', async () => heard === large.length)
  })

  test('a target that is down closes its connections, and the forwarder continues', async () => {
    const keystone = { ...(await lab.addService('keystone')), green: local(await freePort()) }
    const router = lab.addRouter({ keystone })
    await router.start('green')
    for (let round = 0; round < 3; round += 1) {
      await expect(bodyOf(keystone)).rejects.toMatchObject({ kind: 'reset' })
    }
    expect(await router.current()).toBe('green')
    await router.shiftTo('blue')
    expect(await bodyOf(keystone)).toBe('keystone blue')
    expect(await readFile(join(lab.stateDir, 'forwarder.log'), 'utf8')).toContain(
      `keystone: ${keystone.green}: `,
    )
  })

  test('clients that reset their connections do not end it', async () => {
    const keystone = await lab.addService('keystone')
    keystone.blue = await lab.addServer(echoServer())
    const router = lab.addRouter({ keystone })
    await router.shiftTo('blue')
    for (let round = 0; round < 20; round += 1) {
      const client = await connected(keystone.listen)
      client.write('x'.repeat(100_000))
      await new Promise((resolve) => setTimeout(resolve, 2))
      client.resetAndDestroy()
    }
    await router.shiftTo('green')
    expect(await bodyOf(keystone)).toBe('keystone green')
    const log = await readFile(join(lab.stateDir, 'forwarder.log'), 'utf8')
    expect(log.match(/pid \d+ forwards/g)).toHaveLength(1) // it was not started a second time
  })

  test('refuses a color without a running service, before any traffic is shifted', async () => {
    const keystone = await lab.addService('keystone')
    const glance = { ...(await lab.addService('glance')), green: local(await freePort()) }
    const router = lab.addRouter({ keystone, glance })
    const expected = {
      code: 'target_unhealthy',
      node: 'glance',
      message: `glance: nothing accepts connections at ${glance.green} (ECONNREFUSED).`,
    }
    await expect(router.shiftTo('green')).rejects.toMatchObject(expected)
    expect(await router.current()).toBe('none') // it was not even started
    await router.shiftTo('blue')
    await expect(router.shiftTo('green')).rejects.toMatchObject(expected)
    expect(await router.current()).toBe('blue')
  })

  test('settings that changed since the start are refused', async () => {
    const keystone = await lab.addService('keystone')
    await lab.addRouter({ keystone }).shiftTo('blue')
    const otherTargets = lab.addRouter({
      keystone: { ...keystone, green: keystone.blue, blue: keystone.green },
    })
    const expected = {
      code: 'router_misconfigured',
      message: expect.stringContaining('a forwarder with other targets'),
      remedy: expect.stringContaining(`kill ${await lab.pid()}`),
    }
    await expect(otherTargets.check('green')).rejects.toMatchObject(expected)
    await expect(otherTargets.shiftTo('green')).rejects.toMatchObject(expected)
    expect(await bodyOf(keystone)).toBe('keystone blue')

    const moved = lab.addRouter({ keystone: { ...keystone, listen: local(await freePort()) } })
    await expect(moved.shiftTo('green')).rejects.toMatchObject({
      code: 'router_misconfigured',
      message: expect.stringContaining('a forwarder with other addresses'),
    })
    await moved.stop() // of the one that was started with this state folder
    await moved.shiftTo('green')
    expect(await moved.current()).toBe('green')
  })

  test('a socket folder that others can write to, or own, is refused', async () => {
    const router = lab.addRouter({ keystone: await lab.addService('keystone') })
    const folder = join(lab.dir, `changeover-${process.getuid?.()}`)
    await mkdir(folder)
    await chmod(folder, 0o777)
    const expected = {
      code: 'router_misconfigured',
      message: expect.stringContaining('belongs to you alone'),
    }
    await expect(router.current()).rejects.toMatchObject(expected)
    await rm(folder, { recursive: true })
    await writeFile(folder, '')
    await expect(router.shiftTo('blue')).rejects.toMatchObject(expected)
    await rm(folder)
    expect(await router.current()).toBe('none')
  })

  test('a socket path that is too long is refused', async () => {
    const router = localRouter(
      { services: { keystone: await lab.addService('keystone') } },
      { stateDir: lab.stateDir, forwarder: FORWARDER, temporaryFolder: join(lab.dir, 'x'.repeat(80)) },
    )
    await expect(router.current()).rejects.toMatchObject({
      code: 'router_misconfigured',
      remedy: expect.stringContaining('TMPDIR'),
    })
  })

  test('a forwarder that does not start is reported with its log', async () => {
    const keystone = await lab.addService('keystone')
    const forwarder = join(lab.dir, 'absent.js')
    const router = localRouter(
      { services: { keystone } },
      { stateDir: lab.stateDir, forwarder, temporaryFolder: lab.dir },
    )
    await expect(router.shiftTo('blue')).rejects.toMatchObject({
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
    const settings = { services: { keystone: service } }
    expect(() => localRouter(settings, { stateDir: lab.stateDir, forwarder: FORWARDER })).toThrow(
      expect.objectContaining({ code: 'bad_router_address' }),
    )
  })
})
