import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  git
} from "./chunk-D72PIMZP.js";

// src/platform/git-objects.ts
async function treeOf(folder, commit) {
  const listing = await git(["ls-tree", "-r", "-z", "-l", commit], { cwd: folder });
  return splitNul(listing).map((line) => {
    const text = line.toString("utf8");
    const tab = text.indexOf("	");
    const [mode = "", , id = "", size = ""] = text.slice(0, tab).split(/ +/);
    return { mode, id, size: Number(size) || 0, path: text.slice(tab + 1) };
  });
}
async function readBlobs(root, ids, maxBytes = 1024 ** 3) {
  if (ids.length === 0) return [];
  const answer = await git(["cat-file", "--batch"], {
    cwd: root,
    input: `${ids.join("\n")}
`,
    maxBytes,
    timeoutMs: 3e5
  });
  const contents = [];
  let at = 0;
  for (const id of ids) {
    const lineEnd = answer.indexOf(10, at);
    const [, type, size] = answer.subarray(at, lineEnd).toString("latin1").split(" ");
    if (type !== "blob") throw new Error(`git cat-file: ${id} is ${type ?? "missing"}, expected a blob`);
    const start = lineEnd + 1;
    contents.push(answer.subarray(start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return contents;
}
function splitNul(bytes) {
  const parts = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0, start);
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return parts;
}

export {
  treeOf,
  readBlobs,
  splitNul
};
