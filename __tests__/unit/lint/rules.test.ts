import { readdir } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { ruleSets } from '../../../generated/rules.js'
import { exampleFiles } from '../../../src/lint/engine/rule.js'
import { requireKnownRules, rulePages } from '../../../src/lint/engine/rules.js'
import { places, validated } from './folder.js'

describe.each(ruleSets.flatMap((set) => set.pages.map((page) => ({ ...page, set }))))(
  '$id',
  ({ id, set, severity, summary, help, example }) => {
    test('is named after its kind', () => {
      expect(id).toMatch(new RegExp(`^${set.kind}/[a-z-]+$`))
    })

    test('finds its bad example and nothing else in it', async () => {
      const { findings } = await validated(exampleFiles(set, example, 'bad'))
      expect(findings.length).toBeGreaterThan(0)
      expect([...new Set(findings.map(({ rule }) => rule))]).toEqual([id])
      expect(findings.every((finding) => finding.severity === severity)).toBe(true)
      expect(findings.every((finding) => finding.help !== '' && finding.message !== '')).toBe(true)
    })

    test('finds nothing in its good example', async () => {
      const result = await validated(exampleFiles(set, example, 'good'))
      expect(places(result.findings)).toEqual([])
      if (set.kind !== 'repository') expect(result.kinds[set.kind]).toBeGreaterThan(0)
    })

    test('has a page with a summary and a help', () => {
      expect(summary).toMatch(/^.{10,}[^.]$/)
      expect(help).toMatch(/\.$/)
    })
  },
)

test('every file in the folder of a kind is a rule, and its name is the id of the rule', async () => {
  const kinds = await readdir('src/lint/rules')
  const files = await Promise.all(
    kinds.map(async (kind) =>
      (await readdir(`src/lint/rules/${kind}`))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${kind}/${name.replace(/\.ts$/, '')}`),
    ),
  )
  expect(rulePages.map(({ id }) => id)).toEqual(files.flat().sort())
})

test('no two rules share an id', () => {
  const ids = rulePages.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an unknown rule is refused, and the nearest one is suggested', () => {
  expect(() => requireKnownRules(['heat/unused-parameter'])).not.toThrow()
  expect(() => requireKnownRules(['heat/unused-paramter'])).toThrow(
    expect.objectContaining({ code: 'unknown_rule', remedy: 'Did you mean "heat/unused-parameter"?' }),
  )
})
