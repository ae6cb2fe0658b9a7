import { asScalar, childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './shared/example.js'

/** A boolean that is written as text is true for the generator, whatever the text says. */
export default defineRule<Deployment>({
  id: 'openstack_ansible/quoted-boolean',
  severity: 'error',
  summary: 'a switch is off, but in quotes',
  help: 'The inventory generator takes any text for true, also "false": no_containers: "false" puts everything on metal, and is_management_address: "false" does not count as false. Write switches without quotes.',
  example: {
    bad: EXAMPLE.replace('  management_bridge', '  no_containers: "false"\n  management_bridge'),
    good: EXAMPLE.replace('  management_bridge', '  no_containers: false\n  management_bridge'),
  },
  check({ overrides, providerNetworks, groups }, report) {
    const global = overrides.get('no_containers')
    const values = [
      ...(global ? [{ file: global.file, node: global.entry.value }] : []),
      ...(providerNetworks ?? []).map(({ file, node }) => ({
        file,
        node: childOf(node, 'is_management_address'),
      })),
      ...groups.flatMap(({ hosts }) =>
        hosts.map(({ file, value }) => ({ file, node: childOf(value, 'no_containers') })),
      ),
    ]
    const said = new Set<unknown>()
    for (const { file, node } of values) {
      const value = asScalar(node)?.value
      if (!node || said.has(node) || typeof value !== 'string' || !/^(false|no|off)$/i.test(value)) continue
      said.add(node)
      report(
        { file, range: node.range },
        `"${value}" in quotes is true for the inventory generator.`,
        'Write false without quotes.',
      )
    }
  },
})
