import { isKayobeVars, placeOf } from './layout.js'

/** Any of these tells that a file at a usual place is kolla-ansible's and not of some other tool. */
const OWN_KEY =
  /^(kolla_\w+|enable_(keystone|nova|neutron|haproxy|glance|cinder|openstack_core|horizon)\w*|network_interface|neutron_external_interface|openstack_(release|version)|kayobe_\w+)$/
/** Files of globals.d and of OSISM often hold a single service's settings. */
const SERVICE_KEY =
  /^(enable|kolla|nova|neutron|cinder|glance|keystone|octavia|heat|horizon|haproxy|mariadb|rabbitmq|opensearch|prometheus|designate|ironic|magnum|manila|barbican)_\w+$/

/** Only kolla-ansible's own defaults have this one: they are no deployment. */
const DEFAULTS_KEY = 'kolla_base_distro_version_default_map'

/** Whether YAML with these top-level keys holds kolla-ansible's variables. */
export function isKollaAnsible(path: string, keys: ReadonlySet<string>): boolean {
  if (keys.has(DEFAULTS_KEY)) return false
  const place = placeOf(path)
  const some = (pattern: RegExp) => [...keys].some((key) => pattern.test(key))
  if (place?.part === 'passwords') return some(/_password$/)
  if (isKayobeVars(path)) return keys.size > 0
  if (place?.isPart) return some(OWN_KEY) || some(SERVICE_KEY)
  if (place) return some(OWN_KEY)
  return keys.has('kolla_base_distro') && [...keys].filter((key) => OWN_KEY.test(key)).length > 1
}
