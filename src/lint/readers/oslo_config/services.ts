/** The services with facts about their options, in `data/oslo_config/<service>/`. */
export const SERVICES = [
  'aodh',
  'barbican',
  'ceilometer',
  'cinder',
  'designate',
  'glance',
  'gnocchi',
  'heat',
  'ironic',
  'ironic_inspector',
  'keystone',
  'magnum',
  'manila',
  'masakari',
  'mistral',
  'neutron',
  'nova',
  'octavia',
  'placement',
  'trove',
] as const

export type Service = (typeof SERVICES)[number]

/** Longer names first: ironic-inspector is a service of its own, not a part of Ironic. */
const NAMES = SERVICES.map((service) => service.replace('_', '[-_]')).sort((a, b) => b.length - a.length)
const OWN_NAME = new RegExp(`^(${NAMES.join('|')})(?:[-_.][\\w.-]+)?$`)
/** Other projects whose names start with that of a service. */
const OTHER_PROJECT =
  /^(?:masakari[-_]?monitors?|heat[-_]?dashboard|ironic[-_]python[-_]agent|neutron[-_]ovn[-_]bgp[-_]agent|trove[-_]?dashboard)\b/
/** Files of Neutron that are not named after it. */
const NEUTRON_FILE =
  /^(ml2_conf(_\w+)?|(dhcp|l3|metadata|metering|openvswitch|linuxbridge|macvtap|sriov|sriov_nic|ovn|ovn_metadata|bgp|bgp_dr|vpn|vpnaas)_?agent|bgp_dragent|fwaas_driver|ironic_neutron_agent|networking_\w+|ovn)$/
/** INI files that oslo.config does not read: paste pipelines, Python's logging, rootwrap, uWSGI. */
const OTHER_INI = /(paste|rootwrap|logging|uwsgi|policy|dnsmasq|wsgi|apache|rsyslog|init|swift[-_]store)/

/** The service that reads a file with this name. */
export function serviceOfFile(path: string): Service | undefined {
  const name = /([^/]*)\.(?:conf|ini)$/i.exec(path)?.[1]?.toLowerCase()
  if (name === undefined || OTHER_INI.test(name)) return undefined
  return NEUTRON_FILE.test(name) ? 'neutron' : ownService(name)
}

/** Whether the name is that of an INI file that oslo.config does not read. */
export function isOtherIni(path: string): boolean {
  return OTHER_INI.test(path.slice(path.lastIndexOf('/') + 1))
}

/** The service whose options a variable of openstack-ansible overrides, for example `nova_nova_conf_overrides`. */
export function serviceOfOverrides(variable: string): Service | undefined {
  const name = /^([a-z]\w*)_(?:conf|config|ini)_overrides$/.exec(variable)?.[1]
  return name === undefined || OTHER_INI.test(name) ? undefined : ownService(name)
}

function ownService(name: string): Service | undefined {
  const own = OTHER_PROJECT.test(name) ? undefined : OWN_NAME.exec(name)?.[1]?.replace('-', '_')
  return SERVICES.find((service) => service === own)
}
