import { join } from 'node:path'
import { UserError } from '../../../platform/errors.js'
import { type GitHubApi, isObject } from '../../../platform/github-api.js'
import {
  archiveName,
  isWanted,
  onlyOne,
  type Reference,
  type Store,
  type StoredRelease,
  storedRelease,
  type Wanted,
} from '../store.js'
import { asStore, malformed } from './errors.js'

/** The number of pages, of 100 artifacts each, that a search reads at most. */
const MAX_PAGES = 20
const PER_PAGE = 100

/**
 * The name of a release's artifact. It contains name, version and digest of the release, so that each of them finds it.
 * The archive is uploaded as it is, not in a zip file.
 */
export function artifactName({ name, version, digest }: StoredRelease): string {
  return `changeover-${name}-${version}.${digest.replace(':', '-')}.tar.gz`
}

/**
 * The release that an artifact's name describes, or `undefined`. The name of the cloud and the version are separated by a
 * dash, and both may contain dashes: `wanted` tells where one ends, otherwise the first number does.
 */
export function releaseOfArtifact(artifact: string, wanted: Wanted): StoredRelease | undefined {
  const match = /^changeover-(.+)\.sha256-([0-9a-f]{64})\.tar\.gz$/.exec(artifact)
  const [, names = '', hex = ''] = match ?? []
  const end = endOfName(names, wanted)
  return end < 1 ? undefined : storedRelease(names.slice(0, end), names.slice(end + 1), `sha256:${hex}`)
}

function endOfName(names: string, { name, version }: Wanted): number {
  if (name !== undefined) return names.startsWith(`${name}-`) ? name.length : -1
  if (version !== undefined) return names.endsWith(`-${version}`) ? names.length - version.length - 1 : -1
  const dash = names.search(/-(?=v?\d)/)
  return dash === -1 ? names.lastIndexOf('-') : dash
}

interface Artifact {
  id: number
  release: StoredRelease
  expired: boolean
  /** When it expired or will expire, if GitHub tells. */
  expiresAt: string | undefined
  run: number
}

/** The artifacts of all workflow runs of a repository. This store can only read. */
export class GitHubArtifactStore implements Store {
  readonly place: string

  constructor(
    private readonly gitHub: GitHubApi,
    private readonly repository: string,
  ) {
    this.place = `the artifacts of ${repository}`
  }

  async put(): Promise<Reference> {
    throw new UserError('store_read_only', 'Only the action can upload artifacts, in a workflow run.', {
      remedy: 'Use the action "package" there, and another store here.',
    })
  }

  async find(wanted: Wanted, signal?: AbortSignal): Promise<Reference | undefined> {
    const fitting = await this.fitting(wanted, signal)
    const found = onlyOne(
      fitting.filter(({ expired }) => !expired).map((artifact) => this.reference(artifact)),
      this.place,
    )
    const [gone] = fitting
    if (found || !gone) return found
    const { name, version } = gone.release
    const when = gone.expiresAt === undefined ? '' : ` at ${gone.expiresAt}`
    throw new UserError('release_expired', `The artifact of ${name} ${version} expired${when}.`, {
      remedy:
        'Package it again from the same commit: the digest stays the same. To keep releases, use the store github-release:.',
    })
  }

  async fetch(reference: Reference, folder: string, signal?: AbortSignal): Promise<string> {
    const file = join(folder, archiveName(reference))
    const route = `GET /repos/${this.repository}/actions/artifacts/${reference.id}/zip`
    await asStore(this.place, this.gitHub.download(route, file, { permission: 'actions: read', signal }))
    return file
  }

  /** All artifacts that are `wanted`, newest first, including expired ones. */
  private async fitting(wanted: Wanted, signal?: AbortSignal): Promise<Artifact[]> {
    const { name, version, digest } = wanted
    const exact = name !== undefined && version !== undefined && digest !== undefined
    const query = exact ? { name: artifactName({ name, version, digest }) } : {}
    const found: Artifact[] = []
    for (let page = 1; page <= MAX_PAGES; page++) {
      const items = await this.page({ ...query, page, per_page: PER_PAGE }, signal)
      for (const item of items) {
        const artifact = artifactIn(item, wanted)
        if (artifact && isWanted(artifact.release, wanted)) found.push(artifact)
      }
      if (items.length < PER_PAGE) break
    }
    return found
  }

  private async page(parameters: Record<string, unknown>, signal?: AbortSignal): Promise<unknown[]> {
    const route = `GET /repos/${this.repository}/actions/artifacts`
    const request = { permission: 'actions: read', parameters, signal } as const
    const data = await asStore(this.place, this.gitHub.request(route, request))
    if (!isObject(data) || !Array.isArray(data.artifacts)) throw malformed(this.place)
    return data.artifacts
  }

  private reference({ id, release, run }: Artifact): Reference {
    const server = /\/\/api\./.test(this.gitHub.url)
      ? 'https://github.com'
      : this.gitHub.url.replace(/\/api\/v3$/, '')
    const url = `${server}/${this.repository}/actions/runs/${run}/artifacts/${id}`
    return { ...release, id: String(id), url }
  }
}

/**
 * The release in one item of GitHub's list, or `undefined`. Artifacts that a run for a fork uploaded do not count:
 * anyone can give an artifact any name there.
 */
function artifactIn(item: unknown, wanted: Wanted): Artifact | undefined {
  if (!isObject(item) || typeof item.name !== 'string' || !Number.isSafeInteger(item.id)) return undefined
  const release = releaseOfArtifact(item.name, wanted)
  const run = isObject(item.workflow_run) ? item.workflow_run : {}
  if (!release || typeof run.id !== 'number') return undefined
  if (run.repository_id === undefined || run.head_repository_id !== run.repository_id) return undefined
  return {
    id: Number(item.id),
    release,
    expired: item.expired === true,
    expiresAt: typeof item.expires_at === 'string' ? item.expires_at : undefined,
    run: run.id,
  }
}
