import { asScalar, childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { distinct, placed } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/quoted-boolean',
  severity: 'error',
  summary: 'a false in quotes counts as true',
  help: 'The inventory generator takes any non-empty string for true, even "false". no_containers: "false" deploys everything on metal, and is_management_address: "false" flags the network. Write booleans without quotes.',
  example: {
    bad: EXAMPLE.replace('  management_bridge', '  no_containers: "false"\n  management_bridge'),
    good: EXAMPLE.replace('  management_bridge', '  no_containers: false\n  management_bridge'),
  },
  check({ overrides, providerNetworks, groups }, report) {
    const global = overrides.get('no_containers')
    const values = [
      ...(global ? [{ file: global.file, node: global.entry.value }] : []),
      ...(providerNetworks ?? []).map(({ file, node }) => {
        return { file, node: childOf(node, 'is_management_address') }
      }),
      ...groups.flatMap(({ hosts }) =>
        hosts.map(({ file, value }) => ({ file, node: childOf(value, 'no_containers') })),
      ),
    ]
    for (const place of distinct(values.flatMap(({ file, node }) => (node ? placed(file, node) : [])))) {
      const value = asScalar(place.node)?.value
      if (typeof value !== 'string' || !/^(false|no|off)$/i.test(value)) continue
      report(
        place,
        `The inventory generator takes "${value}" in quotes for true.`,
        'Write false without quotes.',
      )
    }
  },
})
