import { asRelease, isOlderRelease, NEWEST_RELEASE, type OpenStackRelease } from '../../openstack/releases.js'
import { type Facts, shippedFacts } from './facts.js'

/** A variable's default. Lists and mappings are empty here: only their type is recorded. */
export type Default = string | number | boolean | null | readonly [] | Readonly<Record<string, never>>

/** The names that a tool knows in one release, from `data/kolla_ansible` or `data/kolla_ansible/kayobe`. */
export interface NameFacts {
  variables: Readonly<Record<string, Default>>
  /** Names that the tool's own files use without a default. */
  referenced: readonly string[]
  /** Names that were removed, by the last release that had them. */
  removed: Readonly<Record<string, readonly string[]>>
}

export interface KollaFacts extends NameFacts {
  passwords: readonly string[]
  /** Variables that the roles accept as text as well as a list or a mapping. */
  flexible: readonly string[]
  /** The groups of the inventory `multinode`, each with its child groups. */
  groups: Readonly<Record<string, readonly string[]>>
  services: Readonly<Record<string, ServiceFact>>
  /** Paths below the folder of overrides, with `*` and `**`, and how a role uses a file there. */
  overrides: Readonly<Record<string, 'merge' | 'replace' | 'add'>>
}

export interface ServiceFact {
  /** The group whose hosts run it. */
  group: string
  /** The role that deploys it, spelled with `_`. */
  role: string
  /** Whether the role deploys it: a constant, or an expression as kolla-ansible writes it. */
  enabled: boolean | string
}

/** The release that one cloud is checked against. */
export interface CloudRelease {
  release: OpenStackRelease
  /** Whether neither the user nor the cloud names it. What this release alone removed may then still be valid. */
  isAssumed: boolean
}

/**
 * The release of one cloud. A release that is set for the whole repository wins; otherwise the cloud's own counts.
 *
 * @param written the value of the cloud's `openstack_release`
 * @returns `undefined` when the cloud runs a release without facts
 */
export function cloudRelease(
  written: string | undefined,
  { release, isAssumed }: Facts,
): CloudRelease | undefined {
  if (!isAssumed) return { release, isAssumed }
  const isDevelopment = written === 'master' || written === 'main'
  const own = isDevelopment ? NEWEST_RELEASE : asRelease(written ?? '')
  if (own) return { release: own, isAssumed: false }
  return written !== undefined && isOlderRelease(written) ? undefined : { release, isAssumed }
}

export function kollaFacts(facts: Facts, release: OpenStackRelease): KollaFacts {
  return factsOf(facts, release).part<KollaFacts>('kolla_ansible')
}

export function kayobeFacts(facts: Facts, release: OpenStackRelease): NameFacts {
  return factsOf(facts, release).part<NameFacts>('kolla_ansible/kayobe')
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

/** A list of the facts as a set, built once for all clouds. */
export function setOf(names: readonly string[]): ReadonlySet<string> {
  const known = sets.get(names) ?? new Set(names)
  sets.set(names, known)
  return known
}

/** Defaults that have been the same since long before the first release with facts. */
export const LASTING_DEFAULTS: Readonly<Record<string, Default>> = {
  enable_haproxy: true,
  enable_keepalived: '{{ enable_haproxy | bool }}',
  keepalived_virtual_router_id: '51',
  kolla_enable_tls_external: false,
  kolla_enable_tls_internal: false,
  kolla_external_vip_address: '{{ kolla_internal_vip_address }}',
  network_interface: 'eth0',
  neutron_external_interface: 'eth1',
  neutron_bridge_name: 'br-ex',
}

/** The facts of a cloud's own release, which may differ from the repository's. */
function factsOf(facts: Facts, release: OpenStackRelease): Facts {
  return release === facts.release ? facts : shippedFacts(release)
}
