import type { RuleContext } from '../../engine/context.js'
import { type Definition, isTemplatedValue } from '../../engine/definition.js'
import { type Lookup, OptionFacts, optionFacts } from '../../facts/oslo_config.js'
import { type IniOption, type IniSection, readIni } from './ini.js'
import { overridesIn, type ReadFile } from './overrides.js'
import { type Service, serviceOfFile } from './services.js'

/** A file with all that is known of its options. */
export interface ConfigFile extends ReadFile {
  /** `undefined` when it is not known whose file it is. */
  facts: OptionFacts | undefined
  sections: readonly ConfigSection[]
}

export interface ConfigSection {
  /** The name that oslo.config compares. */
  group: string
  ini: IniSection
  /** Whether the service has the group, or makes groups of its own out of values. */
  is: 'known' | 'dynamic' | 'unknown'
  options: readonly ConfigOption[]
}

export interface ConfigOption {
  ini: IniOption
  /** `undefined` when nothing is known. */
  lookup: Lookup | undefined
}

/** The files that are read together: those of one cloud, as far as their places tell. */
export interface Environment {
  path: string
  files: readonly ConfigFile[]
  /** Whether nobody said which release it is. */
  isAssumed: boolean
  release: string
}

/** Group the files by the folder that their cloud has. */
export function* environments(
  definitions: readonly Definition[],
  context: RuleContext,
): Iterable<Environment> {
  const folders = new Map<string, ReadFile[]>()
  for (const file of definitions.flatMap(readFiles)) {
    const folder = rootOf(file.path)
    const files = folders.get(folder)
    if (files) files.push(file)
    else folders.set(folder, [file])
  }
  const { isAssumed, release } = context.facts
  for (const files of folders.values()) {
    const lookedUp = configFiles(files, context)
    yield { path: files[0]?.path ?? '', files: lookedUp, isAssumed, release }
  }
}

function readFiles(definition: Definition): ReadFile[] {
  const { kind, path, text, yaml } = definition
  if (kind !== 'oslo_config') return yaml && text.includes('_overrides') ? overridesIn(definition) : []
  const title = path.slice(path.lastIndexOf('/') + 1)
  return [{ path, title, isVariable: false, ini: readIni(text), service: serviceOfFile(path) }]
}

/** `…/config/nova/nova-compute.conf` and `…/config/nova.conf` belong together, as do `etc/nova/…` and `etc/glance/…`. */
function rootOf(path: string): string {
  const parts = path.split('/').slice(0, -1)
  const named = parts.findLastIndex((part) =>
    /^(?:config|overlays|etc|openstack_deploy|group_vars|host_vars)$/.test(part),
  )
  return (named === -1 ? parts : parts.slice(0, named + 1)).join('/')
}

function configFiles(files: readonly ReadFile[], context: RuleContext): ConfigFile[] {
  const mentions = new Map<string, ReadonlySet<string>>()
  return files.map((file) => {
    const { service } = file
    const facts = service && optionFacts(context, service)
    const isMentioned = (name: string) => {
      const known = mentions.get(service ?? '')
      const names = known ?? wordsOf(files.filter((other) => other.service === service))
      if (!known) mentions.set(service ?? '', names)
      return names.has(name)
    }
    return { ...file, facts, sections: sectionsOf(file, facts, isMentioned) }
  })
}

/** What values speak of: the names of backends, stores, stanzas of credentials… */
function wordsOf(files: readonly ReadFile[]): Set<string> {
  const words = new Set<string>()
  for (const { ini } of files) {
    for (const { options } of ini.sections) {
      for (const { value } of options) for (const word of value.split(/[\s,:;=[\]'"]+/)) words.add(word)
    }
  }
  return words
}

function sectionsOf(
  { ini, service }: ReadFile,
  facts: OptionFacts | undefined,
  isMentioned: (name: string) => boolean,
): ConfigSection[] {
  return ini.sections.map((section) => {
    const group = OptionFacts.normalized(section.name)
    if (!facts || !service || isTemplatedValue(section.name)) {
      return { group, ini: section, is: 'dynamic', options: section.options.map(unknown) }
    }
    if (facts.hasGroup(group) || facts.hadGroup(group)) {
      const options = section.options.map((option) => ({
        ini: option,
        lookup: lookup(facts, [group], option),
      }))
      return { group, ini: section, is: 'known', options }
    }
    const patterns = patternsOf(service, facts)
    if (section.options.some(({ name }) => facts.lists(patterns, name))) {
      const options = section.options.map((option) => ({
        ini: option,
        lookup: lookup(facts, patterns, option),
      }))
      return { group, ini: section, is: 'dynamic', options }
    }
    const isOwn = facts.isUnlisted(group) || isMentioned(section.name) || isDynamic(service, section)
    return { group, ini: section, is: isOwn ? 'dynamic' : 'unknown', options: section.options.map(unknown) }
  })
}

function unknown(option: IniOption): ConfigOption {
  return { ini: option, lookup: undefined }
}

function lookup(facts: OptionFacts, groups: readonly string[], { name }: IniOption): Lookup | undefined {
  if (isTemplatedValue(name)) return undefined
  const found = groups.map((group) => facts.lookup(group, name))
  return found.find(({ is }) => is !== 'unknown') ?? found[0]
}

/** Groups whose options a service reads from groups of the operator's own names as well. */
function patternsOf(service: Service, facts: OptionFacts): string[] {
  // each context of oslo.privsep has a group of its own name
  const common = ['privsep']
  if (service === 'cinder')
    return [...common, 'backend_defaults', 'brcd_fabric_example', 'cisco_fabric_example']
  if (service === 'manila') return [...common, 'DEFAULT']
  if (service !== 'glance') return common
  const stores = facts.groups.filter((group) => group.startsWith('glance.store.'))
  return [...common, 'glance_store', 'file', ...stores]
}

/** Sections of plug-ins that people use, and that are no packages of OpenStack's own. */
const PLUGIN_SECTIONS: Partial<Record<Service, readonly string[]>> = {
  magnum: ['auto_scaling', 'capi_client', 'manila_client', 'proxy'],
  mistral: ['openstack_actions'],
  neutron: ['infoblox', 'nsx', 'nsx_p', 'nsx_v3'],
}

/** Groups that a service looks for by names that stand elsewhere, or that belong to another reader of the file. */
function isDynamic(service: Service, { name, options }: IniSection): boolean {
  if (name.includes(':')) return true
  if (PLUGIN_SECTIONS[service]?.includes(name)) return true
  if (service === 'keystone') return options.every((option) => option.name === 'remote_id_attribute')
  return service === 'nova' && /^(?:mdev|vgpu)_/.test(name)
}
