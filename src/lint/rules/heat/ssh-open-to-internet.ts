import { asScalar, asSequence, childOf, entryOf, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { isCall } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { numberOf } from '../../readers/heat/python.js'

const template = (prefix: string) => `heat_template_version: 2018-08-31
resources:
  access:
    type: OS::Neutron::SecurityGroup
    properties:
      rules:
        - { protocol: tcp, port_range_min: 22, port_range_max: 22, remote_ip_prefix: ${prefix} }
`

const SSH = 22

const EVERYWHERE = new Set(['0.0.0.0/0', '::/0'])

export default defineRule<HotTemplate>({
  id: 'heat/ssh-open-to-internet',
  severity: 'warning',
  summary: 'SSH is open to the whole internet',
  help: 'A rule without remote_ip_prefix, or with 0.0.0.0/0 or ::/0, lets every address in. On port 22 that invites everybody to guess passwords and keys. Name the networks that administrators come from, or a remote_group of jump hosts.',
  example: { bad: template('0.0.0.0/0'), good: template('192.0.2.0/24') },
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
        report(open, 'This rule opens SSH to the whole internet.', 'Name the networks that may come in.')
      }
    }
  },
})

/** The place that lets everybody in; what is only known later lets nobody in. */
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
  const groups = [
    'remote_group',
    'remote_group_id',
    'remote_mode',
    'SourceSecurityGroupId',
    'SourceSecurityGroupName',
  ]
  return groups.some((key) => childOf(rule, key)) ? undefined : rule
}

function portAt(rule: YamlNode, ...keys: string[]): number | undefined {
  const node = keys.map((key) => childOf(rule, key)).find((found) => found)
  const scalar = asScalar(node)
  return scalar && scalar.value !== null ? numberOf(scalar) : undefined
}
