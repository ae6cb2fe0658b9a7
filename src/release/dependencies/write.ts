import { writeFileAtomic } from '../../platform/files.js'
import type { ReleaseDocument } from '../document.js'
import type { DependenciesResult } from '../provenance/beside.js'
import { dependenciesPath } from '../provenance/beside.js'
import { dependenciesOf } from './collect.js'
import { type Bom, bomOf } from './cyclonedx.js'

/** Write the list of dependencies beside the archive. */
export async function writeDependencies(
  archive: string,
  document: ReleaseDocument,
): Promise<DependenciesResult> {
  const path = dependenciesPath(archive)
  const bom = bomOf(document, await dependenciesOf(archive, document))
  await writeFileAtomic(path, `${JSON.stringify(bom, null, 2)}\n`)
  return { path, ...countsOf(bom) }
}

/** The number of components, and of those without a fixed version. */
export function countsOf({ components }: Bom): Omit<DependenciesResult, 'path'> {
  const pinned = components.filter(({ properties }) =>
    properties?.some(({ name, value }) => name === 'changeover:pin' && /^(?:digest|version)$/.test(value)),
  )
  return { total: components.length, unpinned: components.length - pinned.length }
}
