import { isBefore, type Release } from '../../../../openstack/releases.js'
import { hostsOf } from '../../../readers/ansible/inventory.js'
import type { Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'
import { EXAMPLE, withFiles } from './example.js'
import { inventoryExample } from './inventory-example.js'
import { kollaInventories } from '../../../readers/kolla_ansible/kolla-inventory.js'
import { atValue, ownSetting } from '../../../readers/kolla_ansible/problem.js'

export const agentHosts: Rule<Deployment> = {
  id: 'kolla_ansible/agent-hosts',
  severity: 'error',
  summary: 'highly available network agents have one host',
  help: 'enable_neutron_agent_ha runs each router and each DHCP server on two hosts, and `kolla-ansible prechecks` fails when the groups neutron-l3-agent and neutron-dhcp-agent have fewer.',
  example: {
    bad: withFiles(
      { 'etc/kolla/multinode': inventoryExample({ network: ['n1'] }) },
      `${EXAMPLE}enable_neutron_agent_ha: true\n`,
    ),
    good: withFiles(
      { 'etc/kolla/multinode': inventoryExample({ network: ['n1', 'n2'] }) },
      `${EXAMPLE}enable_neutron_agent_ha: true\n`,
    ),
  },
  *check(deployment) {
    const setting = ownSetting(deployment, 'enable_neutron_agent_ha')
    const { values } = deployment
    if (
      !setting ||
      values.bool('enable_neutron_agent_ha') !== true ||
      values.bool('enable_neutron') === false
    )
      return
    for (const inventory of kollaInventories(deployment)) {
      const few = ['neutron-dhcp-agent', 'neutron-l3-agent'].find(
        (group) => inventory.groups.has(group) && hostsOf(inventory, group).size < 2,
      )
      if (few === undefined) continue
      const count = hostsOf(inventory, few).size
      yield atValue(
        setting,
        `Highly available network agents need two hosts, and ${few} in ${inventory.path} has ${count}.`,
        'Add a host to the group network, or set enable_neutron_agent_ha to no.',
      )
      return
    }
  },
}

export const volumeCluster: Rule<Deployment> = {
  id: 'kolla_ansible/volume-cluster',
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
}

/** Services that run on several hosts only when something lets them agree. */
const COORDINATED: readonly {
  on: readonly string[]
  group: string
  backend: string
  since: Release
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

export const missingCoordination: Rule<Deployment> = {
  id: 'kolla_ansible/missing-coordination',
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
}
