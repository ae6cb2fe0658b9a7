import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { INVENTORY, INVENTORY_FILE } from './shared/examples.js'

const SSH_PORT = '22'

export default defineRule<Project>({
  id: 'ansible/shared-address',
  severity: 'warning',
  summary: 'two hosts of a group have the same address',
  help: 'Two hosts of one group with the same ansible_host and port are one machine: it is deployed twice, and the machine that was meant is not deployed at all. Two names for a machine in different groups, for example one per color of a blue-green environment, are not reported.',
  example: { file: INVENTORY_FILE, bad: INVENTORY.replace('192.0.2.12', '192.0.2.11'), good: INVENTORY },
  check({ inventories }, report) {
    for (const { hosts } of inventories) {
      /** The first host at each address, by group, address and port. */
      const owners = new Map<string, string>()
      for (const { name, groups, vars } of hosts.values()) {
        const address = vars.get('ansible_host')
        if (!address || !isRemote(address.value) || vars.has('ansible_connection')) continue
        const port = vars.get('ansible_port')?.value ?? SSH_PORT
        const keyOf = (group: string) => `${group}\n${address.value}\n${port}`
        const shared = [...groups].find((group) => owners.has(keyOf(group)))
        if (shared !== undefined)
          report(
            address,
            `The hosts "${owners.get(keyOf(shared))}" and "${name}" of the group "${shared}" have the same address, ${address.value}.`,
            'Give each host its own address.',
          )
        for (const group of groups) if (!owners.has(keyOf(group))) owners.set(keyOf(group), name)
      }
    }
  },
})

function isRemote(address: string): boolean {
  return address !== '' && !address.includes('{{') && !/^(?:localhost|127\.|::1$)/.test(address)
}
