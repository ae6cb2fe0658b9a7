import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './shared/example.js'

const MORE = 'used_ips: ["172.29.236.1,172.29.236.20"]\nimage_hosts:\n  infra1: { ip: 172.29.236.11 }\n'

export default defineRule<Deployment>({
  id: 'openstack_ansible/list-replaced',
  severity: 'error',
  summary: 'a list stands in two files, and only one of them counts',
  help: 'The inventory generator merges openstack_user_config.yml and all of conf.d, but only mappings: of two lists the one that is read last counts as a whole, and the order of the files in conf.d is that of the file system. With used_ips in two files, addresses that one of them keeps are given to containers. Keep used_ips and provider_networks in one file.',
  example: {
    bad: { 'openstack_user_config.yml': EXAMPLE, 'conf.d/more.yml': MORE },
    good: {
      'openstack_user_config.yml': EXAMPLE,
      'conf.d/more.yml': MORE.replace(/used_ips[^_]*(?=image)/, ''),
    },
  },
  check({ lists }, report) {
    const first = new Map<string, string>()
    for (const { name, file, range } of lists) {
      const before = first.get(name) ?? file
      first.set(name, before)
      if (before === file) continue
      report(
        { file, range },
        `${name} is also in ${before}: only one of the two lists counts.`,
        `Keep all of ${name} in one file.`,
      )
    }
  },
})
