import type { Definition } from '../lint/engine/definition.js'
import type { Inventory, InventoryVar } from '../lint/readers/ansible/inventory.js'
import { readInventory } from '../lint/readers/ansible/merged-inventory.js'
import { cloudFiles } from '../lint/readers/clouds/cloud.js'
import { readConfiguration } from '../lint/readers/haproxy/configuration.js'
import { optionsOf, textOf } from '../lint/readers/openstack_ansible/provider-network.js'
import { partOf } from '../lint/readers/openstack_ansible/recognize.js'
import { readUserConfig } from '../lint/readers/openstack_ansible/user-config.js'
import { readIni } from '../lint/readers/oslo_config/ini.js'
import { asScalar, entriesOf } from '../yaml/tree.js'
import { type Facet, HIDDEN, isSecretFile, shownText, textsOf } from './facet.js'
import { keyFacets } from './yaml-facets.js'

/** Facets of openstack-ansible: hosts, groups and networks of the main files, variables of all other files. */
export function openstackAnsibleFacets(definition: Definition): Facet[] {
  const { path } = definition
  const { part, folder } = partOf(path)
  if (part !== 'main' && part !== 'conf.d') {
    return keyFacets('option', path, entriesOf(rootOf(definition)))
  }
  const where = folder.replace(/\/$/, '') || '.'
  const config = readUserConfig([definition])
  const hosts = config.groups.flatMap(({ name: group, hosts }) =>
    hosts.flatMap((host): Facet[] => [
      { what: 'host', name: host.name, where, value: group, shown: group },
      ...entriesOf(host.value).map((entry) =>
        hostValue(host.name, where, entry.key, textsOf(entry.key, entry.value)),
      ),
    ]),
  )
  const ranges = [...config.networks].map(([name, { node }]): Facet => {
    return { what: 'network', name, where, ...textsOf(name, node) }
  })
  const provided = (config.providerNetworks ?? []).flatMap((network): Facet[] => {
    const name = textOf(network, 'net_name') ?? textOf(network, 'container_bridge') ?? 'provider network'
    return optionsOf(network).map(({ key, value }) => {
      const { value: text, shown } = textsOf(key, value)
      return { what: 'network', name, where, value: `${key}: ${text}`, shown: `${key}: ${shown}` }
    })
  })
  const overrides = [...config.overrides].filter(([key]) => key !== 'provider_networks')
  const options = [...overrides.map(([, { entry }]) => entry), ...config.others.map(({ entry }) => entry)]
  const used = config.usedIps
    ? [{ what: 'option', name: 'used_ips', where, ...textsOf('', config.usedIps.node) } as const]
    : []
  return [...hosts, ...ranges, ...provided, ...used, ...keyFacets('option', where, options)]
}

function hostValue(
  name: string,
  where: string,
  key: string,
  { value, shown }: Pick<Facet, 'value' | 'shown'>,
): Facet {
  return { what: 'host', name, where, value: `${key}: ${value}`, shown: `${key}: ${shown}` }
}

/** Hosts and groups with their variables; `undefined` when the file is not an inventory. */
export function inventoryFacets(definition: Definition): Facet[] | undefined {
  const inventory = readInventory(definition)
  return inventory && facetsOfInventory(inventory)
}

function facetsOfInventory({ path: where, groups }: Inventory): Facet[] {
  return [...groups.values()].flatMap(({ name: group, hosts, children, vars }): Facet[] => [
    ...hosts.flatMap((host): Facet[] => [
      { what: 'host', name: host.name, where, value: group, shown: group },
      ...variables(host.vars).map((texts) => ({ what: 'host' as const, name: host.name, where, ...texts })),
    ]),
    ...children.map(({ name }): Facet => ({ what: 'group', name: group, where, value: name, shown: name })),
    ...variables(vars).map((texts) => ({ what: 'group' as const, name: group, where, ...texts })),
  ])
}

function variables(vars: ReadonlyMap<string, InventoryVar>): Pick<Facet, 'value' | 'shown'>[] {
  return [...vars.values()].map(({ name, value }) => ({
    value: `${name}: ${value}`,
    shown: `${name}: ${shownText(name, value)}`,
  }))
}

/** The options of a service's configuration, by section. */
export function osloFacets({ path: where, text }: Definition): Facet[] {
  return readIni(text).sections.flatMap((section) =>
    section.options.map(({ name, value }): Facet => {
      const shown = isSecretFile(where) ? HIDDEN : shownText(name, value)
      return { what: 'option', name: `[${section.name}] ${name}`, where, value, shown }
    }),
  )
}

/** The clouds of a clouds.yaml with their settings. */
export function cloudsFacets(definition: Definition): Facet[] {
  return cloudFiles([definition]).flatMap(({ clouds, path: where }) =>
    clouds.flatMap(({ name, settings, auth }) => {
      const part = { what: 'cloud', name } as const
      const own = [...settings].filter(([key]) => key !== 'auth')
      const keys = [...own, ...auth].map(([key, { node }]): Facet => {
        const texts = textsOf(key, node)
        const shown = isSecretFile(where) ? HIDDEN : texts.shown
        return { what: 'option', name: `${name}.${key}`, where, value: texts.value, shown, part }
      })
      return [{ ...part, where, value: '', shown: '' }, ...keys]
    }),
  )
}

/** The sections of HAProxy with their servers and other lines. */
export function haproxyFacets(definition: Definition): Facet[] {
  const where = definition.path
  return readConfiguration([definition]).sections.flatMap((section): Facet[] => {
    const title = [section.kind, section.name?.text ?? ''].join(' ').trim()
    const part = { what: 'proxy', name: title } as const
    const lines = section.statements.map(({ words, keyword, negated }): Facet => {
      const [, second, ...rest] = words.map(({ text }) => text)
      const isServer = keyword.text === 'server' && second !== undefined
      const name = isServer ? `${title}: ${second}` : `${title}: ${keyword.text}`
      const value = `${negated ? 'no ' : ''}${[...(isServer || second === undefined ? [] : [second]), ...rest].join(' ')}`
      const isSecret =
        /^(?:user|password|insecure-password|stats)$/.test(keyword.text) && /password|auth/.test(value)
      return {
        what: isServer ? 'server' : 'option',
        name,
        where,
        value,
        shown: isSecret ? HIDDEN : value,
        part,
      }
    })
    return [{ ...part, where, value: '', shown: '' }, ...lines]
  })
}

function rootOf({ yaml }: Definition) {
  const [document, ...more] = yaml?.documents ?? []
  return more.length === 0 && !asScalar(document) ? document : undefined
}
