import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  checkedText,
  operationText,
  packageText,
  stagedTestText
} from "./chunk-GVVHJYTT.js";
import "./chunk-B5OJDGD5.js";
import "./chunk-PK4TSXVP.js";
import "./chunk-VGLXDGCZ.js";
import "./chunk-T6ZMEY7V.js";
import "./chunk-C26GBMVC.js";
import "./chunk-5OGW7O66.js";
import "./chunk-NGMT643S.js";
import "./chunk-IMRJL5B6.js";
import "./chunk-BM2BY55Z.js";
import "./chunk-4KQUTUGP.js";
import "./chunk-IW3FMNSS.js";
import "./chunk-WRJK5PWJ.js";
export {
  checkedText,
  operationText,
  packageText,
  stagedTestText
};
