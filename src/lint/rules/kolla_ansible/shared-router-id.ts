import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'
import { twin } from './shared/vip-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/shared-router-id',
  severity: 'error',
  summary: 'two deployments share a VRRP router id in one network',
  help: 'Keepalived takes every router with its own id in the layer-2 network for a peer: of two clouds with one id only one has its virtual address, and which one changes with every restart. Give each deployment in the network a keepalived_virtual_router_id of its own.',
  example: {
    bad: {
      'production/globals.yml': EXAMPLE,
      'staging/globals.yml': EXAMPLE.replace('10.10.10.254', '10.10.10.253'),
    },
    good: {
      'production/globals.yml': EXAMPLE,
      'staging/globals.yml': EXAMPLE.replace('10.10.10.254', '10.10.10.253').replace('id: 61', 'id: 62'),
    },
  },
  *check(deployment) {
    const setting = ownSetting(deployment, 'keepalived_virtual_router_id', 'kolla_internal_vip_address')
    const other = twin(deployment)
    if (!setting || !other) return
    const [id, vip] = [deployment.values.text('keepalived_virtual_router_id'), other.vip]
    yield atValue(
      setting,
      `The VRRP router id ${id} is also that of ${other.path}, whose address ${vip} is in the same network.`,
      'Give each of them a keepalived_virtual_router_id of its own.',
    )
  },
})
