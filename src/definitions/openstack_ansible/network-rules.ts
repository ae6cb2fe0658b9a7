import { nearest } from '../../platform/nearest.js'
import { isTemplatedValue as isTemplated } from '../definition.js'
import type { Rule } from '../rule.js'
import { parseAddress, parseNetwork } from './address.js'
import type { Deployment } from './deployment.js'
import { EXAMPLE } from './example.js'

const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

export const missingNetworks: Rule<Deployment> = {
  id: 'openstack_ansible/missing-networks',
  severity: 'error',
  summary: 'cidr_networks is missing',
  help: 'cidr_networks names the networks from which containers get their addresses; the inventory generator stops without it, on metal as well.',
  example: { bad: EXAMPLE.slice(EXAMPLE.indexOf('used_ips')).replace(/ *ip_from_q.*\n/, ''), good: EXAMPLE },
  *check({ path, isWhole, definesNetworks }) {
    if (!isWhole || definesNetworks) return
    yield {
      file: path,
      range: FILE_START,
      message: 'There is no cidr_networks.',
      help: 'Add it, for example  cidr_networks: { management: 172.29.236.0/22 }.',
    }
  },
}

export const invalidCidr: Rule<Deployment> = {
  id: 'openstack_ansible/invalid-cidr',
  severity: 'error',
  summary: 'a network in cidr_networks is no network',
  help: 'A network is an address and a prefix length: 172.29.236.0/22. The inventory generator stops at anything else; without a prefix length it takes the network for a single address and has none to give.',
  example: { bad: EXAMPLE.replace('172.29.236.0/22', '172.29.236.0/33'), good: EXAMPLE },
  *check({ networks }) {
    for (const [name, { file, range, text }] of networks) {
      if (text !== undefined && (isTemplated(text) || parseNetwork(text))) continue
      const written = text === undefined ? 'nothing' : `"${text}"`
      yield {
        file,
        range,
        message: `The network "${name}" is ${written}, which is no network in CIDR notation.`,
        help:
          text !== undefined && parseAddress(text)
            ? `Add the prefix length, for example ${text}/22.`
            : 'Write it as address/length, for example 172.29.236.0/22.',
      }
    }
  },
}

export const unknownQueue: Rule<Deployment> = {
  id: 'openstack_ansible/unknown-queue',
  severity: 'error',
  summary: 'ip_from_q names a network that cidr_networks does not have',
  help: 'A provider network takes the addresses of its containers from the network that ip_from_q names; the inventory generator stops when there is none of that name.',
  example: { bad: EXAMPLE.replace('ip_from_q: management', 'ip_from_q: managment'), good: EXAMPLE },
  *check({ networks, queues }) {
    if (networks.size === 0) return
    for (const { file, range, text } of queues) {
      if (!text || networks.has(text) || isTemplated(text)) continue
      const near = nearest(text, networks.keys())
      yield {
        file,
        range,
        message: `There is no network "${text}" in cidr_networks.`,
        help: near ? `Did you mean "${near}"?` : `It has: ${[...networks.keys()].join(', ')}.`,
      }
    }
  },
}
