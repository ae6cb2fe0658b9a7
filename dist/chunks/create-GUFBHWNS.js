import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  gitHubAccess,
  openStore
} from "./chunk-PW23LCSX.js";
import "./chunk-YRZ77VWT.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  gitHubAccess,
  openStore
};
