import { nearest } from '../../../../platform/nearest.js'
import type { YamlEntry } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { BLOCK_KEYWORDS, TASK_KEYWORDS } from '../../../readers/ansible/keywords.js'
import type { Project } from '../../../readers/ansible/project.js'
import { slipOf } from '../../../readers/ansible/slip.js'
import { placeOf, type Task } from '../../../readers/ansible/tasks.js'

export const PLAY = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Write the configuration
      ansible.builtin.template:
        src: "{{ item }}"
        dest: /etc/keystone/
        mode: "0640"
      when: keystone_enabled
      loop: [keystone.conf]
`

export const conflictingActions: Rule<Project> = {
  id: 'ansible/conflicting-actions',
  severity: 'error',
  summary: 'a task has two actions, or a keyword that Ansible does not know',
  help: 'In a task, every key that is no keyword is taken for the module to run. With two of them Ansible refuses the file. The second one is usually a misspelled keyword, an argument of the module that is indented too little, or the beginning of another task without its dash.',
  example: { bad: PLAY.replace('when:', 'wehn:'), good: PLAY },
  *check({ tasks }) {
    for (const task of tasks) {
      const keys = task.modules.filter(({ key }) => !isTemplatedValue(key))
      const written = ['action', 'local_action'].filter((key) => task.entries.has(key))
      if (keys.length !== task.modules.length || keys.length + written.length < 2) continue
      const stray = keys.find(({ key }) => misspelledKeyword(key)) ?? keys.at(-1)
      if (!stray) continue
      const others = [...keys.map(({ key }) => key), ...written].filter((key) => key !== stray.key)
      const near = misspelledKeyword(stray.key)
      yield {
        file: task.file,
        range: stray.keyRange,
        message: near
          ? `A task has no keyword "${stray.key}", so Ansible takes it for a second action and refuses the file.`
          : `The task has more than one action, "${others[0]}" and "${stray.key}", so Ansible refuses the file.`,
        help: near
          ? `Did you mean "${near}"?`
          : 'Make two tasks of it, or indent what is an argument of the module.',
      }
    }
  },
}

/** Modules whose names are a slip away from a keyword. */
const MODULES_LIKE_KEYWORDS: ReadonlySet<string> = new Set(['script', 'group', 'user'])

function misspelledKeyword(key: string): string | undefined {
  return key.includes('.') || MODULES_LIKE_KEYWORDS.has(key) ? undefined : slipOf(key, TASK_KEYWORDS)
}

export const taskWithoutAction: Rule<Project> = {
  id: 'ansible/task-without-action',
  severity: 'error',
  summary: 'a task does nothing',
  help: 'A task that has keywords but no module is refused by Ansible, with the whole file. So is an item that is no mapping, such as the name of a module without a colon.',
  example: {
    bad: PLAY.replace(/ {6}ansible.builtin.template:\n( {8}.*\n)+/, ''),
    good: PLAY,
  },
  *check({ tasks, misfits }) {
    for (const task of tasks) {
      const { modules, entries, file } = task
      if (modules.length > 0 || entries.has('action') || entries.has('local_action')) continue
      if ([...entries.keys()].some(isTemplatedValue)) continue
      yield {
        file,
        range: placeOf(task),
        message: 'The task has no action, so Ansible refuses the file.',
        help: 'Add the module that it calls, or remove the task.',
      }
    }
    for (const { file, range } of misfits) {
      yield {
        file,
        range,
        message: 'An item of a list of tasks is no task, so Ansible refuses the file.',
        help: 'Write a mapping with a name and a module, or remove the item.',
      }
    }
  },
}

function loopsOf({ entries }: Task): YamlEntry[] {
  const loops: YamlEntry[] = []
  for (const [key, entry] of entries) if (key === 'loop' || key.startsWith('with_')) loops.push(entry)
  return loops
}

const BLOCK = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Ask for an answer
      become: true
      block:
        - name: Greet
          ansible.builtin.ping:
`

export const unknownBlockKeyword: Rule<Project> = {
  id: 'ansible/unknown-block-keyword',
  severity: 'error',
  summary: 'a block has a keyword that only tasks have',
  help: 'A block takes what it can hand on to its tasks, such as when, become or tags. A loop, register, until or changed_when belongs to a single task: Ansible refuses a block that has one. To repeat a block, put its tasks into a file and loop over include_tasks.',
  example: { bad: BLOCK.replace('become: true', 'loop: [1, 2]'), good: BLOCK },
  *check({ blocks }) {
    for (const { file, entries } of blocks) {
      for (const { key, keyRange } of entries.values()) {
        if (BLOCK_KEYWORDS.has(key) || isTemplatedValue(key)) continue
        const near = TASK_KEYWORDS.has(key) ? undefined : nearest(key, BLOCK_KEYWORDS)
        const help = near ? `Did you mean "${near}"?` : 'Move it to the tasks of the block.'
        yield {
          file,
          range: keyRange,
          message: `A block has no keyword "${key}", so Ansible refuses the file.`,
          help,
        }
      }
    }
  },
}

export const invalidLoop: Rule<Project> = {
  id: 'ansible/invalid-loop',
  severity: 'error',
  summary: 'a task loops twice, or over an import',
  help: 'A task has one loop, be it loop or one of with_items and its kin; Ansible refuses a second one, or forgets the first. An import is read before anything runs, so it cannot be repeated: use include_tasks or include_role for that.',
  example: { bad: `${PLAY}      with_items: [keystone.conf]\n`, good: PLAY },
  *check({ tasks }) {
    for (const task of tasks) {
      const loops = loopsOf(task)
      const [first, second] = loops
      if (!first) continue
      if (second) {
        const end = second.key === 'loop' ? 'forgets the first' : 'refuses the file'
        const message = `The task loops twice, with "${first.key}" and "${second.key}", so Ansible ${end}.`
        yield { file: task.file, range: second.keyRange, message, help: 'Keep one of the two.' }
      } else if (isImport(task)) {
        yield {
          file: task.file,
          range: first.keyRange,
          message: `An ${task.action?.name} cannot be looped over, so Ansible refuses the file.`,
          help: `Use ${task.action?.name.replace('import', 'include')}.`,
        }
      }
    }
  },
}

function isImport({ action }: Task): boolean {
  return action?.name === 'import_tasks' || action?.name === 'import_role'
}

export const invalidVariableName: Rule<Project> = {
  id: 'ansible/invalid-variable-name',
  severity: 'error',
  summary: 'a variable of a play, block or task has a name that Ansible refuses',
  help: 'Below vars of a play, a block, a task or a role, a name consists of letters, digits and underscores, and does not begin with a digit. Ansible refuses the playbook otherwise.',
  example: {
    bad: PLAY.replace('  tasks:', '  vars:\n    keystone-port: 5000\n  tasks:'),
    good: PLAY.replace('  tasks:', '  vars:\n    keystone_port: 5000\n  tasks:'),
  },
  *check({ vars }) {
    for (const place of vars) {
      if (!place.isStrict) continue
      for (const { key, keyRange } of place.vars.entries) {
        if (key === '<<' || isTemplatedValue(key) || /^[A-Za-z_]\w*$/.test(key)) continue
        const problem: Problem = {
          file: place.file,
          range: keyRange,
          message: `"${key}" is no name for a variable, so Ansible refuses the file.`,
          help: `Write "${key.replace(/\W/g, '_').replace(/^(?=\d|$)/, '_')}", or another name of letters, digits and underscores.`,
        }
        yield problem
      }
    }
  },
}
