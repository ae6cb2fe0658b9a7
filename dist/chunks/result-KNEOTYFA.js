import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  packageResult
} from "./chunk-DT4USNCI.js";
import "./chunk-WRJK5PWJ.js";
export {
  packageResult
};
