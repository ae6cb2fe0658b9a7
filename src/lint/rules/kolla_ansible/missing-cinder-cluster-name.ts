import { isBefore } from '../../../openstack/releases.js'
import { defineRule } from '../../engine/rule.js'
import { hostsOf } from '../../readers/ansible/merged-inventory.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE, withInventory } from './shared/example.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/missing-cinder-cluster-name',
  severity: 'error',
  summary: 'several hosts run cinder-volume without a cluster name',
  help: 'Several cinder-volume services with the same backend must form a cluster, named by cinder_cluster_name. Otherwise two of them may change one volume at the same time. Since 2024.2, `kolla-ansible prechecks` fails. If each host has its own disks, set cinder_cluster_skip_precheck.',
  example: {
    bad: withInventory({ storage: ['s1', 's2'] }),
    good: withInventory({ storage: ['s1', 's2'] }, `${EXAMPLE}cinder_cluster_name: volumes\n`),
  },
  check({ values, release, inventories, ownSetting }, report) {
    const setting = ownSetting('cinder_cluster_name', 'enable_cinder')
    if (!setting || !release || isBefore(release.release, '2024.2') || values.bool('enable_cinder') !== true)
      return
    if (values.bool('cinder_cluster_skip_precheck') !== false || values.text('cinder_cluster_name') !== '')
      return
    const inventory = inventories.find((candidate) => hostsOf(candidate, 'cinder-volume').size > 1)
    if (!inventory) return
    report(
      setting,
      `The group cinder-volume has ${hostsOf(inventory, 'cinder-volume').size} hosts in ${inventory.path}, but cinder_cluster_name is not set.`,
      'Set cinder_cluster_name, or cinder_cluster_skip_precheck if each host has its own disks.',
      release.isAssumed ? 'warning' : undefined,
    )
  },
})
