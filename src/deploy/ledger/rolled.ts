import type { RollingStep } from '../../../generated/manifest.js'
import { type Color, otherColor } from '../../drivers/color.js'
import { type Rolled, type Slot, type State, withInPlace } from './state.js'

// What the ledger knows of the hosts that a release is rolled out to in batches. It is kept in the slot of the release, not
// in the operation: it outlives an operation that failed, and the next deploy of that release continues from it.

/** How far a rolling step has come. */
export interface RolledReport {
  name: string
  /** Hosts that are on the release, and in service. */
  hosts: string[]
  /** The other hosts; `null` when they are unknown, because the step did not begin. */
  left: string[] | null
  done: boolean
}

/** What a release has left to roll when its deploy begins. */
export function leftToRoll({ rolling }: { rolling?: unknown }): Pick<Slot, 'rolling'> {
  return rolling === undefined ? {} : { rolling: 'pending' }
}

/** The slot of a color or, for `null`, of the in-place environment. */
export function slotOf(state: State, color: Color | null): Slot | null {
  return state[color ?? 'in_place']
}

/**
 * The state when rolling begins or continues. Both colors share the hosts: what another release had left to roll is void, and
 * a later rollback to that release leaves the hosts as they are.
 *
 * @param fresh the slot of an in-place environment without a deploy command, which has nothing of the release yet
 */
export function withRollingBegun(state: State, color: Color | null, fresh: Slot): State {
  if (color === null) {
    const own = slotOf(state, null)
    const isContinued = own?.release.digest === fresh.release.digest && own.rolling === 'pending'
    return isContinued ? state : withInPlace(state, fresh, fresh.since)
  }
  const other = slotOf(state, otherColor(color))
  if (!other) return state
  const { rolling: _void, ...rest } = other
  return { ...state, [otherColor(color)]: rest }
}

/** The state after a batch; `done` after the last batch of the step. */
export function withBatch(
  state: State,
  color: Color | null,
  step: string,
  hosts: readonly string[],
  done: boolean,
): State {
  const own = slotOf(state, color)
  if (!own) return state
  const before = rolledOf(own, step).hosts
  const rolled = { ...own.rolled, [step]: { hosts: [...new Set([...before, ...hosts])], done } }
  return { ...state, [color ?? 'in_place']: { ...own, rolled } }
}

/** The state when no host is left. */
export function withAllRolled(state: State, color: Color | null): State {
  const own = slotOf(state, color)
  if (!own) return state
  const { rolling: _done, ...rest } = own
  return { ...state, [color ?? 'in_place']: rest }
}

/** What a step has done for the release in a slot. */
export function rolledOf(slot: Slot | null, step: string): Rolled {
  const { rolled = {} } = slot ?? {}
  return (Object.hasOwn(rolled, step) ? rolled[step] : undefined) ?? { hosts: [], done: false }
}

/**
 * Which hosts are rolled and which are not, for the result.
 *
 * @param known the hosts of the steps that have begun
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

/** The same in one or two sentences. */
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

/** Which hosts a rollback leaves on this release, as a sentence; empty without such hosts. */
export function staysRolled({ release, rolled = {} }: Slot): string {
  const steps = Object.entries(rolled).filter(([, { hosts }]) => hosts.length > 0)
  if (steps.length === 0) return ''
  const hosts = steps.map(([name, step]) => `${name} (${hostsText(step.hosts)})`)
  return `These hosts stay on ${release.version}: ${hosts.join('; ')}.`
}

/** Hosts for people, in one line. */
export function hostsText(hosts: readonly string[], most = 20): string {
  const more = hosts.length > most ? ` and ${hosts.length - most} more` : ''
  return `${hosts.slice(0, most).join(', ')}${more}`
}
