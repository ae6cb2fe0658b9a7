import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/cli/colors.ts
function textOptions() {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return { color: false };
  return { color: process.stdout.isTTY === true || FORCE_COLOR !== void 0 && FORCE_COLOR !== "0" };
}

export {
  textOptions
};
