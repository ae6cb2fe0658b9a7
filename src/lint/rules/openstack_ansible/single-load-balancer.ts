import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { LOAD_BALANCERS } from '../../readers/openstack_ansible/groups.js'
import { clusterOf, hostsIn } from '../../readers/openstack_ansible/inventory.js'
import { WITH_CLUSTER } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/single-load-balancer',
  severity: 'notice',
  summary: 'a cluster of controllers has a single load balancer',
  help: 'Keepalived moves the virtual addresses between load balancers, but openstack-ansible only configures it if there are at least two. With a single load balancer, all APIs are down while that host is down, however many controllers there are.',
  example: {
    bad: WITH_CLUSTER.replace(/(load_balancer_hosts:\n.*\n).*\n.*\n/, '$1'),
    good: WITH_CLUSTER,
  },
  check(config, report) {
    const { groups, isTemplated, isComplete } = config
    const balancers = groups.find(({ name }) => LOAD_BALANCERS.includes(name))
    if (!balancers || !isComplete || isTemplated || hostsIn(groups, ...LOAD_BALANCERS).size !== 1) return
    if (clusterOf(config, 'galera_container').hosts.size < 3) return
    report(
      balancers,
      'There is a single load balancer, so the virtual addresses cannot move to another one.',
      `Add a second host to "${balancers.key}".`,
    )
  },
})
