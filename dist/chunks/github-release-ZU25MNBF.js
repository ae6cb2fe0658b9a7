import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GitHubApi,
  isObject,
  malformed
} from "./chunk-BDYEJGLL.js";
import {
  companionsOf,
  endingAfter
} from "./chunk-XNRCI26D.js";
import "./chunk-LGEIZY6T.js";
import "./chunk-OOEUXFNT.js";
import {
  archiveName,
  isWanted,
  onlyOne,
  refuseOther,
  storedRelease
} from "./chunk-D3BQ53FD.js";
import "./chunk-FB2AN6SX.js";
import "./chunk-WRJK5PWJ.js";

// src/drivers/stores/github-release.ts
import { openAsBlob } from "node:fs";
import { join } from "node:path";
var MOST_PAGES = 20;
var GitHubReleaseStore = class {
  place;
  api;
  constructor(access) {
    this.place = `the releases of ${access.repository}`;
    this.api = new GitHubApi(access, this.place);
  }
  async put(archive, packed, signal) {
    const existing = await this.published(packed.version, signal) ?? await this.drafted(packed.version, signal);
    const release = existing ?? await this.draft(packed, signal);
    const stored = release.assets.flatMap((asset2) => asset2.whole && asset2.release || []);
    refuseOther(stored, packed, this.place);
    const kept = release.assets.find(
      (asset2) => asset2.whole && asset2.release?.digest === packed.digest && asset2.file === archiveName(packed)
    );
    const asset = kept ?? await this.upload(archive, packed, release, signal);
    const url = release.draft ? await this.publish(release, signal) : release.url;
    return reference(asset, packed, url);
  }
  async find(wanted, signal) {
    const { version } = wanted;
    const releases = version === void 0 ? await this.all(signal) : [await this.published(version, signal)];
    const fitting = releases.flatMap(
      (release) => release && !release.draft ? release.assets.flatMap(
        (asset) => asset.whole && asset.release && isWanted(asset.release, wanted) ? reference(asset, asset.release, release.url) : []
      ) : []
    );
    return onlyOne(fitting, this.place);
  }
  async fetch(found, folder, signal) {
    const file = join(folder, archiveName(found));
    await this.download(found.id, file, signal);
    const release = await this.published(found.version, signal);
    for (const asset of release?.assets ?? []) {
      const ending = endingAfter(archiveName(found), asset.file);
      if (ending !== void 0 && asset.whole)
        await this.download(String(asset.id), `${file}${ending}`, signal);
    }
    return file;
  }
  async download(id, file, signal) {
    const path = `/releases/assets/${id}`;
    await this.api.download(path, "application/octet-stream", file, "contents: read", signal);
  }
  async published(version, signal) {
    for (const tag of tagsOf(version)) {
      const path = `/releases/tags/${encodeURIComponent(tag)}`;
      const found = await this.api.json(path, "contents: read", { missing: true }, signal);
      if (found !== void 0) return this.read(found);
    }
    return void 0;
  }
  /** A draft has no tag yet: only the list has it. */
  async drafted(version, signal) {
    const tags = tagsOf(version);
    return (await this.all(signal)).find(({ draft, tag }) => draft && tags.includes(tag));
  }
  async all(signal) {
    const found = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const path = `/releases?per_page=100&page=${page}`;
      const answer = await this.api.json(path, "contents: read", {}, signal);
      if (!Array.isArray(answer)) throw malformed(this.place);
      found.push(...answer.map((item) => this.read(item)));
      if (answer.length < 100) break;
    }
    return found;
  }
  async draft(packed, signal) {
    const body = {
      tag_name: packed.version,
      target_commitish: packed.commit,
      name: `${packed.name} ${packed.version}`,
      body: `${archiveName(packed)}: \`${packed.digest}\``,
      draft: true
    };
    return this.read(await this.api.json("/releases", "contents: write", { method: "POST", body }, signal));
  }
  async upload(archive, packed, release, signal) {
    const file = archiveName(packed);
    for (const { path, ending } of await companionsOf(archive)) {
      await this.uploadAsset(path, `${file}${ending}`, "", release, signal);
    }
    const asset = await this.uploadAsset(archive, file, labelOf(packed), release, signal);
    if (!asset) throw malformed(this.place);
    return asset;
  }
  /** Upload a file in the place of what an upload that was not finished has left. */
  async uploadAsset(path, file, label, release, signal) {
    const left = release.assets.find((asset) => asset.file === file && (!asset.whole || label === ""));
    if (left) await this.api.remove(`/releases/assets/${left.id}`, "contents: write", signal);
    const url = `${release.uploadUrl}?${new URLSearchParams({ name: file, ...label === "" ? {} : { label } })}`;
    return assetIn(await this.api.upload(url, await openAsBlob(path), "contents: write", signal));
  }
  async publish({ id }, signal) {
    const change = { method: "PATCH", body: { draft: false } };
    return this.read(await this.api.json(`/releases/${id}`, "contents: write", change, signal)).url;
  }
  read(item) {
    if (!isObject(item)) throw malformed(this.place);
    const { id, tag_name: tag, draft, html_url: url, upload_url: uploadUrl, assets } = item;
    if (!Number.isSafeInteger(id) || typeof tag !== "string" || typeof url !== "string")
      throw malformed(this.place);
    if (typeof uploadUrl !== "string" || !URL.canParse(uploadUrl.replace(/\{.*$/, "")))
      throw malformed(this.place);
    return {
      id: Number(id),
      tag,
      draft: draft === true,
      url,
      uploadUrl: uploadUrl.replace(/\{.*$/, ""),
      assets: Array.isArray(assets) ? assets.flatMap((asset) => assetIn(asset) ?? []) : []
    };
  }
};
function tagsOf(version) {
  return [version, `v${version}`];
}
function labelOf({ name, version, digest }) {
  return `${name} ${version} ${digest}`;
}
function assetIn(item) {
  if (!isObject(item) || !Number.isSafeInteger(item.id) || typeof item.name !== "string") return void 0;
  const label = typeof item.label === "string" ? item.label : "";
  const [, name, version, digest] = /^(\S+) (\S+) (sha256:[0-9a-f]{64})$/.exec(label) ?? [];
  return {
    id: Number(item.id),
    file: item.name,
    whole: item.state === "uploaded",
    release: storedRelease(name, version, digest)
  };
}
function reference(asset, { name, version, digest }, url) {
  return { name, version, digest, id: String(asset.id), url };
}
export {
  GitHubReleaseStore
};
