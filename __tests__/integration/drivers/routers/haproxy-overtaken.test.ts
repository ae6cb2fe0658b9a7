import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Color } from '../../../../src/drivers/color.js'
import { haproxyRouter } from '../../../../src/drivers/routers/haproxy/router.js'
import { haproxySocket } from '../../../../src/drivers/routers/haproxy/socket.js'
import { until } from '../../../support/until.js'
import { type FaultySocket, startFaultySocket } from './faulty-socket.js'
import {
  describeWithHaproxy,
  type Lab,
  type LabNode,
  MAP,
  MAP_FILE,
  SERVERS,
  startLab,
} from './haproxy-lab.js'
import { startTraffic } from './traffic.js'

/** A run stands still on its way, and another one does its work meanwhile; then the first one goes on. */
describeWithHaproxy('a run that was taken over while it shifted', () => {
  let lab: Lab
  let nodes: [LabNode, LabNode]
  let slow: FaultySocket | undefined

  beforeEach(async () => {
    lab = await startLab()
    nodes = [await lab.addNode(), await lab.addNode()]
  })
  afterEach(async () => {
    await slow?.stop()
    slow = undefined
    await lab.stop()
  })

  const ask = (command: string, node = nodes[0]) => haproxySocket(node.socket, 1_000).ask(command)
  const byMap = (sockets = nodes.map(({ socket }) => socket)) =>
    haproxyRouter(
      {
        nodes: nodes.map(({ mapFile }, index) => ({ socket: sockets[index] ?? '', map_file: mapFile })),
        map: MAP,
      },
      { timeoutMs: 20_000 },
    )
  const byServers = (sockets = nodes.map(({ socket }) => socket)) =>
    haproxyRouter(
      {
        nodes: nodes.map(({ stateFile }, index) => ({ socket: sockets[index] ?? '', state_file: stateFile })),
        servers: SERVERS,
        health_timeout: '2s',
        drain_timeout: '100ms',
      },
      { timeoutMs: 20_000 },
    )

  /** A socket of the second node at which a run stands still before the first of these commands. */
  const standingStill = async (before: RegExp, meanwhile: () => Promise<void>, isNow = () => true) => {
    let stands = true
    slow = await startFaultySocket(join(lab.dir, 'slow.sock'), nodes[1].socket, (command) => {
      if (!stands || !before.test(command) || !isNow()) return 'pass'
      stands = false
      return { after: meanwhile() }
    })
    return [nodes[0].socket, slow.path]
  }
  /** Whether the first node has a version that is prepared and not committed. */
  const isStaged = async () => {
    const [, current, next] = /curr_ver=(\d+) next_ver=(\d+)/.exec(await ask('show map')) ?? []
    return current !== next
  }
  const expectMapOn = async (color: Color) => {
    expect((await byMap().nodes()).map(({ current }) => current)).toEqual([color, color])
    for (const node of nodes) expect(await node.file()).toBe(MAP_FILE.replaceAll('_blue', `_${color}`))
    for (const node of nodes) await node.haproxy.reload()
    expect((await byMap().nodes()).map(({ current }) => current)).toEqual([color, color])
  }

  test('HAProxy does not commit a version older than the current one', async () => {
    const [{ mapFile }] = nodes
    const prepare = async () => /\d+/.exec(await ask(`prepare map ${mapFile}`))?.[0]
    const [first, second] = [await prepare(), await prepare()]
    await ask(`add map @${first} ${mapFile} keystone keystone_green`)
    await ask(`add map @${second} ${mapFile} keystone keystone_blue`)
    await ask(`commit map @${second} ${mapFile}`)
    expect(await ask(`commit map @${first} ${mapFile}`)).toBe('Version number out of range.\n\n')
    expect(await ask(`show map ${mapFile}`)).toMatch(/^0x\S+ keystone keystone_blue\n\n$/)
  })

  test('a staged version that was cleared would be committed as an empty map', async () => {
    const [{ mapFile }] = nodes
    const version = /\d+/.exec(await ask(`prepare map ${mapFile}`))?.[0]
    await ask(`clear map @${version} ${mapFile}`)
    expect(await ask(`commit map @${version} ${mapFile}`)).toBe('\n')
    expect(await ask(`show map ${mapFile}`)).toBe('\n')
  })

  test.each<[string, RegExp]>([
    ['before it prepares', /^prepare map/],
    ['before it commits', /^commit map/],
    ['before it reads back', /^show map #\d+$/],
  ])('by a map, %s: it changes nothing that the other run did', async (_title, before) => {
    const sockets = await standingStill(before, async () => {
      // the first node is not held up: its version is older than those of the other run
      if (before.test('prepare map')) await until('the first node has a staged version', isStaged)
      await byMap().shiftTo('green')
      await byMap().shiftTo('blue')
      await byMap().shiftTo('green')
    })
    const traffic = startTraffic(nodes[1].url, 5)
    await expect(byMap(sockets).shiftTo('blue')).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringMatching(
        /another run has shifted it meanwhile\. Traffic is where that run sent it/,
      ),
    })
    expect(await traffic.stop()).toMatchObject({ failures: [] })
    await expectMapOn('green')
    // what it staged is not left behind
    expect(await ask('show map', nodes[1])).toContain('entry_cnt=3')
    await byMap().shiftTo('blue')
    await expectMapOn('blue')
  })

  test('by a map: a shift to the live color leaves nothing that an older run could commit', async () => {
    const sockets = await standingStill(/^commit map/, () => byMap().shiftTo('blue'))
    await expect(byMap(sockets).shiftTo('green')).rejects.toMatchObject({ code: 'shift_failed' })
    await expectMapOn('blue')
  })

  test.each([
    ['before it wakes the color', 2],
    ['while it waits for the checks', 3],
    ['before it shift traffic', 4],
  ])('by servers, %s: it changes nothing that the other run did', async (_title, nth) => {
    const otherRun = async () => {
      await delay(500) // the first node's servers, which the slow run has woken, pass their checks
      await byServers().shiftTo('green')
    }
    let asked = 0
    const sockets = await standingStill(/^show servers state/, otherRun, () => ++asked === nth)
    const traffic = startTraffic(nodes[1].serversUrl, 5)
    await expect(byServers(sockets).shiftTo('green')).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringMatching(
        /another run has shifted it meanwhile\. Traffic is where that run sent it/,
      ),
    })
    expect(await traffic.stop()).toMatchObject({ failures: [] })
    for (const each of nodes) await each.haproxy.reload()
    expect((await byServers().nodes()).map(({ current }) => current)).toEqual(['green', 'green'])
  })

  /** The first of these runs into the second one's work, and ends well or not: users are served all the while. */
  test.each<[string, RegExp, Color]>([
    ['wakes the color that traffic is on by now', /^set server .*_green.* state drain/, 'green'],
    ['puts to sleep the color that traffic is on by now', /^set server .*_blue.* state maint/, 'blue'],
  ])('by servers, a late command that %s keeps one color serving', async (_title, before, color) => {
    const sockets = await standingStill(before, async () => {
      await delay(500) // as above
      await byServers().shiftTo(color)
    })
    const traffic = startTraffic(nodes[1].serversUrl, 2)
    await Promise.allSettled([byServers(sockets).shiftTo('green')])
    expect(await traffic.stop()).toMatchObject({ failures: [] })
    await byServers().shiftTo('blue')
    expect((await byServers().nodes()).map(({ current }) => current)).toEqual(['blue', 'blue'])
  })
})
