import type { RollingStep } from '../../../generated/manifest.js'
import { type Color, otherColor } from '../../drivers/color.js'
import { type Rolled, type Slot, type State, withInPlace } from '../ledger/state.js'
import type { RolledReport } from './result.js'
import { hostsText } from './rolling-hosts.js'

// What the ledger knows of the hosts that are brought to a release in batches. It is kept with the release, not with the
// operation: it outlives one that failed, and the next deploy of that release goes on with it.

/** What a release that a deploy begins with has left to do. */
export function leftToRoll({ rolling }: { rolling?: unknown }): Pick<Slot, 'rolling'> {
  return rolling === undefined ? {} : { rolling: 'pending' }
}

/** What a color, or for `null` the in-place environment, holds. */
export function held(state: State, color: Color | null): Slot | null {
  return state[color ?? 'in_place']
}

/**
 * The state as rolling begins, or goes on. Hosts are one set, whatever the color: what was left of another release is void,
 * and going back to that one later takes no host back to it.
 *
 * @param fresh what an environment holds that has no deploy command, and so nothing of the release yet
 */
export function withRollingBegun(state: State, color: Color | null, fresh: Slot): State {
  if (color === null) {
    const own = held(state, null)
    const goesOn = own?.release.digest === fresh.release.digest && own.rolling === 'pending'
    return goesOn ? state : withInPlace(state, fresh, fresh.since)
  }
  const other = held(state, otherColor(color))
  if (!other) return state
  const { rolling: _void, ...rest } = other
  return { ...state, [otherColor(color)]: rest }
}

/** The state after a batch, or after the last one of its step. */
export function withBatch(
  state: State,
  color: Color | null,
  step: string,
  hosts: readonly string[],
  done: boolean,
): State {
  const own = held(state, color)
  if (!own) return state
  const before = rolledOf(own, step).hosts
  const rolled = { ...own.rolled, [step]: { hosts: [...new Set([...before, ...hosts])], done } }
  return { ...state, [color ?? 'in_place']: { ...own, rolled } }
}

/** The state when no host is left. */
export function withAllRolled(state: State, color: Color | null): State {
  const own = held(state, color)
  if (!own) return state
  const { rolling: _done, ...rest } = own
  return { ...state, [color ?? 'in_place']: rest }
}

/** What a step has done for the release that is held. */
export function rolledOf(slot: Slot | null, step: string): Rolled {
  const { rolled = {} } = slot ?? {}
  return (Object.hasOwn(rolled, step) ? rolled[step] : undefined) ?? { hosts: [], done: false }
}

/**
 * What is rolled and what is not, for the result.
 *
 * @param known the hosts of the steps that were come to
 */
export function rolledReport(
  slot: Slot | null,
  steps: readonly RollingStep[],
  known: ReadonlyMap<string, readonly string[]>,
): RolledReport[] {
  return steps.map(({ name, hosts: listed }) => {
    const { hosts, done } = rolledOf(slot, name)
    const all = known.get(name) ?? (Array.isArray(listed) ? listed : undefined)
    const left = done ? [] : (all?.filter((host) => !hosts.includes(host)) ?? null)
    return { name, hosts, left, done }
  })
}

/** The same in a sentence or two. */
export function rolledText(report: readonly RolledReport[]): string {
  const done = report.flatMap(({ name, hosts }) =>
    hosts.length > 0 ? [`${name} (${hostsText(hosts)})`] : [],
  )
  const left = report.flatMap(({ name, left: hosts, done: all }) => {
    if (all) return []
    return [hosts === null ? name : `${name} (${hostsText(hosts)})`]
  })
  const rolled = done.length > 0 ? `Rolled: ${done.join('; ')}.` : 'No host was rolled.'
  return left.length > 0 ? `${rolled} Not rolled: ${left.join('; ')}.` : rolled
}

/** What a rollback leaves as it is: hosts that this release has been rolled to, as a sentence; empty without any. */
export function staysRolled({ release, rolled = {} }: Slot): string {
  const steps = Object.entries(rolled).filter(([, { hosts }]) => hosts.length > 0)
  if (steps.length === 0) return ''
  const hosts = steps.map(([name, step]) => `${name} (${hostsText(step.hosts)})`)
  return `These hosts stay on ${release.version}: ${hosts.join('; ')}.`
}
