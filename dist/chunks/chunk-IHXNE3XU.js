import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/drivers/color.ts
function otherColor(color) {
  return color === "blue" ? "green" : "blue";
}

export {
  otherColor
};
