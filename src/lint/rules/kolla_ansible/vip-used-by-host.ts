import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { kollaInventories } from '../../readers/kolla_ansible/kolla-inventory.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { withFiles } from './shared/example.js'
import { inventoryExample } from './shared/inventory-example.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/vip-used-by-host',
  severity: 'error',
  summary: 'the virtual address is the address of a host',
  help: 'Keepalived adds the virtual address to the host that holds it. An address that a host already has is in use for ever: it cannot move, and `kolla-ansible prechecks` fails because something answers there. Use a free address of the network; a single host without HAProxy and Keepalived may use its own.',
  example: {
    bad: withFiles({
      'etc/kolla/multinode': inventoryExample({ control: ['c1 ansible_host=10.10.10.254', 'c2', 'c3'] }),
    }),
    good: withFiles({
      'etc/kolla/multinode': inventoryExample({ control: ['c1 ansible_host=10.10.10.11', 'c2', 'c3'] }),
    }),
  },
  *check(deployment) {
    const { values } = deployment
    if (values.bool('enable_keepalived') !== true) return
    const vips = new Map(
      ['kolla_internal_vip_address', 'kolla_external_vip_address'].flatMap((name) => {
        const setting = ownSetting(deployment, name)
        const address = values.text(name)
        return setting && address ? [[address, setting] as const] : []
      }),
    )
    for (const inventory of kollaInventories(deployment)) {
      for (const host of inventory.hosts.values()) {
        const setting = vips.get(host.vars.get('ansible_host')?.value ?? host.name)
        if (!setting) continue
        yield atValue(
          setting,
          `The ${setting.name} is the address of the host "${host.name}" in ${host.file}.`,
          'Use an address that no host has.',
        )
      }
    }
  },
})
