import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError,
  systemCode
} from "./chunk-FB2AN6SX.js";

// src/platform/shell.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

// src/platform/process-tree.ts
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
var GRACE_MS = 2e3;
async function endProcessTree(pid) {
  const pids = new Set(await descendants(pid));
  signalAll(pid, pids, "SIGTERM");
  const deadline = performance.now() + GRACE_MS;
  while (performance.now() < deadline && [pid, ...pids].some(isAlive)) {
    await delay(25);
    for (const child of await descendants(pid)) pids.add(child);
  }
  signalAll(pid, pids, "SIGKILL");
}
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
function signalAll(leader, pids, signal) {
  for (const target of [-leader, leader, ...pids]) {
    try {
      process.kill(target, signal);
    } catch {
    }
  }
}
async function descendants(root) {
  const children = /* @__PURE__ */ new Map();
  const entries = await readdir("/proc").catch(() => []);
  for (const entry of entries) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    if (parent > 0) children.set(parent, [...children.get(parent) ?? [], Number(entry)]);
  }
  const found = [];
  const queue = [root];
  for (let next = queue.pop(); next !== void 0; next = queue.pop()) {
    const own = children.get(next) ?? [];
    found.push(...own);
    queue.push(...own);
  }
  return found;
}

// src/platform/shell.ts
var TAIL_LINES = 20;
var DRAIN_MS = 200;
var bash = {
  async run(command, onLine = () => {
  }, signal) {
    signal?.throwIfAborted();
    const started = performance.now();
    const child = spawn("bash", ["-euo", "pipefail", "-c", command.run], {
      cwd: command.cwd,
      env: { ...process.env, ...command.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true
      // a process group of its own, so that the whole tree can be ended
    });
    const tail = [];
    const keep = (line) => {
      tail.push(line);
      if (tail.length > TAIL_LINES) tail.shift();
      onLine(line);
    };
    const { onStdout } = command;
    if (onStdout) child.stdout.on("data", onStdout);
    const stdout = onStdout ? once(child.stdout, "end") : eachLine(child.stdout, keep);
    const closed = Promise.all([stdout, eachLine(child.stderr, keep)]);
    let ended = "exited";
    const stop = (why) => {
      ended = why;
      if (child.pid !== void 0) void endProcessTree(child.pid);
    };
    const timer = setTimeout(() => stop("timeout"), command.timeoutMs);
    const onAbort = () => stop("cancelled");
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      const exitCode = await exitOf(child, command.cwd);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, DRAIN_MS))]);
      return { exitCode, ended, durationMs: Math.round(performance.now() - started), tail };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      child.stdout.destroy();
      child.stderr.destroy();
    }
  }
};
function exitOf(child, cwd) {
  return new Promise((resolve, reject) => {
    child.once("exit", resolve);
    child.once("error", (error) => {
      if (systemCode(error) !== "ENOENT") return reject(error);
      reject(
        new UserError("shell_missing", `Cannot start bash in ${cwd}.`, {
          remedy: "Install bash, and check that the folder still exists.",
          cause: error
        })
      );
    });
  });
}
async function eachLine(stream, onLine) {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
    onLine(line);
}

export {
  isAlive,
  bash
};
