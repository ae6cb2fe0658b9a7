import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { INVENTORY, INVENTORY_FILE } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/truncated-host-variable',
  severity: 'warning',
  summary: 'a # truncates the value of a host variable',
  help: 'In the line of a host in an INI inventory, a # outside quotes starts a comment, even in the middle of a word: secret=abc#def sets secret to abc. Put the value in quotes, or add a space before the comment.',
  example: {
    file: INVENTORY_FILE,
    bad: INVENTORY.replace('192.0.2.11', '192.0.2.11 rack=a#1'),
    good: INVENTORY.replace('192.0.2.11', '192.0.2.11 rack="a#1"'),
  },
  check({ iniFiles }, report) {
    for (const { groups } of iniFiles) {
      for (const { hosts } of groups.values()) {
        // all hosts of a range share their variables
        for (const vars of new Set(hosts.map((host) => host.vars))) {
          for (const variable of vars.values()) {
            if (!variable.isTruncated) continue
            report(
              variable,
              `The value of "${variable.name}" ends at the #.`,
              'Put the value in quotes, or add a space before the comment.',
            )
          }
        }
      }
    }
  },
})
