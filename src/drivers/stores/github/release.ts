import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { type GitHubApi, type GitHubRequest, isObject } from '../../../platform/github-api.js'
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
import { asStore, malformed } from './errors.js'

/** The number of pages, of 100 releases each, that a search reads at most. */
const MAX_PAGES = 20
const PER_PAGE = 100

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
  /** Whether its upload was completed. */
  whole: boolean
  /** The release that its label names, when `put` wrote it. */
  release: StoredRelease | undefined
}

/**
 * Assets of a repository's GitHub releases: for releases that must outlive the artifacts.
 *
 * `put` creates the release of the tag `<version>` or `v<version>` as a draft when it is missing, uploads the assets and
 * publishes the draft. Each step first checks whether it is done already, so that a run that died can be continued.
 */
export class GitHubReleaseStore implements Store {
  readonly place: string

  constructor(
    private readonly gitHub: GitHubApi,
    private readonly repository: string,
  ) {
    this.place = `the releases of ${repository}`
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
    // a release that was deleted in the meantime has no companions
    const release = await this.published(found.version, signal)
    for (const asset of release?.assets ?? []) {
      const ending = endingAfter(archiveName(found), asset.file)
      if (ending !== undefined && asset.whole)
        await this.download(String(asset.id), `${file}${ending}`, signal)
    }
    return file
  }

  private async download(id: string, file: string, signal?: AbortSignal): Promise<void> {
    const route = `GET /repos/${this.repository}/releases/assets/${id}`
    const request = { permission: 'contents: read', accept: 'application/octet-stream', signal } as const
    await asStore(this.place, this.gitHub.download(route, file, request))
  }

  private async published(version: string, signal?: AbortSignal): Promise<GitHubRelease | undefined> {
    for (const tag of tagsOf(version)) {
      const more = { allowMissing: true, signal }
      const found = await this.request(`GET /releases/tags/${encodeURIComponent(tag)}`, more)
      if (found !== undefined) return this.read(found)
    }
    return undefined
  }

  /** A draft has no tag yet: only the list of all releases contains it. */
  private async drafted(version: string, signal?: AbortSignal): Promise<GitHubRelease | undefined> {
    const tags = tagsOf(version)
    return (await this.all(signal)).find(({ draft, tag }) => draft && tags.includes(tag))
  }

  private async all(signal?: AbortSignal): Promise<GitHubRelease[]> {
    const found: GitHubRelease[] = []
    for (let page = 1; page <= MAX_PAGES; page++) {
      const parameters = { page, per_page: PER_PAGE }
      const items = await this.request('GET /releases', { parameters, signal })
      if (!Array.isArray(items)) throw malformed(this.place)
      found.push(...items.map((item) => this.read(item)))
      if (items.length < PER_PAGE) break
    }
    return found
  }

  private async draft(packed: PackedRelease, signal?: AbortSignal): Promise<GitHubRelease> {
    const parameters = {
      tag_name: packed.version,
      target_commitish: packed.commit,
      name: `${packed.name} ${packed.version}`,
      body: `${archiveName(packed)}: \`${packed.digest}\``,
      draft: true,
    }
    return this.read(await this.request('POST /releases', { parameters, signal }))
  }

  private async upload(
    archive: string,
    packed: PackedRelease,
    release: GitHubRelease,
    signal?: AbortSignal,
  ): Promise<Asset> {
    const file = archiveName(packed)
    // the archive comes last: once it is there, its companions are too
    for (const { path, ending } of await companionsOf(archive)) {
      await this.uploadAsset(path, `${file}${ending}`, '', release, signal)
    }
    const asset = await this.uploadAsset(archive, file, labelOf(packed), release, signal)
    if (!asset) throw malformed(this.place)
    return asset
  }

  /** Upload a file. It replaces what an interrupted upload left. */
  private async uploadAsset(
    path: string,
    file: string,
    label: string,
    release: GitHubRelease,
    signal?: AbortSignal,
  ): Promise<Asset | undefined> {
    const left = release.assets.find((asset) => asset.file === file && (!asset.whole || label === ''))
    // a repeated request may find it gone
    if (left) await this.request(`DELETE /releases/assets/${left.id}`, { allowMissing: true, signal })
    const query = new URLSearchParams({ name: file, ...(label === '' ? {} : { label }) })
    const upload = await openAsBlob(path)
    const request = { permission: 'contents: write', upload, signal } as const
    const route = `POST ${release.uploadUrl}?${query}`
    return assetIn(await asStore(this.place, this.gitHub.request(route, request)))
  }

  private async publish({ id }: GitHubRelease, signal?: AbortSignal): Promise<string> {
    const parameters = { draft: false }
    return this.read(await this.request(`PATCH /releases/${id}`, { parameters, signal })).url
  }

  /** @param route a method, and a path below the repository's */
  private request(route: string, more: Omit<GitHubRequest, 'permission'>): Promise<unknown> {
    const permission = route.startsWith('GET ') ? 'contents: read' : 'contents: write'
    const whole = route.replace(' ', ` /repos/${this.repository}`)
    return asStore(this.place, this.gitHub.request(whole, { permission, ...more }))
  }

  private read(item: unknown): GitHubRelease {
    if (!isObject(item)) throw malformed(this.place)
    const { id, tag_name: tag, draft, html_url: url, upload_url: template, assets } = item
    const uploadUrl = typeof template === 'string' ? template.replace(/\{.*$/, '') : ''
    const isComplete = Number.isSafeInteger(id) && URL.canParse(uploadUrl)
    if (!isComplete || typeof tag !== 'string' || typeof url !== 'string') throw malformed(this.place)
    // the token is sent there: never without TLS when the API has it
    if (new URL(uploadUrl).protocol !== new URL(this.gitHub.url).protocol) throw malformed(this.place)
    return {
      ...{ id: Number(id), tag, url, uploadUrl },
      draft: draft === true,
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
