import {
  EXAMPLE,
  WITH_CLUSTER,
  WITH_VLAN,
} from '../../../../src/lint/rules/openstack_ansible/shared/example.js'

/** Small configurations with a verdict of the inventory generator: name → path → content. */
export const CONFIGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...main('the example', EXAMPLE),
  ...main('with a provider network', WITH_VLAN),
  ...main('with a cluster', WITH_CLUSTER),
  ...main('dashes in group names', EXAMPLE.replace('shared_infra_hosts', 'shared-infra_hosts')),
  ...main('container as the name of the network', renamed('container')),
  ...main('a flagged network of another name', renamed('mgmt')),
  ...main('the older name of the flag', EXAMPLE.replace('is_management_address', 'is_container_address')),
  ...main('a netmask for a prefix length', EXAMPLE.replace('/22', '/255.255.252.0')),
  ...main('host bits', EXAMPLE.replace('172.29.236.0/22', '172.29.237.0/22')),
  ...main('no containers', replaced(/ {2}provider_networks:[\s\S]*?(?=shared)/, '  no_containers: true\n')),
  ...main(
    'provider networks are empty text',
    replaced(/ {2}provider_networks:[\s\S]*?(?=shared)/, '  provider_networks: ""\n'),
  ),
  ...main('an empty group as a mapping', `${EXAMPLE}image_hosts: {}\n`),
  ...main('used_ips is missing', replaced(/used_ips:\n.*\n/, '')),
  ...main('used_ips is a text', replaced(/used_ips:\n.*\n/, 'used_ips: 172.29.236.1\n')),
  ...main('used_ips with a dash', replaced('172.29.236.1,172.29.236.10', '172.29.236.1-10')),
  ...main('an unknown group', `${EXAMPLE}gpu_rack_hosts:\n  gpu1: { ip: 172.29.236.31 }\n`),
  ...main('a misspelled group', replaced('compute_hosts', 'computes_hosts')),
  ...main('a removed group', `${EXAMPLE}sahara_infra_hosts:\n  infra1: { ip: 172.29.236.11 }\n`),
  ...main('an unknown bind', WITH_VLAN.replace('neutron_ovn_controller', 'nothing_at_all')),
  ...main('a route with all it needs', withRoute('{ cidr: 10.0.0.0/8, gateway: 172.29.236.1 }')),
  ...main('a host that two groups share', `${EXAMPLE}image_hosts:\n  infra1: { ip: 172.29.236.11 }\n`),
  ...main('a vip inside of the network', replaced('172.29.236.9', '172.29.236.100')),
  ...main(
    'affinity of nothing',
    replaced('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_container: 0 }'),
  ),
  ...main('a long name on metal', replaced('compute1', `compute-${'x'.repeat(54)}`)),
  ...main(
    'management on an address of its own',
    replaced('ip: 172.29.236.21', 'ip: 192.0.2.21, management_ip: 172.29.236.21'),
  ),
  ...main(
    'a variable network without addresses for metal',
    WITH_VLAN.replace('neutron_ovn_controller', 'nova_compute'),
  ),

  ...main('nothing', ''),
  ...main('no cidr_networks', EXAMPLE.slice(EXAMPLE.indexOf('used_ips'))),
  ...main('empty cidr_networks', replaced(/cidr_networks:\n.*\n/, 'cidr_networks: {}\n')),
  ...main(
    'no management network',
    renamed('mgmt').replace(/ *(management_bridge|is_management_address).*\n/g, ''),
  ),
  ...main('a network without a prefix length', replaced('172.29.236.0/22', '172.29.236.0')),
  ...main('a prefix length too large', replaced('/22', '/33')),
  ...main('no network at all', replaced('172.29.236.0/22', 'management')),
  ...main('a full network', replaced('172.29.236.1,172.29.236.10', '172.29.236.1,172.29.239.254')),
  ...main('a network too small', replaced('172.29.236.0/22', '172.29.236.8/29')),
  ...main(
    'used_ips ends before it starts',
    replaced('172.29.236.1,172.29.236.10', '172.29.236.10,172.29.236.1'),
  ),
  ...main('used_ips with a number', replaced('global_overrides', '  - 172\nglobal_overrides')),
  ...main('used_ips with a name', replaced('172.29.236.1,172.29.236.10', '172.29.236.1,last')),
  ...main('no global_overrides', replaced(/global_overrides:[\s\S]*?(?=shared)/, '')),
  ...main('no provider_networks', replaced(/ {2}provider_networks:[\s\S]*?(?=shared)/, '')),
  ...main(
    'provider_networks without value',
    replaced(/ {2}provider_networks:[\s\S]*?(?=shared)/, '  provider_networks:\n'),
  ),
  ...main('provider_networks as a mapping', replaced('    - network:', '      network:')),
  ...main('an unknown queue', replaced('ip_from_q: management', 'ip_from_q: managment')),
  ...main('a management network without the flag', replaced(/ *is_management_address.*\n/, '')),
  ...main(
    'a network without bridge, and no management bridge',
    replaced(/ *(management_bridge|container_bridge|is_management_address).*\n/g, ''),
  ),
  ...main('a management network without queue', replaced(/ *ip_from_q.*\n/, '')),
  ...main('a route without gateway', withRoute('{ cidr: 10.0.0.0/8 }')),
  ...main('a route without cidr', withRoute('{ gateway: 172.29.236.1 }')),
  ...main('one address for two hosts', replaced('172.29.236.21', '172.29.236.11')),
  ...main('two addresses for one host', `${EXAMPLE}image_hosts:\n  infra1: { ip: 172.29.236.12 }\n`),
  ...main(
    'two spellings of a group, two addresses',
    `${EXAMPLE}shared-infra_hosts:\n  infra1: { ip: 172.29.236.12 }\n`,
  ),
  ...main('a host without ip', replaced('compute1: { ip: 172.29.236.21 }', 'compute1: { affinity: {} }')),
  ...main('a host without anything', replaced('compute1: { ip: 172.29.236.21 }', 'compute1:')),
  ...main('a group without value', `${EXAMPLE}image_hosts:\n`),
  ...main('a group as a list', `${EXAMPLE}image_hosts: [infra1]\n`),
  ...main('the group of containers', `${EXAMPLE}lxc_hosts:\n  infra1: { ip: 172.29.236.11 }\n`),
  ...main('a group of groups', replaced('compute_hosts:', 'hosts:')),
  ...main(
    'a name too long for containers',
    EXAMPLE.replaceAll('infra1', 'controller-one-in-rack-number-seven-of-hall-three'),
  ),
  ...main('a name too long on metal', replaced('compute1', `compute-${'x'.repeat(56)}`)),
  ...main(
    'affinity as text',
    replaced('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_container: "1" }'),
  ),
  ...main(
    'affinity as a list',
    replaced('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: [galera_container]'),
  ),
  ...main('no valid YAML', `${EXAMPLE}  broken: [\n`),
  'the same host in conf.d': {
    'openstack_user_config.yml': EXAMPLE,
    'conf.d/image.yml': 'image_hosts:\n  infra1: { ip: 172.29.236.11 }\n',
  },
  'another address in conf.d': {
    'openstack_user_config.yml': EXAMPLE,
    'conf.d/image.yml': 'image_hosts:\n  infra1: { ip: 172.29.236.12 }\n',
  },
  'an ip that conf.d brings': {
    'openstack_user_config.yml': EXAMPLE.replace(
      'compute1: { ip: 172.29.236.21 }',
      'compute1: { affinity: {} }',
    ),
    'conf.d/compute.yml': 'compute_hosts:\n  compute1: { ip: 172.29.236.21 }\n',
  },
  'a group of its own': withEnvironment('gpu_hosts', 'belongs_to: [hosts]'),
  'a group without parents': withEnvironment('gpu_hosts', 'is_part_of: [hosts]'),
  'a parent that has hosts': withEnvironment('gpu_hosts', 'belongs_to: [compute_hosts]'),
  'a container of nothing that is known': {
    'openstack_user_config.yml': EXAMPLE,
    'env.d/glance.yml':
      'container_skel:\n  gpu_container:\n    belongs_to: [compute_containers]\n    contains: [gpu_agent]\n',
  },
}

function main(name: string, text: string) {
  return { [name]: { 'openstack_user_config.yml': text } }
}

function replaced(what: string | RegExp, by: string): string {
  const text = EXAMPLE.replace(what, by)
  if (text === EXAMPLE) throw new Error(`nothing to replace: ${what}`)
  return text
}

function renamed(network: string): string {
  return replaced('  management:', `  ${network}:`).replace('from_q: management', `from_q: ${network}`)
}

function withRoute(route: string): string {
  return replaced('type: raw', `type: raw\n        static_routes: [${route}]`)
}

function withEnvironment(group: string, entry: string) {
  return {
    'openstack_user_config.yml': EXAMPLE,
    'env.d/gpu.yml': `physical_skel:\n  ${group}:\n    ${entry}\n`,
  }
}
