import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  type YamlEntry,
  type YamlNode,
} from '../../yaml/tree.js'

/** Files without an extension that Ansible reads as inventories, by their name or the folder that they lie in. */
const INVENTORY_PATH =
  /(^|\/)(?:inventor(?:y|ies)\/(?:[^/]+\/)*[^/.]+|(?:hosts|multinode|all-in-one|inventory)[\w-]*|environments\/[^/]+\/(?:hosts|groups))$/i
/** Where YAML that holds nothing but groups is an inventory. */
const YAML_INVENTORY_PATH =
  /(^|\/)(?:inventor(?:y|ies)\/(?:[^/]+\/)*[^/]+|(?:hosts|inventory)[\w-]*(?:\.ya?ml)?)$/i
const VARS_PATH = /(^|\/)(?:group_vars|host_vars)\/(?:[^/]+\/)*[^/]+$/

/** Whether a file without an extension may be an inventory or variables. */
export function mayBeAnsible(path: string): boolean {
  return INVENTORY_PATH.test(path) || VARS_PATH.test(path)
}

export function isVars(path: string): boolean {
  return VARS_PATH.test(path)
}

/** Whether a text is an inventory in INI form. */
export function isIniInventory(path: string, text: string): boolean {
  if (/\.(ya?ml|cfg|conf|json)$/i.test(path) || VARS_PATH.test(path)) return false
  if (/^\[[\w.-]+:(children|vars)\]/m.test(text)) return true
  return INVENTORY_PATH.test(path) && /^\[[^\]\s:]+\]\s*(?:#.*)?$/m.test(text)
}

/** Whether parsed YAML is a playbook, a role's tasks, requirements, an inventory or variables of one. */
export function isAnsible(path: string, root: YamlNode | undefined, entries: readonly YamlEntry[]): boolean {
  if (VARS_PATH.test(path) && asMapping(root)) return true
  if (/(^|\/)roles\/[^/]+\/(tasks|handlers|defaults|vars|meta)\/[^/]+\.ya?ml$/.test(path)) return true
  if (/(^|\/)[\w-]*requirements\.ya?ml$/.test(path) && isRequirements(root)) return true
  const items = asSequence(root)?.items ?? []
  if (items.length > 0 && items.every(isPlay)) return true
  return isYamlInventory(path, entries)
}

/**
 * Whether a mapping with these entries is an inventory: it has the group `all`, or it lies where inventories do and
 * holds nothing but groups.
 */
export function isYamlInventory(path: string, entries: readonly YamlEntry[]): boolean {
  const all = entries.find(({ key }) => key === 'all')
  if (all && INVENTORY_KEYS.some((key) => childOf(all.value, key))) return true
  if (!YAML_INVENTORY_PATH.test(path)) return false
  return (
    entries.every(isGroup) &&
    entries.some(({ value }) => childOf(value, 'hosts') || childOf(value, 'children'))
  )
}

const INVENTORY_KEYS: readonly string[] = ['hosts', 'children', 'vars']

function isGroup({ value }: YamlEntry): boolean {
  if (!asMapping(value)) return asScalar(value)?.value === null
  return entriesOf(value).every(({ key }) => INVENTORY_KEYS.includes(key))
}

function isPlay(item: YamlNode): boolean {
  return ['hosts', 'import_playbook', 'ansible.builtin.import_playbook'].some((key) => childOf(item, key))
}

function isRequirements(root: YamlNode | undefined): boolean {
  return (
    asSequence(root) !== undefined ||
    childOf(root, 'roles') !== undefined ||
    childOf(root, 'collections') !== undefined
  )
}
