import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/drivers/deployers/run.ts
function runDeployer(command, variables, runCommand) {
  return {
    deploy: (target, signal) => runCommand(
      "The deploy command",
      command,
      {
        environment: target.environment,
        color: target.color,
        liveColor: target.liveColor,
        release: target.release,
        phase: "deploy",
        operation: target.operation,
        variables
      },
      signal
    )
  };
}

export {
  runDeployer
};
