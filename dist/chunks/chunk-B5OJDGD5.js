import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  lines
} from "./chunk-PK4TSXVP.js";
import {
  oneLine
} from "./chunk-4KQUTUGP.js";

// src/report/changes-text.ts
function changesText({ added, changed, removed }, style) {
  if (added.length + changed.length + removed.length === 0) return "  changes  none";
  return lines(
    `  changes  ${added.length} added, ${changed.length} changed, ${removed.length} removed`,
    ...added.map((file) => style("green", `    + ${oneLine(file)}`)),
    ...changed.map((file) => style("yellow", `    ~ ${oneLine(file)}`)),
    ...removed.map((file) => style("red", `    - ${oneLine(file)}`))
  );
}

export {
  changesText
};
