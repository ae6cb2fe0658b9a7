import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import "./chunk-WRJK5PWJ.js";

// src/github/workspace.ts
import { tmpdir } from "node:os";
import { join } from "node:path";
function defaultOutput() {
  return join(process.env.RUNNER_TEMP || tmpdir(), "changeover-releases");
}
export {
  defaultOutput
};
