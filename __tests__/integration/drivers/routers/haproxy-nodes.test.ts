import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { haproxyRouter } from '../../../../src/drivers/routers/haproxy/router.js'
import { haproxySocket } from '../../../../src/drivers/routers/haproxy/socket.js'
import { type Fault, type FaultySocket, startFaultySocket } from './faulty-socket.js'
import { describeWithHaproxy, type Lab, type LabNode, MAP, MAP_FILE, startLab } from './haproxy-lab.js'
import { startTraffic } from './traffic.js'

describeWithHaproxy('the haproxy router on two nodes', () => {
  let lab: Lab
  let first: LabNode
  let second: LabNode
  let faulty: FaultySocket | undefined

  beforeEach(async () => {
    lab = await startLab()
    first = await lab.addNode()
    second = await lab.addNode()
  })
  afterEach(async () => {
    await faulty?.stop()
    faulty = undefined
    await lab.stop()
  })

  const router = (secondSocket = second.socket, timeoutMs = 1_000) =>
    haproxyRouter(
      {
        nodes: [
          { socket: first.socket, map_file: first.mapFile },
          { socket: secondSocket, map_file: second.mapFile },
        ],
        map: MAP,
      },
      { timeoutMs },
    )
  const routerWithFault = async (fault: Fault) => {
    faulty = await startFaultySocket(join(lab.dir, 'faulty.sock'), second.socket, fault)
    return router(faulty.path, 500)
  }
  const ask = (node: LabNode, command: string) => haproxySocket(node.socket, 1_000).ask(command)

  const expectOnBlue = async (node: LabNode) => {
    expect(await node.file()).toBe(MAP_FILE)
    expect(await node.served()).toEqual(['keystone_blue', 'glance_blue'])
    const one = haproxyRouter({ nodes: [{ socket: node.socket, map_file: node.mapFile }], map: MAP })
    expect(await one.current()).toBe('blue')
    await node.haproxy.reload() // file and memory agree
    expect(await one.current()).toBe('blue')
  }

  test('shifts both nodes, and tells when they differ', async () => {
    await router().shiftTo('green')
    expect(await router().current()).toBe('green')
    for (const node of [first, second]) {
      expect(await node.served()).toEqual(['keystone_green', 'glance_green'])
      expect(await node.file()).toBe(MAP_FILE.replaceAll('_blue', '_green'))
    }
    await ask(second, `set map ${second.mapFile} keystone keystone_blue`)
    await ask(second, `set map ${second.mapFile} glance glance_blue`)
    expect(await router().current()).toBe('split')

    await router().shiftTo('green') // a split is mended by shifting
    expect(await router().current()).toBe('green')
  })

  test('a node that is dead before the shift: nothing is shifted', async () => {
    await second.haproxy.stop()
    await expect(router().shiftTo('green')).rejects.toMatchObject({
      code: 'router_unreachable',
      node: second.socket,
    })
    await expectOnBlue(first)
    expect(await second.file()).toBe(MAP_FILE)
    await expect(router().current()).rejects.toMatchObject({ code: 'router_unreachable' })
  })

  test('a node that hangs: it is named after the timeout, and nothing is shifted', async () => {
    const silent = await routerWithFault(() => 'hang')
    await expect(silent.shiftTo('green')).rejects.toMatchObject({
      code: 'router_unreachable',
      message: expect.stringContaining('no answer within 500 ms'),
    })
    await expectOnBlue(first)
  })

  test('a node that dies between staging and commit: the other is put back, and its requests never fail', async () => {
    let dead = false
    const broken = await routerWithFault((command) => {
      dead ||= command.startsWith('commit map')
      return dead ? 'drop' : 'pass'
    })
    const traffic = startTraffic(first.url, 5)
    await expect(broken.shiftTo('green')).rejects.toMatchObject({
      code: 'shift_failed',
      node: faulty?.path,
      message: expect.stringMatching(/These nodes could not be put back: .*faulty\.sock: /),
      remedy: expect.stringContaining('by hand'),
    })
    expect(await traffic.stop()).toMatchObject({ failures: [] })
    await expectOnBlue(first)
    expect(await second.file()).toBe(MAP_FILE)
  })

  test('a passive node is shifted and read back first: when it fails, the other one is not tried', async () => {
    const watched = await startFaultySocket(join(lab.dir, 'watched.sock'), first.socket, () => 'pass')
    let refusals = 1
    faulty = await startFaultySocket(join(lab.dir, 'faulty.sock'), second.socket, (command) => {
      if (!command.startsWith('commit map') || refusals === 0) return 'pass'
      refusals -= 1
      return 'drop'
    })
    const nodes = [
      { socket: watched.path, map_file: first.mapFile },
      { socket: faulty.path, map_file: second.mapFile, passive: true },
    ]
    const pair = haproxyRouter({ nodes, map: MAP }, { timeoutMs: 1_000 })
    await expect(pair.shiftTo('green')).rejects.toMatchObject({ code: 'shift_failed', node: faulty.path })
    expect(watched.commands.filter((command) => command.startsWith('commit'))).toEqual([])
    await watched.stop()
    await expectOnBlue(first)
    await expectOnBlue(second)
  })

  test('a lost commit: both are put back', async () => {
    let drops = 1
    const broken = await routerWithFault((command) => {
      if (!command.startsWith('commit map') || drops === 0) return 'pass'
      drops -= 1
      return 'drop'
    })
    await expect(broken.shiftTo('green')).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringContaining('Every node was put back'),
    })
    await expectOnBlue(first)
    await expectOnBlue(second)
  })

  test('a commit whose answer was lost: it is put back as well', async () => {
    let losses = 1
    const broken = await routerWithFault((command) => {
      if (!command.startsWith('commit map') || losses === 0) return 'pass'
      losses -= 1
      return 'swallow'
    })
    await expect(broken.shiftTo('green')).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringContaining('Every node was put back'),
    })
    await expectOnBlue(first)
    await expectOnBlue(second)
  })

  test('a commit that reaches the node after it was put back: it changes nothing', async () => {
    let losses = 1
    const broken = await routerWithFault((command) => {
      if (!command.startsWith('commit map') || losses === 0) return 'pass'
      losses -= 1
      return 'late'
    })
    await expect(broken.shiftTo('green')).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringContaining('Every node was put back'),
    })
    await faulty?.deliverLate()
    await expectOnBlue(first)
    await expectOnBlue(second)
  })

  test('a refusal while staging: staged versions are discarded, no traffic is shifted', async () => {
    const broken = await routerWithFault((command) =>
      command.startsWith('add map') ? { answer: 'Permission denied\n\n' } : 'pass',
    )
    await expect(broken.shiftTo('green')).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringMatching(/refused `add map`: Permission denied\. Every node was put back/),
      remedy: expect.stringContaining('level operator'),
    })
    expect(faulty?.commands.filter((command) => /^(commit|clear) map/.test(command))).toEqual([
      expect.stringMatching(/^clear map @\d+ #\d+$/),
    ])
    // What was staged and not cleared would be counted here.
    for (const node of [first, second]) expect(await ask(node, 'show map')).toContain('entry_cnt=3')
    await expectOnBlue(first)
    await expectOnBlue(second)
  })

  test('a map that differs when it is read back: both are put back', async () => {
    let committed = false
    const liar = await routerWithFault((command) => {
      if (committed && /^show map #/.test(command)) {
        committed = false
        return { answer: '0x1 keystone keystone_green\n\n' }
      }
      committed ||= command.startsWith('commit map')
      return 'pass'
    })
    await expect(liar.shiftTo('green')).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringContaining('does not have the new entries'),
    })
    await expectOnBlue(first)
    await expectOnBlue(second)
  })

  test('a map file that cannot be written: memory is unchanged, and the other file is put back', async () => {
    const broken = await routerWithFault((command) => {
      if (command.startsWith('prepare map')) {
        rmSync(second.mapFile) // after the checks, and before the files are written
        mkdirSync(second.mapFile)
      }
      return 'pass'
    })
    await expect(broken.shiftTo('green')).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringMatching(/cannot write .*These nodes could not be put back: .*cannot write/),
    })
    expect(faulty?.commands.some((command) => command.startsWith('commit'))).toBe(false)
    expect(await second.served()).toEqual(['keystone_blue', 'glance_blue'])
    await expectOnBlue(first)
  })

  test('two nodes share one map file', async () => {
    const shared = await lab.addNode(first.mapFile)
    const nodes = [first, shared].map(({ socket }) => ({ socket, map_file: first.mapFile }))
    const both = haproxyRouter({ nodes, map: MAP })
    await both.shiftTo('green')
    expect(await both.current()).toBe('green')
    expect(await first.file()).toBe(MAP_FILE.replaceAll('_blue', '_green'))
  })
})
