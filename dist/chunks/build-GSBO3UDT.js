import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  require_picomatch
} from "./chunk-4JAXF2T6.js";
import {
  changedFiles,
  checkVersion,
  digestOf,
  filesOfCommit,
  leavesTree,
  originUrl,
  writeArchive
} from "./chunk-GB56H6UI.js";
import {
  MANIFEST_FILE,
  parseManifest
} from "./chunk-KU3J3VL7.js";
import {
  GitError,
  gitText,
  repositoryRoot
} from "./chunk-D72PIMZP.js";
import "./chunk-JVUMTRSA.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-DIT3HX7E.js";

// src/release/build.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
async function buildRelease(options) {
  const root = await repositoryRoot(options.folder);
  if (relative(resolve(options.folder), root) !== "" && await gitText(["rev-parse", "--show-prefix"], { cwd: options.folder }) !== "") {
    throw new UserError("not_the_top_folder", `${options.folder} is inside the repository ${root}.`, {
      remedy: "Package the top folder of the repository; choose files with release.include."
    });
  }
  const commit = await headCommit(root);
  const changed = await changedFiles(root);
  if (changed.length > 0) {
    throw new UserError(
      "uncommitted_changes",
      `Tracked files differ from the commit: ${changed.slice(0, 5).join(", ")}.`,
      {
        remedy: "Commit them or take them back: a release is what was reviewed."
      }
    );
  }
  const [own] = await filesOfCommit(root, commit, (path2) => path2 === MANIFEST_FILE);
  if (!own) {
    throw new UserError("manifest_missing", `The commit has no ${MANIFEST_FILE}.`, {
      remedy: "Create and commit one; the smallest is two lines:  version: 1  and  name: my-cloud"
    });
  }
  const settings = parseManifest(own.content);
  const version = checkVersion(
    options.version ?? await gitText(["describe", "--tags", "--always"], { cwd: root })
  );
  const { include = ["**"], exclude = [] } = settings.release ?? {};
  const matches = (0, import_picomatch.default)(include, { dot: true, ignore: exclude });
  const files = await filesOfCommit(root, commit, (path2) => path2 === MANIFEST_FILE || matches(path2));
  if (!files.some((file) => matches(file.path))) {
    throw new UserError(
      "release_empty",
      "No tracked file is chosen by release.include and release.exclude.",
      {
        remedy: "Mend the globs in changeover.yml, and commit what you want to release."
      }
    );
  }
  for (const file of files) refuseEscapingLink(file);
  const manifest = await describe(settings.name, version, root, commit, files);
  await mkdir(options.output, { recursive: true });
  const path = join(options.output, `${manifest.name}-${version}.tar.gz`);
  await writeArchive(path, manifest, files);
  return packageResult("packaged", path, manifest);
}
function packageResult(outcome, path, manifest) {
  const { name, version, digest, commit, files } = manifest;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return {
    schema: "changeover/package/v1",
    outcome,
    name,
    version,
    digest,
    path,
    commit,
    files: files.length,
    bytes
  };
}
async function describe(name, version, root, commit, files) {
  const seconds = Number(await gitText(["show", "-s", "--format=%ct", commit], { cwd: root }));
  const manifest = {
    schema: "changeover/release/v1",
    name,
    version,
    commit,
    committed_at: new Date(seconds * 1e3).toISOString(),
    repository: await originUrl(root),
    files: files.map(({ path, type, executable, content }) => ({
      path,
      type,
      executable,
      size: content.length,
      sha256: createHash("sha256").update(content).digest("hex")
    }))
  };
  return { ...manifest, digest: digestOf(manifest) };
}
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
function refuseEscapingLink(file) {
  if (file.type !== "symlink" || !leavesTree(file.path, file.content.toString("utf8"))) return;
  throw new UserError(
    "link_leaves_tree",
    `${file.path} is a link to ${file.content.toString("utf8")}, outside the repository.`,
    {
      remedy: "Replace the link by the file, or leave it out with release.exclude."
    }
  );
}
export {
  buildRelease,
  packageResult
};
