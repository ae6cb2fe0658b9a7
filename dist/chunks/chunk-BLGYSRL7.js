import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ENVIRONMENT_SECTIONS,
  PLACEHOLDER,
  filled,
  isAnsible,
  isIniInventory,
  isKayobeVars,
  isOpenstackAnsible,
  isOtherIni,
  isUserConfig,
  isVars,
  mayBeAnsible,
  placeOf,
  rootMapping,
  serviceOfFile
} from "./chunk-YB7TKF5C.js";
import {
  GitError,
  git
} from "./chunk-LIBN5DWY.js";
import {
  MANIFEST_FILE,
  parseYaml
} from "./chunk-DRLVPPAE.js";
import {
  asMapping,
  entriesOf,
  walk
} from "./chunk-ENQVGC6S.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";

// src/definitions/clouds/recognize.ts
function isClouds(path, entries) {
  if (!/(^|\/)[\w.-]*(clouds?|secure)[\w.-]*\.ya?ml$/i.test(path)) return false;
  return entries.some(({ key, value }) => (key === "clouds" || key === "public-clouds") && asMapping(value));
}

// src/definitions/haproxy/recognize.ts
var SECTION = /^(?:global|defaults(?:[ \t]+[\w.:-]+){0,3}|(?:frontend|backend|listen|peers|resolvers|userlist|mailers|cache|program|http-errors|ring|log-forward|fcgi-app|crt-store|log-profile)[ \t]+[^\s=].*)[ \t]*(?:#.*)?$/;
function isHaproxy(path, text) {
  if (!/\.cfg$/i.test(path) && !/haproxy[^/]*(?:\/[^/]+)*\.conf$/i.test(path)) return false;
  const isNamed = /(^|\/)haproxy[^/]*$/i.test(path);
  for (const line of filled(text).text.split("\n")) {
    if (!/^[ \t]*[^#.\s]/.test(line)) continue;
    if (SECTION.test(line.trim())) return true;
    if (!isNamed) return false;
  }
  return false;
}

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
var OWN_KEY = /^(kolla_\w+|enable_(keystone|nova|neutron|haproxy|glance|cinder|openstack_core|horizon)\w*|network_interface|neutron_external_interface|openstack_(release|version)|kayobe_\w+)$/;
var SERVICE_KEY = /^(enable|kolla|nova|neutron|cinder|glance|keystone|octavia|heat|horizon|haproxy|mariadb|rabbitmq|opensearch|prometheus|designate|ironic|magnum|manila|barbican)_\w+$/;
var DEFAULTS_KEY = "kolla_base_distro_version_default_map";
function isKollaAnsible(path, keys) {
  if (keys.has(DEFAULTS_KEY)) return false;
  const place = placeOf(path);
  const some = (pattern) => [...keys].some((key) => pattern.test(key));
  if (place?.part === "passwords") return some(/_password$/);
  if (isKayobeVars(path)) return keys.size > 0;
  if (place?.isPart) return some(OWN_KEY) || some(SERVICE_KEY);
  if (place) return some(OWN_KEY);
  return keys.has("kolla_base_distro") && [...keys].filter((key) => OWN_KEY.test(key)).length > 1;
}

// src/definitions/oslo_config/recognize.ts
var SECTION2 = /^\[(?:keystone_authtoken|oslo_\w+|ml2(?:_type_\w+)?|securitygroup|glance_store|placement_database|api_database|service_user|fernet_tokens|health_manager|haproxy_amphora)\]/m;
var OTHER_SERVICE = /^(?:blazar|cloudkitty|cyborg|freezer|senlin|tacker|vitrage|watcher|zaqar|zun)\b/i;
var OTHER_TEXT = /^[^\S\n]*<\w|^\[(?:uwsgi|program:|pipeline:|composite:|loggers\])/m;
var GLOBAL = /(?:^|\/)(?:config|overlays)\/global\.conf$/;
function isOsloConfig(path, text) {
  if (!/\.(?:conf|ini)$/i.test(path) || isOtherIni(path)) return false;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const isNamed = serviceOfFile(path) !== void 0 || OTHER_SERVICE.test(name) || GLOBAL.test(path);
  if (isNamed) return /^\[/m.test(text) ? !OTHER_TEXT.test(text) : isUnsectioned(path, text);
  return SECTION2.test(text);
}
function isUnsectioned(path, text) {
  const lines = text.split("\n").filter((line) => /^[^#;\s]/.test(line));
  return /(?:^|\/)(?:etc|config|overlays)\//.test(path) && lines.length > 0 && lines.every(isAssignment);
}
function isAssignment(line) {
  return /^[a-z]\w*[ \t]*=/.test(line);
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

// src/definitions/read.ts
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

// src/definitions/list.ts
import { lstatSync, realpathSync, statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
var NEVER_ENTERED = /* @__PURE__ */ new Set([".git", "node_modules"]);
async function listFiles(root) {
  await requireFolder(root);
  const paths = await gitFiles(root) ?? await walkedFiles(root);
  return [...new Set(paths)].sort();
}
async function requireFolder(root) {
  const found = await stat(root).catch((error) => {
    if (systemCode(error) === "ENOENT") return void 0;
    throw new UserError("folder_unreadable", `Cannot read ${root}: ${messageOf(error)}`, { cause: error });
  });
  if (found?.isDirectory()) return;
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
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
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
      const path = relative(root, resolve(root, name)).split(sep).join("/");
      if (path === "" || path === ".." || path.startsWith("../") || isAbsolute(path)) {
        throw new UserError("file_outside", `${name} is not a file in ${root}.`, {
          remedy: "Name files inside of the folder that is checked."
        });
      }
      if ((await stat(join(root, path)).catch(() => void 0))?.isFile()) return path;
      throw new UserError("file_missing", `There is no file ${name} in ${root}.`, {
        remedy: "Check the name; a file that was deleted need not be named."
      });
    })
  );
}
var ReadablePaths = class {
  /** @param root with all its own links resolved */
  constructor(root) {
    this.root = root;
  }
  root;
  folders = /* @__PURE__ */ new Map();
  /**
   * Where a file really is, or why there is nothing to read.
   *
   * @throws UserError `file_unreadable`
   */
  find(path) {
    try {
      const direct = join(this.folder(dirname(path)), basename(path));
      const stats = lstatSync(direct);
      const real = stats.isSymbolicLink() ? realpathSync.native(direct) : direct;
      if (!real.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep))
        return { skip: "link_outside" };
      const isFile = real === direct ? stats.isFile() : statSync(real).isFile();
      return isFile ? { real } : { skip: "no_regular_file" };
    } catch (error) {
      const code = systemCode(error);
      if (!["ENOENT", "ENOTDIR", "ELOOP"].includes(code ?? "")) throw unreadableFile(path, error);
      return { skip: path.includes(REPLACEMENT) ? "name_encoding" : "gone" };
    }
  }
  folder(path) {
    const known = this.folders.get(path);
    if (known !== void 0) return known;
    const real = this.resolved(path);
    this.folders.set(path, real);
    return real;
  }
  /** A folder that is no link lies where the one above it does. */
  resolved(path) {
    if (path === ".") return this.root;
    const direct = join(this.folder(dirname(path)), basename(path));
    return lstatSync(direct).isSymbolicLink() ? realpathSync.native(direct) : direct;
  }
};
var REPLACEMENT = "\uFFFD";
function unreadableFile(path, error) {
  return new UserError("file_unreadable", `Cannot read ${path}: ${messageOf(error)}`, {
    remedy: "Let it be read, or leave it out under validate.ignore in changeover.yml.",
    cause: error
  });
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
  const yaml = parseYaml(text.replace(BLOCK, blank).replace(EXPRESSION, filled2));
  return yaml.problems.some(({ kind }) => kind === "syntax") ? void 0 : yaml;
}
function filled2(expression) {
  return expression.replace(/[^\n]/g, PLACEHOLDER);
}
function hasBareExpression({ documents, source }) {
  let found = false;
  for (const document of documents) {
    walk(document, (node) => {
      const [only] = node.kind === "mapping" ? node.entries : [];
      if (!only) return;
      const { line, column } = only.keyRange.start;
      found ||= only.key === "[complex key]" && source.line(line).startsWith("{{", column - 2);
    });
  }
  return found;
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
function readDefinition(absolute, path) {
  let bytes;
  try {
    bytes = readAtMost(absolute, MAX_BYTES);
  } catch (error) {
    throw unreadableFile(path, error);
  }
  return bytes ? definitionOf(bytes, path) : tooLarge(path);
}
function tooLarge(path) {
  return unreadable(path, { reason: "too-large", range: FILE_START });
}
function readText(absolute) {
  const bytes = readAtMost(absolute, MAX_BYTES);
  const text = bytes && decode(bytes);
  return typeof text === "string" ? text : void 0;
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
var room = Buffer.allocUnsafeSlow(64 * 1024);
function readAtMost(path, limit) {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { size } = fstatSync(file);
    if (size > limit) return void 0;
    const buffer = size <= room.length ? room : Buffer.allocUnsafe(size);
    let length = 0;
    while (length < size) {
      const count = readSync(file, buffer, length, size - length, null);
      if (count === 0) break;
      length += count;
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
function unreadable(path, unread) {
  return isYaml(path, void 0) ? { path, kind: recognize(path, "", void 0), text: "", yaml: void 0, unread } : void 0;
}
var utf8 = new TextDecoder("utf-8", { fatal: true });
function decode(bytes) {
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { reason: "binary", range: placeOf2(bytes, zero) };
  try {
    return utf8.decode(bytes);
  } catch {
    return { reason: "encoding", range: placeOf2(bytes, firstInvalid(bytes)) };
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
function placeOf2(bytes, offset) {
  const before = new TextDecoder().decode(bytes.subarray(0, offset), { stream: true });
  const line = before.split("\n").length;
  const column = before.length - (before.lastIndexOf("\n") + 1) + 1;
  return { start: { line, column }, end: { line, column: column + 1 } };
}

export {
  listFiles,
  namedFiles,
  ReadablePaths,
  isDefinitionName,
  MAX_BYTES,
  readDefinition,
  tooLarge,
  readText,
  definitionOf
};
