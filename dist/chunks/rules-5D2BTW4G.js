import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  pagesOfKind,
  requireKnownRules,
  rulePages,
  ruleSets
} from "./chunk-4LJBEDJT.js";
import "./chunk-ICRRGO6M.js";
import "./chunk-LE2X64PV.js";
import "./chunk-PQLTVVC4.js";
import "./chunk-5Y7CG4SE.js";
import "./chunk-N25RECID.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  pagesOfKind,
  requireKnownRules,
  rulePages,
  ruleSets
};
