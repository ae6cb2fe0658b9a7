import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  openRelease,
  unpackRelease
} from "./chunk-TSPEEDOP.js";
import "./chunk-GB56H6UI.js";
import "./chunk-L4BFFOAH.js";
import "./chunk-D72PIMZP.js";
import "./chunk-JVUMTRSA.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-DIT3HX7E.js";
export {
  openRelease,
  unpackRelease
};
