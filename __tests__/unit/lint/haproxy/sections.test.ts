import { describe, expect, test } from '@jest/globals'
import { EXAMPLE } from '../../../../src/lint/readers/haproxy/subjects.js'
import { processorMs } from '../../../support/pace.js'
import { type Files, validated } from '../folder.js'

/** What is said about a configuration: `severity rule message help`. */
async function findingsIn(text: string, more: Files = {}): Promise<string[]> {
  const { findings } = await validated({ 'haproxy.cfg': text, ...more })
  return findings.map(({ severity, rule, message, help }) => `${severity} ${rule} ${message} ${help}`)
}

function added(lines: string): string {
  return `${EXAMPLE}\n${lines}`
}

describe('keywords', () => {
  test.each(['some-new-keyword of a newer release', 'option some-new-option', 'timeout new-timeout 5s'])(
    'what is like no known word is not reported: %s',
    async (line) => {
      expect(await findingsIn(added(`backend x\n    ${line}\n`))).toEqual([])
    },
  )

  test('settings after an unknown one are not checked', async () => {
    expect(await findingsIn(added('backend x\n    server a 10.0.0.1:1 newsetting chek\n'))).toEqual([])
  })

  test('a misspelled section is read as the one that was meant', async () => {
    const found = await findingsIn(EXAMPLE.replace('frontend keystone', 'fronted keystone'))
    expect(found).toEqual([
      'error haproxy/unknown-section HAProxy has no section "fronted". Did you mean "frontend"?',
    ])
  })

  test('a keyword that HAProxy only ignores is a warning', async () => {
    const found = await findingsIn(added('backend x\n    bind 10.0.0.9:80\n'))
    expect(found).toEqual([
      'warning haproxy/misplaced-keyword HAProxy ignores `bind` in backend "x". Move it to a frontend, or make this a listen section.',
    ])
  })

  test('sections of other kinds are not checked', async () => {
    const text = added(
      'userlist u\n    usr x\nprogram p\n    comand x\nresolvers r\n    namserver x 10.0.0.2:53\n',
    )
    expect(await findingsIn(text)).toEqual([])
  })
})

describe('a template', () => {
  test('has warnings instead of errors', async () => {
    const found = await findingsIn(
      `{% raw %}\n${added('backend x\n    blance source {{ x }}\n')}{% endraw %}\n`,
    )
    expect(found).toEqual([
      'warning haproxy/unknown-keyword HAProxy has no keyword "blance". Did you mean "balance"?',
    ])
  })

  test('may add unknown lines', async () => {
    const found = await findingsIn(added('frontend x\n    {{ binds }}\n    http-request deny if nowhere\n'))
    expect(found).toEqual([])
  })
})

describe('timeouts', () => {
  test.each([
    ['5', 1],
    ['5sec', 1],
    ['5000', 0],
    ['5s', 0],
    ['0', 0],
    ['"${T}"', 0],
    ['x', 0],
  ])('timeout queue %s', async (value, count) => {
    const found = await findingsIn(
      EXAMPLE.replace('    timeout server', `    timeout queue ${value}\n    timeout server`),
    )
    expect(found.filter((line) => line.includes('haproxy/timeout-without-unit'))).toHaveLength(count)
  })

  test('are reported together when all three are missing', async () => {
    const found = await findingsIn(
      EXAMPLE.replace(/ {4}timeout.*\n/g, '').replace(/frontend[\s\S]*/, '') +
        'listen x\n    bind 10.0.0.9:80\n    server a 10.0.0.1:1 check\n',
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('no timeout client and no timeout connect and no timeout server')
  })

  test('only the tunnel timeout closes a console', async () => {
    const text = added('backend nova_novncproxy\n    timeout tunnel 2h\n    server a 10.0.0.1:6080 check\n')
    expect(await findingsIn(text)).toEqual([])
    const inherited = await findingsIn(text.replace('    timeout tunnel 2h\n', ''))
    expect(inherited).toHaveLength(1)
    expect(inherited[0]).toContain('idle for 60s')
  })
})

describe('operation', () => {
  const socket = (line: string) => EXAMPLE.replace(/ {4}stats socket.*/, `    stats socket ${line}`)

  test.each([
    ['/run/haproxy.sock level admin', ['haproxy/server-state-lost-on-reload']],
    ['127.0.0.1:9999 level operator', []],
    ['ipv4@10.0.0.9:9999 level user', []],
    ['ipv4@10.0.0.9:9999', ['haproxy/exposed-stats-socket']],
    ['*:9999 level operator', ['haproxy/exposed-stats-socket']],
    ['"${ADDRESS}" level "${LEVEL}"', []],
  ])('stats socket %s', async (line, rules) => {
    const { findings } = await validated({ 'haproxy.cfg': socket(line) })
    expect(findings.map(({ rule }) => rule)).toEqual(rules)
  })

  const page = (lines: string, bind = '10.0.0.9:1936') =>
    added(`listen stats\n    bind ${bind}\n    stats enable\n${lines}`)

  test.each([
    [page('    stats admin if TRUE\n'), 1],
    [page('    stats admin if TRUE\n', '127.0.0.1:1936'), 0],
    [page('    stats admin if { src 10.0.0.0/8 }\n'), 0],
    [page('    stats admin if TRUE\n    http-request deny unless { src 10.0.0.0/8 }\n'), 0],
    [page('    stats auth admin:admin\n'), 1],
    [page('    stats auth operator:Password\n'), 1],
    [page('    stats auth operator:{{ password }}\n'), 0],
    [page('    stats auth operator:b9Kx2LqpZ\n    stats admin if TRUE\n'), 0],
  ])('statistics page %#', async (text, count) => {
    expect(await findingsIn(text)).toHaveLength(count)
  })
})

describe('hostile input', () => {
  test.each([
    ['no word at all', '\n\n# only comments\n'],
    ['a section without a name', 'backend\n    server\nfrontend\n    bind\n    use_backend\n    acl\n'],
    ['names of JavaScript', added('backend __proto__\n    server constructor 10.0.0.1:1\n    toString x\n')],
    ['empty words', 'backend ""\n    "" ""\n    server "" ""\n    option ""\n    timeout "" ""\n'],
    ['defaults that inherit from themselves', 'defaults a from a\ndefaults b from a\nbackend x from b\n'],
    ['prefixes alone', 'defaults\n    no\n    default\n    no no no\n'],
    ['an open condition', '.if\n.if\nbackend x\n.endif\n.endif\n.endif\n'],
  ])('%s', async (_what, text) => {
    await expect(validated({ 'haproxy.cfg': text })).resolves.toBeDefined()
  })

  test('takes time in proportion to its size', async () => {
    const many = Array.from(
      { length: 20_000 },
      (_, at) =>
        `defaults d${at}\n    http-check expect status 200\nbackend b${at}\n    server a 10.0.0.1:1 check`,
    )
    const started = processorMs()
    await validated({ 'haproxy.cfg': `global\n${many.join('\n')}\n` })
    expect(processorMs() - started).toBeLessThan(20_000)
  })
})
