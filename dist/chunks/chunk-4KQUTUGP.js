import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/report/escape.ts
var ANSI = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b(?:\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u001b]*(?:\u001b\\)?|[@-Z\\-~])/g;
var INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
function oneLine(text) {
  return text.replace(ANSI, "").replace(/[\t-\r\u0085\u2028\u2029]+/g, " ").replace(INVISIBLE, "").trim();
}
function inline(text) {
  return oneLine(text).replace(/[\\`*_[\]<>&|~#@:$]/g, "\\$&").replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2");
}
function code(text) {
  const content = oneLine(text);
  if (content === "") return "";
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = content.startsWith("`") || content.endsWith("`") ? " " : "";
  return `${fence}${pad}${content}${pad}${fence}`;
}
function codeCell(text) {
  return code(text).replaceAll("|", "\\|");
}
var LABEL_LENGTH = 60;
function mermaidLabel(text) {
  const line = oneLine(text);
  const short = [...line].length > LABEL_LENGTH ? `${[...line].slice(0, LABEL_LENGTH - 1).join("")}\u2026` : line;
  return short.replace(/[^\p{L}\p{N} .-]|[.-](?= |$)/gu, (char) => `#${char.codePointAt(0)};`);
}

export {
  oneLine,
  inline,
  code,
  codeCell,
  mermaidLabel
};
