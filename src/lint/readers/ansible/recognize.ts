import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  type YamlEntry,
  type YamlNode,
} from '../../../yaml/tree.js'
import { BLOCK_KEYWORDS, TASK_KEYWORDS } from './keywords.js'

/** Files without an extension that are inventories, by their name or their folder. */
const INVENTORY_PATH =
  /(^|\/)(?:inventor(?:y|ies)\/(?:[^/]+\/)*[^/.]+|(?:hosts|multinode|all-in-one|inventory)[\w-]*|environments\/[^/]+\/(?:hosts|groups))$/i
/** Paths where a YAML file of groups alone is an inventory. */
const YAML_INVENTORY_PATH =
  /(^|\/)(?:inventor(?:y|ies)\/(?:[^/]+\/)*[^/]+|(?:hosts|inventory)[\w-]*(?:\.ya?ml)?)$/i
/** Files of a role: below `roles/`, or in a repository that is a role itself. */
const ROLE_PART =
  /^(?:((?:.*\/)?roles\/[^/]+)\/)?(tasks|handlers|defaults|vars|meta)\/(?:[^/]+\/)*[^/]+\.ya?ml$/
/** Lists of tasks for playbooks to include. */
const TASKS_FOLDER = /(?:^|\/)(tasks|handlers)\/(?:[^/]+\/)*[^/]+\.ya?ml$/
const REQUIREMENTS_PATH = /(^|\/)[\w-]*requirements\.ya?ml$/
const VARS_PATH = /(^|\/)(?:group_vars|host_vars)\/(?:[^/]+\/)*[^/]+$/

/** Whether a file without an extension may be an inventory, or variables of one. */
export function mayBeAnsible(path: string): boolean {
  return INVENTORY_PATH.test(path) || VARS_PATH.test(path)
}

export interface RolePart {
  /** The folder of the role; `undefined` for tasks outside of roles. */
  role: string | undefined
  name: string
}

/** Which part of a role a file is, by its path. */
export function rolePart(path: string): RolePart | undefined {
  const [found, role, name = ''] = ROLE_PART.exec(path) ?? []
  if (found !== undefined) return { role: role ?? '', name }
  const tasks = TASKS_FOLDER.exec(path)?.[1]
  return tasks === undefined ? undefined : { role: undefined, name: tasks }
}

/** Below `roles/` the path is enough. Elsewhere, the names of the folders are too common. */
function hasContentOf({ role, name }: RolePart, root: YamlNode | undefined): boolean {
  if (role) return true
  if (name !== 'tasks' && name !== 'handlers') return name !== 'meta' && asMapping(root) !== undefined
  const items = asSequence(root)?.items ?? []
  return items.every(isTask) && items.some(isSurelyTask)
}

function isTask(item: YamlNode): boolean {
  const entries = entriesOf(item)
  return entries.some(({ key }) => TASK_KEYWORDS.has(key) || BLOCK_KEYWORDS.has(key)) && !isPlay(item)
}

/** Keys that the steps of other tools do not have. */
const ANSIBLE_ONLY: ReadonlySet<string> = new Set([
  'assert',
  'become',
  'block',
  'changed_when',
  'copy',
  'debug',
  'delegate_to',
  'failed_when',
  'import_role',
  'import_tasks',
  'include_role',
  'include_tasks',
  'lineinfile',
  'loop',
  'no_log',
  'notify',
  'ping',
  'register',
  'run_once',
  'set_fact',
  'systemd',
  'template',
])

function isSurelyTask(item: YamlNode): boolean {
  return entriesOf(item).some(({ key }) => ANSIBLE_ONLY.has(key) || /^with_|^\w+\.\w+\.\w+$/.test(key))
}

/** Whether a node is a list of plays. A play without hosts is recognized by keywords that only plays have. */
export function isPlaybook(root: YamlNode | undefined): boolean {
  const items = asSequence(root)?.items ?? []
  if (items.length === 0) return false
  return items.every((item) => isPlay(item) || isPlayWithoutHosts(item))
}

function isPlayWithoutHosts(item: YamlNode): boolean {
  const has = (keys: readonly string[]) => keys.some((key) => asSequence(childOf(item, key)))
  if (!has(['tasks', 'pre_tasks', 'post_tasks', 'roles'])) return false
  return PLAY_ONLY.some((key) => childOf(item, key))
}

const PLAY_ONLY: readonly string[] = [
  'gather_facts',
  'become',
  'pre_tasks',
  'post_tasks',
  'serial',
  'vars_files',
  'any_errors_fatal',
  'connection',
  'max_fail_percentage',
  'remote_user',
]

export function isRequirementsFile(path: string): boolean {
  return REQUIREMENTS_PATH.test(path)
}

export function isVars(path: string): boolean {
  return VARS_PATH.test(path)
}

/** Whether a file is an inventory in INI form. */
export function isIniInventory(path: string, text: string): boolean {
  if (/\.(ya?ml|cfg|conf|json)$/i.test(path) || VARS_PATH.test(path)) return false
  if (/^\[[\w.-]+:(children|vars)\]/m.test(text)) return true
  return INVENTORY_PATH.test(path) && /^\[[^\]\s:]+\]\s*(?:#.*)?$/m.test(text)
}

/** Whether a YAML file is a playbook, a part of a role, requirements, an inventory, or variables of one. */
export function isAnsible(path: string, root: YamlNode | undefined, entries: readonly YamlEntry[]): boolean {
  if (VARS_PATH.test(path) && asMapping(root)) return true
  const part = rolePart(path)
  if (part && hasContentOf(part, root)) return true
  if (isRequirementsFile(path) && isRequirements(root)) return true
  if (isPlaybook(root)) return true
  return isYamlInventory(path, entries)
}

/**
 * Whether a mapping with these entries is an inventory: it has the group `all`, or it is at the path of an inventory and
 * contains nothing but groups.
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
  const items = asSequence(root)?.items
  if (items) return items.length > 0 && items.every(isRequirement)
  return childOf(root, 'roles') !== undefined || childOf(root, 'collections') !== undefined
}

/** A role in a list of the older form. Other items are tasks or plays. */
function isRequirement(item: YamlNode): boolean {
  if (!asMapping(item)) return asScalar(item) !== undefined
  return ['src', 'version', 'scm', 'include'].some((key) => childOf(item, key)) && !isPlay(item)
}
