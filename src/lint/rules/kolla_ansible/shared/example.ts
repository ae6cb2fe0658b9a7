/** A small globals.yml with nothing wrong; the rules' bad examples change one thing in it. */
export const EXAMPLE = `kolla_base_distro: rocky
openstack_release: "2025.1"
kolla_internal_vip_address: 10.10.10.254
keepalived_virtual_router_id: 61
network_interface: eth0
neutron_external_interface: eth1
enable_cinder: true
enable_cinder_backend_lvm: true
`

/** The example in its usual place, beside other files. */
export function withFiles(
  files: Readonly<Record<string, string>>,
  globals = EXAMPLE,
): Record<string, string> {
  return { 'etc/kolla/globals.yml': globals, ...files }
}
