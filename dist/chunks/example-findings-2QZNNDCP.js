import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  checkDefinitions,
  detectedRelease
} from "./chunk-N724N4JM.js";
import {
  exampleFiles,
  factsOf,
  ruleSets
} from "./chunk-OOT4JN5N.js";
import "./chunk-LE2X64PV.js";
import "./chunk-GO7XLY65.js";
import {
  MAX_BYTES,
  definitionOf,
  tooLarge
} from "./chunk-BLGYSRL7.js";
import "./chunk-YB7TKF5C.js";
import "./chunk-LIBN5DWY.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-YLO3EHPC.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/definitions/example-findings.ts
function findingsInExample(page) {
  const set = ruleSets.find(({ pages }) => pages.includes(page));
  if (!set) return [];
  const files = Object.entries(exampleFiles(set, page.example, "bad"));
  const definitions = files.flatMap(([path, content]) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    return (bytes.length > MAX_BYTES ? tooLarge(path) : definitionOf(bytes, path)) ?? [];
  });
  const { name, assumed } = detectedRelease(definitions);
  const context = { facts: factsOf(name, assumed), files: new Set(files.map(([path]) => path)) };
  return checkDefinitions(definitions, { rules: {}, isAsked: () => true }, context).findings;
}
export {
  findingsInExample
};
