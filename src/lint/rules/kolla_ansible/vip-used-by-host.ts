import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { withInventory } from './shared/example.js'
import { VIRTUAL_ADDRESSES } from './shared/virtual-addresses.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/vip-used-by-host',
  severity: 'error',
  summary: 'the virtual address is the address of a host',
  help: 'Keepalived moves the virtual address between hosts, so it cannot be the own address of one of them. `kolla-ansible prechecks` fails because the address is already in use. Choose a free address in the network. A single host without HAProxy and Keepalived may use its own address.',
  example: {
    bad: withInventory({ control: ['c1 ansible_host=10.10.10.254', 'c2', 'c3'] }),
    good: withInventory({ control: ['c1 ansible_host=10.10.10.11', 'c2', 'c3'] }),
  },
  check({ values, inventories, ownSetting }, report) {
    if (values.bool('enable_keepalived') !== true) return
    const own = VIRTUAL_ADDRESSES.filter((name) => ownSetting(name))
    const settings = new Map(own.map((name) => [values.text(name), ownSetting(name)]))
    for (const inventory of inventories) {
      for (const host of inventory.hosts.values()) {
        const setting = settings.get(host.vars.get('ansible_host')?.value ?? host.name)
        if (!setting) continue
        report(
          setting,
          `${setting.name} is the address of the host "${host.name}" in ${host.file}.`,
          'Choose an address that no host uses.',
        )
      }
    }
  },
})
