import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  SUMMARY_BYTES,
  appendSummary
} from "./chunk-QUOZPITU.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  SUMMARY_BYTES,
  appendSummary
};
