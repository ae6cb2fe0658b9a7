import { defineRule } from '../../engine/rule.js'
import { atValue, type ConfigFiles } from '../../readers/oslo_config/config.js'
import { SAME_OR_SUPPRESS, settingsOf } from './shared/agreement.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/different-memcached',
  severity: 'warning',
  summary: 'a service lacks some of the memcached servers',
  help: 'Services that share a cache must use the same list of servers. The client distributes keys over its list, so with another list it looks for a key on another server: services then accept tokens that were revoked elsewhere, and cached data is lost. A list is reported if it is a part of the longest list among the files of one cloud. Use the same list everywhere.',
  example: {
    bad: {
      'etc/nova/nova.conf': '[keystone_authtoken]\nmemcached_servers = 10.0.0.1:11211,10.0.0.2:11211\n',
      'etc/neutron/neutron.conf': '[keystone_authtoken]\nmemcached_servers = 10.0.0.1:11211\n',
    },
    good: {
      'etc/nova/nova.conf': '[keystone_authtoken]\nmemcached_servers = 10.0.0.1:11211,10.0.0.2:11211\n',
      'etc/neutron/neutron.conf':
        '[keystone_authtoken]\nmemcached_servers = 10.0.0.2:11211, 10.0.0.1:11211\n',
    },
  },
  check({ options }, report) {
    const lists = settingsOf(options, /^memcached?_servers$/).map(({ option, value }) => {
      return { option, servers: new Set(value.split(/[\s,]+/).filter(Boolean)) }
    })
    // of equally long lists, the first
    const [longest] = lists.toSorted((a, b) => b.servers.size - a.servers.size)
    for (const { option, servers } of lists) {
      if (!longest || servers.size === longest.servers.size) continue
      const missing = [...longest.servers].filter((server) => !servers.has(server))
      if (missing.length + servers.size !== longest.servers.size) continue
      report(
        atValue(option),
        `${option.title} lacks ${missing.join(', ')}, which ${longest.option.source.title} lists.`,
        SAME_OR_SUPPRESS,
      )
    }
  },
})
