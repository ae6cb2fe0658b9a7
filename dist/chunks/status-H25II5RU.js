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

// src/report/status.ts
var SHOWN = 10;
function statusText(status, options) {
  const style = styler(options);
  const { environment, outcome, operation, drift, history, ledger } = status;
  const mark = outcome === "consistent" ? style("green", "\u2714") : style("red", "\u2716");
  const lines = [`${mark} ${style("bold", oneLine(environment))}: ${headline(status)}`];
  for (const name of ["blue", "green", "in_place"]) {
    const held = status[name];
    if (held) lines.push(`  ${name.padEnd(8)} ${describe(held)}`);
  }
  if (operation) {
    const phase = operation.phases.at(-1)?.phase ?? "claim";
    const owner = operation.owner ? `by ${operation.owner.name}` : "waiting for somebody to go on";
    const what = `${operation.kind} of ${operation.release.version}, at ${phase}, ${owner}`;
    lines.push(`  ${style("yellow", "unfinished")}: ${oneLine(what)}`);
  }
  for (const { message } of drift) lines.push(`  ${style("red", "drift")}: ${oneLine(message)}`);
  if (history.length > 0) lines.push("", historyTable(status));
  lines.push("", style("dim", `ledger: ${oneLine(ledger.place)}`));
  return lines.join("\n");
}
function headline({ reason, live, outcome }) {
  if (reason === "never_deployed") return "nothing was ever deployed";
  if (!live) return "nothing is live";
  const where = live.color ? ` on ${live.color}` : "";
  const agreement = outcome === "drifted" ? ", but the running cloud differs" : "";
  return `${oneLine(live.release.version)} is live${where}${agreement}`;
}
function describe({ release, state, since }) {
  return oneLine(`${release.version} (${release.digest.slice(0, 19)}\u2026) ${state} since ${since}`);
}
function historyTable({ history }) {
  const rows = history.slice(0, SHOWN).map((ended) => {
    const { ended_at, kind, release, from_color, to_color, outcome, reason, by } = ended;
    const why = reason === "completed" ? "" : ` (${reason})`;
    const way = to_color ? `${from_color ?? "none"} \u2192 ${to_color}` : "in place";
    return [ended_at, `${kind} ${release.version}`, way, `${outcome}${why}`, by].map(oneLine);
  });
  return table(["ended", "operation", "way", "outcome", "by"], rows);
}
export {
  statusText
};
