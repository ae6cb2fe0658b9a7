import { isIP } from 'node:net'
import { defineRule } from '../../engine/rule.js'
import {
  addressOf,
  type Environment,
  type Fact,
  isNested,
  placeIn,
} from '../../readers/repository/environments.js'
import type { Repository } from '../../readers/repository/subjects.js'

interface Router {
  id: Fact
  vip: Fact
}

const KEEPALIVED =
  'haproxy_keepalived_internal_vip_cidr: 172.29.236.9/32\nhaproxy_keepalived_internal_virtual_router_id: 21\n'

export default defineRule<Repository>({
  id: 'repository/shared-vrrp-id',
  severity: 'warning',
  summary: 'two load balancers in one network have the same VRRP router id',
  help: 'Keepalived treats every VRRP speaker in the network with the same router id as a peer. Two environments with the same id, or the internal and external address of one environment, then take the addresses from each other. The rule compares addresses in the same /24 network. kolla_ansible/shared-router-id covers two deployments of kolla-ansible.',
  example: {
    bad: {
      ...osa('production', KEEPALIVED),
      ...osa('staging', KEEPALIVED.replace('.9/32', '.8/32')),
    },
    good: {
      ...osa('production', KEEPALIVED),
      ...osa('staging', KEEPALIVED.replace('.9/32', '.8/32').replace('id: 21', 'id: 22')),
    },
  },
  check({ environments }, report) {
    const taken = new Map<string, Router>()
    for (const environment of environments) {
      for (const router of routersOf(environment)) {
        const network = addressOf(router.vip).replace(/\.\d+$/, '')
        const key = `${router.id.value} ${network}`
        const first = taken.get(key)
        taken.set(key, first ?? router)
        if (!first || addressOf(first.vip) === addressOf(router.vip)) continue
        if (bothKolla(first, router) || isNestedElsewhere(first, router)) continue
        report(
          router.id,
          `The VRRP router id ${router.id.value} is already used for ${addressOf(first.vip)} in the same network, in ${placeIn(first.id)}.`,
          'Give each virtual IP address in the network its own id from 1 to 255.',
        )
      }
    }
  },
})

function routersOf({ facts }: Environment): Router[] {
  const pairs: [string, readonly string[]][] = [
    ['keepalived_virtual_router_id', ['kolla_internal_vip_address']],
    [
      'haproxy_keepalived_internal_virtual_router_id',
      ['haproxy_keepalived_internal_vip_cidr', 'internal_lb_vip_address'],
    ],
    [
      'haproxy_keepalived_external_virtual_router_id',
      ['haproxy_keepalived_external_vip_cidr', 'external_lb_vip_address'],
    ],
  ]
  return pairs.flatMap(([name, vips]) => {
    const id = facts.get(name)
    const vip = vips.map((vipName) => facts.get(vipName)).find((fact) => fact && isIP(addressOf(fact)) === 4)
    return id && vip ? [{ id, vip }] : []
  })
}

function osa(folder: string, variables: string): Record<string, string> {
  return { [`${folder}/openstack_deploy/user_variables.yml`]: variables }
}

function bothKolla(a: Router, b: Router): boolean {
  return [a, b].every(({ id }) => id.environment.tool === 'kolla-ansible')
}

function isNestedElsewhere(a: Router, b: Router): boolean {
  return a.id.environment !== b.id.environment && isNested(a.id.environment, b.id.environment)
}
