import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  localRouterOf,
  realPorts
} from "./chunk-T65JYHM5.js";
import "./chunk-22IZ6557.js";
import "./chunk-PH4DES75.js";
import "./chunk-D6BMXANV.js";
import "./chunk-2HN66C2M.js";
import "./chunk-YF4HMZJC.js";
import "./chunk-D72PIMZP.js";
import "./chunk-JVUMTRSA.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-DIT3HX7E.js";
export {
  localRouterOf,
  realPorts
};
