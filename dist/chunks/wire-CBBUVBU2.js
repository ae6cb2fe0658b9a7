import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  localRouterOf,
  realPorts
} from "./chunk-FZEDACHL.js";
import "./chunk-D6BMXANV.js";
import "./chunk-22IZ6557.js";
import "./chunk-BV2MJK6B.js";
import "./chunk-WEE4WDUK.js";
import "./chunk-PH4DES75.js";
import "./chunk-OGTRJA2A.js";
import "./chunk-775FTGG5.js";
import "./chunk-TP5A5OSX.js";
import "./chunk-D72PIMZP.js";
import "./chunk-OOEUXFNT.js";
import "./chunk-N25RECID.js";
import "./chunk-T6ZMEY7V.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  localRouterOf,
  realPorts
};
