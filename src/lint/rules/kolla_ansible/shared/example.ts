/** A small globals.yml without problems. Bad examples change one thing in it. */
export const EXAMPLE = `kolla_base_distro: rocky
openstack_release: "2025.1"
kolla_internal_vip_address: 10.10.10.254
keepalived_virtual_router_id: 61
network_interface: eth0
neutron_external_interface: eth1
enable_cinder: true
enable_cinder_backend_lvm: true
`

/** The example at its usual path, with other files. */
export function withFiles(
  files: Readonly<Record<string, string>>,
  globals = EXAMPLE,
): Record<string, string> {
  return { 'etc/kolla/globals.yml': globals, ...files }
}

/** The example with an inventory, by default a valid one. */
export function withInventory(change: InventoryExample = {}, globals = EXAMPLE): Record<string, string> {
  return withFiles({ 'etc/kolla/multinode': inventoryExample(change) }, globals)
}

/** How an inventory differs from the example. */
export interface InventoryExample {
  control?: readonly string[]
  network?: readonly string[]
  storage?: readonly string[]
  without?: readonly string[]
  rename?: Readonly<Record<string, string>>
}

/** Groups, each with its child groups. */
const GROUPS: Readonly<Record<string, string>> = {
  baremetal: 'control network compute storage monitoring',
  'tls-backend': 'control',
  common: 'control network compute storage',
  cron: 'common',
  fluentd: 'common',
  'kolla-toolbox': 'common',
  loadbalancer: 'network',
  mariadb: 'control',
  rabbitmq: 'control',
  memcached: 'control',
  keystone: 'control',
  glance: 'control',
  nova: 'control',
  neutron: 'network',
  openvswitch: 'network compute',
  cinder: 'control',
  heat: 'control',
  horizon: 'control',
  placement: 'control',
  iscsid: 'compute storage',
  tgtd: 'storage',
  'glance-api': 'glance',
  'nova-api': 'nova',
  'nova-metadata': 'nova',
  'nova-conductor': 'nova',
  'nova-super-conductor': 'nova',
  'nova-novncproxy': 'nova',
  'nova-scheduler': 'nova',
  'nova-spicehtml5proxy': 'nova',
  'nova-compute-ironic': 'nova',
  'nova-serialproxy': 'nova',
  'neutron-server': 'control',
  'neutron-dhcp-agent': 'neutron',
  'neutron-l3-agent': 'neutron',
  'neutron-metadata-agent': 'neutron',
  'cinder-api': 'cinder',
  'cinder-backup': 'storage',
  'cinder-scheduler': 'cinder',
  'cinder-volume': 'storage',
  'heat-api': 'heat',
  'heat-api-cfn': 'heat',
  'heat-engine': 'heat',
  'placement-api': 'placement',
}

/** A small inventory with the structure of kolla-ansible's own. */
export function inventoryExample({
  control = ['c1', 'c2', 'c3'],
  network = ['n1', 'n2'],
  storage = ['s1'],
  without = [],
  rename = {},
}: InventoryExample): string {
  const hosts = { control, network, storage, compute: ['n3'], monitoring: ['m1'] }
  const parts = Object.entries(hosts).map(([group, names]) => `[${group}]\n${names.join('\n')}\n`)
  for (const [group, children] of Object.entries(GROUPS)) {
    if (!without.includes(group))
      parts.push(`[${rename[group] ?? group}:children]\n${children.replaceAll(' ', '\n')}\n`)
  }
  return parts.join('\n')
}
