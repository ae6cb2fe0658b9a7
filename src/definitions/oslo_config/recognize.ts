/** Sections that only OpenStack's services have. */
const SECTION =
  /^\[(keystone_authtoken|oslo_\w+|ml2(_type_\w+)?|securitygroup|nova|neutron|glance|glance_store|cinder|placement|placement_database|api_database|service_user|fernet_tokens|keystone|libvirt|ovs|ovn|api_settings|health_manager|haproxy_amphora|trustee|clients\w*)\]/m
const SERVICE_FILE =
  /(^|\/)(aodh|barbican|blazar|ceilometer|cinder|cloudkitty|cyborg|designate|glance|gnocchi|heat|ironic|keystone|magnum|manila|masakari|mistral|neutron|nova|octavia|placement|senlin|tacker|trove|watcher|zaqar|zun|ml2_conf|dhcp_agent|l3_agent|metadata_agent|openvswitch_agent|linuxbridge_agent|sriov_agent)[\w-]*\.(conf|ini)$/i

/** Whether a text is a configuration file that oslo.config reads. */
export function isOsloConfig(path: string, text: string): boolean {
  if (!/\.(conf|ini)$/i.test(path)) return false
  if (!/^\[[^\]\n]+\]/m.test(text)) return false
  return SERVICE_FILE.test(path) || SECTION.test(text)
}
