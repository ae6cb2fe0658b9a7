import type { BlueGreenSettings, EnvironmentSettings } from '../../../generated/manifest.js'
import { type Color, otherColor } from '../../drivers/color.js'
import { duration } from '../../manifest/values.js'
import type { Release } from '../../release/open.js'
import { OperationFailure } from '../ledger/failure.js'
import { ensureOneRelease, isNamed } from '../ledger/named-release.js'
import { liveSlot, type Slot, type State } from '../ledger/state.js'
import type { ArchiveSource } from './archives.js'

/**
 * What to roll back. The archive of the release to go back to is needed in place, and when its probes are commands and it is
 * not unpacked on this machine.
 */
export interface RollbackRequest extends ArchiveSource {
  environment: string
  /** The version, the digest or its first 12 or more digits; default: the release that was live before. */
  to: string | undefined
  /** Throws when the release may not be deployed here again. It receives the settings of the live release. */
  admit?: (release: Release, live: EnvironmentSettings | undefined) => Promise<void>
  takeOver: boolean
}

/** A color that traffic can be shifted back to. */
export interface WayBack {
  live: Slot
  from: Color
  to: Color
  target: Slot
  /** When the rollback window closes. */
  closes: Date
}

/** When the rollback window of a color closes that traffic has left. */
export function windowEnd(live: Slot, left: Slot): Date {
  return new Date(Date.parse(left.since) + duration(blueGreen(live.settings).rollback_window, '24h'))
}

/** The settings that define the router: those of the live release, or of the first one while it is deployed. */
export function currentSettings(state: State): BlueGreenSettings {
  const unfinished = state.operation?.to_color
  const settings = (liveSlot(state) ?? (unfinished && state[unfinished]))?.settings
  if (settings) return blueGreen(settings)
  throw new OperationFailure(
    'nothing_to_roll_back_to',
    `No release was ever deployed to ${state.environment}.`,
    'Check the name of the environment, and that its ledger is in this repository and on this remote.',
  )
}

export function blueGreen(settings: EnvironmentSettings): BlueGreenSettings {
  if (settings.strategy === 'blue_green') return settings
  throw new OperationFailure(
    'nothing_to_roll_back_to',
    'The live release was deployed in place.',
    'Deploy the release that you want.',
  )
}

/** The color to go back to. @throws OperationFailure with the reason why there is no way back */
export function chooseColor(state: State, asked: string | undefined, now: Date): WayBack {
  const live = liveSlot(state)
  const from = state.live
  const { environment } = state
  if (!live || from === null) throw nothing(environment, 'No release is live.')
  const to = otherColor(from)
  const target = state[to]
  if (asked !== undefined) ensureOneRelease(state, asked)
  if (asked !== undefined && isNamed(asked, live.release)) {
    throw new OperationFailure('already_live', `${live.release.version} is live already.`, null)
  }
  if (!target)
    throw nothing(
      environment,
      `There is no earlier release: ${live.release.version} is the first one in ${environment}.`,
    )
  const held = target.release.version
  if (asked !== undefined && !isNamed(asked, target.release)) {
    throw new OperationFailure(
      'release_not_held',
      `${to} holds ${held}, not ${asked}.`,
      deployInstead(environment, asked),
    )
  }
  switch (target.state) {
    case 'retiring':
    case 'retired':
      throw new OperationFailure(
        'contracted',
        `${held}, on ${to}, was retired: its schema or its services are gone.`,
        deployInstead(environment, held),
      )
    case 'deploying':
    case 'ready':
      throw nothing(environment, `${to} holds ${held}, which was never live.`)
    case 'rejected':
      if (asked === undefined)
        throw nothing(
          environment,
          `${to} holds ${held}, which failed or was rolled back.`,
          `To use it anyway: changeover rollback -e ${environment} --to ${held}`,
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
      deployInstead(environment, held),
    )
  }
  return { live, from, to, target, closes }
}

export function nothing(
  environment: string,
  message: string,
  remedy = `Deploy the release that you want: changeover deploy -e ${environment} -r FILE`,
): OperationFailure {
  return new OperationFailure('nothing_to_roll_back_to', message, remedy)
}

export function deployInstead(environment: string, version: string): string {
  return `Deploy it again: changeover deploy -e ${environment} -r FILE, with the archive of ${version}.`
}
