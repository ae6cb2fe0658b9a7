import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  validateText
} from "./chunk-L67JIC67.js";
import "./chunk-PK4TSXVP.js";
import "./chunk-NGMT643S.js";
import "./chunk-IMRJL5B6.js";
import "./chunk-BM2BY55Z.js";
import "./chunk-4KQUTUGP.js";
import "./chunk-IW3FMNSS.js";
import "./chunk-WRJK5PWJ.js";
export {
  validateText
};
