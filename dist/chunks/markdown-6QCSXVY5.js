import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  casesOf,
  lifecycleMarkdown,
  operationMarkdown,
  packageMarkdown,
  stagedTestMarkdown
} from "./chunk-SJ7NDGCA.js";
import "./chunk-LYTWA5HS.js";
import "./chunk-ZCR5SNU5.js";
import "./chunk-R5ICUCAN.js";
import "./chunk-NGMT643S.js";
import "./chunk-IMRJL5B6.js";
import "./chunk-BM2BY55Z.js";
import "./chunk-4KQUTUGP.js";
import "./chunk-T6ZMEY7V.js";
import "./chunk-IW3FMNSS.js";
import "./chunk-WRJK5PWJ.js";
export {
  casesOf,
  lifecycleMarkdown,
  operationMarkdown,
  packageMarkdown,
  stagedTestMarkdown
};
