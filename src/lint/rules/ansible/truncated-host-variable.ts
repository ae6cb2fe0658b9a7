import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { EXAMPLE, FILE, isYaml } from './shared/inventory-value-rules.js'

export default defineRule<Project>({
  id: 'ansible/truncated-host-variable',
  severity: 'warning',
  summary: 'a # cuts off the value of a variable of a host',
  help: 'In the line of a host of an inventory in INI form, a # begins a comment wherever it stands, also in the middle of a word: of secret=abc#def only abc is left. Put the value in quotes, or a space before the comment.',
  example: {
    file: FILE,
    bad: EXAMPLE.replace('192.0.2.11', '192.0.2.11 rack=a#1'),
    good: EXAMPLE.replace('192.0.2.11', '192.0.2.11 rack="a#1"'),
  },
  check({ inventories }, report) {
    for (const { files } of inventories) {
      for (const { path, groups } of files) {
        if (isYaml(path)) continue
        for (const { hosts } of groups.values()) {
          const said = new Set<number>()
          for (const { range: host, vars } of hosts) {
            const cut = said.has(host.start.line) ? undefined : [...vars.values()].find(({ isCut }) => isCut)
            said.add(host.start.line)
            if (!cut) continue
            report(
              { file: path, range: cut.range },
              `The value of "${cut.name}" ends at the #.`,
              'Put the value in quotes, or a space before the comment.',
            )
          }
        }
      }
    }
  },
})
