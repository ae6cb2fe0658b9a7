import { defineRule } from '../../engine/rule.js'
import type { Host, OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { distinct, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/missing-ip',
  severity: 'error',
  summary: 'a host has no ip',
  help: 'Every host needs its ip in every group that lists it. Without it, the inventory generator stops with a KeyError.',
  example: {
    bad: EXAMPLE.replace('compute1: { ip: 172.29.236.21 }', 'compute1: { affinity: {} }'),
    good: EXAMPLE,
  },
  check({ groups, isComplete }, report) {
    // without the main file, the ip may be there
    if (!isComplete) return
    const hosts = groups.filter(({ name }) => name.endsWith('hosts')).flatMap((group) => group.hosts)
    const keyOf = ({ group, name }: Host) => `${group}\n${name}`
    const given = new Set(hosts.filter(({ ip }) => ip?.text).map(keyOf))
    const missing = hosts.filter((host) => !given.has(keyOf(host)) && !isUnknown(host.value))
    for (const host of distinct(missing)) {
      report(
        host,
        `The host "${host.name}" has no ip.`,
        'Add its address on the management network, for example "ip: 172.29.236.21".',
      )
    }
  },
})
