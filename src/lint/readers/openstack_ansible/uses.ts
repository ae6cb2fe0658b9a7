import { asSequence, childOf, entriesOf } from '../../../yaml/tree.js'
import { oncePer } from '../../engine/declared.js'
import type { Definition } from '../../engine/definition.js'
import type { Place } from '../../engine/rule.js'
import { nearest, typoOf, WordSpeller } from '../../engine/speller.js'
import { KEYS, type Span } from '../../facts/openstack_ansible.js'
import type { Group, OpenstackAnsibleConfig } from './config.js'
import { normalized, REPLACEMENTS } from './groups.js'
import { writtenHosts } from './inventory.js'
import { isNothing, isUnknown } from './placed.js'
import { bindsOf, optionsOf } from './provider-network.js'

/** A name that only other releases have. */
interface Removed {
  verdict: 'removed'
  span: Span
  replacement: string | undefined
}

/** The name of a group of hosts that the release does not have, or does not find under this spelling. */
export type GroupUse = Place & { group: Group } & (
    | { verdict: 'misspelled'; spelled: string }
    | { verdict: 'generated' }
    /** `isLeftover`: other groups deploy to all of its hosts. */
    | (Removed & { isLeftover: boolean })
    | { verdict: 'unknown'; isLeftover: boolean; meant: string | undefined }
  )

export const groupUses = oncePer(function* (config: OpenstackAnsibleConfig): Iterable<GroupUse> {
  const { groups, known, envD } = config
  const isKnown = ({ name }: Group) => known.groups.has(name) || envD.groups.has(name)
  const deployed = new Set(groups.filter(isKnown).flatMap(({ hosts }) => hosts.map(({ name }) => name)))
  const speller = new WordSpeller([...known.groups, ...envD.groups])
  for (const group of groups) {
    const { name, key, file, range, hosts, isShared } = group
    const use = { group, file, range }
    const spelled = known.spelled(name)
    if (isKnown(group)) {
      // before 2026.1 the generator does not take `_` for `-`
      const isMisspelled = spelled.includes('-') && key !== spelled && !envD.groups.has(name)
      if (isMisspelled) yield { ...use, verdict: 'misspelled', spelled }
      continue
    }
    if (hosts.length === 0) continue
    const isLeftover = hosts.every((host) => deployed.has(host.name))
    const span = known.elsewhere('groups', name)
    if (span) {
      const replacement = REPLACEMENTS.get(name)
      if (!isShared) yield { ...use, verdict: 'removed', span, replacement, isLeftover }
      continue
    }
    if (known.parents.has(name) || envD.names.has(name)) continue
    const meant = typoIn(name, speller)
    // a group that only defines an anchor may have any name, unless it is a typo
    if (isShared && !meant) continue
    if (name === 'lxc_hosts') yield { ...use, verdict: 'generated' }
    else yield { ...use, verdict: 'unknown', isLeftover, meant }
  }
})

/** A name in group_binds that the release does not have, or a group_binds that is not a list. */
export type BindUse = Place &
  (
    | { verdict: 'not_a_list' }
    /** `isLeftover`: the network is also bound to a group that exists. */
    | (Removed & { text: string; isLeftover: boolean })
    /** `meant` is certain, `near` is only similar. */
    | { verdict: 'unknown'; text: string; meant: string | undefined; near: string | undefined }
  )

export const bindUses = oncePer(function* (config: OpenstackAnsibleConfig): Iterable<BindUse> {
  const { known, providerNetworks = [] } = config
  if (providerNetworks.length === 0) return
  const names = bindable(config)
  const speller = new WordSpeller(names)
  for (const network of providerNetworks) {
    const list = childOf(network.node, 'group_binds')
    if (list && !asSequence(list) && !isUnknown(list) && !isNothing(list)) {
      yield { file: network.file, range: list.range, verdict: 'not_a_list' }
    }
    const binds = bindsOf(network)
    const isLeftover = binds.some(({ group }) => names.has(group))
    for (const { group, text = '', file, range } of binds) {
      if (names.has(group)) continue
      const span = known.elsewhere('binds', group)
      if (span) {
        const replacement = REPLACEMENTS.get(group)
        yield { file, range, verdict: 'removed', text, span, replacement, isLeftover }
        continue
      }
      const meant = typoIn(group, speller)
      const near = meant ?? nearest(group, [...names, ...known.namesElsewhere('binds')])
      yield { file, range, verdict: 'unknown', text, meant, near }
    }
  }
})

/** All names that a provider network may be bound to. */
function bindable({ known, envD, groups }: OpenstackAnsibleConfig): ReadonlySet<string> {
  const names = new Set([...known.binds, ...envD.names, 'hosts', 'localhost', 'all'])
  for (const name of [...names])
    if (name.endsWith('_containers')) names.add(name.replace(/_containers$/, '_all'))
  for (const { name, hosts } of groups) {
    names.add(name)
    for (const host of hosts) names.add(normalized(`${host.name}_host_containers`))
  }
  return names
}

/** A variable that the release does not read. */
export type VariableUse = Place & { name: string } & (
    | Omit<Removed, 'replacement'>
    | { verdict: 'misspelled'; meant: string }
  )

export const variableUses = oncePer(function* (config: OpenstackAnsibleConfig): Iterable<VariableUse> {
  const { variables, known } = config
  for (const [name, settings] of variables.settings) {
    if (known.reads(name)) continue
    const span = known.elsewhere('variables', name)
    const meant = span ? undefined : variableMeant(name, settings.length, config)
    for (const { file, range } of settings) {
      if (span) yield { file, range, name, verdict: 'removed', span }
      else if (meant) yield { file, range, name, verdict: 'misspelled', meant }
    }
  }
})

/** The variable that a name is a typo of, unless the repository uses it more often than it sets it. */
function variableMeant(
  name: string,
  settings: number,
  { known, everything }: OpenstackAnsibleConfig,
): string | undefined {
  // shorter names are often the operator's own
  if (name.length < 8 || !/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name)) return undefined
  const meant = known.variableSpeller.typoOf(name)
  return meant && (wordCounts(everything).get(name) ?? 0) <= settings ? meant : undefined
}

const countsOf = new WeakMap<readonly Definition[], ReadonlyMap<string, number>>()

/** How often each word occurs in the repository. */
function wordCounts(definitions: readonly Definition[]): ReadonlyMap<string, number> {
  const counted = countsOf.get(definitions)
  if (counted) return counted
  const counts = new Map<string, number>()
  countsOf.set(definitions, counts)
  for (const { text } of definitions) {
    for (const [word] of text.matchAll(/[A-Za-z_]\w*/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** A key with a typo, in a mapping of which only certain keys are read. */
export type KeyUse = Place & {
  verdict: 'misspelled'
  where: keyof typeof KEYS
  key: string
  meant: string
}

export const keyUses = oncePer(function* (config: OpenstackAnsibleConfig): Iterable<KeyUse> {
  const { others, overrides, known, groups, providerNetworks = [] } = config
  for (const { file, range, entry } of others) yield* misspelled('top', file, range, entry.key)
  for (const [key, { file, range }] of overrides) {
    if (!known.variables.has(key)) yield* misspelled('global_overrides', file, range, key)
  }
  for (const { file, value } of writtenHosts(groups)) {
    for (const { key, keyRange } of entriesOf(value)) yield* misspelled('host', file, keyRange, key)
  }
  for (const network of providerNetworks) {
    for (const { key, keyRange } of optionsOf(network)) {
      yield* misspelled('network', network.file, keyRange, key)
    }
  }
  const list = overrides.get('provider_networks')
  for (const item of asSequence(list?.entry.value)?.items ?? []) {
    for (const { key, keyRange } of entriesOf(item)) {
      if (list) yield* misspelled('provider_networks', list.file, keyRange, key)
    }
  }
})

function* misspelled(
  where: keyof typeof KEYS,
  file: string,
  range: Place['range'],
  key: string,
): Iterable<KeyUse> {
  const name = where === 'top' ? normalized(key) : key
  // operators put `_` before a key to disable it, or to define an anchor
  const meant = name.startsWith('_') ? undefined : typoOf(name, KEYS[where], { shortest: 4, most: 1 })
  if (meant) yield { file, range, verdict: 'misspelled', where, key, meant }
}

function typoIn(name: string, speller: WordSpeller): string | undefined {
  return name.startsWith('_') ? undefined : speller.typoOf(name)
}
