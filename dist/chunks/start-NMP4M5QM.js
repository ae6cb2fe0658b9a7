import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  chosenRelease,
  startValidate
} from "./chunk-YPX5X3FJ.js";
import "./chunk-RMJXUFFO.js";
import "./chunk-HCAG3BBD.js";
import "./chunk-IBUYGFP6.js";
import "./chunk-4LJBEDJT.js";
import "./chunk-ICRRGO6M.js";
import "./chunk-LE2X64PV.js";
import "./chunk-EYFB6UCZ.js";
import "./chunk-4Z36K7FC.js";
import "./chunk-WEE4WDUK.js";
import "./chunk-775FTGG5.js";
import "./chunk-ABIECBV2.js";
import "./chunk-PQLTVVC4.js";
import "./chunk-TP5A5OSX.js";
import "./chunk-D72PIMZP.js";
import "./chunk-XQKTH77P.js";
import "./chunk-5Y7CG4SE.js";
import "./chunk-N25RECID.js";
import "./chunk-65XTCQBH.js";
import "./chunk-3IJZ65AX.js";
import "./chunk-YLO3EHPC.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  chosenRelease,
  startValidate
};
