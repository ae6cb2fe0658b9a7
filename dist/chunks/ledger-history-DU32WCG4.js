import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/changeover/ledger-history.ts
var PAGE = 200;
async function historyOf(ledger, environment, which) {
  const operations = [];
  const limit = typeof which === "number" ? which : 1;
  for await (const group of groups(ledger)) {
    if (typeof which === "number" || group.operation.id.startsWith(which))
      operations.push(pastOperation(group));
    if (operations.length >= limit) break;
  }
  if (typeof which === "string" && operations.length === 0) {
    throw new UserError("unknown_operation", `The ledger has no operation "${which}".`, {
      remedy: "Take an id, or the beginning of one, from changeover history."
    });
  }
  return { schema: "changeover/history/v1", environment, ledger: ledger.place, operations };
}
async function* groups(ledger) {
  let group;
  let end;
  for await (const record of records(ledger)) {
    const operation = record.state?.operation;
    if (!operation) {
      if (record.state) end = record;
      continue;
    }
    if (group?.operation.id !== operation.id) {
      if (group) yield group;
      const ended = end?.state?.history.find(({ id }) => id === operation.id) ?? null;
      group = { operation, ended, records: ended && end ? [end] : [] };
    }
    group.records.push(record);
    end = void 0;
  }
  if (group) yield group;
}
async function* records(ledger) {
  for (let before; ; ) {
    const page = await ledger.history(PAGE, before);
    yield* page;
    before = page.at(-1)?.id;
    if (page.length < PAGE) return;
  }
}
function pastOperation({ operation, ended, records: records2 }) {
  const { id, kind, release, from_color, to_color, started_at, owner } = operation;
  const ended_at = ended?.ended_at ?? null;
  return {
    id,
    kind,
    release,
    from_color,
    to_color,
    outcome: ended?.outcome ?? null,
    reason: ended?.reason ?? null,
    by: ended?.by ?? owner?.name ?? null,
    started_at,
    ended_at,
    duration_ms: ended_at === null ? null : millis(started_at, ended_at),
    attempts: attemptsOf(records2.toReversed(), ended),
    timeline: timelineOf(records2.toReversed(), ended)
  };
}
function attemptsOf(records2, ended) {
  const attempts = [];
  for (const record of records2) {
    const last2 = attempts.at(-1);
    const { attempt, owner } = record.state?.operation ?? {};
    const at = timeOf(record, ended);
    if (last2) last2.last_at = at;
    if (attempt === void 0) continue;
    const isNew = owner && !(last2?.attempt === attempt && last2.pid === owner.pid && last2.host === owner.host);
    if (isNew) {
      if (last2?.end === "running") last2.end = "abandoned";
      const { name: by, host, pid } = owner;
      attempts.push({ attempt, by, host, pid, started_at: at, last_at: at, end: "running", records: 1 });
    } else if (last2) {
      last2.records += 1;
      if (!owner) last2.end = "waits";
    }
  }
  const last = attempts.at(-1);
  if (last?.end === "running" && ended) {
    const wasTaken = last.attempt > 1 && last.records === 1;
    last.end = ended.reason === "superseded" && !wasTaken ? "abandoned" : "ended";
  }
  return attempts.map(({ attempt, by, host, started_at, last_at, end }) => {
    return { attempt, by, host, started_at, last_at, end };
  });
}
function timelineOf(records2, ended) {
  let attempt = 1;
  return records2.map((record, index) => {
    const next = records2[index + 1];
    const operation = record.state?.operation;
    attempt = operation?.attempt ?? attempt;
    const at = timeOf(record, ended);
    return {
      id: record.id,
      at,
      took_ms: next ? millis(at, timeOf(next, ended)) : null,
      what: record.why,
      phase: operation?.phases.find(({ state }) => state === "running")?.phase ?? null,
      attempt,
      by: operation ? operation.owner?.name ?? null : ended?.by ?? null
    };
  });
}
function timeOf({ at, state }, ended) {
  const written = Date.parse(at);
  const said = state?.operation?.phases.flatMap((run) => [run.ended_at, run.started_at]) ?? [ended?.ended_at];
  const times = said.map((time) => time ? Date.parse(time) : Number.NaN);
  const fitting = times.filter((time) => time >= written && time < written + 1e3);
  return new Date(fitting.length > 0 ? Math.max(...fitting) : written).toISOString();
}
function millis(from, to) {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}
export {
  historyOf
};
