import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  MANIFEST_FILE,
  environmentOf,
  loadManifest,
  loadManifestIfThere,
  parseManifest
} from "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  MANIFEST_FILE,
  environmentOf,
  loadManifest,
  loadManifestIfThere,
  parseManifest
};
