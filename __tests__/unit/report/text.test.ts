import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { validateText } from '../../../src/report/findings/text.js'
import { operationText } from '../../../src/report/operation/text.js'
import { packageText } from '../../../src/report/release/text.js'
import { stagedTestText } from '../../../src/report/staged-test/text.js'
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

const plain = { color: false }

/** Words of each line, where columns are two blanks or more apart. */
const columns = (text: string) => text.split('\n').map((line) => line.trim().split(/ {2,}/))

describe('validateText', () => {
  test('prints findings in the format of compilers, with help and a summary', () => {
    expect(
      validateText({ result: validated([finding(), finding({ severity: 'notice', line: 40 })]) }, plain),
    ).toBe(
      [
        'heat/app.yaml:12:11  error  OS::Nova::Sever is not a resource type.  [heat/unknown-resource-type]',
        '    help: Did you mean OS::Nova::Server?',
        'heat/app.yaml:40:11  notice  OS::Nova::Sever is not a resource type.  [heat/unknown-resource-type]',
        '    help: Did you mean OS::Nova::Server?',
        '',
        'Checked against OpenStack 2026.2 (the newest known release; no file names one).',
        '✖ 1 error, 1 notice. 4 files checked, 1 skipped.',
      ].join('\n'),
    )
  })

  test('is one line without findings', () => {
    expect(validateText({ result: validated([]) }, plain)).toBe('✔ No findings. 4 files checked, 1 skipped.')
  })
})

describe('packageText', () => {
  test('names the release', () => {
    const text = packageText(packaged, plain)
    expect(text).toMatch(/^✔ region-one 2\.0\.0 packaged\n/)
    expect(columns(text)).toContainEqual(['digest', packaged.digest])
  })

  test('lists the files that differ from another release', () => {
    const changes = { added: ['a'], changed: ['b', 'c'], removed: [] }
    const text = packageText({ ...packaged, changes }, plain)
    expect(text).toContain('changes  1 added, 2 changed, 0 removed\n    + a\n    ~ b\n    ~ c')
  })

  test('says that no file differs', () => {
    const changes = { added: [], changed: [], removed: [] }
    expect(packageText({ ...packaged, changes }, plain)).toContain('changes  none')
  })
})

describe('stagedTestText', () => {
  test('has a row for each test, the failed cases, and a last line', () => {
    const text = stagedTestText(tested, plain)
    expect(columns(text)).toContainEqual(['stage', 'service', 'outcome', 'test', 'reason', 'cases', 'time'])
    expect(columns(text)).toContainEqual(['1', 'keystone', 'passed', 'keystone', 'passed', '1.2 s'])
    expect(columns(text)).toContainEqual(['glance 2', 'cases_failed', '10 of 14 passed, 2 skipped', '1.2 s'])
    expect(columns(text)).toContainEqual(['3', 'nova', 'blocked', 'glance did not pass'])
    expect(text).toContain('  ✖ glance 2: images.test_list: expected 200, was 503\n')
    expect(text).toMatch(/✖ 2\.0\.0 failed in staging, 1 min 05 s\. Not passed: .*$/)
  })
})

describe('operationText', () => {
  test('has the phases, the color with the traffic, and the figures of the monitor', () => {
    const text = operationText(promoted, plain)
    expect(columns(text)).toContainEqual(['deploy', 'done', '30.0 s'])
    expect(columns(text)).toContainEqual(['expand', 'skipped'])
    expect(text).toContain('✔ deploy of 2.0.0 to production: promoted, 42.0 s\n  2.0.0 is live on green.\n')
    expect(columns(text)).toContainEqual(['traffic', '2.0.0 on green'])
    expect(columns(text)).toContainEqual(['shift', '14 ms'])
    expect(text).toContain(
      [
        '  monitor  2,100 requests at 50/s, 0 failed, slowest answer 31 ms',
        '           live: p95 8 ms before the shift, 10 ms during it, 8 ms after the shift',
        '           ▆▇│██ p95 up to 11 ms, 12.8 s each',
      ].join('\n'),
    )
  })

  test('prints the failure and the remedy', () => {
    const text = operationText(rolledBack, plain)
    expect(text).toContain('✖ deploy of 2.0.0 to production: rolled back (error_budget_exceeded)')
    expect(text).toContain('\n  Look at green before you try again.\n')
    expect(text).toContain('3 failed (2 refused, 1 status_503) within 140 ms')
    expect(text).toContain('           live: 3 of 2100 failed, p95 8 ms before the shift')
    expect(text).toContain('           ▆✖│██ p95 up to 11 ms')
    expect(text).toContain('           p99 of live was not judged: 12 answers on the new color; 50')
  })

  test('leaves out the parts that a refused operation does not have', () => {
    const nothing = { live: null, phases: [], shift_ms: null, monitor: null }
    const text = operationText({ ...rolledBack, ...nothing, kind: 'rollback', outcome: 'refused' }, plain)
    expect(text).toMatch(/^✖ rollback to 2.0.0 in production: refused/)
    expect(text).not.toMatch(/monitor {2}|shift {2}|phase/)
  })
})

test('operationText has the gates and the rolled hosts', () => {
  const text = operationText({ ...promoted, gates: askedGates, rolled: rolledHosts }, plain)
  expect(columns(text)).toContainEqual(['gate', 'nova status: passed, exit status 1'])
  expect(columns(text)).toContainEqual(['gate', 'slow: closed, exit status none'])
  expect(columns(text)).toContainEqual(['rolled', 'conductor: 1 host, done'])
  expect(columns(text)).toContainEqual(['rolled', 'compute: 2 hosts, 30 left'])
  expect(columns(text)).toContainEqual(['rolled', 'agents: 0 hosts, the rest is not known yet'])
})

describe('colors', () => {
  const texts = (color: boolean) => [
    validateText({ result: validated([finding()]) }, { color }),
    packageText(packaged, { color }),
    stagedTestText(tested, { color }),
    operationText(rolledBack, { color }),
  ]

  test('are used on request, and do not change the text', () => {
    for (const [index, colored] of texts(true).entries()) {
      expect(colored).toContain('\u001b[')
      expect(stripVTControlCharacters(colored)).toBe(texts(false)[index])
    }
  })

  test('are not used otherwise', () => {
    for (const text of texts(false)) expect(text).not.toContain('\u001b')
  })
})

test('text from outside is escaped', () => {
  const hostile = finding({ file: HOSTILE, message: HOSTILE, help: HOSTILE, rule: HOSTILE })
  const { monitor } = rolledBack
  const endpoints = (monitor?.endpoints ?? []).map((one) => ({ ...one, name: HOSTILE, url: HOSTILE }))
  const not_judged = [{ endpoint: HOSTILE, budget: 'p95' as const, why: HOSTILE }]
  const seen = monitor && { ...monitor, endpoints, not_judged, failed_kinds: { [HOSTILE]: 3 } }
  const all = [
    validateText({ result: validated([hostile]) }, plain),
    packageText({ ...packaged, version: HOSTILE, path: HOSTILE }, plain),
    stagedTestText({ ...tested, message: HOSTILE, environment: HOSTILE }, plain),
    operationText(
      { ...rolledBack, message: HOSTILE, remedy: HOSTILE, environment: HOSTILE, monitor: seen },
      plain,
    ),
  ].join('\n')
  expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  expect(all).not.toMatch(/^\s*::error/m)
})
