import type { Color } from '../color.js'

/** What to bring to a release: a color of a blue-green environment, or an environment that is changed in place. */
export interface Target {
  environment: string
  /** `undefined` for an environment that is changed in place. */
  color: Color | undefined
  /** The color that has the users meanwhile, if one has. */
  liveColor: Color | undefined
  release: { version: string; digest: string; folder: string }
  operation: string
}

/** Brings a color, or an in-place environment, to a release. Idempotent: a run that died may be followed by another. */
export interface Deployer {
  /** @throws CommandFailed when the release did not get there */
  deploy(target: Target, signal: AbortSignal): Promise<void>
}
