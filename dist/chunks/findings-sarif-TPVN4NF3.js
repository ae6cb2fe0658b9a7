import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ruleMarkdown,
  ruleTextPlain
} from "./chunk-3VTBN6ZZ.js";
import {
  pathInRepository
} from "./chunk-IMRJL5B6.js";
import {
  worstFirst
} from "./chunk-IW3FMNSS.js";
import "./chunk-WRJK5PWJ.js";

// src/report/findings-sarif.ts
import { pathToFileURL } from "node:url";
var LEVELS = { error: "error", warning: "warning", notice: "note" };
var ROOT = "%SRCROOT%";
var RESULTS_PER_RUN = 5e3;
var RUNS_PER_FILE = 20;
function validateSarif(view, pages, docs) {
  const findings = [...worstFirst(view.result.findings), ...worstFirst(view.known)];
  const size = Math.max(RESULTS_PER_RUN, Math.ceil(findings.length / RUNS_PER_FILE));
  const parts = [findings.slice(0, size)];
  for (let at = size; at < findings.length; at += size) parts.push(findings.slice(at, at + size));
  const rules = rulesOf(findings, pages, docs);
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: parts.map((part, index) => run(view, part, rules, index))
  };
}
function run(view, findings, rules, index) {
  const ruleIndex = new Map(rules.map((rule, at) => [rule.id, at]));
  const known = new Set(view.known);
  const files = [...new Set(findings.map(({ file }) => file))];
  const fileIndex = new Map(files.map((file, at) => [file, at]));
  const part = index === 0 ? "" : `part-${index + 1}/`;
  return {
    tool: { driver: { name: "Changeover", version: view.version, semanticVersion: view.version, rules } },
    // GitHub takes what stands before the last slash for the category: folders of one repository do not replace each other
    automationDetails: { id: `changeover-validate/${view.prefix}${part}` },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      [ROOT]: {
        uri: pathToFileURL(`${view.top}/`).href,
        description: { text: "The repository's top folder." }
      }
    },
    artifacts: files.map((file) => ({ location: { uri: uriOf(view, file), uriBaseId: ROOT } })),
    invocations: [{ executionSuccessful: true }],
    results: findings.map((finding) => ({
      ruleId: finding.rule,
      ruleIndex: ruleIndex.get(finding.rule) ?? -1,
      level: LEVELS[finding.severity],
      message: { text: plain(`${sentence(finding.message)} ${finding.help}`.trim()) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: uriOf(view, finding.file),
              uriBaseId: ROOT,
              index: fileIndex.get(finding.file) ?? -1
            },
            region: {
              startLine: finding.line,
              startColumn: finding.column,
              endLine: finding.end_line,
              endColumn: finding.end_column
            }
          }
        }
      ],
      partialFingerprints: { "changeover/v1": finding.fingerprint },
      ...view.result.base === null ? {} : { baselineState: known.has(finding) ? "unchanged" : "new" }
    }))
  };
}
function rulesOf(findings, pages, docs) {
  const known = new Set(pages.map(({ id }) => id));
  const others = [...new Set(findings.map(({ rule }) => rule))].filter((id) => !known.has(id));
  return [
    ...pages.map((page) => descriptor(page, docs)),
    ...others.map((id) => ({ id, properties: { tags: tagsOf(id) } }))
  ];
}
function descriptor(page, docs) {
  const { id, severity, summary, help } = page;
  return {
    id,
    name: id,
    shortDescription: { text: plain(sentence(summary)) },
    fullDescription: { text: plain(help) },
    help: { text: ruleTextPlain(page), markdown: ruleMarkdown(page) },
    ...docs === void 0 ? {} : { helpUri: new URL(`${id}.md`, docs).href },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: tagsOf(id), "problem.severity": problemSeverity(severity) }
  };
}
function tagsOf(id) {
  return ["openstack", id.split("/")[0] ?? ""];
}
function problemSeverity(severity) {
  return severity === "notice" ? "recommendation" : severity;
}
function uriOf(view, file) {
  return pathInRepository(view, file).split("/").map(encodeURIComponent).join("/");
}
function sentence(text) {
  const begun = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
function plain(text) {
  return text.replaceAll("](", "] (");
}
export {
  validateSarif
};
