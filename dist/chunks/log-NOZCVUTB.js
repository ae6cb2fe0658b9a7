import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  silentLog
} from "./chunk-3IJZ65AX.js";
import "./chunk-WRJK5PWJ.js";
export {
  silentLog
};
