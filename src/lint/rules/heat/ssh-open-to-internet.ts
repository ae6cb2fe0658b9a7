import { asScalar, asSequence, childOf, entryOf, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { isCall } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { numberOf } from '../../readers/heat/python.js'
import { VERSION } from './shared/examples.js'

const group = (prefix: string) => `${VERSION}resources:
  access:
    type: OS::Neutron::SecurityGroup
    properties:
      rules:
        - { protocol: tcp, port_range_min: 22, port_range_max: 22, remote_ip_prefix: ${prefix} }
`

const SSH = 22

const EVERYWHERE = new Set(['0.0.0.0/0', '::/0'])

/** Properties that limit a rule to members of groups instead of addresses. */
const REMOTE_GROUPS = [
  'remote_group',
  'remote_group_id',
  'remote_mode',
  'SourceSecurityGroupId',
  'SourceSecurityGroupName',
]

export default defineRule<HotTemplate>({
  id: 'heat/ssh-open-to-internet',
  severity: 'warning',
  summary: 'a security group opens SSH to the whole internet',
  help: 'A rule without remote_ip_prefix, or with 0.0.0.0/0 or ::/0, accepts connections from every address. On port 22 this exposes the servers to brute-force attacks. Set remote_ip_prefix to the networks of administrators, or remote_group to a group of jump hosts.',
  example: { bad: group('0.0.0.0/0'), good: group('192.0.2.0/24') },
  check({ uses }, report) {
    for (const { resolved, properties } of uses) {
      if (resolved.what !== 'heat' || !properties) continue
      const node = properties.value
      const rules = {
        'OS::Neutron::SecurityGroup': asSequence(childOf(node, 'rules'))?.items,
        'OS::Neutron::SecurityGroupRule': [node],
        'AWS::EC2::SecurityGroup': asSequence(childOf(node, 'SecurityGroupIngress'))?.items,
      }[resolved.type.name]
      for (const rule of rules ?? []) {
        const open = openTo(rule)
        if (!open) continue
        report(
          open,
          'This rule opens SSH to the whole internet.',
          'Set remote_ip_prefix to the networks that need SSH.',
        )
      }
    }
  },
})

/** The node that opens SSH to all addresses. `undefined` also when the rule is not literal. */
function openTo(rule: YamlNode): YamlNode | undefined {
  if (isCall(rule)) return undefined
  const text = (...keys: string[]) =>
    keys.map((key) => asScalar(childOf(rule, key))?.text).find((found) => found)
  const isKnown = (key: string) =>
    childOf(rule, key) === undefined || asScalar(childOf(rule, key)) !== undefined
  if (text('direction') === 'egress' || !['direction', 'protocol', 'ethertype'].every(isKnown))
    return undefined
  if (!['tcp', '6'].includes(text('protocol', 'IpProtocol')?.toLowerCase() ?? '')) return undefined
  const from = portAt(rule, 'port_range_min', 'FromPort')
  const to = portAt(rule, 'port_range_max', 'ToPort')
  if (from === undefined || to === undefined || from > SSH || to < SSH) return undefined
  const prefix = entryOf(rule, 'remote_ip_prefix') ?? entryOf(rule, 'CidrIp')
  if (prefix) return EVERYWHERE.has(asScalar(prefix.value)?.text ?? '') ? prefix.value : undefined
  return REMOTE_GROUPS.some((key) => childOf(rule, key)) ? undefined : rule
}

function portAt(rule: YamlNode, ...keys: string[]): number | undefined {
  const node = keys.map((key) => childOf(rule, key)).find((found) => found)
  const scalar = asScalar(node)
  return scalar && scalar.value !== null ? numberOf(scalar) : undefined
}
