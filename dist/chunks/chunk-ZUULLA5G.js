import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/platform/engine.ts
import { setFlagsFromString } from "node:v8";
function expectShortRun() {
  const hasMaglev = Number.parseInt(process.versions.v8, 10) >= 13 && /^(?:x64|arm64)$/.test(process.arch);
  if (!hasMaglev) return;
  setFlagsFromString("--no-opt");
  setFlagsFromString("--invocation-count-for-maglev=1000");
}

export {
  expectShortRun
};
