import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  XMLParser
} from "./chunk-HCAG3BBD.js";
import {
  require_picomatch
} from "./chunk-4Z36K7FC.js";
import {
  systemCode
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-WRJK5PWJ.js";

// src/platform/report-files.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
var MAX_REPORT_BYTES = 64 * 1024 * 1024;
var CLOCK_TICK_MS = 20;
async function* freshReports(folder, pattern, started) {
  const matches = (0, import_picomatch.default)(pattern, { dot: true });
  const { base } = import_picomatch.default.scan(pattern);
  for (const file of await filesBelow(join(folder, base))) {
    const path = relative(folder, file).split(sep).join("/");
    if (!matches(path)) continue;
    const { mtimeMs, size } = await stat(file);
    if (mtimeMs < started - CLOCK_TICK_MS) continue;
    if (size > MAX_REPORT_BYTES) throw new Error(`${path} is larger than ${MAX_REPORT_BYTES} bytes`);
    yield { path, text: await readFile(file, "utf8") };
  }
}
async function filesBelow(path) {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    if (systemCode(error) !== "ENOTDIR") throw error;
    return (await stat(path)).isFile() ? [path] : [];
  }
}

// src/platform/junit.ts
var KEPT_FAILURES = 50;
var KEPT_MESSAGE = 2e3;
function readJUnit(xml, keep = KEPT_FAILURES) {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    processEntities: true,
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => ["testsuite", "testcase", "failure", "error", "skipped"].includes(name)
  });
  const document = parser.parse(xml, true);
  if (document.testsuites === void 0 && document.testsuite === void 0) {
    throw new Error("it has neither <testsuites> nor <testsuite>");
  }
  const report = { counts: { tests: 0, failures: 0, errors: 0, skipped: 0 }, failures: [] };
  countSuites(document, report, keep);
  countSuites(asElement(document.testsuites), report, keep);
  return report;
}
function addReports(reports, keep = KEPT_FAILURES) {
  const sum = { counts: { tests: 0, failures: 0, errors: 0, skipped: 0 }, failures: [] };
  for (const { counts, failures } of reports) {
    for (const key of ["tests", "failures", "errors", "skipped"]) sum.counts[key] += counts[key];
    sum.failures.push(...failures);
  }
  return { ...sum, failures: sum.failures.slice(0, keep) };
}
function countSuites(parent, report, keep) {
  for (const suite of elements(parent.testsuite)) {
    for (const testcase of elements(suite.testcase)) countCase(testcase, suite, report, keep);
    countSuites(suite, report, keep);
  }
}
function countCase(testcase, suite, report, keep) {
  const { counts, failures } = report;
  counts.tests++;
  if (testcase.skipped !== void 0) counts.skipped++;
  const [first] = [...elements(testcase.failure), ...elements(testcase.error)];
  if (!first) return;
  if (testcase.error !== void 0) counts.errors++;
  else counts.failures++;
  if (failures.length >= keep) return;
  const name = [testcase["@classname"], testcase["@name"]].filter(Boolean).join(".");
  const text = String(first["#text"] ?? "").trim();
  const message = String(first["@message"] ?? text).trim();
  failures.push({
    name: name || "unnamed",
    message: message.slice(0, KEPT_MESSAGE),
    ...placeOf(testcase, first, suite),
    ...text === "" ? {} : { trace: text.slice(-KEPT_MESSAGE) }
  });
}
function placeOf(...elements2) {
  const holder = elements2.find((element) => element["@file"]);
  if (!holder) return {};
  const line = Number(holder["@line"] ?? holder["@lineno"]);
  const file = String(holder["@file"]);
  return Number.isInteger(line) && line > 0 ? { file, line } : { file };
}
function elements(value) {
  return Array.isArray(value) ? value.map(asElement) : [];
}
function asElement(value) {
  return typeof value === "object" && value !== null ? value : { "#text": value };
}

export {
  MAX_REPORT_BYTES,
  freshReports,
  readJUnit,
  addReports
};
