import { expect, test } from '@jest/globals'
import { parseManifest } from '../../../src/manifest/load.js'

/** What is said of one probe, without its place. */
function complaints(probe: string, strategy: 'blue_green' | 'in_place' = 'blue_green'): string {
  const router = 'router: { local: { services: { web: { listen: "a:1", blue: "a:2", green: "a:3" } } } }'
  const text = `version: 1
name: region-one
environments:
  production:
    strategy: ${strategy}
    deploy: { run: ./deploy.sh }
    verify: [{ ${probe} }]
    ${strategy === 'blue_green' ? router : ''}
`
  try {
    parseManifest(Buffer.from(text))
    return ''
  } catch (error) {
    return String(error)
  }
}

test.each<[string, string]>([
  ['a pattern that is none', 'http: { url: "http://a", matches: "(" }'],
  ['a path that is none', 'http: { url: "http://a", json: { "a[?(@.b)]": 1 } }'],
  ['a body of HEAD', 'http: { url: "http://a", method: HEAD, contains: x }'],
  ['a service at the address of users', 'openstack: { services: [keystone, glance] }'],
  ['an address of a service that is not asked', 'openstack: { endpoints: { glance: "http://a" } }'],
  ['the same Keystone for both colors', 'openstack: { auth_url: "http://a/v3", cross_color: true }'],
  ['tokens for both colors at no address', 'openstack: { cross_color: true }'],
  [
    'tokens for both colors during the bake',
    'openstack: { auth_url: "${A}", cross_color: true }, during: bake',
  ],
  ['an unknown service', 'openstack: { services: [glanze] }'],
  ['no threshold', 'prometheus: { url: "http://a", query: up }'],
  ['a margin on nothing', 'prometheus: { url: "http://a", query: up, below: 1, margin: 1 }'],
  ['a multiple that is none', 'prometheus: { url: "http://a", query: up, at_most: "1.2" }'],
  ['a question without an answer', 'tcp: { address: "a:1", send: PING }'],
  ['nothing before the shift', 'tcp: { address: "a:1" }, during: bake'],
  ['two kinds', 'tcp: { address: "a:1" }, run: x'],
])('%s is refused', (_title, probe) => {
  expect(complaints(probe)).not.toBe('')
})

test('what is said helps', () => {
  expect(complaints('openstack: { auth_url: "${A}", cross_color: true }, during: bake')).toContain(
    'cross_color is asked only before the shift, never during the bake. Remove during.',
  )
  expect(complaints('openstack: { services: [glance] }')).toContain(
    'glance would be asked at its live address, not on the color that is verified. Add the address of the color under endpoints, as  glance: "http://10.0.0.21:${GLANCE_PORT}"  or, if both colors share the service,  glance: catalog',
  )
  expect(complaints('prometheus: { url: "http://a", query: up }')).toContain(
    'must have at least one of the keys below, above, at_most. Add one of them.',
  )
})

test.each([
  'openstack: { services: [keystone, glance], endpoints: { glance: catalog } }',
  'openstack: {}',
  'openstack: { auth_url: "http://a:${PORT}/v3", cross_color: true }',
  'prometheus: { url: "http://a", query: up, at_most: 1.2x, margin: 0.1 }',
  'http: { url: "http://a", method: HEAD, header: { x-color: green } }',
  'tcp: { address: "a:1", send: PING, banner: PONG }, inconclusive: 3',
])('%s is taken', (probe) => {
  expect(complaints(probe)).toBe('')
})

test('in place there is no other color: the catalog is right, and nothing can be compared', () => {
  expect(complaints('tcp: { address: "a:1" }, during: bake', 'in_place')).toContain('never be asked')
  expect(complaints('openstack: { services: [glance] }', 'in_place')).toBe('')
  expect(complaints('prometheus: { url: "http://a", query: up, at_most: 2x }', 'in_place')).toContain(
    'an in-place environment has none',
  )
  expect(complaints('openstack: { auth_url: "http://${A}", cross_color: true }', 'in_place')).toContain(
    'cross_color needs another color',
  )
})
