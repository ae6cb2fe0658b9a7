import { asScalar, type YamlScalar } from '../../../../yaml/tree.js'
import type { Rule } from '../../../engine/rule.js'
import type { Project } from '../../../readers/ansible/project.js'
import { scalarsOf } from '../../../readers/ansible/scalars.js'

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

export const decimalMode: Rule<Project> = {
  id: 'ansible/decimal-mode',
  severity: 'error',
  summary: 'the mode of a file is a decimal number',
  help: 'Without a leading zero, YAML reads 755 as the decimal number, and Ansible sets those bits: 755 is 01363, which leaves the owner without the right to read and sets the sticky bit. Write the mode in quotes, with its zero.',
  example: { bad: TASK.replace('"0755"', '755'), good: TASK },
  *check({ tasks }) {
    for (const { file, action } of tasks) {
      if (!action || !MODE_MODULES.has(action.name)) continue
      for (const key of ['mode', 'directory_mode']) {
        const scalar = asScalar(action.args.get(key)?.value)
        if (!scalar || !isDecimalMode(scalar)) continue
        const octal = Number(scalar.text).toString(8)
        yield {
          file,
          range: scalar.range,
          message: `The mode ${scalar.text} is a decimal number: the file gets 0${octal}.`,
          help: `Write "0${scalar.text}", in quotes.`,
        }
      }
    }
  },
}

function isDecimalMode({ plain, text, value, tag }: YamlScalar): boolean {
  if (!plain || tag !== undefined || typeof value !== 'number') return false
  return /^[1-7][0-7]{2,3}$/.test(text) && !MEANT_DECIMAL.has(text)
}

export const baseSixtyNumber: Rule<Project> = {
  id: 'ansible/base-sixty-number',
  severity: 'error',
  summary: 'a value with colons is read as a number to the base of sixty',
  help: 'In YAML 1.1 digits with colons between them are a number to the base of sixty, as long as none of them after the first is above 59: the ports 8080:80 are text, but 80:22 is the number 4822, and some MAC addresses are huge numbers. Put such values in quotes.',
  example: {
    file: 'group_vars/all.yml',
    bad: 'forwarded_port: 80:22\n',
    good: 'forwarded_port: "80:22"\n',
  },
  *check({ documents }) {
    for (const { path, yaml, templated } of documents) {
      // in most files there is none: the text says so faster than the tree
      if (templated || !yaml || !/\d:[0-5]?\d\b/.test(yaml.source.text)) continue
      for (const scalar of scalarsOf(yaml.documents)) {
        if (typeof scalar.value !== 'number' || !scalar.text.includes(':')) continue
        yield {
          file: path,
          range: scalar.range,
          message: `YAML reads ${scalar.text} as the number ${scalar.value}.`,
          help: `Write "${scalar.text}", in quotes.`,
        }
      }
    }
  },
}

export const shortenedVersion: Rule<Project> = {
  id: 'ansible/shortened-version',
  severity: 'error',
  summary: 'a version loses its last zero',
  help: 'Without quotes 3.10 is the number 3.1, and that is what ends up in a name of a package or in a URL. Put versions in quotes.',
  example: {
    file: 'group_vars/all.yml',
    bad: 'python_version: 3.10\n',
    good: 'python_version: "3.10"\n',
  },
  *check({ vars }) {
    for (const { file, vars: mapping } of vars) {
      for (const { key, value } of mapping.entries) {
        const scalar = /(?:^|_)(?:version|release|tag)$/.test(key) ? asScalar(value) : undefined
        if (!scalar?.plain || typeof scalar.value !== 'number') continue
        if (!/^\d+\.\d*[1-9]0+$|^\d+\.0{2,}$/.test(scalar.text)) continue
        yield {
          file,
          range: scalar.range,
          message: `YAML reads the version ${scalar.text} as the number ${pythonFloat(scalar.value)}.`,
          help: `Write "${scalar.text}", in quotes.`,
        }
      }
    }
  },
}

function pythonFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}
