import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { EXAMPLE, FILE } from './shared/inventory-rules.js'

export default defineRule<Project>({
  id: 'ansible/shared-address',
  severity: 'warning',
  summary: 'two hosts of a group have the same address',
  help: 'Two hosts of one group with the same ansible_host and the same port are one machine: it is deployed twice, and the machine that was meant is not deployed at all. Two names for a machine in different groups, such as one for each color of a blue-green environment, are left alone.',
  example: { file: FILE, bad: EXAMPLE.replace('192.0.2.12', '192.0.2.11'), good: EXAMPLE },
  check({ inventories }, report) {
    for (const { hosts } of inventories) {
      const owners = new Map<string, string>()
      for (const { name, groups, vars } of hosts.values()) {
        const address = vars.get('ansible_host')
        if (!address || !isRemote(address.value) || vars.get('ansible_connection')) continue
        const port = vars.get('ansible_port')?.value ?? '22'
        const own = `\n${address.value}\n${port}`
        const keys = [...groups].map((group) => group + own)
        const shared = keys.find((key) => owners.has(key))
        for (const key of keys) owners.set(key, owners.get(key) ?? name)
        if (shared === undefined) continue
        report(
          address,
          `The hosts "${owners.get(shared)}" and "${name}" of the group "${shared.split('\n')[0]}" have the same address, ${address.value}.`,
          'Give each host an address of its own.',
        )
      }
    }
  },
})

function isRemote(address: string): boolean {
  return address !== '' && !address.includes('{{') && !/^(?:localhost|127\.|::1$)/.test(address)
}
