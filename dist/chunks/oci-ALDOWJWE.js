import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  companionsOf,
  endingAfter
} from "./chunk-XNRCI26D.js";
import {
  PATIENCE,
  StoreHttp,
  webUrl
} from "./chunk-LGEIZY6T.js";
import "./chunk-OOEUXFNT.js";
import {
  archiveName,
  isWanted,
  onlyOne,
  refuseOther,
  storedRelease
} from "./chunk-D3BQ53FD.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/drivers/stores/oci.ts
import { createHash as createHash2 } from "node:crypto";
import { createReadStream, openAsBlob } from "node:fs";
import { join as join2 } from "node:path";
import { pipeline } from "node:stream/promises";

// src/drivers/stores/oci-auth.ts
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
async function secretFor(registry, env) {
  const { CHANGEOVER_REGISTRY_USER: user, CHANGEOVER_REGISTRY_PASSWORD: password } = env;
  if (user && password) return Buffer.from(`${user}:${password}`).toString("base64");
  const files = [
    env.REGISTRY_AUTH_FILE,
    join(env.DOCKER_CONFIG || join(env.HOME || homedir(), ".docker"), "config.json"),
    env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, "containers", "auth.json")
  ];
  for (const file of files) {
    const text = file ? await readFile(file, "utf8").catch(() => void 0) : void 0;
    const secret = text === void 0 ? void 0 : loginIn(text, registry, file ?? "");
    if (secret) return secret;
  }
  return void 0;
}
function loginIn(text, registry, file) {
  try {
    const auths = JSON.parse(text).auths ?? {};
    const auth = (auths[registry] ?? auths[`https://${registry}`])?.auth;
    return typeof auth === "string" && auth !== "" ? auth : void 0;
  } catch (cause) {
    throw new UserError("registry_login_unreadable", `${file} is not JSON.`, {
      remedy: "Log in again with docker login or podman login, or set CHANGEOVER_REGISTRY_USER and _PASSWORD.",
      cause
    });
  }
}
async function answerTo(header, secret, registryUrl, http, signal) {
  const { scheme, parameters } = challengeIn(header);
  if (scheme === "basic") return secret && `Basic ${secret}`;
  const realm = webUrl(parameters.realm);
  if (scheme !== "bearer" || !realm) return void 0;
  if (realm.protocol !== "https:" && realm.protocol !== registryUrl.protocol) return void 0;
  for (const name of ["service", "scope"]) {
    const value = parameters[name];
    if (value !== void 0) realm.searchParams.set(name, value);
  }
  const headers = secret ? { authorization: `Basic ${secret}` } : {};
  const { status, text } = await http.ask({ url: realm, headers }, signal);
  const token = status === 200 ? tokenIn(text) : void 0;
  return token && `Bearer ${token}`;
}
function challengeIn(header) {
  const [, scheme = "", rest = ""] = /^\s*([A-Za-z]+)\s*(.*)$/s.exec(header) ?? [];
  const pairs = [...rest.matchAll(/([a-z_]+)="([^"]*)"/gi)];
  const parameters = Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name.toLowerCase(), value]));
  return { scheme: scheme.toLowerCase(), parameters };
}
function tokenIn(text) {
  try {
    const { token, access_token: access } = JSON.parse(text);
    const value = token ?? access;
    return typeof value === "string" && /^[\x21-\x7e]+$/.test(value) ? value : void 0;
  } catch {
    return void 0;
  }
}

// src/drivers/stores/oci-registry.ts
import { createHash } from "node:crypto";
var MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
var OciRegistry = class {
  constructor(access, place) {
    this.access = access;
    this.place = place;
    this.http = new StoreHttp(place, access.patience ?? PATIENCE);
    const { registry, repository } = access;
    const local = /^(localhost|127(\.\d+){3}|\[::1\])(:|$)/.test(registry);
    this.base = new URL(`${local ? "http" : "https"}://${registry}/v2/${repository}/`);
  }
  access;
  place;
  http;
  base;
  authorization;
  /** The manifest of a tag, or `undefined` when there is none. */
  async manifest(tag, signal) {
    const headers = { accept: MANIFEST_TYPE };
    const answer = await this.ask({ url: this.url(`manifests/${tag}`), headers }, signal);
    if (answer.status === 404) return void 0;
    if (answer.status !== 200) throw this.refusal(answer);
    return this.parsed(answer.text);
  }
  async putManifest(tag, manifest, signal) {
    const headers = { "content-type": MANIFEST_TYPE };
    const call = { method: "PUT", url: this.url(`manifests/${tag}`), headers, body: manifest };
    const answer = await this.ask(call, signal);
    if (answer.status !== 201) throw this.refusal(answer);
  }
  /** Every tag of the repository, at most some thousands. */
  async tags(signal) {
    const found = [];
    let url = this.url("tags/list?n=1000");
    for (let page = 0; url && page < 20; page++) {
      const answer = await this.ask({ url }, signal);
      if (answer.status === 404) break;
      if (answer.status !== 200) throw this.refusal(answer);
      const data = this.parsed(answer.text);
      if (Array.isArray(data?.tags)) found.push(...data.tags.filter((tag) => typeof tag === "string"));
      const [, next] = /^<([^>]*)>\s*;\s*rel="?next"?/.exec(answer.headers.get("link") ?? "") ?? [];
      url = webUrl(next, url);
      if (url && url.origin !== this.base.origin) break;
    }
    return found;
  }
  /** Upload a blob, unless the registry has it. */
  async putBlob(blob, digest, signal) {
    const there = await this.ask({ method: "HEAD", url: this.url(`blobs/${digest}`) }, signal);
    if (there.status === 200) return;
    const begun = await this.ask(
      { method: "POST", url: this.url("blobs/uploads/"), repeatable: true },
      signal
    );
    const location = webUrl(begun.headers.get("location"), this.base);
    if (begun.status !== 202 || !location) throw this.refusal(begun);
    location.searchParams.set("digest", digest);
    const headers = { "content-type": "application/octet-stream" };
    const put = { method: "PUT", url: location, headers, body: blob, repeatable: false };
    const answer = await this.ask(put, signal);
    if (answer.status !== 201) throw this.refusal(answer);
  }
  /** Write a blob into a new file; a registry may keep it elsewhere, where the login is not sent. */
  async getBlob(digest, file, signal) {
    const call = { url: this.url(`blobs/${digest}`) };
    let answer = await this.answered(call, (signed) => this.http.download(signed, file, signal), signal);
    if ([302, 303, 307, 308].includes(answer.status)) {
      const location = webUrl(answer.headers.get("location"), call.url);
      if (location) answer = await this.http.download({ url: location }, file, signal);
    }
    if (answer.status !== 200) throw this.refusal(answer);
  }
  ask(call, signal) {
    return this.answered(call, (signed) => this.http.ask(signed, signal), signal);
  }
  /** Do a call; when the registry wants a login, give it and do the call once more. */
  async answered(call, work, signal) {
    const answer = await work(this.signed(call));
    const challenge = answer.headers.get("www-authenticate");
    if (answer.status !== 401 || challenge === null) return answer;
    this.authorization = await answerTo(challenge, this.access.secret, this.base, this.http, signal);
    return this.authorization === void 0 ? answer : work(this.signed(call));
  }
  signed(call) {
    const ours = new URL(call.url).origin === this.base.origin;
    if (!ours || this.authorization === void 0) return call;
    return { ...call, headers: { ...call.headers, authorization: this.authorization } };
  }
  url(path) {
    return new URL(path, this.base);
  }
  parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      throw new UserError("store_refused", `${this.place} answers with something that is not JSON.`, {
        remedy: "Check that the address is that of a registry."
      });
    }
  }
  refusal({ status, text }) {
    const said = /"message"\s*:\s*"([^"\\\0-\x1f]{1,200})"/.exec(text)?.[1];
    const why = `the registry answers ${status}${said === void 0 ? "" : `: ${said}`}`;
    if (status === 401 || status === 403) {
      return new UserError("store_denied", `${this.place}: ${why}.`, {
        remedy: "Log in with docker login or podman login, or set CHANGEOVER_REGISTRY_USER and CHANGEOVER_REGISTRY_PASSWORD."
      });
    }
    return new UserError("store_refused", `${this.place}: ${why}.`, {
      remedy: "Check the address, and that the registry takes OCI artifacts."
    });
  }
};
function sha256Of(content) {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

// src/drivers/stores/oci.ts
var ARTIFACT_TYPE = "application/vnd.changeover.release.v1";
var LAYER_TYPE = "application/vnd.changeover.release.v1.tar+gzip";
var BESIDE_TYPE = "application/json";
var TITLE = "org.opencontainers.image.title";
var ANNOTATION = "io.changeover.release";
var EMPTY = "{}";
var EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
async function ociStore({ registry, repository }, env) {
  return new OciStore({ registry, repository, secret: await secretFor(registry, env) });
}
var OciStore = class {
  place;
  registry;
  constructor(access) {
    this.place = `oci://${access.registry}/${access.repository}`;
    this.registry = new OciRegistry(access, this.place);
  }
  async put(archive, packed, signal) {
    const existing = await this.at(tagOf(packed), signal);
    if (existing) {
      refuseOther([existing], packed, this.place);
      return existing;
    }
    const name = archiveName(packed);
    const layers = [await this.upload(archive, LAYER_TYPE, name, signal)];
    for (const { path, ending } of await companionsOf(archive)) {
      layers.push(await this.upload(path, BESIDE_TYPE, `${name}${ending}`, signal));
    }
    await this.registry.putBlob(new Blob([EMPTY]), sha256Of(EMPTY), signal);
    const manifest = manifestOf(packed, layers);
    await this.registry.putManifest(digestTag(packed.digest), manifest, signal);
    await this.registry.putManifest(tagOf(packed), manifest, signal);
    const kept = await this.at(tagOf(packed), signal);
    if (kept) refuseOther([kept], packed, this.place);
    return this.reference(packed, layers[0]?.digest ?? "");
  }
  async find(wanted, signal) {
    const found = [];
    for (const tag of await this.tagsFor(wanted, signal)) {
      const reference = await this.at(tag, signal);
      if (reference && isWanted(reference, wanted)) found.push(reference);
    }
    return onlyOne(found, this.place);
  }
  async fetch(reference, folder, signal) {
    const name = archiveName(reference);
    const file = join2(folder, name);
    await this.registry.getBlob(reference.id, file, signal);
    const { layers } = await this.read(tagOf(reference), signal);
    for (const { digest, annotations } of layers) {
      const ending = endingAfter(name, annotations?.[TITLE] ?? "");
      if (ending !== void 0) await this.registry.getBlob(digest, `${file}${ending}`, signal);
    }
    return file;
  }
  async upload(path, mediaType, title, signal) {
    const blob = await openAsBlob(path);
    const digest = await digestOfFile(path);
    await this.registry.putBlob(blob, digest, signal);
    return { mediaType, digest, size: blob.size, annotations: { [TITLE]: title } };
  }
  async tagsFor({ name, version, digest }, signal) {
    if (digest !== void 0) return [digestTag(digest)];
    if (name !== void 0 && version !== void 0) return [tagOf({ name, version })];
    const end = version === void 0 ? "" : tagOf({ name: "", version });
    const tags = await this.registry.tags(signal);
    return tags.filter((tag) => !tag.startsWith("sha256-") && tag.endsWith(end));
  }
  async at(tag, signal) {
    const { release, layers } = await this.read(tag, signal);
    const [layer, ...more] = layers.filter(({ mediaType }) => mediaType === LAYER_TYPE);
    return release && layer && more.length === 0 ? this.reference(release, layer.digest) : void 0;
  }
  /** What a tag says: the release, if it is one, and the layers that are understood. */
  async read(tag, signal) {
    const manifest = await this.registry.manifest(tag, signal);
    const { annotations, layers } = manifest ?? {};
    return {
      release: releaseIn(annotations),
      layers: Array.isArray(layers) ? layers.flatMap((layer) => layerIn(layer) ?? []) : []
    };
  }
  reference({ name, version, digest }, layer) {
    return { name, version, digest, id: layer, url: null };
  }
};
function tagOf({ name, version }) {
  return `${name}-${version}`.replaceAll("+", "_");
}
function digestTag(digest) {
  return digest.replace(":", "-");
}
function manifestOf(packed, layers) {
  const { name, version, digest, commit } = packed;
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: ARTIFACT_TYPE,
    config: { mediaType: EMPTY_TYPE, digest: sha256Of(EMPTY), size: EMPTY.length },
    layers,
    annotations: {
      [TITLE]: name,
      "org.opencontainers.image.version": version,
      "org.opencontainers.image.revision": commit,
      [`${ANNOTATION}.digest`]: digest
    }
  });
}
function releaseIn(annotations) {
  if (typeof annotations !== "object" || annotations === null) return void 0;
  const texts = annotations;
  return storedRelease(texts[TITLE], texts["org.opencontainers.image.version"], texts[`${ANNOTATION}.digest`]);
}
function layerIn(item) {
  if (typeof item !== "object" || item === null) return void 0;
  const { mediaType, digest, size, annotations } = item;
  if (typeof mediaType !== "string" || typeof digest !== "string") return void 0;
  if (!/^sha256:[0-9a-f]{64}$/.test(digest)) return void 0;
  const title = annotations?.[TITLE];
  const named = typeof title === "string" ? { annotations: { [TITLE]: title } } : {};
  return { mediaType, digest, size: Number(size), ...named };
}
async function digestOfFile(path) {
  const hash = createHash2("sha256");
  await pipeline(createReadStream(path), hash);
  return `sha256:${hash.digest("hex")}`;
}
export {
  OciStore,
  ociStore
};
