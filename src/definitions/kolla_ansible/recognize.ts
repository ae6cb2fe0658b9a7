const GLOBALS = /(^|\/)(globals\.ya?ml|globals\.d\/[^/]+\.ya?ml)$/
const PASSWORDS = /(^|\/)passwords\.ya?ml$/
/** OSISM's and kayobe's places for the same variables. */
const OTHER_PLACES = /(^|\/)(environments\/kolla\/[^/]+\.ya?ml|etc\/kayobe\/(?:.+\/)?[^/]+\.ya?ml)$/
const OWN_KEY =
  /^(kolla_\w+|enable_(keystone|nova|neutron|haproxy|glance|cinder|openstack_core|horizon)\w*|network_interface|neutron_external_interface|kayobe_\w+)$/

/** Whether YAML with these top-level keys holds kolla-ansible's variables. */
export function isKollaAnsible(path: string, keys: ReadonlySet<string>): boolean {
  if (PASSWORDS.test(path)) return [...keys].some((key) => /_password$/.test(key))
  const own = [...keys].filter((key) => OWN_KEY.test(key)).length
  if (GLOBALS.test(path) || OTHER_PLACES.test(path)) return own > 0
  return own > 1 && keys.has('kolla_base_distro')
}
