import { UserError } from '../../src/platform/errors.js'
import { CloudError } from './errors.js'
import type { Site } from './site.js'

/** Data stores get time to close; an API may hang in a connection to the queue that is gone. */
const GRACE_MS: Record<string, number> = { database: 15_000, queue: 15_000 }
const API_GRACE_MS = 3_000
/** After all others and in this order, so that nothing waits for what it lost. */
const LAST = ['queue', 'cache', 'database', 'queue-names']

/** @throws UserError `unknown_process` */
export async function stopSome(site: Site, names: readonly string[]): Promise<void> {
  const known = (await site.processes.list()).map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new UserError('unknown_process', `No process ${JSON.stringify(unknown)} was started.`, {
      remedy: known.length === 0 ? 'Nothing runs.' : `There are: ${known.join(', ')}.`,
    })
  }
  await site.processes.stop(names, graceMs)
}

/**
 * End everything, also what has no record because its starter was killed.
 *
 * @throws CloudError `left_behind`
 */
export async function stopAll({ processes, ports }: Site): Promise<void> {
  const records = await processes.list()
  const names = records.map(({ name }) => name)
  const first = names.filter((name) => !LAST.includes(name))
  await processes.stop(first, graceMs)
  for (const name of LAST.filter((last) => names.includes(last))) await processes.stop([name], graceMs)
  await processes.stopMembers(await processes.leftovers(), API_GRACE_MS)
  const left = await processes.leftovers()
  if (left.length > 0) {
    const pids = left.map(({ pid }) => pid).join(', ')
    throw new CloudError('left_behind', `Processes of the cloud do not end: ${pids}`)
  }
  const open = await ports.busy(records.flatMap(({ port }) => port ?? []))
  if (open.length > 0) {
    throw new CloudError('left_behind', `Ports of the cloud are still listened on: ${open.join(', ')}`)
  }
}

function graceMs(name: string): number {
  return GRACE_MS[name] ?? API_GRACE_MS
}
