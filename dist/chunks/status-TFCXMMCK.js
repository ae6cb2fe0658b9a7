import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  knownRouter,
  liveProbes,
  routerTruth,
  statusOf
} from "./chunk-ZBL4Y35M.js";
import "./chunk-SHCKD73G.js";
import "./chunk-AJMYSJQ4.js";
import "./chunk-AWRWGIU3.js";
import "./chunk-P7UCZ7L7.js";
import "./chunk-WEE4WDUK.js";
import "./chunk-QK22Z7Q3.js";
import "./chunk-2RQJNVEV.js";
import "./chunk-T6ZMEY7V.js";
import "./chunk-775FTGG5.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  knownRouter,
  liveProbes,
  routerTruth,
  statusOf
};
