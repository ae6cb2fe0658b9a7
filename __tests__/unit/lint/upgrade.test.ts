import { expect, test } from '@jest/globals'
import { brokenByUpgrade } from '../../../src/lint/engine/compare/upgrade.js'
import type { Finding } from '../../../src/lint/engine/finding.js'
import { validated } from './folder.js'

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'heat/type',
  severity: 'warning',
  message: 'm',
  help: 'h',
  file: 'a.yml',
  line: 1,
  column: 1,
  end_line: 1,
  end_column: 2,
  fingerprint: 'f',
  ...more,
})

test('a problem in both releases is not caused by the upgrade, even with another message', () => {
  expect(brokenByUpgrade([finding()], [finding({ message: 'another release' })])).toEqual([])
})

test('a problem that is new or more severe is', () => {
  const news = finding({ line: 2 })
  const worse = finding({ severity: 'error' })
  expect(brokenByUpgrade([finding()], [worse, news])).toEqual([worse, news])
  expect(brokenByUpgrade([finding({ severity: 'error' })], [finding()])).toEqual([])
})

test('two problems at one place are counted separately', () => {
  expect(brokenByUpgrade([finding()], [finding(), finding()])).toHaveLength(1)
})

test('existing problems are not reported, and the result names the target', async () => {
  const result = await validated({ 'a.yml': 'a: 1\na: 2\n' }, { target: '2026.2' })
  expect(result).toMatchObject({ target_release: '2026.2', findings: [], outcome: 'passed' })
})
