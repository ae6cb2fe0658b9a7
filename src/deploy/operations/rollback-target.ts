import type { BlueGreenSettings, EnvironmentSettings } from '../../../generated/manifest.js'
import { type Color, otherColor } from '../../drivers/color.js'
import { ProbeFailed } from '../../drivers/probes/ask.js'
import { duration } from '../../manifest/values.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import { ensureOneRelease, isNamed } from '../ledger/named-release.js'
import { liveSlot, type Slot, type State } from '../ledger/state.js'

/** A color that users can be shifted back to. */
export interface WayBack {
  live: Slot
  from: Color
  to: Color
  target: Slot
  /** When it closes. */
  closes: Date
}

/** When the rollback window of a color closes that users have left. */
export function windowEnd(live: Slot, left: Slot): Date {
  return new Date(Date.parse(left.since) + duration(blueGreen(live.settings).rollback_window, '24h'))
}

/** The settings that say how users are routed: those of the live release, or of the one that was about to be. */
export function currentSettings(state: State): BlueGreenSettings {
  const unfinished = state.operation?.to_color
  const settings = (liveSlot(state) ?? (unfinished && state[unfinished]))?.settings
  if (settings) return blueGreen(settings)
  throw new OperationFailure(
    'nothing_to_roll_back_to',
    `No release was ever deployed to ${state.environment}.`,
    'Check the environment, and that this is the repository and remote that keep its ledger.',
  )
}

export function blueGreen(settings: EnvironmentSettings): BlueGreenSettings {
  if (settings.strategy === 'blue_green') return settings
  throw new OperationFailure(
    'nothing_to_roll_back_to',
    'The live release was deployed in place.',
    'Deploy the release that you want back.',
  )
}

/** What to go back to, or the reason why there is no way back. */
export function chooseColor(state: State, asked: string | undefined, now: Date): WayBack {
  const live = liveSlot(state)
  const from = state.live
  if (!live || from === null) throw nothing('No release is live.')
  const to = otherColor(from)
  const target = state[to]
  if (asked !== undefined) ensureOneRelease(state, asked)
  if (asked !== undefined && isNamed(asked, live.release)) {
    throw new OperationFailure('already_live', `${live.release.version} is live already.`, null)
  }
  if (!target) throw nothing(`${to} holds no release: ${live.release.version} is the first.`)
  const held = target.release.version
  if (asked !== undefined && !isNamed(asked, target.release)) {
    throw new OperationFailure('release_not_held', `${to} holds ${held}, not ${asked}.`, deployInstead(asked))
  }
  switch (target.state) {
    case 'retiring':
    case 'retired':
      throw new OperationFailure(
        'contracted',
        `${held}, on ${to}, was given up and torn down: its schema or its services are gone.`,
        deployInstead(held),
      )
    case 'deploying':
    case 'ready':
      throw nothing(`${to} holds ${held}, which never was live.`)
    case 'rejected':
      if (asked === undefined)
        throw nothing(
          `${to} holds ${held}, which users were taken off.`,
          `To use it all the same: --to ${held}`,
        )
      break
    case 'live':
    case 'standby':
  }
  const closes = windowEnd(live, target)
  if (now > closes) {
    throw new OperationFailure(
      'window_closed',
      `The rollback window of ${held} closed at ${closes.toISOString()}.`,
      deployInstead(held),
    )
  }
  return { live, from, to, target, closes }
}

export function nothing(
  message: string,
  remedy = 'Deploy the release that you want: changeover deploy --release FILE',
): OperationFailure {
  return new OperationFailure('nothing_to_roll_back_to', message, remedy)
}

export function deployInstead(version: string): string {
  return `Deploy it forward instead: changeover deploy --release FILE, with the archive of ${version}.`
}

/** Why the old color is not shifted back to, and what can be done about that. */
export function notHealthy(error: unknown, { live, to, target }: WayBack): OperationFailure {
  const failure = asFailure(error)
  if (!(failure.cause instanceof ProbeFailed)) return failure
  const { version } = target.release
  const mend =
    failure.cause.reason === 'cross_color'
      ? `The keys of the colors are not the same any more, and every user would be logged out: copy those of the live color to ${to}`
      : `Mend what the probe asks on ${to}`
  const remedy = `Users stay on ${live.release.version}. ${mend}, and roll back again; or deploy the archive of ${version} forward.`
  return new OperationFailure(failure.reason, failure.message, remedy, error)
}
