import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  MANIFEST_FILE,
  environmentOf,
  loadManifest,
  loadManifestIfThere,
  parseManifest
} from "./chunk-KU3J3VL7.js";
import "./chunk-JVUMTRSA.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-DIT3HX7E.js";
export {
  MANIFEST_FILE,
  environmentOf,
  loadManifest,
  loadManifestIfThere,
  parseManifest
};
