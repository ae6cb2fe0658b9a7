import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError,
  systemCode
} from "./chunk-FB2AN6SX.js";

// src/platform/git.ts
import { spawn } from "node:child_process";
var GitError = class extends Error {
  exitCode;
  stderr;
  constructor(args, exitCode, stderr) {
    super(`git ${args.find(isCommand) ?? ""}: ${stderr.trim() || `exit status ${exitCode}`}`);
    this.name = "GitError";
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
};
function isCommand(arg, at, args) {
  return !arg.startsWith("-") && args[at - 1] !== "-c";
}
var WITHOUT_HOOKS = [
  ...["-c", "core.hooksPath=/dev/null"],
  ...["-c", "gc.auto=0", "-c", "maintenance.auto=false"]
];
function git(args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn("git", args, {
      cwd: options.cwd,
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C", ...options.env },
      stdio: ["pipe", "pipe", "pipe"]
    });
    const out = [];
    let bytes = 0;
    let stderr = "";
    const stop = (why) => {
      stderr += why;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => stop("no answer in time"), options.timeoutMs ?? 6e4);
    child.stdout.on("data", (chunk) => {
      bytes += chunk.length;
      if (bytes > (options.maxBytes ?? 1024 ** 3)) stop("the answer is too large");
      else out.push(chunk);
    });
    child.stderr.on("data", (chunk) => {
      if (stderr.length < 65536) stderr += chunk.toString("utf8");
    });
    child.stdin.on("error", () => {
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      if (systemCode(error) !== "ENOENT") return reject(error);
      reject(
        new UserError("git_missing", `Cannot start git in ${options.cwd}.`, {
          remedy: "Install git, and check that the folder exists.",
          cause: error
        })
      );
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new GitError(args, code, stderr));
    });
    child.stdin.end(options.input);
  });
}
async function gitText(args, options) {
  return (await git(args, options)).toString("utf8").trim();
}
async function repositoryRoot(folder) {
  try {
    return await gitText(["rev-parse", "--show-toplevel"], { cwd: folder });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const dubious = /dubious ownership/.test(error.stderr);
    throw new UserError("not_a_repository", `${folder} is not in a Git repository that git lets us read.`, {
      remedy: dubious ? `It belongs to another user. If you trust it: git config --global --add safe.directory ${folder}` : "Run git init there and commit, or choose another folder.",
      cause: error
    });
  }
}

export {
  GitError,
  WITHOUT_HOOKS,
  git,
  gitText,
  repositoryRoot
};
