import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  textOptions
} from "./chunk-CI4WK5VK.js";
import "./chunk-WRJK5PWJ.js";

// src/cli/rule-page.ts
async function printRule(id, format) {
  const { requireKnownRules, rulePages } = await import("./rules-766HKIDJ.js");
  requireKnownRules([id]);
  const pages = rulePages.filter((page) => page.id === id);
  if (format === "json") return printRules(pages);
  const { findingsInExample } = await import("./example-findings-2QZNNDCP.js");
  const { ruleText } = await import("./rules-text-Z2LVCDLQ.js");
  const options = { ...textOptions(), width: process.stdout.columns };
  for (const page of pages) process.stdout.write(ruleText(page, findingsInExample(page), options));
}
function printRules(pages) {
  const rules = pages.map(({ id, severity, summary, help, example }) => ({
    id,
    family: id.split("/")[0],
    severity,
    summary,
    help,
    example: { bad: example.bad, good: example.good }
  }));
  process.stdout.write(`${JSON.stringify({ schema: "changeover/rules/v1", rules }, null, 2)}
`);
}
export {
  printRule,
  printRules
};
