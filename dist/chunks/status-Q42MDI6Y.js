import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  require_cli_table3
} from "./chunk-NZYENQEW.js";
import {
  __toESM
} from "./chunk-DIT3HX7E.js";

// src/report/status.ts
var import_cli_table3 = __toESM(require_cli_table3(), 1);
function statusText(status, _options) {
  const lines = [`${status.environment}: ${headline(status)}`];
  for (const name of ["blue", "green", "in_place"]) {
    const held = status[name];
    if (held) lines.push(`  ${name.padEnd(8)} ${describe(held)}`);
  }
  const { operation } = status;
  if (operation) {
    const phase = operation.phases.at(-1)?.phase ?? "claim";
    const owner = operation.owner === null ? "it waits for somebody to go on" : `by ${operation.owner.name}`;
    lines.push(`  unfinished: ${operation.kind} of ${operation.release.version}, at ${phase}, ${owner}`);
  }
  for (const { message } of status.drift) lines.push(`  drift: ${message}`);
  if (status.history.length > 0) lines.push("", historyTable(status));
  lines.push("", `ledger: ${status.ledger.place}`);
  return lines.join("\n");
}
function headline(status) {
  if (status.reason === "never_deployed") return "nothing was ever deployed";
  if (!status.live) return "nothing is live";
  const { color, release } = status.live;
  const agreement = status.outcome === "drifted" ? ", but the running cloud differs" : "";
  return `${release.version} is live${color ? ` on ${color}` : ""}${agreement}`;
}
function describe({ release, state, since }) {
  return `${release.version} (${release.digest.slice(0, 19)}\u2026) ${state} since ${since}`;
}
function historyTable(status) {
  const table = new import_cli_table3.default({
    head: ["ended", "operation", "way", "outcome", "by"],
    style: { head: [], border: [] }
  });
  for (const { ended_at, kind, release, from_color, to_color, outcome, reason, by } of status.history.slice(
    0,
    10
  )) {
    const why = reason === "completed" ? "" : ` (${reason})`;
    table.push([
      ended_at,
      `${kind} ${release.version}`,
      `${from_color ?? "\u2013"} \u2192 ${to_color ?? "\u2013"}`,
      `${outcome}${why}`,
      by
    ]);
  }
  return table.toString();
}
export {
  statusText
};
