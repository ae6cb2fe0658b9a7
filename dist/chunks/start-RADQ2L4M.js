import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  silentLog
} from "./chunk-3IJZ65AX.js";
import {
  require_picomatch
} from "./chunk-4JAXF2T6.js";
import {
  MANIFEST_FILE,
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  entryOf,
  loadManifestIfThere,
  nearest,
  parseYaml,
  readManifest,
  require_mod,
  resolve,
  walk
} from "./chunk-KU3J3VL7.js";
import {
  GitError,
  git
} from "./chunk-D72PIMZP.js";
import "./chunk-JVUMTRSA.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-DIT3HX7E.js";

// src/definitions/validate.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { realpath as realpath2 } from "node:fs/promises";

// src/definitions/facts.ts
import { readdirSync, readFileSync } from "node:fs";
import { join as join2 } from "node:path";
import { brotliDecompressSync } from "node:zlib";

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

// src/platform/package-root.ts
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
var found;
function packageRoot() {
  if (found !== void 0) return found;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(existsSync(join(folder, "package.json")) && existsSync(join(folder, "action.yml")))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("this build of Changeover does not lie in its package");
    folder = parent;
  }
  found = folder;
  return folder;
}

// src/definitions/facts.ts
var loaded = /* @__PURE__ */ new Map();
function shippedFacts(release = NEWEST_RELEASE) {
  return { release, part: (name) => load(name, release) };
}
function load(name, release) {
  const key = `${name}/${release}`;
  if (!loaded.has(key)) loaded.set(key, read(name, release));
  return loaded.get(key);
}
function read(name, release) {
  const folder = join2(packageRoot(), "data", name);
  const collected = collectedReleases(folder);
  const at = RELEASES.indexOf(release);
  const nearestFirst = [...RELEASES.slice(0, at + 1).reverse(), ...RELEASES.slice(at + 1)];
  const chosen = nearestFirst.find((candidate) => collected.has(candidate));
  if (!chosen) throw new Error(`there are no facts in data/${name}`);
  return JSON.parse(brotliDecompressSync(readFileSync(join2(folder, `${chosen}.json.br`))).toString("utf8"));
}
function collectedReleases(folder) {
  return new Set(readdirSync(folder).flatMap((file) => /^(.+)\.json\.br$/.exec(file)?.slice(1) ?? []));
}

// src/definitions/fingerprint.ts
import { createHash } from "node:crypto";
function fingerprinted(findings) {
  const seen = /* @__PURE__ */ new Map();
  return findings.map((finding) => {
    const message = finding.message.replace(/\bline \d+/g, "line");
    const key = JSON.stringify([finding.rule, finding.file, message]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    const digest = createHash("sha256").update(`${key}${ordinal}`).digest("hex");
    return { ...finding, fingerprint: digest.slice(0, 32) };
  });
}

// src/definitions/list.ts
import { readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join as join3, relative, resolve as resolve2, sep } from "node:path";
var NEVER_ENTERED = /* @__PURE__ */ new Set([".git", "node_modules"]);
async function listFiles(root) {
  await requireFolder(root);
  const paths = await gitFiles(root) ?? await walkedFiles(root);
  return [...new Set(paths)].sort();
}
async function requireFolder(root) {
  const found2 = await stat(root).catch((error) => {
    if (systemCode(error) === "ENOENT") return void 0;
    throw new UserError("folder_unreadable", `Cannot read ${root}: ${messageOf(error)}`, { cause: error });
  });
  if (found2?.isDirectory()) return;
  throw new UserError("folder_missing", `There is no folder ${root}.`, {
    remedy: "Give the folder that holds the definitions."
  });
}
async function gitFiles(root) {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  try {
    const listed = await git(args, { cwd: root });
    return listed.toString("utf8").split("\0").filter(Boolean);
  } catch (error) {
    const noGit = error instanceof UserError && error.code === "git_missing";
    const noRepository = error instanceof GitError && /not a git repository|dubious ownership/.test(error.stderr);
    if (noGit || noRepository) return void 0;
    throw error;
  }
}
async function walkedFiles(root) {
  const files = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    for (const entry of await readdir(join3(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) files.push(path);
      else if (!NEVER_ENTERED.has(entry.name)) folders.push(path);
    }
  }
  return files;
}
async function namedFiles(root, names) {
  return Promise.all(
    names.map(async (name) => {
      const path = relative(root, resolve2(root, name)).split(sep).join("/");
      if (path === "" || path === ".." || path.startsWith("../") || isAbsolute(path)) {
        throw new UserError("file_outside", `${name} is not a file in ${root}.`, {
          remedy: "Name files inside of the folder that is checked."
        });
      }
      if ((await stat(join3(root, path)).catch(() => void 0))?.isFile()) return path;
      throw new UserError("file_missing", `There is no file ${name} in ${root}.`, {
        remedy: "Check the name; a file that was deleted need not be named."
      });
    })
  );
}
async function readablePath(root, path) {
  try {
    const real = await realpath(join3(root, path));
    const inside = real.startsWith(root.endsWith(sep) ? root : root + sep);
    return inside && (await stat(real)).isFile() ? real : void 0;
  } catch (error) {
    const gone = ["ENOENT", "ENOTDIR", "ELOOP"];
    if (gone.includes(systemCode(error) ?? "")) return void 0;
    throw error;
  }
}

// src/definitions/read.ts
import { open } from "node:fs/promises";

// src/definitions/ansible/recognize.ts
var INVENTORY_PATH = /(^|\/)(?:inventor(?:y|ies)\/(?:[^/]+\/)*[^/.]+|(?:hosts|multinode|all-in-one|inventory)[\w-]*|environments\/[^/]+\/(?:hosts|groups))$/i;
var VARS_PATH = /(^|\/)(?:group_vars|host_vars)\/(?:[^/]+\/)*[^/]+$/;
function mayBeAnsible(path) {
  return INVENTORY_PATH.test(path) || VARS_PATH.test(path);
}
function isVars(path) {
  return VARS_PATH.test(path);
}
function isIniInventory(path, text) {
  if (/\.(ya?ml|cfg|conf|json)$/i.test(path) || VARS_PATH.test(path)) return false;
  if (/^\[[\w.-]+:(children|vars)\]/m.test(text)) return true;
  return INVENTORY_PATH.test(path) && /^\[[\w.-]+\]\s*$/m.test(text);
}
function isAnsible(path, root, entries) {
  if (VARS_PATH.test(path) && asMapping(root)) return true;
  if (/(^|\/)roles\/[^/]+\/(tasks|handlers|defaults|vars|meta)\/[^/]+\.ya?ml$/.test(path)) return true;
  if (/(^|\/)[\w-]*requirements\.ya?ml$/.test(path) && isRequirements(root)) return true;
  const items = asSequence(root)?.items ?? [];
  if (items.length > 0 && items.every(isPlay)) return true;
  const all = entries.find(({ key }) => key === "all");
  return all !== void 0 && ["hosts", "children", "vars"].some((key) => childOf(all.value, key));
}
function isPlay(item) {
  return ["hosts", "import_playbook", "ansible.builtin.import_playbook"].some((key) => childOf(item, key));
}
function isRequirements(root) {
  return asSequence(root) !== void 0 || childOf(root, "roles") !== void 0 || childOf(root, "collections") !== void 0;
}

// src/definitions/clouds/recognize.ts
function isClouds(path, entries) {
  if (!/(^|\/)[\w.-]*(clouds?|secure)[\w.-]*\.ya?ml$/i.test(path)) return false;
  return entries.some(({ key, value }) => (key === "clouds" || key === "public-clouds") && asMapping(value));
}

// src/definitions/definition.ts
var PLACEHOLDER = "\uE000";
function isTemplatedValue(text) {
  return text.includes("{{") || text.includes("{%") || text.includes(PLACEHOLDER);
}
function rootMapping(definition) {
  const documents = definition.yaml?.documents ?? [];
  return documents.length === 1 ? asMapping(documents[0]) : void 0;
}

// src/definitions/haproxy/recognize.ts
var SECTION = /^(global|defaults|frontend|backend|listen|peers|resolvers|userlist|mailers|cache|program|http-errors|ring)\b/;
function isHaproxy(path, text) {
  if (!/\.cfg$/i.test(path)) return false;
  const first = /^[ \t]*([^#\s].*)$/m.exec(text)?.[1];
  return first !== void 0 && SECTION.test(first);
}

// src/definitions/heat/environment-sections.ts
var ENVIRONMENT_SECTIONS = [
  "parameters",
  "parameter_defaults",
  "resource_registry",
  "encrypted_param_names",
  "event_sinks",
  "parameter_merge_strategies"
];

// src/definitions/heat/recognize.ts
var TEMPLATE_VERSION = /^[ \t{]*["']?(heat_template_version|HeatTemplateFormatVersion|AWSTemplateFormatVersion)["']?[ \t]*:/m;
var ENVIRONMENT_SECTION = new RegExp(`^["']?(${ENVIRONMENT_SECTIONS.join("|")})["']?[ \\t]*:`, "m");
function isHeatText(path, text) {
  return (/\.env$/i.test(path) ? ENVIRONMENT_SECTION : TEMPLATE_VERSION).test(text);
}
function isHeat(keys) {
  return keys.has("heat_template_version");
}
function isBrokenHeat(text, yaml) {
  const isBroken = yaml?.problems.some(({ kind }) => kind === "syntax") ?? false;
  return isBroken && /^heat_template_version[ \t]*:/m.test(text);
}
function isHeatEnvironment(path, keys) {
  const known = ENVIRONMENT_SECTIONS.filter((section) => keys.has(section));
  if (known.length === 0) return false;
  const certain = keys.has("resource_registry") || keys.has("parameter_defaults") || /\.env$/i.test(path);
  return certain || known.length === keys.size;
}

// src/definitions/kolla_ansible/recognize.ts
var GLOBALS = /(^|\/)(globals\.ya?ml|globals\.d\/[^/]+\.ya?ml)$/;
var PASSWORDS = /(^|\/)passwords\.ya?ml$/;
var OTHER_PLACES = /(^|\/)(environments\/kolla\/[^/]+\.ya?ml|etc\/kayobe\/(?:.+\/)?[^/]+\.ya?ml)$/;
var OWN_KEY = /^(kolla_\w+|enable_(keystone|nova|neutron|haproxy|glance|cinder|openstack_core|horizon)\w*|network_interface|neutron_external_interface|kayobe_\w+)$/;
function isKollaAnsible(path, keys) {
  if (PASSWORDS.test(path)) return [...keys].some((key) => /_password$/.test(key));
  const own = [...keys].filter((key) => OWN_KEY.test(key)).length;
  if (GLOBALS.test(path) || OTHER_PLACES.test(path)) return own > 0;
  return own > 1 && keys.has("kolla_base_distro");
}

// src/definitions/openstack_ansible/recognize.ts
function isUserConfig(path) {
  return /(^|\/)openstack_user_config\.ya?ml$/.test(path);
}
function isOpenstackAnsible(path, entries, keys) {
  const hasGroups = entries.some(({ key, value }) => /[_-]hosts$/.test(key) && asMapping(value));
  if (keys.has("global_overrides") && (keys.has("cidr_networks") || hasGroups)) return true;
  if (keys.has("cidr_networks") && hasGroups) return true;
  if (/(^|\/)conf\.d\/[^/]+$/.test(path)) return hasGroups;
  const skeletons = ["component_skel", "container_skel", "physical_skel"];
  return /(^|\/)env\.d\/[^/]+$/.test(path) && skeletons.some((key) => keys.has(key));
}

// src/definitions/oslo_config/recognize.ts
var SECTION2 = /^\[(keystone_authtoken|oslo_\w+|ml2(_type_\w+)?|securitygroup|nova|neutron|glance|glance_store|cinder|placement|placement_database|api_database|service_user|fernet_tokens|keystone|libvirt|ovs|ovn|api_settings|health_manager|haproxy_amphora|trustee|clients\w*)\]/m;
var SERVICE_FILE = /(^|\/)(aodh|barbican|blazar|ceilometer|cinder|cloudkitty|cyborg|designate|glance|gnocchi|heat|ironic|keystone|magnum|manila|masakari|mistral|neutron|nova|octavia|placement|senlin|tacker|trove|watcher|zaqar|zun|ml2_conf|dhcp_agent|l3_agent|metadata_agent|openvswitch_agent|linuxbridge_agent|sriov_agent)[\w-]*\.(conf|ini)$/i;
function isOsloConfig(path, text) {
  if (!/\.(conf|ini)$/i.test(path)) return false;
  if (!/^\[[^\]\n]+\]/m.test(text)) return false;
  return SERVICE_FILE.test(path) || SECTION2.test(text);
}

// src/definitions/recognize.ts
var DEFINITION_NAME = /\.(ya?ml|template|hot|env|conf|cfg|ini)$/i;
function isDefinitionName(path) {
  return DEFINITION_NAME.test(path) || !/\.[^/]*$/.test(path) && mayBeAnsible(path);
}
function isYaml(path, text) {
  if (/\.ya?ml$/i.test(path)) return true;
  if (text === void 0) return false;
  if (/\.(template|hot|env)$/i.test(path)) return isHeatText(path, text);
  return !/\.[^/]*$/.test(path) && (isVars(path) || /^---\s*$/m.test(text.slice(0, 2e3)));
}
function recognizeText(path, text) {
  if (isHaproxy(path, text)) return "haproxy";
  if (isIniInventory(path, text)) return "ansible";
  if (isOsloConfig(path, text)) return "oslo_config";
  return void 0;
}
function recognize(path, text, yaml) {
  if (path === MANIFEST_FILE) return "manifest";
  if (isUserConfig(path)) return "openstack_ansible";
  const [document, ...others] = yaml?.documents ?? [];
  const root = yaml && rootMapping({ yaml });
  const entries = entriesOf(root);
  const keys = new Set(entries.map(({ key }) => key));
  if (root ? isHeat(keys) : isBrokenHeat(text, yaml)) return "heat";
  if (root && isOpenstackAnsible(path, entries, keys)) return "openstack_ansible";
  if (root && isHeatEnvironment(path, keys)) return "heat_environment";
  if (root && isClouds(path, entries)) return "clouds";
  if (root && isKollaAnsible(path, keys)) return "kolla_ansible";
  if (others.length === 0 && isAnsible(path, document, entries)) return "ansible";
  return "yaml";
}

// src/definitions/template.ts
var TEMPLATE_NAME = /\.(j2|jinja2?|erb|tpl)\.[^./]+$/i;
var BLOCK_LINE = /^[ \t]*\{[%#]/m;
var EXPRESSION = /\{\{[\s\S]*?\}\}/g;
var BLOCK = /\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/g;
function isTemplate(path, yaml) {
  if (TEMPLATE_NAME.test(path)) return true;
  const { text } = yaml.source;
  const problem = yaml.problems.find(({ kind }) => kind === "syntax");
  if (!problem) return /[:-][ \t]+\{\{/.test(text) && hasBareExpression(yaml);
  const hasBlocks = BLOCK_LINE.test(text);
  const mayHoldExpressions = hasBlocks || /(^|\/)templates\//.test(path);
  const { line } = problem.range.start;
  const nearby = [line - 1, line].map((number) => yaml.source.line(number));
  if (mayHoldExpressions && nearby.some((written) => written.includes("{{"))) return true;
  return hasBlocks && !sameProblem(parseYaml(text.replace(BLOCK, blank)), line);
}
function filledTemplate(path, text) {
  if (TEMPLATE_NAME.test(path) || /(^|\/)templates\//.test(path)) return void 0;
  const yaml = parseYaml(text.replace(BLOCK, blank).replace(EXPRESSION, filled));
  return yaml.problems.some(({ kind }) => kind === "syntax") ? void 0 : yaml;
}
function filled(expression) {
  return expression.replace(/[^\n]/g, PLACEHOLDER);
}
function hasBareExpression({ documents, source }) {
  let found2 = false;
  for (const document of documents) {
    walk(document, (node) => {
      const [only] = node.kind === "mapping" ? node.entries : [];
      if (!only) return;
      const { line, column } = only.keyRange.start;
      found2 ||= only.key === "[complex key]" && source.line(line).startsWith("{{", column - 2);
    });
  }
  return found2;
}
function blank(block) {
  return block.replace(/[^\n]/g, " ");
}
function sameProblem(yaml, line) {
  return yaml.problems.some(({ kind, range }) => kind === "syntax" && range.start.line === line);
}

// src/definitions/read.ts
var MAX_BYTES = 10 * 1024 * 1024;
var FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
var VAULT = /^\$ANSIBLE_VAULT\b/;
async function readDefinition(absolute, path) {
  const bytes = await readAtMost(absolute, MAX_BYTES);
  return bytes ? definitionOf(bytes, path) : unreadable(path, { reason: "too-large", range: FILE_START });
}
function definitionOf(bytes, path) {
  const decoded = decode(bytes);
  if (typeof decoded !== "string") return unreadable(path, decoded);
  if (VAULT.test(decoded)) return vaulted(path, decoded);
  if (!isYaml(path, decoded)) return plainText(path, decoded);
  const yaml = parseYaml(decoded);
  if (isTemplate(path, yaml)) return template(path, decoded);
  return { path, kind: recognize(path, decoded, yaml), text: decoded, yaml, unread: void 0 };
}
function plainText(path, text) {
  const kind = recognizeText(path, text);
  return kind && { path, kind, text, yaml: void 0, unread: void 0 };
}
function vaulted(path, text) {
  return isYaml(path, void 0) ? { path, kind: "yaml", text, yaml: void 0, unread: "vault" } : void 0;
}
var TEMPLATED_KINDS = /* @__PURE__ */ new Set(["openstack_ansible", "kolla_ansible", "ansible"]);
function template(path, text) {
  const yaml = filledTemplate(path, text);
  const kind = yaml ? recognize(path, text, yaml) : "yaml";
  if (yaml && TEMPLATED_KINDS.has(kind)) return { path, kind, text, yaml, unread: void 0, templated: true };
  return { path, kind: "yaml", text, yaml: void 0, unread: "template" };
}
async function readAtMost(path, limit) {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    return size > limit ? void 0 : await handle.readFile();
  } finally {
    await handle.close();
  }
}
function unreadable(path, unread) {
  return isYaml(path, void 0) ? { path, kind: recognize(path, "", void 0), text: "", yaml: void 0, unread } : void 0;
}
function decode(bytes) {
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { reason: "binary", range: placeOf(bytes, zero) };
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { reason: "encoding", range: placeOf(bytes, firstInvalid(bytes)) };
  }
}
function firstInvalid(bytes) {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isUtf8Beginning(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}
function isUtf8Beginning(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
function placeOf(bytes, offset) {
  const before = new TextDecoder().decode(bytes.subarray(0, offset), { stream: true });
  const line = before.split("\n").length;
  const column = before.length - (before.lastIndexOf("\n") + 1) + 1;
  return { start: { line, column }, end: { line, column: column + 1 } };
}

// src/definitions/rule.ts
function ruleSet(parts) {
  return {
    kind: parts.kind,
    exampleFile: parts.exampleFile,
    pages: parts.rules,
    *check(definitions, isOn, context) {
      const rules2 = parts.rules.filter((rule2) => isOn(rule2.id));
      for (const subject of parts.subjects(definitions, context)) {
        for (const rule2 of rules2) for (const problem of problemsOf(rule2, subject)) yield [rule2, problem];
      }
    }
  };
}
function problemsOf(rule2, subject) {
  try {
    return [...rule2.check(subject)];
  } catch (error) {
    throw new Error(`the rule ${rule2.id} failed on ${subject.path}: ${messageOf(error)}`, { cause: error });
  }
}

// src/definitions/ansible/index.ts
var ansibleRules = ruleSet({
  kind: "ansible",
  exampleFile: "site.yml",
  rules: [],
  subjects: (definitions) => definitions.filter(({ kind }) => kind === "ansible")
});

// src/definitions/clouds/index.ts
var cloudsRules = ruleSet({
  kind: "clouds",
  exampleFile: "clouds.yaml",
  rules: [],
  subjects: (definitions) => definitions.filter(({ kind }) => kind === "clouds")
});

// src/definitions/haproxy/index.ts
var haproxyRules = ruleSet({
  kind: "haproxy",
  exampleFile: "haproxy.cfg",
  rules: [],
  subjects: (definitions) => definitions.filter(({ kind }) => kind === "haproxy")
});

// src/definitions/heat/environment.ts
var GOOD = "parameter_defaults:\n  flavor: small\n";
var unknownSection = {
  id: "heat_environment/unknown-section",
  severity: "error",
  summary: "an environment file has a section that Heat does not know",
  help: "Heat refuses an environment with any top-level key other than its sections. Values for a template stand under parameters or parameter_defaults.",
  example: { bad: `${GOOD}resource_registries: {}
`, good: `${GOOD}resource_registry: {}
` },
  *check({ path, sections }) {
    for (const { key, keyRange } of sections) {
      if (ENVIRONMENT_SECTIONS.includes(key)) continue;
      const near = nearest(key, ENVIRONMENT_SECTIONS);
      yield {
        file: path,
        range: keyRange,
        message: `"${key}" is no section of a Heat environment.`,
        help: near ? `Did you mean "${near}"?` : `The sections are: ${ENVIRONMENT_SECTIONS.join(", ")}.`
      };
    }
  }
};
var emptySection = {
  id: "heat_environment/empty-section",
  severity: "warning",
  summary: "a section of an environment file has no value",
  help: "Heat itself refuses an environment with an empty section. The usual client merges environments before it sends them and so hides this, but other ways to Heat do not.",
  example: { bad: `${GOOD}resource_registry:
`, good: `${GOOD}resource_registry: {}
` },
  *check({ path, sections }) {
    for (const { key, keyRange, value } of sections) {
      if (!ENVIRONMENT_SECTIONS.includes(key) || asScalar(value)?.value !== null) continue;
      yield {
        file: path,
        range: keyRange,
        message: `The section "${key}" is empty.`,
        help: `Remove it, or write  ${key}: ${key === "encrypted_param_names" || key === "event_sinks" ? "[]" : "{}"}.`
      };
    }
  }
};
var heatEnvironmentRules = ruleSet({
  kind: "heat_environment",
  exampleFile: "region.env",
  rules: [unknownSection, emptySection],
  *subjects(definitions) {
    for (const definition of definitions) {
      const root = rootMapping(definition);
      if (definition.kind === "heat_environment" && root)
        yield { path: definition.path, sections: entriesOf(root) };
    }
  }
});

// src/definitions/heat/versions.ts
var FUNCTIONS_2013 = [
  "get_param",
  "get_resource",
  "get_attr",
  "list_join",
  "str_replace",
  "resource_facade",
  "get_file"
];
var CFN_FUNCTIONS = [
  "Fn::Base64",
  "Fn::GetAZs",
  "Fn::Join",
  "Fn::MemberListToMap",
  "Fn::Replace",
  "Fn::ResourceFacade",
  "Fn::Split",
  "Ref"
];
var CHANGES = [
  { date: "2013-05-23", adds: [...FUNCTIONS_2013, ...CFN_FUNCTIONS, "Fn::Select"] },
  { date: "2014-10-16", removes: CFN_FUNCTIONS },
  { date: "2015-04-30", adds: ["repeat", "digest"] },
  { date: "2015-10-15", adds: ["str_split"], removes: ["Fn::Select"] },
  { date: "2016-04-08", adds: ["map_merge"] },
  { date: "2016-10-14", adds: ["yaql", "map_replace", "if"] },
  { date: "2017-02-24", adds: ["filter", "str_replace_strict"] },
  {
    date: "2017-09-01",
    adds: ["make_url", "list_concat", "list_concat_unique", "str_replace_vstrict", "contains"]
  },
  { date: "2018-03-02" },
  { date: "2018-08-31" },
  { date: "2021-04-16" }
];
var ALIASES = {
  newton: "2016-10-14",
  ocata: "2017-02-24",
  pike: "2017-09-01",
  queens: "2018-03-02",
  rocky: "2018-08-31",
  wallaby: "2021-04-16"
};
var CONDITIONS_SINCE = "2016-10-14";
var SHORT_IF_SINCE = "2021-04-16";
var byDate = /* @__PURE__ */ new Map();
var functions = /* @__PURE__ */ new Set();
for (const { date, adds = [], removes = [] } of CHANGES) {
  for (const name of adds) functions.add(name);
  for (const name of removes) functions.delete(name);
  byDate.set(date, { date, functions: new Set(functions), hasConditions: date >= CONDITIONS_SINCE });
}
var VERSION_NAMES = [...byDate.keys(), ...Object.keys(ALIASES)];
function languageVersion(name) {
  return byDate.get(Object.hasOwn(ALIASES, name) ? ALIASES[name] ?? name : name);
}
var ALL_FUNCTIONS = new Set(CHANGES.flatMap(({ adds = [] }) => adds));
function lifeOf(name) {
  return {
    since: CHANGES.find(({ adds }) => adds?.includes(name))?.date,
    until: CHANGES.find(({ removes }) => removes?.includes(name))?.date
  };
}

// src/definitions/heat/calls.ts
function collectCalls(start, seen, into) {
  const work = [[start, []]];
  for (let next = work.pop(); next; next = work.pop()) {
    const [node, placeholders] = next;
    const found2 = resolve(node);
    if (!found2 || found2.kind === "scalar" || seen.has(found2)) continue;
    seen.add(found2);
    if (found2.kind === "sequence") {
      for (const item of found2.items) work.push([item, placeholders]);
      continue;
    }
    const entries = entriesOf(found2);
    const [only] = entries;
    if (only && entries.length === 1 && ALL_FUNCTIONS.has(only.key)) {
      into.push({ name: only.key, entry: only, placeholders });
      work.push([
        only.value,
        only.key === "repeat" ? repeatVariables(only.value, placeholders) : placeholders
      ]);
    } else for (const { value } of entries) work.push([value, placeholders]);
  }
}
function repeatVariables(args, outer) {
  const loops = asMapping(childOf(args, "for_each"));
  if (!loops || outer === "all") return "all";
  return [...outer, ...entriesOf(loops).map(({ key }) => key)];
}
function namedBy(call) {
  const { value } = call.entry;
  const node = asSequence(value)?.items[0] ?? value;
  const scalar = asScalar(node);
  if (!scalar || scalar.text === "") return void 0;
  const { placeholders } = call;
  const isFilledIn = placeholders === "all" || placeholders.some((part) => scalar.text.includes(part));
  return isFilledIn || scalar.text.includes("%index%") ? void 0 : { name: scalar.text, node };
}

// src/definitions/heat/hot-template.ts
function* hotTemplates(definitions) {
  for (const definition of definitions) {
    const root = rootMapping(definition);
    const versionEntry = entryOf(root, "heat_template_version");
    if (definition.kind !== "heat" || !root || !versionEntry) continue;
    const section = (name2) => entriesOf(childOf(root, name2));
    const name = asScalar(versionEntry.value)?.text ?? "";
    const language = languageVersion(name);
    yield {
      path: definition.path,
      root,
      version: { name, range: versionEntry.value.range },
      language,
      parameters: section("parameters"),
      conditions: section("conditions"),
      resources: section("resources"),
      outputs: section("outputs"),
      calls: callsIn(["resources", "outputs", "conditions"].map((part) => childOf(root, part)))
    };
  }
}
function callsIn(sections) {
  const calls = [];
  const seen = /* @__PURE__ */ new Set();
  for (const section of sections) {
    for (const member of entriesOf(section)) collectCalls(member.value, seen, calls);
  }
  return calls;
}

// src/definitions/heat/references.ts
var PSEUDO_PARAMETERS = ["OS::stack_name", "OS::stack_id", "OS::project_id"];
function* referencesOf(template2) {
  for (const call of template2.calls) {
    const named = namedBy(call);
    if (!named) continue;
    if (call.name === "get_param") yield { what: "parameter", ...named };
    if (call.name === "get_resource" || call.name === "get_attr") yield { what: "resource", ...named };
    if (call.name === "if" && template2.language?.hasConditions && asSequence(call.entry.value)) {
      yield* conditionNamed(named.node);
    }
  }
  for (const { value } of template2.resources) {
    const needed = childOf(value, "depends_on");
    for (const node of asSequence(needed)?.items ?? (needed ? [needed] : [])) {
      const scalar = asScalar(node);
      if (scalar?.text) yield { what: "resource", name: scalar.text, node };
    }
  }
  if (!template2.language?.hasConditions) return;
  for (const { value } of [...template2.resources, ...template2.outputs])
    yield* conditionNamed(childOf(value, "condition"));
}
function* conditionNamed(node) {
  const scalar = asScalar(node);
  if (node && typeof scalar?.value === "string") yield { what: "condition", name: scalar.text, node };
}
var undefinedReference = {
  id: "heat/undefined-reference",
  severity: "error",
  summary: "a parameter, resource or condition is used that the template does not define",
  help: "Heat refuses the whole template when get_param, get_resource, get_attr, depends_on, if or condition names something that the template does not define. The three parameters OS::stack_name, OS::stack_id and OS::project_id are always there.",
  example: {
    bad: `heat_template_version: 2018-08-31
parameters:
  image: { type: string }
resources:
  server:
    type: OS::Nova::Server
    properties:
      image: { get_param: imgae }
      flavor: { get_param: image }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  image: { type: string }
resources:
  server:
    type: OS::Nova::Server
    properties:
      image: { get_param: image }
      flavor: small
`
  },
  *check(template2) {
    const keysOf = (entries) => new Set(entries.map(({ key }) => key));
    const defined = {
      parameter: /* @__PURE__ */ new Set([...keysOf(template2.parameters), ...PSEUDO_PARAMETERS]),
      resource: keysOf(template2.resources),
      condition: keysOf(template2.conditions)
    };
    for (const { what, name, node } of referencesOf(template2)) {
      if (defined[what].has(name)) continue;
      const near = nearest(name, defined[what]);
      yield {
        file: template2.path,
        range: node.range,
        message: `There is no ${what} "${name}".`,
        help: near ? `Did you mean "${near}"?` : `Define "${name}" under ${what}s, or remove this reference.`
      };
    }
  }
};
var unusedParameter = {
  id: "heat/unused-parameter",
  severity: "notice",
  summary: "a parameter is declared and never used",
  help: "Whoever creates the stack is asked for a value that changes nothing. It is often the trace of a get_param that was lost. Keep it on purpose only where a set of templates must take the same parameters.",
  example: {
    bad: `heat_template_version: 2018-08-31
parameters:
  flavor: { type: string }
resources:
  network: { type: OS::Neutron::Net }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  name: { type: string }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`
  },
  check: unusedParameters
};
function* unusedParameters(template2) {
  const used = /* @__PURE__ */ new Set();
  for (const call of template2.calls) {
    if (call.name !== "get_param" && call.name !== "Ref") continue;
    const named = namedBy(call);
    if (!named) return;
    used.add(named.name);
  }
  for (const { key, keyRange } of template2.parameters) {
    if (used.has(key)) continue;
    yield {
      file: template2.path,
      range: keyRange,
      message: `The parameter "${key}" is never used.`,
      help: "Remove it, or use it with get_param."
    };
  }
}

// src/definitions/heat/structure.ts
var SECTIONS = [
  "heat_template_version",
  "description",
  "parameter_groups",
  "parameters",
  "resources",
  "outputs"
];
var RESOURCE_KEYS = [
  "type",
  "properties",
  "metadata",
  "depends_on",
  "update_policy",
  "deletion_policy",
  "description"
];
var RESOURCE_KEYS_WITH_CONDITIONS = ["external_id", "condition"];
var PARAMETER_KEYS = [
  "type",
  "label",
  "description",
  "default",
  "schema",
  "hidden",
  "constraints",
  "immutable",
  "tags"
];
var RESOURCE = `resources:
  network:
    type: OS::Neutron::Net
`;
var VERSION = "heat_template_version: 2018-08-31\n";
var GOOD2 = VERSION + RESOURCE;
function* unknownKeys(path, what, entries, known) {
  for (const { key, keyRange } of entries) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    yield {
      file: path,
      range: keyRange,
      message: `"${key}" is no ${what}.`,
      help: near ? `Did you mean "${near}"?` : `Known here: ${known.join(", ")}.`
    };
  }
}
var unknownSection2 = {
  id: "heat/unknown-section",
  severity: "error",
  summary: "a template has a section that Heat does not know",
  help: "Heat refuses a template with any top-level key other than its sections. conditions exists since version 2016-10-14.",
  example: { bad: `${GOOD2}output:
  id: { value: { get_resource: network } }
`, good: GOOD2 },
  *check({ path, root, language }) {
    const known = [...SECTIONS, "conditions"];
    yield* unknownKeys(path, "section of a Heat template", entriesOf(root), known);
    const conditions = entryOf(root, "conditions");
    if (!conditions || !language || language.hasConditions) return;
    yield {
      file: path,
      range: conditions.keyRange,
      message: `The version ${language.date} has no section "conditions".`,
      help: `Set heat_template_version to ${CONDITIONS_SINCE} or later.`
    };
  }
};
var unknownResourceKey = {
  id: "heat/unknown-resource-key",
  severity: "error",
  summary: "a resource has a key that Heat does not know",
  help: "Heat refuses a resource with an unknown key. What belongs to the resource itself stands under properties. condition and external_id exist since version 2016-10-14.",
  example: { bad: `${GOOD2}    property: { name: web }
`, good: `${GOOD2}    properties: { name: web }
` },
  *check({ path, resources, language }) {
    if (!language) return;
    const known = language.hasConditions ? [...RESOURCE_KEYS, ...RESOURCE_KEYS_WITH_CONDITIONS] : RESOURCE_KEYS;
    for (const { value } of resources) yield* unknownKeys(path, "key of a resource", entriesOf(value), known);
  }
};
var unknownParameterKey = {
  id: "heat/unknown-parameter-key",
  severity: "error",
  summary: "a parameter has a key that Heat does not know",
  help: "Heat refuses a parameter with an unknown key. Limits on its value stand under constraints.",
  example: {
    bad: `${VERSION}parameters:
  name: { type: string, defualt: web }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`,
    good: `${VERSION}parameters:
  name: { type: string, default: web }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`
  },
  *check({ path, parameters }) {
    for (const { value } of parameters)
      yield* unknownKeys(path, "key of a parameter", entriesOf(value), PARAMETER_KEYS);
  }
};
var missingType = {
  id: "heat/missing-type",
  severity: "error",
  summary: "a resource or parameter has no type",
  help: "Every resource and every parameter needs a type; without it Heat refuses the whole template.",
  example: { bad: `${VERSION}resources:
  network:
    properties: { name: web }
`, good: GOOD2 },
  *check({ path, parameters, resources }) {
    for (const [what, entries, hint] of [
      ["resource", resources, "OS::Nova::Server"],
      ["parameter", parameters, "string"]
    ]) {
      for (const { key, keyRange, value } of entries) {
        if (childOf(value, "type")) continue;
        yield {
          file: path,
          range: keyRange,
          message: `The ${what} "${key}" has no type.`,
          help: `Add one, for example  type: ${hint}.`
        };
      }
    }
  }
};
var structureRules = [unknownSection2, unknownResourceKey, unknownParameterKey, missingType];

// src/definitions/heat/version-rules.ts
var unknownVersion = {
  id: "heat/unknown-version",
  severity: "error",
  summary: "heat_template_version names no version of Heat",
  help: "Heat refuses a template whose version it does not know. A version is one of a few dates, or the name of the release that brought it.",
  example: {
    bad: "heat_template_version: 2018-08-30\nresources:\n  network: { type: OS::Neutron::Net }\n",
    good: "heat_template_version: 2018-08-31\nresources:\n  network: { type: OS::Neutron::Net }\n"
  },
  *check({ path, version, language }) {
    if (language) return;
    const near = nearest(version.name, VERSION_NAMES);
    yield {
      file: path,
      range: version.range,
      message: `There is no Heat template version "${version.name}".`,
      help: near ? `Did you mean "${near}"?` : `The versions are: ${VERSION_NAMES.join(", ")}.`
    };
  }
};
var functionNotInVersion = {
  id: "heat/function-not-in-version",
  severity: "error",
  summary: "a function is used that the declared version does not have",
  help: "Each version of the language has its own functions. One that was removed makes Heat refuse the template; one that came later is not carried out, and the property gets the function itself as its value. Declare the version that has it.",
  example: {
    bad: `heat_template_version: 2015-10-15
resources:
  network:
    type: OS::Neutron::Net
    properties:
      name: { str_replace_strict: { template: net-name, params: { name: web } } }
`,
    good: `heat_template_version: 2017-02-24
resources:
  network:
    type: OS::Neutron::Net
    properties:
      name: { str_replace_strict: { template: net-name, params: { name: web } } }
`
  },
  *check({ path, calls, language }) {
    if (!language) return;
    for (const call of calls) {
      const why = whyNot(call, language);
      if (why) yield { file: path, range: call.entry.keyRange, ...why };
    }
  }
};
function whyNot({ name, entry }, language) {
  const { since, until } = lifeOf(name);
  if (!language.functions.has(name)) {
    if (until && until <= language.date) {
      return {
        message: `The function ${name} was removed in version ${until}; this template declares ${language.date}.`,
        help: `Use what replaces it: ${REPLACEMENTS[name] ?? "see the list of HOT functions"}.`
      };
    }
    if (!since || !hasShapeOf(name, entry.value)) return void 0;
    return {
      message: `The function ${name} came with version ${since}; this template declares ${language.date}.`,
      help: `Set heat_template_version to ${since} or later.`
    };
  }
  if (name === "if" && language.date < SHORT_IF_SINCE && asSequence(entry.value)?.items.length === 2) {
    return {
      message: `An if without its else came with version ${SHORT_IF_SINCE}; this template declares ${language.date}.`,
      help: `Write the third value, or set heat_template_version to ${SHORT_IF_SINCE} or later.`
    };
  }
  return void 0;
}
var REPLACEMENTS = {
  "Fn::Join": "list_join",
  "Fn::Replace": "str_replace",
  "Fn::ResourceFacade": "resource_facade",
  "Fn::Select": "get_attr or get_param with a path",
  "Fn::Split": "str_split (since 2015-10-15)",
  Ref: "get_param or get_resource"
};
function hasShapeOf(name, args) {
  const shape = SHAPES[name];
  if (!shape) return true;
  if (typeof shape !== "number")
    return asMapping(args) !== void 0 && shape.every((key) => childOf(args, key));
  const count = asSequence(args)?.items.length;
  return count !== void 0 && count >= shape;
}
var SHAPES = {
  contains: 2,
  digest: 2,
  filter: 2,
  if: 2,
  list_concat: 1,
  list_concat_unique: 1,
  make_url: ["scheme"],
  map_merge: 1,
  map_replace: 2,
  repeat: ["template", "for_each"],
  str_replace_strict: ["template", "params"],
  str_replace_vstrict: ["template", "params"],
  str_split: 2,
  yaql: ["expression"]
};
var versionRules = [unknownVersion, functionNotInVersion];

// src/definitions/heat/index.ts
var heatRules = ruleSet({
  kind: "heat",
  exampleFile: "template.yaml",
  rules: [...versionRules, ...structureRules, undefinedReference, unusedParameter],
  subjects: hotTemplates
});

// src/definitions/kolla_ansible/index.ts
var kollaAnsibleRules = ruleSet({
  kind: "kolla_ansible",
  exampleFile: "globals.yml",
  rules: [],
  subjects: (definitions) => definitions.filter(({ kind }) => kind === "kolla_ansible")
});

// src/definitions/manifest/index.ts
function rule(kind, page) {
  return {
    id: `manifest/${kind}`,
    severity: "error",
    ...page,
    *check({ path, problems }) {
      for (const problem of problems) {
        if (problem.rule !== kind) continue;
        const { message, help, range } = problem;
        yield { file: path, range, message, help };
      }
    }
  };
}
var GOOD3 = "version: 1\nname: region-one\n";
var rules = [
  rule("syntax", {
    summary: "changeover.yml is not YAML, or has a key twice",
    help: "A manifest that cannot be read stops every command. The finding stands where the parser gave up.",
    example: { bad: "version: 1\nname: [region-one\n", good: GOOD3 }
  }),
  rule("schema", {
    summary: "a value in changeover.yml has the wrong form",
    help: "A manifest is checked against its JSON Schema, which editors can use as well: schemas/manifest.schema.json.",
    example: { bad: "version: 2\nname: region-one\n", good: GOOD3 }
  }),
  rule("unknown-key", {
    summary: "changeover.yml has a key that means nothing",
    help: "A misspelled key would silently lose what it says, so none is accepted.",
    example: {
      bad: 'version: 1\nname: region-one\nvalidate: { ignored: ["docs/**"] }\n',
      good: 'version: 1\nname: region-one\nvalidate: { ignore: ["docs/**"] }\n'
    }
  }),
  rule("reference", {
    summary: "changeover.yml names something that it does not define",
    help: "A name that leads nowhere, for instance the need for a service that is neither built in nor declared, would fail in the middle of a run.",
    example: {
      bad: "version: 1\nname: region-one\nservices:\n  glance: { needs: [keyston] }\n",
      good: "version: 1\nname: region-one\nservices:\n  glance: { needs: [keystone] }\n"
    }
  })
];
var manifestRules = ruleSet({
  kind: "manifest",
  exampleFile: "changeover.yml",
  rules,
  *subjects(definitions) {
    for (const { kind, path, yaml } of definitions) {
      if (kind === "manifest" && yaml) yield { path, problems: readManifest(yaml).problems };
    }
  }
});

// src/definitions/openstack_ansible/address.ts
import { isIP } from "node:net";
function parseAddress(text) {
  const family = isIP(text);
  if (family === 4) return { family: 4, value: bigOf(text.split(".").map(Number), 8n) };
  if (family === 6 && !text.includes("%")) return { family: 6, value: bigOf(groupsOf(text), 16n) };
  return void 0;
}
function bigOf(parts, bits) {
  return parts.reduce((value, part) => value << bits | BigInt(part), 0n);
}
function groupsOf(text) {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  if (dotted) {
    const [, head2 = "", ...octets] = dotted;
    const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number);
    return groupsOf(`${head2}${(a << 8 | b).toString(16)}:${(c << 8 | d).toString(16)}`);
  }
  const [left = "", right] = text.split("::");
  const parse = (half) => half === "" ? [] : half.split(":").map((group) => Number.parseInt(group, 16));
  const [head, tail] = [parse(left), parse(right ?? "")];
  return right === void 0 ? head : [...head, ...Array(8 - head.length - tail.length).fill(0), ...tail];
}
function parseNetwork(text) {
  const [base = "", suffix = "", ...rest] = text.split("/");
  const address = parseAddress(base);
  if (!address || rest.length > 0) return void 0;
  const bits = address.family === 4 ? 32 : 128;
  const length = /^\d{1,3}$/.test(suffix) ? Number(suffix) : maskLength(suffix, address.family);
  if (length === void 0 || length > bits) return void 0;
  const hostBits = BigInt(bits - length);
  const first = address.value >> hostBits << hostBits;
  const last = first + (1n << hostBits) - 1n;
  return { first: { ...address, value: first }, last: { ...address, value: last } };
}
function maskLength(text, family) {
  const mask = family === 4 ? parseAddress(text) : void 0;
  const ones = mask && /^(1*)0*$/.exec(mask.value.toString(2).padStart(32, "0"))?.[1];
  return ones?.length;
}
function contains(range, { family, value }) {
  return range.first.family === family && range.first.value <= value && value <= range.last.value;
}

// src/definitions/openstack_ansible/example.ts
var EXAMPLE = `cidr_networks:
  management: 172.29.236.0/22
used_ips:
  - "172.29.236.1,172.29.236.10"
global_overrides:
  internal_lb_vip_address: 172.29.236.9
  external_lb_vip_address: cloud.example.com
  management_bridge: br-mgmt
  provider_networks:
    - network:
        container_bridge: br-mgmt
        container_type: veth
        container_interface: eth1
        ip_from_q: management
        type: raw
        group_binds: [all_containers, hosts]
        is_management_address: true
shared_infra_hosts:
  infra1: { ip: 172.29.236.11 }
compute_hosts:
  compute1: { ip: 172.29.236.21 }
`;

// src/definitions/openstack_ansible/used-ips.ts
var FORM = 'Write one address, or two with a comma between them, in quotes: "172.29.236.1,172.29.236.50".';
function readEntry(node) {
  const scalar = asScalar(node);
  if (typeof scalar?.value !== "string") return { problem: "This entry of used_ips is no text.", help: FORM };
  const { text } = scalar;
  if (isTemplatedValue(text)) return "templated";
  const parts = text.split(",");
  const first = parseAddress(parts[0] ?? "");
  const last = parseAddress(parts.at(-1) ?? "");
  if (!first || !last || parts.length > 2) {
    const onlySpaced = parts.length <= 2 && parts.every((part) => parseAddress(part.trim()));
    return onlySpaced ? { problem: `"${text}" in used_ips holds spaces.`, help: `Write "${text.replace(/\s/g, "")}".` } : { problem: `"${text}" in used_ips is neither an address nor a range of two.`, help: FORM };
  }
  if (first.family !== last.family || first.value > last.value) {
    return {
      problem: `The range "${text}" in used_ips ends before it starts.`,
      help: "Write the lower address first."
    };
  }
  return { range: { first, last } };
}
function reservedRanges(usedIps) {
  const items = asSequence(usedIps?.node)?.items ?? [];
  const entries = items.map(readEntry);
  if (entries.includes("templated") || isTemplatedValue(usedIps?.text ?? "")) return "unknown";
  return entries.flatMap((entry) => typeof entry === "object" && "range" in entry ? [entry.range] : []);
}
var usedIpsSyntax = {
  id: "openstack_ansible/used-ips-syntax",
  severity: "error",
  summary: "an entry of used_ips reserves nothing",
  help: "An entry is one address, or the first and the last of a range with a comma between them. The generator takes anything else for the name of an address that never occurs (a range with a dash, a network) or stops, and the addresses that were meant are given to containers.",
  example: {
    bad: EXAMPLE.replace("global_overrides", '  - "172.29.236.200-172.29.236.210"\nglobal_overrides'),
    good: EXAMPLE
  },
  *check({ usedIps }) {
    if (!usedIps || asScalar(usedIps.node)?.value === null || isTemplatedValue(usedIps.text ?? "")) return;
    const { file } = usedIps;
    const list = asSequence(usedIps.node);
    if (!list) {
      yield {
        file,
        range: usedIps.range,
        message: "used_ips is no list, so it reserves nothing.",
        help: FORM
      };
      return;
    }
    for (const item of list.items) {
      const entry = readEntry(item);
      if (typeof entry === "object" && "problem" in entry) {
        yield { file, range: item.range, message: entry.problem, help: entry.help };
      }
    }
  }
};

// src/definitions/openstack_ansible/address-rules.ts
function hostAddresses({ groups }) {
  const pairs = /* @__PURE__ */ new Map();
  for (const host of groups.flatMap((group) => group.hosts)) {
    const text = host.ip?.text;
    if (!host.ip || text === void 0 || !parseAddress(text)) continue;
    const key = `${host.name}
${text}`;
    if (!pairs.has(key)) pairs.set(key, { host, ip: { ...host.ip, text } });
  }
  return [...pairs.values()];
}
function networkRanges({ networks }) {
  const ranges = /* @__PURE__ */ new Map();
  for (const [name, { text = "" }] of networks) {
    const range = parseNetwork(text);
    if (range) ranges.set(name, range);
  }
  return ranges;
}
var addressConflict = {
  id: "openstack_ansible/address-conflict",
  severity: "error",
  summary: "one host has two addresses, or two hosts have one",
  help: "A host has the same ip in every group, over openstack_user_config.yml and all of conf.d; the inventory generator stops otherwise. Anchors and aliases keep the addresses in one place.",
  example: { bad: EXAMPLE.replace("ip: 172.29.236.21", "ip: 172.29.236.11"), good: EXAMPLE },
  *check(deployment) {
    const byHost = /* @__PURE__ */ new Map();
    const byAddress = /* @__PURE__ */ new Map();
    for (const found2 of hostAddresses(deployment)) {
      const { host, ip } = found2;
      const sameHost = byHost.get(host.name);
      const sameAddress = byAddress.get(ip.text);
      if (sameHost && sameHost.ip.text !== ip.text) {
        yield {
          file: ip.file,
          range: ip.range,
          message: `The host "${host.name}" has the address ${ip.text} here and ${sameHost.ip.text} in ${placeOf2(sameHost.ip)}.`,
          help: "Give it the same address everywhere."
        };
      } else if (sameAddress && sameAddress.host.name !== host.name) {
        yield {
          file: ip.file,
          range: ip.range,
          message: `The address ${ip.text} of "${host.name}" belongs to "${sameAddress.host.name}" in ${placeOf2(sameAddress.ip)}.`,
          help: "Give each host an address of its own, or the same name everywhere."
        };
      }
      byHost.set(host.name, sameHost ?? found2);
      byAddress.set(ip.text, sameAddress ?? found2);
    }
  }
};
function placeOf2({ file, range }) {
  return `${file}, line ${range.start.line}`;
}
var hostOutsideNetwork = {
  id: "openstack_ansible/host-outside-network",
  severity: "warning",
  summary: "a host has an address outside of all networks",
  help: "The ip of a host is its address on the management network. One that lies in no network of cidr_networks is usually a slip of the pen; where hosts are reached over a routed network on purpose, switch the rule off.",
  example: { bad: EXAMPLE.replace("ip: 172.29.236.21", "ip: 172.92.236.21"), good: EXAMPLE },
  *check(deployment) {
    const ranges = [...networkRanges(deployment).values()];
    if (ranges.length === 0 || ranges.length < deployment.networks.size) return;
    for (const { host, ip } of hostAddresses(deployment)) {
      const address = parseAddress(ip.text);
      if (!address || ranges.some((range) => contains(range, address))) continue;
      yield {
        file: ip.file,
        range: ip.range,
        message: `The address ${ip.text} of "${host.name}" lies in none of the networks in cidr_networks.`,
        help: "Correct the address, or the network."
      };
    }
  }
};
var vipNotReserved = {
  id: "openstack_ansible/vip-not-reserved",
  severity: "error",
  summary: "a virtual address may be given to a container",
  help: "Containers get addresses out of the networks that provider networks name in ip_from_q. The generator leaves out used_ips and the addresses of hosts, but not the virtual addresses of the load balancer: one day a container gets the same address, and the cloud stops answering. List them under used_ips.",
  example: {
    bad: EXAMPLE.replace("vip_address: 172.29.236.9", "vip_address: 172.29.236.100"),
    good: EXAMPLE
  },
  *check(deployment) {
    const { vips, usedIps, queues, noContainers } = deployment;
    const reserved = reservedRanges(usedIps);
    if (noContainers || reserved === "unknown") return;
    const hosts = new Set(hostAddresses(deployment).map(({ ip }) => ip.text));
    const handedOut = new Set(queues.map(({ text }) => text));
    for (const { name, file, range, text = "" } of vips) {
      const address = parseAddress(text);
      if (!address || hosts.has(text) || reserved.some((used) => contains(used, address))) continue;
      for (const [network, addresses] of networkRanges(deployment)) {
        if (!handedOut.has(network) || !contains(addresses, address)) continue;
        yield {
          file,
          range,
          message: `The ${name} ${text} lies in the network "${network}" and is not in used_ips: a container may get it.`,
          help: `Add "${text}" to used_ips.`
        };
        break;
      }
    }
  }
};

// src/definitions/openstack_ansible/groups.ts
var KNOWN_GROUPS = /* @__PURE__ */ new Set([
  "backup_infra_hosts",
  "backup_runner_hosts",
  "ceph_mds_hosts",
  "ceph_mon_hosts",
  "ceph_nfs_hosts",
  "ceph_osd_hosts",
  "ceph_rgw_hosts",
  "cloudkitty_hosts",
  "cluster_api_hosts",
  "compute_hosts",
  "compute_infra_hosts",
  "coordination_hosts",
  "dashboard_hosts",
  "database_hosts",
  "dnsaas_hosts",
  "etcd_hosts",
  "event_infra_hosts",
  "haproxy_hosts",
  "identity_hosts",
  "image_hosts",
  "infra_hosts",
  "ironic_compute_hosts",
  "ironic_infra_hosts",
  "ironic_inspector_hosts",
  "ironic_server_hosts",
  "key_manager_hosts",
  "kvm_compute_hosts",
  "load_balancer_hosts",
  "log_hosts",
  "lxd_compute_hosts",
  "magnum_infra_hosts",
  "manila_data_hosts",
  "manila_infra_hosts",
  "mano_hosts",
  "masakari_infra_hosts",
  "masakari_monitor_hosts",
  "memcaching_hosts",
  "metering_alarm_hosts",
  "metering_compute_hosts",
  "metering_infra_hosts",
  "metrics_hosts",
  "mistral_infra_hosts",
  "molteniron_server_hosts",
  "mq_hosts",
  "murano_infra_hosts",
  "network_agent_hosts",
  "network_gateway_hosts",
  "network_hosts",
  "network_infra_hosts",
  "network_northd_hosts",
  "octavia_infra_hosts",
  "operator_hosts",
  "orchestration_hosts",
  "os_infra_hosts",
  "oslomsg_notify_hosts",
  "oslomsg_rpc_hosts",
  "placement_infra_hosts",
  "policy_hosts",
  "powervm_compute_hosts",
  "qdrouterd_hosts",
  "qemu_compute_hosts",
  "qpid_hosts",
  "rating_hosts",
  "registration_hosts",
  "repo_infra_hosts",
  "reservation_hosts",
  "sahara_infra_hosts",
  "senlin_infra_hosts",
  "shared_infra_hosts",
  "skyline_dashboard_hosts",
  "storage_hosts",
  "storage_infra_hosts",
  "swift_hosts",
  "swift_proxy_hosts",
  "swift_remote_hosts",
  "trove_infra_hosts",
  "unbound_hosts",
  "zun_compute_hosts",
  "zun_infra_hosts"
]);
var MEANT_GROUPS = {
  barbican_hosts: "key_manager_hosts",
  cinder_hosts: "storage_infra_hosts",
  designate_hosts: "dnsaas_hosts",
  galera_hosts: "database_hosts",
  glance_hosts: "image_hosts",
  heat_hosts: "orchestration_hosts",
  horizon_hosts: "dashboard_hosts",
  keystone_hosts: "identity_hosts",
  memcached_hosts: "memcaching_hosts",
  neutron_hosts: "network_hosts",
  nova_hosts: "compute_hosts",
  octavia_hosts: "octavia_infra_hosts",
  placement_hosts: "placement_infra_hosts",
  rabbitmq_hosts: "mq_hosts"
};
function normalized(name) {
  return name.replaceAll("-", "_");
}

// src/definitions/openstack_ansible/deployment.ts
function* deployments(definitions) {
  const folders = /* @__PURE__ */ new Map();
  for (const definition of definitions) {
    if (definition.kind !== "openstack_ansible") continue;
    const folder = folderOf(definition.path);
    const files = folders.get(folder);
    if (files) files.push(definition);
    else folders.set(folder, [definition]);
  }
  for (const files of folders.values()) {
    const skeletons = files.filter(({ path }) => partOf(path) === "env.d");
    const shared = files.filter(({ path }) => partOf(path) === "conf.d");
    const mains = files.filter(({ path }) => partOf(path) === void 0);
    const main = mains.find(({ path }) => isUserConfig(path));
    if (main || shared.length > 0) yield merged(main, shared, skeletons);
    for (const other of mains) if (other !== main) yield merged(other, [], skeletons);
  }
}
function partOf(path) {
  return /(?:^|\/)(conf\.d|env\.d)\/[^/]+$/.exec(path)?.[1];
}
function folderOf(path) {
  return path.replace(/(^|\/)(?:(?:conf|env)\.d\/)?[^/]+$/, "");
}
function merged(main, shared, skeletons) {
  const files = main ? [main, ...shared] : shared;
  const networks = /* @__PURE__ */ new Map();
  const vips = [];
  const queues = [];
  const groups = [];
  let usedIps;
  let noContainers = false;
  let definesNetworks = false;
  for (const file of files) {
    const aliased = aliasTargets(file);
    for (const entry of entriesOf(rootMapping(file))) {
      const name = normalized(entry.key);
      if (name === "cidr_networks") {
        definesNetworks ||= entriesOf(entry.value).length > 0 || placed(file, entry.value).text !== void 0;
        for (const { key, value } of entriesOf(entry.value)) networks.set(key, placed(file, value));
      } else if (name === "used_ips") usedIps = placed(file, entry.value);
      else if (name === "global_overrides") {
        vips.push(...vipsIn(file, entry.value));
        queues.push(...queuesIn(file, entry.value));
        noContainers ||= asScalar(childOf(entry.value, "no_containers"))?.value === true;
      } else if (isGroup(name, entry.value)) groups.push(groupOf(file, entry, aliased));
    }
  }
  const path = (main ?? shared[0])?.path ?? "";
  const isWhole = main !== void 0 && rootMapping(main) !== void 0;
  const ownGroups = new Set(skeletons.flatMap(groupsDefined));
  return { path, isWhole, networks, definesNetworks, usedIps, vips, queues, noContainers, groups, ownGroups };
}
function placed({ path }, node) {
  const scalar = asScalar(node);
  return { file: path, range: node.range, node, text: scalar?.value === null ? void 0 : scalar?.text };
}
function vipsIn(file, overrides) {
  return ["internal_lb_vip_address", "external_lb_vip_address"].flatMap((name) => {
    const node = childOf(overrides, name);
    return node ? [{ name, ...placed(file, node) }] : [];
  });
}
function queuesIn(file, overrides) {
  return (asSequence(childOf(overrides, "provider_networks"))?.items ?? []).flatMap((item) => {
    const node = childOf(childOf(item, "network"), "ip_from_q");
    return node ? [placed(file, node)] : [];
  });
}
function isGroup(name, value) {
  if (name.endsWith("hosts")) return true;
  const [first] = entriesOf(value);
  return first !== void 0 && childOf(first.value, "ip") !== void 0;
}
function groupOf(file, { key, keyRange, value }, aliased) {
  const name = normalized(key);
  const hosts = entriesOf(value).map((host) => {
    const ip = childOf(host.value, "ip");
    return {
      name: host.key,
      group: name,
      file: file.path,
      keyRange: host.keyRange,
      ip: ip && placed(file, ip)
    };
  });
  const target = resolve(value);
  return {
    key,
    name,
    file: file.path,
    keyRange,
    hosts,
    isShared: target !== void 0 && aliased.has(target)
  };
}
function aliasTargets(file) {
  const targets = /* @__PURE__ */ new Set();
  const root = rootMapping(file);
  if (root) {
    walk(root, (node) => {
      const target = node.kind === "alias" ? resolve(node) : void 0;
      if (target) targets.add(target);
    });
  }
  return targets;
}
function groupsDefined(file) {
  const skeleton = asMapping(childOf(rootMapping(file), "physical_skel"));
  return entriesOf(skeleton).map(({ key }) => normalized(key));
}

// src/definitions/openstack_ansible/group-rules.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var unknownGroup = {
  id: "openstack_ansible/unknown-group",
  severity: "error",
  summary: "hosts stand under a group that deploys nothing",
  help: "Services are deployed to the hosts of the groups that openstack-ansible knows, or that env.d adds. Under another name the hosts get nothing, and nobody says so. It is an error when the name looks like a misspelled group or is the name of a service; for other groups it is a warning, given when some of its hosts stand under no known group at all.",
  example: { bad: EXAMPLE.replace("compute_hosts", "compute_host"), good: EXAMPLE },
  *check({ groups, ownGroups }) {
    const isKnown = ({ name }) => KNOWN_GROUPS.has(name) || ownGroups.has(name);
    const placedHosts = new Set(groups.filter(isKnown).flatMap(({ hosts }) => hosts.map((host) => host.name)));
    for (const group of groups) {
      if (isKnown(group) || group.isShared || group.hosts.length === 0) continue;
      const problem = whyUnknown(group, ownGroups, placedHosts);
      if (problem) yield { file: group.file, range: group.keyRange, ...problem };
    }
  }
};
function whyUnknown({ key, name, hosts }, ownGroups, placedHosts) {
  if (name === "lxc_hosts") {
    return { message: 'The group "lxc_hosts" is made by the inventory generator.', help: "Remove it." };
  }
  const message = `There is no group "${key}": nothing is deployed to its hosts.`;
  const misspelled = misspelledGroup(name, [...KNOWN_GROUPS, ...ownGroups]);
  if (misspelled) return { message, help: `Did you mean "${misspelled}"?` };
  const meant = Object.hasOwn(MEANT_GROUPS, name) ? MEANT_GROUPS[name] : void 0;
  if (meant) return { message, help: `The group for it is "${meant}".` };
  if (!name.endsWith("_hosts") || hosts.every((host) => placedHosts.has(host.name))) return void 0;
  const near = nearest(name, KNOWN_GROUPS);
  const hint = near ? `Did you mean "${near}"? ` : "";
  return {
    message,
    help: `${hint}Put its hosts under a known group too, or define the group in env.d.`,
    severity: "warning"
  };
}
function misspelledGroup(name, known) {
  if (name.startsWith("_")) return void 0;
  const words = name.split("_");
  const digits = (text) => text.replace(/\D/g, "");
  return known.find((other) => {
    const others = other.split("_");
    if (digits(name) !== digits(other)) return false;
    if (words.length !== others.length) return words.join("") === others.join("");
    return others.every((word, index) => (0, import_fastest_levenshtein.distance)(word, words[index] ?? "") <= allowedSlips(word));
  });
}
function allowedSlips(word) {
  return word.length < 4 ? 0 : Math.min(2, Math.floor(word.length / 3));
}
var missingIp = {
  id: "openstack_ansible/missing-ip",
  severity: "error",
  summary: "a host has no ip",
  help: "Every host of every group needs its ip, in each group that names it; the inventory generator stops with a bare KeyError without it.",
  example: {
    bad: EXAMPLE.replace("compute1: { ip: 172.29.236.21 }", "compute1: { affinity: {} }"),
    good: EXAMPLE
  },
  *check({ groups, isWhole }) {
    const hosts = groups.filter(({ name }) => name.endsWith("hosts")).flatMap((group) => group.hosts);
    const keyOf = (host) => `${host.group}
${host.name}`;
    const given = new Set(hosts.filter(({ ip }) => ip?.text).map(keyOf));
    const said = /* @__PURE__ */ new Set();
    for (const host of hosts) {
      if (given.has(keyOf(host)) || !isWhole) continue;
      const place = `${host.file}:${host.keyRange.start.line}:${host.keyRange.start.column}`;
      if (said.has(place)) continue;
      said.add(place);
      yield {
        file: host.file,
        range: host.keyRange,
        message: `The host "${host.name}" has no ip.`,
        help: "Add its address on the management network, for example  ip: 172.29.236.21."
      };
    }
  }
};

// src/definitions/openstack_ansible/network-rules.ts
var FILE_START2 = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
var missingNetworks = {
  id: "openstack_ansible/missing-networks",
  severity: "error",
  summary: "cidr_networks is missing",
  help: "cidr_networks names the networks from which containers get their addresses; the inventory generator stops without it, on metal as well.",
  example: { bad: EXAMPLE.slice(EXAMPLE.indexOf("used_ips")).replace(/ *ip_from_q.*\n/, ""), good: EXAMPLE },
  *check({ path, isWhole, definesNetworks }) {
    if (!isWhole || definesNetworks) return;
    yield {
      file: path,
      range: FILE_START2,
      message: "There is no cidr_networks.",
      help: "Add it, for example  cidr_networks: { management: 172.29.236.0/22 }."
    };
  }
};
var invalidCidr = {
  id: "openstack_ansible/invalid-cidr",
  severity: "error",
  summary: "a network in cidr_networks is no network",
  help: "A network is an address and a prefix length: 172.29.236.0/22. The inventory generator stops at anything else; without a prefix length it takes the network for a single address and has none to give.",
  example: { bad: EXAMPLE.replace("172.29.236.0/22", "172.29.236.0/33"), good: EXAMPLE },
  *check({ networks }) {
    for (const [name, { file, range, text }] of networks) {
      if (text !== void 0 && (isTemplatedValue(text) || parseNetwork(text))) continue;
      const written = text === void 0 ? "nothing" : `"${text}"`;
      yield {
        file,
        range,
        message: `The network "${name}" is ${written}, which is no network in CIDR notation.`,
        help: text !== void 0 && parseAddress(text) ? `Add the prefix length, for example ${text}/22.` : "Write it as address/length, for example 172.29.236.0/22."
      };
    }
  }
};
var unknownQueue = {
  id: "openstack_ansible/unknown-queue",
  severity: "error",
  summary: "ip_from_q names a network that cidr_networks does not have",
  help: "A provider network takes the addresses of its containers from the network that ip_from_q names; the inventory generator stops when there is none of that name.",
  example: { bad: EXAMPLE.replace("ip_from_q: management", "ip_from_q: managment"), good: EXAMPLE },
  *check({ networks, queues }) {
    if (networks.size === 0) return;
    for (const { file, range, text } of queues) {
      if (!text || networks.has(text) || isTemplatedValue(text)) continue;
      const near = nearest(text, networks.keys());
      yield {
        file,
        range,
        message: `There is no network "${text}" in cidr_networks.`,
        help: near ? `Did you mean "${near}"?` : `It has: ${[...networks.keys()].join(", ")}.`
      };
    }
  }
};

// src/definitions/openstack_ansible/index.ts
var openstackAnsibleRules = ruleSet({
  kind: "openstack_ansible",
  exampleFile: "openstack_user_config.yml",
  rules: [
    missingNetworks,
    invalidCidr,
    unknownQueue,
    usedIpsSyntax,
    vipNotReserved,
    unknownGroup,
    missingIp,
    addressConflict,
    hostOutsideNetwork
  ],
  subjects: deployments
});

// src/definitions/oslo_config/index.ts
var osloConfigRules = ruleSet({
  kind: "oslo_config",
  exampleFile: "nova.conf",
  rules: [],
  subjects: (definitions) => definitions.filter(({ kind }) => kind === "oslo_config")
});

// src/definitions/repository/index.ts
var repositoryRules = ruleSet({
  kind: "repository",
  exampleFile: "group_vars/all.yml",
  rules: [],
  subjects: (definitions) => definitions
});

// src/definitions/yaml/syntax-words.ts
function clearWords({ message, range }, source) {
  const { line, column } = range.start;
  const written = source.line(line);
  const tab = /^ *\t/.exec(written)?.[0].length;
  if (tab !== void 0) {
    const start = { line, column: tab };
    return {
      message: "A tab stands in the indentation.",
      help: "Indent with spaces only; YAML does not allow tabs there.",
      range: { start, end: { line, column: tab + 1 } }
    };
  }
  const value = /^\s*(?:- +)*[^\s:#"'][^:#]*:[ \t]+(.*)$/.exec(written)?.[1];
  if (value?.startsWith("{{")) {
    return {
      message: "A value that starts with {{ is not in quotes, so YAML takes it for a mapping.",
      help: "Put the whole value in double quotes.",
      range
    };
  }
  if (value && /^[%@`]/.test(value)) {
    return {
      message: `A value cannot start with ${value.charAt(0)} unless it is in quotes.`,
      help: "Put the value in quotes.",
      range
    };
  }
  if (value && /^[^"'[{|>&*!].*:([ \t]|$)/.test(value) && column > written.indexOf(value)) {
    return {
      message: "A value holds a colon followed by a space, which starts another mapping.",
      help: "Put the value in quotes, or start a new line.",
      range
    };
  }
  if (message.includes("flow collection")) {
    return {
      message: "A comma is missing here, or a bracket or brace that was opened before is not closed.",
      help: "Close it, or put the comma.",
      range
    };
  }
  if (message === "deficient indentation") {
    return {
      message: "A quote or bracket that was opened before is not closed, or this line is indented too little.",
      help: "Close it, or indent this line more than the line that opens it.",
      range
    };
  }
  return { message: `Not YAML: ${message}.`, help: "Mend it here or just above.", range };
}

// src/definitions/yaml/index.ts
var tooLarge = {
  id: "yaml/too-large",
  severity: "error",
  summary: "a definition is larger than 10 MiB",
  help: "No tool reads a definition of that size with pleasure; it is usually data that got a YAML name. Move it out of the repository, or ignore it under validate.ignore.",
  example: {
    bad: "hosts: []\n# followed by more than 10 MiB\n",
    good: "hosts: []\n",
    encode: (bad) => Buffer.alloc(10 * 1024 * 1024 + 1, bad)
  },
  check: (file) => unreadable2(
    file,
    "too-large",
    "The file is larger than 10 MiB.",
    "Split it, or ignore it under validate.ignore."
  )
};
var binary = {
  id: "yaml/binary",
  severity: "error",
  summary: "a file with a YAML name holds binary data",
  help: "YAML is text and never holds a zero byte. The file was damaged, saved as UTF-16, or is not YAML at all.",
  example: { bad: "name: region\0one\n", good: "name: region-one\n" },
  check: (file) => unreadable2(
    file,
    "binary",
    "The file holds binary data: here is a zero byte.",
    "Save it as UTF-8 text, or give it another extension."
  )
};
var encoding = {
  id: "yaml/encoding",
  severity: "error",
  summary: "a definition is not UTF-8",
  help: "Ansible and Heat read UTF-8. A file in another encoding fails there, or arrives with other letters. Save it as UTF-8; a byte order mark is accepted.",
  example: {
    bad: "description: Z\xFCrich\n",
    good: "description: Z\xFCrich\n",
    encode: (bad) => Buffer.from(bad, "latin1")
  },
  check: (file) => unreadable2(
    file,
    "encoding",
    "The file is not UTF-8: this byte is no character.",
    "Save the file as UTF-8."
  )
};
var syntax = {
  id: "yaml/syntax",
  severity: "error",
  summary: "a file is not YAML",
  help: "Nothing in a file that cannot be parsed takes effect, and the run that needs it stops. The finding stands where the parser gave up; the cause is there or shortly before.",
  example: { bad: "servers:\n	- web\n", good: "servers:\n  - web\n" },
  *check(file) {
    if (!hasOwnPage(file)) return;
    const { problems = [], source } = file.yaml ?? {};
    for (const problem of problems) {
      if (problem.kind === "syntax" && source) yield { file: file.path, ...clearWords(problem, source) };
    }
  }
};
var duplicateKey = {
  id: "yaml/duplicate-key",
  severity: "error",
  summary: "a mapping has the same key twice",
  help: "The loaders of Ansible and Heat keep the last of two equal keys and say nothing (Ansible warns at most), so the first value is silently lost, with everything below it. Merge the two, or remove one.",
  example: {
    bad: "internal_vip: 172.29.236.9\nexternal_vip: 203.0.113.9\ninternal_vip: 172.29.236.10\n",
    good: "internal_vip: 172.29.236.10\nexternal_vip: 203.0.113.9\n"
  },
  *check(file) {
    if (!hasOwnPage(file)) return;
    for (const { kind, range, message } of file.yaml?.problems ?? []) {
      if (kind !== "duplicate_key") continue;
      yield {
        file: file.path,
        range,
        message: sentence(message),
        help: "Keep one of the two, or merge them."
      };
    }
  }
};
function hasOwnPage({ kind, templated }) {
  return kind !== "manifest" && !templated;
}
function* unreadable2(file, reason, message, help) {
  if (typeof file.unread !== "object" || file.unread.reason !== reason) return;
  yield { file: file.path, range: file.unread.range, message, help };
}
function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}
var yamlRules = ruleSet({
  kind: "yaml",
  exampleFile: "vars.yml",
  rules: [tooLarge, binary, encoding, syntax, duplicateKey],
  subjects: (definitions) => definitions
});

// src/definitions/rules.ts
var ruleSets = [
  yamlRules,
  heatRules,
  heatEnvironmentRules,
  openstackAnsibleRules,
  kollaAnsibleRules,
  ansibleRules,
  osloConfigRules,
  cloudsRules,
  haproxyRules,
  manifestRules,
  repositoryRules
];
var rulePages = ruleSets.flatMap(({ pages }) => pages).sort((a, b) => a.id < b.id ? -1 : 1);
function requireKnownRules(ids) {
  const known = new Set(rulePages.map(({ id }) => id));
  for (const id of ids) {
    if (known.has(id)) continue;
    const near = nearest(id, known);
    throw new UserError("unknown_rule", `There is no rule "${id}".`, {
      remedy: near ? `Did you mean "${near}"?` : `The rules are: ${[...known].join(", ")}.`
    });
  }
}

// src/definitions/suppress.ts
var COMMENT = /#[ \t]*changeover:[ \t]*ignore[ \t]+([\w-]+\/[\w-]+(?:[ \t]*,[ \t]*[\w-]+\/[\w-]+)*)/;
function suppressions({ text }) {
  if (!text.includes("changeover:")) return () => false;
  const silenced = /* @__PURE__ */ new Map();
  for (const [index, line] of text.split("\n").entries()) {
    const rules2 = COMMENT.exec(line)?.[1]?.split(/[ \t]*,[ \t]*/);
    if (!rules2) continue;
    const target = line.trimStart().startsWith("#") ? index + 2 : index + 1;
    silenced.set(target, /* @__PURE__ */ new Set([...silenced.get(target) ?? [], ...rules2]));
  }
  return (rule2, line) => silenced.get(line)?.has(rule2) ?? false;
}

// src/definitions/validate.ts
var CONCURRENCY = 8;
async function validateFolder(options) {
  requireKnownRules(Object.keys(options.rules));
  const listed = await listFiles(options.root);
  const root = await realpath2(options.root);
  const named = options.files && new Set(await namedFiles(options.root, options.files));
  const isIgnored = (0, import_picomatch.default)([...options.ignore], { dot: true });
  const all = [.../* @__PURE__ */ new Set([...listed, ...named ?? []])].sort();
  const candidates = all.filter((path) => isDefinitionName(path) && !isIgnored(path));
  const read2 = await inParallel(candidates, CONCURRENCY, async (path) => {
    const real = await readablePath(root, path);
    return real === void 0 ? void 0 : readDefinition(real, path);
  });
  const definitions = read2.filter((definition) => definition !== void 0);
  const isAsked = (path) => named?.has(path) ?? true;
  const checked = definitions.filter(({ path }) => isAsked(path));
  const { findings, silenced } = checkDefinitions(definitions, options.rules, isAsked, {
    facts: options.facts ?? shippedFacts(),
    files: new Set(all)
  });
  const log = options.log ?? silentLog;
  if (silenced > 0) log.info(`${silenced} findings are silenced by comments`);
  return {
    schema: "changeover/validate/v1",
    ...verdict(findings, checked.length),
    files: { checked: checked.length, skipped: (named?.size ?? all.length) - checked.length },
    kinds: countKinds(checked),
    findings
  };
}
function checkDefinitions(definitions, settings, isAsked, context) {
  const comments = new Map(definitions.map((definition) => [definition.path, suppressions(definition)]));
  const templates = new Set(definitions.filter(({ templated }) => templated).map(({ path }) => path));
  const findings = [];
  let silenced = 0;
  for (const set of ruleSets) {
    for (const [rule2, problem] of set.check(definitions, (id) => settings[id] !== "off", context)) {
      if (!isAsked(problem.file)) continue;
      const { start, end } = problem.range;
      if (comments.get(problem.file)?.(rule2.id, start.line)) {
        silenced++;
        continue;
      }
      const setting = settings[rule2.id];
      const usual = problem.severity ?? rule2.severity;
      const severity = usual === "error" && templates.has(problem.file) ? "warning" : usual;
      findings.push({
        rule: rule2.id,
        severity: setting && setting !== "off" ? setting : severity,
        message: problem.message,
        help: problem.help,
        file: problem.file,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column
      });
    }
  }
  return { findings: fingerprinted(findings.sort(byPlace)), silenced };
}
function byPlace(a, b) {
  return byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.rule, b.rule) || byText(a.message, b.message);
}
function byText(a, b) {
  return a < b ? -1 : Number(a > b);
}
function verdict(findings, checked) {
  if (findings.some(({ severity }) => severity === "error"))
    return { outcome: "failed", reason: "errors_found" };
  if (findings.length > 0) return { outcome: "passed", reason: "warnings_only" };
  return { outcome: "passed", reason: checked === 0 ? "nothing_to_check" : "clean" };
}
function countKinds(definitions) {
  const kinds = {};
  for (const { kind } of definitions) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}
async function inParallel(items, width, work) {
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

// src/definitions/start.ts
async function startValidate(root, log) {
  const settings = (await manifestOrDefaults(root))?.validate;
  const rules2 = {};
  for (const [rule2, severity] of Object.entries(settings?.rules ?? {})) {
    rules2[rule2] = severity === false ? "off" : severity;
  }
  return validateFolder({ root, ignore: settings?.ignore ?? [], rules: rules2, log });
}
async function manifestOrDefaults(root) {
  try {
    return await loadManifestIfThere(root);
  } catch (error) {
    if (error instanceof UserError && error.code === "manifest_invalid") return void 0;
    throw error;
  }
}
export {
  startValidate
};
