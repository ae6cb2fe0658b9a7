import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { haproxyRouter } from '../../../../src/drivers/routers/haproxy/router.js'
import { haproxySocket } from '../../../../src/drivers/routers/haproxy/socket.js'
import { describeWithHaproxy, type Lab, type LabNode, MAP, SERVERS, startLab } from './haproxy-lab.js'

describeWithHaproxy('where each of three nodes sends users', () => {
  let lab: Lab
  let nodes: [LabNode, LabNode, LabNode]

  beforeEach(async () => {
    lab = await startLab()
    nodes = [await lab.addNode(), await lab.addNode(), await lab.addNode()]
  })
  afterEach(() => lab.stop())

  const byMap = () =>
    haproxyRouter(
      { nodes: nodes.map(({ socket, mapFile: map_file }) => ({ socket, map_file })), map: MAP },
      { timeoutMs: 1_000 },
    )
  const byServers = () =>
    haproxyRouter({ nodes: nodes.map(({ socket }) => ({ socket })), servers: SERVERS }, { timeoutMs: 1_000 })
  const ask = (node: LabNode, command: string) => haproxySocket(node.socket, 1_000).ask(command)
  const blue = { current: 'blue', error: null }
  const down = { current: null, services: {}, error: expect.stringMatching(/^router_unreachable: ./) }

  test('by a map: one node has split services, one is killed', async () => {
    await ask(nodes[1], `set map ${nodes[1].mapFile} glance glance_green`)
    process.kill(nodes[2].haproxy.pid, 'SIGKILL')
    await nodes[2].haproxy.stop()
    expect(await byMap().nodes()).toEqual([
      { node: nodes[0].socket, ...blue, services: { keystone: 'keystone_blue', glance: 'glance_blue' } },
      {
        node: nodes[1].socket,
        current: 'split',
        services: { keystone: 'keystone_blue', glance: 'glance_green' },
        error: null,
      },
      { node: nodes[2].socket, ...down },
    ])
  })

  test('by a map: two nodes on different colors, and one whose map leads elsewhere', async () => {
    for (const key of ['keystone', 'glance']) {
      await ask(nodes[1], `set map ${nodes[1].mapFile} ${key} ${key}_green`)
    }
    await ask(nodes[2], `set map ${nodes[2].mapFile} glance other`)
    expect((await byMap().nodes()).map(({ current, error }) => [current, error])).toEqual([
      ['blue', null],
      ['green', null],
      [null, expect.stringMatching(/^router_misconfigured: the map sends glance to "other"/)],
    ])
  })

  test('by servers: one node has split backends, one is killed', async () => {
    await ask(nodes[1], 'set server glance/glance_green_1 state ready')
    process.kill(nodes[2].haproxy.pid, 'SIGKILL')
    await nodes[2].haproxy.stop()
    expect(await byServers().nodes()).toEqual([
      { node: nodes[0].socket, ...blue, services: { keystone: 'blue', glance: 'blue' } },
      {
        node: nodes[1].socket,
        current: 'split',
        services: { keystone: 'blue', glance: 'split' },
        error: null,
      },
      { node: nodes[2].socket, ...down },
    ])
  })
})
