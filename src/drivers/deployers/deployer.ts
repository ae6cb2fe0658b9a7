import type { CommandSettings, EnvironmentSettings } from '../../../generated/manifest.js'
import type { Target } from '../target.js'

/** What a deploy would change, in the words of the deployment tool: names of resources, tasks or stacks. */
export interface Changes {
  added: string[]
  changed: string[]
  replaced: string[]
  removed: string[]
}

/** Brings a color, or an in-place environment, to a release. Idempotent: the next run repeats it after a crash. */
export interface Deployer {
  /** Tell what {@link deploy} would change. A deployer that cannot tell leaves it out. */
  plan?(target: Target, signal: AbortSignal): Promise<Changes>
  /** @throws CommandFailed when the target did not get to the release */
  deploy(target: Target, signal: AbortSignal): Promise<void>
  /** Take down what {@link deploy} made. An environment without a `retire` command leaves it out. @throws CommandFailed */
  remove?(target: Target, signal: AbortSignal): Promise<void>
}

/** The keys of `deploy` in the manifest that name a driver. A new one does not compile before it has a driver here. */
type Kind = Exclude<keyof CommandSettings, 'timeout'>

const DRIVERS: { [K in Kind]: (deploy: CommandSettings, retire: CommandSettings | undefined) => Deployer } = {
  run: commandDeployer,
}

/** The deployer of an environment; `undefined` where only hosts are rolled. */
export function deployerOf(settings: EnvironmentSettings): Deployer | undefined {
  const retire = settings.strategy === 'blue_green' ? settings.retire : undefined
  return settings.deploy && DRIVERS.run(settings.deploy, retire)
}

/** Deploys by the user's own commands: a playbook, a script… */
function commandDeployer(deploy: CommandSettings, retire: CommandSettings | undefined): Deployer {
  return {
    deploy: (target, signal) => target.run('deploy', deploy, signal),
    ...(retire && { remove: (target, signal) => target.run('retire', retire, signal) }),
  }
}
