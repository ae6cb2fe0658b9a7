import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { BALANCERS, hostsIn, MANY, membersOf } from './shared/cluster-rules.js'
import { WITH_CLUSTER } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/single-load-balancer',
  severity: 'notice',
  summary: 'a cluster of controllers has one load balancer',
  help: 'The virtual addresses move between load balancers by Keepalived, which openstack-ansible only sets up when there are at least two of them. With a single one, all API endpoints are gone while that host is, however many controllers there are.',
  example: {
    bad: WITH_CLUSTER.replace(/(load_balancer_hosts:\n.*\n).*\n.*\n/, '$1'),
    good: WITH_CLUSTER,
  },
  check(deployment, report) {
    const { groups, isTemplated, isWhole } = deployment
    const balancers = groups.filter(({ name }) => BALANCERS.includes(name))
    const [first] = balancers
    if (!first || !isWhole || isTemplated || hostsIn(groups, ...BALANCERS).size !== 1) return
    if (membersOf(deployment, 'galera_container').hosts.size < MANY) return
    report(
      { file: first.file, range: first.keyRange },
      'There is a single load balancer: the virtual addresses cannot move to another one.',
      `Put a second host under "${first.key}".`,
    )
  },
})
