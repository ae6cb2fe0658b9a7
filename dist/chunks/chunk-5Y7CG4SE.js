import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  require_ucs2length
} from "./chunk-N25RECID.js";
import {
  nearest
} from "./chunk-65XTCQBH.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";
import {
  __commonJS,
  __toESM
} from "./chunk-WRJK5PWJ.js";

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// src/openstack/releases.ts
var RELEASES = [
  "zed",
  "2023.1",
  "2023.2",
  "2024.1",
  "2024.2",
  "2025.1",
  "2025.2",
  "2026.1",
  "2026.2"
];
var NEWEST_RELEASE = "2026.2";
var CODE_NAMES = {
  antelope: "2023.1",
  bobcat: "2023.2",
  caracal: "2024.1",
  dalmatian: "2024.2",
  epoxy: "2025.1",
  flamingo: "2025.2",
  gazpacho: "2026.1"
};
var OLDER = new Set(
  "yoga xena wallaby victoria ussuri train stein rocky queens pike ocata newton mitaka liberty kilo".split(
    " "
  )
);
function isOlderRelease(text) {
  return OLDER.has(plainName(text));
}
function asRelease(text) {
  const name = plainName(text);
  return RELEASES.find((release) => release === name) ?? (Object.hasOwn(CODE_NAMES, name) ? CODE_NAMES[name] : void 0);
}
function plainName(text) {
  return text.trim().toLowerCase().replace(/^(?:stable|unmaintained)\//, "");
}
function releaseAdvice(text) {
  const near = nearest(text, [...RELEASES, ...Object.keys(CODE_NAMES)]);
  if (near && !isOlderRelease(text)) return `Did you mean "${near}"?`;
  return `The known ones are: ${RELEASES.join(", ")}.`;
}
function requireRelease(text) {
  const release = asRelease(text);
  if (release) return release;
  throw new UserError(
    "unknown_release",
    `There is no OpenStack release "${text}" among those that are known.`,
    { remedy: releaseAdvice(text) }
  );
}
function isBefore(a, b) {
  return RELEASES.indexOf(a) < RELEASES.indexOf(b);
}

// src/yaml/tree.ts
function resolve(node) {
  let at = node;
  while (at?.kind === "alias") at = at.target;
  return at;
}
function asMapping(node) {
  const found = resolve(node);
  return found?.kind === "mapping" ? found : void 0;
}
function asSequence(node) {
  const found = resolve(node);
  return found?.kind === "sequence" ? found : void 0;
}
function asScalar(node) {
  const found = resolve(node);
  return found?.kind === "scalar" ? found : void 0;
}
function asString(node) {
  const value = asScalar(node)?.value;
  return typeof value === "string" ? value : void 0;
}
function entriesOf(node) {
  const mapping = asMapping(node);
  if (!mapping) return [];
  return mapping.simple ? mapping.entries : [...effectiveEntries(mapping).values()];
}
var MAX_MERGE_DEPTH = 100;
var FEW = 12;
var effective = /* @__PURE__ */ new WeakMap();
function effectiveEntries(node, depth = 0) {
  const mapping = asMapping(node);
  if (!mapping || depth > MAX_MERGE_DEPTH) return /* @__PURE__ */ new Map();
  const known = effective.get(mapping);
  if (known) return known;
  const own = /* @__PURE__ */ new Map();
  for (const entry of mapping.entries) if (entry.key !== "<<") own.set(entry.key, entry);
  for (const entry of mapping.entries) {
    if (entry.key !== "<<") continue;
    for (const source of asSequence(entry.value)?.items ?? [entry.value]) {
      for (const [key, merged] of effectiveEntries(source, depth + 1)) if (!own.has(key)) own.set(key, merged);
    }
  }
  effective.set(mapping, own);
  return own;
}
function entryOf(node, key) {
  const mapping = asMapping(node);
  if (mapping?.simple && mapping.entries.length <= FEW)
    return mapping.entries.find((entry) => entry.key === key);
  return effectiveEntries(mapping).get(key);
}
function childOf(node, key) {
  return entryOf(node, key)?.value;
}
function nearestNode(root, path) {
  let node = root;
  let entry;
  for (const step of path) {
    const inner = resolve(node);
    if (inner?.kind === "mapping") {
      const next = entryOf(inner, String(step));
      if (!next) break;
      entry = next;
      node = next.value;
    } else if (inner?.kind === "sequence") {
      const next = inner.items[Number(step)];
      if (!next) break;
      entry = void 0;
      node = next;
    } else break;
  }
  return { node, entry };
}
function walk(node, visit, path = []) {
  visit(node, path);
  if (node.kind === "mapping")
    for (const entry of node.entries) walk(entry.value, visit, [...path, entry.key]);
  if (node.kind === "sequence") {
    for (const [index, item] of node.items.entries()) walk(item, visit, [...path, index]);
  }
}
function toData(node, made = /* @__PURE__ */ new Map()) {
  const found = resolve(node);
  if (!found) return void 0;
  if (found.kind === "scalar") return found.value;
  if (made.has(found)) return made.get(found);
  if (found.kind === "sequence") {
    const list = [];
    made.set(found, list);
    for (const item of found.items) list.push(toData(item, made));
    return list;
  }
  const record = /* @__PURE__ */ Object.create(null);
  made.set(found, record);
  for (const entry of entriesOf(found)) record[entry.key] = toData(entry.value, made);
  return record;
}

// src/yaml/unclosed-bracket.ts
var OPENER = /^\s*(?:- +)*(?:[^\s"'#[{][^#]*?:[ \t]+)?(?=[[{])/;
var TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:^|\s)#.*|[[\]{}]/g;
var REACH = 100;
function unclosedBracket(source, gaveUp) {
  for (let number = gaveUp.line; number >= Math.max(1, gaveUp.line - REACH); number--) {
    const start = OPENER.exec(source.line(number))?.[0].length;
    if (start === void 0) continue;
    const open = openAfter(source, { line: number, column: start + 1 }, gaveUp);
    if (open) return { start: open, end: { line: open.line, column: open.column + 1 } };
    if (number < gaveUp.line) return void 0;
  }
  return void 0;
}
function openAfter(source, from, to) {
  const open = [];
  for (let line = from.line; line <= to.line; line++) {
    const written = source.line(line);
    const text = line === to.line ? written.slice(0, to.column - 1) : written;
    for (const { 0: token, index } of text.matchAll(TOKEN)) {
      if (line === from.line && index < from.column - 1) continue;
      if (token === "[" || token === "{") open.push({ line, column: index + 1 });
      else if (token === "]" || token === "}") open.pop();
    }
  }
  return open.at(-1);
}

// src/manifest/haproxy-references.ts
var OF_SERVERS = ["health_timeout", "drain_timeout", "standby"];
function checkHaproxy(settings, environment, report) {
  const at = [...environment, "router", "haproxy"];
  const { map, servers } = settings;
  if (!map === !servers) {
    report(
      at,
      map ? "the router has both a map and servers" : "the router has neither a map nor servers",
      "Give it one of them: map switches by a map of backends, servers by the states of servers."
    );
    return;
  }
  checkColors(settings, at, report);
  for (const [index, node] of settings.nodes.entries()) {
    if (map && node.map_file === void 0) {
      report(
        [...at, "nodes", index],
        "the node has no map_file",
        "Name the file of its map, spelled as in its configuration."
      );
    }
    const foreign = map ? "state_file" : "map_file";
    if (node[foreign] === void 0) continue;
    report(
      [...at, "nodes", index, foreign],
      `${foreign} does nothing here`,
      belongsTo(map ? "servers" : "map")
    );
  }
  for (const key of OF_SERVERS) {
    if (map && settings[key] !== void 0)
      report([...at, key], `${key} does nothing here`, belongsTo("servers"));
  }
}
function checkColors({ map = {}, servers = {} }, at, report) {
  for (const [key, backend] of Object.entries(map)) {
    if (backend.includes("{color}")) continue;
    report(
      [...at, "map", key],
      `"${backend}" is the same backend for both colors`,
      "Write {color} where the color stands in the name, for example keystone_{color}."
    );
  }
  for (const [backend, names] of Object.entries(servers)) {
    if (names.includes("{color}")) continue;
    report(
      [...at, "servers", backend],
      `"${names}" means the same servers for both colors`,
      "Write {color} where the color stands in the name, for example *-{color}."
    );
  }
}
function belongsTo(mode) {
  return `It belongs to a router with ${mode}: leave it out.`;
}

// src/manifest/json-path.ts
var STEP = /\.?([A-Za-z_][A-Za-z0-9_-]*)|\[(-?\d{1,6})\]|\[(\*)\]|\["([^"\\]{0,200})"\]/y;
var MAX_PLACES = 1e4;
function parseJsonPath(path) {
  const text = path.startsWith("$") ? path.slice(1) : path;
  const steps = [];
  STEP.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    if (!match || at > 0 && match[1] !== void 0 && !match[0].startsWith(".")) return void 0;
    const [whole, name, index, each, quoted] = match;
    const named = name ?? quoted;
    if (named !== void 0) steps.push({ name: named });
    else if (each) steps.push({ each: true });
    else steps.push({ index: Number(index) });
    at += whole.length;
  }
  return steps;
}
function valuesAt(data, steps) {
  let found = [data];
  for (const step of steps) {
    found = found.flatMap((value) => into(value, step)).slice(0, MAX_PLACES);
  }
  return found;
}
function into(value, step) {
  if (typeof value !== "object" || value === null) return [];
  if ("name" in step) {
    const own = Object.entries(value).find(([key]) => key === step.name);
    return own && !Array.isArray(value) ? [own[1]] : [];
  }
  if (!Array.isArray(value)) return [];
  if ("each" in step) return value;
  const at = step.index < 0 ? value.length + step.index : step.index;
  return at >= 0 && at < value.length ? [value[at]] : [];
}

// src/manifest/probe-references.ts
function checkProbes(probes, at, hasColors, report) {
  if (hasColors && probes.length > 0 && probes.every(({ during }) => during === "bake")) {
    report(
      at,
      "no probe is asked before users are on the color",
      "Let one of them be asked during verify as well."
    );
  }
  for (const [index, { http, openstack, prometheus, during }] of probes.entries()) {
    const here = [...at, index];
    if (during === "bake" && !hasColors) {
      report([...here, "during"], "nothing is baked in place, so it would never be asked", "Remove it.");
    }
    if (http) checkHttp(http, [...here, "http"], report);
    if (openstack) checkEndpoints(openstack, [...here, "openstack"], hasColors, report);
    if (prometheus?.at_most !== void 0 && !hasColors) {
      report(
        [...here, "prometheus", "at_most"],
        "at_most compares with the other color, and this environment has none",
        "Use below or above."
      );
    }
  }
}
function checkHttp(http, at, report) {
  const { matches, json = {}, contains, method } = http;
  if (matches !== void 0 && !isPattern(matches)) {
    report(
      [...at, "matches"],
      `"${matches}" is no regular expression`,
      "Write it as JavaScript does, with u."
    );
  }
  for (const path of Object.keys(json)) {
    if (parseJsonPath(path)) continue;
    report(
      [...at, "json", path],
      `"${path}" is no path`,
      "Write it as versions[0].status or servers[*].name."
    );
  }
  const needsBody = contains !== void 0 || matches !== void 0 || http.json !== void 0;
  if (method === "HEAD" && needsBody) {
    report(
      [...at, "method"],
      "an answer to HEAD has nothing to look at",
      "Use GET, or check status and headers alone."
    );
  }
}
function checkEndpoints(openstack, at, hasColors, report) {
  const { services = ["keystone"], endpoints = {} } = openstack;
  for (const service of Object.keys(endpoints)) {
    if (services.some((name) => name === service)) continue;
    report([...at, "endpoints", service], `${service} is not asked`, "Add it to services, or remove it here.");
  }
  if (!hasColors) return;
  for (const service of services) {
    if (service === "keystone" || Object.hasOwn(endpoints, service)) continue;
    report(
      [...at, "services"],
      `${service} would be asked at the address that users have, so not on the color that is verified`,
      `Add its own under endpoints, as  ${service}: "http://10.0.0.21:\${${service.toUpperCase()}_PORT}"  or, if that is meant,  ${service}: catalog`
    );
  }
}
function isPattern(text) {
  try {
    return new RegExp(text, "u") !== void 0;
  } catch {
    return false;
  }
}

// src/openstack/services.ts
var SERVICES = {
  keystone: { port: 5e3, health: "/healthcheck", needs: [] },
  barbican: { port: 9311, health: "/healthcheck", needs: ["keystone"] },
  placement: { port: 8780, health: "/", needs: ["keystone"] },
  swift: { port: 8080, health: "/healthcheck", needs: ["keystone"] },
  glance: { port: 9292, health: "/healthcheck", needs: ["keystone"] },
  cinder: { port: 8776, health: "/healthcheck", needs: ["keystone", "glance"] },
  neutron: { port: 9696, health: "/healthcheck", needs: ["keystone"] },
  nova: { port: 8774, health: "/", needs: ["keystone", "placement", "glance", "neutron"] },
  heat: { port: 8004, health: "/healthcheck", needs: ["keystone", "nova", "neutron"] },
  horizon: { port: 443, health: "/auth/login/", needs: ["keystone"] },
  designate: { port: 9001, health: "/healthcheck", needs: ["keystone", "neutron"] },
  octavia: { port: 9876, health: "/", needs: ["keystone", "glance", "neutron", "nova"] },
  ironic: { port: 6385, health: "/", needs: ["keystone", "glance", "neutron", "placement"] },
  magnum: { port: 9511, health: "/healthcheck", needs: ["keystone", "neutron", "heat", "octavia"] },
  manila: { port: 8786, health: "/healthcheck", needs: ["keystone", "neutron", "nova", "cinder"] },
  trove: { port: 8779, health: "/", needs: ["keystone", "neutron", "nova", "cinder"] },
  gnocchi: { port: 8041, health: "/healthcheck", needs: ["keystone"] },
  aodh: { port: 8042, health: "/healthcheck", needs: ["keystone", "gnocchi"] },
  cloudkitty: { port: 8889, health: "/healthcheck", needs: ["keystone", "gnocchi"] },
  mistral: { port: 8989, health: "/", needs: ["keystone"] },
  masakari: { port: 15868, health: "/", needs: ["keystone", "nova"] },
  tacker: { port: 9890, health: "/", needs: ["keystone"] },
  blazar: { port: 1234, health: "/", needs: ["keystone", "nova"] },
  zun: { port: 9517, health: "/healthcheck", needs: ["keystone", "neutron", "glance"] },
  skyline: { port: 9999, health: "/auth/login/", needs: ["keystone"] }
};

// src/manifest/services.ts
var TOGETHER = "together";
function serviceNeeds(manifest) {
  const needs = /* @__PURE__ */ new Map();
  for (const [name, facts] of Object.entries(SERVICES)) needs.set(name, facts.needs);
  for (const [name, settings] of Object.entries(manifest.services ?? {})) {
    needs.set(name, settings.needs ?? needs.get(name) ?? []);
  }
  return needs;
}
function findCycle(needs) {
  const finished = /* @__PURE__ */ new Set();
  const visit = (name, trail) => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    if (finished.has(name)) return void 0;
    for (const need of needs.get(name) ?? []) {
      const cycle = visit(need, [...trail, name]);
      if (cycle) return cycle;
    }
    finished.add(name);
    return void 0;
  };
  for (const name of needs.keys()) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return void 0;
}

// src/manifest/references.ts
function checkReferences(manifest, root) {
  const problems = [];
  const report = (path, message, help) => {
    const { node, entry } = nearestNode(root, path);
    problems.push({ rule: "reference", message, help, range: entry?.keyRange ?? node.range });
  };
  checkRelease(manifest, root, problems);
  checkChecks(manifest, report);
  const needs = serviceNeeds(manifest);
  const unknownService = (name) => {
    const near = nearest(name, needs.keys());
    return near ? `Did you mean "${near}"?` : `Declare it under services, for example:  ${name}: {}`;
  };
  for (const [service, settings] of Object.entries(manifest.services ?? {})) {
    for (const [index, need] of (settings.needs ?? []).entries()) {
      if (needs.has(need)) continue;
      report(
        ["services", service, "needs", index],
        `${service} needs "${need}", which is no known service`,
        unknownService(need)
      );
    }
  }
  const cycle = findCycle(needs);
  if (cycle) report(["services"], `services need each other: ${cycle.join(" \u2192 ")}`, "Break the ring.");
  for (const [name, environment] of Object.entries(manifest.environments ?? {})) {
    const at = ["environments", name];
    const hasColors = environment.strategy === "blue_green";
    checkProbes(environment.verify ?? [], [...at, "verify"], hasColors, report);
    if (environment.strategy === "in_place") {
      for (const service of Object.keys(environment.tests ?? {})) {
        if (service === TOGETHER || needs.has(service)) continue;
        report([...at, "tests", service], `"${service}" is no known service`, unknownService(service));
      }
      continue;
    }
    if (environment.router.haproxy) checkHaproxy(environment.router.haproxy, at, report);
    for (const [service, addresses] of Object.entries(environment.router.local?.services ?? {})) {
      if (addresses.blue !== addresses.green) continue;
      report(
        [...at, "router", "local", "services", service],
        `blue and green of "${service}" have the same address`,
        "Give each color an address of its own."
      );
    }
  }
  return problems;
}
function checkRelease(manifest, root, problems) {
  const { openstack_release: said } = manifest;
  if (said === void 0 || asRelease(String(said))) return;
  problems.push({
    rule: "reference",
    message: `"${said}" is no OpenStack release that is known`,
    help: releaseAdvice(String(said)),
    range: nearestNode(root, ["openstack_release"]).node.range
  });
}
function checkChecks(manifest, report) {
  const names = /* @__PURE__ */ new Set();
  for (const [index, { name, report: format = "exit", path }] of (manifest.validate?.checks ?? []).entries()) {
    const at = ["validate", "checks", index];
    if (names.has(name)) report([...at, "name"], `two checks have the name "${name}"`, "Rename one of them.");
    names.add(name);
    if (path === void 0 || format !== "exit") continue;
    report(
      [...at, "path"],
      `the check "${name}" has a path, but no report`,
      "Add report: sarif or report: junit."
    );
  }
}

// src/manifest/validator.generated.js
var import_ucs2length = __toESM(require_ucs2length(), 1);
var import_equal = __toESM(require_equal(), 1);
var validator_generated_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "changeover/manifest/v1", "title": "Manifest", "description": "changeover.yml: how a repository of OpenStack definitions is checked, packaged, tested and changed over.", "type": "object", "additionalProperties": false, "required": ["version", "name"], "properties": { "version": { "const": 1, "description": "The version of this format." }, "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", "description": "The name of the cloud or region; releases are named after it." }, "openstack_release": { "type": ["string", "number"], "description": "The OpenStack release that the definitions are for: zed, 2024.1, caracal, stable/2024.1\u2026 Default: what they say themselves, otherwise the newest that is known." }, "validate": { "$ref": "#/$defs/validate", "description": "What `changeover validate` checks." }, "release": { "$ref": "#/$defs/release", "description": "What goes into a release, and where releases are kept." }, "services": { "type": "object", "description": "Services by name, where they differ from the OpenStack graph that is built in. One with tests that is not built in must stand here.", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "$ref": "#/$defs/service" } }, "environments": { "type": "object", "description": "Where releases go, by name: staging, production\u2026", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "$ref": "#/$defs/environment" } } }, "$defs": { "name": { "type": "string", "pattern": "^[a-z0-9][a-z0-9_-]{0,62}$", "description": "Small letters, digits, dashes and underscores, at most 63 of them." }, "duration": { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", "description": "A length of time: 500ms, 30s, 10m, 2h, 1d." }, "globs": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Patterns of paths below the folder: ** is any number of folders, * anything but a slash." }, "validate": { "type": "object", "title": "ValidateSettings", "additionalProperties": false, "properties": { "ignore": { "$ref": "#/$defs/globs", "description": "Files that are not checked. Default: none." }, "rules": { "type": "object", "description": "Another severity for a rule, by its id, or off. Default: as on the rule's page.", "additionalProperties": { "enum": ["error", "warning", "notice", "off", false] } }, "checks": { "type": "array", "items": { "$ref": "#/$defs/check" }, "description": "The repository's own linters and tests, run side by side. Default: none." } } }, "check": { "type": "object", "title": "CheckSettings", "additionalProperties": false, "required": ["name", "run"], "properties": { "name": { "$ref": "#/$defs/name", "description": "What results call it: its findings have the rule check/<name>." }, "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the folder that is checked. Values reach it through the environment." }, "report": { "enum": ["sarif", "junit", "exit"], "description": "What tells the findings: a SARIF or JUnit report, or the exit status alone. Default: exit." }, "path": { "type": "string", "minLength": 1, "description": "Where the command writes its reports: a glob in the folder. Older files than the run do not count. Default: standard output." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the check counts as hung, fails, and its whole process tree is ended. Default: 10m." }, "env": { "$ref": "#/$defs/env", "description": "Variables of this check alone." } } }, "release": { "type": "object", "title": "ReleaseSettings", "additionalProperties": false, "properties": { "include": { "$ref": "#/$defs/globs", "description": "Files that go into a release, of those that Git tracks. Default: all." }, "exclude": { "$ref": "#/$defs/globs", "description": "Files that stay out of it all the same. changeover.yml always goes in. Default: none." }, "store": { "type": "string", "minLength": 1, "description": "Where releases are kept and looked for: file:FOLDER, github-artifact:, github-release:, oci://REGISTRY/REPOSITORY. Default: nowhere, archives are handed on as files." } } }, "service": { "type": "object", "title": "ServiceSettings", "additionalProperties": false, "properties": { "needs": { "type": "array", "items": { "$ref": "#/$defs/name" }, "description": "Services that must be good before this one is tested. Default: those of the built-in graph." } } }, "command": { "type": "object", "title": "CommandSettings", "additionalProperties": false, "required": ["run"], "properties": { "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the unpacked release. Values reach it through the environment." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the command counts as hung and its whole process tree is ended. Default: 30m." } } }, "test": { "type": "object", "title": "TestSettings", "additionalProperties": false, "required": ["run"], "properties": { "name": { "type": "string", "minLength": 1, "description": "What results call the test. Default: the service." }, "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the unpacked release. Exit status 0 is a pass." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the test counts as hung, fails, and its whole process tree is ended. Default: 30m." }, "report": { "const": "junit", "description": "The format of the report that the command writes. A pass then needs a report in which a case ran and none failed." }, "path": { "type": "string", "minLength": 1, "description": "Where the reports are: a glob in the release folder. Older files than the test do not count." } }, "dependentRequired": { "report": ["path"], "path": ["report"] } }, "environment": { "title": "EnvironmentSettings", "type": "object", "required": ["strategy"], "description": "One place that releases go to.", "properties": { "strategy": { "enum": ["in_place", "blue_green"], "description": "Whether a release replaces the one before, or goes beside it and then takes its users over." } }, "discriminator": { "propertyName": "strategy" }, "oneOf": [{ "$ref": "#/$defs/in_place" }, { "$ref": "#/$defs/blue_green" }] }, "in_place": { "type": "object", "title": "InPlaceSettings", "additionalProperties": false, "required": ["strategy"], "properties": { "strategy": { "const": "in_place", "description": "A release replaces the one before. Tests run in such an environment." }, "env": { "$ref": "#/$defs/env", "description": "Variables for its commands, probes and addresses." }, "require_attestation": { "description": "Refuse every release that was not attested as it says here, before anything of it is unpacked. `true`: by any workflow of this repository.", "oneOf": [{ "const": true }, { "$ref": "#/$defs/attestation" }] }, "up": { "$ref": "#/$defs/command", "description": "Starts the environment before `changeover test`." }, "deploy": { "$ref": "#/$defs/command", "description": "Brings the environment to the release." }, "verify": { "$ref": "#/$defs/probes", "description": "Asked after the deploy, by `changeover deploy` and before the tests of `changeover test`: all must pass." }, "tests": { "type": "object", "description": "Tests by service, and `together` for all of them at once. A service is tested after those that it needs.", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/test" } } }, "down": { "$ref": "#/$defs/command", "description": "Ends the environment; always runs once `up` was tried, also after a failure or a cancelled job." } } }, "blue_green": { "type": "object", "title": "BlueGreenSettings", "additionalProperties": false, "required": ["strategy", "deploy", "verify", "router"], "properties": { "strategy": { "const": "blue_green", "description": "A release goes to the idle color, and users go there when it is healthy." }, "env": { "$ref": "#/$defs/env", "description": "Variables for the commands, probes and addresses of both colors." }, "require_attestation": { "description": "Refuse every release that was not attested as it says here, before anything of it is unpacked. `true`: by any workflow of this repository.", "oneOf": [{ "const": true }, { "$ref": "#/$defs/attestation" }] }, "colors": { "type": "object", "title": "ColorsSettings", "additionalProperties": false, "description": "What differs between the two halves.", "properties": { "blue": { "$ref": "#/$defs/color", "description": "One half." }, "green": { "$ref": "#/$defs/color", "description": "The other." } } }, "expand": { "$ref": "#/$defs/command", "description": "Backward-compatible schema changes, while the old color serves." }, "deploy": { "$ref": "#/$defs/command", "description": "Brings the idle color, $CHANGEOVER_COLOR, to the release. It must be idempotent." }, "verify": { "$ref": "#/$defs/probes", "minItems": 1, "description": "Asked of the idle color before the switch, of the live one after it, and of the old one before a rollback." }, "router": { "$ref": "#/$defs/router", "description": "What decides which color gets the users." }, "witness": { "$ref": "#/$defs/witness", "description": "A client that keeps asking the live endpoint during a changeover and counts every failure. Default: none, so that only the probes decide." }, "bake": { "type": "object", "title": "BakeSettings", "additionalProperties": false, "description": "The time after the switch in which users are taken back when probes or witness say no.", "properties": { "for": { "$ref": "#/$defs/duration", "description": "How long the new color is watched. Default: 60s." } } }, "rollback_window": { "$ref": "#/$defs/duration", "description": "How long after the switch a rollback is possible. Default: 24h." }, "contract": { "$ref": "#/$defs/command", "description": "The point of no return: schema changes that the old color cannot live with. Runs with --until finalized only." }, "retire": { "$ref": "#/$defs/command", "description": "Ends the old color for good; here $CHANGEOVER_COLOR is that one. Runs with --until finalized only." } } }, "attestation": { "type": "object", "title": "AttestationSettings", "additionalProperties": false, "minProperties": 1, "description": "Whose attestations count.", "properties": { "repository": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", "description": "The repository whose run attested, as `OWNER/NAME`. Default: this one." }, "workflow": { "type": "string", "pattern": "^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$", "description": "The workflow that attested: its path in the repository, or `OWNER/NAME/PATH` for one that is shared. Default: any of the repository." }, "ref": { "type": "string", "pattern": "^refs/[^ ]+$", "description": "The Git ref that its run was for, as `refs/heads/main`. Default: any." } } }, "env": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": "string" }, "description": "Environment variables; quote numbers. ${NAME} and ${NAME:-default} are replaced." }, "color": { "type": "object", "title": "ColorSettings", "additionalProperties": false, "properties": { "env": { "$ref": "#/$defs/env", "description": "Variables of this color alone; they may refer to those of the environment." } } }, "probes": { "type": "array", "items": { "$ref": "#/$defs/probe" }, "description": "Questions with a yes or no answer, asked side by side." }, "probe": { "type": "object", "title": "ProbeSettings", "additionalProperties": false, "properties": { "name": { "type": "string", "minLength": 1, "description": "What logs and results call it. Default: its address, query or command." }, "http": { "$ref": "#/$defs/http_probe", "description": "Ask a URL. A probe has one of http, tcp, openstack, prometheus and run." }, "tcp": { "$ref": "#/$defs/tcp_probe", "description": "Connect, and perhaps wait for a greeting." }, "openstack": { "$ref": "#/$defs/openstack_probe", "description": "Log in at Keystone, find services in its catalog, and read something from each." }, "prometheus": { "$ref": "#/$defs/prometheus_probe", "description": "Compare a value of Prometheus with thresholds, or with the other color." }, "run": { "type": "string", "minLength": 1, "description": "Run a command; exit status 0 is good, 75 is inconclusive, any other is bad." }, "during": { "enum": ["verify", "bake"], "description": "When it is asked: `verify`, before users are on the color, or `bake`, while they are. Default: both." }, "every": { "$ref": "#/$defs/duration", "description": "Time between two questions. Default: 1s." }, "timeout": { "$ref": "#/$defs/duration", "description": "Time for one answer. Default: 5s." }, "passes": { "type": "integer", "minimum": 1, "maximum": 1e3, "description": "Good answers in a row that are needed. Default: 1." }, "failures": { "type": "integer", "minimum": 0, "maximum": 1e4, "description": "Bad answers that are put up with; while users are on the color, at most 2 in a row. Default: 10." }, "inconclusive": { "type": "integer", "minimum": 0, "maximum": 1e4, "description": "Answers in a row that are put up with although nothing follows from them. Default: 10." } }, "oneOf": [{ "required": ["http"] }, { "required": ["tcp"] }, { "required": ["openstack"] }, { "required": ["prometheus"] }, { "required": ["run"] }] }, "http_probe": { "type": "object", "title": "HttpProbeSettings", "additionalProperties": false, "required": ["url"], "properties": { "url": { "type": "string", "minLength": 1, "description": "The address of the color itself, not the one that users have." }, "method": { "enum": ["GET", "HEAD"], "description": "How it is asked. Default: GET." }, "send": { "$ref": "#/$defs/headers", "description": "Headers that are sent. Take a secret from a variable: `Bearer ${API_TOKEN}`." }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "description": "The answers that are good. Default: 200 to 399." }, "header": { "$ref": "#/$defs/headers", "description": "Headers that the answer must have, with just these values." }, "contains": { "type": "string", "minLength": 1, "description": "A text that the answer must contain, in its first 64 KiB." }, "matches": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "A regular expression that must match within the first 64 KiB. One that takes longer than 250 ms is inconclusive." }, "json": { "type": "object", "minProperties": 1, "additionalProperties": { "type": ["string", "number", "boolean", "null"] }, "description": "Values that the answer must have, by path: `version.id`, `versions[0].status`, `servers[*].name` (one of them)." }, "redirects": { "type": "integer", "minimum": 0, "maximum": 10, "description": "Redirects that are followed, on the same host alone; 0: a redirect is an answer. Default: 0." }, "max_bytes": { "type": "integer", "minimum": 1, "maximum": 67108864, "description": "The longest answer that is read; a longer one is bad. Default: 1048576." }, "tls": { "$ref": "#/$defs/tls" } } }, "headers": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "additionalProperties": { "type": "string" }, "description": "Headers by name." }, "tls": { "type": "object", "title": "TlsSettings", "additionalProperties": false, "minProperties": 1, "description": "Whom to trust. Default: the public authorities, and the name in the address.", "properties": { "ca": { "type": "string", "minLength": 1, "description": "A file with the certificates, in PEM, that are trusted instead of the public ones; a relative path starts in the release." }, "server_name": { "type": "string", "pattern": "^(?![0-9.]+$)[A-Za-z0-9.-]+$", "description": "The name that the certificate must have, when it is not the one in the address." } } }, "tcp_probe": { "type": "object", "title": "TcpProbeSettings", "additionalProperties": false, "required": ["address"], "properties": { "address": { "type": "string", "minLength": 1, "description": "host:port of the color itself." }, "banner": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "A text that must come within the first 4 KiB. Default: none, so that a connection is enough." }, "send": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "What is said first, for a service that waits for a question. Needs a banner." } }, "dependentRequired": { "send": ["banner"] } }, "openstack_probe": { "type": "object", "title": "OpenStackProbeSettings", "additionalProperties": false, "properties": { "services": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": ["keystone", "glance", "placement", "nova", "neutron", "cinder", "heat", "octavia", "barbican", "designate", "swift", "ironic", "magnum", "manila", "trove", "mistral"] }, "description": "The services that are asked. Default: keystone alone." }, "cloud": { "type": "string", "minLength": 1, "description": "The cloud of clouds.yaml whose credentials are used. Default: that of OS_CLOUD; without it, the other OS_ variables." }, "clouds_file": { "type": "string", "minLength": 1, "description": "The clouds.yaml; a relative path starts in the release. Default: that of OS_CLIENT_CONFIG_FILE, otherwise the release's own." }, "auth_url": { "type": "string", "minLength": 1, "description": "The address of the color's own Keystone. Default: what the credentials say." }, "region": { "type": "string", "minLength": 1, "description": "Where the services must be. Default: what the credentials say." }, "interface": { "enum": ["public", "internal", "admin"], "description": "Through which of its addresses the catalog must have a service. Default: what the credentials say, otherwise public." }, "endpoints": { "type": "object", "minProperties": 1, "propertyNames": { "enum": ["keystone", "glance", "placement", "nova", "neutron", "cinder", "heat", "octavia", "barbican", "designate", "swift", "ironic", "magnum", "manila", "trove", "mistral"] }, "additionalProperties": { "type": "string", "minLength": 1 }, "description": "Addresses of the color's own services, by service: the catalog has those of users. Without a path they get the catalog's. `catalog`: ask where the catalog says." }, "tls": { "$ref": "#/$defs/tls" } } }, "prometheus_probe": { "type": "object", "title": "PrometheusProbeSettings", "additionalProperties": false, "required": ["url", "query"], "properties": { "url": { "type": "string", "minLength": 1, "description": "The address of Prometheus, without /api." }, "query": { "type": "string", "minLength": 1, "maxLength": 8e3, "description": "A query that gives one number. ${CHANGEOVER_COLOR} is the color that is asked about." }, "below": { "type": "number", "description": "The number must be less than this one." }, "above": { "type": "number", "description": "The number must be greater than this one." }, "at_most": { "type": "string", "pattern": "^[0-9]{1,6}(\\.[0-9]{1,6})?x$", "description": "How many times the other color's number it may be, as 1.2x. Compared while the other color is the one that users are, or were, on." }, "margin": { "type": "number", "minimum": 0, "description": "What it may be above that, so that a few errors are not infinitely more than none. Default: 0." }, "send": { "$ref": "#/$defs/headers", "description": "Headers that are sent. Take a secret from a variable: `Bearer ${PROMETHEUS_TOKEN}`." }, "tls": { "$ref": "#/$defs/tls" } }, "anyOf": [{ "required": ["below"] }, { "required": ["above"] }, { "required": ["at_most"] }], "dependentRequired": { "margin": ["at_most"] } }, "router": { "type": "object", "title": "RouterSettings", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "haproxy": { "$ref": "#/$defs/haproxy", "description": "One or more HAProxy nodes." }, "command": { "$ref": "#/$defs/command_router", "description": "Commands of your own, for any other load balancer." }, "local": { "$ref": "#/$defs/local", "description": "A small forwarder for laptops and demos." } } }, "haproxy": { "type": "object", "title": "HaproxySettings", "additionalProperties": false, "required": ["nodes"], "properties": { "nodes": { "type": "array", "description": "All HAProxys that users reach; they are switched together, all or none.", "minItems": 1, "items": { "type": "object", "title": "HaproxyNode", "additionalProperties": false, "required": ["socket"], "properties": { "socket": { "type": "string", "minLength": 1, "description": "The stats socket: unix:///run/haproxy/admin.sock, tcp://127.0.0.1:9999, or ssh://user@host/run/haproxy/admin.sock on another machine. A map takes level operator, servers take level admin." }, "map_file": { "type": "string", "minLength": 1, "description": "The map file, spelled as in the node's configuration, where Changeover can replace it; with an ssh: socket it is on that machine. With map only, and needed there." }, "state_file": { "type": "string", "minLength": 1, "description": "The node's server-state-file, where Changeover can replace it: a reload then keeps the color; with an ssh: socket it is on that machine. With servers only." }, "passive": { "type": "boolean", "description": "The node stands by, as keepalived's backup does: it is switched and read back before the others. Default: false." } } } }, "map": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9_.:-]+$" }, "additionalProperties": { "type": "string", "pattern": "^[A-Za-z0-9_.:{}-]+$" }, "description": "Each key of the map with the backend that it leads to; {color} stands for the color. Either this or servers." }, "servers": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9_.:-]+$" }, "additionalProperties": { "type": "string", "pattern": "^[A-Za-z0-9_.:*{}-]+$" }, "description": "Each backend with the names of its servers; {color} stands for the color, * for any text. Either this or map." }, "health_timeout": { "$ref": "#/$defs/duration", "description": "How long servers that leave maintenance may take to pass HAProxy's health checks, before users are moved. With servers only. Default: 30s." }, "drain_timeout": { "$ref": "#/$defs/duration", "description": "How long the sessions of the servers that users left may take to end, before those go into maintenance. With servers only. Default: 30s." }, "standby": { "enum": ["maintenance", "drain"], "description": "What the servers that users left are kept in. With drain their health checks go on, so that a rollback need not wait for them; but users with a cookie of theirs still come. With servers only. Default: maintenance." } } }, "command_router": { "type": "object", "title": "CommandRouterSettings", "additionalProperties": false, "required": ["current", "switch"], "properties": { "current": { "$ref": "#/$defs/router_command", "description": "Prints where users are sent: blue, green, none or split. Changes nothing." }, "switch": { "$ref": "#/$defs/router_command", "description": "Sends users to CHANGEOVER_COLOR, all of them or none; also when they are there already." }, "check": { "$ref": "#/$defs/router_command", "description": "Exit status 0: users could be sent to CHANGEOVER_COLOR, and it is healthy. Changes nothing. Without it, only current is asked." } } }, "router_command": { "type": "object", "title": "RouterCommand", "additionalProperties": false, "required": ["run"], "properties": { "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail. A rollback has no release's files: what it calls must be on the machine. Values reach it through the environment." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the command counts as hung and its whole process tree is ended. Default: 30s." } } }, "local": { "type": "object", "title": "LocalRouterSettings", "additionalProperties": false, "required": ["services"], "description": "A small forwarder for laptops and demos; not for production.", "properties": { "services": { "type": "object", "description": "What is forwarded, by name.", "minProperties": 1, "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "object", "title": "LocalRouterService", "additionalProperties": false, "required": ["listen", "blue", "green"], "properties": { "listen": { "type": "string", "description": "host:port that users connect to." }, "blue": { "type": "string", "description": "host:port of the blue color." }, "green": { "type": "string", "description": "host:port of the green color." } } } } } }, "witness": { "type": "object", "title": "WitnessSettings", "additionalProperties": false, "required": ["url"], "properties": { "url": { "type": "string", "minLength": 1, "description": "The live endpoint, as users reach it. Every request has a connection of its own." }, "rate": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e3, "description": "Requests a second. Default: 20." }, "timeout": { "$ref": "#/$defs/duration", "description": "When a request that has no whole answer counts as failed. Default: 5s." }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "description": "The answers that are good. Default: 200 to 399." }, "budget": { "type": "object", "title": "WitnessBudget", "additionalProperties": false, "description": "What the witness puts up with; more takes users back.", "properties": { "failed": { "type": "integer", "minimum": 0, "description": "Failed requests that are put up with. Default: 0." } } } } } } };
var schema35 = { "type": "string", "pattern": "^[a-z0-9][a-z0-9_-]{0,62}$", "description": "Small letters, digits, dashes and underscores, at most 63 of them." };
var pattern4 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", "u");
var pattern5 = new RegExp("^[a-z0-9][a-z0-9_-]{0,62}$", "u");
var schema32 = { "type": "object", "title": "ValidateSettings", "additionalProperties": false, "properties": { "ignore": { "$ref": "#/$defs/globs", "description": "Files that are not checked. Default: none." }, "rules": { "type": "object", "description": "Another severity for a rule, by its id, or off. Default: as on the rule's page.", "additionalProperties": { "enum": ["error", "warning", "notice", "off", false] } }, "checks": { "type": "array", "items": { "$ref": "#/$defs/check" }, "description": "The repository's own linters and tests, run side by side. Default: none." } } };
var schema33 = { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Patterns of paths below the folder: ** is any number of folders, * anything but a slash." };
var func1 = import_ucs2length.default.default ?? import_ucs2length.default;
var schema34 = { "type": "object", "title": "CheckSettings", "additionalProperties": false, "required": ["name", "run"], "properties": { "name": { "$ref": "#/$defs/name", "description": "What results call it: its findings have the rule check/<name>." }, "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the folder that is checked. Values reach it through the environment." }, "report": { "enum": ["sarif", "junit", "exit"], "description": "What tells the findings: a SARIF or JUnit report, or the exit status alone. Default: exit." }, "path": { "type": "string", "minLength": 1, "description": "Where the command writes its reports: a glob in the folder. Older files than the run do not count. Default: standard output." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the check counts as hung, fails, and its whole process tree is ended. Default: 10m." }, "env": { "$ref": "#/$defs/env", "description": "Variables of this check alone." } } };
var schema36 = { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", "description": "A length of time: 500ms, 30s, 10m, 2h, 1d." };
var schema37 = { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": "string" }, "description": "Environment variables; quote numbers. ${NAME} and ${NAME:-default} are replaced." };
var pattern6 = new RegExp("^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", "u");
var pattern7 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.run === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'", schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "run" || key0 === "report" || key0 === "path" || key0 === "timeout" || key0 === "env")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9_-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9_-]{0,62}$"', schema: "^[a-z0-9][a-z0-9_-]{0,62}$", parentSchema: schema35, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.run !== void 0) {
      let data1 = data.run;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err5 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema34.properties.run, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.run.type, parentSchema: schema34.properties.run, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.report !== void 0) {
      let data2 = data.report;
      if (!(data2 === "sarif" || data2 === "junit" || data2 === "exit")) {
        const err7 = { instancePath: instancePath + "/report", schemaPath: "#/properties/report/enum", keyword: "enum", params: { allowedValues: schema34.properties.report.enum }, message: "must be equal to one of the allowed values", schema: schema34.properties.report.enum, parentSchema: schema34.properties.report, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data3 = data.path;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err8 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema34.properties.path, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.path.type, parentSchema: schema34.properties.path, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data4 = data.timeout;
      if (typeof data4 === "string") {
        if (!pattern6.test(data4)) {
          const err10 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.env !== void 0) {
      let data5 = data.env;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          const _errs16 = errors;
          if (typeof key1 === "string") {
            if (!pattern7.test(key1)) {
              const err12 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema37.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          }
          var valid4 = _errs16 === errors;
          if (!valid4) {
            const err13 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema37.propertyNames, parentSchema: schema37, data: data5 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        for (const key2 in data5) {
          let data6 = data5[key2];
          if (typeof data6 !== "string") {
            const err14 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/env/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.additionalProperties.type, parentSchema: schema37.additionalProperties, data: data6 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema37.type, parentSchema: schema37, data: data5 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
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
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "ignore" || key0 === "rules" || key0 === "checks")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema32, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.ignore !== void 0) {
      let data0 = data.ignore;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (func1(data1) < 1) {
              const err1 = { instancePath: instancePath + "/ignore/" + i0, schemaPath: "#/$defs/globs/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33.items, data: data1 };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
          } else {
            const err2 = { instancePath: instancePath + "/ignore/" + i0, schemaPath: "#/$defs/globs/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.items.type, parentSchema: schema33.items, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/ignore", schemaPath: "#/$defs/globs/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema33.type, parentSchema: schema33, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.rules !== void 0) {
      let data2 = data.rules;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          let data3 = data2[key1];
          if (!(data3 === "error" || data3 === "warning" || data3 === "notice" || data3 === "off" || data3 === false)) {
            const err4 = { instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema32.properties.rules.additionalProperties.enum }, message: "must be equal to one of the allowed values", schema: schema32.properties.rules.additionalProperties.enum, parentSchema: schema32.properties.rules.additionalProperties, data: data3 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema32.properties.rules.type, parentSchema: schema32.properties.rules, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.checks !== void 0) {
      let data4 = data.checks;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate22(data4[i1], { instancePath: instancePath + "/checks/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/checks", schemaPath: "#/properties/checks/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema32.properties.checks.type, parentSchema: schema32.properties.checks, data: data4 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema32.type, parentSchema: schema32, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema38 = { "type": "object", "title": "ReleaseSettings", "additionalProperties": false, "properties": { "include": { "$ref": "#/$defs/globs", "description": "Files that go into a release, of those that Git tracks. Default: all." }, "exclude": { "$ref": "#/$defs/globs", "description": "Files that stay out of it all the same. changeover.yml always goes in. Default: none." }, "store": { "type": "string", "minLength": 1, "description": "Where releases are kept and looked for: file:FOLDER, github-artifact:, github-release:, oci://REGISTRY/REPOSITORY. Default: nowhere, archives are handed on as files." } } };
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
    for (const key0 in data) {
      if (!(key0 === "include" || key0 === "exclude" || key0 === "store")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.include !== void 0) {
      let data0 = data.include;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (func1(data1) < 1) {
              const err1 = { instancePath: instancePath + "/include/" + i0, schemaPath: "#/$defs/globs/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33.items, data: data1 };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
          } else {
            const err2 = { instancePath: instancePath + "/include/" + i0, schemaPath: "#/$defs/globs/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.items.type, parentSchema: schema33.items, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/include", schemaPath: "#/$defs/globs/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema33.type, parentSchema: schema33, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.exclude !== void 0) {
      let data2 = data.exclude;
      if (Array.isArray(data2)) {
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (typeof data3 === "string") {
            if (func1(data3) < 1) {
              const err4 = { instancePath: instancePath + "/exclude/" + i1, schemaPath: "#/$defs/globs/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33.items, data: data3 };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/exclude/" + i1, schemaPath: "#/$defs/globs/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.items.type, parentSchema: schema33.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/exclude", schemaPath: "#/$defs/globs/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema33.type, parentSchema: schema33, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.store !== void 0) {
      let data4 = data.store;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err7 = { instancePath: instancePath + "/store", schemaPath: "#/properties/store/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema38.properties.store, data: data4 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/store", schemaPath: "#/properties/store/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema38.properties.store.type, parentSchema: schema38.properties.store, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.type, parentSchema: schema38, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema42 = { "type": "object", "title": "ServiceSettings", "additionalProperties": false, "properties": { "needs": { "type": "array", "items": { "$ref": "#/$defs/name" }, "description": "Services that must be good before this one is tested. Default: those of the built-in graph." } } };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "needs")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema42, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.needs !== void 0) {
      let data0 = data.needs;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!pattern5.test(data1)) {
              const err1 = { instancePath: instancePath + "/needs/" + i0, schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9_-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9_-]{0,62}$"', schema: "^[a-z0-9][a-z0-9_-]{0,62}$", parentSchema: schema35, data: data1 };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
          } else {
            const err2 = { instancePath: instancePath + "/needs/" + i0, schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/needs", schemaPath: "#/properties/needs/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema42.properties.needs.type, parentSchema: schema42.properties.needs, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema42.type, parentSchema: schema42, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema45 = { "title": "EnvironmentSettings", "type": "object", "required": ["strategy"], "description": "One place that releases go to.", "properties": { "strategy": { "enum": ["in_place", "blue_green"], "description": "Whether a release replaces the one before, or goes beside it and then takes its users over." } }, "discriminator": { "propertyName": "strategy" }, "oneOf": [{ "$ref": "#/$defs/in_place" }, { "$ref": "#/$defs/blue_green" }] };
var schema46 = { "type": "object", "title": "InPlaceSettings", "additionalProperties": false, "required": ["strategy"], "properties": { "strategy": { "const": "in_place", "description": "A release replaces the one before. Tests run in such an environment." }, "env": { "$ref": "#/$defs/env", "description": "Variables for its commands, probes and addresses." }, "require_attestation": { "description": "Refuse every release that was not attested as it says here, before anything of it is unpacked. `true`: by any workflow of this repository.", "oneOf": [{ "const": true }, { "$ref": "#/$defs/attestation" }] }, "up": { "$ref": "#/$defs/command", "description": "Starts the environment before `changeover test`." }, "deploy": { "$ref": "#/$defs/command", "description": "Brings the environment to the release." }, "verify": { "$ref": "#/$defs/probes", "description": "Asked after the deploy, by `changeover deploy` and before the tests of `changeover test`: all must pass." }, "tests": { "type": "object", "description": "Tests by service, and `together` for all of them at once. A service is tested after those that it needs.", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/test" } } }, "down": { "$ref": "#/$defs/command", "description": "Ends the environment; always runs once `up` was tried, also after a failure or a cancelled job." } } };
var schema48 = { "type": "object", "title": "AttestationSettings", "additionalProperties": false, "minProperties": 1, "description": "Whose attestations count.", "properties": { "repository": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", "description": "The repository whose run attested, as `OWNER/NAME`. Default: this one." }, "workflow": { "type": "string", "pattern": "^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$", "description": "The workflow that attested: its path in the repository, or `OWNER/NAME/PATH` for one that is shared. Default: any of the repository." }, "ref": { "type": "string", "pattern": "^refs/[^ ]+$", "description": "The Git ref that its run was for, as `refs/heads/main`. Default: any." } } };
var pattern12 = new RegExp("^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", "u");
var pattern13 = new RegExp("^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$", "u");
var pattern14 = new RegExp("^refs/[^ ]+$", "u");
var schema49 = { "type": "object", "title": "CommandSettings", "additionalProperties": false, "required": ["run"], "properties": { "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the unpacked release. Values reach it through the environment." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the command counts as hung and its whole process tree is ended. Default: 30m." } } };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.run === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'", schema: schema49.required, parentSchema: schema49, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "run" || key0 === "timeout")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema49, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.run !== void 0) {
      let data0 = data.run;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema49.properties.run, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema49.properties.run.type, parentSchema: schema49.properties.run, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data1 = data.timeout;
      if (typeof data1 === "string") {
        if (!pattern6.test(data1)) {
          const err4 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema49.type, parentSchema: schema49, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema51 = { "type": "array", "items": { "$ref": "#/$defs/probe" }, "description": "Questions with a yes or no answer, asked side by side." };
var schema52 = { "type": "object", "title": "ProbeSettings", "additionalProperties": false, "properties": { "name": { "type": "string", "minLength": 1, "description": "What logs and results call it. Default: its address, query or command." }, "http": { "$ref": "#/$defs/http_probe", "description": "Ask a URL. A probe has one of http, tcp, openstack, prometheus and run." }, "tcp": { "$ref": "#/$defs/tcp_probe", "description": "Connect, and perhaps wait for a greeting." }, "openstack": { "$ref": "#/$defs/openstack_probe", "description": "Log in at Keystone, find services in its catalog, and read something from each." }, "prometheus": { "$ref": "#/$defs/prometheus_probe", "description": "Compare a value of Prometheus with thresholds, or with the other color." }, "run": { "type": "string", "minLength": 1, "description": "Run a command; exit status 0 is good, 75 is inconclusive, any other is bad." }, "during": { "enum": ["verify", "bake"], "description": "When it is asked: `verify`, before users are on the color, or `bake`, while they are. Default: both." }, "every": { "$ref": "#/$defs/duration", "description": "Time between two questions. Default: 1s." }, "timeout": { "$ref": "#/$defs/duration", "description": "Time for one answer. Default: 5s." }, "passes": { "type": "integer", "minimum": 1, "maximum": 1e3, "description": "Good answers in a row that are needed. Default: 1." }, "failures": { "type": "integer", "minimum": 0, "maximum": 1e4, "description": "Bad answers that are put up with; while users are on the color, at most 2 in a row. Default: 10." }, "inconclusive": { "type": "integer", "minimum": 0, "maximum": 1e4, "description": "Answers in a row that are put up with although nothing follows from them. Default: 10." } }, "oneOf": [{ "required": ["http"] }, { "required": ["tcp"] }, { "required": ["openstack"] }, { "required": ["prometheus"] }, { "required": ["run"] }] };
var schema57 = { "type": "object", "title": "TcpProbeSettings", "additionalProperties": false, "required": ["address"], "properties": { "address": { "type": "string", "minLength": 1, "description": "host:port of the color itself." }, "banner": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "A text that must come within the first 4 KiB. Default: none, so that a connection is enough." }, "send": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "What is said first, for a service that waits for a question. Needs a banner." } }, "dependentRequired": { "send": ["banner"] } };
var func8 = Object.prototype.hasOwnProperty;
var schema53 = { "type": "object", "title": "HttpProbeSettings", "additionalProperties": false, "required": ["url"], "properties": { "url": { "type": "string", "minLength": 1, "description": "The address of the color itself, not the one that users have." }, "method": { "enum": ["GET", "HEAD"], "description": "How it is asked. Default: GET." }, "send": { "$ref": "#/$defs/headers", "description": "Headers that are sent. Take a secret from a variable: `Bearer ${API_TOKEN}`." }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "description": "The answers that are good. Default: 200 to 399." }, "header": { "$ref": "#/$defs/headers", "description": "Headers that the answer must have, with just these values." }, "contains": { "type": "string", "minLength": 1, "description": "A text that the answer must contain, in its first 64 KiB." }, "matches": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "A regular expression that must match within the first 64 KiB. One that takes longer than 250 ms is inconclusive." }, "json": { "type": "object", "minProperties": 1, "additionalProperties": { "type": ["string", "number", "boolean", "null"] }, "description": "Values that the answer must have, by path: `version.id`, `versions[0].status`, `servers[*].name` (one of them)." }, "redirects": { "type": "integer", "minimum": 0, "maximum": 10, "description": "Redirects that are followed, on the same host alone; 0: a redirect is an answer. Default: 0." }, "max_bytes": { "type": "integer", "minimum": 1, "maximum": 67108864, "description": "The longest answer that is read; a longer one is bad. Default: 1048576." }, "tls": { "$ref": "#/$defs/tls" } } };
var schema54 = { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "additionalProperties": { "type": "string" }, "description": "Headers by name." };
var schema56 = { "type": "object", "title": "TlsSettings", "additionalProperties": false, "minProperties": 1, "description": "Whom to trust. Default: the public authorities, and the name in the address.", "properties": { "ca": { "type": "string", "minLength": 1, "description": "A file with the certificates, in PEM, that are trusted instead of the public ones; a relative path starts in the release." }, "server_name": { "type": "string", "pattern": "^(?![0-9.]+$)[A-Za-z0-9.-]+$", "description": "The name that the certificate must have, when it is not the one in the address." } } };
var pattern16 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
var pattern18 = new RegExp("^(?![0-9.]+$)[A-Za-z0-9.-]+$", "u");
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.url === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'", schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func8.call(schema53.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema53, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data0 = data.url;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema53.properties.url, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema53.properties.url.type, parentSchema: schema53.properties.url, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.method !== void 0) {
      let data1 = data.method;
      if (!(data1 === "GET" || data1 === "HEAD")) {
        const err4 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/enum", keyword: "enum", params: { allowedValues: schema53.properties.method.enum }, message: "must be equal to one of the allowed values", schema: schema53.properties.method.enum, parentSchema: schema53.properties.method, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.send !== void 0) {
      let data2 = data.send;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (Object.keys(data2).length < 1) {
          const err5 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema54, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        for (const key1 in data2) {
          const _errs8 = errors;
          if (typeof key1 === "string") {
            if (!pattern16.test(key1)) {
              const err6 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', schema: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", parentSchema: schema54.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          }
          var valid2 = _errs8 === errors;
          if (!valid2) {
            const err7 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema54.propertyNames, parentSchema: schema54, data: data2 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        for (const key2 in data2) {
          let data3 = data2[key2];
          if (typeof data3 !== "string") {
            const err8 = { instancePath: instancePath + "/send/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema54.additionalProperties.type, parentSchema: schema54.additionalProperties, data: data3 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema54.type, parentSchema: schema54, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.status !== void 0) {
      let data4 = data.status;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err10 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema53.properties.status, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
            const err11 = { instancePath: instancePath + "/status/" + i0, schemaPath: "#/properties/status/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema53.properties.status.items.type, parentSchema: schema53.properties.status.items, data: data5 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 599 || isNaN(data5)) {
              const err12 = { instancePath: instancePath + "/status/" + i0, schemaPath: "#/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599", schema: 599, parentSchema: schema53.properties.status.items, data: data5 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data5 < 100 || isNaN(data5)) {
              const err13 = { instancePath: instancePath + "/status/" + i0, schemaPath: "#/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100", schema: 100, parentSchema: schema53.properties.status.items, data: data5 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema53.properties.status.type, parentSchema: schema53.properties.status, data: data4 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.header !== void 0) {
      let data6 = data.header;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (Object.keys(data6).length < 1) {
          const err15 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/headers/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema54, data: data6 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        for (const key3 in data6) {
          const _errs19 = errors;
          if (typeof key3 === "string") {
            if (!pattern16.test(key3)) {
              const err16 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', schema: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", parentSchema: schema54.propertyNames, data: key3, propertyName: key3 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
          var valid7 = _errs19 === errors;
          if (!valid7) {
            const err17 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid", schema: schema54.propertyNames, parentSchema: schema54, data: data6 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        for (const key4 in data6) {
          let data7 = data6[key4];
          if (typeof data7 !== "string") {
            const err18 = { instancePath: instancePath + "/header/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema54.additionalProperties.type, parentSchema: schema54.additionalProperties, data: data7 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/headers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema54.type, parentSchema: schema54, data: data6 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.contains !== void 0) {
      let data8 = data.contains;
      if (typeof data8 === "string") {
        if (func1(data8) < 1) {
          const err20 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema53.properties.contains, data: data8 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema53.properties.contains.type, parentSchema: schema53.properties.contains, data: data8 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.matches !== void 0) {
      let data9 = data.matches;
      if (typeof data9 === "string") {
        if (func1(data9) > 1e3) {
          const err22 = { instancePath: instancePath + "/matches", schemaPath: "#/properties/matches/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters", schema: 1e3, parentSchema: schema53.properties.matches, data: data9 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (func1(data9) < 1) {
          const err23 = { instancePath: instancePath + "/matches", schemaPath: "#/properties/matches/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema53.properties.matches, data: data9 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/matches", schemaPath: "#/properties/matches/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema53.properties.matches.type, parentSchema: schema53.properties.matches, data: data9 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.json !== void 0) {
      let data10 = data.json;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        if (Object.keys(data10).length < 1) {
          const err25 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema53.properties.json, data: data10 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        for (const key5 in data10) {
          let data11 = data10[key5];
          if (typeof data11 !== "string" && !(typeof data11 == "number" && isFinite(data11)) && typeof data11 !== "boolean" && data11 !== null) {
            const err26 = { instancePath: instancePath + "/json/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/json/additionalProperties/type", keyword: "type", params: { type: schema53.properties.json.additionalProperties.type }, message: "must be string,number,boolean,null", schema: schema53.properties.json.additionalProperties.type, parentSchema: schema53.properties.json.additionalProperties, data: data11 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema53.properties.json.type, parentSchema: schema53.properties.json, data: data10 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.redirects !== void 0) {
      let data12 = data.redirects;
      if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
        const err28 = { instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema53.properties.redirects.type, parentSchema: schema53.properties.redirects, data: data12 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 10 || isNaN(data12)) {
          const err29 = { instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10", schema: 10, parentSchema: schema53.properties.redirects, data: data12 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        if (data12 < 0 || isNaN(data12)) {
          const err30 = { instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema53.properties.redirects, data: data12 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
      }
    }
    if (data.max_bytes !== void 0) {
      let data13 = data.max_bytes;
      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
        const err31 = { instancePath: instancePath + "/max_bytes", schemaPath: "#/properties/max_bytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema53.properties.max_bytes.type, parentSchema: schema53.properties.max_bytes, data: data13 };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 67108864 || isNaN(data13)) {
          const err32 = { instancePath: instancePath + "/max_bytes", schemaPath: "#/properties/max_bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 67108864 }, message: "must be <= 67108864", schema: 67108864, parentSchema: schema53.properties.max_bytes, data: data13 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (data13 < 1 || isNaN(data13)) {
          const err33 = { instancePath: instancePath + "/max_bytes", schemaPath: "#/properties/max_bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema53.properties.max_bytes, data: data13 };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      }
    }
    if (data.tls !== void 0) {
      let data14 = data.tls;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        if (Object.keys(data14).length < 1) {
          const err34 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema56, data: data14 };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        for (const key6 in data14) {
          if (!(key6 === "ca" || key6 === "server_name")) {
            const err35 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema56, data: data14 };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data14.ca !== void 0) {
          let data15 = data14.ca;
          if (typeof data15 === "string") {
            if (func1(data15) < 1) {
              const err36 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema56.properties.ca, data: data15 };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          } else {
            const err37 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema56.properties.ca.type, parentSchema: schema56.properties.ca, data: data15 };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data14.server_name !== void 0) {
          let data16 = data14.server_name;
          if (typeof data16 === "string") {
            if (!pattern18.test(data16)) {
              const err38 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/pattern", keyword: "pattern", params: { pattern: "^(?![0-9.]+$)[A-Za-z0-9.-]+$" }, message: 'must match pattern "^(?![0-9.]+$)[A-Za-z0-9.-]+$"', schema: "^(?![0-9.]+$)[A-Za-z0-9.-]+$", parentSchema: schema56.properties.server_name, data: data16 };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          } else {
            const err39 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema56.properties.server_name.type, parentSchema: schema56.properties.server_name, data: data16 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
      } else {
        const err40 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema56.type, parentSchema: schema56, data: data14 };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
  } else {
    const err41 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema53.type, parentSchema: schema53, data };
    if (vErrors === null) {
      vErrors = [err41];
    } else {
      vErrors.push(err41);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
validate36.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema58 = { "type": "object", "title": "OpenStackProbeSettings", "additionalProperties": false, "properties": { "services": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": ["keystone", "glance", "placement", "nova", "neutron", "cinder", "heat", "octavia", "barbican", "designate", "swift", "ironic", "magnum", "manila", "trove", "mistral"] }, "description": "The services that are asked. Default: keystone alone." }, "cloud": { "type": "string", "minLength": 1, "description": "The cloud of clouds.yaml whose credentials are used. Default: that of OS_CLOUD; without it, the other OS_ variables." }, "clouds_file": { "type": "string", "minLength": 1, "description": "The clouds.yaml; a relative path starts in the release. Default: that of OS_CLIENT_CONFIG_FILE, otherwise the release's own." }, "auth_url": { "type": "string", "minLength": 1, "description": "The address of the color's own Keystone. Default: what the credentials say." }, "region": { "type": "string", "minLength": 1, "description": "Where the services must be. Default: what the credentials say." }, "interface": { "enum": ["public", "internal", "admin"], "description": "Through which of its addresses the catalog must have a service. Default: what the credentials say, otherwise public." }, "endpoints": { "type": "object", "minProperties": 1, "propertyNames": { "enum": ["keystone", "glance", "placement", "nova", "neutron", "cinder", "heat", "octavia", "barbican", "designate", "swift", "ironic", "magnum", "manila", "trove", "mistral"] }, "additionalProperties": { "type": "string", "minLength": 1 }, "description": "Addresses of the color's own services, by service: the catalog has those of users. Without a path they get the catalog's. `catalog`: ask where the catalog says." }, "tls": { "$ref": "#/$defs/tls" } } };
var func0 = import_equal.default.default ?? import_equal.default;
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate38.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "services" || key0 === "cloud" || key0 === "clouds_file" || key0 === "auth_url" || key0 === "region" || key0 === "interface" || key0 === "endpoints" || key0 === "tls")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema58, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.services !== void 0) {
      let data0 = data.services;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err1 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema58.properties.services, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(data1 === "keystone" || data1 === "glance" || data1 === "placement" || data1 === "nova" || data1 === "neutron" || data1 === "cinder" || data1 === "heat" || data1 === "octavia" || data1 === "barbican" || data1 === "designate" || data1 === "swift" || data1 === "ironic" || data1 === "magnum" || data1 === "manila" || data1 === "trove" || data1 === "mistral")) {
            const err2 = { instancePath: instancePath + "/services/" + i0, schemaPath: "#/properties/services/items/enum", keyword: "enum", params: { allowedValues: schema58.properties.services.items.enum }, message: "must be equal to one of the allowed values", schema: schema58.properties.services.items.enum, parentSchema: schema58.properties.services.items, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        let i1 = data0.length;
        let j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; ) {
              for (j0 = i1; j0--; ) {
                if (func0(data0[i1], data0[j0])) {
                  const err3 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema58.properties.services, data: data0 };
                  if (vErrors === null) {
                    vErrors = [err3];
                  } else {
                    vErrors.push(err3);
                  }
                  errors++;
                  break outer0;
                }
              }
            }
        }
      } else {
        const err4 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema58.properties.services.type, parentSchema: schema58.properties.services, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.cloud !== void 0) {
      let data2 = data.cloud;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err5 = { instancePath: instancePath + "/cloud", schemaPath: "#/properties/cloud/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema58.properties.cloud, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/cloud", schemaPath: "#/properties/cloud/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.properties.cloud.type, parentSchema: schema58.properties.cloud, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.clouds_file !== void 0) {
      let data3 = data.clouds_file;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err7 = { instancePath: instancePath + "/clouds_file", schemaPath: "#/properties/clouds_file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema58.properties.clouds_file, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/clouds_file", schemaPath: "#/properties/clouds_file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.properties.clouds_file.type, parentSchema: schema58.properties.clouds_file, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.auth_url !== void 0) {
      let data4 = data.auth_url;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err9 = { instancePath: instancePath + "/auth_url", schemaPath: "#/properties/auth_url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema58.properties.auth_url, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/auth_url", schemaPath: "#/properties/auth_url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.properties.auth_url.type, parentSchema: schema58.properties.auth_url, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.region !== void 0) {
      let data5 = data.region;
      if (typeof data5 === "string") {
        if (func1(data5) < 1) {
          const err11 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema58.properties.region, data: data5 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.properties.region.type, parentSchema: schema58.properties.region, data: data5 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.interface !== void 0) {
      let data6 = data.interface;
      if (!(data6 === "public" || data6 === "internal" || data6 === "admin")) {
        const err13 = { instancePath: instancePath + "/interface", schemaPath: "#/properties/interface/enum", keyword: "enum", params: { allowedValues: schema58.properties.interface.enum }, message: "must be equal to one of the allowed values", schema: schema58.properties.interface.enum, parentSchema: schema58.properties.interface, data: data6 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.endpoints !== void 0) {
      let data7 = data.endpoints;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        if (Object.keys(data7).length < 1) {
          const err14 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema58.properties.endpoints, data: data7 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        for (const key1 in data7) {
          const _errs16 = errors;
          if (!(key1 === "keystone" || key1 === "glance" || key1 === "placement" || key1 === "nova" || key1 === "neutron" || key1 === "cinder" || key1 === "heat" || key1 === "octavia" || key1 === "barbican" || key1 === "designate" || key1 === "swift" || key1 === "ironic" || key1 === "magnum" || key1 === "manila" || key1 === "trove" || key1 === "mistral")) {
            const err15 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/propertyNames/enum", keyword: "enum", params: { allowedValues: schema58.properties.endpoints.propertyNames.enum }, message: "must be equal to one of the allowed values", schema: schema58.properties.endpoints.propertyNames.enum, parentSchema: schema58.properties.endpoints.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          var valid4 = _errs16 === errors;
          if (!valid4) {
            const err16 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema58.properties.endpoints.propertyNames, parentSchema: schema58.properties.endpoints, data: data7 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        for (const key2 in data7) {
          let data8 = data7[key2];
          if (typeof data8 === "string") {
            if (func1(data8) < 1) {
              const err17 = { instancePath: instancePath + "/endpoints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/endpoints/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema58.properties.endpoints.additionalProperties, data: data8 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/endpoints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/endpoints/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.properties.endpoints.additionalProperties.type, parentSchema: schema58.properties.endpoints.additionalProperties, data: data8 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema58.properties.endpoints.type, parentSchema: schema58.properties.endpoints, data: data7 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data9 = data.tls;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (Object.keys(data9).length < 1) {
          const err20 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema56, data: data9 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        for (const key3 in data9) {
          if (!(key3 === "ca" || key3 === "server_name")) {
            const err21 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema56, data: data9 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data9.ca !== void 0) {
          let data10 = data9.ca;
          if (typeof data10 === "string") {
            if (func1(data10) < 1) {
              const err22 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema56.properties.ca, data: data10 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema56.properties.ca.type, parentSchema: schema56.properties.ca, data: data10 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data9.server_name !== void 0) {
          let data11 = data9.server_name;
          if (typeof data11 === "string") {
            if (!pattern18.test(data11)) {
              const err24 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/pattern", keyword: "pattern", params: { pattern: "^(?![0-9.]+$)[A-Za-z0-9.-]+$" }, message: 'must match pattern "^(?![0-9.]+$)[A-Za-z0-9.-]+$"', schema: "^(?![0-9.]+$)[A-Za-z0-9.-]+$", parentSchema: schema56.properties.server_name, data: data11 };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema56.properties.server_name.type, parentSchema: schema56.properties.server_name, data: data11 };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema56.type, parentSchema: schema56, data: data9 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
  } else {
    const err27 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema58.type, parentSchema: schema58, data };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}
validate38.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema60 = { "type": "object", "title": "PrometheusProbeSettings", "additionalProperties": false, "required": ["url", "query"], "properties": { "url": { "type": "string", "minLength": 1, "description": "The address of Prometheus, without /api." }, "query": { "type": "string", "minLength": 1, "maxLength": 8e3, "description": "A query that gives one number. ${CHANGEOVER_COLOR} is the color that is asked about." }, "below": { "type": "number", "description": "The number must be less than this one." }, "above": { "type": "number", "description": "The number must be greater than this one." }, "at_most": { "type": "string", "pattern": "^[0-9]{1,6}(\\.[0-9]{1,6})?x$", "description": "How many times the other color's number it may be, as 1.2x. Compared while the other color is the one that users are, or were, on." }, "margin": { "type": "number", "minimum": 0, "description": "What it may be above that, so that a few errors are not infinitely more than none. Default: 0." }, "send": { "$ref": "#/$defs/headers", "description": "Headers that are sent. Take a secret from a variable: `Bearer ${PROMETHEUS_TOKEN}`." }, "tls": { "$ref": "#/$defs/tls" } }, "anyOf": [{ "required": ["below"] }, { "required": ["above"] }, { "required": ["at_most"] }], "dependentRequired": { "margin": ["at_most"] } };
var pattern20 = new RegExp("^[0-9]{1,6}(\\.[0-9]{1,6})?x$", "u");
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.below === void 0) {
      const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "below" }, message: "must have required property 'below'", schema: schema60.anyOf[0].required, parentSchema: schema60.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.above === void 0) {
      const err1 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "above" }, message: "must have required property 'above'", schema: schema60.anyOf[1].required, parentSchema: schema60.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  const _errs4 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.at_most === void 0) {
      const err2 = { instancePath, schemaPath: "#/anyOf/2/required", keyword: "required", params: { missingProperty: "at_most" }, message: "must have required property 'at_most'", schema: schema60.anyOf[2].required, parentSchema: schema60.anyOf[2], data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  var _valid0 = _errs4 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema60.anyOf, parentSchema: schema60, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.url === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'", schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.query === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "query" }, message: "must have required property 'query'", schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "url" || key0 === "query" || key0 === "below" || key0 === "above" || key0 === "at_most" || key0 === "margin" || key0 === "send" || key0 === "tls")) {
        const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema60, data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data0 = data.url;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err7 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema60.properties.url, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema60.properties.url.type, parentSchema: schema60.properties.url, data: data0 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.query !== void 0) {
      let data1 = data.query;
      if (typeof data1 === "string") {
        if (func1(data1) > 8e3) {
          const err9 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/maxLength", keyword: "maxLength", params: { limit: 8e3 }, message: "must NOT have more than 8000 characters", schema: 8e3, parentSchema: schema60.properties.query, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (func1(data1) < 1) {
          const err10 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema60.properties.query, data: data1 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema60.properties.query.type, parentSchema: schema60.properties.query, data: data1 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.below !== void 0) {
      let data2 = data.below;
      if (!(typeof data2 == "number" && isFinite(data2))) {
        const err12 = { instancePath: instancePath + "/below", schemaPath: "#/properties/below/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema60.properties.below.type, parentSchema: schema60.properties.below, data: data2 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.above !== void 0) {
      let data3 = data.above;
      if (!(typeof data3 == "number" && isFinite(data3))) {
        const err13 = { instancePath: instancePath + "/above", schemaPath: "#/properties/above/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema60.properties.above.type, parentSchema: schema60.properties.above, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.at_most !== void 0) {
      let data4 = data.at_most;
      if (typeof data4 === "string") {
        if (!pattern20.test(data4)) {
          const err14 = { instancePath: instancePath + "/at_most", schemaPath: "#/properties/at_most/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,6}(\\.[0-9]{1,6})?x$" }, message: 'must match pattern "^[0-9]{1,6}(\\.[0-9]{1,6})?x$"', schema: "^[0-9]{1,6}(\\.[0-9]{1,6})?x$", parentSchema: schema60.properties.at_most, data: data4 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/at_most", schemaPath: "#/properties/at_most/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema60.properties.at_most.type, parentSchema: schema60.properties.at_most, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.margin !== void 0) {
      let data5 = data.margin;
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 < 0 || isNaN(data5)) {
          const err16 = { instancePath: instancePath + "/margin", schemaPath: "#/properties/margin/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema60.properties.margin, data: data5 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/margin", schemaPath: "#/properties/margin/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema60.properties.margin.type, parentSchema: schema60.properties.margin, data: data5 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.send !== void 0) {
      let data6 = data.send;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (Object.keys(data6).length < 1) {
          const err18 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema54, data: data6 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        for (const key1 in data6) {
          const _errs21 = errors;
          if (typeof key1 === "string") {
            if (!pattern16.test(key1)) {
              const err19 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', schema: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", parentSchema: schema54.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
          var valid3 = _errs21 === errors;
          if (!valid3) {
            const err20 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema54.propertyNames, parentSchema: schema54, data: data6 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        for (const key2 in data6) {
          let data7 = data6[key2];
          if (typeof data7 !== "string") {
            const err21 = { instancePath: instancePath + "/send/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema54.additionalProperties.type, parentSchema: schema54.additionalProperties, data: data7 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema54.type, parentSchema: schema54, data: data6 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data8 = data.tls;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (Object.keys(data8).length < 1) {
          const err23 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema56, data: data8 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        for (const key3 in data8) {
          if (!(key3 === "ca" || key3 === "server_name")) {
            const err24 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema56, data: data8 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data8.ca !== void 0) {
          let data9 = data8.ca;
          if (typeof data9 === "string") {
            if (func1(data9) < 1) {
              const err25 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema56.properties.ca, data: data9 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema56.properties.ca.type, parentSchema: schema56.properties.ca, data: data9 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data8.server_name !== void 0) {
          let data10 = data8.server_name;
          if (typeof data10 === "string") {
            if (!pattern18.test(data10)) {
              const err27 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/pattern", keyword: "pattern", params: { pattern: "^(?![0-9.]+$)[A-Za-z0-9.-]+$" }, message: 'must match pattern "^(?![0-9.]+$)[A-Za-z0-9.-]+$"', schema: "^(?![0-9.]+$)[A-Za-z0-9.-]+$", parentSchema: schema56.properties.server_name, data: data10 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema56.properties.server_name.type, parentSchema: schema56.properties.server_name, data: data10 };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
      } else {
        const err29 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema56.type, parentSchema: schema56, data: data8 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.margin !== void 0) {
      if (data.at_most === void 0) {
        const err30 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "margin",
          missingProperty: "at_most",
          depsCount: 1,
          deps: "at_most"
        }, message: "must have property at_most when property margin is present", schema: schema60.dependentRequired, parentSchema: schema60, data };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
  } else {
    const err31 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema60.type, parentSchema: schema60, data };
    if (vErrors === null) {
      vErrors = [err31];
    } else {
      vErrors.push(err31);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
validate40.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.http === void 0) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "http" }, message: "must have required property 'http'", schema: schema52.oneOf[0].required, parentSchema: schema52.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tcp === void 0) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "tcp" }, message: "must have required property 'tcp'", schema: schema52.oneOf[1].required, parentSchema: schema52.oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.openstack === void 0) {
        const err2 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "openstack" }, message: "must have required property 'openstack'", schema: schema52.oneOf[2].required, parentSchema: schema52.oneOf[2], data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
      const _errs5 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.prometheus === void 0) {
          const err3 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "prometheus" }, message: "must have required property 'prometheus'", schema: schema52.oneOf[3].required, parentSchema: schema52.oneOf[3], data };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid0 = _errs5 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
        }
        const _errs6 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.run === void 0) {
            const err4 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'", schema: schema52.oneOf[4].required, parentSchema: schema52.oneOf[4], data };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        var _valid0 = _errs6 === errors;
        if (_valid0 && valid0) {
          valid0 = false;
          passing0 = [passing0, 4];
        } else {
          if (_valid0) {
            valid0 = true;
            passing0 = 4;
          }
        }
      }
    }
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema52.oneOf, parentSchema: schema52, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func8.call(schema52.properties, key0)) {
        const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema52, data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err7 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema52.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema52.properties.name.type, parentSchema: schema52.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.http !== void 0) {
      if (!validate36(data.http, { instancePath: instancePath + "/http", parentData: data, parentDataProperty: "http", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
        errors = vErrors.length;
      }
    }
    if (data.tcp !== void 0) {
      let data2 = data.tcp;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.address === void 0) {
          const err9 = { instancePath: instancePath + "/tcp", schemaPath: "#/$defs/tcp_probe/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'", schema: schema57.required, parentSchema: schema57, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "address" || key1 === "banner" || key1 === "send")) {
            const err10 = { instancePath: instancePath + "/tcp", schemaPath: "#/$defs/tcp_probe/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema57, data: data2 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data2.address !== void 0) {
          let data3 = data2.address;
          if (typeof data3 === "string") {
            if (func1(data3) < 1) {
              const err11 = { instancePath: instancePath + "/tcp/address", schemaPath: "#/$defs/tcp_probe/properties/address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema57.properties.address, data: data3 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/tcp/address", schemaPath: "#/$defs/tcp_probe/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema57.properties.address.type, parentSchema: schema57.properties.address, data: data3 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data2.banner !== void 0) {
          let data4 = data2.banner;
          if (typeof data4 === "string") {
            if (func1(data4) > 1e3) {
              const err13 = { instancePath: instancePath + "/tcp/banner", schemaPath: "#/$defs/tcp_probe/properties/banner/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters", schema: 1e3, parentSchema: schema57.properties.banner, data: data4 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (func1(data4) < 1) {
              const err14 = { instancePath: instancePath + "/tcp/banner", schemaPath: "#/$defs/tcp_probe/properties/banner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema57.properties.banner, data: data4 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/tcp/banner", schemaPath: "#/$defs/tcp_probe/properties/banner/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema57.properties.banner.type, parentSchema: schema57.properties.banner, data: data4 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data2.send !== void 0) {
          let data5 = data2.send;
          if (typeof data5 === "string") {
            if (func1(data5) > 1e3) {
              const err16 = { instancePath: instancePath + "/tcp/send", schemaPath: "#/$defs/tcp_probe/properties/send/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters", schema: 1e3, parentSchema: schema57.properties.send, data: data5 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (func1(data5) < 1) {
              const err17 = { instancePath: instancePath + "/tcp/send", schemaPath: "#/$defs/tcp_probe/properties/send/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema57.properties.send, data: data5 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/tcp/send", schemaPath: "#/$defs/tcp_probe/properties/send/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema57.properties.send.type, parentSchema: schema57.properties.send, data: data5 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data2.send !== void 0) {
          if (data2.banner === void 0) {
            const err19 = { instancePath: instancePath + "/tcp", schemaPath: "#/$defs/tcp_probe/dependentRequired", keyword: "dependentRequired", params: {
              property: "send",
              missingProperty: "banner",
              depsCount: 1,
              deps: "banner"
            }, message: "must have property banner when property send is present", schema: schema57.dependentRequired, parentSchema: schema57, data: data2 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/tcp", schemaPath: "#/$defs/tcp_probe/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema57.type, parentSchema: schema57, data: data2 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.openstack !== void 0) {
      if (!validate38(data.openstack, { instancePath: instancePath + "/openstack", parentData: data, parentDataProperty: "openstack", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
        errors = vErrors.length;
      }
    }
    if (data.prometheus !== void 0) {
      if (!validate40(data.prometheus, { instancePath: instancePath + "/prometheus", parentData: data, parentDataProperty: "prometheus", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
        errors = vErrors.length;
      }
    }
    if (data.run !== void 0) {
      let data8 = data.run;
      if (typeof data8 === "string") {
        if (func1(data8) < 1) {
          const err21 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema52.properties.run, data: data8 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema52.properties.run.type, parentSchema: schema52.properties.run, data: data8 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.during !== void 0) {
      let data9 = data.during;
      if (!(data9 === "verify" || data9 === "bake")) {
        const err23 = { instancePath: instancePath + "/during", schemaPath: "#/properties/during/enum", keyword: "enum", params: { allowedValues: schema52.properties.during.enum }, message: "must be equal to one of the allowed values", schema: schema52.properties.during.enum, parentSchema: schema52.properties.during, data: data9 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.every !== void 0) {
      let data10 = data.every;
      if (typeof data10 === "string") {
        if (!pattern6.test(data10)) {
          const err24 = { instancePath: instancePath + "/every", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data10 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/every", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data10 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data11 = data.timeout;
      if (typeof data11 === "string") {
        if (!pattern6.test(data11)) {
          const err26 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data11 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data11 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.passes !== void 0) {
      let data12 = data.passes;
      if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
        const err28 = { instancePath: instancePath + "/passes", schemaPath: "#/properties/passes/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema52.properties.passes.type, parentSchema: schema52.properties.passes, data: data12 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 1e3 || isNaN(data12)) {
          const err29 = { instancePath: instancePath + "/passes", schemaPath: "#/properties/passes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema52.properties.passes, data: data12 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        if (data12 < 1 || isNaN(data12)) {
          const err30 = { instancePath: instancePath + "/passes", schemaPath: "#/properties/passes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema52.properties.passes, data: data12 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
      }
    }
    if (data.failures !== void 0) {
      let data13 = data.failures;
      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
        const err31 = { instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema52.properties.failures.type, parentSchema: schema52.properties.failures, data: data13 };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 1e4 || isNaN(data13)) {
          const err32 = { instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000", schema: 1e4, parentSchema: schema52.properties.failures, data: data13 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (data13 < 0 || isNaN(data13)) {
          const err33 = { instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema52.properties.failures, data: data13 };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      }
    }
    if (data.inconclusive !== void 0) {
      let data14 = data.inconclusive;
      if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
        const err34 = { instancePath: instancePath + "/inconclusive", schemaPath: "#/properties/inconclusive/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema52.properties.inconclusive.type, parentSchema: schema52.properties.inconclusive, data: data14 };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (typeof data14 == "number" && isFinite(data14)) {
        if (data14 > 1e4 || isNaN(data14)) {
          const err35 = { instancePath: instancePath + "/inconclusive", schemaPath: "#/properties/inconclusive/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000", schema: 1e4, parentSchema: schema52.properties.inconclusive, data: data14 };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        if (data14 < 0 || isNaN(data14)) {
          const err36 = { instancePath: instancePath + "/inconclusive", schemaPath: "#/properties/inconclusive/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema52.properties.inconclusive, data: data14 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      }
    }
  } else {
    const err37 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema52.type, parentSchema: schema52, data };
    if (vErrors === null) {
      vErrors = [err37];
    } else {
      vErrors.push(err37);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
validate35.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate35(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema51.type, parentSchema: schema51, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}
validate34.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema66 = { "type": "object", "title": "TestSettings", "additionalProperties": false, "required": ["run"], "properties": { "name": { "type": "string", "minLength": 1, "description": "What results call the test. Default: the service." }, "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the unpacked release. Exit status 0 is a pass." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the test counts as hung, fails, and its whole process tree is ended. Default: 30m." }, "report": { "const": "junit", "description": "The format of the report that the command writes. A pass then needs a report in which a case ran and none failed." }, "path": { "type": "string", "minLength": 1, "description": "Where the reports are: a glob in the release folder. Older files than the test do not count." } }, "dependentRequired": { "report": ["path"], "path": ["report"] } };
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate44.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.run === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'", schema: schema66.required, parentSchema: schema66, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "run" || key0 === "timeout" || key0 === "report" || key0 === "path")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema66, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema66.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema66.properties.name.type, parentSchema: schema66.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.run !== void 0) {
      let data1 = data.run;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err4 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema66.properties.run, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema66.properties.run.type, parentSchema: schema66.properties.run, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data2 = data.timeout;
      if (typeof data2 === "string") {
        if (!pattern6.test(data2)) {
          const err6 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.report !== void 0) {
      let data3 = data.report;
      if ("junit" !== data3) {
        const err8 = { instancePath: instancePath + "/report", schemaPath: "#/properties/report/const", keyword: "const", params: { allowedValue: "junit" }, message: "must be equal to constant", schema: "junit", parentSchema: schema66.properties.report, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data4 = data.path;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err9 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema66.properties.path, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema66.properties.path.type, parentSchema: schema66.properties.path, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.report !== void 0) {
      if (data.path === void 0) {
        const err11 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "report",
          missingProperty: "path",
          depsCount: 1,
          deps: "path"
        }, message: "must have property path when property report is present", schema: schema66.dependentRequired, parentSchema: schema66, data };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      if (data.report === void 0) {
        const err12 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "path",
          missingProperty: "report",
          depsCount: 1,
          deps: "report"
        }, message: "must have property report when property path is present", schema: schema66.dependentRequired, parentSchema: schema66, data };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema66.type, parentSchema: schema66, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate44.errors = vErrors;
  return errors === 0;
}
validate44.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.strategy === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "strategy" }, message: "must have required property 'strategy'", schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "strategy" || key0 === "env" || key0 === "require_attestation" || key0 === "up" || key0 === "deploy" || key0 === "verify" || key0 === "tests" || key0 === "down")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema46, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.strategy !== void 0) {
      let data0 = data.strategy;
      if ("in_place" !== data0) {
        const err2 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/const", keyword: "const", params: { allowedValue: "in_place" }, message: "must be equal to constant", schema: "in_place", parentSchema: schema46.properties.strategy, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.env !== void 0) {
      let data1 = data.env;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          const _errs6 = errors;
          if (typeof key1 === "string") {
            if (!pattern7.test(key1)) {
              const err3 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema37.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          }
          var valid2 = _errs6 === errors;
          if (!valid2) {
            const err4 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema37.propertyNames, parentSchema: schema37, data: data1 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        for (const key2 in data1) {
          let data2 = data1[key2];
          if (typeof data2 !== "string") {
            const err5 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/env/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.additionalProperties.type, parentSchema: schema37.additionalProperties, data: data2 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema37.type, parentSchema: schema37, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.require_attestation !== void 0) {
      let data3 = data.require_attestation;
      const _errs11 = errors;
      let valid4 = false;
      let passing0 = null;
      const _errs12 = errors;
      if (true !== data3) {
        const err7 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/properties/require_attestation/oneOf/0/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant", schema: true, parentSchema: schema46.properties.require_attestation.oneOf[0], data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      var _valid0 = _errs12 === errors;
      if (_valid0) {
        valid4 = true;
        passing0 = 0;
      }
      const _errs13 = errors;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (Object.keys(data3).length < 1) {
          const err8 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/$defs/attestation/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema48, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key3 in data3) {
          if (!(key3 === "repository" || key3 === "workflow" || key3 === "ref")) {
            const err9 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/$defs/attestation/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema48, data: data3 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data3.repository !== void 0) {
          let data4 = data3.repository;
          if (typeof data4 === "string") {
            if (!pattern12.test(data4)) {
              const err10 = { instancePath: instancePath + "/require_attestation/repository", schemaPath: "#/$defs/attestation/properties/repository/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$"', schema: "^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", parentSchema: schema48.properties.repository, data: data4 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/require_attestation/repository", schemaPath: "#/$defs/attestation/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.repository.type, parentSchema: schema48.properties.repository, data: data4 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data3.workflow !== void 0) {
          let data5 = data3.workflow;
          if (typeof data5 === "string") {
            if (!pattern13.test(data5)) {
              const err12 = { instancePath: instancePath + "/require_attestation/workflow", schemaPath: "#/$defs/attestation/properties/workflow/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$" }, message: 'must match pattern "^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$"', schema: "^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$", parentSchema: schema48.properties.workflow, data: data5 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/require_attestation/workflow", schemaPath: "#/$defs/attestation/properties/workflow/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.workflow.type, parentSchema: schema48.properties.workflow, data: data5 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data3.ref !== void 0) {
          let data6 = data3.ref;
          if (typeof data6 === "string") {
            if (!pattern14.test(data6)) {
              const err14 = { instancePath: instancePath + "/require_attestation/ref", schemaPath: "#/$defs/attestation/properties/ref/pattern", keyword: "pattern", params: { pattern: "^refs/[^ ]+$" }, message: 'must match pattern "^refs/[^ ]+$"', schema: "^refs/[^ ]+$", parentSchema: schema48.properties.ref, data: data6 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/require_attestation/ref", schemaPath: "#/$defs/attestation/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.ref.type, parentSchema: schema48.properties.ref, data: data6 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/$defs/attestation/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema48.type, parentSchema: schema48, data: data3 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      var _valid0 = _errs13 === errors;
      if (_valid0 && valid4) {
        valid4 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid4 = true;
          passing0 = 1;
        }
      }
      if (!valid4) {
        const err17 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/properties/require_attestation/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema46.properties.require_attestation.oneOf, parentSchema: schema46.properties.require_attestation, data: data3 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      } else {
        errors = _errs11;
        if (vErrors !== null) {
          if (_errs11) {
            vErrors.length = _errs11;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.up !== void 0) {
      if (!validate31(data.up, { instancePath: instancePath + "/up", parentData: data, parentDataProperty: "up", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
    if (data.deploy !== void 0) {
      if (!validate31(data.deploy, { instancePath: instancePath + "/deploy", parentData: data, parentDataProperty: "deploy", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
    if (data.verify !== void 0) {
      if (!validate34(data.verify, { instancePath: instancePath + "/verify", parentData: data, parentDataProperty: "verify", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
        errors = vErrors.length;
      }
    }
    if (data.tests !== void 0) {
      let data10 = data.tests;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (const key4 in data10) {
          const _errs28 = errors;
          if (typeof key4 === "string") {
            if (!pattern5.test(key4)) {
              const err18 = { instancePath: instancePath + "/tests", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9_-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9_-]{0,62}$"', schema: "^[a-z0-9][a-z0-9_-]{0,62}$", parentSchema: schema35, data: key4, propertyName: key4 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/tests", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: key4, propertyName: key4 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          var valid7 = _errs28 === errors;
          if (!valid7) {
            const err20 = { instancePath: instancePath + "/tests", schemaPath: "#/properties/tests/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, message: "property name must be valid", schema: schema46.properties.tests.propertyNames, parentSchema: schema46.properties.tests, data: data10 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        for (const key5 in data10) {
          let data11 = data10[key5];
          if (Array.isArray(data11)) {
            if (data11.length < 1) {
              const err21 = { instancePath: instancePath + "/tests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tests/additionalProperties/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema46.properties.tests.additionalProperties, data: data11 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            const len0 = data11.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (!validate44(data11[i0], { instancePath: instancePath + "/tests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, parentData: data11, parentDataProperty: i0, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err22 = { instancePath: instancePath + "/tests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tests/additionalProperties/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema46.properties.tests.additionalProperties.type, parentSchema: schema46.properties.tests.additionalProperties, data: data11 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/tests", schemaPath: "#/properties/tests/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema46.properties.tests.type, parentSchema: schema46.properties.tests, data: data10 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.down !== void 0) {
      if (!validate31(data.down, { instancePath: instancePath + "/down", parentData: data, parentDataProperty: "down", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema46.type, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
validate30.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema68 = { "type": "object", "title": "BlueGreenSettings", "additionalProperties": false, "required": ["strategy", "deploy", "verify", "router"], "properties": { "strategy": { "const": "blue_green", "description": "A release goes to the idle color, and users go there when it is healthy." }, "env": { "$ref": "#/$defs/env", "description": "Variables for the commands, probes and addresses of both colors." }, "require_attestation": { "description": "Refuse every release that was not attested as it says here, before anything of it is unpacked. `true`: by any workflow of this repository.", "oneOf": [{ "const": true }, { "$ref": "#/$defs/attestation" }] }, "colors": { "type": "object", "title": "ColorsSettings", "additionalProperties": false, "description": "What differs between the two halves.", "properties": { "blue": { "$ref": "#/$defs/color", "description": "One half." }, "green": { "$ref": "#/$defs/color", "description": "The other." } } }, "expand": { "$ref": "#/$defs/command", "description": "Backward-compatible schema changes, while the old color serves." }, "deploy": { "$ref": "#/$defs/command", "description": "Brings the idle color, $CHANGEOVER_COLOR, to the release. It must be idempotent." }, "verify": { "$ref": "#/$defs/probes", "minItems": 1, "description": "Asked of the idle color before the switch, of the live one after it, and of the old one before a rollback." }, "router": { "$ref": "#/$defs/router", "description": "What decides which color gets the users." }, "witness": { "$ref": "#/$defs/witness", "description": "A client that keeps asking the live endpoint during a changeover and counts every failure. Default: none, so that only the probes decide." }, "bake": { "type": "object", "title": "BakeSettings", "additionalProperties": false, "description": "The time after the switch in which users are taken back when probes or witness say no.", "properties": { "for": { "$ref": "#/$defs/duration", "description": "How long the new color is watched. Default: 60s." } } }, "rollback_window": { "$ref": "#/$defs/duration", "description": "How long after the switch a rollback is possible. Default: 24h." }, "contract": { "$ref": "#/$defs/command", "description": "The point of no return: schema changes that the old color cannot live with. Runs with --until finalized only." }, "retire": { "$ref": "#/$defs/command", "description": "Ends the old color for good; here $CHANGEOVER_COLOR is that one. Runs with --until finalized only." } } };
var schema71 = { "type": "object", "title": "ColorSettings", "additionalProperties": false, "properties": { "env": { "$ref": "#/$defs/env", "description": "Variables of this color alone; they may refer to those of the environment." } } };
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate48.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "env")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema71, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.env !== void 0) {
      let data0 = data.env;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        for (const key1 in data0) {
          const _errs5 = errors;
          if (typeof key1 === "string") {
            if (!pattern7.test(key1)) {
              const err1 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema37.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
          }
          var valid2 = _errs5 === errors;
          if (!valid2) {
            const err2 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema37.propertyNames, parentSchema: schema37, data: data0 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        for (const key2 in data0) {
          let data1 = data0[key2];
          if (typeof data1 !== "string") {
            const err3 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/env/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.additionalProperties.type, parentSchema: schema37.additionalProperties, data: data1 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema37.type, parentSchema: schema37, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema71.type, parentSchema: schema71, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate48.errors = vErrors;
  return errors === 0;
}
validate48.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema73 = { "type": "object", "title": "RouterSettings", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "haproxy": { "$ref": "#/$defs/haproxy", "description": "One or more HAProxy nodes." }, "command": { "$ref": "#/$defs/command_router", "description": "Commands of your own, for any other load balancer." }, "local": { "$ref": "#/$defs/local", "description": "A small forwarder for laptops and demos." } } };
var schema74 = { "type": "object", "title": "HaproxySettings", "additionalProperties": false, "required": ["nodes"], "properties": { "nodes": { "type": "array", "description": "All HAProxys that users reach; they are switched together, all or none.", "minItems": 1, "items": { "type": "object", "title": "HaproxyNode", "additionalProperties": false, "required": ["socket"], "properties": { "socket": { "type": "string", "minLength": 1, "description": "The stats socket: unix:///run/haproxy/admin.sock, tcp://127.0.0.1:9999, or ssh://user@host/run/haproxy/admin.sock on another machine. A map takes level operator, servers take level admin." }, "map_file": { "type": "string", "minLength": 1, "description": "The map file, spelled as in the node's configuration, where Changeover can replace it; with an ssh: socket it is on that machine. With map only, and needed there." }, "state_file": { "type": "string", "minLength": 1, "description": "The node's server-state-file, where Changeover can replace it: a reload then keeps the color; with an ssh: socket it is on that machine. With servers only." }, "passive": { "type": "boolean", "description": "The node stands by, as keepalived's backup does: it is switched and read back before the others. Default: false." } } } }, "map": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9_.:-]+$" }, "additionalProperties": { "type": "string", "pattern": "^[A-Za-z0-9_.:{}-]+$" }, "description": "Each key of the map with the backend that it leads to; {color} stands for the color. Either this or servers." }, "servers": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9_.:-]+$" }, "additionalProperties": { "type": "string", "pattern": "^[A-Za-z0-9_.:*{}-]+$" }, "description": "Each backend with the names of its servers; {color} stands for the color, * for any text. Either this or map." }, "health_timeout": { "$ref": "#/$defs/duration", "description": "How long servers that leave maintenance may take to pass HAProxy's health checks, before users are moved. With servers only. Default: 30s." }, "drain_timeout": { "$ref": "#/$defs/duration", "description": "How long the sessions of the servers that users left may take to end, before those go into maintenance. With servers only. Default: 30s." }, "standby": { "enum": ["maintenance", "drain"], "description": "What the servers that users left are kept in. With drain their health checks go on, so that a rollback need not wait for them; but users with a cookie of theirs still come. With servers only. Default: maintenance." } } };
var pattern32 = new RegExp("^[A-Za-z0-9_.:-]+$", "u");
var pattern33 = new RegExp("^[A-Za-z0-9_.:{}-]+$", "u");
var pattern35 = new RegExp("^[A-Za-z0-9_.:*{}-]+$", "u");
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.nodes === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "nodes" }, message: "must have required property 'nodes'", schema: schema74.required, parentSchema: schema74, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "nodes" || key0 === "map" || key0 === "servers" || key0 === "health_timeout" || key0 === "drain_timeout" || key0 === "standby")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema74, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.nodes !== void 0) {
      let data0 = data.nodes;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err2 = { instancePath: instancePath + "/nodes", schemaPath: "#/properties/nodes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema74.properties.nodes, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.socket === void 0) {
              const err3 = { instancePath: instancePath + "/nodes/" + i0, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "socket" }, message: "must have required property 'socket'", schema: schema74.properties.nodes.items.required, parentSchema: schema74.properties.nodes.items, data: data1 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            for (const key1 in data1) {
              if (!(key1 === "socket" || key1 === "map_file" || key1 === "state_file" || key1 === "passive")) {
                const err4 = { instancePath: instancePath + "/nodes/" + i0, schemaPath: "#/properties/nodes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema74.properties.nodes.items, data: data1 };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
            }
            if (data1.socket !== void 0) {
              let data2 = data1.socket;
              if (typeof data2 === "string") {
                if (func1(data2) < 1) {
                  const err5 = { instancePath: instancePath + "/nodes/" + i0 + "/socket", schemaPath: "#/properties/nodes/items/properties/socket/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema74.properties.nodes.items.properties.socket, data: data2 };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                }
              } else {
                const err6 = { instancePath: instancePath + "/nodes/" + i0 + "/socket", schemaPath: "#/properties/nodes/items/properties/socket/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema74.properties.nodes.items.properties.socket.type, parentSchema: schema74.properties.nodes.items.properties.socket, data: data2 };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            if (data1.map_file !== void 0) {
              let data3 = data1.map_file;
              if (typeof data3 === "string") {
                if (func1(data3) < 1) {
                  const err7 = { instancePath: instancePath + "/nodes/" + i0 + "/map_file", schemaPath: "#/properties/nodes/items/properties/map_file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema74.properties.nodes.items.properties.map_file, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              } else {
                const err8 = { instancePath: instancePath + "/nodes/" + i0 + "/map_file", schemaPath: "#/properties/nodes/items/properties/map_file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema74.properties.nodes.items.properties.map_file.type, parentSchema: schema74.properties.nodes.items.properties.map_file, data: data3 };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
            if (data1.state_file !== void 0) {
              let data4 = data1.state_file;
              if (typeof data4 === "string") {
                if (func1(data4) < 1) {
                  const err9 = { instancePath: instancePath + "/nodes/" + i0 + "/state_file", schemaPath: "#/properties/nodes/items/properties/state_file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema74.properties.nodes.items.properties.state_file, data: data4 };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                }
              } else {
                const err10 = { instancePath: instancePath + "/nodes/" + i0 + "/state_file", schemaPath: "#/properties/nodes/items/properties/state_file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema74.properties.nodes.items.properties.state_file.type, parentSchema: schema74.properties.nodes.items.properties.state_file, data: data4 };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
            if (data1.passive !== void 0) {
              let data5 = data1.passive;
              if (typeof data5 !== "boolean") {
                const err11 = { instancePath: instancePath + "/nodes/" + i0 + "/passive", schemaPath: "#/properties/nodes/items/properties/passive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema74.properties.nodes.items.properties.passive.type, parentSchema: schema74.properties.nodes.items.properties.passive, data: data5 };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          } else {
            const err12 = { instancePath: instancePath + "/nodes/" + i0, schemaPath: "#/properties/nodes/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema74.properties.nodes.items.type, parentSchema: schema74.properties.nodes.items, data: data1 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/nodes", schemaPath: "#/properties/nodes/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema74.properties.nodes.type, parentSchema: schema74.properties.nodes, data: data0 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.map !== void 0) {
      let data6 = data.map;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (Object.keys(data6).length < 1) {
          const err14 = { instancePath: instancePath + "/map", schemaPath: "#/properties/map/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema74.properties.map, data: data6 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        for (const key2 in data6) {
          const _errs17 = errors;
          if (typeof key2 === "string") {
            if (!pattern32.test(key2)) {
              const err15 = { instancePath: instancePath + "/map", schemaPath: "#/properties/map/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:-]+$" }, message: 'must match pattern "^[A-Za-z0-9_.:-]+$"', schema: "^[A-Za-z0-9_.:-]+$", parentSchema: schema74.properties.map.propertyNames, data: key2, propertyName: key2 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          }
          var valid4 = _errs17 === errors;
          if (!valid4) {
            const err16 = { instancePath: instancePath + "/map", schemaPath: "#/properties/map/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, message: "property name must be valid", schema: schema74.properties.map.propertyNames, parentSchema: schema74.properties.map, data: data6 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        for (const key3 in data6) {
          let data7 = data6[key3];
          if (typeof data7 === "string") {
            if (!pattern33.test(data7)) {
              const err17 = { instancePath: instancePath + "/map/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/map/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:{}-]+$" }, message: 'must match pattern "^[A-Za-z0-9_.:{}-]+$"', schema: "^[A-Za-z0-9_.:{}-]+$", parentSchema: schema74.properties.map.additionalProperties, data: data7 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/map/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/map/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema74.properties.map.additionalProperties.type, parentSchema: schema74.properties.map.additionalProperties, data: data7 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/map", schemaPath: "#/properties/map/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema74.properties.map.type, parentSchema: schema74.properties.map, data: data6 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.servers !== void 0) {
      let data8 = data.servers;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (Object.keys(data8).length < 1) {
          const err20 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema74.properties.servers, data: data8 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        for (const key4 in data8) {
          const _errs23 = errors;
          if (typeof key4 === "string") {
            if (!pattern32.test(key4)) {
              const err21 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:-]+$" }, message: 'must match pattern "^[A-Za-z0-9_.:-]+$"', schema: "^[A-Za-z0-9_.:-]+$", parentSchema: schema74.properties.servers.propertyNames, data: key4, propertyName: key4 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          }
          var valid6 = _errs23 === errors;
          if (!valid6) {
            const err22 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, message: "property name must be valid", schema: schema74.properties.servers.propertyNames, parentSchema: schema74.properties.servers, data: data8 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        for (const key5 in data8) {
          let data9 = data8[key5];
          if (typeof data9 === "string") {
            if (!pattern35.test(data9)) {
              const err23 = { instancePath: instancePath + "/servers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/servers/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:*{}-]+$" }, message: 'must match pattern "^[A-Za-z0-9_.:*{}-]+$"', schema: "^[A-Za-z0-9_.:*{}-]+$", parentSchema: schema74.properties.servers.additionalProperties, data: data9 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/servers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/servers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema74.properties.servers.additionalProperties.type, parentSchema: schema74.properties.servers.additionalProperties, data: data9 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema74.properties.servers.type, parentSchema: schema74.properties.servers, data: data8 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.health_timeout !== void 0) {
      let data10 = data.health_timeout;
      if (typeof data10 === "string") {
        if (!pattern6.test(data10)) {
          const err26 = { instancePath: instancePath + "/health_timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data10 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/health_timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data10 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.drain_timeout !== void 0) {
      let data11 = data.drain_timeout;
      if (typeof data11 === "string") {
        if (!pattern6.test(data11)) {
          const err28 = { instancePath: instancePath + "/drain_timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data11 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/drain_timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data11 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.standby !== void 0) {
      let data12 = data.standby;
      if (!(data12 === "maintenance" || data12 === "drain")) {
        const err30 = { instancePath: instancePath + "/standby", schemaPath: "#/properties/standby/enum", keyword: "enum", params: { allowedValues: schema74.properties.standby.enum }, message: "must be equal to one of the allowed values", schema: schema74.properties.standby.enum, parentSchema: schema74.properties.standby, data: data12 };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
  } else {
    const err31 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema74.type, parentSchema: schema74, data };
    if (vErrors === null) {
      vErrors = [err31];
    } else {
      vErrors.push(err31);
    }
    errors++;
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema77 = { "type": "object", "title": "CommandRouterSettings", "additionalProperties": false, "required": ["current", "switch"], "properties": { "current": { "$ref": "#/$defs/router_command", "description": "Prints where users are sent: blue, green, none or split. Changes nothing." }, "switch": { "$ref": "#/$defs/router_command", "description": "Sends users to CHANGEOVER_COLOR, all of them or none; also when they are there already." }, "check": { "$ref": "#/$defs/router_command", "description": "Exit status 0: users could be sent to CHANGEOVER_COLOR, and it is healthy. Changes nothing. Without it, only current is asked." } } };
var schema78 = { "type": "object", "title": "RouterCommand", "additionalProperties": false, "required": ["run"], "properties": { "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail. A rollback has no release's files: what it calls must be on the machine. Values reach it through the environment." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the command counts as hung and its whole process tree is ended. Default: 30s." } } };
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate58.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.run === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'", schema: schema78.required, parentSchema: schema78, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "run" || key0 === "timeout")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema78, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.run !== void 0) {
      let data0 = data.run;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema78.properties.run, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema78.properties.run.type, parentSchema: schema78.properties.run, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data1 = data.timeout;
      if (typeof data1 === "string") {
        if (!pattern6.test(data1)) {
          const err4 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema78.type, parentSchema: schema78, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate58.errors = vErrors;
  return errors === 0;
}
validate58.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate57.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.current === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "current" }, message: "must have required property 'current'", schema: schema77.required, parentSchema: schema77, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.switch === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "switch" }, message: "must have required property 'switch'", schema: schema77.required, parentSchema: schema77, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "current" || key0 === "switch" || key0 === "check")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema77, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.current !== void 0) {
      if (!validate58(data.current, { instancePath: instancePath + "/current", parentData: data, parentDataProperty: "current", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
        errors = vErrors.length;
      }
    }
    if (data.switch !== void 0) {
      if (!validate58(data.switch, { instancePath: instancePath + "/switch", parentData: data, parentDataProperty: "switch", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
        errors = vErrors.length;
      }
    }
    if (data.check !== void 0) {
      if (!validate58(data.check, { instancePath: instancePath + "/check", parentData: data, parentDataProperty: "check", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema77.type, parentSchema: schema77, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate57.errors = vErrors;
  return errors === 0;
}
validate57.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema80 = { "type": "object", "title": "LocalRouterSettings", "additionalProperties": false, "required": ["services"], "description": "A small forwarder for laptops and demos; not for production.", "properties": { "services": { "type": "object", "description": "What is forwarded, by name.", "minProperties": 1, "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "object", "title": "LocalRouterService", "additionalProperties": false, "required": ["listen", "blue", "green"], "properties": { "listen": { "type": "string", "description": "host:port that users connect to." }, "blue": { "type": "string", "description": "host:port of the blue color." }, "green": { "type": "string", "description": "host:port of the green color." } } } } } };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.services === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "services" }, message: "must have required property 'services'", schema: schema80.required, parentSchema: schema80, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "services")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema80, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.services !== void 0) {
      let data0 = data.services;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (Object.keys(data0).length < 1) {
          const err2 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema80.properties.services, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        for (const key1 in data0) {
          const _errs4 = errors;
          if (typeof key1 === "string") {
            if (!pattern5.test(key1)) {
              const err3 = { instancePath: instancePath + "/services", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9_-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9_-]{0,62}$"', schema: "^[a-z0-9][a-z0-9_-]{0,62}$", parentSchema: schema35, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          } else {
            const err4 = { instancePath: instancePath + "/services", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
          var valid1 = _errs4 === errors;
          if (!valid1) {
            const err5 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema80.properties.services.propertyNames, parentSchema: schema80.properties.services, data: data0 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        for (const key2 in data0) {
          let data1 = data0[key2];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.listen === void 0) {
              const err6 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/services/additionalProperties/required", keyword: "required", params: { missingProperty: "listen" }, message: "must have required property 'listen'", schema: schema80.properties.services.additionalProperties.required, parentSchema: schema80.properties.services.additionalProperties, data: data1 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (data1.blue === void 0) {
              const err7 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/services/additionalProperties/required", keyword: "required", params: { missingProperty: "blue" }, message: "must have required property 'blue'", schema: schema80.properties.services.additionalProperties.required, parentSchema: schema80.properties.services.additionalProperties, data: data1 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (data1.green === void 0) {
              const err8 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/services/additionalProperties/required", keyword: "required", params: { missingProperty: "green" }, message: "must have required property 'green'", schema: schema80.properties.services.additionalProperties.required, parentSchema: schema80.properties.services.additionalProperties, data: data1 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            for (const key3 in data1) {
              if (!(key3 === "listen" || key3 === "blue" || key3 === "green")) {
                const err9 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/services/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema80.properties.services.additionalProperties, data: data1 };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
            if (data1.listen !== void 0) {
              let data2 = data1.listen;
              if (typeof data2 !== "string") {
                const err10 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/listen", schemaPath: "#/properties/services/additionalProperties/properties/listen/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema80.properties.services.additionalProperties.properties.listen.type, parentSchema: schema80.properties.services.additionalProperties.properties.listen, data: data2 };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
            if (data1.blue !== void 0) {
              let data3 = data1.blue;
              if (typeof data3 !== "string") {
                const err11 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/blue", schemaPath: "#/properties/services/additionalProperties/properties/blue/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema80.properties.services.additionalProperties.properties.blue.type, parentSchema: schema80.properties.services.additionalProperties.properties.blue, data: data3 };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
            if (data1.green !== void 0) {
              let data4 = data1.green;
              if (typeof data4 !== "string") {
                const err12 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/green", schemaPath: "#/properties/services/additionalProperties/properties/green/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema80.properties.services.additionalProperties.properties.green.type, parentSchema: schema80.properties.services.additionalProperties.properties.green, data: data4 };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
          } else {
            const err13 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/services/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema80.properties.services.additionalProperties.type, parentSchema: schema80.properties.services.additionalProperties, data: data1 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema80.properties.services.type, parentSchema: schema80.properties.services, data: data0 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema80.type, parentSchema: schema80, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate54.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema73, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err1 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema73, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "haproxy" || key0 === "command" || key0 === "local")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema73, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.haproxy !== void 0) {
      if (!validate55(data.haproxy, { instancePath: instancePath + "/haproxy", parentData: data, parentDataProperty: "haproxy", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.command !== void 0) {
      if (!validate57(data.command, { instancePath: instancePath + "/command", parentData: data, parentDataProperty: "command", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
        errors = vErrors.length;
      }
    }
    if (data.local !== void 0) {
      if (!validate63(data.local, { instancePath: instancePath + "/local", parentData: data, parentDataProperty: "local", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema73.type, parentSchema: schema73, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}
validate54.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema82 = { "type": "object", "title": "WitnessSettings", "additionalProperties": false, "required": ["url"], "properties": { "url": { "type": "string", "minLength": 1, "description": "The live endpoint, as users reach it. Every request has a connection of its own." }, "rate": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e3, "description": "Requests a second. Default: 20." }, "timeout": { "$ref": "#/$defs/duration", "description": "When a request that has no whole answer counts as failed. Default: 5s." }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "description": "The answers that are good. Default: 200 to 399." }, "budget": { "type": "object", "title": "WitnessBudget", "additionalProperties": false, "description": "What the witness puts up with; more takes users back.", "properties": { "failed": { "type": "integer", "minimum": 0, "description": "Failed requests that are put up with. Default: 0." } } } } };
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.url === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'", schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "url" || key0 === "rate" || key0 === "timeout" || key0 === "status" || key0 === "budget")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema82, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data0 = data.url;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema82.properties.url, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema82.properties.url.type, parentSchema: schema82.properties.url, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.rate !== void 0) {
      let data1 = data.rate;
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 1e3 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/rate", schemaPath: "#/properties/rate/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema82.properties.rate, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 <= 0 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/rate", schemaPath: "#/properties/rate/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0", schema: 0, parentSchema: schema82.properties.rate, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/rate", schemaPath: "#/properties/rate/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema82.properties.rate.type, parentSchema: schema82.properties.rate, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data2 = data.timeout;
      if (typeof data2 === "string") {
        if (!pattern6.test(data2)) {
          const err7 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.status !== void 0) {
      let data3 = data.status;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err9 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema82.properties.status, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
            const err10 = { instancePath: instancePath + "/status/" + i0, schemaPath: "#/properties/status/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema82.properties.status.items.type, parentSchema: schema82.properties.status.items, data: data4 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 599 || isNaN(data4)) {
              const err11 = { instancePath: instancePath + "/status/" + i0, schemaPath: "#/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599", schema: 599, parentSchema: schema82.properties.status.items, data: data4 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (data4 < 100 || isNaN(data4)) {
              const err12 = { instancePath: instancePath + "/status/" + i0, schemaPath: "#/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100", schema: 100, parentSchema: schema82.properties.status.items, data: data4 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema82.properties.status.type, parentSchema: schema82.properties.status, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.budget !== void 0) {
      let data5 = data.budget;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          if (!(key1 === "failed")) {
            const err14 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema82.properties.budget, data: data5 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data5.failed !== void 0) {
          let data6 = data5.failed;
          if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
            const err15 = { instancePath: instancePath + "/budget/failed", schemaPath: "#/properties/budget/properties/failed/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema82.properties.budget.properties.failed.type, parentSchema: schema82.properties.budget.properties.failed, data: data6 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 < 0 || isNaN(data6)) {
              const err16 = { instancePath: instancePath + "/budget/failed", schemaPath: "#/properties/budget/properties/failed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema82.properties.budget.properties.failed, data: data6 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema82.properties.budget.type, parentSchema: schema82.properties.budget, data: data5 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema82.type, parentSchema: schema82, data };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate66.errors = vErrors;
  return errors === 0;
}
validate66.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate47.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.strategy === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "strategy" }, message: "must have required property 'strategy'", schema: schema68.required, parentSchema: schema68, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.deploy === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deploy" }, message: "must have required property 'deploy'", schema: schema68.required, parentSchema: schema68, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.verify === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verify" }, message: "must have required property 'verify'", schema: schema68.required, parentSchema: schema68, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.router === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "router" }, message: "must have required property 'router'", schema: schema68.required, parentSchema: schema68, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func8.call(schema68.properties, key0)) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.strategy !== void 0) {
      let data0 = data.strategy;
      if ("blue_green" !== data0) {
        const err5 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/const", keyword: "const", params: { allowedValue: "blue_green" }, message: "must be equal to constant", schema: "blue_green", parentSchema: schema68.properties.strategy, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.env !== void 0) {
      let data1 = data.env;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          const _errs6 = errors;
          if (typeof key1 === "string") {
            if (!pattern7.test(key1)) {
              const err6 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema37.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          }
          var valid2 = _errs6 === errors;
          if (!valid2) {
            const err7 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema37.propertyNames, parentSchema: schema37, data: data1 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        for (const key2 in data1) {
          let data2 = data1[key2];
          if (typeof data2 !== "string") {
            const err8 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/env/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.additionalProperties.type, parentSchema: schema37.additionalProperties, data: data2 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/env", schemaPath: "#/$defs/env/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema37.type, parentSchema: schema37, data: data1 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.require_attestation !== void 0) {
      let data3 = data.require_attestation;
      const _errs11 = errors;
      let valid4 = false;
      let passing0 = null;
      const _errs12 = errors;
      if (true !== data3) {
        const err10 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/properties/require_attestation/oneOf/0/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant", schema: true, parentSchema: schema68.properties.require_attestation.oneOf[0], data: data3 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      var _valid0 = _errs12 === errors;
      if (_valid0) {
        valid4 = true;
        passing0 = 0;
      }
      const _errs13 = errors;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (Object.keys(data3).length < 1) {
          const err11 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/$defs/attestation/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema48, data: data3 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        for (const key3 in data3) {
          if (!(key3 === "repository" || key3 === "workflow" || key3 === "ref")) {
            const err12 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/$defs/attestation/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema48, data: data3 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data3.repository !== void 0) {
          let data4 = data3.repository;
          if (typeof data4 === "string") {
            if (!pattern12.test(data4)) {
              const err13 = { instancePath: instancePath + "/require_attestation/repository", schemaPath: "#/$defs/attestation/properties/repository/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$"', schema: "^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", parentSchema: schema48.properties.repository, data: data4 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/require_attestation/repository", schemaPath: "#/$defs/attestation/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.repository.type, parentSchema: schema48.properties.repository, data: data4 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data3.workflow !== void 0) {
          let data5 = data3.workflow;
          if (typeof data5 === "string") {
            if (!pattern13.test(data5)) {
              const err15 = { instancePath: instancePath + "/require_attestation/workflow", schemaPath: "#/$defs/attestation/properties/workflow/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$" }, message: 'must match pattern "^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$"', schema: "^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$", parentSchema: schema48.properties.workflow, data: data5 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/require_attestation/workflow", schemaPath: "#/$defs/attestation/properties/workflow/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.workflow.type, parentSchema: schema48.properties.workflow, data: data5 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data3.ref !== void 0) {
          let data6 = data3.ref;
          if (typeof data6 === "string") {
            if (!pattern14.test(data6)) {
              const err17 = { instancePath: instancePath + "/require_attestation/ref", schemaPath: "#/$defs/attestation/properties/ref/pattern", keyword: "pattern", params: { pattern: "^refs/[^ ]+$" }, message: 'must match pattern "^refs/[^ ]+$"', schema: "^refs/[^ ]+$", parentSchema: schema48.properties.ref, data: data6 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/require_attestation/ref", schemaPath: "#/$defs/attestation/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.ref.type, parentSchema: schema48.properties.ref, data: data6 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/$defs/attestation/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema48.type, parentSchema: schema48, data: data3 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      var _valid0 = _errs13 === errors;
      if (_valid0 && valid4) {
        valid4 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid4 = true;
          passing0 = 1;
        }
      }
      if (!valid4) {
        const err20 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/properties/require_attestation/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema68.properties.require_attestation.oneOf, parentSchema: schema68.properties.require_attestation, data: data3 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      } else {
        errors = _errs11;
        if (vErrors !== null) {
          if (_errs11) {
            vErrors.length = _errs11;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.colors !== void 0) {
      let data7 = data.colors;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key4 in data7) {
          if (!(key4 === "blue" || key4 === "green")) {
            const err21 = { instancePath: instancePath + "/colors", schemaPath: "#/properties/colors/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68.properties.colors, data: data7 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data7.blue !== void 0) {
          if (!validate48(data7.blue, { instancePath: instancePath + "/colors/blue", parentData: data7, parentDataProperty: "blue", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
            errors = vErrors.length;
          }
        }
        if (data7.green !== void 0) {
          if (!validate48(data7.green, { instancePath: instancePath + "/colors/green", parentData: data7, parentDataProperty: "green", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/colors", schemaPath: "#/properties/colors/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.properties.colors.type, parentSchema: schema68.properties.colors, data: data7 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.expand !== void 0) {
      if (!validate31(data.expand, { instancePath: instancePath + "/expand", parentData: data, parentDataProperty: "expand", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
    if (data.deploy !== void 0) {
      if (!validate31(data.deploy, { instancePath: instancePath + "/deploy", parentData: data, parentDataProperty: "deploy", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
    if (data.verify !== void 0) {
      let data12 = data.verify;
      if (!validate34(data12, { instancePath: instancePath + "/verify", parentData: data, parentDataProperty: "verify", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
        errors = vErrors.length;
      }
      if (Array.isArray(data12)) {
        if (data12.length < 1) {
          const err23 = { instancePath: instancePath + "/verify", schemaPath: "#/properties/verify/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema68.properties.verify, data: data12 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
    }
    if (data.router !== void 0) {
      if (!validate54(data.router, { instancePath: instancePath + "/router", parentData: data, parentDataProperty: "router", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
        errors = vErrors.length;
      }
    }
    if (data.witness !== void 0) {
      if (!validate66(data.witness, { instancePath: instancePath + "/witness", parentData: data, parentDataProperty: "witness", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.bake !== void 0) {
      let data15 = data.bake;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (const key5 in data15) {
          if (!(key5 === "for")) {
            const err24 = { instancePath: instancePath + "/bake", schemaPath: "#/properties/bake/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68.properties.bake, data: data15 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data15.for !== void 0) {
          let data16 = data15.for;
          if (typeof data16 === "string") {
            if (!pattern6.test(data16)) {
              const err25 = { instancePath: instancePath + "/bake/for", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data16 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/bake/for", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data16 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/bake", schemaPath: "#/properties/bake/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.properties.bake.type, parentSchema: schema68.properties.bake, data: data15 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.rollback_window !== void 0) {
      let data17 = data.rollback_window;
      if (typeof data17 === "string") {
        if (!pattern6.test(data17)) {
          const err28 = { instancePath: instancePath + "/rollback_window", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data17 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/rollback_window", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data17 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.contract !== void 0) {
      if (!validate31(data.contract, { instancePath: instancePath + "/contract", parentData: data, parentDataProperty: "contract", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
    if (data.retire !== void 0) {
      if (!validate31(data.retire, { instancePath: instancePath + "/retire", parentData: data, parentDataProperty: "retire", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err30 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.type, parentSchema: schema68, data };
    if (vErrors === null) {
      vErrors = [err30];
    } else {
      vErrors.push(err30);
    }
    errors++;
  }
  validate47.errors = vErrors;
  return errors === 0;
}
validate47.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.strategy === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "strategy" }, message: "must have required property 'strategy'", schema: schema45.required, parentSchema: schema45, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.strategy !== void 0) {
      let data0 = data.strategy;
      if (!(data0 === "in_place" || data0 === "blue_green")) {
        const err1 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/enum", keyword: "enum", params: { allowedValues: schema45.properties.strategy.enum }, message: "must be equal to one of the allowed values", schema: schema45.properties.strategy.enum, parentSchema: schema45.properties.strategy, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    const tag0 = data.strategy;
    if (typeof tag0 == "string") {
      if (tag0 === "in_place") {
        if (!validate30(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
          errors = vErrors.length;
        }
        var props0 = true;
      } else if (tag0 === "blue_green") {
        if (!validate47(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else {
        const err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "strategy", tagValue: tag0 }, message: 'value of tag "strategy" must be in oneOf', schema: schema45.discriminator, parentSchema: schema45, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "strategy", tagValue: tag0 }, message: 'tag "strategy" must be string', schema: schema45.discriminator, parentSchema: schema45, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema45.type, parentSchema: schema45, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate29.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate29.evaluated = { "dynamicProps": true, "dynamicItems": false };
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
    if (data.version === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.name === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "version" || key0 === "name" || key0 === "openstack_release" || key0 === "validate" || key0 === "release" || key0 === "services" || key0 === "environments")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data0 = data.version;
      if (1 !== data0) {
        const err3 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant", schema: 1, parentSchema: schema31.properties.version, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        if (!pattern4.test(data1)) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", parentSchema: schema31.properties.name, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.name.type, parentSchema: schema31.properties.name, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.openstack_release !== void 0) {
      let data2 = data.openstack_release;
      if (typeof data2 !== "string" && !(typeof data2 == "number" && isFinite(data2))) {
        const err6 = { instancePath: instancePath + "/openstack_release", schemaPath: "#/properties/openstack_release/type", keyword: "type", params: { type: schema31.properties.openstack_release.type }, message: "must be string,number", schema: schema31.properties.openstack_release.type, parentSchema: schema31.properties.openstack_release, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.validate !== void 0) {
      if (!validate21(data.validate, { instancePath: instancePath + "/validate", parentData: data, parentDataProperty: "validate", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.release !== void 0) {
      if (!validate25(data.release, { instancePath: instancePath + "/release", parentData: data, parentDataProperty: "release", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
    }
    if (data.services !== void 0) {
      let data5 = data.services;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          const _errs11 = errors;
          if (typeof key1 === "string") {
            if (!pattern5.test(key1)) {
              const err7 = { instancePath: instancePath + "/services", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9_-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9_-]{0,62}$"', schema: "^[a-z0-9][a-z0-9_-]{0,62}$", parentSchema: schema35, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/services", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          var valid1 = _errs11 === errors;
          if (!valid1) {
            const err9 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema31.properties.services.propertyNames, parentSchema: schema31.properties.services, data: data5 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        for (const key2 in data5) {
          if (!validate27(data5[key2], { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data5, parentDataProperty: key2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.services.type, parentSchema: schema31.properties.services, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.environments !== void 0) {
      let data7 = data.environments;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key3 in data7) {
          const _errs18 = errors;
          if (typeof key3 === "string") {
            if (!pattern5.test(key3)) {
              const err11 = { instancePath: instancePath + "/environments", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9_-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9_-]{0,62}$"', schema: "^[a-z0-9][a-z0-9_-]{0,62}$", parentSchema: schema35, data: key3, propertyName: key3 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/environments", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: key3, propertyName: key3 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          var valid4 = _errs18 === errors;
          if (!valid4) {
            const err13 = { instancePath: instancePath + "/environments", schemaPath: "#/properties/environments/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid", schema: schema31.properties.environments.propertyNames, parentSchema: schema31.properties.environments, data: data7 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        for (const key4 in data7) {
          if (!validate29(data7[key4], { instancePath: instancePath + "/environments/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data7, parentDataProperty: key4, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/environments", schemaPath: "#/properties/environments/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.environments.type, parentSchema: schema31.properties.environments, data: data7 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };

// src/manifest/read.ts
var START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
var MINIMAL = "The smallest manifest is:  version: 1  and  name: my-cloud  (see schemas/manifest.schema.json).";
function syntax({ kind, message, range }, { source }) {
  const opened = kind === "syntax" ? unclosedBracket(source, range.start) : void 0;
  if (opened && opened.start.line < range.start.line) {
    return {
      rule: "syntax",
      message: `a bracket or brace is not closed before line ${range.start.line}`,
      help: "Close it, or put the comma that is missing within it.",
      range: opened
    };
  }
  return {
    rule: "syntax",
    message,
    help: kind === "syntax" ? "Mend the YAML here." : "Keep one of the two.",
    range
  };
}
function readManifest(file) {
  const problems = file.problems.map((problem) => syntax(problem, file));
  if (problems.length > 0) return { manifest: void 0, problems };
  const [root, second] = file.documents;
  if (!root) return { manifest: void 0, problems: [schema("The manifest is empty.", MINIMAL, START)] };
  if (second) {
    return {
      manifest: void 0,
      problems: [schema("The manifest holds more than one document.", "Keep one.", second.range)]
    };
  }
  if (!asMapping(root)) {
    return { manifest: void 0, problems: [schema("The manifest is not a mapping.", MINIMAL, root.range)] };
  }
  const data = toData(root);
  if (!validator_generated_default(data)) {
    return { manifest: void 0, problems: schemaProblems(validator_generated_default.errors ?? [], root) };
  }
  const manifest = data;
  const references = checkReferences(manifest, root);
  return references.length > 0 ? { manifest: void 0, problems: references } : { manifest, problems: [] };
}
function schema(message, help, range) {
  return { rule: "schema", message, help, range };
}
function schemaProblems(errors, root) {
  const found = errors.filter((error) => !isEcho(error, errors)).map((error) => describe(error, root));
  return found.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column
  );
}
function isEcho(error, all) {
  if (/\/(one|any)Of\/\d+\/required$/.test(error.schemaPath)) return true;
  if (error.keyword === "propertyNames") return true;
  return error.keyword === "discriminator" && all.some(
    (other) => other.instancePath === `${error.instancePath}/strategy` || other.keyword === "required"
  );
}
function describe(error, root) {
  const path = error.instancePath.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const { node, entry } = nearestNode(root, path);
  const where = path.join(".") || "the manifest";
  const parent = error.parentSchema ?? {};
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(error.params.additionalProperty);
      const known = Object.keys(parent.properties ?? {});
      const near = nearest(key, known);
      const range = nearestNode(root, [...path, key]).entry?.keyRange ?? node.range;
      return {
        rule: "unknown-key",
        message: `unknown key "${key}" in ${where}`,
        help: near ? `Did you mean "${near}"?` : `Known keys here: ${known.join(", ")}.`,
        range
      };
    }
    case "required":
      return schema(
        `${where} lacks the key "${error.params.missingProperty}"`,
        `Add ${error.params.missingProperty}. ${descriptionOf(parent.properties?.[error.params.missingProperty])}`.trim(),
        entry?.keyRange ?? node.range
      );
    case "oneOf":
      return schema(
        `${where} must have exactly one of the keys ${alternatives(error.schema).join(", ")}`,
        "Keep one of them.",
        node.range
      );
    case "anyOf":
      return schema(
        `${where} must have at least one of the keys ${alternatives(error.schema).join(", ")}`,
        "Add one of them.",
        node.range
      );
    case "discriminator":
      return schema(
        `${where} lacks a strategy`,
        "Set strategy: in_place or strategy: blue_green.",
        node.range
      );
    case "enum":
    case "const": {
      const allowed = error.params.allowedValues ?? [error.params.allowedValue];
      const near = isText(error.data) ? nearest(String(error.data), allowed.map(String)) : void 0;
      const range = node.range;
      return schema(
        `${where} is ${show(error.data)}, expected ${allowed.filter((value) => value !== false).join(", ")}`,
        near ? `Did you mean "${near}"?` : "Use one of these.",
        range
      );
    }
    case "type": {
      const help = error.params.type === "string" && (typeof error.data === "number" || typeof error.data === "boolean") ? `Put it in quotes: "${error.data}". ${descriptionOf(parent)}`.trim() : "Mend the value.";
      return schema(
        `${where} is ${kindOf(error.data)}, expected ${article(error.params.type)}`,
        help,
        node.range
      );
    }
    case "pattern": {
      if (error.propertyName !== void 0) {
        const range = nearestNode(root, [...path, error.propertyName]).entry?.keyRange ?? node.range;
        return schema(
          `"${error.propertyName}" is not a valid name in ${where}`,
          `Names match ${error.params.pattern}.`,
          range
        );
      }
      return schema(
        `${where} is ${show(error.data)}`,
        `Expected: ${parent.description ?? `a text that matches ${error.params.pattern}`}`,
        node.range
      );
    }
    default:
      return schema(
        `${where} ${error.message ?? "is not valid"}`,
        descriptionOf(parent) || "Mend it.",
        node.range
      );
  }
}
function alternatives(branches) {
  return (Array.isArray(branches) ? branches : []).flatMap(
    ({ required = [] }) => required
  );
}
function descriptionOf(schemaNode) {
  if (typeof schemaNode !== "object" || schemaNode === null || !("description" in schemaNode)) return "";
  return String(schemaNode.description);
}
function isText(value) {
  return typeof value === "string" || typeof value === "number";
}
function show(value) {
  const text = typeof value === "string" ? `"${value}"` : kindOf(value);
  return text.length > 60 ? `${text.slice(0, 57)}\u2026` : text;
}
function kindOf(value) {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string" ? "a text" : `the ${typeof value} ${value}`;
}
function article(type) {
  const names = {
    object: "a mapping",
    array: "a list",
    string: "a text",
    integer: "a whole number",
    number: "a number"
  };
  if (Array.isArray(type)) return type.map(article).join(" or ");
  return names[String(type)] ?? String(type);
}

// src/yaml/source.ts
var TextRange = class {
  constructor(source, from, to) {
    this.source = source;
    this.from = from;
    this.to = to;
  }
  source;
  from;
  to;
  get start() {
    return this.source.position(this.from);
  }
  get end() {
    return this.source.position(Math.max(this.from, this.to));
  }
};
var SourceText = class {
  constructor(text) {
    this.text = text;
  }
  text;
  starts;
  /** Found when the first place is asked for: in most files there is nothing to be pointed at. */
  get lineStarts() {
    if (this.starts) return this.starts;
    const { text } = this;
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = starts;
    return starts;
  }
  position(offset) {
    const { lineStarts } = this;
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  }
  /** The text of a line, counted from 1, without its end. */
  line(number) {
    const start = this.lineStarts[number - 1];
    if (start === void 0) return "";
    return this.text.slice(start, this.lineStarts[number] ?? this.text.length).replace(/\r?\n$/, "");
  }
  range(start, end) {
    return new TextRange(this, start, end);
  }
};

// node_modules/js-yaml/dist/js-yaml.mjs
var NOT_RESOLVED = /* @__PURE__ */ Symbol("NOT_RESOLVED");
function defineScalarTag(tagName, options) {
  return {
    tagName,
    nodeKind: "scalar",
    implicit: options.implicit ?? false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    implicitFirstChars: options.implicitFirstChars ?? null,
    resolve: options.resolve,
    identify: options.identify,
    represent: options.represent ?? ((data) => String(data)),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineSequenceTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "sequence",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addItem: options.addItem,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineMappingTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "mapping",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addPair: options.addPair,
    has: options.has,
    keys: options.keys,
    get: options.get,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
  resolve: (source) => source,
  identify: (data) => typeof data === "string"
});
var NULL_VALUES$1 = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source) => {
    if (NULL_VALUES$1.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: ["n"],
  resolve: (source, isExplicit) => {
    if (source === "null" || isExplicit && source === "") return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var NULL_VALUES = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source) => {
    if (NULL_VALUES.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var TRUE_VALUES$2 = [
  "true",
  "True",
  "TRUE"
];
var FALSE_VALUES$2 = [
  "false",
  "False",
  "FALSE"
];
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "t",
    "T",
    "f",
    "F"
  ],
  resolve: (source) => {
    if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: ["t", "f"],
  resolve: (source) => {
    if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES = [
  "true",
  "True",
  "TRUE",
  "y",
  "Y",
  "yes",
  "Yes",
  "YES",
  "on",
  "On",
  "ON"
];
var FALSE_VALUES = [
  "false",
  "False",
  "FALSE",
  "n",
  "N",
  "no",
  "No",
  "NO",
  "off",
  "Off",
  "OFF"
];
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "y",
    "Y",
    "n",
    "N",
    "t",
    "T",
    "f",
    "F",
    "o",
    "O"
  ],
  resolve: (source) => {
    if (TRUE_VALUES.indexOf(source) !== -1) return true;
    if (FALSE_VALUES.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
  let value = source;
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$2(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger$2,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
  let value = source;
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$1(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlInteger$1,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
  let value = source.replace(/_/g, "");
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  if (value.includes(":")) {
    let result = 0;
    for (const part of value.split(":")) result = result * 60 + Number(part);
    return sign * result;
  }
  if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
  if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
  if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
  let value = source.toLowerCase();
  const sign = value[0] === "-" ? -1 : 1;
  if ("+-".includes(value[0])) value = value.slice(1);
  if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value === ".nan") return NaN;
  const result = sign * parseFloat(value);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat$2,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$2
});
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
    let value = source.toLowerCase();
    const sign = value[0] === "-" ? -1 : 1;
    if ("+-".includes(value[0])) value = value.slice(1);
    if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if (value === ".nan") return NaN;
    const result2 = sign * parseFloat(value);
    return Number.isFinite(result2) ? result2 : NOT_RESOLVED;
  }
  if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = Number(source);
  if (Number.isFinite(result)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlFloat$1,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$1
});
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
  if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
  let value = source.toLowerCase().replace(/_/g, "");
  const sign = value[0] === "-" ? -1 : 1;
  if ("+-".includes(value[0])) value = value.slice(1);
  if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value === ".nan") return NaN;
  let result = 0;
  if (value.includes(":")) {
    for (const part of value.split(":")) result = result * 60 + Number(part);
    result *= sign;
  } else result = sign * parseFloat(value);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat
});
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
  implicit: true,
  implicitFirstChars: ["<"],
  resolve: (source, isExplicit) => {
    if (source === "<<" || isExplicit && source === "") return "<<";
    return NOT_RESOLVED;
  },
  identify: () => false
});
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
  const input = source.replace(/\s/g, "");
  if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
  const binary = atob(input);
  const result = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
  return result;
}
function representYamlBinary(object) {
  let binary = "";
  for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
  return btoa(binary);
}
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
  resolve: resolveYamlBinary,
  identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
  represent: representYamlBinary
});
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
  const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
  date.setUTCFullYear(year, month, day);
  return date;
}
function resolveYamlTimestamp(source) {
  let match = YAML_DATE_REGEXP.exec(source);
  if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
  if (match === null) return NOT_RESOLVED;
  const year = +match[1];
  const month = +match[2] - 1;
  const day = +match[3];
  if (!match[4]) {
    const date2 = makeUtcDate(year, month, day);
    if (date2.getUTCFullYear() !== year || date2.getUTCMonth() !== month || date2.getUTCDate() !== day) return NOT_RESOLVED;
    return date2;
  }
  const hour = +match[4];
  const minute = +match[5];
  const second = +match[6];
  let fraction = 0;
  if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
  if (match[7]) {
    let value = match[7].slice(0, 3);
    while (value.length < 3) value += "0";
    fraction = +value;
  }
  const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
  if (match[9]) {
    const offsetHour = +match[10];
    const offsetMinute = +(match[11] || 0);
    if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
    const offset = (offsetHour * 60 + offsetMinute) * 6e4;
    date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
  }
  return date;
}
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
  implicit: true,
  implicitFirstChars: [..."0123456789"],
  resolve: resolveYamlTimestamp,
  identify: (object) => object instanceof Date,
  represent: (object) => object.toISOString()
});
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
  create: () => [],
  addItem: (container, item) => {
    container.push(item);
  },
  identify: Array.isArray
});
function isPlainObject(data) {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
  const prototype = Object.getPrototypeOf(data);
  return prototype === null || prototype === Object.prototype;
}
function pick(object, keys) {
  const result = {};
  for (const key of keys) if (object[key] !== void 0) result[key] = object[key];
  return result;
}
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
  create: () => ({
    list: [],
    seen: /* @__PURE__ */ new Set()
  }),
  addItem: (carrier, item) => {
    let key;
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve an ordered map item";
      key = item.keys().next().value;
    } else if (isPlainObject(item)) {
      const itemKeys = Object.keys(item);
      if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
      key = itemKeys[0];
    } else return "cannot resolve an ordered map item";
    if (carrier.seen.has(key)) return "duplicate key in ordered map";
    carrier.seen.add(key);
    carrier.list.push(item);
    return "";
  },
  finalize: (carrier) => carrier.list,
  identify: () => false
});
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
  create: () => [],
  addItem: (container, item) => {
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve a pairs item";
      container.push(item.entries().next().value);
      return "";
    }
    if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
    const object = item;
    const keys = Object.keys(object);
    if (keys.length !== 1) return "cannot resolve a pairs item";
    container.push([keys[0], object[keys[0]]]);
    return "";
  },
  identify: () => false
});
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key of Object.keys(o)) map.set(key, o[key]);
    return map;
  },
  addPair: (container, key, value) => {
    if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
    const normalizedKey = String(key);
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value;
    return "";
  },
  has: (container, key) => {
    if (key !== null && typeof key === "object") return false;
    return Object.prototype.hasOwnProperty.call(container, String(key));
  },
  keys: (container) => Object.keys(container),
  get: (container, key) => {
    const normalizedKey = String(key);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
  create: () => /* @__PURE__ */ new Set(),
  identify: (data) => data instanceof Set,
  represent: (data) => {
    const map = /* @__PURE__ */ new Map();
    for (const key of data) map.set(key, null);
    return map;
  },
  addPair: (container, key, value) => {
    if (value !== null) return "cannot resolve a set item";
    container.add(key);
    return "";
  },
  has: (container, key) => container.has(key),
  keys: (container) => container.keys(),
  get: () => null
});
function createTagDefinitionMap() {
  return {
    scalar: /* @__PURE__ */ Object.create(null),
    sequence: /* @__PURE__ */ Object.create(null),
    mapping: /* @__PURE__ */ Object.create(null)
  };
}
function createTagDefinitionListMap() {
  return {
    scalar: [],
    sequence: [],
    mapping: []
  };
}
function compileTags(tags) {
  const result = [];
  for (const tag of tags) {
    let index = result.length;
    for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
      const previous = result[previousIndex];
      if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
        index = previousIndex;
        break;
      }
    }
    result[index] = tag;
  }
  return result;
}
var Schema = class Schema2 {
  tags;
  /** @internal */
  implicitScalarTags;
  /**
  * Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
  * the resolvers that may match that key, in schema order; a key absent from
  * the map uses
  * {@link Schema.implicitScalarAnyFirstChar}
  * (resolvers that declared no first-char constraint, so they apply to any
  * first character).
  */
  implicitScalarByFirstChar;
  implicitScalarAnyFirstChar;
  /**
  * The default scalar tag (`!!str`), resolved once so the composer's fallback
  * for unresolved plain scalars avoids a keyed lookup per scalar.
  *
  * @internal
  */
  defaultScalarTag;
  /**
  * The default container tags (`!!seq` / `!!map`), used by the dumper: when a
  * value is identified by its default tag, the tag is implicit and not
  * printed. Undefined if the schema does not define them (then such values
  * can't be dumped).
  *
  * @internal
  */
  defaultSequenceTag;
  /** @internal */
  defaultMappingTag;
  exact;
  prefix;
  constructor(tags) {
    const compiledTags = compileTags(tags);
    const implicitScalarTags = [];
    const exact = createTagDefinitionMap();
    const prefix = createTagDefinitionListMap();
    for (const tag of compiledTags) {
      if (tag.nodeKind === "scalar" && tag.implicit) {
        if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
        implicitScalarTags.push(tag);
      }
      switch (tag.nodeKind) {
        case "scalar":
          if (tag.matchByTagPrefix) prefix.scalar.push(tag);
          else exact.scalar[tag.tagName] = tag;
          break;
        case "sequence":
          if (tag.matchByTagPrefix) prefix.sequence.push(tag);
          else exact.sequence[tag.tagName] = tag;
          break;
        case "mapping":
          if (tag.matchByTagPrefix) prefix.mapping.push(tag);
          else exact.mapping[tag.tagName] = tag;
      }
    }
    const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
    const keys = /* @__PURE__ */ new Set();
    for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
    const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
    for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
    const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
    if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
    this.tags = compiledTags;
    this.implicitScalarTags = implicitScalarTags;
    this.implicitScalarByFirstChar = implicitScalarByFirstChar;
    this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
    this.defaultScalarTag = defaultScalarTag;
    this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
    this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
    this.exact = exact;
    this.prefix = prefix;
  }
  /** @internal */
  lookupScalarTag(tagName) {
    const exactTag = this.exact.scalar[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupSequenceTag(tagName) {
    const exactTag = this.exact.sequence[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupMappingTag(tagName) {
    const exactTag = this.exact.mapping[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  resolveImplicitScalarTag(source) {
    const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
    for (const tag2 of candidates) {
      const value = tag2.resolve(source, false, tag2.tagName);
      if (value !== NOT_RESOLVED) return {
        value,
        tag: tag2
      };
    }
    const tag = this.defaultScalarTag;
    return {
      value: tag.resolve(source, false, tag.tagName),
      tag
    };
  }
  /**
  * Creates a new schema with the specified tags added. If a tag already
  * exists, it is replaced by the specified tag.
  *
  * @example
  *
  * ```javascript
  * import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
  *
  * const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
  * ```
  */
  withTags(...tags) {
    let flatTags = [];
    for (const tag of tags) flatTags = flatTags.concat(tag);
    return new Schema2([...this.tags, ...flatTags]);
  }
};
var FAILSAFE_SCHEMA = new Schema([
  strTag,
  seqTag,
  mapTag
]);
var JSON_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullJsonTag,
  boolJsonTag,
  intJsonTag,
  floatJsonTag
]);
var CORE_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullCoreTag,
  boolCoreTag,
  intCoreTag,
  floatCoreTag
]);
var YAML11_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullYaml11Tag,
  boolYaml11Tag,
  intYaml11Tag,
  floatYaml11Tag,
  timestampTag,
  mergeTag,
  binaryTag,
  omapTag,
  pairsTag,
  setTag
]);
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
  ...intYaml11Tag,
  resolve: (source, isExplicit, tagName) => {
    const result = intYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
  }
}, {
  ...floatYaml11Tag,
  resolve: (source, isExplicit, tagName) => {
    const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
  }
});
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => /* @__PURE__ */ new Map(),
  addPair: (container, key, value) => {
    container.set(key, value);
    return "";
  },
  has: (container, key) => container.has(key),
  keys: (container) => container.keys(),
  get: (container, key) => container.get(key),
  identify: (data) => data instanceof Map || isPlainObject(data),
  represent: (data) => {
    if (data instanceof Map) return data;
    const map = /* @__PURE__ */ new Map();
    const obj = data;
    for (const key of Object.keys(obj)) map.set(key, obj[key]);
    return map;
  }
});
function normalizeKey(key) {
  if (Array.isArray(key)) {
    const array = Array.prototype.slice.call(key);
    for (let index = 0; index < array.length; index++) {
      if (Array.isArray(array[index])) return null;
      if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
    }
    return String(array);
  }
  if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
  return String(key);
}
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key of Object.keys(o)) map.set(key, o[key]);
    return map;
  },
  addPair: (container, key, value) => {
    const normalizedKey = normalizeKey(key);
    if (normalizedKey === null) return "nested arrays are not supported inside keys";
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value;
    return "";
  },
  has: (container, key) => {
    const normalizedKey = normalizeKey(key);
    return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
  },
  keys: (container) => Object.keys(container),
  get: (container, key) => {
    const normalizedKey = String(key);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var DEFAULT_SNIPPET_OPTIONS = {
  maxLength: 79,
  indent: 1,
  linesBefore: 3,
  linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
  let head = "";
  let tail = "";
  const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
  if (position - lineStart > maxHalfLength) {
    head = " ... ";
    lineStart = position - maxHalfLength + head.length;
  }
  if (lineEnd - position > maxHalfLength) {
    tail = " ...";
    lineEnd = position + maxHalfLength - tail.length;
  }
  return {
    str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "\u2192") + tail,
    pos: position - lineStart + head.length
  };
}
function padStart(string, max) {
  return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
  if (!mark.buffer) return null;
  const opts = {
    ...DEFAULT_SNIPPET_OPTIONS,
    ...options
  };
  const re = /\r?\n|\r|\0/g;
  const lineStarts = [0];
  const lineEnds = [];
  let match;
  let foundLineNo = -1;
  while (match = re.exec(mark.buffer)) {
    lineEnds.push(match.index);
    lineStarts.push(match.index + match[0].length);
    if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
  }
  if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
  let result = "";
  const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
  const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
  for (let i = 1; i <= opts.linesBefore; i++) {
    if (foundLineNo - i < 0) break;
    const line2 = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
    result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line2.str}
${result}`;
  }
  const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
  result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}
`;
  result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^
`;
  for (let i = 1; i <= opts.linesAfter; i++) {
    if (foundLineNo + i >= lineEnds.length) break;
    const line2 = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
    result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line2.str}
`;
  }
  return result.replace(/\n$/, "");
}
function formatError(exception, compact) {
  let where = "";
  if (!exception.mark) return exception.reason;
  if (exception.mark.name) where += `in "${exception.mark.name}" `;
  where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
  if (!compact && exception.mark.snippet) where += `

${exception.mark.snippet}`;
  return `${exception.reason} ${where}`;
}
var YAMLException = class YAMLException2 extends Error {
  reason;
  mark;
  /**
  * Optional `mark` contains source snippet data. Usually, use
  * {@link YAMLException.throwAt} instead of passing it directly.
  */
  constructor(reason, mark) {
    super();
    this.name = "YAMLException";
    this.reason = reason;
    this.mark = mark;
    this.message = formatError(this, false);
    if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
  }
  /**
  * Returns the formatted error, omitting the source snippet in compact mode.
  */
  toString(compact) {
    return `${this.name}: ${formatError(this, compact)}`;
  }
  /**
  * Builds a YAMLException with a source snippet and throws it. `source` is
  * the raw input text; `position` is an offset into it.
  */
  static throwAt(source, position, message, filename = "") {
    let line = 0;
    let lineStart = 0;
    for (let index = 0; index < position; index++) {
      const ch = source.charCodeAt(index);
      if (ch === 10) {
        line++;
        lineStart = index + 1;
      } else if (ch === 13) {
        line++;
        if (source.charCodeAt(index + 1) === 10) index++;
        lineStart = index + 1;
      }
    }
    const mark = {
      name: filename,
      buffer: source,
      position,
      line,
      column: position - lineStart
    };
    mark.snippet = makeSnippet(mark);
    throw new YAMLException2(message, mark);
  }
};
var EVENT_ID = {
  DOCUMENT: 1,
  SEQUENCE: 2,
  MAPPING: 3,
  SCALAR: 4,
  ALIAS: 5,
  POP: 6
};
var SCALAR_STYLE = {
  PLAIN: 1,
  SINGLE_QUOTED: 2,
  DOUBLE_QUOTED: 3,
  LITERAL_BLOCK: 4,
  FOLDED_BLOCK: 5
};
var COLLECTION_STYLE = {
  BLOCK: 1,
  FLOW: 2
};
var CHOMPING_MODE = {
  CLIP: 1,
  STRIP: 2,
  KEEP: 3
};
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
  switch (c) {
    case 48:
      return "\0";
    case 97:
      return "\x07";
    case 98:
      return "\b";
    case 116:
      return "	";
    case 9:
      return "	";
    case 110:
      return "\n";
    case 118:
      return "\v";
    case 102:
      return "\f";
    case 114:
      return "\r";
    case 101:
      return "\x1B";
    case 32:
      return " ";
    case 34:
      return '"';
    case 47:
      return "/";
    case 92:
      return "\\";
    case 78:
      return "\x85";
    case 95:
      return "\xA0";
    case 76:
      return "\u2028";
    case 80:
      return "\u2029";
    default:
      return "";
  }
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
  simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
  simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
  if (c <= 65535) return String.fromCharCode(c);
  return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
  if (c >= 48 && c <= 57) return c - 48;
  return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  return 8;
}
function skipFoldedBreaks(input, position, end) {
  let breaks = 0;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 10) {
      breaks++;
      position++;
    } else if (ch === 13) {
      breaks++;
      position++;
      if (input.charCodeAt(position) === 10) position++;
    } else if (ch === 32 || ch === 9) position++;
    else break;
  }
  return {
    position,
    breaks
  };
}
function foldedBreaks(count) {
  if (count === 1) return " ";
  return "\n".repeat(count - 1);
}
function getPlainValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 39) {
      result += input.slice(captureStart, position) + "'";
      position += 2;
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 92) {
      result += input.slice(captureStart, position);
      position++;
      const escaped = input.charCodeAt(position);
      if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
      else if (escaped < 256 && simpleEscapeCheck[escaped]) {
        result += simpleEscapeMap[escaped];
        position++;
      } else {
        let hexLength = escapedHexLen$1(escaped);
        let hexResult = 0;
        for (; hexLength > 0; hexLength--) {
          position++;
          const digit = fromHexCode$1(input.charCodeAt(position));
          hexResult = (hexResult << 4) + digit;
        }
        result += charFromCodepoint(hexResult);
        position++;
      }
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
  const textIndent = indent < 0 ? 0 : indent;
  const region = input.slice(start, end).replace(/\r\n?/g, "\n");
  const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
  let result = "";
  let didReadContent = false;
  let emptyLines = 0;
  let atMoreIndented = false;
  for (const line of lines) {
    let column = 0;
    while (column < textIndent && line.charCodeAt(column) === 32) column++;
    if (indent < 0 || column >= line.length) {
      emptyLines++;
      continue;
    }
    const content = line.slice(textIndent);
    const first = content.charCodeAt(0);
    if (folded) {
      if (first === 32 || first === 9) {
        atMoreIndented = true;
        result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
      } else if (atMoreIndented) {
        atMoreIndented = false;
        result += "\n".repeat(emptyLines + 1);
      } else if (emptyLines === 0) {
        if (didReadContent) result += " ";
      } else result += "\n".repeat(emptyLines);
    } else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
    result += content;
    didReadContent = true;
    emptyLines = 0;
  }
  if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
  else if (chomping !== CHOMPING_MODE.STRIP) {
    if (didReadContent) result += "\n";
  }
  return result;
}
function getScalarValue(input, scalar) {
  if (scalar.valueStart === NO_RANGE$3) return "";
  const { valueStart, valueEnd } = scalar;
  if (scalar.fast) return input.slice(valueStart, valueEnd);
  switch (scalar.style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
      return getSingleQuotedValue(input, valueStart, valueEnd);
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return getDoubleQuotedValue(input, valueStart, valueEnd);
    case SCALAR_STYLE.LITERAL_BLOCK:
      return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
    case SCALAR_STYLE.FOLDED_BLOCK:
      return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
    default:
      return getPlainValue(input, valueStart, valueEnd);
  }
}
var DEFAULT_TAG_HANDLERS = Object.assign(/* @__PURE__ */ Object.create(null), {
  "!": "!",
  "!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
function tagPercentDecode(source) {
  let result = "";
  let index = 0;
  while (index < source.length) {
    if (source.charCodeAt(index) !== 37) {
      result += source[index++];
      continue;
    }
    let ch = parseInt(source.slice(index + 1, index + 3), 16);
    index += 3;
    if (ch >= 192) {
      let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
      ch &= (1 << 6 - remaining) - 1;
      while (remaining-- > 0) {
        ch = ch << 6 | parseInt(source.slice(index + 1, index + 3), 16) & 63;
        index += 3;
      }
    }
    if (ch < 65536) result += String.fromCharCode(ch);
    else {
      ch -= 65536;
      result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
    }
  }
  return result;
}
function tagNameFull(rawTag, tagHandlers) {
  if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
  const handleEnd = rawTag.indexOf("!", 1);
  const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
  return tagPercentDecode(tagHandlers?.[handle] ?? DEFAULT_TAG_HANDLERS[handle] ?? handle) + tagPercentDecode(rawTag.slice(handle.length));
}
var NO_RANGE$2 = -1;
var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
  filename: "",
  schema: CORE_SCHEMA,
  json: false,
  maxTotalMergeKeys: 1e4,
  maxAliases: -1
};
function eventPosition$1(event) {
  if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
  if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
  if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
  if ("start" in event) return event.start;
  return 0;
}
function throwError$1(state, message) {
  YAMLException.throwAt(state.source, state.position, message, state.filename);
}
function finalizeCollection(state, position, tag, carrier) {
  try {
    return tag.finalize(carrier);
  } catch (error) {
    if (error instanceof YAMLException) throw error;
    YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
  }
}
function constructScalar(state, event) {
  const source = getScalarValue(state.source, event);
  const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
  const strTag2 = state.schema.defaultScalarTag;
  if (rawTag !== "") {
    if (rawTag === "!") return {
      value: source,
      tag: strTag2
    };
    const tagName = tagNameFull(rawTag, state.tagHandlers);
    const scalarTag = state.schema.lookupScalarTag(tagName);
    if (scalarTag) {
      const result = scalarTag.resolve(source, true, tagName);
      if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
      return {
        value: result,
        tag: scalarTag
      };
    }
    const collectionTagDef = state.schema.lookupMappingTag(tagName) ?? state.schema.lookupSequenceTag(tagName);
    if (collectionTagDef) {
      if (source !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
      const carrier = collectionTagDef.create(tagName);
      return {
        value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
        tag: collectionTagDef
      };
    }
    throwError$1(state, `unknown scalar tag !<${tagName}>`);
  }
  if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source);
  return {
    value: strTag2.resolve(source, false, strTag2.tagName),
    tag: strTag2
  };
}
function collectionTagName(state, event, defaultTagName) {
  const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
  return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
}
function isMappingTag(tag) {
  return tag.nodeKind === "mapping";
}
function chargeMergeWork(state) {
  state.totalMergeKeys++;
  if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
}
function mergeKeys(state, frame, source, sourceTag) {
  chargeMergeWork(state);
  for (const sourceKey of sourceTag.keys(source)) {
    chargeMergeWork(state);
    if (frame.tag.has(frame.value, sourceKey)) continue;
    const err = frame.tag.addPair(frame.value, sourceKey, sourceTag.get(source, sourceKey));
    if (err) throwError$1(state, err);
    frame.overridable ??= /* @__PURE__ */ new Set();
    frame.overridable.add(sourceKey);
  }
}
function mergeSource(state, frame, source, sourceTag) {
  state.position = frame.keyPosition;
  if (isMappingTag(sourceTag)) mergeKeys(state, frame, source, sourceTag);
  else if (sourceTag.nodeKind === "sequence" && Array.isArray(source)) {
    if (source.length > 100) throwError$1(state, "abnormal merge sequence size");
    for (const element of source) {
      const elementTag = state.nodeTags.get(element);
      if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
      mergeKeys(state, frame, element, elementTag);
    }
  } else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
}
function addMappingValue(state, frame, key, value, tag) {
  state.position = frame.keyPosition;
  if (frame.keyIsMerge) {
    mergeSource(state, frame, value, tag);
    return;
  }
  if (!state.json && frame.tag.has(frame.value, key) && !frame.overridable?.has(key)) throwError$1(state, "duplicated mapping key");
  const err = frame.tag.addPair(frame.value, key, value);
  if (err) throwError$1(state, err);
  frame.overridable?.delete(key);
}
function addValue(state, value, tag) {
  const frame = state.frames[state.frames.length - 1];
  if (frame.kind === "document") {
    frame.value = value;
    frame.hasValue = true;
  } else if (frame.kind === "sequence") {
    if (isMappingTag(tag)) state.nodeTags.set(value, tag);
    const err = frame.tag.addItem(frame.value, value, frame.index++);
    if (err) throwError$1(state, err);
  } else if (frame.hasKey) {
    const key = frame.key;
    frame.key = void 0;
    frame.hasKey = false;
    addMappingValue(state, frame, key, value, tag);
  } else {
    frame.key = value;
    frame.keyPosition = state.position;
    frame.hasKey = true;
    frame.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
  }
}
function storeAnchor(state, event, value, tag, isValueFinal) {
  if (event.anchorStart !== NO_RANGE$2) {
    const anchor = {
      value,
      tag,
      isValueFinal
    };
    state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }
  return null;
}
function constructFromEvents(events, options) {
  const state = {
    ...DEFAULT_CONSTRUCTOR_OPTIONS,
    ...options,
    events,
    documents: [],
    eventIndex: 0,
    position: 0,
    frames: [],
    anchors: /* @__PURE__ */ new Map(),
    nodeTags: /* @__PURE__ */ new Map(),
    tagHandlers: /* @__PURE__ */ Object.create(null),
    totalMergeKeys: 0,
    aliasCount: 0
  };
  while (state.eventIndex < state.events.length) {
    const event = state.events[state.eventIndex++];
    state.position = eventPosition$1(event);
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        state.anchors = /* @__PURE__ */ new Map();
        state.nodeTags = /* @__PURE__ */ new Map();
        state.aliasCount = 0;
        state.tagHandlers = /* @__PURE__ */ Object.create(null);
        for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
        state.frames.push({
          kind: "document",
          position: state.position,
          value: void 0,
          hasValue: false
        });
        break;
      case EVENT_ID.SCALAR: {
        const { value, tag } = constructScalar(state, event);
        storeAnchor(state, event, value, tag, true);
        addValue(state, value, tag);
        break;
      }
      case EVENT_ID.SEQUENCE: {
        const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
        const tag = state.schema.lookupSequenceTag(tagName);
        if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
        const value = tag.create(tagName);
        const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
        state.frames.push({
          kind: "sequence",
          position: state.position,
          value,
          tag,
          anchor,
          index: 0
        });
        break;
      }
      case EVENT_ID.MAPPING: {
        const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
        const tag = state.schema.lookupMappingTag(tagName);
        if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
        const value = tag.create(tagName);
        const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
        state.frames.push({
          kind: "mapping",
          position: state.position,
          value,
          tag,
          anchor,
          key: void 0,
          keyPosition: state.position,
          hasKey: false,
          keyIsMerge: false,
          overridable: null
        });
        break;
      }
      case EVENT_ID.ALIAS: {
        if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
        const name = state.source.slice(event.anchorStart, event.anchorEnd);
        const anchor = state.anchors.get(name);
        if (!anchor) throwError$1(state, `unidentified alias "${name}"`);
        if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
        addValue(state, anchor.value, anchor.tag);
        break;
      }
      case EVENT_ID.POP: {
        const frame = state.frames.pop();
        if (frame.kind === "mapping" && frame.hasKey) {
          state.position = frame.keyPosition;
          throwError$1(state, "incomplete mapping pair in event stream");
        }
        if (frame.kind === "document") state.documents.push(frame.value);
        else {
          const value = frame.tag.carrierIsResult ? frame.value : finalizeCollection(state, frame.position, frame.tag, frame.value);
          if (frame.anchor) {
            frame.anchor.value = value;
            frame.anchor.isValueFinal = true;
          }
          addValue(state, value, frame.tag);
        }
        break;
      }
    }
  }
  return state.documents;
}
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
  filename: "",
  maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
  state.events.push({
    type: EVENT_ID.DOCUMENT,
    explicitStart,
    explicitEnd,
    directives: state.directives
  });
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.SEQUENCE,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.MAPPING,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function insertFlowPairMappingEvent(state, snapshot) {
  state.events.splice(snapshot.eventsLength, 0, {
    type: EVENT_ID.MAPPING,
    start: snapshot.position,
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1,
    style: COLLECTION_STYLE.FLOW
  });
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
  state.events.push({
    type: EVENT_ID.SCALAR,
    valueStart,
    valueEnd,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style,
    chomping,
    indent,
    fast
  });
}
function addAliasEvent(state, anchorStart, anchorEnd) {
  state.events.push({
    type: EVENT_ID.ALIAS,
    anchorStart,
    anchorEnd
  });
}
function addPopEvent(state) {
  state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
  addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
  return {
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1
  };
}
function snapshotState(state) {
  return {
    position: state.position,
    line: state.line,
    lineStart: state.lineStart,
    lineIndent: state.lineIndent,
    firstTabInLine: state.firstTabInLine,
    eventsLength: state.events.length
  };
}
function restoreState(state, snapshot) {
  state.position = snapshot.position;
  state.line = snapshot.line;
  state.lineStart = snapshot.lineStart;
  state.lineIndent = snapshot.lineIndent;
  state.firstTabInLine = snapshot.firstTabInLine;
  state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
  YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
  return c === 10 || c === 13;
}
function isWhiteSpace(c) {
  return c === 9 || c === 32;
}
function isWsOrEol(c) {
  return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
  return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
  return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
  return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
  if (c >= 48 && c <= 57) return c - 48;
  const lc = c | 32;
  if (lc >= 97 && lc <= 102) return lc - 97 + 10;
  return -1;
}
function escapedHexLen(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  if (c === 85) return 8;
  return 0;
}
function isSimpleEscape(c) {
  return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
  if (state.input.charCodeAt(state.position) === 10) state.position++;
  else {
    state.position++;
    if (state.input.charCodeAt(state.position) === 10) state.position++;
  }
  state.line++;
  state.lineStart = state.position;
  state.lineIndent = 0;
  state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
  let lineBreaks = 0;
  let ch = state.input.charCodeAt(state.position);
  let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
  while (ch !== 0) {
    while (isWhiteSpace(ch)) {
      hasSeparation = true;
      if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
      ch = state.input.charCodeAt(++state.position);
    }
    if (allowComments && hasSeparation && ch === 35) do
      ch = state.input.charCodeAt(++state.position);
    while (!isEol(ch) && ch !== 0);
    if (!isEol(ch)) break;
    consumeLineBreak(state);
    lineBreaks++;
    hasSeparation = true;
    ch = state.input.charCodeAt(state.position);
    while (ch === 32) {
      state.lineIndent++;
      ch = state.input.charCodeAt(++state.position);
    }
  }
  return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
  const ch = state.input.charCodeAt(position);
  if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
    const following = state.input.charCodeAt(position + 3);
    return following === 0 || isWsOrEol(following);
  }
  return false;
}
function skipByteOrderMark(state) {
  if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
    state.position++;
    state.lineStart = state.position;
  }
}
function testDocumentBoundary(state) {
  if (state.position !== state.lineStart) return false;
  if (testDocumentSeparator(state)) return true;
  if (state.input.charCodeAt(state.position) !== 65279) return false;
  const snapshot = snapshotState(state);
  skipByteOrderMark(state);
  skipSeparationSpace(state, true);
  const ch = state.input.charCodeAt(state.position);
  const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
  restoreState(state, snapshot);
  return result;
}
function skipUntilLineEnd(state) {
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
  const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
  if (match !== null) {
    state.position = start + match.index + match[0].length - 1;
    throwError(state, "the stream contains non-printable characters");
  }
}
function readTagProperty(state, props, inFlow) {
  if (state.input.charCodeAt(state.position) !== 33) return false;
  if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
  const start = state.position;
  let isVerbatim = false;
  let isNamed = false;
  let tagHandle = "!";
  let ch = state.input.charCodeAt(++state.position);
  if (ch === 60) {
    isVerbatim = true;
    ch = state.input.charCodeAt(++state.position);
  } else if (ch === 33) {
    isNamed = true;
    tagHandle = "!!";
    ch = state.input.charCodeAt(++state.position);
  }
  let suffixStart = state.position;
  let tagName;
  if (isVerbatim) {
    while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
    if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
    tagName = state.input.slice(suffixStart, state.position);
    state.position++;
  } else {
    while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
      if (ch === 33) {
        if (!isNamed) {
          tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
          if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
          isNamed = true;
          suffixStart = state.position + 1;
        } else throwError(state, "tag suffix cannot contain exclamation marks");
      }
      ch = state.input.charCodeAt(++state.position);
    }
    tagName = state.input.slice(suffixStart, state.position);
    if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
  }
  if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
  if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
  props.tagStart = start;
  props.tagEnd = state.position;
  return true;
}
function readAnchorProperty(state, props) {
  if (state.input.charCodeAt(state.position) !== 38) return false;
  if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
  props.anchorStart = start;
  props.anchorEnd = state.position;
  return true;
}
function readAlias(state, props) {
  if (state.input.charCodeAt(state.position) !== 42) return false;
  if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
  addAliasEvent(state, start, state.position);
  return true;
}
function readFlowScalarBreak(state, nodeIndent) {
  skipSeparationSpace(state, false);
  if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 39) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 39) {
      if (state.input.charCodeAt(state.position + 1) === 39) {
        simple = false;
        state.position += 2;
        continue;
      }
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 34) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 34) {
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (ch === 92) {
      simple = false;
      const escaped = state.input.charCodeAt(++state.position);
      if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
      else if (isSimpleEscape(escaped)) state.position++;
      else {
        let hexLength = escapedHexLen(escaped);
        if (hexLength === 0) throwError(state, "unknown escape sequence");
        while (hexLength-- > 0) {
          state.position++;
          if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
        }
        state.position++;
      }
    } else if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  let chomping = CHOMPING_MODE.CLIP;
  let indent = -1;
  let detectedIndent = false;
  if (ch !== 124 && ch !== 62) return false;
  const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    const current = state.input.charCodeAt(state.position);
    const digit = fromDecimalCode(current);
    if (current === 43 || current === 45) {
      if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
      chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
      state.position++;
    } else if (digit >= 0) {
      if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
      if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
      indent = parentIndent + digit - 1;
      detectedIndent = true;
      state.position++;
    } else break;
  }
  let hadWhitespace = false;
  while (isWhiteSpace(state.input.charCodeAt(state.position))) {
    hadWhitespace = true;
    state.position++;
  }
  if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
  let contentIndent = detectedIndent ? indent : -1;
  let maxLeadingIndent = 0;
  const valueStart = state.position;
  let valueEnd = state.position;
  while (state.input.charCodeAt(state.position) !== 0) {
    const linePosition = state.position;
    let column = 0;
    while (state.input.charCodeAt(linePosition + column) === 32) column++;
    const first = state.input.charCodeAt(linePosition + column);
    if (first === 0) {
      if (contentIndent >= 0) {
        if (column > contentIndent) valueEnd = linePosition + column;
      } else if (column > 0) valueEnd = linePosition + column;
      break;
    }
    if (testDocumentBoundary(state)) break;
    if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
    if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
      if (first === 9 && column < parentIndent) {
        state.position = linePosition + column;
        throwError(state, "tab characters must not be used in indentation");
      }
      if (column >= parentIndent && column < maxLeadingIndent) {
        state.position = linePosition + column;
        throwError(state, "bad indentation of a mapping entry");
      }
    }
    if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
    const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
    if (first !== 0 && !isEol(first) && column < requiredIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    skipUntilLineEnd(state);
    valueEnd = state.position;
    if (isEol(state.input.charCodeAt(state.position))) {
      consumeLineBreak(state);
      valueEnd = state.position;
    }
  }
  checkPrintable(state, valueStart, valueEnd);
  addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
  return true;
}
function canStartPlainScalar(state, nodeContext) {
  const ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
  if (ch === 63 || ch === 45) {
    const following = state.input.charCodeAt(state.position + 1);
    if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
  }
  return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
  if (!canStartPlainScalar(state, nodeContext)) return false;
  const start = state.position;
  let end = state.position;
  let ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  let multiline = false;
  while (ch !== 0) {
    if (testDocumentBoundary(state)) break;
    if (ch === 58) {
      const following = state.input.charCodeAt(state.position + 1);
      if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
    } else if (ch === 35) {
      if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
    } else if (inFlow && isFlowIndicator(ch)) break;
    else if (isEol(ch)) {
      const savedPosition = state.position;
      const savedLine = state.line;
      const savedLineStart = state.lineStart;
      const savedLineIndent = state.lineIndent;
      skipSeparationSpace(state, false);
      if (state.lineIndent >= nodeIndent) {
        multiline = true;
        ch = state.input.charCodeAt(state.position);
        continue;
      }
      state.position = savedPosition;
      state.line = savedLine;
      state.lineStart = savedLineStart;
      state.lineIndent = savedLineIndent;
      break;
    }
    if (!isWhiteSpace(ch)) end = state.position + 1;
    ch = state.input.charCodeAt(++state.position);
  }
  if (end === start) return false;
  checkPrintable(state, start, end);
  addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
  return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
  const startLine = state.line;
  skipSeparationSpace(state, true);
  if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  const isMapping = ch === 123;
  const start = state.position;
  let readNext = true;
  if (ch !== 91 && ch !== 123) return false;
  const terminator = isMapping ? 125 : 93;
  if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    skipFlowSeparationSpace(state, nodeIndent);
    let ch2 = state.input.charCodeAt(state.position);
    if (ch2 === terminator) {
      state.position++;
      addPopEvent(state);
      return true;
    } else if (!readNext) throwError(state, "missed comma between flow collection entries");
    else if (ch2 === 44) throwError(state, "expected the node content, but found ','");
    let isPair = false;
    let isExplicitPair = false;
    if (ch2 === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
      isPair = isExplicitPair = true;
      state.position += 1;
      skipFlowSeparationSpace(state, nodeIndent);
    }
    const entryLine = state.line;
    const entryStart = snapshotState(state);
    const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
    skipFlowSeparationSpace(state, nodeIndent);
    ch2 = state.input.charCodeAt(state.position);
    if ((isMapping || isExplicitPair || state.line === entryLine) && ch2 === 58) {
      isPair = true;
      state.position++;
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) {
        insertFlowPairMappingEvent(state, entryStart);
        if (!keyWasRead) addEmptyScalarEvent(state);
      } else if (!keyWasRead) addEmptyScalarEvent(state);
      if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) addPopEvent(state);
    } else if (isMapping && isPair) {
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
    } else if (isMapping) addEmptyScalarEvent(state);
    else if (isPair) {
      insertFlowPairMappingEvent(state, entryStart);
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
      addPopEvent(state);
    }
    ch2 = state.input.charCodeAt(state.position);
    if (ch2 === 44) {
      readNext = true;
      state.position++;
    } else readNext = false;
  }
  throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
  if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
  addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
  while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
    if (state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const entryLine = state.line;
    state.position++;
    const hadBreak = skipSeparationSpace(state, true) > 0;
    if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
    if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
    else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
    skipSeparationSpace(state, true);
    if (state.lineIndent < nodeIndent || state.position >= state.length) break;
    if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
    if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
  }
  addPopEvent(state);
  return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
  let atExplicitKey = false;
  let detected = false;
  let mappingOpened = false;
  let pendingExplicitKey = false;
  if (state.firstTabInLine !== -1) return false;
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0) {
    if (!atExplicitKey && state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const following = state.input.charCodeAt(state.position + 1);
    const entryLine = state.line;
    if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
      if (!mappingOpened) {
        addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
        mappingOpened = true;
      }
      if (ch === 63) {
        if (atExplicitKey) addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = true;
      } else if (atExplicitKey) atExplicitKey = false;
      else {
        addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = false;
      }
      state.position += 1;
      pendingExplicitKey = true;
    } else {
      if (atExplicitKey) {
        addEmptyScalarEvent(state);
        atExplicitKey = false;
      }
      const beforeKey = snapshotState(state);
      if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
      if (state.line === entryLine) {
        ch = state.input.charCodeAt(state.position);
        while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
        if (ch === 58) {
          ch = state.input.charCodeAt(++state.position);
          if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
          if (!mappingOpened) {
            state.events.splice(beforeKey.eventsLength, 0, {
              type: EVENT_ID.MAPPING,
              start: beforeKey.position,
              anchorStart: props.anchorStart,
              anchorEnd: props.anchorEnd,
              tagStart: props.tagStart,
              tagEnd: props.tagEnd,
              style: COLLECTION_STYLE.BLOCK
            });
            mappingOpened = true;
          }
          detected = true;
          atExplicitKey = false;
          pendingExplicitKey = false;
        } else if (detected) throwError(state, "expected ':' after a mapping key");
        else {
          if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
            restoreState(state, beforeKey);
            return false;
          }
          return true;
        }
      } else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
      else {
        if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
          restoreState(state, beforeKey);
          return false;
        }
        return true;
      }
    }
    if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
    if (!atExplicitKey) {
      if (pendingExplicitKey) {
        addEmptyScalarEvent(state);
        pendingExplicitKey = false;
      }
    }
    skipSeparationSpace(state, true);
    ch = state.input.charCodeAt(state.position);
    if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
    else if (state.lineIndent < nodeIndent) break;
  }
  if (!detected) return false;
  if (atExplicitKey) addEmptyScalarEvent(state);
  if (mappingOpened) addPopEvent(state);
  return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
  if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
  state.depth++;
  let indentStatus = 1;
  let atNewLine = false;
  let hasContent = false;
  let propertyStart = null;
  const props = emptyProperties();
  let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
  let allowBlockCollections = allowBlockScalars;
  const allowBlockStyles = allowBlockScalars;
  if (allowToSeek && skipSeparationSpace(state, true)) {
    atNewLine = true;
    if (state.lineIndent > parentIndent) indentStatus = 1;
    else if (state.lineIndent === parentIndent) indentStatus = 0;
    else indentStatus = -1;
  }
  if (indentStatus === 1) while (true) {
    const ch = state.input.charCodeAt(state.position);
    const propertyState = snapshotState(state);
    if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
    if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
      const fallbackState = snapshotState(state);
      const flowIndent = parentIndent + 1;
      if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
        state.depth--;
        return true;
      }
      restoreState(state, fallbackState);
    }
    if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
    if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
    if (propertyStart === null) propertyStart = propertyState;
    if (skipSeparationSpace(state, true)) {
      atNewLine = true;
      allowBlockCollections = allowBlockStyles;
      if (state.lineIndent > parentIndent) indentStatus = 1;
      else if (state.lineIndent === parentIndent) indentStatus = 0;
      else indentStatus = -1;
    } else allowBlockCollections = false;
  }
  if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
  if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
    const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
    const blockIndent = state.position - state.lineStart;
    if (indentStatus === 1) {
      if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
      else {
        const ch = state.input.charCodeAt(state.position);
        if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
          const fallbackState = snapshotState(state);
          const propertyIndent = propertyStart.position - propertyStart.lineStart;
          restoreState(state, propertyStart);
          if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
          else restoreState(state, fallbackState);
        }
        if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
      }
    } else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
  }
  allowBlockScalars = allowBlockScalars && !hasContent;
  if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
    addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
    hasContent = true;
  }
  state.depth--;
  return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
  if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
  state.position++;
  const nameStart = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
  const name = state.input.slice(nameStart, state.position);
  const args = [];
  if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
  while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
    while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
    if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
    const start = state.position;
    while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
    args.push(state.input.slice(start, state.position));
  }
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  if (name === "YAML") {
    if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
    if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
    const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
    if (match === null) throwError(state, "ill-formed argument of the YAML directive");
    if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
    state.directives.push({
      kind: "yaml",
      version: args[0]
    });
  } else if (name === "TAG") {
    if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
    const [handle, prefix] = args;
    if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
    if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
    if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
    state.tagHandlers[handle] = prefix;
    state.directives.push({
      kind: "tag",
      handle,
      prefix
    });
  }
  return true;
}
function readDocument(state) {
  state.directives = [];
  state.tagHandlers = /* @__PURE__ */ Object.create(null);
  let hasDirectives = false;
  skipSeparationSpace(state, true);
  while (readDirective(state)) {
    hasDirectives = true;
    skipSeparationSpace(state, true);
  }
  let explicitStart = false;
  let explicitEnd = false;
  let allowCompact = true;
  if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
    explicitStart = true;
    const markerLine = state.line;
    state.position += 3;
    skipSeparationSpace(state, true);
    allowCompact = state.line > markerLine;
  } else if (hasDirectives) throwError(state, "directives end mark is expected");
  const documentEventIndex = state.events.length;
  if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
    state.position += 3;
    skipSeparationSpace(state, true);
    return;
  }
  addDocumentEvent(state, explicitStart, false);
  if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
  skipSeparationSpace(state, true);
  if (state.position === state.lineStart && testDocumentSeparator(state)) {
    explicitEnd = state.input.charCodeAt(state.position) === 46;
    if (explicitEnd) {
      const markerLine = state.line;
      state.position += 3;
      skipSeparationSpace(state, true);
      if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
    }
  }
  const documentEvent = state.events[documentEventIndex];
  if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
  addPopEvent(state);
  if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
function parseEvents(input, options) {
  const length = input.length;
  const state = {
    ...DEFAULT_PARSER_OPTIONS,
    ...options,
    input: `${input}\0`,
    length,
    position: 0,
    line: 0,
    lineStart: 0,
    lineIndent: 0,
    firstTabInLine: -1,
    depth: 0,
    directives: [],
    tagHandlers: /* @__PURE__ */ Object.create(null),
    events: []
  };
  const nullpos = input.indexOf("\0");
  if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
  while (state.position < state.length) {
    skipByteOrderMark(state);
    skipSeparationSpace(state, true);
    if (state.position >= state.length) break;
    const documentStart = state.position;
    readDocument(state);
    if (state.position === documentStart)
      throwError(state, "can not read a document");
  }
  return state.events;
}
var DEFAULT_LOAD_OPTIONS = {
  ...DEFAULT_PARSER_OPTIONS,
  ...DEFAULT_CONSTRUCTOR_OPTIONS
};
function loadDocuments(input, options = {}) {
  const opts = {
    ...DEFAULT_LOAD_OPTIONS,
    ...options
  };
  const source = String(input);
  const PARSER_OPT_KEYS = Object.keys(DEFAULT_PARSER_OPTIONS);
  const CONSTRUCTOR_OPT_KEYS = Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);
  return constructFromEvents(parseEvents(source, pick(opts, PARSER_OPT_KEYS)), {
    ...pick(opts, CONSTRUCTOR_OPT_KEYS),
    source
  });
}
function load(input, options) {
  const documents = loadDocuments(input, options);
  if (documents.length === 0) throw new YAMLException("expected a document, but the input is empty");
  if (documents.length === 1) return documents[0];
  throw new YAMLException("expected a single document in the stream, but found more");
}
function hasBit(mask, bit) {
  return (mask & 1 << bit) !== 0;
}
var DEFAULT_SCALAR_STYLE_RULES = {
  applyQuoteFlowKeysOption,
  doubleQuoteForInvisibles,
  doubleQuoteWhitespaceOnly,
  applyForceQuotesOption,
  tryLongOrMultilineAsBlock,
  quoteInvalidPlain,
  fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
  if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
  return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
  if (!layout.presenterOptions.quoteFlowKeys) return;
  if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
  layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
  if (!layout.presenterOptions.forceQuotes) return;
  if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
  if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
  layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
  if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
  const value = layout.node.value;
  const multiline = value.indexOf("\n") !== -1;
  if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
    if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
    return;
  }
  const w = layout.presenterOptions.lineWidth;
  if (w === -1) {
    if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
    return;
  }
  const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
  let position = 0;
  let shouldFold = false;
  while (position <= value.length) {
    let lineEnd = value.length;
    const nextLineBreak = value.indexOf("\n", position);
    if (nextLineBreak !== -1) lineEnd = nextLineBreak;
    const line = value.slice(position, lineEnd);
    if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
    if (nextLineBreak === -1) break;
    position = nextLineBreak + 1;
  }
  if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
  else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
  if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var DEFAULT_PRESENTER_OPTIONS = {
  indent: 2,
  seqNoIndent: false,
  seqInlineFirst: true,
  lineWidth: 80,
  flowBracketPadding: false,
  flowSkipCommaSpace: false,
  flowSkipColonSpace: false,
  quoteFlowKeys: false,
  quoteStyle: "single",
  forceQuotes: false,
  scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
  tagBeforeAnchor: false
};
var DEFAULT_DUMP_OPTIONS = {
  ...DEFAULT_PRESENTER_OPTIONS,
  schema: DUMP_SCHEMA,
  skipInvalid: false,
  noRefs: false,
  flowLevel: -1,
  sortKeys: false,
  transform: () => {
  }
};
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
var EVENT_MAPPING = EVENT_ID.MAPPING;
var EVENT_SCALAR = EVENT_ID.SCALAR;
var EVENT_ALIAS = EVENT_ID.ALIAS;
var EVENT_POP = EVENT_ID.POP;
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;

// src/yaml/nodes.ts
var [DOUBLE, SINGLE, LITERAL, FOLDED] = ['"', "'", "|", ">"].map((sign) => sign.charCodeAt(0));
var MAY_BE_TYPED = /^(?:[-+.\d]|(?:~|null|y|yes|n|no|on|off|true|false)$)/i;
function typedValue(text) {
  if (!MAY_BE_TYPED.test(text)) return text;
  const { value } = YAML11_SCHEMA.resolveImplicitScalarTag(text);
  const isScalar = typeof value === "number" || typeof value === "boolean" || value === null;
  return isScalar ? value : text;
}
var Node = class {
  constructor(source, from, to, tag) {
    this.source = source;
    this.from = from;
    this.to = to;
    this.tag = tag;
  }
  source;
  from;
  to;
  tag;
  get range() {
    return this.source.range(this.from, this.to);
  }
};
var ScalarNode = class extends Node {
  /** @param decoded the text, when it is not simply what stands there */
  constructor(source, from, to, tag, decoded) {
    super(source, from, to, tag);
    this.decoded = decoded;
  }
  decoded;
  get kind() {
    return "scalar";
  }
  get plain() {
    const first = this.source.text.charCodeAt(this.from);
    const isMarked = first === DOUBLE || first === SINGLE || first === LITERAL || first === FOLDED;
    return !isMarked || this.from === this.to;
  }
  get text() {
    if (this.decoded !== void 0) return this.decoded;
    const quote = this.plain ? 0 : 1;
    return this.source.text.slice(this.from + quote, this.to - quote);
  }
  get value() {
    if (this.from === this.to) return null;
    const { text } = this;
    return this.tag === void 0 && this.plain ? typedValue(text) : text;
  }
};
var SequenceNode = class extends Node {
  constructor(source, from, to, tag, items) {
    super(source, from, to, tag);
    this.items = items;
  }
  items;
  get kind() {
    return "sequence";
  }
};
var MappingNode = class extends Node {
  constructor(source, from, to, tag, entries, simple) {
    super(source, from, to, tag);
    this.entries = entries;
    this.simple = simple;
  }
  entries;
  simple;
  get kind() {
    return "mapping";
  }
};
var AliasNode = class extends Node {
  constructor(source, from, to, name, target) {
    super(source, from, to, void 0);
    this.name = name;
    this.target = target;
  }
  name;
  target;
  get kind() {
    return "alias";
  }
};
var Entry = class {
  constructor(source, from, to, key, value) {
    this.source = source;
    this.from = from;
    this.to = to;
    this.key = key;
    this.value = value;
  }
  source;
  from;
  to;
  key;
  value;
  get keyRange() {
    return this.source.range(this.from, this.to);
  }
};

export {
  SourceText,
  YAMLException,
  EVENT_ID,
  SCALAR_STYLE,
  getScalarValue,
  parseEvents,
  load,
  typedValue,
  ScalarNode,
  SequenceNode,
  MappingNode,
  AliasNode,
  Entry,
  resolve,
  asMapping,
  asSequence,
  asScalar,
  asString,
  entriesOf,
  entryOf,
  childOf,
  walk,
  toData,
  unclosedBracket,
  RELEASES,
  NEWEST_RELEASE,
  isOlderRelease,
  asRelease,
  requireRelease,
  isBefore,
  parseJsonPath,
  valuesAt,
  SERVICES,
  TOGETHER,
  serviceNeeds,
  readManifest
};
