import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  operationText,
  packageText,
  stagedTestText,
  styler,
  table,
  validateText
} from "./chunk-OHJMMBVP.js";
import "./chunk-PFLGTBOO.js";
import "./chunk-IHXNE3XU.js";
import "./chunk-C26GBMVC.js";
import "./chunk-DIT3HX7E.js";
export {
  operationText,
  packageText,
  stagedTestText,
  styler,
  table,
  validateText
};
