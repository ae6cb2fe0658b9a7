import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { placementsOf } from '../../readers/openstack_ansible/inventory.js'
import { EXAMPLE } from './shared/example.js'

const MAX_HOST = 63
/** The longest `<host>-<container>`: a dash and eight more letters follow. */
const MAX_CONTAINER = 52

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/name-too-long',
  severity: 'error',
  summary: 'the name of a host is too long for its containers',
  help: 'A container is named <host>-<container>-<eight letters>, and a host name has at most 63 characters. The inventory generator stops if host and container together have more than 52 characters, or if a host without containers has more than 63. Names of up to 20 characters always fit.',
  example: {
    bad: EXAMPLE.replaceAll('infra1:', 'controller-one-in-rack-number-seven-of-hall-three:'),
    good: EXAMPLE,
  },
  check(config, report) {
    const seen = new Set<string>()
    for (const { host, container, metal } of placementsOf(config)) {
      const { name } = host
      const length = metal ? name.length : name.length + 1 + container.length
      const isTemplated = name.includes('{{') || name.includes('\uE000')
      if (length <= (metal ? MAX_HOST : MAX_CONTAINER) || seen.has(name) || isTemplated) continue
      seen.add(name)
      report(
        host,
        metal
          ? `The name "${name}" has ${length} characters, more than ${MAX_HOST}.`
          : `The name "${name}" is too long for the container "${container}": together they have ${length} characters, more than ${MAX_CONTAINER}.`,
        'Use a shorter name; up to 20 characters always fit.',
      )
    }
  },
})
