import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'
import { twin } from './shared/vip-rules.js'

const DEFAULT_ROUTER_ID = '51'

export default defineRule<Deployment>({
  id: 'kolla_ansible/default-router-id',
  severity: 'notice',
  summary: 'keepalived_virtual_router_id is the default',
  help: 'Keepalived finds its peers by the VRRP router id, and every cloud that kolla-ansible deploys has 51 unless told otherwise. Two of them in one layer-2 network, or a staging cloud beside production, fight for their virtual addresses. Choose a number from 1 to 255 that is free in the network.',
  example: {
    bad: EXAMPLE.replace('keepalived_virtual_router_id: 61\n', ''),
    good: EXAMPLE,
  },
  *check(deployment) {
    const { values } = deployment
    const setting = ownSetting(deployment, 'keepalived_virtual_router_id', 'kolla_internal_vip_address')
    if (!setting || values.bool('enable_keepalived') !== true) return
    if (values.text('keepalived_virtual_router_id') !== DEFAULT_ROUTER_ID) return
    // an address that is known elsewhere has a conflict to report and not a chance of one
    if (twin(deployment)) return
    yield atValue(
      setting,
      'The VRRP router id is 51, as with every other cloud that kolla-ansible deploys.',
      'Set keepalived_virtual_router_id to a number from 1 to 255 that is free in the network.',
    )
  },
})
