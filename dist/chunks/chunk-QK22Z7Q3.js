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
function withInPlace(state, holding, now) {
  const was = state.in_place;
  const { digest } = holding.release;
  const replaced = was?.state === "live" && was.release.digest !== digest ? was : void 0;
  const left = state.operation?.kind === "rollback" ? "rejected" : "standby";
  const before = replaced ? { ...replaced, state: left, since: now } : state.in_place_previous;
  const isBack = holding.state === "live" && before?.release.digest === digest;
  return { ...state, in_place: holding, in_place_previous: isBack ? null : before ?? null };
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
function withEnded(state, outcome, reason, by, now, proof = {}) {
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
    ended_at: now,
    ...proof
  };
  return { ...state, operation: null, history: [...state.history, ended].slice(-HISTORY_LIMIT) };
}

export {
  emptyState,
  liveHolding,
  withHolding,
  withInPlace,
  withUsersOn,
  withEnded
};
