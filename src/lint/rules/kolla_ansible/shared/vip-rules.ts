import { isIP } from 'node:net'
import type { Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import { atValue, ownSetting } from '../../../readers/kolla_ansible/problem.js'

const VIPS: readonly string[] = ['kolla_internal_vip_address', 'kolla_external_vip_address']
const DEFAULT_ROUTER_ID = '51'

export const vipAddress: Rule<Deployment> = {
  id: 'kolla_ansible/vip-address',
  severity: 'error',
  summary: 'a virtual address is no IP address',
  help: 'Keepalived puts kolla_internal_vip_address and kolla_external_vip_address onto an interface as they are, with a prefix length that kolla-ansible adds. A host name, or an address with a prefix length, is none. Names go into kolla_internal_fqdn and kolla_external_fqdn.',
  example: {
    bad: EXAMPLE.replace('10.10.10.254', 'cloud.example.com'),
    good: EXAMPLE,
  },
  *check(deployment) {
    for (const name of VIPS) {
      const setting = ownSetting(deployment, name)
      const text = deployment.values.text(name)
      if (!setting || !text || isIP(text) !== 0 || deployment.values.bool('enable_keepalived') === false)
        continue
      yield atValue(setting, `The ${name} "${text}" is no IP address.`, howToMend(name, text))
    }
  },
}

function howToMend(name: string, text: string): string {
  if (text.includes('/')) return 'Write the address without its prefix length.'
  if (/^[\d.]+$/.test(text)) return 'Correct the address.'
  return `Write an address, and the name into ${name.replace('vip_address', 'fqdn')}.`
}

export const oneSidedTls: Rule<Deployment> = {
  id: 'kolla_ansible/one-sided-tls',
  severity: 'error',
  summary: 'one virtual address has TLS for one of its two networks only',
  help: 'With a single virtual address the internal and the external endpoints are the same sockets: HAProxy cannot speak TLS on one and plain HTTP on the other. `kolla-ansible prechecks` fails. Switch TLS on for both, or give the external network an address of its own.',
  example: {
    bad: `${EXAMPLE}kolla_enable_tls_external: true\n`,
    good: `${EXAMPLE}kolla_enable_tls_external: true\nkolla_enable_tls_internal: true\n`,
  },
  *check(deployment) {
    const { values } = deployment
    const [external, internal] = ['external', 'internal'].map((side) =>
      values.bool(`kolla_enable_tls_${side}`),
    )
    const [vip, other] = VIPS.map((name) => values.text(name))
    const setting = ownSetting(deployment, 'kolla_enable_tls_external', 'kolla_enable_tls_internal', ...VIPS)
    if (!setting || external === undefined || internal === undefined || external === internal) return
    if (!vip || vip !== other) return
    const [on, off] = external ? ['external', 'internal'] : ['internal', 'external']
    yield atValue(
      setting,
      `TLS is on for the ${on} network and off for the ${off} one, and both have the address ${vip}.`,
      `Set kolla_enable_tls_${off} to yes, or give kolla_external_vip_address an address of its own.`,
    )
  },
}

export const defaultRouterId: Rule<Deployment> = {
  id: 'kolla_ansible/default-router-id',
  severity: 'notice',
  summary: 'keepalived_virtual_router_id is the default',
  help: 'Keepalived finds its peers by the VRRP router id, and every cloud that kolla-ansible deploys has 51 unless told otherwise. Two of them in one layer-2 network, or a staging cloud beside production, fight for their virtual addresses. Choose a number from 1 to 255 that is free in the network.',
  example: {
    bad: EXAMPLE.replace('keepalived_virtual_router_id: 61\n', ''),
    good: EXAMPLE,
  },
  *check(deployment) {
    const { values } = deployment
    const setting = ownSetting(deployment, 'keepalived_virtual_router_id', 'kolla_internal_vip_address')
    if (!setting || values.bool('enable_keepalived') !== true) return
    if (values.text('keepalived_virtual_router_id') !== DEFAULT_ROUTER_ID) return
    // an address that is known elsewhere has a conflict to report and not a chance of one
    if (twin(deployment)) return
    yield atValue(
      setting,
      'The VRRP router id is 51, as with every other cloud that kolla-ansible deploys.',
      'Set keepalived_virtual_router_id to a number from 1 to 255 that is free in the network.',
    )
  },
}

export const sharedRouterId: Rule<Deployment> = {
  id: 'kolla_ansible/shared-router-id',
  severity: 'error',
  summary: 'two deployments share a VRRP router id in one network',
  help: 'Keepalived takes every router with its own id in the layer-2 network for a peer: of two clouds with one id only one has its virtual address, and which one changes with every restart. Give each deployment in the network a keepalived_virtual_router_id of its own.',
  example: {
    bad: {
      'production/globals.yml': EXAMPLE,
      'staging/globals.yml': EXAMPLE.replace('10.10.10.254', '10.10.10.253'),
    },
    good: {
      'production/globals.yml': EXAMPLE,
      'staging/globals.yml': EXAMPLE.replace('10.10.10.254', '10.10.10.253').replace('id: 61', 'id: 62'),
    },
  },
  *check(deployment) {
    const setting = ownSetting(deployment, 'keepalived_virtual_router_id', 'kolla_internal_vip_address')
    const other = twin(deployment)
    if (!setting || !other) return
    const [id, vip] = [deployment.values.text('keepalived_virtual_router_id'), other.vip]
    yield atValue(
      setting,
      `The VRRP router id ${id} is also that of ${other.path}, whose address ${vip} is in the same network.`,
      'Give each of them a keepalived_virtual_router_id of its own.',
    )
  },
}

interface Neighbor {
  path: string
  vip: string
}

const neighborhoods = new WeakMap<readonly Deployment[], Map<string, Neighbor[]>>()

/** Another deployment with the same router id and another address of the same /24. */
function twin(deployment: Deployment): Neighbor | undefined {
  const key = neighborhoodOf(deployment)
  if (key === undefined) return undefined
  const vip = deployment.values.text('kolla_internal_vip_address')
  return neighbors(deployment.all)
    .get(key)
    ?.find((other) => other.vip !== vip)
}

function neighbors(all: readonly Deployment[]): Map<string, Neighbor[]> {
  const known = neighborhoods.get(all)
  if (known) return known
  const made = new Map<string, Neighbor[]>()
  for (const deployment of all) {
    const key = neighborhoodOf(deployment)
    const vip = deployment.values.text('kolla_internal_vip_address')
    if (key === undefined || vip === undefined) continue
    const places = made.get(key) ?? []
    made.set(key, places)
    // two addresses are enough to have another one for each
    if (places.length < 2 && places.every((place) => place.vip !== vip))
      places.push({ path: deployment.path, vip })
  }
  neighborhoods.set(all, made)
  return made
}

function neighborhoodOf({ values, layout }: Deployment): string | undefined {
  const vip = values.text('kolla_internal_vip_address')
  const id = values.text('keepalived_virtual_router_id')
  const network = vip === undefined || isIP(vip) !== 4 ? undefined : /^\d+\.\d+\.\d+\./.exec(vip)?.[0]
  const runs = layout === 'kolla' && values.bool('enable_keepalived') === true
  return network !== undefined && id !== undefined && runs ? `${id} ${network}` : undefined
}
