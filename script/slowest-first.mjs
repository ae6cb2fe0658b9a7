// The order of test files for Jest: those that take longest start first, so that no worker is alone with one at the end.

/** Parts of the paths of the slowest files, slowest first. */
const SLOWEST = [
  'unit/deploy/model.test',
  'acceptance/attestation',
  'acceptance/survival/',
  'acceptance/demo',
  'acceptance/actions-',
  'acceptance/',
  'haproxy-servers-conformance',
  'haproxy-map-conformance',
  'integration/deploy/monitor-watch',
  'integration/deploy/ro',
  'integration/deploy/re',
  'command-conformance',
  'local-conformance',
  'integration/deploy/',
  'integration/release/',
  'integration/github/',
]

export default class SlowestFirst {
  sort(tests) {
    const rank = ({ path }) => {
      const at = SLOWEST.findIndex((part) => path.includes(part))
      return at < 0 ? SLOWEST.length : at
    }
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1))
  }

  shard(tests) {
    return tests
  }

  allFailedTests(tests) {
    return tests
  }

  cacheResults() {}
}
