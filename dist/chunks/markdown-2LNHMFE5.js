import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  casesOf,
  countsOf,
  lifecycleMarkdown,
  operationMarkdown,
  packageMarkdown,
  stagedTestMarkdown,
  validateMarkdown
} from "./chunk-PFLGTBOO.js";
import "./chunk-IHXNE3XU.js";
import "./chunk-C26GBMVC.js";
import "./chunk-DIT3HX7E.js";
export {
  casesOf,
  countsOf,
  lifecycleMarkdown,
  operationMarkdown,
  packageMarkdown,
  stagedTestMarkdown,
  validateMarkdown
};
