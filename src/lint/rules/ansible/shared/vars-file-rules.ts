import { nearest } from '../../../../platform/nearest.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { folderOf, nameOf } from '../../../readers/ansible/file-index.js'
import { Hints } from '../../../readers/ansible/hints.js'
import type { MergedInventory } from '../../../readers/ansible/inventory.js'
import type { Project } from '../../../readers/ansible/project.js'

const VARS_FILE = /^(.*?)(group_vars|host_vars)\/([^/]+)(\/.*)?$/
const INVENTORY = '[control]\nctl1\n[compute]\ncmp1\n'

export const varsWithoutGroup: Rule<Project> = {
  id: 'ansible/vars-without-group',
  severity: 'warning',
  summary: 'group_vars has a name that looks like a misspelled group',
  help: 'Variables in group_vars/<name> are for the hosts of the group <name>. When no inventory has the group, Ansible passes the file by without a word. It is reported when a group with a similar name has no variables of its own.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'inventory/group_vars/computes.yml': 'cpu_mode: host-model\n' },
    good: { 'inventory/hosts': INVENTORY, 'inventory/group_vars/compute.yml': 'cpu_mode: host-model\n' },
  },
  check: (project) =>
    misnamed(
      project,
      'group_vars',
      ({ groups }) => groups.keys(),
      (name, near) => ({
        message: `No inventory has a group "${name}", so Ansible reads these variables for no host.`,
        help: `Did you mean "${near}"?`,
      }),
    ),
}

export const varsWithoutHost: Rule<Project> = {
  id: 'ansible/vars-without-host',
  severity: 'warning',
  summary: 'host_vars has a name that looks like a misspelled host',
  help: 'Variables in host_vars/<name> are for the host <name>. When no inventory has the host, Ansible passes the file by without a word. It is reported when a host with a similar name has no variables of its own.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'inventory/host_vars/ctrl1.yml': 'rack: a\n' },
    good: { 'inventory/hosts': INVENTORY, 'inventory/host_vars/ctl1.yml': 'rack: a\n' },
  },
  check: (project) =>
    misnamed(
      project,
      'host_vars',
      ({ hosts }) => hosts.keys(),
      (name, near) => ({
        message: `No inventory has a host "${name}", so Ansible reads these variables for nobody.`,
        help: `Did you mean "${near}"?`,
      }),
    ),
}

function* misnamed(
  { documents, inventories }: Project,
  folder: string,
  namesOf: (inventory: MergedInventory) => Iterable<string>,
  say: (name: string, near: string) => Pick<Problem, 'message' | 'help'>,
): Iterable<Problem> {
  if (inventories.length === 0 || !inventories.every(({ isWhole }) => isWhole)) return
  const known = new Set([...inventories.flatMap((inventory) => [...namesOf(inventory)]), 'all', 'ungrouped'])
  const beside = new Set(
    inventories.map(({ path, files }) => (files[0]?.path === path ? folderOf(path) : path)),
  )
  const used = new Set<string>()
  const unknown: { name: string; file: string }[] = []
  for (const { path } of documents) {
    const [, before = '', kind, written = '', rest] = VARS_FILE.exec(path) ?? []
    if (kind !== folder || !beside.has(before.replace(/\/$/, ''))) continue
    const name = rest === undefined ? nameOf(written).replace(/\.(?:ya?ml|json)$/, '') : written
    used.add(name)
    if (!known.has(name)) unknown.push({ name, file: path })
  }
  const free = [...known].filter((name) => !used.has(name))
  const hints = new Hints((name, others) =>
    nearest(
      name,
      [...others].filter((other) => digits(other) === digits(name)),
    ),
  )
  for (const { name, file } of unknown) {
    const near = hints.near(name, free)
    const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    if (near) yield { file, range, ...say(name, near) }
  }
}

/** `node4` is no misspelled `node3`. */
function digits(name: string): string {
  return name.replace(/\D/g, '')
}
