import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  addReports,
  freshReports,
  readJUnit
} from "./chunk-RMJXUFFO.js";
import "./chunk-HCAG3BBD.js";
import "./chunk-4Z36K7FC.js";
import {
  systemClock
} from "./chunk-D6BMXANV.js";
import {
  bash
} from "./chunk-TP5A5OSX.js";
import {
  withRelease
} from "./chunk-OSGUDG7E.js";
import {
  openRelease,
  unpackRelease
} from "./chunk-4SOFSJO6.js";
import "./chunk-O3AUF7BP.js";
import "./chunk-SFP3RZBH.js";
import {
  createProbes,
  runDeployer
} from "./chunk-SHCKD73G.js";
import {
  ProbeFailed,
  askUntilGood
} from "./chunk-AJMYSJQ4.js";
import {
  CommandFailed,
  commandRunner,
  shellCommand
} from "./chunk-P7UCZ7L7.js";
import {
  duration,
  variablesOf
} from "./chunk-WEE4WDUK.js";
import "./chunk-2RQJNVEV.js";
import "./chunk-T6ZMEY7V.js";
import "./chunk-775FTGG5.js";
import "./chunk-YRZ77VWT.js";
import {
  environmentOf
} from "./chunk-DRLVPPAE.js";
import {
  TOGETHER,
  serviceNeeds
} from "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import {
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/staging/run.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/staging/stages.ts
function stagesOf(services, needs) {
  const tested = new Set(services);
  const edges = new Map(services.map((service) => [service, testedNeeds(service, tested, needs)]));
  const depths = /* @__PURE__ */ new Map();
  const depthOf = (service) => {
    const known = depths.get(service);
    if (known !== void 0) return known;
    const depth = Math.max(0, ...(edges.get(service) ?? []).map((need) => depthOf(need) + 1));
    depths.set(service, depth);
    return depth;
  };
  const stages = [];
  for (const service of services) {
    const depth = depthOf(service);
    stages[depth] = [...stages[depth] ?? [], service];
  }
  return { stages, edges };
}
function testedNeeds(service, tested, needs) {
  const found = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  const queue = [...needs.get(service) ?? []];
  for (let need = queue.shift(); need !== void 0; need = queue.shift()) {
    if (seen.has(need)) continue;
    seen.add(need);
    if (tested.has(need)) found.add(need);
    else queue.push(...needs.get(need) ?? []);
  }
  return [...found];
}

// src/staging/test-command.ts
async function runTest(settings, name, context, ports, signal) {
  const command = { run: settings.run, timeoutMs: duration(settings.timeout, "30m") };
  const started = Date.now();
  const { ended, exitCode, durationMs } = await ports.shell.run(
    shellCommand(command, context),
    ports.log.output,
    signal
  );
  if (ended === "cancelled") throw signal.reason;
  const run = { name, exit_code: exitCode, duration_ms: durationMs, counts: null, failures: [] };
  if (ended === "timeout") return { ...run, outcome: "failed", reason: "timeout" };
  let report;
  try {
    report = settings.path === void 0 ? void 0 : await readReports(context.release.folder, settings.path, started);
  } catch (error) {
    const failures = [{ name: settings.path ?? "", message: messageOf(error) }];
    return { ...run, outcome: "failed", reason: "report_unreadable", failures };
  }
  const seen = { ...run, counts: report?.counts ?? null, failures: (report?.failures ?? []).map(told) };
  const reason = judge(exitCode, settings.path !== void 0, report);
  return { ...seen, outcome: reason === "passed" ? "passed" : "failed", reason };
}
function told({ name, message }) {
  return { name, message };
}
function judge(exitCode, promised, report) {
  const { tests = 0, failures = 0, errors = 0, skipped = 0 } = report?.counts ?? {};
  if (failures + errors > 0) return "cases_failed";
  if (exitCode !== 0) return "command_failed";
  if (!promised) return "passed";
  if (!report) return "report_missing";
  return tests - skipped > 0 ? "passed" : "no_tests_ran";
}
async function readReports(folder, pattern, started) {
  const reports = [];
  for await (const { path, text } of freshReports(folder, pattern, started)) {
    try {
      reports.push(readJUnit(text));
    } catch (error) {
      throw new Error(`${path} is no JUnit report: ${messageOf(error)}`, { cause: error });
    }
  }
  return reports.length > 0 ? addReports(reports) : void 0;
}

// src/staging/run.ts
async function runStagedTests(request, ports, signal) {
  const tests = request.settings.tests ?? {};
  if (Object.keys(tests).length === 0) {
    throw new UserError("no_tests", `The environment "${request.environment}" has no tests.`, {
      remedy: "Add some under environments \u2192 tests, by service."
    });
  }
  return inReleaseFolder(request, ports, (folder) => new StagedTest(request, folder, ports, signal).run());
}
async function runDown(request, ports, signal) {
  const { down } = request.settings;
  if (!down) return;
  await inReleaseFolder(
    request,
    ports,
    (folder) => new StagedTest(request, folder, ports, signal).command("down", "End the environment", down)
  );
}
async function inReleaseFolder(request, ports, work) {
  const root = await mkdtemp(join(tmpdir(), "changeover-test-"));
  try {
    const folder = join(root, "release");
    const { version } = request.release.manifest;
    await ports.log.step(`Unpack ${version}`, () => unpackRelease(request.release, folder));
    return await work(folder);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
var StagedTest = class {
  constructor(request, folder, ports, signal) {
    this.request = request;
    this.folder = folder;
    this.ports = ports;
    this.signal = signal;
    this.variables = variablesOf(request.settings, void 0, ports.processEnv);
    const services = Object.keys(request.settings.tests ?? {}).filter((name) => name !== TOGETHER);
    const { stages, edges } = stagesOf(services, serviceNeeds(request.release.settings));
    this.order = stages;
    this.needs = edges;
  }
  request;
  folder;
  ports;
  signal;
  started = performance.now();
  variables;
  stages = [];
  needs;
  order;
  async run() {
    if (this.request.settings.down) this.ports.onUp?.(this.folder);
    let result;
    let leftover;
    try {
      result = await this.upAndTest();
    } finally {
      leftover = await this.down();
    }
    if (leftover === void 0 || result.outcome !== "passed") return result;
    return this.broken(leftover, "down_failed");
  }
  async upAndTest() {
    const { up } = this.request.settings;
    try {
      if (up) await this.command("up", "Start the environment", up);
    } catch (error) {
      return this.broken(error, "up_failed");
    }
    try {
      await this.deploy();
    } catch (error) {
      return this.broken(error, "deploy_failed");
    }
    try {
      await this.verify();
    } catch (error) {
      return this.broken(error, "verify_failed");
    }
    try {
      return await this.testAll();
    } catch (error) {
      return this.broken(error, "cancelled");
    }
  }
  /** End the environment without the run's signal: what was started is ended, also after a cancelled run. */
  async down() {
    const { down } = this.request.settings;
    if (!down) return void 0;
    try {
      await this.command("down", "End the environment", down, null);
      this.ports.onDown?.();
      return void 0;
    } catch (error) {
      this.ports.log.warn(messageOf(error));
      return error;
    }
  }
  async testAll() {
    for (const [index, services] of this.order.entries()) {
      const stage = { stage: index + 1, services: [] };
      this.stages.push(stage);
      for (const service of services) stage.services.push(await this.testService(service));
    }
    const together = this.request.settings.tests?.[TOGETHER];
    if (together) {
      const bad2 = this.runs().find((run2) => run2.outcome !== "passed");
      const run = bad2 ? blocked(TOGETHER, bad2.service) : await this.testWith(TOGETHER, together);
      this.stages.push({ stage: this.order.length + 1, services: [run] });
    }
    const bad = this.runs().filter((run) => run.outcome !== "passed");
    if (bad.length === 0) return this.result("passed", "all_passed", `All ${this.runs().length} passed.`);
    const names = bad.map((run) => `${run.service} ${run.outcome}`).join(", ");
    return this.result("failed", "tests_failed", `Not good: ${names}.`);
  }
  async deploy() {
    const { deploy } = this.request.settings;
    if (!deploy) return;
    const { version, digest } = this.request.release.manifest;
    const command = { run: deploy.run, timeoutMs: duration(deploy.timeout, "30m") };
    const deployer = runDeployer(command, this.variables, this.ports.runCommand);
    await this.ports.log.step(
      `Deploy ${version} to ${this.request.environment}`,
      () => deployer.deploy(
        {
          environment: this.request.environment,
          color: void 0,
          liveColor: void 0,
          release: { version, digest, folder: this.folder },
          operation: "staged-test"
        },
        this.signal
      )
    );
  }
  /** A test that fails because a service was still starting would say nothing of the release. */
  async verify() {
    const probes = createProbes(this.request.settings.verify ?? [], this.context("verify"), this.ports.shell);
    if (probes.length === 0) return;
    await this.ports.log.step(
      "Ask whether it is healthy",
      () => askUntilGood(probes, systemClock, this.signal)
    );
  }
  async testService(service) {
    const bad = (this.needs.get(service) ?? []).find(
      (need) => this.runs().some((run) => run.service === need && run.outcome !== "passed")
    );
    return bad === void 0 ? this.testWith(service, this.request.settings.tests?.[service] ?? []) : blocked(service, bad);
  }
  async testWith(service, tests) {
    const runs = [];
    for (const [index, test] of tests.entries()) {
      const name = test.name ?? (tests.length === 1 ? service : `${service} ${index + 1}`);
      runs.push(
        await this.ports.log.step(
          `Test ${name}`,
          () => runTest(test, name, this.context(`test_${service}`), this.ports, this.signal)
        )
      );
    }
    const passed = runs.every((run) => run.outcome === "passed");
    return { service, outcome: passed ? "passed" : "failed", blocked_by: null, runs };
  }
  async command(phase, title, command, signal = this.signal) {
    const timed = { run: command.run, timeoutMs: duration(command.timeout, "30m") };
    await this.ports.log.step(
      title,
      () => this.ports.runCommand(`The ${phase} command`, timed, this.context(phase), signal ?? void 0)
    );
  }
  context(phase) {
    const { version, digest } = this.request.release.manifest;
    return {
      environment: this.request.environment,
      color: void 0,
      liveColor: void 0,
      release: { version, digest, folder: this.folder },
      phase,
      operation: "staged-test",
      variables: this.variables
    };
  }
  runs() {
    return this.stages.flatMap((stage) => stage.services);
  }
  /** What ended the whole test before its time: a cancelled run, a command that failed, or a defect of ours. */
  broken(error, reason) {
    if (this.signal.aborted) return this.result("failed", "cancelled", messageOf(error));
    if (error instanceof ProbeFailed) return this.result("failed", reason, error.message);
    if (!(error instanceof CommandFailed)) throw error;
    const last = error.tail.length > 0 ? ` It printed last: ${error.tail.slice(-3).join(" / ")}` : "";
    return this.result("failed", reason, `${error.message}${last}`);
  }
  result(outcome, reason, message) {
    const { version, digest } = this.request.release.manifest;
    return {
      schema: "changeover/test/v1",
      outcome,
      reason,
      message,
      environment: this.request.environment,
      release: { version, digest },
      stages: this.stages,
      needs: Object.fromEntries(this.needs),
      duration_ms: Math.round(performance.now() - this.started)
    };
  }
};
function blocked(service, by) {
  return { service, outcome: "blocked", blocked_by: by, runs: [] };
}

// src/staging/start.ts
async function startStagedTests(inputs, sources, log, signal, hooksOf = () => ({})) {
  return withRelease(inputs, sources, { log, signal }, (release) => {
    const { environment } = inputs;
    const hooks = hooksOf({ environment, release: release.path, digest: release.manifest.digest });
    return runStagedTests(requestOf(environment, release), { ...realPorts(log), ...hooks }, signal);
  });
}
async function endEnvironment(inputs, log, signal) {
  const { environment, digest } = inputs;
  const release = await log.step(
    `Check the release ${inputs.release}`,
    () => openRelease(inputs.release, digest)
  );
  await runDown(requestOf(environment, release), realPorts(log), signal);
}
function requestOf(environment, release) {
  const settings = environmentOf(release.settings, environment);
  if (settings.strategy !== "in_place") {
    throw new UserError(
      "not_a_test_environment",
      `"${environment}" is blue-green; tests run in an environment that is changed in place.`,
      {
        remedy: "Name one with strategy: in_place, for example staging."
      }
    );
  }
  return { environment, settings, release };
}
function realPorts(log) {
  return { shell: bash, runCommand: commandRunner(bash, log), log, processEnv: process.env };
}
export {
  endEnvironment,
  startStagedTests
};
