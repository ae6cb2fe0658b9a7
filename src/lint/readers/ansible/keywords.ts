/** Keywords of plays, blocks and tasks. */
const COMMON = [
  'any_errors_fatal',
  'become',
  'become_exe',
  'become_flags',
  'become_method',
  'become_user',
  'check_mode',
  'collections',
  'connection',
  'debugger',
  'diff',
  'environment',
  'ignore_errors',
  'ignore_unreachable',
  'module_defaults',
  'name',
  'no_log',
  'port',
  'remote_user',
  'run_once',
  'tags',
  'throttle',
  'timeout',
  'vars',
]

const ON_A_HOST = ['delegate_facts', 'delegate_to', 'notify', 'when']

export const PLAY_KEYWORDS: ReadonlySet<string> = new Set([
  ...COMMON,
  'fact_path',
  'force_handlers',
  'gather_facts',
  'gather_subset',
  'gather_timeout',
  'handlers',
  'hosts',
  'max_fail_percentage',
  'order',
  'post_tasks',
  'pre_tasks',
  'roles',
  'serial',
  'strategy',
  'tasks',
  'user',
  'vars_files',
  'vars_prompt',
])

export const BLOCK_KEYWORDS: ReadonlySet<string> = new Set([
  ...COMMON,
  ...ON_A_HOST,
  'always',
  'block',
  'rescue',
])

/** Ansible takes any other key of a task for the name of its module. */
export const TASK_KEYWORDS: ReadonlySet<string> = new Set([
  ...COMMON,
  ...ON_A_HOST,
  'action',
  'args',
  'async',
  'async_val',
  'changed_when',
  'delay',
  'failed_when',
  'listen',
  'local_action',
  'loop',
  'loop_control',
  'loop_with',
  'poll',
  'register',
  'retries',
  'static',
  'until',
])

/** The keywords of a play that hold tasks. */
export const TASK_SECTIONS: readonly string[] = ['pre_tasks', 'tasks', 'post_tasks', 'handlers']

/** Shortens `ansible.builtin.copy` to `copy`. */
export function shortName(module: string): string {
  return module.replace(/^ansible\.(?:builtin|legacy)\./, '')
}

/** The keyword that imports a playbook. */
export const IMPORT_PLAYBOOK = ['import_playbook', 'ansible.builtin.import_playbook'] as const

/** An import_playbook accepts the keywords that it can pass on to the imported plays. */
export const IMPORT_KEYWORDS: ReadonlySet<string> = new Set([
  ...COMMON.filter((keyword) => keyword !== 'collections'),
  ...IMPORT_PLAYBOOK,
  'when',
])
