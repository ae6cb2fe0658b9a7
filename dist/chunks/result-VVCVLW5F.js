import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GOOD_OUTCOMES,
  PHASES
} from "./chunk-C26GBMVC.js";
import "./chunk-WRJK5PWJ.js";
export {
  GOOD_OUTCOMES,
  PHASES
};
