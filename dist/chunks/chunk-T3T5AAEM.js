import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError,
  systemCode
} from "./chunk-FB2AN6SX.js";

// src/release/provenance/digest.ts
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
async function sha256OfFile(path) {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    throw new UserError("release_missing", `There is no release ${path}.`, {
      remedy: "Make one with: changeover package --version VERSION",
      cause: error
    });
  }
  return hash.digest("hex");
}

export {
  sha256OfFile
};
