import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  grouped
} from "./chunk-IMRJL5B6.js";
import {
  count
} from "./chunk-BM2BY55Z.js";
import {
  oneLine
} from "./chunk-4KQUTUGP.js";
import "./chunk-WRJK5PWJ.js";

// src/report/files-text.ts
function filesJson(files) {
  return `${JSON.stringify({ schema: "changeover/files/v1", files: sorted(files) }, null, 2)}
`;
}
function filesText(files) {
  const width = Math.max(0, ...files.map((file) => whatOf(file).length));
  const rows = sorted(files).map((file) => `${whatOf(file).padEnd(width)}  ${oneLine(file.path)}
`);
  const counts = [...grouped(files, whatOf)].map(([what, group]) => `${group.length} ${what}`);
  const total = `${count(files.length, "file")}${counts.length > 0 ? `: ${counts.sort().join(", ")}` : ""}.
`;
  return `${rows.join("")}${rows.length > 0 ? "\n" : ""}${total}`;
}
function whatOf(file) {
  return "kind" in file ? file.kind : `skipped (${WHY[file.skipped]})`;
}
var WHY = {
  other_name: "no name of definitions",
  other_content: "no definition inside",
  ignored: "validate.ignore",
  gone: "gone",
  link_outside: "link that leads out",
  no_regular_file: "no regular file",
  name_encoding: "name is not UTF-8"
};
function sorted(files) {
  return [...files].sort((a, b) => a.path < b.path ? -1 : 1);
}
export {
  filesJson,
  filesText
};
