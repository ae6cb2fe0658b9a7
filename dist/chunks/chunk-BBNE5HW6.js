import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  packageResult
} from "./chunk-DT4USNCI.js";
import {
  require_picomatch
} from "./chunk-4Z36K7FC.js";
import {
  readBlobs,
  splitNul
} from "./chunk-KFWHASM4.js";
import {
  openRelease
} from "./chunk-4SOFSJO6.js";
import {
  collision,
  escapingLink,
  isPlainPath,
  peekRelease,
  require_tar_stream
} from "./chunk-O3AUF7BP.js";
import {
  FILES_FOLDER,
  MAX_RELEASE_BYTES,
  MAX_RELEASE_FILES,
  RELEASE_MANIFEST,
  changedFiles,
  checkVersion,
  digestOf
} from "./chunk-SFP3RZBH.js";
import {
  originUrl
} from "./chunk-P3YWCUWM.js";
import {
  GitError,
  git,
  gitText,
  repositoryRoot
} from "./chunk-LIBN5DWY.js";
import {
  MANIFEST_FILE,
  parseManifest
} from "./chunk-DRLVPPAE.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-WRJK5PWJ.js";

// src/release/build.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { mkdir } from "node:fs/promises";
import { join as join2, relative, resolve as resolve2 } from "node:path";

// src/platform/git-stream.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
var SILENCE_MS = 6e4;
async function* streamBlobs(root, ids) {
  if (ids.length === 0) return;
  const args = ["cat-file", "--batch", "--buffer"];
  const child = spawn("git", args, {
    cwd: root,
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
    stdio: ["pipe", "pipe", "pipe"]
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    if (stderr.length < 65536) stderr += chunk.toString("utf8");
  });
  child.stdin.on("error", () => {
  });
  const ended = once(child, "close");
  ended.catch(() => {
  });
  child.stdin.end(`${ids.join("\n")}
`);
  const failed = (why) => new GitError(args, child.exitCode, stderr.trim() || why);
  const reader = new PieceReader(child.stdout, () => child.kill("SIGKILL"), failed);
  try {
    for (const id of ids) {
      const [, type, size] = (await reader.line()).split(" ");
      if (type !== "blob") throw failed(`${id} is ${type ?? "unreadable"}, expected a blob`);
      yield { size: Number(size), content: reader.take(Number(size)) };
      await reader.line();
    }
    const [code] = await ended;
    if (code !== 0) throw failed(`exit status ${code}`);
  } finally {
    child.kill("SIGKILL");
  }
}
var PieceReader = class {
  #chunks;
  #stop;
  #failed;
  #rest = Buffer.alloc(0);
  constructor(chunks, stop, failed) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#stop = stop;
    this.#failed = failed;
  }
  async line() {
    const parts = [];
    for (; ; ) {
      const end = this.#rest.indexOf(10);
      if (end !== -1) {
        parts.push(this.#rest.subarray(0, end));
        this.#rest = this.#rest.subarray(end + 1);
        return Buffer.concat(parts).toString("latin1");
      }
      parts.push(this.#rest);
      await this.#more();
    }
  }
  async *take(size) {
    for (let missing = size; missing > 0; ) {
      if (this.#rest.length === 0) await this.#more();
      const piece = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }
  async #more() {
    let silent = false;
    const timer = setTimeout(() => {
      silent = true;
      this.#stop();
    }, SILENCE_MS);
    try {
      const { done, value } = await this.#chunks.next();
      if (done) throw this.#failed(silent ? "no answer in time" : "it ended too early");
      this.#rest = value;
    } finally {
      clearTimeout(timer);
    }
  }
};

// src/release/checked.ts
function checkedFields(checked) {
  if (!checked) return { findings: null };
  const { kinds, openstackRelease, findings } = checked;
  return { kinds, openstack_release: openstackRelease, findings: counts(findings) };
}
function refuseFindings({ findings, secrets }, tolerateErrors) {
  if (secrets.length > 0) {
    throw new UserError(
      "secret_in_release",
      `The release would hold ${secrets.length === 1 ? "a secret" : `${secrets.length} secrets`} that everyone who has it can read: ${places(secrets)}`,
      {
        remedy: "Encrypt them (ansible-vault) or let them come from outside, and change those that are in Git already. What is no secret: # changeover: ignore RULE on its line."
      }
    );
  }
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length === 0 || tolerateErrors) return;
  const { warnings, notices } = counts(findings);
  throw new UserError(
    "definitions_invalid",
    `The definitions are not good (errors: ${errors.length}, warnings: ${warnings}, notices: ${notices}): ${places(errors)}`,
    {
      remedy: "See all of them with changeover validate, and mend the errors."
    }
  );
}
function counts(findings) {
  const of = (severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), notices: of("notice") };
}
function places(findings) {
  const first = findings.slice(0, 3).map(({ file, line, message, rule }) => `${file}:${line}: ${message} [${rule}]`);
  const more = findings.length - first.length;
  return `${first.join(" ")}${more > 0 ? ` And ${more} more.` : ""}`;
}

// src/release/content.ts
import { createHash } from "node:crypto";

// src/release/git-files.ts
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
async function headCommit(root) {
  try {
    return await gitText(["rev-parse", "--verify", "HEAD^{commit}"], { cwd: root });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UserError("no_commit", `The repository ${root} has no commit yet.`, {
      remedy: "Commit what you want to release.",
      cause: error
    });
  }
}
async function trackedFiles(root, tree, chosen) {
  const listing = await git(["ls-tree", "-r", "-z", "-l", "--full-tree", tree], { cwd: root });
  const entries = splitNul(listing).map(parseEntry).filter(({ path }) => chosen(path)).sort((a, b) => a.path < b.path ? -1 : 1);
  refuseSubmodules(entries);
  refusePaths(entries.map(({ path }) => path));
  refuseSize(entries);
  return entries.map(({ path, mode, id, size }) => ({
    ...{ path, id, size },
    type: mode === "120000" ? "symlink" : "file",
    executable: mode === "100755"
  }));
}
async function uncommittedFiles(root) {
  const status = await git(["status", "--porcelain", "-z", "--no-renames", "--untracked-files=no"], {
    cwd: root
  });
  return splitNul(status).map((line) => line.toString("utf8").slice(3));
}
async function workTree(root) {
  const folder = await mkdtemp(join(tmpdir(), "changeover-index-"));
  try {
    const index = join(folder, "index");
    const own = resolve(root, await gitText(["rev-parse", "--git-path", "index"], { cwd: root }));
    await copyFile(own, index).catch((error) => {
      if (systemCode(error) !== "ENOENT") throw error;
    });
    const env = { GIT_INDEX_FILE: index };
    await git(["add", "--update", "."], { cwd: root, env });
    return await gitText(["write-tree"], { cwd: root, env });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
function refuseSubmodules(entries) {
  const submodules = entries.filter(({ mode }) => mode === "160000").map(({ path }) => path);
  if (submodules.length === 0) return;
  throw new UserError(
    "submodule_in_release",
    submodules.length === 1 ? `${submodules[0]} is a submodule; a release cannot hold it.` : `${some(submodules)} are submodules; a release cannot hold them.`,
    { remedy: "Leave it out with release.exclude, or copy its files into the repository." }
  );
}
function refusePaths(paths) {
  const odd = paths.find((path) => !isPlainPath(path));
  if (odd !== void 0) {
    throw new UserError("path_not_portable", `The file name ${JSON.stringify(odd)} is none for a release.`, {
      remedy: "Rename the file, or leave it out with release.exclude: a backslash or a control character in a name means something else elsewhere."
    });
  }
  const collided = collision(paths);
  if (collided) {
    const { one, other } = collided;
    throw new UserError(
      "paths_collide",
      `${one} and ${other} differ only in case or in how an accent is written${one === other ? "" : ` (${JSON.stringify([escaped(one), escaped(other)])})`}.`,
      {
        remedy: "Rename one of them, or leave it out with release.exclude: some file systems hold only one of the two."
      }
    );
  }
}
function refuseSize(entries) {
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= MAX_RELEASE_BYTES && entries.length <= MAX_RELEASE_FILES) return;
  const largest = entries.toSorted((a, b) => b.size - a.size)[0];
  throw new UserError(
    "release_too_large",
    `The release would hold ${entries.length} files of together ${bytes} bytes; the most are ${MAX_RELEASE_FILES} files and ${MAX_RELEASE_BYTES} bytes.${largest ? ` The largest is ${largest.path}.` : ""}`,
    { remedy: "Choose fewer files with release.include and release.exclude." }
  );
}
function some(names) {
  const more = names.length - 5;
  return `${names.slice(0, 5).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
function escaped(text) {
  return text.replace(/[^\x20-\x7e]/gu, (character) => `U+${character.codePointAt(0)?.toString(16)}`);
}
function parseEntry(line) {
  const text = decode(line);
  const tab = text.indexOf("	");
  const [mode = "", , id = "", size = ""] = text.slice(0, tab).split(/ +/);
  return { mode, id, size: Number(size) || 0, path: text.slice(tab + 1) };
}
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserError(
      "git_unreadable_name",
      `The file name ${JSON.stringify(bytes.toString("latin1"))} is not UTF-8.`,
      {
        remedy: "Rename the file.",
        cause
      }
    );
  }
}

// src/release/content.ts
var LFS_POINTER = Buffer.from("version https://git-lfs.github.com/spec/");
var LFS_POINTER_BYTES = 1024;
async function describeFiles(root, files) {
  const described = [];
  const links = /* @__PURE__ */ new Map();
  const pointers = [];
  let at = 0;
  const ids = files.map(({ id }) => id);
  for await (const { size, content } of streamBlobs(root, ids)) {
    const file = files[at++];
    if (!file) break;
    const { path, type, executable } = file;
    const hash = createHash("sha256");
    const kept = [];
    for await (const piece of content) {
      hash.update(piece);
      if (type === "symlink" || size <= LFS_POINTER_BYTES) kept.push(piece);
    }
    const text = Buffer.concat(kept);
    if (type === "symlink") links.set(path, text.toString("utf8"));
    else if (text.subarray(0, LFS_POINTER.length).equals(LFS_POINTER)) pointers.push(path);
    described.push({ path, type, executable, size, sha256: hash.digest("hex") });
  }
  refuseEscapingLinks(links);
  refusePointers(pointers);
  return described;
}
function refuseEscapingLinks(links) {
  const path = escapingLink(links);
  if (path === void 0) return;
  throw new UserError(
    "link_leaves_tree",
    `${path} is a link to ${links.get(path)}, outside the repository.`,
    {
      remedy: "Replace the link by the file, or leave it out with release.exclude."
    }
  );
}
function refusePointers(pointers) {
  if (pointers.length === 0) return;
  throw new UserError(
    "lfs_pointer_in_release",
    `Git tracks only a Git LFS pointer for ${some(pointers)}: the release would hold the pointer, not the content.`,
    {
      remedy: "Bring the content back into Git (git lfs migrate export --include=\u2026), fetch it where it is deployed, or leave the file out with release.exclude."
    }
  );
}

// src/release/existing.ts
async function existingRelease(path) {
  try {
    return await peekRelease(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error.code === "release_missing") return void 0;
    throw new UserError("version_exists", `${path} is there already, and is no release: ${error.message}`, {
      remedy: "Look at what it is, then take it away or choose another output folder.",
      cause: error
    });
  }
}
function isOfOrigin(existing, origin) {
  return !origin.dirty && existing.dirty !== true && existing.name === origin.name && existing.version === origin.version && existing.commit === origin.commit && existing.repository === origin.repository && existing.previous?.digest === origin.previous && existing.findings !== null === origin.checked && !existing.findings?.errors;
}
function refuseOtherContent(path, existing, made) {
  if (existing.digest === made.digest) return;
  throw new UserError(
    "version_exists",
    `${path} is version ${existing.version} already, with other content: it is ${existing.digest} of commit ${existing.commit.slice(0, 12)}, and this would be ${made.digest} of commit ${made.commit.slice(0, 12)}.`,
    { remedy: "Choose another version; a version that is out is never used again." }
  );
}

// src/release/write-archive.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { createHash as createHash2 } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm as rm2 } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

// src/release/gzip.ts
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
var BLOCK = 1024 * 1024;
async function* gzipped(source) {
  const free = [];
  const underWay = [];
  for await (const { block, length } of blocksOf(source, free)) {
    const member = compress(block.subarray(0, length)).finally(() => free.push(block));
    member.catch(() => {
    });
    underWay.push(member);
    if (underWay.length > availableParallelism()) yield await underWay.shift();
  }
  for (const member of underWay) yield await member;
}
async function compress(content) {
  const member = await promisify(gzip)(content, { level: 6 });
  member[9] = 255;
  return member;
}
async function* blocksOf(source, free) {
  const next = () => free.pop() ?? Buffer.allocUnsafeSlow(BLOCK);
  let block = next();
  let length = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length; ) {
      const copied = piece.copy(block, length, at);
      at += copied;
      length += copied;
      if (length < BLOCK) continue;
      yield { block, length };
      block = next();
      length = 0;
    }
  }
  if (length > 0) yield { block, length };
}

// src/release/write-archive.ts
var ONE_PIECE = 256 * 1024;
async function writeArchive(path, manifest, contents) {
  const temporary = `${path}.${process.pid}.tmp`;
  const tar = (0, import_tar_stream.pack)();
  const filled = fill(tar, manifest, contents).catch((error) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  try {
    const written = pipeline(tar, gzipped, createWriteStream(temporary));
    const [first] = (await Promise.allSettled([filled, written])).flatMap(
      (end) => end.status === "rejected" ? [end.reason] : []
    );
    if (first !== void 0) throw await firstCause(written, first);
    await rename(temporary, path);
  } catch (error) {
    await rm2(temporary, { force: true });
    throw unwritable(path, error);
  }
}
async function firstCause(written, first) {
  const writing = await written.then(
    () => void 0,
    (error) => error
  );
  return writing !== void 0 && systemCode(writing) !== void 0 ? writing : first;
}
function unwritable(path, error) {
  if (error instanceof UserError || !/^E[A-Z]+$/.test(systemCode(error) ?? "")) return error;
  return new UserError("output_unwritable", `Cannot write ${path}: ${messageOf(error)}`, {
    remedy: "Choose another output folder.",
    cause: error
  });
}
async function fill(tar, manifest, contents) {
  const fixed = { uid: 0, gid: 0, uname: "", gname: "", mtime: new Date(manifest.committed_at) };
  const list = Buffer.from(`${JSON.stringify(manifest, null, 2)}
`);
  await addWhole(tar, { name: RELEASE_MANIFEST, mode: 420, ...fixed }, list);
  let at = 0;
  for await (const { size, content } of contents) {
    const file = manifest.files[at++];
    if (!file || size !== file.size) throw new Error("the files are not those of the list");
    const name = `${FILES_FOLDER}${file.path}`;
    const checked = checkedContent(file, content);
    if (file.type === "symlink") {
      const linkname = (await whole(checked)).toString("utf8");
      await addWhole(tar, { name, type: "symlink", linkname, mode: 511, ...fixed });
    } else {
      const header = { name, mode: file.executable ? 493 : 420, ...fixed };
      if (size <= ONE_PIECE) await addWhole(tar, header, await whole(checked));
      else await addStreamed(tar, { ...header, size }, checked);
    }
  }
  if (at !== manifest.files.length) throw new Error("files of the list are missing");
  tar.finalize();
}
async function* checkedContent(file, content) {
  const hash = createHash2("sha256");
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest("hex") !== file.sha256) throw new Error(`${file.path} changed while it was packaged`);
}
async function whole(content) {
  const pieces = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}
function addWhole(tar, header, content = Buffer.alloc(0)) {
  return new Promise((resolve3, reject) => {
    tar.entry(header, content, (error) => error ? reject(error) : resolve3()).on("error", reject);
  });
}
async function addStreamed(tar, header, content) {
  let settle = () => {
  };
  const entry = tar.entry(header, (error) => settle(error));
  const ended = new Promise((resolve3, reject) => {
    settle = (error) => error ? reject(error) : resolve3();
    entry.on("error", reject);
  });
  ended.catch(() => {
  });
  for await (const piece of content) {
    if (entry.write(piece)) continue;
    await Promise.race([new Promise((resolve3) => entry.once("drain", () => resolve3())), ended]);
  }
  entry.end(null);
  await ended;
}

// src/release/build.ts
async function buildRelease(options) {
  const source = await sourceOf(options);
  const { root, settings, version, tree } = source;
  const path = join2(options.output, `${settings.name}-${version}.tar.gz`);
  const existing = await existingRelease(path);
  const repository = await originUrl(root);
  const { previous, check } = options;
  const origin = {
    ...source,
    ...{ name: settings.name, repository, previous: previous?.digest, checked: check !== void 0 }
  };
  if (existing && isOfOrigin(existing, origin) && await isWhole(path, existing.digest)) {
    return packageResult("unchanged", path, existing);
  }
  const { files, isReleased } = await chosenFiles(root, tree, settings);
  const checked = await check?.({ root, tree, settings, isReleased });
  if (checked) refuseFindings(checked, options.tolerateErrors ?? false);
  const list = await describeFiles(root, files);
  const content = {
    schema: "changeover/release/v1",
    name: settings.name,
    version,
    commit: source.commit,
    committed_at: await commitTime(root, source.commit),
    ...source.dirty ? { dirty: true } : {},
    repository,
    ...checkedFields(checked),
    ...previous ? { previous: previousOf(previous, list) } : {},
    files: list
  };
  const manifest = { ...content, digest: digestOf(content) };
  if (existing) {
    refuseOtherContent(path, existing, manifest);
    if (await isWhole(path, existing.digest)) return packageResult("unchanged", path, existing);
  }
  await makeFolder(options.output);
  const ids = files.map(({ id }) => id);
  await writeArchive(path, manifest, streamBlobs(root, ids));
  return packageResult("packaged", path, manifest);
}
async function sourceOf(options) {
  const root = await topFolder(options.folder);
  const commit = await headCommit(root);
  const changed = await uncommittedFiles(root);
  const dirty = changed.length > 0;
  if (dirty && !options.allowDirty) {
    throw new UserError("uncommitted_changes", `Tracked files differ from the commit: ${some(changed)}.`, {
      remedy: "Commit them or take them back: a release is what was reviewed."
    });
  }
  const tree = dirty ? await workTree(root) : commit;
  const settings = await settingsOf(root, tree);
  const version = checkVersion(options.version ?? await describedVersion(root, dirty));
  return { root, commit, tree, dirty, settings, version };
}
async function topFolder(folder) {
  const root = await repositoryRoot(folder);
  if (relative(resolve2(folder), root) === "") return root;
  if (await gitText(["rev-parse", "--show-prefix"], { cwd: folder }) === "") return root;
  throw new UserError("not_the_top_folder", `${folder} is inside the repository ${root}.`, {
    remedy: "Package the top folder of the repository; choose files with release.include."
  });
}
async function settingsOf(root, tree) {
  const [own] = await trackedFiles(root, tree, (path) => path === MANIFEST_FILE);
  const [content] = own ? await readBlobs(root, [own.id]) : [];
  if (content) return parseManifest(content);
  throw new UserError("manifest_missing", `The commit has no ${MANIFEST_FILE}.`, {
    remedy: "Create and commit one; the smallest is two lines:  version: 1  and  name: my-cloud"
  });
}
function describedVersion(root, dirty) {
  return gitText(["describe", "--tags", "--always", ...dirty ? ["--dirty"] : []], { cwd: root });
}
async function chosenFiles(root, tree, settings) {
  const { isReleased, matches } = chooser(settings);
  const files = await trackedFiles(root, tree, isReleased);
  if (files.some((file) => matches(file.path))) return { files, isReleased };
  throw new UserError("release_empty", "No tracked file is chosen by release.include and release.exclude.", {
    remedy: "Mend the globs in changeover.yml, and commit what you want to release."
  });
}
function chooser({ release = {} }) {
  const { include = ["**"], exclude = [] } = release;
  const matches = (0, import_picomatch.default)(include, { dot: true, ignore: exclude, flags: "s" });
  return { matches, isReleased: (path) => path === MANIFEST_FILE || matches(path) };
}
async function releasedFiles(root, other, commit) {
  const { isReleased } = chooser(await settingsOf(root, commit));
  const [before, after] = await Promise.all(
    [other, commit].map((tree) => trackedFiles(root, tree, isReleased))
  );
  return { before: before ?? [], after: after ?? [] };
}
async function commitTime(root, commit) {
  const seconds = Number(await gitText(["show", "-s", "--format=%ct", commit], { cwd: root }));
  return new Date(seconds * 1e3).toISOString();
}
function previousOf({ version, digest, files }, list) {
  return { version, digest, changes: changedFiles(files, list) };
}
async function isWhole(path, digest) {
  try {
    await openRelease(path, digest);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
async function makeFolder(folder) {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UserError("output_unwritable", `Cannot make the folder ${folder}: ${messageOf(error)}`, {
      remedy: "Choose another output folder.",
      cause: error
    });
  }
}

export {
  buildRelease,
  releasedFiles
};
