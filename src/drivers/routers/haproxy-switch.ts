import { failuresOf, onAll, passiveFirst, switchFailed } from './all-nodes.js'
import { type MapEntry, type Routes, rerouteEntries, rerouteFile, sameEntries } from './haproxy-map.js'
import type { HaproxyNode, RuntimeMap } from './haproxy-node.js'
import type { NodeFile } from './node-file.js'
import { RouterError } from './router.js'

/** A node that has passed its checks, with what its memory holds and the map file's path without symbolic links. */
export interface ReadyNode {
  node: HaproxyNode
  /** Stands by: it is switched, and read back, before the others. */
  passive: boolean
  map: RuntimeMap
  file: NodeFile
  path: string
}

/** One node's memory on its way. */
interface MemoryChange {
  node: HaproxyNode
  passive: boolean
  id: number
  before: MapEntry[]
  after: MapEntry[]
  version?: number
  /** From here on the commit may have happened, whatever the answer was. */
  commitSent: boolean
}

/** One map file on its way; nodes may share it. */
interface FileChange {
  file: NodeFile
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
  const memory = ready.map(({ node, passive, map }): MemoryChange => {
    const after = rerouteEntries(map.entries, routes)
    return { node, passive, id: map.id, before: map.entries, after, commitSent: false }
  })
  const files = await readFiles(ready, routes)
  try {
    await onAll(memory, stage)
    await onAll(files, ({ file, path, after }) => file.write(path, after))
    for (const together of passiveFirst(memory)) {
      await onAll(together, commit)
      await onAll(together, ({ node, id, after }) => expectEntries(node, id, after))
    }
  } catch (error) {
    throw switchFailed(error, await putBack(files, memory))
  }
}

async function readFiles(ready: readonly ReadyNode[], routes: Routes): Promise<FileChange[]> {
  const files = new Map(ready.map((node) => [`${node.file.host}:${node.path}`, node]))
  return onAll([...files.values()], async ({ file, path }) => {
    const before = await file.read(path)
    return { file, path, before, after: rerouteFile(before, routes) }
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

async function expectEntries(node: HaproxyNode, id: number, expected: readonly MapEntry[]): Promise<void> {
  if (sameEntries(await node.readEntries(id), expected)) return
  throw new RouterError('switch_failed', node.name, 'its map, read back, does not hold what it was given.')
}

/** Files first: a node that reloads meanwhile must not read the new color. @returns what could not be put back */
async function putBack(files: readonly FileChange[], memory: readonly MemoryChange[]): Promise<string[]> {
  const fromFiles = await failuresOf(files, ({ file, path, before }) => file.write(path, before))
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
