import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  packageVersion
} from "./chunk-LE2X64PV.js";
import {
  sha256OfFile
} from "./chunk-T3T5AAEM.js";
import {
  dependenciesPath,
  statementPath
} from "./chunk-GJOPTLZP.js";
import {
  writeFileAtomic
} from "./chunk-OGTRJA2A.js";
import {
  archiveEntries,
  entryContent,
  peekRelease
} from "./chunk-O3AUF7BP.js";
import {
  FILES_FOLDER
} from "./chunk-SFP3RZBH.js";
import {
  provenanceStatement
} from "./chunk-QX4SZJQU.js";
import {
  parseYaml
} from "./chunk-DRLVPPAE.js";
import {
  asScalar,
  asSequence,
  asString,
  childOf,
  entriesOf,
  walk
} from "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/release/provenance/write.ts
import { readFile } from "node:fs/promises";
import { basename } from "node:path";

// src/release/dependencies/dependency.ts
var BRANCH = /^(?:(?:refs\/heads|(?:remotes\/)?origin)\/.+|master|main|devel|develop|development|trunk|head|latest|(?:stable|unmaintained|release|feature)\/.+)$/i;
function pinOf(version) {
  if (version === void 0 || version === "" || version === "*") return "none";
  if (isTemplate(version)) return "unknown";
  if (BRANCH.test(version)) return "none";
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(version)) return "digest";
  return /^(?!==[^,]+$).*[<>=!,*]/.test(version) ? "range" : "version";
}
function isTemplate(text) {
  return /\{\{|\{%/.test(text);
}
function withoutCredentials(url) {
  return url.replace(/^((?:git\+)?[a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, "$1");
}

// src/release/dependencies/purl.ts
function packageUrl({ type, name, version, qualifiers = {} }) {
  const path = name.split("/").map(encodeURIComponent).join("/");
  const at = version === void 0 ? "" : `@${encodeURIComponent(version)}`;
  const query = Object.entries(qualifiers).flatMap(([key, value]) => value ? [`${key}=${qualifierText(value)}`] : []).sort().join("&");
  return `pkg:${type}/${path}${at}${query === "" ? "" : `?${query}`}`;
}
function gitPackageUrl(url, name, version) {
  const https = httpsOf(url);
  const [, repository] = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/i.exec(https) ?? [];
  if (repository) return packageUrl({ type: "github", name: repository.toLowerCase(), version });
  const at = version === void 0 ? "" : `@${version}`;
  return packageUrl({ type: "generic", name, version, qualifiers: { vcs_url: `git+${https}${at}` } });
}
function httpsOf(url) {
  return url.replace(/^git\+/, "").replace(/^ssh:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\//, "https://$1/").replace(/^(?:[^/@:]+@)([^/:]+):(?!\/\/)/, "https://$1/").replace(/(?:\.git)?\/*$/, "");
}
function qualifierText(text) {
  return encodeURIComponent(text).replace(/%(?:2F|3A)/g, decodeURIComponent);
}

// src/release/dependencies/images.ts
var IMAGE_KEY = /(?:^|_)image(?:_full)?$/;
var TAG_KEY = /^(?!openstack_)[a-z][a-z0-9_]*_tag$/;
var RELEASE_KEY = /^(?:kolla_)?openstack_release$/;
var KOLLA = /(^|\/)(?:globals\.ya?ml|globals\.d\/.+|kolla\.ya?ml|kolla\/[^/]+)$/;
var KOLLA_REGISTRY = "quay.io";
var KOLLA_NAMESPACE = "openstack.kolla";
function* imagesIn({ path, root }) {
  const kolla = kollaRepository(root);
  for (const { key, keyRange, value } of allEntries(root)) {
    const text = asScalar(value)?.text;
    if (text === void 0 || text === "") continue;
    const found2 = foundBy(key, text, KOLLA.test(path), kolla);
    if (found2) yield { ...found2, file: path, line: keyRange.start.line };
  }
}
function allEntries(root) {
  const entries = [];
  walk(root, (node) => {
    if (node.kind === "mapping") for (const entry of node.entries) entries.push(entry);
  });
  return entries;
}
function foundBy(key, text, isKolla, kolla) {
  if (IMAGE_KEY.test(key)) return imageOf(key, text);
  if (RELEASE_KEY.test(key)) return release(text);
  if (isKolla && key === "openstack_tag") return tagged(kolla, void 0, text);
  return isKolla && TAG_KEY.test(key) ? tagged(kolla, key.slice(0, -"_tag".length), text) : void 0;
}
function imageOf(key, text) {
  if (isTemplate(text)) {
    if (!text.includes("/") || key === "image") return void 0;
    const name = key.replace(/_image(?:_full)?$/, "").replaceAll("_", "-");
    return {
      kind: "image",
      name,
      version: void 0,
      pin: "unknown",
      purl: packageUrl({ type: "oci", name })
    };
  }
  const image = parseImage(text);
  if (!image) return void 0;
  const { repository, tag, digest } = image;
  return found(repository, tag, digest, digest === void 0 ? imagePin(tag) : "digest");
}
function parseImage(text) {
  const parts = /^([a-z0-9][\w.-]*(?::\d+(?=\/))?(?:\/[\w.-]+)*)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/i.exec(
    text
  );
  const [, repository, tag, digest] = parts ?? [];
  if (repository === void 0) return void 0;
  const isImage = repository.includes("/") || tag !== void 0 || digest !== void 0;
  return isImage && !/\.(?:qcow2|img|raw|iso|vmdk|gz|xz)$/i.test(text) ? { repository, tag, digest } : void 0;
}
function tagged(repository, service, tag) {
  const name = service === void 0 ? repository : `${repository}/${service.replaceAll("_", "-")}`;
  return found(name, isTemplate(tag) ? void 0 : tag, void 0, imagePin(tag));
}
function found(repository, tag, digest, pin) {
  const name = repository.split("/").at(-1) ?? repository;
  const qualifiers = { repository_url: repository.includes("/") ? repository : void 0, tag };
  const purl = packageUrl({ type: "oci", name: name.toLowerCase(), version: digest, qualifiers });
  return { kind: "image", name: repository, version: digest ?? tag, pin, purl };
}
function imagePin(tag) {
  const pin = pinOf(tag);
  return pin === "digest" || pin === "range" ? "version" : pin;
}
function release(text) {
  const pin = pinOf(text);
  const version = pin === "unknown" ? void 0 : text;
  const purl = packageUrl({
    type: "generic",
    name: "openstack",
    version: pin === "version" ? text : void 0
  });
  return { kind: "release", name: "openstack", version, pin, purl };
}
function kollaRepository(root) {
  const plain = (key, otherwise) => {
    const text = asScalar(childOf(root, key))?.text;
    return text === void 0 || text === "" || isTemplate(text) ? otherwise : text;
  };
  return `${plain("docker_registry", KOLLA_REGISTRY)}/${plain("docker_namespace", KOLLA_NAMESPACE)}`;
}

// src/release/dependencies/requirements.ts
var REQUIREMENTS = /(^|\/)[\w-]*requirements\.ya?ml$/;
var GALAXY = "https://galaxy.ansible.com";
function* requirementsIn({ path, root }) {
  const lists = [
    { kind: "role", node: asSequence(root) ?? childOf(root, "roles") },
    { kind: "collection", node: childOf(root, "collections") }
  ];
  for (const { kind, node } of lists) {
    for (const item of asSequence(node)?.items ?? []) {
      const written = readItem(kind, item);
      if (!written || isLocal(written.from) || /\s/.test(written.from)) continue;
      yield { ...dependency(written), file: path, line: item.range.start.line };
    }
  }
}
function readItem(kind, item) {
  const text = asString(item);
  if (text !== void 0) return readText(kind, text);
  const value = (key) => asScalar(childOf(item, key))?.text || void 0;
  const type = value("type");
  if (value("include") || type && ["file", "dir", "subdirs"].includes(type)) return void 0;
  const name = value("name") ?? value("role");
  const source2 = value("src") ?? value("source");
  const isServer = kind === "collection" && name !== void 0 && type !== "git" && !isGitUrl(source2 ?? "");
  const from = isServer ? name : source2 ?? name;
  if (from === void 0) return void 0;
  const read = readText(kind, from);
  return {
    ...read,
    name: name === from ? read.name : name,
    version: value("version") ?? read.version,
    isGit: read.isGit || value("scm") === "git" || type === "git",
    server: isServer && source2?.includes("://") ? withoutCredentials(source2) : void 0
  };
}
function readText(kind, text) {
  const isGit = isGitUrl(text);
  const [first = "", version, name] = text.split(",").map((part) => part.trim());
  const [, short, after] = kind === "collection" && !isGit ? /^(\w+\.\w+):(.+)$/.exec(text) ?? [] : [];
  return {
    ...{ kind, isGit, name, server: void 0 },
    from: withoutCredentials(short ?? first),
    version: after ?? (version || void 0)
  };
}
function dependency({
  kind,
  from,
  name,
  version,
  isGit,
  server
}) {
  const pin = isTemplate(from) ? "unknown" : pinOf(version);
  const exact = pin === "digest" || pin === "version" ? version?.replace(/^==\s*/, "") : void 0;
  const called = name ?? lastPart(from);
  if (isGit) return { kind, name: called, version, pin, purl: gitPackageUrl(from, called, exact) };
  const isUrl = from.includes("://");
  const qualifiers = isUrl ? { download_url: from } : { repository_url: server ?? GALAXY };
  const purl = packageUrl({ type: "generic", name: isUrl ? called : from, version: exact, qualifiers });
  return { kind, name: isUrl ? called : from, version, pin, purl };
}
function isGitUrl(text) {
  if (/^git\+|^git@|^(?:git|ssh):\/\/|^https:\/\/github\.com\//.test(text)) return true;
  return /^[^#,]*[/:][^#,]*\.git(?:[#,].*)?$/.test(text);
}
function isLocal(from) {
  return /^(?:\.{0,2}\/|file:|~)/.test(from) || /\.tar\.gz$/.test(from) && !from.includes("://");
}
function lastPart(from) {
  return from.replace(/#.*$/, "").replace(/(?:\.git)?\/*$/, "").split(/[/:]/).at(-1) || from;
}

// src/release/dependencies/sources.ts
var VERSION_KEYS = [
  { key: /^(.+)_git_install_branch$/, addressOf: (name) => `${name}_git_repo` },
  { key: /^(.+)_source_version$/, addressOf: (name) => `${name}_source_url` }
];
function* sourcesIn({ path, root }) {
  const entries = entriesOf(root);
  const texts = new Map(entries.map(({ key, value }) => [key, asScalar(value)?.text]));
  for (const { key, keyRange } of entries) {
    for (const { key: pattern, addressOf } of VERSION_KEYS) {
      const variable = pattern.exec(key)?.[1];
      if (variable === void 0) continue;
      const address = texts.get(addressOf(variable));
      const found2 = source(variable.replaceAll("_", "-"), texts.get(key) || void 0, address);
      yield { ...found2, file: path, line: keyRange.start.line };
    }
  }
}
function source(name, version, address) {
  const pin = pinOf(version);
  const exact = pin === "digest" || pin === "version" ? version : void 0;
  const url = address === void 0 || isTemplate(address) ? void 0 : withoutCredentials(address);
  const purl = url ? gitPackageUrl(url, name, exact) : packageUrl({ type: "generic", name, version: exact });
  return { kind: "source", name, version: pin === "unknown" ? void 0 : version, pin, purl };
}

// src/release/dependencies/collect.ts
var MAX_FILE_BYTES = 1024 * 1024;
var YAML = /\.ya?ml$/;
var WORTH_READING = /(?:image|image_full|_tag|_git_install_branch|_source_version|openstack_release)["']?\s*:/;
async function dependenciesOf(archive, manifest) {
  const wanted = new Set(
    manifest.files.filter(({ path, type, size }) => type === "file" && YAML.test(path) && size <= MAX_FILE_BYTES).map(({ path }) => `${FILES_FOLDER}${path}`)
  );
  const found2 = [];
  if (wanted.size === 0) return found2;
  for await (const entry of archiveEntries(archive)) {
    const { name } = entry.header;
    if (!wanted.delete(name))
      for await (const _piece of entry.content) ;
    else
      found2.push(
        ...dependenciesIn(name.slice(FILES_FOLDER.length), await entryContent(entry, MAX_FILE_BYTES))
      );
    if (wanted.size === 0) break;
  }
  return found2;
}
function dependenciesIn(path, content) {
  const text = content.toString("utf8");
  const isRequirements = REQUIREMENTS.test(path);
  if (!isRequirements && !WORTH_READING.test(text)) return [];
  return parseYaml(text).documents.flatMap((root) => {
    const source2 = { path, root };
    return isRequirements ? [...requirementsIn(source2)] : [...imagesIn(source2), ...sourcesIn(source2)];
  });
}

// src/release/dependencies/cyclonedx.ts
import { createHash } from "node:crypto";
var TYPE = {
  role: "library",
  collection: "library",
  source: "library",
  image: "container",
  release: "platform"
};
function bomOf(manifest, dependencies) {
  const { name, version, digest, committed_at } = manifest;
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: serialNumber(digest),
    version: 1,
    metadata: {
      timestamp: committed_at,
      tools: { components: [{ type: "application", name: "changeover" }] },
      component: {
        type: "data",
        "bom-ref": `release:${name}@${version}`,
        name,
        version,
        properties: [{ name: "changeover:digest", value: digest }]
      }
    },
    components: componentsOf(dependencies)
  };
}
function componentsOf(dependencies) {
  const byReference = /* @__PURE__ */ new Map();
  for (const dependency2 of dependencies) {
    const { kind, purl, version = "" } = dependency2;
    const reference = `${kind}:${purl}#${version}`;
    const places = byReference.get(reference);
    if (places) places.push(dependency2);
    else byReference.set(reference, [dependency2]);
  }
  return [...byReference].sort(([a], [b]) => a < b ? -1 : 1).map(([reference, places]) => component(reference, places));
}
function component(reference, places) {
  const [{ kind, name, version, pin, purl }] = places;
  return {
    type: TYPE[kind],
    "bom-ref": reference,
    name,
    ...version === void 0 ? {} : { version },
    purl,
    properties: [
      { name: "changeover:kind", value: kind },
      { name: "changeover:pin", value: pin }
    ],
    evidence: {
      occurrences: places.map(({ file, line }) => ({ location: file, line })).sort((a, b) => a.location === b.location ? a.line - b.line : a.location < b.location ? -1 : 1)
    }
  };
}
function serialNumber(digest) {
  const bytes = createHash("sha256").update(`changeover dependencies of ${digest}`).digest().subarray(0, 16);
  bytes.writeUInt8(bytes.readUInt8(6) & 15 | 128, 6);
  bytes.writeUInt8(bytes.readUInt8(8) & 63 | 128, 8);
  const hex = bytes.toString("hex");
  return `urn:uuid:${[0, 8, 12, 16, 20].map((at, index, all) => hex.slice(at, all[index + 1])).join("-")}`;
}

// src/release/dependencies/write.ts
async function writeDependencies(archive, manifest) {
  const path = dependenciesPath(archive);
  const bom = bomOf(manifest, await dependenciesOf(archive, manifest));
  await writeFileAtomic(path, `${JSON.stringify(bom, null, 2)}
`);
  return { path, ...countsOf(bom) };
}
function countsOf({ components }) {
  const pinned = components.filter(
    ({ properties }) => properties?.some(({ name, value }) => name === "changeover:pin" && /^(?:digest|version)$/.test(value))
  );
  return { total: components.length, unpinned: components.length - pinned.length };
}

// src/release/provenance/build-run.ts
var LOCAL_BUILDER = "urn:changeover:builder:local";
var PLATFORM = {
  event_name: "GITHUB_EVENT_NAME",
  repository_id: "GITHUB_REPOSITORY_ID",
  repository_owner_id: "GITHUB_REPOSITORY_OWNER_ID",
  runner_environment: "RUNNER_ENVIRONMENT"
};
function buildRunOf(env, startedOn) {
  const { GITHUB_ACTIONS, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt = "1", GITHUB_WORKFLOW_REF: workflow } = env;
  const known = GITHUB_ACTIONS === "true" && server && repository && run && workflow;
  if (!known) {
    return { builder: LOCAL_BUILDER, invocation: void 0, ref: void 0, startedOn, platform: {} };
  }
  return {
    builder: `${server}/${workflow}`,
    invocation: `${server}/${repository}/actions/runs/${run}/attempts/${attempt}`,
    ref: env.GITHUB_REF || void 0,
    startedOn,
    platform: Object.fromEntries(
      Object.entries(PLATFORM).flatMap(([key, name]) => env[name] ? [[key, env[name]]] : [])
    )
  };
}

// src/release/provenance/write.ts
async function describeRelease(made, run) {
  const archive = made.path;
  const sha256 = await sha256OfFile(archive);
  const there = await describedAlready(archive, sha256);
  const { statement, dependencies } = there ?? await describe(made, sha256, run);
  const bundle = { bundle: null, attestation_id: null, attestation_url: null };
  const provenance = { statement: statementPath(archive), ...bundle };
  return { result: { ...made, dependencies, provenance }, statement };
}
async function describe({ path: archive }, sha256, { env, startedOn, now }) {
  const manifest = await peekRelease(archive);
  const dependencies = await writeDependencies(archive, manifest);
  const listed = await sha256OfFile(dependencies.path);
  const statement = provenanceStatement({
    ...{ archive, sha256, manifest, finishedOn: now(), tool: packageVersion() },
    run: buildRunOf(env, startedOn),
    byproducts: [{ name: basename(dependencies.path), digest: { sha256: listed } }]
  });
  await writeFileAtomic(statementPath(archive), `${JSON.stringify(statement, null, 2)}
`);
  return { statement, dependencies };
}
async function describedAlready(archive, sha256) {
  try {
    const path = dependenciesPath(archive);
    const list = await readFile(path, "utf8");
    const listed = await sha256OfFile(path);
    const statement = JSON.parse(await readFile(statementPath(archive), "utf8"));
    const { subject, predicate } = statement;
    const [about] = subject;
    const [byproduct] = predicate.runDetails.byproducts ?? [];
    if (about?.digest.sha256 !== sha256 || about.name !== basename(archive)) return void 0;
    if (byproduct?.digest.sha256 !== listed) return void 0;
    return { statement, dependencies: { path, ...countsOf(JSON.parse(list)) } };
  } catch {
    return void 0;
  }
}
export {
  describeRelease
};
