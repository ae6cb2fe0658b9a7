import { chmod, lstat, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { haproxyRouter } from '../../../../src/drivers/routers/haproxy/router.js'
import { haproxySocket } from '../../../../src/drivers/routers/haproxy/socket.js'
import { until } from '../../../support/until.js'
import { describeWithHaproxy, type Lab, type LabNode, MAP, MAP_FILE, startLab } from './haproxy-lab.js'
import { startTraffic } from './traffic.js'

describeWithHaproxy('the haproxy router on one node', () => {
  let lab: Lab
  let node: LabNode

  beforeEach(async () => {
    lab = await startLab()
    node = await lab.addNode()
  })
  afterEach(() => lab.stop())

  const routerTo = (changes: { socket?: string; map_file?: string; map?: Record<string, string> } = {}) =>
    haproxyRouter(
      {
        nodes: [
          { socket: changes.socket ?? `unix://${node.socket}`, map_file: changes.map_file ?? node.mapFile },
        ],
        map: changes.map ?? MAP,
      },
      { timeoutMs: 20_000 },
    )
  const runtime = (command: string) => haproxySocket(node.socket, 2_000).ask(command)
  const setMap = (key: string, value: string) => runtime(`set map ${node.mapFile} ${key} ${value}`)

  /** Nobody was moved: not in memory, not in the file, not at the front door. */
  const expectUntouched = async () => {
    expect(await routerTo().current()).toBe('blue')
    expect(await node.file()).toBe(MAP_FILE)
    expect(await node.served()).toEqual(['keystone_blue', 'glance_blue'])
  }

  test('shifts all services there and back, and keeps comments and foreign entries', async () => {
    const router = routerTo()
    expect(await router.current()).toBe('blue')

    await router.shiftTo('green')
    expect(await router.current()).toBe('green')
    expect(await node.served()).toEqual(['keystone_green', 'glance_green'])
    expect(await node.file()).toBe(MAP_FILE.replaceAll('_blue', '_green'))
    const foreign = 'horizon dashboards\\with odd ;signs and  spaces\n'
    expect(await runtime(`show map ${node.mapFile}`)).toContain(foreign)

    await router.shiftTo('blue')
    await expectUntouched()
    expect(await runtime(`show map ${node.mapFile}`)).toContain(foreign)
  })

  test('twenty shifts under constant new connections fail no request', async () => {
    const router = routerTo()
    const traffic = startTraffic(node.url, 4)
    for (let round = 0; round < 10; round += 1) {
      await router.shiftTo('green')
      await new Promise((resolve) => setTimeout(resolve, 40))
      await router.shiftTo('blue')
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    const { bodies, failures } = await traffic.stop()
    expect(failures).toEqual([])
    expect(Object.keys(bodies).sort()).toEqual(['keystone_blue', 'keystone_green'])
    expect(bodies.keystone_green).toBeGreaterThan(50)
    expect(bodies.keystone_blue).toBeGreaterThan(50)
  })

  test('a reload keeps the new color, and fails no request', async () => {
    await routerTo().shiftTo('green')
    const traffic = startTraffic(node.url, 5)
    await node.haproxy.reload()
    expect(await routerTo().current()).toBe('green')
    expect(await node.served()).toEqual(['keystone_green', 'glance_green'])
    expect(await traffic.stop()).toMatchObject({ failures: [] })

    await routerTo().shiftTo('blue') // the map's id may be another one after the reload
    await expectUntouched()
  })

  test('a map file keeps thousands of foreign entries', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `tenant-${index} pool_${index}\n`).join('')
    await writeFile(node.mapFile, many + MAP_FILE)
    await node.haproxy.reload()
    await routerTo().shiftTo('green')
    const answer = await runtime(`show map ${node.mapFile}`)
    expect(answer.split('\n').filter((line) => / tenant-\d+ pool_\d+$/.test(line))).toHaveLength(3_000)
    expect(await node.file()).toBe(many + MAP_FILE.replaceAll('_blue', '_green'))
  })

  test('a symbolic link to the map file stays a link', async () => {
    const real = join(lab.dir, 'real.map')
    await rename(node.mapFile, real)
    await symlink(real, node.mapFile)
    await routerTo().shiftTo('green')
    expect((await lstat(node.mapFile)).isSymbolicLink()).toBe(true)
    expect(await readFile(real, 'utf8')).toContain('keystone_green')
  })

  test('distinguishes split, none and wrong entries', async () => {
    await setMap('glance', 'glance_green')
    expect(await routerTo().current()).toBe('split')

    await setMap('glance', 'glance_red')
    await expect(routerTo().current()).rejects.toMatchObject({
      code: 'router_misconfigured',
      message: expect.stringMatching(/admin\.sock: the map sends glance to "glance_red", which is neither/),
    })
    await runtime(`del map ${node.mapFile} glance`)
    await expect(routerTo().current()).rejects.toMatchObject({
      code: 'router_misconfigured',
      message: expect.stringContaining('no entry for glance'),
    })
    await runtime(`del map ${node.mapFile} keystone`)
    expect(await routerTo().current()).toBe('none')

    await routerTo().shiftTo('green')
    expect(await routerTo().current()).toBe('green')
    expect(await node.served()).toEqual(['keystone_green', 'glance_green'])
  })

  test('refuses a color whose backend has no server up, before anything is shifted', async () => {
    await lab.stopServer('glance_green')
    await until('the change is seen', async () =>
      (await runtime('show stat -1 4 -1')).includes('glance_green_1,0,0,0,0,,0,0,0,,0,,0,0,0,0,DOWN'),
    )
    const expected = {
      code: 'target_unhealthy',
      message: expect.stringMatching(
        /backend glance_green has no healthy server: glance_green_1 is DOWN \(L\dCON\)/,
      ),
    }
    await expect(routerTo().check('green')).rejects.toMatchObject(expected)
    await expect(routerTo().shiftTo('green')).rejects.toMatchObject(expected)
    await expectUntouched()

    await lab.startServer('glance_green')
    await until('the change is seen', () =>
      routerTo()
        .check('green')
        .then(
          () => true,
          () => false,
        ),
    )
  })

  test('a server in maintenance does not count; one without health checks does', async () => {
    await runtime('set server keystone_green/keystone_green_1 state maint')
    await expect(routerTo().check('green')).rejects.toMatchObject({
      code: 'target_unhealthy',
      message: expect.stringContaining('keystone_green_1 is MAINT'),
    })
    await runtime('set server keystone_green/keystone_green_1 state ready')
    await runtime('disable health keystone_green/keystone_green_1')
    await routerTo().check('green')
  })

  test('refuses backends that do not exist or are empty', async () => {
    const missing = routerTo({ map: { ...MAP, nova: 'nova_{color}' } })
    await expect(missing.shiftTo('green')).rejects.toMatchObject({
      code: 'router_misconfigured',
      message: expect.stringContaining('HAProxy has no backend nova_green'),
    })
    const empty = routerTo({ map: { ...MAP, empty: 'empty_{color}' } })
    await expect(empty.shiftTo('green')).rejects.toMatchObject({
      code: 'target_unhealthy',
      message: expect.stringContaining('backend empty_green has no healthy server: it has no servers'),
    })
    await expectUntouched()
  })

  test('refuses a map file that HAProxy has not loaded, and names the loaded ones', async () => {
    const router = routerTo({ map_file: join(lab.dir, 'other.map') })
    const expected = {
      code: 'router_misconfigured',
      message: expect.stringMatching(/has not loaded .*other\.map; it has loaded .*changeover\.map/),
    }
    await expect(router.current()).rejects.toMatchObject(expected)
    await expect(router.shiftTo('green')).rejects.toMatchObject(expected)
  })

  test('refuses a map file that is not writable', async () => {
    await chmod(node.socket, 0o666)
    for (const folder of [lab.dir, join(node.mapFile, '..')]) await chmod(folder, 0o755)
    await chmod(node.mapFile, 0o444)
    await asNobody(() =>
      expect(routerTo().check('green')).rejects.toMatchObject({
        code: 'router_misconfigured',
        message: expect.stringContaining('EACCES'),
      }),
    )
  })

  test('names why a socket cannot be used', async () => {
    const absent = routerTo({ socket: join(lab.dir, 'absent.sock') })
    await expect(absent.current()).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringContaining('the socket does not exist'),
      remedy: expect.stringContaining('stats socket'),
    })
    for (const folder of [lab.dir, join(node.mapFile, '..')]) await chmod(folder, 0o755)
    await chmod(node.socket, 0o000)
    await asNobody(() =>
      expect(routerTo().current()).rejects.toMatchObject({
        code: 'router_unreachable',
        message: expect.stringContaining('no permission'),
      }),
    )
    await node.haproxy.stop()
    await expect(routerTo().current()).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringMatching(/nothing listens|does not exist/),
    })
  })

  test('a socket of level operator is enough', async () => {
    const router = routerTo({ socket: `unix://${node.socket.replace('admin', 'operator')}` })
    await router.shiftTo('green')
    expect(await router.current()).toBe('green')
  })
})

/** Run as a user without root's rights. Where the tests do not run as root, the rights on the files do it alone. */
async function asNobody(work: () => Promise<unknown>): Promise<void> {
  const { geteuid, seteuid } = process
  if (!geteuid || !seteuid || geteuid() !== 0) {
    await work()
    return
  }
  seteuid(65_534)
  try {
    await work()
  } finally {
    seteuid(0)
  }
}
