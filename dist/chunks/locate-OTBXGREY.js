import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  storeOf,
  withRelease
} from "./chunk-CMQIAQ5V.js";
import "./chunk-IOFBP4QD.js";
import "./chunk-XEJ3FUQD.js";
import "./chunk-YRZ77VWT.js";
import "./chunk-SFP3RZBH.js";
import "./chunk-XQKTH77P.js";
import "./chunk-5Y7CG4SE.js";
import "./chunk-N25RECID.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  storeOf,
  withRelease
};
