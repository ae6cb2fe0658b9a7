import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  cloudFiles,
  optionsOf,
  readConfig,
  readConfiguration,
  readIni,
  readInventory,
  textOf
} from "./chunk-GO7XLY65.js";
import {
  isDefinitionName,
  readDefinition
} from "./chunk-BLGYSRL7.js";
import {
  partOf,
  rootMapping
} from "./chunk-YB7TKF5C.js";
import {
  unpackRelease
} from "./chunk-4SOFSJO6.js";
import "./chunk-O3AUF7BP.js";
import {
  changedFiles
} from "./chunk-SFP3RZBH.js";
import {
  git,
  gitText
} from "./chunk-LIBN5DWY.js";
import "./chunk-DRLVPPAE.js";
import {
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  resolve
} from "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/impact/diff.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// src/impact/facet.ts
var HIDDEN = "(hidden)";
var SECRET_NAME = /(?:^|[_.-]|\b)(?:pass(?:word|wd|phrase|code)?|pw|secret|token|credentials?|(?:api|private|secret|access|encryption|fernet|ssh|hmac|cek|kek)_?key|transport_url)s?(?:_(?:id|key|access_key))?$/i;
var CREDENTIALS = /(:\/\/[^/\s:@]*:)[^/\s@]+@/g;
var KEY_BLOCK = /-----BEGIN/;
function isSecretName(name) {
  return SECRET_NAME.test(name);
}
function isSecretFile(path) {
  return /(?:^|\/)(?:[\w.-]*_)?(?:secrets?|passwords?|secure|vault)(?:\.ya?ml|\/)/i.test(path);
}
function shownText(name, text2) {
  if (text2 !== "" && (isSecretName(name) || KEY_BLOCK.test(text2))) return HIDDEN;
  return text2.replace(CREDENTIALS, `$1${HIDDEN}@`);
}
var MOST_NODES = 2e4;
function textsOf(name, node) {
  const budget = { nodes: MOST_NODES };
  return {
    value: written(name, node, false, budget),
    shown: written(name, node, true, { nodes: MOST_NODES })
  };
}
function written(name, node, hides, budget) {
  const found = resolve(node);
  if (!found || budget.nodes-- <= 0) return "\u2026";
  const tag = found.tag?.startsWith("!") && !found.tag.startsWith("!!") ? `${found.tag} ` : "";
  if (hides && tag.startsWith("!vault")) return HIDDEN;
  if (found.kind === "sequence") {
    return `${tag}[${found.items.map((item) => written(name, item, hides, budget)).join(", ")}]`;
  }
  if (found.kind === "mapping") {
    const entries = found.entries.map(({ key, value }) => `${key}: ${written(key, value, hides, budget)}`);
    return `${tag}{${entries.sort().join(", ")}}`;
  }
  const text2 = typeof found.value === "string" ? found.text : String(found.value);
  return `${tag}${hides ? shownText(name, text2) : text2}`;
}

// src/impact/yaml-facets.ts
function keyFacets(what, where, entries) {
  return entries.map(({ key, value }) => {
    const { value: text2, shown } = textsOf(key, value);
    return {
      ...{ what: typeof what === "string" ? what : what(key), name: key, where, value: text2 },
      shown: isSecretFile(where) ? HIDDEN : shown
    };
  });
}
function heatFacets(definition) {
  const root = rootMapping(definition);
  const where = definition.path;
  const section = (name) => entriesOf(childOf(root, name));
  return [
    ...keyFacets("parameter", where, section("parameters")),
    ...keyFacets("output", where, section("outputs")),
    ...keyFacets("option", where, [...section("parameter_groups"), ...section("conditions")]),
    ...section("resources").flatMap((resource) => resourceFacets(where, resource))
  ];
}
function resourceFacets(where, { key: name, value }) {
  const part = { what: "resource", name };
  const type = asScalar(childOf(value, "type"))?.text ?? "";
  const inside = (prefix, entries) => keyFacets("property", where, entries).map((facet) => ({
    ...facet,
    name: `${name}${prefix}.${facet.name}`,
    part
  }));
  const own = entriesOf(value).filter(({ key }) => key !== "type" && key !== "properties");
  return [
    { ...part, where, value: type, shown: type },
    ...inside("", entriesOf(childOf(value, "properties"))),
    ...inside(":", own)
  ];
}
function heatEnvironmentFacets(definition) {
  const where = definition.path;
  return entriesOf(rootMapping(definition)).flatMap(
    ({ key, value }) => keyFacets(key === "resource_registry" ? "resource" : "parameter", where, entriesOf(value))
  );
}
function settingFacets(definition) {
  return keyFacets(
    (key) => /^enable_/.test(key) ? "service" : "option",
    definition.path,
    entriesOf(rootMapping(definition))
  );
}
function ansibleFacets(definition) {
  const where = definition.path;
  const [document] = definition.yaml?.documents ?? [];
  const list = asSequence(document);
  if (!list) return keyFacets("option", where, entriesOf(rootMapping(definition)));
  return list.items.map((item, index) => {
    const play = childOf(item, "hosts");
    const name = labelOf(item) ?? `${index + 1}`;
    return { what: play ? "play" : "task", name, where, ...textsOf(name, item) };
  });
}
function labelOf(item) {
  return (asScalar(childOf(item, "name")) ?? asScalar(childOf(item, "hosts")))?.text;
}
function manifestFacets(definition) {
  const where = definition.path;
  return entriesOf(rootMapping(definition)).flatMap((entry) => {
    const { key, value } = entry;
    if (key === "services") return keyFacets("service", where, entriesOf(value));
    if (key !== "environments") return keyFacets("option", where, [entry]);
    return entriesOf(value).flatMap((environment) => {
      const part = { what: "environment", name: environment.key };
      const keys = keyFacets("option", where, entriesOf(environment.value));
      return [
        { ...part, where, value: "", shown: "" },
        ...keys.map((facet) => ({ ...facet, name: `${environment.key}.${facet.name}`, part }))
      ];
    });
  });
}

// src/impact/cloud-facets.ts
function openstackAnsibleFacets(definition) {
  const { path } = definition;
  const { part, folder } = partOf(path);
  if (part !== "main" && part !== "conf.d") {
    return keyFacets("option", path, entriesOf(rootOf(definition)));
  }
  const where = folder.replace(/\/$/, "") || ".";
  const config = readConfig([definition]);
  const hosts = config.groups.flatMap(
    ({ name: group, hosts: hosts2 }) => hosts2.flatMap((host) => [
      { what: "host", name: host.name, where, value: group, shown: group },
      ...entriesOf(host.value).map(
        (entry) => hostValue(host.name, where, entry.key, textsOf(entry.key, entry.value))
      )
    ])
  );
  const ranges = [...config.networks].map(([name, { node }]) => {
    return { what: "network", name, where, ...textsOf(name, node) };
  });
  const provided = (config.providerNetworks ?? []).flatMap((network) => {
    const name = textOf(network, "net_name") ?? textOf(network, "container_bridge") ?? "provider network";
    return optionsOf(network).map(({ key, value }) => {
      const { value: text2, shown } = textsOf(key, value);
      return { what: "network", name, where, value: `${key}: ${text2}`, shown: `${key}: ${shown}` };
    });
  });
  const overrides = [...config.overrides].filter(([key]) => key !== "provider_networks");
  const options = [...overrides.map(([, { entry }]) => entry), ...config.others.map(({ entry }) => entry)];
  const used = config.usedIps ? [{ what: "option", name: "used_ips", where, ...textsOf("", config.usedIps.node) }] : [];
  return [...hosts, ...ranges, ...provided, ...used, ...keyFacets("option", where, options)];
}
function hostValue(name, where, key, { value, shown }) {
  return { what: "host", name, where, value: `${key}: ${value}`, shown: `${key}: ${shown}` };
}
function inventoryFacets(definition) {
  const inventory = readInventory(definition);
  return inventory && facetsOfInventory(inventory);
}
function facetsOfInventory({ path: where, groups }) {
  return [...groups.values()].flatMap(({ name: group, hosts, children, vars }) => [
    ...hosts.flatMap((host) => [
      { what: "host", name: host.name, where, value: group, shown: group },
      ...variables(host.vars).map((texts) => ({ what: "host", name: host.name, where, ...texts }))
    ]),
    ...children.map(({ name }) => ({ what: "group", name: group, where, value: name, shown: name })),
    ...variables(vars).map((texts) => ({ what: "group", name: group, where, ...texts }))
  ]);
}
function variables(vars) {
  return [...vars.values()].map(({ name, value }) => ({
    value: `${name}: ${value}`,
    shown: `${name}: ${shownText(name, value)}`
  }));
}
function osloFacets({ path: where, text: text2 }) {
  return readIni(text2).sections.flatMap(
    (section) => section.options.map(({ name, value }) => {
      const shown = isSecretFile(where) ? HIDDEN : shownText(name, value);
      return { what: "option", name: `[${section.name}] ${name}`, where, value, shown };
    })
  );
}
function cloudsFacets(definition) {
  return cloudFiles([definition]).flatMap(
    ({ clouds, path: where }) => clouds.flatMap(({ name, settings, auth }) => {
      const part = { what: "cloud", name };
      const own = [...settings].filter(([key]) => key !== "auth");
      const keys = [...own, ...auth].map(([key, { node }]) => {
        const texts = textsOf(key, node);
        const shown = isSecretFile(where) ? HIDDEN : texts.shown;
        return { what: "option", name: `${name}.${key}`, where, value: texts.value, shown, part };
      });
      return [{ ...part, where, value: "", shown: "" }, ...keys];
    })
  );
}
function haproxyFacets(definition) {
  const where = definition.path;
  return readConfiguration([definition]).sections.flatMap((section) => {
    const title = [section.kind, section.name?.text ?? ""].join(" ").trim();
    const part = { what: "proxy", name: title };
    const lines = section.statements.map(({ words, keyword, negated }) => {
      const [, second, ...rest] = words.map(({ text: text2 }) => text2);
      const isServer = keyword.text === "server" && second !== void 0;
      const name = isServer ? `${title}: ${second}` : `${title}: ${keyword.text}`;
      const value = `${negated ? "no " : ""}${[...isServer || second === void 0 ? [] : [second], ...rest].join(" ")}`;
      const isSecret = /^(?:user|password|insecure-password|stats)$/.test(keyword.text) && /password|auth/.test(value);
      return {
        what: isServer ? "server" : "option",
        name,
        where,
        value,
        shown: isSecret ? HIDDEN : value,
        part
      };
    });
    return [{ ...part, where, value: "", shown: "" }, ...lines];
  });
}
function rootOf({ yaml }) {
  const [document, ...more] = yaml?.documents ?? [];
  return more.length === 0 && !asScalar(document) ? document : void 0;
}

// src/impact/meaning.ts
var READERS = {
  heat: heatFacets,
  heat_environment: heatEnvironmentFacets,
  openstack_ansible: openstackAnsibleFacets,
  kolla_ansible: settingFacets,
  ansible: (definition) => inventoryFacets(definition) ?? ansibleFacets(definition),
  oslo_config: osloFacets,
  clouds: cloudsFacets,
  haproxy: haproxyFacets,
  manifest: manifestFacets
};
function meaningChanges(before, after) {
  const unreadable = new Set([...before, ...after].filter(isUnreadable).map(({ path }) => path));
  const readable = ({ path }) => !unreadable.has(path);
  const [old, now] = [thingsOf(before.filter(readable)), thingsOf(after.filter(readable))];
  const changes = {};
  for (const kind of Object.keys(READERS)) {
    const found = compared(old.get(kind) ?? /* @__PURE__ */ new Map(), now.get(kind) ?? /* @__PURE__ */ new Map());
    if (found.length > 0) changes[kind] = found;
  }
  return changes;
}
function isUnreadable({ unread, yaml }) {
  return unread !== void 0 || (yaml?.problems.some(({ kind }) => kind === "syntax") ?? false);
}
function thingsOf(definitions) {
  const kinds = /* @__PURE__ */ new Map();
  for (const definition of definitions) {
    const things = kinds.get(definition.kind) ?? /* @__PURE__ */ new Map();
    kinds.set(definition.kind, things);
    for (const facet of READERS[definition.kind]?.(definition) ?? []) add(things, facet);
  }
  return kinds;
}
function add(things, { value, shown, ...facet }) {
  const key = keyOf(facet);
  const thing = things.get(key) ?? { ...facet, values: /* @__PURE__ */ new Set(), shown: /* @__PURE__ */ new Set() };
  things.set(key, thing);
  thing.values.add(value);
  thing.shown.add(shown);
}
function keyOf({ what, name, where }) {
  return `${what}\0${where}\0${name}`;
}
function compared(old, now) {
  const changes = [];
  for (const key of [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(key), now.get(key)];
    const thing = is ?? was;
    if (!thing || was && is && text(was.values) === text(is.values) || isToldAlready(thing, old, now))
      continue;
    const { what, name, where } = thing;
    const change = was && is ? "changed" : is ? "added" : "removed";
    changes.push({ change, what, name, where, before: shownOf(was), after: shownOf(is) });
  }
  return changes;
}
function isToldAlready({ part, where }, old, now) {
  if (!part) return false;
  const whole = keyOf({ ...part, where });
  return old.has(whole) !== now.has(whole);
}
function text(values) {
  return [...values].sort().join("\0");
}
function shownOf(thing) {
  return thing ? [...thing.shown].filter(Boolean).sort().join(", ") : null;
}

// src/impact/text-diff.ts
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
async function textDiff(scratch, before, after) {
  const repository = join(scratch, "git");
  const quiet = {
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ATTR_NOSYSTEM: "1"
  };
  const env = { ...quiet, GIT_DIR: repository };
  await git(["init", "--quiet", "--bare", repository], { cwd: scratch, env: quiet });
  await mkdir(join(repository, "info"), { recursive: true });
  await writeFile(
    join(repository, "info/attributes"),
    "* -text -filter -ident -working-tree-encoding !diff\n"
  );
  const trees = [];
  for (const folder of [before, after]) {
    const own = { ...env, GIT_WORK_TREE: folder, GIT_INDEX_FILE: `${folder}.index` };
    await git(["add", "--all", "--force", "."], { cwd: folder, env: own, timeoutMs: 3e5 });
    trees.push(await gitText(["write-tree"], { cwd: folder, env: own }));
  }
  const options = ["--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "-p"];
  const lines = await git(["diff-tree", "-r", ...options, ...trees], { cwd: scratch, env });
  return lines.toString("utf8");
}

// src/impact/diff.ts
async function diffReleases(old, now, withText = false) {
  const files = changedFiles(old.manifest.files, now.manifest.files);
  const isSame = files.added.length + files.changed.length + files.removed.length === 0;
  const result = {
    schema: "changeover/diff/v1",
    outcome: isSame ? "identical" : "different",
    before: compared2(old),
    after: compared2(now),
    files,
    kinds: {},
    ...withText ? { text: "" } : {}
  };
  return isSame ? result : { ...result, ...await lookedInto(old, now, withText) };
}
function compared2({ manifest: { name, version, digest, commit } }) {
  return { name, version, digest, commit };
}
async function lookedInto(old, now, withText) {
  const folder = await mkdtemp(join2(tmpdir(), "changeover-diff-"));
  try {
    const [before, after] = [join2(folder, "before"), join2(folder, "after")];
    await unpackRelease(old, before);
    await unpackRelease(now, after);
    const read = /* @__PURE__ */ new Map();
    const kinds = meaningChanges(
      await definitionsOf(before, old.manifest.files, read),
      await definitionsOf(after, now.manifest.files, read)
    );
    return { kinds, ...withText ? { text: await textDiff(folder, before, after) } : {} };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
async function definitionsOf(folder, files, read) {
  const definitions = [];
  for (const { path, type, sha256 } of files) {
    if (type !== "file" || !isDefinitionName(path)) continue;
    const key = `${sha256} ${path}`;
    if (!read.has(key)) read.set(key, await readDefinition(join2(folder, path), path));
    const definition = read.get(key);
    if (definition) definitions.push(definition);
  }
  return definitions;
}
export {
  diffReleases
};
