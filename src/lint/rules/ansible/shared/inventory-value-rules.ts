import type { Rule } from '../../../engine/rule.js'
import type { Project } from '../../../readers/ansible/project.js'

const EXAMPLE = '[control]\nctl1 ansible_host=192.0.2.11\nctl2 ansible_host=192.0.2.12\n'
const FILE = 'inventory/hosts'

export const inventoryComment: Rule<Project> = {
  id: 'ansible/inventory-comment',
  severity: 'warning',
  summary: 'a comment becomes part of a group variable',
  help: 'Below [group:vars] of an inventory in INI form, everything behind the = is the value, also what looks like a comment, unless the whole is a Python literal such as a number. Put the comment on a line of its own.',
  example: {
    file: FILE,
    bad: `${EXAMPLE}[control:vars]\nansible_user=kolla # until we have keys\n`,
    good: `${EXAMPLE}[control:vars]\n# until we have keys\nansible_user=kolla\n`,
  },
  *check({ inventories }) {
    for (const { files } of inventories) {
      for (const { path, groups } of files) {
        if (isYaml(path)) continue
        for (const { vars } of groups.values()) {
          for (const { name, value, range } of vars.values()) {
            if (
              !/^[^"'\s[{(#][^#]*\s#/.test(value) ||
              /^[-+]?[\d._]+\s*#|^(?:True|False|None)\s*#/.test(value)
            )
              continue
            yield {
              file: path,
              range,
              message: `The comment behind the value of "${name}" becomes part of the value.`,
              help: 'Put the comment on a line of its own.',
            }
          }
        }
      }
    }
  },
}

export function isYaml(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path)
}

export const cutValue: Rule<Project> = {
  id: 'ansible/cut-value',
  severity: 'warning',
  summary: 'a # cuts off the value of a variable of a host',
  help: 'In the line of a host of an inventory in INI form, a # begins a comment wherever it stands, also in the middle of a word: of secret=abc#def only abc is left. Put the value in quotes, or a space before the comment.',
  example: {
    file: FILE,
    bad: EXAMPLE.replace('192.0.2.11', '192.0.2.11 rack=a#1'),
    good: EXAMPLE.replace('192.0.2.11', '192.0.2.11 rack="a#1"'),
  },
  *check({ inventories }) {
    for (const { files } of inventories) {
      for (const { path, groups } of files) {
        if (isYaml(path)) continue
        for (const { hosts } of groups.values()) {
          const said = new Set<number>()
          for (const { range: host, vars } of hosts) {
            const cut = said.has(host.start.line) ? undefined : [...vars.values()].find(({ isCut }) => isCut)
            said.add(host.start.line)
            if (!cut) continue
            yield {
              file: path,
              range: cut.range,
              message: `The value of "${cut.name}" ends at the #.`,
              help: 'Put the value in quotes, or a space before the comment.',
            }
          }
        }
      }
    }
  },
}

export const ignoredKey: Rule<Project> = {
  id: 'ansible/inventory-ignored-key',
  severity: 'error',
  summary: 'a group of an inventory has a key that Ansible passes by',
  help: 'In an inventory in YAML, a group has hosts, children and vars and nothing else. Whatever stands below another key, such as a group that belongs below children, is passed by with a warning, and the run goes on without those hosts.',
  example: {
    file: 'hosts.yml',
    bad: 'all:\n  children:\n    control:\n      host:\n        ctl1:\n',
    good: 'all:\n  children:\n    control:\n      hosts:\n        ctl1:\n',
  },
  *check({ inventories }) {
    for (const { files } of inventories) {
      for (const { path, ignored } of files) for (const problem of ignored) yield { file: path, ...problem }
    }
  },
}
