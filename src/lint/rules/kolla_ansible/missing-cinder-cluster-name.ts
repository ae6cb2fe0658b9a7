import { isBefore } from '../../../openstack/releases.js'
import { defineRule } from '../../engine/rule.js'
import { hostsOf } from '../../readers/ansible/inventory.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { kollaInventories } from '../../readers/kolla_ansible/kolla-inventory.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE, withFiles } from './shared/example.js'
import { inventoryExample } from './shared/inventory-example.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/missing-cinder-cluster-name',
  severity: 'error',
  summary: 'several hosts serve volumes without being a cluster',
  help: 'More than one cinder-volume with the same backend has to be a cluster, named by cinder_cluster_name, or two of them work on one volume at a time. `kolla-ansible prechecks` fails since 2024.2; hosts that each have their own disks say so with cinder_cluster_skip_precheck.',
  example: {
    bad: withFiles({ 'etc/kolla/multinode': inventoryExample({ storage: ['s1', 's2'] }) }),
    good: withFiles(
      { 'etc/kolla/multinode': inventoryExample({ storage: ['s1', 's2'] }) },
      `${EXAMPLE}cinder_cluster_name: volumes\n`,
    ),
  },
  *check(deployment) {
    const { values, release } = deployment
    const setting = ownSetting(deployment, 'cinder_cluster_name', 'enable_cinder')
    if (!setting || !release || isBefore(release.release, '2024.2') || values.bool('enable_cinder') !== true)
      return
    if (values.bool('cinder_cluster_skip_precheck') !== false || values.text('cinder_cluster_name') !== '')
      return
    for (const inventory of kollaInventories(deployment)) {
      const count = hostsOf(inventory, 'cinder-volume').size
      if (count < 2) continue
      yield atValue(
        setting,
        `The group cinder-volume has ${count} hosts in ${inventory.path}, and cinder_cluster_name is not set.`,
        'Set cinder_cluster_name, or cinder_cluster_skip_precheck when each host has disks of its own.',
        release.isSaid ? undefined : 'warning',
      )
      return
    }
  },
})
