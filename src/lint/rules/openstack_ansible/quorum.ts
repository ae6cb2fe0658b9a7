import { defineRule, type Problem } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { hostsIn, MANY, membersOf } from './shared/cluster-rules.js'
import { WITH_CLUSTER } from './shared/example.js'

/** What needs a majority of its members to go on. */
const CLUSTERS = [
  { container: 'galera_container', name: 'Galera' },
  { container: 'rabbit_mq_container', name: 'RabbitMQ' },
] as const

export default defineRule<Deployment>({
  id: 'openstack_ansible/quorum',
  severity: 'warning',
  summary: 'a cluster has no majority left when one member fails',
  help: 'Galera and RabbitMQ go on only while more than half of their members are there. With two members, either failure stops the cloud; with four, no more failures are survived than with three. Deploy three or five. A single member is only spoken of when there are three compute hosts or more.',
  example: {
    bad: WITH_CLUSTER.replace(/ {2}infra3.*\n/g, ''),
    good: WITH_CLUSTER,
  },
  *check(deployment) {
    if (!deployment.isWhole || deployment.isTemplated) return
    const said = new Set<string>()
    for (const { container, name } of CLUSTERS) {
      const members = membersOf(deployment, container)
      const group = deployment.groups.find(({ hosts }) =>
        hosts.some((host) => members.hosts.has(host.name) && members.groups.has(host.group)),
      )
      if (!group || members.count === 0 || said.has(group.name)) continue
      const problem = quorumProblem(name, members.count, deployment)
      if (!problem) continue
      said.add(group.name)
      yield { file: group.file, range: group.keyRange, ...problem }
    }
  },
})

function quorumProblem(
  name: string,
  count: number,
  { groups }: Deployment,
): Pick<Problem, 'message' | 'help'> | undefined {
  const help = 'Deploy an odd number of members, three or more.'
  if (count % 2 === 0) {
    return {
      message: `${name} has ${count} members: ${count === 2 ? 'either failure stops it' : `it survives no more failures than with ${count - 1}`}.`,
      help,
    }
  }
  return count === 1 && hostsIn(groups, 'compute_hosts').size >= MANY
    ? { message: `${name} has a single member: nothing takes over when it fails.`, help }
    : undefined
}
