import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  emptyState
} from "./chunk-22IZ6557.js";
import {
  RouterError
} from "./chunk-PH4DES75.js";
import {
  systemClock
} from "./chunk-D6BMXANV.js";
import {
  commandRunner,
  expandDeep,
  variablesOf
} from "./chunk-2HN66C2M.js";
import {
  bash,
  isAlive
} from "./chunk-YF4HMZJC.js";
import {
  GitError,
  git,
  gitText,
  repositoryRoot
} from "./chunk-D72PIMZP.js";
import {
  require_ucs2length
} from "./chunk-JVUMTRSA.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-DIT3HX7E.js";

// src/changeover/wire.ts
import { createHash as createHash2 } from "node:crypto";
import { join as join5 } from "node:path";
import { fileURLToPath } from "node:url";

// src/drivers/routers/haproxy.ts
import { constants } from "node:fs";
import { access, open as open2, realpath } from "node:fs/promises";
import { dirname as dirname2 } from "node:path";

// src/drivers/routers/haproxy-map.ts
var TOKEN = /^[A-Za-z0-9_.:-]+$/;
function routesOf(templates) {
  const routes = (color) => new Map(Object.entries(templates).map(([key, template]) => [key, template.replaceAll("{color}", color)]));
  const both = { blue: routes("blue"), green: routes("green") };
  const odd = [...both.blue].flat().find((text) => !TOKEN.test(text));
  if (odd !== void 0) {
    throw new UserError("bad_router_map", `The router's map has ${JSON.stringify(odd)}, which is no name.`, {
      remedy: "Keys and backends consist of letters, digits and the signs _ . : - only."
    });
  }
  if ([...both.blue].every(([key, backend]) => both.green.get(key) === backend)) {
    throw new UserError("bad_router_map", "No backend in the router's map has {color} in its name.", {
      remedy: 'Write, for example: keystone: "keystone_{color}".'
    });
  }
  return both;
}
function colorOf(node, entries, both) {
  const keys = [...both.blue.keys()];
  const values = new Map(entries.toReversed().map(({ key, value }) => [key, value]));
  if (!keys.some((key) => values.has(key))) return "none";
  const seen = /* @__PURE__ */ new Set();
  for (const key of keys) {
    const value = values.get(key);
    const [blue, green] = [both.blue.get(key), both.green.get(key)];
    if (value === void 0 || value !== blue && value !== green)
      throw wrongEntry(node, key, value, blue, green);
    if (value !== green) seen.add("blue");
    if (value !== blue) seen.add("green");
  }
  const [first, second] = seen;
  return first === void 0 || second !== void 0 ? "split" : first;
}
function wrongEntry(node, key, value = "", blue = "", green = "") {
  const message = value ? `the map sends ${key} to ${JSON.stringify(value)}, which is neither ${blue} nor ${green}.` : `the map has no entry for ${key}, though it has others of this router.`;
  return new RouterError("router_misconfigured", node, message, {
    remedy: `Correct the entry in HAProxy's memory and in the map file ("${key} ${blue}" or "${key} ${green}"), or the manifest.`
  });
}
function rerouteEntries(entries, routes) {
  const present = new Set(entries.map(({ key }) => key));
  return [
    ...entries.map(({ key, value }) => ({ key, value: routes.get(key) ?? value })),
    ...[...routes].filter(([key]) => !present.has(key)).map(([key, value]) => ({ key, value }))
  ];
}
function rerouteFile(text, routes) {
  const present = /* @__PURE__ */ new Set();
  const rerouted = text.replace(/^([ \t]*)([^\s#]\S*)([ \t]*)([^\r\n]*)/gm, (line, indent, key, gap2) => {
    const value = routes.get(key);
    if (value === void 0) return line;
    present.add(key);
    return `${indent}${key}${gap2 || " "}${value}`;
  });
  const missing = [...routes].filter(([key]) => !present.has(key)).map(([key, value]) => `${key} ${value}
`);
  const gap = missing.length > 0 && rerouted !== "" && !rerouted.endsWith("\n") ? "\n" : "";
  return `${rerouted}${gap}${missing.join("")}`;
}
function sameEntries(left, right) {
  return left.length === right.length && left.every(({ key, value }, index) => key === right[index]?.key && value === right[index]?.value);
}

// src/drivers/routers/haproxy-node.ts
var PAYLOAD_BYTES = 8e3;
var HaproxyNode = class {
  constructor(socket, mapFile) {
    this.socket = socket;
    this.mapFile = mapFile;
  }
  socket;
  mapFile;
  get name() {
    return this.socket.name;
  }
  /** The map that was loaded from the node's map file, as it is in memory. */
  async readMap() {
    const id = await this.findMap();
    return { id, entries: await this.readEntries(id) };
  }
  async readEntries(id) {
    const lines = (await this.ask(`show map #${id}`, /^(0x|\n$)/)).split("\n").filter((line) => line !== "");
    return lines.map((line) => {
      const match = /^0x[0-9a-f]+ (\S+) ?(.*)$/.exec(line);
      if (!match) throw this.refused(`show map #${id}`, line);
      return { key: match[1] ?? "", value: match[2] ?? "" };
    });
  }
  /** Begin a new, empty version of the map. Users do not see it before it is committed. */
  async prepare(id) {
    const answer = await this.ask(`prepare map #${id}`, /^New version created: \d+/);
    return Number(/\d+/.exec(answer)?.[0]);
  }
  /** Put entries in a version that was prepared. */
  async fill(id, version, entries) {
    for (const payload of payloads(entries)) {
      await this.ask(`add map @${version} #${id} <<
${payload}`, /^\n$/);
    }
  }
  /** Make a staged version the one that users see, in one instant. */
  async commit(id, version) {
    await this.ask(`commit map @${version} #${id}`, /^\n$/);
  }
  /** Throw away a staged version. Never for one that may have been committed: that would empty the live map. */
  async discard(id, version) {
    await this.ask(`clear map @${version} #${id}`, /^\n$/);
  }
  async backends() {
    const answer = await this.ask("show backend", /^# name\n/);
    return new Set(answer.split("\n").slice(1));
  }
  /** The servers of each backend. */
  async servers() {
    const answer = await this.ask("show stat -1 4 -1", /^# pxname,svname,/);
    const [header = "", ...lines] = answer.split("\n");
    const columns = header.replace(/^# /, "").split(",");
    const servers = /* @__PURE__ */ new Map();
    for (const line of lines.filter((text) => text !== "")) {
      const cells = line.split(",");
      const cell = (name) => cells[columns.indexOf(name)] ?? "";
      const server = { name: cell("svname"), status: cell("status"), check: cell("check_status") };
      servers.set(cell("pxname"), [...servers.get(cell("pxname")) ?? [], server]);
    }
    return servers;
  }
  async findMap() {
    const answer = await this.ask("show map", /^# id \(file\) description/);
    const files = /* @__PURE__ */ new Map();
    for (const match of answer.matchAll(/^(\d+) \((.*)\) pattern loaded from file /gm)) {
      files.set((match[2] ?? "").replace(/^(?:opt|file)@/, ""), Number(match[1]));
    }
    const id = files.get(this.mapFile);
    if (id !== void 0) return id;
    const loaded = files.size === 0 ? "no map at all" : [...files.keys()].slice(0, 5).join(", ");
    throw new RouterError(
      "router_misconfigured",
      this.name,
      `HAProxy has not loaded ${this.mapFile}, but ${loaded}.`,
      {
        remedy: `Use the file in its configuration, spelled just so: use_backend %[str(<key>),map(${this.mapFile})]`
      }
    );
  }
  async ask(command, expected) {
    const answer = await this.socket.ask(command);
    if (!expected.test(answer)) throw this.refused(command, answer);
    return answer;
  }
  refused(command, answer) {
    const [name = ""] = command.split(/[#@<]/);
    const line = answer.trim().split("\n")[0]?.slice(0, 200) ?? "";
    const message = `HAProxy refused \`${name.trim()}\`: ${line || "it answered nothing"}`;
    if (/^Unknown command/.test(line)) {
      const remedy2 = "Map transactions need HAProxy 2.4 or newer, and the stats socket itself, not the master CLI.";
      return new RouterError("router_refused", this.name, message, { remedy: remedy2 });
    }
    const remedy = /^Permission denied/.test(line) ? "Give the stats socket a higher level: `stats socket \u2026 level operator` (or `level admin`)." : "Was HAProxy reloaded, or the map changed by somebody else, in this moment? Then try again.";
    return new RouterError("router_refused", this.name, message, { remedy });
  }
};
function payloads(entries) {
  const parts = [];
  let part = "";
  for (const { key, value } of entries) {
    const line = `${key} ${value}
`;
    if (part !== "" && part.length + line.length > PAYLOAD_BYTES) {
      parts.push(part);
      part = "";
    }
    part += line;
  }
  return part === "" ? parts : [...parts, part];
}

// src/drivers/routers/haproxy-socket.ts
import { connect } from "node:net";

// src/drivers/address.ts
function parseAddress(text) {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  return host !== void 0 && port >= 1 && port <= 65535 ? { host, port } : void 0;
}

// src/drivers/routers/haproxy-socket.ts
var MAX_ANSWER_BYTES = 64 * 1024 * 1024;
function haproxySocket(address, timeoutMs) {
  const target = parseSocketAddress(address);
  return { name: address, ask: (command) => exchange(address, target, command, timeoutMs) };
}
function parseSocketAddress(address) {
  const path = /^(?:unix:\/\/|unix@)?(\/.*)$/.exec(address)?.[1];
  if (path !== void 0) return { path };
  const tcp = /^tcp:\/\/(.+)$/.exec(address)?.[1];
  const target = tcp === void 0 ? void 0 : parseAddress(tcp);
  if (target) return target;
  throw new UserError("bad_socket_address", `${address} is not the address of a HAProxy stats socket.`, {
    remedy: "Write unix:///run/haproxy/admin.sock, or tcp://127.0.0.1:9999."
  });
}
function exchange(name, target, command, timeoutMs) {
  return new Promise((resolve2, reject) => {
    const connection = connect(target);
    const chunks = [];
    let bytes = 0;
    const fail = (error) => {
      clearTimeout(timer);
      connection.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(timedOut(name, timeoutMs)), timeoutMs);
    connection.on("connect", () => connection.write(`${command}
`, "latin1"));
    connection.on("data", (chunk) => {
      bytes += chunk.length;
      if (bytes > MAX_ANSWER_BYTES) fail(brokenOff(name, "it answered more than 64 MiB"));
      else chunks.push(chunk);
    });
    connection.on("error", (error) => fail(connectionFailed(name, error)));
    connection.on("end", () => {
      const answer = Buffer.concat(chunks).toString("latin1");
      if (answer !== "\n" && !answer.endsWith("\n\n")) {
        return fail(brokenOff(name, "it closed the connection before its answer was whole"));
      }
      clearTimeout(timer);
      resolve2(answer);
    });
  });
}
var IS_IT_RUNNING = "Check that HAProxy runs on this node and that its `global` section has a `stats socket` line with this address.";
function timedOut(name, timeoutMs) {
  return new RouterError("router_unreachable", name, `no answer within ${timeoutMs} ms.`, {
    remedy: 'Check that HAProxy is not stopped or overloaded: `echo "show info" | socat - <socket>` must answer.'
  });
}
function brokenOff(name, why) {
  return new RouterError("router_unreachable", name, `${why}.`, { remedy: IS_IT_RUNNING });
}
function connectionFailed(name, cause) {
  const code = systemCode(cause);
  if (code === "ENOENT") {
    return new RouterError("router_unreachable", name, "there is no such socket.", {
      remedy: IS_IT_RUNNING,
      cause
    });
  }
  if (code === "EACCES" || code === "EPERM") {
    const remedy = "Run as a user that may read and write the socket, or widen it: `stats socket \u2026 mode 660 group <group> level operator`.";
    return new RouterError("router_unreachable", name, "no permission to use the socket.", { remedy, cause });
  }
  if (code === "ECONNREFUSED") {
    return new RouterError("router_unreachable", name, "nobody listens at the socket.", {
      remedy: "HAProxy has ended and left its socket behind, or listens elsewhere. Start it.",
      cause
    });
  }
  return new RouterError("router_unreachable", name, `${code ?? cause.message}.`, {
    remedy: IS_IT_RUNNING,
    cause
  });
}

// src/drivers/routers/haproxy-switch.ts
import { readFile } from "node:fs/promises";

// src/platform/files.ts
import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
async function writeFileAtomic(path, content, mode = 420) {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const old = await stat(path).catch(() => void 0);
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, "wx", old ? old.mode & 4095 : mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
      if (old) await handle.chown(old.uid, old.gid).catch(() => {
      });
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

// src/drivers/routers/haproxy-switch.ts
async function switchNodes(ready, routes) {
  const memory = ready.map(({ node, map }) => {
    const after = rerouteEntries(map.entries, routes);
    return { node, id: map.id, before: map.entries, after, commitSent: false };
  });
  const files = await readFiles(ready, routes);
  try {
    await onAll(memory, stage);
    await onAll(files, ({ node, path, after }) => writeMapFile(node, path, after));
    await onAll(memory, commit);
    await onAll(memory, ({ node, id, after }) => expectEntries(node, id, after));
  } catch (error) {
    throw switchFailed(error, await putBack(files, memory));
  }
}
async function readFiles(ready, routes) {
  const nodes = new Map(ready.map(({ node, file }) => [file, node]));
  return onAll([...nodes], async ([path, node]) => {
    const before = await readFile(path, "latin1").catch((error) => {
      throw new RouterError("router_misconfigured", node.name, `cannot read ${path}: ${messageOf(error)}`);
    });
    return { node, path, before, after: rerouteFile(before, routes) };
  });
}
async function stage(change) {
  change.version = await change.node.prepare(change.id);
  await change.node.fill(change.id, change.version, change.after);
}
async function commit(change) {
  if (change.version === void 0) throw new Error("a change is committed before it is staged");
  change.commitSent = true;
  await change.node.commit(change.id, change.version);
}
async function writeMapFile(node, path, content) {
  try {
    await writeFileAtomic(path, Buffer.from(content, "latin1"));
  } catch (error) {
    throw new RouterError("switch_failed", node.name, `cannot write ${path}: ${messageOf(error)}`, {
      cause: error
    });
  }
}
async function expectEntries(node, id, expected) {
  if (sameEntries(await node.readEntries(id), expected)) return;
  throw new RouterError("switch_failed", node.name, "its map, read back, does not hold what it was given.");
}
async function putBack(files, memory) {
  const fromFiles = await failuresOf(files, ({ node, path, before }) => writeMapFile(node, path, before));
  return [...fromFiles, ...await failuresOf(memory, restore)];
}
async function restore({ node, before, version, commitSent }) {
  const { id, entries } = await node.readMap();
  if (!commitSent && sameEntries(entries, before)) {
    if (version !== void 0) await node.discard(id, version);
  } else {
    const newer = await node.prepare(id);
    await node.fill(id, newer, before);
    await node.commit(id, newer);
  }
  await expectEntries(node, id, before);
}
function switchFailed(cause, left) {
  const node = cause instanceof RouterError ? cause.node : "haproxy";
  const why = messageOf(cause).replace(`${node}: `, "").replace(/\.?$/, ".");
  if (left.length > 0) {
    const message2 = `the switch failed: ${why} Not everything could be put back: ${left.join("; ")}`;
    const remedy2 = "Bring those nodes back by hand: a HAProxy that is started or reloaded reads its map file.";
    return new RouterError("switch_failed", node, message2, { cause, remedy: remedy2 });
  }
  const message = `the switch failed: ${why} Every node was put back: users are where they were.`;
  const remedy = cause instanceof RouterError ? cause.remedy : void 0;
  return new RouterError("switch_failed", node, message, remedy === void 0 ? { cause } : { cause, remedy });
}
async function onAll(items, work) {
  const results = await Promise.allSettled(items.map(work));
  return results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}
async function failuresOf(items, work) {
  const results = await Promise.allSettled(items.map(work));
  return results.flatMap((result) => result.status === "rejected" ? [messageOf(result.reason)] : []);
}

// src/drivers/routers/haproxy.ts
function haproxyRouter(settings, options = {}) {
  const routes = routesOf(settings.map);
  const nodes = settings.nodes.map(
    ({ socket, map_file }) => new HaproxyNode(haproxySocket(socket, options.timeoutMs ?? 5e3), map_file)
  );
  return {
    async current() {
      const colors = await onAll(nodes, async (node) => {
        const { entries } = await node.readMap();
        return colorOf(node.name, entries, routes);
      });
      const [first = "none", ...others] = colors;
      return others.every((color) => color === first) ? first : "split";
    },
    async check(color) {
      await onAll(nodes, (node) => checkNode(node, routes[color]));
    },
    async switchTo(color) {
      const ready = await onAll(nodes, (node) => checkNode(node, routes[color]));
      await switchNodes(ready, routes[color]);
    }
  };
}
async function checkNode(node, routes) {
  const map = await node.readMap();
  const bare = map.entries.find(({ value }) => value === "");
  if (bare) {
    throw new RouterError("router_misconfigured", node.name, `the map's entry ${bare.key} has no value.`, {
      remedy: "HAProxy takes no such entry in a map transaction. Give it a value, in memory and in the map file."
    });
  }
  await checkTargets(node, new Set(routes.values()));
  return { node, map, file: await writableFile(node) };
}
async function checkTargets(node, targets) {
  const backends = await node.backends();
  const missing = [...targets].find((backend) => !backends.has(backend));
  if (missing !== void 0) {
    throw new RouterError("router_misconfigured", node.name, `there is no backend ${missing}.`, {
      remedy: "Add the backend to HAProxy's configuration and reload it, or correct the router's map in the manifest."
    });
  }
  const servers = await node.servers();
  for (const backend of targets) {
    const own = servers.get(backend) ?? [];
    if (!own.some(takesTraffic)) throw unhealthy(node.name, backend, own);
  }
}
function takesTraffic({ status }) {
  return /^UP\b/.test(status) || status === "no check";
}
function unhealthy(node, backend, servers) {
  const states = servers.map(({ name, status, check }) => `${name} is ${status}${check && ` (${check})`}`);
  const message = `backend ${backend} has no healthy server: ${states.join(", ") || "it has no servers"}.`;
  return new RouterError("target_unhealthy", node, message, {
    remedy: "Mend or start the servers of that color; HAProxy itself must see one of them up before users are sent there."
  });
}
async function writableFile(node) {
  try {
    const file = await realpath(node.mapFile);
    await (await open2(file, "r+")).close();
    await access(dirname2(file), constants.W_OK);
    return file;
  } catch (error) {
    throw new RouterError(
      "router_misconfigured",
      node.name,
      `the map file cannot be replaced: ${messageOf(error)}`,
      {
        remedy: `Let the user that runs this write ${node.mapFile} and its folder; without it a reload of HAProxy would undo the switch.`,
        cause: error
      }
    );
  }
}

// src/drivers/routers/local.ts
import { connect as connect3 } from "node:net";
import { tmpdir } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";

// src/drivers/routers/local-control.ts
import { createHash } from "node:crypto";
import { lstat, mkdir as mkdir2 } from "node:fs/promises";
import { connect as connect2 } from "node:net";
import { join as join2 } from "node:path";
var LOCAL = "local router";
var MAX_SOCKET_PATH_BYTES = 100;
async function controlSocket(listenAddresses, temporaryFolder) {
  const user = process.getuid?.();
  if (user === void 0)
    throw new RouterError("router_misconfigured", LOCAL, "it runs on Linux and macOS only.");
  const folder = join2(temporaryFolder, `changeover-${user}`);
  const hash = createHash("sha256").update([...listenAddresses].sort().join("\n")).digest("hex");
  const path = join2(folder, `${hash.slice(0, 16)}.sock`);
  if (Buffer.byteLength(path) > MAX_SOCKET_PATH_BYTES) {
    throw new RouterError("router_misconfigured", LOCAL, `${path} is too long for a Unix socket.`, {
      remedy: "Set TMPDIR to a folder with a shorter path."
    });
  }
  await ownFolder(folder, user);
  return path;
}
async function ownFolder(folder, user) {
  try {
    await mkdir2(folder, { mode: 448 });
  } catch (error) {
    if (systemCode(error) !== "EEXIST") {
      throw new RouterError("router_misconfigured", LOCAL, messageOf(error), {
        remedy: "Set TMPDIR to a folder that exists and that you can write to.",
        cause: error
      });
    }
  }
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === user && (found.mode & 63) === 0) return;
  throw new RouterError("router_misconfigured", LOCAL, `${folder} is not a folder that is yours alone.`, {
    remedy: `Look at who made it (ls -ld ${folder}) and remove it, or set TMPDIR to a folder of your own.`
  });
}
async function askForwarder(socket, request, timeoutMs) {
  const line = await exchange2(socket, `${JSON.stringify(request)}
`, timeoutMs);
  if (line === void 0) return void 0;
  const answer = parseAnswer(line);
  if (answer === void 0) throw unreachable(socket, "it broke off its answer");
  if ("error" in answer)
    throw new RouterError("router_refused", LOCAL, `it refused "${request.do}": ${answer.error}`);
  return answer;
}
function exchange2(socket, line, timeoutMs) {
  return new Promise((resolve2, reject) => {
    let text = "";
    const connection = connect2({ path: socket });
    const timer = setTimeout(() => {
      connection.destroy();
      reject(unreachable(socket, `no answer within ${timeoutMs} ms`));
    }, timeoutMs);
    connection.setEncoding("utf8");
    connection.on("connect", () => connection.write(line));
    connection.on("data", (chunk) => {
      text += chunk;
    });
    connection.on("end", () => {
      clearTimeout(timer);
      resolve2(text);
    });
    connection.on("error", (error) => {
      clearTimeout(timer);
      const code = systemCode(error);
      if (code === "ENOENT" || code === "ECONNREFUSED") resolve2(void 0);
      else reject(unreachable(socket, code ?? error.message));
    });
  });
}
function parseAnswer(line) {
  try {
    const answer = JSON.parse(line);
    if (typeof answer !== "object" || answer === null) return void 0;
    return "error" in answer || "pid" in answer && "color" in answer && "services" in answer ? answer : void 0;
  } catch {
    return void 0;
  }
}
function unreachable(socket, why) {
  return new RouterError("router_unreachable", LOCAL, `the forwarder at ${socket}: ${why}.`, {
    remedy: 'See its log; end its process if it hangs (its number is in the file "pid" beside the log).'
  });
}

// src/drivers/routers/local-process.ts
import { spawn } from "node:child_process";
import { mkdir as mkdir3, open as open3, readFile as readFile2 } from "node:fs/promises";
import { join as join3, resolve } from "node:path";
var SETTINGS = "forwarder.json";
var LOG = "forwarder.log";
async function lastSettings(stateDir) {
  try {
    return JSON.parse(await readFile2(join3(stateDir, SETTINGS), "utf8"));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return void 0;
    throw new RouterError("router_misconfigured", LOCAL, `${join3(stateDir, SETTINGS)} cannot be read.`, {
      remedy: "Remove the file.",
      cause: error
    });
  }
}
async function startForwarder(forwarder, settings, timeoutMs) {
  const { stateDir } = settings;
  await mkdir3(stateDir, { recursive: true, mode: 448 });
  const file = resolve(stateDir, SETTINGS);
  await writeFileAtomic(file, `${JSON.stringify(settings, void 0, 2)}
`, 384);
  const log = await open3(join3(stateDir, LOG), "a", 384);
  try {
    const child = spawn(process.execPath, [resolve(forwarder), file], {
      cwd: "/",
      detached: true,
      // Nothing of ours, such as secrets; but a runner may find by this name what a job has left behind.
      env: { RUNNER_TRACKING_ID: process.env.RUNNER_TRACKING_ID },
      stdio: ["ignore", log.fd, log.fd, "ipc"]
    });
    const started = await firstWord(child, join3(stateDir, LOG), timeoutMs);
    child.unref();
    return started;
  } finally {
    await log.close();
  }
}
function firstWord(child, log, timeoutMs) {
  return new Promise((resolve2, reject) => {
    const fail = (why) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new RouterError("router_unreachable", LOCAL, `the forwarder ${why}.`, { remedy: `See ${log}.` }));
    };
    const timer = setTimeout(() => fail(`did not start within ${timeoutMs} ms`), timeoutMs);
    child.once("message", (message) => {
      clearTimeout(timer);
      resolve2(message);
    });
    child.once("error", (error) => fail(`cannot be started: ${error.message}`));
    child.once("exit", (code) => fail(`ended at once with exit status ${code}`));
  });
}

// src/drivers/routers/local.ts
function localRouter(settings, options) {
  const { stateDir, forwarder, timeoutMs = 5e3, temporaryFolder = tmpdir() } = options;
  const services = servicesOf(settings);
  const listens = Object.values(services).map(({ listen }) => textOf(listen));
  const socketPath = () => controlSocket(listens, temporaryFolder);
  const running = async () => {
    const socket = await socketPath();
    const status = await askForwarder(socket, { do: "status" }, timeoutMs);
    if (status && !isDeepStrictEqual(status.services, services)) throw startedOtherwise(status, "targets");
    const last = status ? void 0 : await lastSettings(stateDir);
    const other = last && last.socket !== socket && await askForwarder(last.socket, { do: "status" }, timeoutMs);
    if (other) throw startedOtherwise(other, "addresses");
    return status;
  };
  const start = async (color) => {
    if (await running()) return;
    const socket = await socketPath();
    const started = await startForwarder(forwarder, { socket, stateDir, color, services }, timeoutMs);
    if (started.ready) return;
    if (started.code === "EADDRINUSE" && await comesUp(running, timeoutMs)) return;
    throw cannotListen(started.service, services[started.service]?.listen, started.code);
  };
  const check = async (color) => {
    await running();
    await Promise.all(
      Object.entries(services).map(([name, service]) => accepts(name, service[color], timeoutMs))
    );
  };
  return {
    start,
    check,
    async current() {
      const status = await askForwarder(await socketPath(), { do: "status" }, timeoutMs);
      return status?.color ?? "none";
    },
    async switchTo(color) {
      await check(color);
      await start(color);
      const status = await askForwarder(await socketPath(), { do: "switch", color }, timeoutMs);
      if (status?.color === color) return;
      throw new RouterError("switch_failed", LOCAL, `the forwarder ended, or did not take ${color}.`, {
        remedy: `See the log in ${stateDir}.`
      });
    },
    async stop() {
      const last = await lastSettings(stateDir);
      const sockets = /* @__PURE__ */ new Set([await socketPath(), ...last ? [last.socket] : []]);
      for (const socket of sockets) await askForwarder(socket, { do: "stop" }, timeoutMs);
    }
  };
}
function servicesOf(settings) {
  const services = Object.fromEntries(
    Object.entries(settings.services).map(([name, { listen, blue, green }]) => [
      name,
      { listen: addressOf(name, listen), blue: addressOf(name, blue), green: addressOf(name, green) }
    ])
  );
  const listens = Object.values(services).map(({ listen }) => textOf(listen));
  const targets = Object.values(services).flatMap(({ blue, green }) => [textOf(blue), textOf(green)]);
  const clash = listens.find((text, index) => listens.indexOf(text) !== index) ?? targets.find((text) => listens.includes(text));
  if (clash === void 0) return services;
  throw new UserError("bad_router_address", `The local router cannot use ${clash} twice.`, {
    remedy: "Each service needs a listen address of its own, and no color may listen there."
  });
}
function addressOf(service, text) {
  const address = parseAddress(text);
  if (address) return address;
  throw new UserError("bad_router_address", `"${text}" of ${service} in the local router is no address.`, {
    remedy: "Write host:port, such as 127.0.0.1:5000 or [::1]:5000."
  });
}
function textOf({ host, port }) {
  return `${host}:${port}`;
}
function accepts(service, target, timeoutMs) {
  return new Promise((resolve2, reject) => {
    const connection = connect3(target);
    const fail = (why) => {
      connection.destroy();
      const message = `nobody accepts connections at ${textOf(target)} (${why}).`;
      reject(
        new RouterError("target_unhealthy", service, message, { remedy: "Start the service of that color." })
      );
    };
    connection.setTimeout(timeoutMs, () => fail(`no answer within ${timeoutMs} ms`));
    connection.on("error", (error) => fail(systemCode(error) ?? error.message));
    connection.on("connect", () => {
      connection.destroy();
      resolve2();
    });
  });
}
async function comesUp(running, timeoutMs) {
  const deadline = performance.now() + Math.min(timeoutMs, 1e3);
  while (performance.now() < deadline) {
    if (await running()) return true;
    await delay(25);
  }
  return false;
}
function cannotListen(service, address, code) {
  const where = address ? textOf(address) : "its control socket";
  if (code !== "EADDRINUSE") {
    return new RouterError(
      "router_misconfigured",
      service,
      `the forwarder cannot listen at ${where} (${code}).`
    );
  }
  const message = `the forwarder cannot listen at ${where}: another program does.`;
  const remedy = `End the service that was started there by hand, or another environment's local router (ss -ltnp "sport = :${address?.port}" names it), or choose another address.`;
  return new RouterError("router_refused", service, message, { remedy });
}
function startedOtherwise(status, what) {
  const message = `a forwarder is running that was started with other ${what} (process ${status.pid}).`;
  return new RouterError("router_misconfigured", LOCAL, message, {
    remedy: `End it (changeover router stop, or kill ${status.pid}) and try again: the next switch starts it anew.`
  });
}

// src/drivers/routers/create.ts
function createRouter(settings, options) {
  const { timeoutMs } = options;
  if (settings.haproxy) return haproxyRouter(settings.haproxy, timeoutMs === void 0 ? {} : { timeoutMs });
  if (settings.local) return localRouter(settings.local, options);
  throw new UserError("router_missing", "The environment has no router.", {
    remedy: "Give it one: router: { haproxy: \u2026 } or router: { local: \u2026 }."
  });
}

// src/platform/folders.ts
import { homedir } from "node:os";
import { join as join4 } from "node:path";
function stateFolder(env) {
  if (env.CHANGEOVER_STATE_DIR) return env.CHANGEOVER_STATE_DIR;
  return join4(env.XDG_STATE_HOME || join4(homedir(), ".local", "state"), "changeover");
}

// node_modules/is-network-error/index.js
var objectToString = Object.prototype.toString;
var isError = (value) => objectToString.call(value) === "[object Error]";
var errorMessages = /* @__PURE__ */ new Set([
  "network error",
  // Chrome
  "NetworkError when attempting to fetch resource.",
  // Firefox
  "The Internet connection appears to be offline.",
  // Safari 16
  "Network request failed",
  // `cross-fetch`
  "fetch failed",
  // Undici (Node.js)
  "terminated",
  // Undici (Node.js)
  " A network error occurred.",
  // Bun (WebKit)
  "Network connection lost"
  // Cloudflare Workers (fetch)
]);
function isNetworkError(error) {
  const isValid = error && isError(error) && error.name === "TypeError" && typeof error.message === "string";
  if (!isValid) {
    return false;
  }
  const { message, stack } = error;
  if (message === "Load failed" || message.startsWith("Load failed (") && message.endsWith(")")) {
    return stack === void 0 || "__sentry_captured__" in error;
  }
  if (message.startsWith("error sending request for url")) {
    return true;
  }
  if (message === "Failed to fetch" || message.startsWith("Failed to fetch (") && message.endsWith(")")) {
    return true;
  }
  return errorMessages.has(message);
}

// node_modules/p-retry/index.js
function validateRetries(retries) {
  if (typeof retries === "number") {
    if (retries < 0) {
      throw new TypeError("Expected `retries` to be a non-negative number.");
    }
    if (Number.isNaN(retries)) {
      throw new TypeError("Expected `retries` to be a valid number or Infinity, got NaN.");
    }
  } else if (retries !== void 0) {
    throw new TypeError("Expected `retries` to be a number or Infinity.");
  }
}
function validateNumberOption(name, value, { min = 0, allowInfinity = false } = {}) {
  if (value === void 0) {
    return;
  }
  if (typeof value !== "number" || Number.isNaN(value)) {
    throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? " or Infinity" : ""}.`);
  }
  if (!allowInfinity && !Number.isFinite(value)) {
    throw new TypeError(`Expected \`${name}\` to be a finite number.`);
  }
  if (value < min) {
    throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
  }
}
var AbortError = class extends Error {
  constructor(message) {
    super();
    if (message instanceof Error) {
      this.originalError = message;
      ({ message } = message);
    } else {
      this.originalError = new Error(message);
      this.originalError.stack = this.stack;
    }
    this.name = "AbortError";
    this.message = message;
  }
};
function calculateDelay(retriesConsumed, options) {
  const attempt = Math.max(1, retriesConsumed + 1);
  const random = options.randomize ? Math.random() + 1 : 1;
  let timeout = Math.round(random * options.minTimeout * options.factor ** (attempt - 1));
  timeout = Math.min(timeout, options.maxTimeout);
  return timeout;
}
function calculateRemainingTime(start, max) {
  if (!Number.isFinite(max)) {
    return max;
  }
  return max - (performance.now() - start);
}
async function onAttemptFailure({ error, attemptNumber, retriesConsumed, startTime, options }) {
  const normalizedError = error instanceof Error ? error : new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);
  if (normalizedError instanceof AbortError) {
    throw normalizedError.originalError;
  }
  const retriesLeft = Number.isFinite(options.retries) ? Math.max(0, options.retries - retriesConsumed) : options.retries;
  const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;
  const context = Object.freeze({
    error: normalizedError,
    attemptNumber,
    retriesLeft,
    retriesConsumed
  });
  await options.onFailedAttempt(context);
  if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
    throw normalizedError;
  }
  const consumeRetry = await options.shouldConsumeRetry(context);
  const remainingTime = calculateRemainingTime(startTime, maxRetryTime);
  if (remainingTime <= 0 || retriesLeft <= 0) {
    throw normalizedError;
  }
  if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
    if (consumeRetry) {
      throw normalizedError;
    }
    options.signal?.throwIfAborted();
    return false;
  }
  if (!await options.shouldRetry(context)) {
    throw normalizedError;
  }
  if (!consumeRetry) {
    options.signal?.throwIfAborted();
    return false;
  }
  const delayTime = calculateDelay(retriesConsumed, options);
  const finalDelay = Math.min(delayTime, remainingTime);
  options.signal?.throwIfAborted();
  if (finalDelay > 0) {
    await new Promise((resolve2, reject) => {
      const onAbort = () => {
        clearTimeout(timeoutToken);
        options.signal?.removeEventListener("abort", onAbort);
        reject(options.signal.reason);
      };
      const timeoutToken = setTimeout(() => {
        options.signal?.removeEventListener("abort", onAbort);
        resolve2();
      }, finalDelay);
      if (options.unref) {
        timeoutToken.unref?.();
      }
      options.signal?.addEventListener("abort", onAbort, { once: true });
    });
  }
  options.signal?.throwIfAborted();
  return true;
}
async function pRetry(input, options = {}) {
  options = { ...options };
  validateRetries(options.retries);
  if (Object.hasOwn(options, "forever")) {
    throw new Error("The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.");
  }
  options.retries ??= 10;
  options.factor ??= 2;
  options.minTimeout ??= 1e3;
  options.maxTimeout ??= Number.POSITIVE_INFINITY;
  options.maxRetryTime ??= Number.POSITIVE_INFINITY;
  options.randomize ??= false;
  options.onFailedAttempt ??= () => {
  };
  options.shouldRetry ??= () => true;
  options.shouldConsumeRetry ??= () => true;
  validateNumberOption("factor", options.factor, { min: 0, allowInfinity: false });
  validateNumberOption("minTimeout", options.minTimeout, { min: 0, allowInfinity: false });
  validateNumberOption("maxTimeout", options.maxTimeout, { min: 0, allowInfinity: true });
  validateNumberOption("maxRetryTime", options.maxRetryTime, { min: 0, allowInfinity: true });
  if (!(options.factor > 0)) {
    options.factor = 1;
  }
  options.signal?.throwIfAborted();
  let attemptNumber = 0;
  let retriesConsumed = 0;
  const startTime = performance.now();
  while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
    attemptNumber++;
    try {
      options.signal?.throwIfAborted();
      const result = await input(attemptNumber);
      options.signal?.throwIfAborted();
      return result;
    } catch (error) {
      if (await onAttemptFailure({
        error,
        attemptNumber,
        retriesConsumed,
        startTime,
        options
      })) {
        retriesConsumed++;
      }
    }
  }
  throw new Error("Retry attempts exhausted without throwing an error.");
}

// src/changeover/ledger.ts
var LedgerError = class extends Error {
  code;
  remedy;
  constructor(code, message, remedy, cause) {
    super(message, cause === void 0 ? void 0 : { cause });
    this.name = "LedgerError";
    this.code = code;
    this.remedy = remedy;
  }
};

// src/changeover/validator.generated.js
var import_ucs2length = __toESM(require_ucs2length(), 1);
var validator_generated_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "changeover/ledger/v1", "title": "Ledger", "description": "state.json of the ledger: the durable record of one environment.", "type": "object", "additionalProperties": false, "required": ["schema", "environment", "strategy", "serial", "live", "blue", "green", "in_place", "operation", "history"], "properties": { "schema": { "const": "changeover/ledger/v1" }, "environment": { "type": "string", "minLength": 1 }, "strategy": { "enum": ["in_place", "blue_green"] }, "serial": { "type": "integer", "minimum": 0 }, "live": { "$ref": "#/$defs/color" }, "blue": { "$ref": "#/$defs/holding" }, "green": { "$ref": "#/$defs/holding" }, "in_place": { "$ref": "#/$defs/holding" }, "operation": { "type": ["object", "null"], "additionalProperties": false, "required": ["id", "kind", "release", "from_color", "to_color", "attempt", "owner", "started_at", "phases"], "properties": { "id": { "type": "string", "minLength": 1 }, "kind": { "enum": ["deploy", "rollback"] }, "release": { "$ref": "#/$defs/release" }, "from_color": { "$ref": "#/$defs/color" }, "to_color": { "$ref": "#/$defs/color" }, "attempt": { "type": "integer", "minimum": 1 }, "owner": { "type": ["object", "null"], "additionalProperties": false, "required": ["host", "pid", "started", "name"], "properties": { "host": { "type": "string" }, "pid": { "type": "integer" }, "started": { "type": "integer" }, "name": { "type": "string" } } }, "started_at": { "type": "string" }, "phases": { "type": "array", "items": { "$ref": "#/$defs/phase" } } } }, "history": { "type": "array", "maxItems": 50, "items": { "$ref": "#/$defs/ended" } } }, "$defs": { "color": { "enum": ["blue", "green", null] }, "release": { "type": "object", "additionalProperties": false, "required": ["version", "digest"], "properties": { "version": { "type": "string" }, "digest": { "type": "string" } } }, "holding": { "type": ["object", "null"], "additionalProperties": false, "required": ["release", "state", "since", "settings"], "properties": { "release": { "$ref": "#/$defs/release" }, "state": { "enum": ["deploying", "ready", "live", "standby", "rejected", "retiring", "retired"] }, "since": { "type": "string" }, "settings": { "type": "object", "description": "An environment of changeover.yml; see manifest.schema.json." } } }, "phase": { "type": "object", "additionalProperties": false, "required": ["phase", "state", "started_at", "ended_at"], "properties": { "phase": { "enum": ["claim", "fetch", "expand", "deploy", "verify", "switch", "bake", "contract", "retire"] }, "state": { "enum": ["running", "done", "failed", "skipped"] }, "started_at": { "type": "string" }, "ended_at": { "type": ["string", "null"] } } }, "ended": { "type": "object", "additionalProperties": false, "required": ["id", "kind", "release", "from_color", "to_color", "outcome", "reason", "by", "started_at", "ended_at"], "properties": { "id": { "type": "string" }, "kind": { "enum": ["deploy", "rollback"] }, "release": { "$ref": "#/$defs/release" }, "from_color": { "$ref": "#/$defs/color" }, "to_color": { "$ref": "#/$defs/color" }, "outcome": { "type": "string" }, "reason": { "type": "string" }, "by": { "type": "string" }, "started_at": { "type": "string" }, "ended_at": { "type": "string" } } } } };
var schema32 = { "enum": ["blue", "green", null] };
var schema34 = { "type": "object", "additionalProperties": false, "required": ["version", "digest"], "properties": { "version": { "type": "string" }, "digest": { "type": "string" } } };
var schema38 = { "type": "object", "additionalProperties": false, "required": ["phase", "state", "started_at", "ended_at"], "properties": { "phase": { "enum": ["claim", "fetch", "expand", "deploy", "verify", "switch", "bake", "contract", "retire"] }, "state": { "enum": ["running", "done", "failed", "skipped"] }, "started_at": { "type": "string" }, "ended_at": { "type": ["string", "null"] } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = import_ucs2length.default.default ?? import_ucs2length.default;
var schema33 = { "type": ["object", "null"], "additionalProperties": false, "required": ["release", "state", "since", "settings"], "properties": { "release": { "$ref": "#/$defs/release" }, "state": { "enum": ["deploying", "ready", "live", "standby", "rejected", "retiring", "retired"] }, "since": { "type": "string" }, "settings": { "type": "object", "description": "An environment of changeover.yml; see manifest.schema.json." } } };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema33.type }, message: "must be object,null", schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.release === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "release" }, message: "must have required property 'release'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.state === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "state" }, message: "must have required property 'state'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.since === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "since" }, message: "must have required property 'since'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.settings === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "settings" }, message: "must have required property 'settings'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "release" || key0 === "state" || key0 === "since" || key0 === "settings")) {
        const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema33, data };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.release !== void 0) {
      let data0 = data.release;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.version === void 0) {
          const err6 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema34.required, parentSchema: schema34, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data0.digest === void 0) {
          const err7 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'", schema: schema34.required, parentSchema: schema34, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        for (const key1 in data0) {
          if (!(key1 === "version" || key1 === "digest")) {
            const err8 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data: data0 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data0.version !== void 0) {
          let data1 = data0.version;
          if (typeof data1 !== "string") {
            const err9 = { instancePath: instancePath + "/release/version", schemaPath: "#/$defs/release/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.version.type, parentSchema: schema34.properties.version, data: data1 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data0.digest !== void 0) {
          let data2 = data0.digest;
          if (typeof data2 !== "string") {
            const err10 = { instancePath: instancePath + "/release/digest", schemaPath: "#/$defs/release/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.digest.type, parentSchema: schema34.properties.digest, data: data2 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data: data0 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data3 = data.state;
      if (!(data3 === "deploying" || data3 === "ready" || data3 === "live" || data3 === "standby" || data3 === "rejected" || data3 === "retiring" || data3 === "retired")) {
        const err12 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/enum", keyword: "enum", params: { allowedValues: schema33.properties.state.enum }, message: "must be equal to one of the allowed values", schema: schema33.properties.state.enum, parentSchema: schema33.properties.state, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.since !== void 0) {
      let data4 = data.since;
      if (typeof data4 !== "string") {
        const err13 = { instancePath: instancePath + "/since", schemaPath: "#/properties/since/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.since.type, parentSchema: schema33.properties.since, data: data4 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.settings !== void 0) {
      let data5 = data.settings;
      if (!(data5 && typeof data5 == "object" && !Array.isArray(data5))) {
        const err14 = { instancePath: instancePath + "/settings", schemaPath: "#/properties/settings/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.properties.settings.type, parentSchema: schema33.properties.settings, data: data5 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema39 = { "type": "object", "additionalProperties": false, "required": ["id", "kind", "release", "from_color", "to_color", "outcome", "reason", "by", "started_at", "ended_at"], "properties": { "id": { "type": "string" }, "kind": { "enum": ["deploy", "rollback"] }, "release": { "$ref": "#/$defs/release" }, "from_color": { "$ref": "#/$defs/color" }, "to_color": { "$ref": "#/$defs/color" }, "outcome": { "type": "string" }, "reason": { "type": "string" }, "by": { "type": "string" }, "started_at": { "type": "string" }, "ended_at": { "type": "string" } } };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.release === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "release" }, message: "must have required property 'release'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.from_color === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from_color" }, message: "must have required property 'from_color'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.to_color === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to_color" }, message: "must have required property 'to_color'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.outcome === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, message: "must have required property 'outcome'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.by === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.started_at === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "started_at" }, message: "must have required property 'started_at'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.ended_at === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ended_at" }, message: "must have required property 'ended_at'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema39.properties, key0)) {
        const err10 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema39, data };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 !== "string") {
        const err11 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.id.type, parentSchema: schema39.properties.id, data: data0 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if (!(data1 === "deploy" || data1 === "rollback")) {
        const err12 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema39.properties.kind.enum }, message: "must be equal to one of the allowed values", schema: schema39.properties.kind.enum, parentSchema: schema39.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.release !== void 0) {
      let data2 = data.release;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.version === void 0) {
          const err13 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema34.required, parentSchema: schema34, data: data2 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data2.digest === void 0) {
          const err14 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'", schema: schema34.required, parentSchema: schema34, data: data2 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "version" || key1 === "digest")) {
            const err15 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data: data2 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data2.version !== void 0) {
          let data3 = data2.version;
          if (typeof data3 !== "string") {
            const err16 = { instancePath: instancePath + "/release/version", schemaPath: "#/$defs/release/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.version.type, parentSchema: schema34.properties.version, data: data3 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data2.digest !== void 0) {
          let data4 = data2.digest;
          if (typeof data4 !== "string") {
            const err17 = { instancePath: instancePath + "/release/digest", schemaPath: "#/$defs/release/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.digest.type, parentSchema: schema34.properties.digest, data: data4 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data: data2 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.from_color !== void 0) {
      let data5 = data.from_color;
      if (!(data5 === "blue" || data5 === "green" || data5 === null)) {
        const err19 = { instancePath: instancePath + "/from_color", schemaPath: "#/$defs/color/enum", keyword: "enum", params: { allowedValues: schema32.enum }, message: "must be equal to one of the allowed values", schema: schema32.enum, parentSchema: schema32, data: data5 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.to_color !== void 0) {
      let data6 = data.to_color;
      if (!(data6 === "blue" || data6 === "green" || data6 === null)) {
        const err20 = { instancePath: instancePath + "/to_color", schemaPath: "#/$defs/color/enum", keyword: "enum", params: { allowedValues: schema32.enum }, message: "must be equal to one of the allowed values", schema: schema32.enum, parentSchema: schema32, data: data6 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.outcome !== void 0) {
      let data7 = data.outcome;
      if (typeof data7 !== "string") {
        const err21 = { instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.outcome.type, parentSchema: schema39.properties.outcome, data: data7 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data8 = data.reason;
      if (typeof data8 !== "string") {
        const err22 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.reason.type, parentSchema: schema39.properties.reason, data: data8 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.by !== void 0) {
      let data9 = data.by;
      if (typeof data9 !== "string") {
        const err23 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.by.type, parentSchema: schema39.properties.by, data: data9 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.started_at !== void 0) {
      let data10 = data.started_at;
      if (typeof data10 !== "string") {
        const err24 = { instancePath: instancePath + "/started_at", schemaPath: "#/properties/started_at/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.started_at.type, parentSchema: schema39.properties.started_at, data: data10 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.ended_at !== void 0) {
      let data11 = data.ended_at;
      if (typeof data11 !== "string") {
        const err25 = { instancePath: instancePath + "/ended_at", schemaPath: "#/properties/ended_at/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.ended_at.type, parentSchema: schema39.properties.ended_at, data: data11 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
  } else {
    const err26 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema39.type, parentSchema: schema39, data };
    if (vErrors === null) {
      vErrors = [err26];
    } else {
      vErrors.push(err26);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.schema === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "schema" }, message: "must have required property 'schema'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.environment === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "environment" }, message: "must have required property 'environment'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.strategy === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "strategy" }, message: "must have required property 'strategy'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.serial === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "serial" }, message: "must have required property 'serial'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.live === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "live" }, message: "must have required property 'live'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.blue === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "blue" }, message: "must have required property 'blue'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.green === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "green" }, message: "must have required property 'green'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.in_place === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "in_place" }, message: "must have required property 'in_place'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.operation === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "operation" }, message: "must have required property 'operation'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.history === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "history" }, message: "must have required property 'history'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err10 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.schema !== void 0) {
      let data0 = data.schema;
      if ("changeover/ledger/v1" !== data0) {
        const err11 = { instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/const", keyword: "const", params: { allowedValue: "changeover/ledger/v1" }, message: "must be equal to constant", schema: "changeover/ledger/v1", parentSchema: schema31.properties.schema, data: data0 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.environment !== void 0) {
      let data1 = data.environment;
      if (typeof data1 === "string") {
        if (func2(data1) < 1) {
          const err12 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema31.properties.environment, data: data1 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.environment.type, parentSchema: schema31.properties.environment, data: data1 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.strategy !== void 0) {
      let data2 = data.strategy;
      if (!(data2 === "in_place" || data2 === "blue_green")) {
        const err14 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/enum", keyword: "enum", params: { allowedValues: schema31.properties.strategy.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.strategy.enum, parentSchema: schema31.properties.strategy, data: data2 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.serial !== void 0) {
      let data3 = data.serial;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err15 = { instancePath: instancePath + "/serial", schemaPath: "#/properties/serial/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.serial.type, parentSchema: schema31.properties.serial, data: data3 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 < 0 || isNaN(data3)) {
          const err16 = { instancePath: instancePath + "/serial", schemaPath: "#/properties/serial/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema31.properties.serial, data: data3 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
    }
    if (data.live !== void 0) {
      let data4 = data.live;
      if (!(data4 === "blue" || data4 === "green" || data4 === null)) {
        const err17 = { instancePath: instancePath + "/live", schemaPath: "#/$defs/color/enum", keyword: "enum", params: { allowedValues: schema32.enum }, message: "must be equal to one of the allowed values", schema: schema32.enum, parentSchema: schema32, data: data4 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.blue !== void 0) {
      if (!validate21(data.blue, { instancePath: instancePath + "/blue", parentData: data, parentDataProperty: "blue", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.green !== void 0) {
      if (!validate21(data.green, { instancePath: instancePath + "/green", parentData: data, parentDataProperty: "green", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.in_place !== void 0) {
      if (!validate21(data.in_place, { instancePath: instancePath + "/in_place", parentData: data, parentDataProperty: "in_place", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.operation !== void 0) {
      let data8 = data.operation;
      if (!(data8 && typeof data8 == "object" && !Array.isArray(data8)) && data8 !== null) {
        const err18 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/type", keyword: "type", params: { type: schema31.properties.operation.type }, message: "must be object,null", schema: schema31.properties.operation.type, parentSchema: schema31.properties.operation, data: data8 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (data8.id === void 0) {
          const err19 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data8 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (data8.kind === void 0) {
          const err20 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data8 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (data8.release === void 0) {
          const err21 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "release" }, message: "must have required property 'release'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data8 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data8.from_color === void 0) {
          const err22 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "from_color" }, message: "must have required property 'from_color'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data8 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data8.to_color === void 0) {
          const err23 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "to_color" }, message: "must have required property 'to_color'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data8 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (data8.attempt === void 0) {
          const err24 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data8 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (data8.owner === void 0) {
          const err25 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "owner" }, message: "must have required property 'owner'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data8 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (data8.started_at === void 0) {
          const err26 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "started_at" }, message: "must have required property 'started_at'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data8 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        if (data8.phases === void 0) {
          const err27 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "phases" }, message: "must have required property 'phases'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data8 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        for (const key1 in data8) {
          if (!func1.call(schema31.properties.operation.properties, key1)) {
            const err28 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.operation, data: data8 };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data8.id !== void 0) {
          let data9 = data8.id;
          if (typeof data9 === "string") {
            if (func2(data9) < 1) {
              const err29 = { instancePath: instancePath + "/operation/id", schemaPath: "#/properties/operation/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema31.properties.operation.properties.id, data: data9 };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          } else {
            const err30 = { instancePath: instancePath + "/operation/id", schemaPath: "#/properties/operation/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.id.type, parentSchema: schema31.properties.operation.properties.id, data: data9 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data8.kind !== void 0) {
          let data10 = data8.kind;
          if (!(data10 === "deploy" || data10 === "rollback")) {
            const err31 = { instancePath: instancePath + "/operation/kind", schemaPath: "#/properties/operation/properties/kind/enum", keyword: "enum", params: { allowedValues: schema31.properties.operation.properties.kind.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.operation.properties.kind.enum, parentSchema: schema31.properties.operation.properties.kind, data: data10 };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data8.release !== void 0) {
          let data11 = data8.release;
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (data11.version === void 0) {
              const err32 = { instancePath: instancePath + "/operation/release", schemaPath: "#/$defs/release/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema34.required, parentSchema: schema34, data: data11 };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (data11.digest === void 0) {
              const err33 = { instancePath: instancePath + "/operation/release", schemaPath: "#/$defs/release/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'", schema: schema34.required, parentSchema: schema34, data: data11 };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            for (const key2 in data11) {
              if (!(key2 === "version" || key2 === "digest")) {
                const err34 = { instancePath: instancePath + "/operation/release", schemaPath: "#/$defs/release/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data: data11 };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (data11.version !== void 0) {
              let data12 = data11.version;
              if (typeof data12 !== "string") {
                const err35 = { instancePath: instancePath + "/operation/release/version", schemaPath: "#/$defs/release/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.version.type, parentSchema: schema34.properties.version, data: data12 };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
            if (data11.digest !== void 0) {
              let data13 = data11.digest;
              if (typeof data13 !== "string") {
                const err36 = { instancePath: instancePath + "/operation/release/digest", schemaPath: "#/$defs/release/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.digest.type, parentSchema: schema34.properties.digest, data: data13 };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
          } else {
            const err37 = { instancePath: instancePath + "/operation/release", schemaPath: "#/$defs/release/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data: data11 };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data8.from_color !== void 0) {
          let data14 = data8.from_color;
          if (!(data14 === "blue" || data14 === "green" || data14 === null)) {
            const err38 = { instancePath: instancePath + "/operation/from_color", schemaPath: "#/$defs/color/enum", keyword: "enum", params: { allowedValues: schema32.enum }, message: "must be equal to one of the allowed values", schema: schema32.enum, parentSchema: schema32, data: data14 };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data8.to_color !== void 0) {
          let data15 = data8.to_color;
          if (!(data15 === "blue" || data15 === "green" || data15 === null)) {
            const err39 = { instancePath: instancePath + "/operation/to_color", schemaPath: "#/$defs/color/enum", keyword: "enum", params: { allowedValues: schema32.enum }, message: "must be equal to one of the allowed values", schema: schema32.enum, parentSchema: schema32, data: data15 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data8.attempt !== void 0) {
          let data16 = data8.attempt;
          if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
            const err40 = { instancePath: instancePath + "/operation/attempt", schemaPath: "#/properties/operation/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.operation.properties.attempt.type, parentSchema: schema31.properties.operation.properties.attempt, data: data16 };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
          if (typeof data16 == "number" && isFinite(data16)) {
            if (data16 < 1 || isNaN(data16)) {
              const err41 = { instancePath: instancePath + "/operation/attempt", schemaPath: "#/properties/operation/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema31.properties.operation.properties.attempt, data: data16 };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
          }
        }
        if (data8.owner !== void 0) {
          let data17 = data8.owner;
          if (!(data17 && typeof data17 == "object" && !Array.isArray(data17)) && data17 !== null) {
            const err42 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/type", keyword: "type", params: { type: schema31.properties.operation.properties.owner.type }, message: "must be object,null", schema: schema31.properties.operation.properties.owner.type, parentSchema: schema31.properties.operation.properties.owner, data: data17 };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            if (data17.host === void 0) {
              const err43 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'", schema: schema31.properties.operation.properties.owner.required, parentSchema: schema31.properties.operation.properties.owner, data: data17 };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
            if (data17.pid === void 0) {
              const err44 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/required", keyword: "required", params: { missingProperty: "pid" }, message: "must have required property 'pid'", schema: schema31.properties.operation.properties.owner.required, parentSchema: schema31.properties.operation.properties.owner, data: data17 };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
            if (data17.started === void 0) {
              const err45 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/required", keyword: "required", params: { missingProperty: "started" }, message: "must have required property 'started'", schema: schema31.properties.operation.properties.owner.required, parentSchema: schema31.properties.operation.properties.owner, data: data17 };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
            if (data17.name === void 0) {
              const err46 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema31.properties.operation.properties.owner.required, parentSchema: schema31.properties.operation.properties.owner, data: data17 };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
            for (const key3 in data17) {
              if (!(key3 === "host" || key3 === "pid" || key3 === "started" || key3 === "name")) {
                const err47 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.operation.properties.owner, data: data17 };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
            }
            if (data17.host !== void 0) {
              let data18 = data17.host;
              if (typeof data18 !== "string") {
                const err48 = { instancePath: instancePath + "/operation/owner/host", schemaPath: "#/properties/operation/properties/owner/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.owner.properties.host.type, parentSchema: schema31.properties.operation.properties.owner.properties.host, data: data18 };
                if (vErrors === null) {
                  vErrors = [err48];
                } else {
                  vErrors.push(err48);
                }
                errors++;
              }
            }
            if (data17.pid !== void 0) {
              let data19 = data17.pid;
              if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19))) {
                const err49 = { instancePath: instancePath + "/operation/owner/pid", schemaPath: "#/properties/operation/properties/owner/properties/pid/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.operation.properties.owner.properties.pid.type, parentSchema: schema31.properties.operation.properties.owner.properties.pid, data: data19 };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
            if (data17.started !== void 0) {
              let data20 = data17.started;
              if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                const err50 = { instancePath: instancePath + "/operation/owner/started", schemaPath: "#/properties/operation/properties/owner/properties/started/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.operation.properties.owner.properties.started.type, parentSchema: schema31.properties.operation.properties.owner.properties.started, data: data20 };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
            }
            if (data17.name !== void 0) {
              let data21 = data17.name;
              if (typeof data21 !== "string") {
                const err51 = { instancePath: instancePath + "/operation/owner/name", schemaPath: "#/properties/operation/properties/owner/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.owner.properties.name.type, parentSchema: schema31.properties.operation.properties.owner.properties.name, data: data21 };
                if (vErrors === null) {
                  vErrors = [err51];
                } else {
                  vErrors.push(err51);
                }
                errors++;
              }
            }
          }
        }
        if (data8.started_at !== void 0) {
          let data22 = data8.started_at;
          if (typeof data22 !== "string") {
            const err52 = { instancePath: instancePath + "/operation/started_at", schemaPath: "#/properties/operation/properties/started_at/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.started_at.type, parentSchema: schema31.properties.operation.properties.started_at, data: data22 };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
        }
        if (data8.phases !== void 0) {
          let data23 = data8.phases;
          if (Array.isArray(data23)) {
            const len0 = data23.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data24 = data23[i0];
              if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                if (data24.phase === void 0) {
                  const err53 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/required", keyword: "required", params: { missingProperty: "phase" }, message: "must have required property 'phase'", schema: schema38.required, parentSchema: schema38, data: data24 };
                  if (vErrors === null) {
                    vErrors = [err53];
                  } else {
                    vErrors.push(err53);
                  }
                  errors++;
                }
                if (data24.state === void 0) {
                  const err54 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/required", keyword: "required", params: { missingProperty: "state" }, message: "must have required property 'state'", schema: schema38.required, parentSchema: schema38, data: data24 };
                  if (vErrors === null) {
                    vErrors = [err54];
                  } else {
                    vErrors.push(err54);
                  }
                  errors++;
                }
                if (data24.started_at === void 0) {
                  const err55 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/required", keyword: "required", params: { missingProperty: "started_at" }, message: "must have required property 'started_at'", schema: schema38.required, parentSchema: schema38, data: data24 };
                  if (vErrors === null) {
                    vErrors = [err55];
                  } else {
                    vErrors.push(err55);
                  }
                  errors++;
                }
                if (data24.ended_at === void 0) {
                  const err56 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/required", keyword: "required", params: { missingProperty: "ended_at" }, message: "must have required property 'ended_at'", schema: schema38.required, parentSchema: schema38, data: data24 };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
                for (const key4 in data24) {
                  if (!(key4 === "phase" || key4 === "state" || key4 === "started_at" || key4 === "ended_at")) {
                    const err57 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38, data: data24 };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                }
                if (data24.phase !== void 0) {
                  let data25 = data24.phase;
                  if (!(data25 === "claim" || data25 === "fetch" || data25 === "expand" || data25 === "deploy" || data25 === "verify" || data25 === "switch" || data25 === "bake" || data25 === "contract" || data25 === "retire")) {
                    const err58 = { instancePath: instancePath + "/operation/phases/" + i0 + "/phase", schemaPath: "#/$defs/phase/properties/phase/enum", keyword: "enum", params: { allowedValues: schema38.properties.phase.enum }, message: "must be equal to one of the allowed values", schema: schema38.properties.phase.enum, parentSchema: schema38.properties.phase, data: data25 };
                    if (vErrors === null) {
                      vErrors = [err58];
                    } else {
                      vErrors.push(err58);
                    }
                    errors++;
                  }
                }
                if (data24.state !== void 0) {
                  let data26 = data24.state;
                  if (!(data26 === "running" || data26 === "done" || data26 === "failed" || data26 === "skipped")) {
                    const err59 = { instancePath: instancePath + "/operation/phases/" + i0 + "/state", schemaPath: "#/$defs/phase/properties/state/enum", keyword: "enum", params: { allowedValues: schema38.properties.state.enum }, message: "must be equal to one of the allowed values", schema: schema38.properties.state.enum, parentSchema: schema38.properties.state, data: data26 };
                    if (vErrors === null) {
                      vErrors = [err59];
                    } else {
                      vErrors.push(err59);
                    }
                    errors++;
                  }
                }
                if (data24.started_at !== void 0) {
                  let data27 = data24.started_at;
                  if (typeof data27 !== "string") {
                    const err60 = { instancePath: instancePath + "/operation/phases/" + i0 + "/started_at", schemaPath: "#/$defs/phase/properties/started_at/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema38.properties.started_at.type, parentSchema: schema38.properties.started_at, data: data27 };
                    if (vErrors === null) {
                      vErrors = [err60];
                    } else {
                      vErrors.push(err60);
                    }
                    errors++;
                  }
                }
                if (data24.ended_at !== void 0) {
                  let data28 = data24.ended_at;
                  if (typeof data28 !== "string" && data28 !== null) {
                    const err61 = { instancePath: instancePath + "/operation/phases/" + i0 + "/ended_at", schemaPath: "#/$defs/phase/properties/ended_at/type", keyword: "type", params: { type: schema38.properties.ended_at.type }, message: "must be string,null", schema: schema38.properties.ended_at.type, parentSchema: schema38.properties.ended_at, data: data28 };
                    if (vErrors === null) {
                      vErrors = [err61];
                    } else {
                      vErrors.push(err61);
                    }
                    errors++;
                  }
                }
              } else {
                const err62 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.type, parentSchema: schema38, data: data24 };
                if (vErrors === null) {
                  vErrors = [err62];
                } else {
                  vErrors.push(err62);
                }
                errors++;
              }
            }
          } else {
            const err63 = { instancePath: instancePath + "/operation/phases", schemaPath: "#/properties/operation/properties/phases/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.operation.properties.phases.type, parentSchema: schema31.properties.operation.properties.phases, data: data23 };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
        }
      }
    }
    if (data.history !== void 0) {
      let data29 = data.history;
      if (Array.isArray(data29)) {
        if (data29.length > 50) {
          const err64 = { instancePath: instancePath + "/history", schemaPath: "#/properties/history/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items", schema: 50, parentSchema: schema31.properties.history, data: data29 };
          if (vErrors === null) {
            vErrors = [err64];
          } else {
            vErrors.push(err64);
          }
          errors++;
        }
        const len1 = data29.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate25(data29[i1], { instancePath: instancePath + "/history/" + i1, parentData: data29, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err65 = { instancePath: instancePath + "/history", schemaPath: "#/properties/history/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.history.type, parentSchema: schema31.properties.history, data: data29 };
        if (vErrors === null) {
          vErrors = [err65];
        } else {
          vErrors.push(err65);
        }
        errors++;
      }
    }
  } else {
    const err66 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err66];
    } else {
      vErrors.push(err66);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };

// src/changeover/git-ledger.ts
var STATE_FILE = "state.json";
var LOST = /rejected|stale info|non-fast-forward|fetch first|cannot lock ref|reference already exists|but expected/i;
function gitLedger(options) {
  const ref = `refs/changeover/${options.environment}`;
  const { remote } = options;
  const commits = /* @__PURE__ */ new WeakMap();
  const run = (args, more = {}) => (
    // hooks are the repository's own business, and untrusted code in a pull request
    git(["-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0", ...args], { cwd: options.folder, ...more })
  );
  const runText = async (args, more) => (await run(args, more)).toString("utf8").trim();
  const head = async () => {
    if (remote === void 0) {
      return await runText(["for-each-ref", "--format=%(objectname)", ref]) || void 0;
    }
    const line = await reach(() => runText(["ls-remote", remote, ref]));
    const commit2 = line.split(/\s/)[0] || void 0;
    if (commit2 !== void 0) {
      await reach(
        () => run(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", remote, `+${ref}:${ref}`])
      );
    }
    return commit2;
  };
  const read = async () => {
    const commit2 = await head();
    const state = commit2 === void 0 ? emptyState(options.environment, options.strategy) : await stateOf(commit2);
    commits.set(state, commit2);
    return state;
  };
  const stateOf = async (commit2) => {
    let data;
    try {
      data = JSON.parse((await run(["cat-file", "blob", `${commit2}:${STATE_FILE}`])).toString("utf8"));
    } catch (error) {
      throw unreadable(ref, messageOf(error), error);
    }
    if (!validator_generated_default(data)) {
      const [first] = validator_generated_default.errors ?? [];
      throw unreadable(ref, `${STATE_FILE}${first?.instancePath ?? ""} ${first?.message ?? "is not valid"}`);
    }
    return data;
  };
  const record = async (previous, next, why) => {
    const parent = commits.get(previous);
    const recorded = { ...next, serial: previous.serial + 1 };
    const commit2 = await writeCommit(recorded, parent, why);
    if (remote === void 0) await moveLocal(commit2, parent);
    else await push(remote, commit2, parent);
    commits.set(recorded, commit2);
    return recorded;
  };
  const writeCommit = async (state, parent, why) => {
    const blob = await runText(["hash-object", "-w", "--stdin"], {
      input: `${JSON.stringify(state, null, 2)}
`
    });
    const tree = await runText(["mktree"], { input: `100644 blob ${blob}	${STATE_FILE}
` });
    const date = options.now().toISOString();
    return runText(["commit-tree", tree, ...parent === void 0 ? [] : ["-p", parent], "-F", "-"], {
      input: why,
      env: {
        GIT_AUTHOR_NAME: "Changeover",
        GIT_AUTHOR_EMAIL: "changeover@localhost",
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: "Changeover",
        GIT_COMMITTER_EMAIL: "changeover@localhost",
        GIT_COMMITTER_DATE: date
      }
    });
  };
  const moveLocal = async (commit2, parent) => {
    try {
      await run(["update-ref", ref, commit2, parent ?? "0".repeat(commit2.length)]);
    } catch (error) {
      if (error instanceof GitError && LOST.test(error.stderr)) throw moved(ref, error);
      throw error;
    }
  };
  const push = async (to, commit2, parent) => {
    const lease = `--force-with-lease=${ref}:${parent ?? ""}`;
    await reach(async () => {
      try {
        await run(["push", "--quiet", "--no-verify", lease, to, `${commit2}:${ref}`]);
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        const now = (await runText(["ls-remote", to, ref])).split(/\s/)[0];
        if (now === commit2) return;
        if (LOST.test(error.stderr) || (now || void 0) !== parent) throw moved(ref, error);
        throw error;
      }
    });
    await run(["update-ref", ref, commit2]);
  };
  const reach = (ask) => pRetry(
    async () => {
      try {
        return await ask();
      } catch (error) {
        if (error instanceof GitError) throw error;
        throw new AbortError(error instanceof Error ? error : messageOf(error));
      }
    },
    { retries: 2, minTimeout: 500, maxTimeout: 2e3 }
  ).catch((error) => {
    if (!(error instanceof GitError)) throw error;
    throw new LedgerError(
      "ledger_unreachable",
      `The ledger ${ref} on the remote "${remote}" cannot be reached: ${error.stderr.trim() || error.message}`,
      "Check the remote and its credentials. On GitHub the job needs  permissions: contents: write  and a checkout that keeps its credentials.",
      error
    );
  });
  return { place: remote === void 0 ? ref : `${ref} on ${remote}`, read, record };
}
function moved(ref, cause) {
  return new LedgerError(
    "ledger_moved",
    `The ledger ${ref} moved meanwhile: another run recorded something.`,
    "See changeover status, and start again.",
    cause
  );
}
function unreadable(ref, why, cause) {
  return new LedgerError(
    "ledger_unreadable",
    `The ledger ${ref} cannot be understood: ${why}`,
    `Look at it with  git log -p ${ref}  and push a commit that holds a state.json that is right.`,
    cause
  );
}

// src/changeover/owner.ts
import { readFile as readFile3 } from "node:fs/promises";
import { hostname, userInfo } from "node:os";
async function thisOwner(env) {
  return {
    host: hostname(),
    pid: process.pid,
    started: (await statOf(process.pid)).started,
    name: nameOf(env)
  };
}
async function isKnownDead(owner) {
  if (owner.host !== hostname()) return false;
  if (!isAlive(owner.pid)) return true;
  const { started, zombie } = await statOf(owner.pid);
  return zombie || owner.started !== 0 && started !== owner.started;
}
function nameOf(env) {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_ACTOR } = env;
  if (GITHUB_RUN_ID && GITHUB_REPOSITORY) {
    return `${GITHUB_ACTOR ?? "github"} (${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID})`;
  }
  try {
    return userInfo().username;
  } catch {
    return env.USER ?? "unknown";
  }
}
async function statOf(pid) {
  const stat2 = await readFile3(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat2.slice(stat2.lastIndexOf(")") + 2).split(" ");
  return { started: Number(fields[19]) || 0, zombie: fields[0] === "Z" };
}

// src/changeover/wire.ts
var FORWARDER = fileURLToPath(new URL("../local-forwarder.js", import.meta.url));
async function realPorts(options) {
  const { environment, log } = options;
  if (!/^[a-z0-9][a-z0-9_-]{0,62}$/.test(environment)) {
    throw new UserError("invalid_environment", `"${environment}" cannot be the name of an environment.`, {
      remedy: "Use small letters, digits, dashes and underscores."
    });
  }
  const root = await repositoryRoot(options.folder);
  const remote = await chooseRemote(root, options.remote);
  const place = remote === void 0 ? root : await gitText(["remote", "get-url", remote], { cwd: root });
  const key = createHash2("sha256").update(place).digest("hex").slice(0, 12);
  const state = join5(stateFolder(process.env), `${environment}-${key}`);
  const localRouter2 = { stateDir: join5(state, "router"), forwarder: FORWARDER };
  return {
    ledger: gitLedger({
      folder: root,
      environment,
      strategy: options.strategy,
      remote,
      now: systemClock.now
    }),
    shell: bash,
    runCommand: commandRunner(bash, log),
    clock: systemClock,
    log,
    owner: await thisOwner(process.env),
    processEnv: process.env,
    router: (settings) => createRouter(settings, localRouter2),
    localRouter: localRouter2,
    releasesFolder: join5(state, "releases")
  };
}
function localRouterOf(settings, ports) {
  const local = settings.strategy === "blue_green" ? settings.router.local : void 0;
  if (local) {
    return localRouter(
      expandDeep(local, variablesOf(settings, void 0, ports.processEnv), "router.local"),
      ports.localRouter
    );
  }
  throw new UserError("no_local_router", "The router of this environment is not the local one.", {
    remedy: "A real router is not started or stopped by Changeover."
  });
}
async function chooseRemote(root, asked) {
  const remotes = (await gitText(["remote"], { cwd: root })).split("\n").filter(Boolean);
  if (asked === void 0) return remotes.includes("origin") ? "origin" : void 0;
  if (remotes.includes(asked)) return asked;
  throw new UserError("unknown_remote", `The repository has no remote "${asked}".`, {
    remedy: remotes.length > 0 ? `It has: ${remotes.join(", ")}.` : "It has none: leave the option out to keep the ledger here."
  });
}

export {
  LedgerError,
  isKnownDead,
  realPorts,
  localRouterOf
};
