import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/platform/engine.ts
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
function expectShortRun() {
  const hasMaglev = Number.parseInt(process.versions.v8, 10) >= 13 && /^(?:x64|arm64)$/.test(process.arch);
  if (!hasMaglev) return;
  setFlagsFromString("--no-opt");
  setFlagsFromString("--invocation-count-for-maglev=1000");
}
var PLENTY = 200 * 1024 * 1024;
var next = PLENTY;
var collect;
function tidyHeap() {
  if (process.memoryUsage().heapUsed < next) return;
  collect ??= collector();
  collect();
  next = Math.max(PLENTY, 2 * process.memoryUsage().heapUsed);
}
function collector() {
  setFlagsFromString("--expose-gc");
  const found = runInNewContext('typeof gc === "function" ? gc : undefined');
  return typeof found === "function" ? () => void found() : () => {
  };
}

export {
  expectShortRun,
  tidyHeap
};
