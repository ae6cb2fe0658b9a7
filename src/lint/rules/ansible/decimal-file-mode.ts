import { asScalar, type YamlScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'

/** Modules whose argument `mode` is a file mode. */
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

/** Decimal numbers that people write on purpose: 0640, 0644, 0664 and 0777. */
const INTENDED: ReadonlySet<string> = new Set(['416', '420', '436', '511'])

const PLAY = `- name: Configure
  hosts: control
  tasks:
    - name: Create the directory
      ansible.builtin.file: { path: /etc/keystone, state: directory, mode: "0755" }
`

export default defineRule<Project>({
  id: 'ansible/decimal-file-mode',
  severity: 'error',
  summary: 'a file mode is a decimal number',
  help: 'Without a leading zero, YAML reads 755 as a decimal number. Ansible then sets the mode 01363, in which the owner cannot read the file and the sticky bit is set. Write the mode in quotes and with its leading zero.',
  example: { bad: PLAY.replace('"0755"', '755'), good: PLAY },
  check({ tasks }, report) {
    for (const { file, action } of tasks) {
      if (!action || !MODE_MODULES.has(action.name)) continue
      for (const key of ['mode', 'directory_mode']) {
        const scalar = asScalar(action.args.get(key)?.value)
        if (!scalar || !isDecimalMode(scalar)) continue
        const { text, range } = scalar
        report(
          { file, range },
          `The mode ${text} is a decimal number and sets the mode 0${Number(text).toString(8)}.`,
          `Write "0${text}", in quotes.`,
        )
      }
    }
  },
})

function isDecimalMode({ plain, text, value, tag }: YamlScalar): boolean {
  if (!plain || tag !== undefined || typeof value !== 'number') return false
  return /^[1-7][0-7]{2,3}$/.test(text) && !INTENDED.has(text)
}
