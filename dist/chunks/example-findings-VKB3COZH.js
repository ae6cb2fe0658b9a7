import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  checkDefinitions,
  detectedRelease
} from "./chunk-IBUYGFP6.js";
import {
  exampleFiles,
  factsOf,
  ruleSets
} from "./chunk-4LJBEDJT.js";
import "./chunk-ICRRGO6M.js";
import "./chunk-LE2X64PV.js";
import {
  MAX_BYTES,
  definitionOf,
  tooLarge
} from "./chunk-ABIECBV2.js";
import "./chunk-PQLTVVC4.js";
import "./chunk-D72PIMZP.js";
import "./chunk-XQKTH77P.js";
import "./chunk-5Y7CG4SE.js";
import "./chunk-N25RECID.js";
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
