import { defineRule } from '../../engine/rule.js'
import type { Environment } from '../../readers/oslo_config/config.js'
import { problem, saidOf } from './shared/agreement-rules.js'

export default defineRule<Environment>({
  id: 'oslo_config/different-memcached',
  severity: 'warning',
  summary: 'A service that does not know all servers of memcached',
  help: 'Where services share a cache, each has to know the same servers: the client spreads keys over its list, so with another list it looks for a key on another server. Keystone then validates tokens that were revoked elsewhere, and each missing server is cache lost. Lists that share servers, but not all, are compared over the files of one cloud. Write the same list everywhere.',
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
  *check({ files }) {
    const said = saidOf(files, /^memcached?_servers$/, (value) => value)
    const lists = said.map((one) => ({ one, servers: new Set(one.value.split(/[\s,]+/).filter(Boolean)) }))
    const longest = lists.reduce<(typeof lists)[number] | undefined>(
      (best, list) => (best && best.servers.size >= list.servers.size ? best : list),
      undefined,
    )
    for (const { one, servers } of lists) {
      if (!longest || servers.size === longest.servers.size) continue
      const missing = [...longest.servers].filter((server) => !servers.has(server))
      if (missing.length + servers.size !== longest.servers.size) continue
      yield problem(
        one,
        `not the memcached server ${missing.join(', ')}`,
        `it (as ${longest.one.file.title})`,
      )
    }
  },
})
