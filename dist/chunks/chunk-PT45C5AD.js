import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ReadablePaths,
  readText
} from "./chunk-BLGYSRL7.js";
import {
  SourceText
} from "./chunk-ENQVGC6S.js";

// src/definitions/source-lines.ts
import { realpath } from "node:fs/promises";
async function sourceLines(root, findings) {
  const wanted = /* @__PURE__ */ new Map();
  for (const { file, line } of findings) wanted.set(file, (wanted.get(file) ?? /* @__PURE__ */ new Set()).add(line));
  const lines = /* @__PURE__ */ new Map();
  const places = new ReadablePaths(await realpath(root));
  for (const [file, numbers] of wanted) {
    const text = readAgain(places, file);
    if (text === void 0) continue;
    const source = new SourceText(text);
    lines.set(file, new Map([...numbers].map((number) => [number, source.line(number)])));
  }
  return (file, line) => lines.get(file)?.get(line);
}
function readAgain(places, file) {
  try {
    const place = places.find(file);
    return "real" in place ? readText(place.real) : void 0;
  } catch {
    return void 0;
  }
}

export {
  sourceLines
};
