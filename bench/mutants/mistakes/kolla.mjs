import { edit, insertAfter, misspell, remove, rename } from '../edit.mjs'

const globals = (name, mutants) => ({ kind: 'kolla_ansible', name, files: /^kolla\/globals\.yml$/, mutants })
const inventory = (name, mutants) => ({ kind: 'kolla_ansible', name, files: /^kolla\/multinode$/, mutants })

export const kolla = [
  globals(
    'misspelled variable',
    misspell(
      /^(?<word>kolla_internal_vip_address|kolla_external_vip_interface|network_interface|neutron_external_interface|neutron_plugin_agent|neutron_tenant_network_types|enable_cinder_backend_lvm|enable_horizon|cinder_volume_group|nova_compute_virt_type|fernet_token_expiry|openstack_logging_debug):/,
    ),
  ),
  globals(
    'variable that is gone',
    insertAfter(/^kolla_base_distro: /, () => ['kolla_install_type: source']),
  ),
  globals(
    'service that is gone',
    insertAfter(/^enable_heat: /, () => ['enable_sahara: true']),
  ),
  globals(
    'boolean that is none',
    edit(/^(enable_(?:haproxy|cinder|heat|prometheus|grafana): )true$/, (m) => `${m[1]}maybe`),
  ),
  globals(
    'TLS on one side of one address',
    edit(
      /^(kolla_external_vip_address: ).*/,
      (m) => `${m[1]}10.10.10.254`,
      (_at, lines) =>
        lines.flatMap((line, at) =>
          /^kolla_(external_vip_address|internal_vip_address|enable_tls_external)/.test(line) ? [at] : [],
        ),
    ),
  ),
  globals(
    'block storage without a backend',
    edit(
      /^(enable_cinder_backend_lvm: )true$/,
      (m) => `${m[1]}false`,
      (at) => [at - 1, at],
    ),
  ),
  globals(
    'one interface for hosts and for Neutron',
    edit(
      /^(neutron_external_interface: ).*/,
      (m) => `${m[1]}eth0`,
      (at) => [at - 1, at],
    ),
  ),
  globals(
    'two bridges for one interface',
    edit(
      /^(neutron_bridge_name: ).*/,
      (m) => `${m[1]}br-ex,br-provider`,
      (at) => [at - 1, at],
    ),
  ),
  globals(
    'tenant network type that no driver serves',
    edit(/^(neutron_tenant_network_types: ).*/, (m) => `${m[1]}geneve,vlans`),
  ),
  globals(
    'virtual address of a host',
    edit(/^(kolla_internal_vip_address: ).*/, (m) => `${m[1]}10.10.10.11`),
  ),
  globals(
    'token lifetime outside of its range',
    edit(/^(fernet_token_expiry: ).*/, (m) => `${m[1]}6048000`),
  ),
  globals(
    'default router id of keepalived',
    edit(/^(keepalived_virtual_router_id: ).*/, (m) => `${m[1]}"51"`),
  ),
  globals(
    'variable set twice',
    insertAfter(/^(network_interface|enable_heat|kolla_base_distro): /, (m) => [`${m[1]}: other`]),
  ),
  globals(
    'release that is not pinned',
    edit(/^openstack_release: .*/, () => 'openstack_release: "master"'),
  ),
  inventory('misspelled group', misspell(/^\[(?<word>control|network|compute|monitoring|storage)\]$/)),
  inventory('an even number of controllers', remove(/^control03 /)),
  {
    kind: 'kolla_ansible',
    name: 'override file that nothing reads',
    files: /^kolla\/config\/nova\/nova-compute\.conf$/,
    mutants: rename((path) => path.replace('nova-compute', 'nova_compute')),
  },
  {
    kind: 'kolla_ansible',
    name: 'override file that nothing reads (2)',
    files: /^kolla\/config\/neutron\/ml2_conf\.ini$/,
    mutants: rename((path) => path.replace('ml2_conf.ini', 'ml2-conf.ini')),
  },
]
