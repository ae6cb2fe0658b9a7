import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  createProbes,
  isGoodStatus,
  needFiles,
  runDeployer
} from "./chunk-QGDO7QXF.js";
import {
  askUntilGood
} from "./chunk-AJMYSJQ4.js";
import {
  withHolding
} from "./chunk-22IZ6557.js";
import {
  duration,
  expand,
  expandDeep,
  variablesOf
} from "./chunk-WEE4WDUK.js";
import {
  HttpFailure,
  askHttp
} from "./chunk-2RQJNVEV.js";
import {
  unpackRelease
} from "./chunk-IOFBP4QD.js";
import {
  otherColor
} from "./chunk-T6ZMEY7V.js";

// src/changeover/witness.ts
var KEPT_FAILURES = 20;
function startWitness(options) {
  const started = /* @__PURE__ */ new Date();
  const origin = performance.now();
  const intervalMs = 1e3 / options.rate;
  const seen = { sent: 0, ok: 0, failed: 0, slowest: 0, firstFailure: 0, lastFailure: 0 };
  const kinds = {};
  const failures = [];
  const underWay = /* @__PURE__ */ new Set();
  const fail = (kind, sentAt) => {
    if (seen.failed === 0) seen.firstFailure = sentAt;
    seen.failed++;
    seen.lastFailure = performance.now();
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (failures.length < KEPT_FAILURES) {
      failures.push({ at: new Date(started.getTime() + sentAt - origin).toISOString(), kind });
    }
  };
  const send = async () => {
    const sentAt = performance.now();
    seen.sent++;
    try {
      const { status } = await askHttp({ url: options.url, timeoutMs: options.timeoutMs });
      if (isGoodStatus(status, options.status)) seen.ok++;
      else fail(`status_${status}`, sentAt);
    } catch (error) {
      fail(error instanceof HttpFailure ? error.kind : "unreachable", sentAt);
    }
    seen.slowest = Math.max(seen.slowest, performance.now() - sentAt);
  };
  const tick = () => {
    const due = Math.floor((performance.now() - origin) / intervalMs) + 1;
    while (seen.sent < due) {
      const request = send();
      underWay.add(request);
      void request.finally(() => underWay.delete(request));
    }
  };
  tick();
  const timer = setInterval(tick, Math.min(intervalMs, 20));
  let report;
  const finish = async () => {
    clearInterval(timer);
    await Promise.all(underWay);
    return {
      url: options.url,
      rate: options.rate,
      sent: seen.sent,
      ok: seen.ok,
      failed: seen.failed,
      failed_kinds: kinds,
      slowest_ms: Math.round(seen.slowest),
      outage_ms: Math.round(seen.lastFailure - seen.firstFailure),
      failures,
      started_at: started.toISOString(),
      ended_at: (/* @__PURE__ */ new Date()).toISOString()
    };
  };
  return {
    failed: () => seen.failed,
    stop: () => {
      report ??= finish();
      return report;
    }
  };
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
  /** Run one of the environment's commands, if it has it. */
  async run(phase, command, signal) {
    await this.ports.runCommand(`The ${phase} command`, timed(command), this.context(phase), signal);
  }
  /** Those that are asked before users are on it (`verify`), or while they are (`bake`). */
  probes(phase) {
    const { settings, color, liveColor } = this.options;
    const isCompared = color !== void 0 && liveColor !== void 0 && color !== liveColor;
    const other = isCompared ? variablesOf(settings, otherColor(color), this.ports.processEnv) : void 0;
    return createProbes(settings.verify ?? [], this.context("verify"), this.ports.shell, { phase, other });
  }
  /** Whether a probe needs the release's files. */
  get needsFiles() {
    return needFiles(this.options.settings.verify ?? []);
  }
  context(phase) {
    const { environment, color, liveColor, release, operation } = this.options;
    return { environment, color, liveColor, release, phase, operation, variables: this.variables };
  }
};
function routerOf(settings, ports) {
  const variables = variablesOf(settings, void 0, ports.processEnv);
  const { command } = settings.router;
  return ports.router(command ? { command } : expandDeep(settings.router, variables, "router"), variables);
}
function witnessOf(settings, ports) {
  if (!settings.witness) return void 0;
  const { url, rate, timeout, status } = settings.witness;
  const variables = variablesOf(settings, void 0, ports.processEnv);
  return startWitness({
    url: expand(url, variables, "witness.url"),
    rate: rate ?? 20,
    timeoutMs: duration(timeout, "5s"),
    status
  });
}
function budgetOf(settings) {
  return settings.witness?.budget?.failed ?? 0;
}
function timed(command) {
  return { run: command.run, timeoutMs: duration(command.timeout, "30m") };
}

// src/changeover/preparation.ts
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
function releaseFolder(ports, name) {
  return join(ports.releasesFolder, `${name.version}-${name.digest.slice("sha256:".length, 19)}`);
}
async function fetchRelease(site, { release, journal, ports, signal }) {
  signal.throwIfAborted();
  if (!journal.hasDone("fetch")) await journal.enter("fetch");
  await ports.log.step(`Unpack ${release.manifest.version}`, async () => {
    await mkdir(ports.releasesFolder, { recursive: true, mode: 448 });
    await unpackRelease(release, site.options.release.folder);
  });
}
async function bringToRelease(site, run, color) {
  const { settings, journal, ports, signal, name } = run;
  const { log } = ports;
  await fetchRelease(site, run);
  const expand2 = settings.strategy === "blue_green" ? settings.expand : void 0;
  if (expand2 && !journal.hasDone("expand")) {
    await journal.enter("expand");
    await log.step("Expand the schema", () => site.run("expand", expand2, signal));
  }
  const deploy = settings.deploy;
  if (deploy && !journal.hasDone("deploy")) {
    const holding = { release: name, state: "deploying", since: journal.now(), settings };
    await journal.enter("deploy", (state) => withHolding(state, color, holding));
    const { environment, liveColor, release, operation } = site.options;
    const target = { environment, color: color ?? void 0, liveColor, release, operation };
    const deployer = runDeployer(timed(deploy), site.variables, ports.runCommand);
    await log.step(
      `Deploy ${name.version}${color ? ` to ${color}` : ""}`,
      () => deployer.deploy(target, signal)
    );
  }
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
    [state.blue, state.green, state.in_place].flatMap(
      (holding) => holding ? [releaseFolder(ports, holding.release)] : []
    )
  );
  for (const name of await readdir(ports.releasesFolder).catch(() => [])) {
    const folder = join(ports.releasesFolder, name);
    if (!kept.has(folder)) await rm(folder, { recursive: true, force: true });
  }
}

export {
  Site,
  routerOf,
  witnessOf,
  budgetOf,
  releaseFolder,
  fetchRelease,
  bringToRelease,
  verify,
  forgetOldReleases
};
