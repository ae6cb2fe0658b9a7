import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GOOD_OUTCOMES
} from "./chunk-LYTWA5HS.js";
import {
  validateMarkdown
} from "./chunk-ZCR5SNU5.js";
import {
  blocks,
  mermaid,
  table,
  title
} from "./chunk-R5ICUCAN.js";
import {
  count,
  duration,
  elapsed,
  size
} from "./chunk-BM2BY55Z.js";
import {
  code,
  codeCell,
  inline,
  mermaidLabel,
  oneLine
} from "./chunk-4KQUTUGP.js";
import {
  otherColor
} from "./chunk-T6ZMEY7V.js";

// src/report/witness-parts.ts
var STRETCHES = {
  blue_green: { before: "before the switch", during: "during it", after: "on the new color" },
  in_place: { before: "before the deploy", during: "during it", after: "with the new release" }
};
function stretchesOf(endpoint, strategy) {
  return ["before", "during", "after"].map((key) => ({ name: STRETCHES[strategy][key], figures: endpoint[key] })).filter(({ figures }) => figures.sent > 0);
}
function markOf({ marks }, wanted) {
  return marks.find(({ what }) => what === wanted)?.at_ms;
}
function widthOf({ timeline }) {
  return timeline[1]?.at_ms ?? 100;
}
function latency(ms) {
  return ms === null ? "" : duration(ms);
}

// src/report/mermaid.ts
var GREEN = "fill:#dafbe1,stroke:#1a7f37,color:#1f2328";
var RED = "fill:#ffebe9,stroke:#cf222e,color:#1f2328";
var GRAY = "fill:#f6f8fa,stroke:#8c959f,color:#1f2328";
var BLUE = "fill:#ddf4ff,stroke:#0969da,color:#1f2328";
function stagedTestPicture(result) {
  const ids = /* @__PURE__ */ new Map();
  for (const { service } of result.stages.flatMap(({ services }) => services))
    ids.set(service, `s${ids.size}`);
  const lines = result.stages.flatMap(({ stage, services }) => [
    `  subgraph stage${stage}["Stage ${stage}"]`,
    ...services.map((run) => `    ${node(ids.get(run.service) ?? "", serviceLabel(run), run.outcome)}`),
    "  end"
  ]);
  for (const [from, to] of edgesOf(result)) {
    const [a, b] = [ids.get(from), ids.get(to)];
    if (a !== void 0 && b !== void 0) lines.push(`  ${a} --> ${b}`);
  }
  return picture(lines, { passed: GREEN, failed: RED, blocked: GRAY });
}
function serviceLabel(run) {
  if (run.outcome === "blocked") return [run.service, `blocked by ${run.blocked_by ?? "an earlier failure"}`];
  const took = run.runs.reduce((sum, { duration_ms }) => sum + duration_ms, 0);
  return [run.service, `${run.outcome}, ${duration(took)}`];
}
function edgesOf({ needs, stages }) {
  const edges = Object.entries(needs).flatMap(
    ([service, needed2]) => needed2.map((need) => [need, service])
  );
  const last = stages.at(-1)?.services ?? [];
  if (stages.length < 2 || last.length !== 1 || last[0]?.service !== "together") return edges;
  const needed = new Set(edges.map(([from]) => from));
  const leaves = stages.slice(0, -1).flatMap(({ services }) => services).filter(({ service }) => !needed.has(service));
  return [...edges, ...leaves.map(({ service }) => [service, "together"])];
}
function operationPicture(result) {
  const nodes = result.phases.map(({ phase, state, started_at, ended_at }, index) => {
    const took = state === "skipped" ? void 0 : elapsed(started_at, ended_at);
    return node(`p${index}`, [phase, took === void 0 ? state : `${state}, ${duration(took)}`], state);
  });
  const lines = nodes.map((line) => `  ${line}`);
  for (let index = 1; index < nodes.length; index++) lines.push(`  p${index - 1} --> p${index}`);
  return picture(lines, { done: GREEN, failed: RED, skipped: GRAY, running: BLUE });
}
function blueGreenPicture(view) {
  const lines = ['  users(["users"]) --> router["router"]'];
  for (const color of ["blue", "green"]) {
    const isLive = view.live === color;
    const label = [`${color}, ${isLive ? "live" : "idle"}`, ...view[color] === null ? [] : [view[color]]];
    lines.push(`  ${node(color, label, isLive ? "live" : "idle")}`);
    lines.push(isLive ? `  router ==> ${color}` : `  router -.- ${color}`);
  }
  return picture(lines, { live: GREEN, idle: GRAY });
}
function blueGreenView(result) {
  const { live, to_color, release, outcome } = result;
  if (result.strategy !== "blue_green" || live === null || live.color === null) return void 0;
  const other = otherColor(live.color);
  const view = { live: live.color, blue: null, green: null };
  view[live.color] = live.release.version;
  if (to_color === other && release !== null) view[other] = `${release.version}, not live`;
  else if (outcome === "promoted" && !wasRetired(result) && result.from_color === other) {
    view[other] = "ready for a rollback";
  }
  return view;
}
function wasRetired({ phases }) {
  return phases.some(
    ({ phase, state }) => (phase === "contract" || phase === "retire") && state !== "skipped"
  );
}
function timelinePicture(witness, strategy) {
  const { timeline } = witness;
  const last = timeline.at(-1);
  if (!last || timeline.length < 2) return void 0;
  const zero = markOf(witness, "switch_started") ?? markOf(witness, "switch_ended");
  const from = zero === void 0 ? "the start" : strategy === "in_place" ? "the deploy" : "the switch";
  const seconds = (ms) => String((ms - (zero ?? 0)) / 1e3);
  const p95 = timeline.map(({ p95_ms }) => p95_ms ?? 0);
  const failed = timeline.map((moment) => moment.failed);
  return [
    "xychart-beta",
    '  title "p95 in ms (line) and failed requests (bars)"',
    `  x-axis "seconds from ${from}" ${seconds(0)} --> ${seconds(last.at_ms)}`,
    `  y-axis "ms, requests" 0 --> ${Math.ceil(Math.max(1, ...p95, ...failed))}`,
    `  bar [${failed.join(", ")}]`,
    `  line [${p95.join(", ")}]`
  ].join("\n");
}
function node(id, label, className) {
  return `${id}["${label.map(mermaidLabel).join("<br/>")}"]:::${className}`;
}
function picture(lines, classes) {
  const styles = Object.entries(classes).map(([name, style]) => `  classDef ${name} ${style}`);
  return ["flowchart LR", ...lines, ...styles].join("\n");
}

// src/report/origin-text.ts
function besideText({ dependencies, provenance }, origin, style) {
  const written = [
    dependencies ? `  needs    ${oneLine(needsText(dependencies))}` : void 0,
    provenance ? `  origin   ${oneLine(provenance.bundle ?? `${provenance.statement}, not attested`)}` : void 0
  ].filter((line) => line !== void 0);
  return origin ? [...written, ...originLines(origin, style)] : written;
}
function needsText({ total, unpinned }) {
  const things = count(total, "thing");
  return unpinned === 0 ? `${things} from elsewhere` : `${things} from elsewhere, ${unpinned} of them not pinned`;
}
function originLines({ statement, attestation }, style) {
  const found = [];
  if (statement && !statement.matches) {
    found.push(style("red", `  origin   ${oneLine(statement.path)} is about other bytes`));
  } else if (statement) {
    const { builder, invocation } = statement;
    found.push(`  origin   says that ${oneLine(invocation ?? builder)} made it`);
  } else found.push("  origin   nothing beside it says where it comes from");
  if (attestation?.verified) {
    const { workflow = "", commit } = attestation.signer ?? {};
    const at = commit === void 0 ? "" : ` at ${commit}`;
    found.push(style("green", `  attested by ${oneLine(`${workflow}${at}`)}`));
  } else if (attestation) {
    found.push(
      style("yellow", "  attested beside it, but nobody verified that: name the signer with --repository")
    );
  }
  return found;
}

// src/report/probes-markdown.ts
function probesMarkdown(probes) {
  if (probes.length === 0) return "";
  const rows = probes.map(({ phase, name, asked, good, bad, inconclusive }) => [
    inline(phase),
    inline(name),
    ...[asked, good, bad, inconclusive].map(String)
  ]);
  return blocks(
    `#### ${count(
      probes.reduce((sum, { asked }) => sum + asked, 0),
      "answer"
    )} of probes`,
    table(["Phase", "Probe", "Asked", "Good", "Bad", "Inconclusive"], rows),
    ...probes.map(lastAnswers)
  );
}
function lastAnswers({ phase, name, last }) {
  if (last.every(({ verdict }) => verdict === "good")) return "";
  const rows = last.map(({ at, took_ms, verdict, reason, why }) => [
    inline(at),
    duration(took_ms),
    verdict,
    inline(reason ?? ""),
    inline(why ?? "")
  ]);
  return blocks(
    `Last answers of ${inline(name)} (${inline(phase)}):`,
    table(["Asked at", "Time", "Answer", "Reason", "Why"], rows)
  );
}

// src/report/rolling-markdown.ts
var SHOWN = 20;
function gatesMarkdown(gates) {
  if (gates.length === 0) return "";
  const rows = gates.map(({ name, passed, exit_status, duration_ms }) => [
    inline(name),
    passed ? "passed" : "**closed**",
    exit_status === null ? "none" : String(exit_status),
    duration(duration_ms)
  ]);
  return blocks("#### Gates", table(["Gate", "", "Exit status", "Time"], rows));
}
function rolledMarkdown(rolled) {
  if (rolled.length === 0) return "";
  const all = rolled.reduce((sum, { hosts }) => sum + hosts.length, 0);
  const rows = rolled.map(({ name, hosts, left, done }) => [
    inline(name),
    done ? "done" : "**not done**",
    hostsCell(hosts),
    left === null ? "not known yet" : hostsCell(left)
  ]);
  return blocks(`#### ${count(all, "host")} rolled`, table(["Step", "", "Rolled", "Left"], rows));
}
function hostsCell(hosts) {
  const more = hosts.length > SHOWN ? ` and ${hosts.length - SHOWN} more` : "";
  return `${inline(hosts.slice(0, SHOWN).join(", "))}${more}`;
}

// src/report/witness-markdown.ts
function witnessMarkdown(witness, strategy) {
  const { failed, sent, rate, endpoints, not_judged } = witness;
  const picture2 = timelinePicture(witness, strategy);
  return blocks(
    `#### Witness: ${count(failed, "failed request")} of ${sent.toLocaleString("en-US")}`,
    `${count(rate, "request")} a second to each endpoint, ${failuresText(witness)}. Times count from when a request was due.`,
    table(
      ["Endpoint", "When", "Requests", "Failed", "p50", "p95", "p99", "Slowest"],
      endpoints.flatMap((endpoint) => endpointRows(endpoint, strategy))
    ),
    picture2 === void 0 ? "" : mermaid(picture2),
    ...not_judged.map(
      ({ endpoint, budget, why }) => `Not judged: \`${budget}\` of ${inline(endpoint)}, ${inline(why)}.`
    )
  );
}
function failuresText({ failed, failed_kinds, outage_ms }) {
  if (failed === 0) return "none failed";
  const kinds = Object.entries(failed_kinds).map(([kind, n]) => `${n} ${inline(kind)}`);
  return `${failed} failed (${kinds.join(", ")}) within ${duration(outage_ms)}`;
}
function endpointRows(endpoint, strategy) {
  const who = `${inline(endpoint.name)} ${codeCell(endpoint.url)}`;
  const rows = stretchesOf(endpoint, strategy).map(({ name, figures }, index) => [
    ...[index === 0 ? who : "", name, String(figures.sent), String(figures.failed)],
    ...[figures.p50_ms, figures.p95_ms, figures.p99_ms, figures.slowest_ms].map(latency)
  ]);
  return rows.length > 0 ? rows : [[who, "not asked", "0", "0", "", "", "", ""]];
}

// src/report/markdown.ts
function packageMarkdown(result) {
  return blocks(
    title(true, `Release ${inline(result.version)} ${result.outcome}`),
    table(
      ["", ""],
      [
        ["Name", inline(result.name)],
        ["Version", codeCell(result.version)],
        ["Digest", codeCell(result.digest)],
        ["Commit", codeCell(result.commit)],
        ["Content", `${count(result.files, "file")}, ${size(result.bytes)}`],
        ["Checked", checkedCell(result)],
        ...result.dirty ? [["Dirty", "It holds changes that nobody committed"]] : [],
        ...result.previous ? [["Before", previousCell(result.previous)]] : [],
        ["Archive", codeCell(result.path)],
        ...result.dependencies ? [["Needs", inline(needsText(result.dependencies))]] : [],
        ...result.provenance ? [["Attested", attestedCell(result.provenance)]] : []
      ]
    )
  );
}
function checkedCell({ findings, openstack_release }) {
  if (findings === null) return "No";
  const { errors, warnings, notices } = findings;
  return `${count(errors, "error")}, ${count(warnings, "warning")}, ${count(notices, "notice")}, for OpenStack ${inline(openstack_release ?? "")}`;
}
function attestedCell({ bundle, attestation_url: url }) {
  if (url !== null) return `[Yes](${url})`;
  return bundle === null ? "No" : "Yes, in the bundle beside it";
}
function previousCell({ version, changes }) {
  const { added, changed, removed } = changes;
  return `${codeCell(version)}: ${added.length} files added, ${changed.length} changed, ${removed.length} removed since`;
}
function stagedTestMarkdown(result) {
  const { outcome, environment, release, message, stages, duration_ms } = result;
  return blocks(
    title(outcome === "passed", `Staged tests ${outcome}`),
    `${inline(release.version)} in ${inline(environment)}, ${duration(duration_ms)}. ${inline(message)}`,
    ...stages.length === 0 ? [] : [mermaid(stagedTestPicture(result)), servicesTable(result)],
    ...stages.flatMap(({ services }) => services.flatMap(({ runs }) => runs.map(failedCases)))
  );
}
function servicesTable({ stages }) {
  return table(
    ["Stage", "Service", "Outcome", "Test", "Reason", "Cases", "Time"],
    stages.flatMap(
      ({ stage, services }) => services.flatMap((service) => {
        const first = [String(stage), inline(service.service), service.outcome];
        if (service.runs.length === 0) return [[...first, "", blockedBy(service), "", ""]];
        return service.runs.map((run, index) => [
          ...index === 0 ? first : ["", "", ""],
          inline(run.name),
          run.reason,
          casesOf(run),
          duration(run.duration_ms)
        ]);
      })
    )
  );
}
function blockedBy(service) {
  return service.blocked_by === null ? "" : `${inline(service.blocked_by)} is not good`;
}
function casesOf({ counts }) {
  if (!counts) return "";
  const { tests, failures, errors, skipped } = counts;
  return `${tests - failures - errors - skipped} of ${tests} passed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
function failedCases(run) {
  if (run.failures.length === 0) return "";
  const rows = run.failures.map(({ name, message }) => [codeCell(name), inline(message)]);
  return blocks(`#### Failed in ${inline(run.name)}`, table(["Case", "Message"], rows));
}
var KIND = { deploy: "Deploy", rollback: "Rollback", abort: "Abort" };
function operationMarkdown(result) {
  const { kind, outcome, reason, environment, message, remedy, phases, witness, probes } = result;
  const view = blueGreenView(result);
  const name = `${KIND[kind]} ${outcome.replaceAll("_", " ")}`;
  return blocks(
    title(GOOD_OUTCOMES.includes(outcome), `${name}: ${inline(environment)}`),
    inline(message),
    remedy === null ? "" : `**What to do:** ${inline(remedy)}`,
    table(["", ""], operationFacts(result, reason)),
    result.write_back ? writeBackMarkdown(result.write_back) : "",
    view ? mermaid(blueGreenPicture(view)) : "",
    phases.length === 0 ? "" : blocks(mermaid(operationPicture(result)), phasesTable(result)),
    witness ? witnessMarkdown(witness, result.strategy) : "",
    gatesMarkdown(result.gates),
    rolledMarkdown(result.rolled),
    probesMarkdown(probes)
  );
}
function writeBackMarkdown({ outcome, url, reason, message }) {
  const why = reason === null ? "" : ` (${code(reason)})`;
  return `**Written back to Git:** ${outcome.replaceAll("_", " ")}${why}. ${inline(message)}${url === null ? "" : ` ${url}`}`;
}
function operationFacts(result, reason) {
  const { live, release, operation, switch_ms, started_at, ended_at } = result;
  const on = live?.color ? ` on ${live.color}` : "";
  return [
    ["Reason", codeCell(reason)],
    ["Release", release ? `${codeCell(release.version)} ${codeCell(release.digest)}` : "none"],
    ["Users are on", live ? `${codeCell(live.release.version)}${on}` : "nothing that the ledger knows"],
    ["Switch", switch_ms === null ? "none" : duration(switch_ms)],
    ["Time", duration(elapsed(started_at, ended_at) ?? 0)],
    ["Operation", operation === null ? "none" : codeCell(operation)]
  ];
}
function phasesTable({ phases }) {
  return table(
    ["Phase", "State", "Started", "Time"],
    phases.map(({ phase, state, started_at, ended_at }) => {
      const took = elapsed(started_at, ended_at);
      return state === "skipped" ? [phase, state, "", ""] : [phase, state, inline(started_at), took === void 0 ? "" : duration(took)];
    })
  );
}
function lifecycleMarkdown(parts, aboutFindings = {}) {
  return blocks(
    parts.validate ? validateMarkdown({ ...aboutFindings, result: parts.validate }) : "",
    parts.package ? packageMarkdown(parts.package) : "",
    parts.staged_test ? stagedTestMarkdown(parts.staged_test) : "",
    parts.operation ? operationMarkdown(parts.operation) : ""
  );
}

export {
  stretchesOf,
  markOf,
  widthOf,
  latency,
  besideText,
  packageMarkdown,
  stagedTestMarkdown,
  casesOf,
  operationMarkdown,
  lifecycleMarkdown
};
