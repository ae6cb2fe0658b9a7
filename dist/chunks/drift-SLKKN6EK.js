import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ProbeFailed,
  askUntilGood
} from "./chunk-AJMYSJQ4.js";
import "./chunk-WRJK5PWJ.js";

// src/drift/drift.ts
async function findDrift(live, nodes, probes, clock, signal) {
  const drift = nodes.flatMap(({ node, current, error }) => {
    if (error !== null) return [{ kind: "router_unreachable", message: `node ${node}: ${error}` }];
    if (current === live) return [];
    const where = current === "split" ? "to both colors" : current === "none" ? "nowhere" : `to ${current}`;
    return [{ kind: "router", message: `${live} is live, but node ${node} sends users ${where}` }];
  });
  for (const { probe, schedule } of probes) {
    const failures = Math.min(schedule.failures, 1);
    const unclear = Math.min(schedule.inconclusive, 1);
    const once = { probe, schedule: { ...schedule, passes: 1, failures, inconclusive: unclear } };
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
