import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-FB2AN6SX.js";
import {
  __commonJS,
  __toESM
} from "./chunk-DIT3HX7E.js";

// node_modules/ms/index.js
var require_ms = __commonJS({
  "node_modules/ms/index.js"(exports, module) {
    var s = 1e3;
    var m = s * 60;
    var h = m * 60;
    var d = h * 24;
    var w = d * 7;
    var y = d * 365.25;
    module.exports = function(val, options) {
      options = options || {};
      var type = typeof val;
      if (type === "string" && val.length > 0) {
        return parse(val);
      } else if (type === "number" && isFinite(val)) {
        return options.long ? fmtLong(val) : fmtShort(val);
      }
      throw new Error(
        "val is not a non-empty string or a valid number. val=" + JSON.stringify(val)
      );
    };
    function parse(str) {
      str = String(str);
      if (str.length > 100) {
        return;
      }
      var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
        str
      );
      if (!match) {
        return;
      }
      var n = parseFloat(match[1]);
      var type = (match[2] || "ms").toLowerCase();
      switch (type) {
        case "years":
        case "year":
        case "yrs":
        case "yr":
        case "y":
          return n * y;
        case "weeks":
        case "week":
        case "w":
          return n * w;
        case "days":
        case "day":
        case "d":
          return n * d;
        case "hours":
        case "hour":
        case "hrs":
        case "hr":
        case "h":
          return n * h;
        case "minutes":
        case "minute":
        case "mins":
        case "min":
        case "m":
          return n * m;
        case "seconds":
        case "second":
        case "secs":
        case "sec":
        case "s":
          return n * s;
        case "milliseconds":
        case "millisecond":
        case "msecs":
        case "msec":
        case "ms":
          return n;
        default:
          return void 0;
      }
    }
    function fmtShort(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d) {
        return Math.round(ms2 / d) + "d";
      }
      if (msAbs >= h) {
        return Math.round(ms2 / h) + "h";
      }
      if (msAbs >= m) {
        return Math.round(ms2 / m) + "m";
      }
      if (msAbs >= s) {
        return Math.round(ms2 / s) + "s";
      }
      return ms2 + "ms";
    }
    function fmtLong(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d) {
        return plural(ms2, msAbs, d, "day");
      }
      if (msAbs >= h) {
        return plural(ms2, msAbs, h, "hour");
      }
      if (msAbs >= m) {
        return plural(ms2, msAbs, m, "minute");
      }
      if (msAbs >= s) {
        return plural(ms2, msAbs, s, "second");
      }
      return ms2 + " ms";
    }
    function plural(ms2, msAbs, n, name) {
      var isPlural = msAbs >= n * 1.5;
      return Math.round(ms2 / n) + " " + name + (isPlural ? "s" : "");
    }
  }
});

// src/manifest/values.ts
var import_ms = __toESM(require_ms(), 1);
function duration(text, fallback) {
  return (0, import_ms.default)((text ?? fallback).replace(" ", ""));
}
function expand(text, variables, where) {
  return text.replace(
    /\$?\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g,
    (whole, name, fallback) => {
      if (whole.startsWith("$$")) return whole.slice(1);
      const value = variables[name] || fallback;
      if (value !== void 0) return value;
      throw new UserError(
        "variable_missing",
        `${where} needs the environment variable ${name}, which is not set.`,
        {
          remedy: `Set ${name}, or give it a default in changeover.yml: \${${name}:-value}`
        }
      );
    }
  );
}
function variablesOf(settings, color, processEnv) {
  const shared = expandAll(settings.env ?? {}, processEnv, "env");
  if (settings.strategy !== "blue_green" || color === void 0) return { ...processEnv, ...shared };
  const known = { ...processEnv, ...shared };
  return { ...known, ...expandAll(settings.colors?.[color]?.env ?? {}, known, `colors.${color}.env`) };
}
function expandAll(env, known, where) {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, expand(value, known, `${where}.${name}`)])
  );
}
function expandDeep(data, variables, where) {
  if (typeof data === "string") return expand(data, variables, where);
  if (Array.isArray(data)) {
    return data.map((item, index) => expandDeep(item, variables, `${where}[${index}]`));
  }
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, expandDeep(value, variables, `${where}.${key}`)])
  );
}

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

export {
  duration,
  expand,
  variablesOf,
  expandDeep,
  CommandFailed,
  commandRunner,
  shellCommand
};
