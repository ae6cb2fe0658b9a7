import { writeFileAtomic } from '../../platform/files.js'
import type { ReleaseManifest } from '../manifest.js'
import { dependenciesPath } from '../provenance/names.js'
import { dependenciesOf } from './collect.js'
import { bomOf } from './cyclonedx.js'

/** The list beside an archive, as results tell of it. */
export interface DependenciesResult {
  /** The list, in CycloneDX. */
  path: string
  /** How many things the definitions take from elsewhere. */
  total: number
  /** How many of them are not pinned to a version: what is installed may be another thing each time. */
  unpinned: number
}

/** Write the list of what the definitions take from elsewhere beside the archive. */
export async function writeDependencies(
  archive: string,
  manifest: ReleaseManifest,
): Promise<DependenciesResult> {
  const path = dependenciesPath(archive)
  const bom = bomOf(manifest, await dependenciesOf(archive, manifest))
  await writeFileAtomic(path, `${JSON.stringify(bom, null, 2)}\n`)
  const pinned = bom.components.filter(({ properties }) =>
    properties?.some(({ name, value }) => name === 'changeover:pin' && /^(?:digest|version)$/.test(value)),
  ).length
  return { path, total: bom.components.length, unpinned: bom.components.length - pinned }
}
