import { asMapping, asSequence, childOf } from '../../../yaml/tree.js'
import { defineRule, type Report } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { allContainers, listed, type SkeletonEntry } from '../../readers/openstack_ansible/env-d.js'
import { placementsOf } from '../../readers/openstack_ansible/inventory.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { ENV_D } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/invalid-env-d',
  severity: 'error',
  summary: 'an entry of env.d lacks what the inventory generator needs',
  help: 'Every new entry of physical_skel and component_skel needs a list belongs_to, and every component that a container contains must be defined in a component_skel. Otherwise the inventory generator stops with a KeyError.',
  example: {
    bad: ENV_D.replace('  gpu_hosts:\n    belongs_to: [hosts]', '  gpu_hosts:\n    is_part_of: [hosts]'),
    good: ENV_D,
    file: 'env.d/gpu.yml',
  },
  check(config, report) {
    for (const each of config.envD.entries) {
      if (each.skeleton !== 'container_skel') reportMissingParents(each, config, report)
    }
    reportUnknownComponents(config, report)
  },
})

function reportMissingParents(place: SkeletonEntry, { known }: OpenstackAnsibleConfig, report: Report): void {
  const { file, skeleton, name, entry } = place
  const belongs = childOf(entry.value, 'belongs_to')
  const isBuiltIn = skeleton === 'component_skel' ? known.components.has(name) : known.binds.has(name)
  if (isUnknown(entry.value) || isUnknown(belongs) || asSequence(belongs)) return
  if (!belongs && isBuiltIn && asMapping(entry.value)) return
  report(
    belongs ? { file, range: belongs.range } : place,
    belongs ? `belongs_to of "${entry.key}" is not a list.` : `"${entry.key}" has no belongs_to.`,
    `List its parent groups, for example "belongs_to: [${skeleton === 'physical_skel' ? 'hosts' : 'nova_all'}]".`,
  )
}

/** Components that nothing defines. They only stop the generator if a host gets the container. */
function reportUnknownComponents(config: OpenstackAnsibleConfig, report: Report): void {
  const { envD, known } = config
  const containers = envD.entries.filter(({ skeleton }) => skeleton === 'container_skel')
  if (containers.length === 0) return
  const placed = new Set(placementsOf(config).map(({ container }) => container))
  const all = allContainers(envD, known)
  const isDefined = (name: string) =>
    known.binds.has(name) || envD.names.has(name) || all.has(name) || known.groups.has(name)
  for (const { file, range, name, entry } of containers) {
    const items = asSequence(childOf(entry.value, 'contains'))?.items ?? []
    for (const [index, component] of listed(entry.value, 'contains').entries()) {
      if (isDefined(component) || !placed.has(name)) continue
      report(
        { file, range: items[index]?.range ?? range },
        `The container "${entry.key}" contains "${component}", which is not defined.`,
        `Define "${component}" in component_skel, or correct the name.`,
      )
    }
  }
}
