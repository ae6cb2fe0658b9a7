import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  lines,
  styler
} from "./chunk-PK4TSXVP.js";
import {
  blocks,
  table,
  title
} from "./chunk-R5ICUCAN.js";
import {
  codeCell,
  inline,
  oneLine
} from "./chunk-4KQUTUGP.js";
import "./chunk-WRJK5PWJ.js";

// src/report/rollback-plan.ts
var METHOD = {
  switch: "switch users back",
  deploy_anew: "deploy the release again",
  give_up: "give up what is unfinished"
};
function rollbackPlanText(plan, options) {
  const style = styler(options);
  const { outcome, reason, message, remedy, environment, method, window_closes_at, unfinished, stays } = plan;
  const good = outcome === "possible";
  const verdict = `${good ? "\u2714 rollback possible" : "\u2716 rollback refused"} in ${oneLine(environment)} (${reason}); nothing was changed`;
  return lines(
    style(good ? "green" : "red", verdict),
    `  ${oneLine(message)}`,
    remedy === null ? void 0 : `  ${style("bold", oneLine(remedy))}`,
    method === null ? void 0 : `  how      ${METHOD[method]}`,
    plan.release ? `  release  ${oneLine(plan.release.version)} ${oneLine(plan.release.digest)}` : void 0,
    plan.to ? `  users    ${plan.from ?? "nowhere"} \u2192 ${plan.to}` : void 0,
    window_closes_at === null ? void 0 : `  window   open until ${oneLine(window_closes_at)}`,
    unfinished === null || unfinished === message ? void 0 : `  first    ${oneLine(unfinished)}`,
    ...stays.map((what) => `  stays    ${oneLine(what)}`),
    ...plan.checks.map((check) => `  asked    ${checkText(check)}`)
  );
}
function checkText({ name, verdict, why }) {
  return oneLine(`${name}: ${verdict}${why === null ? "" : `, ${why}`}`);
}
function rollbackPlanMarkdown(plan) {
  const { outcome, reason, message, remedy, environment, checks, stays } = plan;
  const good = outcome === "possible";
  return blocks(
    title(good, `Rollback ${outcome}: ${inline(environment)}`),
    `Dry run: nothing was changed. ${inline(message)}`,
    remedy === null ? "" : `**What to do:** ${inline(remedy)}`,
    table(["", ""], [["Reason", codeCell(reason)], ...facts(plan)]),
    stays.map((what) => `- ${inline(what)}`).join("\n"),
    checks.length === 0 ? "" : table(
      ["Asked", "Said", "Why"],
      checks.map(({ name, verdict, why }) => [inline(name), verdict, inline(why ?? "")])
    )
  );
}
function facts({ method, release, from, to, window_closes_at, unfinished }) {
  const rows = [
    ["How", method && METHOD[method]],
    ["Release", release && `${codeCell(release.version)} ${codeCell(release.digest)}`],
    ["Users", to && `${from ?? "nowhere"} \u2192 ${to}`],
    ["Window open until", window_closes_at && inline(window_closes_at)],
    ["First", unfinished && inline(unfinished)]
  ];
  return rows.flatMap(([name, value]) => value === null ? [] : [[name, value]]);
}
export {
  rollbackPlanMarkdown,
  rollbackPlanText
};
