import type { Range } from '../../../../yaml/source.js'
import { asSequence, asString, childOf, type YamlNode } from '../../../../yaml/tree.js'
import type { Project } from '../../../readers/ansible/project.js'

export const FILE = 'requirements.yml'

export const GOOD = `roles:
  - name: ntp
    src: https://git.example.com/ansible-role-ntp
    scm: git
    version: 1.4.2
collections:
  - name: openstack.cloud
    version: 2.3.0
`

export interface Requirement {
  file: string
  kind: 'role' | 'collection'
  item: YamlNode
  /** `undefined` when it has none. */
  name: string | undefined
  range: Range
  version: YamlNode | undefined
}

export function* requirementsOf({ requirements }: Project): Iterable<Requirement> {
  for (const { file, root } of requirements) {
    const lists = [
      { kind: 'role', node: asSequence(root) ?? childOf(root, 'roles') },
      { kind: 'collection', node: childOf(root, 'collections') },
    ] as const
    for (const { kind, node } of lists) {
      for (const item of asSequence(node)?.items ?? []) {
        const named = ['name', 'role', 'src', 'source']
          .map((key) => childOf(item, key))
          .find((found) => asString(found))
        const range = (named ?? item).range
        yield { file, kind, item, name: asString(named ?? item), range, version: childOf(item, 'version') }
      }
    }
  }
}
