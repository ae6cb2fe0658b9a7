import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  otherColor
} from "./chunk-IHXNE3XU.js";
import {
  GOOD_OUTCOMES
} from "./chunk-C26GBMVC.js";

// src/report/escape.ts
var ANSI = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b(?:\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u001b]*(?:\u001b\\)?|[@-Z\\-~])/g;
var INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
function oneLine(text) {
  return text.replace(ANSI, "").replace(/[\t-\r\u0085\u2028\u2029]+/g, " ").replace(INVISIBLE, "").trim();
}
function inline(text) {
  return oneLine(text).replace(/[\\`*_[\]<>&|~#@:$]/g, "\\$&").replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2");
}
function code(text) {
  const content = oneLine(text);
  if (content === "") return "";
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = content.startsWith("`") || content.endsWith("`") ? " " : "";
  return `${fence}${pad}${content}${pad}${fence}`;
}
function codeCell(text) {
  return code(text).replaceAll("|", "\\|");
}
var LABEL_LENGTH = 60;
function mermaidLabel(text) {
  const line = oneLine(text);
  const short = [...line].length > LABEL_LENGTH ? `${[...line].slice(0, LABEL_LENGTH - 1).join("")}\u2026` : line;
  return short.replace(/[^\p{L}\p{N} .-]|[.-](?= |$)/gu, (char) => `#${char.codePointAt(0)};`);
}

// src/report/figures.ts
function duration(ms) {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59950) return `${(ms / 1e3).toFixed(1)} s`;
  const seconds = Math.round(ms / 1e3);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${twoDigits(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`;
}
function elapsed(from, to) {
  return to === null ? void 0 : Date.parse(to) - Date.parse(from);
}
function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const kib = bytes / 1024;
  return kib < 1023.95 ? `${kib.toFixed(1)} KiB` : `${(kib / 1024).toFixed(1)} MiB`;
}
function count(n, noun) {
  return `${n.toLocaleString("en-US")} ${noun}${n === 1 ? "" : "s"}`;
}
function twoDigits(n) {
  return String(n).padStart(2, "0");
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
function node(id, label, className) {
  return `${id}["${label.map(mermaidLabel).join("<br/>")}"]:::${className}`;
}
function picture(lines, classes) {
  const styles = Object.entries(classes).map(([name, style]) => `  classDef ${name} ${style}`);
  return ["flowchart LR", ...lines, ...styles].join("\n");
}

// src/report/markdown.ts
function validateMarkdown(result) {
  const { checked, skipped } = result.files;
  const heading = title(result.outcome === "passed", `Definitions ${result.outcome}`);
  const kinds = Object.entries(result.kinds).map(([kind, n]) => `${n} ${kind.replaceAll("_", " ")}`);
  const files = `${count(checked, "file")} checked${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}, ${skipped} skipped.`;
  if (result.findings.length === 0) return blocks(heading, `No findings. ${files}`);
  return blocks(
    heading,
    `${countsOf(result.findings)}. ${files}`,
    ...[...byFile(result.findings)].map(
      ([file, findings]) => blocks(`#### ${code(file)}`, findingsTable(findings))
    )
  );
}
function findingsTable(findings) {
  return table(
    ["Line", "Severity", "Problem", "What to do", "Rule"],
    findings.map(({ line, column, severity, message, help, rule }) => [
      `${line}:${column}`,
      severity,
      inline(message),
      inline(help),
      codeCell(rule)
    ])
  );
}
function byFile(findings) {
  const files = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const known = files.get(finding.file);
    if (known) known.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}
function countsOf(findings) {
  const counts = ["error", "warning", "notice"].map((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n === 0 ? "" : count(n, severity);
  });
  return counts.filter(Boolean).join(", ") || "No findings";
}
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
        ["Archive", codeCell(result.path)]
      ]
    )
  );
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
  const { kind, outcome, reason, environment, message, remedy, phases, witness } = result;
  const view = blueGreenView(result);
  const name = `${kind === "deploy" ? "Deploy" : "Rollback"} ${outcome.replaceAll("_", " ")}`;
  return blocks(
    title(GOOD_OUTCOMES.includes(outcome), `${name}: ${inline(environment)}`),
    inline(message),
    remedy === null ? "" : `**What to do:** ${inline(remedy)}`,
    table(["", ""], operationFacts(result, reason)),
    view ? mermaid(blueGreenPicture(view)) : "",
    phases.length === 0 ? "" : blocks(mermaid(operationPicture(result)), phasesTable(result)),
    witness ? witnessMarkdown(witness) : ""
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
function lifecycleMarkdown(parts) {
  return blocks(
    parts.validate ? validateMarkdown(parts.validate) : "",
    parts.package ? packageMarkdown(parts.package) : "",
    parts.staged_test ? stagedTestMarkdown(parts.staged_test) : "",
    parts.operation ? operationMarkdown(parts.operation) : ""
  );
}
function title(good, text) {
  return `### ${good ? "\u2705" : "\u274C"} ${text}`;
}
function mermaid(picture2) {
  return `\`\`\`mermaid
${picture2}
\`\`\``;
}
function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
function blocks(...parts) {
  return parts.filter((part) => part !== "").join("\n\n");
}

export {
  oneLine,
  duration,
  elapsed,
  size,
  count,
  validateMarkdown,
  countsOf,
  packageMarkdown,
  stagedTestMarkdown,
  casesOf,
  operationMarkdown,
  lifecycleMarkdown
};
