import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'
import { cloudWithSameRouterId } from './shared/virtual-addresses.js'

const STAGING = EXAMPLE.replace('10.10.10.254', '10.10.10.253')

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/shared-router-id',
  severity: 'error',
  summary: 'two clouds in one network have the same VRRP router id',
  help: 'Keepalived takes every router with its own id in the layer-2 network for a peer. Of two clouds with the same id, only one gets its virtual address, and which one changes with every restart. Give each cloud in the network its own keepalived_virtual_router_id.',
  example: {
    bad: { 'production/globals.yml': EXAMPLE, 'staging/globals.yml': STAGING },
    good: { 'production/globals.yml': EXAMPLE, 'staging/globals.yml': STAGING.replace('id: 61', 'id: 62') },
  },
  check(cloud, report) {
    const setting = cloud.ownSetting('keepalived_virtual_router_id', 'kolla_internal_vip_address')
    const other = cloudWithSameRouterId(cloud)
    if (!setting || !other) return
    report(
      setting,
      `The VRRP router id ${cloud.values.text('keepalived_virtual_router_id')} is also used by ${other.path}, whose virtual address ${other.address} is in the same network.`,
      'Give each cloud its own keepalived_virtual_router_id.',
    )
  },
})
