import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  hostedRepository,
  namedPolicy,
  ownRepository
} from "./chunk-HFHGVPTL.js";
import "./chunk-WLHHR2BK.js";
import "./chunk-GTCIXTUA.js";
import "./chunk-ICZ4BSRT.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  hostedRepository,
  namedPolicy,
  ownRepository
};
