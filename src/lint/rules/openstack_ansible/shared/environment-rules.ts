import { asMapping, asSequence, childOf } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { allContainers, listed, type SkeletonEntry } from '../../../readers/openstack_ansible/environment.js'
import { EXAMPLE } from './example.js'
import { inventoryOf } from '../../../readers/openstack_ansible/inventory.js'
import { isUnknown } from '../../../readers/openstack_ansible/placed.js'

const config = { 'openstack_user_config.yml': EXAMPLE }
const FILE = 'env.d/gpu.yml'
const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
const GOOD = `component_skel:
  gpu_agent:
    belongs_to: [gpu_all]
container_skel:
  gpu_container:
    belongs_to: [gpu_containers]
    contains: [gpu_agent]
physical_skel:
  gpu_containers:
    belongs_to: [all_containers]
  gpu_hosts:
    belongs_to: [hosts]
`

export const invalidEnvironment: Rule<Deployment> = {
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
}

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

export const customEnvironment: Rule<Deployment> = {
  id: 'openstack_ansible/custom-environment',
  severity: 'notice',
  summary: "an env.d of one's own stops every upgrade",
  help: "openstack-ansible's upgrade stops when there are files in env.d, so that somebody compares them with the release's own; with SKIP_CUSTOM_ENVD_CHECK=true it goes on. Files that are the same as those of the release are deleted. Set the variable in the upgrade once the comparison is done, and silence this notice beside it.",
  example: { bad: { ...config, [FILE]: GOOD }, good: config },
  *check({ environment, isWhole }) {
    const [first] = environment.files
    if (!first || !isWhole) return
    const count = environment.files.length
    yield {
      file: first.path,
      range: FILE_START,
      message:
        count === 1
          ? 'An upgrade will stop at this file of env.d.'
          : `An upgrade will stop at this file of env.d and ${count - 1} more.`,
      help: 'Compare it with the new release before an upgrade, and then set SKIP_CUSTOM_ENVD_CHECK=true.',
    }
  },
}

export const committedInventory: Rule<Deployment> = {
  id: 'openstack_ansible/committed-inventory',
  severity: 'notice',
  summary: 'the generated inventory is in the repository',
  help: 'openstack_inventory.json is state: the inventory generator writes into it which container has which name and address, whenever it runs. A copy that is older than the cloud makes it invent containers anew. Keep it where the generator runs and back it up from there, or commit it after every run.',
  example: {
    bad: { ...config, 'openstack_inventory.json': '{}\n' },
    good: config,
  },
  *check({ files, folder, path, isWhole }) {
    const name = `${folder}openstack_inventory.json`
    if (!isWhole || !files.has(name)) return
    yield {
      file: path,
      range: FILE_START,
      message: `The generated inventory ${name} is in the repository beside this file.`,
      help: 'Keep it out of the repository, or commit it after every run of the generator.',
    }
  },
}
