import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  readState,
  saveState
} from "./chunk-HU7Q3R2U.js";
import "./chunk-SASW7LDL.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/github/down-state.ts
function downHooks(inputs) {
  return {
    onUp: () => saveState("down", JSON.stringify(inputs)),
    onDown: () => saveState("down", "")
  };
}
function leftToEnd() {
  const state = readState("down");
  return state === "" ? void 0 : JSON.parse(state);
}
export {
  downHooks,
  leftToEnd
};
