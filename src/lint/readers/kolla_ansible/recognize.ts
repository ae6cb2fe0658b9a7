import { isKayobeVars, kollaFileOf } from './layout.js'

/** A key that distinguishes kolla-ansible's files from those of other tools at the same paths. */
const OWN_KEY =
  /^(kolla_\w+|enable_(keystone|nova|neutron|haproxy|glance|cinder|openstack_core|horizon)\w*|network_interface|neutron_external_interface|openstack_(release|version)|kayobe_\w+)$/
/** Files in globals.d and OSISM's files often configure a single service. */
const SERVICE_KEY =
  /^(enable|kolla|nova|neutron|cinder|glance|keystone|octavia|heat|horizon|haproxy|mariadb|rabbitmq|opensearch|prometheus|designate|ironic|magnum|manila|barbican)_\w+$/

/** Only kolla-ansible's own defaults have this key, and they do not describe a cloud. */
const DEFAULTS_KEY = 'kolla_base_distro_version_default_map'

/** Whether a YAML file with these top-level keys sets kolla-ansible's variables. */
export function isKollaAnsible(path: string, keys: ReadonlySet<string>): boolean {
  if (keys.has(DEFAULTS_KEY)) return false
  const place = kollaFileOf(path)
  const some = (pattern: RegExp) => [...keys].some((key) => pattern.test(key))
  if (place?.part === 'passwords') return some(/_password$/)
  if (isKayobeVars(path)) return keys.size > 0
  if (place?.isPart) return some(OWN_KEY) || some(SERVICE_KEY)
  if (place) return some(OWN_KEY)
  return keys.has('kolla_base_distro') && [...keys].filter((key) => OWN_KEY.test(key)).length > 1
}
