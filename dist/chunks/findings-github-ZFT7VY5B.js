import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  pathInRepository
} from "./chunk-IMRJL5B6.js";
import {
  worstFirst
} from "./chunk-IW3FMNSS.js";
import "./chunk-WRJK5PWJ.js";

// src/report/findings-github.ts
function validateGithub(view) {
  return worstFirst(view.result.findings).map((finding) => command(finding, pathInRepository(view, finding.file))).join("");
}
function command({ severity, rule, message, help, ...at }, file) {
  const columns = at.line === at.end_line ? { col: at.column, endColumn: at.end_column } : {};
  const properties = Object.entries({ title: rule, file, line: at.line, endLine: at.end_line, ...columns });
  const said = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${severity} ${said.join(",")}::${escapedData(`${message}
${help}`)}
`;
}
var CONTROL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
function escapedData(text) {
  return text.replace(CONTROL, "\uFFFD").replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapedProperty(text) {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
export {
  validateGithub
};
