import { describe, expect, test } from '@jest/globals'
import Ajv from 'ajv'
import type { RulePage } from '../../../../src/lint/engine/rule.js'
import { rulePages } from '../../../../src/lint/engine/rules.js'
import { validateSarif } from '../../../../src/report/findings/sarif.js'
import type { FindingsView } from '../../../../src/report/findings/view.js'
import { finding, HOSTILE } from '../samples.js'
import { viewOf } from './samples.js'
import { SARIF_SCHEMA } from './sarif-schema.js'

const isSarif = new Ajv.default({ allErrors: true }).compile(SARIF_SCHEMA)

const PAGE: RulePage = {
  id: 'heat/unknown-resource-type',
  severity: 'error',
  summary: 'a resource has a type that nobody knows',
  help: 'Why, and how to mend it.',
  example: { bad: 'a: b\n', good: { 'a.yaml': 'a: c\n', 'b.yaml': '```\n' } },
}

interface Sarif {
  runs: {
    tool: { driver: { rules: { id: string; helpUri?: string; help?: { markdown: string; text: string } }[] } }
    automationDetails: { id: string }
    originalUriBaseIds: Record<string, { uri: string }>
    artifacts: { location: { uri: string } }[]
    results: {
      ruleId: string
      ruleIndex: number
      level: string
      message: { text: string }
      locations: {
        physicalLocation: { artifactLocation: { uri: string; index: number }; region: Record<string, number> }
      }[]
      partialFingerprints: Record<string, string>
      baselineState?: string
    }[]
  }[]
}

/** The document, after it was held to the schema. */
function sarifOf(view: FindingsView, pages: readonly RulePage[] = [PAGE], docs?: string): Sarif {
  const document = JSON.parse(JSON.stringify(validateSarif(view, pages, docs)))
  isSarif(document)
  expect(isSarif.errors ?? []).toEqual([])
  return document
}

describe('validateSarif', () => {
  test('gives each finding its rule, level, place and fingerprint', () => {
    const [run] = sarifOf(viewOf([finding({ fingerprint: 'abc' })])).runs
    expect(run?.results).toEqual([
      {
        ruleId: 'heat/unknown-resource-type',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'OS::Nova::Sever is not a resource type. Did you mean OS::Nova::Server?' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'heat/app.yaml', uriBaseId: '%SRCROOT%', index: 0 },
              region: { startLine: 12, startColumn: 11, endLine: 12, endColumn: 26 },
            },
          },
        ],
        partialFingerprints: { 'changeover/v1': 'abc' },
      },
    ])
    expect(run?.originalUriBaseIds['%SRCROOT%']?.uri).toBe('file:///home/somebody/infra/')
  })

  test('leaves out the fingerprint that GitHub computes from the line', () => {
    const [run] = sarifOf(viewOf([finding()])).runs
    expect(Object.keys(run?.results[0]?.partialFingerprints ?? {})).toEqual(['changeover/v1'])
  })

  test('is valid without findings', () => {
    const [run] = sarifOf(viewOf([]), rulePages).runs
    expect(run?.results).toEqual([])
    expect(run?.tool.driver.rules).toHaveLength(rulePages.length)
    for (const rule of run?.tool.driver.rules ?? []) expect(JSON.stringify(rule).length).toBeLessThan(12_000)
  })

  test('describes each rule, with examples, and with its page if there is a URL', () => {
    const [run] = sarifOf(viewOf([]), [PAGE], 'https://github.com/o/changeover/blob/v1/docs/rules/').runs
    const [rule] = run?.tool.driver.rules ?? []
    expect(rule?.helpUri).toBe(
      'https://github.com/o/changeover/blob/v1/docs/rules/heat/unknown-resource-type.md',
    )
    expect(rule?.help?.markdown).toContain('`a.yaml`:\n\n```yaml\na: c\n```')
    expect(rule?.help?.markdown).toContain('````yaml\n```\n````') // the fence is longer than what it holds
    expect(rule?.help?.text).toContain('# changeover: ignore heat/unknown-resource-type')
  })

  test("includes a rule of the repository's own linter by its name", () => {
    const [run] = sarifOf(viewOf([finding(), finding({ rule: 'linter/lint' })])).runs
    expect(run?.results.map(({ ruleIndex }) => run.tool.driver.rules[ruleIndex]?.id)).toEqual([
      'heat/unknown-resource-type',
      'linter/lint',
    ])
  })

  test.each([
    ['', 'a b/ü#?%.yaml', 'a%20b/%C3%BC%23%3F%25.yaml'],
    ['clouds/one/', 'a.yaml', 'clouds/one/a.yaml'],
    ['', 'c:/x\n.yaml', 'c%3A/x%0A.yaml'],
  ])('names files from the top of the repository, percent-encoded: %j %j', (prefix, file, uri) => {
    const [run] = sarifOf(viewOf([finding({ file })], { prefix })).runs
    expect(run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri)
    expect(run?.artifacts).toEqual([{ location: { uri, uriBaseId: '%SRCROOT%' } }])
  })

  test('gives each folder of a repository its own category', () => {
    const category = (prefix: string) => sarifOf(viewOf([], { prefix })).runs[0]?.automationDetails.id
    expect(category('')).toBe('changeover-validate/')
    expect(category('clouds/one/')).toBe('changeover-validate/clouds/one/')
  })

  test('marks new and older findings: a reader that compares would take missing ones for fixed', () => {
    const view = viewOf([finding()], { known: [finding({ line: 3 }), finding({ file: 'old.yaml' })] })
    view.result.base = { ref: 'main', commit: 'c', known: 2 }
    const [run] = sarifOf(view).runs
    expect(run?.results.map(({ baselineState }) => baselineState)).toEqual(['new', 'unchanged', 'unchanged'])
    expect(run?.artifacts).toHaveLength(2)
  })

  test('does not turn the text of a message into a link', () => {
    const [run] = sarifOf(viewOf([finding({ message: HOSTILE, help: HOSTILE, file: HOSTILE })])).runs
    expect(run?.results[0]?.message.text).not.toContain('](')
  })

  test('keeps a large number of findings: several runs within the limits of GitHub, the most severe first', () => {
    const many = Array.from({ length: 11_001 }, (_, at) =>
      finding({ line: at + 1, end_line: at + 1, severity: at === 10_999 ? 'error' : 'notice' }),
    )
    const { runs } = sarifOf(viewOf(many))
    expect(runs.map(({ results }) => results.length)).toEqual([5_000, 5_000, 1_001])
    expect(runs[0]?.results[0]?.level).toBe('error')
    expect(new Set(runs.map(({ automationDetails }) => automationDetails.id)).size).toBe(3)
  })

  test('has no more runs than GitHub accepts', () => {
    const many = Array.from({ length: 120_000 }, () => finding())
    const document = JSON.parse(JSON.stringify(validateSarif(viewOf(many), [PAGE]))) as Sarif
    expect(document.runs).toHaveLength(20)
    expect(document.runs.flatMap(({ results }) => results)).toHaveLength(120_000)
  })
})
