import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  releasedFiles
} from "./chunk-BBNE5HW6.js";
import "./chunk-DT4USNCI.js";
import "./chunk-4Z36K7FC.js";
import {
  ledgerLogin
} from "./chunk-PGF25G2R.js";
import "./chunk-KFWHASM4.js";
import {
  GOOD_OUTCOMES
} from "./chunk-LYTWA5HS.js";
import {
  blocks,
  table
} from "./chunk-R5ICUCAN.js";
import {
  code,
  codeCell,
  inline,
  oneLine
} from "./chunk-4KQUTUGP.js";
import "./chunk-4SOFSJO6.js";
import "./chunk-O3AUF7BP.js";
import "./chunk-SFP3RZBH.js";
import {
  liveHolding
} from "./chunk-QK22Z7Q3.js";
import {
  commonUrl
} from "./chunk-P3YWCUWM.js";
import {
  GitError,
  WITHOUT_HOOKS,
  git,
  gitText,
  repositoryRoot
} from "./chunk-LIBN5DWY.js";
import {
  GitHubApi,
  isObject
} from "./chunk-BDYEJGLL.js";
import "./chunk-LGEIZY6T.js";
import "./chunk-OOEUXFNT.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import {
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/write-back/pull-request.ts
async function propose(access, { base, branch, title, body }, signal) {
  const api = new GitHubApi(access, `The pull requests of ${access.repository}`);
  const permission = "pull-requests: write";
  const [owner = ""] = access.repository.split("/");
  const query = new URLSearchParams({ state: "open", head: `${owner}:${branch}`, base });
  const open = await api.json(`/pulls?${query}`, permission, {}, signal);
  const number = Array.isArray(open) ? open.map(numberOf).find((each) => each !== void 0) : void 0;
  const answer = number === void 0 ? await api.json(
    "/pulls",
    permission,
    { method: "POST", body: { title, body, base, head: branch } },
    signal
  ) : await api.json(`/pulls/${number}`, permission, { method: "PATCH", body: { title, body } }, signal);
  return { url: isObject(answer) ? webAddress(answer.html_url) : null, isNew: number === void 0 };
}
function numberOf(data) {
  const number = isObject(data) ? data.number : void 0;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : void 0;
}
function webAddress(url) {
  return typeof url === "string" && /^https?:\/\/[^\s<>"]+$/.test(url) ? url : null;
}
function revertTitle(environment, version) {
  return oneLine(`Revert to ${version}, which ${environment} is on`);
}
function revertBody(result, commit, run2) {
  const { environment, live, outcome, reason, message, ended_at } = result;
  const release = live?.release;
  return blocks(
    `${inline(environment)} was rolled back to ${code(release?.version ?? "")}, but the branch still describes what came after it: the next deploy would bring that back.`,
    "This takes the files of the release from the commit that it was packaged from, and leaves all others as they are. Merge it, or close it when the branch has been mended in the meantime.",
    table(
      ["", ""],
      [
        ["Outcome", `${codeCell(outcome)} (${codeCell(reason)})`],
        ["What happened", inline(message)],
        ["Release", `${codeCell(release?.version ?? "")} ${codeCell(release?.digest ?? "")}`],
        ["Commit", codeCell(commit)],
        ["When", inline(ended_at)],
        ...run2 === void 0 ? [] : [["Run", run2]]
      ]
    )
  );
}

// src/write-back/revert-commit.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
var WriteBackFailed = class extends Error {
  constructor(reason, message, cause) {
    super(message, { cause });
    this.reason = reason;
    this.name = "WriteBackFailed";
  }
  reason;
};
var EMAIL = "changeover@localhost";
var WHO = {
  GIT_AUTHOR_NAME: "Changeover",
  GIT_AUTHOR_EMAIL: EMAIL,
  GIT_COMMITTER_NAME: "Changeover",
  GIT_COMMITTER_EMAIL: EMAIL
};
var FETCH = ["fetch", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--quiet"];
async function pushRevert(remote, { commit, base: asked, branch, message }) {
  const base = await baseOf(remote, asked);
  const own = `refs/changeover-write-back/${process.pid}`;
  try {
    const head = await fetched(remote, `refs/heads/${base}`, own);
    if (head === void 0) throw new WriteBackFailed("base_unknown", `The remote has no branch "${base}".`);
    await ensureCommit(remote, commit);
    const tree = await revertedTree(remote, head, commit);
    if (tree === await text(remote, ["rev-parse", `${head}^{tree}`])) return { base, pushed: "nothing" };
    const old = await fetched(remote, `refs/heads/${branch}`, own);
    if (old !== void 0 && await isThat(remote, old, tree, head)) return { base, pushed: "current" };
    await ensureOurs(remote, branch, old);
    const made = await text(remote, ["commit-tree", tree, "-p", head, "-m", message], WHO);
    await push(remote, branch, made, old);
    return { base, pushed: old === void 0 ? "new" : "moved" };
  } finally {
    await run(remote, ["update-ref", "-d", own]).catch(() => {
    });
  }
}
async function baseOf(remote, asked) {
  if (asked !== void 0) {
    const isName = await run(remote, ["check-ref-format", `refs/heads/${asked}`]).then(
      () => true,
      () => false
    );
    if (isName) return asked;
    throw new WriteBackFailed("base_unknown", `${JSON.stringify(asked)} cannot be the name of a branch.`);
  }
  const head = await reach(remote, ["ls-remote", "--symref", "--", remote.name, "HEAD"]);
  const [, name] = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(head) ?? [];
  if (name !== void 0) return name;
  throw new WriteBackFailed("base_unknown", "The remote does not say which is its default branch.");
}
async function fetched(remote, ref, own) {
  if (await reach(remote, ["ls-remote", "--", remote.name, ref]) === "") return void 0;
  await reach(remote, [...FETCH, "--", remote.name, `+${ref}:${own}`]);
  return text(remote, ["rev-parse", "--verify", `${own}^{commit}`]);
}
async function ensureCommit(remote, commit) {
  const has = () => text(remote, ["cat-file", "-t", `${commit}^{tree}`]);
  if (await has().catch(() => false)) return;
  const isShallow = await text(remote, ["rev-parse", "--is-shallow-repository"]) === "true";
  const depth = isShallow ? ["--depth=1"] : [];
  try {
    await run(remote, [...FETCH, ...depth, "--", remote.name, commit]);
    await has();
  } catch (error) {
    throw new WriteBackFailed(
      "commit_missing",
      `The clone does not have the commit ${commit}, and the remote does not give it: ${said(error)}`,
      error
    );
  }
}
async function revertedTree(remote, base, commit) {
  const { root } = remote;
  const { before, after } = await releasedIn(root, base, commit);
  const kept = new Set(after.map(({ path }) => path));
  const gone = before.filter(({ path }) => !kept.has(path));
  const zero = "0".repeat(commit.length);
  const lines = [
    ...gone.map(({ path }) => `0 ${zero}	${path}\0`),
    ...after.map(({ path, id, ...file }) => `${modeOf(file)} ${id}	${path}\0`)
  ];
  const folder = await mkdtemp(join(tmpdir(), "changeover-index-"));
  try {
    const env = { GIT_INDEX_FILE: join(folder, "index") };
    await run(remote, ["read-tree", base], env);
    await run(remote, ["update-index", "-z", "--index-info"], env, lines.join(""));
    return await text(remote, ["write-tree"], env);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
async function releasedIn(root, base, commit) {
  try {
    return await releasedFiles(root, base, commit);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new WriteBackFailed("manifest_unknown", messageOf(error), error);
  }
}
function modeOf({ type, executable }) {
  if (type === "symlink") return "120000";
  return executable ? "100755" : "100644";
}
async function isThat(remote, old, tree, head) {
  return await text(remote, ["show", "-s", "--format=%T %P", old]) === `${tree} ${head}`;
}
async function ensureOurs(remote, branch, old) {
  if (old === void 0 || await text(remote, ["show", "-s", "--format=%ce", old]) === EMAIL) return;
  throw new WriteBackFailed("branch_taken", `Somebody has put commits of their own on the branch ${branch}.`);
}
async function push(remote, branch, commit, old) {
  const ref = `refs/heads/${branch}`;
  const lease = `--force-with-lease=${ref}:${old ?? ""}`;
  try {
    await run(remote, ["push", "--quiet", "--no-verify", lease, "--", remote.name, `${commit}:${ref}`]);
  } catch (error) {
    throw new WriteBackFailed(
      "push_refused",
      `The branch ${branch} could not be pushed: ${said(error)}`,
      error
    );
  }
}
async function reach(remote, args) {
  try {
    return await text(remote, args);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new WriteBackFailed(
      "git_failed",
      `The remote "${remote.name}" cannot be read: ${said(error)}`,
      error
    );
  }
}
async function run({ root, env }, args, more = {}, input) {
  return git([...WITHOUT_HOOKS, ...args], {
    cwd: root,
    env: { ...env, ...more },
    ...input === void 0 ? {} : { input }
  });
}
async function text(remote, args, more = {}) {
  return (await run(remote, args, more)).toString("utf8").trim();
}
function said(error) {
  return error instanceof GitError ? error.stderr.trim() || error.message : messageOf(error);
}

// src/write-back/write-back.ts
async function withWriteBack(result, inputs, log, signal) {
  if (!GOOD_OUTCOMES.includes(result.outcome) || !result.live) return result;
  return { ...result, write_back: await writeBack(result, await liveNow(inputs, log), inputs, log, signal) };
}
async function liveNow(inputs, log) {
  const { ledgerPorts } = await import("./start-C5MEYTLN.js");
  try {
    const { ledger } = await ledgerPorts(inputs, log);
    return await ledger.read();
  } catch (error) {
    log.warn(`The ledger cannot be read: ${messageOf(error)}`);
    return void 0;
  }
}
async function writeBack(result, state, inputs, log, signal) {
  const branch = branchOf(result);
  try {
    return await log.step(
      "Write the rollback back to Git",
      () => proposed(result, state, branch, inputs, signal)
    );
  } catch (error) {
    const reason = error instanceof WriteBackFailed ? error.reason : "git_failed";
    const message = messageOf(error);
    log.warn(`The rollback was not written back to Git (${reason}): ${message}`);
    return {
      outcome: "failed",
      branch: reason === "github_refused" ? branch : null,
      url: null,
      reason,
      message
    };
  }
}
async function proposed(result, state, branch, inputs, signal) {
  const { version } = result.live?.release ?? { version: "" };
  const commit = commitOf(result, state);
  const { remote, address } = await remoteOf(inputs);
  const title = revertTitle(result.environment, version);
  const message = `${title}

The files of the release are those of ${commit}.`;
  const { base, pushed } = await pushRevert(remote, { commit, base: inputs.base, branch, message });
  if (pushed === "nothing") {
    const said2 = `${base} has the files of ${version} already.`;
    return { outcome: "nothing_to_change", branch: null, url: null, reason: null, message: said2 };
  }
  const gitHub = gitHubOf(address, inputs);
  if (!gitHub) {
    const said2 = `The branch ${branch} was pushed: open a pull request from it into ${base}.`;
    return { outcome: "pushed", branch, url: null, reason: null, message: said2 };
  }
  const { GITHUB_RUN_ID: id } = inputs.env;
  const run2 = id && /^\d+$/.test(id) ? `${gitHub.server}/${gitHub.access.repository}/actions/runs/${id}` : void 0;
  const body = revertBody(result, commit, run2);
  const { url, isNew } = await propose(gitHub.access, { base, branch, title, body }, signal).catch(
    (error) => {
      throw new WriteBackFailed(
        "github_refused",
        `The branch ${branch} was pushed. ${messageOf(error)}`,
        error
      );
    }
  );
  const outcome = isNew && pushed === "new" ? "proposed" : "updated";
  return { outcome, branch, url, reason: null, message: `${branch} is proposed for ${base}.` };
}
function commitOf({ live }, state) {
  const holding = state && liveHolding(state);
  if (holding?.commit !== void 0 && holding.release.digest === live?.release.digest) return holding.commit;
  throw new WriteBackFailed(
    "commit_unknown",
    `The ledger does not know which commit ${live?.release.version ?? "the live release"} was packaged from.`
  );
}
function branchOf({ environment, live }) {
  const plain = (text2) => text2.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replaceAll(/\.{2,}/g, ".");
  const version = plain(live?.release.version ?? "").replace(/\.(lock)?$/, "-");
  return `changeover/revert-${plain(environment)}-to-${version}`;
}
async function remoteOf({ folder, remote = "origin", token, env }) {
  const root = await repositoryRoot(folder);
  const address = await gitText(["config", "--get", `remote.${remote}.url`], { cwd: root }).catch(() => "");
  if (address === "") throw new WriteBackFailed("remote_unknown", `The repository has no remote "${remote}".`);
  const login = await ledgerLogin(root, address, token, env);
  const found = { root, name: remote, env: login };
  return { remote: found, address };
}
function gitHubOf(address, { token, env }) {
  const server = (env.GITHUB_SERVER_URL || "https://github.com").replace(/\/+$/, "");
  const url = commonUrl(address);
  if (!token || !url?.startsWith(`${server}/`)) return void 0;
  const repository = url.slice(server.length + 1);
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return void 0;
  return { server, access: { repository, token, apiUrl: env.GITHUB_API_URL } };
}
export {
  withWriteBack,
  writeBack
};
