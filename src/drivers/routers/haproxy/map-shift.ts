import { failuresOf, Overtaken, onAll, passiveFirst, shiftFailed } from '../nodes.js'
import { RouterError } from '../router.js'
import { type MapEntry, type Routes, rerouteEntries, rerouteFile, sameEntries, valuesOf } from './map.js'
import type { HaproxyNode, RuntimeMap } from './node.js'
import type { NodeFile } from './node-file.js'

/** A node that has passed its checks, with what its memory holds and the map file's path without symbolic links. */
export interface ReadyNode {
  node: HaproxyNode
  /** A standby node: it is shifted and read back before the active ones. */
  passive: boolean
  map: RuntimeMap
  file: NodeFile
  path: string
}

/** The change of one node's memory. */
interface MemoryChange {
  node: HaproxyNode
  passive: boolean
  /** The map as it was checked. A later version is another run's. */
  found: RuntimeMap
  before: MapEntry[]
  after: MapEntry[]
  version?: number
  /** The commit was sent, and may have happened, whatever the answer was. */
  commitSent: boolean
}

/** The change of one map file. Nodes may share it. */
interface FileChange {
  node: HaproxyNode
  file: NodeFile
  path: string
  before: string
  after: string
  /** The new text was sent, and may be in the file. */
  written: boolean
}

/**
 * Shift all nodes to `routes`, or none: stage on every node, write the files, commit on every node, read back. The file is
 * written before the memory changes, since a reload of HAProxy reads it.
 *
 * A run that stalled does not undo what another run did meanwhile: HAProxy does not commit a version older than the current one,
 * and a node that another run has shifted is not put back.
 *
 * @throws RouterError `shift_failed`; its message names the nodes that could not be put back
 */
export async function shiftNodes(ready: readonly ReadyNode[], routes: Routes): Promise<void> {
  const memory = ready.map(({ node, passive, map }): MemoryChange => {
    const after = rerouteEntries(map.entries, routes)
    return { node, passive, found: map, before: map.entries, after, commitSent: false }
  })
  const files = await readFiles(ready, routes)
  try {
    await onAll(memory, stage)
    await onAll(files, writeNew)
    for (const together of passiveFirst(memory)) {
      await onAll(together, commit)
      await onAll(together, ({ node, found, after }) => expectEntries(node, found.id, after))
    }
  } catch (error) {
    throw await putBack(error, files, memory, routes)
  }
}

async function readFiles(ready: readonly ReadyNode[], routes: Routes): Promise<FileChange[]> {
  const files = new Map(ready.map((node) => [`${node.file.host}:${node.path}`, node]))
  return onAll([...files.values()], async ({ node, file, path }) => {
    const before = await file.read(path)
    return { node, file, path, before, after: rerouteFile(before, routes), written: false }
  })
}

async function stage(change: MemoryChange): Promise<void> {
  const { node, found, after } = change
  change.version = await node.prepare(found.id)
  // another run has prepared a version since the checks: of two at the same time, the first one continues
  if (change.version > found.prepared + 1) throw new Overtaken(node.name)
  await node.fill(found.id, change.version, after)
}

async function writeNew(change: FileChange): Promise<void> {
  change.written = true
  await change.file.write(change.path, change.after)
}

async function commit(change: MemoryChange): Promise<void> {
  const { node, found, version } = change
  if (version === undefined) throw new Error('a change is committed before it is staged')
  change.commitSent = true
  try {
    await node.commit(found.id, version)
  } catch (error) {
    const now = await node.readMap().catch(() => undefined)
    throw now && now.version > version ? new Overtaken(node.name) : error
  }
}

async function expectEntries(node: HaproxyNode, id: number, expected: readonly MapEntry[]): Promise<void> {
  if (sameEntries(await node.readEntries(id), expected)) return
  throw new RouterError('shift_failed', node.name, 'its map, read back, does not have the new entries.')
}

/** @returns the error that the shift ends with */
async function putBack(
  error: unknown,
  files: readonly FileChange[],
  memory: readonly MemoryChange[],
  routes: Routes,
): Promise<RouterError> {
  const others = await shiftedByOthers(memory)
  // files first: a node that reloads meanwhile must not read the new color; the file of a node that another run has shifted follows its memory
  const left = await failuresOf(
    files.filter(({ written }) => written),
    ({ node, file, path, before }) => {
      const now = [...valuesOf(others.get(node) ?? [])].filter(([key]) => routes.has(key))
      return file.write(path, rerouteFile(before, new Map(now)))
    },
  )
  left.push(
    ...(await failuresOf(memory, (change) => (others.has(change.node) ? drop(change) : restore(change)))),
  )
  const [first] = others.keys()
  return shiftFailed(first ? new Overtaken(first.name) : error, left)
}

/** The nodes where another run has committed something since the checks, with their entries now. */
async function shiftedByOthers(memory: readonly MemoryChange[]): Promise<Map<HaproxyNode, MapEntry[]>> {
  const others = new Map<HaproxyNode, MapEntry[]>()
  await Promise.all(
    memory.map(async ({ node, found, version }) => {
      const now = await node.readMap().catch(() => undefined) // a node that cannot be read must be put back, and that will fail with a message
      if (now && now.version > found.version && now.version !== version) others.set(node, now.entries)
    }),
  )
  return others
}

/** Discard a staged version that will never be committed. */
async function drop({ node, found, version, commitSent }: MemoryChange): Promise<void> {
  if (version !== undefined && !commitSent) await node.discard(found.id, version)
}

async function restore({ node, before, version, commitSent }: MemoryChange): Promise<void> {
  const { id, entries } = await node.readMap()
  if (!commitSent && sameEntries(entries, before)) {
    if (version !== undefined) await node.discard(id, version)
  } else {
    // a newer version wins over a commit that is still pending; clearing the old one would leave an empty map
    const newer = await node.prepare(id)
    await node.fill(id, newer, before)
    await node.commit(id, newer)
  }
  await expectEntries(node, id, before)
}
