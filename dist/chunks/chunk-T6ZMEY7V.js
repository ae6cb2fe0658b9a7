import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/drivers/color.ts
var COLORS = ["blue", "green"];
function otherColor(color) {
  return color === "blue" ? "green" : "blue";
}

export {
  COLORS,
  otherColor
};
