import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { INVENTORY, INVENTORY_FILE } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/duplicate-host',
  severity: 'warning',
  summary: 'a group lists the same host twice',
  help: 'Ansible treats both entries as one host, and where both set a variable, the last one wins. Usually one of them was meant to be another host, which is now missing.',
  example: { file: INVENTORY_FILE, bad: INVENTORY.replace('ctl2', 'ctl1'), good: INVENTORY },
  check({ iniFiles }, report) {
    // YAML inventories may repeat a group, with its hosts
    for (const { path: file, groups } of iniFiles) {
      for (const { name: group, hosts } of groups.values()) {
        const firstLines = new Map<string, number>()
        for (const { name, range } of hosts) {
          const first = firstLines.get(name)
          if (first === undefined) firstLines.set(name, range.start.line)
          else
            report(
              { file, range },
              `The host "${name}" is already in the group "${group}", on line ${first}.`,
              'Remove one of the two, or correct its name.',
            )
        }
      }
    }
  },
})
