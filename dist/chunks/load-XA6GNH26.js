import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  MANIFEST_FILE,
  environmentOf,
  loadManifest,
  loadManifestIfThere,
  parseManifest
} from "./chunk-XQKTH77P.js";
import "./chunk-5Y7CG4SE.js";
import "./chunk-N25RECID.js";
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
