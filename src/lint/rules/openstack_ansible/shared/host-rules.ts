import { asMapping, asScalar, childOf, entriesOf, resolve } from '../../../../yaml/tree.js'
import type { Rule } from '../../../engine/rule.js'
import type { Group, Host } from '../../../readers/openstack_ansible/config.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { allContainers } from '../../../readers/openstack_ansible/environment.js'
import { EXAMPLE } from './example.js'
import { inventoryOf } from '../../../readers/openstack_ansible/inventory.js'
import { misspelled, misspelledKey } from '../../../readers/openstack_ansible/names.js'
import { isUnknown } from '../../../readers/openstack_ansible/placed.js'

/** The longest that `<host>-<container>` may be, since eight more letters and a dash follow and 63 are allowed. */
const MAX_CONTAINER = 52
const MAX_HOST = 63

export const nameTooLong: Rule<Deployment> = {
  id: 'openstack_ansible/name-too-long',
  severity: 'error',
  summary: 'the name of a host is too long for its containers',
  help: 'A container is called <host>-<container>-<eight letters>, and a host name has at most 63 characters: the inventory generator stops when host and container together have more than 52, or when a host without containers has more than 63. Up to 20 characters are always fine.',
  example: {
    bad: EXAMPLE.replaceAll('infra1:', 'controller-one-in-rack-number-seven-of-hall-three:'),
    good: EXAMPLE,
  },
  *check(deployment) {
    const said = new Set<string>()
    for (const { host, container, metal } of inventoryOf(deployment).placements) {
      const length = metal ? host.name.length : host.name.length + 1 + container.length
      if (length <= (metal ? MAX_HOST : MAX_CONTAINER) || said.has(host.name) || isTemplatedName(host))
        continue
      said.add(host.name)
      yield {
        file: host.file,
        range: host.keyRange,
        message: metal
          ? `The name "${host.name}" has ${length} characters, more than ${MAX_HOST}.`
          : `The name "${host.name}" is too long for the container "${container}": together they have ${length} characters, more than ${MAX_CONTAINER}.`,
        help: 'Give the host a shorter name; up to 20 characters are always fine.',
      }
    }
  },
}

function isTemplatedName({ name }: Host): boolean {
  return name.includes('{{') || name.includes('\uE000')
}

export const invalidAffinity: Rule<Deployment> = {
  id: 'openstack_ansible/invalid-affinity',
  severity: 'error',
  summary: 'affinity counts a container that there is not, or counts in words',
  help: 'affinity maps kinds of containers to how many of them the host gets. The inventory generator stops when the count is no whole number; a kind that is misspelled is left out without a word, and the host gets one container as always.',
  example: {
    bad: EXAMPLE.replace('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_containers: 0 }'),
    good: EXAMPLE.replace('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_container: 1 }'),
  },
  *check(deployment) {
    const { groups, known, environment } = deployment
    const kinds = groups.some(({ hosts }) => hosts.some(({ value }) => childOf(value, 'affinity')))
      ? allContainers(environment, known)
      : new Map<string, unknown>()
    for (const host of writtenHosts(groups)) {
      const affinity = childOf(host.value, 'affinity')
      if (affinity && !asMapping(affinity) && !isUnknown(affinity)) {
        yield {
          file: host.file,
          range: affinity.range,
          message: `The affinity of "${host.name}" is no mapping.`,
          help: 'Write affinity: { galera_container: 1 }, or remove it.',
        }
      }
      for (const { key, keyRange, value } of entriesOf(affinity)) {
        const isElsewhere = known.elsewhere('binds', key) !== undefined
        const near = kinds.has(key) || isElsewhere ? undefined : misspelled(key, [...kinds.keys()])
        if (near) {
          yield {
            file: host.file,
            range: keyRange,
            message: `There is no container "${key}".`,
            help: `Did you mean "${near}"?`,
          }
        } else if (kinds.has(key) && !isCount(value)) {
          yield {
            file: host.file,
            range: value.range,
            message: `The affinity of "${key}" is no whole number.`,
            help: 'Write how many of these containers the host gets, without quotes.',
          }
        }
      }
    }
  },
}

function isCount(value: Parameters<typeof asScalar>[0]): boolean {
  const count = asScalar(value)?.value
  return isUnknown(value) || (typeof count === 'number' && Number.isInteger(count))
}

const HOST_KEYS = [
  'ip',
  'management_ip',
  'affinity',
  'no_containers',
  'container_vars',
  'host_vars',
  'container_tech',
]

export const unknownHostKey: Rule<Deployment> = {
  id: 'openstack_ansible/unknown-host-key',
  severity: 'error',
  summary: 'a key of a host is misspelled',
  help: 'Under a host stand ip, management_ip, affinity, no_containers, container_vars and host_vars. The inventory generator leaves out any other key without a word; variables of the host belong under host_vars, those of its containers under container_vars.',
  example: {
    bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.21, host_var: { nova_cpu_mode: none }'),
    good: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.21, host_vars: { nova_cpu_mode: none }'),
  },
  *check({ groups }) {
    for (const { file, value } of writtenHosts(groups)) {
      for (const { key, keyRange } of entriesOf(value)) {
        const near = misspelledKey(key, HOST_KEYS)
        if (near) {
          yield {
            file,
            range: keyRange,
            message: `A host has no key "${key}".`,
            help: `Did you mean "${near}"?`,
          }
        }
      }
    }
  },
}

/** Every host once that is written out; aliases stand for the same one. */
function writtenHosts(groups: readonly Group[]): Host[] {
  const hosts = new Map(groups.flatMap(({ hosts }) => hosts).map((host) => [resolve(host.value), host]))
  return [...hosts.values()]
}
