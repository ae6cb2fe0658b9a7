import { join } from 'node:path'
import type { HaproxySettings } from '../../../../generated/manifest.js'
import type { Color } from '../../../../src/drivers/color.js'
import { type HaproxyOptions, haproxyRouter } from '../../../../src/drivers/routers/haproxy/router.js'
import { haproxySocket } from '../../../../src/drivers/routers/haproxy/socket.js'
import { patient } from '../../../support/pace.js'
import { until } from '../../../support/until.js'
import { type RouterFault, type RouterRig, timeoutOf } from './conformance.js'
import { type Fault, startFaultySocket } from './faulty-socket.js'
import { type LabNode, MAP, SERVERS, startLab } from './haproxy-lab.js'

/** What the faults of a router are at its socket. */
export interface SocketFaults {
  /** Whether this command is what moves the users. */
  shifts(command: string): boolean
  refusal: string
  /** What is answered when all went well. */
  success(command: string): string
}

/** More than any answer has, in lines; it ends as an answer does. */
const FLOOD = `${'no sense at all\n'.repeat(655_360)}\n`

/** A fault that can be set and taken away while the socket is in use. */
export function changeableFault(faults: SocketFaults): {
  set(to: RouterFault | undefined): void
  fault: Fault
} {
  let now: RouterFault | undefined
  const once = (fate: 'drop' | 'swallow' | 'hang') => {
    now = undefined
    return fate
  }
  return {
    set(to) {
      now = to
    },
    fault(command) {
      if (now === 'gone') return 'drop'
      if (now === 'silent') return 'hang'
      if (now === 'garbage') return { answer: '\u0000\u00ff no sense at all\n\n' }
      if (now === 'half') return 'half'
      if (now === 'stalls') return 'stall'
      if (now === 'floods') return { answer: FLOOD }
      if (!faults.shifts(command)) return 'pass'
      if (now === 'refuses') {
        now = undefined
        return { answer: faults.refusal }
      }
      if (now === 'garbles') {
        now = undefined
        return { answer: FLOOD }
      }
      if (now === 'hangs') return once('hang')
      if (now === 'dies') return once('drop')
      if (now === 'loses') return once('swallow')
      if (now !== 'ignores') return 'pass'
      now = undefined
      return { answer: faults.success(command) }
    },
  }
}

/** Nodes of HAProxy, the second behind a socket that can be faulty; one is enough for what users see. */
export async function haproxyRig(
  mode: 'map' | 'servers',
  addressOf = (socket: string) => socket,
  options: HaproxyOptions = {},
  count: 2 | 3 = 2,
): Promise<RouterRig> {
  const lab = await startLab()
  const [first, second] = [await lab.addNode(), await lab.addNode()]
  const nodes = count === 2 ? [first, second] : [first, second, await lab.addNode()]
  const faults = changeableFault({
    shifts: (command) => /^commit map|^set server \S+ state ready/.test(command),
    refusal: 'Permission denied\n\n',
    success: (command) => '\n'.repeat(command.split(';').length),
  })
  const faulty = await startFaultySocket(join(lab.dir, 'faulty.sock'), second.socket, faults.fault)
  const sockets = nodes.map(({ socket }, index) => addressOf(index === 1 ? faulty.path : socket))
  const shortMs = Math.min(patient(250), 2_000)
  let fault: RouterFault | undefined
  const router = (targets: Record<string, string>) =>
    haproxyRouter(settingsOf(mode, nodes, sockets, targets), {
      timeoutMs: timeoutOf(fault, shortMs),
      ...options,
    })
  const targets = mode === 'map' ? MAP : SERVERS
  const ended = new Set<string>()
  const served = (node: LabNode) => (mode === 'map' ? node.served() : node.servedByServers())
  return {
    router: () => router(targets),
    served: async () => (await Promise.all(nodes.map(served))).flat(),
    url: mode === 'map' ? second.url : second.serversUrl,
    async breakColor(color) {
      for (const service of Object.keys(targets)) {
        await lab.stopServer(`${service}_${color}`)
        ended.add(`${service}_${color}`)
      }
      await until('the change is seen', async () =>
        (await Promise.all(nodes.map((node) => downEverywhere(node, color)))).every(Boolean),
      )
    },
    unknownTarget: () => router({ ...targets, nova: 'nova_{color}' }),
    async fail(to) {
      fault = to
      faults.set(to)
    },
    async repair() {
      if (ended.size === 0) return
      for (const backend of ended) await lab.startServer(backend)
      ended.clear()
      await until('the services of both colors are up', async () =>
        (await Promise.all(nodes.map(isUp))).every(Boolean),
      )
    },
    async stop() {
      await faulty.stop()
      await lab.stop()
    },
  }
}

function settingsOf(
  mode: 'map' | 'servers',
  nodes: readonly LabNode[],
  sockets: readonly string[],
  targets: Record<string, string>,
): HaproxySettings {
  const list = nodes.map((node, index) => ({
    socket: sockets[index] ?? '',
    ...(mode === 'map' ? { map_file: node.mapFile } : { state_file: node.stateFile }),
    passive: index === 1,
  }))
  if (mode === 'map') return { nodes: list, map: targets }
  return { nodes: list, servers: targets, health_timeout: '1s', drain_timeout: '1s' }
}

async function downEverywhere(node: LabNode, color: Color): Promise<boolean> {
  const own = (await checkedServers(node)).filter((line) => line.includes(`_${color},`))
  return own.length > 0 && own.every((line) => /,DOWN,/.test(line))
}

async function isUp(node: LabNode): Promise<boolean> {
  return (await checkedServers(node)).every((line) => !/,DOWN/.test(line))
}

async function checkedServers(node: LabNode): Promise<string[]> {
  const answer = await haproxySocket(node.socket, 10_000).ask('show stat -1 4 -1')
  return answer.split('\n').filter((line) => /^\w+_\w+,/.test(line))
}
