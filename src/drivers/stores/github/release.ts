import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { companionsOf, endingAfter } from '../companions.js'
import {
  archiveName,
  isWanted,
  onlyOne,
  type PackedRelease,
  type Reference,
  refuseOther,
  type Store,
  type StoredRelease,
  storedRelease,
  type Wanted,
} from '../store.js'
import { type GitHubAccess, GitHubApi, isObject, malformed } from './api.js'

/** The most pages of 100 releases that are looked through. */
const MOST_PAGES = 20

interface GitHubRelease {
  id: number
  tag: string
  draft: boolean
  url: string
  uploadUrl: string
  assets: Asset[]
}

interface Asset {
  id: number
  file: string
  /** Its upload was finished. */
  whole: boolean
  /** What its label says, when `put` wrote it. */
  release: StoredRelease | undefined
}

/**
 * Assets of a repository's GitHub releases: for releases that must outlive the artifacts.
 *
 * The release of the tag, `<version>` or `v<version>`, is made as a draft when it is missing, the asset uploaded and
 * the draft published. Each step looks first whether it is done: a run that died is gone on with.
 */
export class GitHubReleaseStore implements Store {
  readonly place: string
  private readonly api: GitHubApi

  constructor(access: GitHubAccess) {
    this.place = `the releases of ${access.repository}`
    this.api = new GitHubApi(access, this.place)
  }

  async put(archive: string, packed: PackedRelease, signal?: AbortSignal): Promise<Reference> {
    const existing =
      (await this.published(packed.version, signal)) ?? (await this.drafted(packed.version, signal))
    const release = existing ?? (await this.draft(packed, signal))
    const stored = release.assets.flatMap((asset) => (asset.whole && asset.release) || [])
    refuseOther(stored, packed, this.place)
    const kept = release.assets.find(
      (asset) => asset.whole && asset.release?.digest === packed.digest && asset.file === archiveName(packed),
    )
    const asset = kept ?? (await this.upload(archive, packed, release, signal))
    const url = release.draft ? await this.publish(release, signal) : release.url
    return reference(asset, packed, url)
  }

  async find(wanted: Wanted, signal?: AbortSignal): Promise<Reference | undefined> {
    const { version } = wanted
    const releases = version === undefined ? await this.all(signal) : [await this.published(version, signal)]
    const fitting = releases.flatMap((release) =>
      release && !release.draft
        ? release.assets.flatMap((asset) =>
            asset.whole && asset.release && isWanted(asset.release, wanted)
              ? reference(asset, asset.release, release.url)
              : [],
          )
        : [],
    )
    return onlyOne(fitting, this.place)
  }

  async fetch(found: Reference, folder: string, signal?: AbortSignal): Promise<string> {
    const file = join(folder, archiveName(found))
    await this.download(found.id, file, signal)
    // a release that is gone meanwhile has nothing beside it
    const release = await this.published(found.version, signal)
    for (const asset of release?.assets ?? []) {
      const ending = endingAfter(archiveName(found), asset.file)
      if (ending !== undefined && asset.whole)
        await this.download(String(asset.id), `${file}${ending}`, signal)
    }
    return file
  }

  private async download(id: string, file: string, signal?: AbortSignal): Promise<void> {
    const path = `/releases/assets/${id}`
    await this.api.download(path, 'application/octet-stream', file, 'contents: read', signal)
  }

  private async published(version: string, signal?: AbortSignal): Promise<GitHubRelease | undefined> {
    for (const tag of tagsOf(version)) {
      const path = `/releases/tags/${encodeURIComponent(tag)}`
      const found = await this.api.json(path, 'contents: read', { missing: true }, signal)
      if (found !== undefined) return this.read(found)
    }
    return undefined
  }

  /** A draft has no tag yet: only the list has it. */
  private async drafted(version: string, signal?: AbortSignal): Promise<GitHubRelease | undefined> {
    const tags = tagsOf(version)
    return (await this.all(signal)).find(({ draft, tag }) => draft && tags.includes(tag))
  }

  private async all(signal?: AbortSignal): Promise<GitHubRelease[]> {
    const found: GitHubRelease[] = []
    for (let page = 1; page <= MOST_PAGES; page++) {
      const path = `/releases?per_page=100&page=${page}`
      const answer = await this.api.json(path, 'contents: read', {}, signal)
      if (!Array.isArray(answer)) throw malformed(this.place)
      found.push(...answer.map((item) => this.read(item)))
      if (answer.length < 100) break
    }
    return found
  }

  private async draft(packed: PackedRelease, signal?: AbortSignal): Promise<GitHubRelease> {
    const body = {
      tag_name: packed.version,
      target_commitish: packed.commit,
      name: `${packed.name} ${packed.version}`,
      body: `${archiveName(packed)}: \`${packed.digest}\``,
      draft: true,
    }
    return this.read(await this.api.json('/releases', 'contents: write', { method: 'POST', body }, signal))
  }

  private async upload(
    archive: string,
    packed: PackedRelease,
    release: GitHubRelease,
    signal?: AbortSignal,
  ): Promise<Asset> {
    const file = archiveName(packed)
    // the archive comes last: where it is, all that lies beside it is there
    for (const { path, ending } of await companionsOf(archive)) {
      await this.uploadAsset(path, `${file}${ending}`, '', release, signal)
    }
    const asset = await this.uploadAsset(archive, file, labelOf(packed), release, signal)
    if (!asset) throw malformed(this.place)
    return asset
  }

  /** Upload a file in the place of what an upload that was not finished has left. */
  private async uploadAsset(
    path: string,
    file: string,
    label: string,
    release: GitHubRelease,
    signal?: AbortSignal,
  ): Promise<Asset | undefined> {
    const left = release.assets.find((asset) => asset.file === file && (!asset.whole || label === ''))
    if (left) await this.api.remove(`/releases/assets/${left.id}`, 'contents: write', signal)
    const url = `${release.uploadUrl}?${new URLSearchParams({ name: file, ...(label === '' ? {} : { label }) })}`
    return assetIn(await this.api.upload(url, await openAsBlob(path), 'contents: write', signal))
  }

  private async publish({ id }: GitHubRelease, signal?: AbortSignal): Promise<string> {
    const change = { method: 'PATCH' as const, body: { draft: false } }
    return this.read(await this.api.json(`/releases/${id}`, 'contents: write', change, signal)).url
  }

  private read(item: unknown): GitHubRelease {
    if (!isObject(item)) throw malformed(this.place)
    const { id, tag_name: tag, draft, html_url: url, upload_url: uploadUrl, assets } = item
    if (!Number.isSafeInteger(id) || typeof tag !== 'string' || typeof url !== 'string')
      throw malformed(this.place)
    if (typeof uploadUrl !== 'string' || !URL.canParse(uploadUrl.replace(/\{.*$/, '')))
      throw malformed(this.place)
    return {
      id: Number(id),
      tag,
      draft: draft === true,
      url,
      uploadUrl: uploadUrl.replace(/\{.*$/, ''),
      assets: Array.isArray(assets) ? assets.flatMap((asset) => assetIn(asset) ?? []) : [],
    }
  }
}

function tagsOf(version: string): string[] {
  return [version, `v${version}`]
}

function labelOf({ name, version, digest }: StoredRelease): string {
  return `${name} ${version} ${digest}`
}

function assetIn(item: unknown): Asset | undefined {
  if (!isObject(item) || !Number.isSafeInteger(item.id) || typeof item.name !== 'string') return undefined
  const label = typeof item.label === 'string' ? item.label : ''
  const [, name, version, digest] = /^(\S+) (\S+) (sha256:[0-9a-f]{64})$/.exec(label) ?? []
  return {
    id: Number(item.id),
    file: item.name,
    whole: item.state === 'uploaded',
    release: storedRelease(name, version, digest),
  }
}

function reference(asset: Asset, { name, version, digest }: StoredRelease, url: string): Reference {
  return { name, version, digest, id: String(asset.id), url }
}
