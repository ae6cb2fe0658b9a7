import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  otherColor
} from "./chunk-T6ZMEY7V.js";
import {
  GOOD_OUTCOMES
} from "./chunk-C26GBMVC.js";
import {
  blocks,
  mermaid,
  table,
  title,
  validateMarkdown
} from "./chunk-5OGW7O66.js";
import {
  count,
  duration,
  elapsed,
  size
} from "./chunk-BM2BY55Z.js";
import {
  codeCell,
  inline,
  mermaidLabel,
  oneLine
} from "./chunk-4KQUTUGP.js";

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
function operationMarkdown(result) {
  const { kind, outcome, reason, environment, message, remedy, phases, witness, probes } = result;
  const view = blueGreenView(result);
  const name = `${kind === "deploy" ? "Deploy" : "Rollback"} ${outcome.replaceAll("_", " ")}`;
  return blocks(
    title(GOOD_OUTCOMES.includes(outcome), `${name}: ${inline(environment)}`),
    inline(message),
    remedy === null ? "" : `**What to do:** ${inline(remedy)}`,
    table(["", ""], operationFacts(result, reason)),
    view ? mermaid(blueGreenPicture(view)) : "",
    phases.length === 0 ? "" : blocks(mermaid(operationPicture(result)), phasesTable(result)),
    witness ? witnessMarkdown(witness) : "",
    probesMarkdown(probes)
  );
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
function witnessMarkdown(witness) {
  const kinds = Object.entries(witness.failed_kinds).map(([kind, n]) => `${n} ${inline(kind)}`);
  const failed = witness.failed === 0 ? "0" : `${witness.failed} (${kinds.join(", ")})`;
  return blocks(
    `#### Witness: ${count(witness.failed, "failed request")} of ${witness.sent.toLocaleString("en-US")}`,
    table(
      ["Endpoint", "Rate", "Sent", "Good", "Failed", "Slowest answer", "Outage"],
      [
        [
          codeCell(witness.url),
          `${witness.rate}/s`,
          String(witness.sent),
          String(witness.ok),
          failed,
          duration(witness.slowest_ms),
          witness.failed === 0 ? "none" : duration(witness.outage_ms)
        ]
      ]
    )
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
  besideText,
  packageMarkdown,
  stagedTestMarkdown,
  casesOf,
  operationMarkdown,
  lifecycleMarkdown
};
