import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { EXAMPLE, FILE } from './shared/inventory-rules.js'
import { isYaml } from './shared/inventory-value-rules.js'

export default defineRule<Project>({
  id: 'ansible/duplicate-host',
  severity: 'warning',
  summary: 'a group names the same host twice',
  help: 'Ansible takes the two for one host, and where both set a variable the last one wins. One of them is probably meant to be another host, which is then missing.',
  example: { file: FILE, bad: EXAMPLE.replace('ctl2', 'ctl1'), good: EXAMPLE },
  check({ inventories }, report) {
    for (const { files } of inventories) {
      for (const { path, groups } of files) {
        // in YAML a group may be named in several places, and its hosts again there
        if (isYaml(path)) continue
        for (const { name: group, hosts } of groups.values()) {
          const seen = new Map<string, number>()
          for (const { name, range } of hosts) {
            const first = seen.get(name)
            if (first === undefined) seen.set(name, range.start.line)
            else {
              report(
                { file: path, range },
                `The host "${name}" stands in the group "${group}" already, on line ${first}.`,
                'Remove one of the two, or name the host that was meant.',
              )
            }
          }
        }
      }
    }
  },
})
