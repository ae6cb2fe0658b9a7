import { distance } from 'fastest-levenshtein'
import { nearest } from '../../platform/nearest.js'
import type { Problem, Rule } from '../rule.js'
import type { Deployment, Group, Host } from './deployment.js'
import { EXAMPLE } from './example.js'
import { KNOWN_GROUPS, MEANT_GROUPS } from './groups.js'

export const unknownGroup: Rule<Deployment> = {
  id: 'openstack_ansible/unknown-group',
  severity: 'error',
  summary: 'hosts stand under a group that deploys nothing',
  help: 'Services are deployed to the hosts of the groups that openstack-ansible knows, or that env.d adds. Under another name the hosts get nothing, and nobody says so. It is an error when the name looks like a misspelled group or is the name of a service; for other groups it is a warning, given when some of its hosts stand under no known group at all.',
  example: { bad: EXAMPLE.replace('compute_hosts', 'compute_host'), good: EXAMPLE },
  *check({ groups, ownGroups }) {
    const isKnown = ({ name }: Group) => KNOWN_GROUPS.has(name) || ownGroups.has(name)
    const placedHosts = new Set(groups.filter(isKnown).flatMap(({ hosts }) => hosts.map((host) => host.name)))
    for (const group of groups) {
      if (isKnown(group) || group.isShared || group.hosts.length === 0) continue
      const problem = whyUnknown(group, ownGroups, placedHosts)
      if (problem) yield { file: group.file, range: group.keyRange, ...problem }
    }
  },
}

function whyUnknown(
  { key, name, hosts }: Group,
  ownGroups: ReadonlySet<string>,
  placedHosts: ReadonlySet<string>,
): Pick<Problem, 'message' | 'help' | 'severity'> | undefined {
  if (name === 'lxc_hosts') {
    return { message: 'The group "lxc_hosts" is made by the inventory generator.', help: 'Remove it.' }
  }
  const message = `There is no group "${key}": nothing is deployed to its hosts.`
  const misspelled = misspelledGroup(name, [...KNOWN_GROUPS, ...ownGroups])
  if (misspelled) return { message, help: `Did you mean "${misspelled}"?` }
  const meant = Object.hasOwn(MEANT_GROUPS, name) ? MEANT_GROUPS[name] : undefined
  if (meant) return { message, help: `The group for it is "${meant}".` }
  if (!name.endsWith('_hosts') || hosts.every((host) => placedHosts.has(host.name))) return undefined
  const near = nearest(name, KNOWN_GROUPS)
  const hint = near ? `Did you mean "${near}"? ` : ''
  return {
    message,
    help: `${hint}Put its hosts under a known group too, or define the group in env.d.`,
    severity: 'warning',
  }
}

/**
 * The known group whose name was probably meant: a word or two have a letter too many, too few or another one, or
 * an underscore is missing. Other numbers and other short words (`arm`, `kvm`) are names that people choose.
 */
function misspelledGroup(name: string, known: readonly string[]): string | undefined {
  if (name.startsWith('_')) return undefined
  const words = name.split('_')
  const digits = (text: string) => text.replace(/\D/g, '')
  return known.find((other) => {
    const others = other.split('_')
    if (digits(name) !== digits(other)) return false
    if (words.length !== others.length) return words.join('') === others.join('')
    return others.every((word, index) => distance(word, words[index] ?? '') <= allowedSlips(word))
  })
}

function allowedSlips(word: string): number {
  return word.length < 4 ? 0 : Math.min(2, Math.floor(word.length / 3))
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
      if (given.has(keyOf(host)) || !isWhole) continue
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
