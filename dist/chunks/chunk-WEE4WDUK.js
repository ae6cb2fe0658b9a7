import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  require_ms
} from "./chunk-775FTGG5.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-WRJK5PWJ.js";

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

export {
  duration,
  expand,
  variablesOf,
  expandDeep
};
