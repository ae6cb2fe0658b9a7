import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/platform/log.ts
var silentLog = {
  info: () => {
  },
  warn: () => {
  },
  output: () => {
  },
  step: (_title, work) => work()
};

export {
  silentLog
};
