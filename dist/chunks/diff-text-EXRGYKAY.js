import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  changesText
} from "./chunk-B5OJDGD5.js";
import {
  lines,
  styler
} from "./chunk-PK4TSXVP.js";
import {
  count
} from "./chunk-BM2BY55Z.js";
import {
  oneLine
} from "./chunk-4KQUTUGP.js";
import "./chunk-WRJK5PWJ.js";

// src/report/diff-text.ts
var MOST_SHOWN = 100;
var MARKS = { added: "+", changed: "~", removed: "-" };
var COLORS = { added: "green", changed: "yellow", removed: "red" };
function diffText(result, options) {
  const style = styler(options);
  const { before, after, outcome, files, kinds, text } = result;
  const title = (release) => `${style("bold", oneLine(`${release.name} ${release.version}`))} ${release.digest}`;
  return lines(
    `  ${title(before)}`,
    `\u2192 ${title(after)}`,
    outcome === "identical" ? "The files are the same." : void 0,
    ...Object.entries(kinds).flatMap(([kind, changes]) => [
      "",
      style("bold", `${kind}: ${count(changes.length, "change")} in meaning`),
      ...changes.map((change) => changeText(change, style))
    ]),
    ...outcome === "identical" ? [] : ["", changesText(files, style)],
    ...text === void 0 || text === "" ? [] : ["", text.trimEnd().split("\n").map(patchLine(style)).join("\n")]
  );
}
function changeText({ change, what, name, where, before, after }, style) {
  const shown = (value2) => cut(oneLine(value2 ?? ""));
  const value = change === "changed" ? before === after ? "another value" : `${shown(before)} \u2192 ${shown(after)}` : shown(change === "added" ? after : before);
  const subject = style(COLORS[change], `  ${MARKS[change]} ${what} ${oneLine(name)}`);
  return `${subject}${value === "" ? "" : `  ${value}`}  ${style("dim", `(${oneLine(where)})`)}`;
}
function cut(text) {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}\u2026` : text;
}
function patchLine(style) {
  return (line) => {
    const safe = `${line[0] ?? ""}${oneLine(line.slice(1))}`;
    if (line.startsWith("+")) return style("green", safe);
    return line.startsWith("-") ? style("red", safe) : safe;
  };
}
export {
  diffText
};
