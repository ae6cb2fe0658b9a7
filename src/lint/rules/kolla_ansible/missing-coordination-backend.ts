import { isBefore, type OpenStackRelease } from '../../../openstack/releases.js'
import { defineRule } from '../../engine/rule.js'
import { hostsOf } from '../../readers/ansible/inventory.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { kollaInventories } from '../../readers/kolla_ansible/kolla-inventory.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE, withFiles } from './shared/example.js'
import { inventoryExample } from './shared/inventory-example.js'

/** Services that run on several hosts only when something lets them agree. */
const COORDINATED: readonly {
  on: readonly string[]
  group: string
  backend: string
  since: OpenStackRelease
  /** The switch that turns the precheck off. */
  skip?: string
  name: string
}[] = [
  {
    on: ['enable_cinder', 'cinder_backend_ceph'],
    group: 'cinder-volume',
    backend: 'cinder_coordination_backend',
    since: '2025.1',
    skip: 'skip_cinder_backend_check',
    name: 'Cinder with Ceph',
  },
  {
    on: ['enable_masakari'],
    group: 'masakari',
    backend: 'masakari_coordination_backend',
    since: '2025.2',
    name: 'Masakari',
  },
]

export default defineRule<Deployment>({
  id: 'kolla_ansible/missing-coordination-backend',
  severity: 'error',
  summary: 'a service on several hosts has nothing to agree through',
  help: 'Cinder with Ceph, and Masakari, take locks in Valkey or etcd as soon as they run on more than one host. `kolla-ansible prechecks` fails without. Either one needs hosts in its inventory group: valkey, or etcd.',
  example: {
    bad: withFiles(
      { 'etc/kolla/multinode': inventoryExample({ storage: ['s1', 's2'] }) },
      `${EXAMPLE}cinder_backend_ceph: true\ncinder_cluster_name: volumes\n`,
    ),
    good: withFiles(
      { 'etc/kolla/multinode': inventoryExample({ storage: ['s1'] }) },
      `${EXAMPLE}cinder_backend_ceph: true\n`,
    ),
  },
  *check(deployment) {
    const { values, release } = deployment
    if (!release) return
    for (const { on, group, backend, since, name, skip } of COORDINATED) {
      const setting = ownSetting(deployment, backend, ...on)
      if (!setting || isBefore(release.release, since) || !on.every((each) => values.bool(each) === true))
        continue
      if (values.text(backend) !== '' || (skip !== undefined && values.bool(skip) !== false)) continue
      for (const inventory of kollaInventories(deployment)) {
        const count = hostsOf(inventory, group).size
        if (count < 2) continue
        yield atValue(
          setting,
          `${name} runs on ${count} hosts in ${inventory.path}, and neither Valkey nor etcd is enabled.`,
          'Set enable_valkey to yes.',
          release.isSaid ? undefined : 'warning',
        )
        break
      }
    }
  },
})
