/** A small configuration without findings. The bad examples of the rules change one thing in it. */
export const EXAMPLE = `cidr_networks:
  management: 172.29.236.0/22
used_ips:
  - "172.29.236.1,172.29.236.10"
global_overrides:
  internal_lb_vip_address: 172.29.236.9
  external_lb_vip_address: cloud.example.com
  management_bridge: br-mgmt
  provider_networks:
    - network:
        container_bridge: br-mgmt
        container_type: veth
        container_interface: eth1
        ip_from_q: management
        type: raw
        group_binds: [all_containers, hosts]
        is_management_address: true
shared_infra_hosts:
  infra1: { ip: 172.29.236.11 }
compute_hosts:
  compute1: { ip: 172.29.236.21 }
`

/** The example with a provider network for tenants. */
export const WITH_VLAN = EXAMPLE.replace(
  'shared_infra_hosts',
  `    - network:
        container_bridge: br-vlan
        container_type: veth
        container_interface: eth11
        type: vlan
        net_name: physnet1
        range: "101:200"
        group_binds: [neutron_ovn_controller]
shared_infra_hosts`,
)

/** The example with clusters of three members. */
export const WITH_CLUSTER = EXAMPLE.replace(
  '  infra1: { ip: 172.29.236.11 }\n',
  `  infra1: { ip: 172.29.236.11 }
  infra2: { ip: 172.29.236.12 }
  infra3: { ip: 172.29.236.13 }
load_balancer_hosts:
  infra1: { ip: 172.29.236.11 }
  infra2: { ip: 172.29.236.12 }
  infra3: { ip: 172.29.236.13 }
`,
)

/** The virtual addresses for Keepalived. */
export const VIP_CIDRS =
  'haproxy_keepalived_external_vip_cidr: 203.0.113.9/32\nhaproxy_keepalived_internal_vip_cidr: 172.29.236.9/32\n'

/** A file of env.d that adds a group, a component and a container. */
export const ENV_D = `component_skel:
  gpu_agent:
    belongs_to: [gpu_all]
container_skel:
  gpu_container:
    belongs_to: [gpu_containers]
    contains: [gpu_agent]
physical_skel:
  gpu_containers:
    belongs_to: [all_containers]
  gpu_hosts:
    belongs_to: [hosts]
`

export const MAIN = { 'openstack_user_config.yml': EXAMPLE }

/** A bad and a good version of one more file beside the example. */
export function besideMain(file: string, bad: string, good: string) {
  return { bad: { ...MAIN, [file]: bad }, good: { ...MAIN, [file]: good } }
}
