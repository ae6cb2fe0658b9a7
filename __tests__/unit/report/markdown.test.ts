import { describe, expect, test } from '@jest/globals'
import { validateMarkdown } from '../../../src/report/findings/markdown.js'
import { lifecycleMarkdown } from '../../../src/report/lifecycle.js'
import { operationMarkdown } from '../../../src/report/operation/markdown.js'
import { packageMarkdown } from '../../../src/report/release/markdown.js'
import { stagedTestMarkdown } from '../../../src/report/staged-test/markdown.js'
import { mermaidProblems } from './mermaid-grammar.js'
import {
  askedGates,
  finding,
  HOSTILE,
  packaged,
  promoted,
  rolledBack,
  rolledHosts,
  tested,
  validated,
} from './samples.js'

/** Cells of each row; a bar behind a backslash belongs to the cell. */
function tables(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(/(?<!\\) \| /))
}

function pictures(markdown: string): string[] {
  return [...markdown.matchAll(/^```mermaid\n(.*?)\n```$/gms)].map(([, picture]) => picture ?? '')
}

describe('validateMarkdown', () => {
  test('has a table of findings for each file', () => {
    const warning = finding({ severity: 'warning', rule: 'heat/b', line: 2, column: 1 })
    const markdown = validateMarkdown({
      result: validated([finding(), warning, finding({ file: 'b.yaml' })]),
    })
    expect(markdown).toMatch(/^### ❌ Definitions failed\n\n2 errors, 1 warning\. 4 files checked/)
    expect(markdown.match(/^#### .*/gm)).toEqual(['#### `heat/app.yaml`', '#### `b.yaml`'])
    expect(tables(markdown)).toContainEqual([
      '12:11',
      'error',
      'OS\\:\\:Nova\\:\\:Sever is not a resource type.',
      'Did you mean OS\\:\\:Nova\\:\\:Server?',
      '`heat/unknown-resource-type`',
    ])
  })

  test('counts the checked files when there are no findings', () => {
    expect(validateMarkdown({ result: validated([]) })).toBe(
      '### ✅ Definitions passed\n\nNo findings. 4 files checked (3 heat, 1 heat environment), 1 skipped.',
    )
  })
})

describe('packageMarkdown', () => {
  test('names the release by version and digest', () => {
    const markdown = packageMarkdown(packaged)
    expect(markdown).toContain('### ✅ Release 2.0.0 packaged')
    expect(tables(markdown)).toContainEqual(['Digest', `\`${packaged.digest}\``])
    expect(tables(markdown)).toContainEqual(['Content', '12 files, 33.8 KiB'])
  })
})

describe('stagedTestMarkdown', () => {
  const markdown = stagedTestMarkdown(tested)

  test('has a picture, a row for each test, and the cases that failed', () => {
    expect(markdown).toContain('### ❌ Staged tests failed')
    expect(pictures(markdown).map(mermaidProblems)).toEqual([[]])
    expect(tables(markdown).slice(2)).toEqual([
      ['1', 'keystone', 'passed', 'keystone', 'passed', '', '1.2 s'],
      ['2', 'glance', 'failed', 'glance 1', 'passed', '', '1.2 s'],
      ['', '', '', 'glance 2', 'cases_failed', '10 of 14 passed, 2 skipped', '1.2 s'],
      ['3', 'nova', 'blocked', '', 'glance did not pass', '', ''],
      ['4', 'together', 'blocked', '', 'glance did not pass', '', ''],
      ['Case', 'Message'],
      ['---', '---'],
      ['`images.test_list`', 'expected 200, was 503'],
    ])
  })

  test('gives the reason when no test ran', () => {
    const early = { ...tested, stages: [], reason: 'up_failed' as const, message: 'The up command failed.' }
    const markdown = stagedTestMarkdown(early)
    expect(markdown).toContain('The up command failed.')
    expect(pictures(markdown)).toEqual([])
  })
})

describe('operationMarkdown', () => {
  test('shows the figures of the monitor', () => {
    const markdown = operationMarkdown(promoted)
    expect(markdown).toMatch(/^### ✅ Deploy promoted: production\n/)
    expect(markdown).toContain('#### Monitor: 0 failed requests of 2,100')
    expect(markdown).toContain('50 requests a second to each endpoint, none failed.')
    expect(tables(markdown).filter((row) => row.length === 8)).toEqual([
      ['Endpoint', 'When', 'Requests', 'Failed', 'p50', 'p95', 'p99', 'Slowest'],
      Array(8).fill('---'),
      ['live `http://127.0.0.1:5000/v3`', 'before the shift', '1550', '0', '4 ms', '8 ms', '12 ms', '31 ms'],
      ['', 'during it', '10', '0', '5 ms', '10 ms', '10 ms', '10 ms'],
      ['', 'after the shift', '540', '0', '4 ms', '8 ms', '12 ms', '25 ms'],
    ])
    expect(markdown).not.toContain('Not judged')
    expect(tables(markdown)).toContainEqual(['Traffic is on', '`2.0.0` on green'])
    expect(tables(markdown)).toContainEqual(['Shift', '14 ms'])
    expect(pictures(markdown).map(mermaidProblems)).toEqual([[], [], []])
  })

  test('does not mention a shift or a color in an in-place environment', () => {
    const markdown = operationMarkdown({
      ...promoted,
      strategy: 'in_place',
      from_color: null,
      to_color: null,
    })
    const monitor = markdown.slice(markdown.indexOf('#### Monitor'))
    expect(tables(monitor)).toContainEqual(expect.arrayContaining(['with the new release', '540']))
    expect(monitor).toContain('seconds from the deploy')
    expect(monitor).not.toMatch(/shift|color/)
  })

  test('fails, with the remedy and the failed requests, after a rollback', () => {
    const markdown = operationMarkdown(rolledBack)
    expect(markdown).toMatch(/^### ❌ Deploy rolled back: production\n/)
    expect(markdown).toContain('**What to do:** Look at green before you try again.')
    expect(tables(markdown)).toContainEqual(['Reason', '`error_budget_exceeded`'])
    expect(markdown).toContain('3 failed (2 refused, 1 status\\_503) within 140 ms.')
    expect(tables(markdown)).toContainEqual(expect.arrayContaining(['after the shift', '540', '3']))
    expect(markdown).toContain('Not judged: `p99` of live, 12 answers on the new color; 50 are needed.')
    expect(tables(markdown)).toContainEqual(expect.arrayContaining(['bake', 'failed', '2.0 s']))
  })

  test('leaves out the parts that a refused operation does not have', () => {
    const nothing = { operation: null, release: null, live: null, phases: [], shift_ms: null, monitor: null }
    const markdown = operationMarkdown({ ...promoted, ...nothing, kind: 'rollback', outcome: 'refused' })
    expect(markdown).toMatch(/^### ❌ Rollback refused/)
    expect(pictures(markdown)).toEqual([])
    expect(markdown).not.toContain('Monitor')
  })
})

describe('gates and hosts', () => {
  test('are tables with a limited number of names', () => {
    const markdown = operationMarkdown({ ...promoted, gates: askedGates, rolled: rolledHosts })
    expect(tables(markdown)).toContainEqual(['nova status', 'passed', '1', '1.2 s'])
    expect(tables(markdown)).toContainEqual(['slow', '**closed**', 'none', '1 min 00 s'])
    expect(markdown).toContain('#### 3 hosts rolled')
    expect(tables(markdown)).toContainEqual(['conductor', 'done', 'k1', ''])
    expect(tables(markdown)).toContainEqual(['agents', '**not done**', '', 'not known yet'])
    const compute = tables(markdown).find(([name]) => name === 'compute')
    expect(compute?.[2]).toBe('c1, c2')
    expect(compute?.[3]).toMatch(/^c3, c4, .*c22 and 10 more$/)
  })

  test('are left out when there are none', () => {
    expect(operationMarkdown(promoted)).not.toMatch(/Gates|rolled/)
  })
})

describe('lifecycleMarkdown', () => {
  test('has the parts that were reached', () => {
    const parts = { validate: validated([]), package: packaged, staged_test: tested, operation: null }
    expect(lifecycleMarkdown(parts).match(/^### .*/gm)).toEqual([
      '### ✅ Definitions passed',
      '### ✅ Release 2.0.0 packaged',
      '### ❌ Staged tests failed',
    ])
  })
})

test('text from outside is escaped', () => {
  const hostile = finding({ file: HOSTILE, message: HOSTILE, help: HOSTILE })
  const [first] = tested.stages
  const services = (first?.services ?? []).map((service) => ({
    ...service,
    service: HOSTILE,
    runs: service.runs.map((run) => ({
      ...run,
      name: HOSTILE,
      failures: [{ name: HOSTILE, message: HOSTILE }],
    })),
  }))
  const { monitor } = rolledBack
  const endpoints = (monitor?.endpoints ?? []).map((one) => ({ ...one, name: HOSTILE, url: HOSTILE }))
  const not_judged = [{ endpoint: HOSTILE, budget: 'p95' as const, why: HOSTILE }]
  const seen = monitor && { ...monitor, endpoints, not_judged, failed_kinds: { [HOSTILE]: 3 } }
  const steps = {
    gates: [{ name: HOSTILE, passed: false, exit_status: 2, duration_ms: 1 }],
    rolled: [{ name: HOSTILE, hosts: [HOSTILE], left: [HOSTILE], done: false }],
  }
  const markdown = lifecycleMarkdown({
    validate: validated([hostile]),
    package: { ...packaged, version: HOSTILE, name: HOSTILE, path: HOSTILE },
    staged_test: { ...tested, message: HOSTILE, stages: [{ stage: 1, services }], needs: { [HOSTILE]: [] } },
    operation: {
      ...rolledBack,
      message: HOSTILE,
      remedy: HOSTILE,
      environment: HOSTILE,
      monitor: seen,
      ...steps,
    },
  })
  expect(pictures(markdown).flatMap(mermaidProblems)).toEqual([])
  const prose = markdown.replace(/^```mermaid\n.*?\n```$/gms, '').replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')
  expect(prose).not.toMatch(/(?<!\\)[<@]/)
  expect(prose).not.toMatch(/(?<!\\)\*\*f/)
  expect(prose).not.toMatch(/(?<!\\)\[d/)
  expect(markdown).not.toMatch(/^::error/m)
  expect(markdown).not.toMatch(/[\u001b\u202e]/)
  const widths = tables(markdown).map((row) => row.length)
  expect(new Set(widths)).toEqual(new Set([2, 4, 5, 6, 7, 8]))
})
