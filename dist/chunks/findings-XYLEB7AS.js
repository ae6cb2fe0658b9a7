import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  gatherView
} from "./chunk-MDK4W7GC.js";
import {
  revision,
  startValidate
} from "./chunk-KK7TGXPH.js";
import "./chunk-N724N4JM.js";
import "./chunk-RMJXUFFO.js";
import "./chunk-HCAG3BBD.js";
import "./chunk-OOT4JN5N.js";
import "./chunk-LE2X64PV.js";
import "./chunk-4Z36K7FC.js";
import "./chunk-PT45C5AD.js";
import "./chunk-GO7XLY65.js";
import "./chunk-BLGYSRL7.js";
import "./chunk-YB7TKF5C.js";
import {
  writeFileAtomic
} from "./chunk-OGTRJA2A.js";
import "./chunk-KFWHASM4.js";
import "./chunk-TP5A5OSX.js";
import {
  pathInRepository
} from "./chunk-IMRJL5B6.js";
import "./chunk-WEE4WDUK.js";
import {
  GitError
} from "./chunk-LIBN5DWY.js";
import "./chunk-775FTGG5.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import {
  findingsIn
} from "./chunk-ECITOVFO.js";
import "./chunk-3IJZ65AX.js";
import "./chunk-YLO3EHPC.js";
import {
  error,
  info,
  notice,
  warning
} from "./chunk-SASW7LDL.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/github/findings.ts
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/github/annotations.ts
import { isAbsolute, relative, resolve, sep } from "node:path";
var LIMITS = { error: 9, warning: 9, notice: 10 };
var annotateWith = { error, warning, notice };
function annotate(findings, place, notAll) {
  let shown = 0;
  for (const severity of ["error", "warning", "notice"]) {
    const some = findings.filter((finding) => finding.severity === severity).slice(0, LIMITS[severity]);
    shown += some.length;
    for (const finding of some) {
      annotateWith[severity](`${finding.message}
${finding.help}`, properties(finding, place));
    }
  }
  if (shown < findings.length) info(notAll(shown));
}
function properties(finding, place) {
  const file = pathInCheckout(finding.file, place);
  if (file === void 0) return { title: `${finding.rule} in ${finding.file}` };
  const { line, column, end_line } = finding;
  const lines = { title: finding.rule, file, startLine: line, endLine: end_line };
  return line === end_line ? { ...lines, startColumn: column } : lines;
}
function pathInCheckout(file, { folder, workspace, prefix }) {
  if (workspace !== void 0) {
    const path = relative(resolve(workspace), resolve(folder, file));
    if (path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path)) return void 0;
  }
  return `${prefix}${file}`;
}

// src/github/base.ts
import { readFile } from "node:fs/promises";
async function baseFor(input, folder, log, env = process.env) {
  if (input === "none") return void 0;
  if (input !== "auto") return input;
  const target = await targetOf(env);
  if (target === void 0) return void 0;
  for (const candidate of [target, ...await parentOfMerge(folder, env)]) {
    if (await known(folder, candidate) !== void 0) return candidate;
  }
  log.info(
    `All findings are reported, also those from before this pull request: its base ${target} is not in the checkout. Give actions/checkout "fetch-depth: 2" to see only what is new, or set "base: none" to see all.`
  );
  return void 0;
}
async function targetOf({ GITHUB_EVENT_PATH: path }) {
  if (!path) return void 0;
  let event;
  try {
    event = JSON.parse(await readFile(path, "utf8"));
  } catch {
    return void 0;
  }
  const sha = at(event, "pull_request", "base", "sha") ?? at(event, "merge_group", "base_sha");
  return typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha) ? sha : void 0;
}
function at(value, ...keys) {
  let found = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null) return void 0;
    found = new Map(Object.entries(found)).get(key);
  }
  return found;
}
async function parentOfMerge(folder, { GITHUB_REF: ref = "", GITHUB_SHA: sha = "" }) {
  if (!/^refs\/pull\/\d+\/merge$/.test(ref)) return [];
  const isMerge = await known(folder, "HEAD") === sha && await known(folder, "HEAD^2") !== void 0;
  return isMerge ? ["HEAD^1"] : [];
}
async function known(folder, ref) {
  try {
    return await revision(folder, ref);
  } catch (error2) {
    if (error2 instanceof UserError) return void 0;
    throw error2;
  }
}

// src/github/findings.ts
async function findInAction(inputs, log, asked = {}, env = process.env) {
  const { path, failOn, checks, openstackRelease: release, targetRelease: target } = inputs;
  const base = await baseFor(inputs.base, path, log, env);
  const checked = /* @__PURE__ */ new Map();
  const onFile = (file, what) => {
    if ("kind" in what) checked.set(file, what.kind);
  };
  const known2 = [];
  const onKnown = (findings) => known2.push(...findings);
  const result = await log.step(
    "Check the definitions",
    () => startValidate(path, log, { ...asked, base, release, target, checks, onFile, onKnown })
  );
  const view = await gatherView(path, result, { failOn, checked, known: known2 }, env.GITHUB_WORKSPACE);
  const files = await writeFiles(view, env);
  const { prefix } = view;
  annotate(result.findings, { folder: path, workspace: env.GITHUB_WORKSPACE, prefix }, (shown) => {
    const all = inputs.summary ? `the job summary, and in ${files.report}` : files.report;
    return `${result.findings.length - shown} more findings are not shown beside their lines, since the runner shows ten of a kind per step. All of them are in ${all}`;
  });
  const link = await linkTo(view, path, env);
  const rest = "All of them are in the file that the output `report` names.";
  return { result, files, about: { failOn, link, rest } };
}
var FILES = [
  ["sarifFile", "sarif", "findings.sarif"],
  ["junitFile", "junit", "findings.junit.xml"],
  ["report", "markdown", "findings.md"]
];
async function writeFiles(view, env) {
  const temporary = env.RUNNER_TEMP || tmpdir();
  await mkdir(temporary, { recursive: true });
  const folder = await mkdtemp(join(temporary, "changeover-findings-"));
  const files = { sarifFile: "", junitFile: "", report: "" };
  for (const [key, format, name] of FILES) {
    files[key] = join(folder, name);
    await writeFileAtomic(files[key], await findingsIn(format, view, { color: false, docs: docsUrl(env) }));
  }
  return files;
}
function docsUrl({ GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, ...env }) {
  if (!server || !repository) return void 0;
  return `${server}/${repository}/blob/${env.GITHUB_ACTION_REF || "HEAD"}/docs/rules/`;
}
async function linkTo(view, folder, { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha }) {
  if (!server || !repository || !sha || await headOf(folder) !== sha) return void 0;
  return ({ file, line }) => {
    const path = pathInRepository(view, file).split("/").map(encoded).join("/");
    return `${server}/${repository}/blob/${sha}/${path}#L${line}`;
  };
}
async function headOf(folder) {
  try {
    return await revision(folder, "HEAD");
  } catch (error2) {
    if (error2 instanceof UserError || error2 instanceof GitError) return void 0;
    throw error2;
  }
}
function encoded(part) {
  return encodeURIComponent(part).replaceAll("(", "%28").replaceAll(")", "%29");
}
export {
  findInAction
};
