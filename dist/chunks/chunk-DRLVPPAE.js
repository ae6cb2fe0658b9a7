import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  AliasNode,
  Entry,
  MappingNode,
  ScalarNode,
  SequenceNode,
  SourceText,
  readManifest,
  resolve
} from "./chunk-ENQVGC6S.js";
import {
  EVENT_ID,
  SCALAR_STYLE,
  YAMLException,
  getScalarValue,
  parseEvents
} from "./chunk-YDE2UNG7.js";
import {
  nearest
} from "./chunk-65XTCQBH.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";

// src/manifest/load.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";

// src/yaml/events.ts
var RETRY_BUDGET = 16 * 1024 * 1024;
var MAX_RETRIES = 500;
var MAX_INDENT = 200;
function pyyamlEvents(text) {
  const insertions = [];
  let first;
  for (let retries = Math.min(MAX_RETRIES, RETRY_BUDGET / (text.length + 1)); ; retries--) {
    try {
      const events = parseEvents(withInsertions(text, insertions), {});
      return insertions.length === 0 ? events : events.map((event) => movedBack(event, insertions));
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const at = originalOffset(error.mark?.position ?? 0, insertions);
      const width = retries > 0 ? missingSpaces(error.reason, text, at) : 0;
      if (width > 0) {
        first ??= error;
        const place = error.reason === DEFICIENT ? lineStart(text, at) : at;
        if (!insertions.some((other) => other.at === place)) {
          insertions.push({ at: place, width });
          insertions.sort((a, b) => a.at - b.at);
          continue;
        }
      }
      const isOpen = at >= text.trimEnd().length || width > 0;
      YAMLException.throwAt(
        text,
        isOpen && first ? placeOf(first) : at,
        (isOpen && first ? first : error).reason
      );
    }
  }
}
var DEFICIENT = "deficient indentation";
function missingSpaces(reason, text, at) {
  if (reason === DEFICIENT) return Math.min(deepestIndent(text), MAX_INDENT) + 1;
  return text[at] === "#" && /["'\],}]/.test(text[at - 1] ?? "") ? 1 : 0;
}
function deepestIndent(text) {
  let deepest = 0;
  for (const [indent] of text.matchAll(/^ +/gm)) deepest = Math.max(deepest, indent.length);
  return deepest;
}
function placeOf(first) {
  return first.mark?.position ?? 0;
}
function lineStart(text, at) {
  return text.lastIndexOf("\n", at - 1) + 1;
}
function withInsertions(text, insertions) {
  let result = "";
  let from = 0;
  for (const { at, width } of insertions) {
    result += text.slice(from, at) + " ".repeat(width);
    from = at;
  }
  return result + text.slice(from);
}
function originalOffset(offset, insertions) {
  let shift = 0;
  for (const { at, width } of insertions) {
    if (at + shift + width > offset) return Math.min(offset - shift, at);
    shift += width;
  }
  return offset - shift;
}
var OFFSETS = ["start", "anchorStart", "anchorEnd", "tagStart", "tagEnd", "valueStart", "valueEnd"];
function movedBack(event, insertions) {
  const offsets = Object.entries(event).filter(([name, offset]) => OFFSETS.includes(name) && offset >= 0);
  const moved = offsets.map(([name, offset]) => [name, originalOffset(offset, insertions)]);
  return Object.assign({ ...event }, Object.fromEntries(moved));
}

// src/yaml/parse.ts
function parseYaml(text) {
  const source = new SourceText(text);
  try {
    const builder = new TreeBuilder(source, pyyamlEvents(text));
    return { source, documents: builder.documents(), problems: builder.problems };
  } catch (error) {
    return { source, documents: [], problems: [syntaxProblem(error, source)] };
  }
}
function syntaxProblem(error, source) {
  if (!(error instanceof YAMLException)) throw error;
  const offset = Math.min(error.mark?.position ?? 0, source.text.length);
  return { kind: "syntax", message: error.reason, range: source.range(offset, offset) };
}
var TreeBuilder = class {
  constructor(source, events) {
    this.source = source;
    this.events = events;
  }
  source;
  events;
  problems = [];
  anchors = /* @__PURE__ */ new Map();
  open = /* @__PURE__ */ new Set();
  at = 0;
  /** Where the last scalar ended: the place of a value that is not written at all (`key:`). */
  previousEnd = 0;
  documents() {
    const roots = [];
    while (this.at < this.events.length) {
      this.at++;
      this.anchors.clear();
      if (this.events[this.at]?.type !== EVENT_ID.POP) roots.push(this.node());
      this.at++;
    }
    return roots;
  }
  node() {
    const event = this.events[this.at++];
    if (event?.type === EVENT_ID.ALIAS) return this.alias(event.anchorStart, event.anchorEnd);
    if (event?.type !== EVENT_ID.SCALAR && event?.type !== EVENT_ID.SEQUENCE && event?.type !== EVENT_ID.MAPPING) {
      throw new YAMLException("unexpected end of the document");
    }
    if (event.anchorStart < 0) return this.content(event);
    const name = this.source.text.slice(event.anchorStart, event.anchorEnd);
    this.anchors.delete(name);
    this.open.add(name);
    const node = this.content(event);
    this.open.delete(name);
    this.anchors.set(name, node);
    return node;
  }
  content(event) {
    if (event.type === EVENT_ID.SCALAR) return this.scalar(event);
    return event.type === EVENT_ID.SEQUENCE ? this.sequence(event) : this.mapping(event);
  }
  sequence(event) {
    const items = [];
    while (this.events[this.at]?.type !== EVENT_ID.POP) items.push(this.node());
    this.at++;
    const end = items.at(-1)?.to ?? event.start;
    return new SequenceNode(this.source, event.start, end, this.tagOf(event), fitted(items));
  }
  mapping(event) {
    const entries = [];
    const keys2 = new Keys(entries);
    let simple = true;
    let end = event.start;
    while (this.events[this.at]?.type !== EVENT_ID.POP) {
      const keyNode = this.node();
      const key = shared(keyText(keyNode));
      const identity = key === "<<" ? void 0 : resolve(keyNode);
      const isScalar = identity?.kind === "scalar";
      const first = isScalar ? keys2.find(identity.value) : keys2.passBy();
      if (first) this.duplicate(key, first.keyRange, keyNode.range);
      simple &&= isScalar && first === void 0;
      const value = this.node();
      const entry = new Entry(this.source, keyNode.from, keyNode.to, key, value);
      entries.push(entry);
      if (isScalar && !first) keys2.add(identity.value, entry);
      end = value.to;
    }
    this.at++;
    simple &&= keys2.areText || entries.length < 2;
    return new MappingNode(this.source, event.start, end, this.tagOf(event), fitted(entries), simple);
  }
  duplicate(key, first, range) {
    const message = `duplicate key "${key}": the first value, on line ${first.start.line}, is lost`;
    this.problems.push({ kind: "duplicate_key", message, range, first });
  }
  scalar(event) {
    const { source, previousEnd } = this;
    const tag = this.tagOf(event);
    if (event.valueStart < 0) return new ScalarNode(source, previousEnd, previousEnd, tag, void 0);
    const end = scalarEnd(event);
    this.previousEnd = end;
    const decoded = event.fast ? void 0 : getScalarValue(source.text, event);
    return new ScalarNode(source, scalarStart(source.text, event), end, tag, decoded);
  }
  alias(start, end) {
    const name = this.source.text.slice(start, end);
    const target = this.anchors.get(name);
    if (!target) {
      const why = this.open.has(name) ? `alias *${name} stands inside its own anchor` : `unknown alias *${name}`;
      YAMLException.throwAt(this.source.text, start - 1, why);
    }
    this.previousEnd = end;
    return new AliasNode(this.source, start - 1, end, name, target);
  }
  tagOf(event) {
    return event.tagStart < 0 ? void 0 : this.source.text.slice(event.tagStart, event.tagEnd);
  }
};
var FEW = 8;
var Keys = class {
  /** @param entries those of the mapping so far */
  constructor(entries) {
    this.entries = entries;
  }
  entries;
  /** Whether all of them are texts, which stand as they are in the entries. */
  areText = true;
  known;
  find(value) {
    if (typeof value !== "string") this.areText = false;
    if (this.known === void 0 && this.areText && this.entries.length < FEW)
      return this.entries.find(({ key }) => key === value);
    return this.all().get(value);
  }
  add(value, entry) {
    this.known?.set(value, entry);
  }
  /** For a key that is compared with no other. */
  passBy() {
    this.all();
  }
  all() {
    if (this.known) return this.known;
    this.known = /* @__PURE__ */ new Map();
    for (const entry of this.entries) if (!this.known.has(entry.key)) this.known.set(entry.key, entry);
    return this.known;
  }
};
function fitted(items) {
  return items.slice();
}
var keys = /* @__PURE__ */ new Map();
var MOST_KEYS = 1e5;
function shared(key) {
  const known = keys.get(key);
  if (known !== void 0) return known;
  if (keys.size < MOST_KEYS) keys.set(key, key);
  return key;
}
function keyText(node) {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "alias") return keyText(node.target);
  return "[complex key]";
}
function scalarStart(text, event) {
  if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    return event.valueStart - 1;
  }
  if (event.style === SCALAR_STYLE.PLAIN) return event.valueStart;
  const lineStart2 = text.lastIndexOf("\n", event.valueStart - 2) + 1;
  const header = /[|>][-+0-9]*[ \t]*(#.*)?\r?\n?$/.exec(text.slice(lineStart2, event.valueStart));
  return header ? lineStart2 + header.index : event.valueStart;
}
function scalarEnd(event) {
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? event.valueEnd + 1 : event.valueEnd;
}

// src/manifest/load.ts
var MANIFEST_FILE = "changeover.yml";
var MAX_BYTES = 1024 * 1024;
async function loadManifest(folder) {
  const manifest = await loadManifestIfThere(folder);
  if (manifest) return manifest;
  throw new UserError("manifest_missing", `There is no ${MANIFEST_FILE} in ${folder}.`, {
    remedy: "Create one; the smallest is two lines:  version: 1  and  name: my-cloud"
  });
}
async function loadManifestIfThere(folder) {
  let bytes;
  try {
    bytes = await readFile(join(folder, MANIFEST_FILE));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return void 0;
    throw new UserError("manifest_unreadable", `Cannot read ${MANIFEST_FILE}: ${messageOf(error)}`, {
      remedy: "Check that the file may be read.",
      cause: error
    });
  }
  return parseManifest(bytes);
}
function parseManifest(bytes, name = MANIFEST_FILE) {
  if (bytes.length > MAX_BYTES) {
    throw invalid(
      [`${name}: larger than ${MAX_BYTES} bytes`],
      "A manifest is a small file; check what this is."
    );
  }
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw invalid([`${name}: not UTF-8 text`], "Save the file as UTF-8.");
  }
  const { manifest, problems } = readManifest(parseYaml(text));
  if (manifest) return manifest;
  throw invalid(
    problems.map(
      ({ message, help, range: { start } }) => `${name}:${start.line}:${start.column}: ${message}. ${help}`
    )
  );
}
function invalid(lines, remedy) {
  return new UserError("manifest_invalid", lines.join("\n"), remedy === void 0 ? {} : { remedy });
}
function environmentOf(manifest, name) {
  const environments = manifest.environments ?? {};
  const settings = Object.hasOwn(environments, name) ? environments[name] : void 0;
  if (settings) return settings;
  const names = Object.keys(environments);
  const near = nearest(name, names);
  throw new UserError("unknown_environment", `${MANIFEST_FILE} has no environment "${name}".`, {
    remedy: near ? `Did you mean "${near}"?` : names.length > 0 ? `It has: ${names.join(", ")}.` : "Add it under environments."
  });
}

export {
  parseYaml,
  MANIFEST_FILE,
  loadManifest,
  loadManifestIfThere,
  parseManifest,
  environmentOf
};
