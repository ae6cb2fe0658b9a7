import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  systemCode
} from "./chunk-FB2AN6SX.js";

// src/github/summary.ts
import { appendFile, stat } from "node:fs/promises";
var LIMIT_BYTES = 1024 * 1024 - 1024;
var SUMMARY_BYTES = LIMIT_BYTES - 1024;
var NOTE = "\n\n_The summary is cut here: GitHub takes 1 MiB a step. The output `result` has everything._\n";
async function appendSummary(markdown, file = process.env.GITHUB_STEP_SUMMARY) {
  if (!file) return;
  let used;
  try {
    used = (await stat(file)).size;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  const text = `${markdown.trimEnd()}

`;
  const room = LIMIT_BYTES - used;
  if (Buffer.byteLength(text) <= room) return appendFile(file, text);
  if (room > 0) await appendFile(file, cutAtLine(text, room) + NOTE);
}
function cutAtLine(text, bytes) {
  const head = Buffer.from(text).subarray(0, bytes);
  const end = head.lastIndexOf("\n");
  const kept = end === -1 ? "" : head.subarray(0, end).toString("utf8");
  const fences = kept.match(/^```/gm)?.length ?? 0;
  return fences % 2 === 0 ? kept : `${kept}
\`\`\``;
}

export {
  SUMMARY_BYTES,
  appendSummary
};
