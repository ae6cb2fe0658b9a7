import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  sourceLines
} from "./chunk-PT45C5AD.js";
import {
  operationText,
  packageText,
  stagedTestText
} from "./chunk-D42WXNXI.js";
import {
  validateText
} from "./chunk-L67JIC67.js";
import "./chunk-B5OJDGD5.js";
import "./chunk-BLGYSRL7.js";
import "./chunk-YB7TKF5C.js";
import {
  table
} from "./chunk-PK4TSXVP.js";
import {
  bash
} from "./chunk-TP5A5OSX.js";
import "./chunk-SJ7NDGCA.js";
import "./chunk-LYTWA5HS.js";
import "./chunk-ZCR5SNU5.js";
import "./chunk-R5ICUCAN.js";
import "./chunk-NGMT643S.js";
import "./chunk-IMRJL5B6.js";
import "./chunk-BM2BY55Z.js";
import "./chunk-4KQUTUGP.js";
import {
  askHttp
} from "./chunk-2RQJNVEV.js";
import "./chunk-T6ZMEY7V.js";
import {
  git
} from "./chunk-LIBN5DWY.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import {
  textOptions
} from "./chunk-CI4WK5VK.js";
import "./chunk-IW3FMNSS.js";
import {
  Cancelled,
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/cli/demo/demo.ts
import { spawn } from "node:child_process";
import { styleText } from "node:util";

// src/cli/demo/workspace.ts
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
var EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));
var PORTS = [
  "REGION_ONE_KEYSTONE_PORT",
  "REGION_ONE_GLANCE_PORT",
  "REGION_ONE_BLUE_KEYSTONE_PORT",
  "REGION_ONE_BLUE_GLANCE_PORT",
  "REGION_ONE_GREEN_KEYSTONE_PORT",
  "REGION_ONE_GREEN_GLANCE_PORT",
  "REGION_ONE_STAGING_KEYSTONE_PORT",
  "REGION_ONE_STAGING_GLANCE_PORT",
  "REGION_ONE_STAGING_PLACEMENT_PORT"
];
var Workspace = class _Workspace {
  constructor(root, repository, releases, env) {
    this.root = root;
    this.repository = repository;
    this.releases = releases;
    this.env = env;
  }
  root;
  repository;
  releases;
  env;
  static async create() {
    const root = await mkdtemp(join(tmpdir(), "changeover-demo-"));
    const repository = join(root, "region-one");
    await cp(join(EXAMPLES, "region-one"), repository, { recursive: true }).catch((cause) => {
      throw new UserError(
        "example_missing",
        `The example is not where it should be: ${EXAMPLES}region-one.`,
        {
          remedy: "Run the demo from a checkout of Changeover.",
          cause
        }
      );
    });
    const ports = await freePorts(PORTS.length);
    const env = {
      CHANGEOVER_STATE_DIR: join(root, "state"),
      CHANGEOVER_NODE: process.execPath,
      REGION_ONE_RUN_DIR: join(root, "run")
    };
    for (const [index, name] of PORTS.entries()) env[name] = String(ports[index]);
    const workspace = new _Workspace(root, repository, join(root, "releases"), env);
    await workspace.git("init", "--quiet", "--initial-branch=main");
    await workspace.commit("Region one, as it runs");
    return workspace;
  }
  /** The address that users of the demo's Identity API connect to. */
  get liveUrl() {
    return `http://127.0.0.1:${this.env.REGION_ONE_KEYSTONE_PORT}/v3`;
  }
  async git(...args) {
    const identity = { GIT_AUTHOR_NAME: "Demo", GIT_AUTHOR_EMAIL: "demo@localhost" };
    const committer = { GIT_COMMITTER_NAME: "Demo", GIT_COMMITTER_EMAIL: "demo@localhost" };
    const config = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
    const env = { ...identity, ...committer, ...config };
    return (await git(args, { cwd: this.repository, env })).toString("utf8").trimEnd();
  }
  async commit(message) {
    await this.git("add", "--all");
    await this.git("commit", "--quiet", "--message", message);
  }
  /** Lay the files of examples/broken-change over the repository, as a careless pull request would. */
  async breakIt() {
    await this.git("switch", "--quiet", "--create", "broken-change");
    await cp(join(EXAMPLES, "broken-change"), this.repository, { recursive: true, force: true });
    await this.commit("A change that should not pass");
  }
  async mendIt() {
    await this.git("switch", "--quiet", "main");
  }
  /** A change that version 2 brings. */
  async change() {
    const path = join(this.repository, "openstack_deploy", "user_variables.yml");
    await writeFile(
      path,
      `${await readFile(path, "utf8")}
# Tokens live for two hours.
keystone_token_expiration: 7200
`
    );
    await this.commit("Let tokens live for two hours");
  }
  /** Run one of the example's scripts. @returns what it printed */
  async script(command, environment) {
    const lines = [];
    const env = { ...this.env, CHANGEOVER_ENVIRONMENT: environment };
    const run = { run: command, cwd: this.repository, env, timeoutMs: 3e4 };
    const { exitCode, tail } = await bash.run(run, (line) => lines.push(line));
    if (exitCode === 0) return lines;
    throw new UserError("demo_script_failed", `${command}: ${tail.join("\n")}`);
  }
  async makeReleasesFolder() {
    await mkdir(this.releases, { recursive: true });
  }
  async remove() {
    await rm(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
};
async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", () => resolve(server));
      });
    })
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === "object" && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

// src/cli/demo/demo.ts
async function runDemo(options) {
  const workspace = await Workspace.create();
  const demo = new Demo(workspace, options);
  const stop = new AbortController();
  const onSignal = (name) => stop.abort(new Cancelled(name));
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  try {
    await demo.run(stop.signal);
  } catch (error) {
    if (!stop.signal.aborted && !(error instanceof StepFailed)) throw error;
    process.stdout.write(`
${stop.signal.aborted ? "Stopped." : messageOf(error)}
`);
  } finally {
    await demo.cleanUp();
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
  demo.printSteps();
  return !stop.signal.aborted && demo.held;
}
var StepFailed = class extends Error {
};
var Demo = class {
  constructor(workspace, options) {
    this.workspace = workspace;
    this.options = options;
    this.environment = options.router === "haproxy" ? "lab" : "laptop";
  }
  workspace;
  options;
  steps = [];
  finished = false;
  environment;
  text = textOptions();
  get held() {
    return this.finished && this.steps.every((step) => step.held);
  }
  async run(signal) {
    const { workspace, environment } = this;
    this.say(`A repository of OpenStack definitions, in ${workspace.repository}`);
    if (this.options.router === "haproxy") await this.startHaproxy();
    this.heading("A pull request that should not pass");
    await workspace.breakIt();
    await this.step(
      "validate a broken change",
      signal,
      ["validate", "."],
      1,
      async (result) => {
        const lines = await sourceLines(workspace.repository, result.findings);
        this.say(validateText({ result, lines }, this.text));
        this.expect(
          result.outcome === "failed" && result.findings.some((finding) => finding.severity === "error"),
          "no error was found"
        );
        return `${result.findings.length} findings`;
      }
    );
    await workspace.mendIt();
    await this.step("validate the good one", signal, ["validate", "."], 0, (result) => {
      this.say(validateText({ result }, this.text));
      return result.reason;
    });
    this.heading("Two releases");
    await workspace.makeReleasesFolder();
    const first = await this.package("1.0.0", signal);
    await workspace.change();
    const second = await this.package("2.0.0", signal);
    this.expect(first.digest !== second.digest, "two releases have one digest");
    this.heading("Staged tests of version 2");
    const test = ["test", "--environment", "staging", "--release", second.path, "--digest", second.digest];
    await this.step("staged tests", signal, test, 0, (result) => {
      this.say(stagedTestText(result, this.text));
      return result.reason;
    });
    this.heading("Version 1 goes live");
    await this.deploy(first, signal);
    this.heading("Changing over to version 2, while a client keeps asking");
    await this.deploy(second, signal);
    this.heading("Rolling back");
    const rollback = ["rollback", "--environment", environment];
    await this.step(
      "roll back",
      signal,
      rollback,
      0,
      (result) => this.judge(result, "restored", true)
    );
    await this.expectServed("1.0.0");
    this.heading(`The ledger: git log refs/changeover/${environment}`);
    this.say(
      await workspace.git(
        "log",
        "--format=%h  %ad  %s",
        "--date=format:%H:%M:%S",
        `refs/changeover/${environment}`
      )
    );
    this.finished = true;
  }
  async package(version, signal) {
    const { releases } = this.workspace;
    let made;
    await this.step(
      `package ${version}`,
      signal,
      ["package", "--version", version, "--output", releases],
      0,
      (result) => {
        this.say(packageText(result, this.text));
        made = result;
        return result.outcome;
      }
    );
    if (!made) throw new StepFailed(`package ${version} made nothing`);
    return made;
  }
  async deploy(release, signal) {
    const args = [
      "deploy",
      "--environment",
      this.environment,
      "--release",
      release.path,
      "--digest",
      release.digest
    ];
    const first = release.version === "1.0.0";
    await this.step(
      `deploy ${release.version}`,
      signal,
      args,
      0,
      (result) => this.judge(result, "promoted", !first)
    );
    await this.expectServed(release.version);
  }
  judge(result, outcome, users) {
    this.say(operationText(result, this.text));
    const { sent = 0, failed = 0 } = result.witness ?? {};
    this.expect(result.outcome === outcome, `the outcome is ${result.outcome}, not ${outcome}`);
    this.expect(sent > 0, "the witness asked nothing");
    this.expect(failed === 0, `${failed} of ${sent} requests failed`);
    const switched = users && result.switch_ms !== null ? `, switched in ${result.switch_ms} ms` : "";
    return `${result.outcome}, ${failed} of ${sent} requests failed${switched}`;
  }
  /** Ask as a user would, and hold the answer to the version that should be live. */
  async expectServed(version) {
    const started = performance.now();
    const { headers } = await askHttp({ url: this.workspace.liveUrl, timeoutMs: 5e3 });
    const served = headers["x-release"] ?? "nothing";
    this.record(`users are served ${version}`, started, `x-release: ${served}`, served === version);
    if (served !== version) throw new StepFailed(`users are served ${served}, not ${version}`);
  }
  /** Run one command of this CLI as a user would, and hold it to its exit status and its result. */
  async step(title, signal, args, exitCode, judge) {
    const started = performance.now();
    const shown = args.map(
      (arg) => arg.replace(`${this.workspace.root}/`, "").replace(/^(sha256:.{8}).*/, "$1\u2026")
    );
    this.say(this.style("dim", `$ changeover ${shown.join(" ")}`));
    try {
      const run = await this.changeover([...args, "--format", "json"], signal);
      const result = JSON.parse(run.stdout || "{}");
      if (result.code !== void 0) throw new StepFailed(`${result.code}: ${result.message}`);
      const outcome = await judge(result);
      this.expect(run.exitCode === exitCode, `the exit status is ${run.exitCode}, expected ${exitCode}`);
      this.record(title, started, outcome, true);
    } catch (error) {
      this.record(title, started, messageOf(error), false);
      throw error instanceof StepFailed ? error : new StepFailed(messageOf(error));
    }
  }
  async changeover(args, signal) {
    signal.throwIfAborted();
    const script = process.argv[1] ?? "";
    const child = spawn(process.execPath, [script, ...args], {
      cwd: this.workspace.repository,
      env: { ...process.env, ...this.workspace.env },
      stdio: ["ignore", "pipe", "inherit"]
    });
    const onAbort = () => child.kill("SIGTERM");
    signal.addEventListener("abort", onAbort, { once: true });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      stdout += chunk;
    });
    try {
      const exitCode = await new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", resolve);
      });
      signal.throwIfAborted();
      return { exitCode, stdout };
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }
  async startHaproxy() {
    const lines = await this.workspace.script("./lab/up.sh", "lab").catch((error) => {
      throw error instanceof UserError && /needs HAProxy/.test(error.message) ? new UserError("haproxy_missing", "There is no HAProxy on this machine.", {
        remedy: "Install it (Debian: apt-get install haproxy), or leave --router out."
      }) : error;
    });
    for (const line of lines) {
      const [, name, value] = /^export (\w+)=(.*)$/.exec(line) ?? [];
      if (name && value) this.workspace.env[name] = value;
    }
  }
  /** End everything that was started: stand-ins, router, HAProxy; then the folder. */
  async cleanUp() {
    const { workspace, environment } = this;
    const endings = [
      [
        "the router",
        () => this.changeover(["router", "stop", "--environment", environment], new AbortController().signal)
      ],
      ["the stand-ins", () => workspace.script("./stand-ins/stop.sh", environment)],
      ["staging", () => workspace.script("./staging/down.sh", "staging")]
    ];
    if (environment === "lab") endings[0] = ["HAProxy", () => workspace.script("./lab/down.sh", "lab")];
    for (const [what, end] of endings) {
      await end().catch((error) => {
        this.record(`end ${what}`, performance.now(), messageOf(error), false);
      });
    }
    if (this.options.keep) this.say(`Kept: ${workspace.root}`);
    else await workspace.remove();
  }
  printSteps() {
    const rows = this.steps.map(({ title, ms, outcome, held }) => {
      const mark = held ? this.style("green", "\u2714") : this.style("red", "\u2716");
      return [`${mark} ${title}`, `${(ms / 1e3).toFixed(1)} s`, outcome];
    });
    this.heading("What was done");
    this.say(table(["step", "time", "outcome"], rows));
  }
  record(title, started, outcome, held) {
    this.steps.push({ title, outcome, ms: performance.now() - started, held });
  }
  expect(held, why) {
    if (!held) throw new StepFailed(why);
  }
  heading(text) {
    this.say(`
${this.style("bold", `\u2500\u2500 ${text} \u2500\u2500`)}`);
  }
  say(text) {
    process.stdout.write(`${text.trimEnd()}
`);
  }
  style(format, text) {
    return this.text.color ? styleText(format, text, { validateStream: false }) : text;
  }
};
export {
  runDemo
};
