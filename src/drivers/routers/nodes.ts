import { messageOf } from '../../platform/errors.js'
import { type NodeState, RouterError, type RouterState } from './router.js'

/** Do the work on all at once and wait for all of them; then throw the first failure, if any. */
export async function onAll<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = await Promise.allSettled(items.map(work))
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

/** Do the work on all at once. @returns what went wrong, as texts */
export async function failuresOf<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<string[]> {
  const results = await Promise.allSettled(items.map(work))
  return results.flatMap((result) => (result.status === 'rejected' ? [messageOf(result.reason)] : []))
}

/** What a node says, or why it says nothing. @throws whatever is no state of a node */
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

/** What all nodes say, or `split`. */
export function together(colors: readonly RouterState[]): RouterState {
  const [first = 'none', ...others] = colors
  return others.every((color) => color === first) ? first : 'split'
}

/** Nodes that stand by come before those that users reach; each group at once. */
export function passiveFirst<T extends { passive: boolean }>(items: readonly T[]): T[][] {
  return [items.filter(({ passive }) => passive), items.filter(({ passive }) => !passive)].filter(
    (group) => group.length > 0,
  )
}

/** Another run has shifted a node meanwhile. It is left as that run made it: whoever comes later wins. */
export class Overtaken extends RouterError {
  constructor(node: string) {
    super('shift_failed', node, 'another run has shifted it meanwhile.', {
      remedy: 'See changeover status.',
    })
    this.name = 'Overtaken'
  }
}

/** A shift that failed, and what could not be put back after it. */
export function shiftFailed(cause: unknown, left: readonly string[]): RouterError {
  const node = cause instanceof RouterError ? cause.node : 'router'
  const why = messageOf(cause).replace(`${node}: `, '').replace(/\.?$/, '.')
  if (left.length > 0) {
    const message = `the shift failed: ${why} Not everything could be put back: ${left.join('; ')}`
    const remedy =
      'Bring those nodes back by hand: a HAProxy that is started or reloaded reads its map or state file.'
    return new RouterError('shift_failed', node, message, { cause, remedy })
  }
  if (cause instanceof Overtaken) {
    const message = `the shift failed: ${why} Traffic is where that run sent them.`
    return new RouterError('shift_failed', node, message, { cause, remedy: cause.remedy ?? '' })
  }
  const message = `the shift failed: ${why} Every node was put back: traffic is where they were.`
  const remedy = cause instanceof RouterError ? cause.remedy : undefined
  return new RouterError('shift_failed', node, message, remedy === undefined ? { cause } : { cause, remedy })
}
