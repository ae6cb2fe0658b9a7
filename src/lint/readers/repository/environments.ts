import type { Range } from '../../../yaml/source.js'
import { asScalar, asSequence, childOf, entriesOf, type YamlEntry } from '../../../yaml/tree.js'
import { type Definition, isTemplatedValue, rootMapping } from '../../engine/definition.js'
import { isVars } from '../ansible/recognize.js'
import { kollaFileOf } from '../kolla_ansible/layout.js'
import { partOf } from '../openstack_ansible/recognize.js'

/** A variable that identifies an environment: an address, a router id or a region. */
export interface Fact {
  name: string
  value: string
  file: string
  range: Range
  environment: Environment
}

/** One deployment: the files that a deployment tool reads together. */
export interface Environment {
  tool: 'kolla-ansible' | 'openstack-ansible' | 'ansible'
  /** Its folder. */
  name: string
  facts: Map<string, Fact>
  /** The regions that it serves. */
  regions: Set<string>
}

export const VIPS: readonly string[] = [
  'kolla_internal_vip_address',
  'kolla_external_vip_address',
  'internal_lb_vip_address',
  'external_lb_vip_address',
  'haproxy_keepalived_internal_vip_cidr',
  'haproxy_keepalived_external_vip_cidr',
]

const NAMES = new Set([
  ...VIPS,
  'kolla_internal_fqdn',
  'kolla_external_fqdn',
  'keepalived_virtual_router_id',
  'haproxy_keepalived_internal_virtual_router_id',
  'haproxy_keepalived_external_virtual_router_id',
  'openstack_region_name',
  'service_region',
])

/** The environments of a repository, with the variables that rules compare. */
export function environmentsOf(definitions: readonly Definition[]): Environment[] {
  const found = new Map<string, Environment>()
  for (const definition of definitions) {
    const place = environmentOf(definition)
    if (!place || definition.templated) continue
    const root = rootMapping(definition)
    const entries = [...entriesOf(root), ...entriesOf(childOf(root, 'global_overrides'))]
    if (!entries.some(({ key }) => NAMES.has(key) || key === 'multiple_regions_names')) continue
    const key = `${place.tool} ${place.name}`
    const environment = found.get(key) ?? { ...place, facts: new Map(), regions: new Set() }
    found.set(key, environment)
    for (const entry of entries) addFact(environment, definition.path, entry)
  }
  return [...found.values()]
}

function environmentOf({ kind, path }: Definition): Pick<Environment, 'tool' | 'name'> | undefined {
  if (kind === 'kolla_ansible') {
    const place = kollaFileOf(path)
    if (!place || place.part === 'passwords') return undefined
    const below = place.environment === undefined ? '' : `environments/${place.environment}/`
    return { tool: 'kolla-ansible', name: `${place.root}${below}` }
  }
  if (kind === 'openstack_ansible') {
    const { part, folder } = partOf(path)
    return part === 'env.d' ? undefined : { tool: 'openstack-ansible', name: folder }
  }
  if (kind === 'ansible' && isVars(path)) {
    const folder = /^(.*?)(?:group_vars|host_vars)\/all(?:\.ya?ml$|\/)/.exec(path)?.[1]
    return folder === undefined ? undefined : { tool: 'ansible', name: folder }
  }
  return undefined
}

function addFact(environment: Environment, file: string, { key, value }: YamlEntry): void {
  if (key === 'multiple_regions_names') {
    for (const item of asSequence(value)?.items ?? []) {
      const region = asScalar(item)?.text
      if (region !== undefined) environment.regions.add(region)
    }
  }
  const scalar = asScalar(value)
  if (!NAMES.has(key) || !scalar || scalar.value === null || scalar.tag !== undefined) return
  if (isTemplatedValue(scalar.text) || scalar.text === '') return
  environment.facts.set(key, { name: key, value: scalar.text, file, range: value.range, environment })
  if (key === 'openstack_region_name' || key === 'service_region') environment.regions.add(scalar.text)
}

/** The address of a fact, without its prefix length. */
export function addressOf({ value }: Fact): string {
  return value.replace(/\/\d+$/, '')
}

/** A place in another file, for messages. */
export function placeIn({ file, range }: Pick<Fact, 'file' | 'range'>): string {
  return `${file}, line ${range.start.line}`
}

/** Whether one folder is inside the other: the inner one may extend the outer one. */
export function isNested(a: Environment, b: Environment): boolean {
  return a.name.startsWith(b.name) || b.name.startsWith(a.name)
}

/** Two environments for the examples of rules. */
export const STAGING =
  'kolla_internal_vip_address: 10.20.0.254\nkeepalived_virtual_router_id: 62\nnetwork_interface: bond0\nopenstack_region_name: RegionStaging\n'

export const PRODUCTION = STAGING.replace('10.20', '10.10')
  .replace('62', '61')
  .replace('RegionStaging', 'RegionOne')
