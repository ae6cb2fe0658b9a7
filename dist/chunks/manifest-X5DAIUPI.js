import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  FILES_FOLDER,
  MAX_RELEASE_BYTES,
  MAX_RELEASE_FILES,
  RELEASE_MANIFEST,
  changedFiles,
  checkVersion,
  digestOf
} from "./chunk-SFP3RZBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  FILES_FOLDER,
  MAX_RELEASE_BYTES,
  MAX_RELEASE_FILES,
  RELEASE_MANIFEST,
  changedFiles,
  checkVersion,
  digestOf
};
