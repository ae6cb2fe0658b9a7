import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { HaproxySettings } from '../../../../generated/manifest.js'
import { haproxyRouter } from '../../../../src/drivers/routers/haproxy/router.js'
import { serverPatterns } from '../../../../src/drivers/routers/haproxy/servers.js'
import { haproxySocket } from '../../../../src/drivers/routers/haproxy/socket.js'
import { until } from '../../../support/until.js'
import { describeWithHaproxy, type Lab, type LabNode, SERVERS, startLab } from './haproxy-lab.js'
import { startTraffic } from './traffic.js'

describeWithHaproxy('the haproxy router with servers, on one node', () => {
  let lab: Lab
  let node: LabNode

  beforeEach(async () => {
    lab = await startLab()
    node = await lab.addNode()
  })
  afterEach(() => lab.stop())

  const router = (changes: Partial<HaproxySettings> = {}, socket = node.socket) =>
    haproxyRouter(
      {
        nodes: [{ socket, state_file: node.stateFile }],
        servers: SERVERS,
        health_timeout: '2s',
        drain_timeout: '200ms',
        ...changes,
      },
      { timeoutMs: 20_000 },
    )
  const ask = (command: string) => haproxySocket(node.socket, 2_000).ask(command)
  const set = (server: string, state: string) => ask(`set server ${server} state ${state}`)
  const statusOf = async (server: string) => {
    const [backend, name] = server.split('/')
    const lines = (await ask('show stat -1 4 -1')).split('\n')
    return lines.find((line) => line.startsWith(`${backend},${name},`))?.split(',')[17]
  }

  test('twenty shifts under constant new connections fail no request', async () => {
    const traffic = startTraffic(node.serversUrl, 4)
    for (let round = 0; round < 10; round += 1) {
      await router().shiftTo('green')
      await router().shiftTo('blue')
    }
    const { bodies, failures } = await traffic.stop()
    expect(failures).toEqual([])
    expect(Object.keys(bodies).sort()).toEqual(['keystone_blue', 'keystone_green'])
  })

  test('leaves the other color in maintenance, or in drain with standby: drain', async () => {
    await router().shiftTo('green')
    expect(await statusOf('keystone/keystone_blue_1')).toBe('MAINT')
    await router({ standby: 'drain' }).shiftTo('blue')
    expect(await statusOf('keystone/keystone_green_1')).toBe('DRAIN')
  })

  test('a reload keeps the color by the state file, and fails no request', async () => {
    await router().shiftTo('green')
    const traffic = startTraffic(node.serversUrl, 5)
    await node.haproxy.reload()
    expect(await router().current()).toBe('green')
    expect(await node.servedByServers()).toEqual(['keystone_green', 'glance_green'])
    await router().shiftTo('blue')
    await node.haproxy.reload()
    expect(await router().current()).toBe('blue')
    expect(await traffic.stop()).toMatchObject({ failures: [] })
  })

  test('a state file that a reload would not read is named before anything is shifted', async () => {
    const file = join(dirname(node.socket), 'haproxy.cfg')
    const config = await readFile(file, 'utf8')
    await router().check('green')
    await writeFile(file, config.replace(/^ *load-server-state-from-file global$/gm, ''))
    await node.haproxy.reload() // it is so
    await router({ nodes: [{ socket: node.socket }] }).shiftTo('green')
    await node.haproxy.reload()
    expect(await router().current()).toBe('blue')
    await expect(router().check('green')).rejects.toMatchObject({
      code: 'router_misconfigured',
      message: expect.stringMatching(
        /a reload would lose the color of backend keystone: it reads no state file, not /,
      ),
      remedy: expect.stringContaining('load-server-state-from-file global'),
    })
    await writeFile(file, config.replace('servers.state', 'another.state'))
    await expect(router().check('green')).rejects.toMatchObject({
      message: expect.stringMatching(/it reads \S+another\.state, not \S+servers\.state\./),
    })
    await writeFile(file, config)
    await router().check('green')
  })

  test('without a state file a reload restores the configured color', async () => {
    await router({ nodes: [{ socket: node.socket }] }).shiftTo('green')
    await node.haproxy.reload()
    expect(await router().current()).toBe('blue')
  })

  test('a server that starts up dead gets no traffic until it passes its checks', async () => {
    await lab.stopServer('glance_green')
    const traffic = startTraffic(node.serversUrl, 5)
    await expect(router({ health_timeout: '500ms' }).shiftTo('green')).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringMatching(
        /glance has no healthy server of that color: glance_green_1 is down, drain\. Every node was put back/,
      ),
    })
    expect(await traffic.stop()).toMatchObject({
      failures: [],
      bodies: { keystone_blue: expect.any(Number) },
    })
    expect(await statusOf('glance/glance_green_1')).toBe('MAINT')
    expect(await statusOf('keystone/keystone_green_1')).toBe('MAINT')
  })

  test('a drained color that is down is named before anything is shifted', async () => {
    await router({ standby: 'drain' }).shiftTo('green')
    await lab.stopServer('glance_blue')
    await until('the change is seen', async () => (await statusOf('glance/glance_blue_1')) === 'DOWN')
    await expect(router().check('blue')).rejects.toMatchObject({
      code: 'target_unhealthy',
      message: expect.stringContaining('glance_blue_1 is down, drain'),
    })
  })

  test('open sessions get a limited time, and are not cut off', async () => {
    const client = connect(Number(new URL(node.serversUrl).port), '127.0.0.1')
    let closed = false
    client.on('close', () => {
      closed = true
    })
    client.on('error', () => {})
    client.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf') // it is with blue now
    await until('the change is seen', async () =>
      (await ask('show stat -1 4 -1')).includes('keystone_blue_1,0,0,1,'),
    )
    await router({ drain_timeout: '100ms' }).shiftTo('green')
    expect(await statusOf('keystone/keystone_blue_1')).toBe('MAINT')
    expect(closed).toBe(false)
    client.destroy()
  })

  test('a run that waits for sessions leaves traffic alone that went back meanwhile', async () => {
    const client = connect(Number(new URL(node.serversUrl).port), '127.0.0.1')
    client.on('error', () => {})
    client.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf')
    await until('the change is seen', async () =>
      (await ask('show stat -1 4 -1')).includes('keystone_blue_1,0,0,1,'),
    )
    const traffic = startTraffic(node.serversUrl, 5)
    const slow = router({ drain_timeout: '1s' }).shiftTo('green')
    const ended = expect(slow).rejects.toMatchObject({ code: 'shift_failed' })
    await until('the change is seen', async () => (await router().current()) === 'green')
    await router({ standby: 'drain' }).shiftTo('blue')
    await ended
    expect(await traffic.stop()).toMatchObject({ failures: [] })
    expect(await router().current()).toBe('blue')
    client.destroy()
  })

  test('reports split and none', async () => {
    await set('keystone/keystone_green_1', 'ready')
    expect(await router().current()).toBe('split')
    await set('keystone/keystone_blue_1', 'drain')
    expect(await router().current()).toBe('split') // glance is on blue
    await set('glance/glance_blue_1', 'maint')
    await set('keystone/keystone_green_1', 'maint')
    expect(await router().current()).toBe('none')
    await router().shiftTo('green')
    expect(await node.servedByServers()).toEqual(['keystone_green', 'glance_green'])
  })

  test('a socket of level operator can be read, but not shifted', async () => {
    const operator = router({}, node.socket.replace('admin', 'operator'))
    expect(await operator.current()).toBe('blue')
    const expected = {
      code: 'router_refused',
      message: expect.stringContaining('only has the level operator'),
      remedy: expect.stringContaining('level admin'),
    }
    await expect(operator.check('green')).rejects.toMatchObject(expected)
    await expect(operator.shiftTo('green')).rejects.toMatchObject(expected)
    expect(await node.servedByServers()).toEqual(['keystone_blue', 'glance_blue'])
  })

  test('names backends and servers that do not exist, or belong to both colors', async () => {
    await expect(router({ servers: { nova: '*{color}*' } }).current()).rejects.toMatchObject({
      code: 'router_misconfigured',
      message: expect.stringContaining('backend nova has no server of blue, or does not exist'),
    })
    await expect(router({ servers: { keystone: '{color}' } }).current()).rejects.toMatchObject({
      code: 'router_misconfigured',
    })
  })

  test('a state file that cannot be replaced is named before anything is shifted', async () => {
    const nodes = [{ socket: node.socket, state_file: `${lab.dir}/absent/state` }]
    await expect(router({ nodes }).shiftTo('green')).rejects.toMatchObject({
      code: 'router_misconfigured',
      message: expect.stringContaining('absent/state cannot be replaced'),
    })
    expect(await router().current()).toBe('blue')
  })

  test.each([{ keystone: 'blue' }, { 'key stone': '{color}' }, { keystone: '{color};maint' }])(
    'refuses %j',
    (servers) => {
      expect(() => serverPatterns(servers)).toThrow(expect.objectContaining({ code: 'bad_router_map' }))
    },
  )
})
