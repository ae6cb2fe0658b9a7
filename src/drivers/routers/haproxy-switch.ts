import { readFile } from 'node:fs/promises'
import { messageOf } from '../../platform/errors.js'
import { writeFileAtomic } from '../../platform/files.js'
import { type MapEntry, type Routes, rerouteEntries, rerouteFile, sameEntries } from './haproxy-map.js'
import type { HaproxyNode, RuntimeMap } from './haproxy-node.js'
import { RouterError } from './router.js'

/** A node that has passed its checks, with what its memory holds and the map file's path without symbolic links. */
export interface ReadyNode {
  node: HaproxyNode
  map: RuntimeMap
  file: string
}

/** One node's memory on its way. */
interface MemoryChange {
  node: HaproxyNode
  id: number
  before: MapEntry[]
  after: MapEntry[]
  version?: number
  /** From here on the commit may have happened, whatever the answer was. */
  commitSent: boolean
}

/** One map file on its way; nodes may share it. */
interface FileChange {
  node: HaproxyNode
  path: string
  before: string
  after: string
}

/**
 * Send all nodes to `routes`, or none: stage everywhere, write the files, commit everywhere, read back.
 * A reload of HAProxy reads the file, so the file is right before the memory is.
 *
 * @throws RouterError `switch_failed`; its message tells which nodes could not be put back
 */
export async function switchNodes(ready: readonly ReadyNode[], routes: Routes): Promise<void> {
  const memory = ready.map(({ node, map }): MemoryChange => {
    const after = rerouteEntries(map.entries, routes)
    return { node, id: map.id, before: map.entries, after, commitSent: false }
  })
  const files = await readFiles(ready, routes)
  try {
    await onAll(memory, stage)
    await onAll(files, ({ node, path, after }) => writeMapFile(node, path, after))
    await onAll(memory, commit)
    await onAll(memory, ({ node, id, after }) => expectEntries(node, id, after))
  } catch (error) {
    throw switchFailed(error, await putBack(files, memory))
  }
}

async function readFiles(ready: readonly ReadyNode[], routes: Routes): Promise<FileChange[]> {
  const nodes = new Map(ready.map(({ node, file }) => [file, node]))
  return onAll([...nodes], async ([path, node]) => {
    const before = await readFile(path, 'latin1').catch((error) => {
      throw new RouterError('router_misconfigured', node.name, `cannot read ${path}: ${messageOf(error)}`)
    })
    return { node, path, before, after: rerouteFile(before, routes) }
  })
}

async function stage(change: MemoryChange): Promise<void> {
  change.version = await change.node.prepare(change.id)
  await change.node.fill(change.id, change.version, change.after)
}

async function commit(change: MemoryChange): Promise<void> {
  if (change.version === undefined) throw new Error('a change is committed before it is staged')
  change.commitSent = true
  await change.node.commit(change.id, change.version)
}

async function writeMapFile(node: HaproxyNode, path: string, content: string): Promise<void> {
  try {
    await writeFileAtomic(path, Buffer.from(content, 'latin1'))
  } catch (error) {
    throw new RouterError('switch_failed', node.name, `cannot write ${path}: ${messageOf(error)}`, {
      cause: error,
    })
  }
}

async function expectEntries(node: HaproxyNode, id: number, expected: readonly MapEntry[]): Promise<void> {
  if (sameEntries(await node.readEntries(id), expected)) return
  throw new RouterError('switch_failed', node.name, 'its map, read back, does not hold what it was given.')
}

/** Files first: a node that reloads meanwhile must not read the new color. @returns what could not be put back */
async function putBack(files: readonly FileChange[], memory: readonly MemoryChange[]): Promise<string[]> {
  const fromFiles = await failuresOf(files, ({ node, path, before }) => writeMapFile(node, path, before))
  return [...fromFiles, ...(await failuresOf(memory, restore))]
}

async function restore({ node, before, version, commitSent }: MemoryChange): Promise<void> {
  const { id, entries } = await node.readMap()
  if (!commitSent && sameEntries(entries, before)) {
    if (version !== undefined) await node.discard(id, version)
  } else {
    // A newer version wins over a commit that is still on its way; clearing the old one would leave an empty map.
    const newer = await node.prepare(id)
    await node.fill(id, newer, before)
    await node.commit(id, newer)
  }
  await expectEntries(node, id, before)
}

function switchFailed(cause: unknown, left: readonly string[]): RouterError {
  const node = cause instanceof RouterError ? cause.node : 'haproxy'
  const why = messageOf(cause).replace(`${node}: `, '').replace(/\.?$/, '.')
  if (left.length > 0) {
    const message = `the switch failed: ${why} Not everything could be put back: ${left.join('; ')}`
    const remedy = 'Bring those nodes back by hand: a HAProxy that is started or reloaded reads its map file.'
    return new RouterError('switch_failed', node, message, { cause, remedy })
  }
  const message = `the switch failed: ${why} Every node was put back: users are where they were.`
  const remedy = cause instanceof RouterError ? cause.remedy : undefined
  return new RouterError('switch_failed', node, message, remedy === undefined ? { cause } : { cause, remedy })
}

/** Do the work on all at once and wait for all of them; then throw the first failure, if any. */
export async function onAll<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = await Promise.allSettled(items.map(work))
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

async function failuresOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<string[]> {
  const results = await Promise.allSettled(items.map(work))
  return results.flatMap((result) => (result.status === 'rejected' ? [messageOf(result.reason)] : []))
}
