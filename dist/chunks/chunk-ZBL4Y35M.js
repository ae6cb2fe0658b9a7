import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  createProbes,
  needFiles,
  runDeployer
} from "./chunk-SHCKD73G.js";
import {
  ProbeFailed,
  askUntilGood
} from "./chunk-AJMYSJQ4.js";
import {
  LedgerError,
  RouterError
} from "./chunk-AWRWGIU3.js";
import {
  CommandFailed,
  commandRunner
} from "./chunk-P7UCZ7L7.js";
import {
  duration,
  expand,
  expandDeep,
  variablesOf
} from "./chunk-WEE4WDUK.js";
import {
  liveHolding,
  withHolding,
  withInPlace
} from "./chunk-QK22Z7Q3.js";
import {
  otherColor
} from "./chunk-T6ZMEY7V.js";
import {
  Cancelled,
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";

// src/changeover/phases.ts
var both = ["deploy", "rollback"];
var deploy = ["deploy"];
var before = { users: "old", given_up: "leave", way_back: true };
var final = { users: "new", given_up: "stay", way_back: false };
var MACHINE = [
  { phase: "claim", in: both, records: "the owner", resumed: "anew", ...before },
  { phase: "fetch", in: deploy, records: "nothing more", resumed: "anew", ...before },
  { phase: "freeze", in: deploy, records: "nothing more", resumed: "once", ...before },
  { phase: "expand", in: deploy, records: "nothing more", resumed: "once", ...before },
  { phase: "deploy", in: deploy, records: "the idle color is `deploying`", resumed: "once", ...before },
  { phase: "verify", in: both, records: "nothing more", resumed: "anew", ...before },
  {
    phase: "switch",
    in: both,
    records: "nothing more",
    users: "moving",
    resumed: "ask",
    given_up: "back",
    way_back: true
  },
  {
    phase: "bake",
    in: both,
    records: "the new color is `live`, the old one `standby`",
    users: "new",
    resumed: "ask",
    given_up: "back",
    way_back: true
  },
  {
    phase: "rolling",
    in: deploy,
    records: "after each batch: its hosts",
    users: "new",
    resumed: "once",
    given_up: "stay",
    way_back: true
  },
  { phase: "contract", in: deploy, records: "the old color is `retiring`", resumed: "once", ...final },
  { phase: "retire", in: deploy, records: "the old color is `retiring`", resumed: "anew", ...final }
];
var PHASES = MACHINE.map(({ phase }) => phase);
function ruleOf(phase) {
  return MACHINE[PHASES.indexOf(phase)] ?? MACHINE[0];
}
function furthest(begun) {
  return MACHINE.findLast(({ phase }) => begun.some((run) => run.phase === phase)) ?? MACHINE[0];
}

// src/changeover/preparation.ts
import { join } from "node:path";

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
var MoveFailure = class extends OperationFailure {
  constructor({ reason, message, remedy }, cause) {
    super(reason, message, remedy, cause);
    this.name = "MoveFailure";
  }
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
  if (error instanceof LedgerError) {
    return new OperationFailure(error.code, error.message, error.remedy, error);
  }
  if (error instanceof UserError) {
    const reason = error.code === "output_unwritable" ? error.code : "invalid_settings";
    return new OperationFailure(reason, error.message, error.remedy ?? null, error);
  }
  return new OperationFailure(
    "internal_error",
    `Unexpected: ${messageOf(error)}`,
    "Please report this.",
    error
  );
}

// src/changeover/gates.ts
async function askGates(site, run) {
  const { settings, journal, ports, report, signal } = run;
  const { gates = [] } = settings;
  if (gates.length === 0 || !journal.hasToDo("freeze")) return;
  await journal.enter("freeze");
  for (const gate of gates) {
    const { answer, failure } = await ports.log.step(`Gate: ${gate.name}`, () => ask(gate, site, signal));
    report.gates.push(answer);
    if (!answer.passed) throw closed(gate, answer, failure);
  }
}
async function ask(gate, site, signal) {
  const { name, accept = [0] } = gate;
  const started = performance.now();
  const answered = (exit_status) => {
    const passed = exit_status !== null && accept.includes(exit_status);
    return { name, passed, exit_status, duration_ms: Math.round(performance.now() - started) };
  };
  try {
    await site.run("freeze", gate, signal, `The gate "${name}"`, { CHANGEOVER_GATE: name });
    return { answer: answered(0) };
  } catch (error) {
    if (!(error instanceof CommandFailed) || error.code === "cancelled") throw error;
    const exitStatus = error.code === "command_failed" ? error.exitCode : null;
    return { answer: answered(exitStatus), failure: error };
  }
}
function closed({ name, accept = [0] }, { exit_status }, failure) {
  const ended = failure?.code === "command_timeout" ? failure.message : `It ended with exit status ${exit_status ?? "unknown"}.`;
  const tail = failure?.tail.slice(-3) ?? [];
  const printed = tail.length > 0 ? ` It printed last: ${tail.join(" / ")}` : "";
  return new OperationFailure(
    "gate_failed",
    `The gate "${name}" does not let this upgrade begin. ${ended}${printed}`,
    `Nothing was changed. See its output above; it lets pass with exit status ${accept.join(" or ")}.`,
    failure
  );
}

// src/changeover/rolling-hosts.ts
var MAX_BATCH_BYTES = 1e5;
var MAX_PRINTED_BYTES = 1024 * 1024;
var MAX_HOSTS = 1e4;
var HOST = /^(?!-)[A-Za-z0-9._:-]{1,253}$/;
async function hostsOf(step, site, signal) {
  const { name, hosts } = step;
  if (Array.isArray(hosts)) return hosts;
  const names = { CHANGEOVER_STEP: name };
  const title = `The hosts command of ${name}`;
  const printed = await site.print("rolling", hosts, signal, title, names, MAX_PRINTED_BYTES);
  if (printed.length > MAX_PRINTED_BYTES) throw invalid(name, "printed more than 1 MiB");
  const lines = printed.toString("utf8").split("\n");
  const found = new Set(lines.map((line) => line.trim()).filter(Boolean));
  if (found.size === 0) throw invalid(name, "printed no host");
  if (found.size > MAX_HOSTS) throw invalid(name, `printed ${found.size} hosts, more than ${MAX_HOSTS}`);
  for (const host of found) {
    if (!HOST.test(host)) throw invalid(name, `printed ${shown(host)}, which is no name of a host`);
  }
  return [...found];
}
function batchesOf(step, hosts) {
  const { name, batch = 1 } = step;
  const sizes = Array.isArray(batch) ? batch : [batch];
  const batches = [];
  for (let at = 0; at < hosts.length; ) {
    const size = sizes[Math.min(batches.length, sizes.length - 1)] ?? 1;
    const next = hosts.slice(at, at + hostsIn(size, hosts.length));
    if (next.join(",").length > MAX_BATCH_BYTES) {
      throw new OperationFailure(
        "hosts_invalid",
        `A batch of ${name} has ${next.length} hosts, whose names are too long for one variable.`,
        "Make the batches smaller."
      );
    }
    batches.push(next);
    at += next.length;
  }
  return batches;
}
function hostsIn(size, all) {
  if (typeof size === "number") return size;
  return Math.max(1, Math.floor(all * Number.parseInt(size, 10) / 100));
}
function hostsText(hosts, most = 20) {
  const more = hosts.length > most ? ` and ${hosts.length - most} more` : "";
  return `${hosts.slice(0, most).join(", ")}${more}`;
}
function shown(text) {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}\u2026` : text);
}
function invalid(step, what) {
  return new OperationFailure(
    "hosts_invalid",
    `The hosts command of ${step} ${what}.`,
    "It must print one host a line on standard output: letters, digits, dots, colons, dashes and underscores. Notes belong to standard error."
  );
}

// src/changeover/rolling-record.ts
function leftToRoll({ rolling }) {
  return rolling === void 0 ? {} : { rolling: "pending" };
}
function held(state, color) {
  return state[color ?? "in_place"];
}
function withRollingBegun(state, color, fresh) {
  if (color === null) {
    const own = held(state, null);
    const goesOn = own?.release.digest === fresh.release.digest && own.rolling === "pending";
    return goesOn ? state : withInPlace(state, fresh, fresh.since);
  }
  const other = held(state, otherColor(color));
  if (!other) return state;
  const { rolling: _void, ...rest } = other;
  return { ...state, [otherColor(color)]: rest };
}
function withBatch(state, color, step, hosts, done) {
  const own = held(state, color);
  if (!own) return state;
  const before2 = rolledOf(own, step).hosts;
  const rolled = { ...own.rolled, [step]: { hosts: [.../* @__PURE__ */ new Set([...before2, ...hosts])], done } };
  return { ...state, [color ?? "in_place"]: { ...own, rolled } };
}
function withAllRolled(state, color) {
  const own = held(state, color);
  if (!own) return state;
  const { rolling: _done, ...rest } = own;
  return { ...state, [color ?? "in_place"]: rest };
}
function rolledOf(holding, step) {
  const { rolled = {} } = holding ?? {};
  return (Object.hasOwn(rolled, step) ? rolled[step] : void 0) ?? { hosts: [], done: false };
}
function rolledReport(holding, steps, known) {
  return steps.map(({ name, hosts: listed }) => {
    const { hosts, done } = rolledOf(holding, name);
    const all = known.get(name) ?? (Array.isArray(listed) ? listed : void 0);
    const left = done ? [] : all?.filter((host) => !hosts.includes(host)) ?? null;
    return { name, hosts, left, done };
  });
}
function rolledText(report) {
  const done = report.flatMap(
    ({ name, hosts }) => hosts.length > 0 ? [`${name} (${hostsText(hosts)})`] : []
  );
  const left = report.flatMap(({ name, left: hosts, done: all }) => {
    if (all) return [];
    return [hosts === null ? name : `${name} (${hostsText(hosts)})`];
  });
  const rolled = done.length > 0 ? `Rolled: ${done.join("; ")}.` : "No host was rolled.";
  return left.length > 0 ? `${rolled} Not rolled: ${left.join("; ")}.` : rolled;
}
function staysRolled({ release, rolled = {} }) {
  const steps = Object.entries(rolled).filter(([, { hosts: hosts2 }]) => hosts2.length > 0);
  if (steps.length === 0) return "";
  const hosts = steps.map(([name, step]) => `${name} (${hostsText(step.hosts)})`);
  return `These hosts stay on ${release.version}: ${hosts.join("; ")}.`;
}

// src/changeover/site.ts
var Site = class {
  constructor(options, ports) {
    this.options = options;
    this.ports = ports;
    this.variables = variablesOf(options.settings, options.color, ports.processEnv);
  }
  options;
  ports;
  variables;
  /** Run one of the environment's commands. `more` are names that it gets beside those of its environment. */
  async run(phase, command, signal, title = `The ${phase} command`, more = {}) {
    await this.ports.runCommand(title, timed(command), this.context(phase, more), signal);
  }
  /** As {@link run}, for what the command prints on standard output: at most `maxBytes` and what is over in one piece. */
  async print(phase, command, signal, title, more, maxBytes) {
    const chunks = [];
    let bytes = 0;
    const onStdout = (chunk) => {
      if (bytes <= maxBytes) chunks.push(chunk);
      bytes += chunk.length;
    };
    const { shell, log } = this.ports;
    const listening = { run: (what, ...rest) => shell.run({ ...what, onStdout }, ...rest) };
    await commandRunner(listening, log)(title, timed(command), this.context(phase, more), signal);
    return Buffer.concat(chunks);
  }
  /** Those that are asked before users are on it (`verify`), or while they are (`bake`). */
  probes(phase) {
    const { verify: verify2 = [] } = this.options.settings;
    const other = this.other?.variables;
    return createProbes(verify2, this.context("verify"), this.ports.shell, { phase, other });
  }
  /** Probes of a part of the site: `more` are names that they may use beside those of its environment. */
  probesOf(settings, phase, more) {
    return createProbes(settings, this.context(phase, more), this.ports.shell);
  }
  /** Whether a probe needs the release's files. */
  get needsFiles() {
    return needFiles(this.options.settings.verify ?? []);
  }
  /** The color that users are on, or come from: what its commands and probes have. */
  get other() {
    const { settings, color, liveColor } = this.options;
    if (color === void 0 || liveColor === void 0 || color === liveColor) return void 0;
    const other = otherColor(color);
    const colors = settings.strategy === "blue_green" ? settings.colors : void 0;
    const variables = variablesOf(settings, other, this.ports.processEnv);
    return { variables, own: Object.keys(colors?.[other]?.env ?? {}) };
  }
  context(phase, more = {}) {
    const { environment, color, liveColor, release, operation } = this.options;
    const others = phase === "freeze" || phase === "verify" ? this.other : void 0;
    const prefixed = others?.own.map((name) => [`OTHER_${name}`, others.variables[name]]);
    const variables = { ...this.variables, ...Object.fromEntries(prefixed ?? []), ...more };
    return { environment, color, liveColor, release, phase, operation, variables };
  }
};
function routerOf(settings, ports) {
  const variables = variablesOf(settings, void 0, ports.processEnv);
  const { command } = settings.router;
  return ports.router(command ? { command } : expandDeep(settings.router, variables, "router"), variables);
}
function witnessOptions(settings, processEnv) {
  if (!settings.witness) return void 0;
  const { url, endpoints, rate, timeout, status } = settings.witness;
  const variables = variablesOf(settings, void 0, processEnv);
  const asked = url === void 0 ? (endpoints ?? []).map((endpoint, index) => ({
    name: endpoint.name,
    url: expand(endpoint.url, variables, `witness.endpoints[${index}].url`),
    status: endpoint.status ?? status
  })) : [{ name: "live", url: expand(url, variables, "witness.url"), status }];
  return { endpoints: asked, rate: rate ?? 20, timeoutMs: duration(timeout, "5s") };
}
function timed(command) {
  return { run: command.run, timeoutMs: duration(command.timeout, "30m") };
}

// src/changeover/preparation.ts
function releaseFolder(ports, name) {
  return join(ports.releasesFolder, `${name.version}-${name.digest.slice("sha256:".length, 19)}`);
}
async function fetchRelease(site, { release, journal, ports, signal }) {
  signal.throwIfAborted();
  if (!journal.hasDone("fetch")) await journal.enter("fetch");
  await ports.log.step(
    `Unpack ${release.manifest.version}`,
    () => ports.unpacked.unpack(release, site.options.release.folder)
  );
}
async function bringToRelease(site, run, color) {
  const { settings, journal, ports, signal, name } = run;
  const { log } = ports;
  await fetchRelease(site, run);
  await askGates(site, run);
  const expand2 = settings.strategy === "blue_green" ? settings.expand : void 0;
  if (expand2 && journal.hasToDo("expand")) {
    await journal.enter("expand");
    await log.step("Expand the schema", () => site.run("expand", expand2, signal));
  }
  const deploy2 = settings.deploy;
  if (deploy2 && journal.hasToDo("deploy")) {
    const began = { release: name, state: "deploying", since: journal.now(), settings };
    const holding = { ...began, ...commitOf(run.release) };
    await journal.enter("deploy", (state) => withDeploying(state, color, holding));
    const { environment, liveColor, release, operation } = site.options;
    const target = { environment, color: color ?? void 0, liveColor, release, operation };
    const deployer = runDeployer(timed(deploy2), site.variables, ports.runCommand);
    await log.step(
      `Deploy ${name.version}${color ? ` to ${color}` : ""}`,
      () => deployer.deploy(target, signal)
    );
  }
}
function commitOf({ manifest: { commit, dirty } }) {
  return dirty ? {} : { commit };
}
function withDeploying(state, color, holding) {
  const begun = { ...holding, ...leftToRoll(holding.settings) };
  if (color !== null) return withHolding(state, color, begun);
  const was = state.in_place;
  const goesOn = was?.rolling === "pending" && was.release.digest === holding.release.digest;
  const rolled = goesOn && was.rolled ? { rolled: was.rolled } : {};
  return withInPlace(state, { ...begun, ...rolled }, holding.since);
}
async function verify(site, { journal, ports, report, signal }) {
  const probes = site.probes("verify");
  if (probes.length === 0) return;
  signal.throwIfAborted();
  await journal.enter("verify");
  const names = probes.map(({ probe }) => probe.name).join(", ");
  await ports.log.step(
    `Ask whether ${site.options.color ?? "it"} is healthy: ${names}`,
    () => askUntilGood(probes, ports.clock, signal, report.probes.during("verify"))
  );
}
async function forgetOldReleases(state, ports) {
  const kept = new Set(
    [state.blue, state.green, state.in_place, state.in_place_previous].flatMap(
      (holding) => holding ? [releaseFolder(ports, holding.release)] : []
    )
  );
  await ports.unpacked.keepOnly(ports.releasesFolder, kept);
}

// src/changeover/named-release.ts
var DIGEST = /^sha256:[0-9a-f]{12,64}$/;
function isNamed(asked, { version, digest }) {
  return asked === version || DIGEST.test(asked) && digest.startsWith(asked);
}
function ensureOneRelease(state, asked) {
  if (!DIGEST.test(asked)) return;
  const digests = new Set(knownReleases(state).map(({ digest }) => digest));
  const meant = [...digests].filter((digest) => digest.startsWith(asked));
  if (meant.length < 2) return;
  throw new OperationFailure(
    "release_not_held",
    `${asked} is the beginning of ${meant.length} digests: ${meant.join(", ")}.`,
    "Give more digits of the one that is meant."
  );
}
function onceLive(state, asked) {
  const { blue, green, in_place, in_place_previous } = state;
  const held3 = [in_place_previous, in_place, blue, green].find(
    (holding) => holding && isNamed(asked, holding.release) && ["standby", "retiring", "retired"].includes(holding.state)
  );
  const ended = state.history.findLast(
    ({ release, outcome }) => isNamed(asked, release) && ["promoted", "restored"].includes(outcome)
  );
  return held3?.release ?? ended?.release;
}
function knownReleases(state) {
  const { blue, green, in_place, in_place_previous, history } = state;
  const held3 = [blue, green, in_place, in_place_previous].flatMap((holding) => holding?.release ?? []);
  return [...held3, ...history.map(({ release }) => release)];
}

// src/changeover/rollback-target.ts
function windowEnd(live, left) {
  return new Date(Date.parse(left.since) + duration(blueGreen(live.settings).rollback_window, "24h"));
}
function currentSettings(state) {
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
function chooseColor(state, asked, now) {
  const live = liveHolding(state);
  const from = state.live;
  if (!live || from === null) throw nothing("No release is live.");
  const to = otherColor(from);
  const target = state[to];
  if (asked !== void 0) ensureOneRelease(state, asked);
  if (asked !== void 0 && isNamed(asked, live.release)) {
    throw new OperationFailure("already_live", `${live.release.version} is live already.`, null);
  }
  if (!target) throw nothing(`${to} holds no release: ${live.release.version} is the first.`);
  const held3 = target.release.version;
  if (asked !== void 0 && !isNamed(asked, target.release)) {
    throw new OperationFailure("release_not_held", `${to} holds ${held3}, not ${asked}.`, deployInstead(asked));
  }
  switch (target.state) {
    case "retiring":
    case "retired":
      throw new OperationFailure(
        "contracted",
        `${held3}, on ${to}, was given up and torn down: its schema or its services are gone.`,
        deployInstead(held3)
      );
    case "deploying":
    case "ready":
      throw nothing(`${to} holds ${held3}, which never was live.`);
    case "rejected":
      if (asked === void 0)
        throw nothing(
          `${to} holds ${held3}, which users were taken off.`,
          `To use it all the same: --to ${held3}`
        );
      break;
    case "live":
    case "standby":
  }
  const closes = windowEnd(live, target);
  if (now > closes) {
    throw new OperationFailure(
      "window_closed",
      `The rollback window of ${held3} closed at ${closes.toISOString()}.`,
      deployInstead(held3)
    );
  }
  return { live, from, to, target, closes };
}
function nothing(message, remedy = "Deploy the release that you want: changeover deploy --release FILE") {
  return new OperationFailure("nothing_to_roll_back_to", message, remedy);
}
function deployInstead(version) {
  return `Deploy it forward instead: changeover deploy --release FILE, with the archive of ${version}.`;
}
function notHealthy(error, { live, to, target }) {
  const failure = asFailure(error);
  if (!(failure.cause instanceof ProbeFailed)) return failure;
  const { version } = target.release;
  const mend = failure.cause.reason === "cross_color" ? `The keys of the colors are not the same any more, and every user would be logged out: copy those of the live color to ${to}` : `Mend what the probe asks on ${to}`;
  const remedy = `Users stay on ${live.release.version}. ${mend}, and roll back again; or deploy the archive of ${version} forward.`;
  return new OperationFailure(failure.reason, failure.message, remedy, error);
}

// src/changeover/status.ts
async function statusOf(state, place, { clock, liveness }) {
  const live = liveHolding(state);
  return {
    schema: "changeover/status/v1",
    outcome: "consistent",
    reason: state.serial === 0 ? "never_deployed" : "no_drift",
    environment: state.environment,
    strategy: state.strategy,
    ledger: { place, serial: state.serial },
    live: live && { color: state.live, release: live.release },
    blue: held2(state.blue),
    green: held2(state.green),
    in_place: held2(state.in_place),
    operation: state.operation,
    unfinished: state.operation && await unfinishedOf(state.environment, state.operation, liveness),
    rollback: wayBack(state, clock.now()),
    router: null,
    drift: [],
    history: state.history.toReversed()
  };
}
function knownRouter(state, ports) {
  const to = state.operation?.to_color;
  const holdings = [liveHolding(state), to ? state[to] : null, state.blue, state.green];
  const settings = holdings.map((holding) => holding?.settings).find((each) => each?.strategy === "blue_green");
  return settings?.strategy === "blue_green" ? routerOf(settings, ports) : void 0;
}
function routerTruth(nodes) {
  const colors = new Set(nodes.map(({ current }) => current));
  const [first = null, second] = colors;
  return { current: colors.has(null) ? null : second === void 0 ? first : "split", nodes };
}
function liveProbes(state, ports) {
  const live = liveHolding(state);
  if (!live || state.live === null || live.settings.strategy !== "blue_green") return void 0;
  const release = { ...live.release, folder: releaseFolder(ports, live.release) };
  const { environment, live: color } = state;
  const options = { environment, settings: live.settings, color, liveColor: color, release };
  const site = new Site({ ...options, operation: "status" }, ports);
  return { color, probes: site.probes("bake") };
}
function held2(holding) {
  return holding && { release: holding.release, state: holding.state, since: holding.since };
}
function wayBack(state, now) {
  const live = liveHolding(state);
  const old = state.live && state[otherColor(state.live)];
  if (!live || old?.state !== "standby") return null;
  const until = windowEnd(live, old);
  return now > until ? null : { to: old.release.version, until: until.toISOString() };
}
async function unfinishedOf(environment, operation, liveness) {
  const { owner, phases, started_at } = operation;
  const last = phases.at(-1);
  const { state: run, why } = owner ? await liveness(owner) : { state: null, why: null };
  return {
    phase: last?.phase ?? "claim",
    since: last?.started_at ?? started_at,
    owner: owner?.name ?? null,
    run,
    why,
    remedy: remedyOf(environment, operation, run)
  };
}
function remedyOf(environment, operation, run) {
  const { kind, release, phases } = operation;
  const isFinal = !furthest(phases).way_back;
  const until = isFinal ? " --until finalized" : "";
  const back = `changeover rollback -e ${environment}`;
  const again = kind === "rollback" ? back : `changeover deploy -e ${environment} --release ${release.version}${until}`;
  const giveUp = kind === "rollback" || isFinal ? "" : `; to give it up, changeover abort -e ${environment}`;
  if (run === "alive") return "Its run is at work: wait until it ends.";
  if (run === "unknown") {
    return `Wait until it ends. If you know that its run is dead, go on with ${again} --take-over${giveUp && `${giveUp} --take-over`}.`;
  }
  return `To go on, ${again}${giveUp}.`;
}

export {
  OperationFailure,
  MoveFailure,
  asFailure,
  PHASES,
  ruleOf,
  furthest,
  hostsOf,
  batchesOf,
  hostsText,
  leftToRoll,
  held,
  withRollingBegun,
  withBatch,
  withAllRolled,
  rolledOf,
  rolledReport,
  rolledText,
  staysRolled,
  Site,
  routerOf,
  witnessOptions,
  releaseFolder,
  fetchRelease,
  bringToRelease,
  commitOf,
  verify,
  forgetOldReleases,
  isNamed,
  ensureOneRelease,
  onceLive,
  currentSettings,
  blueGreen,
  chooseColor,
  nothing,
  deployInstead,
  notHealthy,
  statusOf,
  knownRouter,
  routerTruth,
  liveProbes
};
