import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GitHubArtifactStore,
  artifactName,
  releaseOfArtifact
} from "./chunk-3OWD2KC5.js";
import "./chunk-BDYEJGLL.js";
import "./chunk-LGEIZY6T.js";
import "./chunk-OOEUXFNT.js";
import "./chunk-D3BQ53FD.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";
export {
  GitHubArtifactStore,
  artifactName,
  releaseOfArtifact
};
