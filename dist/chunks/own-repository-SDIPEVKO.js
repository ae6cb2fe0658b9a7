import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  hostedRepository,
  namedPolicy,
  ownRepository
} from "./chunk-IPPLYJMC.js";
import "./chunk-P3YWCUWM.js";
import "./chunk-GTCIXTUA.js";
import "./chunk-LIBN5DWY.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  hostedRepository,
  namedPolicy,
  ownRepository
};
