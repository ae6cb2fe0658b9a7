import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  lines,
  styler,
  table
} from "./chunk-PK4TSXVP.js";
import {
  countsOf,
  releaseText
} from "./chunk-NGMT643S.js";
import {
  byRule,
  grouped
} from "./chunk-IMRJL5B6.js";
import {
  count
} from "./chunk-BM2BY55Z.js";
import {
  oneLine
} from "./chunk-4KQUTUGP.js";
import {
  failing
} from "./chunk-IW3FMNSS.js";

// src/report/code-frame.ts
var TAB = 4;
var REACH = 500;
var CONTROL = /^[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
var UNSEEN = /^[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
var ZERO_WIDTH = /^[\p{Mn}\p{Me}]/u;
var WIDE = new RegExp("^(?:[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}|.\\ufe0f)", "u");
function codeFrame(line, from, to, width) {
  const start = Math.min(from - 1, line.length);
  const end = Math.max(start, Math.min(to - 1, line.length));
  const head = boundary(line, Math.max(0, start - REACH));
  const tail = boundary(line, Math.min(line.length, start + REACH));
  const cells = cellsOf(line, head, tail, start, end);
  if (cells.every(({ marked }) => !marked)) cells.push({ text: " ", width: 1, marked: true });
  return cut(cells, width, head > 0, tail < line.length);
}
function cellsOf(line, head, tail, start, end) {
  const cells = [];
  let column = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(line.slice(head, tail))) {
    const at = head + index;
    const marked = at + segment.length > start && (at < end || start === end && at === start);
    const text = shown(segment, column);
    const width = text === segment ? widthOf(segment) : text.length;
    cells.push({ text, width, marked });
    column += width;
  }
  return cells;
}
function shown(segment, column) {
  if (segment === "	") return " ".repeat(TAB - column % TAB);
  if (!CONTROL.test(segment) && ![...segment].some((char) => UNSEEN.test(char))) return segment;
  return [...segment].map((char) => CONTROL.test(char) || UNSEEN.test(char) ? codeOf(char) : char).join("");
}
function codeOf(char) {
  const code = char.codePointAt(0) ?? 0;
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
function widthOf(segment) {
  if (WIDE.test(segment)) return 2;
  return ZERO_WIDTH.test(segment) ? 0 : 1;
}
function cut(cells, width, moreBefore, moreBehind) {
  const first = cells.findIndex(({ marked: marked2 }) => marked2);
  const total = sum(cells);
  let from = 0;
  if (total > width || moreBefore) {
    const before = sum(cells.slice(0, first));
    let skip = Math.max(0, Math.min(before - Math.floor(width / 3), total - width + 1));
    while (skip > 0) skip -= cells[from++]?.width ?? 0;
  }
  const cutBefore = from > 0 || moreBefore;
  let room = width - (cutBefore ? 1 : 0);
  const whole = sum(cells.slice(from)) <= room && !moreBehind;
  if (!whole) room--;
  let to = from;
  while (to < cells.length && (cells[to]?.width ?? 0) <= room) room -= cells[to++]?.width ?? 0;
  const visible = cells.slice(from, to);
  const marked = visible.filter((cell) => cell.marked);
  const text = visible.map((cell) => cell.text).join("");
  return {
    text: `${cutBefore ? "\u2026" : ""}${text}${whole ? "" : "\u2026"}`.trimEnd(),
    start: (cutBefore ? 1 : 0) + sum(visible.slice(0, first - from)),
    length: Math.max(1, sum(marked))
  };
}
function sum(cells) {
  return cells.reduce((total, { width }) => total + width, 0);
}
function boundary(line, offset) {
  const code = line.charCodeAt(offset);
  return offset > 0 && code >= 56320 && code <= 57343 ? offset - 1 : offset;
}

// src/report/findings-text.ts
var MOST_FRAMES = 100;
var FEW_RULES = 10;
var COLORS = { error: "red", warning: "yellow", notice: "cyan" };
function validateText(view, options) {
  const style = styler(options);
  const { result, failOn = "error" } = view;
  const fails = failing(result.findings, failOn);
  const shown2 = options.quiet ? fails : result.findings;
  const problems = [...grouped(shown2, sameProblem).values()];
  const framed = view.lines !== void 0 && problems.length <= MOST_FRAMES;
  const good = fails.length === 0;
  return lines(
    ...problems.flatMap((places, index) => [
      framed && index > 0 ? "" : void 0,
      problemText(places, framed ? view : {}, style, options.width ?? 100)
    ]),
    shown2.length > 0 ? "" : void 0,
    shown2.length > FEW_RULES ? rulesTable(shown2, style) : void 0,
    ...remarks(view, shown2.length, framed).map((remark) => style("dim", remark)),
    style(good ? "green" : "red", `${good ? "\u2714" : "\u2716"} ${verdict(view)}`)
  );
}
function sameProblem({ file, rule, severity, message, help }) {
  return JSON.stringify([file, rule, severity, message, help]);
}
function problemText([finding, ...others], view, style, width) {
  if (!finding) return "";
  const { severity, message, help, rule } = finding;
  const named = style(COLORS[severity], severity);
  return lines(
    `${style("bold", placeOf(finding))}  ${named}  ${oneLine(message)}  ${style("dim", `[${oneLine(rule)}]`)}`,
    frameText(finding, view, style, width),
    help === "" ? void 0 : `    ${style("dim", "help:")} ${oneLine(help)}`,
    others.length === 0 ? void 0 : `    ${style("dim", "also:")} ${others.map(lineOf).join(", ")}`
  );
}
function placeOf({ file, line, column }) {
  const name = oneLine(file);
  return `${/^\s*::/.test(name) ? "./" : ""}${name}:${line}:${column}`;
}
function lineOf({ line, column }) {
  return `${line}:${column}`;
}
function frameText({ file, line, column, end_line, end_column, severity }, view, style, width) {
  const source = view.lines?.(file, line);
  if (source === void 0 || source.trim() === "") return void 0;
  const number = String(line).padStart(6);
  const end = end_line > line ? source.trimEnd().length + 1 : end_column;
  const frame = codeFrame(source, column, end, Math.max(20, width - number.length - 3));
  const mark = style(COLORS[severity], "^".repeat(frame.length));
  const bar = style("dim", "\u2502");
  return lines(
    `${style("dim", number)} ${bar} ${frame.text}`,
    `${" ".repeat(number.length)} ${bar} ${" ".repeat(frame.start)}${mark}`
  );
}
function rulesTable(findings, style) {
  const rows = byRule(findings).map(({ rule, severity, count: n, files }) => [
    style(COLORS[severity], severity),
    oneLine(rule),
    n.toLocaleString("en-US"),
    files.toLocaleString("en-US")
  ]);
  return table(["severity", "rule", "findings", "files"], rows);
}
function remarks({ result, lines: source }, shown2, framed) {
  const { base, findings } = result;
  const said = [releaseText(result, oneLine)].filter(Boolean);
  if (findings.length > shown2) said.push(`${count(findings.length - shown2, "milder finding")} not shown.`);
  if (source && !framed && shown2 > 0)
    said.push(`The lines themselves are shown for up to ${MOST_FRAMES} problems.`);
  if (base) {
    const since = `${oneLine(base.ref)} (${base.commit.slice(0, 10)})`;
    const known = `${count(base.known, "finding")} from before ${base.known === 1 ? "is" : "are"} not shown.`;
    said.push(`New since ${since}.${base.known === 0 ? "" : ` ${known}`}`);
  }
  return said;
}
function verdict({ result }) {
  const { findings, files } = result;
  return `${countsOf(findings)}. ${count(files.checked, "file")} checked, ${files.skipped.toLocaleString("en-US")} skipped.`;
}

export {
  validateText
};
