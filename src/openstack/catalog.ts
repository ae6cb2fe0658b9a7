import type { ServiceApi } from './api.js'
import { isMapping } from './clouds-file.js'
import { OpenStackFailure } from './failure.js'

interface Endpoint {
  region: string
  interface: string
  url: string
}

/** The endpoints by service type. */
export type Catalog = ReadonlyMap<string, readonly Endpoint[]>

/** The number of names that a message shows. */
const SHOWN = 12

/** Read the catalog that Keystone sends. Invalid entries are skipped. */
export function readCatalog(data: unknown): Catalog {
  const catalog = new Map<string, Endpoint[]>()
  for (const service of Array.isArray(data) ? data : []) {
    if (!isMapping(service) || typeof service.type !== 'string' || !Array.isArray(service.endpoints)) continue
    const endpoints = catalog.get(service.type) ?? []
    catalog.set(service.type, endpoints)
    for (const endpoint of service.endpoints) {
      if (!isMapping(endpoint)) continue
      const { region_id, region = region_id, interface: of, url } = endpoint
      if (typeof region !== 'string' || typeof of !== 'string' || typeof url !== 'string') continue
      endpoints.push({ region, interface: of, url })
    }
  }
  return catalog
}

/**
 * The address of a service in the catalog.
 *
 * @throws OpenStackFailure `catalog` when the service, the region or the interface is missing
 */
export function endpointOf(
  catalog: Catalog,
  service: string,
  api: ServiceApi,
  wanted: { region: string | undefined; interface: string },
): string {
  const fail = (what: string) => new OpenStackFailure('catalog', `the catalog ${what}`)
  if (catalog.size === 0) throw fail('is empty: the credentials have no project, or no role in the project')
  const type = api.types.find((name) => (catalog.get(name)?.length ?? 0) > 0)
  if (type === undefined) throw fail(`has no ${service} (${api.types[0]}); it has ${some(catalog.keys())}`)
  const endpoints = catalog.get(type) ?? []
  const { region } = wanted
  const inRegion = endpoints.filter((endpoint) => region === undefined || endpoint.region === region)
  const regions = new Set(endpoints.map((endpoint) => endpoint.region))
  if (inRegion.length === 0)
    throw fail(`has no ${service} in the region ${region}; it has the regions ${some(regions)}`)
  const found = inRegion.filter((endpoint) => endpoint.interface === wanted.interface)
  if (found.length === 0) throw fail(`has no ${wanted.interface} interface of ${service}`)
  if (new Set(found.map((endpoint) => endpoint.region)).size > 1) {
    throw fail(`has ${service} in several regions, ${some(regions)}: set region_name`)
  }
  const url = found[0]?.url ?? ''
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url
  throw fail(`has an address of ${service} that is not a valid URL`)
}

/** The first names, each shortened: a server sent them. */
function some(names: Iterable<string>): string {
  const all = [...names].map((name) => name.slice(0, 40))
  return all.slice(0, SHOWN).join(', ') + (all.length > SHOWN ? ', …' : '')
}

/**
 * The address of a request: that of the catalog, or another origin, to ask a color that users do not reach. An origin
 * without a path gets the path of the catalog, which may contain the project's id.
 */
export function questionUrl(fromCatalog: string, instead: string | undefined, read: string): string {
  const base = new URL(instead ?? fromCatalog)
  if (instead !== undefined && base.pathname === '/') base.pathname = new URL(fromCatalog).pathname
  const path = base.pathname.replace(/\/+$/, '')
  const [version, ...rest] = read.split('/')
  const last = path.slice(path.lastIndexOf('/') + 1)
  const isThere = version !== undefined && /^v\d/.test(version) && last.startsWith(version.slice(0, 2))
  base.search = ''
  return `${base.origin}${path}${read.startsWith('?') ? '' : '/'}${isThere ? rest.join('/') : read}`
}
