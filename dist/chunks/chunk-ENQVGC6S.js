import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  YAML11_SCHEMA,
  parseJsonPath
} from "./chunk-YDE2UNG7.js";
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

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

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

// src/manifest/probe-references.ts
function checkProbes(probes, at, { hasColors, isBaked }, report) {
  if (hasColors && probes.length > 0 && probes.every(({ during }) => during === "bake")) {
    report(
      at,
      "no probe is asked before users are on the color",
      "Let one of them be asked during verify as well."
    );
  }
  for (const [index, { http, openstack, prometheus, during }] of probes.entries()) {
    const here = [...at, index];
    if (during === "bake" && !isBaked) {
      report([...here, "during"], "nothing is baked here, so it would never be asked", "Remove it.");
    }
    if (http) checkHttp(http, [...here, "http"], report);
    if (openstack) checkEndpoints(openstack, [...here, "openstack"], hasColors, report);
    if (openstack?.cross_color) {
      const { auth_url = "" } = openstack;
      checkCrossColor(auth_url, during, [...here, "openstack", "cross_color"], hasColors, report);
    }
    if (prometheus?.at_most !== void 0 && !hasColors) {
      report(
        [...here, "prometheus", "at_most"],
        "at_most compares with the other color, and here is none",
        "Use below or above."
      );
    }
  }
}
function checkCrossColor(authUrl, during, at, hasColors, report) {
  if (!hasColors) {
    report(at, "cross_color needs another color, and this environment has none", "Remove it.");
  } else if (during === "bake") {
    report(at, "cross_color is asked before users are moved, so never during the bake", "Remove during.");
  } else if (!authUrl.includes("${")) {
    report(
      at,
      "both colors would be asked at the same Keystone",
      "Name the color's own in auth_url by a variable of colors.<color>.env: http://10.0.0.21:${KEYSTONE_PORT}/v3."
    );
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

// src/manifest/rolling-references.ts
function checkRolling(environment, at, report) {
  const { gates = [], rolling = [] } = environment;
  const named = [
    ["gates", gates, "gates"],
    ["rolling", rolling, "steps"]
  ];
  for (const [key, list, what] of named) {
    for (const [index, name] of repeated(list.map((one) => one.name))) {
      report([...at, key, index, "name"], `two ${what} have the name "${name}"`, "Rename one of them.");
    }
  }
  for (const [index, step] of rolling.entries()) checkStep(step, [...at, "rolling", index], report);
  if (environment.strategy === "blue_green" || environment.deploy || environment.rolling) return;
  for (const key of ["gates", "witness", "bake"]) {
    if (environment[key] === void 0) continue;
    report(
      [...at, key],
      `nothing is deployed here, so that ${key} has nothing to do`,
      "Add deploy or rolling, or remove it."
    );
  }
}
function checkStep(step, at, report) {
  const { name, hosts, verify = [] } = step;
  if (Array.isArray(hosts)) {
    for (const [index, host] of repeated(hosts)) {
      report([...at, "hosts", index], `"${name}" has the host "${host}" twice`, "Remove one of them.");
    }
  }
  checkProbes(verify, [...at, "verify"], { hasColors: false, isBaked: false }, report);
}
function repeated(names) {
  return [...names.entries()].filter(([index, name]) => names.indexOf(name) !== index);
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
    const isBaked = hasColors || environment.bake !== void 0;
    checkProbes(environment.verify ?? [], [...at, "verify"], { hasColors, isBaked }, report);
    checkRolling(environment, at, report);
    checkEndpoints2(environment.witness?.endpoints ?? [], [...at, "witness", "endpoints"], report);
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
function checkEndpoints2(endpoints, at, report) {
  for (const [index, { name }] of endpoints.entries()) {
    if (endpoints.findIndex((other) => other.name === name) === index) continue;
    report([...at, index, "name"], `two endpoints have the name "${name}"`, "Rename one of them.");
  }
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
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "changeover/manifest/v1", "title": "Manifest", "description": "changeover.yml: how a repository of OpenStack definitions is checked, packaged, tested and changed over.", "type": "object", "additionalProperties": false, "required": ["version", "name"], "properties": { "version": { "const": 1, "description": "The version of this format." }, "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", "description": "The name of the cloud or region; releases are named after it." }, "openstack_release": { "type": ["string", "number"], "description": "The OpenStack release that the definitions are for: zed, 2024.1, caracal, stable/2024.1\u2026 Default: what they say themselves, otherwise the newest that is known." }, "validate": { "$ref": "#/$defs/validate", "description": "What `changeover validate` checks." }, "release": { "$ref": "#/$defs/release", "description": "What goes into a release, and where releases are kept." }, "services": { "type": "object", "description": "Services by name, where they differ from the OpenStack graph that is built in. One with tests that is not built in must stand here.", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "$ref": "#/$defs/service" } }, "environments": { "type": "object", "description": "Where releases go, by name: staging, production\u2026", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "$ref": "#/$defs/environment" } } }, "$defs": { "name": { "type": "string", "pattern": "^[a-z0-9][a-z0-9_-]{0,62}$", "description": "Small letters, digits, dashes and underscores, at most 63 of them." }, "duration": { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", "description": "A length of time: 500ms, 30s, 10m, 2h, 1d." }, "globs": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Patterns of paths below the folder: ** is any number of folders, * anything but a slash." }, "validate": { "type": "object", "title": "ValidateSettings", "additionalProperties": false, "properties": { "ignore": { "$ref": "#/$defs/globs", "description": "Files that are not checked. Default: none." }, "rules": { "type": "object", "description": "Another severity for a rule, by its id, or off. Default: as on the rule's page.", "additionalProperties": { "enum": ["error", "warning", "notice", "off", false] } }, "checks": { "type": "array", "items": { "$ref": "#/$defs/check" }, "description": "The repository's own linters and tests, run side by side. Default: none." } } }, "check": { "type": "object", "title": "CheckSettings", "additionalProperties": false, "required": ["name", "run"], "properties": { "name": { "$ref": "#/$defs/name", "description": "What results call it: its findings have the rule check/<name>." }, "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the folder that is checked. Values reach it through the environment." }, "report": { "enum": ["sarif", "junit", "exit"], "description": "What tells the findings: a SARIF or JUnit report, or the exit status alone. Default: exit." }, "path": { "type": "string", "minLength": 1, "description": "Where the command writes its reports: a glob in the folder. Older files than the run do not count. Default: standard output." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the check counts as hung, fails, and its whole process tree is ended. Default: 10m." }, "env": { "$ref": "#/$defs/env", "description": "Variables of this check alone." } } }, "release": { "type": "object", "title": "ReleaseSettings", "additionalProperties": false, "properties": { "include": { "$ref": "#/$defs/globs", "description": "Files that go into a release, of those that Git tracks. Default: all." }, "exclude": { "$ref": "#/$defs/globs", "description": "Files that stay out of it all the same. changeover.yml always goes in. Default: none." }, "store": { "type": "string", "minLength": 1, "description": "Where releases are kept and looked for: file:FOLDER, github-artifact:, github-release:, oci://REGISTRY/REPOSITORY. Default: nowhere, archives are handed on as files." } } }, "service": { "type": "object", "title": "ServiceSettings", "additionalProperties": false, "properties": { "needs": { "type": "array", "items": { "$ref": "#/$defs/name" }, "description": "Services that must be good before this one is tested. Default: those of the built-in graph." } } }, "command": { "type": "object", "title": "CommandSettings", "additionalProperties": false, "required": ["run"], "properties": { "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the unpacked release. Values reach it through the environment." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the command counts as hung and its whole process tree is ended. Default: 30m." } } }, "test": { "type": "object", "title": "TestSettings", "additionalProperties": false, "required": ["run"], "properties": { "name": { "type": "string", "minLength": 1, "description": "What results call the test. Default: the service." }, "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the unpacked release. Exit status 0 is a pass." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the test counts as hung, fails, and its whole process tree is ended. Default: 30m." }, "report": { "const": "junit", "description": "The format of the report that the command writes. A pass then needs a report in which a case ran and none failed." }, "path": { "type": "string", "minLength": 1, "description": "Where the reports are: a glob in the release folder. Older files than the test do not count." } }, "dependentRequired": { "report": ["path"], "path": ["report"] } }, "environment": { "title": "EnvironmentSettings", "type": "object", "required": ["strategy"], "description": "One place that releases go to.", "properties": { "strategy": { "enum": ["in_place", "blue_green"], "description": "Whether a release replaces the one before, or goes beside it and then takes its users over." } }, "discriminator": { "propertyName": "strategy" }, "oneOf": [{ "$ref": "#/$defs/in_place" }, { "$ref": "#/$defs/blue_green" }] }, "in_place": { "type": "object", "title": "InPlaceSettings", "additionalProperties": false, "required": ["strategy"], "properties": { "strategy": { "const": "in_place", "description": "A release replaces the one before. Tests run in such an environment." }, "env": { "$ref": "#/$defs/env", "description": "Variables for its commands, probes and addresses." }, "require_attestation": { "description": "Refuse every release that was not attested as it says here, before anything of it is unpacked. `true`: by any workflow of this repository.", "oneOf": [{ "const": true }, { "$ref": "#/$defs/attestation" }] }, "up": { "$ref": "#/$defs/command", "description": "Starts the environment before `changeover test`." }, "gates": { "$ref": "#/$defs/gates", "description": "Commands that say whether this upgrade may begin, before anything is changed. `changeover deploy` alone runs them. Default: none." }, "deploy": { "$ref": "#/$defs/command", "description": "Brings the environment to the release." }, "rolling": { "$ref": "#/$defs/rolling", "description": "Brings it to the release host by host, after deploy or instead of it; with `changeover deploy` alone. Default: nothing." }, "verify": { "$ref": "#/$defs/probes", "description": "Asked after the deploy, by `changeover deploy` and before the tests of `changeover test`: all must pass." }, "witness": { "$ref": "#/$defs/witness", "description": "A client that keeps asking the live endpoint during `changeover deploy`; when its budget is exceeded, the deploy fails before its next step. Default: none." }, "bake": { "$ref": "#/$defs/bake", "description": "How long probes and witness are asked after verify, before the deploy counts as good. Default: not at all." }, "tests": { "type": "object", "description": "Tests by service, and `together` for all of them at once. A service is tested after those that it needs.", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/test" } } }, "down": { "$ref": "#/$defs/command", "description": "Ends the environment; always runs once `up` was tried, also after a failure or a cancelled job." } } }, "blue_green": { "type": "object", "title": "BlueGreenSettings", "additionalProperties": false, "required": ["strategy", "deploy", "verify", "router"], "properties": { "strategy": { "const": "blue_green", "description": "A release goes to the idle color, and users go there when it is healthy." }, "env": { "$ref": "#/$defs/env", "description": "Variables for the commands, probes and addresses of both colors." }, "require_attestation": { "description": "Refuse every release that was not attested as it says here, before anything of it is unpacked. `true`: by any workflow of this repository.", "oneOf": [{ "const": true }, { "$ref": "#/$defs/attestation" }] }, "colors": { "type": "object", "title": "ColorsSettings", "additionalProperties": false, "description": "What differs between the two halves.", "properties": { "blue": { "$ref": "#/$defs/color", "description": "One half." }, "green": { "$ref": "#/$defs/color", "description": "The other." } } }, "gates": { "$ref": "#/$defs/gates", "description": "Commands that say whether this upgrade may begin, before anything is changed. Default: none." }, "expand": { "$ref": "#/$defs/command", "description": "Backward-compatible schema changes, while the old color serves." }, "deploy": { "$ref": "#/$defs/command", "description": "Brings the idle color, $CHANGEOVER_COLOR, to the release. It must be idempotent." }, "verify": { "$ref": "#/$defs/probes", "minItems": 1, "description": "Asked of the idle color before the switch, of the live one after it, and of the old one before a rollback." }, "router": { "$ref": "#/$defs/router", "description": "What decides which color gets the users." }, "witness": { "$ref": "#/$defs/witness", "description": "A client that keeps asking the live endpoint during a changeover and counts every failure. Default: none, so that only the probes decide." }, "bake": { "$ref": "#/$defs/bake", "description": "The time after the switch in which users are taken back when probes or witness say no." }, "rolling": { "$ref": "#/$defs/rolling", "description": "What cannot be blue-green, host by host, once users are on the new color and the bake is over: conductors, schedulers, agents, compute hosts. Default: nothing." }, "promote_within": { "$ref": "#/$defs/duration", "description": "How long a release that waits for its switch (--until verified) may be switched to; after that it must be deployed again. Default: 30d, the longest that GitHub waits for an approval." }, "rollback_window": { "$ref": "#/$defs/duration", "description": "How long after the switch a rollback is possible. Default: 24h." }, "contract": { "$ref": "#/$defs/command", "description": "The point of no return: schema changes that the old color cannot live with. Runs with --until finalized only." }, "retire": { "$ref": "#/$defs/command", "description": "Ends the old color for good; here $CHANGEOVER_COLOR is that one. Runs with --until finalized only." } } }, "bake": { "type": "object", "title": "BakeSettings", "additionalProperties": false, "properties": { "for": { "$ref": "#/$defs/duration", "description": "How long it is watched. Default: 60s." } } }, "gates": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/gate" } }, "gate": { "type": "object", "title": "GateSettings", "additionalProperties": false, "required": ["name", "run"], "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$", "description": "What results call it, and $CHANGEOVER_GATE: letters, digits, spaces, dots, dashes and underscores." }, "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the unpacked release. It must change nothing." }, "timeout": { "$ref": "#/$defs/duration", "description": "When it counts as hung, and the gate as closed. Default: 30m." }, "accept": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 0, "maximum": 255 }, "description": "Exit statuses that let the upgrade begin. Default: 0 alone." } } }, "rolling": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/rolling_step" } }, "rolling_step": { "type": "object", "title": "RollingStep", "additionalProperties": false, "required": ["name", "hosts", "deploy"], "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$", "description": "What results call it, and $CHANGEOVER_STEP: letters, digits, spaces, dots, dashes and underscores." }, "hosts": { "type": ["array", "object"], "description": "The hosts in their order: a list, or a command that prints one a line: `{ run: ./hosts.sh compute }`", "minItems": 1, "items": { "type": "string", "pattern": "^[A-Za-z0-9._:][A-Za-z0-9._:-]{0,252}$", "description": "a host name of letters, digits, dots, colons, underscores and dashes, of which no dash is the first." }, "additionalProperties": false, "required": ["run"], "properties": { "run": { "type": "string", "minLength": 1, "description": "A command that prints one host a line on standard output." }, "timeout": { "$ref": "#/$defs/duration", "description": "When it counts as hung and its whole process tree is ended. Default: 30m." } } }, "batch": { "type": ["integer", "string", "array"], "description": 'How many hosts at a time: a number from 1, or a part of all as "25%". A list gives the size of each batch, and its last one repeats: [1, 5, "30%"]. Default: 1.', "minimum": 1, "pattern": "^([1-9][0-9]?|100)%$", "minItems": 1, "items": { "type": ["integer", "string"], "minimum": 1, "pattern": "^([1-9][0-9]?|100)%$", "description": 'a number from 1, or a part of all hosts as "25%"' } }, "drain": { "$ref": "#/$defs/command", "description": "Takes the hosts of the batch, $CHANGEOVER_HOSTS, out of service. Default: nothing." }, "deploy": { "$ref": "#/$defs/command", "description": "Brings the hosts of the batch to the release. It must be idempotent: a batch that was under way when a run died is done again." }, "verify": { "$ref": "#/$defs/probes", "description": "Asked after the deploy of each batch: all must pass. Default: nothing." }, "restore": { "$ref": "#/$defs/command", "description": "Puts the hosts of the batch back in service. Default: nothing." }, "pause": { "$ref": "#/$defs/duration", "description": "How long to wait between two batches. Default: 0s." } } }, "attestation": { "type": "object", "title": "AttestationSettings", "additionalProperties": false, "minProperties": 1, "description": "Whose attestations count.", "properties": { "repository": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", "description": "The repository whose run attested, as `OWNER/NAME`. Default: this one." }, "workflow": { "type": "string", "pattern": "^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$", "description": "The workflow that attested: its path in the repository, or `OWNER/NAME/PATH` for one that is shared. Default: any of the repository." }, "ref": { "type": "string", "pattern": "^refs/[^ ]+$", "description": "The Git ref that its run was for, as `refs/heads/main`. Default: any." } } }, "env": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": "string" }, "description": "Environment variables; quote numbers. ${NAME} and ${NAME:-default} are replaced." }, "color": { "type": "object", "title": "ColorSettings", "additionalProperties": false, "properties": { "env": { "$ref": "#/$defs/env", "description": "Variables of this color alone; they may refer to those of the environment." } } }, "probes": { "type": "array", "items": { "$ref": "#/$defs/probe" }, "description": "Questions with a yes or no answer, asked side by side." }, "probe": { "type": "object", "title": "ProbeSettings", "additionalProperties": false, "properties": { "name": { "type": "string", "minLength": 1, "description": "What logs and results call it. Default: its address, query or command." }, "http": { "$ref": "#/$defs/http_probe", "description": "Ask a URL. A probe has one of http, tcp, openstack, prometheus and run." }, "tcp": { "$ref": "#/$defs/tcp_probe", "description": "Connect, and perhaps wait for a greeting." }, "openstack": { "$ref": "#/$defs/openstack_probe", "description": "Log in at Keystone, find services in its catalog, and read something from each." }, "prometheus": { "$ref": "#/$defs/prometheus_probe", "description": "Compare a value of Prometheus with thresholds, or with the other color." }, "run": { "type": "string", "minLength": 1, "description": "Run a command; exit status 0 is good, 75 is inconclusive, any other is bad." }, "during": { "enum": ["verify", "bake"], "description": "When it is asked: `verify`, before users are on the color, or `bake`, while they are. Default: both." }, "every": { "$ref": "#/$defs/duration", "description": "Time between two questions. Default: 1s." }, "timeout": { "$ref": "#/$defs/duration", "description": "Time for one answer. Default: 5s." }, "passes": { "type": "integer", "minimum": 1, "maximum": 1e3, "description": "Good answers in a row that are needed. Default: 1." }, "failures": { "type": "integer", "minimum": 0, "maximum": 1e4, "description": "Bad answers that are put up with; while users are on the color, at most 2 in a row. Default: 10." }, "inconclusive": { "type": "integer", "minimum": 0, "maximum": 1e4, "description": "Answers in a row that are put up with although nothing follows from them. Default: 10." } }, "oneOf": [{ "required": ["http"] }, { "required": ["tcp"] }, { "required": ["openstack"] }, { "required": ["prometheus"] }, { "required": ["run"] }] }, "http_probe": { "type": "object", "title": "HttpProbeSettings", "additionalProperties": false, "required": ["url"], "properties": { "url": { "type": "string", "minLength": 1, "description": "The address of the color itself, not the one that users have." }, "method": { "enum": ["GET", "HEAD"], "description": "How it is asked. Default: GET." }, "send": { "$ref": "#/$defs/headers", "description": "Headers that are sent. Take a secret from a variable: `Bearer ${API_TOKEN}`." }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "description": "The answers that are good. Default: 200 to 399." }, "header": { "$ref": "#/$defs/headers", "description": "Headers that the answer must have, with just these values." }, "contains": { "type": "string", "minLength": 1, "description": "A text that the answer must contain, in its first 64 KiB." }, "matches": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "A regular expression that must match within the first 64 KiB. One that takes longer than 250 ms is inconclusive." }, "json": { "type": "object", "minProperties": 1, "additionalProperties": { "type": ["string", "number", "boolean", "null"] }, "description": "Values that the answer must have, by path: `version.id`, `versions[0].status`, `servers[*].name` (one of them)." }, "redirects": { "type": "integer", "minimum": 0, "maximum": 10, "description": "Redirects that are followed, on the same host alone; 0: a redirect is an answer. Default: 0." }, "max_bytes": { "type": "integer", "minimum": 1, "maximum": 67108864, "description": "The longest answer that is read; a longer one is bad. Default: 1048576." }, "tls": { "$ref": "#/$defs/tls" } } }, "headers": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "additionalProperties": { "type": "string" }, "description": "Headers by name." }, "tls": { "type": "object", "title": "TlsSettings", "additionalProperties": false, "minProperties": 1, "description": "Whom to trust. Default: the public authorities, and the name in the address.", "properties": { "ca": { "type": "string", "minLength": 1, "description": "A file with the certificates, in PEM, that are trusted instead of the public ones; a relative path starts in the release." }, "server_name": { "type": "string", "pattern": "^(?![0-9.]+$)[A-Za-z0-9.-]+$", "description": "The name that the certificate must have, when it is not the one in the address." } } }, "tcp_probe": { "type": "object", "title": "TcpProbeSettings", "additionalProperties": false, "required": ["address"], "properties": { "address": { "type": "string", "minLength": 1, "description": "host:port of the color itself." }, "banner": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "A text that must come within the first 4 KiB. Default: none, so that a connection is enough." }, "send": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "What is said first, for a service that waits for a question. Needs a banner." } }, "dependentRequired": { "send": ["banner"] } }, "openstack_probe": { "type": "object", "title": "OpenStackProbeSettings", "additionalProperties": false, "properties": { "services": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": ["keystone", "glance", "placement", "nova", "neutron", "cinder", "heat", "octavia", "barbican", "designate", "swift", "ironic", "magnum", "manila", "trove", "mistral"] }, "description": "The services that are asked. Default: keystone alone." }, "cloud": { "type": "string", "minLength": 1, "description": "The cloud of clouds.yaml whose credentials are used. Default: that of OS_CLOUD; without it, the other OS_ variables." }, "clouds_file": { "type": "string", "minLength": 1, "description": "The clouds.yaml; a relative path starts in the release. Default: that of OS_CLIENT_CONFIG_FILE, otherwise the release's own." }, "auth_url": { "type": "string", "minLength": 1, "description": "The address of the color's own Keystone. Default: what the credentials say." }, "cross_color": { "type": "boolean", "description": "Whether tokens of each color must be good at the other one as well, before users are moved. Needs auth_url. Default: false." }, "region": { "type": "string", "minLength": 1, "description": "Where the services must be. Default: what the credentials say." }, "interface": { "enum": ["public", "internal", "admin"], "description": "Through which of its addresses the catalog must have a service. Default: what the credentials say, otherwise public." }, "endpoints": { "type": "object", "minProperties": 1, "propertyNames": { "enum": ["keystone", "glance", "placement", "nova", "neutron", "cinder", "heat", "octavia", "barbican", "designate", "swift", "ironic", "magnum", "manila", "trove", "mistral"] }, "additionalProperties": { "type": "string", "minLength": 1 }, "description": "Addresses of the color's own services, by service: the catalog has those of users. Without a path they get the catalog's. `catalog`: ask where the catalog says." }, "tls": { "$ref": "#/$defs/tls" } } }, "prometheus_probe": { "type": "object", "title": "PrometheusProbeSettings", "additionalProperties": false, "required": ["url", "query"], "properties": { "url": { "type": "string", "minLength": 1, "description": "The address of Prometheus, without /api." }, "query": { "type": "string", "minLength": 1, "maxLength": 8e3, "description": "A query that gives one number. ${CHANGEOVER_COLOR} is the color that is asked about." }, "below": { "type": "number", "description": "The number must be less than this one." }, "above": { "type": "number", "description": "The number must be greater than this one." }, "at_most": { "type": "string", "pattern": "^[0-9]{1,6}(\\.[0-9]{1,6})?x$", "description": "How many times the other color's number it may be, as 1.2x. Compared while the other color is the one that users are, or were, on." }, "margin": { "type": "number", "minimum": 0, "description": "What it may be above that, so that a few errors are not infinitely more than none. Default: 0." }, "send": { "$ref": "#/$defs/headers", "description": "Headers that are sent. Take a secret from a variable: `Bearer ${PROMETHEUS_TOKEN}`." }, "tls": { "$ref": "#/$defs/tls" } }, "anyOf": [{ "required": ["below"] }, { "required": ["above"] }, { "required": ["at_most"] }], "dependentRequired": { "margin": ["at_most"] } }, "router": { "type": "object", "title": "RouterSettings", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "haproxy": { "$ref": "#/$defs/haproxy", "description": "One or more HAProxy nodes." }, "command": { "$ref": "#/$defs/command_router", "description": "Commands of your own, for any other load balancer." }, "local": { "$ref": "#/$defs/local", "description": "A small forwarder for laptops and demos." } } }, "haproxy": { "type": "object", "title": "HaproxySettings", "additionalProperties": false, "required": ["nodes"], "properties": { "nodes": { "type": "array", "description": "All HAProxys that users reach; they are switched together, all or none.", "minItems": 1, "items": { "type": "object", "title": "HaproxyNode", "additionalProperties": false, "required": ["socket"], "properties": { "socket": { "type": "string", "minLength": 1, "description": "The stats socket: unix:///run/haproxy/admin.sock, tcp://127.0.0.1:9999, or ssh://user@host/run/haproxy/admin.sock on another machine. A map takes level operator, servers take level admin." }, "map_file": { "type": "string", "minLength": 1, "description": "The map file, spelled as in the node's configuration, where Changeover can replace it; with an ssh: socket it is on that machine. With map only, and needed there." }, "state_file": { "type": "string", "minLength": 1, "description": "The node's server-state-file, where Changeover can replace it: a reload then keeps the color; with an ssh: socket it is on that machine. With servers only." }, "passive": { "type": "boolean", "description": "The node stands by, as keepalived's backup does: it is switched and read back before the others. Default: false." } } } }, "map": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9_.:-]+$" }, "additionalProperties": { "type": "string", "pattern": "^[A-Za-z0-9_.:{}-]+$" }, "description": "Each key of the map with the backend that it leads to; {color} stands for the color. Either this or servers." }, "servers": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9_.:-]+$" }, "additionalProperties": { "type": "string", "pattern": "^[A-Za-z0-9_.:*{}-]+$" }, "description": "Each backend with the names of its servers; {color} stands for the color, * for any text. Either this or map." }, "health_timeout": { "$ref": "#/$defs/duration", "description": "How long servers that leave maintenance may take to pass HAProxy's health checks, before users are moved. With servers only. Default: 30s." }, "drain_timeout": { "$ref": "#/$defs/duration", "description": "How long the sessions of the servers that users left may take to end, before those go into maintenance. With servers only. Default: 30s." }, "standby": { "enum": ["maintenance", "drain"], "description": "What the servers that users left are kept in. With drain their health checks go on, so that a rollback need not wait for them; but users with a cookie of theirs still come. With servers only. Default: maintenance." } } }, "command_router": { "type": "object", "title": "CommandRouterSettings", "additionalProperties": false, "required": ["current", "switch"], "properties": { "current": { "$ref": "#/$defs/router_command", "description": "Prints where users are sent: blue, green, none or split. Changes nothing." }, "switch": { "$ref": "#/$defs/router_command", "description": "Sends users to CHANGEOVER_COLOR, all of them or none; also when they are there already." }, "check": { "$ref": "#/$defs/router_command", "description": "Exit status 0: users could be sent to CHANGEOVER_COLOR, and it is healthy. Changes nothing. Without it, only current is asked." } } }, "router_command": { "type": "object", "title": "RouterCommand", "additionalProperties": false, "required": ["run"], "properties": { "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail. A rollback has no release's files: what it calls must be on the machine. Values reach it through the environment." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the command counts as hung and its whole process tree is ended. Default: 30s." } } }, "local": { "type": "object", "title": "LocalRouterSettings", "additionalProperties": false, "required": ["services"], "description": "A small forwarder for laptops and demos; not for production.", "properties": { "services": { "type": "object", "description": "What is forwarded, by name.", "minProperties": 1, "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "object", "title": "LocalRouterService", "additionalProperties": false, "required": ["listen", "blue", "green"], "properties": { "listen": { "type": "string", "description": "host:port that users connect to." }, "blue": { "type": "string", "description": "host:port of the blue color." }, "green": { "type": "string", "description": "host:port of the green color." } } } } } }, "witness": { "type": "object", "title": "WitnessSettings", "additionalProperties": false, "oneOf": [{ "required": ["url"] }, { "required": ["endpoints"] }], "properties": { "url": { "type": "string", "minLength": 1, "description": "The live endpoint, as users reach it. Every request has a connection of its own. Short for one of endpoints, by the name live." }, "endpoints": { "type": "array", "minItems": 1, "maxItems": 20, "items": { "$ref": "#/$defs/witness_endpoint" }, "description": "Several live endpoints instead of url; each is asked at the whole rate." }, "rate": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e3, "description": "Requests a second to each endpoint. Default: 20." }, "timeout": { "$ref": "#/$defs/duration", "description": "When a request that has no whole answer counts as failed. Default: 5s." }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "description": "The answers that are good. Default: 200 to 399." }, "budget": { "type": "object", "title": "WitnessBudget", "additionalProperties": false, "description": "What the witness puts up with; more takes users back.", "properties": { "failed": { "type": "integer", "minimum": 0, "description": "Failed requests that are put up with, of all endpoints together. Default: 0." }, "p95": { "$ref": "#/$defs/duration", "description": "What 95 % of an endpoint's answers may take at most on the new color. Default: not judged." }, "p99": { "$ref": "#/$defs/duration", "description": "What 99 % of them may take at most. Default: not judged." }, "slowdown": { "type": "number", "minimum": 1, "description": "How many times as long as before the switch an endpoint's 95th percentile may be on the new color. Default: not judged." } } } } }, "witness_endpoint": { "type": "object", "title": "WitnessEndpointSettings", "additionalProperties": false, "required": ["name", "url"], "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 60, "description": "What reports call it." }, "url": { "type": "string", "minLength": 1, "description": "The endpoint, as users reach it. Every request has a connection of its own." }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "description": "The answers that are good. Default: those of the witness." } } } } };
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
var schema46 = { "type": "object", "title": "InPlaceSettings", "additionalProperties": false, "required": ["strategy"], "properties": { "strategy": { "const": "in_place", "description": "A release replaces the one before. Tests run in such an environment." }, "env": { "$ref": "#/$defs/env", "description": "Variables for its commands, probes and addresses." }, "require_attestation": { "description": "Refuse every release that was not attested as it says here, before anything of it is unpacked. `true`: by any workflow of this repository.", "oneOf": [{ "const": true }, { "$ref": "#/$defs/attestation" }] }, "up": { "$ref": "#/$defs/command", "description": "Starts the environment before `changeover test`." }, "gates": { "$ref": "#/$defs/gates", "description": "Commands that say whether this upgrade may begin, before anything is changed. `changeover deploy` alone runs them. Default: none." }, "deploy": { "$ref": "#/$defs/command", "description": "Brings the environment to the release." }, "rolling": { "$ref": "#/$defs/rolling", "description": "Brings it to the release host by host, after deploy or instead of it; with `changeover deploy` alone. Default: nothing." }, "verify": { "$ref": "#/$defs/probes", "description": "Asked after the deploy, by `changeover deploy` and before the tests of `changeover test`: all must pass." }, "witness": { "$ref": "#/$defs/witness", "description": "A client that keeps asking the live endpoint during `changeover deploy`; when its budget is exceeded, the deploy fails before its next step. Default: none." }, "bake": { "$ref": "#/$defs/bake", "description": "How long probes and witness are asked after verify, before the deploy counts as good. Default: not at all." }, "tests": { "type": "object", "description": "Tests by service, and `together` for all of them at once. A service is tested after those that it needs.", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/test" } } }, "down": { "$ref": "#/$defs/command", "description": "Ends the environment; always runs once `up` was tried, also after a failure or a cancelled job." } } };
var schema48 = { "type": "object", "title": "AttestationSettings", "additionalProperties": false, "minProperties": 1, "description": "Whose attestations count.", "properties": { "repository": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", "description": "The repository whose run attested, as `OWNER/NAME`. Default: this one." }, "workflow": { "type": "string", "pattern": "^[A-Za-z0-9._][A-Za-z0-9._/-]*\\.ya?ml$", "description": "The workflow that attested: its path in the repository, or `OWNER/NAME/PATH` for one that is shared. Default: any of the repository." }, "ref": { "type": "string", "pattern": "^refs/[^ ]+$", "description": "The Git ref that its run was for, as `refs/heads/main`. Default: any." } } };
var func7 = Object.prototype.hasOwnProperty;
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
var schema51 = { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/gate" } };
var schema52 = { "type": "object", "title": "GateSettings", "additionalProperties": false, "required": ["name", "run"], "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$", "description": "What results call it, and $CHANGEOVER_GATE: letters, digits, spaces, dots, dashes and underscores." }, "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the unpacked release. It must change nothing." }, "timeout": { "$ref": "#/$defs/duration", "description": "When it counts as hung, and the gate as closed. Default: 30m." }, "accept": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 0, "maximum": 255 }, "description": "Exit statuses that let the upgrade begin. Default: 0 alone." } } };
var pattern16 = new RegExp("^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$", "u");
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
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema52.required, parentSchema: schema52, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.run === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'", schema: schema52.required, parentSchema: schema52, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "run" || key0 === "timeout" || key0 === "accept")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema52, data };
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
        if (!pattern16.test(data0)) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$"', schema: "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$", parentSchema: schema52.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema52.properties.name.type, parentSchema: schema52.properties.name, data: data0 };
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
          const err5 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema52.properties.run, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema52.properties.run.type, parentSchema: schema52.properties.run, data: data1 };
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
    if (data.accept !== void 0) {
      let data3 = data.accept;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err9 = { instancePath: instancePath + "/accept", schemaPath: "#/properties/accept/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema52.properties.accept, data: data3 };
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
            const err10 = { instancePath: instancePath + "/accept/" + i0, schemaPath: "#/properties/accept/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema52.properties.accept.items.type, parentSchema: schema52.properties.accept.items, data: data4 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 255 || isNaN(data4)) {
              const err11 = { instancePath: instancePath + "/accept/" + i0, schemaPath: "#/properties/accept/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255", schema: 255, parentSchema: schema52.properties.accept.items, data: data4 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (data4 < 0 || isNaN(data4)) {
              const err12 = { instancePath: instancePath + "/accept/" + i0, schemaPath: "#/properties/accept/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema52.properties.accept.items, data: data4 };
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
        const err13 = { instancePath: instancePath + "/accept", schemaPath: "#/properties/accept/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema52.properties.accept.type, parentSchema: schema52.properties.accept, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema52.type, parentSchema: schema52, data };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}
validate34.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema51, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate34(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema51.type, parentSchema: schema51, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
validate33.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema54 = { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/rolling_step" } };
var schema55 = { "type": "object", "title": "RollingStep", "additionalProperties": false, "required": ["name", "hosts", "deploy"], "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$", "description": "What results call it, and $CHANGEOVER_STEP: letters, digits, spaces, dots, dashes and underscores." }, "hosts": { "type": ["array", "object"], "description": "The hosts in their order: a list, or a command that prints one a line: `{ run: ./hosts.sh compute }`", "minItems": 1, "items": { "type": "string", "pattern": "^[A-Za-z0-9._:][A-Za-z0-9._:-]{0,252}$", "description": "a host name of letters, digits, dots, colons, underscores and dashes, of which no dash is the first." }, "additionalProperties": false, "required": ["run"], "properties": { "run": { "type": "string", "minLength": 1, "description": "A command that prints one host a line on standard output." }, "timeout": { "$ref": "#/$defs/duration", "description": "When it counts as hung and its whole process tree is ended. Default: 30m." } } }, "batch": { "type": ["integer", "string", "array"], "description": 'How many hosts at a time: a number from 1, or a part of all as "25%". A list gives the size of each batch, and its last one repeats: [1, 5, "30%"]. Default: 1.', "minimum": 1, "pattern": "^([1-9][0-9]?|100)%$", "minItems": 1, "items": { "type": ["integer", "string"], "minimum": 1, "pattern": "^([1-9][0-9]?|100)%$", "description": 'a number from 1, or a part of all hosts as "25%"' } }, "drain": { "$ref": "#/$defs/command", "description": "Takes the hosts of the batch, $CHANGEOVER_HOSTS, out of service. Default: nothing." }, "deploy": { "$ref": "#/$defs/command", "description": "Brings the hosts of the batch to the release. It must be idempotent: a batch that was under way when a run died is done again." }, "verify": { "$ref": "#/$defs/probes", "description": "Asked after the deploy of each batch: all must pass. Default: nothing." }, "restore": { "$ref": "#/$defs/command", "description": "Puts the hosts of the batch back in service. Default: nothing." }, "pause": { "$ref": "#/$defs/duration", "description": "How long to wait between two batches. Default: 0s." } } };
var pattern19 = new RegExp("^[A-Za-z0-9._:][A-Za-z0-9._:-]{0,252}$", "u");
var pattern21 = new RegExp("^([1-9][0-9]?|100)%$", "u");
var schema57 = { "type": "array", "items": { "$ref": "#/$defs/probe" }, "description": "Questions with a yes or no answer, asked side by side." };
var schema58 = { "type": "object", "title": "ProbeSettings", "additionalProperties": false, "properties": { "name": { "type": "string", "minLength": 1, "description": "What logs and results call it. Default: its address, query or command." }, "http": { "$ref": "#/$defs/http_probe", "description": "Ask a URL. A probe has one of http, tcp, openstack, prometheus and run." }, "tcp": { "$ref": "#/$defs/tcp_probe", "description": "Connect, and perhaps wait for a greeting." }, "openstack": { "$ref": "#/$defs/openstack_probe", "description": "Log in at Keystone, find services in its catalog, and read something from each." }, "prometheus": { "$ref": "#/$defs/prometheus_probe", "description": "Compare a value of Prometheus with thresholds, or with the other color." }, "run": { "type": "string", "minLength": 1, "description": "Run a command; exit status 0 is good, 75 is inconclusive, any other is bad." }, "during": { "enum": ["verify", "bake"], "description": "When it is asked: `verify`, before users are on the color, or `bake`, while they are. Default: both." }, "every": { "$ref": "#/$defs/duration", "description": "Time between two questions. Default: 1s." }, "timeout": { "$ref": "#/$defs/duration", "description": "Time for one answer. Default: 5s." }, "passes": { "type": "integer", "minimum": 1, "maximum": 1e3, "description": "Good answers in a row that are needed. Default: 1." }, "failures": { "type": "integer", "minimum": 0, "maximum": 1e4, "description": "Bad answers that are put up with; while users are on the color, at most 2 in a row. Default: 10." }, "inconclusive": { "type": "integer", "minimum": 0, "maximum": 1e4, "description": "Answers in a row that are put up with although nothing follows from them. Default: 10." } }, "oneOf": [{ "required": ["http"] }, { "required": ["tcp"] }, { "required": ["openstack"] }, { "required": ["prometheus"] }, { "required": ["run"] }] };
var schema63 = { "type": "object", "title": "TcpProbeSettings", "additionalProperties": false, "required": ["address"], "properties": { "address": { "type": "string", "minLength": 1, "description": "host:port of the color itself." }, "banner": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "A text that must come within the first 4 KiB. Default: none, so that a connection is enough." }, "send": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "What is said first, for a service that waits for a question. Needs a banner." } }, "dependentRequired": { "send": ["banner"] } };
var schema59 = { "type": "object", "title": "HttpProbeSettings", "additionalProperties": false, "required": ["url"], "properties": { "url": { "type": "string", "minLength": 1, "description": "The address of the color itself, not the one that users have." }, "method": { "enum": ["GET", "HEAD"], "description": "How it is asked. Default: GET." }, "send": { "$ref": "#/$defs/headers", "description": "Headers that are sent. Take a secret from a variable: `Bearer ${API_TOKEN}`." }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "description": "The answers that are good. Default: 200 to 399." }, "header": { "$ref": "#/$defs/headers", "description": "Headers that the answer must have, with just these values." }, "contains": { "type": "string", "minLength": 1, "description": "A text that the answer must contain, in its first 64 KiB." }, "matches": { "type": "string", "minLength": 1, "maxLength": 1e3, "description": "A regular expression that must match within the first 64 KiB. One that takes longer than 250 ms is inconclusive." }, "json": { "type": "object", "minProperties": 1, "additionalProperties": { "type": ["string", "number", "boolean", "null"] }, "description": "Values that the answer must have, by path: `version.id`, `versions[0].status`, `servers[*].name` (one of them)." }, "redirects": { "type": "integer", "minimum": 0, "maximum": 10, "description": "Redirects that are followed, on the same host alone; 0: a redirect is an answer. Default: 0." }, "max_bytes": { "type": "integer", "minimum": 1, "maximum": 67108864, "description": "The longest answer that is read; a longer one is bad. Default: 1048576." }, "tls": { "$ref": "#/$defs/tls" } } };
var schema60 = { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "additionalProperties": { "type": "string" }, "description": "Headers by name." };
var schema62 = { "type": "object", "title": "TlsSettings", "additionalProperties": false, "minProperties": 1, "description": "Whom to trust. Default: the public authorities, and the name in the address.", "properties": { "ca": { "type": "string", "minLength": 1, "description": "A file with the certificates, in PEM, that are trusted instead of the public ones; a relative path starts in the release." }, "server_name": { "type": "string", "pattern": "^(?![0-9.]+$)[A-Za-z0-9.-]+$", "description": "The name that the certificate must have, when it is not the one in the address." } } };
var pattern23 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
var pattern25 = new RegExp("^(?![0-9.]+$)[A-Za-z0-9.-]+$", "u");
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
    if (data.url === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'", schema: schema59.required, parentSchema: schema59, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func7.call(schema59.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema59, data };
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
          const err2 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema59.properties.url, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema59.properties.url.type, parentSchema: schema59.properties.url, data: data0 };
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
        const err4 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/enum", keyword: "enum", params: { allowedValues: schema59.properties.method.enum }, message: "must be equal to one of the allowed values", schema: schema59.properties.method.enum, parentSchema: schema59.properties.method, data: data1 };
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
          const err5 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema60, data: data2 };
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
            if (!pattern23.test(key1)) {
              const err6 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', schema: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", parentSchema: schema60.propertyNames, data: key1, propertyName: key1 };
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
            const err7 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema60.propertyNames, parentSchema: schema60, data: data2 };
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
            const err8 = { instancePath: instancePath + "/send/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema60.additionalProperties.type, parentSchema: schema60.additionalProperties, data: data3 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema60.type, parentSchema: schema60, data: data2 };
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
          const err10 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema59.properties.status, data: data4 };
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
            const err11 = { instancePath: instancePath + "/status/" + i0, schemaPath: "#/properties/status/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema59.properties.status.items.type, parentSchema: schema59.properties.status.items, data: data5 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 599 || isNaN(data5)) {
              const err12 = { instancePath: instancePath + "/status/" + i0, schemaPath: "#/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599", schema: 599, parentSchema: schema59.properties.status.items, data: data5 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data5 < 100 || isNaN(data5)) {
              const err13 = { instancePath: instancePath + "/status/" + i0, schemaPath: "#/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100", schema: 100, parentSchema: schema59.properties.status.items, data: data5 };
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
        const err14 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema59.properties.status.type, parentSchema: schema59.properties.status, data: data4 };
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
          const err15 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/headers/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema60, data: data6 };
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
            if (!pattern23.test(key3)) {
              const err16 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', schema: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", parentSchema: schema60.propertyNames, data: key3, propertyName: key3 };
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
            const err17 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid", schema: schema60.propertyNames, parentSchema: schema60, data: data6 };
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
            const err18 = { instancePath: instancePath + "/header/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema60.additionalProperties.type, parentSchema: schema60.additionalProperties, data: data7 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/header", schemaPath: "#/$defs/headers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema60.type, parentSchema: schema60, data: data6 };
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
          const err20 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema59.properties.contains, data: data8 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/contains", schemaPath: "#/properties/contains/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema59.properties.contains.type, parentSchema: schema59.properties.contains, data: data8 };
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
          const err22 = { instancePath: instancePath + "/matches", schemaPath: "#/properties/matches/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters", schema: 1e3, parentSchema: schema59.properties.matches, data: data9 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (func1(data9) < 1) {
          const err23 = { instancePath: instancePath + "/matches", schemaPath: "#/properties/matches/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema59.properties.matches, data: data9 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/matches", schemaPath: "#/properties/matches/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema59.properties.matches.type, parentSchema: schema59.properties.matches, data: data9 };
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
          const err25 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema59.properties.json, data: data10 };
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
            const err26 = { instancePath: instancePath + "/json/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/json/additionalProperties/type", keyword: "type", params: { type: schema59.properties.json.additionalProperties.type }, message: "must be string,number,boolean,null", schema: schema59.properties.json.additionalProperties.type, parentSchema: schema59.properties.json.additionalProperties, data: data11 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema59.properties.json.type, parentSchema: schema59.properties.json, data: data10 };
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
        const err28 = { instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema59.properties.redirects.type, parentSchema: schema59.properties.redirects, data: data12 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 10 || isNaN(data12)) {
          const err29 = { instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10", schema: 10, parentSchema: schema59.properties.redirects, data: data12 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        if (data12 < 0 || isNaN(data12)) {
          const err30 = { instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema59.properties.redirects, data: data12 };
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
        const err31 = { instancePath: instancePath + "/max_bytes", schemaPath: "#/properties/max_bytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema59.properties.max_bytes.type, parentSchema: schema59.properties.max_bytes, data: data13 };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 67108864 || isNaN(data13)) {
          const err32 = { instancePath: instancePath + "/max_bytes", schemaPath: "#/properties/max_bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 67108864 }, message: "must be <= 67108864", schema: 67108864, parentSchema: schema59.properties.max_bytes, data: data13 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (data13 < 1 || isNaN(data13)) {
          const err33 = { instancePath: instancePath + "/max_bytes", schemaPath: "#/properties/max_bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema59.properties.max_bytes, data: data13 };
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
          const err34 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema62, data: data14 };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        for (const key6 in data14) {
          if (!(key6 === "ca" || key6 === "server_name")) {
            const err35 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema62, data: data14 };
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
              const err36 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema62.properties.ca, data: data15 };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          } else {
            const err37 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema62.properties.ca.type, parentSchema: schema62.properties.ca, data: data15 };
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
            if (!pattern25.test(data16)) {
              const err38 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/pattern", keyword: "pattern", params: { pattern: "^(?![0-9.]+$)[A-Za-z0-9.-]+$" }, message: 'must match pattern "^(?![0-9.]+$)[A-Za-z0-9.-]+$"', schema: "^(?![0-9.]+$)[A-Za-z0-9.-]+$", parentSchema: schema62.properties.server_name, data: data16 };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          } else {
            const err39 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema62.properties.server_name.type, parentSchema: schema62.properties.server_name, data: data16 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
      } else {
        const err40 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema62.type, parentSchema: schema62, data: data14 };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
  } else {
    const err41 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema59.type, parentSchema: schema59, data };
    if (vErrors === null) {
      vErrors = [err41];
    } else {
      vErrors.push(err41);
    }
    errors++;
  }
  validate44.errors = vErrors;
  return errors === 0;
}
validate44.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema64 = { "type": "object", "title": "OpenStackProbeSettings", "additionalProperties": false, "properties": { "services": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": ["keystone", "glance", "placement", "nova", "neutron", "cinder", "heat", "octavia", "barbican", "designate", "swift", "ironic", "magnum", "manila", "trove", "mistral"] }, "description": "The services that are asked. Default: keystone alone." }, "cloud": { "type": "string", "minLength": 1, "description": "The cloud of clouds.yaml whose credentials are used. Default: that of OS_CLOUD; without it, the other OS_ variables." }, "clouds_file": { "type": "string", "minLength": 1, "description": "The clouds.yaml; a relative path starts in the release. Default: that of OS_CLIENT_CONFIG_FILE, otherwise the release's own." }, "auth_url": { "type": "string", "minLength": 1, "description": "The address of the color's own Keystone. Default: what the credentials say." }, "cross_color": { "type": "boolean", "description": "Whether tokens of each color must be good at the other one as well, before users are moved. Needs auth_url. Default: false." }, "region": { "type": "string", "minLength": 1, "description": "Where the services must be. Default: what the credentials say." }, "interface": { "enum": ["public", "internal", "admin"], "description": "Through which of its addresses the catalog must have a service. Default: what the credentials say, otherwise public." }, "endpoints": { "type": "object", "minProperties": 1, "propertyNames": { "enum": ["keystone", "glance", "placement", "nova", "neutron", "cinder", "heat", "octavia", "barbican", "designate", "swift", "ironic", "magnum", "manila", "trove", "mistral"] }, "additionalProperties": { "type": "string", "minLength": 1 }, "description": "Addresses of the color's own services, by service: the catalog has those of users. Without a path they get the catalog's. `catalog`: ask where the catalog says." }, "tls": { "$ref": "#/$defs/tls" } } };
var func0 = import_equal.default.default ?? import_equal.default;
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate46.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func7.call(schema64.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema64, data };
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
          const err1 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema64.properties.services, data: data0 };
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
            const err2 = { instancePath: instancePath + "/services/" + i0, schemaPath: "#/properties/services/items/enum", keyword: "enum", params: { allowedValues: schema64.properties.services.items.enum }, message: "must be equal to one of the allowed values", schema: schema64.properties.services.items.enum, parentSchema: schema64.properties.services.items, data: data1 };
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
                  const err3 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema64.properties.services, data: data0 };
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
        const err4 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema64.properties.services.type, parentSchema: schema64.properties.services, data: data0 };
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
          const err5 = { instancePath: instancePath + "/cloud", schemaPath: "#/properties/cloud/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema64.properties.cloud, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/cloud", schemaPath: "#/properties/cloud/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema64.properties.cloud.type, parentSchema: schema64.properties.cloud, data: data2 };
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
          const err7 = { instancePath: instancePath + "/clouds_file", schemaPath: "#/properties/clouds_file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema64.properties.clouds_file, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/clouds_file", schemaPath: "#/properties/clouds_file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema64.properties.clouds_file.type, parentSchema: schema64.properties.clouds_file, data: data3 };
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
          const err9 = { instancePath: instancePath + "/auth_url", schemaPath: "#/properties/auth_url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema64.properties.auth_url, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/auth_url", schemaPath: "#/properties/auth_url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema64.properties.auth_url.type, parentSchema: schema64.properties.auth_url, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.cross_color !== void 0) {
      let data5 = data.cross_color;
      if (typeof data5 !== "boolean") {
        const err11 = { instancePath: instancePath + "/cross_color", schemaPath: "#/properties/cross_color/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema64.properties.cross_color.type, parentSchema: schema64.properties.cross_color, data: data5 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.region !== void 0) {
      let data6 = data.region;
      if (typeof data6 === "string") {
        if (func1(data6) < 1) {
          const err12 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema64.properties.region, data: data6 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema64.properties.region.type, parentSchema: schema64.properties.region, data: data6 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.interface !== void 0) {
      let data7 = data.interface;
      if (!(data7 === "public" || data7 === "internal" || data7 === "admin")) {
        const err14 = { instancePath: instancePath + "/interface", schemaPath: "#/properties/interface/enum", keyword: "enum", params: { allowedValues: schema64.properties.interface.enum }, message: "must be equal to one of the allowed values", schema: schema64.properties.interface.enum, parentSchema: schema64.properties.interface, data: data7 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.endpoints !== void 0) {
      let data8 = data.endpoints;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (Object.keys(data8).length < 1) {
          const err15 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema64.properties.endpoints, data: data8 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        for (const key1 in data8) {
          const _errs18 = errors;
          if (!(key1 === "keystone" || key1 === "glance" || key1 === "placement" || key1 === "nova" || key1 === "neutron" || key1 === "cinder" || key1 === "heat" || key1 === "octavia" || key1 === "barbican" || key1 === "designate" || key1 === "swift" || key1 === "ironic" || key1 === "magnum" || key1 === "manila" || key1 === "trove" || key1 === "mistral")) {
            const err16 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/propertyNames/enum", keyword: "enum", params: { allowedValues: schema64.properties.endpoints.propertyNames.enum }, message: "must be equal to one of the allowed values", schema: schema64.properties.endpoints.propertyNames.enum, parentSchema: schema64.properties.endpoints.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          var valid4 = _errs18 === errors;
          if (!valid4) {
            const err17 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema64.properties.endpoints.propertyNames, parentSchema: schema64.properties.endpoints, data: data8 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        for (const key2 in data8) {
          let data9 = data8[key2];
          if (typeof data9 === "string") {
            if (func1(data9) < 1) {
              const err18 = { instancePath: instancePath + "/endpoints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/endpoints/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema64.properties.endpoints.additionalProperties, data: data9 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/endpoints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/endpoints/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema64.properties.endpoints.additionalProperties.type, parentSchema: schema64.properties.endpoints.additionalProperties, data: data9 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema64.properties.endpoints.type, parentSchema: schema64.properties.endpoints, data: data8 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data10 = data.tls;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        if (Object.keys(data10).length < 1) {
          const err21 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema62, data: data10 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        for (const key3 in data10) {
          if (!(key3 === "ca" || key3 === "server_name")) {
            const err22 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema62, data: data10 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data10.ca !== void 0) {
          let data11 = data10.ca;
          if (typeof data11 === "string") {
            if (func1(data11) < 1) {
              const err23 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema62.properties.ca, data: data11 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema62.properties.ca.type, parentSchema: schema62.properties.ca, data: data11 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data10.server_name !== void 0) {
          let data12 = data10.server_name;
          if (typeof data12 === "string") {
            if (!pattern25.test(data12)) {
              const err25 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/pattern", keyword: "pattern", params: { pattern: "^(?![0-9.]+$)[A-Za-z0-9.-]+$" }, message: 'must match pattern "^(?![0-9.]+$)[A-Za-z0-9.-]+$"', schema: "^(?![0-9.]+$)[A-Za-z0-9.-]+$", parentSchema: schema62.properties.server_name, data: data12 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema62.properties.server_name.type, parentSchema: schema62.properties.server_name, data: data12 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema62.type, parentSchema: schema62, data: data10 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
  } else {
    const err28 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema64.type, parentSchema: schema64, data };
    if (vErrors === null) {
      vErrors = [err28];
    } else {
      vErrors.push(err28);
    }
    errors++;
  }
  validate46.errors = vErrors;
  return errors === 0;
}
validate46.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema66 = { "type": "object", "title": "PrometheusProbeSettings", "additionalProperties": false, "required": ["url", "query"], "properties": { "url": { "type": "string", "minLength": 1, "description": "The address of Prometheus, without /api." }, "query": { "type": "string", "minLength": 1, "maxLength": 8e3, "description": "A query that gives one number. ${CHANGEOVER_COLOR} is the color that is asked about." }, "below": { "type": "number", "description": "The number must be less than this one." }, "above": { "type": "number", "description": "The number must be greater than this one." }, "at_most": { "type": "string", "pattern": "^[0-9]{1,6}(\\.[0-9]{1,6})?x$", "description": "How many times the other color's number it may be, as 1.2x. Compared while the other color is the one that users are, or were, on." }, "margin": { "type": "number", "minimum": 0, "description": "What it may be above that, so that a few errors are not infinitely more than none. Default: 0." }, "send": { "$ref": "#/$defs/headers", "description": "Headers that are sent. Take a secret from a variable: `Bearer ${PROMETHEUS_TOKEN}`." }, "tls": { "$ref": "#/$defs/tls" } }, "anyOf": [{ "required": ["below"] }, { "required": ["above"] }, { "required": ["at_most"] }], "dependentRequired": { "margin": ["at_most"] } };
var pattern27 = new RegExp("^[0-9]{1,6}(\\.[0-9]{1,6})?x$", "u");
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
  const _errs1 = errors;
  let valid0 = false;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.below === void 0) {
      const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "below" }, message: "must have required property 'below'", schema: schema66.anyOf[0].required, parentSchema: schema66.anyOf[0], data };
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
      const err1 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "above" }, message: "must have required property 'above'", schema: schema66.anyOf[1].required, parentSchema: schema66.anyOf[1], data };
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
      const err2 = { instancePath, schemaPath: "#/anyOf/2/required", keyword: "required", params: { missingProperty: "at_most" }, message: "must have required property 'at_most'", schema: schema66.anyOf[2].required, parentSchema: schema66.anyOf[2], data };
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
    const err3 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema66.anyOf, parentSchema: schema66, data };
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
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'", schema: schema66.required, parentSchema: schema66, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.query === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "query" }, message: "must have required property 'query'", schema: schema66.required, parentSchema: schema66, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "url" || key0 === "query" || key0 === "below" || key0 === "above" || key0 === "at_most" || key0 === "margin" || key0 === "send" || key0 === "tls")) {
        const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema66, data };
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
          const err7 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema66.properties.url, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema66.properties.url.type, parentSchema: schema66.properties.url, data: data0 };
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
          const err9 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/maxLength", keyword: "maxLength", params: { limit: 8e3 }, message: "must NOT have more than 8000 characters", schema: 8e3, parentSchema: schema66.properties.query, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (func1(data1) < 1) {
          const err10 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema66.properties.query, data: data1 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema66.properties.query.type, parentSchema: schema66.properties.query, data: data1 };
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
        const err12 = { instancePath: instancePath + "/below", schemaPath: "#/properties/below/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema66.properties.below.type, parentSchema: schema66.properties.below, data: data2 };
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
        const err13 = { instancePath: instancePath + "/above", schemaPath: "#/properties/above/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema66.properties.above.type, parentSchema: schema66.properties.above, data: data3 };
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
        if (!pattern27.test(data4)) {
          const err14 = { instancePath: instancePath + "/at_most", schemaPath: "#/properties/at_most/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,6}(\\.[0-9]{1,6})?x$" }, message: 'must match pattern "^[0-9]{1,6}(\\.[0-9]{1,6})?x$"', schema: "^[0-9]{1,6}(\\.[0-9]{1,6})?x$", parentSchema: schema66.properties.at_most, data: data4 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/at_most", schemaPath: "#/properties/at_most/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema66.properties.at_most.type, parentSchema: schema66.properties.at_most, data: data4 };
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
          const err16 = { instancePath: instancePath + "/margin", schemaPath: "#/properties/margin/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema66.properties.margin, data: data5 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/margin", schemaPath: "#/properties/margin/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema66.properties.margin.type, parentSchema: schema66.properties.margin, data: data5 };
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
          const err18 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema60, data: data6 };
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
            if (!pattern23.test(key1)) {
              const err19 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', schema: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", parentSchema: schema60.propertyNames, data: key1, propertyName: key1 };
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
            const err20 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema60.propertyNames, parentSchema: schema60, data: data6 };
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
            const err21 = { instancePath: instancePath + "/send/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema60.additionalProperties.type, parentSchema: schema60.additionalProperties, data: data7 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/send", schemaPath: "#/$defs/headers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema60.type, parentSchema: schema60, data: data6 };
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
          const err23 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema62, data: data8 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        for (const key3 in data8) {
          if (!(key3 === "ca" || key3 === "server_name")) {
            const err24 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema62, data: data8 };
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
              const err25 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema62.properties.ca, data: data9 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/$defs/tls/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema62.properties.ca.type, parentSchema: schema62.properties.ca, data: data9 };
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
            if (!pattern25.test(data10)) {
              const err27 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/pattern", keyword: "pattern", params: { pattern: "^(?![0-9.]+$)[A-Za-z0-9.-]+$" }, message: 'must match pattern "^(?![0-9.]+$)[A-Za-z0-9.-]+$"', schema: "^(?![0-9.]+$)[A-Za-z0-9.-]+$", parentSchema: schema62.properties.server_name, data: data10 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/$defs/tls/properties/server_name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema62.properties.server_name.type, parentSchema: schema62.properties.server_name, data: data10 };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
      } else {
        const err29 = { instancePath: instancePath + "/tls", schemaPath: "#/$defs/tls/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema62.type, parentSchema: schema62, data: data8 };
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
        }, message: "must have property at_most when property margin is present", schema: schema66.dependentRequired, parentSchema: schema66, data };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
  } else {
    const err31 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema66.type, parentSchema: schema66, data };
    if (vErrors === null) {
      vErrors = [err31];
    } else {
      vErrors.push(err31);
    }
    errors++;
  }
  validate48.errors = vErrors;
  return errors === 0;
}
validate48.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate43.evaluated;
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
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "http" }, message: "must have required property 'http'", schema: schema58.oneOf[0].required, parentSchema: schema58.oneOf[0], data };
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
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "tcp" }, message: "must have required property 'tcp'", schema: schema58.oneOf[1].required, parentSchema: schema58.oneOf[1], data };
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
        const err2 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "openstack" }, message: "must have required property 'openstack'", schema: schema58.oneOf[2].required, parentSchema: schema58.oneOf[2], data };
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
          const err3 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "prometheus" }, message: "must have required property 'prometheus'", schema: schema58.oneOf[3].required, parentSchema: schema58.oneOf[3], data };
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
            const err4 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'", schema: schema58.oneOf[4].required, parentSchema: schema58.oneOf[4], data };
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
    const err5 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema58.oneOf, parentSchema: schema58, data };
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
      if (!func7.call(schema58.properties, key0)) {
        const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema58, data };
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
          const err7 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema58.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.properties.name.type, parentSchema: schema58.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.http !== void 0) {
      if (!validate44(data.http, { instancePath: instancePath + "/http", parentData: data, parentDataProperty: "http", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
        errors = vErrors.length;
      }
    }
    if (data.tcp !== void 0) {
      let data2 = data.tcp;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.address === void 0) {
          const err9 = { instancePath: instancePath + "/tcp", schemaPath: "#/$defs/tcp_probe/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'", schema: schema63.required, parentSchema: schema63, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "address" || key1 === "banner" || key1 === "send")) {
            const err10 = { instancePath: instancePath + "/tcp", schemaPath: "#/$defs/tcp_probe/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema63, data: data2 };
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
              const err11 = { instancePath: instancePath + "/tcp/address", schemaPath: "#/$defs/tcp_probe/properties/address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema63.properties.address, data: data3 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/tcp/address", schemaPath: "#/$defs/tcp_probe/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema63.properties.address.type, parentSchema: schema63.properties.address, data: data3 };
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
              const err13 = { instancePath: instancePath + "/tcp/banner", schemaPath: "#/$defs/tcp_probe/properties/banner/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters", schema: 1e3, parentSchema: schema63.properties.banner, data: data4 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (func1(data4) < 1) {
              const err14 = { instancePath: instancePath + "/tcp/banner", schemaPath: "#/$defs/tcp_probe/properties/banner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema63.properties.banner, data: data4 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/tcp/banner", schemaPath: "#/$defs/tcp_probe/properties/banner/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema63.properties.banner.type, parentSchema: schema63.properties.banner, data: data4 };
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
              const err16 = { instancePath: instancePath + "/tcp/send", schemaPath: "#/$defs/tcp_probe/properties/send/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters", schema: 1e3, parentSchema: schema63.properties.send, data: data5 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (func1(data5) < 1) {
              const err17 = { instancePath: instancePath + "/tcp/send", schemaPath: "#/$defs/tcp_probe/properties/send/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema63.properties.send, data: data5 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/tcp/send", schemaPath: "#/$defs/tcp_probe/properties/send/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema63.properties.send.type, parentSchema: schema63.properties.send, data: data5 };
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
            }, message: "must have property banner when property send is present", schema: schema63.dependentRequired, parentSchema: schema63, data: data2 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/tcp", schemaPath: "#/$defs/tcp_probe/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema63.type, parentSchema: schema63, data: data2 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.openstack !== void 0) {
      if (!validate46(data.openstack, { instancePath: instancePath + "/openstack", parentData: data, parentDataProperty: "openstack", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
        errors = vErrors.length;
      }
    }
    if (data.prometheus !== void 0) {
      if (!validate48(data.prometheus, { instancePath: instancePath + "/prometheus", parentData: data, parentDataProperty: "prometheus", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
        errors = vErrors.length;
      }
    }
    if (data.run !== void 0) {
      let data8 = data.run;
      if (typeof data8 === "string") {
        if (func1(data8) < 1) {
          const err21 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema58.properties.run, data: data8 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.properties.run.type, parentSchema: schema58.properties.run, data: data8 };
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
        const err23 = { instancePath: instancePath + "/during", schemaPath: "#/properties/during/enum", keyword: "enum", params: { allowedValues: schema58.properties.during.enum }, message: "must be equal to one of the allowed values", schema: schema58.properties.during.enum, parentSchema: schema58.properties.during, data: data9 };
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
        const err28 = { instancePath: instancePath + "/passes", schemaPath: "#/properties/passes/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema58.properties.passes.type, parentSchema: schema58.properties.passes, data: data12 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 1e3 || isNaN(data12)) {
          const err29 = { instancePath: instancePath + "/passes", schemaPath: "#/properties/passes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema58.properties.passes, data: data12 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        if (data12 < 1 || isNaN(data12)) {
          const err30 = { instancePath: instancePath + "/passes", schemaPath: "#/properties/passes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema58.properties.passes, data: data12 };
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
        const err31 = { instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema58.properties.failures.type, parentSchema: schema58.properties.failures, data: data13 };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 1e4 || isNaN(data13)) {
          const err32 = { instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000", schema: 1e4, parentSchema: schema58.properties.failures, data: data13 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (data13 < 0 || isNaN(data13)) {
          const err33 = { instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema58.properties.failures, data: data13 };
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
        const err34 = { instancePath: instancePath + "/inconclusive", schemaPath: "#/properties/inconclusive/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema58.properties.inconclusive.type, parentSchema: schema58.properties.inconclusive, data: data14 };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (typeof data14 == "number" && isFinite(data14)) {
        if (data14 > 1e4 || isNaN(data14)) {
          const err35 = { instancePath: instancePath + "/inconclusive", schemaPath: "#/properties/inconclusive/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000", schema: 1e4, parentSchema: schema58.properties.inconclusive, data: data14 };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        if (data14 < 0 || isNaN(data14)) {
          const err36 = { instancePath: instancePath + "/inconclusive", schemaPath: "#/properties/inconclusive/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema58.properties.inconclusive, data: data14 };
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
    const err37 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema58.type, parentSchema: schema58, data };
    if (vErrors === null) {
      vErrors = [err37];
    } else {
      vErrors.push(err37);
    }
    errors++;
  }
  validate43.errors = vErrors;
  return errors === 0;
}
validate43.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate42.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate43(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema57.type, parentSchema: schema57, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}
validate42.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate39.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.hosts === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "hosts" }, message: "must have required property 'hosts'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.deploy === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deploy" }, message: "must have required property 'deploy'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "hosts" || key0 === "batch" || key0 === "drain" || key0 === "deploy" || key0 === "verify" || key0 === "restore" || key0 === "pause")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema55, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern16.test(data0)) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$"', schema: "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$", parentSchema: schema55.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema55.properties.name.type, parentSchema: schema55.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.hosts !== void 0) {
      let data1 = data.hosts;
      if (!data1 || typeof data1 != "object") {
        const err6 = { instancePath: instancePath + "/hosts", schemaPath: "#/properties/hosts/type", keyword: "type", params: { type: schema55.properties.hosts.type }, message: "must be array,object", schema: schema55.properties.hosts.type, parentSchema: schema55.properties.hosts, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          const err7 = { instancePath: instancePath + "/hosts", schemaPath: "#/properties/hosts/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema55.properties.hosts, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (!pattern19.test(data2)) {
              const err8 = { instancePath: instancePath + "/hosts/" + i0, schemaPath: "#/properties/hosts/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._:][A-Za-z0-9._:-]{0,252}$" }, message: 'must match pattern "^[A-Za-z0-9._:][A-Za-z0-9._:-]{0,252}$"', schema: "^[A-Za-z0-9._:][A-Za-z0-9._:-]{0,252}$", parentSchema: schema55.properties.hosts.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/hosts/" + i0, schemaPath: "#/properties/hosts/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema55.properties.hosts.items.type, parentSchema: schema55.properties.hosts.items, data: data2 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      }
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.run === void 0) {
          const err10 = { instancePath: instancePath + "/hosts", schemaPath: "#/properties/hosts/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'", schema: schema55.properties.hosts.required, parentSchema: schema55.properties.hosts, data: data1 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        for (const key1 in data1) {
          if (!(key1 === "run" || key1 === "timeout")) {
            const err11 = { instancePath: instancePath + "/hosts", schemaPath: "#/properties/hosts/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema55.properties.hosts, data: data1 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data1.run !== void 0) {
          let data3 = data1.run;
          if (typeof data3 === "string") {
            if (func1(data3) < 1) {
              const err12 = { instancePath: instancePath + "/hosts/run", schemaPath: "#/properties/hosts/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema55.properties.hosts.properties.run, data: data3 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/hosts/run", schemaPath: "#/properties/hosts/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema55.properties.hosts.properties.run.type, parentSchema: schema55.properties.hosts.properties.run, data: data3 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data1.timeout !== void 0) {
          let data4 = data1.timeout;
          if (typeof data4 === "string") {
            if (!pattern6.test(data4)) {
              const err14 = { instancePath: instancePath + "/hosts/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data4 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/hosts/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data4 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      }
    }
    if (data.batch !== void 0) {
      let data5 = data.batch;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5)) && typeof data5 !== "string" && !Array.isArray(data5)) {
        const err16 = { instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/type", keyword: "type", params: { type: schema55.properties.batch.type }, message: "must be integer,string,array", schema: schema55.properties.batch.type, parentSchema: schema55.properties.batch, data: data5 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 < 1 || isNaN(data5)) {
          const err17 = { instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema55.properties.batch, data: data5 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      }
      if (typeof data5 === "string") {
        if (!pattern21.test(data5)) {
          const err18 = { instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/pattern", keyword: "pattern", params: { pattern: "^([1-9][0-9]?|100)%$" }, message: 'must match pattern "^([1-9][0-9]?|100)%$"', schema: "^([1-9][0-9]?|100)%$", parentSchema: schema55.properties.batch, data: data5 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          const err19 = { instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema55.properties.batch, data: data5 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data6 = data5[i1];
          if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6)) && typeof data6 !== "string") {
            const err20 = { instancePath: instancePath + "/batch/" + i1, schemaPath: "#/properties/batch/items/type", keyword: "type", params: { type: schema55.properties.batch.items.type }, message: "must be integer,string", schema: schema55.properties.batch.items.type, parentSchema: schema55.properties.batch.items, data: data6 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 < 1 || isNaN(data6)) {
              const err21 = { instancePath: instancePath + "/batch/" + i1, schemaPath: "#/properties/batch/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema55.properties.batch.items, data: data6 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          }
          if (typeof data6 === "string") {
            if (!pattern21.test(data6)) {
              const err22 = { instancePath: instancePath + "/batch/" + i1, schemaPath: "#/properties/batch/items/pattern", keyword: "pattern", params: { pattern: "^([1-9][0-9]?|100)%$" }, message: 'must match pattern "^([1-9][0-9]?|100)%$"', schema: "^([1-9][0-9]?|100)%$", parentSchema: schema55.properties.batch.items, data: data6 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
        }
      }
    }
    if (data.drain !== void 0) {
      if (!validate31(data.drain, { instancePath: instancePath + "/drain", parentData: data, parentDataProperty: "drain", rootData, dynamicAnchors })) {
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
      if (!validate42(data.verify, { instancePath: instancePath + "/verify", parentData: data, parentDataProperty: "verify", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
        errors = vErrors.length;
      }
    }
    if (data.restore !== void 0) {
      if (!validate31(data.restore, { instancePath: instancePath + "/restore", parentData: data, parentDataProperty: "restore", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
    if (data.pause !== void 0) {
      let data11 = data.pause;
      if (typeof data11 === "string") {
        if (!pattern6.test(data11)) {
          const err23 = { instancePath: instancePath + "/pause", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data11 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/pause", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data11 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
  } else {
    const err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema55.type, parentSchema: schema55, data };
    if (vErrors === null) {
      vErrors = [err25];
    } else {
      vErrors.push(err25);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
validate39.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
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
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema54, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate39(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema54.type, parentSchema: schema54, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}
validate38.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema72 = { "type": "object", "title": "WitnessSettings", "additionalProperties": false, "oneOf": [{ "required": ["url"] }, { "required": ["endpoints"] }], "properties": { "url": { "type": "string", "minLength": 1, "description": "The live endpoint, as users reach it. Every request has a connection of its own. Short for one of endpoints, by the name live." }, "endpoints": { "type": "array", "minItems": 1, "maxItems": 20, "items": { "$ref": "#/$defs/witness_endpoint" }, "description": "Several live endpoints instead of url; each is asked at the whole rate." }, "rate": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e3, "description": "Requests a second to each endpoint. Default: 20." }, "timeout": { "$ref": "#/$defs/duration", "description": "When a request that has no whole answer counts as failed. Default: 5s." }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "description": "The answers that are good. Default: 200 to 399." }, "budget": { "type": "object", "title": "WitnessBudget", "additionalProperties": false, "description": "What the witness puts up with; more takes users back.", "properties": { "failed": { "type": "integer", "minimum": 0, "description": "Failed requests that are put up with, of all endpoints together. Default: 0." }, "p95": { "$ref": "#/$defs/duration", "description": "What 95 % of an endpoint's answers may take at most on the new color. Default: not judged." }, "p99": { "$ref": "#/$defs/duration", "description": "What 99 % of them may take at most. Default: not judged." }, "slowdown": { "type": "number", "minimum": 1, "description": "How many times as long as before the switch an endpoint's 95th percentile may be on the new color. Default: not judged." } } } } };
var schema73 = { "type": "object", "title": "WitnessEndpointSettings", "additionalProperties": false, "required": ["name", "url"], "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 60, "description": "What reports call it." }, "url": { "type": "string", "minLength": 1, "description": "The endpoint, as users reach it. Every request has a connection of its own." }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "description": "The answers that are good. Default: those of the witness." } } };
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate56.evaluated;
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
    if (data.url === void 0) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'", schema: schema72.oneOf[0].required, parentSchema: schema72.oneOf[0], data };
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
    if (data.endpoints === void 0) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "endpoints" }, message: "must have required property 'endpoints'", schema: schema72.oneOf[1].required, parentSchema: schema72.oneOf[1], data };
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
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema72.oneOf, parentSchema: schema72, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
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
      if (!(key0 === "url" || key0 === "endpoints" || key0 === "rate" || key0 === "timeout" || key0 === "status" || key0 === "budget")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema72, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data0 = data.url;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err4 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema72.properties.url, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema72.properties.url.type, parentSchema: schema72.properties.url, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.endpoints !== void 0) {
      let data1 = data.endpoints;
      if (Array.isArray(data1)) {
        if (data1.length > 20) {
          const err6 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items", schema: 20, parentSchema: schema72.properties.endpoints, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data1.length < 1) {
          const err7 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema72.properties.endpoints, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.name === void 0) {
              const err8 = { instancePath: instancePath + "/endpoints/" + i0, schemaPath: "#/$defs/witness_endpoint/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema73.required, parentSchema: schema73, data: data2 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data2.url === void 0) {
              const err9 = { instancePath: instancePath + "/endpoints/" + i0, schemaPath: "#/$defs/witness_endpoint/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'", schema: schema73.required, parentSchema: schema73, data: data2 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            for (const key1 in data2) {
              if (!(key1 === "name" || key1 === "url" || key1 === "status")) {
                const err10 = { instancePath: instancePath + "/endpoints/" + i0, schemaPath: "#/$defs/witness_endpoint/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema73, data: data2 };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
            if (data2.name !== void 0) {
              let data3 = data2.name;
              if (typeof data3 === "string") {
                if (func1(data3) > 60) {
                  const err11 = { instancePath: instancePath + "/endpoints/" + i0 + "/name", schemaPath: "#/$defs/witness_endpoint/properties/name/maxLength", keyword: "maxLength", params: { limit: 60 }, message: "must NOT have more than 60 characters", schema: 60, parentSchema: schema73.properties.name, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
                if (func1(data3) < 1) {
                  const err12 = { instancePath: instancePath + "/endpoints/" + i0 + "/name", schemaPath: "#/$defs/witness_endpoint/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema73.properties.name, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
              } else {
                const err13 = { instancePath: instancePath + "/endpoints/" + i0 + "/name", schemaPath: "#/$defs/witness_endpoint/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema73.properties.name.type, parentSchema: schema73.properties.name, data: data3 };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
            if (data2.url !== void 0) {
              let data4 = data2.url;
              if (typeof data4 === "string") {
                if (func1(data4) < 1) {
                  const err14 = { instancePath: instancePath + "/endpoints/" + i0 + "/url", schemaPath: "#/$defs/witness_endpoint/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema73.properties.url, data: data4 };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
              } else {
                const err15 = { instancePath: instancePath + "/endpoints/" + i0 + "/url", schemaPath: "#/$defs/witness_endpoint/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema73.properties.url.type, parentSchema: schema73.properties.url, data: data4 };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data2.status !== void 0) {
              let data5 = data2.status;
              if (Array.isArray(data5)) {
                if (data5.length < 1) {
                  const err16 = { instancePath: instancePath + "/endpoints/" + i0 + "/status", schemaPath: "#/$defs/witness_endpoint/properties/status/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema73.properties.status, data: data5 };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
                const len1 = data5.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data6 = data5[i1];
                  if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                    const err17 = { instancePath: instancePath + "/endpoints/" + i0 + "/status/" + i1, schemaPath: "#/$defs/witness_endpoint/properties/status/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema73.properties.status.items.type, parentSchema: schema73.properties.status.items, data: data6 };
                    if (vErrors === null) {
                      vErrors = [err17];
                    } else {
                      vErrors.push(err17);
                    }
                    errors++;
                  }
                  if (typeof data6 == "number" && isFinite(data6)) {
                    if (data6 > 599 || isNaN(data6)) {
                      const err18 = { instancePath: instancePath + "/endpoints/" + i0 + "/status/" + i1, schemaPath: "#/$defs/witness_endpoint/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599", schema: 599, parentSchema: schema73.properties.status.items, data: data6 };
                      if (vErrors === null) {
                        vErrors = [err18];
                      } else {
                        vErrors.push(err18);
                      }
                      errors++;
                    }
                    if (data6 < 100 || isNaN(data6)) {
                      const err19 = { instancePath: instancePath + "/endpoints/" + i0 + "/status/" + i1, schemaPath: "#/$defs/witness_endpoint/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100", schema: 100, parentSchema: schema73.properties.status.items, data: data6 };
                      if (vErrors === null) {
                        vErrors = [err19];
                      } else {
                        vErrors.push(err19);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err20 = { instancePath: instancePath + "/endpoints/" + i0 + "/status", schemaPath: "#/$defs/witness_endpoint/properties/status/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema73.properties.status.type, parentSchema: schema73.properties.status, data: data5 };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
          } else {
            const err21 = { instancePath: instancePath + "/endpoints/" + i0, schemaPath: "#/$defs/witness_endpoint/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema73.type, parentSchema: schema73, data: data2 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema72.properties.endpoints.type, parentSchema: schema72.properties.endpoints, data: data1 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.rate !== void 0) {
      let data7 = data.rate;
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 > 1e3 || isNaN(data7)) {
          const err23 = { instancePath: instancePath + "/rate", schemaPath: "#/properties/rate/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema72.properties.rate, data: data7 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (data7 <= 0 || isNaN(data7)) {
          const err24 = { instancePath: instancePath + "/rate", schemaPath: "#/properties/rate/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0", schema: 0, parentSchema: schema72.properties.rate, data: data7 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/rate", schemaPath: "#/properties/rate/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema72.properties.rate.type, parentSchema: schema72.properties.rate, data: data7 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data8 = data.timeout;
      if (typeof data8 === "string") {
        if (!pattern6.test(data8)) {
          const err26 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data8 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data8 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.status !== void 0) {
      let data9 = data.status;
      if (Array.isArray(data9)) {
        if (data9.length < 1) {
          const err28 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema72.properties.status, data: data9 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        const len2 = data9.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data10 = data9[i2];
          if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
            const err29 = { instancePath: instancePath + "/status/" + i2, schemaPath: "#/properties/status/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema72.properties.status.items.type, parentSchema: schema72.properties.status.items, data: data10 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 599 || isNaN(data10)) {
              const err30 = { instancePath: instancePath + "/status/" + i2, schemaPath: "#/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599", schema: 599, parentSchema: schema72.properties.status.items, data: data10 };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            if (data10 < 100 || isNaN(data10)) {
              const err31 = { instancePath: instancePath + "/status/" + i2, schemaPath: "#/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100", schema: 100, parentSchema: schema72.properties.status.items, data: data10 };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema72.properties.status.type, parentSchema: schema72.properties.status, data: data9 };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.budget !== void 0) {
      let data11 = data.budget;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        for (const key2 in data11) {
          if (!(key2 === "failed" || key2 === "p95" || key2 === "p99" || key2 === "slowdown")) {
            const err33 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema72.properties.budget, data: data11 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data11.failed !== void 0) {
          let data12 = data11.failed;
          if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
            const err34 = { instancePath: instancePath + "/budget/failed", schemaPath: "#/properties/budget/properties/failed/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema72.properties.budget.properties.failed.type, parentSchema: schema72.properties.budget.properties.failed, data: data12 };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
          if (typeof data12 == "number" && isFinite(data12)) {
            if (data12 < 0 || isNaN(data12)) {
              const err35 = { instancePath: instancePath + "/budget/failed", schemaPath: "#/properties/budget/properties/failed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema72.properties.budget.properties.failed, data: data12 };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          }
        }
        if (data11.p95 !== void 0) {
          let data13 = data11.p95;
          if (typeof data13 === "string") {
            if (!pattern6.test(data13)) {
              const err36 = { instancePath: instancePath + "/budget/p95", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data13 };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          } else {
            const err37 = { instancePath: instancePath + "/budget/p95", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data13 };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data11.p99 !== void 0) {
          let data14 = data11.p99;
          if (typeof data14 === "string") {
            if (!pattern6.test(data14)) {
              const err38 = { instancePath: instancePath + "/budget/p99", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data14 };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          } else {
            const err39 = { instancePath: instancePath + "/budget/p99", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data14 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data11.slowdown !== void 0) {
          let data15 = data11.slowdown;
          if (typeof data15 == "number" && isFinite(data15)) {
            if (data15 < 1 || isNaN(data15)) {
              const err40 = { instancePath: instancePath + "/budget/slowdown", schemaPath: "#/properties/budget/properties/slowdown/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema72.properties.budget.properties.slowdown, data: data15 };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
          } else {
            const err41 = { instancePath: instancePath + "/budget/slowdown", schemaPath: "#/properties/budget/properties/slowdown/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema72.properties.budget.properties.slowdown.type, parentSchema: schema72.properties.budget.properties.slowdown, data: data15 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
      } else {
        const err42 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema72.properties.budget.type, parentSchema: schema72.properties.budget, data: data11 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
  } else {
    const err43 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema72.type, parentSchema: schema72, data };
    if (vErrors === null) {
      vErrors = [err43];
    } else {
      vErrors.push(err43);
    }
    errors++;
  }
  validate56.errors = vErrors;
  return errors === 0;
}
validate56.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema77 = { "type": "object", "title": "BakeSettings", "additionalProperties": false, "properties": { "for": { "$ref": "#/$defs/duration", "description": "How long it is watched. Default: 60s." } } };
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
    for (const key0 in data) {
      if (!(key0 === "for")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema77, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.for !== void 0) {
      let data0 = data.for;
      if (typeof data0 === "string") {
        if (!pattern6.test(data0)) {
          const err1 = { instancePath: instancePath + "/for", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/for", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
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
  validate58.errors = vErrors;
  return errors === 0;
}
validate58.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema80 = { "type": "object", "title": "TestSettings", "additionalProperties": false, "required": ["run"], "properties": { "name": { "type": "string", "minLength": 1, "description": "What results call the test. Default: the service." }, "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail, run in the unpacked release. Exit status 0 is a pass." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the test counts as hung, fails, and its whole process tree is ended. Default: 30m." }, "report": { "const": "junit", "description": "The format of the report that the command writes. A pass then needs a report in which a case ran and none failed." }, "path": { "type": "string", "minLength": 1, "description": "Where the reports are: a glob in the release folder. Older files than the test do not count." } }, "dependentRequired": { "report": ["path"], "path": ["report"] } };
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate60.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.run === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'", schema: schema80.required, parentSchema: schema80, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "run" || key0 === "timeout" || key0 === "report" || key0 === "path")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema80, data };
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
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema80.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema80.properties.name.type, parentSchema: schema80.properties.name, data: data0 };
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
          const err4 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema80.properties.run, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema80.properties.run.type, parentSchema: schema80.properties.run, data: data1 };
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
        const err8 = { instancePath: instancePath + "/report", schemaPath: "#/properties/report/const", keyword: "const", params: { allowedValue: "junit" }, message: "must be equal to constant", schema: "junit", parentSchema: schema80.properties.report, data: data3 };
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
          const err9 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema80.properties.path, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema80.properties.path.type, parentSchema: schema80.properties.path, data: data4 };
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
        }, message: "must have property path when property report is present", schema: schema80.dependentRequired, parentSchema: schema80, data };
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
        }, message: "must have property report when property path is present", schema: schema80.dependentRequired, parentSchema: schema80, data };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema80.type, parentSchema: schema80, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate60.errors = vErrors;
  return errors === 0;
}
validate60.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
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
      if (!func7.call(schema46.properties, key0)) {
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
    if (data.gates !== void 0) {
      if (!validate33(data.gates, { instancePath: instancePath + "/gates", parentData: data, parentDataProperty: "gates", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.deploy !== void 0) {
      if (!validate31(data.deploy, { instancePath: instancePath + "/deploy", parentData: data, parentDataProperty: "deploy", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
    if (data.rolling !== void 0) {
      if (!validate38(data.rolling, { instancePath: instancePath + "/rolling", parentData: data, parentDataProperty: "rolling", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
        errors = vErrors.length;
      }
    }
    if (data.verify !== void 0) {
      if (!validate42(data.verify, { instancePath: instancePath + "/verify", parentData: data, parentDataProperty: "verify", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
        errors = vErrors.length;
      }
    }
    if (data.witness !== void 0) {
      if (!validate56(data.witness, { instancePath: instancePath + "/witness", parentData: data, parentDataProperty: "witness", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
        errors = vErrors.length;
      }
    }
    if (data.bake !== void 0) {
      if (!validate58(data.bake, { instancePath: instancePath + "/bake", parentData: data, parentDataProperty: "bake", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
        errors = vErrors.length;
      }
    }
    if (data.tests !== void 0) {
      let data14 = data.tests;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        for (const key4 in data14) {
          const _errs32 = errors;
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
          var valid7 = _errs32 === errors;
          if (!valid7) {
            const err20 = { instancePath: instancePath + "/tests", schemaPath: "#/properties/tests/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, message: "property name must be valid", schema: schema46.properties.tests.propertyNames, parentSchema: schema46.properties.tests, data: data14 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        for (const key5 in data14) {
          let data15 = data14[key5];
          if (Array.isArray(data15)) {
            if (data15.length < 1) {
              const err21 = { instancePath: instancePath + "/tests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tests/additionalProperties/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema46.properties.tests.additionalProperties, data: data15 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            const len0 = data15.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (!validate60(data15[i0], { instancePath: instancePath + "/tests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, parentData: data15, parentDataProperty: i0, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err22 = { instancePath: instancePath + "/tests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tests/additionalProperties/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema46.properties.tests.additionalProperties.type, parentSchema: schema46.properties.tests.additionalProperties, data: data15 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/tests", schemaPath: "#/properties/tests/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema46.properties.tests.type, parentSchema: schema46.properties.tests, data: data14 };
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
var schema82 = { "type": "object", "title": "BlueGreenSettings", "additionalProperties": false, "required": ["strategy", "deploy", "verify", "router"], "properties": { "strategy": { "const": "blue_green", "description": "A release goes to the idle color, and users go there when it is healthy." }, "env": { "$ref": "#/$defs/env", "description": "Variables for the commands, probes and addresses of both colors." }, "require_attestation": { "description": "Refuse every release that was not attested as it says here, before anything of it is unpacked. `true`: by any workflow of this repository.", "oneOf": [{ "const": true }, { "$ref": "#/$defs/attestation" }] }, "colors": { "type": "object", "title": "ColorsSettings", "additionalProperties": false, "description": "What differs between the two halves.", "properties": { "blue": { "$ref": "#/$defs/color", "description": "One half." }, "green": { "$ref": "#/$defs/color", "description": "The other." } } }, "gates": { "$ref": "#/$defs/gates", "description": "Commands that say whether this upgrade may begin, before anything is changed. Default: none." }, "expand": { "$ref": "#/$defs/command", "description": "Backward-compatible schema changes, while the old color serves." }, "deploy": { "$ref": "#/$defs/command", "description": "Brings the idle color, $CHANGEOVER_COLOR, to the release. It must be idempotent." }, "verify": { "$ref": "#/$defs/probes", "minItems": 1, "description": "Asked of the idle color before the switch, of the live one after it, and of the old one before a rollback." }, "router": { "$ref": "#/$defs/router", "description": "What decides which color gets the users." }, "witness": { "$ref": "#/$defs/witness", "description": "A client that keeps asking the live endpoint during a changeover and counts every failure. Default: none, so that only the probes decide." }, "bake": { "$ref": "#/$defs/bake", "description": "The time after the switch in which users are taken back when probes or witness say no." }, "rolling": { "$ref": "#/$defs/rolling", "description": "What cannot be blue-green, host by host, once users are on the new color and the bake is over: conductors, schedulers, agents, compute hosts. Default: nothing." }, "promote_within": { "$ref": "#/$defs/duration", "description": "How long a release that waits for its switch (--until verified) may be switched to; after that it must be deployed again. Default: 30d, the longest that GitHub waits for an approval." }, "rollback_window": { "$ref": "#/$defs/duration", "description": "How long after the switch a rollback is possible. Default: 24h." }, "contract": { "$ref": "#/$defs/command", "description": "The point of no return: schema changes that the old color cannot live with. Runs with --until finalized only." }, "retire": { "$ref": "#/$defs/command", "description": "Ends the old color for good; here $CHANGEOVER_COLOR is that one. Runs with --until finalized only." } } };
var schema85 = { "type": "object", "title": "ColorSettings", "additionalProperties": false, "properties": { "env": { "$ref": "#/$defs/env", "description": "Variables of this color alone; they may refer to those of the environment." } } };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate64.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "env")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema85, data };
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
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema85.type, parentSchema: schema85, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate64.errors = vErrors;
  return errors === 0;
}
validate64.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema87 = { "type": "object", "title": "RouterSettings", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "haproxy": { "$ref": "#/$defs/haproxy", "description": "One or more HAProxy nodes." }, "command": { "$ref": "#/$defs/command_router", "description": "Commands of your own, for any other load balancer." }, "local": { "$ref": "#/$defs/local", "description": "A small forwarder for laptops and demos." } } };
var schema88 = { "type": "object", "title": "HaproxySettings", "additionalProperties": false, "required": ["nodes"], "properties": { "nodes": { "type": "array", "description": "All HAProxys that users reach; they are switched together, all or none.", "minItems": 1, "items": { "type": "object", "title": "HaproxyNode", "additionalProperties": false, "required": ["socket"], "properties": { "socket": { "type": "string", "minLength": 1, "description": "The stats socket: unix:///run/haproxy/admin.sock, tcp://127.0.0.1:9999, or ssh://user@host/run/haproxy/admin.sock on another machine. A map takes level operator, servers take level admin." }, "map_file": { "type": "string", "minLength": 1, "description": "The map file, spelled as in the node's configuration, where Changeover can replace it; with an ssh: socket it is on that machine. With map only, and needed there." }, "state_file": { "type": "string", "minLength": 1, "description": "The node's server-state-file, where Changeover can replace it: a reload then keeps the color; with an ssh: socket it is on that machine. With servers only." }, "passive": { "type": "boolean", "description": "The node stands by, as keepalived's backup does: it is switched and read back before the others. Default: false." } } } }, "map": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9_.:-]+$" }, "additionalProperties": { "type": "string", "pattern": "^[A-Za-z0-9_.:{}-]+$" }, "description": "Each key of the map with the backend that it leads to; {color} stands for the color. Either this or servers." }, "servers": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^[A-Za-z0-9_.:-]+$" }, "additionalProperties": { "type": "string", "pattern": "^[A-Za-z0-9_.:*{}-]+$" }, "description": "Each backend with the names of its servers; {color} stands for the color, * for any text. Either this or map." }, "health_timeout": { "$ref": "#/$defs/duration", "description": "How long servers that leave maintenance may take to pass HAProxy's health checks, before users are moved. With servers only. Default: 30s." }, "drain_timeout": { "$ref": "#/$defs/duration", "description": "How long the sessions of the servers that users left may take to end, before those go into maintenance. With servers only. Default: 30s." }, "standby": { "enum": ["maintenance", "drain"], "description": "What the servers that users left are kept in. With drain their health checks go on, so that a rollback need not wait for them; but users with a cookie of theirs still come. With servers only. Default: maintenance." } } };
var pattern44 = new RegExp("^[A-Za-z0-9_.:-]+$", "u");
var pattern45 = new RegExp("^[A-Za-z0-9_.:{}-]+$", "u");
var pattern47 = new RegExp("^[A-Za-z0-9_.:*{}-]+$", "u");
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate72.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.nodes === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "nodes" }, message: "must have required property 'nodes'", schema: schema88.required, parentSchema: schema88, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "nodes" || key0 === "map" || key0 === "servers" || key0 === "health_timeout" || key0 === "drain_timeout" || key0 === "standby")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema88, data };
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
          const err2 = { instancePath: instancePath + "/nodes", schemaPath: "#/properties/nodes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema88.properties.nodes, data: data0 };
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
              const err3 = { instancePath: instancePath + "/nodes/" + i0, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "socket" }, message: "must have required property 'socket'", schema: schema88.properties.nodes.items.required, parentSchema: schema88.properties.nodes.items, data: data1 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            for (const key1 in data1) {
              if (!(key1 === "socket" || key1 === "map_file" || key1 === "state_file" || key1 === "passive")) {
                const err4 = { instancePath: instancePath + "/nodes/" + i0, schemaPath: "#/properties/nodes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema88.properties.nodes.items, data: data1 };
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
                  const err5 = { instancePath: instancePath + "/nodes/" + i0 + "/socket", schemaPath: "#/properties/nodes/items/properties/socket/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema88.properties.nodes.items.properties.socket, data: data2 };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                }
              } else {
                const err6 = { instancePath: instancePath + "/nodes/" + i0 + "/socket", schemaPath: "#/properties/nodes/items/properties/socket/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema88.properties.nodes.items.properties.socket.type, parentSchema: schema88.properties.nodes.items.properties.socket, data: data2 };
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
                  const err7 = { instancePath: instancePath + "/nodes/" + i0 + "/map_file", schemaPath: "#/properties/nodes/items/properties/map_file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema88.properties.nodes.items.properties.map_file, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              } else {
                const err8 = { instancePath: instancePath + "/nodes/" + i0 + "/map_file", schemaPath: "#/properties/nodes/items/properties/map_file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema88.properties.nodes.items.properties.map_file.type, parentSchema: schema88.properties.nodes.items.properties.map_file, data: data3 };
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
                  const err9 = { instancePath: instancePath + "/nodes/" + i0 + "/state_file", schemaPath: "#/properties/nodes/items/properties/state_file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema88.properties.nodes.items.properties.state_file, data: data4 };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                }
              } else {
                const err10 = { instancePath: instancePath + "/nodes/" + i0 + "/state_file", schemaPath: "#/properties/nodes/items/properties/state_file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema88.properties.nodes.items.properties.state_file.type, parentSchema: schema88.properties.nodes.items.properties.state_file, data: data4 };
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
                const err11 = { instancePath: instancePath + "/nodes/" + i0 + "/passive", schemaPath: "#/properties/nodes/items/properties/passive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema88.properties.nodes.items.properties.passive.type, parentSchema: schema88.properties.nodes.items.properties.passive, data: data5 };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          } else {
            const err12 = { instancePath: instancePath + "/nodes/" + i0, schemaPath: "#/properties/nodes/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema88.properties.nodes.items.type, parentSchema: schema88.properties.nodes.items, data: data1 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/nodes", schemaPath: "#/properties/nodes/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema88.properties.nodes.type, parentSchema: schema88.properties.nodes, data: data0 };
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
          const err14 = { instancePath: instancePath + "/map", schemaPath: "#/properties/map/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema88.properties.map, data: data6 };
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
            if (!pattern44.test(key2)) {
              const err15 = { instancePath: instancePath + "/map", schemaPath: "#/properties/map/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:-]+$" }, message: 'must match pattern "^[A-Za-z0-9_.:-]+$"', schema: "^[A-Za-z0-9_.:-]+$", parentSchema: schema88.properties.map.propertyNames, data: key2, propertyName: key2 };
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
            const err16 = { instancePath: instancePath + "/map", schemaPath: "#/properties/map/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, message: "property name must be valid", schema: schema88.properties.map.propertyNames, parentSchema: schema88.properties.map, data: data6 };
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
            if (!pattern45.test(data7)) {
              const err17 = { instancePath: instancePath + "/map/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/map/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:{}-]+$" }, message: 'must match pattern "^[A-Za-z0-9_.:{}-]+$"', schema: "^[A-Za-z0-9_.:{}-]+$", parentSchema: schema88.properties.map.additionalProperties, data: data7 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/map/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/map/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema88.properties.map.additionalProperties.type, parentSchema: schema88.properties.map.additionalProperties, data: data7 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/map", schemaPath: "#/properties/map/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema88.properties.map.type, parentSchema: schema88.properties.map, data: data6 };
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
          const err20 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema88.properties.servers, data: data8 };
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
            if (!pattern44.test(key4)) {
              const err21 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:-]+$" }, message: 'must match pattern "^[A-Za-z0-9_.:-]+$"', schema: "^[A-Za-z0-9_.:-]+$", parentSchema: schema88.properties.servers.propertyNames, data: key4, propertyName: key4 };
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
            const err22 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, message: "property name must be valid", schema: schema88.properties.servers.propertyNames, parentSchema: schema88.properties.servers, data: data8 };
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
            if (!pattern47.test(data9)) {
              const err23 = { instancePath: instancePath + "/servers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/servers/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:*{}-]+$" }, message: 'must match pattern "^[A-Za-z0-9_.:*{}-]+$"', schema: "^[A-Za-z0-9_.:*{}-]+$", parentSchema: schema88.properties.servers.additionalProperties, data: data9 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/servers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/servers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema88.properties.servers.additionalProperties.type, parentSchema: schema88.properties.servers.additionalProperties, data: data9 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/servers", schemaPath: "#/properties/servers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema88.properties.servers.type, parentSchema: schema88.properties.servers, data: data8 };
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
        const err30 = { instancePath: instancePath + "/standby", schemaPath: "#/properties/standby/enum", keyword: "enum", params: { allowedValues: schema88.properties.standby.enum }, message: "must be equal to one of the allowed values", schema: schema88.properties.standby.enum, parentSchema: schema88.properties.standby, data: data12 };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
  } else {
    const err31 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema88.type, parentSchema: schema88, data };
    if (vErrors === null) {
      vErrors = [err31];
    } else {
      vErrors.push(err31);
    }
    errors++;
  }
  validate72.errors = vErrors;
  return errors === 0;
}
validate72.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema91 = { "type": "object", "title": "CommandRouterSettings", "additionalProperties": false, "required": ["current", "switch"], "properties": { "current": { "$ref": "#/$defs/router_command", "description": "Prints where users are sent: blue, green, none or split. Changes nothing." }, "switch": { "$ref": "#/$defs/router_command", "description": "Sends users to CHANGEOVER_COLOR, all of them or none; also when they are there already." }, "check": { "$ref": "#/$defs/router_command", "description": "Exit status 0: users could be sent to CHANGEOVER_COLOR, and it is healthy. Changes nothing. Without it, only current is asked." } } };
var schema92 = { "type": "object", "title": "RouterCommand", "additionalProperties": false, "required": ["run"], "properties": { "run": { "type": "string", "minLength": 1, "description": "A script for bash -euo pipefail. A rollback has no release's files: what it calls must be on the machine. Values reach it through the environment." }, "timeout": { "$ref": "#/$defs/duration", "description": "When the command counts as hung and its whole process tree is ended. Default: 30s." } } };
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate75.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.run === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'", schema: schema92.required, parentSchema: schema92, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "run" || key0 === "timeout")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema92, data };
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
          const err2 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema92.properties.run, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema92.properties.run.type, parentSchema: schema92.properties.run, data: data0 };
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
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema92.type, parentSchema: schema92, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate75.errors = vErrors;
  return errors === 0;
}
validate75.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate74.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.current === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "current" }, message: "must have required property 'current'", schema: schema91.required, parentSchema: schema91, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.switch === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "switch" }, message: "must have required property 'switch'", schema: schema91.required, parentSchema: schema91, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "current" || key0 === "switch" || key0 === "check")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema91, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.current !== void 0) {
      if (!validate75(data.current, { instancePath: instancePath + "/current", parentData: data, parentDataProperty: "current", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
        errors = vErrors.length;
      }
    }
    if (data.switch !== void 0) {
      if (!validate75(data.switch, { instancePath: instancePath + "/switch", parentData: data, parentDataProperty: "switch", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
        errors = vErrors.length;
      }
    }
    if (data.check !== void 0) {
      if (!validate75(data.check, { instancePath: instancePath + "/check", parentData: data, parentDataProperty: "check", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema91.type, parentSchema: schema91, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate74.errors = vErrors;
  return errors === 0;
}
validate74.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema94 = { "type": "object", "title": "LocalRouterSettings", "additionalProperties": false, "required": ["services"], "description": "A small forwarder for laptops and demos; not for production.", "properties": { "services": { "type": "object", "description": "What is forwarded, by name.", "minProperties": 1, "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "object", "title": "LocalRouterService", "additionalProperties": false, "required": ["listen", "blue", "green"], "properties": { "listen": { "type": "string", "description": "host:port that users connect to." }, "blue": { "type": "string", "description": "host:port of the blue color." }, "green": { "type": "string", "description": "host:port of the green color." } } } } } };
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate80.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.services === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "services" }, message: "must have required property 'services'", schema: schema94.required, parentSchema: schema94, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "services")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema94, data };
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
          const err2 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema94.properties.services, data: data0 };
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
            const err5 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema94.properties.services.propertyNames, parentSchema: schema94.properties.services, data: data0 };
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
              const err6 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/services/additionalProperties/required", keyword: "required", params: { missingProperty: "listen" }, message: "must have required property 'listen'", schema: schema94.properties.services.additionalProperties.required, parentSchema: schema94.properties.services.additionalProperties, data: data1 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (data1.blue === void 0) {
              const err7 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/services/additionalProperties/required", keyword: "required", params: { missingProperty: "blue" }, message: "must have required property 'blue'", schema: schema94.properties.services.additionalProperties.required, parentSchema: schema94.properties.services.additionalProperties, data: data1 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (data1.green === void 0) {
              const err8 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/services/additionalProperties/required", keyword: "required", params: { missingProperty: "green" }, message: "must have required property 'green'", schema: schema94.properties.services.additionalProperties.required, parentSchema: schema94.properties.services.additionalProperties, data: data1 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            for (const key3 in data1) {
              if (!(key3 === "listen" || key3 === "blue" || key3 === "green")) {
                const err9 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/services/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema94.properties.services.additionalProperties, data: data1 };
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
                const err10 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/listen", schemaPath: "#/properties/services/additionalProperties/properties/listen/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema94.properties.services.additionalProperties.properties.listen.type, parentSchema: schema94.properties.services.additionalProperties.properties.listen, data: data2 };
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
                const err11 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/blue", schemaPath: "#/properties/services/additionalProperties/properties/blue/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema94.properties.services.additionalProperties.properties.blue.type, parentSchema: schema94.properties.services.additionalProperties.properties.blue, data: data3 };
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
                const err12 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/green", schemaPath: "#/properties/services/additionalProperties/properties/green/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema94.properties.services.additionalProperties.properties.green.type, parentSchema: schema94.properties.services.additionalProperties.properties.green, data: data4 };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
          } else {
            const err13 = { instancePath: instancePath + "/services/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/services/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema94.properties.services.additionalProperties.type, parentSchema: schema94.properties.services.additionalProperties, data: data1 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/services", schemaPath: "#/properties/services/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema94.properties.services.type, parentSchema: schema94.properties.services, data: data0 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema94.type, parentSchema: schema94, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate80.errors = vErrors;
  return errors === 0;
}
validate80.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate71.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema87, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err1 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema87, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "haproxy" || key0 === "command" || key0 === "local")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema87, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.haproxy !== void 0) {
      if (!validate72(data.haproxy, { instancePath: instancePath + "/haproxy", parentData: data, parentDataProperty: "haproxy", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
        errors = vErrors.length;
      }
    }
    if (data.command !== void 0) {
      if (!validate74(data.command, { instancePath: instancePath + "/command", parentData: data, parentDataProperty: "command", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
        errors = vErrors.length;
      }
    }
    if (data.local !== void 0) {
      if (!validate80(data.local, { instancePath: instancePath + "/local", parentData: data, parentDataProperty: "local", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema87.type, parentSchema: schema87, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate71.errors = vErrors;
  return errors === 0;
}
validate71.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
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
    if (data.strategy === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "strategy" }, message: "must have required property 'strategy'", schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.deploy === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deploy" }, message: "must have required property 'deploy'", schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.verify === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verify" }, message: "must have required property 'verify'", schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.router === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "router" }, message: "must have required property 'router'", schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func7.call(schema82.properties, key0)) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema82, data };
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
        const err5 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/const", keyword: "const", params: { allowedValue: "blue_green" }, message: "must be equal to constant", schema: "blue_green", parentSchema: schema82.properties.strategy, data: data0 };
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
        const err10 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/properties/require_attestation/oneOf/0/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant", schema: true, parentSchema: schema82.properties.require_attestation.oneOf[0], data: data3 };
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
        const err20 = { instancePath: instancePath + "/require_attestation", schemaPath: "#/properties/require_attestation/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema82.properties.require_attestation.oneOf, parentSchema: schema82.properties.require_attestation, data: data3 };
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
            const err21 = { instancePath: instancePath + "/colors", schemaPath: "#/properties/colors/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema82.properties.colors, data: data7 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data7.blue !== void 0) {
          if (!validate64(data7.blue, { instancePath: instancePath + "/colors/blue", parentData: data7, parentDataProperty: "blue", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
            errors = vErrors.length;
          }
        }
        if (data7.green !== void 0) {
          if (!validate64(data7.green, { instancePath: instancePath + "/colors/green", parentData: data7, parentDataProperty: "green", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/colors", schemaPath: "#/properties/colors/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema82.properties.colors.type, parentSchema: schema82.properties.colors, data: data7 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.gates !== void 0) {
      if (!validate33(data.gates, { instancePath: instancePath + "/gates", parentData: data, parentDataProperty: "gates", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
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
      let data13 = data.verify;
      if (!validate42(data13, { instancePath: instancePath + "/verify", parentData: data, parentDataProperty: "verify", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
        errors = vErrors.length;
      }
      if (Array.isArray(data13)) {
        if (data13.length < 1) {
          const err23 = { instancePath: instancePath + "/verify", schemaPath: "#/properties/verify/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema82.properties.verify, data: data13 };
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
      if (!validate71(data.router, { instancePath: instancePath + "/router", parentData: data, parentDataProperty: "router", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
        errors = vErrors.length;
      }
    }
    if (data.witness !== void 0) {
      if (!validate56(data.witness, { instancePath: instancePath + "/witness", parentData: data, parentDataProperty: "witness", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
        errors = vErrors.length;
      }
    }
    if (data.bake !== void 0) {
      if (!validate58(data.bake, { instancePath: instancePath + "/bake", parentData: data, parentDataProperty: "bake", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
        errors = vErrors.length;
      }
    }
    if (data.rolling !== void 0) {
      if (!validate38(data.rolling, { instancePath: instancePath + "/rolling", parentData: data, parentDataProperty: "rolling", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
        errors = vErrors.length;
      }
    }
    if (data.promote_within !== void 0) {
      let data18 = data.promote_within;
      if (typeof data18 === "string") {
        if (!pattern6.test(data18)) {
          const err24 = { instancePath: instancePath + "/promote_within", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data18 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/promote_within", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data18 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.rollback_window !== void 0) {
      let data19 = data.rollback_window;
      if (typeof data19 === "string") {
        if (!pattern6.test(data19)) {
          const err26 = { instancePath: instancePath + "/rollback_window", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$"', schema: "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|h|d)$", parentSchema: schema36, data: data19 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/rollback_window", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data19 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
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
    const err28 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema82.type, parentSchema: schema82, data };
    if (vErrors === null) {
      vErrors = [err28];
    } else {
      vErrors.push(err28);
    }
    errors++;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
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
        if (!validate63(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
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

export {
  typedValue,
  ScalarNode,
  SequenceNode,
  MappingNode,
  AliasNode,
  Entry,
  SourceText,
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
  SERVICES,
  TOGETHER,
  serviceNeeds,
  require_ucs2length,
  readManifest
};
