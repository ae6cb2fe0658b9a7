import type { Variables } from '../../manifest/values.js'
import type { RunCommand } from '../command.js'
import type { Deployer } from './deployer.js'

/** A deployer that is the user's own command: a playbook, a script… It must be idempotent. */
export function runDeployer(
  command: { run: string; timeoutMs: number },
  variables: Variables,
  runCommand: RunCommand,
): Deployer {
  return {
    deploy: (target, signal) =>
      runCommand(
        'The deploy command',
        command,
        {
          environment: target.environment,
          color: target.color,
          liveColor: target.liveColor,
          release: target.release,
          phase: 'deploy',
          operation: target.operation,
          variables,
        },
        signal,
      ),
  }
}
