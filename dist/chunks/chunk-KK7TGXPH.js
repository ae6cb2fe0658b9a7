import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  byPlace,
  checkDefinitions,
  detectedRelease,
  identityOf,
  saidRelease,
  severityOf,
  sorted,
  suppressions
} from "./chunk-N724N4JM.js";
import {
  MAX_REPORT_BYTES,
  freshReports,
  readJUnit
} from "./chunk-RMJXUFFO.js";
import {
  factsOf,
  requireKnownRules
} from "./chunk-OOT4JN5N.js";
import {
  require_picomatch
} from "./chunk-4Z36K7FC.js";
import {
  MAX_BYTES,
  ReadablePaths,
  definitionOf,
  isDefinitionName,
  listFiles,
  namedFiles,
  readDefinition,
  readText,
  tooLarge
} from "./chunk-BLGYSRL7.js";
import {
  readBlobs,
  splitNul,
  treeOf
} from "./chunk-KFWHASM4.js";
import {
  bash
} from "./chunk-TP5A5OSX.js";
import {
  duration,
  expandDeep
} from "./chunk-WEE4WDUK.js";
import {
  GitError,
  git,
  gitText,
  repositoryRoot
} from "./chunk-LIBN5DWY.js";
import {
  MANIFEST_FILE,
  loadManifestIfThere,
  parseYaml
} from "./chunk-DRLVPPAE.js";
import {
  SourceText,
  asRelease,
  asScalar,
  asSequence,
  childOf,
  requireRelease
} from "./chunk-ENQVGC6S.js";
import {
  silentLog
} from "./chunk-3IJZ65AX.js";
import {
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-WRJK5PWJ.js";

// src/definitions/checks/run-checks.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join as join3, resolve as resolve2 } from "node:path";

// src/platform/in-parallel.ts
async function inParallel(items, width, work) {
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

// src/definitions/checks/reported.ts
var KEPT_FINDINGS = 5e3;
var KEPT_MESSAGE = 1e3;
function oneLine(text2) {
  const line = text2.slice(0, 4 * KEPT_MESSAGE).replace(/\s+/g, " ").trim();
  return line.length > KEPT_MESSAGE ? `${line.slice(0, KEPT_MESSAGE - 1)}\u2026` : line;
}
function lineRange(line, column = 1, endLine = line, endColumn = column) {
  const start = { line: natural(line), column: natural(column) };
  const end = { line: Math.max(start.line, natural(endLine)), column: natural(endColumn) };
  if (end.line === start.line) end.column = Math.max(start.column, end.column);
  return { start, end };
}
var LARGEST = 2 ** 31 - 1;
function natural(value) {
  return Number.isFinite(value) ? Math.min(LARGEST, Math.max(1, Math.trunc(value))) : 1;
}

// src/definitions/checks/check-findings.ts
var CHECK_FAMILY = "check";
function checkRule(name) {
  return `${CHECK_FAMILY}/${name}`;
}
var SHOWN_LINES = 5;
function checkFindings(end, at, places, settings) {
  const { name } = end.settings;
  const rule = checkRule(name);
  const here = { file: MANIFEST_FILE, range: at };
  const findings = [];
  let outside = 0;
  for (const reported2 of end.report.findings) {
    const spot = places.find(reported2.places);
    if (spot === "outside") outside++;
    else if (spot === "nowhere") findings.push(found(rule, reported2, here, settings));
    else if ("file" in spot) findings.push(found(rule, reported2, spot, settings));
    else {
      const message = `${spot.missing}: ${reported2.message}`;
      findings.push(found(rule, { ...reported2, message }, here, settings));
    }
  }
  for (const own of ownFindings(end, findings.length)) findings.push(found(rule, own, here, settings));
  return { findings, outside };
}
function* ownFindings({ settings: { name }, failure, report, run, tail }, inside) {
  if (failure !== void 0) yield failed(`The check "${name}" ${failure}`, tail);
  else if (run.exit_code !== 0 && inside === 0) {
    const message2 = `The check "${name}" ended with exit status ${run.exit_code}, and all that it found stands outside of the folder`;
    yield failed(message2, tail);
  }
  if (report.more === 0) return;
  const message = `The check "${name}" found ${report.more} more problems than the ${report.findings.length} that are kept.`;
  yield { severity: "notice", message, help: "Mend those first, or run the check by itself." };
}
function failed(sentence, tail) {
  const last = tail.filter((line) => line.trim() !== "").slice(-SHOWN_LINES);
  const message = last.length === 0 ? `${sentence}.` : `${sentence}: ${oneLine(last.join(" | "))}`;
  return { severity: "error", message, help: "Run the check by itself to see all that it prints." };
}
function found(rule, { severity, message, help }, { file, range: { start, end } }, settings) {
  const place = { line: start.line, column: start.column, end_line: end.line, end_column: end.column };
  return { rule, severity: severityOf(rule, severity, settings), message, help, file, ...place };
}

// src/definitions/checks/manifest-places.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
var FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
async function checkPlaces(root) {
  const { documents } = parseYaml(await readFile(join(root, MANIFEST_FILE), "utf8").catch(() => ""));
  const checks = asSequence(childOf(childOf(documents[0], "validate"), "checks"));
  const places = /* @__PURE__ */ new Map();
  for (const item of checks?.items ?? []) {
    const name = asScalar(childOf(item, "name"));
    if (name) places.set(name.text, name.range);
  }
  return (name) => places.get(name) ?? FILE_START;
}

// src/definitions/checks/places.ts
import { realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
var Places = class {
  roots;
  known = /* @__PURE__ */ new Map();
  constructor(root) {
    this.roots = [.../* @__PURE__ */ new Set([resolve(root), realpathSync(root)])];
  }
  /** The first place that is a file of the folder. */
  find(places) {
    let best = "nowhere";
    for (const { path, range } of places) {
      const file = path === void 0 ? void 0 : this.inside(path);
      if (file === void 0) best = best === "nowhere" ? "outside" : best;
      else if (this.isFile(file)) return { file, range };
      else if (typeof best === "string") best = { missing: `${file}:${range.start.line}` };
    }
    return best;
  }
  /** The path below the folder, with `/`, or `undefined` when it leads out. */
  inside(path) {
    if (path.includes("\0")) return void 0;
    for (const root of this.roots) {
      const below = relative(root, resolve(root, path));
      if (below !== "" && below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below)) {
        return below.split(sep).join("/");
      }
    }
    return void 0;
  }
  isFile(file) {
    const known = this.known.get(file);
    if (known !== void 0) return known;
    const found2 = isRegular(resolve(this.roots[0] ?? "", file));
    this.known.set(file, found2);
    return found2;
  }
};
function isRegular(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

// src/definitions/checks/run-check.ts
import { writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/definitions/checks/environment.ts
var RUNNERS_OWN = /^(?:ACTIONS_(?:RUNTIME|ID_TOKEN|RESULTS|CACHE)_\w+|(?:INPUT|STATE)_.+|GITHUB_(?:OUTPUT|STATE))$/i;
function checkEnvironment({ name, env }, process2) {
  const removed = Object.keys(process2).filter((key) => RUNNERS_OWN.test(key));
  return {
    ...Object.fromEntries(removed.map((key) => [key, void 0])),
    CHANGEOVER_CHECK: name,
    ...expandDeep(env ?? {}, process2, `${name}.env`)
  };
}

// src/definitions/checks/judge-check.ts
function judge({ ended, exitCode }, timeout, report) {
  if (ended === "timeout") {
    return { reason: "timeout", failure: `did not end within ${timeout}, and was stopped` };
  }
  if (exitCode === null) return { reason: "command_failed", failure: "was ended by a signal" };
  const found2 = typeof report === "object" ? report.findings.length : 0;
  if (exitCode === 126 || exitCode === 127 || exitCode !== 0 && found2 === 0) {
    return { reason: "command_failed", failure: `ended with exit status ${exitCode}` };
  }
  if (report === "none") return { reason: "report_missing", failure: "wrote no report" };
  if (typeof report === "object" && report.broken !== void 0) {
    return {
      reason: "report_incomplete",
      failure: `did not run to its end, its report says: ${report.broken}`
    };
  }
  if (typeof report === "object" && report.ran === 0 && found2 === 0) {
    return { reason: "report_incomplete", failure: "ran no test, its report says" };
  }
  return { reason: found2 > 0 ? "findings" : "clean" };
}

// src/definitions/checks/log-file.ts
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
var MAX_LOG_BYTES = 64 * 1024 * 1024;
function openLog(path) {
  const stream = createWriteStream(path);
  const done = finished(stream);
  done.catch(() => {
  });
  let left = MAX_LOG_BYTES;
  return {
    path,
    line(text2) {
      if (left <= 0) return;
      left -= Buffer.byteLength(text2) + 1;
      stream.write(left > 0 ? `${text2}
` : "The rest is left out: it is too much.\n");
    },
    async end() {
      stream.end();
      await done;
    }
  };
}

// src/definitions/checks/junit-report.ts
function readJUnitReport(content) {
  const { counts, failures } = readJUnit(content, KEPT_FINDINGS);
  const findings = failures.map((failure) => ({
    severity: "error",
    message: oneLine(
      failure.message === "" ? `${failure.name} failed` : `${failure.name}: ${failure.message}`
    ),
    help: "Mend what the test found, or the test.",
    places: placesOf(failure)
  }));
  const more = counts.failures + counts.errors - findings.length;
  return { findings, more, ran: counts.tests - counts.skipped };
}
var TRACE_LINE = /^\s*(?:File "([^"\n]{1,500})", line (\d{1,9})|([^\s:"]{1,500}\.\w{1,10}):(\d{1,9}):)/;
function placesOf({ file, line, trace = "" }) {
  const traced = [];
  for (const text2 of trace.split("\n")) {
    const match = TRACE_LINE.exec(text2);
    if (match) traced.unshift({ path: match[1] ?? match[3], range: lineRange(Number(match[2] ?? match[4])) });
  }
  return file === void 0 ? traced : [{ path: file, range: lineRange(line ?? 1) }, ...traced];
}

// src/definitions/checks/json.ts
function mapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function list(value) {
  return Array.isArray(value) ? value : [];
}
function text(value) {
  return typeof value === "string" && value !== "" ? value : void 0;
}
function number(value) {
  return typeof value === "number" ? value : void 0;
}

// src/definitions/checks/sarif-places.ts
import { fileURLToPath } from "node:url";
function placesOf2(result, run) {
  const [first] = list(result.locations);
  const physical = mapping(mapping(first)?.physicalLocation);
  const artifact = artifactOf(mapping(physical?.artifactLocation), run);
  if (!artifact) return [];
  const region = mapping(physical?.region);
  const line = number(region?.startLine) ?? 1;
  const column = number(region?.startColumn);
  const range = lineRange(line, column, number(region?.endLine), number(region?.endColumn));
  return [{ path: pathOf(artifact, mapping(run.originalUriBaseIds)), range }];
}
function artifactOf(location, run) {
  if (!location || text(location.uri) !== void 0) return location;
  const listed = mapping(list(run.artifacts)[number(location.index) ?? -1]);
  return mapping(listed?.location);
}
var MAX_BASES = 10;
function pathOf(location, bases) {
  let uri = text(location.uri);
  if (uri === void 0) return void 0;
  let id = text(location.uriBaseId);
  for (let hops = 0; !hasScheme(uri) && id !== void 0 && hops < MAX_BASES; hops++) {
    const base = bases && Object.hasOwn(bases, id) ? mapping(bases[id]) : void 0;
    const folder = text(base?.uri);
    if (folder !== void 0 && !uri.startsWith("/")) uri = `${folder.replace(/\/?$/, "/")}${uri}`;
    id = text(base?.uriBaseId);
  }
  return asPath(uri);
}
function hasScheme(uri) {
  return /^[a-z][a-z0-9+.-]+:/i.test(uri);
}
function asPath(uri) {
  try {
    if (!hasScheme(uri)) return decodeURIComponent(uri);
    return /^file:/i.test(uri) ? fileURLToPath(uri) : void 0;
  } catch {
    return uri;
  }
}

// src/definitions/checks/sarif.ts
function readSarif(content) {
  const document = mapping(JSON.parse(content.replace(/^\ufeff/, "")));
  if (!document) throw new Error("it is no JSON object");
  if (!Array.isArray(document.runs)) throw new Error("it has no list of runs");
  const report = { findings: [], more: 0 };
  for (const run of list(document.runs)) readRun(mapping(run) ?? {}, report);
  return report;
}
function readRun(run, report) {
  if (list(mapping(run.externalPropertyFileReferences)?.results).length > 0) {
    throw new Error("its results stand in other files, which are not read");
  }
  const complaint = complaintOf(run);
  if (complaint !== void 0) report.broken ??= complaint;
  const rules = rulesOf(run);
  for (const item of list(run.results)) {
    const result = mapping(item);
    if (!result || !isFailure(result)) continue;
    if (report.findings.length >= KEPT_FINDINGS) report.more++;
    else report.findings.push(reported(result, run, rules));
  }
}
function complaintOf(run) {
  for (const item of list(run.invocations)) {
    const invocation = mapping(item);
    if (invocation?.executionSuccessful !== false) continue;
    const notifications = [
      ...list(invocation.toolExecutionNotifications),
      ...list(invocation.toolConfigurationNotifications)
    ].map(mapping);
    const worst = notifications.find((each) => each?.level === "error") ?? notifications[0];
    return oneLine(text(mapping(worst?.message)?.text) ?? "it does not say why");
  }
  return void 0;
}
function rulesOf(run) {
  const inOrder = list(mapping(mapping(run.tool)?.driver)?.rules).map(mapping);
  const byId = /* @__PURE__ */ new Map();
  for (const rule of inOrder) {
    const id = text(rule?.id);
    if (rule && id !== void 0) byId.set(id, rule);
  }
  return { byId, inOrder };
}
function isFailure(result) {
  const kind = text(result.kind) ?? "fail";
  if (!["fail", "open", "review"].includes(kind) || result.baselineState === "absent") return false;
  const suppressions2 = list(result.suppressions).map(mapping);
  return !suppressions2.some((each) => each && (each.status ?? "accepted") === "accepted");
}
function reported(result, run, { byId, inOrder }) {
  const reference = mapping(result.rule);
  const id = text(result.ruleId) ?? text(reference?.id);
  const rule = inOrder[number(result.ruleIndex) ?? number(reference?.index) ?? -1] ?? byId.get(id ?? "");
  const name = id ?? text(rule?.id);
  const said = oneLine(messageOf2(result, rule));
  const uri = text(rule?.helpUri);
  return {
    severity: severityOf2(text(result.level) ?? text(mapping(rule?.defaultConfiguration)?.level)),
    message: name === void 0 || said.startsWith(name) ? said : `${name}: ${said}`,
    help: uri === void 0 ? "Mend what the check complains of." : `See ${oneLine(uri)}`,
    places: placesOf2(result, run)
  };
}
var SEVERITIES = /* @__PURE__ */ new Map([
  ["error", "error"],
  ["warning", "warning"],
  ["note", "notice"],
  ["none", "notice"]
]);
function severityOf2(level) {
  return SEVERITIES.get(level ?? "warning") ?? "warning";
}
function messageOf2(result, rule) {
  const message = mapping(result.message);
  const direct = text(message?.text) ?? text(message?.markdown);
  const strings = mapping(rule?.messageStrings);
  const id = text(message?.id);
  const template = id !== void 0 && strings && Object.hasOwn(strings, id) ? mapping(strings[id]) : void 0;
  const words = list(message?.arguments);
  const filled = (direct ?? text(template?.text))?.replace(
    /\{(\d{1,3})\}/g,
    (whole, index) => text(words[Number(index)]) ?? whole
  );
  return filled ?? text(mapping(rule?.shortDescription)?.text) ?? "There is something to mend here.";
}

// src/definitions/checks/read-reports.ts
var READERS = {
  sarif: readSarif,
  junit: readJUnitReport
};
async function readReports(format, from) {
  const reports = [];
  const files = "output" in from ? from.output.reports() : freshReports(from.folder, from.glob, from.since);
  for await (const { path, text: text2 } of files) {
    try {
      reports.push(READERS[format](text2));
    } catch (error) {
      throw new Error(`${path} is no ${format === "sarif" ? "SARIF" : "JUnit"} report: ${messageOf(error)}`, {
        cause: error
      });
    }
  }
  return reports.length > 0 ? merged(reports) : void 0;
}
function merged(reports) {
  const all = reports.flatMap(({ findings: findings2 }) => findings2);
  const findings = all.slice(0, KEPT_FINDINGS);
  const more = reports.reduce((sum2, report) => sum2 + report.more, all.length - findings.length);
  const broken = reports.find((report) => report.broken !== void 0)?.broken;
  const ran = reports.some(({ ran: ran2 }) => ran2 !== void 0) ? reports.reduce((sum2, report) => sum2 + (report.ran ?? 0), 0) : void 0;
  return {
    findings,
    more,
    ...broken === void 0 ? {} : { broken },
    ...ran === void 0 ? {} : { ran }
  };
}
var ReportOutput = class {
  chunks = [];
  size = 0;
  take = (chunk) => {
    this.size += chunk.length;
    if (this.size <= MAX_REPORT_BYTES) this.chunks.push(chunk);
  };
  /** What came, as far as it was kept. */
  bytes() {
    return Buffer.concat(this.chunks);
  }
  *reports() {
    if (this.size > MAX_REPORT_BYTES)
      throw new Error(`standard output is larger than ${MAX_REPORT_BYTES} bytes`);
    const text2 = this.bytes().toString("utf8");
    if (text2.trim() !== "") yield { path: "standard output", text: text2 };
  }
};

// src/definitions/checks/run-check.ts
var DEFAULT_TIMEOUT = "10m";
var NOTHING = { findings: [], more: 0 };
async function runCheck(settings, context) {
  const { name, report: format = "exit", path, timeout = DEFAULT_TIMEOUT } = settings;
  const output = format !== "exit" && path === void 0 ? new ReportOutput() : void 0;
  const since = Date.now();
  const ran = await command(settings, context, output);
  if (ran instanceof UserError) {
    const failure = `could not be started: ${ran.message}`;
    const run2 = { exit_code: null, duration_ms: 0, log: null };
    return { settings, report: NOTHING, tail: [], run: run2, reason: "not_started", failure };
  }
  if (ran.ended === "cancelled") throw context.signal.reason;
  const log = join2(context.logs, `${name}.log`);
  const run = { exit_code: ran.exitCode, duration_ms: ran.durationMs, log };
  const end = { settings, tail: ran.tail, run };
  if (format === "exit") return { ...end, report: NOTHING, ...judge(ran, timeout, "unpromised") };
  try {
    const from = output ? { output } : { folder: context.root, glob: path ?? "", since };
    const report = await readReports(format, from);
    return { ...end, report: report ?? NOTHING, ...judge(ran, timeout, report ?? "none") };
  } catch (error) {
    const judged = judge(ran, timeout, "unpromised");
    const unreadable = {
      reason: "report_unreadable",
      failure: `gave no report: ${messageOf(error)}`
    };
    return { ...end, report: NOTHING, ...judged.failure === void 0 ? unreadable : judged };
  }
}
async function command(settings, { root, logs, shell, onLine, signal }, output) {
  const log = openLog(join2(logs, `${settings.name}.log`));
  try {
    const ran = await shell.run(
      {
        run: settings.run,
        cwd: root,
        env: checkEnvironment(settings, process.env),
        timeoutMs: duration(settings.timeout, DEFAULT_TIMEOUT),
        ...output ? { onStdout: output.take } : {}
      },
      (line) => {
        log.line(line);
        onLine(line);
      },
      signal
    );
    if (output) await writeFile(join2(logs, `${settings.name}.out`), output.bytes());
    return ran;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  } finally {
    await log.end();
  }
}

// src/definitions/checks/silenced.ts
import { realpath } from "node:fs/promises";
async function unsilenced(root, findings, log) {
  const places = new ReadablePaths(await realpath(root));
  const comments = /* @__PURE__ */ new Map();
  for (const { file } of findings) {
    if (!comments.has(file)) comments.set(file, commentsIn(places, file));
  }
  const kept = findings.filter(({ file, rule, line }) => !comments.get(file)?.(rule, line));
  if (kept.length < findings.length) {
    log.info(`${findings.length - kept.length} findings of checks are silenced by comments`);
  }
  return kept;
}
function commentsIn(places, file) {
  try {
    const place = places.find(file);
    const text2 = "real" in place ? readText(place.real) : void 0;
    return text2 === void 0 ? void 0 : suppressions({ text: text2 });
  } catch {
    return void 0;
  }
}

// src/definitions/checks/run-checks.ts
async function runChecks(options) {
  const { root, log, rules } = options;
  const checks = options.checks.filter(({ name }) => rules[checkRule(name)] !== "off");
  if (checks.length === 0) return { runs: [], findings: [] };
  const logs = await logFolder(options.logDir);
  let keep = true;
  try {
    log.info(
      `Running ${count(checks.length, "check")} of the repository: ${checks.map(({ name }) => name).join(", ")}`
    );
    const ends = await inParallel(checks, availableParallelism(), async (settings) => {
      const onLine = (line) => log.output(checks.length === 1 ? line : `${settings.name}: ${line}`);
      const end = await runCheck(settings, { ...options, logs, onLine });
      tell(end, log);
      return end;
    });
    keep = options.logDir !== void 0 || ends.some(({ failure }) => failure !== void 0);
    const { found: found2, runs } = await gathered(ends, options);
    return {
      findings: sorted(await unsilenced(root, found2, log)),
      runs: keep ? runs : runs.map((run) => ({ ...run, log: null }))
    };
  } catch (error) {
    keep = options.logDir !== void 0;
    throw error;
  } finally {
    if (!keep) await rm(logs, { recursive: true, force: true });
  }
}
async function gathered(ends, { root, ignore, rules, log }) {
  const at = await checkPlaces(root);
  const places = new Places(root);
  const isIgnored = (0, import_picomatch.default)([...ignore], { dot: true });
  const found2 = [];
  const runs = ends.map((end) => {
    const { name } = end.settings;
    const { findings, outside } = checkFindings(end, at(name), places, rules);
    if (outside > 0) log.warn(`${name}: ${count(outside, "finding")} outside of the folder left out`);
    const counted = findings.filter(({ file }) => !isIgnored(file));
    found2.push(...counted);
    return { name, reason: end.reason, ...end.run, findings: counted.length };
  });
  return { found: found2, runs };
}
function tell({ settings, failure, report, run }, log) {
  const seconds = `${(run.duration_ms / 1e3).toFixed(1)} s`;
  const found2 = report.findings.length + report.more;
  if (failure !== void 0)
    log.warn(`${settings.name} ${failure} (${seconds})${run.log ? `; all of it: ${run.log}` : ""}`);
  else log.info(`\u2714 ${settings.name}: ${found2 === 0 ? "nothing found" : count(found2, "finding")} (${seconds})`);
}
function count(number2, thing) {
  return `${number2} ${thing}${number2 === 1 ? "" : "s"}`;
}
async function logFolder(asked) {
  try {
    if (asked === void 0) return await mkdtemp(join3(tmpdir(), "changeover-checks-"));
    await mkdir(asked, { recursive: true });
    return resolve2(asked);
  } catch (error) {
    throw new UserError(
      "log_folder_unwritable",
      `Cannot write logs to ${asked ?? tmpdir()}: ${messageOf(error)}`,
      {
        remedy: "Name another folder with --log-dir.",
        cause: error
      }
    );
  }
}

// src/definitions/rule-settings.ts
function ruleSettings(written, checks) {
  const settings = { own: {}, checks: {} };
  for (const [rule, severity] of Object.entries(written)) {
    const target = rule.startsWith(`${CHECK_FAMILY}/`) ? settings.checks : settings.own;
    target[rule] = severity === false ? "off" : severity;
  }
  requireKnownRules(
    Object.keys(settings.checks),
    checks.map(({ name }) => checkRule(name))
  );
  return settings;
}

// src/definitions/base.ts
var import_picomatch2 = __toESM(require_picomatch(), 1);
import { posix } from "node:path";
async function readBase(root, ref, now, ignore) {
  const isIgnored = (0, import_picomatch2.default)([...ignore], { dot: true });
  const commit = await baseCommit(root, ref);
  const { touched, renamed } = await changesSince(root, commit);
  const tree = await treeOf(root, commit);
  const current = new Map(now.map((definition) => [definition.path, definition]));
  const definitions = [];
  const toRead = [];
  for (const entry of tree) {
    if (entry.mode === SUBMODULE || !isDefinitionName(entry.path) || isIgnored(entry.path)) continue;
    if (touched.has(entry.path) || entry.mode === LINK) toRead.push(entry);
    else {
      const same = current.get(entry.path);
      if (same) definitions.push(same);
    }
  }
  definitions.push(...await readEntries(root, tree, toRead));
  return {
    commit,
    definitions: definitions.sort((a, b) => a.path < b.path ? -1 : 1),
    files: new Set(tree.map(({ path }) => path)),
    renamed
  };
}
async function readTree(root, tree, isIgnored) {
  const wanted = tree.filter(
    ({ mode, path }) => mode !== SUBMODULE && isDefinitionName(path) && !isIgnored(path)
  );
  const definitions = await readEntries(root, tree, wanted);
  return definitions.sort((a, b) => a.path < b.path ? -1 : 1);
}
var LINK = "120000";
var SUBMODULE = "160000";
async function baseCommit(root, ref) {
  await repositoryRoot(root);
  const commit = await revision(root, ref);
  if (commit === void 0) {
    throw new UserError("unknown_base", `The repository has no commit ${JSON.stringify(ref)}.`, {
      remedy: "Give a branch, a tag or a commit. When it is missing from a shallow clone: git fetch --unshallow, or fetch-depth: 0 of actions/checkout."
    });
  }
  try {
    const common = await gitText(["merge-base", commit, "HEAD"], { cwd: root });
    return common === "" ? commit : common;
  } catch (error) {
    if (error instanceof GitError) return commit;
    throw error;
  }
}
async function revision(root, ref) {
  if (ref === "" || ref.startsWith("-")) return void 0;
  try {
    return await gitText(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`], { cwd: root });
  } catch (error) {
    if (error instanceof GitError) return void 0;
    throw error;
  }
}
async function changesSince(root, commit) {
  const args = ["diff", "--name-status", "-z", "-M", "--no-ext-diff", "--relative", commit, "--", "."];
  const words = splitNul(await git(args, { cwd: root })).map((word) => word.toString("utf8"));
  const touched = /* @__PURE__ */ new Set();
  const renamed = /* @__PURE__ */ new Map();
  for (let at = 0; at < words.length; ) {
    const status = words[at++] ?? "";
    const path = words[at++] ?? "";
    touched.add(path);
    if (/^[RC]/.test(status)) {
      const to = words[at++] ?? "";
      if (status.startsWith("R")) renamed.set(path, to);
    }
  }
  return { touched, renamed };
}
async function readEntries(root, tree, entries) {
  const links = await linksOf(root, tree, entries);
  const files = new Map(tree.filter(({ mode }) => mode !== SUBMODULE).map((entry) => [entry.path, entry]));
  const definitions = [];
  const found2 = [];
  for (const { path } of entries) {
    const file = files.get(resolved(path, links) ?? "");
    if (file === void 0 || file.mode === LINK) continue;
    if (file.size <= MAX_BYTES) found2.push({ path, id: file.id });
    else definitions.push(...present(tooLarge(path)));
  }
  const contents = await readBlobs(
    root,
    found2.map(({ id }) => id)
  );
  for (const [index, { path }] of found2.entries()) {
    const content = contents[index];
    if (content) definitions.push(...present(definitionOf(content, path)));
  }
  return definitions;
}
function present(definition) {
  return definition ? [definition] : [];
}
async function linksOf(root, tree, asked) {
  if (!asked.some(({ mode }) => mode === LINK)) return /* @__PURE__ */ new Map();
  const links = tree.filter(({ mode, size }) => mode === LINK && size < 4096);
  const targets = await readBlobs(
    root,
    links.map(({ id }) => id)
  );
  return new Map(links.map(({ path }, index) => [path, targets[index]?.toString("utf8") ?? ""]));
}
function resolved(path, links) {
  let rest = path.split("/");
  let done = [];
  for (let hops = 0; rest.length > 0; ) {
    const [name = "", ...after] = rest;
    const target = links.get([...done, name].join("/"));
    if (target === void 0) {
      done.push(name);
      rest = after;
      continue;
    }
    const next = posix.normalize(posix.join(...done, target, ...after));
    if (++hops > 40 || target.startsWith("/") || next.startsWith("../")) return void 0;
    done = [];
    rest = next.split("/");
  }
  return done.join("/");
}

// src/definitions/gather.ts
var import_picomatch3 = __toESM(require_picomatch(), 1);
import { realpath as realpath2 } from "node:fs/promises";
import { setImmediate as breath } from "node:timers/promises";
var FILES_AT_A_STRETCH = 100;
async function gather(options) {
  const listed = await listFiles(options.root);
  const root = await realpath2(options.root);
  const named = options.files && new Set(await namedFiles(options.root, options.files));
  const isIgnored = (0, import_picomatch3.default)([...options.ignore], { dot: true });
  const all = [.../* @__PURE__ */ new Set([...listed, ...named ?? []])].sort();
  const places = new ReadablePaths(root);
  const read = (path) => {
    if (!isDefinitionName(path)) return "other_name";
    if (isIgnored(path)) return "ignored";
    const place = places.find(path);
    return "skip" in place ? place.skip : readDefinition(place.real, path) ?? "other_content";
  };
  const definitions = [];
  const skipped = /* @__PURE__ */ new Map();
  for (const [index, path] of all.entries()) {
    const found2 = read(path);
    if (typeof found2 === "object") definitions.push(found2);
    else skipped.set(path, found2);
    if (index % FILES_AT_A_STRETCH === FILES_AT_A_STRETCH - 1) await breath();
  }
  return { files: new Set(all), definitions, skipped, isAsked: (path) => named?.has(path) ?? true };
}

// src/definitions/new-findings.ts
function newFindings(now, before, renamed) {
  const known = knownFindings(before, renamed);
  const lineOf = lineReader(now.definitions);
  const left = now.findings.filter((finding) => {
    const lines = known.get(identityOf(finding));
    return !(lines && take(lines, lineOf(finding)));
  });
  const counts = new Map([...known].map(([identity, lines]) => [identity, sum(lines)]));
  return left.filter((finding) => !take(counts, identityOf(finding)));
}
function knownFindings(before, renamed) {
  const lineOf = lineReader(before.definitions);
  const known = /* @__PURE__ */ new Map();
  for (const finding of before.findings) {
    const identity = identityOf({ ...finding, file: renamed.get(finding.file) ?? finding.file });
    const lines = known.get(identity) ?? /* @__PURE__ */ new Map();
    known.set(identity, lines);
    const line = lineOf(finding);
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return known;
}
function take(counts, key) {
  const n = counts.get(key) ?? 0;
  if (n > 0) counts.set(key, n - 1);
  return n > 0;
}
function sum(counts) {
  return [...counts.values()].reduce((total, n) => total + n, 0);
}
function lineReader(definitions) {
  const texts = new Map(definitions.map(({ path, text: text2 }) => [path, text2]));
  const sources = /* @__PURE__ */ new Map();
  return ({ file, line }) => {
    const source = sources.get(file) ?? new SourceText(texts.get(file) ?? "");
    sources.set(file, source);
    return source.line(line).trim();
  };
}

// src/definitions/upgrade.ts
var ORDER = ["notice", "warning", "error"];
function brokenByUpgrade(present2, target) {
  const before = /* @__PURE__ */ new Map();
  for (const finding of present2) {
    const ranks = before.get(placeOf(finding)) ?? [];
    ranks.push(ORDER.indexOf(finding.severity));
    before.set(placeOf(finding), ranks);
  }
  return target.filter((finding) => {
    const same = before.get(placeOf(finding))?.shift();
    return same === void 0 || same < ORDER.indexOf(finding.severity);
  });
}
function placeOf({ rule, file, line, column }) {
  return JSON.stringify([rule, file, line, column]);
}

// src/definitions/validate.ts
async function validateFolder(options) {
  requireKnownRules(Object.keys(options.rules));
  const log = options.log ?? silentLog;
  const gathered2 = await gather(options);
  const { definitions, skipped, isAsked } = gathered2;
  const checked = definitions.filter(({ path }) => isAsked(path));
  if (options.onFile) tellFiles(gathered2, options.onFile);
  const release = options.release ?? releaseOf(options.facts) ?? detectedRelease(definitions);
  if (release.note) log.warn(release.note);
  const all = check(gathered2, release, options);
  if (all.silenced > 0) log.info(`${all.silenced} findings are silenced by comments`);
  const { findings, base } = await sinceBase(all.findings, gathered2, release, options);
  return {
    schema: "changeover/validate/v1",
    ...verdict(findings, checked.length, base),
    openstack_release: release,
    ...options.target ? { target_release: options.target } : {},
    files: { checked: checked.length, skipped: [...skipped.keys()].filter(isAsked).length },
    skipped: countSkipped(gathered2),
    kinds: countKinds(checked.map(({ kind }) => kind)),
    findings,
    base
  };
}
function releaseOf(facts) {
  if (!facts) return void 0;
  return { name: facts.release, from: facts.isAssumed ? "newest" : "flag", assumed: facts.isAssumed };
}
function check({ definitions, files, isAsked }, release, { rules, facts, target }) {
  const checkFor = (known) => checkDefinitions(definitions, { rules, isAsked }, { facts: known, files });
  if (target === void 0) return checkFor(facts ?? factsOf(release.name, release.assumed));
  const present2 = checkFor(factsOf(release.name, false));
  const later = checkFor(factsOf(target, false));
  return { findings: brokenByUpgrade(present2.findings, later.findings), silenced: later.silenced };
}
async function sinceBase(findings, { definitions }, release, options) {
  const { base: ref, root, ignore } = options;
  if (ref === void 0) return { findings: [...findings], base: null };
  const base = await readBase(root, ref, definitions, ignore);
  const before = check({ ...base, isAsked: () => true }, release, options);
  const brought = newFindings(
    { findings, definitions },
    { findings: before.findings, definitions: base.definitions },
    base.renamed
  );
  const isNew = new Set(brought);
  options.onKnown?.(findings.filter((finding) => !isNew.has(finding)));
  return {
    findings: brought,
    base: { ref, commit: base.commit, known: findings.length - brought.length }
  };
}
function verdict(findings, checked, base = null) {
  if (findings.some(({ severity }) => severity === "error"))
    return { outcome: "failed", reason: "errors_found" };
  if (findings.length > 0) return { outcome: "passed", reason: "warnings_only" };
  if (base !== null && base.known > 0) return { outcome: "passed", reason: "nothing_new" };
  return { outcome: "passed", reason: checked === 0 ? "nothing_to_check" : "clean" };
}
function tellFiles({ definitions, skipped, isAsked }, tell2) {
  for (const { path, kind } of definitions) if (isAsked(path)) tell2(path, { kind });
  for (const [path, reason] of skipped) if (isAsked(path)) tell2(path, { skipped: reason });
}
function countSkipped({ skipped, isAsked }) {
  const counts = {};
  for (const [path, reason] of skipped) if (isAsked(path)) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
function countKinds(kinds) {
  const counts = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

// src/definitions/start.ts
async function startValidate(root, log, asked = {}, shell = bash) {
  const manifest = await manifestOrDefaults(root);
  const { base, onFile, onKnown } = asked;
  const target = asked.target === void 0 ? void 0 : requireRelease(asked.target);
  const release = chosenRelease(asked.release, manifest);
  const { ignore = [], checks = [] } = manifest?.validate ?? {};
  const rules = ruleSettings({ ...manifest?.validate?.rules, ...asked.rules }, checks);
  const controller = new AbortController();
  const signal = asked.signal ? AbortSignal.any([asked.signal, controller.signal]) : controller.signal;
  const { logDir } = asked;
  const checking = asked.checks === false || target !== void 0 ? void 0 : runChecks({ root, checks, ignore, rules: rules.checks, logDir, shell, log, signal });
  try {
    const result = await validateFolder({
      ...{ root, ignore, rules: rules.own, base, log },
      ...onFile ? { onFile } : {},
      ...onKnown ? { onKnown } : {},
      ...release ? { release } : {},
      ...target ? { target } : {}
    });
    return withChecks(result, await checking);
  } catch (error) {
    controller.abort(error);
    await checking?.catch(() => {
    });
    throw error;
  }
}
function chosenRelease(flag, manifest) {
  if (flag !== void 0) return saidRelease(requireRelease(flag), "flag");
  const said = asRelease(String(manifest?.openstack_release ?? ""));
  return said && saidRelease(said, "manifest");
}
function withChecks(result, checks) {
  if (!checks || checks.runs.length === 0) return result;
  const findings = [...result.findings, ...checks.findings].sort(byPlace);
  return {
    ...result,
    ...verdict(findings, result.files.checked + checks.runs.length, result.base),
    findings,
    checks: checks.runs
  };
}
async function manifestOrDefaults(root) {
  try {
    return await loadManifestIfThere(root);
  } catch (error) {
    if (error instanceof UserError && error.code === "manifest_invalid") return void 0;
    throw error;
  }
}

export {
  readTree,
  revision,
  ruleSettings,
  startValidate,
  chosenRelease
};
