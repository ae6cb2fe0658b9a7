import { asScalar, childOf, entriesOf, type YamlEntry } from '../../../yaml/tree.js'
import { rootMapping } from '../../engine/definition.js'
import { defineRule, type Report } from '../../engine/rule.js'
import { nearest } from '../../engine/speller.js'
import { own } from '../../readers/haproxy/section.js'
import { configurations, type Subject as Haproxy } from '../../readers/haproxy/subjects.js'
import type { Repository } from '../../readers/repository/subjects.js'

const COLORS = ['blue', 'green']

const MANIFEST = `version: 1
name: region-one
environments:
  production:
    strategy: blue_green
    deploy: { run: ./deploy.sh }
    verify: [{ name: answers, http: { url: "http://127.0.0.1:15000/v3" } }]
    router:
      haproxy:
        nodes: [{ socket: "unix:///run/haproxy/admin.sock", map_file: /etc/haproxy/changeover.map }]
        map: { keystone: "keystone_{color}" }
`

const HAPROXY = `global
    hard-stop-after 10m

defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s

frontend keystone
    bind 203.0.113.10:5000
    use_backend %[str(keystone),map(/etc/haproxy/changeover.map)]
    default_backend keystone_blue

backend keystone_blue
    server infra1 10.0.0.11:15000 check

backend keystone_green
    server infra1 10.0.0.11:25000 check
`

export default defineRule<Repository>({
  id: 'repository/missing-color-backend',
  severity: 'error',
  summary: 'the map in changeover.yml names a backend that HAProxy does not have',
  help: 'A changeover writes the name of a backend to the map, and HAProxy looks it up for each request. If no backend has that name, HAProxy uses its default_backend without a warning, so the changeover fails. The rule compares the map with each haproxy.cfg of the repository that looks up the same key.',
  example: {
    bad: {
      'changeover.yml': MANIFEST,
      'haproxy.cfg': HAPROXY.replace('backend keystone_green', 'backend keystone_gren'),
    },
    good: { 'changeover.yml': MANIFEST, 'haproxy.cfg': HAPROXY },
  },
  check({ definitions }, report) {
    const maps = definitions
      .filter(({ kind }) => kind === 'manifest')
      .flatMap((definition) => routesOf(definition).map((route) => ({ file: definition.path, route })))
    if (maps.length === 0) return
    const all = [...configurations(definitions)]
    for (const { file, route } of maps) {
      const users = all.filter((configuration) => looksUp(configuration, route.key))
      if (users.length > 0 && users.every(({ isOpen }) => !isOpen)) reportMissing(file, route, users, report)
    }
  },
})

function routesOf(definition: Repository['definitions'][number]): YamlEntry[] {
  return entriesOf(childOf(rootMapping(definition), 'environments')).flatMap(({ value }) =>
    entriesOf(childOf(childOf(childOf(value, 'router'), 'haproxy'), 'map')),
  )
}

/** Whether a frontend looks up this key in a map. */
function looksUp({ proxies }: Haproxy, key: string): boolean {
  return proxies.some((proxy) =>
    own(proxy, 'use_backend').some(({ words }) => {
      const target = words[1]?.text ?? ''
      return target.includes(`str(${key})`) && /,map(?:_str)?\(/.test(target)
    }),
  )
}

function reportMissing(
  file: string,
  { key, value }: YamlEntry,
  users: readonly Haproxy[],
  report: Report,
): void {
  const pattern = asScalar(value)?.text
  if (pattern === undefined || !pattern.includes('{color}') || pattern.includes('$')) return
  const backends = new Set(users.flatMap(({ backendsElsewhere }) => [...backendsElsewhere]))
  for (const { name, isBackend } of users.flatMap(({ proxies }) => proxies)) {
    if (name && !name.isKnown) return
    if (name && isBackend) backends.add(name.text)
  }
  for (const color of COLORS) {
    const backend = pattern.replaceAll('{color}', color)
    if (backends.has(backend)) continue
    const near = nearest(backend, backends)
    report(
      { file, range: value.range },
      `For ${color}, the key "${key}" leads to the backend "${backend}", which ${users[0]?.path ?? 'HAProxy'} does not have.`,
      near && !COLORS.some((other) => near === pattern.replaceAll('{color}', other))
        ? `Did you mean "${near}"?`
        : `Add the backend "${backend}" there.`,
    )
  }
}
