import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  HttpFailure,
  askHttp
} from "./chunk-2RQJNVEV.js";
import {
  parseJsonPath,
  valuesAt
} from "./chunk-YDE2UNG7.js";
import {
  Cancelled,
  systemCode
} from "./chunk-FB2AN6SX.js";

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
    if (ended === "cancelled") {
      if (signal && hasReason(signal)) throw signal.reason;
      throw new CommandFailed("cancelled", `${title} was cancelled.`, exitCode, tail);
    }
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
function hasReason({ reason }) {
  return reason instanceof Error && !(reason instanceof Cancelled) && reason.name !== "AbortError";
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

// src/drivers/probes/address.ts
function shown(text) {
  const url = new URL(text);
  return `${url.origin}${url.pathname}${url.search ? "?\u2026" : ""}`;
}

// src/drivers/probes/pattern.ts
import { runInNewContext } from "node:vm";
var BUDGET_MS = 250;
function matchesInTime(pattern, text) {
  try {
    const found = runInNewContext(
      'new RegExp(pattern, "u").test(text)',
      { pattern, text },
      { timeout: BUDGET_MS }
    );
    return found === true;
  } catch (error) {
    if (systemCode(error) === "ERR_SCRIPT_EXECUTION_TIMEOUT") return void 0;
    throw error;
  }
}

// src/drivers/probes/probe.ts
var GOOD = { verdict: "good" };
function bad(reason, why) {
  return { verdict: "bad", reason, why };
}
function inconclusive(reason, why) {
  return { verdict: "inconclusive", reason, why };
}

// src/drivers/probes/http-checks.ts
var SEARCHED = 65536;
function checkAnswer(answer, expected) {
  const where = shown(expected.url);
  const { status, headers, body } = answer;
  if (!isGoodStatus(status, expected.status)) return bad("status", `${where} answered ${status}`);
  for (const [name, value] of Object.entries(expected.header ?? {})) {
    const given = headers[name.toLowerCase()];
    if (given === value) continue;
    const what = given === void 0 ? "without the header" : "with another value of the header";
    return bad("header", `${where} answered ${what} ${name}`);
  }
  const searched = body.slice(0, SEARCHED);
  if (expected.contains !== void 0 && !searched.includes(expected.contains)) {
    return bad("body", `the answer of ${where} does not contain "${expected.contains}"`);
  }
  return checkPattern(where, searched, expected.matches) ?? checkJson(where, body, expected.json) ?? GOOD;
}
function checkPattern(where, text, pattern) {
  if (pattern === void 0) return void 0;
  const matches = matchesInTime(pattern, text);
  if (matches === void 0) {
    return inconclusive("pattern", `the pattern /${pattern}/ found no end in the answer of ${where}`);
  }
  return matches ? void 0 : bad("body", `the answer of ${where} does not match /${pattern}/`);
}
function checkJson(where, body, expected) {
  if (expected === void 0) return void 0;
  let data;
  try {
    data = JSON.parse(body);
  } catch {
    return bad("json", `the answer of ${where} is no JSON`);
  }
  for (const [path, value] of Object.entries(expected)) {
    const steps = parseJsonPath(path);
    if (!steps) return inconclusive("json", `"${path}" is no path`);
    const found = valuesAt(data, steps);
    if (found.includes(value)) continue;
    const what = found.length === 0 ? "nothing" : found.slice(0, 3).map(brief).join(", ");
    return bad("json", `${path} in the answer of ${where} is ${what}, not ${brief(value)}`);
  }
  return void 0;
}
function brief(value) {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "a mapping";
  return JSON.stringify(value).slice(0, 60);
}
function isGoodStatus(status, good) {
  return good ? good.includes(status) : status >= 200 && status < 400;
}

// src/drivers/probes/http.ts
var MAX_BYTES = 1024 * 1024;
function httpProbe(options) {
  return {
    name: options.name,
    async ask(signal) {
      try {
        const answer = await askFollowing(options, signal);
        return "verdict" in answer ? answer : checkAnswer(answer, options);
      } catch (error) {
        if (error instanceof HttpFailure) return bad(error.kind, error.message);
        throw error;
      }
    }
  };
}
async function askFollowing(options, signal) {
  const tls = await options.trust?.();
  const end = performance.now() + options.timeoutMs;
  let url = options.url;
  for (let followed = 0; ; followed++) {
    const answer = await askHttp({
      url,
      signal,
      tls,
      method: options.method ?? "GET",
      // credentials are for the address that the manifest names
      headers: new URL(url).origin === new URL(options.url).origin ? options.send ?? {} : {},
      timeoutMs: Math.max(1, Math.round(end - performance.now())),
      maxBody: options.maxBytes ?? MAX_BYTES,
      longBody: "refuse"
    });
    const { location } = answer.headers;
    if (!options.redirects || !isRedirect(answer.status) || location === void 0) return answer;
    if (followed >= options.redirects) {
      return bad("redirects", `${shown(options.url)} led on after ${options.redirects} redirects`);
    }
    const next = URL.canParse(location, url) ? new URL(location, url) : void 0;
    if (!next || !mayFollow(new URL(url), next)) {
      return bad("redirects", `${shown(url)} leads to another host, or away from TLS`);
    }
    url = next.href;
  }
}
function isRedirect(status) {
  return [301, 302, 303, 307, 308].includes(status);
}
function mayFollow(from, to) {
  const isHttp = to.protocol === "https:" || to.protocol === "http:" && from.protocol === "http:";
  return isHttp && to.hostname === from.hostname;
}

export {
  CommandFailed,
  commandRunner,
  shellCommand,
  parseAddress,
  shown,
  GOOD,
  bad,
  inconclusive,
  isGoodStatus,
  httpProbe
};
