import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  jsonDocuments
} from "./chunk-VWG75TKO.js";
import {
  require_dist
} from "./chunk-4ZY7RLXL.js";
import {
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-WRJK5PWJ.js";

// src/release/provenance/trusted-roots.ts
var import_protobuf_specs = __toESM(require_dist(), 1);
import { readFile } from "node:fs/promises";
var MAX_BYTES = 4 * 1024 * 1024;
async function trustedRoots(source) {
  if (source.file !== void 0) return rootsOf(source.file);
  const { publicRoot } = await import("./public-root-73TPWF6P.js");
  return [await publicRoot(source)];
}
async function rootsOf(file) {
  try {
    const text = await readFile(file, "utf8");
    if (text.length > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES} bytes`);
    const roots = jsonDocuments(text).map((root) => import_protobuf_specs.TrustedRoot.fromJSON(root));
    if (roots.every(({ certificateAuthorities }) => certificateAuthorities.length === 0)) {
      throw new Error("it names no certificate authority");
    }
    return roots;
  } catch (error) {
    throw new UserError(
      "trusted_root_unreadable",
      `Cannot use the trusted root ${file}: ${messageOf(error)}.`,
      {
        remedy: "Make the file with: gh attestation trusted-root > trusted-root.jsonl",
        cause: error
      }
    );
  }
}
export {
  trustedRoots
};
