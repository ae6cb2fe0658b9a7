import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './shared/example.js'

const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

export default defineRule<Deployment>({
  id: 'openstack_ansible/missing-networks',
  severity: 'error',
  summary: 'cidr_networks is missing',
  help: 'cidr_networks names the networks from which containers get their addresses; the inventory generator stops without it, on metal as well.',
  example: { bad: EXAMPLE.slice(EXAMPLE.indexOf('used_ips')).replace(/ *ip_from_q.*\n/, ''), good: EXAMPLE },
  check({ isWhole, definesNetworks }, report) {
    if (!isWhole || definesNetworks) return
    report(
      { range: FILE_START },
      'There is no cidr_networks.',
      'Add it, for example  cidr_networks: { management: 172.29.236.0/22 }.',
    )
  },
})
