import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'
import { cloudWithSameRouterId } from './shared/virtual-addresses.js'

const DEFAULT_ROUTER_ID = '51'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/default-router-id',
  severity: 'notice',
  summary: 'keepalived_virtual_router_id has its default value',
  help: 'Keepalived identifies its peers by the VRRP router id, and kolla-ansible gives every cloud the id 51 by default. Two clouds with the same id in one layer-2 network, for example staging and production, compete for their virtual addresses. Choose a number from 1 to 255 that is not used in the network.',
  example: { bad: EXAMPLE.replace('keepalived_virtual_router_id: 61\n', ''), good: EXAMPLE },
  check(cloud, report) {
    const { values } = cloud
    const setting = cloud.ownSetting('keepalived_virtual_router_id', 'kolla_internal_vip_address')
    if (!setting || values.bool('enable_keepalived') !== true) return
    if (values.text('keepalived_virtual_router_id') !== DEFAULT_ROUTER_ID) return
    // a certain conflict is reported by another rule
    if (cloudWithSameRouterId(cloud)) return
    report(
      setting,
      'The VRRP router id is 51, the default of every cloud that kolla-ansible deploys.',
      'Set keepalived_virtual_router_id to a number from 1 to 255 that is not used in the network.',
    )
  },
})
