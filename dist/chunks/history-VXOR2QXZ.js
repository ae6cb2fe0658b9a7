import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  styler,
  table
} from "./chunk-PK4TSXVP.js";
import {
  oneLine
} from "./chunk-4KQUTUGP.js";
import "./chunk-WRJK5PWJ.js";

// src/report/history.ts
function historyText(history, options) {
  const style = styler(options);
  const { environment, ledger, operations } = history;
  const nothing = `${style("bold", oneLine(environment))}: nothing was ever recorded
`;
  const rows = operations.map(
    (operation) => [
      operation.id.slice(0, 8),
      seconds(operation.started_at),
      lasted(operation.duration_ms),
      `${operation.kind} ${operation.release.version}`,
      wayOf(operation),
      endOf(operation),
      triesOf(operation.attempts),
      operation.by ?? ""
    ].map(oneLine)
  );
  const head = ["id", "started", "took", "operation", "way", "outcome", "attempts", "by"];
  const body = rows.length === 0 ? nothing : table(head, rows);
  return `${body}
${style("dim", `ledger: ${oneLine(ledger)}`)}`;
}
function timelineText(history, options) {
  const style = styler(options);
  return history.operations.map((operation) => {
    const { id, kind, release, started_at, duration_ms, attempts, timeline } = operation;
    const what = oneLine(`${kind} ${release.version}, ${wayOf(operation)}: ${endOf(operation)}`);
    const runs = attempts.map(
      ({ attempt, by, host, started_at: from, last_at, end }) => oneLine(`  attempt ${attempt} by ${by} on ${host}, ${seconds(from)} to ${seconds(last_at)}: ${end}`)
    );
    const rows = timeline.map((step) => {
      const took = step.took_ms === null ? "" : lasted(step.took_ms);
      return [clock(step.at), took, step.what, `${step.attempt}`, step.by ?? "", step.id.slice(0, 10)];
    });
    return [
      style("bold", what),
      style("dim", oneLine(`  ${id}, ${release.digest}`)),
      `  from ${seconds(started_at)}, ${duration_ms === null ? "not ended" : lasted(duration_ms)}`,
      ...runs,
      "",
      table(
        ["at (UTC)", "took", "record", "attempt", "by", "commit"],
        rows.map((row) => row.map(oneLine))
      )
    ].join("\n");
  }).join("\n");
}
function wayOf({ from_color, to_color }) {
  return to_color ? `${from_color ?? "none"} \u2192 ${to_color}` : "in place";
}
function endOf({ outcome, reason }) {
  if (outcome === null) return "unfinished";
  return reason === "completed" ? outcome : `${outcome} (${reason})`;
}
function triesOf(attempts) {
  const abandoned = attempts.filter(({ end }) => end === "abandoned").length;
  return abandoned > 0 ? `${attempts.length}, ${abandoned} abandoned` : `${attempts.length}`;
}
function lasted(ms) {
  if (ms === null) return "";
  if (ms < 6e4) return `${(ms / 1e3).toFixed(1)} s`;
  const minutes = Math.floor(ms / 6e4);
  return minutes < 60 ? `${minutes} min ${Math.floor(ms % 6e4 / 1e3)} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
function seconds(time) {
  return time.replace(/\.\d+Z$/, "Z");
}
function clock(time) {
  return time.slice(11, 23);
}
export {
  historyText,
  timelineText
};
