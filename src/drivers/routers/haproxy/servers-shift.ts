import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Color } from '../../color.js'
import { failuresOf, Overtaken, onAll, passiveFirst, shiftFailed } from '../nodes.js'
import { RouterError } from '../router.js'
import type { NodeFile } from './node-file.js'
import type { AdminState, ColorServer, ServerNode } from './servers.js'
import { byBackend, colorOfServers, colorsOfBackends } from './servers.js'
import { stateFileUse } from './state-file.js'

/** A node whose servers are shifted, and its state file, if it has one. */
export interface ServerTarget {
  node: ServerNode
  passive: boolean
  stateFile: NodeFile | undefined
  /** A file of the node's machine. */
  fileOf: (path: string) => NodeFile
}

export interface ServerShiftOptions {
  /** Milliseconds that servers out of maintenance may take to pass their health checks. */
  healthMs: number
  /** Milliseconds that the sessions of the color that traffic left may take to end. */
  drainMs: number
  /** The state that the servers of that color are left in. */
  standby: 'drain' | 'maint'
}

/** The change of one node. */
interface Change extends ServerTarget {
  before: ColorServer[]
  /** The state file's path without symbolic links, and its content. */
  file: { path: string; before: string } | undefined
  /** The shift was sent, and may have happened. */
  shifted: boolean
}

const POLL_MS = 50

/**
 * Shift all nodes to `color`, or none: take its servers out of maintenance without traffic, wait until HAProxy itself sees them
 * healthy, then give them the traffic and drain the other color; read back on every node; then wait until the sessions end.
 *
 * @throws RouterError
 */
export async function shiftServers(
  targets: readonly ServerTarget[],
  color: Color,
  options: ServerShiftOptions,
): Promise<void> {
  const changes = await onAll(targets, (target) => readyTarget(target, color))
  try {
    await onAll(changes, (change) => wake(change, color, options.healthMs))
    for (const together of passiveFirst(changes)) {
      await onAll(together, (change) => shiftTraffic(change, color))
    }
    await onAll(changes, (change) => retire(change, color, options))
  } catch (error) {
    const left = await failuresOf(changes, putBack)
    throw shiftFailed(error, left)
  }
}

/** Make sure that a node can be shifted. Changes nothing. */
export async function readyTarget(target: ServerTarget, color: Color): Promise<Change> {
  const { node, stateFile } = target
  await node.expectAdmin()
  const before = await node.read()
  expectUsable(node, before, color)
  const path = await stateFile?.locate()
  const file = stateFile && path !== undefined ? { path, before: await stateFile.read(path) } : undefined
  return { ...target, before, file, shifted: false }
}

/**
 * Make sure that a reload would read the state file: otherwise it would shift traffic back to the color that the configuration
 * starts with. A configuration that cannot be read from here is not checked.
 *
 * @throws RouterError `router_misconfigured`
 */
export async function expectKept({ node, fileOf }: ServerTarget, { file }: Change): Promise<void> {
  if (!file) return
  const paths = await node.configuration()
  if (paths.length === 0 || !paths.every((path) => path.startsWith('/'))) return
  const texts = await onAll(paths, (path) => fileOf(path).read(path)).catch(() => undefined)
  for (const [backend, use] of stateFileUse(texts ?? [], node.backends)) {
    if (use === 'unknown') continue
    const read =
      use === 'nothing'
        ? undefined
        : await fileOf(use.reads)
            .locate()
            .catch(() => use.reads)
    if (read === file.path) continue
    const message = `a reload would lose the color of backend ${backend}: it reads ${read ?? 'no state file'}, not ${file.path}.`
    const remedy = `Write \`server-state-file ${file.path}\` under global, and \`load-server-state-from-file global\` under defaults or the backend; or leave state_file out.`
    throw new RouterError('router_misconfigured', node.name, message, { remedy })
  }
}

/** HAProxy does not check servers in maintenance. Their health is found out later, still before traffic is shifted. */
function expectUsable(node: ServerNode, servers: readonly ColorServer[], color: Color): void {
  for (const [backend, own] of backendsOf(servers, color)) {
    if (!own.some(({ up, admin }) => up || admin === 'maint')) throw unhealthy(node, backend, own)
  }
}

function backendsOf(servers: readonly ColorServer[], color: Color): Map<string, ColorServer[]> {
  return byBackend(servers.filter((server) => server.color === color))
}

/**
 * Take the servers of the color out of maintenance, into drain: checks begin, without traffic. A server that leaves maintenance
 * counts as up until its first failed check, so it is set down first, and its checks set it up.
 */
async function wake(change: Change, color: Color, healthMs: number): Promise<void> {
  const { node, before } = change
  if (await isOvertaken(change)) throw new Overtaken(node.name)
  const asleep = before.filter((server) => server.color === color && server.admin === 'maint')
  const checked = asleep.filter((server) => server.checked)
  await takeAway(node, before, [
    ...statesTo(asleep, 'drain'),
    ...checked.map((server) => setServer(server, 'health down')),
  ])
  const deadline = performance.now() + healthMs
  for (;;) {
    const servers = await node.read()
    const own = backendsOf(servers, color)
    const late = performance.now() > deadline
    const waiting = asleep.filter(({ backend, name }) =>
      own.get(backend)?.some((server) => server.name === name && !server.up),
    )
    const down = [...own].find(([, each]) => !each.some(({ up }) => up))
    if (down && (late || waiting.length === 0)) throw unhealthy(node, ...down)
    // a server that stays down gets no traffic, ready or not
    if (!down && (late || waiting.length === 0)) return
    await delay(POLL_MS)
  }
}

async function shiftTraffic(change: Change, color: Color): Promise<void> {
  const { node, stateFile, file, before } = change
  if (await isOvertaken(change)) throw new Overtaken(node.name)
  change.shifted = true
  const own = before.filter((server) => server.color === color)
  const others = before.filter((server) => server.color !== color && server.admin === 'ready')
  await node.send([...statesTo(own, 'ready'), ...statesTo(others, 'drain')])
  const servers = await expectTrafficOn(node, color)
  for (const [backend, each] of backendsOf(servers, color)) {
    if (!each.some(({ up }) => up)) throw unhealthy(node, backend, each)
  }
  if (stateFile && file) await stateFile.write(file.path, await node.dump())
}

/** Whether another run has shifted traffic since the checks. HAProxy has no versions of servers to compare. */
async function isOvertaken({ node, before, shifted }: Change): Promise<boolean> {
  return !shifted && !isDeepStrictEqual(colorsOfBackends(await node.read()), colorsOfBackends(before))
}

async function expectTrafficOn(node: ServerNode, color: Color): Promise<ColorServer[]> {
  const servers = await node.read()
  const current = colorOfServers(servers)
  if (current === color) return servers
  throw new RouterError('shift_failed', node.name, `its servers, read back, send traffic to "${current}".`)
}

/** Wait until the sessions of the other color have ended, for a limited time. Sessions that remain are not cut off. */
async function retire(
  { node, stateFile, file }: Change,
  color: Color,
  options: ServerShiftOptions,
): Promise<void> {
  if (options.standby === 'drain') return
  const deadline = performance.now() + options.drainMs
  const draining = (await node.read()).filter((server) => server.color !== color && server.admin === 'drain')
  while (draining.length > 0 && performance.now() < deadline) {
    const sessions = await node.sessions()
    if (draining.every(({ backend, name }) => sessions.get(`${backend}/${name}`) === 0)) break
    await delay(POLL_MS)
  }
  const servers = await expectTrafficOn(node, color) // time has passed: another run may have shifted traffic
  await takeAway(node, servers, statesTo(draining, 'maint'))
  const left = (await expectTrafficOn(node, color)).find(
    (server) => server.color !== color && server.admin !== 'maint',
  )
  if (left) {
    const message = `server ${left.backend}/${left.name} should be in maintenance, but is ${left.admin}.`
    throw new RouterError('shift_failed', node.name, message)
  }
  if (stateFile && file) await stateFile.write(file.path, await node.dump())
}

/** Restore the states from before, traffic first. */
async function putBack(change: Change): Promise<void> {
  const { node, before, stateFile, file, shifted } = change
  if (await isOvertaken(change)) return
  if (stateFile && file && shifted) await stateFile.write(file.path, file.before)
  const states: AdminState[] = ['ready', 'drain', 'maint']
  await node.send(
    states.flatMap((state) =>
      statesTo(
        before.filter(({ admin }) => admin === state),
        state,
      ),
    ),
  )
  const after = await node.read()
  const wrong = before.find(
    ({ backend, name, admin }) =>
      after.find((server) => server.backend === backend && server.name === name)?.admin !== admin,
  )
  if (wrong)
    throw new Error(`${node.name}: server ${wrong.backend}/${wrong.name} is not ${wrong.admin} again`)
}

/**
 * Take servers out of service that have no traffic. The same line sets the servers that have it: HAProxy runs it without a break,
 * so that one color serves even when another run has shifted traffic since the last look.
 */
async function takeAway(
  node: ServerNode,
  seen: readonly ColorServer[],
  commands: readonly string[],
): Promise<void> {
  if (commands.length === 0) return
  const serving = seen.filter(({ admin }) => admin === 'ready')
  await node.send([...statesTo(serving, 'ready'), ...commands])
}

function statesTo(servers: readonly ColorServer[], state: AdminState): string[] {
  return servers.map((server) => setServer(server, `state ${state}`))
}

function setServer({ backend, name }: ColorServer, what: string): string {
  return `set server ${backend}/${name} ${what}`
}

function unhealthy(node: ServerNode, backend: string, servers: readonly ColorServer[]): RouterError {
  const states = servers.map(({ name, up, admin }) => `${name} is ${up ? 'up' : 'down'}, ${admin}`)
  const message = `backend ${backend} has no healthy server of that color: ${states.join('; ')}.`
  const remedy =
    'Repair or start the servers of that color. HAProxy must report at least one as up before traffic is shifted.'
  return new RouterError('target_unhealthy', node.name, message, { remedy })
}
