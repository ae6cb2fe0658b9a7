import { isBefore, type OpenStackRelease } from '../../../openstack/releases.js'
import { defineRule } from '../../engine/rule.js'
import { hostsOf } from '../../readers/ansible/merged-inventory.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE, withInventory } from './shared/example.js'

/** A service that needs distributed locks when it runs on several hosts. */
interface Coordinated {
  service: string
  on: readonly string[]
  group: string
  backend: string
  since: OpenStackRelease
  /** The switch that turns the precheck off. */
  skip?: string
}

const COORDINATED: readonly Coordinated[] = [
  {
    service: 'Cinder with Ceph',
    on: ['enable_cinder', 'cinder_backend_ceph'],
    group: 'cinder-volume',
    backend: 'cinder_coordination_backend',
    since: '2025.1',
    skip: 'skip_cinder_backend_check',
  },
  {
    service: 'Masakari',
    on: ['enable_masakari'],
    group: 'masakari',
    backend: 'masakari_coordination_backend',
    since: '2025.2',
  },
]

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/missing-coordination-backend',
  severity: 'error',
  summary: 'a service on several hosts has no coordination backend',
  help: 'On more than one host, Cinder with Ceph and Masakari coordinate through locks in Valkey or etcd. Without either, `kolla-ansible prechecks` fails. The backend needs hosts in its inventory group, valkey or etcd.',
  example: {
    bad: withInventory(
      { storage: ['s1', 's2'] },
      `${EXAMPLE}cinder_backend_ceph: true\ncinder_cluster_name: volumes\n`,
    ),
    good: withInventory({ storage: ['s1'] }, `${EXAMPLE}cinder_backend_ceph: true\n`),
  },
  check({ values, release, inventories, ownSetting }, report) {
    if (!release) return
    for (const { service, on, group, backend, since, skip } of COORDINATED) {
      const setting = ownSetting(backend, ...on)
      if (!setting || isBefore(release.release, since)) continue
      if (!on.every((name) => values.bool(name) === true) || values.text(backend) !== '') continue
      if (skip !== undefined && values.bool(skip) !== false) continue
      const inventory = inventories.find((candidate) => hostsOf(candidate, group).size > 1)
      if (!inventory) continue
      report(
        setting,
        `${service} runs on ${hostsOf(inventory, group).size} hosts in ${inventory.path}, but neither Valkey nor etcd is enabled.`,
        'Set enable_valkey to yes.',
        release.isAssumed ? 'warning' : undefined,
      )
    }
  },
})
