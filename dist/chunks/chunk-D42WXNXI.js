import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  changesText
} from "./chunk-B5OJDGD5.js";
import {
  lines,
  styler,
  table
} from "./chunk-PK4TSXVP.js";
import {
  besideText,
  casesOf,
  latency,
  markOf,
  stretchesOf,
  widthOf
} from "./chunk-SJ7NDGCA.js";
import {
  GOOD_OUTCOMES
} from "./chunk-LYTWA5HS.js";
import {
  count,
  duration,
  elapsed,
  size
} from "./chunk-BM2BY55Z.js";
import {
  oneLine
} from "./chunk-4KQUTUGP.js";

// src/report/witness-text.ts
var BARS = ["\u2581", "\u2582", "\u2583", "\u2584", "\u2585", "\u2586", "\u2587", "\u2588"];
function witnessLines(witness, strategy, style) {
  const { endpoints, not_judged } = witness;
  return [
    totals(witness, style),
    ...endpoints.map((endpoint) => endpointLine(endpoint, strategy, style)),
    ...timelineLine(witness, style),
    ...not_judged.map(
      ({ endpoint, budget, why }) => style("yellow", `${budget} of ${oneLine(endpoint)} was not judged: ${oneLine(why)}`)
    )
  ];
}
function totals(witness, style) {
  const { sent, failed, rate, slowest_ms, outage_ms, failed_kinds, endpoints } = witness;
  const kinds = Object.entries(failed_kinds).map(([kind, n]) => `${n} ${oneLine(kind)}`);
  const failures = failed === 0 ? "0 failed" : `${failed} failed (${kinds.join(", ")}) within ${duration(outage_ms)}`;
  const counted = style(failed === 0 ? "green" : "red", failures);
  const each = endpoints.length > 1 ? " each" : "";
  return `${count(sent, "request")} at ${rate}/s${each}, ${counted}, slowest answer ${duration(slowest_ms)}`;
}
function endpointLine(endpoint, strategy, style) {
  const { name, sent, failed } = endpoint;
  const times = stretchesOf(endpoint, strategy).filter(({ figures }) => figures.p95_ms !== null).map(({ name: when, figures }) => `${latency(figures.p95_ms)} ${when}`);
  const failures = failed === 0 ? [] : [style("red", `${failed} of ${sent} failed`)];
  const p95 = times.length === 0 ? ["no good answer"] : [`p95 ${times.join(", ")}`];
  return `${oneLine(name)}: ${[...failures, ...p95].join(", ")}`;
}
function timelineLine(witness, style) {
  const { timeline } = witness;
  if (timeline.length < 2) return [];
  const width = widthOf(witness);
  const highest = Math.max(0, ...timeline.map(({ p95_ms }) => p95_ms ?? 0));
  const moved = [markOf(witness, "switch_started"), markOf(witness, "back_started")];
  const drawn = timeline.map(({ at_ms, failed, p95_ms }) => {
    const isMoved = moved.some((at) => at !== void 0 && at >= at_ms && at < at_ms + width);
    return `${isMoved ? "\u2502" : ""}${failed > 0 ? style("red", "\u2716") : bar(p95_ms, highest)}`;
  });
  return [`${drawn.join("")} p95 up to ${duration(highest)}, ${duration(width)} each`];
}
function bar(ms, highest) {
  if (ms === null) return " ";
  return BARS[Math.min(BARS.length - 1, Math.floor(BARS.length * ms / (highest || 1)))] ?? " ";
}

// src/report/text.ts
function packageText(result, options) {
  const style = styler(options);
  const { name, version, outcome, digest, commit, files, bytes, path, previous, changes } = result;
  const mark = result.origin?.statement?.matches === false ? style("red", "\u2716") : style("green", "\u2714");
  return lines(
    `${mark} ${style("bold", oneLine(`${name} ${version}`))} ${outcome}`,
    `  digest   ${digest}`,
    `  commit   ${oneLine(commit)}`,
    `  content  ${count(files, "file")}, ${size(bytes)}`,
    `  checked  ${checkedText(result)}`,
    result.dirty ? style("yellow", "  dirty    it holds changes that nobody committed") : void 0,
    `  archive  ${oneLine(path)}`,
    ...besideText(result, result.origin, style),
    previous ? `  previous ${oneLine(previous.version)} ${previous.digest}` : void 0,
    previous ? changesText(previous.changes, style) : void 0,
    changes && changesText(changes, style)
  );
}
function checkedText({ findings, openstack_release }) {
  if (findings === null) return "no: the definitions were packaged without a look at them";
  const { errors, warnings, notices } = findings;
  return `${count(errors, "error")}, ${count(warnings, "warning")}, ${count(notices, "notice")}, for OpenStack ${openstack_release}`;
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
    ...(witness ? witnessLines(witness, result.strategy, style) : []).map(
      (line, index) => `  ${index === 0 ? "witness" : "       "}  ${line}`
    ),
    ...result.gates.map(gateText),
    ...result.rolled.map(rolledText),
    ...result.write_back ? writeBackText(result.write_back) : [],
    ...good ? [] : unhappyProbes(result.probes)
  );
}
function writeBackText({ outcome, url, message }) {
  return [
    `  in Git   ${outcome.replaceAll("_", " ")}: ${oneLine(message)}`,
    ...url === null ? [] : [`           ${oneLine(url)}`]
  ];
}
function gateText({ name, passed, exit_status }) {
  return `  gate     ${oneLine(name)}: ${passed ? "passed" : "closed"}, exit status ${exit_status ?? "none"}`;
}
function rolledText({ name, hosts, left, done }) {
  const rest = done ? "done" : left === null ? "the rest not known yet" : `${left.length} left`;
  return `  rolled   ${oneLine(name)}: ${count(hosts.length, "host")}, ${rest}`;
}
function unhappyProbes(probes) {
  return probes.filter(({ last }) => last.at(-1)?.verdict !== "good").flatMap(
    ({ phase, name, last }) => last.map(
      ({ at, verdict, why }) => `  probe    ${phase} ${oneLine(name)}, ${at}: ${verdict}${why ? `, ${oneLine(why)}` : ""}`
    )
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

export {
  packageText,
  checkedText,
  stagedTestText,
  operationText
};
