import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  readInputs,
  setOutputs
} from "./chunk-HU7Q3R2U.js";
import {
  debug,
  endGroup,
  info,
  setFailed,
  startGroup,
  warning
} from "./chunk-SASW7LDL.js";
import {
  appendSummary
} from "./chunk-QUOZPITU.js";
import {
  Cancelled,
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";

// src/github/runner-log.ts
import { randomUUID } from "node:crypto";
var LIKE_A_COMMAND = /(?:^|[^\x21-\x7e])::|##\[/;
function runnerLog() {
  let token;
  let depth = 0;
  let told;
  const print = (line) => process.stdout.write(`${line}
`);
  const stop = () => {
    if (token !== void 0) return;
    token = `changeover-${randomUUID()}`;
    print(`::stop-commands::${token}`);
  };
  const resume = () => {
    if (token === void 0) return;
    print(`::${token}::`);
    token = void 0;
  };
  const info2 = (message) => {
    resume();
    if (LIKE_A_COMMAND.test(message)) {
      stop();
      print(message);
      resume();
    } else info(message);
  };
  return {
    resume,
    info: info2,
    warn(message) {
      resume();
      warning(message);
    },
    output(line) {
      stop();
      print(line);
    },
    async step(title, work) {
      const started = performance.now();
      const end = (mark) => {
        resume();
        depth--;
        if (depth === 0) endGroup();
        info2(`${mark} ${title} (${((performance.now() - started) / 1e3).toFixed(1)} s)`);
      };
      if (depth === 0) {
        resume();
        startGroup(title);
      } else info2(title);
      depth++;
      try {
        const result = await work();
        end("\u2714");
        return result;
      } catch (error) {
        if (error !== told) info2(messageOf(error));
        told = error;
        end("\u2716");
        throw error;
      }
    }
  };
}

// src/github/run-action.ts
var LINGER_MS = 2e3;
async function runAction(name, work) {
  const report = (reason) => setOutputs(name, { outcome: "failed", reason });
  await guarded(report, async (context) => {
    const inputs = readInputs(name);
    const end = await work(inputs, context);
    context.log.resume();
    setOutputs(name, end.outputs);
    if (inputs.summary && end.summary !== void 0) await appendSummary(end.summary);
    return end.failure;
  });
}
async function runPost(work) {
  await guarded(
    () => {
    },
    async (context) => {
      await work(context);
      return void 0;
    }
  );
}
async function guarded(report, work) {
  const log = runnerLog();
  const controller = new AbortController();
  const onSignal = (signal) => controller.abort(new Cancelled(signal));
  const fail = (error) => {
    log.resume();
    tellFailure(error, controller.signal, report);
  };
  const onUncaught = (error) => {
    fail(error);
    process.exit(1);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  process.on("uncaughtException", onUncaught);
  process.exitCode = 1;
  try {
    const failure = await work({ log, signal: controller.signal });
    log.resume();
    if (failure === void 0) process.exitCode = 0;
    else setFailed(failure);
  } catch (error) {
    fail(error);
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
    process.off("uncaughtException", onUncaught);
    endSoon();
  }
}
function endSoon() {
  setTimeout(() => process.exit(), LINGER_MS).unref();
}
function tellFailure(error, signal, report) {
  if (error instanceof UserError) {
    setFailed(error.remedy === void 0 ? error.message : `${error.message} ${error.remedy}`);
  } else {
    if (error instanceof Error && error.stack !== void 0) debug(error.stack);
    setFailed(messageOf(error) || "The action failed without saying why.");
  }
  report(reasonOf(error, signal));
}
function reasonOf(error, signal) {
  if (error instanceof UserError) return error.code;
  return signal.aborted && error === signal.reason ? "cancelled" : "internal_error";
}

export {
  runAction,
  runPost
};
