import { expect, test } from '@jest/globals'
import { parseManifest } from '../../../src/manifest/load.js'

/** What is said of one monitor. */
function complaints(monitor: string): string {
  const text = `version: 1
name: region-one
environments:
  production:
    strategy: blue_green
    deploy: { run: ./deploy.sh }
    verify: [{ run: "true" }]
    router: { local: { services: { web: { listen: "a:1", blue: "a:2", green: "a:3" } } } }
    monitor: { ${monitor} }
`
  try {
    parseManifest(Buffer.from(text))
    return ''
  } catch (error) {
    return String(error)
  }
}

test.each([
  'url: "http://a"',
  'url: "http://a", error_budget: { failed: 0, p95: 800ms, p99: 2s, slowdown: 1.5 }',
  'endpoints: [{ name: identity, url: "http://a", status: [300] }, { name: image, url: "http://a" }]',
])('%s is taken', (monitor) => {
  expect(complaints(monitor)).toBe('')
})

test.each([
  ['rate: 5', 'monitor must have exactly one of the keys url, endpoints'],
  ['url: "http://a", endpoints: [{ name: a, url: "http://a" }]', 'exactly one of the keys url, endpoints'],
  ['endpoints: []', 'endpoints must NOT have fewer than 1 items'],
  ['endpoints: [{ url: "http://a" }]', 'lacks the key "name"'],
  [
    'endpoints: [{ name: a, url: "http://a" }, { name: a, url: "http://b" }]',
    '9:60: two endpoints have the name "a"',
  ],
  ['url: "http://a", error_budget: { slowdown: 0.5 }', 'slowdown must be >= 1'],
  ['url: "http://a", error_budget: { p90: 1s }', 'Did you mean "p95"?'],
])('%s is refused, with a reason', (monitor, reason) => {
  expect(complaints(monitor)).toContain(reason)
})
