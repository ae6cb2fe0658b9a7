import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  gatherView
} from "./chunk-M6GVYVTA.js";
import "./chunk-LE2X64PV.js";
import "./chunk-XIGTMZDT.js";
import "./chunk-ABIECBV2.js";
import "./chunk-PQLTVVC4.js";
import "./chunk-D72PIMZP.js";
import "./chunk-XQKTH77P.js";
import "./chunk-5Y7CG4SE.js";
import "./chunk-N25RECID.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  gatherView
};
