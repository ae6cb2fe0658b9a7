import { effective, titleOf } from '../../readers/haproxy/section.js'
import { activeServers, has, isGalera } from '../../readers/haproxy/servers.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/several-galera-writers',
  severity: 'warning',
  summary: 'a Galera backend has more than one active server',
  help: 'OpenStack uses row locks (SELECT … FOR UPDATE), which Galera does not replicate. If several nodes are written to, transactions fail with deadlocks on commit. Add `backup` to all servers but one: then one node gets all connections, and another one takes over if it fails.',
  example: { bad: galera(''), good: galera(' backup') },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      if (!isGalera(proxy) || proxy.isOpaque) continue
      const servers = activeServers(proxy)
      if (servers.some(({ isCertain, words }) => !isCertain || words.some(({ isKnown }) => !isKnown)))
        continue
      const [, second, ...others] = servers.filter((server) => !has(server, 'backup'))
      const name = second?.words[1]
      if (!name || effective(proxy, 'default-server').some((line) => has(line, 'backup'))) continue
      report(
        { file: proxy.file, range: name.range },
        `The ${titleOf(proxy)} has ${others.length + 2} active servers, so OpenStack writes to all of them at the same time.`,
        'Add `backup` to all servers but one.',
      )
    }
  },
})

function galera(second: string): string {
  return `${EXAMPLE}
listen galera
    bind 10.0.0.9:3306
    mode tcp
    timeout client 1h
    timeout server 1h
    server infra1 10.0.0.11:3306 check port 9200
    server infra2 10.0.0.12:3306 check port 9200${second}
`
}
