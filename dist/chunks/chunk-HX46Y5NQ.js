import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  HttpFailure,
  askHttp
} from "./chunk-ZJRQYKQR.js";
import {
  duration,
  expand,
  shellCommand
} from "./chunk-2HN66C2M.js";

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

// src/drivers/probes/http.ts
function httpProbe(options) {
  return {
    name: options.name,
    async ask(signal) {
      const question = { url: options.url, timeoutMs: options.timeoutMs, signal };
      try {
        const { status, body } = await askHttp(question);
        if (!isGoodStatus(status, options.status))
          return { good: false, why: `${options.url} answered ${status}` };
        if (options.contains !== void 0 && !body.includes(options.contains)) {
          return { good: false, why: `the answer of ${options.url} does not contain "${options.contains}"` };
        }
        return { good: true };
      } catch (error) {
        if (error instanceof HttpFailure) return { good: false, why: error.message };
        throw error;
      }
    }
  };
}
function isGoodStatus(status, good) {
  return good ? good.includes(status) : status >= 200 && status < 400;
}

// src/drivers/probes/run.ts
function runProbe(options, shell) {
  return {
    name: options.name,
    async ask(signal) {
      const { ended, exitCode, tail } = await shell.run(
        shellCommand(options, options.context),
        void 0,
        signal
      );
      if (ended === "cancelled") throw signal.reason;
      if (ended === "timeout") return { good: false, why: `no answer within ${options.timeoutMs / 1e3} s` };
      if (exitCode === 0) return { good: true };
      const last = tail.at(-1);
      return { good: false, why: `exit status ${exitCode}${last ? `: ${last}` : ""}` };
    }
  };
}

// src/drivers/probes/create.ts
function createProbes(settings, context, shell) {
  return settings.map((probe, index) => createProbe(probe, `verify[${index}]`, context, shell));
}
function createProbe(settings, where, context, shell) {
  const { http, run = "", every, timeout, passes = 1, failures = 10 } = settings;
  const name = settings.name ?? http?.url ?? settings.run ?? where;
  const timeoutMs = duration(timeout, "5s");
  const schedule = { everyMs: duration(every, "1s"), passes, failures };
  if (!http) return { probe: runProbe({ name, run, timeoutMs, context }, shell), schedule };
  const url = expand(http.url, context.variables, `${where}.http.url`);
  return { probe: httpProbe({ ...http, url, name, timeoutMs }), schedule };
}

export {
  runDeployer,
  isGoodStatus,
  createProbes
};
