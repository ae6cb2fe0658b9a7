import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  gatherView
} from "./chunk-MDK4W7GC.js";
import "./chunk-LE2X64PV.js";
import "./chunk-PT45C5AD.js";
import "./chunk-BLGYSRL7.js";
import "./chunk-YB7TKF5C.js";
import "./chunk-LIBN5DWY.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  gatherView
};
