import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  systemClock
} from "./chunk-D6BMXANV.js";
import {
  emptyState
} from "./chunk-22IZ6557.js";
import {
  commandRunner,
  parseAddress
} from "./chunk-BV2MJK6B.js";
import {
  duration,
  expandDeep,
  variablesOf
} from "./chunk-WEE4WDUK.js";
import {
  RouterError
} from "./chunk-PH4DES75.js";
import {
  writeFileAtomic
} from "./chunk-OGTRJA2A.js";
import {
  bash,
  isAlive
} from "./chunk-TP5A5OSX.js";
import {
  GitError,
  git,
  gitText,
  repositoryRoot
} from "./chunk-D72PIMZP.js";
import {
  AbortError,
  pRetry
} from "./chunk-OOEUXFNT.js";
import {
  require_ucs2length
} from "./chunk-N25RECID.js";
import {
  COLORS
} from "./chunk-T6ZMEY7V.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-WRJK5PWJ.js";

// src/changeover/wire.ts
import { createHash as createHash2 } from "node:crypto";
import { join as join5 } from "node:path";
import { fileURLToPath } from "node:url";

// src/drivers/routers/command.ts
import { mkdir } from "node:fs/promises";
var NAME = "router";
var ANSWERS = ["blue", "green", "none", "split"];
var MAX_ANSWER_BYTES = 64;
function commandRouter(settings, options) {
  const run = (what, command, color) => runCommand(what, command, color, options);
  const current = async () => {
    const { result, printed } = await run("current", settings.current, void 0);
    if (result.exitCode !== 0) throw unreachable(`\`current\` ended with ${statusOf(result)}`);
    const answer = ANSWERS.find((word) => printed.trim() === word);
    if (answer !== void 0) return answer;
    throw new RouterError("router_refused", NAME, `\`current\` printed ${JSON.stringify(printed.trim())}.`, {
      remedy: "It must print one word on standard output: blue, green, none or split. Notes belong to standard error."
    });
  };
  const check = async (color) => {
    if (settings.check) {
      const { result } = await run("check", settings.check, color);
      if (result.exitCode !== 0) {
        const message = `\`check\` for ${color} ended with ${statusOf(result)}.`;
        const remedy = "See what it asks for: users are not sent there before it ends with exit status 0.";
        throw new RouterError("target_unhealthy", NAME, message, { remedy });
      }
    }
    return current();
  };
  const switchAndRead = async (color) => {
    const { result } = await run("switch", settings.switch, color);
    if (result.exitCode !== 0) throw failed(`\`switch\` to ${color} ended with ${statusOf(result)}`);
    const now = await current();
    if (now !== color) throw failed(`\`switch\` to ${color} ended well, but \`current\` prints ${now}`);
  };
  return {
    current,
    check: async (color) => {
      await check(color);
    },
    async switchTo(color) {
      const before = await check(color);
      try {
        await switchAndRead(color);
      } catch (error) {
        throw await undone(error, before, current, switchAndRead);
      }
    }
  };
}
async function undone(error, before, current, switchAndRead) {
  const why = messageOf(error).replace(`${NAME}: `, "").replace(/\.?$/, ".");
  const remedy = "Run the command by hand, with CHANGEOVER_COLOR set, and see what it says.";
  try {
    if (await current() === before) return failed(`${why} Users are where they were`, remedy, error);
    if (before === "blue" || before === "green") {
      await switchAndRead(before);
      return failed(`${why} Users were switched back to ${before}`, remedy, error);
    }
    return failed(
      `${why} There is no color to switch back to: before, \`current\` printed ${before}`,
      remedy,
      error
    );
  } catch (second) {
    const back = messageOf(second).replace(`${NAME}: `, "");
    return failed(`${why} And users could not be switched back to ${before}: ${back}`, remedy, error);
  }
}
async function runCommand(what, command, color, options) {
  const timeoutMs = duration(command.timeout, "30s");
  await mkdir(options.folder, { recursive: true, mode: 448 });
  let printed = "";
  const result = await options.shell.run({
    run: command.run,
    cwd: options.folder,
    timeoutMs,
    env: {
      ...options.variables,
      CHANGEOVER_ENVIRONMENT: options.environment,
      CHANGEOVER_COLOR: color ?? "",
      CHANGEOVER_PHASE: what,
      CHANGEOVER_NODE: process.execPath
      // a runner's own Node is not on the PATH
    },
    onStdout: (chunk) => {
      if (printed.length <= MAX_ANSWER_BYTES) printed += chunk.toString("latin1", 0, MAX_ANSWER_BYTES + 1);
    }
  });
  if (result.ended !== "exited") throw unreachable(`\`${what}\` did not end within ${timeoutMs} ms`);
  return { result, printed };
}
function statusOf({ exitCode, tail }) {
  const last = tail.at(-1)?.slice(0, 200);
  return `exit status ${exitCode ?? "unknown"}${last ? `: ${last}` : ""}`;
}
function unreachable(message) {
  return new RouterError("router_unreachable", NAME, `${message}.`, {
    remedy: "Run the command by hand; give it a longer timeout if it needs one."
  });
}
function failed(message, remedy, cause) {
  return new RouterError("switch_failed", NAME, message.replace(/\.?$/, "."), {
    ...remedy === void 0 ? {} : { remedy },
    cause
  });
}

// src/drivers/routers/all-nodes.ts
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
function passiveFirst(items) {
  return [items.filter(({ passive }) => passive), items.filter(({ passive }) => !passive)].filter(
    (group) => group.length > 0
  );
}
function switchFailed(cause, left) {
  const node = cause instanceof RouterError ? cause.node : "router";
  const why = messageOf(cause).replace(`${node}: `, "").replace(/\.?$/, ".");
  if (left.length > 0) {
    const message2 = `the switch failed: ${why} Not everything could be put back: ${left.join("; ")}`;
    const remedy2 = "Bring those nodes back by hand: a HAProxy that is started or reloaded reads its map or state file.";
    return new RouterError("switch_failed", node, message2, { cause, remedy: remedy2 });
  }
  const message = `the switch failed: ${why} Every node was put back: users are where they were.`;
  const remedy = cause instanceof RouterError ? cause.remedy : void 0;
  return new RouterError("switch_failed", node, message, remedy === void 0 ? { cause } : { cause, remedy });
}

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

// src/drivers/routers/haproxy-ask.ts
async function askNode(socket, command, expected) {
  const answer = await socket.ask(command);
  if (!expected.test(answer)) throw refused(socket.name, command, answer);
  return answer;
}
async function readStatistics(socket) {
  const answer = await askNode(socket, "show stat -1 4 -1", /^# pxname,svname,/);
  const [header = "", ...lines] = answer.split("\n");
  const columns = header.replace(/^# /, "").split(",");
  const servers = /* @__PURE__ */ new Map();
  for (const line of lines.filter((text) => text !== "")) {
    const cells = line.split(",");
    const cell = (name) => cells[columns.indexOf(name)] ?? "";
    const server = {
      name: cell("svname"),
      status: cell("status"),
      check: cell("check_status"),
      sessions: Number(cell("scur"))
    };
    servers.set(cell("pxname"), [...servers.get(cell("pxname")) ?? [], server]);
  }
  return servers;
}
function refused(node, command, answer) {
  const [name = ""] = command.split(/[#@<]/);
  const line = answer.trim().split("\n")[0]?.slice(0, 200) ?? "";
  const message = `HAProxy refused \`${name.trim().slice(0, 200)}\`: ${line || "it answered nothing"}`;
  if (/^Unknown command/.test(line)) {
    const remedy2 = "Map transactions need HAProxy 2.4 or newer, and the stats socket itself, not the master CLI.";
    return new RouterError("router_refused", node, message, { remedy: remedy2 });
  }
  const remedy = /^Permission denied/.test(line) ? `Give the stats socket a higher level: \`stats socket \u2026 level ${command.startsWith("set server") ? "admin" : "operator"}\`${command.startsWith("set server") ? "" : " (or `level admin`)"}.` : "Was HAProxy reloaded, or changed by somebody else, in this moment? Then try again.";
  return new RouterError("router_refused", node, message, { remedy });
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
      if (!match) throw refused(this.name, `show map #${id}`, line);
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
  servers() {
    return readStatistics(this.socket);
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
  ask(command, expected) {
    return askNode(this.socket, command, expected);
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

// src/drivers/routers/haproxy-servers.ts
var MAINTENANCE = 1 | 2 | 32;
var DRAINING = 8 | 16;
var CHECK_ON = 2 | 4;
var NAME2 = /^[A-Za-z0-9_.:-]+$/;
var LINE_BYTES = 8e3;
function serverPatterns(templates) {
  return new Map(
    Object.entries(templates).map(([backend, template]) => {
      const names = template.replaceAll("{color}", "").replaceAll("*", "");
      if (!NAME2.test(backend) || names !== "" && !NAME2.test(names) || !template.includes("{color}")) {
        throw new UserError(
          "bad_router_map",
          `${JSON.stringify(`${backend}: ${template}`)} names no servers.`,
          {
            remedy: 'Write a backend and the names of its servers, for example: keystone: "*-{color}".'
          }
        );
      }
      const pattern = (color) => {
        const escaped = template.replaceAll("{color}", color).replace(/[.]/g, "\\.").replaceAll("*", ".*");
        return new RegExp(`^${escaped}$`);
      };
      return [backend, { blue: pattern("blue"), green: pattern("green") }];
    })
  );
}
function colorOfServers(servers) {
  const seen = [...byBackend(servers).values()].map((own) => {
    const [first2, second] = COLORS.filter(
      (color) => own.some((each) => each.color === color && takesUsers(each))
    );
    return second !== void 0 ? "split" : first2 ?? "none";
  });
  const [first = "none", ...others] = seen;
  return others.every((color) => color === first) ? first : "split";
}
function byBackend(servers) {
  const backends = /* @__PURE__ */ new Map();
  for (const server of servers) {
    backends.set(server.backend, [...backends.get(server.backend) ?? [], server]);
  }
  return backends;
}
function takesUsers({ admin }) {
  return admin === "ready";
}
var ServerNode = class {
  constructor(socket, patterns) {
    this.socket = socket;
    this.patterns = patterns;
  }
  socket;
  patterns;
  get name() {
    return this.socket.name;
  }
  /** What a state file holds: `load-server-state-from-file` reads it at a reload. */
  dump() {
    return askNode(this.socket, "show servers state", /^1\n# be_id be_name /);
  }
  /** The servers of both colors. @throws RouterError `router_misconfigured` when a backend lacks one of the colors */
  async read() {
    const [, header = "", ...lines] = (await this.dump()).split("\n");
    const columns = header.replace(/^# /, "").split(" ");
    const servers = lines.filter(Boolean).flatMap((line) => this.serverOf(line.split(" "), columns));
    for (const backend of this.patterns.keys()) {
      for (const color of COLORS) {
        if (servers.some((each) => each.backend === backend && each.color === color)) continue;
        throw this.misconfigured(`backend ${backend} has no server of ${color}, or does not exist.`);
      }
    }
    return servers;
  }
  serverOf(cells, columns) {
    const cell = (name2) => cells[columns.indexOf(name2)] ?? "";
    const [backend, name] = [cell("be_name"), cell("srv_name")];
    const patterns = this.patterns.get(backend);
    if (!patterns) return [];
    const [color, second] = COLORS.filter((each) => patterns[each].test(name));
    if (second !== void 0) throw this.misconfigured(`server ${backend}/${name} belongs to both colors.`);
    if (color === void 0) return [];
    const numbers = ["srv_admin_state", "srv_op_state", "srv_check_state"].map((each) => cell(each));
    if (!NAME2.test(name) || !numbers.every((text) => /^\d+$/.test(text))) {
      throw refused(this.name, "show servers state", cells.join(" "));
    }
    const [admin = 0, operation = 0, check = 0] = numbers.map(Number);
    return [
      {
        backend,
        name,
        color,
        admin: admin & MAINTENANCE ? "maint" : admin & DRAINING ? "drain" : "ready",
        up: operation === 1 || operation === 2,
        checked: (check & CHECK_ON) === CHECK_ON
      }
    ];
  }
  /** Sessions that are open at each server, by `backend/name`. */
  async sessions() {
    const servers = [...await readStatistics(this.socket)];
    return new Map(
      servers.flatMap(([backend, own]) => own.map(({ name, sessions }) => [`${backend}/${name}`, sessions]))
    );
  }
  /** Setting servers takes a socket of level admin. Asked before anything is set. */
  async expectAdmin() {
    const level = (await askNode(this.socket, "show cli level", /^(user|operator|admin)\n/)).trim();
    if (level === "admin") return;
    throw new RouterError("router_refused", this.name, `the socket is of level ${level} only.`, {
      remedy: "Setting servers takes more than a map: `stats socket \u2026 level admin`."
    });
  }
  /** Set servers, in this order, as few lines as possible: HAProxy works a line off at once. */
  async set(servers, what) {
    await this.send(servers.map(({ backend, name }) => `set server ${backend}/${name} ${what}`));
  }
  async send(commands) {
    for (const line of linesOf(commands)) {
      const answer = await this.socket.ask(line.join(";"));
      if (answer === "\n".repeat(line.length)) continue;
      throw refused(this.name, line[0] ?? "", answer);
    }
  }
  misconfigured(message) {
    const remedy = "Correct the servers in HAProxy's configuration, or the router's `servers` in the manifest.";
    return new RouterError("router_misconfigured", this.name, message, { remedy });
  }
};
function linesOf(commands) {
  const lines = [];
  let bytes = LINE_BYTES;
  for (const command of commands) {
    bytes += command.length + 1;
    if (bytes > LINE_BYTES) {
      lines.push([]);
      bytes = command.length;
    }
    lines.at(-1)?.push(command);
  }
  return lines;
}

// src/drivers/routers/haproxy-servers-switch.ts
import { setTimeout as delay } from "node:timers/promises";
var POLL_MS = 50;
async function switchServers(targets, color, options) {
  const changes = await onAll(targets, (target) => readyTarget(target, color));
  try {
    await onAll(changes, (change) => wake(change, color, options.healthMs));
    for (const together2 of passiveFirst(changes)) {
      await onAll(together2, (change) => moveUsers(change, color));
    }
    await onAll(changes, (change) => retire(change, color, options));
  } catch (error) {
    const left = await failuresOf(changes, putBack);
    throw switchFailed(error, left);
  }
}
async function readyTarget(target, color) {
  const { node, stateFile } = target;
  await node.expectAdmin();
  const before = await node.read();
  expectUsable(node, before, color);
  const path = await stateFile?.locate();
  const file = stateFile && path !== void 0 ? { path, before: await stateFile.read(path) } : void 0;
  return { ...target, before, file };
}
function expectUsable(node, servers, color) {
  for (const [backend, own] of backendsOf(servers, color)) {
    if (!own.some(({ up, admin }) => up || admin === "maint")) throw unhealthy(node, backend, own);
  }
}
function backendsOf(servers, color) {
  return byBackend(servers.filter((server) => server.color === color));
}
async function wake({ node, before }, color, healthMs) {
  const asleep = before.filter((server) => server.color === color && server.admin === "maint");
  await node.set(asleep, "state drain");
  await node.set(
    asleep.filter(({ checked }) => checked),
    "health down"
  );
  const deadline = performance.now() + healthMs;
  for (; ; ) {
    const servers = await node.read();
    const own = backendsOf(servers, color);
    const late = performance.now() > deadline;
    const waiting = asleep.filter(
      ({ backend, name }) => own.get(backend)?.some((server) => server.name === name && !server.up)
    );
    const down = [...own].find(([, each]) => !each.some(({ up }) => up));
    if (down && (late || waiting.length === 0)) throw unhealthy(node, ...down);
    if (!down && (late || waiting.length === 0)) return;
    await delay(POLL_MS);
  }
}
async function moveUsers({ node, stateFile, file, before }, color) {
  const own = before.filter((server) => server.color === color);
  const others = before.filter((server) => server.color !== color && server.admin === "ready");
  await node.send([...statesTo(own, "ready"), ...statesTo(others, "drain")]);
  const servers = await expectUsersOn(node, color);
  for (const [backend, each] of backendsOf(servers, color)) {
    if (!each.some(({ up }) => up)) throw unhealthy(node, backend, each);
  }
  if (stateFile && file) await stateFile.write(file.path, await node.dump());
}
async function expectUsersOn(node, color) {
  const servers = await node.read();
  const current = colorOfServers(servers);
  if (current === color) return servers;
  throw new RouterError("switch_failed", node.name, `its servers, read back, say "${current}".`);
}
async function retire({ node, stateFile, file }, color, options) {
  if (options.standby === "drain") return;
  const deadline = performance.now() + options.drainMs;
  const draining = (await node.read()).filter((server) => server.color !== color && server.admin === "drain");
  while (draining.length > 0 && performance.now() < deadline) {
    const sessions = await node.sessions();
    if (draining.every(({ backend, name }) => sessions.get(`${backend}/${name}`) === 0)) break;
    await delay(POLL_MS);
  }
  await expectUsersOn(node, color);
  await node.set(draining, "state maint");
  const left = (await expectUsersOn(node, color)).find(
    (server) => server.color !== color && server.admin !== "maint"
  );
  if (left) {
    const message = `server ${left.backend}/${left.name} should be in maintenance, but is ${left.admin}.`;
    throw new RouterError("switch_failed", node.name, message);
  }
  if (stateFile && file) await stateFile.write(file.path, await node.dump());
}
async function putBack({ node, before, stateFile, file }) {
  if (stateFile && file) await stateFile.write(file.path, file.before);
  const states = ["ready", "drain", "maint"];
  await node.send(
    states.flatMap(
      (state) => statesTo(
        before.filter(({ admin }) => admin === state),
        state
      )
    )
  );
  const after = await node.read();
  const wrong = before.find(
    ({ backend, name, admin }) => after.find((server) => server.backend === backend && server.name === name)?.admin !== admin
  );
  if (wrong)
    throw new Error(`${node.name}: server ${wrong.backend}/${wrong.name} is not ${wrong.admin} again`);
}
function statesTo(servers, state) {
  return servers.map(({ backend, name }) => `set server ${backend}/${name} state ${state}`);
}
function unhealthy(node, backend, servers) {
  const states = servers.map(({ name, up, admin }) => `${name} is ${up ? "up" : "down"}, ${admin}`);
  const message = `backend ${backend} has no healthy server of that color: ${states.join("; ")}.`;
  const remedy = "Mend or start the servers of that color; HAProxy itself must see one of them up before users are sent there.";
  return new RouterError("target_unhealthy", node.name, message, { remedy });
}

// src/drivers/routers/haproxy-switch.ts
async function switchNodes(ready, routes) {
  const memory = ready.map(({ node, passive, map }) => {
    const after = rerouteEntries(map.entries, routes);
    return { node, passive, id: map.id, before: map.entries, after, commitSent: false };
  });
  const files = await readFiles(ready, routes);
  try {
    await onAll(memory, stage);
    await onAll(files, ({ file, path, after }) => file.write(path, after));
    for (const together2 of passiveFirst(memory)) {
      await onAll(together2, commit);
      await onAll(together2, ({ node, id, after }) => expectEntries(node, id, after));
    }
  } catch (error) {
    throw switchFailed(error, await putBack2(files, memory));
  }
}
async function readFiles(ready, routes) {
  const files = new Map(ready.map((node) => [`${node.file.host}:${node.path}`, node]));
  return onAll([...files.values()], async ({ file, path }) => {
    const before = await file.read(path);
    return { file, path, before, after: rerouteFile(before, routes) };
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
async function expectEntries(node, id, expected) {
  if (sameEntries(await node.readEntries(id), expected)) return;
  throw new RouterError("switch_failed", node.name, "its map, read back, does not hold what it was given.");
}
async function putBack2(files, memory) {
  const fromFiles = await failuresOf(files, ({ file, path, before }) => file.write(path, before));
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

// src/drivers/routers/node-access.ts
import { setTimeout as delay3 } from "node:timers/promises";

// src/drivers/routers/haproxy-socket.ts
import { connect } from "node:net";
var MAX_ANSWER_BYTES2 = 64 * 1024 * 1024;
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
    remedy: "Write unix:///run/haproxy/admin.sock, tcp://127.0.0.1:9999 or ssh://user@host/run/haproxy/admin.sock."
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
      if (bytes > MAX_ANSWER_BYTES2) fail(brokenOff(name, "it answered more than 64 MiB"));
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

// src/drivers/routers/node-file.ts
import { constants } from "node:fs";
import { access, open, readFile, realpath } from "node:fs/promises";
import { dirname } from "node:path";
function localFile(node, path) {
  return {
    host: "",
    async locate() {
      try {
        const file = await realpath(path);
        await (await open(file, "r+")).close();
        await access(dirname(file), constants.W_OK);
        return file;
      } catch (error) {
        throw notReplaceable(node, path, messageOf(error), error);
      }
    },
    async read(file) {
      try {
        return await readFile(file, "latin1");
      } catch (error) {
        throw new RouterError("router_misconfigured", node, `cannot read ${file}: ${messageOf(error)}`);
      }
    },
    async write(file, content) {
      try {
        await writeFileAtomic(file, Buffer.from(content, "latin1"));
      } catch (error) {
        throw notWritten(node, file, messageOf(error), error);
      }
    }
  };
}
function notReplaceable(node, path, why, cause) {
  return new RouterError("router_misconfigured", node, `${path} cannot be replaced: ${why}`, {
    remedy: `Let the user that runs this write ${path} and its folder; without it a reload of HAProxy would undo the switch.`,
    cause
  });
}
function notWritten(node, path, why, cause) {
  return new RouterError("switch_failed", node, `cannot write ${path}: ${why}`, { cause });
}

// src/drivers/routers/ssh-file.ts
var LOCATE = `sh -c 'IFS= read -r file && file=$(realpath -- "$file") || exit 1; test -f "$file" || { echo "there is no such file" >&2; exit 1; }; test -w "$file" && test -w "\${file%/*}/" || { echo "no right to write the file or its folder" >&2; exit 1; }; printf %s "$file"'`;
var READ = `sh -c 'IFS= read -r file && cat -- "$file"'`;
var WRITE = 'sh -c \'IFS= read -r file && IFS= read -r bytes && new=$(mktemp "${file%/*}/.${file##*/}.XXXXXX") || exit 1; trap "rm -f -- \\"\\$new\\"" EXIT; cp -p -- "$file" "$new" && cat > "$new" && test "$(wc -c < "$new")" -eq "$bytes" && { sync -- "$new" 2>/dev/null || sync; } && mv -f -- "$new" "$file"\'';
function sshFile(node, target, session, path) {
  const lines = (...texts) => {
    const odd = texts.find((text) => /[\0\r\n]/.test(text));
    if (odd === void 0) return texts.map((text) => `${text}
`).join("");
    throw new RouterError("router_misconfigured", node, `${JSON.stringify(odd)} is no path of a file.`);
  };
  return {
    host: `${target.host}:${target.port ?? ""}`,
    async locate() {
      const result = await session.run(LOCATE, lines(path));
      if (result.exitCode !== 0) throw notReplaceable(node, path, whyOf(result));
      return result.stdout;
    },
    async read(file) {
      const result = await session.run(READ, lines(file));
      if (result.exitCode === 0) return result.stdout;
      throw new RouterError("router_misconfigured", node, `cannot read ${file}: ${whyOf(result)}`);
    },
    async write(file, content) {
      const result = await session.run(WRITE, `${lines(file, `${content.length}`)}${content}`);
      if (result.exitCode !== 0) throw notWritten(node, file, whyOf(result));
    }
  };
}
function whyOf({ exitCode, stderr }) {
  const line = stderr.trim().split("\n").at(-1)?.slice(0, 200);
  return line || `exit status ${exitCode}`;
}

// src/drivers/routers/ssh-session.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay2 } from "node:timers/promises";
var ADDRESS = /^ssh:\/\/(?:([A-Za-z0-9_][A-Za-z0-9._-]*)@)?(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9][A-Za-z0-9._-]*))(?::(\d{1,5}))?(\/[A-Za-z0-9._/@+-]+)$/;
var GUARDED = 'exec 3<&0; { read -r _ <&3; kill "$$"; } >/dev/null 2>&1 & exec 3<&-; exec ssh "$@" </dev/null';
var CONNECT_MS = 15e3;
var MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
var KEPT_COMPLAINT = 500;
function parseSshAddress(address) {
  const match = ADDRESS.exec(address);
  const [, user, ipv6, name, port, path] = match ?? [];
  const host = ipv6 ?? name;
  if (host === void 0 || path === void 0 || Number(port ?? 22) < 1 || Number(port ?? 22) > 65535)
    return void 0;
  return { user, host, port: port === void 0 ? void 0 : Number(port), path };
}
var SshSession = class {
  constructor(name, target, options) {
    this.name = name;
    this.target = target;
    this.options = options;
  }
  name;
  target;
  options;
  connection;
  /** The path of the socket on this machine. @throws RouterError `router_unreachable` */
  async socket() {
    return (await this.connected()).socket;
  }
  /** What ssh complained of last, such as a socket that is not there. */
  async complaint() {
    return (await this.connection?.catch(() => void 0))?.complaint() ?? "";
  }
  /**
   * Run a script there, with `input` at its standard input. The script is a constant of ours: values go by the input.
   *
   * @throws RouterError `router_unreachable` when it does not end in time, or the connection breaks
   */
  async run(script, input) {
    const { folder } = await this.connected();
    const args = [
      ...this.commonArgs(),
      "-S",
      join(folder, "master"),
      "-o",
      "ControlMaster=no",
      ...this.destination()
    ];
    const result = await capture(spawnSsh([...args, script]), input, this.options.timeoutMs);
    if (result === "timeout") {
      throw this.unreachable(`a command over ssh did not end within ${this.options.timeoutMs} ms`);
    }
    if (result.exitCode === 255 || result.exitCode === null)
      throw this.unreachable(`ssh failed: ${complaintOf(result.stderr)}`);
    return result;
  }
  /** End it now. It would also end with this process. */
  async close() {
    const connection = await this.connection?.catch(() => void 0);
    await connection?.close();
  }
  connected() {
    if (this.connection) return this.connection;
    const started = this.connect();
    this.connection = started;
    const forget = () => {
      if (this.connection === started) this.connection = void 0;
    };
    started.then((connection) => connection.onEnd(forget), forget);
    return started;
  }
  async connect() {
    this.options.signal?.throwIfAborted();
    const folder = await mkdtemp(join(this.options.temporaryFolder ?? tmpdir(), "changeover-ssh-"));
    const socket = join(folder, "node");
    const clean = () => rm(folder, { recursive: true, force: true });
    if (!/^[A-Za-z0-9._/-]{1,80}$/.test(socket)) {
      await clean();
      throw new RouterError("router_misconfigured", this.name, `${folder} is no folder for a socket.`, {
        remedy: "Set TMPDIR to a folder with a short path, of letters, digits and the signs . _ - only."
      });
    }
    const forward = ["-N", "-M", "-S", join(folder, "master"), "-L", `${socket}:${this.target.path}`];
    const args = [...this.commonArgs(), ...forward, ...FORWARDING, ...this.destination()];
    const child = spawn("sh", ["-c", GUARDED, "ssh", ...args], { stdio: ["pipe", "ignore", "pipe"] });
    const connection = new Connection(child, folder, socket);
    const stop = () => void connection.close();
    this.options.signal?.addEventListener("abort", stop, { once: true });
    await this.waitFor(connection);
    return connection;
  }
  async waitFor(connection) {
    const limitMs = this.options.connectMs ?? CONNECT_MS;
    const deadline = performance.now() + limitMs;
    while (!existsSync(connection.socket)) {
      const late = performance.now() > deadline;
      if (connection.alive() && !late) {
        await delay2(10);
        continue;
      }
      await connection.close();
      const why = late ? `no connection within ${limitMs} ms` : connection.complaint();
      throw this.unreachable(`ssh failed: ${why || "it ended at once"}`);
    }
  }
  commonArgs() {
    const seconds = Math.max(1, Math.ceil((this.options.connectMs ?? CONNECT_MS) / 1e3));
    const { port, user } = this.target;
    return [
      ...this.options.configFile === void 0 ? [] : ["-F", this.options.configFile],
      ...[
        "-x",
        "-a",
        "-T",
        "-o",
        "BatchMode=yes",
        "-o",
        "StrictHostKeyChecking=yes",
        "-o",
        "PermitLocalCommand=no"
      ],
      ...["-o", `ConnectTimeout=${seconds}`, "-o", "ConnectionAttempts=1", "-o", "LogLevel=INFO"],
      ...port === void 0 ? [] : ["-p", `${port}`],
      ...user === void 0 ? [] : ["-l", user]
    ];
  }
  destination() {
    return ["--", this.target.host];
  }
  unreachable(why) {
    return new RouterError("router_unreachable", this.name, `${why.replace(/\.$/, "")}.`, {
      remedy: `\`ssh -o BatchMode=yes ${this.target.host} true\` must work as the user that runs this, without a question.`
    });
  }
};
var FORWARDING = [
  ...["-o", "ExitOnForwardFailure=yes", "-o", "StreamLocalBindUnlink=yes", "-o", "StreamLocalBindMask=0177"],
  ...["-o", "ControlPersist=no", "-o", "ServerAliveInterval=5", "-o", "ServerAliveCountMax=3"]
];
var Connection = class {
  constructor(child, folder, socket) {
    this.child = child;
    this.folder = folder;
    this.socket = socket;
    process.once("exit", this.cleanUp);
    child.once("exit", () => this.end());
    child.once("error", () => this.end());
    child.stdin?.on("error", () => {
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      this.said = `${this.said}${text}`.slice(-10 * KEPT_COMPLAINT);
    });
    child.unref();
    for (const stream of [child.stdin, child.stderr]) if (stream instanceof Socket) stream.unref();
  }
  child;
  folder;
  socket;
  said = "";
  ended = false;
  cleanUp = () => rmSync(this.folder, { recursive: true, force: true });
  alive() {
    return !this.ended;
  }
  onEnd(then) {
    if (this.ended) then();
    else this.child.once("exit", then);
  }
  complaint() {
    return complaintOf(this.said);
  }
  async close() {
    if (this.ended) return;
    const exit = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await exit;
  }
  end() {
    this.ended = true;
    this.child.stdin?.destroy();
    process.removeListener("exit", this.cleanUp);
    this.cleanUp();
  }
};
function spawnSsh(args) {
  return spawn("ssh", args, { stdio: ["pipe", "pipe", "pipe"] });
}
function capture(child, input, timeoutMs) {
  return new Promise((resolve2) => {
    const output = { stdout: "", stderr: "" };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      resolve2("timeout");
    }, timeoutMs);
    for (const name of ["stdout", "stderr"]) {
      child[name]?.setEncoding("latin1").on("data", (text) => {
        output[name] += text;
        if (output[name].length > MAX_OUTPUT_BYTES) child.kill("SIGKILL");
      });
    }
    child.once("error", (error) => {
      clearTimeout(timer);
      resolve2({ exitCode: null, stdout: "", stderr: error.message });
    });
    child.once("close", (exitCode) => {
      clearTimeout(timer);
      resolve2({ exitCode, ...output });
    });
    child.stdin?.on("error", () => {
    });
    child.stdin?.end(input, "latin1");
  });
}
function complaintOf(text) {
  return text.trim().split("\n").at(-1)?.trim().slice(0, KEPT_COMPLAINT) ?? "";
}

// src/drivers/routers/node-access.ts
var COMPLAINT_MS = 100;
function nodeAccess(address, options) {
  const target = parseSshAddress(address);
  if (!target) {
    const socket = haproxySocket(address, options.timeoutMs);
    return { socket, file: (path) => localFile(address, path) };
  }
  const session = new SshSession(address, target, options);
  const ask = async (command) => {
    const path = await session.socket();
    try {
      return await exchange(address, { path }, command, options.timeoutMs);
    } catch (error) {
      await delay3(COMPLAINT_MS);
      const complaint = await session.complaint();
      if (!complaint || !(error instanceof RouterError)) throw error;
      const message = `${error.message.replace(`${address}: `, "")} ssh said: ${complaint}`;
      const remedy = "Check that HAProxy runs there, that the path is that of its `stats socket`, and that the user may use it.";
      throw new RouterError(error.code, address, message, { remedy, cause: error });
    }
  };
  return { socket: { name: address, ask }, file: (path) => sshFile(address, target, session, path) };
}

// src/drivers/routers/haproxy.ts
function haproxyRouter(settings, options = {}) {
  const { map, servers } = settings;
  if (map && !servers) return mapRouter(settings, map, options);
  if (servers && !map) return serverRouter(settings, servers, options);
  throw new UserError("bad_router_map", "HAProxy's router needs a map or servers, one of both.", {
    remedy: 'Write, for example: map: { keystone: "keystone_{color}" }.'
  });
}
function mapRouter(settings, map, options) {
  const routes = routesOf(map);
  const targets = settings.nodes.map(({ socket, map_file, passive = false }) => {
    if (map_file === void 0) {
      throw new UserError("bad_router_map", `The HAProxy node ${socket} has no map_file.`, {
        remedy: "Name the file of its map, spelled as in its configuration."
      });
    }
    const access2 = accessOf(socket, options);
    return { node: new HaproxyNode(access2.socket, map_file), file: access2.file(map_file), passive };
  });
  return {
    async current() {
      const colors = await onAll(targets, async ({ node }) => {
        const { entries } = await node.readMap();
        return colorOf(node.name, entries, routes);
      });
      return together(colors);
    },
    async check(color) {
      await onAll(targets, (target) => checkNode(target, routes[color]));
    },
    async switchTo(color) {
      const ready = await onAll(targets, (target) => checkNode(target, routes[color]));
      await switchNodes(ready, routes[color]);
    }
  };
}
function serverRouter(settings, servers, options) {
  const patterns = serverPatterns(servers);
  const targets = settings.nodes.map(({ socket, state_file, passive = false }) => {
    const access2 = accessOf(socket, options);
    const stateFile = state_file === void 0 ? void 0 : access2.file(state_file);
    return { node: new ServerNode(access2.socket, patterns), passive, stateFile };
  });
  const limits = {
    healthMs: duration(settings.health_timeout, "30s"),
    drainMs: duration(settings.drain_timeout, "30s"),
    standby: settings.standby === "drain" ? "drain" : "maint"
  };
  return {
    async current() {
      return together(await onAll(targets, async ({ node }) => colorOfServers(await node.read())));
    },
    async check(color) {
      await onAll(targets, (target) => readyTarget(target, color));
    },
    switchTo: (color) => switchServers(targets, color, limits)
  };
}
function accessOf(socket, options) {
  return nodeAccess(socket, { ...options.ssh, timeoutMs: options.timeoutMs ?? 5e3 });
}
function together(colors) {
  const [first = "none", ...others] = colors;
  return others.every((color) => color === first) ? first : "split";
}
async function checkNode({ node, file, passive }, routes) {
  const map = await node.readMap();
  const bare = map.entries.find(({ value }) => value === "");
  if (bare) {
    throw new RouterError("router_misconfigured", node.name, `the map's entry ${bare.key} has no value.`, {
      remedy: "HAProxy takes no such entry in a map transaction. Give it a value, in memory and in the map file."
    });
  }
  await checkTargets(node, new Set(routes.values()));
  return { node, passive, map, file, path: await file.locate() };
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
    if (!own.some(takesTraffic)) throw unhealthy2(node.name, backend, own);
  }
}
function takesTraffic({ status }) {
  return /^UP\b/.test(status) || status === "no check";
}
function unhealthy2(node, backend, servers) {
  const states = servers.map(({ name, status, check }) => `${name} is ${status}${check && ` (${check})`}`);
  const message = `backend ${backend} has no healthy server: ${states.join(", ") || "it has no servers"}.`;
  return new RouterError("target_unhealthy", node, message, {
    remedy: "Mend or start the servers of that color; HAProxy itself must see one of them up before users are sent there."
  });
}

// src/drivers/routers/local.ts
import { connect as connect3 } from "node:net";
import { tmpdir as tmpdir2 } from "node:os";
import { setTimeout as delay4 } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";

// src/drivers/routers/local-control.ts
import { createHash } from "node:crypto";
import { lstat, mkdir as mkdir2 } from "node:fs/promises";
import { connect as connect2 } from "node:net";
import { join as join2 } from "node:path";
var LOCAL = "local router";
var MAX_SOCKET_PATH_BYTES = 100;
var MAX_ANSWER_LENGTH = 1024 * 1024;
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
  if (answer === void 0) throw unreachable2(socket, "it broke off its answer");
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
      reject(unreachable2(socket, `no answer within ${timeoutMs} ms`));
    }, timeoutMs);
    connection.setEncoding("utf8");
    connection.on("connect", () => connection.write(line));
    connection.on("data", (chunk) => {
      text += chunk;
      if (text.length > MAX_ANSWER_LENGTH) {
        connection.destroy();
        clearTimeout(timer);
        reject(unreachable2(socket, "it answered more than any forwarder does"));
      }
    });
    connection.on("end", () => {
      clearTimeout(timer);
      resolve2(text);
    });
    connection.on("error", (error) => {
      clearTimeout(timer);
      const code = systemCode(error);
      if (code === "ENOENT" || code === "ECONNREFUSED") resolve2(void 0);
      else reject(unreachable2(socket, code ?? error.message));
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
function unreachable2(socket, why) {
  return new RouterError("router_unreachable", LOCAL, `the forwarder at ${socket}: ${why}.`, {
    remedy: 'See its log; end its process if it hangs (its number is in the file "pid" beside the log).'
  });
}

// src/drivers/routers/local-process.ts
import { spawn as spawn2 } from "node:child_process";
import { mkdir as mkdir3, open as open2, readFile as readFile2 } from "node:fs/promises";
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
  const log = await open2(join3(stateDir, LOG), "a", 384);
  try {
    const child = spawn2(process.execPath, [resolve(forwarder), file], {
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
  const { stateDir, forwarder, timeoutMs = 5e3, temporaryFolder = tmpdir2() } = options;
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
      const socket = await socketPath();
      const before = await askForwarder(socket, { do: "status" }, timeoutMs);
      try {
        await switchForwarder(socket, color, timeoutMs);
      } catch (error) {
        const back = before ? [before.color] : [];
        throw switchFailed(error, await failuresOf(back, (old) => switchForwarder(socket, old, timeoutMs)));
      }
    },
    async stop() {
      const last = await lastSettings(stateDir);
      const sockets = /* @__PURE__ */ new Set([await socketPath(), ...last ? [last.socket] : []]);
      for (const socket of sockets) await askForwarder(socket, { do: "stop" }, timeoutMs);
    }
  };
}
async function switchForwarder(socket, color, timeoutMs) {
  await askForwarder(socket, { do: "switch", color }, timeoutMs);
  const status = await askForwarder(socket, { do: "status" }, timeoutMs);
  if (status?.color === color) return;
  const message = status ? `the forwarder did not take ${color}.` : "the forwarder has ended.";
  throw new RouterError("switch_failed", LOCAL, message, { remedy: "See its log." });
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
    await delay4(25);
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
  if (settings.command) return commandRouter(settings.command, options);
  if (settings.local) return localRouter(settings.local, options);
  throw new UserError("router_missing", "The environment has no router.", {
    remedy: "Give it one: router: { haproxy: \u2026 }, router: { command: \u2026 } or router: { local: \u2026 }."
  });
}

// src/platform/folders.ts
import { homedir } from "node:os";
import { join as join4 } from "node:path";
function stateFolder(env) {
  if (env.CHANGEOVER_STATE_DIR) return env.CHANGEOVER_STATE_DIR;
  return join4(env.XDG_STATE_HOME || join4(homedir(), ".local", "state"), "changeover");
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
  const stat = await readFile3(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
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
    router: (settings, variables) => createRouter(settings, {
      ...localRouter2,
      shell: bash,
      environment,
      variables,
      folder: join5(state, "router")
    }),
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
