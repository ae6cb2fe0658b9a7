import { isIP } from 'node:net'
import type { InventoryVar } from '../../../readers/ansible/inventory.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { addressOf, type Environment, type Fact, placeIn, VIPS } from '../../../readers/repository/environments.js'
import type { Repository } from '../../../readers/repository/subject.js'

/** Environments that come and go, often with the same addresses in networks of their own. */
const PASSING =
  /(?:^|[/_.-])(?:ci|aio|all-in-one|dev|demo|example|lab|local|molecule|sample|test|vagrant|virtual)s?\d*(?:[/_.-]|$)/i

function lasting(environments: readonly Environment[]): Environment[] {
  return environments.filter(({ name }) => !PASSING.test(name))
}

/** The virtual addresses that an environment names, each once. */
function vipsOf({ facts }: Environment): Fact[] {
  const seen = new Map<string, Fact>()
  for (const name of VIPS) {
    const fact = facts.get(name)
    if (!fact || isIP(addressOf(fact)) === 0 || /^(?:127\.|::1$|0\.)/.test(fact.value)) continue
    if (!seen.has(addressOf(fact))) seen.set(addressOf(fact), fact)
  }
  return [...seen.values()]
}

const STAGING =
  'kolla_internal_vip_address: 10.20.0.254\nkeepalived_virtual_router_id: 62\nnetwork_interface: bond0\nopenstack_region_name: RegionStaging\n'
const PRODUCTION = STAGING.replace('10.20', '10.10').replace('62', '61').replace('RegionStaging', 'RegionOne')

export const sharedVip: Rule<Repository> = {
  id: 'repository/shared-vip',
  severity: 'warning',
  summary: 'two environments have the same virtual address',
  help: 'Two environments with one virtual address fight for it when their networks meet, and until then a command for the one may reach the other. It is mostly left over from a copy. Environments whose name says that they come and go (ci, dev, lab, test…) are left out; where staging is an exact copy in a network of its own, switch the rule off.',
  example: {
    bad: {
      'production/globals.yml': PRODUCTION,
      'staging/globals.yml': STAGING.replace('10.20', '10.10'),
    },
    good: { 'production/globals.yml': PRODUCTION, 'staging/globals.yml': STAGING },
  },
  *check({ environments }) {
    const owners = new Map<string, Fact>()
    for (const environment of lasting(environments)) {
      for (const fact of vipsOf(environment)) {
        const address = addressOf(fact)
        const owner = owners.get(address)
        owners.set(address, owner ?? fact)
        if (!owner || isNested(owner.environment, environment)) continue
        yield {
          file: fact.file,
          range: fact.range,
          message: `The virtual address ${address} is also that of another environment, in ${placeIn(owner)}.`,
          help: 'Give each environment an address of its own.',
        }
      }
    }
  },
}

/** One folder inside of the other: the inner one may only add to the outer one, or another tool read the same. */
function isNested(a: Environment, b: Environment): boolean {
  return a.name.startsWith(b.name) || b.name.startsWith(a.name)
}

interface Router {
  id: Fact
  vip: Fact
}

function routersOf({ facts }: Environment): Router[] {
  const pairs: [string, readonly string[]][] = [
    ['keepalived_virtual_router_id', ['kolla_internal_vip_address']],
    [
      'haproxy_keepalived_internal_virtual_router_id',
      ['haproxy_keepalived_internal_vip_cidr', 'internal_lb_vip_address'],
    ],
    [
      'haproxy_keepalived_external_virtual_router_id',
      ['haproxy_keepalived_external_vip_cidr', 'external_lb_vip_address'],
    ],
  ]
  return pairs.flatMap(([name, vips]) => {
    const id = facts.get(name)
    const vip = vips.map((vipName) => facts.get(vipName)).find((fact) => fact && isIP(addressOf(fact)) === 4)
    return id && vip ? [{ id, vip }] : []
  })
}

const KEEPALIVED =
  'haproxy_keepalived_internal_vip_cidr: 172.29.236.9/32\nhaproxy_keepalived_internal_virtual_router_id: 21\n'

function osa(folder: string, variables: string): Record<string, string> {
  return { [`${folder}/openstack_deploy/user_variables.yml`]: variables }
}

export const sharedVrrpId: Rule<Repository> = {
  id: 'repository/shared-vrrp-id',
  severity: 'warning',
  summary: 'two load balancers in one network have the same VRRP router id',
  help: 'Keepalived takes everybody who speaks VRRP with its own router id in the network for a peer. Two environments with one id, or the internal and the external address of one, take turns in holding their addresses. It is found when the addresses lie in one /24 network. Two deployments of kolla-ansible have a rule of their own.',
  example: {
    bad: {
      ...osa('production', KEEPALIVED),
      ...osa('staging', KEEPALIVED.replace('.9/32', '.8/32')),
    },
    good: {
      ...osa('production', KEEPALIVED),
      ...osa('staging', KEEPALIVED.replace('.9/32', '.8/32').replace('id: 21', 'id: 22')),
    },
  },
  *check({ environments }) {
    const taken = new Map<string, Router>()
    for (const environment of environments) {
      for (const router of routersOf(environment)) {
        const network = addressOf(router.vip).replace(/\.\d+$/, '')
        const key = `${router.id.value} ${network}`
        const first = taken.get(key)
        taken.set(key, first ?? router)
        if (!first || addressOf(first.vip) === addressOf(router.vip)) continue
        if (bothKolla(first, router) || isNestedElsewhere(first, router)) continue
        yield {
          file: router.id.file,
          range: router.id.range,
          message: `The VRRP router id ${router.id.value} is also that of ${addressOf(first.vip)} in the same network, in ${placeIn(first.id)}.`,
          help: 'Give each virtual address in the network an id of its own, from 1 to 255.',
        }
      }
    }
  },
}

function bothKolla(a: Router, b: Router): boolean {
  return [a, b].every(({ id }) => id.environment.tool === 'kolla-ansible')
}

function isNestedElsewhere(a: Router, b: Router): boolean {
  return a.id.environment !== b.id.environment && isNested(a.id.environment, b.id.environment)
}

/** What an inventory's path says that it is for. */
function purposeOf(path: string): 'production' | 'staging' | undefined {
  if (/(?:^|[/_.-])(?:prod|production|live)(?:[/_.-]|$)/i.test(path)) return 'production'
  return /(?:^|[/_.-])(?:stag|stage|staging|preprod|qa|uat)(?:[/_.-]|$)/i.test(path) ? 'staging' : undefined
}

/** Machines that serve all environments. */
const COMMON =
  /bastion|jump|deploy|monitor|seed|registry|mirror|builder|backup|log|ntp|dns|localhost|manager|proxy/i

const HOSTS = '[control]\nctl1 ansible_host=192.0.2.11\nctl2 ansible_host=192.0.2.12\n'

export const sharedMachine: Rule<Repository> = {
  id: 'repository/shared-machine',
  severity: 'warning',
  summary: 'a machine stands in the inventories of staging and of production',
  help: 'What is tried in staging is then done to production. It is found when an inventory that is called production and one that is called staging have a host with the same ansible_host; machines whose name or group says that they serve both (bastion, monitoring, registry…) are left alone.',
  example: {
    bad: {
      'inventories/production/hosts': HOSTS,
      'inventories/staging/hosts': HOSTS.replaceAll('ctl', 'stg-ctl').replace('192.0.2.11', '192.0.2.21'),
    },
    good: {
      'inventories/production/hosts': HOSTS,
      'inventories/staging/hosts': HOSTS.replaceAll('ctl', 'stg-ctl').replaceAll('192.0.2.1', '192.0.2.2'),
    },
  },
  *check(repository): Iterable<Problem> {
    const named = new Set(
      repository.definitions.map(({ path, kind }) => kind === 'ansible' && purposeOf(path)),
    )
    if (!named.has('production') || !named.has('staging')) return
    const { inventories } = repository
    const purposes = inventories.map(({ path }) => purposeOf(path))
    const production = new Map<string, { host: string; place: InventoryVar }>()
    for (const [index, inventory] of inventories.entries()) {
      if (purposes[index] !== 'production') continue
      for (const { host, place, address } of machines(inventory)) production.set(address, { host, place })
    }
    for (const [index, inventory] of inventories.entries()) {
      if (purposes[index] !== 'staging') continue
      for (const { host, place, address } of machines(inventory)) {
        const other = production.get(address)
        if (!other) continue
        yield {
          file: place.file,
          range: place.range,
          message: `The host "${host}" of staging is "${other.host}" of production: both are ${place.value}, the latter in ${placeIn(other.place)}.`,
          help: 'Give it the address of a machine of its own.',
        }
      }
    }
  },
}

function* machines({ hosts }: Repository['inventories'][number]) {
  for (const { name, groups, vars } of hosts.values()) {
    const place = vars.get('ansible_host')
    if (!place || isIP(place.value) === 0 || /^(?:127\.|::1$)/.test(place.value)) continue
    if (COMMON.test(name) || [...groups].some((group) => COMMON.test(group))) continue
    yield { host: name, place, address: `${place.value} ${vars.get('ansible_port')?.value ?? '22'}` }
  }
}

const CLOUDS = `clouds:
  production:
    auth:
      auth_url: http://10.10.0.254:5000/v3
      username: operator
      project_name: platform
      user_domain_name: Default
      project_domain_name: Default
    region_name: RegionOne
`

export const differentRegion: Rule<Repository> = {
  id: 'repository/different-region',
  severity: 'warning',
  summary: 'clouds.yaml asks for a region that the environment does not have',
  help: 'The auth_url is that of an environment in this repository, but the region_name is none that any environment here is deployed with: the catalog has no endpoints for it, and every command but the login fails. Region names are case-sensitive.',
  example: {
    bad: {
      'production/globals.yml': PRODUCTION,
      'clouds.yaml': CLOUDS.replace('RegionOne', 'regionOne'),
    },
    good: { 'production/globals.yml': PRODUCTION, 'clouds.yaml': CLOUDS },
  },
  *check({ environments, clouds }) {
    const served = new Map<string, Fact>()
    const regions = new Set<string>()
    for (const { facts, regions: own } of environments) {
      for (const name of [...VIPS, 'kolla_internal_fqdn', 'kolla_external_fqdn']) {
        const fact = facts.get(name)
        if (fact) served.set(addressOf(fact), fact)
      }
      for (const region of own) regions.add(region)
    }
    if (served.size === 0) return
    for (const cloud of clouds.flatMap((file) => file.clouds)) {
      const region = cloud.settings.get('region_name')
      const url = cloud.auth.get('auth_url')?.text
      const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined
      const fact = host === undefined ? undefined : served.get(host)
      // a default that nobody wrote down may have another name in the release at hand
      if (!region?.text || !fact || fact.environment.regions.size === 0 || regions.has(region.text)) continue
      const [known] = fact.environment.regions
      yield {
        file: region.file,
        range: region.node.range,
        message: `The cloud "${cloud.name}" asks for the region "${region.text}", but its Keystone (${placeIn(fact)}) serves "${known}".`,
        help: `Write ${known}.`,
      }
    }
  },
}
