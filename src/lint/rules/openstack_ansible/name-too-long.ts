import { defineRule } from '../../engine/rule.js'
import type { Host } from '../../readers/openstack_ansible/config.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { inventoryOf } from '../../readers/openstack_ansible/inventory.js'
import { EXAMPLE } from './shared/example.js'

/** The longest that `<host>-<container>` may be, since eight more letters and a dash follow and 63 are allowed. */
const MAX_CONTAINER = 52

const MAX_HOST = 63

export default defineRule<Deployment>({
  id: 'openstack_ansible/name-too-long',
  severity: 'error',
  summary: 'the name of a host is too long for its containers',
  help: 'A container is called <host>-<container>-<eight letters>, and a host name has at most 63 characters: the inventory generator stops when host and container together have more than 52, or when a host without containers has more than 63. Up to 20 characters are always fine.',
  example: {
    bad: EXAMPLE.replaceAll('infra1:', 'controller-one-in-rack-number-seven-of-hall-three:'),
    good: EXAMPLE,
  },
  check(deployment, report) {
    const said = new Set<string>()
    for (const { host, container, metal } of inventoryOf(deployment).placements) {
      const length = metal ? host.name.length : host.name.length + 1 + container.length
      if (length <= (metal ? MAX_HOST : MAX_CONTAINER) || said.has(host.name) || isTemplatedName(host))
        continue
      said.add(host.name)
      report(
        { file: host.file, range: host.keyRange },
        metal
          ? `The name "${host.name}" has ${length} characters, more than ${MAX_HOST}.`
          : `The name "${host.name}" is too long for the container "${container}": together they have ${length} characters, more than ${MAX_CONTAINER}.`,
        'Give the host a shorter name; up to 20 characters are always fine.',
      )
    }
  },
})

function isTemplatedName({ name }: Host): boolean {
  return name.includes('{{') || name.includes('\uE000')
}
