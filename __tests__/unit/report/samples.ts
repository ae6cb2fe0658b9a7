import type { OperationResult } from '../../../src/deploy/operations/result.js'
import type { Finding, ValidateResult } from '../../../src/lint/engine/finding.js'
import type { PackageResult } from '../../../src/release/result.js'
import type { StagedTestResult, TestRun } from '../../../src/staged-test/result.js'

/** Text that would do harm wherever it is shown as it is. */
export const HOSTILE =
  'x | <img src=a> `b` "]:::done --> end\n::error::c\u001b[31m [d](http://e) \u202e**f** @team #1 ##[error]g'

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'heat/unknown-resource-type',
    severity: 'error',
    message: 'OS::Nova::Sever is not a resource type.',
    help: 'Did you mean OS::Nova::Server?',
    file: 'heat/app.yaml',
    line: 12,
    column: 11,
    end_line: 12,
    end_column: 26,
    fingerprint: 'f',
    ...change,
  }
}

export function validated(findings: Finding[]): ValidateResult {
  const failed = findings.some(({ severity }) => severity === 'error')
  return {
    schema: 'changeover/validate/v1',
    outcome: failed ? 'failed' : 'passed',
    reason: failed ? 'errors_found' : findings.length > 0 ? 'warnings_only' : 'clean',
    openstack_release: { name: '2026.2', from: 'newest', assumed: true },
    files: { checked: 4, skipped: 1 },
    skipped: { other_name: 1 },
    kinds: { heat: 3, heat_environment: 1 },
    findings,
    base: null,
  }
}

export const packaged: PackageResult = {
  schema: 'changeover/package/v1',
  outcome: 'packaged',
  name: 'region-one',
  version: '2.0.0',
  digest: `sha256:${'a'.repeat(64)}`,
  path: '/tmp/out/region-one-2.0.0.tar.gz',
  commit: 'c'.repeat(40),
  files: 12,
  bytes: 34_567,
  dirty: false,
  kinds: { heat: 3, manifest: 1 },
  findings: { errors: 0, warnings: 1, notices: 0 },
  openstack_release: '2026.2',
  previous: null,
}

function run(name: string, change: Partial<TestRun> = {}): TestRun {
  const good = { outcome: 'passed', reason: 'passed', exit_code: 0, counts: null, failures: [] } as const
  return { ...good, failures: [], name, duration_ms: 1234, ...change }
}

/** Keystone passed, glance failed, nova waits for glance, together is blocked. */
export const tested: StagedTestResult = {
  schema: 'changeover/test/v1',
  outcome: 'failed',
  reason: 'tests_failed',
  message: 'Not passed: glance failed, nova blocked, together blocked.',
  environment: 'staging',
  release: { version: '2.0.0', digest: packaged.digest },
  stages: [
    {
      stage: 1,
      services: [{ service: 'keystone', outcome: 'passed', blocked_by: null, runs: [run('keystone')] }],
    },
    {
      stage: 2,
      services: [
        {
          service: 'glance',
          outcome: 'failed',
          blocked_by: null,
          runs: [
            run('glance 1'),
            run('glance 2', {
              outcome: 'failed',
              reason: 'cases_failed',
              counts: { tests: 14, failures: 1, errors: 1, skipped: 2 },
              failures: [{ name: 'images.test_list', message: 'expected 200, was 503' }],
            }),
          ],
        },
      ],
    },
    { stage: 3, services: [{ service: 'nova', outcome: 'blocked', blocked_by: 'glance', runs: [] }] },
    { stage: 4, services: [{ service: 'together', outcome: 'blocked', blocked_by: 'glance', runs: [] }] },
  ],
  needs: { glance: ['keystone'], nova: ['keystone', 'glance'] },
  duration_ms: 65_000,
}

const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 12, 0, second)).toISOString()

/** Users went from blue with 1.0.0 to green with 2.0.0. */
export const promoted: OperationResult = {
  schema: 'changeover/operation/v1',
  kind: 'deploy',
  outcome: 'promoted',
  reason: 'completed',
  message: '2.0.0 is live on green.',
  remedy: null,
  environment: 'production',
  strategy: 'blue_green',
  operation: '6f1e',
  release: { version: '2.0.0', digest: packaged.digest },
  from_color: 'blue',
  to_color: 'green',
  live: { color: 'green', release: { version: '2.0.0', digest: packaged.digest } },
  phases: [
    { phase: 'claim', state: 'done', started_at: at(0), ended_at: at(1) },
    { phase: 'expand', state: 'skipped', started_at: at(1), ended_at: at(1) },
    { phase: 'deploy', state: 'done', started_at: at(1), ended_at: at(31) },
    { phase: 'shift', state: 'done', started_at: at(31), ended_at: at(32) },
  ],
  shift_ms: 14,
  monitor: {
    url: 'http://127.0.0.1:5000/v3',
    rate: 50,
    sent: 2100,
    ok: 2100,
    failed: 0,
    failed_kinds: {},
    slowest_ms: 31,
    outage_ms: 0,
    failures: [],
    endpoints: [
      {
        name: 'live',
        url: 'http://127.0.0.1:5000/v3',
        ...{ sent: 2100, ok: 2100, failed: 0, failed_kinds: {}, slowest_ms: 31 },
        before: { sent: 1550, failed: 0, p50_ms: 4.2, p95_ms: 8.1, p99_ms: 12.4, slowest_ms: 31 },
        during: { sent: 10, failed: 0, p50_ms: 5.1, p95_ms: 9.9, p99_ms: 9.9, slowest_ms: 10 },
        after: { sent: 540, failed: 0, p50_ms: 4.4, p95_ms: 8.4, p99_ms: 11.8, slowest_ms: 25 },
      },
    ],
    timeline: [31, 25, 10, 25].map((slowest_ms, index) => ({
      at_ms: index * 12_800,
      ...{ sent: 525, failed: 0, p50_ms: 4.3, p95_ms: 8 + index, slowest_ms },
    })),
    marks: [
      { at_ms: 31_000, what: 'shift_started' },
      { at_ms: 31_020, what: 'shift_ended' },
    ],
    not_judged: [],
    started_at: at(0),
    ended_at: at(42),
  },
  probes: [
    {
      phase: 'verify',
      name: 'identity answers',
      ...{ asked: 1, good: 1, bad: 0, inconclusive: 0 },
      last: [{ at: at(30), took_ms: 12, verdict: 'good', reason: null, why: null }],
    },
  ],
  gates: [],
  rolled: [],
  started_at: at(0),
  ended_at: at(42),
}

/** The monitor saw failures on green, and traffic is back on blue. */
export const rolledBack: OperationResult = {
  ...promoted,
  outcome: 'rolled_back',
  reason: 'error_budget_exceeded',
  message: 'The monitor saw 3 failed requests; 0 are allowed.',
  remedy: 'Look at green before you try again.',
  live: { color: 'blue', release: { version: '1.0.0', digest: packaged.digest } },
  phases: [...promoted.phases, { phase: 'bake', state: 'failed', started_at: at(32), ended_at: at(34) }],
  monitor: promoted.monitor && {
    ...promoted.monitor,
    ok: 2097,
    failed: 3,
    failed_kinds: { refused: 2, status_503: 1 },
    outage_ms: 140,
    endpoints: promoted.monitor.endpoints.map((endpoint) => ({
      ...endpoint,
      ...{ ok: 2097, failed: 3, failed_kinds: { refused: 2, status_503: 1 } },
      after: { ...endpoint.after, failed: 3 },
    })),
    timeline: promoted.monitor.timeline.map((moment, index) => ({ ...moment, failed: index === 1 ? 3 : 0 })),
    marks: [
      ...promoted.monitor.marks,
      { at_ms: 33_900, what: 'back_started' },
      { at_ms: 33_950, what: 'back_ended' },
    ],
    not_judged: [{ endpoint: 'live', budget: 'p99', why: '12 answers on the new color; 50 are needed' }],
  },
}

export const askedGates: OperationResult['gates'] = [
  { name: 'nova status', passed: true, exit_status: 1, duration_ms: 1200 },
  { name: 'slow', passed: false, exit_status: null, duration_ms: 60_000 },
]

/** One step is done, one is under way, and one was not come to. */
export const rolledHosts: OperationResult['rolled'] = [
  { name: 'conductor', hosts: ['k1'], left: [], done: true },
  {
    name: 'compute',
    hosts: ['c1', 'c2'],
    left: Array.from({ length: 30 }, (_, index) => `c${index + 3}`),
    done: false,
  },
  { name: 'agents', hosts: [], left: null, done: false },
]
