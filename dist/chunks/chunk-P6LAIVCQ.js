import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  require_cli_table3
} from "./chunk-NZYENQEW.js";
import {
  casesOf,
  count,
  countsOf,
  duration,
  elapsed,
  oneLine,
  size
} from "./chunk-PFLGTBOO.js";
import {
  GOOD_OUTCOMES
} from "./chunk-C26GBMVC.js";
import {
  __toESM
} from "./chunk-DIT3HX7E.js";

// src/report/text.ts
var import_cli_table3 = __toESM(require_cli_table3(), 1);
import { styleText } from "node:util";
function styler({ color }) {
  return color ? (format, text) => styleText(format, text, { validateStream: false }) : (_format, text) => text;
}
var SEVERITY_COLORS = { error: "red", warning: "yellow", notice: "cyan" };
function validateText(result, options) {
  const style = styler(options);
  const { findings, files, outcome } = result;
  const checked = `${count(files.checked, "file")} checked, ${files.skipped} skipped`;
  const verdict = `${outcome === "passed" ? "\u2714" : "\u2716"} ${countsOf(findings)}. ${checked}.`;
  return lines(
    ...findings.map((finding) => findingText(finding, style)),
    findings.length > 0 ? "" : void 0,
    style(outcome === "passed" ? "green" : "red", verdict)
  );
}
function findingText(finding, style) {
  const { file, line, column, severity, message, help, rule } = finding;
  const place = style("bold", `${oneLine(file)}:${line}:${column}`);
  const named = style(SEVERITY_COLORS[severity], severity);
  return lines(
    `${place}  ${named}  ${oneLine(message)}  ${style("dim", `[${oneLine(rule)}]`)}`,
    help === "" ? void 0 : `    ${style("dim", "help:")} ${oneLine(help)}`
  );
}
function packageText(result, options) {
  const style = styler(options);
  const { name, version, outcome, digest, commit, files, bytes, path, changes } = result;
  return lines(
    `${style("green", "\u2714")} ${style("bold", oneLine(`${name} ${version}`))} ${outcome}`,
    `  digest   ${digest}`,
    `  commit   ${oneLine(commit)}`,
    `  content  ${count(files, "file")}, ${size(bytes)}`,
    `  archive  ${oneLine(path)}`,
    changes && changesText(changes, style)
  );
}
function changesText({ added, changed, removed }, style) {
  if (added.length + changed.length + removed.length === 0) return "  changes  none";
  return lines(
    `  changes  ${added.length} added, ${changed.length} changed, ${removed.length} removed`,
    ...added.map((file) => style("green", `    + ${oneLine(file)}`)),
    ...changed.map((file) => style("yellow", `    ~ ${oneLine(file)}`)),
    ...removed.map((file) => style("red", `    - ${oneLine(file)}`))
  );
}
function stagedTestText(result, options) {
  const style = styler(options);
  const { outcome, environment, release, message, stages, duration_ms } = result;
  const rows = stages.flatMap(
    ({ stage, services }) => services.flatMap((service) => serviceRows(stage, service, style))
  );
  const what = `${oneLine(release.version)} ${outcome} in ${oneLine(environment)}, ${duration(duration_ms)}.`;
  return lines(
    rows.length > 0 ? table(["stage", "service", "outcome", "test", "reason", "cases", "time"], rows) : void 0,
    ...stages.flatMap(({ services }) => services.flatMap(({ runs }) => runs.flatMap(failedCases))),
    style(
      outcome === "passed" ? "green" : "red",
      `${outcome === "passed" ? "\u2714" : "\u2716"} ${what} ${oneLine(message)}`
    )
  );
}
function serviceRows(stage, service, style) {
  const colors = { passed: "green", failed: "red", blocked: "yellow" };
  const first = [String(stage), oneLine(service.service), style(colors[service.outcome], service.outcome)];
  if (service.runs.length === 0) {
    const why = service.blocked_by === null ? "" : `${oneLine(service.blocked_by)} is not good`;
    return [[...first, "", why, "", ""]];
  }
  return service.runs.map((run, index) => [
    ...index === 0 ? first : ["", "", ""],
    oneLine(run.name),
    run.reason,
    casesOf(run),
    duration(run.duration_ms)
  ]);
}
function failedCases(run) {
  return run.failures.map(
    ({ name, message }) => `  \u2716 ${oneLine(run.name)}: ${oneLine(name)}: ${oneLine(message)}`
  );
}
function operationText(result, options) {
  const style = styler(options);
  const { kind, outcome, reason, environment, message, remedy, phases, live, switch_ms, witness } = result;
  const good = GOOD_OUTCOMES.includes(outcome);
  const users = live && `${oneLine(live.release.version)}${live.color ? ` on ${live.color}` : ""}`;
  const took = duration(elapsed(result.started_at, result.ended_at) ?? 0);
  const verdict = `${good ? "\u2714" : "\u2716"} ${kind} ${outcome.replaceAll("_", " ")} in ${oneLine(environment)} (${reason})`;
  return lines(
    phases.length > 0 ? phasesTable(result, style) : void 0,
    `${style(good ? "green" : "red", verdict)}, ${took}`,
    `  ${oneLine(message)}`,
    remedy === null ? void 0 : `  ${style("bold", oneLine(remedy))}`,
    `  users    ${users ?? "the ledger knows of nothing live"}`,
    switch_ms === null ? void 0 : `  switch   ${duration(switch_ms)}`,
    witness ? `  witness  ${witnessText(witness, style)}` : void 0
  );
}
function phasesTable({ phases }, style) {
  const colors = { done: "green", failed: "red", skipped: "dim", running: "cyan" };
  const rows = phases.map(({ phase, state, started_at, ended_at }) => {
    const took = state === "skipped" ? void 0 : elapsed(started_at, ended_at);
    return [phase, style(colors[state], state), took === void 0 ? "" : duration(took)];
  });
  return table(["phase", "state", "time"], rows);
}
function witnessText(witness, style) {
  const { sent, failed, rate, slowest_ms, outage_ms, failed_kinds } = witness;
  const kinds = Object.entries(failed_kinds).map(([kind, n]) => `${n} ${oneLine(kind)}`);
  const failures = failed === 0 ? "0 failed" : `${failed} failed (${kinds.join(", ")}) within ${duration(outage_ms)}`;
  const counted = style(failed === 0 ? "green" : "red", failures);
  return `${count(sent, "request")} at ${rate}/s, ${counted}, slowest answer ${duration(slowest_ms)}`;
}
function table(head, rows) {
  const frame = { top: "", "top-mid": "", "top-left": "", "top-right": "", bottom: "", "bottom-mid": "" };
  const sides = { "bottom-left": "", "bottom-right": "", left: "", "left-mid": "", mid: "", "mid-mid": "" };
  const drawn = new import_cli_table3.default({
    head: [...head],
    chars: { ...frame, ...sides, right: "", "right-mid": "", middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 }
  });
  drawn.push(...rows.map((row) => [...row]));
  const text = drawn.toString().split("\n");
  return `${text.map((line) => line.trimEnd()).join("\n")}
`;
}
function lines(...parts) {
  return parts.filter((part) => part !== void 0).join("\n");
}

export {
  styler,
  validateText,
  packageText,
  stagedTestText,
  operationText,
  table
};
