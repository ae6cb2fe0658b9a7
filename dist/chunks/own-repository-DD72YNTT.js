import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  hostedRepository,
  namedPolicy,
  ownRepository
} from "./chunk-NCZXE3C4.js";
import "./chunk-N65QJXS5.js";
import "./chunk-GTCIXTUA.js";
import "./chunk-D72PIMZP.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  hostedRepository,
  namedPolicy,
  ownRepository
};
