import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  localRouterOf,
  realPorts
} from "./chunk-HTIZ6ASW.js";
import "./chunk-D6BMXANV.js";
import "./chunk-OGTRJA2A.js";
import "./chunk-PGF25G2R.js";
import "./chunk-KFWHASM4.js";
import "./chunk-TP5A5OSX.js";
import "./chunk-4SOFSJO6.js";
import "./chunk-O3AUF7BP.js";
import "./chunk-SFP3RZBH.js";
import "./chunk-AWRWGIU3.js";
import "./chunk-P7UCZ7L7.js";
import "./chunk-WEE4WDUK.js";
import "./chunk-QK22Z7Q3.js";
import "./chunk-2RQJNVEV.js";
import "./chunk-T6ZMEY7V.js";
import "./chunk-LIBN5DWY.js";
import "./chunk-775FTGG5.js";
import "./chunk-BDYEJGLL.js";
import "./chunk-LGEIZY6T.js";
import "./chunk-OOEUXFNT.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  localRouterOf,
  realPorts
};
