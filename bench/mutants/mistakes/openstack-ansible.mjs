import { edit, insertAfter, misspell, remove } from '../edit.mjs'

const CONFIG = /^osa\/openstack_user_config\.yml$/
const config = (name, mutants) => ({ kind: 'openstack_ansible', name, files: CONFIG, mutants })
const variables = (name, mutants) => ({
  kind: 'openstack_ansible',
  name,
  files: /^osa\/user_variables\.yml$/,
  mutants,
})

const linesWith = (pattern) => (_at, lines) => lines.flatMap((line, at) => (pattern.test(line) ? [at] : []))

export const openstackAnsible = [
  config(
    'misspelled group',
    misspell(
      /^(?<word>shared_infra_hosts|repo_infra_hosts|load_balancer_hosts|identity_hosts|image_hosts|compute_hosts|orchestration_hosts|storage_infra_hosts|network_gateway_hosts):/,
    ),
  ),
  config(
    'host outside of the management network',
    edit(/^( {4}ip: )172\.29\.236\.(2[12])$/, (m) => `${m[1]}172.29.226.${m[2]}`),
  ),
  config(
    'two hosts with one address',
    edit(/^( {4}ip: )172\.29\.236\.2[12]$/, (m) => `${m[1]}172.29.236.12`),
  ),
  {
    kind: 'openstack_ansible',
    name: 'address of a host in another file',
    files: /^osa\/conf\.d\/storage\.yml$/,
    mutants: edit(/^( {4}ip: )172\.29\.236\.3[12]$/, (m) => `${m[1]}172.29.236.21`),
  },
  config(
    'host without an ip',
    edit(
      /^( {4})ip: (172\.29\.236\.\d+)$/,
      (m) => `${m[1]}address: ${m[2]}`,
      (at) => [at - 1, at],
    ),
  ),
  config(
    'address that is none',
    edit(/^( {4}ip: 172\.29\.236)\.(\d+)$/, (m) => `${m[1]}${m[2]}`),
  ),
  config(
    'virtual address that is not reserved',
    edit(
      /^( {2}- "172\.29\.236\.)1,(172.*)/,
      (m) => `${m[1]}10,${m[2]}`,
      linesWith(/internal_lb_vip_address/),
    ),
  ),
  config(
    'range of used addresses with a dash',
    edit(/^( {2}- "172\.[\d.]+),([\d.]+")$/, (m) => `${m[1]}-${m[2]}`),
  ),
  config(
    'range of used addresses that runs backwards',
    edit(/^( {2}- ")(172\.[\d.]+),([\d.]+)"$/, (m) => `${m[1]}${m[3]},${m[2]}"`),
  ),
  config(
    'network that is none',
    edit(/^( {2}(?:management|tunnel|storage): 172\.29\.\d+\.)0(\/22)$/, (m) => `${m[1]}8${m[2]}`),
  ),
  config(
    'networks that overlap',
    edit(
      /^( {2}(?:tunnel|storage): )172\.29\.2\d\d\.0\/22$/,
      (m) => `${m[1]}172.29.236.0/23`,
      linesWith(/^ {2}(management|tunnel|storage): /),
    ),
  ),
  config(
    'addresses from an unknown network',
    edit(/^( +ip_from_q: )(\w+)$/, (m) => `${m[1]}${m[2]}s`),
  ),
  config(
    'misspelled key of a network',
    misspell(
      /^ +(?<word>container_bridge|container_type|container_interface|ip_from_q|group_binds|net_name|is_management_address):/,
    ),
  ),
  config(
    'agent that is gone',
    edit(/^( +- )neutron_ovn_(controller|gateway)$/, (m) => `${m[1]}neutron_linuxbridge_agent`),
  ),
  config(
    'misspelled group in group_binds',
    misspell(/^ +- (?<word>all_containers|neutron_ovn_gateway|cinder_volume|nova_compute|glance_api)$/),
  ),
  config('network without a range', remove(/^ +range: "1:1000/)),
  config('network without a name', remove(/^ +net_name: physnet1/)),
  config(
    'range outside of what VLAN can',
    edit(/^( +range: )"101:200,301:400"$/, (m) => `${m[1]}"101:200,301:4400"`),
  ),
  config(
    'two networks on one interface',
    edit(/^( +container_interface: )eth2$/, (m) => `${m[1]}eth1`, linesWith(/container_interface: eth[12]$/)),
  ),
  config(
    'no management network',
    edit(
      /^( {2})management: (.*)/,
      (m) => `${m[1]}mgmt: ${m[2]}`,
      linesWith(/^cidr_networks:|mgmt:|^ +ip_from_q: management|^ {2}management: /),
    ),
  ),
  config(
    'address defined twice',
    insertAfter(/^( {2})(internal|external)(_lb_vip_address: ).*/, (m) => [
      `${m[1]}${m[2]}${m[3]}172.29.236.8`,
    ]),
  ),
  config(
    'wrong indent',
    edit(
      /^ {2}( {2}ip: .*)/,
      (m) => m[1],
      (at) => [at - 1, at],
    ),
  ),
  config(
    'an even number of controllers',
    edit(
      /^( {2}infra3: \{ ip: 172\.29\.236\.13 \})$/,
      ({ input }, _random, at) => (at < 66 ? `  # ${input.trim()}` : undefined), // of shared_infra_hosts
      (at) => [at - 3, at - 2, at - 1, at],
    ),
  ),
  variables(
    'misspelled variable',
    misspell(
      /^(?<word>haproxy_keepalived_internal_interface|neutron_plugin_type|glance_default_store|haproxy_keepalived_external_vip_cidr|nova_nova_conf_overrides|keystone_keystone_conf_overrides):/,
    ),
  ),
  variables(
    'misspelled option in an override',
    misspell(
      /^ {4}(?<word>cpu_allocation_ratio|reserved_host_memory_mb|cpu_mode|dhcp_agents_per_network|global_physnet_mtu|expiration|lockout_duration):/,
    ),
  ),
  variables(
    'wrong type in an override',
    edit(
      /^( {4}(?:reserved_host_memory_mb|expiration|lockout_duration|dhcp_agents_per_network): )\d+$/,
      (m) => `${m[1]}high`,
    ),
  ),
  variables(
    'overrides that are no mapping',
    edit(
      /^(keystone_keystone_conf_overrides):$/,
      (m) => `${m[1]}: token`,
      (at) => [at, at + 1],
    ),
  ),
]
