import { asScalar, asSequence } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Project } from '../../../readers/ansible/project.js'

export const INVENTORY = '[control]\nctl1\n'

/** The names that plays can be for; `undefined` when there may be more of them. */
export function knownNames({ inventories, tasks }: Project): Set<string> | undefined {
  if (inventories.length === 0 || !inventories.every(({ isWhole }) => isWhole)) return undefined
  const known = new Set(['all', 'ungrouped', 'localhost', '127.0.0.1', '::1'])
  for (const { groups, hosts } of inventories) {
    for (const { name, children } of groups.values())
      for (const group of [name, ...children]) known.add(group)
    for (const host of hosts.keys()) known.add(host)
  }
  for (const { action } of tasks) {
    if (action?.name !== 'add_host' && action?.name !== 'group_by') continue
    const made = ['name', 'hostname', 'host', 'groups', 'group', 'groupname', 'key', 'parents'].flatMap(
      (key) => {
        const node = action.args.get(key)?.value
        return (asSequence(node)?.items ?? [node]).map((item) => asScalar(item)?.text ?? '')
      },
    )
    if (action.free || made.some(isTemplatedValue)) return undefined
    for (const text of made) for (const name of text.split(',')) known.add(name.trim())
  }
  return known
}
