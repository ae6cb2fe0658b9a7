import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  writeFileAtomic
} from "./chunk-OGTRJA2A.js";
import {
  findingsIn
} from "./chunk-ECITOVFO.js";
import {
  textOptions
} from "./chunk-CI4WK5VK.js";
import {
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/cli/findings-output.ts
import { resolve } from "node:path";
async function putFindings(view, to) {
  for (const { format, file } of to.report)
    await write(file, await findingsIn(format, view, { color: false }));
  const terminal = { ...textOptions(), width: process.stdout.columns, quiet: to.quiet };
  process.stdout.write(await findingsIn(to.format, view, terminal));
}
async function write(file, text) {
  try {
    await writeFileAtomic(resolve(file), text);
  } catch (cause) {
    throw new UserError("output_unwritable", `Cannot write ${file}: ${messageOf(cause)}`, {
      remedy: "Choose another file for --report.",
      cause
    });
  }
}
export {
  putFindings
};
