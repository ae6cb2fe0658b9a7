import { FILE_START } from '../../../yaml/source.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/missing-cidr-networks',
  severity: 'error',
  summary: 'cidr_networks is missing',
  help: 'cidr_networks lists the networks from which containers get their addresses. The inventory generator stops without it, even if there are no containers.',
  example: { bad: EXAMPLE.slice(EXAMPLE.indexOf('used_ips')).replace(/ *ip_from_q.*\n/, ''), good: EXAMPLE },
  check({ isComplete, definesNetworks }, report) {
    if (!isComplete || definesNetworks) return
    report(
      { range: FILE_START },
      'cidr_networks is missing.',
      'Add it, for example "cidr_networks: { management: 172.29.236.0/22 }".',
    )
  },
})
