import { nearest } from '../../../platform/nearest.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { Group } from '../../readers/openstack_ansible/config.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { MEANT_GROUPS } from '../../readers/openstack_ansible/groups.js'
import { misspelled, orSayRelease } from '../../readers/openstack_ansible/names.js'
import { EXAMPLE } from './shared/example.js'
import { hostsOfKnown, isKnown } from './shared/group-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/unknown-group',
  severity: 'error',
  summary: 'hosts stand under a group that deploys nothing',
  help: 'Services are deployed to the hosts of the groups that openstack-ansible knows, or that env.d adds. Under another name the hosts get nothing, and nobody says so. It is an error when the name looks like a misspelled group or is the name of a service; for other groups it is a warning, given when some of its hosts stand under no known group at all.',
  example: { bad: EXAMPLE.replace('compute_hosts', 'compute_host'), good: EXAMPLE },
  *check(deployment) {
    const { groups, known } = deployment
    const placedHosts = hostsOfKnown(deployment)
    for (const group of groups) {
      if (isKnown(group, deployment)) {
        yield* misspelledDashes(group, deployment)
        continue
      }
      if (group.hosts.length === 0) continue
      if (known.elsewhere('groups', group.name) || isParent(group, deployment)) continue
      const problem = whyUnknown(group, deployment, placedHosts)
      // an anchor's home may have any name, but not one with a slip in it
      if (group.isShared && !misspelledGroup(group.name, deployment)) continue
      if (problem) yield { file: group.file, range: group.keyRange, ...problem }
    }
  },
})

/** Before 2026.1 the generator does not take `_` for `-`. */
function* misspelledDashes(
  { key, name, file, keyRange }: Group,
  { known, environment }: Deployment,
): Iterable<Problem> {
  const spelled = known.spelled(name)
  if (!spelled.includes('-') || key === spelled || environment.groups.has(name)) return
  yield {
    file,
    range: keyRange,
    message: `openstack-ansible ${known.release} does not know the group "${key}": it writes "${spelled}".`,
    help: orSayRelease(`Write ${spelled}.`, known),
    severity: known.isAssumed ? 'warning' : 'error',
  }
}

function isParent({ name }: Group, { known, environment }: Deployment): boolean {
  return known.parents.has(name) || environment.names.has(name)
}

function misspelledGroup(name: string, { known, environment }: Pick<Deployment, 'known' | 'environment'>) {
  return misspelled(name, [...known.groups, ...environment.groups])
}

function whyUnknown(
  { key, name, hosts }: Group,
  { known, environment }: Deployment,
  placedHosts: ReadonlySet<string>,
): Pick<Problem, 'message' | 'help' | 'severity'> | undefined {
  if (name === 'lxc_hosts') {
    return { message: 'The group "lxc_hosts" is made by the inventory generator.', help: 'Remove it.' }
  }
  const message = `There is no group "${key}": nothing is deployed to its hosts.`
  const meantByName = misspelledGroup(name, { known, environment })
  if (meantByName) return { message, help: `Did you mean "${known.spelled(meantByName)}"?` }
  const meant = Object.hasOwn(MEANT_GROUPS, name) ? MEANT_GROUPS[name] : undefined
  if (meant) return { message, help: `The group for it is "${known.spelled(meant)}".` }
  if (!name.endsWith('_hosts') || hosts.every((host) => placedHosts.has(host.name))) return undefined
  const near = nearest(name, known.groups)
  const hint = near ? `Did you mean "${known.spelled(near)}"? ` : ''
  return {
    message,
    help: `${hint}Put its hosts under a known group too, or define the group in env.d.`,
    severity: 'warning',
  }
}
