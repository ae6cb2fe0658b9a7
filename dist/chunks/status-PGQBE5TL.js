import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  Site,
  releaseFolder,
  routerOf
} from "./chunk-ZXGZHQOP.js";
import "./chunk-HX46Y5NQ.js";
import "./chunk-IHGJI7RB.js";
import "./chunk-ZJRQYKQR.js";
import "./chunk-OZZLT5ME.js";
import "./chunk-GB56H6UI.js";
import "./chunk-KU3J3VL7.js";
import {
  liveHolding
} from "./chunk-22IZ6557.js";
import "./chunk-2HN66C2M.js";
import "./chunk-D72PIMZP.js";
import "./chunk-JVUMTRSA.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-DIT3HX7E.js";

// src/changeover/status.ts
function statusOf(state, place) {
  const live = liveHolding(state);
  return {
    schema: "changeover/status/v1",
    outcome: "consistent",
    reason: state.serial === 0 ? "never_deployed" : "no_drift",
    environment: state.environment,
    strategy: state.strategy,
    ledger: { place, serial: state.serial },
    live: live && { color: state.live, release: live.release },
    blue: held(state.blue),
    green: held(state.green),
    in_place: held(state.in_place),
    operation: state.operation,
    drift: [],
    history: state.history.toReversed()
  };
}
function liveSite(state, ports) {
  const live = liveHolding(state);
  if (!live || state.live === null || live.settings.strategy !== "blue_green") return void 0;
  const release = { ...live.release, folder: releaseFolder(ports, live.release) };
  const site = new Site(
    {
      environment: state.environment,
      settings: live.settings,
      color: state.live,
      liveColor: state.live,
      release,
      operation: "status"
    },
    ports
  );
  return { color: state.live, router: routerOf(live.settings, ports), probes: site.probes() };
}
function held(holding) {
  return holding && { release: holding.release, state: holding.state, since: holding.since };
}
export {
  liveSite,
  statusOf
};
