import { asScalar, type YamlScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'

/** Modules whose mode is that of a file. */
const MODE_MODULES: ReadonlySet<string> = new Set([
  'assemble',
  'blockinfile',
  'copy',
  'file',
  'get_url',
  'known_hosts',
  'lineinfile',
  'replace',
  'template',
  'unarchive',
  'community.general.ini_file',
  'ini_file',
  'community.general.archive',
  'archive',
  'config_template',
  'openstack.config_template.config_template',
])

/** Decimal numbers that are what people mean: 0640, 0644, 0664 and 0777. */
const MEANT_DECIMAL: ReadonlySet<string> = new Set(['416', '420', '436', '511'])

const TASK = `- name: Configure
  hosts: control
  tasks:
    - name: Make the folder
      ansible.builtin.file: { path: /etc/keystone, state: directory, mode: "0755" }
`

export default defineRule<Project>({
  id: 'ansible/decimal-file-mode',
  severity: 'error',
  summary: 'the mode of a file is a decimal number',
  help: 'Without a leading zero, YAML reads 755 as the decimal number, and Ansible sets those bits: 755 is 01363, which leaves the owner without the right to read and sets the sticky bit. Write the mode in quotes, with its zero.',
  example: { bad: TASK.replace('"0755"', '755'), good: TASK },
  check({ tasks }, report) {
    for (const { file, action } of tasks) {
      if (!action || !MODE_MODULES.has(action.name)) continue
      for (const key of ['mode', 'directory_mode']) {
        const scalar = asScalar(action.args.get(key)?.value)
        if (!scalar || !isDecimalMode(scalar)) continue
        const octal = Number(scalar.text).toString(8)
        report(
          { file, range: scalar.range },
          `The mode ${scalar.text} is a decimal number: the file gets 0${octal}.`,
          `Write "0${scalar.text}", in quotes.`,
        )
      }
    }
  },
})

function isDecimalMode({ plain, text, value, tag }: YamlScalar): boolean {
  if (!plain || tag !== undefined || typeof value !== 'number') return false
  return /^[1-7][0-7]{2,3}$/.test(text) && !MEANT_DECIMAL.has(text)
}
