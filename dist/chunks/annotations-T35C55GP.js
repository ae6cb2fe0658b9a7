import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  error,
  info,
  notice,
  warning
} from "./chunk-M5BHCXVY.js";
import "./chunk-DIT3HX7E.js";

// src/github/annotations.ts
import { isAbsolute, relative, resolve, sep } from "node:path";
var LIMITS = { error: 9, warning: 10, notice: 10 };
var annotateWith = { error, warning, notice };
function annotate(findings, place) {
  let hidden = 0;
  for (const severity of ["error", "warning", "notice"]) {
    const all = findings.filter((finding) => finding.severity === severity);
    const shown = all.slice(0, LIMITS[severity]);
    hidden += all.length - shown.length;
    for (const finding of shown) {
      annotateWith[severity](`${finding.message}
${finding.help}`, properties(finding, place));
    }
  }
  if (hidden > 0) info(`${hidden} more in the job summary: the runner shows ten of a kind per step.`);
}
function properties(finding, place) {
  const file = pathInCheckout(finding.file, place);
  if (file === void 0) return { title: `${finding.rule} in ${finding.file}` };
  return {
    title: finding.rule,
    file,
    startLine: finding.line,
    endLine: finding.end_line,
    startColumn: finding.column
  };
}
function pathInCheckout(file, { folder, workspace }) {
  if (workspace === void 0) return file;
  const path = relative(resolve(workspace), resolve(folder, file));
  if (path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path)) return void 0;
  return path.split(sep).join("/");
}
export {
  annotate
};
