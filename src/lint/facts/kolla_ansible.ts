import { asRelease, isOlderRelease, NEWEST_RELEASE, type OpenStackRelease } from '../../openstack/releases.js'
import { type Facts, shippedFacts } from './facts.js'

/** A variable's default; of a list or a mapping only that it is one. */
export type Default = string | number | boolean | null | readonly [] | Readonly<Record<string, never>>

/** The names that a tool knows in one release, as `data/kolla_ansible` and `data/kolla_ansible/kayobe` hold them. */
export interface NameFacts {
  variables: Readonly<Record<string, Default>>
  /** Names that occur in the tool's own files and have no default. */
  referenced: readonly string[]
  /** The last release that knew a name → names that are gone. */
  removed: Readonly<Record<string, readonly string[]>>
}

export interface KollaFacts extends NameFacts {
  passwords: readonly string[]
  /** Variables that the roles take as a text as well as a list or a mapping. */
  flexible: readonly string[]
  /** The groups of the inventory `multinode`, with the groups that each consists of. */
  groups: Readonly<Record<string, readonly string[]>>
  services: Readonly<Record<string, ServiceFact>>
  /** Path below the folder of overrides, with `*` and `**` → what becomes of a file there. */
  overrides: Readonly<Record<string, 'merge' | 'replace' | 'add'>>
}

export interface ServiceFact {
  /** The group on whose hosts it runs. */
  group: string
  /** The role that deploys it, with `_`. */
  role: string
  /** Whether it is deployed when its role is, as kolla-ansible writes it. */
  enabled: boolean | string
}

/** The release that a deployment is held to. */
export interface HeldTo {
  release: OpenStackRelease
  /** Whether somebody said so: then what is gone in it is gone for certain. */
  isSaid: boolean
}

/**
 * A release that was said for the whole repository counts; where only a guess is left, the deployment's own word does.
 *
 * @returns `undefined` when the deployment is of a release of which nothing is known
 */
export function releaseOf(written: string | undefined, { release, isAssumed }: Facts): HeldTo | undefined {
  if (!isAssumed) return { release, isSaid: true }
  const isMoving = written !== undefined && /^(?:master|main)$/.test(written)
  const said = isMoving ? NEWEST_RELEASE : asRelease(written ?? '')
  if (said) return { release: said, isSaid: true }
  return written !== undefined && isOlderRelease(written) ? undefined : { release, isSaid: false }
}

export function kollaFacts(facts: Facts, release: OpenStackRelease): KollaFacts {
  return factsOf(facts, release).part<KollaFacts>('kolla_ansible')
}

export function kayobeFacts(facts: Facts, release: OpenStackRelease): NameFacts {
  return factsOf(facts, release).part<NameFacts>('kolla_ansible/kayobe')
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

/** A list of the facts as a set, made once for all deployments. */
export function setOf(names: readonly string[]): ReadonlySet<string> {
  const known = sets.get(names) ?? new Set(names)
  sets.set(names, known)
  return known
}

/** Defaults that are the same since long before the first release whose facts were collected. */
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

/** A deployment that names its release is held to that one. */
function factsOf(facts: Facts, release: OpenStackRelease): Facts {
  return release === facts.release ? facts : shippedFacts(release)
}
