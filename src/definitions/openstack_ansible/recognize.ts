import { asMapping, type YamlEntry } from '../../yaml/tree.js'

/** openstack-ansible's main file: the one whose place, not only its content, says what it is. */
export function isUserConfig(path: string): boolean {
  return /(^|\/)openstack_user_config\.ya?ml$/.test(path)
}

export function isOpenstackAnsible(
  path: string,
  entries: readonly YamlEntry[],
  keys: ReadonlySet<string>,
): boolean {
  const hasGroups = entries.some(({ key, value }) => /[_-]hosts$/.test(key) && asMapping(value))
  if (keys.has('global_overrides') && (keys.has('cidr_networks') || hasGroups)) return true
  if (keys.has('cidr_networks') && hasGroups) return true
  if (/(^|\/)conf\.d\/[^/]+$/.test(path)) return hasGroups
  const skeletons = ['component_skel', 'container_skel', 'physical_skel']
  return /(^|\/)env\.d\/[^/]+$/.test(path) && skeletons.some((key) => keys.has(key))
}
