import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/changeover/state.ts
var HISTORY_LIMIT = 50;
function emptyState(environment, strategy) {
  return {
    schema: "changeover/ledger/v1",
    environment,
    strategy,
    serial: 0,
    live: null,
    blue: null,
    green: null,
    in_place: null,
    operation: null,
    history: []
  };
}
function liveHolding(state) {
  if (state.strategy === "in_place") return state.in_place?.state === "live" ? state.in_place : null;
  return state.live === null ? null : state[state.live];
}
function withHolding(state, color, holding) {
  return { ...state, [color ?? "in_place"]: holding };
}
function withUsersOn(state, to, left, now) {
  const from = to === "blue" ? "green" : "blue";
  const arrived = state[to];
  const behind = state[from];
  return {
    ...state,
    live: to,
    [to]: arrived && { ...arrived, state: "live", since: now },
    [from]: behind?.state === "live" ? { ...behind, state: left, since: now } : behind
  };
}
function withEnded(state, outcome, reason, by, now) {
  const operation = state.operation;
  if (!operation) return state;
  const { id, kind, release, from_color, to_color, started_at } = operation;
  const ended = {
    id,
    kind,
    release,
    from_color,
    to_color,
    outcome,
    reason,
    by,
    started_at,
    ended_at: now
  };
  return { ...state, operation: null, history: [...state.history, ended].slice(-HISTORY_LIMIT) };
}

export {
  emptyState,
  liveHolding,
  withHolding,
  withUsersOn,
  withEnded
};
