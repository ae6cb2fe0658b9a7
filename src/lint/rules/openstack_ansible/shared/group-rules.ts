import { nearest } from '../../../../platform/nearest.js'
import { asMapping } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { Group, Host } from '../../../readers/openstack_ansible/config.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { listed } from '../../../readers/openstack_ansible/environment.js'
import { EXAMPLE } from './example.js'
import { MEANT_GROUPS, REPLACEMENTS } from '../../../readers/openstack_ansible/groups.js'
import { goneFrom, misspelled, orSayRelease } from '../../../readers/openstack_ansible/names.js'
import { isNothing, isUnknown } from '../../../readers/openstack_ansible/placed.js'

export const unknownGroup: Rule<Deployment> = {
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
}

/** The hosts that some known group deploys something to. */
function hostsOfKnown(deployment: Deployment): Set<string> {
  const known = deployment.groups.filter((group) => isKnown(group, deployment))
  return new Set(known.flatMap(({ hosts }) => hosts.map(({ name }) => name)))
}

function isKnown({ name }: Group, { known, environment }: Deployment): boolean {
  return known.groups.has(name) || environment.groups.has(name)
}

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

export const removedGroup: Rule<Deployment> = {
  id: 'openstack_ansible/removed-group',
  severity: 'warning',
  summary: 'hosts stand under a group that this release does not have',
  help: 'Groups come and go with the services of openstack-ansible. Under a group that only other releases have, hosts get nothing, and the inventory generator does not stop. It is an error once the release is known (openstack_release in changeover.yml), unless all of its hosts stand under other groups and nothing took its place; move the hosts to the group that took its place, or say for which release the configuration is.',
  example: {
    bad: EXAMPLE.replace(
      'compute_hosts',
      'sahara_infra_hosts:\n  infra1: { ip: 172.29.236.11 }\ncompute_hosts',
    ),
    good: EXAMPLE,
  },
  *check(deployment) {
    const { groups, known } = deployment
    const placedHosts = hostsOfKnown(deployment)
    for (const group of groups) {
      if (isKnown(group, deployment) || group.isShared || group.hosts.length === 0) continue
      const span = known.elsewhere('groups', group.name)
      if (!span) continue
      const next = Object.hasOwn(REPLACEMENTS, group.name) ? REPLACEMENTS[group.name] : undefined
      yield {
        file: group.file,
        range: group.keyRange,
        ...goneFrom(known, `the group "${group.key}"`, span),
        ...(next || group.hosts.some(({ name }) => !placedHosts.has(name))
          ? {}
          : { severity: 'warning' as const }),
        help: orSayRelease(next ? `Put its hosts under ${known.spelled(next)}.` : 'Remove it.', known),
      }
    }
  },
}

export const emptyGroup: Rule<Deployment> = {
  id: 'openstack_ansible/empty-group',
  severity: 'error',
  summary: 'a group of hosts is no mapping',
  help: 'Every key that ends in hosts maps the names of hosts to what is said of them. The inventory generator stops with a bare AttributeError when such a group has no value, or is a list. Write {} for a group without hosts, or remove it.',
  example: { bad: `${EXAMPLE}image_hosts:\n`, good: `${EXAMPLE}image_hosts: {}\n` },
  *check({ groups, isWhole }) {
    for (const { key, name, value, file, keyRange } of groups) {
      if (!isWhole || !name.endsWith('hosts') || asMapping(value) || isUnknown(value)) continue
      yield {
        file,
        range: keyRange,
        message: isNothing(value)
          ? `The group "${key}" has no value.`
          : `The group "${key}" is no mapping of hosts.`,
        help: isNothing(value)
          ? `Add its hosts, write  ${key}: {}  or remove it.`
          : 'Write each host as a key, with its ip below it.',
      }
    }
  },
}

export const groupOfGroups: Rule<Deployment> = {
  id: 'openstack_ansible/group-of-groups',
  severity: 'error',
  summary: 'hosts stand under a group that consists of groups',
  help: 'A group of the inventory has either hosts or other groups in it, and the inventory generator stops when a group of groups (hosts, all_containers, or one that env.d puts others into) is given hosts as well. Put the hosts into one of the groups below it.',
  example: { bad: EXAMPLE.replace('compute_hosts:', 'hosts:'), good: EXAMPLE },
  *check({ groups, known, environment, isWhole }) {
    const own = environment.entries.flatMap(({ skeleton, name, entry }) =>
      skeleton === 'physical_skel'
        ? listed(entry.value, 'belongs_to').map((parent) => [parent, name] as const)
        : [],
    )
    const children = new Map(own)
    for (const { key, name, file, keyRange } of groups) {
      if (!isWhole || !(known.parents.has(name) || children.has(name))) continue
      const child = children.get(name)
      yield {
        file,
        range: keyRange,
        message: `The group "${key}" consists of other groups${child ? `, for instance "${child}"` : ''}, and cannot have hosts.`,
        help: 'Put the hosts under one of the groups in it.',
      }
    }
  },
}

export const missingIp: Rule<Deployment> = {
  id: 'openstack_ansible/missing-ip',
  severity: 'error',
  summary: 'a host has no ip',
  help: 'Every host of every group needs its ip, in each group that names it; the inventory generator stops with a bare KeyError without it.',
  example: {
    bad: EXAMPLE.replace('compute1: { ip: 172.29.236.21 }', 'compute1: { affinity: {} }'),
    good: EXAMPLE,
  },
  *check({ groups, isWhole }) {
    const hosts = groups.filter(({ name }) => name.endsWith('hosts')).flatMap((group) => group.hosts)
    const keyOf = (host: Host) => `${host.group}\n${host.name}`
    const given = new Set(hosts.filter(({ ip }) => ip?.text).map(keyOf))
    const said = new Set<string>()
    for (const host of hosts) {
      // without the main file, the ip may stand there
      if (given.has(keyOf(host)) || !isWhole || isUnknown(host.value)) continue
      const place = `${host.file}:${host.keyRange.start.line}:${host.keyRange.start.column}`
      if (said.has(place)) continue
      said.add(place)
      yield {
        file: host.file,
        range: host.keyRange,
        message: `The host "${host.name}" has no ip.`,
        help: 'Add its address on the management network, for example  ip: 172.29.236.21.',
      }
    }
  },
}
