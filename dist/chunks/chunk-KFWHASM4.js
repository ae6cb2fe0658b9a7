import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  git
} from "./chunk-LIBN5DWY.js";

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
  const objects = await readObjects(ids, { cwd: root, maxBytes });
  return objects.map((object, at) => {
    if (object?.type === "blob") return object.content;
    throw new Error(`git cat-file: ${ids[at]} is ${object?.type ?? "missing"}, expected a blob`);
  });
}
async function readObjects(names, options) {
  if (names.length === 0) return [];
  const input = `${names.join("\n")}
`;
  const answer = await git(["cat-file", "--batch"], { timeoutMs: 3e5, ...options, input });
  let at = 0;
  return names.map((name) => {
    const lineEnd = answer.indexOf(10, at);
    const line = answer.subarray(at, lineEnd).toString("utf8");
    at = lineEnd + 1;
    if (line === `${name} missing`) return void 0;
    const [id = "", type = "", size] = line.split(" ");
    const content = answer.subarray(at, at + Number(size));
    at += content.length + 1;
    return { id, type, content };
  });
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
  readObjects,
  splitNul
};
