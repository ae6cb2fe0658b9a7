import { describe, expect, test } from '@jest/globals'
import { EXAMPLE } from '../../../../src/lint/readers/haproxy/subjects.js'
import { type Files, places, validated } from '../folder.js'

/** The findings in a configuration: `severity rule message help`. */
async function findingsIn(text: string, more: Files = {}): Promise<string[]> {
  const { findings } = await validated({ 'haproxy.cfg': text, ...more })
  return findings.map(({ severity, rule, message, help }) => `${severity} ${rule} ${message} ${help}`)
}

async function placesOf(files: Files): Promise<string[]> {
  return places((await validated(files)).findings)
}

function added(lines: string): string {
  return `${EXAMPLE}\n${lines}`
}

describe('places', () => {
  test('are those of the wrong word', async () => {
    const text = added('backend glance\n    server a 10.0.0.1:9292 check  intr 2s\n')
    expect(await placesOf({ 'haproxy.cfg': text })).toEqual(['haproxy/unknown-keyword haproxy.cfg:23:35'])
  })

  test('in another file of the same folder are named in the message', async () => {
    const { findings } = await validated({
      'etc/haproxy/services.d/a.cfg': 'backend x\n    server a 10.0.0.1:1 check\n',
      'etc/haproxy/services.d/b.cfg': 'backend x\n    server a 10.0.0.1:1 check\n',
    })
    expect(places(findings)).toEqual(['haproxy/duplicate-name etc/haproxy/services.d/b.cfg:1:9'])
    expect(findings[0]?.message).toContain('etc/haproxy/services.d/a.cfg, line 1')
  })
})

describe('health checks', () => {
  const steps = '    http-check expect status 200\n    server a 10.0.0.1:1 check\n'

  test('another check does not enable HTTP rules', async () => {
    const found = await findingsIn(added(`backend x\n    option mysql-check\n${steps}`))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('its check is `option mysql-check`')
  })

  test('defaults in another file may set the option', async () => {
    expect(await findingsIn(`backend x\n${steps}`)).toEqual([])
  })

  test("kolla-ansible's own defaults do not set the option", async () => {
    const files = { 'config/haproxy/services.d/x.cfg': `backend x\n${steps}` }
    expect(await placesOf(files)).toEqual(['haproxy/http-check-ignored config/haproxy/services.d/x.cfg:2:5'])
  })

  test('rules in defaults apply to backends with the option', async () => {
    const text = EXAMPLE.replace('    mode http\n', '    mode http\n    http-check expect status 200\n')
    expect(await findingsIn(text)).toEqual([])
    const unused = await findingsIn(text.replace(/ {4}option httpchk\n.*\n.*\n/, ''))
    expect(unused).toHaveLength(1)
    expect(unused[0]).toMatch(
      /^error haproxy\/http-check-ignored HAProxy ignores the http-check rules in section defaults/,
    )
  })

  test('the order is also checked where the option is inherited', async () => {
    const text = EXAMPLE.replace('    option httpchk\n', '')
      .replace('    mode http\n', '    mode http\n    option httpchk\n')
      .replace(/( {4}http-check send.*\n)( {4}http-check expect.*\n)/, '$2$1')
    const { findings } = await validated({ 'haproxy.cfg': text })
    expect(findings.map(({ rule }) => rule)).toEqual(['haproxy/http-check-out-of-order'])
  })

  test('a send rule of the backend sends the request', async () => {
    const text = EXAMPLE.replace('    option httpchk\n', '').replace(
      '    mode http\n',
      '    mode http\n    option httpchk\n',
    )
    expect(await findingsIn(text)).toEqual([])
  })

  test.each(['    default-server check\n', '    option httpchk\n    default-server inter 2s check\n'])(
    'default-server gives a check: %j',
    async (line) => {
      const text = added(`backend x\n${line}    server a 10.0.0.1:1\n    server b 10.0.0.1:2\n`)
      expect(await findingsIn(text)).toEqual([])
    },
  )

  test.each(['no-check', 'track keystone/infra1', 'agent-check agent-port 9', 'disabled', '"${CHECK}"'])(
    'a server with %s is not reported',
    async (setting) => {
      const text = added(`backend x\n    server a 10.0.0.1:1 check\n    server b 10.0.0.1:2 ${setting}\n`)
      expect(await findingsIn(text)).toEqual([])
    },
  )

  test('a single server needs no check', async () => {
    expect(await findingsIn(added('backend x\n    server a 10.0.0.1:1\n'))).toEqual([])
  })

  test('a line in a loop is several servers', async () => {
    const file = 'config/haproxy/services.d/x.cfg'
    const line = 'server {{ host }} {{ address }}:1'
    const loop = (more: string) => `backend x\n{% for host in hosts %}\n    ${line}${more}\n{% endfor %}\n`
    expect(await placesOf({ [file]: loop('') })).toEqual([`haproxy/server-without-check ${file}:3:12`])
    expect(await placesOf({ [file]: loop(' check') })).toEqual([])
    expect(await placesOf({ [file]: loop(' {{ settings }}') })).toEqual([])
  })
})

describe('Galera', () => {
  const galera = (name: string, second: string) =>
    added(
      `listen ${name}\n    mode tcp\n    bind 10.0.0.9:3306\n    timeout client 1h\n    timeout server 1h\n    server a 10.0.0.1:3306 check\n    server b 10.0.0.2:3306 check${second}\n`,
    )

  test.each(['mariadb', 'galera_cluster', 'percona-xtradb'])('%s may have one writer', async (name) => {
    expect((await findingsIn(galera(name, ''))).join()).toContain('haproxy/several-galera-writers')
    expect(await findingsIn(galera(name, ' backup'))).toEqual([])
  })

  test.each(['mysql-read', 'proxysql_mysql', 'rabbitmq'])('%s may have several writers', async (name) => {
    expect(await findingsIn(galera(name, ''))).toEqual([])
  })

  test('its idle connections must outlive those in a pool', async () => {
    const found = await findingsIn(
      galera('mariadb', ' backup').replace('timeout server 1h', 'timeout server 50s'),
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('closes database connections that are idle for 50s')
  })
})

describe('names', () => {
  test('a whole configuration may refer to itself and to fragments', async () => {
    const text = EXAMPLE.replace('default_backend keystone', 'default_backend glance')
    expect((await findingsIn(text)).join()).toContain('the backend "glance", which does not exist')
    const fragment = { 'services.d/glance.cfg': 'backend glance\n    server a 10.0.0.1:1 check\n' }
    expect(await findingsIn(text, fragment)).toEqual([])
  })

  test('a fragment may refer to anything', async () => {
    expect(await findingsIn('frontend x\n    bind 10.0.0.1:80\n    default_backend elsewhere\n')).toEqual([])
  })

  test('a backend that a sample expression selects is not looked up', async () => {
    const text = EXAMPLE.replace(
      '    default_backend',
      '    use_backend %[req.hdr(host)]\n    default_backend',
    )
    expect(await findingsIn(text)).toEqual([])
  })

  test('a backend may come from an included file', async () => {
    const text = `${EXAMPLE.replace('default_backend keystone', 'default_backend glance')}{% include 'glance.cfg' %}\n`
    expect(await findingsIn(text)).toEqual([])
  })

  test.each([
    ['{ path / } || METH_GET', []],
    ['!nowhere', ['The frontend "keystone" has no ACL "nowhere".']],
    ['! nowhere or TRUE', ['The frontend "keystone" has no ACL "nowhere".']],
    ['later', ['The ACL "later" in frontend "keystone" is used above its definition.']],
    ['{ path "/ nowhere" }', []],
    ['"${CONDITION}"', []],
  ])('a condition %s', async (condition, messages) => {
    const text = EXAMPLE.replace(
      '    default_backend',
      `    http-request deny if ${condition}\n    acl later path /\n    default_backend`,
    )
    const { findings } = await validated({ 'haproxy.cfg': text })
    expect(findings.map(({ message }) => message)).toEqual(messages)
  })

  test('the two branches of a condition are not duplicates', async () => {
    const arms = (begin: string, middle: string, end: string) =>
      added(`${begin}\nbackend x\n${middle}\nbackend x\n${end}\n`)
    expect(await findingsIn(arms('.if version_atleast(2.6)', '.else', '.endif'))).toEqual([])
    expect(await findingsIn(arms('{% if tls %}', '{% else %}', '{% endif %}'))).toEqual([])
  })

  test('a wildcard address has several spellings', async () => {
    const text = added('frontend a\n    bind :80\nfrontend b\n    bind *:80\n')
    expect((await findingsIn(text)).filter((line) => line.includes('duplicate-bind'))).toHaveLength(1)
    const apart = added('frontend a\n    bind :80 interface eth0\nfrontend b\n    bind :80 interface eth1\n')
    expect(await findingsIn(apart)).toEqual([])
  })
})

test.each([
  ['haproxy.cfg', 'global\n', 1],
  ['haproxy.cfg', 'defaults one # x\n', 1],
  ['haproxy.cfg', 'defaults two from one\n', 1],
  ['haproxy.cfg', '# comment\n\n{% if x %}\nbackend a\n{% endif %}\n', 1],
  ['etc/haproxy/conf.d/a.conf', 'backend a\n', 1],
  ['setup.cfg', '[global]\n', 0],
  ['nagios.cfg', 'global_host_event_handler=x\n', 0],
  ['other.cfg', 'cache = 1\n', 0],
  ['nginx.conf', 'backend a\n', 0],
])('%s %j', async (path, text, count) => {
  const { kinds } = await validated({ [path]: text })
  expect(kinds.haproxy ?? 0).toBe(count)
})
