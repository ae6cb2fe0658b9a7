import { MANIFEST_FILE } from '../manifest/load.js'
import type { YamlFile } from '../yaml/parse.js'
import { asMapping, entriesOf, type YamlEntry } from '../yaml/tree.js'
import { rootMapping } from './definition.js'
import type { Kind } from './finding.js'
import { ENVIRONMENT_SECTIONS } from './heat/environment-sections.js'

const DEFINITION_NAME = /\.(ya?ml|template|hot|env)$/i

/** Whether a file of this name may be a definition at all. */
export function isDefinitionName(path: string): boolean {
  return DEFINITION_NAME.test(path)
}

const TEMPLATE_VERSION =
  /^[ \t{]*["']?(heat_template_version|HeatTemplateFormatVersion|AWSTemplateFormatVersion)["']?[ \t]*:/m
const ENVIRONMENT_SECTION = new RegExp(`^["']?(${ENVIRONMENT_SECTIONS.join('|')})["']?[ \\t]*:`, 'm')

/**
 * Whether a file is to be read as YAML. `.yml` and `.yaml` always are; `.template`, `.hot` and `.env` are when
 * their text speaks of Heat, since other tools use these extensions too (dotenv files above all).
 *
 * @param text `undefined` when the content cannot be read as text
 */
export function looksLikeDefinition(path: string, text: string | undefined): boolean {
  if (/\.ya?ml$/i.test(path)) return true
  if (text === undefined) return false
  return (/\.env$/i.test(path) ? ENVIRONMENT_SECTION : TEMPLATE_VERSION).test(text)
}

/** What a file is, from its place and its content. */
export function recognize(path: string, text: string, yaml: YamlFile | undefined): Kind {
  if (path === MANIFEST_FILE) return 'manifest'
  if (isUserConfig(path)) return 'openstack_ansible'
  const root = yaml && rootMapping({ yaml })
  if (!root) return isBroken(yaml) && /^heat_template_version[ \t]*:/m.test(text) ? 'heat' : 'yaml'

  const entries = entriesOf(root)
  const keys = new Set(entries.map(({ key }) => key))
  if (keys.has('heat_template_version')) return 'heat'
  if (isOpenstackAnsible(path, entries, keys)) return 'openstack_ansible'
  if (isHeatEnvironment(path, keys)) return 'heat_environment'
  return 'yaml'
}

/** openstack-ansible's main file: the one whose place, not only its content, says what it is. */
export function isUserConfig(path: string): boolean {
  return /(^|\/)openstack_user_config\.ya?ml$/.test(path)
}

function isBroken(yaml: YamlFile | undefined): boolean {
  return yaml?.problems.some(({ kind }) => kind === 'syntax') ?? false
}

function isOpenstackAnsible(path: string, entries: readonly YamlEntry[], keys: ReadonlySet<string>): boolean {
  const hasGroups = entries.some(({ key, value }) => /[_-]hosts$/.test(key) && asMapping(value))
  if (keys.has('global_overrides') && (keys.has('cidr_networks') || hasGroups)) return true
  if (keys.has('cidr_networks') && hasGroups) return true
  if (/(^|\/)conf\.d\/[^/]+$/.test(path)) return hasGroups
  const skeletons = ['component_skel', 'container_skel', 'physical_skel']
  return /(^|\/)env\.d\/[^/]+$/.test(path) && skeletons.some((key) => keys.has(key))
}

function isHeatEnvironment(path: string, keys: ReadonlySet<string>): boolean {
  const known = ENVIRONMENT_SECTIONS.filter((section) => keys.has(section))
  if (known.length === 0) return false
  // `parameters` alone is a word of many tools; these two are Heat's own
  const certain = keys.has('resource_registry') || keys.has('parameter_defaults') || /\.env$/i.test(path)
  return certain || known.length === keys.size
}
