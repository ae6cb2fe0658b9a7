import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/changeover/result.ts
var PHASES = [
  "claim",
  "fetch",
  "expand",
  "deploy",
  "verify",
  "switch",
  "bake",
  "contract",
  "retire"
];
var GOOD_OUTCOMES = ["promoted", "verified", "unchanged", "restored"];

export {
  PHASES,
  GOOD_OUTCOMES
};
