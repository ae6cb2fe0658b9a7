import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  buildRelease,
  releasedFiles
} from "./chunk-BBNE5HW6.js";
import "./chunk-DT4USNCI.js";
import "./chunk-4Z36K7FC.js";
import "./chunk-KFWHASM4.js";
import "./chunk-4SOFSJO6.js";
import "./chunk-O3AUF7BP.js";
import "./chunk-SFP3RZBH.js";
import "./chunk-P3YWCUWM.js";
import "./chunk-LIBN5DWY.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  buildRelease,
  releasedFiles
};
