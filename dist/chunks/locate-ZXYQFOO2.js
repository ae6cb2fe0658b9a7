import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  storeOf,
  withRelease
} from "./chunk-OSGUDG7E.js";
import "./chunk-4SOFSJO6.js";
import "./chunk-O3AUF7BP.js";
import "./chunk-SFP3RZBH.js";
import "./chunk-YRZ77VWT.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  storeOf,
  withRelease
};
