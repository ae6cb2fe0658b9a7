import type { Range } from '../../../yaml/source.js'
import { isTemplatedValue } from '../../engine/definition.js'
import type { Place } from '../../engine/rule.js'
import { type Lookup, OptionFacts } from '../../facts/oslo_config.js'
import type { IniFile, IniOption, IniSection } from './ini.js'
import type { Service } from './services.js'

/** The configuration files that the services of one cloud read, as far as their paths tell. */
export interface ConfigFiles {
  path: string
  files: readonly ConfigFile[]
  /** The options of all files, each looked up in the facts of its service. */
  options: readonly ConfigOption[]
  release: string
  /** Whether neither the manifest nor a flag names the release. */
  isAssumed: boolean
}

/** One configuration file, or a variable of openstack-ansible that is rendered into one. */
export interface ReadFile {
  path: string
  /** The name in messages: `nova.conf` or `nova_nova_conf_overrides`. */
  title: string
  isVariable: boolean
  ini: IniFile
  service: Service | undefined
}

/** A file whose sections and options are looked up in the facts. */
export interface ConfigFile extends ReadFile {
  /** `undefined` when the service is unknown. */
  facts: OptionFacts | undefined
  sections: readonly ConfigSection[]
}

/** A section; as a place, the name in its first header. */
export interface ConfigSection extends Omit<IniSection, 'options'>, Place {
  file: string
  source: ConfigFile
  /** The name as oslo.config compares it. */
  group: string
  /** `dynamic`: the service reads it under a name that the operator chooses, or may do so. */
  verdict: 'known' | 'dynamic' | 'unknown'
  options: readonly ConfigOption[]
}

/** An option; as a place, its name. */
export interface ConfigOption extends IniOption, Place {
  file: string
  source: ConfigFile
  section: ConfigSection
  /** The name in messages: `[libvirt] virt_type`. */
  title: string
  /** `undefined` when the facts cannot tell anything about it. */
  lookup: Lookup | undefined
}

/** How messages name an option. */
export function titleOf(group: string, name: string): string {
  return `[${group}] ${name}`
}

/** The place of a value, or of the name when the value is empty. */
export function atValue({ file, lines, value, valueRange, range }: ConfigOption): Place {
  return { file, range: lines.length === 1 && value === '' ? range : valueRange }
}

/** The place of a part of a one-line value; `start` counts from the value's first character, quotes included. */
export function withinValue({ file, valueRange }: ConfigOption, start: number, length: number): Place {
  const { line, column } = valueRange.start
  const range: Range = {
    start: { line, column: column + start },
    end: { line, column: column + start + length },
  }
  return { file, range }
}

/** The options of a file that have this group and name. */
export function optionsIn({ sections }: ConfigFile, group: string, name: string): ConfigOption[] {
  return sections
    .filter((section) => section.group === group)
    .flatMap(({ options }) => options.filter((option) => option.name === name))
}

/** Whether oslo.config converts the value to true. */
export function isTrue(value: string): boolean {
  return /^(?:true|1|on|yes)$/i.test(value)
}

/**
 * Whether the file configures the service completely, so that what it lacks is missing: it sets the database. Files
 * that a deployment tool merges into its own rarely do.
 */
export function isComplete(file: ConfigFile): boolean {
  return !file.ini.hasUnknownLines && optionsIn(file, 'database', 'connection').length > 0
}

/**
 * Look the file's sections and options up.
 *
 * @param isMentioned whether a value in a file of the same service contains this word
 */
export function configFile(
  read: ReadFile,
  facts: OptionFacts | undefined,
  isMentioned: (word: string) => boolean,
): ConfigFile {
  const sections: ConfigSection[] = []
  const source: ConfigFile = { ...read, facts, sections }
  const file = read.path
  for (const ini of read.ini.sections) {
    const group = OptionFacts.normalized(ini.name)
    const { verdict, groups } = groupsOf(ini, group, source, isMentioned)
    const options: ConfigOption[] = []
    const section: ConfigSection = { ...ini, file, source, group, verdict, options }
    sections.push(section)
    for (const option of ini.options) {
      const title = titleOf(ini.name, option.name)
      const found = facts && lookup(facts, groups, option)
      options.push({ ...option, file, range: option.nameRange, source, section, title, lookup: found })
    }
  }
  return source
}

/** Whether the service reads the section, and the groups of the facts whose options it may have. */
function groupsOf(
  section: IniSection,
  group: string,
  { facts, service }: ReadFile & Pick<ConfigFile, 'facts'>,
  isMentioned: (word: string) => boolean,
): Pick<ConfigSection, 'verdict'> & { groups: readonly string[] } {
  if (!facts || !service || isTemplatedValue(section.name)) return { verdict: 'dynamic', groups: [] }
  if (facts.hasGroup(group) || facts.hadGroup(group)) return { verdict: 'known', groups: [group] }
  const patterns = patternsOf(service, facts)
  if (section.options.some(({ name }) => facts.lists(patterns, name))) {
    return { verdict: 'dynamic', groups: patterns }
  }
  const isDynamic = facts.isUnlisted(group) || isMentioned(section.name) || isNamedElsewhere(service, section)
  return { verdict: isDynamic ? 'dynamic' : 'unknown', groups: [] }
}

function lookup(facts: OptionFacts, groups: readonly string[], { name }: IniOption): Lookup | undefined {
  if (isTemplatedValue(name)) return undefined
  const found = groups.map((group) => facts.lookup(group, name))
  return found.find(({ verdict }) => verdict !== 'unknown') ?? found[0]
}

/** Groups whose options a service also reads from groups that operators name. */
function patternsOf(service: Service, facts: OptionFacts): string[] {
  // each context of oslo.privsep has its own group
  const common = ['privsep']
  if (service === 'cinder')
    return [...common, 'backend_defaults', 'brcd_fabric_example', 'cisco_fabric_example']
  if (service === 'manila') return [...common, 'DEFAULT']
  if (service !== 'glance') return common
  const stores = facts.groups.filter((group) => group.startsWith('glance.store.'))
  return [...common, 'glance_store', 'file', ...stores]
}

/** Sections of common plug-ins that are not OpenStack's own packages. */
const PLUGIN_SECTIONS: Partial<Record<Service, readonly string[]>> = {
  magnum: ['auto_scaling', 'capi_client', 'manila_client', 'proxy'],
  mistral: ['openstack_actions'],
  neutron: ['infoblox', 'nsx', 'nsx_p', 'nsx_v3'],
}

/** Groups whose names the service gets from elsewhere, and those that another reader of the file has. */
function isNamedElsewhere(service: Service, { name, options }: IniSection): boolean {
  if (name.includes(':')) return true
  if (PLUGIN_SECTIONS[service]?.includes(name)) return true
  if (service === 'keystone') return options.every((option) => option.name === 'remote_id_attribute')
  return service === 'nova' && /^(?:mdev|vgpu)_/.test(name)
}
