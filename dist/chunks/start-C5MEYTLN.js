import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  LEASE_MS,
  LeaseRefused,
  LeaseTaken,
  RENEW_MS,
  leaseOf,
  realPorts
} from "./chunk-HTIZ6ASW.js";
import "./chunk-D6BMXANV.js";
import "./chunk-OGTRJA2A.js";
import "./chunk-PGF25G2R.js";
import "./chunk-KFWHASM4.js";
import "./chunk-TP5A5OSX.js";
import {
  storeOf,
  withRelease
} from "./chunk-OSGUDG7E.js";
import "./chunk-4SOFSJO6.js";
import "./chunk-O3AUF7BP.js";
import "./chunk-SFP3RZBH.js";
import {
  MoveFailure,
  OperationFailure,
  PHASES,
  Site,
  asFailure,
  batchesOf,
  blueGreen,
  bringToRelease,
  chooseColor,
  commitOf,
  currentSettings,
  deployInstead,
  ensureOneRelease,
  fetchRelease,
  forgetOldReleases,
  furthest,
  held,
  hostsOf,
  hostsText,
  isNamed,
  knownRouter,
  leftToRoll,
  notHealthy,
  nothing,
  onceLive,
  releaseFolder,
  rolledOf,
  rolledReport,
  rolledText,
  routerOf,
  ruleOf,
  staysRolled,
  verify,
  withAllRolled,
  withBatch,
  withRollingBegun,
  witnessOptions
} from "./chunk-ZBL4Y35M.js";
import "./chunk-SHCKD73G.js";
import {
  askUntilGood,
  watch
} from "./chunk-AJMYSJQ4.js";
import {
  RouterError
} from "./chunk-AWRWGIU3.js";
import "./chunk-P7UCZ7L7.js";
import {
  duration
} from "./chunk-WEE4WDUK.js";
import {
  liveHolding,
  withEnded,
  withHolding,
  withInPlace,
  withUsersOn
} from "./chunk-QK22Z7Q3.js";
import "./chunk-2RQJNVEV.js";
import {
  otherColor
} from "./chunk-T6ZMEY7V.js";
import {
  namedPolicy
} from "./chunk-IPPLYJMC.js";
import "./chunk-P3YWCUWM.js";
import {
  policyText
} from "./chunk-GTCIXTUA.js";
import "./chunk-LIBN5DWY.js";
import {
  require_ms
} from "./chunk-775FTGG5.js";
import "./chunk-BDYEJGLL.js";
import "./chunk-LGEIZY6T.js";
import "./chunk-OOEUXFNT.js";
import "./chunk-YRZ77VWT.js";
import {
  environmentOf,
  loadManifestIfThere
} from "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import {
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-WRJK5PWJ.js";

// src/changeover/archive.ts
async function withArchive(name, { release, fetch }, meant, work) {
  if (!release) return await fetch?.(name, work) ?? false;
  const { version, digest } = release.manifest;
  if (digest !== name.digest) {
    throw new OperationFailure(
      "release_not_held",
      `The archive is ${version} (${digest}), but ${meant} ${name.version} (${name.digest}).`,
      "Give the archive of that release, or none."
    );
  }
  await work(release);
  return true;
}

// src/changeover/deadline.ts
var LAST_MS = 864e13;
function withDeadline(state, { promote_within }, now) {
  const { operation } = state;
  if (!operation) return state;
  const ends = new Date(Math.min(Date.parse(now) + duration(promote_within, "30d"), LAST_MS)).toISOString();
  return { ...state, operation: { ...operation, deadline: operation.deadline ?? ends } };
}
function hasExpired({ deadline, phases }, now) {
  return deadline !== void 0 && now.getTime() > Date.parse(deadline) && furthest(phases).given_up === "leave";
}

// src/changeover/read-back.ts
async function switchAndReadBack(router, to) {
  await router.switchTo(to);
  const current = await router.current();
  if (current === to) return;
  throw new RouterError("switch_failed", "router", `it was switched to ${to} but says "${current}"`);
}

// src/changeover/taken-over.ts
var TRIES = 5;
async function isStillOurs(router, journal, ports) {
  try {
    if (await journal.catchUp()) return true;
  } catch (error) {
    warn(ports, error);
    return !journal.hasLostLease;
  }
  await followLedger(router, ports).catch((error) => warn(ports, error));
  return false;
}
async function confirmEnd(router, journal, ports) {
  if (whereUsersBelong(journal.state) === void 0) return;
  try {
    if (await router.current() !== journal.state.live) await followLedger(router, ports);
  } catch (error) {
    warn(ports, error);
  }
}
async function followLedger(router, ports) {
  for (let tries = 0; tries < TRIES; tries++) {
    const color = whereUsersBelong(await ports.ledger.read());
    if (color === void 0 || await router.current() === color) return;
    ports.log.warn(`Two runs moved users. The ledger says ${color}, so they are taken there.`);
    await router.switchTo(color);
  }
}
function whereUsersBelong({ live, operation }) {
  const isMoving = operation?.owner && furthest(operation.phases).given_up === "back";
  return isMoving ? void 0 : live ?? void 0;
}
function warn(ports, error) {
  ports.log.warn(`It is not known whether another run moves users as well: ${asFailure(error).message}`);
}

// src/changeover/in-flight.ts
async function ensureNobodyAtWork(operation, takeOver, ports) {
  if (operation.owner === null || takeOver) return;
  const { state, why } = await ports.liveness(operation.owner);
  if (state === "dead") return;
  const { kind, release, owner, started_at } = operation;
  throw new OperationFailure(
    "operation_in_flight",
    `A ${kind} of ${release.version} is in flight: ${owner.name}, process ${owner.pid} on ${owner.host}, since ${started_at}. ${SAID[state]}: ${why}.`,
    state === "alive" ? "Wait until it ends (--wait 10m), or end that run. If you know that it is dead all the same, start again with --take-over." : "Wait until it ends (--wait 10m). If you know that its run is dead, start again with --take-over."
  );
}
var SAID = { alive: "It is alive", unknown: "It is not known whether it is alive" };
function ensureAgreement(state, current) {
  if (current === "split") {
    throw disagreement("The router sends some users to blue and some to green.");
  }
  if (state.live !== null && current !== state.live) {
    const where = current === "none" ? "nowhere" : `to ${current}`;
    throw disagreement(`The ledger says that ${state.live} is live, but the router sends users ${where}.`);
  }
}
function disagreement(message) {
  return new OperationFailure(
    "router_disagrees",
    message,
    "Somebody changed the router by hand, or it lost its state. Set it back to the color that users should be on, and start again."
  );
}
async function settle(journal, router, ports, reason = "superseded") {
  const operation = journal.operation;
  if (!operation) return;
  const { kind, from_color } = operation;
  const safe = safeColor(operation);
  const { given_up } = journal.reached;
  if (given_up === "stay") {
    await journal.end("failed", reason);
    return;
  }
  if (given_up === "leave" || safe === null) {
    await journal.end("aborted", reason);
    return;
  }
  await journal.claim({ ...operation, attempt: operation.attempt + 1 }, journal.state.strategy);
  const outcome = kind === "rollback" ? "restored" : safe === from_color ? "rolled_back" : "failed";
  await takeUsersTo(safe, journal, router, ports, async (change) => {
    await journal.end(outcome, reason, change);
  });
  await confirmEnd(router, journal, ports);
}
function safeColor({ kind, from_color, to_color }) {
  return (kind === "rollback" ? to_color : from_color) ?? to_color;
}
async function takeUsersTo(safe, journal, router, ports, record) {
  const isThere = await router.current() === safe;
  try {
    if (!isThere) await switchAndReadBack(router, safe);
    if (!await isStillOurs(router, journal, ports)) throw superseded();
    await record((state) => withUsersOn(state, safe, "rejected", journal.now()));
  } catch (error) {
    await isStillOurs(router, journal, ports);
    throw isThere ? error : new MoveFailure(asFailure(error), error);
  }
}
function superseded() {
  return new OperationFailure(
    "ledger_moved",
    "Another run has taken over meanwhile.",
    "See changeover status."
  );
}

// src/changeover/unfinished.ts
function whatBecomesOf({ kind, phases, to_color, release }, live) {
  const { given_up, way_back } = furthest(phases);
  if (!way_back) throw noWayBack(release.version);
  if (given_up === "stay" || given_up === "leave" && live !== null && live === to_color) return "goes_on";
  if (given_up === "back") return "restored";
  return kind === "rollback" ? "goes_on" : "unchanged";
}
function noWayBack(version) {
  return new OperationFailure(
    "contracted",
    `${version} was being made final when its run died: there is no way back.`,
    `Finish it: changeover deploy --until finalized, with the archive of ${version}.`
  );
}

// src/changeover/give-up.ts
async function giveUp(run) {
  const { journal, router, ports, reason } = run;
  const operation = journal.operation;
  if (!operation) return { message: "Nothing is unfinished." };
  const { version } = operation.release;
  if (journal.isFinal) throw noWayBack(version);
  const { given_up } = journal.reached;
  const isBack = given_up === "back";
  if (operation.kind === "rollback" || given_up === "stay" || isBack && operation.from_color === null) {
    await settle(journal, router, ports, reason);
    return { message: `The ${operation.kind} of ${version} was given up. ${usersOn(journal.state)}` };
  }
  if (!isBack) ensureAgreement(journal.state, await router.current());
  const hasFiles = run.teardown && await findFiles(run, unpromoted(journal.state, operation, isBack));
  await journal.claim({ ...operation, attempt: operation.attempt + 1 }, journal.state.strategy);
  const safe = isBack ? safeColor(operation) : null;
  if (safe !== null) {
    await takeUsersTo(
      safe,
      journal,
      router,
      ports,
      (change) => journal.note(`users are on ${safe}`, (state) => withoutDeploy(change(state)))
    );
  }
  const color = unpromoted(journal.state, operation, isBack);
  const torn = await tearDownIf(run, color, hasFiles);
  if (torn.failure) return torn;
  await journal.end(isBack ? "rolled_back" : "aborted", reason, torn.change);
  await confirmEnd(router, journal, ports);
  return {
    message: `The deploy of ${version} was given up. ${usersOn(journal.state)} ${torn.message}`.trim()
  };
}
function usersOn({ live }) {
  return live === null ? "There are no users yet." : `Users are on ${live}.`;
}
function unpromoted(state, operation, wasMoved) {
  const color = operation.to_color;
  const holding = color && state[color];
  if (!color || !holding || holding.release.digest !== operation.release.digest) return void 0;
  const isPrepared = ["deploying", "ready"].includes(holding.state) || wasMoved;
  return isPrepared ? { color, holding } : void 0;
}
async function findFiles({ ports, unpack }, unpromoted2) {
  if (!unpromoted2 || !retireOf(unpromoted2.holding)) return true;
  const { release } = unpromoted2.holding;
  const folder = releaseFolder(ports, release);
  return ports.unpacked.has(folder) || unpack(release, folder);
}
function retireOf({ settings }) {
  return settings.strategy === "blue_green" ? settings.retire : void 0;
}
async function tearDownIf(run, unpromoted2, hasFiles) {
  const change = (state) => state;
  if (!unpromoted2) return { message: "", change };
  const { color, holding } = unpromoted2;
  const { version } = holding.release;
  if (!run.teardown) return { message: `${color} was left as it is, with ${version}.`, change };
  if (!hasFiles) {
    const message = `${color} was left as it is: the files of ${version}, which its retire command needs, are nowhere.`;
    return { message, change };
  }
  try {
    await tearDown(run, unpromoted2);
  } catch (error) {
    const { reason, message, remedy } = asFailure(error);
    await run.journal.wait((state) => state, `${color} is not torn down`);
    const text = `${usersOn(run.journal.state)} But ${color} could not be torn down: ${message}`;
    const more = "Then run changeover abort again, or with --no-teardown.";
    const failure = new OperationFailure(reason, text, [remedy, more].filter(Boolean).join(" "), error);
    return { message: text, failure, change };
  }
  const { rolling: _void, ...rest } = holding;
  const retired = { ...rest, state: "retired", since: run.journal.now() };
  return { message: `${color} was torn down.`, change: (state) => ({ ...state, [color]: retired }) };
}
async function tearDown(run, { color, holding }) {
  const { journal, router, ports, signal } = run;
  const begun = { ...holding, state: "deploying" };
  await journal.note(`tear ${color} down`, (state) => withoutDeploy({ ...state, [color]: begun }));
  const { live, environment, operation } = journal.state;
  const current = await router.current();
  if (live === color || current === color || current === "split" || live !== null && current !== live) {
    throw new OperationFailure(
      "router_disagrees",
      `Users may be on ${color}: the ledger says ${live ?? "none"}, the router "${current}".`,
      `Set the router to ${live ?? otherColor(color)}.`
    );
  }
  const retire = retireOf(holding);
  if (!retire || !operation) return;
  const release = { ...holding.release, folder: releaseFolder(ports, holding.release) };
  const liveColor = live ?? void 0;
  const options = { environment, settings: holding.settings, color, liveColor, release };
  const site = new Site({ ...options, operation: operation.id }, ports);
  await ports.log.step(`Tear ${color} down`, () => site.run("retire", retire, signal));
}
function withoutDeploy(state) {
  const { operation } = state;
  if (!operation) return state;
  const early = ["claim", "fetch", "freeze", "expand"];
  const phases = operation.phases.filter(({ phase }) => early.includes(phase));
  return { ...state, operation: { ...operation, phases } };
}

// src/changeover/ending.ts
import { randomUUID } from "node:crypto";
async function endWell(run, outcome, message, change = (state) => state) {
  const { journal, report, ports } = run;
  const operation = journal.operation;
  try {
    const phases = await journal.end(outcome, "completed", change, report.proof);
    if (operation) report.remember(operation, phases);
  } catch (error) {
    const { reason, message: why } = asFailure(error);
    return report.bad(
      "failed",
      new OperationFailure(
        reason,
        `${message} But the ledger does not know it: ${why}`,
        "When the ledger can be reached, run the same command again: it goes on from there.",
        error
      )
    );
  }
  try {
    await forgetOldReleases(journal.state, ports);
  } catch (error) {
    ports.log.warn(`Old releases could not be deleted: ${asFailure(error).message}`);
  }
  return report.good(outcome, "completed", message);
}
async function endBadly(run, outcome, failure, back = null) {
  const { journal, report, ports } = run;
  const operation = journal.operation;
  const change = (state) => back === null || state.live === null || state.live === back ? state : withUsersOn(state, back, "rejected", journal.now());
  try {
    if (operation) {
      report.remember(operation, await journal.end(outcome, failure.reason, change, report.proof));
    }
  } catch (error) {
    ports.log.warn(`The end could not be recorded: ${asFailure(error).message}`);
  }
  return report.bad(outcome, failure);
}
function newOperation(kind, release, from, to, now) {
  return {
    id: randomUUID(),
    kind,
    release,
    from_color: from,
    to_color: to,
    attempt: 1,
    owner: null,
    started_at: now,
    phases: []
  };
}

// src/changeover/witness-budget.ts
var ENOUGH = 50;
var NOTICED_MS = 10;
var IN_PLACE = "with the new release";
var LATENCIES = ["p95", "p99"];
function judgeBefore(endpoints, earlier, { budget, isInPlace }) {
  const failed = failures(endpoints, ({ before }, index) => before.failed - (earlier[index] ?? 0));
  const allowed = budget.failed ?? 0;
  if (failed.count <= allowed) return;
  const [when, back] = isInPlace ? ["before anything was changed", "mend it"] : ["before the switch, on the color that is live", "go back with changeover rollback, or mend it"];
  throw new OperationFailure(
    "witness_budget_exceeded",
    `${failed.text} failed ${when}; the budget is ${allowed}.`,
    `What is live fails already: ${back}. To replace it by this release all the same, give the release a witness.budget.failed that is higher.`
  );
}
function judgeAfter(endpoints, held2) {
  const { budget, isRollback, isInPlace } = held2;
  const failed = failures(endpoints, ({ during, after }) => after.failed + (isRollback ? 0 : during.failed));
  const allowed = budget.failed ?? 0;
  if (failed.count > allowed) {
    const when = isInPlace ? "since the deploy began" : "while users were on the new color";
    throw exceeded(
      `${failed.text} failed ${when}; the budget is ${allowed}.`,
      "when, and how, requests failed."
    );
  }
  const where = isInPlace ? IN_PLACE : "on the new color";
  for (const endpoint of endpoints) {
    judgeLatency(endpoint, budget, where);
    if (!isRollback) judgeSlowdown(endpoint, budget.slowdown, where);
  }
}
function judgeLatency({ name, after }, budget, where) {
  for (const which of LATENCIES) {
    const measured = after[`${which}_ms`];
    if (budget[which] === void 0 || measured === null || answered(after) < ENOUGH) continue;
    const allowed = duration(budget[which], "0s");
    if (measured <= allowed) continue;
    throw exceeded(
      `"${name}" is too slow ${where}: ${which} is ${measured} ms; the budget is ${allowed} ms.`,
      "how slow, and since when."
    );
  }
}
function judgeSlowdown({ name, before, after }, allowed, where) {
  const [was, is] = [before.p95_ms, after.p95_ms];
  if (allowed === void 0 || was === null || is === null) return;
  if (answered(before) < ENOUGH || answered(after) < ENOUGH) return;
  if (is <= was * allowed || is - was < NOTICED_MS) return;
  throw exceeded(
    `"${name}" is slower ${where}: p95 is ${is} ms, and was ${was} ms before ${where === IN_PLACE ? "the deploy" : "the switch"}; the budget is ${allowed} times that.`,
    "how slow, and since when."
  );
}
function notJudged(endpoints, { budget, isRollback }) {
  return endpoints.flatMap(({ name: endpoint, before, after }) => {
    const few = (figures, where) => answered(figures) < ENOUGH ? [`${answered(figures)} answers ${where}, and ${ENOUGH} are needed`] : [];
    const onNew = few(after, "on the new color");
    const compared = isRollback ? ["a rollback is not compared with the color that it leaves"] : [...few(before, "before the switch"), ...onNew];
    const because = { p95: onNew, p99: onNew, slowdown: compared };
    return [...LATENCIES, "slowdown"].flatMap((which) => {
      const [why] = because[which];
      return budget[which] === void 0 || why === void 0 ? [] : [{ endpoint, budget: which, why }];
    });
  });
}
function answered({ sent, failed }) {
  return sent - failed;
}
function failures(endpoints, of) {
  const counts = endpoints.map((endpoint, index) => ({ name: endpoint.name, count: of(endpoint, index) }));
  const count = counts.reduce((sum, one) => sum + one.count, 0);
  const which = counts.filter((one) => one.count > 0).map((one) => `"${one.name}" ${one.count}`);
  const names = endpoints.length > 1 ? ` (${which.join(", ")})` : "";
  return { count, text: `${count} of the witness's requests${names}` };
}
function exceeded(message, see) {
  return new OperationFailure("witness_budget_exceeded", message, `See the witness in the result: ${see}`);
}

// src/changeover/witness-watch.ts
var LEAD_MS = 500;
var CHECK_MS = 50;
var WitnessWatch = class {
  constructor(settings, kind, ports, report) {
    this.settings = settings;
    this.kind = kind;
    this.ports = ports;
    this.report = report;
    const budget = settings.witness?.budget ?? {};
    this.held = { budget, isRollback: kind === "rollback", isInPlace: kind === "in_place" };
  }
  settings;
  kind;
  ports;
  report;
  held;
  options;
  witness;
  /**
   * Read the settings, so that a mistake in them is found before anything moves. It does not keep a rollback from
   * happening: users need that more than its proof.
   *
   * @throws UserError `variable_missing`
   */
  prepare() {
    try {
      this.options = witnessOptions(this.settings, this.ports.processEnv);
    } catch (error) {
      if (this.kind !== "rollback") throw error;
      this.ports.log.warn(`There is no witness of this rollback: ${asFailure(error).message}`);
    }
  }
  /** Begin to ask, while users are still on the old color. */
  start() {
    if (this.witness || !this.options) return;
    this.witness = this.ports.witness(this.options);
  }
  /** Users are on the new color. A witness that did not ask before, because there was nobody to ask for, begins. */
  arrived() {
    this.start();
    this.mark("switch_ended");
  }
  mark(what) {
    this.witness?.mark(what);
  }
  /**
   * Judge the last moment before the switch: what failed earlier, while the other color was looked at for minutes, says
   * nothing against a switch now.
   *
   * @throws OperationFailure `witness_budget_exceeded` when live endpoints fail already; never for a rollback
   */
  async beforeSwitch(signal) {
    if (!this.witness || this.held.isRollback) return;
    const earlier = this.witness.figures().map(({ before }) => before.failed);
    await this.ports.clock.sleep(LEAD_MS, signal);
    judgeBefore(this.witness.figures(), earlier, this.held);
  }
  /** Judge over and over while users are on the new color, until the signal aborts. @throws OperationFailure */
  async during(signal) {
    while (this.witness && !signal.aborted) {
      judgeAfter(this.witness.figures(), this.held);
      await this.ports.clock.sleep(CHECK_MS, signal).catch(() => {
      });
    }
  }
  /** The time of watching is over: wait for the last answers, and judge them all. @throws OperationFailure */
  async conclude() {
    await this.end();
    const { witness } = this.report;
    if (!witness) return;
    judgeAfter(witness.endpoints, this.held);
    witness.not_judged = notJudged(witness.endpoints, this.held);
    for (const { endpoint, budget, why } of witness.not_judged) {
      this.ports.log.warn(`The witness's budget ${budget} of "${endpoint}" was not judged: ${why}.`);
    }
  }
  /** Users are back: ask a little longer, so that the report shows what difference it made. */
  async afterwards() {
    this.mark("back_ended");
    if (this.witness && !this.report.witness) await this.ports.clock.sleep(LEAD_MS);
  }
  /** Ask no more, and put what was seen into the report. Safe to call at any time, and twice. */
  async end() {
    if (this.witness) this.report.witness ??= await this.witness.stop();
  }
};

// src/changeover/in-place-watch.ts
var InPlaceWatch = class {
  constructor(run) {
    this.run = run;
    const { settings, ports, report, signal } = run;
    this.witness = new WitnessWatch(settings, "in_place", ports, report);
    this.halt = AbortSignal.any([signal, this.over.signal]);
  }
  run;
  /** Aborts when the budget is exceeded, with the failure, and when the deploy is cancelled. */
  halt;
  over = new AbortController();
  stopped = new AbortController();
  witness;
  watching;
  /**
   * To be called before anything is changed. Where nothing is live, or a deploy has failed before, there is nobody to ask for;
   * and that live endpoints fail is why one rolls back.
   *
   * @throws OperationFailure `witness_budget_exceeded` when live endpoints fail already; UserError `variable_missing`
   */
  async before() {
    this.witness.prepare();
    if (!liveHolding(this.run.journal.state) || this.run.kind === "rollback") return;
    this.witness.start();
    await this.witness.beforeSwitch(this.run.signal);
    this.witness.mark("switch_started");
    this.keepJudging();
  }
  /** Users have the release, and nothing is changed any more. */
  arrived() {
    this.witness.arrived();
    this.keepJudging();
  }
  /** The last judgement. @throws OperationFailure `witness_budget_exceeded` */
  async conclude() {
    await this.stop();
    this.halt.throwIfAborted();
    await this.witness.conclude();
  }
  /** Ask no more. Safe to call at any time, and twice. */
  async end() {
    await this.stop();
    await this.witness.end();
  }
  keepJudging() {
    this.watching ??= this.witness.during(this.stopped.signal).catch((error) => this.over.abort(error));
  }
  async stop() {
    this.stopped.abort();
    await this.watching;
  }
};

// src/changeover/rolling.ts
async function roll(site, color, run, halt = run.signal) {
  const { settings, journal, report, name } = run;
  const steps = settings.rolling ?? [];
  const isPending = held(journal.state, color)?.rolling === "pending";
  const isLeft = isPending || color === null && !journal.hasStarted("rolling");
  if (steps.length === 0 || !isLeft) return;
  const known = /* @__PURE__ */ new Map();
  const remember = () => {
    report.rolled = rolledReport(held(journal.state, color), steps, known);
  };
  try {
    const fresh = { release: name, state: "deploying", since: journal.now(), settings };
    await journal.enter(
      "rolling",
      (state) => withRollingBegun(state, color, { ...fresh, ...commitOf(run.release), ...leftToRoll(settings) })
    );
    for (const step of steps) await new Rolling(step, site, color, run, halt).go(known);
    remember();
    await journal.note("all hosts are rolled", (state) => withAllRolled(state, color));
  } catch (error) {
    remember();
    const { reason, message, remedy } = asFailure(error);
    const text = `${sentence(message)} ${rolledText(report.rolled)}`;
    throw new OperationFailure(
      reason,
      text,
      [remedy, wayOn(color, name.version)].filter(Boolean).join(" "),
      error
    );
  }
}
function wayOn(color, version) {
  const on = `Deploy ${version} again: it goes on with the hosts that are left.`;
  if (color === null) return on;
  return `${on} Users are on it, on ${color}; changeover rollback takes them back, and leaves hosts as they are.`;
}
var Rolling = class {
  constructor(step, site, color, run, halt) {
    this.step = step;
    this.site = site;
    this.color = color;
    this.run = run;
    this.halt = halt;
  }
  step;
  site;
  color;
  run;
  halt;
  /** @param known gets the hosts of the step */
  async go(known) {
    const { step, run, color } = this;
    const { journal, signal, ports } = run;
    const before = rolledOf(held(journal.state, color), step.name);
    if (before.done) return;
    this.halt.throwIfAborted();
    const all = await hostsOf(step, this.site, signal);
    known.set(step.name, all);
    const batches = batchesOf(step, all).map((batch) => batch.filter((host) => !before.hosts.includes(host)));
    const left = [...batches.entries()].filter(([, hosts]) => hosts.length > 0);
    const pauseMs = duration(step.pause, "0s");
    for (const [turn, [index, hosts]] of left.entries()) {
      if (turn > 0 && pauseMs > 0) await ports.clock.sleep(pauseMs, this.halt);
      this.halt.throwIfAborted();
      const place = `batch ${index + 1} of ${batches.length}`;
      const title = `${step.name}: ${place}`;
      await ports.log.step(
        `${title} (${hostsText(hosts)})`,
        () => this.batch(hosts, `${index + 1} of ${batches.length}`, title)
      );
      const done = turn === left.length - 1;
      await journal.note(title, (state) => withBatch(state, color, step.name, hosts, done));
    }
    if (left.length > 0) return;
    await journal.note(`${step.name}: done`, (state) => withBatch(state, color, step.name, [], true));
  }
  async batch(hosts, place, title) {
    const { step, site, run, halt } = this;
    const { signal, ports, report } = run;
    const more = {
      CHANGEOVER_STEP: step.name,
      CHANGEOVER_HOSTS: hosts.join(","),
      CHANGEOVER_BATCH: place
    };
    const command = async (what, settings, by) => {
      if (!settings) return;
      await site.run("rolling", settings, by, `The ${what} command of ${step.name}`, more);
    };
    const probes = site.probesOf(step.verify ?? [], "rolling", more);
    const text = hostsText(hosts);
    try {
      await command("drain", step.drain, signal);
      halt.throwIfAborted();
    } catch (error) {
      const { reason: why } = signal;
      if (why instanceof OperationFailure && why.reason === "lease_lost") {
        throw stopped(title, why, `${text}: left to the run that takes over.`);
      }
      const put = await command("restore", step.restore, new AbortController().signal).then(
        () => step.restore ? `${text}: restored.` : "",
        (why2) => `${text}: not restored either. ${asFailure(why2).message}`
      );
      throw stopped(title, error, put);
    }
    try {
      await command("deploy", step.deploy, signal);
      await askUntilGood(probes, ports.clock, signal, report.probes.during("rolling"));
      await command("restore", step.restore, signal);
    } catch (error) {
      const as = step.drain ? "still drained" : "left as they are";
      throw stopped(title, error, `${text}: ${as}, since it is not known that they work.`);
    }
  }
};
function stopped(title, error, what) {
  const { reason, message, remedy } = asFailure(error);
  return new OperationFailure(reason, `${title}: ${sentence(message)} ${what}`.trim(), remedy, error);
}
function sentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

// src/changeover/in-place.ts
async function deployInPlace(run) {
  const { environment, settings, journal, ports, report, name } = run;
  const operation = await pickUp(run) ?? await begin(run);
  if (!operation) return report.good("unchanged", "already_live", `${name.version} is live already.`);
  report.remember(operation, operation.phases);
  const release = { ...name, folder: releaseFolder(ports, name) };
  const site = new Site(
    { environment, settings, color: void 0, liveColor: void 0, release, operation: operation.id },
    ports
  );
  const witness = new InPlaceWatch(run);
  try {
    await witness.before();
    await bringToRelease(site, run, null);
    witness.halt.throwIfAborted();
    await roll(site, null, run, witness.halt);
    await verify(site, { ...run, signal: witness.halt });
    witness.arrived();
    await bake(site, run, witness.halt);
    await witness.conclude();
  } catch (error) {
    await witness.end();
    const untouched = run.kind === "rollback" ? "refused" : "aborted";
    return endBadly(run, hasChanged(journal) ? "failed" : untouched, withWayBack(asFailure(error), journal));
  }
  const live = {
    ...{ release: name, state: "live", since: journal.now(), settings },
    ...commitOf(run.release)
  };
  const outcome = run.kind === "rollback" ? "restored" : "promoted";
  return endWell(run, outcome, `${name.version} is live.`, (state) => withInPlace(state, live, live.since));
}
async function pickUp({
  journal,
  name,
  takeOver,
  ports,
  kind: own = "deploy"
}) {
  const unfinished = journal.operation;
  if (!unfinished) return void 0;
  await ensureNobodyAtWork(unfinished, takeOver, ports);
  const { kind, release, to_color } = unfinished;
  if (kind === own && release.digest === name.digest && to_color === null) {
    return journal.claim({ ...unfinished, attempt: unfinished.attempt + 1 }, "in_place");
  }
  await journal.end(hasChanged(journal) ? "failed" : "aborted", "superseded");
  return void 0;
}
async function begin({ journal, name, kind = "deploy" }) {
  if (liveHolding(journal.state)?.release.digest === name.digest) return void 0;
  return journal.claim(newOperation(kind, name, null, null, journal.now()), "in_place");
}
async function bake(site, run, halt) {
  const { settings, journal, ports, report } = run;
  if (!settings.bake) return;
  const forMs = duration(settings.bake.for, "60s");
  halt.throwIfAborted();
  await journal.enter("bake");
  await ports.log.step(
    `Watch it for ${forMs / 1e3} s`,
    () => watch(site.probes("bake"), forMs, ports.clock, halt, report.probes.during("bake"))
  );
}
function hasChanged({ operation }) {
  return operation?.phases.some(({ phase }) => phase === "deploy" || phase === "rolling") ?? false;
}
function withWayBack(failure, journal) {
  const before = journal.state.in_place_previous;
  if (!before || !hasChanged(journal)) return failure;
  const { reason, message, remedy } = failure;
  const { version } = before.release;
  const back = before.state === "rejected" ? `To try again: changeover rollback. To have ${version} again: changeover rollback --to ${version}.` : `To have ${version} again, which worked: changeover rollback.`;
  return new OperationFailure(reason, message, [remedy, back].filter(Boolean).join(" "), failure);
}

// src/changeover/journal.ts
import { isDeepStrictEqual } from "node:util";
var Journal = class {
  constructor(state, ports, tenure) {
    this.state = state;
    this.ports = ports;
    this.tenure = tenure;
  }
  state;
  ports;
  tenure;
  get operation() {
    return this.state.operation;
  }
  /** Whether another run may have taken the operation over: only the ledger can say that it is still this run's. */
  get hasLostLease() {
    return this.tenure?.signal.aborted ?? false;
  }
  now() {
    return this.ports.clock.now().toISOString();
  }
  /**
   * Go on from what is recorded by now, when the operation is still this run's: a record may have been made of which it did
   * not hear. Otherwise keep what this run knows, so that the ledger refuses what it records.
   *
   * @returns whether it is. @throws LedgerError
   */
  async catchUp() {
    const now = await this.ports.ledger.read();
    const isOurs = now.operation !== null && now.operation.id === this.operation?.id && isDeepStrictEqual(now.operation.owner, this.ports.owner);
    if (isOurs) this.state = now;
    return isOurs;
  }
  /** Record `change` in one step. @throws LedgerError */
  async record(why, change) {
    this.state = await this.ports.ledger.record(this.state, change(this.state), why);
  }
  /** Start or take over an operation: from now on this run owns it. The environment gets the strategy of its release. */
  async claim(operation, strategy) {
    const { owner } = this.ports;
    const now = this.now();
    const claim = { phase: "claim", state: "done", started_at: now, ended_at: now };
    const phases = operation.phases.length > 0 ? operation.phases : [claim];
    const claimed = { ...operation, owner, phases };
    const why = `${operation.kind} ${operation.release.version}: claimed by ${owner.name}`;
    await this.record(why, (state) => ({ ...state, strategy, operation: claimed }));
    this.tenure?.hold(claimed);
    return claimed;
  }
  /** The phase starts; the one before it has ended. `change` becomes true in the same step. */
  async enter(phase, change = (state) => state) {
    const now = this.now();
    await this.record(
      `${this.title}: ${phase}`,
      (state) => withPhases(change(state), (phases) => [
        ...closed(phases, "done", now).filter((run) => run.phase !== phase),
        { phase, state: "running", started_at: now, ended_at: null }
      ])
    );
  }
  /** What a phase reached, recorded while it goes on. */
  async note(what, change) {
    await this.record(`${this.title}: ${what}`, change);
  }
  /** The operation waits for somebody to go on with it: nobody owns it. */
  async wait(change, what = "verified, waits for the switch") {
    const now = this.now();
    await this.record(`${this.title}: ${what}`, (state) => {
      const next = withPhases(change(state), (phases) => closed(phases, "done", now));
      return { ...next, operation: next.operation && { ...next.operation, owner: null } };
    });
    this.tenure?.release();
  }
  /** The operation ended. Its phases are gone from the state afterwards, so they are returned. */
  async end(outcome, reason, change = (state) => state, proof = {}) {
    const now = this.now();
    const good = reason === "completed";
    const phases = closed(this.operation?.phases ?? [], good ? "done" : "failed", now);
    await this.record(
      `${this.title}: ${outcome} (${reason})`,
      (state) => withEnded(change(state), outcome, reason, this.ports.owner.name, now, proof)
    );
    this.tenure?.release();
    return phases;
  }
  hasDone(phase) {
    return this.operation?.phases.some((run) => run.phase === phase && run.state === "done") ?? false;
  }
  hasStarted(phase) {
    return this.operation?.phases.some((run) => run.phase === phase) ?? false;
  }
  /** Whether a phase is left to do: one whose rule says `once` is not done again. */
  hasToDo(phase) {
    return ruleOf(phase).resumed !== "once" || !this.hasDone(phase);
  }
  /** The rule of the furthest phase that the operation has begun. */
  get reached() {
    return furthest(this.operation?.phases ?? []);
  }
  /** Whether the operation is past the point of no return. */
  get isFinal() {
    return !this.reached.way_back;
  }
  get title() {
    return this.operation ? `${this.operation.kind} ${this.operation.release.version}` : "no operation";
  }
};
function closed(phases, state, now) {
  return phases.map((run) => run.state === "running" ? { ...run, state, ended_at: now } : run);
}
function withPhases(state, change) {
  if (!state.operation) return state;
  return { ...state, operation: { ...state.operation, phases: change(state.operation.phases) } };
}

// src/changeover/lease-tenure.ts
var FENCE_MS = LEASE_MS - 3e4;
var RETRY_MS = 5e3;
var CHECK_MS2 = 1e3;
var Tenure = class {
  constructor(ports) {
    this.ports = ports;
  }
  ports;
  lost = new AbortController();
  operation;
  /** Ends the renewals. */
  stopping = new AbortController();
  renewals = Promise.resolve();
  isOver = false;
  wasWritten = false;
  renewed = { wall: 0, mono: 0 };
  get signal() {
    return this.lost.signal;
  }
  /** The operation is this run's from now on. */
  hold(operation) {
    const isRunning = this.operation !== void 0 && !this.isOver;
    this.operation = operation;
    this.isOver = false;
    const { lease } = this.ports;
    if (isRunning || !lease || this.signal.aborted) return;
    this.stopping = new AbortController();
    this.renewed = this.times();
    const before = this.renewals;
    const { signal } = this.stopping;
    this.renewals = Promise.all([before.then(() => this.renew(lease, signal)), this.guard(signal)]);
  }
  /** The operation is over, or waits for another run. */
  release() {
    this.isOver = true;
    this.stopping.abort(new Error("the operation is over"));
  }
  /**
   * Nothing is renewed any more. The lease of an operation that is not over runs out by itself: its next run has to know
   * that somebody was there.
   */
  async close() {
    this.stopping.abort(new Error("the run is over"));
    await this.renewals;
    if (!this.isOver || !this.operation) return;
    await this.ports.lease?.remove().catch((error) => this.note("taken away", error));
  }
  /** One renewal after the other. Never rejects. */
  async renew(lease, stop) {
    while (!stop.aborted && this.operation) {
      const began = this.times();
      let pause = RENEW_MS;
      try {
        await lease.renew(leaseOf(this.operation, this.ports.owner, this.ports.clock.now()));
        if (!this.hasEnded()) this.renewed = began;
        this.wasWritten = true;
      } catch (error) {
        if (error instanceof LeaseTaken) return this.lose("another run has taken it over");
        this.note("renewed", error);
        if (error instanceof LeaseRefused && !this.wasWritten) return this.goWithout();
        pause = RETRY_MS;
      }
      await this.sleep(pause, stop);
    }
  }
  /** Looks at the clocks, also while a renewal hangs. */
  async guard(stop) {
    while (!stop.aborted) {
      if (this.hasEnded()) return this.lose("its lease could not be renewed in time");
      await this.sleep(CHECK_MS2, stop);
    }
  }
  hasEnded() {
    const { wall, mono } = this.times();
    return Math.max(wall - this.renewed.wall, mono - this.renewed.mono) > FENCE_MS;
  }
  /** Where no lease was ever written, nobody can think that it has ended. */
  goWithout() {
    this.ports.log.warn("A run elsewhere will not know whether this one is alive.");
    this.stopping.abort(new Error("there is no lease"));
  }
  lose(why) {
    this.stopping.abort(new Error(why));
    this.lost.abort(
      new OperationFailure(
        "lease_lost",
        `This run does not know any more that the operation is its own: ${why}.`,
        "See changeover status. When nobody has gone on with it, run the same command again."
      )
    );
  }
  sleep(ms2, stop) {
    return this.ports.clock.sleep(ms2, stop).catch(() => {
    });
  }
  times() {
    const { clock, monotonic = () => performance.now() } = this.ports;
    return { wall: clock.now().getTime(), mono: monotonic() };
  }
  note(what, error) {
    this.ports.log.warn(`The lease could not be ${what}: ${messageOf(error)}`);
  }
};
async function withTenure(ports, signal, work) {
  const tenure = new Tenure(ports);
  try {
    return await work(tenure, AbortSignal.any([signal, tenure.signal]));
  } finally {
    await tenure.close();
  }
}

// src/drivers/probes/diary.ts
var KEPT = 5;
var MAX_WHY = 300;
var ProbeDiary = class {
  entries = /* @__PURE__ */ new Map();
  /** A taker of the answers that are given in a phase. */
  during(phase) {
    return (name, answer, at, tookMs) => {
      const key = JSON.stringify([phase, name]);
      const entry = this.entries.get(key) ?? emptyReport(phase, name);
      this.entries.set(key, entry);
      entry.asked++;
      entry[answer.verdict]++;
      const { reason, why } = answer.verdict === "good" ? { reason: null, why: answer.note ?? null } : answer;
      entry.last.push({
        at: at.toISOString(),
        took_ms: Math.round(tookMs),
        verdict: answer.verdict,
        reason,
        why: why === null ? null : why.slice(0, MAX_WHY)
      });
      if (entry.last.length > KEPT) entry.last.shift();
    };
  }
  report() {
    return [...this.entries.values()].map((entry) => ({ ...entry, last: [...entry.last] }));
  }
};
function emptyReport(phase, name) {
  return { phase, name, asked: 0, good: 0, bad: 0, inconclusive: 0, last: [] };
}

// src/changeover/operation-report.ts
var OperationReport = class {
  constructor(kind, environment, strategy, release, clock) {
    this.kind = kind;
    this.environment = environment;
    this.strategy = strategy;
    this.release = release;
    this.clock = clock;
    this.startedAt = clock.now().toISOString();
  }
  kind;
  environment;
  strategy;
  release;
  clock;
  journal;
  switchMs = null;
  witness = null;
  probes = new ProbeDiary();
  gates = [];
  rolled = [];
  /** The operation as it was last seen: the ledger forgets it when it ends. */
  operation = null;
  phases = [];
  startedAt;
  /** What the ledger keeps of it. */
  get proof() {
    return { switch_ms: this.switchMs, witness: this.witness && endedWitness(this.witness) };
  }
  /** Keep what the journal knows of the operation, before it is ended there. */
  remember(operation, phases) {
    this.operation = operation;
    this.phases = phases;
  }
  good(outcome, reason, message) {
    return this.result(outcome, reason, message, null);
  }
  bad(outcome, failure) {
    return this.result(outcome, failure.reason, failure.message, failure.remedy);
  }
  /** In place, what was rolled is verified afterwards. */
  inOrder(phases) {
    const ordered = inOrder(phases, this.kind);
    if (this.strategy === "blue_green") return ordered;
    return ordered.toSorted((one, other) => Date.parse(one.started_at) - Date.parse(other.started_at));
  }
  result(outcome, reason, message, remedy) {
    const endedAt = this.clock.now().toISOString();
    const state = this.journal?.state;
    const operation = this.operation ?? state?.operation ?? null;
    const live = state ? liveHolding(state) : null;
    const color = state?.live ?? null;
    const phases = this.phases.length > 0 ? this.phases : operation?.phases ?? [];
    return {
      schema: "changeover/operation/v1",
      kind: this.kind,
      outcome,
      reason,
      message,
      remedy,
      environment: this.environment,
      strategy: this.strategy,
      operation: operation?.id ?? null,
      release: this.release ?? operation?.release ?? null,
      from_color: operation?.from_color ?? null,
      to_color: operation?.to_color ?? null,
      live: live && { color, release: live.release },
      phases: this.inOrder(closed(phases, "failed", endedAt)),
      switch_ms: this.switchMs,
      witness: this.witness,
      probes: this.probes.report(),
      gates: this.gates,
      rolled: this.rolled,
      started_at: this.startedAt,
      ended_at: endedAt
    };
  }
};
function endedWitness({ sent, failed, outage_ms, endpoints }) {
  const slowest = (stretch) => {
    const known = endpoints.flatMap((endpoint) => endpoint[stretch].p95_ms ?? []);
    return known.length > 0 ? Math.max(...known) : null;
  };
  return { sent, failed, p95_before_ms: slowest("before"), p95_after_ms: slowest("after"), outage_ms };
}
function inOrder(phases, kind) {
  const last = Math.max(-1, ...phases.map((run) => PHASES.indexOf(run.phase)));
  const known = new Map(phases.map((run) => [run.phase, run]));
  const ordered = [];
  let at = phases[0]?.started_at ?? "";
  for (const phase of PHASES.slice(0, last + 1)) {
    const isOfKind = kind !== "abort" && ruleOf(phase).in.includes(kind);
    if (!isOfKind && !known.has(phase)) continue;
    const run = known.get(phase) ?? { phase, state: "skipped", started_at: at, ended_at: at };
    at = run.ended_at ?? run.started_at;
    ordered.push(run);
  }
  return ordered;
}

// src/changeover/abort.ts
function abort(request, ports, signal) {
  return withTenure(ports, signal, (tenure, owned) => abortOwned(request, ports, tenure, owned));
}
async function abortOwned(request, ports, tenure, signal) {
  const { environment } = request;
  let report = new OperationReport("abort", environment, "blue_green", null, ports.clock);
  let serial;
  try {
    const state = await ports.ledger.read();
    report = new OperationReport("abort", environment, state.strategy, null, ports.clock);
    const journal = new Journal(state, ports, tenure);
    report.journal = journal;
    serial = state.serial;
    const idle = await whyNothing(request, journal, ports);
    if (idle !== void 0) return report.good("unchanged", "completed", idle);
    if (journal.operation) report.remember(journal.operation, journal.operation.phases);
    if (state.strategy === "in_place") return await giveUpInPlace(journal, report);
    const router = knownRouter(state, ports);
    if (!router) return await giveUpUntouched(journal, report);
    const unpack = (name, folder) => unpackFrom(request, ports, name, folder);
    const { teardown } = request;
    const given = await giveUp({ journal, router, ports, signal, reason: "given_up", teardown, unpack });
    if (given.failure) return report.bad("failed", given.failure);
    return report.good("given_up", "completed", given.message);
  } catch (error) {
    const isTouched = serial !== void 0 && report.journal?.state.serial !== serial;
    return report.bad(error instanceof MoveFailure || isTouched ? "failed" : "refused", asFailure(error));
  }
}
async function whyNothing({ environment, expired, takeOver }, { operation }, ports) {
  if (!operation) return `Nothing is unfinished in ${environment}.`;
  const { kind, release, deadline } = operation;
  if (expired && !hasExpired(operation, ports.clock.now())) {
    const until = deadline === void 0 ? "It has no deadline yet." : `It may be promoted until ${deadline}.`;
    return `The ${kind} of ${release.version} has not expired. ${until}`;
  }
  await ensureNobodyAtWork(operation, takeOver, ports);
  return void 0;
}
async function giveUpUntouched(journal, report) {
  await journal.end("aborted", "given_up");
  return report.good("given_up", "completed", "The first deploy was given up before it changed anything.");
}
async function giveUpInPlace(journal, report) {
  const isChanged = hasChanged(journal);
  const { kind, version } = { kind: journal.operation?.kind, version: journal.operation?.release.version };
  await journal.end(isChanged ? "failed" : "aborted", "given_up");
  const before = journal.state.in_place_previous?.release.version;
  const back = before === void 0 ? "" : ` To have ${before} again: changeover rollback.`;
  const users = isChanged ? `It is not known what is there.${back}` : "Nothing was changed.";
  return report.good("given_up", "completed", `The ${kind} of ${version} was given up. ${users}`);
}
async function unpackFrom({ release, fetch }, { unpacked }, name, folder) {
  try {
    return await withArchive(
      name,
      { release, fetch },
      "what is given up is",
      (archive) => unpacked.unpack(archive, folder)
    );
  } catch (error) {
    const isGone = error instanceof OperationFailure && error.reason === "release_not_held";
    if (release || !isGone) throw error;
    return false;
  }
}

// src/changeover/admission.ts
var Admission = class {
  constructor(inputs, log) {
    this.inputs = inputs;
    this.log = log;
  }
  inputs;
  log;
  done = /* @__PURE__ */ new Set();
  /**
   * Hold an archive to what the checkout requires, before it is opened.
   *
   * @returns the digest that the release must then have, when the attestation names it
   * @throws UserError `attestation_missing`, `attestation_invalid`, and why it could not be verified
   */
  beforeOpening = async (archive) => {
    const { folder, environment } = this.inputs;
    const manifest = await loadManifestIfThere(folder);
    const settings = manifest?.environments ?? {};
    const own = Object.hasOwn(settings, environment) ? settings[environment] : void 0;
    return this.hold(archive, own?.require_attestation);
  };
  /**
   * Hold a release to what the live one, and it itself, require: nothing was claimed or unpacked yet.
   *
   * @throws OperationFailure with the same reasons
   */
  async beforeClaim(release, settings, live) {
    for (const requirement of [live?.require_attestation, settings.require_attestation]) {
      const digest = await this.hold(release.path, requirement).catch(asRefusal);
      if (digest === void 0 || digest === release.manifest.digest) continue;
      throw new OperationFailure(
        "attestation_invalid",
        `The attestation is about ${digest}, but the release is ${release.manifest.digest}.`,
        "Do not use the archive. Take the one that the package action attested."
      );
    }
  }
  async hold(archive, requirement) {
    if (requirement === void 0) return void 0;
    const { attestation, trustedRoot, env = process.env, folder } = this.inputs;
    const policy = await namedPolicy(requirement === true ? {} : requirement, folder, env);
    const { checkAttestation } = await import("./check-FGJB6L5Q.js");
    const { attestationsApi } = await import("./attestations-api-CDKJMHMT.js");
    const key = JSON.stringify([archive, policy]);
    if (this.done.has(key)) return void 0;
    const { signer, digest } = await this.log.step(
      `Verify who attested ${archive}`,
      () => checkAttestation({
        ...{ archive, policy, bundle: attestation, api: attestationsApi(env) },
        roots: { file: trustedRoot }
      })
    );
    this.log.info(`Attested by ${signer.workflow}, as required: ${policyText(policy)}.`);
    this.done.add(key);
    return digest;
  }
};
function asRefusal(error) {
  if (!(error instanceof UserError)) throw error;
  const { code, message, remedy } = error;
  const reason = code === "attestation_missing" || code === "attestation_invalid" ? code : "attestation_unverified";
  throw new OperationFailure(reason, message, remedy, error);
}

// src/changeover/finalize.ts
async function finalize(site, old, run) {
  const { settings, journal, ports, signal, name } = run;
  const { contract, retire } = settings;
  const liveColor = journal.state.live ?? void 0;
  try {
    if (contract && journal.hasToDo("contract")) {
      await journal.enter("contract", (state) => withOld(state, old, "retiring"));
      await ports.log.step(
        "Contract the schema",
        () => new Site({ ...site.options, liveColor }, ports).run("contract", contract, signal)
      );
    }
    if (retire && old !== null) {
      await journal.enter("retire", (state) => withOld(state, old, "retiring"));
      const retiring = new Site({ ...site.options, color: old, liveColor }, ports);
      await ports.log.step(`Retire ${old}`, () => retiring.run("retire", retire, signal));
    }
  } catch (error) {
    return endBadly(run, "failed", asFailure(error));
  }
  const message = `${name.version} is live and final: there is no way back by switching.`;
  return endWell(run, "promoted", message, (state) => withOld(state, old, "retired"));
}
function withOld(state, old, to) {
  const holding = old && state[old];
  return old && holding ? { ...state, [old]: { ...holding, state: to } } : state;
}

// src/changeover/switch.ts
async function moveUsers(move, journal, ports, report, signal) {
  try {
    if (!move.moved) {
      const refused = await trySwitch(move, journal, ports, report, signal);
      if (refused) return refused;
    }
    move.witness.arrived();
    return await bake2(move, journal, ports, report, signal);
  } finally {
    await move.witness.end();
  }
}
async function trySwitch(move, journal, ports, report, signal) {
  try {
    await move.router.check(move.to);
    await move.witness.beforeSwitch(signal);
    signal.throwIfAborted();
    await journal.enter("switch");
  } catch (error) {
    return { end: "not_moved", failure: asFailure(error) };
  }
  try {
    await ports.log.step(`Switch users to ${move.to}`, async () => {
      move.witness.mark("switch_started");
      const started = performance.now();
      await switchAndReadBack(move.router, move.to);
      report.switchMs = Math.round(performance.now() - started);
    });
    return void 0;
  } catch (error) {
    move.witness.mark("back_started");
    const failure = asFailure(error);
    const isOurs = () => isStillOurs(move.router, journal, ports);
    const end = await afterFailedSwitch(move, failure, isOurs);
    if (end?.end === "not_moved") move.witness.mark("back_ended");
    return end && await isOurs() ? end : takenOver(failure);
  }
}
async function afterFailedSwitch(move, failure, isOurs) {
  const back = move.from ?? "none";
  let notBack = "";
  let current = await move.router.current().catch(() => void 0);
  if (current !== back && move.from !== null) {
    if (!await isOurs()) return void 0;
    await move.router.switchTo(move.from).catch((error) => {
      notBack = ` And users could not be taken back to ${move.from}: ${asFailure(error).message}`;
    });
    current = await move.router.current().catch(() => void 0);
  }
  if (current === back) return { end: "not_moved", failure };
  const users = current === void 0 ? "Not every node of the router says where it sends users." : `The router says "${current}".`;
  return stuck(failure, `${users}${notBack}`);
}
async function bake2(move, journal, ports, report, signal) {
  const { clock, log } = ports;
  try {
    await journal.enter("bake", (state) => withUsersOn(state, move.to, move.left, journal.now()));
    await log.step(`Watch ${move.to} for ${move.bakeMs / 1e3} s`, async () => {
      const broken = new AbortController();
      const both = AbortSignal.any([signal, broken.signal]);
      const overBudget = move.witness.during(both).catch((error) => broken.abort(error));
      try {
        await watch(move.probes, move.bakeMs, clock, both, report.probes.during("bake"));
      } finally {
        broken.abort(new Error("the watch has ended"));
        await overBudget;
      }
      await move.witness.conclude();
      await ensureUsersStayed(move);
    });
    return { end: "moved" };
  } catch (error) {
    return undo(move, journal, ports, asFailure(error));
  }
}
async function ensureUsersStayed({ router, to }) {
  const current = await router.current();
  if (current === to) return;
  throw new OperationFailure(
    "router_disagrees",
    `Users were switched to ${to}, but at the end of the bake the router says "${current}".`,
    "Somebody changed the router by hand, or it lost its state."
  );
}
async function undo(move, journal, ports, failure) {
  const { from } = move;
  if (!await isStillOurs(move.router, journal, ports)) return takenOver(failure);
  if (from === null) return stuck(failure, "There is no other color to go back to.");
  move.witness.mark("back_started");
  try {
    await ports.log.step(`Switch users back to ${from}`, () => switchAndReadBack(move.router, from));
  } catch (error) {
    if (!await isStillOurs(move.router, journal, ports)) return takenOver(failure);
    return stuck(asFailure(error), `${failure.message} And users could not be taken back to ${from}.`);
  }
  try {
    await journal.note(`back on ${from}`, (state) => withUsersOn(state, from, "rejected", journal.now()));
  } catch (error) {
    if (!await isStillOurs(move.router, journal, ports)) return takenOver(failure);
    ports.log.warn(`The ledger does not know yet that users are back on ${from}: ${asFailure(error).message}`);
  }
  await move.witness.afterwards();
  return { end: "undone", failure };
}
function takenOver(failure) {
  if (failure.reason === "lease_lost") {
    return stuck(failure, "Another run may have users by now: they were left where they are.");
  }
  const what = "Another run has taken this operation over. Users are where that run, or the ledger, says.";
  return {
    end: "stuck",
    failure: new OperationFailure("ledger_moved", what, "See changeover status.", failure)
  };
}
function stuck(failure, more) {
  const message = `${failure.message} ${more}`;
  return { end: "stuck", failure: new OperationFailure(failure.reason, message, failure.remedy, failure) };
}

// src/changeover/blue-green.ts
var BlueGreenDeploy = class {
  constructor(deploy2) {
    this.deploy = deploy2;
    this.router = routerOf(deploy2.settings, deploy2.ports);
  }
  deploy;
  router;
  async run() {
    const { journal, report, name, ports } = this.deploy;
    const work = await this.pickUp() ?? await this.begin();
    if (work.do === "nothing") {
      return report.good("unchanged", "already_live", `${name.version} is live already.`);
    }
    report.remember(work.operation, work.operation.phases);
    const result = await (work.do === "complete" ? this.goOn(work.operation, work.live) : this.changeOver(work.operation, work.to));
    await confirmEnd(this.router, journal, ports);
    return result;
  }
  /** Go on with this same deploy if it was begun before; bring any other unfinished operation to its end. */
  async pickUp() {
    const { journal, name, takeOver, ports } = this.deploy;
    const unfinished = journal.operation;
    if (!unfinished) return void 0;
    await ensureNobodyAtWork(unfinished, takeOver, ports);
    const { kind, release, to_color: to } = unfinished;
    if (kind !== "deploy" || release.digest !== name.digest || to === null) {
      await settle(journal, this.router, ports);
      return void 0;
    }
    if (hasExpired(unfinished, ports.clock.now())) return this.refuseExpired(unfinished);
    if (journal.hasStarted("rolling")) ensureAgreement(journal.state, await this.router.current());
    const operation = await journal.claim({ ...unfinished, attempt: unfinished.attempt + 1 }, "blue_green");
    const isPast = journal.hasStarted("rolling") || journal.isFinal;
    const isComplete = isPast || journal.state.live === to && !journal.hasStarted("switch");
    return isComplete ? { do: "complete", operation, live: to } : { do: "change_over", operation, to };
  }
  /** What was verified too long ago is not switched to any more: it is given up, and its color torn down. */
  async refuseExpired(expired) {
    const { journal, ports, report, signal, release, name } = this.deploy;
    report.remember(expired, expired.phases);
    const unpack = async (_name, folder) => {
      await ports.unpacked.unpack(release, folder);
      return true;
    };
    const { message } = await giveUp({
      ...{ journal, router: this.router, ports, signal, unpack },
      ...{ reason: "deadline_passed", teardown: true }
    });
    throw new OperationFailure(
      "deadline_passed",
      `${name.version} was to be promoted until ${expired.deadline}. ${message}`,
      "Deploy it again: it is prepared and verified anew."
    );
  }
  async begin() {
    const { journal, name, until } = this.deploy;
    const current = await this.router.current();
    ensureAgreement(journal.state, current);
    const { live } = journal.state;
    const holding = liveHolding(journal.state);
    if (live !== null && holding?.release.digest === name.digest) {
      const old = journal.state[otherColor(live)];
      const isFinal = until !== "finalized" || !old || old.state === "retired";
      const isRolled = until === "verified" || holding.rolling === void 0;
      if (isFinal && isRolled) return { do: "nothing" };
      return { do: "complete", operation: await this.claim(old && otherColor(live), live), live };
    }
    const from = live ?? (current === "blue" || current === "green" ? current : null);
    const to = from === null ? "blue" : otherColor(from);
    return { do: "change_over", operation: await this.claim(from, to), to };
  }
  claim(from, to) {
    const { journal, name } = this.deploy;
    return journal.claim(newOperation("deploy", name, from, to, journal.now()), "blue_green");
  }
  async changeOver(operation, to) {
    const { journal, ports, report, signal, settings, until } = this.deploy;
    const from = operation.from_color;
    const site = this.site(to, operation.id, from ?? void 0);
    const witness = new WitnessWatch(settings, "deploy", ports, report);
    const move = {
      from,
      to,
      router: this.router,
      witness,
      probes: site.probes("bake"),
      bakeMs: duration(settings.bake?.for, "60s"),
      left: "standby",
      moved: false
    };
    try {
      witness.prepare();
      move.moved = await this.isMoved(from, to);
      if (move.moved) await fetchRelease(site, this.deploy);
      else {
        await bringToRelease(site, this.deploy, to);
        if (until !== "verified" && journal.state.live !== null) witness.start();
        await verify(site, this.deploy);
        if (until === "verified") return await this.waitForSwitch(to);
      }
    } catch (error) {
      await witness.end();
      return this.endMove({ end: "not_moved", failure: asFailure(error) }, move);
    }
    const end = await moveUsers(move, journal, ports, report, signal);
    if (end.end !== "moved") return this.endMove(end, move);
    return this.complete(site, from, to);
  }
  /** Users are on the release to stay: the hosts that have no color follow, and, when it is asked for, nothing goes back. */
  async complete(site, old, live) {
    const { until, name, journal } = this.deploy;
    try {
      await roll(this.site(live, site.options.operation), live, this.deploy);
    } catch (error) {
      return endBadly(this.deploy, "failed", asFailure(error));
    }
    if (until === "finalized" || journal.isFinal) return finalize(site, old, this.deploy);
    return endWell(this.deploy, "promoted", `${name.version} is live on ${live}.`);
  }
  /**
   * Whether a run that died had switched users already. Users whom it left split are put back first, and when it had taken
   * them back, the ledger gets to know it.
   */
  async isMoved(from, to) {
    const { journal, ports } = this.deploy;
    if (!journal.hasStarted("switch")) return false;
    const current = await this.router.current();
    if (current === to || from === null) return current === to;
    if (current === "split") {
      await switchAndReadBack(this.router, from);
      await isStillOurs(this.router, journal, ports);
    }
    if (journal.state.live === to) {
      await journal.note(`back on ${from}`, (state) => withUsersOn(state, from, "rejected", journal.now()));
    }
    return false;
  }
  /** Whether nobody was moved: an earlier run, or one that was believed dead, may have done so. */
  async areUsersOn(from) {
    if (!this.deploy.journal.hasStarted("switch")) return true;
    const current = await this.router.current().catch(() => void 0);
    return current === (from ?? "none");
  }
  async waitForSwitch(to) {
    const { journal, report, name, settings } = this.deploy;
    const since = journal.now();
    const held2 = { release: name, state: "ready", since, settings };
    const ready = { ...held2, ...commitOf(this.deploy.release), ...leftToRoll(settings) };
    await journal.wait((state) => withDeadline(withHolding(state, to, ready), settings, since));
    const message = `${name.version} is healthy on ${to}, and waits for the switch.`;
    return report.good("verified", "completed", message);
  }
  async endMove(end, move) {
    const { journal, ports } = this.deploy;
    if (end.end === "not_moved") {
      if (await this.areUsersOn(move.from)) {
        const outcome = journal.hasStarted("bake") ? "rolled_back" : "aborted";
        return endBadly(this.deploy, outcome, end.failure, move.from);
      }
      return this.endMove(await undo(move, journal, ports, end.failure), move);
    }
    if (end.end === "undone") return endBadly(this.deploy, "rolled_back", end.failure, move.from);
    return endBadly(this.deploy, "failed", end.failure);
  }
  async goOn(operation, live) {
    const site = this.site(live, operation.id);
    try {
      await fetchRelease(site, this.deploy);
    } catch (error) {
      return endBadly(this.deploy, "failed", asFailure(error));
    }
    return this.complete(site, operation.from_color, live);
  }
  site(color, operation, liveColor = this.deploy.journal.state.live ?? void 0) {
    const { environment, settings, name, ports } = this.deploy;
    const release = { ...name, folder: releaseFolder(ports, name) };
    return new Site({ environment, settings, color, liveColor, release, operation }, ports);
  }
};

// src/changeover/who-was-first.ts
async function whoWasFirst(error, ports) {
  const failure = asFailure(error);
  if (failure.reason !== "ledger_moved") return failure;
  const { operation } = await ports.ledger.read().catch(() => ({ operation: null }));
  try {
    if (operation) await ensureNobodyAtWork(operation, false, ports);
    return failure;
  } catch (atWork) {
    return asFailure(atWork);
  }
}

// src/changeover/deploy.ts
function deploy(request, ports, signal) {
  return withTenure(ports, signal, (tenure, owned) => deployOwned(request, ports, tenure, owned));
}
async function deployOwned(request, ports, tenure, signal) {
  const { environment, settings, until, takeOver, release } = request;
  const name = { version: release.manifest.version, digest: release.manifest.digest };
  const report = new OperationReport("deploy", environment, settings.strategy, name, ports.clock);
  try {
    const state = await ports.ledger.read();
    const journal = new Journal(state, ports, tenure);
    report.journal = journal;
    await request.admit?.(liveHolding(state)?.settings);
    const run = {
      environment,
      release,
      name,
      until,
      takeOver,
      journal,
      ports,
      report,
      signal
    };
    return settings.strategy === "blue_green" ? await new BlueGreenDeploy({ ...run, settings }).run() : await deployInPlace({ ...run, settings });
  } catch (error) {
    if (error instanceof MoveFailure) return report.bad("failed", error);
    return report.bad("aborted", await whoWasFirst(error, ports));
  }
}

// src/changeover/ledger-search.ts
var DEPLOY_HELPS = [
  "release_not_held",
  "window_closed",
  "contracted",
  "nothing_to_roll_back_to"
];
var LedgerSearch = class {
  constructor(sources, log, signal) {
    this.sources = sources;
    this.log = log;
    this.signal = signal;
  }
  sources;
  log;
  signal;
  /** Work with the archive of a release. @returns false when there is no store to look in */
  fetch = async (name, work) => {
    if (!await this.hasStore()) return false;
    try {
      const asked = { release: name.version, digest: name.digest };
      await withRelease(asked, this.sources, { log: this.log, signal: this.signal }, work);
      return true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new OperationFailure("release_not_held", error.message, error.remedy, error);
    }
  };
  /**
   * The release to deploy anew after a rollback to `version` was refused, or `undefined`: nothing may be in flight, the
   * version must have been live once, and its archive be given or in a store.
   */
  async toDeployAnew(version, given, refused, ledger) {
    if (version === void 0 || refused.outcome !== "refused") return void 0;
    if (refused.strategy === "in_place") return void 0;
    if (!DEPLOY_HELPS.includes(refused.reason)) return void 0;
    const state = await ledger.read();
    const known = onceLive(state, version);
    if (!known || state.operation || isStandby(state, version, refused.reason)) return void 0;
    if (given === void 0 && !await this.hasStore()) return void 0;
    return { release: given ?? known.version, ...known };
  }
  async hasStore() {
    try {
      await storeOf(this.sources, "");
      return true;
    } catch (error) {
      if (error instanceof UserError) return false;
      throw error;
    }
  }
};
function isStandby(state, version, reason) {
  return reason === "release_not_held" && [state.blue, state.green].some((holding) => holding !== null && isNamed(version, holding.release));
}

// src/changeover/rollback-in-place.ts
async function rollbackInPlace(request, journal, ports, report, signal) {
  const given = await giveUpUntouched2(request, journal, ports, report);
  if (given) return given;
  const target = chooseInPlace(journal.state, request.to);
  return withOwnArchive(target, request, async (release) => {
    const { environment, takeOver } = request;
    const settings = environmentOf(release.settings, environment);
    if (settings.strategy !== "in_place") {
      throw nothing(`${target.version} is no release for an environment that is changed in place.`);
    }
    await request.admit?.(release, liveHolding(journal.state)?.settings);
    const run = { environment, settings, release, name: target, takeOver, journal, ports, report, signal };
    return deployInPlace({ ...run, kind: "rollback", until: "switched" });
  });
}
async function giveUpUntouched2({ takeOver }, journal, ports, report) {
  const unfinished = journal.operation;
  if (!unfinished) return void 0;
  await ensureNobodyAtWork(unfinished, takeOver, ports);
  if (unfinished.kind !== "deploy" || hasChanged(journal)) return void 0;
  report.remember(unfinished, unfinished.phases);
  await journal.end("aborted", "superseded");
  const { version } = unfinished.release;
  return report.good(
    "unchanged",
    "completed",
    `The deploy of ${version} was given up before it changed anything.`
  );
}
function chooseInPlace(state, asked) {
  const { environment, in_place: own, in_place_previous: previous, operation, history } = state;
  if (!own) throw nothing(`No release was ever deployed to ${environment}.`);
  if (asked !== void 0) return chosen(state, asked);
  if (operation?.kind === "rollback") return operation.release;
  if (previous?.state === "standby") return previous.release;
  if (previous?.state === "rejected" && own.state === "deploying") {
    const isFailed = ({ kind, outcome }) => kind === "rollback" && outcome === "failed";
    return (history.findLast(isFailed) ?? own).release;
  }
  const { version } = own.release;
  if (!previous) throw nothing(`${version} is the first release of ${environment}.`);
  const before = previous.release.version;
  throw nothing(
    `Before ${version} there was ${before}, which a rollback has replaced.`,
    `To use it all the same: --to ${before}`
  );
}
function chosen(state, asked) {
  ensureOneRelease(state, asked);
  const live = liveHolding(state);
  if (live && isNamed(asked, live.release)) {
    throw new OperationFailure("already_live", `${live.release.version} is live already.`);
  }
  const previous = state.in_place_previous?.release;
  const known = previous && isNamed(asked, previous) ? previous : onceLive(state, asked);
  if (known) return known;
  throw new OperationFailure(
    "release_not_held",
    `The ledger knows of no release ${asked} that was live in ${state.environment}.`,
    deployInstead(asked)
  );
}
async function withOwnArchive(name, source, work) {
  let done;
  const found = await withArchive(name, source, "the way back is", async (release) => {
    done = await work(release).then(
      (result) => () => result,
      (error) => () => {
        throw error;
      }
    );
  });
  if (found && done) return done();
  throw new OperationFailure(
    "release_not_held",
    `The archive of ${name.version} (${name.digest}) is nowhere: it takes it to deploy that release again.`,
    "Give it with --release FILE, or name the store that has it: --store, or release.store in changeover.yml."
  );
}

// src/changeover/rollback.ts
var WATCH_MS = 2e3;
function rollback(request, ports, signal) {
  return withTenure(ports, signal, (tenure, owned) => rollbackOwned(request, ports, tenure, owned));
}
async function rollbackOwned(request, ports, tenure, signal) {
  let report = new OperationReport("rollback", request.environment, "blue_green", null, ports.clock);
  try {
    const state = await ports.ledger.read();
    report = new OperationReport("rollback", request.environment, state.strategy, null, ports.clock);
    const journal = new Journal(state, ports, tenure);
    report.journal = journal;
    if (state.strategy === "in_place") {
      return await rollbackInPlace(request, journal, ports, report, signal);
    }
    const router = routerOf(currentSettings(state), ports);
    const ended = await endUnfinished(request, journal, router, ports, report);
    if (ended) return ended;
    const result = await switchBack(request, journal, router, ports, report, signal);
    await confirmEnd(router, journal, ports);
    return result;
  } catch (error) {
    if (error instanceof MoveFailure) return report.bad("failed", error);
    return report.bad("refused", await whoWasFirst(error, ports));
  }
}
async function endUnfinished(request, journal, router, ports, report) {
  const unfinished = journal.operation;
  if (!unfinished) return void 0;
  await ensureNobodyAtWork(unfinished, request.takeOver, ports);
  const becomes = whatBecomesOf(unfinished, journal.state.live);
  if (becomes !== "goes_on") report.remember(unfinished, unfinished.phases);
  await settle(journal, router, ports);
  const { kind, release } = unfinished;
  const { live } = journal.state;
  switch (becomes) {
    case "goes_on":
      return void 0;
    case "unchanged": {
      const message = `The deploy of ${release.version} was given up before its switch; users never left ${live ?? "their color"}.`;
      return report.good("unchanged", "completed", message);
    }
    case "restored":
      return report.good("restored", "completed", `The unfinished ${kind} was ended; users are on ${live}.`);
  }
}
async function switchBack(request, journal, router, ports, report, signal) {
  const { state } = journal;
  ensureAgreement(state, await router.current());
  const way = chooseColor(state, request.to, ports.clock.now());
  const { live, from, to, target } = way;
  const operation = newOperation("rollback", target.release, from, to, journal.now());
  const site = await siteOf(request, target, to, from, operation, ports);
  const run = { journal, report, ports };
  const witness = new WitnessWatch(blueGreen(live.settings), "rollback", ports, report);
  report.remember(await journal.claim(operation, "blue_green"), []);
  try {
    witness.prepare();
    witness.start();
    await journal.enter("verify");
    await ports.log.step(
      `Ask whether ${to} is still healthy`,
      () => askUntilGood(site.probes("verify"), ports.clock, signal, report.probes.during("verify"))
    );
  } catch (error) {
    await witness.end();
    return endBadly(run, "refused", notHealthy(error, way));
  }
  const move = {
    from,
    to,
    router,
    witness,
    probes: site.probes("bake"),
    bakeMs: WATCH_MS,
    left: "rejected",
    moved: false
  };
  const end = await moveUsers(move, journal, ports, report, signal);
  if (end.end === "not_moved") return endBadly(run, "refused", end.failure);
  if (end.end === "undone") return endBadly(run, "failed", end.failure, from);
  if (end.end !== "moved") return endBadly(run, "failed", end.failure);
  const message = `${target.release.version} is live again, on ${to}. ${staysRolled(live)}`;
  return endWell(run, "restored", message.trim());
}
async function siteOf(request, target, to, from, operation, ports) {
  const folder = releaseFolder(ports, target.release);
  const release = { ...target.release, folder };
  const options = {
    environment: request.environment,
    settings: target.settings,
    color: to,
    liveColor: from,
    release
  };
  const site = new Site({ ...options, operation: operation.id }, ports);
  if (!request.release && (!site.needsFiles || ports.unpacked.has(folder))) return site;
  const isHere = await withArchive(
    target.release,
    request,
    `${to} holds`,
    (archive) => ports.unpacked.unpack(archive, folder)
  );
  if (isHere) return site;
  throw new OperationFailure(
    "release_not_held",
    `The probes of ${target.release.version} are commands of the release, and it is not unpacked on this machine.`,
    "Give its archive: --release FILE"
  );
}

// src/changeover/rollback-plan.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function planRollback(request, ports, signal) {
  const plan = {
    ...{ schema: "changeover/rollback-plan/v1", outcome: "refused", reason: "completed" },
    ...{ message: "", remedy: null, environment: request.environment, strategy: "blue_green" },
    ...{ method: null, from: null, to: null, release: null, window_closes_at: null },
    ...{ unfinished: null, stays: [], checks: [] }
  };
  try {
    const state = await ports.ledger.read();
    plan.strategy = state.strategy;
    plan.from = state.live;
    if (state.operation) await ensureNobodyAtWork(state.operation, request.takeOver, ports);
    plan.message = await (state.strategy === "in_place" ? planInPlace(plan, state, request) : planSwitch(plan, state, request, ports, signal));
    plan.outcome = "possible";
  } catch (error) {
    const { reason, message, remedy } = asFailure(error);
    Object.assign(plan, { reason, message, remedy });
  }
  return plan;
}
function planDeployAnew(plan, release) {
  const message = `${plan.message} ${release.version} would be deployed anew, which takes as long as a deploy.`;
  return {
    ...{ ...plan, outcome: "possible", reason: "completed", message, remedy: null },
    ...{ method: "deploy_anew", to: plan.from && otherColor(plan.from), release, window_closes_at: null }
  };
}
async function planInPlace(plan, state, request) {
  const { operation } = state;
  if (operation?.kind === "deploy" && !hasChanged({ operation })) {
    plan.method = "give_up";
    plan.release = liveHolding(state)?.release ?? null;
    plan.unfinished = `The deploy of ${operation.release.version} would be given up; it has changed nothing.`;
    return plan.unfinished;
  }
  if (operation)
    plan.unfinished = `The ${operation.kind} of ${operation.release.version} would be taken over.`;
  const target = chooseInPlace(state, request.to);
  plan.method = "deploy_anew";
  plan.release = target;
  await checkArchive(plan, target, request);
  return `${target.version} would be deployed again, in place.`;
}
async function planSwitch(plan, state, request, ports, signal) {
  const router = routerOf(currentSettings(state), ports);
  const { operation } = state;
  const becomes = operation && whatBecomesOf(operation, state.live);
  if (operation && becomes) plan.unfinished = unfinishedText(operation, state, becomes);
  if (operation && becomes && becomes !== "goes_on") {
    const safe = becomes === "restored" ? safeColor(operation) : state.live;
    plan.method = "give_up";
    plan.to = safe;
    plan.release = safe && (state[safe]?.release ?? null);
    await check(plan, "router", () => router.current());
    return plan.unfinished ?? "";
  }
  const way = chooseColor(state, request.to, ports.clock.now());
  plan.method = "switch";
  plan.to = way.to;
  plan.release = way.target.release;
  plan.window_closes_at = way.closes.toISOString();
  plan.stays = whatStays(way);
  ensureAgreement(state, await router.current());
  await check(plan, "router", () => router.check(way.to));
  await withProbes(plan, way, request, ports, (probes) => askOnce(plan, probes, signal));
  return `Users would be switched from ${way.live.release.version} on ${way.from} to ${way.target.release.version} on ${way.to}.`;
}
function unfinishedText({ kind, release }, { live }, becomes) {
  const what = `The ${kind} of ${release.version} would be given up`;
  if (becomes === "restored") return `${what}, and users taken to the color where they are safe.`;
  if (becomes === "unchanged") return `${what}; users never left ${live ?? "their color"}.`;
  return `${what} first.`;
}
function whatStays({ live }) {
  const expands = live.settings.strategy === "blue_green" && live.settings.expand !== void 0;
  const schema = `The schema stays as ${live.release.version} has expanded it.`;
  return [staysRolled(live), expands ? schema : ""].filter(Boolean);
}
async function check(plan, name, ask) {
  try {
    await ask();
    plan.checks.push({ name, verdict: "good", why: null });
  } catch (error) {
    plan.checks.push({ name, verdict: "bad", why: asFailure(error).message });
    throw error;
  }
}
async function checkArchive(plan, name, request) {
  await check(plan, "archive", async () => {
    if (!await withArchive(name, request, "the way back is", async () => {
    })) throw nowhere(name);
  });
}
function nowhere({ version, digest }) {
  return new OperationFailure(
    "release_not_held",
    `It takes the archive of ${version} (${digest}), and that is nowhere.`,
    "Give it: --release FILE"
  );
}
async function withProbes(plan, { target, to, from }, request, ports, work) {
  const siteIn = (folder2) => {
    const release = { ...target.release, folder: folder2 };
    const { settings } = target;
    const options = { environment: request.environment, settings, color: to, liveColor: from, release };
    return new Site({ ...options, operation: "dry-run" }, ports);
  };
  const folder = releaseFolder(ports, target.release);
  const site = siteIn(folder);
  if (!site.needsFiles || ports.unpacked.has(folder)) return work(site.probes("verify"));
  const temporary = await mkdtemp(join(tmpdir(), "changeover-dry-run-"));
  try {
    const own = join(temporary, "release");
    await check(plan, "archive", async () => {
      const isHere = await withArchive(
        target.release,
        request,
        `${to} holds`,
        (archive) => ports.unpacked.unpack(archive, own)
      );
      if (!isHere) throw nowhere(target.release);
    });
    await work(siteIn(own).probes("verify"));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
async function askOnce(plan, probes, signal) {
  const answers = await Promise.all(
    probes.map(async ({ probe }) => ({ name: probe.name, answer: await probe.ask(signal) }))
  );
  for (const { name, answer } of answers) {
    const why = answer.verdict === "good" ? answer.note ?? null : answer.why;
    plan.checks.push({ name, verdict: answer.verdict, why });
  }
  const bad = plan.checks.find(({ verdict }) => verdict === "bad");
  if (!bad) return;
  throw new OperationFailure(
    "probe_failed",
    `The probe "${bad.name}" says no: ${bad.why}.`,
    'A rollback asks it as often as its "failures" allow. Look at the color that was asked.'
  );
}

// src/changeover/wait-turn.ts
var import_ms = __toESM(require_ms(), 1);
var POLL_MS = 5e3;
function waitTime(text) {
  const [, number, unit] = /^(\d{1,6})\s*(s|m|h)?$/.exec(text?.trim() ?? "0") ?? [];
  if (number !== void 0) return (0, import_ms.default)(`${Number(number)}${unit ?? "s"}`);
  throw new UserError("invalid_wait", `"${text}" is no time to wait.`, { remedy: "Use 90s, 10m or 1h." });
}
async function waitTurn(ports, waitMs, signal) {
  const { ledger, clock, log } = ports;
  let waited = 0;
  let awaited;
  while (waited < waitMs && !signal.aborted) {
    const { operation } = await ledger.read();
    if (!operation?.owner || (await ports.liveness(operation.owner)).state === "dead") return;
    if (awaited !== operation.id) log.info(waiting(operation, operation.owner.name, waitMs - waited));
    awaited = operation.id;
    const pause = Math.min(POLL_MS, waitMs - waited);
    await clock.sleep(pause, signal).catch(() => {
    });
    waited += pause;
  }
}
function waiting({ kind, release }, name, leftMs) {
  return `Waiting for the ${kind} of ${release.version} by ${name} to end, at most ${(0, import_ms.default)(leftMs, { long: true })}.`;
}

// src/changeover/start.ts
async function startDeploy(inputs, sources, log, signal) {
  const { environment, until, takeOver, folder, remote, token } = inputs;
  const waitMs = waitTime(inputs.wait);
  const admission = new Admission({ folder, environment, ...inputs.trust }, log);
  const admitting = { ...sources, admit: admission.beforeOpening };
  return withRelease(inputs, admitting, { log, signal }, async (release) => {
    if (release.manifest.dirty) {
      log.warn(`Release ${release.manifest.version} holds changes that nobody committed.`);
    }
    const settings = environmentOf(release.settings, environment);
    const ports = await realPorts({ folder, environment, strategy: settings.strategy, remote, token, log });
    await waitTurn(ports, waitMs, signal);
    const admit = (live) => admission.beforeClaim(release, settings, live);
    return deploy({ environment, settings, release, until, takeOver, admit }, ports, signal);
  });
}
async function startRollback(inputs, sources, log, signal) {
  const { to } = inputs;
  const ready = await readyToRollBack(inputs, sources, log, signal);
  await waitTurn(ready.ports, waitTime(inputs.wait), signal);
  const result = await ready.withRequest((request) => rollback(request, ready.ports, signal));
  const again = await ready.search.toDeployAnew(to, inputs.release, result, ready.ports.ledger);
  if (!again) return result;
  log.info(`${result.message} It is deployed anew.`);
  return startDeploy({ ...inputs, ...again, until: "switched" }, sources, log, signal);
}
async function startRollbackPlan(inputs, sources, log, signal) {
  const { to } = inputs;
  const { ports, search, withRequest } = await readyToRollBack(inputs, sources, log, signal);
  const plan = await withRequest((request) => planRollback(request, ports, signal));
  const refused = {
    ...plan,
    outcome: plan.outcome === "refused" ? "refused" : "restored"
  };
  const again = await search.toDeployAnew(to, inputs.release, refused, ports.ledger);
  return again ? planDeployAnew(plan, again) : plan;
}
async function readyToRollBack(inputs, sources, log, signal) {
  const { environment, to, takeOver, folder, release: given } = inputs;
  waitTime(inputs.wait);
  const admission = new Admission({ folder, environment, ...inputs.trust }, log);
  const admitting = { ...sources, admit: admission.beforeOpening };
  const search = new LedgerSearch(admitting, log, signal);
  const ports = await ledgerPorts(inputs, log);
  const admit = (release, live) => admission.beforeClaim(release, environmentOf(release.settings, environment), live);
  const withRequest = (work) => {
    const run = (release) => work({ environment, to, release, takeOver, fetch: search.fetch, admit });
    if (given === void 0) return run(void 0);
    return withRelease({ release: given, digest: void 0 }, admitting, { log, signal }, run);
  };
  return { ports, search, withRequest };
}
async function startAbort(inputs, sources, log, signal) {
  const { environment, expired, teardown } = inputs;
  const asked = { ...inputs, to: void 0 };
  const { ports, withRequest } = await readyToRollBack(asked, sources, log, signal);
  return withRequest(
    ({ release, fetch, takeOver }) => abort({ environment, expired, teardown, release, fetch, takeOver }, ports, signal)
  );
}
function ledgerPorts(inputs, log) {
  return realPorts({ ...inputs, strategy: "blue_green", log });
}
export {
  ledgerPorts,
  startAbort,
  startDeploy,
  startRollback,
  startRollbackPlan
};
