import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  json2xml_default
} from "./chunk-HCAG3BBD.js";
import {
  byFile,
  grouped,
  pathInRepository
} from "./chunk-IMRJL5B6.js";
import {
  failingSeverities
} from "./chunk-IW3FMNSS.js";
import "./chunk-WRJK5PWJ.js";

// src/report/findings-junit.ts
function validateJunit(view) {
  const found = byFile(view.result.findings);
  const files = [.../* @__PURE__ */ new Set([...view.checked.keys(), ...found.keys()])].sort();
  const suites = files.map((file) => suite(view, file, found.get(file) ?? []));
  const builder = new json2xml_default({ ignoreAttributes: false, attributeNamePrefix: "@", format: true });
  const document = {
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites: {
      "@name": "changeover validate",
      "@tests": total(suites, "@tests"),
      "@failures": total(suites, "@failures"),
      "@errors": "0",
      "@time": "0",
      testsuite: suites
    }
  };
  return String(builder.build(document)).trimEnd().concat("\n");
}
function suite(view, file, findings) {
  const rules = [...grouped(findings, ({ rule }) => rule)];
  const bad = failingSeverities(view.failOn);
  const isBad = ({ severity }) => bad.includes(severity);
  const path = attribute(pathInRepository(view, file));
  const testcase = (name, line, more) => ({
    "@classname": path,
    "@name": attribute(name),
    "@file": path,
    "@line": String(line),
    "@time": "0",
    ...more
  });
  return {
    "@name": path,
    "@tests": String(Math.max(1, rules.length)),
    "@failures": String(rules.filter(([, group]) => group.some(isBad)).length),
    "@errors": "0",
    "@skipped": "0",
    "@time": "0",
    testcase: rules.length === 0 ? [testcase("no findings", 1, {})] : rules.map(
      ([rule, group]) => testcase(rule, group[0]?.line ?? 1, {
        ...failureOf(group.filter(isBad)),
        ...outputOf(group.filter((finding) => !isBad(finding)))
      })
    )
  };
}
function failureOf(findings) {
  const [first] = findings;
  if (!first) return {};
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : "";
  return {
    failure: {
      "@message": attribute(`${first.line}:${first.column} ${first.message}${more}`),
      "@type": first.severity,
      "#text": findings.map(described).join("")
    }
  };
}
function outputOf(findings) {
  return findings.length === 0 ? {} : { "system-out": findings.map(described).join("") };
}
function described({ file, line, column, severity, message, help }) {
  return `${attribute(`${file}:${line}:${column}: ${severity}: ${message}`)}
  ${attribute(help)}
`;
}
function attribute(text) {
  return text.replace(new RegExp("[\\p{Cc}\\ufffe\\uffff]|\\p{Cs}", "gu"), (char) => {
    const code = char.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16)}`;
  });
}
function total(suites, key) {
  return String(suites.reduce((sum, each) => sum + Number(each[key]), 0));
}
export {
  validateJunit
};
