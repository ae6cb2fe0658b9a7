import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  chosenRelease,
  startValidate
} from "./chunk-KK7TGXPH.js";
import "./chunk-N724N4JM.js";
import "./chunk-RMJXUFFO.js";
import "./chunk-HCAG3BBD.js";
import "./chunk-OOT4JN5N.js";
import "./chunk-LE2X64PV.js";
import "./chunk-4Z36K7FC.js";
import "./chunk-GO7XLY65.js";
import "./chunk-BLGYSRL7.js";
import "./chunk-YB7TKF5C.js";
import "./chunk-KFWHASM4.js";
import "./chunk-TP5A5OSX.js";
import "./chunk-WEE4WDUK.js";
import "./chunk-LIBN5DWY.js";
import "./chunk-775FTGG5.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-3IJZ65AX.js";
import "./chunk-YLO3EHPC.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  chosenRelease,
  startValidate
};
