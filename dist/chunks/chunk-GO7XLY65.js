import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  PLACEHOLDER,
  filled,
  isTemplatedValue,
  isVars,
  isYamlInventory,
  rootMapping
} from "./chunk-YB7TKF5C.js";
import {
  SourceText,
  asMapping,
  asScalar,
  asSequence,
  asString,
  childOf,
  entriesOf,
  entryOf,
  resolve,
  typedValue,
  walk
} from "./chunk-ENQVGC6S.js";
import {
  nearest,
  slips
} from "./chunk-65XTCQBH.js";

// src/definitions/clouds/uses.ts
var NAME = `["']?([A-Za-z][\\w.-]*)["']?(?=\\s|$)`;
var ANYWHERE = new RegExp(
  `(?:--os-cloud[= ]|\\bOS_CLOUD(?:=|[ \\t]*:[ \\t]*)|^[ \\t-]*os_cloud[ \\t]*:[ \\t]*)${NAME}`,
  "gm"
);
var SIGN = /--os-cloud|OS_CLOUD|os_cloud/;
var ARGUMENT = new RegExp(`^[ \\t]+cloud[ \\t]*:[ \\t]*${NAME}`, "gm");
function usesOf(definitions) {
  return definitions.flatMap(({ path, kind, text }) => {
    if (kind === "clouds") return [];
    const uses = [];
    let source;
    const collect = (pattern) => {
      for (const { 0: whole, 1: name = "", index } of text.matchAll(pattern)) {
        source ??= new SourceText(text);
        const start = index + whole.lastIndexOf(name);
        uses.push({ file: path, name, range: source.range(start, start + name.length) });
      }
    };
    if (SIGN.test(text)) collect(ANYWHERE);
    if (kind === "ansible" && text.includes("openstack.cloud.")) collect(ARGUMENT);
    return uses;
  });
}

// src/definitions/clouds/cloud.ts
function isVendorFile(definition) {
  return childOf(rootMapping(definition), "public-clouds") !== void 0;
}
function isSecureFile({ path }) {
  return /(^|\/)[^/]*secure[^/]*$/i.test(path);
}
function cloudFiles(definitions) {
  const folders = /* @__PURE__ */ new Map();
  for (const definition of definitions) {
    if (definition.kind !== "clouds" || isVendorFile(definition)) continue;
    const folder = definition.path.replace(/[^/]+$/, "");
    const files2 = folders.get(folder);
    if (files2) files2.push(definition);
    else folders.set(folder, [definition]);
  }
  const files = [...folders.values()].flatMap(paired);
  if (files.length === 0) return [];
  const namesOfAll = new Set(files.flatMap(({ clouds }) => clouds.map(({ name }) => name)));
  const uses = usesOf(definitions);
  return files.map((file, index) => ({ ...file, namesOfAll, uses: index === 0 ? uses : [] }));
}
function paired(files) {
  const mains = files.filter((file) => !isSecureFile(file));
  const secures = files.filter(isSecureFile);
  const [main, ...others] = mains;
  const [secure, ...more] = secures;
  if (main && secure && others.length === 0 && more.length === 0) return [read([main, secure])];
  return [...mains, ...secures].map((file) => read([file]));
}
function read(files) {
  const clouds = /* @__PURE__ */ new Map();
  for (const file of files) {
    for (const entry of entriesOf(childOf(rootMapping(file), "clouds"))) {
      const cloud = cloudOf(file, entry);
      const before = clouds.get(entry.key);
      clouds.set(entry.key, before ? merged(before, cloud) : cloud);
    }
  }
  const [first] = files;
  return {
    path: first?.path ?? "",
    isWhole: files.some((file) => !isSecureFile(file)),
    clouds: [...clouds.values()]
  };
}
function cloudOf(file, { key, keyRange, value }) {
  const settings = settingsIn(file, value);
  return {
    name: key,
    file: file.path,
    keyRange,
    oddity: asMapping(value) ? void 0 : settingOf(file, { key, keyRange, value }),
    settings,
    auth: settingsIn(file, settings.get("auth")?.node),
    hasProfile: settings.has("profile") || settings.has("cloud"),
    isOnlySecure: isSecureFile(file)
  };
}
function settingsIn(file, node) {
  return new Map(
    entriesOf(node).map((entry) => [entry.key.replaceAll("-", "_"), settingOf(file, entry)])
  );
}
function settingOf(file, { key, keyRange, value }) {
  const scalar = asScalar(value);
  const isKnown = scalar && scalar.value !== null && !isTemplatedValue(scalar.text);
  return {
    key: key.replaceAll("-", "_"),
    file: file.path,
    keyRange,
    node: value,
    text: isKnown ? scalar.text : void 0,
    isSecure: isSecureFile(file)
  };
}
function merged(below, above) {
  return {
    ...below,
    oddity: below.oddity ?? above.oddity,
    settings: new Map([...below.settings, ...above.settings]),
    auth: new Map([...below.auth, ...above.auth]),
    hasProfile: below.hasProfile || above.hasProfile,
    isOnlySecure: false
  };
}
function authSetting(cloud, ...keys) {
  for (const key of keys) {
    const found2 = cloud.auth.get(key) ?? cloud.settings.get(key);
    if (found2) return found2;
  }
  return void 0;
}
function authTypeOf(cloud) {
  const setting = cloud.settings.get("auth_type") ?? cloud.settings.get("auth_plugin");
  if (setting) return setting.text;
  return cloud.hasProfile ? void 0 : "password";
}

// src/definitions/ansible/hints.ts
var MAX_LOOKS = 300;
var Hints = class {
  constructor(find) {
    this.find = find;
  }
  find;
  left = MAX_LOOKS;
  near(name, known) {
    return --this.left < 0 ? void 0 : this.find(name, known);
  }
};

// src/definitions/ansible/file-index.ts
var FileIndex = class {
  constructor(files) {
    this.files = files;
    for (const path of files) {
      const name = nameOf(path);
      this.names.add(name);
      this.folder(folderOf(path)).push(name);
      for (let folder = folderOf(path); folder !== "" && !this.folders.has(folderOf(folder)); ) {
        folder = folderOf(folder);
        this.folder(folder);
      }
    }
  }
  files;
  names = /* @__PURE__ */ new Set();
  folders = /* @__PURE__ */ new Map();
  hints = new Hints(nearest);
  folder(path) {
    const known = this.folders.get(path);
    if (known) return known;
    const made = [];
    this.folders.set(path, made);
    return made;
  }
  has(path) {
    return this.files.has(path);
  }
  hasFolder(path) {
    return this.folders.has(path);
  }
  /** Whether a file of this name lies anywhere. */
  hasName(name) {
    return this.names.has(name);
  }
  /** The file of these folders whose name is nearest. */
  near(name, folders) {
    return this.hints.near(
      name,
      folders.flatMap((folder) => this.folders.get(folder) ?? [])
    );
  }
  /** All folders that hold a file, or a folder with one. */
  allFolders() {
    return this.folders.keys();
  }
};
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function joined(folder, written) {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of written.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return void 0;
  }
  return parts.join("/");
}

// src/definitions/ansible/host-pattern.ts
var MAX_HOSTS = 1e4;
var MAX_RANGES = 8;
var LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
var BRACKETED_PORT = /^\[(.+)\]:(\d+)$/;
var PORT = /^((?:[^:[\]]|\[[^\]]*\])*):(\d+)$/;
var ADDRESS = /^(?:[\p{L}\p{N}_.-]|\[[0-9a-z]+:[0-9a-z]+(?::\d+)?\])+$/iu;
var IPV6 = /^(?:[0-9a-f]{0,4}:|\[[0-9a-f]+:[0-9a-f]+(?::\d+)?\]:){2,}(?:[0-9a-f.]*|\[[^\]]*\])$/i;
function readHostPattern(written, room = MAX_HOSTS) {
  const { address, port } = splitPort(written);
  if (!address.includes("[")) return { names: [address], port, problem: void 0 };
  if (address.split("[").length - 1 > MAX_RANGES) return { names: [address], port, problem: void 0 };
  const expansion = { names: [], room: Math.min(room, MAX_HOSTS) };
  const problem = expand(address, expansion);
  if (problem !== void 0) return { names: [], port, problem };
  return { names: expansion.room < 0 ? [address] : expansion.names, port, problem: void 0 };
}
function splitPort(written) {
  const [, address, port] = BRACKETED_PORT.exec(written) ?? PORT.exec(written) ?? [];
  if (address === void 0 || !(ADDRESS.test(address) || IPV6.test(address))) {
    return { address: written, port: void 0 };
  }
  return { address, port: port && String(Number(port)) };
}
function expand(pattern, expansion) {
  const open = pattern.indexOf("[");
  if (open === -1) {
    expansion.names.push(pattern);
    return void 0;
  }
  const close = pattern.indexOf("]");
  if (close < open) return "a bracket is not closed, or closed before it is opened";
  const steps = stepsOf(pattern.slice(open + 1, close).split(":"));
  if (typeof steps === "string") return steps;
  for (const step of steps) {
    if (--expansion.room < 0) return void 0;
    const problem = expand(pattern.slice(0, open) + step + pattern.slice(close + 1), expansion);
    if (problem !== void 0) return problem;
  }
  return void 0;
}
function stepsOf(bounds) {
  const [first = "", last = "", stepText = "1"] = bounds;
  if (bounds.length !== 2 && bounds.length !== 3)
    return "a range is written [first:last] or [first:last:step]";
  const begin = first === "" ? "0" : first;
  if (last === "") return "a range needs its last value";
  const step = Number(stepText);
  if (!/^\d+$/.test(stepText) || step === 0) return "the step of a range is a whole number above 0";
  const isPadded = begin.length > 1 && begin.startsWith("0");
  if (isPadded && begin.length !== last.length) return "both ends of a padded range have the same length";
  if (/^[a-z]$/i.test(begin) && /^[a-z]$/i.test(last)) {
    const [from, to] = [LETTERS.indexOf(begin), LETTERS.indexOf(last)];
    if (from > to) return "the first value of a range comes before the last";
    return [...LETTERS.slice(from, to + 1)].filter((_, index) => index % step === 0);
  }
  if (!/^\d+$/.test(begin) || !/^\d+$/.test(last)) return "a range goes over numbers or over single letters";
  return numbers(Number(begin), Number(last), step, isPadded ? begin.length : 0);
}
function* numbers(first, last, step, width) {
  for (let number = first; number <= last; number += step) yield String(number).padStart(width, "0");
}

// src/definitions/ansible/inventory-parts.ts
var InventoryDraft = class {
  constructor(path) {
    this.path = path;
  }
  path;
  groups = /* @__PURE__ */ new Map();
  problems = [];
  ignored = [];
  /** How many hosts the file may still bring; a few bytes can stand for very many. */
  room = 1e5;
  group(name, range, isDeclared = true) {
    const known = this.groups.get(name);
    if (known) {
      known.isDeclared ||= isDeclared;
      return known;
    }
    const group = { name, range, isDeclared, hosts: [], children: [], vars: /* @__PURE__ */ new Map() };
    this.groups.set(name, group);
    return group;
  }
  hostPattern(written) {
    const pattern = readHostPattern(written, this.room);
    this.room -= pattern.names.length;
    return pattern;
  }
  refuse(range, message, help) {
    this.problems.push({ range, message, help });
  }
  ignore(range, message, help) {
    this.ignored.push({ range, message, help });
  }
};

// src/definitions/ansible/shell-words.ts
var BLANK = /[ \t\r\n]/;
function shellWords(line) {
  const words2 = [];
  let at = 0;
  while (at < line.length) {
    const char = line.charAt(at);
    if (BLANK.test(char)) at++;
    else if (char === "#") break;
    else {
      const { word, problem } = readWord(line, at);
      if (problem !== void 0) return { words: words2, problem, cut: void 0 };
      words2.push(word);
      if (line.charAt(word.end) === "#") return { words: words2, problem: void 0, cut: word.end };
      at = word.end;
    }
  }
  return { words: words2, problem: void 0, cut: void 0 };
}
function readWord(line, start) {
  let text = "";
  let quote = "";
  let at = start;
  for (; at < line.length; at++) {
    const char = line.charAt(at);
    if (quote === "" && (BLANK.test(char) || char === "#")) break;
    if (char === "\\" && quote !== "'") {
      const next = line.charAt(++at);
      if (next === "")
        return { word: { text, start, end: at }, problem: "nothing follows the last backslash" };
      text += quote === '"' && next !== '"' && next !== "\\" ? `\\${next}` : next;
    } else if (char === quote) quote = "";
    else if (quote === "" && (char === '"' || char === "'")) quote = char;
    else text += char;
  }
  const word = { text, start, end: at };
  return quote === "" ? { word } : { word, problem: "a quote is not closed" };
}

// src/definitions/ansible/inventory-ini.ts
var SECTION = /^\[([^:\]\s]+)(?::(\w+))?\]\s*(?:#.*)?$/;
var GROUP_NAME = /^([^:\]\s]+)\s*(?:#.*)?$/;
function readIniInventory(path, text) {
  return new IniReader(path, text).read();
}
var IniReader = class {
  constructor(path, text) {
    this.path = path;
    this.text = text;
    this.draft = new InventoryDraft(path);
    this.source = new SourceText(text);
    this.section = { group: () => this.draft.group("ungrouped", this.source.range(0, 0)), state: "hosts" };
  }
  path;
  text;
  draft;
  source;
  /** The section that the next lines belong to; `undefined` below a header that Ansible refuses. */
  section;
  read() {
    let start = 0;
    while (start <= this.text.length) {
      const newline = this.text.indexOf("\n", start);
      const end = newline === -1 ? this.text.length : newline;
      const whole = this.text.slice(start, end);
      const line = whole.trim();
      if (line !== "" && !line.startsWith("#") && !line.startsWith(";")) {
        this.line(line, start + whole.length - whole.trimStart().length);
      }
      start = end + 1;
    }
    return this.draft;
  }
  line(line, offset) {
    const header = SECTION.exec(line);
    if (header) this.header(header[1] ?? "", header[2] ?? "hosts", offset);
    else if (line.startsWith("[") && line.endsWith("]")) {
      this.section = void 0;
      const help = "Write [group], [group:children] or [group:vars], without spaces.";
      this.refuse(offset, line.length, `"${line}" is no section that Ansible can read.`, help);
    } else if (this.section?.state === "hosts") this.hosts(this.section.group(), line, offset);
    else if (this.section?.state === "vars") this.variable(this.section.group(), line, offset);
    else if (this.section?.state === "children") this.child(this.section.group(), line, offset);
  }
  header(name, state, offset) {
    if (!["hosts", "children", "vars"].includes(state)) {
      this.section = void 0;
      const start = offset + name.length + 2;
      this.refuse(
        start,
        state.length,
        `A section "[${name}:${state}]" is unknown to Ansible.`,
        "Write :children, :vars or nothing behind the name of the group."
      );
      return;
    }
    const range = this.source.range(offset + 1, offset + 1 + name.length);
    const group = this.draft.group(name, range, state !== "vars");
    this.section = { group: () => group, state };
  }
  hosts(group, line, offset) {
    const { words: words2, problem, cut } = shellWords(line);
    const [first, ...others] = words2;
    if (problem !== void 0 || !first) {
      const why = problem ?? "it is empty";
      this.refuse(offset, line.length, `The host cannot be read: ${why}.`, "Quote values as a shell does.");
      return;
    }
    const pattern = this.draft.hostPattern(first.text);
    const refusal = pattern.problem ?? refusedName(first.text, pattern.port);
    if (refusal !== void 0) {
      const help = "Write a name, a name with a port (web1:2222) or a range (web[01:10]).";
      this.refuseWord(first, offset, `"${first.text}" is no host: ${refusal}.`, help);
      return;
    }
    const vars = this.hostVars(others, offset, cut);
    const range = this.source.range(offset + first.start, offset + first.end);
    if (pattern.port !== void 0 && !vars.has("ansible_port")) {
      vars.set("ansible_port", { name: "ansible_port", value: pattern.port, range, file: this.path });
    }
    for (const name of pattern.names) group.hosts.push({ name, range, vars });
  }
  hostVars(words2, offset, cut) {
    const vars = /* @__PURE__ */ new Map();
    for (const word of words2) {
      const equals = word.text.indexOf("=");
      if (equals === -1) {
        const help = "Write key=value without spaces around the =, and put a comment behind #.";
        this.refuseWord(word, offset, `"${word.text}" is no variable of a host.`, help);
        continue;
      }
      const name = word.text.slice(0, equals);
      const range = this.source.range(offset + word.start, offset + word.end);
      const value = word.text.slice(equals + 1);
      vars.set(name, { name, value, range, file: this.path, ...word.end === cut ? { isCut: true } : {} });
    }
    return vars;
  }
  variable(group, line, offset) {
    const equals = line.indexOf("=");
    if (equals === -1) {
      this.refuse(offset, line.length, `"${line}" is no variable of a group.`, "Write key=value.");
      return;
    }
    const name = line.slice(0, equals).trim();
    const value = line.slice(equals + 1).trim();
    const range = this.source.range(offset, offset + line.length);
    group.vars.set(name, { name, value, range, file: this.path });
  }
  child(group, line, offset) {
    const name = GROUP_NAME.exec(line)?.[1];
    if (name === void 0) {
      const help = "Below :children stands one name of a group in each line.";
      this.refuse(offset, line.length, `"${line}" is no name of a group.`, help);
      return;
    }
    group.children.push({ name, range: this.source.range(offset, offset + name.length) });
  }
  refuse(offset, length, message, help) {
    this.draft.refuse(this.source.range(offset, offset + length), message, help);
  }
  refuseWord(word, offset, message, help) {
    this.refuse(offset + word.start, word.end - word.start, message, help);
  }
};
function refusedName(written, port) {
  if (written === "") return "it is empty";
  if (written.endsWith(":") && port === void 0) return "a port is missing behind the colon";
  if (written.trim() === "---") return "it begins a YAML file";
  return void 0;
}

// src/definitions/ansible/inventory-yaml.ts
var SECTIONS = /* @__PURE__ */ new Set(["vars", "children", "hosts"]);
function readYamlInventory(path, yaml, root) {
  const reader = new YamlReader(path, yaml);
  for (const entry of entriesOf(root)) reader.group(entry);
  return reader.draft;
}
var YamlReader = class {
  constructor(path, yaml) {
    this.path = path;
    this.yaml = yaml;
    this.draft = new InventoryDraft(path);
  }
  path;
  yaml;
  draft;
  /** Aliases can make a small file a deep one, and a hostile one endless. */
  open = /* @__PURE__ */ new Set();
  /** How many groups and hosts may still be read. */
  room = 2e5;
  /** @returns whether the entry is a group */
  group(entry) {
    const { key } = entry;
    const node = resolve(entry.value);
    if (!node || this.open.has(node) || --this.room < 0 || isTemplatedValue(key)) return false;
    if (!this.isText(entry)) {
      const message = `The group "${key}" has a number or a truth value for its name, so Ansible refuses the file.`;
      this.draft.refuse(entry.keyRange, message, "Put it in quotes.");
      return false;
    }
    if (node.kind !== "mapping" && !(node.kind === "scalar" && node.value === null)) return false;
    const group = this.draft.group(key, entry.keyRange);
    this.open.add(node);
    this.sections(group, node);
    this.open.delete(node);
    this.strayKeys(group, node);
    return true;
  }
  strayKeys(group, node) {
    if (/^(?:[._]|x-)/.test(group.name)) return;
    for (const entry of entriesOf(node)) {
      const { key, value } = entry;
      if (SECTIONS.has(key) || isTemplatedValue(key) || asScalar(value)?.value === null) continue;
      const near = /^child/i.test(key) ? "children" : nearest(key, SECTIONS);
      const isGroup2 = ["hosts", "children"].some((section) => childOf(value, section));
      const other = isGroup2 ? "Move it below children." : "A group has hosts, children and vars.";
      const message = `Ansible passes by "${key}" in the group "${group.name}", with all that stands below it.`;
      this.draft.ignore(entry.keyRange, message, near ? `Did you mean "${near}"?` : other);
    }
  }
  sections(group, node) {
    for (const section of SECTIONS) {
      const entry = entryOf(node, section);
      const value = resolve(entry?.value);
      if (!entry || !value) continue;
      if (value.kind === "scalar" && value.value === null) continue;
      const only = asString(value);
      if (only !== void 0) this.single(group, section, only, value);
      else if (value.kind === "mapping") this.section(group, section, value);
      else {
        const message = `The ${section} of the group "${group.name}" are no mapping, so Ansible refuses the file.`;
        this.draft.refuse(
          value.range,
          message,
          `Write each of the ${section} as a key, with a colon behind it.`
        );
      }
    }
  }
  /** `hosts: web1` is short for a mapping with that one key. */
  single(group, section, text, node) {
    if (isTemplatedValue(text) || section === "vars") return;
    if (section === "hosts") this.host(group, { key: text, keyRange: node.range, value: node }, /* @__PURE__ */ new Map());
    else {
      this.draft.group(text, node.range);
      group.children.push({ name: text, range: node.range });
    }
  }
  section(group, section, node) {
    for (const entry of entriesOf(node)) {
      if (--this.room < 0) return;
      if (isTemplatedValue(entry.key)) continue;
      if (section === "vars") group.vars.set(entry.key, new YamlVar(this.path, entry));
      else if (section === "hosts") this.hostWithVars(group, entry);
      else {
        if (this.group(entry)) group.children.push({ name: entry.key, range: entry.keyRange });
        else if (asMapping(entry.value) === void 0) {
          const message = `The child group "${entry.key}" is no mapping, so Ansible refuses the file.`;
          this.draft.refuse(
            entry.keyRange,
            message,
            "Put a colon behind its name, and nothing or a mapping behind that."
          );
        }
      }
    }
  }
  hostWithVars(group, entry) {
    const value = resolve(entry.value);
    const isEmpty = value?.kind === "scalar" && !value.value;
    if (value?.kind !== "mapping" && !isEmpty && !(value?.kind === "sequence" && value.items.length === 0)) {
      const message = `The variables of the host "${entry.key}" are no mapping, so Ansible refuses the file.`;
      this.draft.refuse(entry.value.range, message, "Write them as  name: value  below the host.");
      return;
    }
    const vars = /* @__PURE__ */ new Map();
    for (const inner of entriesOf(value)) vars.set(inner.key, new YamlVar(this.path, inner));
    this.host(group, entry, vars);
  }
  host(group, entry, vars) {
    const { key } = entry;
    if (!this.isText(entry)) {
      const message = `The host "${key}" has a number or a truth value for its name, so Ansible refuses the file.`;
      this.draft.refuse(entry.keyRange, message, "Put it in quotes.");
      return;
    }
    const { names, port, problem } = this.draft.hostPattern(key);
    if (problem !== void 0) {
      this.draft.refuse(
        entry.keyRange,
        `"${key}" is no host: ${problem}.`,
        "Write a name, or a range as in web[01:10]."
      );
      return;
    }
    if (port !== void 0 && !vars.has("ansible_port")) {
      const { path: file } = this;
      vars.set("ansible_port", { name: "ansible_port", value: port, range: entry.keyRange, file });
    }
    for (const name of names) group.hosts.push(new YamlHost(name, entry, vars));
  }
  /** Whether YAML takes a key for text, and not for a number or a truth value. */
  isText(entry) {
    if (entry.key !== "" && typeof typedValue(entry.key) === "string") return true;
    const { line, column } = entry.keyRange.start;
    return /["']/.test(this.yaml.source.line(line).charAt(column - 1));
  }
};
var YamlHost = class {
  constructor(name, entry, vars) {
    this.name = name;
    this.entry = entry;
    this.vars = vars;
  }
  name;
  entry;
  vars;
  get range() {
    return this.entry.keyRange;
  }
};
var YamlVar = class {
  constructor(file, entry) {
    this.file = file;
    this.entry = entry;
  }
  file;
  entry;
  get name() {
    return this.entry.key;
  }
  get value() {
    const node = resolve(this.entry.value);
    return node?.kind === "scalar" ? node.text : "";
  }
  get range() {
    return { start: this.entry.keyRange.start, end: this.entry.value.range.end };
  }
};

// src/definitions/ansible/read-inventory.ts
var JINJA_LINE = /^[ \t]*\{[%#{]/m;
function readInventory(definition) {
  const { path, kind, text, yaml, unread } = definition;
  if (kind !== "ansible" || unread || isVars(path)) return void 0;
  if (!yaml) {
    const isTemplate = JINJA_LINE.test(text) || /(?:^|\/)templates\//.test(path);
    return isTemplate ? void 0 : readIniInventory(path, text);
  }
  const root = rootMapping(definition);
  return root && isYamlInventory(path, entriesOf(root)) ? readYamlInventory(path, yaml, root) : void 0;
}

// src/definitions/ansible/merged-inventory.ts
var ALTERNATIVE = /^(?:all-in-one|multinode|aio|prod(?:uction)?|stag(?:e|ing)|dev(?:el(?:opment)?)?|test(?:ing)?|qa|uat|pre-?prod|lab|local|vagrant|molecule)(?:[-_.]|$)|\.ini$/i;
var PASSED_BY = /^\.|~$|\.(?:pyc|pyo|swp|bak|rpm|md|txt|rst|orig|ini|cfg|retry)$/i;
function inventories(definitions, files = /* @__PURE__ */ new Set()) {
  const known = found.get(definitions);
  if (known?.files === files) return known.inventories;
  const made = mergedInventories(definitions, files);
  found.set(definitions, { files, inventories: made });
  return made;
}
var found = /* @__PURE__ */ new WeakMap();
function mergedInventories(definitions, files) {
  const sources = /* @__PURE__ */ new Map();
  const unclear = /* @__PURE__ */ new Set();
  const read3 = /* @__PURE__ */ new Set();
  for (const definition of definitions) {
    const inventory = readInventory(definition);
    if (!inventory) continue;
    const source = sourceOf(inventory.path);
    read3.add(inventory.path);
    if (definition.templated) unclear.add(source);
    const known = sources.get(source);
    if (known) known.push(inventory);
    else sources.set(source, [inventory]);
  }
  for (const path of files) {
    if (read3.has(path) || PASSED_BY.test(nameOf(path)) || isVars(path)) continue;
    for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) {
      if (sources.has(folder)) unclear.add(folder);
    }
  }
  return [...sources].map(([path, parts]) => merged2(path, parts.sort(byPath), !unclear.has(path)));
}
function sourceOf(path) {
  if (ALTERNATIVE.test(nameOf(path))) return path;
  const folder = folderOf(path);
  return /(?:^|\/)inventory$|(?:^|\/)inventor(?:y|ies)\/./i.test(folder) ? folder : path;
}
function byPath(a, b) {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
var HostBuild = class {
  constructor(member, group, file) {
    this.member = member;
    this.file = file;
    this.groups = /* @__PURE__ */ new Set([group]);
    this.own = member.vars;
  }
  member;
  file;
  groups;
  own;
  joined;
  get name() {
    return this.member.name;
  }
  get range() {
    return this.member.range;
  }
  get vars() {
    return this.joined ?? this.own;
  }
  add(vars) {
    if (vars.size === 0) return;
    if (this.vars.size === 0) {
      this.own = vars;
      return;
    }
    this.joined ??= new Map(this.own);
    for (const [key, value] of vars) this.joined.set(key, value);
  }
};
function merged2(path, files, isWhole) {
  const groups = /* @__PURE__ */ new Map();
  const hosts = /* @__PURE__ */ new Map();
  for (const { path: file, groups: read3 } of files) {
    for (const { name, range, hosts: members, children, vars } of read3.values()) {
      const group = groups.get(name) ?? {
        name,
        file,
        range,
        hosts: /* @__PURE__ */ new Set(),
        children: /* @__PURE__ */ new Set(),
        vars: /* @__PURE__ */ new Map()
      };
      groups.set(name, group);
      for (const [key, value] of vars) group.vars.set(key, value);
      for (const child of children) group.children.add(child.name);
      for (const member of members) {
        group.hosts.add(member.name);
        addHost(hosts, member, name, file);
      }
    }
  }
  return { path, isWhole, files, groups, hosts };
}
function addHost(hosts, member, group, file) {
  const host = hosts.get(member.name);
  if (!host) {
    hosts.set(member.name, new HostBuild(member, group, file));
    return;
  }
  host.groups.add(group);
  host.add(member.vars);
}
function hostsOf(inventory, group) {
  if (group === "all") return new Set(inventory.hosts.keys());
  const found2 = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set([group]);
  for (const name of seen) {
    for (const host of inventory.groups.get(name)?.hosts ?? []) found2.add(host);
    for (const child of inventory.groups.get(name)?.children ?? []) seen.add(child);
  }
  return found2;
}

// src/definitions/haproxy/keywords.ts
function words(text) {
  return new Set(text.split(/\s+/).filter((word) => word !== ""));
}
var SECTIONS2 = words(`
  acme backend cache crt-store defaults fcgi-app frontend global healthcheck http-errors listen
  log-forward log-profile mailers namespace_list peers program resolvers ring traces userlist
`);
var PROXY_SECTIONS = /* @__PURE__ */ new Set(["frontend", "backend", "listen"]);
var GLOBAL_KEYWORDS = words(`
  51degrees-allow-unmatched 51degrees-cache-size 51degrees-data-file 51degrees-difference
  51degrees-drift 51degrees-property-name-list 51degrees-property-separator
  51degrees-use-performance-graph 51degrees-use-predictive-graph acme.scheduler anonkey busy-polling
  ca-base chroot close-spread-time cluster-secret cpu-affinity cpu-map cpu-policy cpu-set crt-base
  daemon debug.counters default-path description deviceatlas-cache-size deviceatlas-json-file
  deviceatlas-log-level deviceatlas-properties-cookie deviceatlas-property-separator dns-accept-family
  expose-deprecated-directives expose-experimental-directives external-check fd-hard-limit
  force-cfg-parser-pause gid grace group h1-accept-payload-with-any-method h1-case-adjust
  h1-case-adjust-file h1-do-not-close-on-insecure-transfer-encoding
  h2-workaround-bogus-websocket-clients hard-stop-after harden.reject-privileged-ports.quic
  harden.reject-privileged-ports.tcp http-err-codes http-fail-codes httpclient.resolvers.disabled
  httpclient.resolvers.id httpclient.resolvers.prefer httpclient.retries httpclient.ssl.ca-file
  httpclient.ssl.verify httpclient.timeout.connect insecure-fork-wanted insecure-setuid-wanted
  issuers-chain-path jwt.decrypt_alg_list jwt.decrypt_enc_list key-base limited-quic localpeer log
  log-send-hostname log-tag lua-load lua-load-per-thread lua-prepend-path master-worker
  max-spread-checks max-threads-per-group maxcompcpuusage maxcomprate maxconn maxconnrate maxpipes
  maxsessrate maxsslconn maxsslrate maxzlibmem mworker-max-reloads nbproc nbthread no-memory-trimming
  no-quic node noepoll noevports nogetaddrinfo nokqueue noktls nopoll noreuseport nosplice
  numa-cpu-mapping ocsp-update.disable ocsp-update.httpproxy ocsp-update.maxdelay ocsp-update.mindelay
  ocsp-update.mode pidfile pp2-never-send-local prealloc-fd presetenv profiling.memory profiling.tasks
  quick-exit quiet resetenv server-state-base server-state-file set-dumpable set-var set-var-fmt setcap
  setenv shm-stats-file shm-stats-file-max-objects spread-checks ssl-default-bind-ciphers
  ssl-default-bind-ciphersuites ssl-default-bind-client-sigalgs ssl-default-bind-curves
  ssl-default-bind-options ssl-default-bind-sigalgs ssl-default-server-ciphers
  ssl-default-server-ciphersuites ssl-default-server-client-sigalgs ssl-default-server-curves
  ssl-default-server-options ssl-default-server-sigalgs ssl-dh-param-file ssl-engine
  ssl-load-extra-del-ext ssl-load-extra-files ssl-mode-async ssl-passphrase-cmd ssl-propquery
  ssl-provider ssl-provider-path ssl-security-level ssl-server-verify ssl-skip-self-issued-ca stats
  stats-file stress-level strict-limits thread-group thread-groups thread-hard-limit trace
  tune.applet.zero-copy-forwarding tune.buffers.limit tune.buffers.reserve tune.bufsize
  tune.bufsize.large tune.bufsize.small tune.chksize tune.cli.max-payload-size tune.comp.maxlevel
  tune.defaults.purge tune.disable-fast-forward tune.disable-zero-copy-forwarding tune.epoll.mask-events
  tune.events.max-events-at-once tune.fail-alloc tune.fast-forward tune.fd.edge-triggered
  tune.glitches.kill.cpu-usage tune.h1.be.glitches-threshold tune.h1.fe.glitches-threshold
  tune.h1.zero-copy-fwd-recv tune.h1.zero-copy-fwd-send tune.h2.be.glitches-threshold
  tune.h2.be.initial-window-size tune.h2.be.max-concurrent-streams tune.h2.be.max-frames-at-once
  tune.h2.be.rxbuf tune.h2.fe.glitches-threshold tune.h2.fe.initial-window-size
  tune.h2.fe.max-concurrent-streams tune.h2.fe.max-frames-at-once tune.h2.fe.max-rst-at-once
  tune.h2.fe.max-total-streams tune.h2.fe.rxbuf tune.h2.header-table-size tune.h2.initial-window-size
  tune.h2.log-errors tune.h2.max-concurrent-streams tune.h2.max-frame-size tune.h2.zero-copy-fwd-send
  tune.http.cookielen tune.http.logurilen tune.http.maxhdr tune.idle-pool.shared tune.idletimer
  tune.listener.default-shards tune.listener.multi-queue tune.lua.bool-sample-conversion
  tune.lua.burst-timeout tune.lua.forced-yield tune.lua.log.loggers tune.lua.log.stderr tune.lua.maxmem
  tune.lua.openlibs tune.lua.service-timeout tune.lua.session-timeout tune.lua.task-timeout
  tune.max-checks-per-thread tune.max-rules-at-once tune.maxaccept tune.maxpollevents tune.maxrewrite
  tune.memory.hot-size tune.notsent-lowat.client tune.notsent-lowat.server tune.pattern.cache-size
  tune.peers.max-updates-at-once tune.pipesize tune.pool-high-fd-ratio tune.pool-low-fd-ratio
  tune.pt.zero-copy-forwarding tune.quic.be.cc.cubic-min-losses tune.quic.be.cc.hystart
  tune.quic.be.cc.max-frame-loss tune.quic.be.cc.max-win-size tune.quic.be.cc.reorder-ratio
  tune.quic.be.max-idle-timeout tune.quic.be.sec.glitches-threshold tune.quic.be.stream.data-ratio
  tune.quic.be.stream.max-concurrent tune.quic.be.stream.rxbuf tune.quic.be.tx.pacing
  tune.quic.be.tx.udp-gso tune.quic.cc-hystart tune.quic.cc.cubic.min-losses tune.quic.disable-tx-pacing
  tune.quic.disable-udp-gso tune.quic.fe.cc.cubic-min-losses tune.quic.fe.cc.hystart
  tune.quic.fe.cc.max-frame-loss tune.quic.fe.cc.max-win-size tune.quic.fe.cc.reorder-ratio
  tune.quic.fe.max-idle-timeout tune.quic.fe.sec.glitches-threshold tune.quic.fe.sec.retry-threshold
  tune.quic.fe.sock-per-conn tune.quic.fe.stream.data-ratio tune.quic.fe.stream.max-concurrent
  tune.quic.fe.stream.max-total tune.quic.fe.stream.rxbuf tune.quic.fe.tx.pacing tune.quic.fe.tx.udp-gso
  tune.quic.frontend.conn-tx-buffers.limit tune.quic.frontend.default-max-window-size
  tune.quic.frontend.glitches-threshold tune.quic.frontend.max-data-size
  tune.quic.frontend.max-idle-timeout tune.quic.frontend.max-streams-bidi tune.quic.frontend.max-tx-mem
  tune.quic.frontend.stream-data-ratio tune.quic.listen tune.quic.max-frame-loss tune.quic.mem.tx-max
  tune.quic.reorder-ratio tune.quic.retry-threshold tune.quic.socket-owner tune.quic.zero-copy-fwd-send
  tune.rcvbuf.backend tune.rcvbuf.client tune.rcvbuf.frontend tune.rcvbuf.server tune.recv_enough
  tune.renice.runtime tune.renice.startup tune.ring.queues tune.runqueue-depth tune.sched.low-latency
  tune.sndbuf.backend tune.sndbuf.client tune.sndbuf.frontend tune.sndbuf.server tune.ssl.cachesize
  tune.ssl.capture-buffer-size tune.ssl.capture-cipherlist-size tune.ssl.certificate-compression
  tune.ssl.default-dh-param tune.ssl.force-private-cache tune.ssl.hard-maxrecord tune.ssl.keylog
  tune.ssl.lifetime tune.ssl.maxrecord tune.ssl.ocsp-update.maxdelay tune.ssl.ocsp-update.mindelay
  tune.ssl.ssl-ctx-cache-size tune.stick-counters tune.streams-elasticity
  tune.takeover-other-tg-connections tune.vars.check-max-size tune.vars.global-max-size
  tune.vars.proc-max-size tune.vars.reqres-max-size tune.vars.sess-max-size tune.vars.txn-max-size
  tune.zlib.memlevel tune.zlib.windowsize uid ulimit-n unix-bind unsetenv user
  warn-blocked-traffic-after wurfl-cache-size wurfl-data-file wurfl-engine-mode wurfl-information-list
  wurfl-information-list-separator wurfl-patch-file wurfl-useragent-priority zero-warning
`);
var PROXY_KEYWORDS = words(`
  acl appsession backlog balance bind bind-process block capture cliexp clitcpka-cnt clitcpka-idle
  clitcpka-intvl clitimeout compression contimeout cookie declare default-server default_backend
  description disabled dispatch dynamic-cookie-key email-alert enabled error-log-format errorfile
  errorfiles errorloc errorloc302 errorloc303 external-check filter filter-sequence force-be-switch
  force-persist fullconn grace guid hash-balance-factor hash-preserve-affinity hash-type
  http-after-response http-check http-error http-request http-response http-reuse http-send-name-header
  id ignore-persist load-server-state-from-file log log-balance log-format log-format-sd log-steps
  log-tag max-keep-alive-queue max-session-srv-conns maxconn mode monitor monitor-net monitor-uri option
  persist quic-initial rate-limit redirect redisp redispatch reqadd reqallow reqdel reqdeny reqiallow
  reqidel reqideny reqipass reqirep reqitarpit reqpass reqrep reqtarpit retries retry-on rspadd rspdel
  rspdeny rspidel rspideny rspirep rsprep server server-state-file-name server-template source srvexp
  srvtcpka-cnt srvtcpka-idle srvtcpka-intvl srvtimeout ssl-f-use stats stick stick-table tcp-check
  tcp-request tcp-response timeout transparent unique-id-format unique-id-header use-fcgi-app use-server
  use_backend
`);
var OPTIONS = words(`
  abortonclose accept-invalid-http-request accept-invalid-http-response
  accept-unsafe-violations-in-http-request accept-unsafe-violations-in-http-response allbackups
  assume-rfc6587-ntf checkcache clitcpka contstats disable-h2-upgrade dont-parse-log dontlog-normal
  dontlognull external-check forceclose forwarded forwardfor h1-case-adjust-bogus-client
  h1-case-adjust-bogus-server http-buffer-request http-drop-request-trailers http-drop-response-trailers
  http-ignore-probes http-keep-alive http-no-delay http-pretend-keepalive http-restrict-req-hdr-names
  http-server-close http-tunnel http-use-htx http-use-proxy-header http_proxy httpchk httpclose httplog
  httpslog idle-close-on-response independent-streams ldap-check log-health-checks log-separate-errors
  logasap mysql-check nolinger originalto persist pgsql-check prefer-last-server redis-check redispatch
  smtpchk socket-stats splice-auto splice-request splice-response spop-check srvtcpka ssl-hello-chk
  tcp-check tcp-smart-accept tcp-smart-connect tcpka tcplog transparent use-small-buffers
`);
var TIMEOUTS = words(`
  check client client-fin client-hs connect http-keep-alive http-request queue server server-fin tarpit
  tunnel
`);
var STATS_KEYWORDS = words(`
  admin auth enable hide-version http-request realm refresh scope show-desc show-legends show-modules
  show-node show-version uri
`);
var HTTP_CHECK_KEYWORDS = words(`
  comment connect disable-on-404 expect send send-state set-var set-var-fmt unset-var
`);
var HTTP_ACTIONS = words(`
  add-acl add-header add-headers-bin allow attach-srv auth cache-store cache-use capture del-acl
  del-header del-headers-bin del-map deny disable-l7-retry do-log do-resolve early-hint normalize-uri
  pause redirect reject replace-header replace-path replace-pathq replace-uri replace-value return
  sc-add-gpc sc-inc-gpc sc-inc-gpc0 sc-inc-gpc1 sc-set-gpt sc-set-gpt0 send-spoe-group
  set-bandwidth-limit set-bc-mark set-bc-tos set-dst set-dst-port set-fc-mark set-fc-tos set-header
  set-headers-bin set-log-level set-map set-mark set-method set-nice set-path set-pathq
  set-priority-class set-priority-offset set-query set-retries set-src set-src-port set-status
  set-timeout set-tos set-uri set-var set-var-fmt silent-drop strict-mode tarpit track-sc track-sc0
  track-sc1 track-sc2 unset-var use-service wait-for-body wait-for-handshake
`);
var MODES = words("tcp http health log spop haterm httpterm");
var ALGORITHMS = words(
  "roundrobin static-rr leastconn first source uri url_param hdr random rdp-cookie hash log-hash log-sticky sticky"
);
var BIND_FLAGS = words(`
  accept-proxy allow-0rtt defer-accept force-sslv3 force-tlsv10 force-tlsv11 force-tlsv12 force-tlsv13
  generate-certificates no-alpn no-ca-names no-sslv3 no-strict-sni no-tls-tickets no-tlsv10 no-tlsv11
  no-tlsv12 no-tlsv13 prefer-client-ciphers quic-force-retry ssl strict-sni tfo tls-tickets transparent
  v4v6 v6only
`);
var BIND_SETTINGS = words(`
  accept-netscaler-cip alpn backlog ca-file ca-ignore-err ca-sign-file ca-sign-pass ca-verify-file cc
  ciphers ciphersuites client-sigalgs crl-file crt crt-ignore-err crt-list curves default-crt ecdhe ech
  expose-fd gid group guid-prefix id idle-ping interface ktls label level maxconn mode mss name
  namespace nbconn nice npn ocsp-update process proto quic-cc-algo quic-socket severity-output shards
  sigalgs ssl-max-ver ssl-min-ver tcp-md5sig tcp-ss tcp-ut thread tls-ticket-keys uid user verify
`);
var SERVER_FLAGS = words(`
  agent-check allow-0rtt backup check check-reuse-pool check-send-proxy check-sni-auto check-ssl
  check-via-socks4 disabled enabled force-sslv3 force-tlsv10 force-tlsv11 force-tlsv12 force-tlsv13
  no-agent-check no-backup no-check no-check-reuse-pool no-check-send-proxy no-check-sni-auto
  no-check-ssl no-renegotiate no-send-proxy no-send-proxy-v2 no-send-proxy-v2-ssl
  no-send-proxy-v2-ssl-cn no-sni-auto no-ssl no-ssl-reuse no-sslv3 no-tfo no-tls-tickets no-tlsv10
  no-tlsv11 no-tlsv12 no-tlsv13 non-stick renegotiate send-proxy send-proxy-v2 send-proxy-v2-ssl
  send-proxy-v2-ssl-cn set-proxy-v2-tlv-fmt sni-auto ssl ssl-reuse stick strict-maxconn tfo tls-tickets
`);
var SERVER_SETTINGS = words(`
  addr agent-addr agent-inter agent-port agent-send alpn ca-file cc check-alpn check-pool-conn-name
  check-proto check-sni ciphers ciphersuites client-sigalgs cookie crl-file crt curves downinter
  error-limit fall fastinter guid hash-key healthcheck id idle-ping init-addr init-state inter interface
  ktls log-bufsize log-proto max-reuse maxconn maxqueue minconn mss namespace npn observe on-error
  on-marked-down on-marked-up pool-conn-name pool-low-conn pool-max-conn pool-purge-delay port proto
  proxy-v2-options quic-cc-algo redir resolve-net resolve-opts resolve-prefer resolvers rise shard
  sigalgs slowstart sni socks4 source ssl-max-ver ssl-min-ver tcp-md5sig tcp-ut track usesrc verify
  verifyhost weight ws
`);
function misspelledWord(text, known) {
  if (text.length < 3 || text.length > 60) return void 0;
  let least = text.length < 8 ? 2 : 3;
  let near;
  for (const candidate of known) {
    if (Math.abs(candidate.length - text.length) >= least) continue;
    const difference = slips(text, candidate);
    if (difference < least) [near, least] = [candidate, difference];
  }
  return near;
}
function meantSection(text) {
  if (SECTIONS2.has(text)) return text;
  if (PROXY_KEYWORDS.has(text) || GLOBAL_KEYWORDS.has(text)) return void 0;
  return misspelledWord(text, SECTIONS2);
}

// src/definitions/haproxy/section.ts
function indexStatement({ index }, statement) {
  const list = index.get(statement.keyword.text);
  if (list) list.push(statement);
  else index.set(statement.keyword.text, [statement]);
}
var NONE = [];
function own({ index }, name, second) {
  const found2 = index.get(name) ?? NONE;
  if (second === void 0 || found2.length === 0) return found2;
  return found2.filter(({ words: words2 }) => words2[1]?.text === second);
}
function effective(proxy, name, second) {
  const found2 = own(proxy, name, second);
  if (found2.length > 0) return found2;
  for (const section of proxy.defaults) {
    const inherited = own(section, name, second);
    if (inherited.length > 0) return inherited;
  }
  return NONE;
}
function mayHoldMore(proxy) {
  return !proxy.knowsDefaults || proxy.isOpaque || proxy.defaults.some(({ isOpaque }) => isOpaque);
}
function modeOf(proxy) {
  const statements = effective(proxy, "mode");
  const word = statements.at(-1)?.words[1];
  if (word) return word.isKnown && statements.every(({ isCertain }) => isCertain) ? word.text : void 0;
  return mayHoldMore(proxy) ? void 0 : "tcp";
}
function shown(text) {
  return text.replace(/\uE000+/g, "\u2026");
}
function titleOf({ kind, name }) {
  return name ? `${kind} "${shown(name.text)}"` : `section ${kind}`;
}
function conditionOf({ words: words2 }) {
  const at = words2.findIndex(
    ({ text, isKnown }, index) => index > 0 && isKnown && (text === "if" || text === "unless")
  );
  return at === -1 ? [] : words2.slice(at + 1);
}

// src/definitions/haproxy/words.ts
var Word = class {
  constructor(text, isKnown, line, from, to) {
    this.text = text;
    this.isKnown = isKnown;
    this.line = line;
    this.from = from;
    this.to = to;
  }
  text;
  isKnown;
  line;
  from;
  to;
  /** Quotes included. */
  get range() {
    return rangeOf(this.line, this.from, this.to);
  }
};
var ESCAPED = { n: "\n", r: "\r", t: "	" };
var ESCAPED_IN_QUOTES = /* @__PURE__ */ new Set(['"', "\\", "$"]);
function wordsOf(text, line) {
  const words2 = [];
  let at = 0;
  for (; ; ) {
    while (at < text.length && isSpace(text.charAt(at))) at++;
    if (at >= text.length || text.charAt(at) === "#") return { words: words2, openQuote: void 0 };
    const word = readPlainWord(text, at) ?? readWord2(text, at);
    if (word.openQuote !== void 0)
      return { words: words2, openQuote: rangeOf(line, word.openQuote, word.openQuote + 1) };
    const isKnown = !word.hasVariable && !word.text.includes(PLACEHOLDER);
    words2.push(new Word(word.text, isKnown, line, at, word.end));
    at = word.end;
  }
}
var PLAIN = /[^ \t\r\v\f#"'\\]+/y;
function readPlainWord(text, start) {
  PLAIN.lastIndex = start;
  if (!PLAIN.test(text)) return void 0;
  const end = PLAIN.lastIndex;
  const next = text.charAt(end);
  if (next === '"' || next === "'" || next === "\\") return void 0;
  return { text: text.slice(start, end), end, hasVariable: false };
}
function readWord2(text, start) {
  let read3 = "";
  let quote = "";
  let opened = start;
  let hasVariable = false;
  let at = start;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote === "" && (isSpace(character) || character === "#")) break;
    if (character === quote) quote = "";
    else if (quote === "" && (character === '"' || character === "'")) [quote, opened] = [character, at];
    else if (character === "\\" && quote !== "'" && at + 1 < text.length) {
      read3 += unescaped(text.charAt(at + 1), quote);
      at++;
    } else {
      if (character === "$" && quote === '"') hasVariable = true;
      read3 += character;
    }
  }
  const scanned = { text: read3, end: at, hasVariable };
  return quote === "" ? scanned : { ...scanned, openQuote: opened };
}
function unescaped(character, quote) {
  if (quote === '"') return ESCAPED_IN_QUOTES.has(character) ? character : `\\${character}`;
  return Object.hasOwn(ESCAPED, character) ? ESCAPED[character] ?? "" : character;
}
function isSpace(character) {
  return character === " " || character === "	" || character === "\r" || character === "\v" || character === "\f";
}
function rangeOf(line, start, end) {
  return { start: { line, column: start + 1 }, end: { line, column: end + 1 } };
}

// src/definitions/haproxy/configuration.ts
var CONDITIONS = /* @__PURE__ */ new Set([".if", ".elif", ".else", ".endif"]);
var MAX_DEFAULTS = 8;
function readConfiguration(files) {
  const reading = {
    sections: [],
    templates: /* @__PURE__ */ new Set(),
    isOpen: false,
    openQuotes: [],
    cutOff: []
  };
  for (const file of files) readFile(reading, file);
  const { sections } = reading;
  const isWhole = sections.some(({ kind }) => kind === "global" || kind === "defaults");
  const knowsOthers = isWhole || files.every(({ path }) => /(^|\/)haproxy\/services\.d\/[^/]+$/.test(path));
  return { path: files[0]?.path ?? "", ...reading, isWhole, proxies: proxiesOf(sections, knowsOthers) };
}
function readFile(reading, { path, text }) {
  const { text: readable, isTemplate, includes, conditional, repeated } = filled(text);
  if (isTemplate) reading.templates.add(path);
  reading.isOpen ||= includes;
  let section;
  let depth = 0;
  const lines = readable.split("\n");
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const { words: words2, openQuote } = wordsOf(content, line);
    if (openQuote) reading.openQuotes.push({ file: path, range: openQuote });
    const [first] = words2;
    if (!first) continue;
    if (CONDITIONS.has(first.text)) {
      if (first.text === ".if") depth++;
      if (first.text === ".endif") depth = Math.max(0, depth - 1);
      continue;
    }
    if (first.text.startsWith(".")) continue;
    const isCertain = depth === 0 && !conditional.has(line);
    const kind = first.isKnown ? sectionKind(section, first) : void 0;
    if (kind !== void 0) {
      section = sectionOf(path, kind, [first, ...words2.slice(1)], isCertain);
      reading.sections.push(section);
      continue;
    }
    if (first.text.includes(PLACEHOLDER) || !first.isKnown) {
      if (section) section.isOpaque = true;
      if (first.text.startsWith(PLACEHOLDER)) reading.isOpen = true;
      continue;
    }
    if (!section) continue;
    const statement = statementOf(words2, first, isCertain, repeated.has(line));
    section.statements.push(statement);
    indexStatement(section, statement);
  }
  const last = lines.at(-1) ?? "";
  if (last.trim() !== "" && !isTemplate) {
    const at = { line: lines.length, column: last.length };
    reading.cutOff.push({ file: path, range: { start: at, end: { ...at, column: at.column + 1 } } });
  }
}
function sectionKind(current, { text, from }) {
  if (SECTIONS2.has(text)) return text;
  if (from !== 0) return void 0;
  const isChecked = !current || /^(?:global|defaults|frontend|backend|listen)$/.test(current.kind);
  return isChecked ? meantSection(text) : void 0;
}
function sectionOf(file, kind, [keyword, second, third, fourth], isCertain) {
  const [name, fromWord, from] = second?.text === "from" && third ? [void 0, second, third] : [second, third, fourth];
  return {
    file,
    kind,
    keyword,
    name,
    from: fromWord?.text === "from" ? from : void 0,
    statements: [],
    index: /* @__PURE__ */ new Map(),
    isOpaque: false,
    isCertain
  };
}
function statementOf(words2, first, isCertain, isRepeated) {
  const [, second] = words2;
  const isPrefixed = (first.text === "no" || first.text === "default") && second !== void 0;
  const keyword = isPrefixed ? second : first;
  return {
    words: isPrefixed ? words2.slice(1) : words2,
    keyword,
    negated: isPrefixed,
    isCertain,
    isRepeated
  };
}
function proxiesOf(sections, knowsOthers) {
  const proxies = [];
  const named = /* @__PURE__ */ new Map();
  const parents = /* @__PURE__ */ new Map();
  let latest;
  let isSure = knowsOthers;
  for (const section of sections) {
    const isDefaults = section.kind === "defaults";
    if (!isDefaults && !PROXY_SECTIONS.has(section.kind)) continue;
    const { from } = section;
    const base = from ? named.get(from.text) : isDefaults ? void 0 : latest;
    parents.set(section, base);
    const knowsBase = isSure && (from === void 0 || base !== void 0);
    if (isDefaults) {
      latest = section;
      if (section.name) named.set(section.name.text, section);
      isSure = knowsBase && section.isCertain;
      continue;
    }
    proxies.push({
      ...section,
      isFrontend: section.kind !== "backend",
      isBackend: section.kind !== "frontend",
      defaults: chainOf(base, parents),
      knowsDefaults: knowsBase
    });
  }
  return proxies;
}
function chainOf(first, parents) {
  const chain = [];
  for (let at = first; at && chain.length < MAX_DEFAULTS; at = parents.get(at)) chain.push(at);
  return chain;
}

// src/definitions/openstack_ansible/groups.ts
var OLD_GROUPS = /* @__PURE__ */ new Set(["infra_hosts", "oslomsg_notify_hosts", "qpid_hosts"]);
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
var REPLACEMENTS = {
  cloudkitty_hosts: "rating_hosts",
  load_balancer_hosts: "haproxy_hosts",
  neutron_linuxbridge_agent: "neutron_openvswitch_agent or neutron_ovn_controller",
  oslomsg_rpc_hosts: "mq_hosts",
  rating_hosts: "cloudkitty_hosts"
};
function normalized(name) {
  return name.replaceAll("-", "_");
}

// src/definitions/openstack_ansible/placed.ts
function placed(file, node) {
  const scalar = asScalar(node);
  return { file, range: node.range, node, text: scalar?.value === null ? void 0 : scalar?.text };
}
function isNothing(node) {
  return node === void 0 || asScalar(node)?.value === null;
}
function isUnknown(node) {
  const scalar = asScalar(node);
  return scalar !== void 0 && (isTemplatedValue(scalar.text) || scalar.tag?.startsWith("!vault") === true);
}
function truthOf(node) {
  const value = asScalar(node)?.value;
  if (isUnknown(node) || value === void 0) return void 0;
  return Boolean(value);
}

// src/definitions/openstack_ansible/provider-network.ts
function providerNetwork(file, item) {
  const entry = entriesOf(item).find(({ key }) => key === "network");
  const node = asMapping(entry?.value);
  return entry && node ? { file, keyRange: entry.keyRange, node } : void 0;
}
function option({ file, node }, key) {
  const value = childOf(node, key);
  return value && !isNothing(value) ? placed(file, value) : void 0;
}
function textOf(network, key) {
  const value = option(network, key);
  return value && !isUnknown(value.node) ? value.text : void 0;
}
function bindsOf(network) {
  const list = asSequence(childOf(network.node, "group_binds"));
  return (list?.items ?? []).flatMap((item) => {
    const bind = placed(network.file, item);
    return bind.text === void 0 || isUnknown(item) ? [] : [{ ...bind, group: normalized(bind.text) }];
  });
}
function isManagement({ node }) {
  const flag = childOf(node, "is_management_address") ?? childOf(node, "is_container_address");
  return flag && isUnknown(flag) ? void 0 : truthOf(flag) === true;
}
function nameOf2(network) {
  for (const key of [
    "net_name",
    "container_bridge",
    "ip_from_q",
    "container_interface",
    "host_bind_override"
  ]) {
    const text = textOf(network, key);
    if (text) return `The provider network "${text}"`;
  }
  return "A provider network";
}
function optionsOf({ node }) {
  return entriesOf(node);
}

// src/definitions/openstack_ansible/user-config.ts
var VIPS = ["internal_lb_vip_address", "external_lb_vip_address"];
function readConfig(files) {
  const networks = /* @__PURE__ */ new Map();
  const overrides = /* @__PURE__ */ new Map();
  const groups = [];
  const others = [];
  const lists = [];
  let usedIps;
  let overridesAt;
  let definesNetworks = false;
  for (const file of files) {
    const aliased = aliasTargets(file);
    for (const entry of entriesOf(rootMapping(file))) {
      const name = normalized(entry.key);
      if (name === "cidr_networks") {
        definesNetworks ||= entriesOf(entry.value).length > 0 || isUnknown(entry.value);
        for (const { key, value } of entriesOf(entry.value)) networks.set(key, placed(file.path, value));
      } else if (name === "used_ips") {
        usedIps = placed(file.path, entry.value);
        lists.push({ name, file: file.path, range: entry.keyRange });
      } else if (name === "global_overrides") {
        overridesAt ??= { file: file.path, range: entry.keyRange, value: entry.value };
        for (const inner of entriesOf(entry.value)) {
          const { key, keyRange } = inner;
          overrides.set(key, { file: file.path, entry: inner });
          if (key === "provider_networks") lists.push({ name: key, file: file.path, range: keyRange });
        }
      } else if (isGroup(name, entry.value)) groups.push(groupOf(file, entry, aliased));
      else others.push({ file: file.path, entry });
    }
  }
  return {
    networks,
    definesNetworks,
    usedIps,
    overrides,
    overridesAt,
    vips: VIPS.flatMap((name) => {
      const found2 = overrides.get(name);
      return found2 ? [{ name, ...placed(found2.file, found2.entry.value) }] : [];
    }),
    providerNetworks: networksIn(overrides.get("provider_networks")),
    noContainers: truthOf(overrides.get("no_containers")?.entry.value) === true,
    groups,
    others,
    lists
  };
}
function networksIn(found2) {
  const list = asSequence(found2?.entry.value);
  if (!found2 || !list) return void 0;
  return list.items.flatMap((item) => providerNetwork(found2.file, item) ?? []);
}
function isGroup(name, value) {
  if (name.endsWith("hosts")) return true;
  const [first] = entriesOf(value);
  return first !== void 0 && childOf(first.value, "ip") !== void 0;
}
function groupOf(file, { key, keyRange, value }, aliased) {
  const name = normalized(key);
  const hosts = entriesOf(value).map((host) => {
    const address = (key2) => {
      const node = childOf(host.value, key2);
      return node && placed(file.path, node);
    };
    return {
      name: host.key,
      group: name,
      file: file.path,
      keyRange: host.keyRange,
      value: host.value,
      ip: address("ip"),
      managementIp: address("management_ip")
    };
  });
  const target = resolve(value);
  const isShared = target !== void 0 && aliased.has(target);
  return { key, name, file: file.path, keyRange, value, hosts, isShared };
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

// src/definitions/oslo_config/jinja-lines.ts
var PLAIN2 = { isGone: false, start: 0, arm: "" };
var OPENS = /* @__PURE__ */ new Set(["if", "for", "macro", "call", "filter", "block", "with"]);
function jinjaLines(text, lines) {
  if (!text.includes("{%") && !text.includes("{#")) return () => PLAIN2;
  const found2 = read2(text, lines);
  return (index) => found2[index] ?? PLAIN2;
}
function read2(text, lines) {
  const blocks = blocksIn(text);
  const arms = new Arms();
  const found2 = [];
  let at = 0;
  let next = 0;
  for (const line of lines) {
    const end = at + line.length;
    let covered = Math.max(at, Math.min(blocks[next - 1]?.end ?? 0, end));
    let hasBlock = (blocks[next - 1]?.end ?? 0) > at;
    let onlyBlocks = true;
    let start = covered - at;
    let { arm } = arms;
    for (let block = blocks[next]; block && block.start < end; block = blocks[++next]) {
      const between = text.slice(covered, block.start);
      if (between.trim() !== "") onlyBlocks = false;
      covered = Math.min(block.end, end);
      hasBlock = true;
      arms.meet(block.word);
      if (onlyBlocks) [start, arm] = [covered - at, arms.arm];
    }
    const isGone = hasBlock && onlyBlocks && text.slice(covered, end).trim() === "";
    found2.push({ isGone, start, arm });
    at = end + 1;
  }
  return found2;
}
function blocksIn(text) {
  const blocks = [];
  const opening = /\{[%#]/g;
  const endless = /* @__PURE__ */ new Set();
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index;
    const close = match[0] === "{%" ? "%}" : "#}";
    const found2 = endless.has(close) ? -1 : text.indexOf(close, start + 2);
    if (found2 === -1) {
      endless.add(close);
      if (endless.size === 2) break;
      continue;
    }
    const end = found2 + close.length;
    blocks.push({ start, end, word: /^[-+]?[ \t]*(\w*)/.exec(text.slice(start + 2, start + 40))?.[1] ?? "" });
    opening.lastIndex = end;
  }
  return blocks;
}
var Arms = class {
  open = [];
  count = 0;
  arm = "";
  meet(word) {
    if (OPENS.has(word)) this.open.push({ id: this.count++, branch: 0 });
    else if (word.startsWith("end") && OPENS.has(word.slice(3))) this.open.pop();
    else if (word === "elif" || word === "else") this.turn();
    else return;
    const inner = this.open.at(-1);
    this.arm = inner ? `${inner.id}.${inner.branch}` : "";
  }
  turn() {
    const inner = this.open.at(-1);
    if (inner) inner.branch++;
  }
};

// src/definitions/oslo_config/ini.ts
function readIni(text) {
  const lines = text.split("\n");
  const jinja = jinjaLines(text, lines);
  const reader = new Reader();
  for (const [index, line] of lines.entries()) reader.line(line.trimEnd(), index + 1, jinja(index));
  const { sections, problems, hasUnknownLines } = reader;
  return { sections: [...sections.values()], problems, hasUnknownLines };
}
var Reader = class {
  sections = /* @__PURE__ */ new Map();
  problems = [];
  hasUnknownLines = false;
  section;
  option;
  /** Whether a value could be continued, were it not for something that we do not know. */
  mayContinue = false;
  /** Whether an expression goes on over several lines. */
  isOpen = false;
  line(line, number, { isGone, start, arm }) {
    if (isGone) {
      this.mayContinue = true;
      return;
    }
    if (this.isOpen) {
      this.isOpen = !closes(line);
      return;
    }
    this.isOpen = opens(line);
    const at = start + (start > 0 ? indentOf(line.slice(start)) : 0);
    const text = line.slice(at);
    if (text === "") this.end();
    else if (/^[ \t]/.test(text)) this.continuation(text, number);
    else {
      this.end();
      if (text.startsWith("[")) this.header(text, number, at, arm);
      else if (!/^[#;]/.test(text)) this.assignment(text, number, at, arm);
    }
  }
  end() {
    this.option = void 0;
    this.mayContinue = false;
  }
  continuation(text, number) {
    const indent = indentOf(text);
    const line = { text: text.slice(indent), range: new LineRange(number, indent, text.length) };
    if (this.option) {
      this.option.lines.push(line);
      this.option.value += `
${line.text}`;
      this.option.valueRange = { start: this.option.valueRange.start, end: line.range.end };
      this.option.isTemplated ||= isTemplatedValue(line.text);
    } else if (!this.mayContinue) this.refuse("unexpected-continuation", line);
  }
  header(text, number, at, arm) {
    const line = { text, range: new LineRange(number, at, at + text.length) };
    if (!text.endsWith("]")) {
      if (isTemplatedValue(text)) this.unknown();
      else this.refuseHeader("unclosed-section", line);
      return;
    }
    if (text.length <= 2) {
      this.refuseHeader("empty-section", line);
      return;
    }
    const name = text.slice(1, -1);
    const range = new LineRange(number, at + 1, at + text.length - 1);
    const known = this.sections.get(name);
    this.section = known ?? { name, range, headers: [], options: [] };
    this.section.headers.push({ range, arm });
    if (!known) this.sections.set(name, this.section);
  }
  assignment(text, number, at, arm) {
    const line = { text, range: new LineRange(number, at, at + text.length) };
    const sign = text.search(/[=:]/);
    if (text.startsWith("{{") && (sign === -1 || sign < text.indexOf("}}"))) {
      this.unknown();
      return;
    }
    if (sign === -1) {
      this.refuse("no-assignment", line);
      return;
    }
    const name = text.slice(0, sign).trim();
    if (name === "") {
      this.refuse("empty-name", line);
      return;
    }
    const nameRange = new LineRange(number, at, at + name.length);
    this.option = optionOf(name, nameRange, text.slice(sign + 1), number, at + sign + 1, arm);
    if (this.section) this.section.options.push(this.option);
    else if (!this.hasUnknownLines && !isTemplatedValue(name))
      this.refuse("no-section", { text: name, range: nameRange });
  }
  unknown() {
    this.hasUnknownLines = true;
    this.mayContinue = true;
  }
  /** What follows belongs to no section that we know, and not to the one above. */
  refuseHeader(kind, line) {
    this.refuse(kind, line);
    this.section = { name: "", range: line.range, headers: [], options: [] };
  }
  refuse(kind, line) {
    this.problems.push({ kind, ...line });
  }
};
function optionOf(name, nameRange, rest, number, at, arm) {
  const written = rest.trim();
  const indent = written === "" ? 0 : rest.length - rest.trimStart().length;
  const valueRange = new LineRange(number, at + indent, at + indent + written.length);
  return {
    name,
    nameRange,
    value: unquoted(written),
    valueRange,
    lines: [{ text: written, range: valueRange }],
    isTemplated: isTemplatedValue(written) || written.includes("{#"),
    arm
  };
}
function unquoted(written) {
  const isQuoted = /^["']/.test(written) && written.at(0) === written.at(-1);
  return isQuoted ? written.slice(1, -1) : written;
}
function opens(line) {
  return line.lastIndexOf("{{") > line.lastIndexOf("}}");
}
function closes(line) {
  return line.includes("}}") && !opens(line);
}
function indentOf(text) {
  return text.length - text.trimStart().length;
}
var LineRange = class {
  constructor(line, from, to) {
    this.line = line;
    this.from = from;
    this.to = to;
  }
  line;
  from;
  to;
  get start() {
    return { line: this.line, column: this.from + 1 };
  }
  get end() {
    return { line: this.line, column: this.to + 1 };
  }
};

export {
  Hints,
  FileIndex,
  folderOf,
  nameOf,
  joined,
  readInventory,
  inventories,
  hostsOf,
  cloudFiles,
  authSetting,
  authTypeOf,
  PROXY_SECTIONS,
  GLOBAL_KEYWORDS,
  PROXY_KEYWORDS,
  OPTIONS,
  TIMEOUTS,
  STATS_KEYWORDS,
  HTTP_CHECK_KEYWORDS,
  HTTP_ACTIONS,
  MODES,
  ALGORITHMS,
  BIND_FLAGS,
  BIND_SETTINGS,
  SERVER_FLAGS,
  SERVER_SETTINGS,
  misspelledWord,
  own,
  effective,
  mayHoldMore,
  modeOf,
  shown,
  titleOf,
  conditionOf,
  readConfiguration,
  OLD_GROUPS,
  MEANT_GROUPS,
  REPLACEMENTS,
  normalized,
  placed,
  isNothing,
  isUnknown,
  truthOf,
  option,
  textOf,
  bindsOf,
  isManagement,
  nameOf2,
  optionsOf,
  readConfig,
  readIni
};
