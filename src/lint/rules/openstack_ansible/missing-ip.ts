import { defineRule } from '../../engine/rule.js'
import type { Host } from '../../readers/openstack_ansible/config.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/missing-ip',
  severity: 'error',
  summary: 'a host has no ip',
  help: 'Every host of every group needs its ip, in each group that names it; the inventory generator stops with a bare KeyError without it.',
  example: {
    bad: EXAMPLE.replace('compute1: { ip: 172.29.236.21 }', 'compute1: { affinity: {} }'),
    good: EXAMPLE,
  },
  check({ groups, isWhole }, report) {
    const hosts = groups.filter(({ name }) => name.endsWith('hosts')).flatMap((group) => group.hosts)
    const keyOf = (host: Host) => `${host.group}\n${host.name}`
    const given = new Set(hosts.filter(({ ip }) => ip?.text).map(keyOf))
    const said = new Set<string>()
    for (const host of hosts) {
      // without the main file, the ip may stand there
      if (given.has(keyOf(host)) || !isWhole || isUnknown(host.value)) continue
      const place = `${host.file}:${host.keyRange.start.line}:${host.keyRange.start.column}`
      if (said.has(place)) continue
      said.add(place)
      report(
        { file: host.file, range: host.keyRange },
        `The host "${host.name}" has no ip.`,
        'Add its address on the management network, for example  ip: 172.29.236.21.',
      )
    }
  },
})
