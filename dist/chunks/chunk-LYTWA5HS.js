import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/changeover/result.ts
var GOOD_OUTCOMES = ["promoted", "verified", "unchanged", "restored", "given_up"];

export {
  GOOD_OUTCOMES
};
