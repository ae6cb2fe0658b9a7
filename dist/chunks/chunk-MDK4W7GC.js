import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  packageVersion
} from "./chunk-LE2X64PV.js";
import {
  sourceLines
} from "./chunk-PT45C5AD.js";
import {
  GitError,
  gitText
} from "./chunk-LIBN5DWY.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";

// src/definitions/repository-place.ts
import { relative, resolve, sep } from "node:path";
async function repositoryPlace(folder, top = folder) {
  try {
    const answer = await gitText(["rev-parse", "--show-toplevel", "--show-prefix"], { cwd: folder });
    const [found = "", prefix = ""] = answer.split("\n");
    return { top: found, prefix };
  } catch (error) {
    if (error instanceof GitError || error instanceof UserError)
      return placeBelow(resolve(top), resolve(folder));
    throw error;
  }
}
function placeBelow(top, folder) {
  const path = relative(top, folder).split(sep);
  if (path[0] === "..") return { top: folder, prefix: "" };
  return { top, prefix: path[0] === "" ? "" : `${path.join("/")}/` };
}

// src/report/findings-gather.ts
async function gatherView(folder, result, about, workspace) {
  const { top, prefix } = await repositoryPlace(folder, workspace);
  const lines = await sourceLines(folder, result.findings);
  return { result, ...about, lines, prefix, top, version: packageVersion() };
}

export {
  gatherView
};
