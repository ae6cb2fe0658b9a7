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

/** Files without an extension that Ansible reads as inventories, by their name or the folder that they lie in. */
const INVENTORY_PATH =
  /(^|\/)(?:inventor(?:y|ies)\/(?:[^/]+\/)*[^/.]+|(?:hosts|multinode|all-in-one|inventory)[\w-]*|environments\/[^/]+\/(?:hosts|groups))$/i
/** Where YAML that holds nothing but groups is an inventory. */
const YAML_INVENTORY_PATH =
  /(^|\/)(?:inventor(?:y|ies)\/(?:[^/]+\/)*[^/]+|(?:hosts|inventory)[\w-]*(?:\.ya?ml)?)$/i
/** A part of a role: of one below `roles/`, or of a repository that is a role itself. */
const ROLE_PART =
  /^(?:((?:.*\/)?roles\/[^/]+)\/)?(tasks|handlers|defaults|vars|meta)\/(?:[^/]+\/)*[^/]+\.ya?ml$/
/** Lists of tasks that a playbook includes. */
const TASKS_FOLDER = /(?:^|\/)(tasks|handlers)\/(?:[^/]+\/)*[^/]+\.ya?ml$/
const REQUIREMENTS_PATH = /(^|\/)[\w-]*requirements\.ya?ml$/
const VARS_PATH = /(^|\/)(?:group_vars|host_vars)\/(?:[^/]+\/)*[^/]+$/

/** Whether a file without an extension may be an inventory or variables. */
export function mayBeAnsible(path: string): boolean {
  return INVENTORY_PATH.test(path) || VARS_PATH.test(path)
}

export interface RolePart {
  /** The role's folder; `undefined` for tasks that belong to no role. */
  role: string | undefined
  name: string
}

/** What a file is to a role, from its place. */
export function rolePart(path: string): RolePart | undefined {
  const [found, role, name = ''] = ROLE_PART.exec(path) ?? []
  if (found !== undefined) return { role: role ?? '', name }
  const tasks = TASKS_FOLDER.exec(path)?.[1]
  return tasks === undefined ? undefined : { role: undefined, name: tasks }
}

/** Below `roles/` everything is a role's; elsewhere the folders' names are too common to say it alone. */
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

/** Keys that lists of steps of other tools do not have. */
const TELLING: ReadonlySet<string> = new Set([
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
  return entriesOf(item).some(({ key }) => TELLING.has(key) || /^with_|^\w+\.\w+\.\w+$/.test(key))
}

/** A list of plays; one that lacks its hosts is still a play when it has what only plays have. */
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

/** Whether a text is an inventory in INI form. */
export function isIniInventory(path: string, text: string): boolean {
  if (/\.(ya?ml|cfg|conf|json)$/i.test(path) || VARS_PATH.test(path)) return false
  if (/^\[[\w.-]+:(children|vars)\]/m.test(text)) return true
  return INVENTORY_PATH.test(path) && /^\[[^\]\s:]+\]\s*(?:#.*)?$/m.test(text)
}

/** Whether parsed YAML is a playbook, a role's tasks, requirements, an inventory or variables of one. */
export function isAnsible(path: string, root: YamlNode | undefined, entries: readonly YamlEntry[]): boolean {
  if (VARS_PATH.test(path) && asMapping(root)) return true
  const part = rolePart(path)
  if (part && hasContentOf(part, root)) return true
  if (isRequirementsFile(path) && isRequirements(root)) return true
  if (isPlaybook(root)) return true
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
  const items = asSequence(root)?.items
  if (items) return items.length > 0 && items.every(isRequirement)
  return childOf(root, 'roles') !== undefined || childOf(root, 'collections') !== undefined
}

/** A role in a list of the older form; what has anything else is a task or a play. */
function isRequirement(item: YamlNode): boolean {
  if (!asMapping(item)) return asScalar(item) !== undefined
  return ['src', 'version', 'scm', 'include'].some((key) => childOf(item, key)) && !isPlay(item)
}
