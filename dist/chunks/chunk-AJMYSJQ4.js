import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/drivers/probes/ask.ts
var ProbeFailed = class extends Error {
  code;
  probe;
  /** The stable name of what was wrong with the last answer. */
  reason;
  constructor(probe, answer) {
    const { verdict, reason, why } = answer;
    const what = verdict === "bad" ? "failed" : "got no answer that could be judged";
    super(`The probe "${probe}" ${what}: ${why}.`);
    this.name = "ProbeFailed";
    this.code = verdict === "bad" ? "probe_failed" : "probe_inconclusive";
    this.probe = probe;
    this.reason = reason;
  }
};
async function askUntilGood(probes, clock, signal, take = () => {
}) {
  await sideBySide(probes, signal, async ({ probe, schedule }, own) => {
    let good = 0;
    const said = { bad: 0, unclear: 0 };
    for (; ; ) {
      const answer = await askOnce(probe, clock, own, take);
      good = answer.verdict === "good" ? good + 1 : 0;
      said.bad += answer.verdict === "bad" ? 1 : 0;
      said.unclear = answer.verdict === "inconclusive" ? said.unclear + 1 : 0;
      endIfTooMany(probe, answer, said, schedule.failures, schedule.inconclusive);
      if (good >= schedule.passes) return;
      await clock.sleep(schedule.everyMs, own);
    }
  });
}
var WATCH_PATIENCE = 2;
async function watch(probes, forMs, clock, signal, take = () => {
}) {
  if (probes.length === 0) return clock.sleep(forMs, signal);
  const end = clock.now().getTime() + forMs;
  await sideBySide(probes, signal, async ({ probe, schedule }, own) => {
    const said = { bad: 0, unclear: 0 };
    for (; ; ) {
      const answer = await askOnce(probe, clock, own, take);
      if (answer.verdict === "good") said.bad = 0;
      if (answer.verdict === "bad") said.bad++;
      said.unclear = answer.verdict === "inconclusive" ? said.unclear + 1 : 0;
      const patience = Math.min(schedule.failures, WATCH_PATIENCE);
      endIfTooMany(probe, answer, said, patience, schedule.inconclusive);
      const left = end - clock.now().getTime();
      if (left <= 0) {
        if (answer.verdict === "good") return;
        throw new ProbeFailed(probe.name, answer);
      }
      await clock.sleep(Math.min(schedule.everyMs, left), own);
    }
  });
}
async function askOnce(probe, clock, signal, take) {
  const at = clock.now();
  const started = performance.now();
  const answer = await probe.ask(signal);
  take(probe.name, answer, at, performance.now() - started);
  return answer;
}
function endIfTooMany(probe, answer, said, failures, inconclusive) {
  if (answer.verdict === "good") return;
  const tooMany = answer.verdict === "bad" ? said.bad > failures : said.unclear > inconclusive;
  if (tooMany || answer.final) throw new ProbeFailed(probe.name, answer);
}
async function sideBySide(probes, signal, task) {
  const failed = new AbortController();
  const own = AbortSignal.any([signal, failed.signal]);
  const tasks = probes.map(
    (probe) => task(probe, own).catch((error) => {
      failed.abort(error);
      throw own.reason;
    })
  );
  const results = await Promise.allSettled(tasks);
  const bad = results.find((result) => result.status === "rejected");
  if (bad) throw bad.reason;
}

export {
  ProbeFailed,
  askUntilGood,
  watch
};
