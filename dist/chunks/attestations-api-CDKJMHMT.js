import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  attestationsApi,
  fetchBundles
} from "./chunk-HD2DPL6Q.js";
import "./chunk-OOEUXFNT.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  attestationsApi,
  fetchBundles
};
