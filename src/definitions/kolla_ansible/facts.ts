import type { Release } from '../../openstack/releases.js'
import { asRelease } from '../../openstack/releases.js'
import { type Facts, shippedFacts } from '../facts.js'

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

/** Releases before the first one whose facts were collected. */
const OLD_RELEASES: ReadonlySet<string> = new Set(
  'mitaka newton ocata pike queens rocky stein train ussuri victoria wallaby xena yoga'.split(' '),
)

/** The release that a deployment names, or the one that the user is checked against. */
export interface SaidRelease {
  release: Release
  /** Whether the deployment itself says so: then what is gone in it is gone for certain. */
  isSaid: boolean
}

/** @returns `undefined` when the deployment names a release of which nothing is known */
export function releaseOf(written: string | undefined, { release }: Facts): SaidRelease | undefined {
  const said = written === undefined ? undefined : asRelease(written)
  if (said) return { release: said, isSaid: true }
  const isOld = written !== undefined && OLD_RELEASES.has(written.trim().toLowerCase())
  return isOld ? undefined : { release, isSaid: false }
}

export function kollaFacts(facts: Facts, release: Release): KollaFacts {
  return factsOf(facts, release).part<KollaFacts>('kolla_ansible')
}

export function kayobeFacts(facts: Facts, release: Release): NameFacts {
  return factsOf(facts, release).part<NameFacts>('kolla_ansible/kayobe')
}

/** A deployment that names its release is held to that one. */
function factsOf(facts: Facts, release: Release): Facts {
  return release === facts.release ? facts : shippedFacts(release)
}
