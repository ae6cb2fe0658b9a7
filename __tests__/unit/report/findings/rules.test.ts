import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { findingsInExample } from '../../../../src/lint/engine/example-findings.js'
import { pagesOfKind, rulePages } from '../../../../src/lint/engine/rules.js'
import { rulesText, ruleText } from '../../../../src/report/findings/rules.js'

const plain = { color: false }

describe('rulesText', () => {
  test('has a line for each rule below its kind', () => {
    const text = rulesText(rulePages, plain)
    for (const { id, severity, summary } of rulePages) {
      expect(text).toMatch(new RegExp(`^  ${id} +${severity} +`, 'm'))
      expect(text).toContain(summary)
    }
    expect(text).toMatch(/^heat$/m)
    expect(text).toContain(`${rulePages.length} rules. To explain a rule: changeover rules `)
  })

  test('colors do not change the text', () => {
    expect(stripVTControlCharacters(rulesText(rulePages, { color: true }))).toBe(rulesText(rulePages, plain))
  })
})

describe('pagesOfKind', () => {
  test('returns all rules without a kind, and refuses an unknown kind', () => {
    expect(pagesOfKind(undefined)).toBe(rulePages)
    expect(pagesOfKind('yaml').length).toBeGreaterThan(2)
    expect(() => pagesOfKind('yml')).toThrow(
      expect.objectContaining({ code: 'unknown_kind', remedy: 'Did you mean "yaml"?' }),
    )
    expect(() => pagesOfKind('__proto__')).toThrow(expect.objectContaining({ code: 'unknown_kind' }))
  })
})

describe('ruleText', () => {
  test.each(rulePages.map((page) => [page.id, page] as const))('%s', (id, page) => {
    const found = findingsInExample(page)
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set([id]))
    const text = ruleText(page, found, { ...plain, width: 80 })
    expect(text).toMatch(new RegExp(`^${id}  ${page.severity}\n[^a-z].*\\.\n`))
    expect(text).toContain('Bad example')
    expect(text).toContain('  help: ')
    expect(text).toContain(`# changeover: ignore ${id}`)
    expect(text).not.toMatch(/[^\P{Cc}\n\t]/u)
  })
})
