import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GOOD_OUTCOMES
} from "./chunk-LYTWA5HS.js";
import "./chunk-WRJK5PWJ.js";
export {
  GOOD_OUTCOMES
};
