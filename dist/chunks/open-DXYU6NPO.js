import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  openRelease,
  unpackRelease
} from "./chunk-OZZLT5ME.js";
import "./chunk-GB56H6UI.js";
import "./chunk-KU3J3VL7.js";
import "./chunk-D72PIMZP.js";
import "./chunk-JVUMTRSA.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-DIT3HX7E.js";
export {
  openRelease,
  unpackRelease
};
