import { defineRule } from '../../engine/rule.js'
import { parseAddress } from '../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/invalid-ip',
  severity: 'error',
  summary: 'the ip of a host is no address',
  help: 'The inventory generator writes the ip of a host into the inventory as it stands, and takes it out of the pool for containers. When it is no address (a number too large, a prefix length behind it), Ansible cannot reach the host, and a container may be given the address that was meant.',
  example: { bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.21/22'), good: EXAMPLE },
  check({ groups }, report) {
    const said = new Set<string>()
    for (const { ip } of groups.flatMap(({ hosts }) => hosts)) {
      if (!ip?.text || isUnknown(ip.node) || parseAddress(ip.text) || !/^[\d.:/\s]+$/.test(ip.text)) continue
      const place = `${ip.file}:${ip.node.range.start.line}:${ip.node.range.start.column}`
      if (said.has(place)) continue
      said.add(place)
      const address = ip.text.trim().split('/')[0] ?? ''
      report(
        ip,
        `The ip "${ip.text}" is no address.`,
        parseAddress(address)
          ? `Write ${address} alone.`
          : 'Write the address of the host on the management network.',
      )
    }
  },
})
