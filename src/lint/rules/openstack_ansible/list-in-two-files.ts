import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { EXAMPLE } from './shared/example.js'

const IMAGES = 'image_hosts:\n  infra1: { ip: 172.29.236.11 }\n'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/list-in-two-files',
  severity: 'error',
  summary: 'a list is in two files, and only one of them takes effect',
  help: 'The inventory generator merges openstack_user_config.yml and all of conf.d, but only mappings. Of two lists, the one that is read last replaces the other, and the order of the files in conf.d depends on the file system. If used_ips is in two files, containers may get addresses that one of them reserves. Keep used_ips and provider_networks in one file each.',
  example: {
    bad: {
      'openstack_user_config.yml': EXAMPLE,
      'conf.d/more.yml': `used_ips: ["172.29.236.1,172.29.236.20"]\n${IMAGES}`,
    },
    good: { 'openstack_user_config.yml': EXAMPLE, 'conf.d/more.yml': IMAGES },
  },
  check({ lists }, report) {
    const first = new Map<string, string>()
    for (const list of lists) {
      const { name, file } = list
      const before = first.get(name) ?? file
      first.set(name, before)
      if (before === file) continue
      report(
        list,
        `${name} is also in ${before}, and only one of the two lists takes effect.`,
        `Keep all of ${name} in one file.`,
      )
    }
  },
})
