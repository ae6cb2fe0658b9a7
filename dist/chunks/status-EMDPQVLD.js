import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  Site,
  releaseFolder,
  routerOf
} from "./chunk-V2SUTTWO.js";
import "./chunk-QGDO7QXF.js";
import "./chunk-AJMYSJQ4.js";
import {
  liveHolding
} from "./chunk-22IZ6557.js";
import "./chunk-BV2MJK6B.js";
import "./chunk-WEE4WDUK.js";
import "./chunk-775FTGG5.js";
import "./chunk-2RQJNVEV.js";
import "./chunk-IOFBP4QD.js";
import "./chunk-XEJ3FUQD.js";
import "./chunk-SFP3RZBH.js";
import "./chunk-XQKTH77P.js";
import "./chunk-5Y7CG4SE.js";
import "./chunk-N25RECID.js";
import "./chunk-65XTCQBH.js";
import "./chunk-T6ZMEY7V.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

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
  return { color: state.live, router: routerOf(live.settings, ports), probes: site.probes("bake") };
}
function held(holding) {
  return holding && { release: holding.release, state: holding.state, since: holding.since };
}
export {
  liveSite,
  statusOf
};
