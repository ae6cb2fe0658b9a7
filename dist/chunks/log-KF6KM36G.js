import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  silentLog
} from "./chunk-3IJZ65AX.js";
import "./chunk-DIT3HX7E.js";
export {
  silentLog
};
