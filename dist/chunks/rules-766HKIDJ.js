import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  pagesOfKind,
  requireKnownRules,
  rulePages,
  ruleSets
} from "./chunk-OOT4JN5N.js";
import "./chunk-LE2X64PV.js";
import "./chunk-GO7XLY65.js";
import "./chunk-YB7TKF5C.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  pagesOfKind,
  requireKnownRules,
  rulePages,
  ruleSets
};
