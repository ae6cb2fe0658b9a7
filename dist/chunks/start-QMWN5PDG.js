import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  Site,
  bringToRelease,
  budgetOf,
  fetchRelease,
  forgetOldReleases,
  releaseFolder,
  routerOf,
  verify,
  witnessOf
} from "./chunk-V2SUTTWO.js";
import "./chunk-QGDO7QXF.js";
import {
  ProbeFailed,
  askUntilGood,
  watch
} from "./chunk-AJMYSJQ4.js";
import {
  namedPolicy
} from "./chunk-NCZXE3C4.js";
import "./chunk-N65QJXS5.js";
import {
  policyText
} from "./chunk-GTCIXTUA.js";
import {
  LedgerError,
  isKnownDead,
  realPorts
} from "./chunk-FZEDACHL.js";
import "./chunk-D6BMXANV.js";
import {
  liveHolding,
  withEnded,
  withHolding,
  withUsersOn
} from "./chunk-22IZ6557.js";
import {
  CommandFailed
} from "./chunk-BV2MJK6B.js";
import {
  duration
} from "./chunk-WEE4WDUK.js";
import {
  RouterError
} from "./chunk-PH4DES75.js";
import "./chunk-OGTRJA2A.js";
import "./chunk-775FTGG5.js";
import "./chunk-2RQJNVEV.js";
import "./chunk-TP5A5OSX.js";
import "./chunk-D72PIMZP.js";
import "./chunk-OOEUXFNT.js";
import {
  storeOf,
  withRelease
} from "./chunk-CMQIAQ5V.js";
import {
  unpackRelease
} from "./chunk-IOFBP4QD.js";
import "./chunk-XEJ3FUQD.js";
import "./chunk-YRZ77VWT.js";
import "./chunk-SFP3RZBH.js";
import {
  environmentOf,
  loadManifestIfThere
} from "./chunk-XQKTH77P.js";
import "./chunk-5Y7CG4SE.js";
import "./chunk-N25RECID.js";
import "./chunk-65XTCQBH.js";
import {
  otherColor
} from "./chunk-T6ZMEY7V.js";
import {
  PHASES
} from "./chunk-C26GBMVC.js";
import {
  Cancelled,
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/changeover/failure.ts
var OperationFailure = class extends Error {
  constructor(reason, message, remedy = null, cause) {
    super(message, cause === void 0 ? void 0 : { cause });
    this.reason = reason;
    this.remedy = remedy;
    this.name = "OperationFailure";
  }
  reason;
  remedy;
};
function asFailure(error) {
  if (error instanceof OperationFailure) return error;
  if (error instanceof Cancelled) return new OperationFailure("cancelled", error.message, null, error);
  if (error instanceof CommandFailed) {
    const printed = error.tail.length > 0 ? ` It printed last: ${error.tail.slice(-3).join(" / ")}` : "";
    return new OperationFailure(error.code, `${error.message}${printed}`, "See its output above.", error);
  }
  if (error instanceof ProbeFailed) {
    return new OperationFailure(
      error.code,
      error.message,
      error.code === "probe_failed" ? "Look at the color that was asked; its services are still there." : "Nothing is known to be wrong with the color: look at what the probe relies on.",
      error
    );
  }
  if (error instanceof RouterError)
    return new OperationFailure(error.code, error.message, error.remedy ?? null, error);
  if (error instanceof UserError) {
    return new OperationFailure("invalid_settings", error.message, error.remedy ?? null, error);
  }
  if (error instanceof LedgerError) {
    return new OperationFailure(error.code, error.message, error.remedy, error);
  }
  return new OperationFailure(
    "internal_error",
    `Unexpected: ${messageOf(error)}`,
    "Please report this.",
    error
  );
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
    const { checkAttestation } = await import("./check-TDG347N7.js");
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

// src/changeover/ending.ts
import { randomUUID } from "node:crypto";
async function endWell(run, outcome, message, change = (state) => state) {
  const { journal, report, ports } = run;
  const operation = journal.operation;
  try {
    const phases = await journal.end(outcome, "completed", change);
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
async function endBadly(run, outcome, failure) {
  const { journal, report, ports } = run;
  const operation = journal.operation;
  try {
    if (operation) report.remember(operation, await journal.end(outcome, failure.reason));
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

// src/changeover/finalize.ts
async function finalize(site, old, run) {
  const { settings, journal, ports, signal, name } = run;
  const { contract, retire } = settings;
  const liveColor = journal.state.live ?? void 0;
  try {
    if (contract && !journal.hasDone("contract")) {
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

// src/changeover/in-flight.ts
async function ensureNobodyAtWork(operation, takeOver) {
  if (operation.owner === null || takeOver || await isKnownDead(operation.owner)) return;
  const { kind, release, owner, started_at } = operation;
  throw new OperationFailure(
    "operation_in_flight",
    `A ${kind} of ${release.version} is in flight: ${owner.name}, process ${owner.pid} on ${owner.host}, since ${started_at}.`,
    "Wait until it ends. If you know that its run is dead, start again with --take-over."
  );
}
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
async function settle(journal, router) {
  const operation = journal.operation;
  if (!operation) return;
  if (journal.isFinal) {
    await journal.end("failed", "superseded");
    return;
  }
  const { kind, from_color, to_color } = operation;
  const safe = (kind === "rollback" ? to_color : from_color) ?? to_color;
  if (!journal.hasStarted("switch") || safe === null) {
    await journal.end("aborted", "superseded");
    return;
  }
  if (await router.current() !== safe) await router.switchTo(safe);
  const outcome = kind === "rollback" ? "restored" : safe === from_color ? "rolled_back" : "failed";
  await journal.end(outcome, "superseded", (state) => withUsersOn(state, safe, "rejected", journal.now()));
}

// src/changeover/switch.ts
var LEAD_MS = 500;
var BUDGET_CHECK_MS = 50;
async function moveUsers(move, journal, ports, report, signal) {
  let witness = journal.state.live === null && !move.moved ? void 0 : witnessOf(move.settings, ports);
  try {
    if (!move.moved) {
      const refused = await trySwitch(move, journal, ports, report, witness, signal);
      if (refused) return refused;
    }
    witness ??= witnessOf(move.settings, ports);
    return await bake(move, journal, ports, report, witness, signal);
  } finally {
    if (witness) report.witness = await witness.stop();
  }
}
async function trySwitch(move, journal, ports, report, witness, signal) {
  try {
    await move.router.check(move.to);
    if (witness) {
      await ports.clock.sleep(LEAD_MS, signal);
      checkBudget(move, witness, "before the switch");
    }
    signal.throwIfAborted();
    await journal.enter("switch");
  } catch (error) {
    return { end: "not_moved", failure: asFailure(error) };
  }
  try {
    await ports.log.step(`Switch users to ${move.to}`, async () => {
      const started = performance.now();
      await move.router.switchTo(move.to);
      report.switchMs = Math.round(performance.now() - started);
    });
    const current = await move.router.current();
    if (current === move.to) return void 0;
    throw new RouterError("switch_failed", "router", `it was switched to ${move.to} but says "${current}"`);
  } catch (error) {
    return afterFailedSwitch(move, asFailure(error));
  }
}
async function afterFailedSwitch(move, failure) {
  const back = move.from ?? "none";
  let current = await move.router.current().catch(() => void 0);
  if (current !== back && move.from !== null) {
    await move.router.switchTo(move.from).catch(() => {
    });
    current = await move.router.current().catch(() => void 0);
  }
  if (current === back) return { end: "not_moved", failure };
  const users = current === void 0 ? "Not every node of the router says where it sends users." : `The router says "${current}".`;
  return stuck(failure, users);
}
async function bake(move, journal, ports, report, witness, signal) {
  const { clock, log } = ports;
  try {
    await journal.enter("bake", (state) => withUsersOn(state, move.to, move.left, journal.now()));
    await log.step(`Watch ${move.to} for ${move.bakeMs / 1e3} s`, async () => {
      const broken = new AbortController();
      const both = AbortSignal.any([signal, broken.signal]);
      const overBudget = watchBudget(move, witness, ports, both).catch(
        (error) => broken.abort(error)
      );
      try {
        await watch(move.probes, move.bakeMs, clock, both, report.probes.during("bake"));
      } finally {
        broken.abort(new Error("the watch has ended"));
        await overBudget;
      }
      if (witness) {
        report.witness = await witness.stop();
        checkBudget(move, witness, "while users were on the new color");
      }
    });
    return { end: "moved" };
  } catch (error) {
    return undo(move, journal, ports, asFailure(error));
  }
}
async function watchBudget(move, witness, ports, signal) {
  while (witness && !signal.aborted) {
    checkBudget(move, witness, "while users were on the new color");
    await ports.clock.sleep(BUDGET_CHECK_MS, signal).catch(() => {
    });
  }
}
function checkBudget(move, witness, when) {
  const failed = witness.failed();
  const budget = budgetOf(move.settings);
  if (failed <= budget) return;
  throw new OperationFailure(
    "witness_budget_exceeded",
    `${failed} of the witness's requests failed ${when}; the budget is ${budget}.`,
    "See the witness in the result: when, and how, requests failed."
  );
}
async function undo(move, journal, ports, failure) {
  const { from } = move;
  if (failure.reason === "ledger_moved") {
    return stuck(failure, "Another run has taken over, so the router was left to it.");
  }
  if (from === null) return stuck(failure, "There is no other color to go back to.");
  try {
    await ports.log.step(`Switch users back to ${from}`, () => move.router.switchTo(from));
  } catch (error) {
    return stuck(asFailure(error), `${failure.message} And users could not be taken back to ${from}.`);
  }
  try {
    await journal.note(`back on ${from}`, (state) => withUsersOn(state, from, "rejected", journal.now()));
  } catch (error) {
    ports.log.warn(`The ledger does not know yet that users are back on ${from}: ${asFailure(error).message}`);
  }
  await ports.clock.sleep(LEAD_MS);
  return { end: "undone", failure };
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
    const { report, name } = this.deploy;
    const work = await this.pickUp() ?? await this.begin();
    if (work.do === "nothing") {
      return report.good("unchanged", "already_live", `${name.version} is live already.`);
    }
    report.remember(work.operation, work.operation.phases);
    return work.do === "finalize" ? this.finalize(work.operation, work.live) : this.changeOver(work.operation, work.to);
  }
  /** Go on with this same deploy if it was begun before; bring any other unfinished operation to its end. */
  async pickUp() {
    const { journal, name, takeOver } = this.deploy;
    const unfinished = journal.operation;
    if (!unfinished) return void 0;
    await ensureNobodyAtWork(unfinished, takeOver);
    const { kind, release, to_color: to } = unfinished;
    if (kind !== "deploy" || release.digest !== name.digest || to === null) {
      await settle(journal, this.router);
      return void 0;
    }
    const operation = await journal.claim({ ...unfinished, attempt: unfinished.attempt + 1 }, "blue_green");
    const isFinalizing = journal.isFinal || journal.state.live === to && !journal.hasStarted("switch");
    return isFinalizing ? { do: "finalize", operation, live: to } : { do: "change_over", operation, to };
  }
  async begin() {
    const { journal, name, until } = this.deploy;
    const current = await this.router.current();
    ensureAgreement(journal.state, current);
    const { live } = journal.state;
    if (live !== null && liveHolding(journal.state)?.release.digest === name.digest) {
      const old = journal.state[otherColor(live)];
      if (until !== "finalized" || !old || old.state === "retired") return { do: "nothing" };
      return { do: "finalize", operation: await this.claim(otherColor(live), live), live };
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
    const { journal, ports, report, signal, settings, name, until } = this.deploy;
    const site = this.site(to, operation);
    const from = operation.from_color;
    const move = {
      from,
      to,
      router: this.router,
      settings,
      probes: site.probes("bake"),
      bakeMs: duration(settings.bake?.for, "60s"),
      left: "standby",
      moved: false
    };
    try {
      move.moved = await this.isMoved(from, to);
      if (move.moved) await fetchRelease(site, this.deploy);
      else {
        await bringToRelease(site, this.deploy, to);
        await verify(site, this.deploy);
        if (until === "verified") return await this.waitForSwitch(to);
      }
    } catch (error) {
      const failure = asFailure(error);
      if (!move.moved) return endBadly(this.deploy, "aborted", failure);
      return this.endMove(await undo(move, journal, ports, failure));
    }
    const end = await moveUsers(move, journal, ports, report, signal);
    if (end.end !== "moved") return this.endMove(end);
    if (until === "finalized") return finalize(site, from, this.deploy);
    return endWell(this.deploy, "promoted", `${name.version} is live on ${to}.`);
  }
  /** Whether a run that died had switched users already; users whom it left split are put back first. */
  async isMoved(from, to) {
    if (!this.deploy.journal.hasStarted("switch")) return false;
    const current = await this.router.current();
    if (current === "split" && from !== null) await this.router.switchTo(from);
    return current === to;
  }
  async waitForSwitch(to) {
    const { journal, report, name, settings } = this.deploy;
    const ready = { release: name, state: "ready", since: journal.now(), settings };
    await journal.wait((state) => withHolding(state, to, ready));
    const message = `${name.version} is healthy on ${to}, and waits for the switch.`;
    return report.good("verified", "completed", message);
  }
  endMove(end) {
    const outcomes = { not_moved: "aborted", undone: "rolled_back", stuck: "failed" };
    return endBadly(this.deploy, outcomes[end.end], end.failure);
  }
  async finalize(operation, live) {
    const site = this.site(live, operation);
    try {
      await fetchRelease(site, this.deploy);
    } catch (error) {
      return endBadly(this.deploy, "failed", asFailure(error));
    }
    return finalize(site, operation.from_color, this.deploy);
  }
  site(color, operation) {
    const { environment, settings, name, ports, journal } = this.deploy;
    const release = { ...name, folder: releaseFolder(ports, name) };
    const liveColor = journal.state.live ?? void 0;
    return new Site({ environment, settings, color, liveColor, release, operation: operation.id }, ports);
  }
};

// src/changeover/in-place.ts
async function deployInPlace(run) {
  const { environment, settings, journal, ports, report, name, takeOver } = run;
  if (journal.operation) {
    await ensureNobodyAtWork(journal.operation, takeOver);
    await journal.end("aborted", "superseded");
  }
  if (liveHolding(journal.state)?.release.digest === name.digest) {
    return report.good("unchanged", "already_live", `${name.version} is live already.`);
  }
  const operation = await journal.claim(newOperation("deploy", name, null, null, journal.now()), "in_place");
  report.remember(operation, operation.phases);
  const release = { ...name, folder: releaseFolder(ports, name) };
  const site = new Site(
    { environment, settings, color: void 0, liveColor: void 0, release, operation: operation.id },
    ports
  );
  try {
    await bringToRelease(site, run, null);
    await verify(site, run);
  } catch (error) {
    return endBadly(run, "failed", asFailure(error));
  }
  const live = { release: name, state: "live", since: journal.now(), settings };
  return endWell(run, "promoted", `${name.version} is live.`, (state) => withHolding(state, null, live));
}

// src/changeover/journal.ts
var Journal = class {
  constructor(state, ports) {
    this.state = state;
    this.ports = ports;
  }
  state;
  ports;
  get operation() {
    return this.state.operation;
  }
  now() {
    return this.ports.clock.now().toISOString();
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
  async wait(change) {
    const now = this.now();
    await this.record(`${this.title}: verified, waits for the switch`, (state) => {
      const next = withPhases(change(state), (phases) => closed(phases, "done", now));
      return { ...next, operation: next.operation && { ...next.operation, owner: null } };
    });
  }
  /** The operation ended. Its phases are gone from the state afterwards, so they are returned. */
  async end(outcome, reason, change = (state) => state) {
    const now = this.now();
    const good = reason === "completed";
    const phases = closed(this.operation?.phases ?? [], good ? "done" : "failed", now);
    await this.record(
      `${this.title}: ${outcome} (${reason})`,
      (state) => withEnded(change(state), outcome, reason, this.ports.owner.name, now)
    );
    return phases;
  }
  hasDone(phase) {
    return this.operation?.phases.some((run) => run.phase === phase && run.state === "done") ?? false;
  }
  hasStarted(phase) {
    return this.operation?.phases.some((run) => run.phase === phase) ?? false;
  }
  /** Whether the operation is past the point of no return. */
  get isFinal() {
    return this.hasStarted("contract") || this.hasStarted("retire");
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
      const { reason, why } = answer.verdict === "good" ? { reason: null, why: null } : answer;
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
  /** The operation as it was last seen: the ledger forgets it when it ends. */
  operation = null;
  phases = [];
  startedAt;
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
      phases: inOrder(closed(phases, "failed", endedAt), this.kind),
      switch_ms: this.switchMs,
      witness: this.witness,
      probes: this.probes.report(),
      started_at: this.startedAt,
      ended_at: endedAt
    };
  }
};
var BACK = ["claim", "verify", "switch", "bake"];
function inOrder(phases, kind) {
  const last = Math.max(-1, ...phases.map((run) => PHASES.indexOf(run.phase)));
  const known = new Map(phases.map((run) => [run.phase, run]));
  const ordered = [];
  let at = phases[0]?.started_at ?? "";
  for (const phase of PHASES.slice(0, last + 1)) {
    if (kind === "rollback" && !BACK.includes(phase) && !known.has(phase)) continue;
    const run = known.get(phase) ?? { phase, state: "skipped", started_at: at, ended_at: at };
    at = run.ended_at ?? run.started_at;
    ordered.push(run);
  }
  return ordered;
}

// src/changeover/deploy.ts
async function deploy(request, ports, signal) {
  const { environment, settings, until, takeOver, release } = request;
  const name = { version: release.manifest.version, digest: release.manifest.digest };
  const report = new OperationReport("deploy", environment, settings.strategy, name, ports.clock);
  try {
    const state = await ports.ledger.read();
    const journal = new Journal(state, ports);
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
    return report.bad("aborted", asFailure(error));
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
    if (!DEPLOY_HELPS.includes(refused.reason)) return void 0;
    const state = await ledger.read();
    const known = onceLive(state, version);
    if (!known || state.operation || isStandby(state, version, refused.reason)) return void 0;
    if (given === void 0 && !await this.hasStore()) return void 0;
    return { release: given ?? version, digest: known.digest };
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
  return reason === "release_not_held" && [state.blue, state.green].some((holding) => holding?.release.version === version);
}
function onceLive(state, version) {
  const held = [state.blue, state.green, state.in_place].find(
    (holding) => holding?.release.version === version && ["standby", "retiring", "retired"].includes(holding.state)
  );
  const ended = state.history.findLast(
    ({ release, outcome }) => release.version === version && ["promoted", "restored"].includes(outcome)
  );
  return held?.release ?? ended?.release;
}

// src/changeover/rollback.ts
import { existsSync } from "node:fs";
var WATCH_MS = 2e3;
async function rollback(request, ports, signal) {
  let report = new OperationReport("rollback", request.environment, "blue_green", null, ports.clock);
  try {
    const state = await ports.ledger.read();
    report = new OperationReport("rollback", request.environment, state.strategy, null, ports.clock);
    const journal = new Journal(state, ports);
    report.journal = journal;
    const router = routerOf(currentSettings(state), ports);
    const ended = await endUnfinished(request, journal, router, report);
    return ended ?? await switchBack(request, journal, router, ports, report, signal);
  } catch (error) {
    return report.bad("refused", asFailure(error));
  }
}
function currentSettings(state) {
  if (state.strategy === "in_place") {
    throw new OperationFailure(
      "nothing_to_roll_back_to",
      `${state.environment} is changed in place: no second color holds the release before.`,
      "Deploy the release that you want back: changeover deploy --release FILE"
    );
  }
  const unfinished = state.operation?.to_color;
  const settings = (liveHolding(state) ?? (unfinished && state[unfinished]))?.settings;
  if (settings) return blueGreen(settings);
  throw new OperationFailure(
    "nothing_to_roll_back_to",
    `No release was ever deployed to ${state.environment}.`,
    "Check the environment, and that this is the repository and remote that keep its ledger."
  );
}
function blueGreen(settings) {
  if (settings.strategy === "blue_green") return settings;
  throw new OperationFailure(
    "nothing_to_roll_back_to",
    "The live release was deployed in place.",
    "Deploy the release that you want back."
  );
}
async function endUnfinished(request, journal, router, report) {
  const unfinished = journal.operation;
  if (!unfinished) return void 0;
  await ensureNobodyAtWork(unfinished, request.takeOver);
  if (journal.isFinal) {
    const { version: version2 } = unfinished.release;
    throw new OperationFailure(
      "contracted",
      `${version2} was being made final when its run died: there is no way back.`,
      `Finish it: changeover deploy --until finalized, with the archive of ${version2}.`
    );
  }
  const before = journal.hasStarted("switch");
  report.remember(unfinished, unfinished.phases);
  await settle(journal, router);
  const version = unfinished.release.version;
  if (!before) {
    return report.good(
      "unchanged",
      "completed",
      `The deploy of ${version} was given up before its switch; users never left ${journal.state.live ?? "their color"}.`
    );
  }
  return report.good(
    "restored",
    "completed",
    `The unfinished ${unfinished.kind} was ended; users are on ${journal.state.live}.`
  );
}
async function switchBack(request, journal, router, ports, report, signal) {
  const { state } = journal;
  ensureAgreement(state, await router.current());
  const { live, from, to, target } = choose(state, request.to, ports.clock.now());
  const operation = newOperation("rollback", target.release, from, to, journal.now());
  const site = await siteOf(request, target, to, from, operation, ports);
  const run = { journal, report, ports };
  report.remember(await journal.claim(operation, "blue_green"), []);
  try {
    await journal.enter("verify");
    await ports.log.step(
      `Ask whether ${to} is still healthy`,
      () => askUntilGood(site.probes("verify"), ports.clock, signal, report.probes.during("verify"))
    );
  } catch (error) {
    return endBadly(run, "refused", asFailure(error));
  }
  const settings = blueGreen(live.settings);
  const move = {
    from,
    to,
    router,
    settings,
    probes: site.probes("bake"),
    bakeMs: WATCH_MS,
    left: "rejected",
    moved: false
  };
  const end = await moveUsers(move, journal, ports, report, signal);
  if (end.end === "not_moved") return endBadly(run, "refused", end.failure);
  if (end.end !== "moved") return endBadly(run, "failed", end.failure);
  return endWell(run, "restored", `${target.release.version} is live again, on ${to}.`);
}
function choose(state, version, now) {
  const live = liveHolding(state);
  const from = state.live;
  if (!live || from === null) throw nothing("No release is live.");
  const to = otherColor(from);
  const target = state[to];
  if (version !== void 0 && version === live.release.version) {
    throw new OperationFailure("already_live", `${version} is live already.`, null);
  }
  if (!target) throw nothing(`${to} holds no release: ${live.release.version} is the first.`);
  const held = target.release.version;
  if (version !== void 0 && version !== held) {
    throw new OperationFailure(
      "release_not_held",
      `${to} holds ${held}, not ${version}.`,
      deployInstead(version)
    );
  }
  switch (target.state) {
    case "retiring":
    case "retired":
      throw new OperationFailure(
        "contracted",
        `${held} was given up when ${live.release.version} was made final (${target.since}): its schema or its services are gone.`,
        deployInstead(held)
      );
    case "deploying":
    case "ready":
      throw nothing(`${to} holds ${held}, which never was live.`);
    case "rejected":
      if (version === void 0)
        throw nothing(
          `${to} holds ${held}, which users were taken off.`,
          `To use it all the same: --to ${held}`
        );
      break;
    case "live":
    case "standby":
  }
  const closes = new Date(
    Date.parse(target.since) + duration(blueGreen(live.settings).rollback_window, "24h")
  );
  if (now > closes) {
    throw new OperationFailure(
      "window_closed",
      `The rollback window of ${held} closed at ${closes.toISOString()}.`,
      deployInstead(held)
    );
  }
  return { live, from, to, target };
}
function nothing(message, remedy = "Deploy the release that you want: changeover deploy --release FILE") {
  return new OperationFailure("nothing_to_roll_back_to", message, remedy);
}
function deployInstead(version) {
  return `Deploy it forward instead: changeover deploy --release FILE, with the archive of ${version}.`;
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
  if (request.release) {
    const { digest, version } = request.release.manifest;
    if (digest !== target.release.digest) {
      throw new OperationFailure(
        "release_not_held",
        `The archive is ${version} (${digest}), but ${to} holds ${target.release.version} (${target.release.digest}).`,
        "Give the archive of the release that the color holds, or none."
      );
    }
    await unpackRelease(request.release, folder);
  } else if (site.needsFiles && !existsSync(folder)) {
    const fetched = await request.fetch?.(target.release, (archive) => unpackRelease(archive, folder));
    if (fetched) return site;
    throw new OperationFailure(
      "release_not_held",
      `The probes of ${target.release.version} are commands of the release, and it is not unpacked on this machine.`,
      "Give its archive: --release FILE"
    );
  }
  return site;
}

// src/changeover/start.ts
async function startDeploy(inputs, sources, log, signal) {
  const { environment, until, takeOver, folder, remote } = inputs;
  const admission = new Admission({ folder, environment, ...inputs.trust }, log);
  const admitting = { ...sources, admit: admission.beforeOpening };
  return withRelease(inputs, admitting, { log, signal }, async (release) => {
    if (release.manifest.dirty) {
      log.warn(`Release ${release.manifest.version} holds changes that nobody committed.`);
    }
    const settings = environmentOf(release.settings, environment);
    const ports = await realPorts({ folder, environment, strategy: settings.strategy, remote, log });
    const admit = (live) => admission.beforeClaim(release, settings, live);
    return deploy({ environment, settings, release, until, takeOver, admit }, ports, signal);
  });
}
async function startRollback(inputs, sources, log, signal) {
  const { environment, to, takeOver, folder } = inputs;
  const { beforeOpening: admit } = new Admission({ folder, environment, ...inputs.trust }, log);
  const admitting = { ...sources, admit };
  const search = new LedgerSearch(admitting, log, signal);
  const ports = await ledgerPorts(inputs, log);
  const run = (release) => rollback({ environment, to, release, takeOver, fetch: search.fetch }, ports, signal);
  const result = inputs.release === void 0 ? await run(void 0) : await withRelease({ release: inputs.release, digest: void 0 }, admitting, { log, signal }, run);
  const again = await search.toDeployAnew(to, inputs.release, result, ports.ledger);
  if (!again) return result;
  log.info(`${result.message} It is deployed anew.`);
  return startDeploy({ ...inputs, ...again, until: "switched" }, sources, log, signal);
}
function ledgerPorts(inputs, log) {
  return realPorts({ ...inputs, strategy: "blue_green", log });
}
export {
  ledgerPorts,
  startDeploy,
  startRollback
};
