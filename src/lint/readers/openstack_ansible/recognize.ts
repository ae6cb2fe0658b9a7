import { asMapping, type YamlEntry } from '../../../yaml/tree.js'

/** Whether the path is that of openstack-ansible's main file. Main files of other names are recognized by their content. */
export function isUserConfig(path: string): boolean {
  return /(^|\/)openstack_user_config\.ya?ml$/.test(path)
}

/** The purpose of a file, from its path in the configuration's folder. */
export type Part = 'main' | 'conf.d' | 'env.d' | 'user_variables' | 'group_variables'

/** The purpose of a file, and the folder of its configuration. */
export function partOf(path: string): { part: Part; folder: string } {
  const [, folder = '', below = ''] =
    /^(|.*?\/)((?:conf\.d|env\.d)\/[^/]+|(?:group_vars|host_vars)\/.+|[^/]+)$/.exec(path) ?? []
  return { part: partBelow(below), folder }
}

function partBelow(path: string): Part {
  if (path.startsWith('conf.d/')) return 'conf.d'
  if (path.startsWith('env.d/')) return 'env.d'
  if (/^(group|host)_vars\//.test(path)) return 'group_variables'
  return /^user_[^/]*\.ya?ml$/.test(path) ? 'user_variables' : 'main'
}

/** Whether the playbooks read variables from the file: `user_*.yml`, and what Ansible reads from group_vars and host_vars. */
function isVariables(path: string): boolean {
  if (/(^|\/)user_(variables|secrets)[^/]*\.ya?ml$/.test(path)) return true
  return /(^|\/)openstack_deploy\/(user_[^/]+|(group|host)_vars\/.+)\.ya?ml$/.test(path)
}

export function isOpenstackAnsible(
  path: string,
  entries: readonly YamlEntry[],
  keys: ReadonlySet<string>,
): boolean {
  const hasGroups = entries.some(({ key, value }) => /[_-]hosts$/.test(key) && asMapping(value))
  if (keys.has('global_overrides') && (keys.has('cidr_networks') || hasGroups)) return true
  if (keys.has('cidr_networks') && hasGroups) return true
  const parts = ['cidr_networks', 'used_ips', 'global_overrides']
  if (/(^|\/)conf\.d\/[^/]+$/.test(path)) return hasGroups || parts.some((key) => keys.has(key))
  const skeletons = ['component_skel', 'container_skel', 'physical_skel']
  if (/(^|\/)env\.d\/[^/]+$/.test(path)) return skeletons.some((key) => keys.has(key))
  return isVariables(path)
}
