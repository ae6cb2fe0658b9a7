import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/drivers/command.ts
var CommandFailed = class extends Error {
  code;
  exitCode;
  /** The last lines that the command printed. */
  tail;
  constructor(code, message, exitCode, tail) {
    super(message);
    this.name = "CommandFailed";
    this.code = code;
    this.exitCode = exitCode;
    this.tail = tail;
  }
};
function commandRunner(shell, log) {
  return async (title, command, context, signal) => {
    const { ended, exitCode, tail } = await shell.run(shellCommand(command, context), log.output, signal);
    if (ended === "timeout") {
      const seconds = command.timeoutMs / 1e3;
      throw new CommandFailed(
        "command_timeout",
        `${title} did not end within ${seconds} s; it was stopped.`,
        exitCode,
        tail
      );
    }
    if (ended === "cancelled") throw new CommandFailed("cancelled", `${title} was cancelled.`, exitCode, tail);
    if (exitCode !== 0) {
      throw new CommandFailed(
        "command_failed",
        `${title} ended with exit status ${exitCode ?? "unknown"}.`,
        exitCode,
        tail
      );
    }
  };
}
function shellCommand(command, context) {
  return {
    run: command.run,
    timeoutMs: command.timeoutMs,
    cwd: context.release.folder,
    env: {
      ...context.variables,
      CHANGEOVER_ENVIRONMENT: context.environment,
      CHANGEOVER_COLOR: context.color,
      CHANGEOVER_LIVE_COLOR: context.liveColor ?? "",
      CHANGEOVER_RELEASE: context.release.version,
      CHANGEOVER_RELEASE_DIR: context.release.folder,
      CHANGEOVER_RELEASE_DIGEST: context.release.digest,
      CHANGEOVER_PHASE: context.phase,
      CHANGEOVER_OPERATION: context.operation,
      CHANGEOVER_NODE: process.execPath
      // a runner's own Node is not on the PATH
    }
  };
}

// src/drivers/address.ts
function parseAddress(text) {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  return host !== void 0 && port >= 1 && port <= 65535 ? { host, port } : void 0;
}

export {
  CommandFailed,
  commandRunner,
  shellCommand,
  parseAddress
};
