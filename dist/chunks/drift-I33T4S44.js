import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ProbeFailed,
  askUntilGood
} from "./chunk-IHGJI7RB.js";
import {
  RouterError
} from "./chunk-PH4DES75.js";
import "./chunk-DIT3HX7E.js";

// src/drift/drift.ts
async function findDrift(live, router, probes, clock, signal) {
  const drift = [];
  try {
    const current = await router.current();
    if (current !== live) {
      const where = current === "split" ? "to both colors" : current === "none" ? "nowhere" : `to ${current}`;
      drift.push({ kind: "router", message: `${live} is live, but the router sends users ${where}` });
    }
  } catch (error) {
    if (!(error instanceof RouterError)) throw error;
    drift.push({ kind: "router_unreachable", message: error.message });
  }
  for (const { probe, schedule } of probes) {
    const once = { probe, schedule: { ...schedule, passes: 1, failures: Math.min(schedule.failures, 1) } };
    try {
      await askUntilGood([once], clock, signal);
    } catch (error) {
      if (!(error instanceof ProbeFailed)) throw error;
      drift.push({ kind: "health", message: error.message });
    }
  }
  return drift;
}
export {
  findDrift
};
