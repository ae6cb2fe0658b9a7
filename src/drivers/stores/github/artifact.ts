import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../platform/errors.js'
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
import { type GitHubAccess, GitHubApi, isObject, malformed } from './api.js'

/** The most pages of 100 artifacts that are looked through. */
const MOST_PAGES = 20

/**
 * What an artifact is called. It holds all names of the release, so that it is found by each of them; the archive
 * is uploaded as it is, not in a zip.
 */
export function artifactName({ name, version, digest }: StoredRelease): string {
  return `changeover-${name}-${version}.${digest.replace(':', '-')}.tar.gz`
}

/**
 * The release that an artifact's name says it is, or `undefined`. Where the name of the cloud ends and the version
 * begins is not marked: what is looked for tells, otherwise the first number does.
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
  expiresAt: string
  run: number
}

/** Artifacts of all workflow runs of a repository, by the REST API: read only, from anywhere. */
export class GitHubArtifactStore implements Store {
  readonly place: string
  private readonly api: GitHubApi

  constructor(private readonly access: GitHubAccess) {
    this.place = `the artifacts of ${access.repository}`
    this.api = new GitHubApi(access, this.place)
  }

  async put(): Promise<Reference> {
    throw new UserError(
      'store_read_only',
      'Artifacts can be uploaded only by the action, in a workflow run.',
      {
        remedy: 'Use the action "package" there, and another store here.',
      },
    )
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
    throw new UserError(
      'release_expired',
      `The artifact of ${name} ${version} expired at ${gone.expiresAt}.`,
      {
        remedy:
          'Package it again from the same commit: it has the same digest. For releases to keep, use the store github-release:.',
      },
    )
  }

  async fetch(reference: Reference, folder: string, signal?: AbortSignal): Promise<string> {
    const file = join(folder, archiveName(reference))
    try {
      const path = `/actions/artifacts/${reference.id}/zip`
      await this.api.download(path, 'application/vnd.github+json', file, 'actions: read', signal)
      return file
    } catch (error) {
      await rm(file, { force: true })
      throw error
    }
  }

  /** Every artifact that is `wanted`, newest first, the expired too. */
  private async fitting(wanted: Wanted, signal?: AbortSignal): Promise<Artifact[]> {
    const { name, version, digest } = wanted
    const exact = name !== undefined && version !== undefined && digest !== undefined
    const query = exact ? `&name=${encodeURIComponent(artifactName({ name, version, digest }))}` : ''
    const found: Artifact[] = []
    for (let page = 1; page <= MOST_PAGES; page++) {
      const path = `/actions/artifacts?per_page=100&page=${page}${query}`
      const answer = await this.api.json(path, 'actions: read', {}, signal)
      if (!isObject(answer) || !Array.isArray(answer.artifacts)) throw malformed(this.place)
      for (const item of answer.artifacts) {
        const artifact = artifactIn(item, wanted)
        if (artifact && isWanted(artifact.release, wanted)) found.push(artifact)
      }
      if (answer.artifacts.length < 100) return found
    }
    return found
  }

  private reference({ id, release, run }: Artifact): Reference {
    const server = (this.access.apiUrl ?? '').replace(/\/api\/v3\/?$/, '')
    const web = server === '' || /\/\/api\./.test(server) ? 'https://github.com' : server
    const url = `${web}/${this.access.repository}/actions/runs/${run}/artifacts/${id}`
    return { ...release, id: String(id), url }
  }
}

/**
 * A release's artifact in the API's answer, or `undefined`. What a run for a fork has uploaded does not count: anyone
 * can give an artifact any name there.
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
    expiresAt: typeof item.expires_at === 'string' ? item.expires_at : 'a time that is not told',
    run: run.id,
  }
}
