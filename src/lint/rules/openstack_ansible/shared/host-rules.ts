import { resolve } from '../../../../yaml/tree.js'
import type { Group, Host } from '../../../readers/openstack_ansible/config.js'

/** Every host once that is written out; aliases stand for the same one. */
export function writtenHosts(groups: readonly Group[]): Host[] {
  const hosts = new Map(groups.flatMap(({ hosts }) => hosts).map((host) => [resolve(host.value), host]))
  return [...hosts.values()]
}
