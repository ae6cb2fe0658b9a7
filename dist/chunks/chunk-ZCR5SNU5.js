import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  blocks,
  table,
  title
} from "./chunk-R5ICUCAN.js";
import {
  countsOf,
  releaseText
} from "./chunk-NGMT643S.js";
import {
  byFile,
  byRule
} from "./chunk-IMRJL5B6.js";
import {
  count
} from "./chunk-BM2BY55Z.js";
import {
  code,
  codeCell,
  inline
} from "./chunk-4KQUTUGP.js";
import {
  failing
} from "./chunk-IW3FMNSS.js";

// src/report/findings-markdown.ts
var FEW_FINDINGS = 10;
function validateMarkdown(view) {
  const { result, failOn = "error", limit = Number.POSITIVE_INFINITY } = view;
  const { findings } = result;
  const good = failing(findings, failOn).length === 0;
  const heading = title(good, `Definitions ${good ? "passed" : "failed"}`);
  const head = blocks(
    heading,
    `${countsOf(findings)}. ${filesOf(view)}`,
    releaseText(result, code),
    sinceBase(view)
  );
  const rules = findings.length > FEW_FINDINGS ? rulesTable(findings) : "";
  const parts = [head, rules];
  let room = limit - Buffer.byteLength(blocks(...parts)) - NOTE_BYTES;
  let left = 0;
  for (const [file, found] of byFile(findings)) {
    const { text, shown } = room > 0 ? fileTable(file, found, room, view) : { text: "", shown: 0 };
    if (shown > 0) parts.push(text);
    room -= shown > 0 ? Buffer.byteLength(text) + 2 : 0;
    left += found.length - shown;
  }
  if (left > 0) parts.push(note(left, view.rest));
  return blocks(...parts);
}
var NOTE_BYTES = 500;
function note(left, rest) {
  return `_${count(left, "more finding")} ${left === 1 ? "does" : "do"} not fit here.${rest === void 0 ? "" : ` ${rest}`}_`;
}
function filesOf({ result }) {
  const { checked, skipped } = result.files;
  const kinds = Object.entries(result.kinds).map(([kind, n]) => `${n} ${kind.replaceAll("_", " ")}`);
  return `${count(checked, "file")} checked${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}, ${skipped} skipped.`;
}
function sinceBase({ result: { base } }) {
  if (base === null) return "";
  const known = `${count(base.known, "finding")} from before ${base.known === 1 ? "is" : "are"} not shown.`;
  const since = `New since ${code(base.ref)} (${code(base.commit.slice(0, 10))}).`;
  return base.known === 0 ? since : `${since} ${known}`;
}
function rulesTable(findings) {
  return table(
    ["Severity", "Rule", "Findings", "Files"],
    byRule(findings).map(({ rule, severity, count: n, files }) => [
      severity,
      codeCell(rule),
      String(n),
      String(files)
    ])
  );
}
function fileTable(file, findings, room, view) {
  const all = findings.map((finding) => row(finding, view));
  const text = (rows) => blocks(`#### ${code(file)}`, table(["Line", "Severity", "Problem", "What to do", "Rule"], rows));
  let bytes = Buffer.byteLength(text([]));
  let shown = 0;
  for (const cells of all) {
    bytes += Buffer.byteLength(cells.join(" | ")) + "|  |\n".length + 1;
    if (bytes > room) break;
    shown++;
  }
  return { text: text(all.slice(0, shown)), shown };
}
function row(finding, { link }) {
  const { line, column, severity, message, help, rule } = finding;
  const url = link?.(finding);
  const place = `${line}:${column}`;
  return [
    url === void 0 ? place : `[${place}](${url})`,
    severity,
    inline(message),
    inline(help),
    codeCell(rule)
  ];
}

export {
  validateMarkdown
};
