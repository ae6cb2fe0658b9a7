import { describe, expect, test } from '@jest/globals'
import type { ProbeSettings } from '../../../../generated/manifest.js'
import { createProbes, needFiles } from '../../../../src/drivers/probes/create.js'
import { bash } from '../../../../src/platform/shell.js'
import { FaultyServer } from '../../../rig/faulty-server.js'
import { probeContext } from '../../../unit/drivers/probes/context.js'

const signal = () => new AbortController().signal

function make(settings: ProbeSettings, variables: Record<string, string> = {}) {
  const [made] = createProbes([settings], probeContext({ variables }), bash)
  if (!made) throw new Error('no probe was made')
  return made
}

describe('variables in the settings', () => {
  test('are those of commands, for http', async () => {
    const server = await FaultyServer.start(({ headers }) => ({
      status: 200,
      headers: { 'x-color': 'green' },
      body: { color: 'green', sent: headers['x-sent'] },
    }))
    try {
      const { probe } = make(
        {
          http: {
            url: '${URL}/v3',
            send: { 'X-Sent': 'a ${TOKEN}' },
            header: { 'X-Color': '${CHANGEOVER_COLOR}' },
            json: { color: '${CHANGEOVER_COLOR}', sent: 'a secret' },
            matches: 'gre{2}n',
          },
        },
        { URL: server.url, TOKEN: 'secret' },
      )
      expect(await probe.ask(signal())).toEqual({ verdict: 'good' })
    } finally {
      await server.stop()
    }
  })

  test.each<[string, ProbeSettings]>([
    ['http.url', { http: { url: '${NOT_THERE}' } }],
    ['http.send.A', { http: { url: 'http://a', send: { A: '${NOT_THERE}' } } }],
    ['tcp.address', { tcp: { address: 'a:${NOT_THERE}' } }],
    ['prometheus.query', { prometheus: { url: 'http://a', query: '${NOT_THERE}', below: 1 } }],
    [
      'openstack.endpoints.glance',
      { openstack: { services: ['glance'], endpoints: { glance: '${NOT_THERE}' } } },
    ],
  ])('that are missing are named with their place: %s', (place, settings) => {
    expect(() => make(settings)).toThrow(`verify[0].${place} needs the environment variable NOT_THERE`)
  })
})

test.each<[string, ProbeSettings]>([
  ['http.url', { http: { url: 'a:80' } }],
  ['tcp.address', { tcp: { address: 'a' } }],
  ['tcp.address', { tcp: { address: 'a:99999' } }],
  ['prometheus.url', { prometheus: { url: 'file:///etc/passwd', query: 'up', below: 1 } }],
  ['openstack.endpoints.glance', { openstack: { services: ['glance'], endpoints: { glance: 'a:9292' } } }],
])('an invalid %s is named before any request', (place, settings) => {
  expect(() => make(settings)).toThrow(expect.objectContaining({ code: 'probe_address_invalid' }))
  expect(() => make(settings)).toThrow(`verify[0].${place}`)
})

test('a secret with a line break is reported without its value', () => {
  const settings = { http: { url: 'http://a', send: { Authorization: '${TOKEN}' } } }
  const making = () => make(settings, { TOKEN: 'hidden\n' })
  expect(making).toThrow(expect.objectContaining({ code: 'probe_header_invalid' }))
  expect(making).not.toThrow('hidden')
})

test('defaults, and names for probes without one', () => {
  const { probe, schedule } = make({ tcp: { address: 'a:1' } })
  expect({ name: probe.name, schedule }).toEqual({
    name: 'a:1',
    schedule: { everyMs: 1000, passes: 1, failures: 10, inconclusive: 10 },
  })
  expect(make({ openstack: { services: ['keystone'] } }).probe.name).toBe('openstack keystone')
  expect(make({ http: { url: 'http://${PASSWORD}@a' } }, { PASSWORD: 'hidden' }).probe.name).not.toContain(
    'hidden',
  )
})

test.each<[ProbeSettings, boolean]>([
  [{ run: 'true' }, true],
  [{ http: { url: 'http://a' } }, false],
  [{ http: { url: 'https://a', tls: { ca: 'ca.pem' } } }, true],
  [{ openstack: {} }, false],
  [{ openstack: { cloud: 'one' } }, true],
])('%j needs the files of the release: %s', (settings, needs) => {
  expect(needFiles([settings])).toBe(needs)
})
