import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ruleSets
} from "./chunk-OOT4JN5N.js";
import {
  rootMapping
} from "./chunk-YB7TKF5C.js";
import {
  NEWEST_RELEASE,
  RELEASES,
  asMapping,
  asRelease,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  isBefore,
  isOlderRelease
} from "./chunk-ENQVGC6S.js";
import {
  tidyHeap
} from "./chunk-YLO3EHPC.js";

// src/definitions/fingerprint.ts
import { createHash } from "node:crypto";
function fingerprinted(findings) {
  const seen = /* @__PURE__ */ new Map();
  return findings.map((finding) => {
    const key = identityOf(finding);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    const digest = createHash("sha256").update(`${key}${ordinal}`).digest("hex");
    return { ...finding, fingerprint: digest.slice(0, 32) };
  });
}
function identityOf({ rule, file, message }) {
  return JSON.stringify([rule, file, message.replace(/\bline \d+/g, "line")]);
}

// src/definitions/suppress.ts
var COMMENT = /#[ \t]*changeover:[ \t]*ignore[ \t]+([\w-]+\/[\w-]+(?:[ \t]*,[ \t]*[\w-]+\/[\w-]+)*)/;
function suppressions({ text }) {
  if (!text.includes("changeover:")) return void 0;
  const silenced = /* @__PURE__ */ new Map();
  for (const [index, line] of text.split("\n").entries()) {
    const rules = COMMENT.exec(line)?.[1]?.split(/[ \t]*,[ \t]*/);
    if (!rules) continue;
    const target = line.trimStart().startsWith("#") ? index + 2 : index + 1;
    silenced.set(target, /* @__PURE__ */ new Set([...silenced.get(target) ?? [], ...rules]));
  }
  return (rule, line) => silenced.get(line)?.has(rule) ?? false;
}

// src/definitions/check.ts
function checkDefinitions(definitions, settings, context) {
  const comments = /* @__PURE__ */ new Map();
  for (const definition of definitions) {
    const suppressed = suppressions(definition);
    if (suppressed) comments.set(definition.path, suppressed);
  }
  const templates = new Set(definitions.filter(({ templated }) => templated).map(({ path }) => path));
  const isOn = (id) => settings.rules[id] !== "off";
  const findings = [];
  let silenced = 0;
  for (const set of ruleSets) {
    tidyHeap();
    for (const [rule, problem] of set.check(definitions, isOn, context)) {
      if (!settings.isAsked(problem.file)) continue;
      if (comments.get(problem.file)?.(rule.id, problem.range.start.line)) silenced++;
      else {
        const usual = problem.severity ?? rule.severity;
        const severity = usual === "error" && templates.has(problem.file) ? "warning" : usual;
        findings.push(found(rule.id, problem, severityOf(rule.id, severity, settings.rules)));
      }
    }
  }
  return { findings: sorted(findings), silenced };
}
function severityOf(rule, usual, settings) {
  const setting = Object.hasOwn(settings, rule) ? settings[rule] : void 0;
  return setting && setting !== "off" ? setting : usual;
}
function found(rule, { message, help, file, range }, severity) {
  return {
    rule,
    severity,
    message,
    help,
    file,
    line: range.start.line,
    column: range.start.column,
    end_line: range.end.line,
    end_column: range.end.column
  };
}
function sorted(findings) {
  return fingerprinted(findings.sort(byPlace));
}
function byPlace(a, b) {
  return byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.rule, b.rule) || byText(a.message, b.message);
}
function byText(a, b) {
  return a < b ? -1 : Number(a > b);
}

// src/definitions/release-signs.ts
var RELEASE_KEYS = ["openstack_release", "openstack_version"];
var SOURCE_KEYS = [
  "openstack_branch",
  "kolla_source_version",
  "kolla_ansible_source_version",
  "openstack_ansible_version",
  "openstack_ansible_branch",
  "osa_version",
  "osa_branch"
];
var TAG_KEYS = /* @__PURE__ */ new Set(["openstack_tag", "kolla_tag", "kolla_image_tags"]);
var SAID_KEYS = /* @__PURE__ */ new Set([...RELEASE_KEYS, ...SOURCE_KEYS]);
var DEPLOYMENT_TOOL = /(?:^|\/)(?:openstack-ansible|kolla-ansible|ansible-collection-kolla)(?:\.git)?$/;
var ELSEWHERE = /(?:^|\/)(?:roles|defaults|molecule|tests?|examples?|docs?|\.github|node_modules)\//;
function releaseSigns(definitions) {
  const said = [];
  const tagged = [];
  for (const definition of definitions) {
    if (!MAY_SAY.has(definition.kind) || ELSEWHERE.test(definition.path)) continue;
    const root = rootMapping(definition);
    if (!root && !definition.path.includes("requirements")) continue;
    const signs = (nodes, meaning = meantBy) => signsIn(definition, nodes, meaning);
    for (const { key, value } of root?.entries ?? []) {
      if (SAID_KEYS.has(key)) said.push(...signs([value]));
      else if (TAG_KEYS.has(key)) tagged.push(...signs(leaves(value), meantByTag));
    }
    said.push(...signs(pinnedTools(definition)));
  }
  return said.length > 0 ? said : tagged;
}
var MAY_SAY = /* @__PURE__ */ new Set([
  "kolla_ansible",
  "openstack_ansible",
  "ansible",
  "yaml"
]);
function* signsIn({ path }, nodes, meaning) {
  for (const node of nodes) {
    const text = asScalar(node)?.text;
    const release = text === void 0 ? void 0 : meaning(text);
    if (node && text !== void 0 && release)
      yield { release, text, file: path, line: node.range.start.line };
  }
}
function pinnedTools({ path, yaml }) {
  if (!/requirements\.ya?ml$/.test(path)) return [];
  const [root] = yaml?.documents ?? [];
  const items = [root, childOf(root, "roles"), childOf(root, "collections")].flatMap(
    (list) => asSequence(list)?.items ?? []
  );
  const isTool = (item) => ["name", "src", "source"].some((key) => DEPLOYMENT_TOOL.test(asScalar(childOf(item, key))?.text ?? ""));
  return items.filter(isTool).map((item) => childOf(item, "version"));
}
function leaves(node, depth = 0) {
  if (!asMapping(node)) return [node];
  return depth > 2 ? [] : entriesOf(node).flatMap(({ value }) => leaves(value, depth + 1));
}
var FIRST_VERSIONS = [15, 26];
function meantBy(written) {
  const text = written.replace(/^(?:v(?=\d)|stackhpc\/)/, "");
  if (text === "master" || text === "main") return NEWEST_RELEASE;
  const major = Number(/^(\d{2})\.\d+\.\d/.exec(text)?.[1]);
  const tagged = FIRST_VERSIONS.map((first) => RELEASES[major - first]).find(Boolean);
  return tagged ?? asRelease(text) ?? (isOlderRelease(text) ? "older" : void 0);
}
function meantByTag(tag) {
  const [, name = ""] = /^([a-z]+|\d{4}\.\d)(?:-|$)/.exec(tag) ?? [];
  return asRelease(name) ?? (isOlderRelease(name) ? "older" : void 0);
}

// src/definitions/release.ts
function saidRelease(name, from) {
  return { name, from, assumed: false };
}
function detectedRelease(definitions) {
  const signs = releaseSigns(definitions);
  const chosen = newestOf(signs);
  if (!chosen) return { name: NEWEST_RELEASE, from: "newest", assumed: true };
  const { release, file, line, text } = chosen;
  const place = { from: "detected", file, line };
  if (release === "older") {
    const note2 = `${file} says ${text}, which is older than all releases that are known.`;
    return { name: RELEASES[0], ...place, assumed: true, note: note2 };
  }
  const other = signs.find((sign) => sign.release !== release);
  if (!other) return { name: release, ...place, assumed: false };
  const note = `${file} says ${text}, ${other.file} says ${other.text}: set openstack_release in changeover.yml.`;
  return { name: release, ...place, assumed: true, note };
}
function newestOf(signs) {
  let newest;
  for (const sign of signs) if (!newest || isOlder(newest.release, sign.release)) newest = sign;
  return newest;
}
function isOlder(a, b) {
  if (a === "older" || b === "older") return a === "older" && b !== "older";
  return isBefore(a, b);
}

export {
  identityOf,
  suppressions,
  checkDefinitions,
  severityOf,
  sorted,
  byPlace,
  saidRelease,
  detectedRelease
};
