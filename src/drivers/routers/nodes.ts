import { messageOf } from '../../platform/errors.js'
import { type NodeState, RouterError, type RouterState } from './router.js'

/** Do the work on all items in parallel, and wait for all of them. @throws the first failure */
export async function onAll<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = await Promise.allSettled(items.map(work))
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

/** Do the work on all items in parallel. @returns the messages of the failures */
export async function failuresOf<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<string[]> {
  const results = await Promise.allSettled(items.map(work))
  return results.flatMap((result) => (result.status === 'rejected' ? [messageOf(result.reason)] : []))
}

/** The state of a node; a RouterError becomes its `error`. @throws any other error */
export async function truthOf(
  node: string,
  ask: () => Promise<{ current: RouterState; services: Record<string, string> }>,
): Promise<NodeState> {
  try {
    return { node, ...(await ask()), error: null }
  } catch (error) {
    if (!(error instanceof RouterError)) throw error
    const why = error.message.replace(`${error.node}: `, '')
    return { node, current: null, services: {}, error: `${error.code}: ${why}` }
  }
}

/** The state of all nodes together: `split` when they differ. */
export function together(colors: readonly RouterState[]): RouterState {
  const [first = 'none', ...others] = colors
  return others.every((color) => color === first) ? first : 'split'
}

/** The passive nodes, then the active ones: the nodes of a group are changed in parallel. */
export function passiveFirst<T extends { passive: boolean }>(items: readonly T[]): T[][] {
  return [items.filter(({ passive }) => passive), items.filter(({ passive }) => !passive)].filter(
    (group) => group.length > 0,
  )
}

/** Another run has shifted a node meanwhile. The node is left as that run set it. */
export class Overtaken extends RouterError {
  constructor(node: string) {
    super('shift_failed', node, 'another run has shifted it meanwhile.', {
      remedy: 'See changeover status.',
    })
    this.name = 'Overtaken'
  }
}

/** The error of a failed shift. @param left what could not be put back */
export function shiftFailed(cause: unknown, left: readonly string[]): RouterError {
  const node = cause instanceof RouterError ? cause.node : 'router'
  const why = messageOf(cause).replace(`${node}: `, '').replace(/\.?$/, '.')
  if (left.length > 0) {
    const message = `the shift failed: ${why} These nodes could not be put back: ${left.join('; ')}`
    const remedy =
      'Put those nodes back by hand. HAProxy reads its map or state file when it is started or reloaded.'
    return new RouterError('shift_failed', node, message, { cause, remedy })
  }
  if (cause instanceof Overtaken) {
    const message = `the shift failed: ${why} Traffic is where that run sent it.`
    return new RouterError('shift_failed', node, message, { cause, remedy: cause.remedy ?? '' })
  }
  const message = `the shift failed: ${why} Every node was put back: traffic is where it was.`
  const remedy = cause instanceof RouterError ? cause.remedy : undefined
  return new RouterError('shift_failed', node, message, remedy === undefined ? { cause } : { cause, remedy })
}
