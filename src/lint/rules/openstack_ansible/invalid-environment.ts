import { asMapping, asSequence, childOf } from '../../../yaml/tree.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { allContainers, listed, type SkeletonEntry } from '../../readers/openstack_ansible/environment.js'
import { inventoryOf } from '../../readers/openstack_ansible/inventory.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { FILE, GOOD } from './shared/environment-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/invalid-environment',
  severity: 'error',
  summary: 'an entry of env.d lacks what the inventory generator reads',
  help: 'Every entry of physical_skel and component_skel that is new has a list belongs_to, and what a container contains is defined in some component_skel. The inventory generator stops with a bare KeyError otherwise.',
  example: {
    bad: GOOD.replace('  gpu_hosts:\n    belongs_to: [hosts]', '  gpu_hosts:\n    is_part_of: [hosts]'),
    good: GOOD,
    file: FILE,
  },
  *check(deployment) {
    const { environment } = deployment
    for (const each of environment.entries) {
      if (each.skeleton !== 'container_skel') yield* withoutParents(each, deployment)
    }
    yield* unknownComponents(deployment)
  },
})

function* withoutParents(
  { file, skeleton, name, entry }: SkeletonEntry,
  { known }: Deployment,
): Iterable<Problem> {
  const belongs = childOf(entry.value, 'belongs_to')
  const isBuiltIn = skeleton === 'component_skel' ? known.components.has(name) : known.binds.has(name)
  if (isUnknown(entry.value) || isUnknown(belongs) || asSequence(belongs)) return
  if (!belongs && isBuiltIn && asMapping(entry.value)) return
  yield {
    file,
    range: belongs?.range ?? entry.keyRange,
    message: belongs ? `belongs_to of "${entry.key}" is no list.` : `"${entry.key}" has no belongs_to.`,
    help: `Add the groups that it is part of, for example  belongs_to: [${skeleton === 'physical_skel' ? 'hosts' : 'nova_all'}].`,
  }
}

/** What containers contain and nothing defines: only those stop the generator that stand on a host. */
function* unknownComponents(deployment: Deployment): Iterable<Problem> {
  const { environment, known } = deployment
  const containers = environment.entries.filter(({ skeleton }) => skeleton === 'container_skel')
  if (containers.length === 0) return
  const placed = new Set(inventoryOf(deployment).placements.map(({ container }) => container))
  const all = allContainers(environment, known)
  const isDefined = (name: string) =>
    known.binds.has(name) || environment.names.has(name) || all.has(name) || known.groups.has(name)
  for (const { file, name, entry } of containers) {
    const items = asSequence(childOf(entry.value, 'contains'))?.items ?? []
    for (const [index, component] of listed(entry.value, 'contains').entries()) {
      if (isDefined(component) || !placed.has(name)) continue
      yield {
        file,
        range: items[index]?.range ?? entry.keyRange,
        message: `The container "${entry.key}" contains "${component}", which nothing defines.`,
        help: `Define "${component}" in component_skel, or correct the name.`,
      }
    }
  }
}
