import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  FAIL_ON,
  failing,
  failingSeverities,
  worstFirst
} from "./chunk-IW3FMNSS.js";
import "./chunk-WRJK5PWJ.js";
export {
  FAIL_ON,
  failing,
  failingSeverities,
  worstFirst
};
