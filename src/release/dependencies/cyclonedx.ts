import { createHash } from 'node:crypto'
import type { ReleaseDocument } from '../document.js'
import type { Dependency } from './dependency.js'

/** The kinds, in CycloneDX's terms. */
const TYPE = {
  role: 'library',
  collection: 'library',
  source: 'library',
  image: 'container',
  release: 'platform',
} as const satisfies Record<Dependency['kind'], string>

interface Property {
  name: string
  value: string
}

interface Component {
  type: string
  'bom-ref': string
  name: string
  version?: string
  purl?: string
  properties?: Property[]
  evidence?: { occurrences: { location: string; line: number }[] }
}

/** A list of dependencies in CycloneDX 1.6: a bill of materials. */
export interface Bom {
  $schema: string
  bomFormat: 'CycloneDX'
  specVersion: '1.6'
  serialNumber: string
  version: 1
  metadata: {
    timestamp: string
    tools: { components: { type: string; name: string }[] }
    component: Component
  }
  components: Component[]
}

/** The list for a release. It depends only on the release: not on the time, the machine or a random number. */
export function bomOf(document: ReleaseDocument, dependencies: readonly Dependency[]): Bom {
  const { name, version, digest, committed_at } = document
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumber(digest),
    version: 1,
    metadata: {
      timestamp: committed_at,
      tools: { components: [{ type: 'application', name: 'changeover' }] },
      component: {
        type: 'data',
        'bom-ref': `release:${name}@${version}`,
        name,
        version,
        properties: [{ name: 'changeover:digest', value: digest }],
      },
    },
    components: componentsOf(dependencies),
  }
}

/** One component for each dependency, with all its places. */
export function componentsOf(dependencies: readonly Dependency[]): Component[] {
  const byReference = new Map<string, [Dependency, ...Dependency[]]>()
  for (const dependency of dependencies) {
    const { kind, purl, version = '' } = dependency
    const reference = `${kind}:${purl}#${version}`
    const places = byReference.get(reference)
    if (places) places.push(dependency)
    else byReference.set(reference, [dependency])
  }
  return [...byReference]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reference, places]) => component(reference, places))
}

function component(reference: string, places: readonly [Dependency, ...Dependency[]]): Component {
  const [{ kind, name, version, pin, purl }] = places
  return {
    type: TYPE[kind],
    'bom-ref': reference,
    name,
    ...(version === undefined ? {} : { version }),
    purl,
    properties: [
      { name: 'changeover:kind', value: kind },
      { name: 'changeover:pin', value: pin },
    ],
    evidence: {
      occurrences: places
        .map(({ file, line }) => ({ location: file, line }))
        .sort((a, b) => (a.location === b.location ? a.line - b.line : a.location < b.location ? -1 : 1)),
    },
  }
}

/** A UUID, version 8, derived from the digest of the release. */
function serialNumber(digest: string): string {
  const bytes = createHash('sha256').update(`changeover dependencies of ${digest}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `urn:uuid:${[0, 8, 12, 16, 20].map((at, index, all) => hex.slice(at, all[index + 1])).join('-')}`
}
