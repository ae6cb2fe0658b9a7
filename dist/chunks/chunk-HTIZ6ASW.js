import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  systemClock
} from "./chunk-D6BMXANV.js";
import {
  writeFileAtomic
} from "./chunk-OGTRJA2A.js";
import {
  ledgerLogin
} from "./chunk-PGF25G2R.js";
import {
  readObjects
} from "./chunk-KFWHASM4.js";
import {
  bash,
  isAlive
} from "./chunk-TP5A5OSX.js";
import {
  unpackRelease,
  unwritable
} from "./chunk-4SOFSJO6.js";
import {
  LedgerError,
  RouterError
} from "./chunk-AWRWGIU3.js";
import {
  commandRunner,
  isGoodStatus,
  parseAddress
} from "./chunk-P7UCZ7L7.js";
import {
  duration,
  expandDeep,
  variablesOf
} from "./chunk-WEE4WDUK.js";
import {
  emptyState
} from "./chunk-QK22Z7Q3.js";
import {
  HttpFailure,
  askHttp
} from "./chunk-2RQJNVEV.js";
import {
  COLORS
} from "./chunk-T6ZMEY7V.js";
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
import {
  PATIENCE
} from "./chunk-LGEIZY6T.js";
import {
  AbortError,
  pRetry
} from "./chunk-OOEUXFNT.js";
import {
  require_ucs2length
} from "./chunk-ENQVGC6S.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-WRJK5PWJ.js";

// src/changeover/wire.ts
import { createHash as createHash3 } from "node:crypto";
import { join as join6 } from "node:path";
import { fileURLToPath } from "node:url";

// src/drivers/routers/command.ts
import { mkdir } from "node:fs/promises";

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
async function truthOf(node, ask) {
  try {
    return { node, ...await ask(), error: null };
  } catch (error) {
    if (!(error instanceof RouterError)) throw error;
    const why = error.message.replace(`${error.node}: `, "");
    return { node, current: null, services: {}, error: `${error.code}: ${why}` };
  }
}
function together(colors) {
  const [first = "none", ...others] = colors;
  return others.every((color) => color === first) ? first : "split";
}
function passiveFirst(items) {
  return [items.filter(({ passive }) => passive), items.filter(({ passive }) => !passive)].filter(
    (group) => group.length > 0
  );
}
var Overtaken = class extends RouterError {
  constructor(node) {
    super("switch_failed", node, "another run has switched it meanwhile.", {
      remedy: "See changeover status."
    });
    this.name = "Overtaken";
  }
};
function switchFailed(cause, left) {
  const node = cause instanceof RouterError ? cause.node : "router";
  const why = messageOf(cause).replace(`${node}: `, "").replace(/\.?$/, ".");
  if (left.length > 0) {
    const message2 = `the switch failed: ${why} Not everything could be put back: ${left.join("; ")}`;
    const remedy2 = "Bring those nodes back by hand: a HAProxy that is started or reloaded reads its map or state file.";
    return new RouterError("switch_failed", node, message2, { cause, remedy: remedy2 });
  }
  if (cause instanceof Overtaken) {
    const message2 = `the switch failed: ${why} Users are where that run sent them.`;
    return new RouterError("switch_failed", node, message2, { cause, remedy: cause.remedy ?? "" });
  }
  const message = `the switch failed: ${why} Every node was put back: users are where they were.`;
  const remedy = cause instanceof RouterError ? cause.remedy : void 0;
  return new RouterError("switch_failed", node, message, remedy === void 0 ? { cause } : { cause, remedy });
}

// src/drivers/routers/command.ts
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
    nodes: async () => [await truthOf("command", async () => ({ current: await current(), services: {} }))],
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
  const values = valuesOf(entries);
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
function valuesOf(entries) {
  return new Map(entries.toReversed().map(({ key, value }) => [key, value]));
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
    const map = await this.findMap();
    return { ...map, entries: await this.readEntries(map.id) };
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
    for (const [, id, file = "", rest = ""] of answer.matchAll(
      /^(\d+) \((.*)\) pattern loaded from file (.*)$/gm
    )) {
      const [, version, prepared] = /curr_ver=(\d+) next_ver=(\d+) entry_cnt=\d+$/.exec(rest) ?? [];
      const map2 = { id: Number(id), version: Number(version), prepared: Number(prepared) };
      files.set(file.replace(/^(?:opt|file)@/, ""), map2);
    }
    const map = files.get(this.mapFile);
    if (map !== void 0) return map;
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
  return together([...colorsOfBackends(servers).values()]);
}
function colorsOfBackends(servers) {
  return new Map(
    [...byBackend(servers)].map(([backend, own]) => {
      const [first, second] = COLORS.filter(
        (color) => own.some((each) => each.color === color && takesUsers(each))
      );
      return [backend, second !== void 0 ? "split" : first ?? "none"];
    })
  );
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
  /** The files of its configuration, as they were named at its start. */
  async configuration() {
    const answer = await askNode(this.socket, "show env HAPROXY_CFGFILES", /./);
    return /^HAPROXY_CFGFILES=(.*)$/m.exec(answer)?.[1]?.split(";") ?? [];
  }
  get backends() {
    return [...this.patterns.keys()];
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
  /** Commands in this order, as few lines as possible: HAProxy works a line off at once. */
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
import { isDeepStrictEqual } from "node:util";

// src/drivers/routers/haproxy-state-file.ts
import { posix } from "node:path";
function stateFileUse(configuration, backends) {
  const global = {};
  const named = /* @__PURE__ */ new Map();
  const found = /* @__PURE__ */ new Map();
  let defaults = { load: void 0 };
  let section;
  let isGlobal = false;
  for (const [keyword = "", ...words] of configuration.flatMap(linesOf2)) {
    const [name = ""] = words;
    if (SECTIONS.has(keyword)) {
      isGlobal = keyword === "global";
      const from = named.get(words[words.indexOf("from") + 1] ?? "");
      section = {
        load: (words.includes("from") ? from : keyword === "defaults" ? void 0 : defaults)?.load
      };
      if (keyword === "defaults") {
        defaults = section;
        named.set(name, section);
      }
      if (keyword === "backend" || keyword === "listen") found.set(name, section);
    } else if (isGlobal) global[keyword] = name;
    else if (section && keyword === "load-server-state-from-file") section.load = name;
  }
  return new Map(backends.map((backend) => [backend, useOf(found.get(backend), global)]));
}
var SECTIONS = /* @__PURE__ */ new Set([
  ...["global", "defaults", "frontend", "backend", "listen", "peers", "resolvers", "mailers", "userlist"],
  ...["program", "cache", "http-errors", "ring", "log-forward", "fcgi-app", "crt-store", "traces", "acme"]
]);
function linesOf2(text) {
  return text.split("\n").map((line) => line.replace(/#.*/, "").split(/\s+/).filter(Boolean)).filter((words) => words.length > 0);
}
function useOf(section, global) {
  if (!section || section.load === "local") return "unknown";
  if (section.load !== "global") return "nothing";
  const { "server-state-file": file, "server-state-base": base = "/" } = global;
  if (file === void 0) return "nothing";
  if (/["'\\$]/.test(file + base)) return "unknown";
  return { reads: posix.resolve("/", base, file) };
}

// src/drivers/routers/haproxy-servers-switch.ts
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
  return { ...target, before, file, moved: false };
}
async function expectKept({ node, fileOf }, { file }) {
  if (!file) return;
  const paths = await node.configuration();
  if (paths.length === 0 || !paths.every((path) => path.startsWith("/"))) return;
  const texts = await onAll(paths, (path) => fileOf(path).read(path)).catch(() => void 0);
  for (const [backend, use] of stateFileUse(texts ?? [], node.backends)) {
    if (use === "unknown") continue;
    const read = use === "nothing" ? void 0 : await fileOf(use.reads).locate().catch(() => use.reads);
    if (read === file.path) continue;
    const message = `a reload would lose the color of backend ${backend}: it reads ${read ?? "no state file"}, not ${file.path}.`;
    const remedy = `Write \`server-state-file ${file.path}\` under global, and \`load-server-state-from-file global\` under defaults or the backend; or leave state_file out.`;
    throw new RouterError("router_misconfigured", node.name, message, { remedy });
  }
}
function expectUsable(node, servers, color) {
  for (const [backend, own] of backendsOf(servers, color)) {
    if (!own.some(({ up, admin }) => up || admin === "maint")) throw unhealthy(node, backend, own);
  }
}
function backendsOf(servers, color) {
  return byBackend(servers.filter((server) => server.color === color));
}
async function wake(change, color, healthMs) {
  const { node, before } = change;
  if (await isOvertaken(change)) throw new Overtaken(node.name);
  const asleep = before.filter((server) => server.color === color && server.admin === "maint");
  const checked = asleep.filter((server) => server.checked);
  await takeAway(node, before, [
    ...statesTo(asleep, "drain"),
    ...checked.map((server) => setServer(server, "health down"))
  ]);
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
async function moveUsers(change, color) {
  const { node, stateFile, file, before } = change;
  if (await isOvertaken(change)) throw new Overtaken(node.name);
  change.moved = true;
  const own = before.filter((server) => server.color === color);
  const others = before.filter((server) => server.color !== color && server.admin === "ready");
  await node.send([...statesTo(own, "ready"), ...statesTo(others, "drain")]);
  const servers = await expectUsersOn(node, color);
  for (const [backend, each] of backendsOf(servers, color)) {
    if (!each.some(({ up }) => up)) throw unhealthy(node, backend, each);
  }
  if (stateFile && file) await stateFile.write(file.path, await node.dump());
}
async function isOvertaken({ node, before, moved: moved2 }) {
  return !moved2 && !isDeepStrictEqual(colorsOfBackends(await node.read()), colorsOfBackends(before));
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
  const servers = await expectUsersOn(node, color);
  await takeAway(node, servers, statesTo(draining, "maint"));
  const left = (await expectUsersOn(node, color)).find(
    (server) => server.color !== color && server.admin !== "maint"
  );
  if (left) {
    const message = `server ${left.backend}/${left.name} should be in maintenance, but is ${left.admin}.`;
    throw new RouterError("switch_failed", node.name, message);
  }
  if (stateFile && file) await stateFile.write(file.path, await node.dump());
}
async function putBack(change) {
  const { node, before, stateFile, file, moved: moved2 } = change;
  if (await isOvertaken(change)) return;
  if (stateFile && file && moved2) await stateFile.write(file.path, file.before);
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
async function takeAway(node, seen, commands) {
  if (commands.length === 0) return;
  const serving = seen.filter(({ admin }) => admin === "ready");
  await node.send([...statesTo(serving, "ready"), ...commands]);
}
function statesTo(servers, state) {
  return servers.map((server) => setServer(server, `state ${state}`));
}
function setServer({ backend, name }, what) {
  return `set server ${backend}/${name} ${what}`;
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
    return { node, passive, found: map, before: map.entries, after, commitSent: false };
  });
  const files = await readFiles(ready, routes);
  try {
    await onAll(memory, stage);
    await onAll(files, writeNew);
    for (const together2 of passiveFirst(memory)) {
      await onAll(together2, commit);
      await onAll(together2, ({ node, found, after }) => expectEntries(node, found.id, after));
    }
  } catch (error) {
    throw await putBack2(error, files, memory, routes);
  }
}
async function readFiles(ready, routes) {
  const files = new Map(ready.map((node) => [`${node.file.host}:${node.path}`, node]));
  return onAll([...files.values()], async ({ node, file, path }) => {
    const before = await file.read(path);
    return { node, file, path, before, after: rerouteFile(before, routes), written: false };
  });
}
async function stage(change) {
  const { node, found, after } = change;
  change.version = await node.prepare(found.id);
  if (change.version > found.prepared + 1) throw new Overtaken(node.name);
  await node.fill(found.id, change.version, after);
}
async function writeNew(change) {
  change.written = true;
  await change.file.write(change.path, change.after);
}
async function commit(change) {
  const { node, found, version } = change;
  if (version === void 0) throw new Error("a change is committed before it is staged");
  change.commitSent = true;
  try {
    await node.commit(found.id, version);
  } catch (error) {
    const now = await node.readMap().catch(() => void 0);
    throw now && now.version > version ? new Overtaken(node.name) : error;
  }
}
async function expectEntries(node, id, expected) {
  if (sameEntries(await node.readEntries(id), expected)) return;
  throw new RouterError("switch_failed", node.name, "its map, read back, does not hold what it was given.");
}
async function putBack2(error, files, memory, routes) {
  const others = await switchedByOthers(memory);
  const left = await failuresOf(
    files.filter(({ written }) => written),
    ({ node, file, path, before }) => {
      const now = [...valuesOf(others.get(node) ?? [])].filter(([key]) => routes.has(key));
      return file.write(path, rerouteFile(before, new Map(now)));
    }
  );
  left.push(
    ...await failuresOf(memory, (change) => others.has(change.node) ? drop(change) : restore(change))
  );
  const [first] = others.keys();
  return switchFailed(first ? new Overtaken(first.name) : error, left);
}
async function switchedByOthers(memory) {
  const others = /* @__PURE__ */ new Map();
  await Promise.all(
    memory.map(async ({ node, found, version }) => {
      const now = await node.readMap().catch(() => void 0);
      if (now && now.version > found.version && now.version !== version) others.set(node, now.entries);
    })
  );
  return others;
}
async function drop({ node, found, version, commitSent }) {
  if (version !== void 0 && !commitSent) await node.discard(found.id, version);
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
var MAX_ANSWER_BYTES2 = 16 * 1024 * 1024;
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
      if (bytes > MAX_ANSWER_BYTES2) fail(brokenOff(name, "it answered more than 16 MiB"));
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
    nodes: () => onAll(
      targets,
      ({ node }) => truthOf(node.name, async () => {
        const { entries } = await node.readMap();
        const current = colorOf(node.name, entries, routes);
        const values = [...valuesOf(entries)].filter(([key]) => routes.blue.has(key));
        return { current, services: Object.fromEntries(values) };
      })
    ),
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
    return { node: new ServerNode(access2.socket, patterns), passive, stateFile, fileOf: access2.file };
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
    nodes: () => onAll(
      targets,
      ({ node }) => truthOf(node.name, async () => {
        const servers2 = await node.read();
        const services = Object.fromEntries(colorsOfBackends(servers2));
        return { current: colorOfServers(servers2), services };
      })
    ),
    async check(color) {
      await onAll(targets, async (target) => expectKept(target, await readyTarget(target, color)));
    },
    switchTo: (color) => switchServers(targets, color, limits)
  };
}
function accessOf(socket, options) {
  return nodeAccess(socket, { ...options.ssh, timeoutMs: options.timeoutMs ?? 5e3 });
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
import { isDeepStrictEqual as isDeepStrictEqual2 } from "node:util";

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
    if (status && !isDeepStrictEqual2(status.services, services)) throw startedOtherwise(status, "targets");
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
  const current = async () => {
    const status = await askForwarder(await socketPath(), { do: "status" }, timeoutMs);
    return status?.color ?? "none";
  };
  return {
    start,
    check,
    current,
    nodes: async () => [
      await truthOf(LOCAL, async () => {
        const color = await current();
        return {
          current: color,
          services: Object.fromEntries(Object.keys(services).map((name) => [name, color]))
        };
      })
    ],
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

// src/platform/git-commit.ts
var NO_REF = "refs/changeover-new";
async function writeFileCommit(commit2, options) {
  const { parent, path, content, message, date } = commit2;
  const seconds = Math.floor(date.getTime() / 1e3);
  const input = [
    `commit ${NO_REF}`,
    "mark :1",
    `committer Changeover <changeover@localhost> ${seconds} +0000`,
    data(message),
    ...parent === void 0 ? [] : [`from ${parent}`],
    "deleteall",
    // spares reading the tree of the parent, which a partial clone does not have
    `M 100644 inline ${path}`,
    data(content),
    "get-mark :1",
    `reset ${NO_REF}`,
    "done",
    ""
  ].join("\n");
  const settings = [...WITHOUT_HOOKS, "-c", "fastimport.unpackLimit=100"];
  const args = [...settings, "fast-import", "--quiet", "--done", "--force"];
  return (await git(args, { ...options, input })).toString("utf8").trim();
}
function data(text) {
  return `data ${Buffer.byteLength(text)}
${text}`;
}

// src/changeover/ledger-remote.ts
function ledgerGit({ folder, env }, args, more = {}) {
  return git([...WITHOUT_HOOKS, ...args], { cwd: folder, ...env && { env }, ...more });
}
var SLOWER = /stale info|non-fast-forward|fetch first|cannot lock ref|reference already exists|but expected/i;
var REFUSED = /\[remote rejected\]/;
var LedgerRemote = class {
  constructor(place, name) {
    this.place = place;
    this.name = name;
  }
  place;
  name;
  /**
   * Bring the ref here to where the remote's is.
   *
   * @returns whether the remote has one
   * @throws LedgerError `ledger_unreachable`; `ledger_rewritten` when the remote's does not go on from what was here
   */
  async fetch() {
    const { ref } = this.place;
    const end = await this.reach(() => this.fetchOnce(`${ref}:${ref}`));
    if (end === "absent") {
      if (await this.local() !== void 0) throw this.rewritten("has no ledger any more");
      return false;
    }
    if (end === "rejected") await this.fetchAnew();
    return true;
  }
  /**
   * Compare-and-swap: move the remote's ref from `parent`, or from nowhere, to `commit`.
   *
   * @throws LedgerError `ledger_moved`, `ledger_unreachable`
   */
  async push(commit2, parent) {
    const { ref } = this.place;
    const lease = `--force-with-lease=${ref}:${parent ?? ""}`;
    const follow = ["-c", `remote.${this.name}.fetch=+${ref}:${ref}`];
    await this.reach(async () => {
      try {
        await this.git([...follow, "push", "--quiet", "--no-verify", lease, this.name, `${commit2}:${ref}`]);
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        const now = await this.head();
        if (now === commit2) return;
        if (now !== parent) throw moved(ref, error);
        if (REFUSED.test(error.stderr) && !SLOWER.test(error.stderr)) throw new AbortError(error);
        throw error;
      }
    });
  }
  async fetchOnce(refspec) {
    const options = ["--no-tags", "--no-write-fetch-head", "--no-prune", "--no-recurse-submodules"];
    try {
      await this.git(["fetch", ...options, "--show-forced-updates", this.name, refspec]);
      return "done";
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (/couldn't find remote ref/.test(error.stderr)) return "absent";
      if (/\(non-fast-forward\)/.test(error.stderr)) return "rejected";
      throw error;
    }
  }
  /** What was fetched does not go on from what is here, unless another process here was faster: compare in that order. */
  async fetchAnew() {
    const { ref } = this.place;
    const here = await this.local();
    const there = await this.reach(() => this.head());
    await this.reach(() => this.fetchOnce(ref));
    if (here === void 0 || there === void 0) throw this.rewritten("was taken away");
    try {
      await this.git(["merge-base", "--is-ancestor", here, there]);
    } catch (error) {
      throw this.rewritten("does not go on from what was seen of it here", error);
    }
  }
  /** The commit that the remote has. @throws GitError */
  async head() {
    const line = (await this.git(["ls-remote", this.name, this.place.ref])).toString("utf8");
    return line.split(/\s/)[0] || void 0;
  }
  async local() {
    const args = ["for-each-ref", "--format=%(objectname)", this.place.ref];
    return (await this.git(args)).toString("utf8").trim() || void 0;
  }
  git(args) {
    return ledgerGit(this.place, args);
  }
  reach(ask) {
    return pRetry(
      async () => {
        try {
          return await ask();
        } catch (error) {
          if (error instanceof GitError || error instanceof AbortError) throw error;
          throw new AbortError(error instanceof Error ? error : messageOf(error));
        }
      },
      { retries: 2, minTimeout: 500, maxTimeout: 2e3 }
    ).catch((error) => {
      if (!(error instanceof GitError)) throw error;
      throw new LedgerError(
        "ledger_unreachable",
        `The ledger ${this.place.ref} on the remote "${this.name}" cannot be reached: ${error.stderr.trim() || error.message}`,
        "Check the remote and its credentials. On GitHub the job needs  permissions: contents: write  and a checkout that keeps its credentials, or a token.",
        error
      );
    });
  }
  rewritten(what, cause) {
    const { ref } = this.place;
    return new LedgerError(
      "ledger_rewritten",
      `The ledger ${ref} on the remote "${this.name}" ${what}.`,
      `Compare  git log ${ref}  with  git ls-remote ${this.name} ${ref}. If the remote is right, forget what was seen here: git update-ref -d ${ref}. If it lost its ledger, give it back: git push ${this.name} ${ref}`,
      cause
    );
  }
};
function moved(ref, cause) {
  return new LedgerError(
    "ledger_moved",
    `The ledger ${ref} moved meanwhile: another run recorded something.`,
    "See changeover status, and start again.",
    cause
  );
}

// src/changeover/validator.generated.js
var import_ucs2length = __toESM(require_ucs2length(), 1);
var validator_generated_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "changeover/ledger/v1", "title": "Ledger", "description": "state.json of the ledger: the durable record of one environment.", "type": "object", "additionalProperties": false, "required": ["schema", "environment", "strategy", "serial", "live", "blue", "green", "in_place", "operation", "history"], "properties": { "schema": { "const": "changeover/ledger/v1" }, "environment": { "type": "string", "minLength": 1 }, "strategy": { "enum": ["in_place", "blue_green"] }, "serial": { "type": "integer", "minimum": 0 }, "live": { "$ref": "#/$defs/color" }, "blue": { "$ref": "#/$defs/holding" }, "green": { "$ref": "#/$defs/holding" }, "in_place": { "$ref": "#/$defs/holding" }, "in_place_previous": { "$ref": "#/$defs/holding" }, "operation": { "type": ["object", "null"], "additionalProperties": false, "required": ["id", "kind", "release", "from_color", "to_color", "attempt", "owner", "started_at", "phases"], "properties": { "id": { "type": "string", "minLength": 1 }, "kind": { "enum": ["deploy", "rollback"] }, "release": { "$ref": "#/$defs/release" }, "from_color": { "$ref": "#/$defs/color" }, "to_color": { "$ref": "#/$defs/color" }, "attempt": { "type": "integer", "minimum": 1 }, "owner": { "type": ["object", "null"], "additionalProperties": false, "required": ["host", "pid", "started", "name"], "properties": { "host": { "type": "string" }, "machine": { "type": ["string", "null"] }, "pid": { "type": "integer" }, "started": { "type": "integer" }, "name": { "type": "string" }, "run": { "type": ["object", "null"], "additionalProperties": false, "required": ["api_url", "repository", "id", "attempt"], "properties": { "api_url": { "type": "string" }, "repository": { "type": "string" }, "id": { "type": "integer", "minimum": 1 }, "attempt": { "type": "integer", "minimum": 1 } } } } }, "started_at": { "type": "string" }, "deadline": { "type": "string" }, "phases": { "type": "array", "items": { "$ref": "#/$defs/phase" } } } }, "history": { "type": "array", "maxItems": 50, "items": { "$ref": "#/$defs/ended" } } }, "$defs": { "color": { "enum": ["blue", "green", null] }, "release": { "type": "object", "additionalProperties": false, "required": ["version", "digest"], "properties": { "version": { "type": "string" }, "digest": { "type": "string" } } }, "holding": { "type": ["object", "null"], "additionalProperties": false, "required": ["release", "state", "since", "settings"], "properties": { "release": { "$ref": "#/$defs/release" }, "state": { "enum": ["deploying", "ready", "live", "standby", "rejected", "retiring", "retired"] }, "since": { "type": "string" }, "settings": { "type": "object", "description": "An environment of changeover.yml; see manifest.schema.json." }, "commit": { "type": "string", "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$" }, "rolling": { "const": "pending" }, "rolled": { "type": "object", "additionalProperties": { "type": "object", "additionalProperties": false, "required": ["hosts", "done"], "properties": { "hosts": { "type": "array", "items": { "type": "string" } }, "done": { "type": "boolean" } } } } } }, "phase": { "type": "object", "additionalProperties": false, "required": ["phase", "state", "started_at", "ended_at"], "properties": { "phase": { "enum": ["claim", "fetch", "freeze", "expand", "deploy", "verify", "switch", "bake", "rolling", "contract", "retire"] }, "state": { "enum": ["running", "done", "failed", "skipped"] }, "started_at": { "type": "string" }, "ended_at": { "type": ["string", "null"] } } }, "ended": { "type": "object", "additionalProperties": false, "required": ["id", "kind", "release", "from_color", "to_color", "outcome", "reason", "by", "started_at", "ended_at"], "properties": { "id": { "type": "string" }, "kind": { "enum": ["deploy", "rollback"] }, "release": { "$ref": "#/$defs/release" }, "from_color": { "$ref": "#/$defs/color" }, "to_color": { "$ref": "#/$defs/color" }, "outcome": { "type": "string" }, "reason": { "type": "string" }, "by": { "type": "string" }, "started_at": { "type": "string" }, "ended_at": { "type": "string" }, "switch_ms": { "type": ["number", "null"], "minimum": 0 }, "witness": { "type": ["object", "null"], "additionalProperties": false, "required": ["sent", "failed", "p95_before_ms", "p95_after_ms", "outage_ms"], "properties": { "sent": { "type": "integer", "minimum": 0 }, "failed": { "type": "integer", "minimum": 0 }, "p95_before_ms": { "type": ["number", "null"], "minimum": 0 }, "p95_after_ms": { "type": ["number", "null"], "minimum": 0 }, "outage_ms": { "type": "number", "minimum": 0 } } } } } } };
var schema32 = { "enum": ["blue", "green", null] };
var schema34 = { "type": "object", "additionalProperties": false, "required": ["version", "digest"], "properties": { "version": { "type": "string" }, "digest": { "type": "string" } } };
var schema38 = { "type": "object", "additionalProperties": false, "required": ["phase", "state", "started_at", "ended_at"], "properties": { "phase": { "enum": ["claim", "fetch", "freeze", "expand", "deploy", "verify", "switch", "bake", "rolling", "contract", "retire"] }, "state": { "enum": ["running", "done", "failed", "skipped"] }, "started_at": { "type": "string" }, "ended_at": { "type": ["string", "null"] } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = import_ucs2length.default.default ?? import_ucs2length.default;
var schema33 = { "type": ["object", "null"], "additionalProperties": false, "required": ["release", "state", "since", "settings"], "properties": { "release": { "$ref": "#/$defs/release" }, "state": { "enum": ["deploying", "ready", "live", "standby", "rejected", "retiring", "retired"] }, "since": { "type": "string" }, "settings": { "type": "object", "description": "An environment of changeover.yml; see manifest.schema.json." }, "commit": { "type": "string", "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$" }, "rolling": { "const": "pending" }, "rolled": { "type": "object", "additionalProperties": { "type": "object", "additionalProperties": false, "required": ["hosts", "done"], "properties": { "hosts": { "type": "array", "items": { "type": "string" } }, "done": { "type": "boolean" } } } } } };
var pattern4 = new RegExp("^([0-9a-f]{40}|[0-9a-f]{64})$", "u");
function validate21(data2, { instancePath = "", parentData, parentDataProperty, rootData = data2, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema33.type }, message: "must be object,null", schema: schema33.type, parentSchema: schema33, data: data2 };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
    if (data2.release === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "release" }, message: "must have required property 'release'", schema: schema33.required, parentSchema: schema33, data: data2 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data2.state === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "state" }, message: "must have required property 'state'", schema: schema33.required, parentSchema: schema33, data: data2 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data2.since === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "since" }, message: "must have required property 'since'", schema: schema33.required, parentSchema: schema33, data: data2 };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data2.settings === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "settings" }, message: "must have required property 'settings'", schema: schema33.required, parentSchema: schema33, data: data2 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 in data2) {
      if (!(key0 === "release" || key0 === "state" || key0 === "since" || key0 === "settings" || key0 === "commit" || key0 === "rolling" || key0 === "rolled")) {
        const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema33, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data2.release !== void 0) {
      let data0 = data2.release;
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
          let data22 = data0.digest;
          if (typeof data22 !== "string") {
            const err10 = { instancePath: instancePath + "/release/digest", schemaPath: "#/$defs/release/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.digest.type, parentSchema: schema34.properties.digest, data: data22 };
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
    if (data2.state !== void 0) {
      let data3 = data2.state;
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
    if (data2.since !== void 0) {
      let data4 = data2.since;
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
    if (data2.settings !== void 0) {
      let data5 = data2.settings;
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
    if (data2.commit !== void 0) {
      let data6 = data2.commit;
      if (typeof data6 === "string") {
        if (!pattern4.test(data6)) {
          const err15 = { instancePath: instancePath + "/commit", schemaPath: "#/properties/commit/pattern", keyword: "pattern", params: { pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$" }, message: 'must match pattern "^([0-9a-f]{40}|[0-9a-f]{64})$"', schema: "^([0-9a-f]{40}|[0-9a-f]{64})$", parentSchema: schema33.properties.commit, data: data6 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/commit", schemaPath: "#/properties/commit/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.commit.type, parentSchema: schema33.properties.commit, data: data6 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data2.rolling !== void 0) {
      let data7 = data2.rolling;
      if ("pending" !== data7) {
        const err17 = { instancePath: instancePath + "/rolling", schemaPath: "#/properties/rolling/const", keyword: "const", params: { allowedValue: "pending" }, message: "must be equal to constant", schema: "pending", parentSchema: schema33.properties.rolling, data: data7 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data2.rolled !== void 0) {
      let data8 = data2.rolled;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (const key2 in data8) {
          let data9 = data8[key2];
          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
            if (data9.hosts === void 0) {
              const err18 = { instancePath: instancePath + "/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rolled/additionalProperties/required", keyword: "required", params: { missingProperty: "hosts" }, message: "must have required property 'hosts'", schema: schema33.properties.rolled.additionalProperties.required, parentSchema: schema33.properties.rolled.additionalProperties, data: data9 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data9.done === void 0) {
              const err19 = { instancePath: instancePath + "/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rolled/additionalProperties/required", keyword: "required", params: { missingProperty: "done" }, message: "must have required property 'done'", schema: schema33.properties.rolled.additionalProperties.required, parentSchema: schema33.properties.rolled.additionalProperties, data: data9 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            for (const key3 in data9) {
              if (!(key3 === "hosts" || key3 === "done")) {
                const err20 = { instancePath: instancePath + "/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rolled/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema33.properties.rolled.additionalProperties, data: data9 };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            if (data9.hosts !== void 0) {
              let data10 = data9.hosts;
              if (Array.isArray(data10)) {
                const len0 = data10.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data11 = data10[i0];
                  if (typeof data11 !== "string") {
                    const err21 = { instancePath: instancePath + "/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/hosts/" + i0, schemaPath: "#/properties/rolled/additionalProperties/properties/hosts/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.rolled.additionalProperties.properties.hosts.items.type, parentSchema: schema33.properties.rolled.additionalProperties.properties.hosts.items, data: data11 };
                    if (vErrors === null) {
                      vErrors = [err21];
                    } else {
                      vErrors.push(err21);
                    }
                    errors++;
                  }
                }
              } else {
                const err22 = { instancePath: instancePath + "/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/hosts", schemaPath: "#/properties/rolled/additionalProperties/properties/hosts/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema33.properties.rolled.additionalProperties.properties.hosts.type, parentSchema: schema33.properties.rolled.additionalProperties.properties.hosts, data: data10 };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data9.done !== void 0) {
              let data12 = data9.done;
              if (typeof data12 !== "boolean") {
                const err23 = { instancePath: instancePath + "/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/done", schemaPath: "#/properties/rolled/additionalProperties/properties/done/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema33.properties.rolled.additionalProperties.properties.done.type, parentSchema: schema33.properties.rolled.additionalProperties.properties.done, data: data12 };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
          } else {
            const err24 = { instancePath: instancePath + "/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rolled/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.properties.rolled.additionalProperties.type, parentSchema: schema33.properties.rolled.additionalProperties, data: data9 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/rolled", schemaPath: "#/properties/rolled/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.properties.rolled.type, parentSchema: schema33.properties.rolled, data: data8 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema39 = { "type": "object", "additionalProperties": false, "required": ["id", "kind", "release", "from_color", "to_color", "outcome", "reason", "by", "started_at", "ended_at"], "properties": { "id": { "type": "string" }, "kind": { "enum": ["deploy", "rollback"] }, "release": { "$ref": "#/$defs/release" }, "from_color": { "$ref": "#/$defs/color" }, "to_color": { "$ref": "#/$defs/color" }, "outcome": { "type": "string" }, "reason": { "type": "string" }, "by": { "type": "string" }, "started_at": { "type": "string" }, "ended_at": { "type": "string" }, "switch_ms": { "type": ["number", "null"], "minimum": 0 }, "witness": { "type": ["object", "null"], "additionalProperties": false, "required": ["sent", "failed", "p95_before_ms", "p95_after_ms", "outage_ms"], "properties": { "sent": { "type": "integer", "minimum": 0 }, "failed": { "type": "integer", "minimum": 0 }, "p95_before_ms": { "type": ["number", "null"], "minimum": 0 }, "p95_after_ms": { "type": ["number", "null"], "minimum": 0 }, "outage_ms": { "type": "number", "minimum": 0 } } } } };
function validate26(data2, { instancePath = "", parentData, parentDataProperty, rootData = data2, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
    if (data2.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema39.required, parentSchema: schema39, data: data2 };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data2.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema39.required, parentSchema: schema39, data: data2 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data2.release === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "release" }, message: "must have required property 'release'", schema: schema39.required, parentSchema: schema39, data: data2 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data2.from_color === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from_color" }, message: "must have required property 'from_color'", schema: schema39.required, parentSchema: schema39, data: data2 };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data2.to_color === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to_color" }, message: "must have required property 'to_color'", schema: schema39.required, parentSchema: schema39, data: data2 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data2.outcome === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, message: "must have required property 'outcome'", schema: schema39.required, parentSchema: schema39, data: data2 };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data2.reason === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'", schema: schema39.required, parentSchema: schema39, data: data2 };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data2.by === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'", schema: schema39.required, parentSchema: schema39, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data2.started_at === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "started_at" }, message: "must have required property 'started_at'", schema: schema39.required, parentSchema: schema39, data: data2 };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data2.ended_at === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ended_at" }, message: "must have required property 'ended_at'", schema: schema39.required, parentSchema: schema39, data: data2 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    for (const key0 in data2) {
      if (!func1.call(schema39.properties, key0)) {
        const err10 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema39, data: data2 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data2.id !== void 0) {
      let data0 = data2.id;
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
    if (data2.kind !== void 0) {
      let data1 = data2.kind;
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
    if (data2.release !== void 0) {
      let data22 = data2.release;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        if (data22.version === void 0) {
          const err13 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema34.required, parentSchema: schema34, data: data22 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data22.digest === void 0) {
          const err14 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'", schema: schema34.required, parentSchema: schema34, data: data22 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        for (const key1 in data22) {
          if (!(key1 === "version" || key1 === "digest")) {
            const err15 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data: data22 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data22.version !== void 0) {
          let data3 = data22.version;
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
        if (data22.digest !== void 0) {
          let data4 = data22.digest;
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
        const err18 = { instancePath: instancePath + "/release", schemaPath: "#/$defs/release/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data: data22 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data2.from_color !== void 0) {
      let data5 = data2.from_color;
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
    if (data2.to_color !== void 0) {
      let data6 = data2.to_color;
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
    if (data2.outcome !== void 0) {
      let data7 = data2.outcome;
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
    if (data2.reason !== void 0) {
      let data8 = data2.reason;
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
    if (data2.by !== void 0) {
      let data9 = data2.by;
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
    if (data2.started_at !== void 0) {
      let data10 = data2.started_at;
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
    if (data2.ended_at !== void 0) {
      let data11 = data2.ended_at;
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
    if (data2.switch_ms !== void 0) {
      let data12 = data2.switch_ms;
      if (!(typeof data12 == "number" && isFinite(data12)) && data12 !== null) {
        const err26 = { instancePath: instancePath + "/switch_ms", schemaPath: "#/properties/switch_ms/type", keyword: "type", params: { type: schema39.properties.switch_ms.type }, message: "must be number,null", schema: schema39.properties.switch_ms.type, parentSchema: schema39.properties.switch_ms, data: data12 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 < 0 || isNaN(data12)) {
          const err27 = { instancePath: instancePath + "/switch_ms", schemaPath: "#/properties/switch_ms/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema39.properties.switch_ms, data: data12 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      }
    }
    if (data2.witness !== void 0) {
      let data13 = data2.witness;
      if (!(data13 && typeof data13 == "object" && !Array.isArray(data13)) && data13 !== null) {
        const err28 = { instancePath: instancePath + "/witness", schemaPath: "#/properties/witness/type", keyword: "type", params: { type: schema39.properties.witness.type }, message: "must be object,null", schema: schema39.properties.witness.type, parentSchema: schema39.properties.witness, data: data13 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        if (data13.sent === void 0) {
          const err29 = { instancePath: instancePath + "/witness", schemaPath: "#/properties/witness/required", keyword: "required", params: { missingProperty: "sent" }, message: "must have required property 'sent'", schema: schema39.properties.witness.required, parentSchema: schema39.properties.witness, data: data13 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        if (data13.failed === void 0) {
          const err30 = { instancePath: instancePath + "/witness", schemaPath: "#/properties/witness/required", keyword: "required", params: { missingProperty: "failed" }, message: "must have required property 'failed'", schema: schema39.properties.witness.required, parentSchema: schema39.properties.witness, data: data13 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data13.p95_before_ms === void 0) {
          const err31 = { instancePath: instancePath + "/witness", schemaPath: "#/properties/witness/required", keyword: "required", params: { missingProperty: "p95_before_ms" }, message: "must have required property 'p95_before_ms'", schema: schema39.properties.witness.required, parentSchema: schema39.properties.witness, data: data13 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (data13.p95_after_ms === void 0) {
          const err32 = { instancePath: instancePath + "/witness", schemaPath: "#/properties/witness/required", keyword: "required", params: { missingProperty: "p95_after_ms" }, message: "must have required property 'p95_after_ms'", schema: schema39.properties.witness.required, parentSchema: schema39.properties.witness, data: data13 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (data13.outage_ms === void 0) {
          const err33 = { instancePath: instancePath + "/witness", schemaPath: "#/properties/witness/required", keyword: "required", params: { missingProperty: "outage_ms" }, message: "must have required property 'outage_ms'", schema: schema39.properties.witness.required, parentSchema: schema39.properties.witness, data: data13 };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        for (const key2 in data13) {
          if (!(key2 === "sent" || key2 === "failed" || key2 === "p95_before_ms" || key2 === "p95_after_ms" || key2 === "outage_ms")) {
            const err34 = { instancePath: instancePath + "/witness", schemaPath: "#/properties/witness/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema39.properties.witness, data: data13 };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data13.sent !== void 0) {
          let data14 = data13.sent;
          if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
            const err35 = { instancePath: instancePath + "/witness/sent", schemaPath: "#/properties/witness/properties/sent/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema39.properties.witness.properties.sent.type, parentSchema: schema39.properties.witness.properties.sent, data: data14 };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
          if (typeof data14 == "number" && isFinite(data14)) {
            if (data14 < 0 || isNaN(data14)) {
              const err36 = { instancePath: instancePath + "/witness/sent", schemaPath: "#/properties/witness/properties/sent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema39.properties.witness.properties.sent, data: data14 };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          }
        }
        if (data13.failed !== void 0) {
          let data15 = data13.failed;
          if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
            const err37 = { instancePath: instancePath + "/witness/failed", schemaPath: "#/properties/witness/properties/failed/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema39.properties.witness.properties.failed.type, parentSchema: schema39.properties.witness.properties.failed, data: data15 };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
          if (typeof data15 == "number" && isFinite(data15)) {
            if (data15 < 0 || isNaN(data15)) {
              const err38 = { instancePath: instancePath + "/witness/failed", schemaPath: "#/properties/witness/properties/failed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema39.properties.witness.properties.failed, data: data15 };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          }
        }
        if (data13.p95_before_ms !== void 0) {
          let data16 = data13.p95_before_ms;
          if (!(typeof data16 == "number" && isFinite(data16)) && data16 !== null) {
            const err39 = { instancePath: instancePath + "/witness/p95_before_ms", schemaPath: "#/properties/witness/properties/p95_before_ms/type", keyword: "type", params: { type: schema39.properties.witness.properties.p95_before_ms.type }, message: "must be number,null", schema: schema39.properties.witness.properties.p95_before_ms.type, parentSchema: schema39.properties.witness.properties.p95_before_ms, data: data16 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
          if (typeof data16 == "number" && isFinite(data16)) {
            if (data16 < 0 || isNaN(data16)) {
              const err40 = { instancePath: instancePath + "/witness/p95_before_ms", schemaPath: "#/properties/witness/properties/p95_before_ms/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema39.properties.witness.properties.p95_before_ms, data: data16 };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
          }
        }
        if (data13.p95_after_ms !== void 0) {
          let data17 = data13.p95_after_ms;
          if (!(typeof data17 == "number" && isFinite(data17)) && data17 !== null) {
            const err41 = { instancePath: instancePath + "/witness/p95_after_ms", schemaPath: "#/properties/witness/properties/p95_after_ms/type", keyword: "type", params: { type: schema39.properties.witness.properties.p95_after_ms.type }, message: "must be number,null", schema: schema39.properties.witness.properties.p95_after_ms.type, parentSchema: schema39.properties.witness.properties.p95_after_ms, data: data17 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
          if (typeof data17 == "number" && isFinite(data17)) {
            if (data17 < 0 || isNaN(data17)) {
              const err42 = { instancePath: instancePath + "/witness/p95_after_ms", schemaPath: "#/properties/witness/properties/p95_after_ms/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema39.properties.witness.properties.p95_after_ms, data: data17 };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
          }
        }
        if (data13.outage_ms !== void 0) {
          let data18 = data13.outage_ms;
          if (typeof data18 == "number" && isFinite(data18)) {
            if (data18 < 0 || isNaN(data18)) {
              const err43 = { instancePath: instancePath + "/witness/outage_ms", schemaPath: "#/properties/witness/properties/outage_ms/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema39.properties.witness.properties.outage_ms, data: data18 };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          } else {
            const err44 = { instancePath: instancePath + "/witness/outage_ms", schemaPath: "#/properties/witness/properties/outage_ms/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema39.properties.witness.properties.outage_ms.type, parentSchema: schema39.properties.witness.properties.outage_ms, data: data18 };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err45 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema39.type, parentSchema: schema39, data: data2 };
    if (vErrors === null) {
      vErrors = [err45];
    } else {
      vErrors.push(err45);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate20(data2, { instancePath = "", parentData, parentDataProperty, rootData = data2, dynamicAnchors = {} } = {}) {
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
  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
    if (data2.schema === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "schema" }, message: "must have required property 'schema'", schema: schema31.required, parentSchema: schema31, data: data2 };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data2.environment === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "environment" }, message: "must have required property 'environment'", schema: schema31.required, parentSchema: schema31, data: data2 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data2.strategy === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "strategy" }, message: "must have required property 'strategy'", schema: schema31.required, parentSchema: schema31, data: data2 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data2.serial === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "serial" }, message: "must have required property 'serial'", schema: schema31.required, parentSchema: schema31, data: data2 };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data2.live === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "live" }, message: "must have required property 'live'", schema: schema31.required, parentSchema: schema31, data: data2 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data2.blue === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "blue" }, message: "must have required property 'blue'", schema: schema31.required, parentSchema: schema31, data: data2 };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data2.green === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "green" }, message: "must have required property 'green'", schema: schema31.required, parentSchema: schema31, data: data2 };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data2.in_place === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "in_place" }, message: "must have required property 'in_place'", schema: schema31.required, parentSchema: schema31, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data2.operation === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "operation" }, message: "must have required property 'operation'", schema: schema31.required, parentSchema: schema31, data: data2 };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data2.history === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "history" }, message: "must have required property 'history'", schema: schema31.required, parentSchema: schema31, data: data2 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    for (const key0 in data2) {
      if (!func1.call(schema31.properties, key0)) {
        const err10 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data: data2 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data2.schema !== void 0) {
      let data0 = data2.schema;
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
    if (data2.environment !== void 0) {
      let data1 = data2.environment;
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
    if (data2.strategy !== void 0) {
      let data22 = data2.strategy;
      if (!(data22 === "in_place" || data22 === "blue_green")) {
        const err14 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/enum", keyword: "enum", params: { allowedValues: schema31.properties.strategy.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.strategy.enum, parentSchema: schema31.properties.strategy, data: data22 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data2.serial !== void 0) {
      let data3 = data2.serial;
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
    if (data2.live !== void 0) {
      let data4 = data2.live;
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
    if (data2.blue !== void 0) {
      if (!validate21(data2.blue, { instancePath: instancePath + "/blue", parentData: data2, parentDataProperty: "blue", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data2.green !== void 0) {
      if (!validate21(data2.green, { instancePath: instancePath + "/green", parentData: data2, parentDataProperty: "green", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data2.in_place !== void 0) {
      if (!validate21(data2.in_place, { instancePath: instancePath + "/in_place", parentData: data2, parentDataProperty: "in_place", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data2.in_place_previous !== void 0) {
      if (!validate21(data2.in_place_previous, { instancePath: instancePath + "/in_place_previous", parentData: data2, parentDataProperty: "in_place_previous", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data2.operation !== void 0) {
      let data9 = data2.operation;
      if (!(data9 && typeof data9 == "object" && !Array.isArray(data9)) && data9 !== null) {
        const err18 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/type", keyword: "type", params: { type: schema31.properties.operation.type }, message: "must be object,null", schema: schema31.properties.operation.type, parentSchema: schema31.properties.operation, data: data9 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (data9.id === void 0) {
          const err19 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data9 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (data9.kind === void 0) {
          const err20 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data9 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (data9.release === void 0) {
          const err21 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "release" }, message: "must have required property 'release'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data9 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data9.from_color === void 0) {
          const err22 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "from_color" }, message: "must have required property 'from_color'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data9 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data9.to_color === void 0) {
          const err23 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "to_color" }, message: "must have required property 'to_color'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data9 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (data9.attempt === void 0) {
          const err24 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data9 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (data9.owner === void 0) {
          const err25 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "owner" }, message: "must have required property 'owner'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data9 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (data9.started_at === void 0) {
          const err26 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "started_at" }, message: "must have required property 'started_at'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data9 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        if (data9.phases === void 0) {
          const err27 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/required", keyword: "required", params: { missingProperty: "phases" }, message: "must have required property 'phases'", schema: schema31.properties.operation.required, parentSchema: schema31.properties.operation, data: data9 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        for (const key1 in data9) {
          if (!func1.call(schema31.properties.operation.properties, key1)) {
            const err28 = { instancePath: instancePath + "/operation", schemaPath: "#/properties/operation/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.operation, data: data9 };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data9.id !== void 0) {
          let data10 = data9.id;
          if (typeof data10 === "string") {
            if (func2(data10) < 1) {
              const err29 = { instancePath: instancePath + "/operation/id", schemaPath: "#/properties/operation/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema31.properties.operation.properties.id, data: data10 };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          } else {
            const err30 = { instancePath: instancePath + "/operation/id", schemaPath: "#/properties/operation/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.id.type, parentSchema: schema31.properties.operation.properties.id, data: data10 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data9.kind !== void 0) {
          let data11 = data9.kind;
          if (!(data11 === "deploy" || data11 === "rollback")) {
            const err31 = { instancePath: instancePath + "/operation/kind", schemaPath: "#/properties/operation/properties/kind/enum", keyword: "enum", params: { allowedValues: schema31.properties.operation.properties.kind.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.operation.properties.kind.enum, parentSchema: schema31.properties.operation.properties.kind, data: data11 };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data9.release !== void 0) {
          let data12 = data9.release;
          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
            if (data12.version === void 0) {
              const err32 = { instancePath: instancePath + "/operation/release", schemaPath: "#/$defs/release/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema34.required, parentSchema: schema34, data: data12 };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (data12.digest === void 0) {
              const err33 = { instancePath: instancePath + "/operation/release", schemaPath: "#/$defs/release/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'", schema: schema34.required, parentSchema: schema34, data: data12 };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            for (const key2 in data12) {
              if (!(key2 === "version" || key2 === "digest")) {
                const err34 = { instancePath: instancePath + "/operation/release", schemaPath: "#/$defs/release/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data: data12 };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (data12.version !== void 0) {
              let data13 = data12.version;
              if (typeof data13 !== "string") {
                const err35 = { instancePath: instancePath + "/operation/release/version", schemaPath: "#/$defs/release/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.version.type, parentSchema: schema34.properties.version, data: data13 };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
            if (data12.digest !== void 0) {
              let data14 = data12.digest;
              if (typeof data14 !== "string") {
                const err36 = { instancePath: instancePath + "/operation/release/digest", schemaPath: "#/$defs/release/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.digest.type, parentSchema: schema34.properties.digest, data: data14 };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
          } else {
            const err37 = { instancePath: instancePath + "/operation/release", schemaPath: "#/$defs/release/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data: data12 };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data9.from_color !== void 0) {
          let data15 = data9.from_color;
          if (!(data15 === "blue" || data15 === "green" || data15 === null)) {
            const err38 = { instancePath: instancePath + "/operation/from_color", schemaPath: "#/$defs/color/enum", keyword: "enum", params: { allowedValues: schema32.enum }, message: "must be equal to one of the allowed values", schema: schema32.enum, parentSchema: schema32, data: data15 };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data9.to_color !== void 0) {
          let data16 = data9.to_color;
          if (!(data16 === "blue" || data16 === "green" || data16 === null)) {
            const err39 = { instancePath: instancePath + "/operation/to_color", schemaPath: "#/$defs/color/enum", keyword: "enum", params: { allowedValues: schema32.enum }, message: "must be equal to one of the allowed values", schema: schema32.enum, parentSchema: schema32, data: data16 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data9.attempt !== void 0) {
          let data17 = data9.attempt;
          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
            const err40 = { instancePath: instancePath + "/operation/attempt", schemaPath: "#/properties/operation/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.operation.properties.attempt.type, parentSchema: schema31.properties.operation.properties.attempt, data: data17 };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
          if (typeof data17 == "number" && isFinite(data17)) {
            if (data17 < 1 || isNaN(data17)) {
              const err41 = { instancePath: instancePath + "/operation/attempt", schemaPath: "#/properties/operation/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema31.properties.operation.properties.attempt, data: data17 };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
          }
        }
        if (data9.owner !== void 0) {
          let data18 = data9.owner;
          if (!(data18 && typeof data18 == "object" && !Array.isArray(data18)) && data18 !== null) {
            const err42 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/type", keyword: "type", params: { type: schema31.properties.operation.properties.owner.type }, message: "must be object,null", schema: schema31.properties.operation.properties.owner.type, parentSchema: schema31.properties.operation.properties.owner, data: data18 };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
          if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
            if (data18.host === void 0) {
              const err43 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'", schema: schema31.properties.operation.properties.owner.required, parentSchema: schema31.properties.operation.properties.owner, data: data18 };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
            if (data18.pid === void 0) {
              const err44 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/required", keyword: "required", params: { missingProperty: "pid" }, message: "must have required property 'pid'", schema: schema31.properties.operation.properties.owner.required, parentSchema: schema31.properties.operation.properties.owner, data: data18 };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
            if (data18.started === void 0) {
              const err45 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/required", keyword: "required", params: { missingProperty: "started" }, message: "must have required property 'started'", schema: schema31.properties.operation.properties.owner.required, parentSchema: schema31.properties.operation.properties.owner, data: data18 };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
            if (data18.name === void 0) {
              const err46 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema31.properties.operation.properties.owner.required, parentSchema: schema31.properties.operation.properties.owner, data: data18 };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
            for (const key3 in data18) {
              if (!(key3 === "host" || key3 === "machine" || key3 === "pid" || key3 === "started" || key3 === "name" || key3 === "run")) {
                const err47 = { instancePath: instancePath + "/operation/owner", schemaPath: "#/properties/operation/properties/owner/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.operation.properties.owner, data: data18 };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
            }
            if (data18.host !== void 0) {
              let data19 = data18.host;
              if (typeof data19 !== "string") {
                const err48 = { instancePath: instancePath + "/operation/owner/host", schemaPath: "#/properties/operation/properties/owner/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.owner.properties.host.type, parentSchema: schema31.properties.operation.properties.owner.properties.host, data: data19 };
                if (vErrors === null) {
                  vErrors = [err48];
                } else {
                  vErrors.push(err48);
                }
                errors++;
              }
            }
            if (data18.machine !== void 0) {
              let data20 = data18.machine;
              if (typeof data20 !== "string" && data20 !== null) {
                const err49 = { instancePath: instancePath + "/operation/owner/machine", schemaPath: "#/properties/operation/properties/owner/properties/machine/type", keyword: "type", params: { type: schema31.properties.operation.properties.owner.properties.machine.type }, message: "must be string,null", schema: schema31.properties.operation.properties.owner.properties.machine.type, parentSchema: schema31.properties.operation.properties.owner.properties.machine, data: data20 };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
            if (data18.pid !== void 0) {
              let data21 = data18.pid;
              if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
                const err50 = { instancePath: instancePath + "/operation/owner/pid", schemaPath: "#/properties/operation/properties/owner/properties/pid/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.operation.properties.owner.properties.pid.type, parentSchema: schema31.properties.operation.properties.owner.properties.pid, data: data21 };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
            }
            if (data18.started !== void 0) {
              let data22 = data18.started;
              if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
                const err51 = { instancePath: instancePath + "/operation/owner/started", schemaPath: "#/properties/operation/properties/owner/properties/started/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.operation.properties.owner.properties.started.type, parentSchema: schema31.properties.operation.properties.owner.properties.started, data: data22 };
                if (vErrors === null) {
                  vErrors = [err51];
                } else {
                  vErrors.push(err51);
                }
                errors++;
              }
            }
            if (data18.name !== void 0) {
              let data23 = data18.name;
              if (typeof data23 !== "string") {
                const err52 = { instancePath: instancePath + "/operation/owner/name", schemaPath: "#/properties/operation/properties/owner/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.owner.properties.name.type, parentSchema: schema31.properties.operation.properties.owner.properties.name, data: data23 };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
            if (data18.run !== void 0) {
              let data24 = data18.run;
              if (!(data24 && typeof data24 == "object" && !Array.isArray(data24)) && data24 !== null) {
                const err53 = { instancePath: instancePath + "/operation/owner/run", schemaPath: "#/properties/operation/properties/owner/properties/run/type", keyword: "type", params: { type: schema31.properties.operation.properties.owner.properties.run.type }, message: "must be object,null", schema: schema31.properties.operation.properties.owner.properties.run.type, parentSchema: schema31.properties.operation.properties.owner.properties.run, data: data24 };
                if (vErrors === null) {
                  vErrors = [err53];
                } else {
                  vErrors.push(err53);
                }
                errors++;
              }
              if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                if (data24.api_url === void 0) {
                  const err54 = { instancePath: instancePath + "/operation/owner/run", schemaPath: "#/properties/operation/properties/owner/properties/run/required", keyword: "required", params: { missingProperty: "api_url" }, message: "must have required property 'api_url'", schema: schema31.properties.operation.properties.owner.properties.run.required, parentSchema: schema31.properties.operation.properties.owner.properties.run, data: data24 };
                  if (vErrors === null) {
                    vErrors = [err54];
                  } else {
                    vErrors.push(err54);
                  }
                  errors++;
                }
                if (data24.repository === void 0) {
                  const err55 = { instancePath: instancePath + "/operation/owner/run", schemaPath: "#/properties/operation/properties/owner/properties/run/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'", schema: schema31.properties.operation.properties.owner.properties.run.required, parentSchema: schema31.properties.operation.properties.owner.properties.run, data: data24 };
                  if (vErrors === null) {
                    vErrors = [err55];
                  } else {
                    vErrors.push(err55);
                  }
                  errors++;
                }
                if (data24.id === void 0) {
                  const err56 = { instancePath: instancePath + "/operation/owner/run", schemaPath: "#/properties/operation/properties/owner/properties/run/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema31.properties.operation.properties.owner.properties.run.required, parentSchema: schema31.properties.operation.properties.owner.properties.run, data: data24 };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
                if (data24.attempt === void 0) {
                  const err57 = { instancePath: instancePath + "/operation/owner/run", schemaPath: "#/properties/operation/properties/owner/properties/run/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'", schema: schema31.properties.operation.properties.owner.properties.run.required, parentSchema: schema31.properties.operation.properties.owner.properties.run, data: data24 };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
                for (const key4 in data24) {
                  if (!(key4 === "api_url" || key4 === "repository" || key4 === "id" || key4 === "attempt")) {
                    const err58 = { instancePath: instancePath + "/operation/owner/run", schemaPath: "#/properties/operation/properties/owner/properties/run/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.operation.properties.owner.properties.run, data: data24 };
                    if (vErrors === null) {
                      vErrors = [err58];
                    } else {
                      vErrors.push(err58);
                    }
                    errors++;
                  }
                }
                if (data24.api_url !== void 0) {
                  let data25 = data24.api_url;
                  if (typeof data25 !== "string") {
                    const err59 = { instancePath: instancePath + "/operation/owner/run/api_url", schemaPath: "#/properties/operation/properties/owner/properties/run/properties/api_url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.owner.properties.run.properties.api_url.type, parentSchema: schema31.properties.operation.properties.owner.properties.run.properties.api_url, data: data25 };
                    if (vErrors === null) {
                      vErrors = [err59];
                    } else {
                      vErrors.push(err59);
                    }
                    errors++;
                  }
                }
                if (data24.repository !== void 0) {
                  let data26 = data24.repository;
                  if (typeof data26 !== "string") {
                    const err60 = { instancePath: instancePath + "/operation/owner/run/repository", schemaPath: "#/properties/operation/properties/owner/properties/run/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.owner.properties.run.properties.repository.type, parentSchema: schema31.properties.operation.properties.owner.properties.run.properties.repository, data: data26 };
                    if (vErrors === null) {
                      vErrors = [err60];
                    } else {
                      vErrors.push(err60);
                    }
                    errors++;
                  }
                }
                if (data24.id !== void 0) {
                  let data27 = data24.id;
                  if (!(typeof data27 == "number" && (!(data27 % 1) && !isNaN(data27)) && isFinite(data27))) {
                    const err61 = { instancePath: instancePath + "/operation/owner/run/id", schemaPath: "#/properties/operation/properties/owner/properties/run/properties/id/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.operation.properties.owner.properties.run.properties.id.type, parentSchema: schema31.properties.operation.properties.owner.properties.run.properties.id, data: data27 };
                    if (vErrors === null) {
                      vErrors = [err61];
                    } else {
                      vErrors.push(err61);
                    }
                    errors++;
                  }
                  if (typeof data27 == "number" && isFinite(data27)) {
                    if (data27 < 1 || isNaN(data27)) {
                      const err62 = { instancePath: instancePath + "/operation/owner/run/id", schemaPath: "#/properties/operation/properties/owner/properties/run/properties/id/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema31.properties.operation.properties.owner.properties.run.properties.id, data: data27 };
                      if (vErrors === null) {
                        vErrors = [err62];
                      } else {
                        vErrors.push(err62);
                      }
                      errors++;
                    }
                  }
                }
                if (data24.attempt !== void 0) {
                  let data28 = data24.attempt;
                  if (!(typeof data28 == "number" && (!(data28 % 1) && !isNaN(data28)) && isFinite(data28))) {
                    const err63 = { instancePath: instancePath + "/operation/owner/run/attempt", schemaPath: "#/properties/operation/properties/owner/properties/run/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.operation.properties.owner.properties.run.properties.attempt.type, parentSchema: schema31.properties.operation.properties.owner.properties.run.properties.attempt, data: data28 };
                    if (vErrors === null) {
                      vErrors = [err63];
                    } else {
                      vErrors.push(err63);
                    }
                    errors++;
                  }
                  if (typeof data28 == "number" && isFinite(data28)) {
                    if (data28 < 1 || isNaN(data28)) {
                      const err64 = { instancePath: instancePath + "/operation/owner/run/attempt", schemaPath: "#/properties/operation/properties/owner/properties/run/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema31.properties.operation.properties.owner.properties.run.properties.attempt, data: data28 };
                      if (vErrors === null) {
                        vErrors = [err64];
                      } else {
                        vErrors.push(err64);
                      }
                      errors++;
                    }
                  }
                }
              }
            }
          }
        }
        if (data9.started_at !== void 0) {
          let data29 = data9.started_at;
          if (typeof data29 !== "string") {
            const err65 = { instancePath: instancePath + "/operation/started_at", schemaPath: "#/properties/operation/properties/started_at/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.started_at.type, parentSchema: schema31.properties.operation.properties.started_at, data: data29 };
            if (vErrors === null) {
              vErrors = [err65];
            } else {
              vErrors.push(err65);
            }
            errors++;
          }
        }
        if (data9.deadline !== void 0) {
          let data30 = data9.deadline;
          if (typeof data30 !== "string") {
            const err66 = { instancePath: instancePath + "/operation/deadline", schemaPath: "#/properties/operation/properties/deadline/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.operation.properties.deadline.type, parentSchema: schema31.properties.operation.properties.deadline, data: data30 };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
        }
        if (data9.phases !== void 0) {
          let data31 = data9.phases;
          if (Array.isArray(data31)) {
            const len0 = data31.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data32 = data31[i0];
              if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
                if (data32.phase === void 0) {
                  const err67 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/required", keyword: "required", params: { missingProperty: "phase" }, message: "must have required property 'phase'", schema: schema38.required, parentSchema: schema38, data: data32 };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
                if (data32.state === void 0) {
                  const err68 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/required", keyword: "required", params: { missingProperty: "state" }, message: "must have required property 'state'", schema: schema38.required, parentSchema: schema38, data: data32 };
                  if (vErrors === null) {
                    vErrors = [err68];
                  } else {
                    vErrors.push(err68);
                  }
                  errors++;
                }
                if (data32.started_at === void 0) {
                  const err69 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/required", keyword: "required", params: { missingProperty: "started_at" }, message: "must have required property 'started_at'", schema: schema38.required, parentSchema: schema38, data: data32 };
                  if (vErrors === null) {
                    vErrors = [err69];
                  } else {
                    vErrors.push(err69);
                  }
                  errors++;
                }
                if (data32.ended_at === void 0) {
                  const err70 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/required", keyword: "required", params: { missingProperty: "ended_at" }, message: "must have required property 'ended_at'", schema: schema38.required, parentSchema: schema38, data: data32 };
                  if (vErrors === null) {
                    vErrors = [err70];
                  } else {
                    vErrors.push(err70);
                  }
                  errors++;
                }
                for (const key5 in data32) {
                  if (!(key5 === "phase" || key5 === "state" || key5 === "started_at" || key5 === "ended_at")) {
                    const err71 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38, data: data32 };
                    if (vErrors === null) {
                      vErrors = [err71];
                    } else {
                      vErrors.push(err71);
                    }
                    errors++;
                  }
                }
                if (data32.phase !== void 0) {
                  let data33 = data32.phase;
                  if (!(data33 === "claim" || data33 === "fetch" || data33 === "freeze" || data33 === "expand" || data33 === "deploy" || data33 === "verify" || data33 === "switch" || data33 === "bake" || data33 === "rolling" || data33 === "contract" || data33 === "retire")) {
                    const err72 = { instancePath: instancePath + "/operation/phases/" + i0 + "/phase", schemaPath: "#/$defs/phase/properties/phase/enum", keyword: "enum", params: { allowedValues: schema38.properties.phase.enum }, message: "must be equal to one of the allowed values", schema: schema38.properties.phase.enum, parentSchema: schema38.properties.phase, data: data33 };
                    if (vErrors === null) {
                      vErrors = [err72];
                    } else {
                      vErrors.push(err72);
                    }
                    errors++;
                  }
                }
                if (data32.state !== void 0) {
                  let data34 = data32.state;
                  if (!(data34 === "running" || data34 === "done" || data34 === "failed" || data34 === "skipped")) {
                    const err73 = { instancePath: instancePath + "/operation/phases/" + i0 + "/state", schemaPath: "#/$defs/phase/properties/state/enum", keyword: "enum", params: { allowedValues: schema38.properties.state.enum }, message: "must be equal to one of the allowed values", schema: schema38.properties.state.enum, parentSchema: schema38.properties.state, data: data34 };
                    if (vErrors === null) {
                      vErrors = [err73];
                    } else {
                      vErrors.push(err73);
                    }
                    errors++;
                  }
                }
                if (data32.started_at !== void 0) {
                  let data35 = data32.started_at;
                  if (typeof data35 !== "string") {
                    const err74 = { instancePath: instancePath + "/operation/phases/" + i0 + "/started_at", schemaPath: "#/$defs/phase/properties/started_at/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema38.properties.started_at.type, parentSchema: schema38.properties.started_at, data: data35 };
                    if (vErrors === null) {
                      vErrors = [err74];
                    } else {
                      vErrors.push(err74);
                    }
                    errors++;
                  }
                }
                if (data32.ended_at !== void 0) {
                  let data36 = data32.ended_at;
                  if (typeof data36 !== "string" && data36 !== null) {
                    const err75 = { instancePath: instancePath + "/operation/phases/" + i0 + "/ended_at", schemaPath: "#/$defs/phase/properties/ended_at/type", keyword: "type", params: { type: schema38.properties.ended_at.type }, message: "must be string,null", schema: schema38.properties.ended_at.type, parentSchema: schema38.properties.ended_at, data: data36 };
                    if (vErrors === null) {
                      vErrors = [err75];
                    } else {
                      vErrors.push(err75);
                    }
                    errors++;
                  }
                }
              } else {
                const err76 = { instancePath: instancePath + "/operation/phases/" + i0, schemaPath: "#/$defs/phase/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.type, parentSchema: schema38, data: data32 };
                if (vErrors === null) {
                  vErrors = [err76];
                } else {
                  vErrors.push(err76);
                }
                errors++;
              }
            }
          } else {
            const err77 = { instancePath: instancePath + "/operation/phases", schemaPath: "#/properties/operation/properties/phases/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.operation.properties.phases.type, parentSchema: schema31.properties.operation.properties.phases, data: data31 };
            if (vErrors === null) {
              vErrors = [err77];
            } else {
              vErrors.push(err77);
            }
            errors++;
          }
        }
      }
    }
    if (data2.history !== void 0) {
      let data37 = data2.history;
      if (Array.isArray(data37)) {
        if (data37.length > 50) {
          const err78 = { instancePath: instancePath + "/history", schemaPath: "#/properties/history/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items", schema: 50, parentSchema: schema31.properties.history, data: data37 };
          if (vErrors === null) {
            vErrors = [err78];
          } else {
            vErrors.push(err78);
          }
          errors++;
        }
        const len1 = data37.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate26(data37[i1], { instancePath: instancePath + "/history/" + i1, parentData: data37, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err79 = { instancePath: instancePath + "/history", schemaPath: "#/properties/history/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.history.type, parentSchema: schema31.properties.history, data: data37 };
        if (vErrors === null) {
          vErrors = [err79];
        } else {
          vErrors.push(err79);
        }
        errors++;
      }
    }
  } else {
    const err80 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data: data2 };
    if (vErrors === null) {
      vErrors = [err80];
    } else {
      vErrors.push(err80);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };

// src/changeover/ledger-state.ts
var LIMIT_BYTES = 4 * 1024 * 1024;
var StateUnreadable = class extends Error {
};
function decodeState(content, environment, parent) {
  if (!content) throw new StateUnreadable("it holds no state.json");
  if (content.length > LIMIT_BYTES) {
    throw new StateUnreadable(`state.json has ${content.length} bytes, more than 4 MiB`);
  }
  const data2 = parsed(content);
  if (!validator_generated_default(data2)) {
    const [first] = validator_generated_default.errors ?? [];
    throw new StateUnreadable(`state.json${first?.instancePath ?? ""} ${first?.message ?? "is not valid"}`);
  }
  const state = data2;
  if (state.environment !== environment) {
    throw new StateUnreadable(`state.json is that of another environment, "${state.environment}"`);
  }
  const before = serialOf(parent);
  if (before !== void 0 && state.serial <= before) {
    throw new StateUnreadable(`state.json/serial went from ${before} back to ${state.serial}`);
  }
  return state;
}
function parsed(content) {
  try {
    return JSON.parse(content.toString("utf8"));
  } catch (error) {
    throw new StateUnreadable(`state.json is no JSON: ${messageOf(error)}`);
  }
}
function serialOf(content) {
  if (!content || content.length > LIMIT_BYTES) return void 0;
  try {
    const data2 = JSON.parse(content.toString("utf8"));
    const serial = typeof data2 === "object" && data2 !== null && "serial" in data2 ? data2.serial : void 0;
    return typeof serial === "number" ? serial : void 0;
  } catch {
    return void 0;
  }
}

// src/changeover/git-ledger.ts
var STATE_FILE = "state.json";
var LOST = /cannot lock ref|reference already exists|but expected/i;
function gitLedger(options) {
  const { environment, folder, env } = options;
  const ref = `refs/changeover/${environment}`;
  const place = { folder, ref, env };
  const remote = options.remote === void 0 ? void 0 : new LedgerRemote(place, options.remote);
  const commits = /* @__PURE__ */ new WeakMap();
  const read = async () => {
    const exists = await (remote?.fetch() ?? true);
    const found = exists ? await newest() : void 0;
    const state = found?.state ?? emptyState(environment, options.strategy);
    commits.set(state, found?.commit);
    return state;
  };
  const newest = async () => {
    const names = [ref, `${ref}:${STATE_FILE}`, `${ref}^:${STATE_FILE}`, ref];
    for (; ; ) {
      const [commit2, state, parent, again] = await objects(names);
      if (commit2?.id !== again?.id) continue;
      if (!commit2) return void 0;
      try {
        return { commit: commit2.id, state: decodeState(state?.content, environment, parent?.content) };
      } catch (error) {
        throw error instanceof StateUnreadable ? unreadable(ref, error.message, error) : error;
      }
    }
  };
  const objects = async (names) => {
    try {
      return await readObjects(names, { cwd: folder, ...env && { env } });
    } catch (error) {
      throw error instanceof GitError ? unreadable(ref, error.message, error) : error;
    }
  };
  const record = async (previous, next, why) => {
    const parent = commits.get(previous);
    const recorded = { ...next, serial: previous.serial + 1 };
    const content = `${JSON.stringify(recorded, null, 2)}
`;
    const commit2 = await writeFileCommit(
      { parent, path: STATE_FILE, content, message: why, date: options.now() },
      { cwd: folder, ...env && { env } }
    );
    await (remote ? remote.push(commit2, parent) : moveLocal(commit2, parent));
    commits.set(recorded, commit2);
    return recorded;
  };
  const moveLocal = async (commit2, parent) => {
    try {
      await ledgerGit(place, ["update-ref", ref, commit2, parent ?? "0".repeat(commit2.length)]);
    } catch (error) {
      if (error instanceof GitError && LOST.test(error.stderr)) throw moved(ref, error);
      throw error;
    }
  };
  const history = async (limit, before) => {
    if (before === void 0 && remote && !await remote.fetch()) return [];
    const from = before ?? (await objects([ref]))[0]?.id;
    if (from === void 0) return [];
    const skip = before === void 0 ? [] : ["--skip=1"];
    const format = ["--format=%H%x00%cI%x00%s", `--max-count=${limit}`, "--first-parent"];
    const log = (await ledgerGit(place, ["log", ...format, ...skip, from])).toString("utf8").trim();
    const lines = log.split("\n").filter(Boolean);
    const commits2 = lines.map((line) => line.split("\0"));
    const states = await objects(commits2.map(([id]) => `${id}:${STATE_FILE}`));
    return commits2.map(([id = "", at = "", why = ""], index) => {
      return { id, at, why, state: stateOrNull(states[index]?.content, environment) };
    });
  };
  return {
    place: options.remote === void 0 ? ref : `${ref} on ${options.remote}`,
    read,
    record,
    history
  };
}
function stateOrNull(content, environment) {
  try {
    return decodeState(content, environment);
  } catch (error) {
    if (error instanceof StateUnreadable) return null;
    throw error;
  }
}
function unreadable(ref, why, cause) {
  return new LedgerError(
    "ledger_unreadable",
    `The ledger ${ref} cannot be understood: ${why}`,
    `Look at it with  git log -p ${ref}  and push a commit that holds a state.json that is right, with a serial greater than the last.`,
    cause
  );
}

// src/changeover/lease.ts
var LEASE_MS = 3e5;
var RENEW_MS = 2e4;
var LeaseTaken = class extends Error {
  constructor() {
    super("another run has the lease");
    this.name = "LeaseTaken";
  }
};
var LeaseRefused = class extends Error {
  constructor(cause) {
    super(cause.message, { cause });
    this.name = "LeaseRefused";
  }
};
function leaseOf(operation, owner, now) {
  const { host, pid, started, name } = owner;
  return {
    schema: "changeover/lease/v1",
    operation: operation.id,
    attempt: operation.attempt,
    owner: { host, pid, started, name },
    renewed_at: now.toISOString(),
    lease_s: LEASE_MS / 1e3
  };
}
function isLeaseOf({ owner: holder }, owner) {
  return holder.host === owner.host && holder.pid === owner.pid && holder.started === owner.started && holder.name === owner.name;
}
function readLease(text) {
  try {
    const data2 = JSON.parse(text);
    const { schema, operation, attempt, owner, renewed_at, lease_s } = data2 ?? {};
    if (schema !== "changeover/lease/v1" || typeof operation !== "string" || typeof attempt !== "number")
      return;
    if (typeof owner?.host !== "string" || typeof owner.name !== "string") return;
    if (typeof owner.pid !== "number" || typeof owner.started !== "number") return;
    if (typeof renewed_at !== "string" || Number.isNaN(Date.parse(renewed_at))) return;
    if (typeof lease_s !== "number" || !(lease_s > 0)) return;
    const { host, pid, started, name } = owner;
    return { schema, operation, attempt, owner: { host, pid, started, name }, renewed_at, lease_s };
  } catch {
    return void 0;
  }
}

// src/changeover/lease-git.ts
var LEASE_FILE = "lease.json";
var REFUSED2 = /hook declined|pre-receive|prohibited|protected|permission|denied|\b403\b/i;
var TIMEOUT_MS = 15e3;
function gitLease(options) {
  const { folder, remote, env, now } = options;
  const ref = `refs/changeover-leases/${options.environment}`;
  const place = { folder, ref, env };
  const settings = { cwd: folder, timeoutMs: TIMEOUT_MS, ...env && { env } };
  const own = /* @__PURE__ */ new Set();
  let last;
  const git2 = (args) => ledgerGit(place, args, { timeoutMs: TIMEOUT_MS });
  const text = async (args) => (await git2(args)).toString("utf8");
  const head = async () => {
    if (remote === void 0) return (await text(["for-each-ref", "--format=%(objectname)", ref])).trim();
    return (await text(["ls-remote", remote, ref])).split(/\s/)[0] ?? "";
  };
  const move = async (commit2) => {
    if (remote === void 0) {
      const to = commit2 === void 0 ? ["-d", ref] : [ref, commit2];
      await git2(["update-ref", ...to, ...last === void 0 ? [] : [last]]);
      return;
    }
    const condition = last === void 0 ? "--force" : `--force-with-lease=${ref}:${last}`;
    await git2(["push", "--quiet", "--no-verify", condition, remote, `${commit2 ?? ""}:${ref}`]);
  };
  const renew = async (lease) => {
    const content = `${JSON.stringify(lease, null, 2)}
`;
    const message = `lease of ${lease.owner.name}`;
    const file = { parent: void 0, path: LEASE_FILE, content, message, date: now() };
    const commit2 = await writeFileCommit(file, settings);
    own.add(commit2);
    try {
      await move(commit2);
      last = commit2;
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (REFUSED2.test(error.stderr)) throw new LeaseRefused(error);
      if (last === void 0) throw error;
      const there = await head();
      if (there !== "" && !own.has(there)) throw new LeaseTaken();
      last = there || "0".repeat(commit2.length);
      if (there !== commit2) throw error;
    }
  };
  const read = async () => {
    if (remote !== void 0) {
      const quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-prune", "--no-recurse-submodules"];
      try {
        await git2(["fetch", ...quiet, remote, `+${ref}:${ref}`]);
      } catch (error) {
        if (error instanceof GitError && /couldn't find remote ref/.test(error.stderr)) return void 0;
        throw error;
      }
    }
    const [commit2, file] = await readObjects([ref, `${ref}:${LEASE_FILE}`], { ...settings, maxBytes: 65536 });
    const lease = file && readLease(file.content.toString("utf8"));
    return commit2 && lease ? { id: commit2.id, lease } : void 0;
  };
  const remove = async () => {
    if (last !== void 0) await move(void 0);
  };
  return { renew, read, remove };
}

// src/changeover/owner.ts
import { createHash as createHash2 } from "node:crypto";
import { readFile as readFile3, readlink } from "node:fs/promises";
import { hostname, userInfo } from "node:os";
async function thisOwner(env) {
  return {
    host: hostname(),
    machine: await thisMachine(),
    pid: process.pid,
    started: (await statOf(process.pid)).started,
    name: nameOf(env),
    run: runOf(env)
  };
}
async function livenessOf(owner, machine) {
  const here = machine === void 0 ? await thisMachine() : machine;
  if (here === null || owner.machine !== here || owner.host !== hostname()) {
    return { state: "unknown", why: `it runs on ${owner.host}` };
  }
  const gone = { state: "dead", why: "its process is gone" };
  if (!isAlive(owner.pid)) return gone;
  const { started, zombie } = await statOf(owner.pid);
  if (zombie || owner.started !== 0 && started !== owner.started) return gone;
  return { state: "alive", why: "its process is alive on this machine" };
}
async function thisMachine() {
  try {
    const boot = await readFile3("/proc/sys/kernel/random/boot_id", "utf8");
    const namespace = await readlink("/proc/self/ns/pid");
    return createHash2("sha256").update(`${boot.trim()} ${namespace}`).digest("hex").slice(0, 16);
  } catch {
    return null;
  }
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
function runOf(env) {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = env;
  const [id, attempt] = [Number(GITHUB_RUN_ID), Number(GITHUB_RUN_ATTEMPT)];
  if (!GITHUB_API_URL || !GITHUB_REPOSITORY || !isNumber(id) || !isNumber(attempt)) return null;
  return { api_url: GITHUB_API_URL, repository: GITHUB_REPOSITORY, id, attempt };
}
function isNumber(value) {
  return Number.isInteger(value) && value > 0;
}
async function statOf(pid) {
  const stat = await readFile3(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { started: Number(fields[19]) || 0, zombie: fields[0] === "Z" };
}

// src/changeover/lease-watch.ts
var WATCH_MS = 3e4;
var POLL_MS2 = 3e3;
async function livenessByLease(owner, ports) {
  const { lease: store, clock, log, monotonic = () => performance.now() } = ports;
  const unknown = (why) => ({ state: "unknown", why });
  try {
    const first = await store.read();
    if (!first || !isLeaseOf(first.lease, owner)) {
      return unknown(`it runs on ${owner.host} and has no lease, so that nothing is known of it`);
    }
    const { renewed_at, lease_s } = first.lease;
    const age = clock.now().getTime() - Date.parse(renewed_at);
    if (age < lease_s * 1e3) return { state: "alive", why: `its lease was renewed ${ago(age)}` };
    log.info(`The lease of ${owner.name} has ended. It is watched for ${WATCH_MS / 1e3} s.`);
    const since = monotonic();
    while (monotonic() - since < WATCH_MS) {
      await clock.sleep(POLL_MS2);
      const next = await store.read();
      if (!next) return unknown("its lease was taken away a moment ago: it seems to have ended");
      if (next.id !== first.id) return { state: "alive", why: "its lease was renewed a moment ago" };
    }
    return { state: "dead", why: `its lease was renewed ${ago(age)}, and not again` };
  } catch (error) {
    return unknown(`it runs on ${owner.host}, and its lease cannot be read: ${messageOf(error)}`);
  }
}
function ago(ms) {
  if (ms < 0) return `${Math.round(-ms / 1e3)} s from now, by this machine's clock`;
  return ms < 18e4 ? `${Math.round(ms / 1e3)} s ago` : `${Math.round(ms / 6e4)} min ago`;
}

// src/changeover/owner-run.ts
var ONCE = { ...PATIENCE, timeoutMs: 1e4, retries: 0 };
async function livenessOfRun({ run }, env, token) {
  const api = env.GITHUB_API_URL;
  if (!run || !token || !api || run.api_url !== api) return void 0;
  const { repository, id, attempt } = run;
  const unknown = (why) => ({ state: "unknown", why });
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return unknown("its run has no valid name");
  let answer;
  try {
    const github = new GitHubApi({ repository, token, apiUrl: api, patience: ONCE }, "its workflow run");
    answer = await github.json(`/actions/runs/${id}/attempts/${attempt}`, "actions: read");
  } catch (error) {
    const remedy = error instanceof UserError && error.remedy ? ` ${error.remedy}` : "";
    return unknown(`${messageOf(error)}${remedy}`.replace(/\.$/, ""));
  }
  const status = isObject(answer) ? answer.status : void 0;
  if (typeof status !== "string" || !/^\w{1,40}$/.test(status)) {
    return unknown("GitHub says nothing of its run that can be understood");
  }
  return { state: status === "completed" ? "dead" : "alive", why: `its workflow run is "${status}"` };
}

// src/changeover/owner-liveness.ts
function askLiveness(ports) {
  return async (owner) => {
    const here = await livenessOf(owner);
    if (here.state !== "unknown") return here;
    const run = await livenessOfRun(owner, ports.env, ports.token);
    if (run && run.state !== "unknown") return run;
    const lease = await livenessByLease(owner, ports);
    if (lease.state !== "unknown" || !run) return lease;
    return { state: "unknown", why: `${run.why}; ${lease.why}` };
  };
}

// src/changeover/unpacked.ts
import { existsSync as existsSync2 } from "node:fs";
import { mkdir as mkdir4, readdir, rm as rm2 } from "node:fs/promises";
import { dirname as dirname2, join as join5 } from "node:path";
var unpackedOnDisk = {
  has: existsSync2,
  async unpack(release, folder) {
    await mkdir4(dirname2(folder), { recursive: true, mode: 448 }).catch((error) => {
      throw unwritable(folder, error);
    });
    await unpackRelease(release, folder);
  },
  async keepOnly(parent, folders) {
    for (const name of await readdir(parent).catch(() => [])) {
      const folder = join5(parent, name);
      if (!folders.has(folder)) await rm2(folder, { recursive: true, force: true });
    }
  }
};

// src/changeover/latency-histogram.ts
var GROWTH = 1.02;
var SHORTEST_MS = 0.1;
var LONGEST_MS = 36e5;
var BUCKETS = Math.ceil(Math.log(LONGEST_MS / SHORTEST_MS) / Math.log(GROWTH)) + 1;
var LatencyHistogram = class {
  buckets = new Uint32Array(BUCKETS);
  total = 0;
  longest = 0;
  /** How many were counted. */
  get count() {
    return this.total;
  }
  /** @param ms shorter than 0.1 ms counts as that, longer than an hour as an hour */
  add(ms) {
    const index = Math.ceil(Math.log(Math.max(ms, SHORTEST_MS) / SHORTEST_MS) / Math.log(GROWTH));
    const bucket = Math.min(index, BUCKETS - 1);
    this.buckets[bucket] = (this.buckets[bucket] ?? 0) + 1;
    this.total++;
    this.longest = Math.max(this.longest, ms);
  }
  /** Count what another one has counted as well. */
  merge(other) {
    for (const [index, count] of other.buckets.entries()) {
      if (count > 0) this.buckets[index] = (this.buckets[index] ?? 0) + count;
    }
    this.total += other.total;
    this.longest = Math.max(this.longest, other.longest);
  }
  /**
   * The latency that `share` (0 to 1) of all do not exceed, in milliseconds with one decimal; `null` when there are none.
   */
  percentile(share) {
    if (this.total === 0) return null;
    const wanted = Math.max(1, Math.ceil(share * this.total));
    let seen = 0;
    const index = this.buckets.findIndex((count) => {
      seen += count;
      return seen >= wanted;
    });
    const middle = SHORTEST_MS * GROWTH ** (index - 0.5);
    return Math.round(10 * Math.max(SHORTEST_MS, Math.min(middle, this.longest))) / 10;
  }
};

// src/changeover/witness-timeline.ts
var MOMENTS = 60;
var FIRST_WIDTH_MS = 100;
var Counts = class {
  latencies = new LatencyHistogram();
  sent = 0;
  failed = 0;
  slowest = 0;
  /** @param kind how it failed; one that timed out has a latency all the same, others have none */
  add(latencyMs, kind) {
    this.sent++;
    if (kind !== void 0) this.failed++;
    if (kind === void 0 || kind === "timeout") this.latencies.add(latencyMs);
    this.slowest = Math.max(this.slowest, latencyMs);
  }
  merge(other) {
    this.latencies.merge(other.latencies);
    this.sent += other.sent;
    this.failed += other.failed;
    this.slowest = Math.max(this.slowest, other.slowest);
  }
};
var Timeline = class {
  moments = [];
  widthMs = FIRST_WIDTH_MS;
  /** @param atMs since the start */
  add(atMs, latencyMs, kind) {
    while (atMs >= MOMENTS * this.widthMs) this.widen();
    const index = Math.max(0, Math.floor(atMs / this.widthMs));
    while (this.moments.length <= index) this.moments.push(new Counts());
    this.moments[index]?.add(latencyMs, kind);
  }
  report() {
    return this.moments.map(({ sent, failed: failed2, latencies, slowest }, index) => ({
      at_ms: index * this.widthMs,
      sent,
      failed: failed2,
      p50_ms: latencies.percentile(0.5),
      p95_ms: latencies.percentile(0.95),
      slowest_ms: Math.round(slowest)
    }));
  }
  widen() {
    this.widthMs *= 2;
    this.moments = this.moments.flatMap((counts, index) => {
      if (index % 2 === 1) return [];
      const next = this.moments[index + 1];
      if (next) counts.merge(next);
      return [counts];
    });
  }
};

// src/changeover/witness-figures.ts
var KEPT_FAILURES = 20;
var MARGIN_MS = 100;
var WitnessFiguresBook = class {
  constructor(endpoints, rate) {
    this.rate = rate;
    this.endpoints = endpoints.map(({ name, url }) => new Endpoint(name, url));
  }
  rate;
  started = /* @__PURE__ */ new Date();
  origin = performance.now();
  endpoints;
  timeline = new Timeline();
  marks = [];
  failures = [];
  firstFailure;
  lastFailure = 0;
  /** When which stretch began, as `performance.now()` has it. */
  since = {};
  mark(what) {
    const now = performance.now();
    if (what === "switch_ended" && this.since.switch_started === void 0) {
      this.since.switch_started = Number.NEGATIVE_INFINITY;
      this.since.switch_ended = Number.NEGATIVE_INFINITY;
    }
    this.since[what] ??= now;
    this.marks.push({ at_ms: Math.round(now - this.origin), what });
  }
  sent(index) {
    const endpoint = this.endpoints[index];
    if (endpoint) endpoint.sent++;
  }
  /** @param kind how it failed; `undefined` when it did not */
  ended(index, dueAt, endedAt, kind) {
    const endpoint = this.endpoints[index];
    if (!endpoint) return;
    const latency = endedAt - dueAt;
    endpoint.ended(latency, kind, this.stretchOf(dueAt, endedAt));
    this.timeline.add(dueAt - this.origin, latency, kind);
    if (kind !== void 0) this.failed(endpoint.name, dueAt, endedAt, kind);
  }
  figures() {
    return this.endpoints.map((endpoint) => endpoint.figures());
  }
  report() {
    const endpoints = this.endpoints.map((endpoint) => endpoint.report());
    const sum = (value) => this.endpoints.reduce((total, endpoint) => total + value(endpoint), 0);
    const kinds = {};
    for (const { failed_kinds } of endpoints) {
      for (const [kind, count] of Object.entries(failed_kinds)) kinds[kind] = (kinds[kind] ?? 0) + count;
    }
    return {
      url: endpoints[0]?.url ?? "",
      rate: this.rate,
      sent: sum(({ sent }) => sent),
      ok: sum(({ ok }) => ok),
      failed: sum(({ failed: failed2 }) => failed2),
      failed_kinds: kinds,
      slowest_ms: Math.max(0, ...endpoints.map(({ slowest_ms }) => slowest_ms)),
      outage_ms: this.firstFailure === void 0 ? 0 : Math.round(this.lastFailure - this.firstFailure),
      failures: this.failures,
      endpoints,
      timeline: this.timeline.report(),
      marks: this.marks,
      not_judged: [],
      // who judges says so
      started_at: this.started.toISOString(),
      ended_at: (/* @__PURE__ */ new Date()).toISOString()
    };
  }
  /** `undefined` for what was due when users were on their way back: that says nothing of the new color. */
  stretchOf(dueAt, endedAt) {
    const { switch_started, switch_ended, back_started } = this.since;
    if (switch_started === void 0 || endedAt < switch_started) return "before";
    if (back_started !== void 0 && dueAt >= back_started) return void 0;
    return switch_ended === void 0 || dueAt < switch_ended + MARGIN_MS ? "during" : "after";
  }
  failed(endpoint, dueAt, endedAt, kind) {
    this.firstFailure = Math.min(this.firstFailure ?? dueAt, dueAt);
    this.lastFailure = Math.max(this.lastFailure, endedAt);
    if (this.failures.length === KEPT_FAILURES) return;
    const at = new Date(this.started.getTime() + dueAt - this.origin).toISOString();
    this.failures.push({ at, kind, endpoint });
  }
};
var Endpoint = class {
  constructor(name, url) {
    this.name = name;
    this.url = url;
  }
  name;
  url;
  sent = 0;
  ok = 0;
  failed = 0;
  slowest = 0;
  kinds = {};
  stretches = { before: new Counts(), during: new Counts(), after: new Counts() };
  ended(latencyMs, kind, stretch) {
    if (kind === void 0) this.ok++;
    else {
      this.failed++;
      this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
    }
    this.slowest = Math.max(this.slowest, latencyMs);
    if (stretch) this.stretches[stretch].add(latencyMs, kind);
  }
  figures() {
    const { before, during, after } = this.stretches;
    return { name: this.name, before: figuresOf(before), during: figuresOf(during), after: figuresOf(after) };
  }
  report() {
    const { name, ...stretches } = this.figures();
    const { url, sent, ok, failed: failed2, kinds } = this;
    const slowest_ms = Math.round(this.slowest);
    return { name, url, sent, ok, failed: failed2, failed_kinds: kinds, slowest_ms, ...stretches };
  }
};
function figuresOf({ sent, failed: failed2, latencies, slowest }) {
  return {
    sent,
    failed: failed2,
    p50_ms: latencies.percentile(0.5),
    p95_ms: latencies.percentile(0.95),
    p99_ms: latencies.percentile(0.99),
    slowest_ms: Math.round(slowest)
  };
}

// src/changeover/witness.ts
var BEHIND_MS = 5e3;
var startWitness = ({ endpoints, rate, timeoutMs }) => {
  const book = new WitnessFiguresBook(endpoints, rate);
  const intervalMs = 1e3 / (rate * endpoints.length);
  let origin = book.origin;
  let slots = 0;
  let timer;
  const underWay = /* @__PURE__ */ new Set();
  const send = async (index, dueAt) => {
    const { url, status: good } = endpoints[index] ?? { url: "" };
    book.sent(index);
    let kind;
    try {
      const { status } = await askHttp({ url, timeoutMs });
      if (!isGoodStatus(status, good)) kind = `status_${status}`;
    } catch (error) {
      kind = error instanceof HttpFailure ? error.kind : "unreachable";
    }
    book.ended(index, dueAt, performance.now(), kind);
  };
  const tick = () => {
    const now = performance.now();
    const behind = now - (origin + slots * intervalMs);
    if (behind > BEHIND_MS) {
      origin += behind;
      book.mark("stood_still");
    }
    for (; origin + slots * intervalMs <= now; slots++) {
      const request = send(slots % endpoints.length, origin + slots * intervalMs);
      underWay.add(request);
      void request.finally(() => underWay.delete(request));
    }
    const left = Math.ceil(origin + slots * intervalMs - performance.now());
    timer = setTimeout(tick, Math.max(left, 0));
    timer.unref();
  };
  tick();
  let report;
  const finish = async () => {
    clearTimeout(timer);
    await Promise.all(underWay);
    return book.report();
  };
  return {
    mark: (what) => book.mark(what),
    figures: () => book.figures(),
    stop: () => {
      report ??= finish();
      return report;
    }
  };
};

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
  const key = createHash3("sha256").update(place).digest("hex").slice(0, 12);
  const state = join6(stateFolder(process.env), `${environment}-${key}`);
  const token = options.token || process.env.GITHUB_TOKEN || process.env.GH_TOKEN;
  const login = remote === void 0 ? {} : await ledgerLogin(root, place, token, process.env);
  const kept = { folder: root, environment, remote, env: login, now: systemClock.now };
  const lease = gitLease(kept);
  const localRouter2 = { stateDir: join6(state, "router"), forwarder: FORWARDER };
  return {
    ledger: gitLedger({ ...kept, strategy: options.strategy }),
    lease,
    shell: bash,
    runCommand: commandRunner(bash, log),
    clock: systemClock,
    log,
    owner: await thisOwner(process.env),
    liveness: askLiveness({ env: process.env, token, lease, clock: systemClock, log }),
    processEnv: process.env,
    router: (settings, variables) => createRouter(settings, {
      ...localRouter2,
      shell: bash,
      environment,
      variables,
      folder: join6(state, "router")
    }),
    witness: startWitness,
    localRouter: localRouter2,
    releasesFolder: join6(state, "releases"),
    unpacked: unpackedOnDisk
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
  LEASE_MS,
  RENEW_MS,
  LeaseTaken,
  LeaseRefused,
  leaseOf,
  realPorts,
  localRouterOf
};
