import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import type { Variables } from '../../../manifest/values.js'
import { sha256OfFile } from '../../../platform/files.js'
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
import { secretFor } from './auth.js'
import { type Descriptor, MANIFEST_TYPE, type OciAccess, OciRegistry, sha256Of } from './registry.js'

const ARTIFACT_TYPE = 'application/vnd.changeover.release.v1'
const LAYER_TYPE = 'application/vnd.changeover.release.v1.tar+gzip'
const BESIDE_TYPE = 'application/json'
const TITLE = 'org.opencontainers.image.title'
const ANNOTATION = 'io.changeover.release'
const EMPTY = '{}'
const EMPTY_TYPE = 'application/vnd.oci.empty.v1+json'

interface Layer extends Descriptor {
  annotations?: Record<string, string>
}

/** The store in a repository of a registry, with this machine's login for it. */
export async function ociStore(
  { registry, repository }: { registry: string; repository: string },
  env: Variables,
): Promise<Store> {
  return new OciStore({ registry, repository, secret: await secretFor(registry, env) })
}

/**
 * A repository of an OCI registry. Each release is an artifact whose first layer is the archive, with two tags:
 * `<name>-<version>` and `sha256-<digest>`.
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
    const name = archiveName(packed)
    const layers = [await this.upload(archive, LAYER_TYPE, name, signal)]
    for (const { path, ending } of await companionsOf(archive)) {
      layers.push(await this.upload(path, BESIDE_TYPE, `${name}${ending}`, signal))
    }
    await this.registry.putBlob(new Blob([EMPTY]), sha256Of(EMPTY), signal)
    const manifest = manifestOf(packed, layers)
    await this.registry.putManifest(digestTag(packed.digest), manifest, signal)
    await this.registry.putManifest(tagOf(packed), manifest, signal)
    // a registry lets the last of two writers win: the first one notices here
    const kept = await this.at(tagOf(packed), signal)
    if (kept) refuseOther([kept], packed, this.place)
    return this.reference(packed, layers[0]?.digest ?? '')
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
    const name = archiveName(reference)
    const file = join(folder, name)
    await this.registry.getBlob(reference.id, file, signal)
    const { layers } = await this.read(tagOf(reference), signal)
    for (const { digest, annotations } of layers) {
      const ending = endingAfter(name, annotations?.[TITLE] ?? '')
      if (ending !== undefined) await this.registry.getBlob(digest, `${file}${ending}`, signal)
    }
    return file
  }

  private async upload(path: string, mediaType: string, title: string, signal?: AbortSignal): Promise<Layer> {
    const blob = await openAsBlob(path)
    const digest = `sha256:${await sha256OfFile(path)}`
    await this.registry.putBlob(blob, digest, signal)
    return { mediaType, digest, size: blob.size, annotations: { [TITLE]: title } }
  }

  private async tagsFor({ name, version, digest }: Wanted, signal?: AbortSignal): Promise<string[]> {
    if (digest !== undefined) return [digestTag(digest)]
    if (name !== undefined && version !== undefined) return [tagOf({ name, version })]
    const end = version === undefined ? '' : tagOf({ name: '', version })
    const tags = await this.registry.tags(signal)
    return tags.filter((tag) => !tag.startsWith('sha256-') && tag.endsWith(end))
  }

  private async at(tag: string, signal?: AbortSignal): Promise<Reference | undefined> {
    const { release, layers } = await this.read(tag, signal)
    const [layer, ...more] = layers.filter(({ mediaType }) => mediaType === LAYER_TYPE)
    return release && layer && more.length === 0 ? this.reference(release, layer.digest) : undefined
  }

  /** Read a tag: the release, if it is one, and its valid layers. */
  private async read(
    tag: string,
    signal?: AbortSignal,
  ): Promise<{ release: StoredRelease | undefined; layers: Layer[] }> {
    const manifest = await this.registry.manifest(tag, signal)
    const { annotations, layers } = (manifest ?? {}) as { annotations?: unknown; layers?: unknown }
    return {
      release: releaseIn(annotations),
      layers: Array.isArray(layers) ? layers.flatMap((layer) => layerIn(layer) ?? []) : [],
    }
  }

  private reference({ name, version, digest }: StoredRelease, layer: string): Reference {
    return { name, version, digest, id: layer, url: null }
  }
}

/** A tag cannot contain a plus sign: it becomes an underscore. The annotation has the exact version. */
function tagOf({ name, version }: Pick<StoredRelease, 'name' | 'version'>): string {
  return `${name}-${version}`.replaceAll('+', '_')
}

function digestTag(digest: string): string {
  return digest.replace(':', '-')
}

function manifestOf(packed: PackedRelease, layers: readonly Layer[]): string {
  const { name, version, digest, commit } = packed
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: ARTIFACT_TYPE,
    config: { mediaType: EMPTY_TYPE, digest: sha256Of(EMPTY), size: EMPTY.length },
    layers,
    annotations: {
      [TITLE]: name,
      'org.opencontainers.image.version': version,
      'org.opencontainers.image.revision': commit,
      [`${ANNOTATION}.digest`]: digest,
    },
  })
}

function releaseIn(annotations: unknown): StoredRelease | undefined {
  if (typeof annotations !== 'object' || annotations === null) return undefined
  const texts = annotations as Record<string, unknown>
  return storedRelease(texts[TITLE], texts['org.opencontainers.image.version'], texts[`${ANNOTATION}.digest`])
}

function layerIn(item: unknown): Layer | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const { mediaType, digest, size, annotations } = item as Record<string, unknown>
  if (typeof mediaType !== 'string' || typeof digest !== 'string') return undefined
  if (!/^sha256:[0-9a-f]{64}$/.test(digest)) return undefined
  const title = (annotations as Record<string, unknown> | null | undefined)?.[TITLE]
  const named = typeof title === 'string' ? { annotations: { [TITLE]: title } } : {}
  return { mediaType, digest, size: Number(size), ...named }
}
