import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/drivers/probes/ask.ts
var ProbeFailed = class extends Error {
  probe;
  constructor(probe, why) {
    super(`The probe "${probe}" failed: ${why}.`);
    this.name = "ProbeFailed";
    this.probe = probe;
  }
};
async function askUntilGood(probes, clock, signal) {
  await sideBySide(probes, signal, async ({ probe, schedule }, own) => {
    let good = 0;
    let bad = 0;
    for (; ; ) {
      const answer = await probe.ask(own);
      if (answer.good) good++;
      else {
        good = 0;
        bad++;
        if (bad > schedule.failures) throw new ProbeFailed(probe.name, answer.why);
      }
      if (good >= schedule.passes) return;
      await clock.sleep(schedule.everyMs, own);
    }
  });
}
var WATCH_PATIENCE = 2;
async function watch(probes, forMs, clock, signal) {
  const end = clock.now().getTime() + forMs;
  await sideBySide(probes, signal, async ({ probe, schedule }, own) => {
    let bad = 0;
    for (; ; ) {
      const answer = await probe.ask(own);
      bad = answer.good ? 0 : bad + 1;
      if (!answer.good && bad > Math.min(schedule.failures, WATCH_PATIENCE))
        throw new ProbeFailed(probe.name, answer.why);
      const left = end - clock.now().getTime();
      if (left <= 0) {
        if (answer.good) return;
        throw new ProbeFailed(probe.name, answer.why);
      }
      await clock.sleep(Math.min(schedule.everyMs, left), own);
    }
  });
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
