import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Variables } from '../../manifest/values.js'
import { secretFor } from './oci-auth.js'
import { type Descriptor, MANIFEST_TYPE, type OciAccess, OciRegistry, sha256Of } from './oci-registry.js'
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
} from './store.js'

const ARTIFACT_TYPE = 'application/vnd.changeover.release.v1'
const LAYER_TYPE = 'application/vnd.changeover.release.v1.tar+gzip'
const ANNOTATION = 'io.changeover.release'
const EMPTY = '{}'
const EMPTY_TYPE = 'application/vnd.oci.empty.v1+json'

/** The store of a registry's repository, with the login that this machine has for it. */
export async function ociStore(
  { registry, repository }: { registry: string; repository: string },
  env: Variables,
): Promise<Store> {
  return new OciStore({ registry, repository, secret: await secretFor(registry, env) })
}

/**
 * A repository of an OCI registry: each release an artifact of one layer, under two tags: `<name>-<version>` and
 * `sha256-<digest>`.
 */
export class OciStore implements Store {
  readonly place: string
  private readonly registry: OciRegistry

  constructor(access: OciAccess) {
    this.place = `oci://${access.registry}/${access.repository}`
    this.registry = new OciRegistry(access, this.place)
  }

  async put(archive: string, packed: PackedRelease, signal?: AbortSignal): Promise<Reference> {
    const existing = await this.at(tagOf(packed), signal)
    if (existing) {
      refuseOther([existing], packed, this.place)
      return existing
    }
    const blob = await openAsBlob(archive)
    const layer = { mediaType: LAYER_TYPE, digest: await digestOfFile(archive), size: blob.size }
    await this.registry.putBlob(blob, layer.digest, signal)
    await this.registry.putBlob(new Blob([EMPTY]), sha256Of(EMPTY), signal)
    const manifest = manifestOf(packed, layer)
    await this.registry.putManifest(digestTag(packed.digest), manifest, signal)
    await this.registry.putManifest(tagOf(packed), manifest, signal)
    // a registry lets the last of two win: the first notices here
    const kept = await this.at(tagOf(packed), signal)
    if (kept) refuseOther([kept], packed, this.place)
    return this.reference(packed, layer.digest)
  }

  async find(wanted: Wanted, signal?: AbortSignal): Promise<Reference | undefined> {
    const found: Reference[] = []
    for (const tag of await this.tagsFor(wanted, signal)) {
      const reference = await this.at(tag, signal)
      if (reference && isWanted(reference, wanted)) found.push(reference)
    }
    return onlyOne(found, this.place)
  }

  async fetch(reference: Reference, folder: string, signal?: AbortSignal): Promise<string> {
    const file = join(folder, archiveName(reference))
    try {
      await this.registry.getBlob(reference.id, file, signal)
      return file
    } catch (error) {
      await rm(file, { force: true })
      throw error
    }
  }

  private async tagsFor({ name, version, digest }: Wanted, signal?: AbortSignal): Promise<string[]> {
    if (digest !== undefined) return [digestTag(digest)]
    if (name !== undefined && version !== undefined) return [tagOf({ name, version })]
    const end = version === undefined ? '' : tagOf({ name: '', version })
    const tags = await this.registry.tags(signal)
    return tags.filter((tag) => !tag.startsWith('sha256-') && tag.endsWith(end))
  }

  private async at(tag: string, signal?: AbortSignal): Promise<Reference | undefined> {
    const manifest = await this.registry.manifest(tag, signal)
    const { annotations, layers } = (manifest ?? {}) as { annotations?: unknown; layers?: unknown }
    const release = releaseIn(annotations)
    const layer = Array.isArray(layers) && layers.length === 1 ? (layers[0] as Partial<Descriptor>) : {}
    if (!release || layer.mediaType !== LAYER_TYPE) return undefined
    if (typeof layer.digest !== 'string' || !/^sha256:[0-9a-f]{64}$/.test(layer.digest)) return undefined
    return this.reference(release, layer.digest)
  }

  private reference({ name, version, digest }: StoredRelease, layer: string): Reference {
    return { name, version, digest, id: layer, url: null }
  }
}

/** A tag has no plus sign: it becomes an underscore. The annotation has the version as it is. */
function tagOf({ name, version }: Pick<StoredRelease, 'name' | 'version'>): string {
  return `${name}-${version}`.replaceAll('+', '_')
}

function digestTag(digest: string): string {
  return digest.replace(':', '-')
}

function manifestOf(packed: PackedRelease, layer: Descriptor): string {
  const { name, version, digest, commit } = packed
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: ARTIFACT_TYPE,
    config: { mediaType: EMPTY_TYPE, digest: sha256Of(EMPTY), size: EMPTY.length },
    layers: [{ ...layer, annotations: { 'org.opencontainers.image.title': archiveName(packed) } }],
    annotations: {
      'org.opencontainers.image.title': name,
      'org.opencontainers.image.version': version,
      'org.opencontainers.image.revision': commit,
      [`${ANNOTATION}.digest`]: digest,
    },
  })
}

function releaseIn(annotations: unknown): StoredRelease | undefined {
  if (typeof annotations !== 'object' || annotations === null) return undefined
  const texts = annotations as Record<string, unknown>
  return storedRelease(
    texts['org.opencontainers.image.title'],
    texts['org.opencontainers.image.version'],
    texts[`${ANNOTATION}.digest`],
  )
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return `sha256:${hash.digest('hex')}`
}
