import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  gatherView
} from "./chunk-KE3WHIGO.js";
import "./chunk-LE2X64PV.js";
import "./chunk-TJLHXFGN.js";
import "./chunk-HTA2ZXHJ.js";
import "./chunk-YB7TKF5C.js";
import "./chunk-ICZ4BSRT.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  gatherView
};
