import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { isGood, type Outcome } from '../../../src/deploy/ledger/outcome.js'

const page = await readFile('docs/results.md', 'utf8')
const KINDS = ['deploy', 'rollback', 'abort'] as const
const operation = await readFile('src/deploy/operations/result.ts', 'utf8')
const outcomes = await readFile('src/deploy/ledger/outcome.ts', 'utf8')
const staging = await readFile('src/staged-test/result.ts', 'utf8')
const finding = await readFile('src/lint/engine/finding.ts', 'utf8')
const release = await readFile('src/release/result.ts', 'utf8')
const status = await readFile('src/deploy/operations/status.ts', 'utf8')
const history = await readFile('src/deploy/ledger/history.ts', 'utf8')

describe('docs/results.md lists what the code has, and nothing else', () => {
  test.each<[string, string, string, string[]]>([
    ['outcomes of deploy and rollback', 'deploy and rollback', 'Outcomes', union(outcomes, 'Outcome')],
    ['reasons of deploy and rollback', 'deploy and rollback', 'Reasons', union(outcomes, 'Reason')],
    [
      'reasons of a staged test',
      'test',
      'Reasons of the whole',
      field(staging, 'StagedTestResult', 'reason'),
    ],
    ['outcomes of a service', 'test', 'Outcomes of a service', union(staging, 'TestOutcome')],
    ['reasons of a single test', 'test', 'Reasons of a single test', field(staging, 'TestRun', 'reason')],
    ['reasons of validate', 'validate', 'Reasons', field(finding, 'ValidateResult', 'reason')],
  ])('%s', (_title, chapter, section, inCode) => {
    expect(inCode.length).toBeGreaterThan(2)
    expect([...new Set(listed(chapter, section))].sort()).toEqual([...inCode].sort())
  })

  test('outcomes and reasons of status', () => {
    const pairs = [...sectionOf('status', 'Reasons').matchAll(/^\| `(\w+)`, `(\w+)`/gm)]
    const inCode = (name: string) => field(status, 'StatusResult', name).sort()
    expect([...new Set(pairs.map(([, outcome = '']) => outcome))].sort()).toEqual(inCode('outcome'))
    expect(pairs.map(([, , reason = '']) => reason).sort()).toEqual(inCode('reason'))
  })

  test('codes of errors', async () => {
    const codes = new Set(['internal_error'])
    for (const text of await sources()) {
      for (const [, code = ''] of text.matchAll(
        /(?:new (?:UserError|GitHubError)|printError)\(\s*'([a-z_]+)'/g,
      ))
        codes.add(code)
      // a store gives the errors of GitHub its own codes
      for (const [, code = ''] of text.matchAll(/^ {2}github_\w+: '(store_\w+)',$/gm)) codes.add(code)
    }
    expect(listed('Errors').sort()).toEqual([...codes].sort())
  })

  test('the exit status of each outcome', () => {
    const rows = sectionOf('deploy and rollback', 'Outcomes').matchAll(/^\| `(\w+)` +\| ([^|]+) \| (\d) /gm)
    for (const [, outcome, of = '', exit] of rows) {
      const kinds = of.trim() === 'all three' ? KINDS : KINDS.filter((kind) => of.includes(kind))
      expect(kinds).not.toEqual([])
      for (const kind of kinds)
        expect([kind, outcome, isGood({ kind, outcome: outcome as Outcome })]).toEqual([
          kind,
          outcome,
          exit === '0',
        ])
    }
  })
})

describe('examples of documents', () => {
  const examples = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(
    ([, text = '']) => JSON.parse(text) as Record<string, unknown>,
  )

  test.each<[string, string, string]>([
    ['changeover/operation/v1', operation, 'OperationResult'],
    ['changeover/test/v1', staging, 'StagedTestResult'],
    ['changeover/validate/v1', finding, 'ValidateResult'],
    ['changeover/package/v1', release, 'PackageResult'],
    ['changeover/status/v1', status, 'StatusResult'],
    ['changeover/history/v1', history, 'HistoryResult'],
  ])('%s has the keys that the code gives it', (schema, source, name) => {
    const shown = examples.filter((example) => example.schema === schema)
    expect(shown.length).toBeGreaterThan(0)
    for (const example of shown) {
      const keys = Object.keys(example)
      expect(keys).toEqual(expect.arrayContaining(fields(source, name, 'required')))
      expect(fields(source, name, 'all')).toEqual(expect.arrayContaining(keys))
    }
  })

  test('what an example says of outcome and reason exists', () => {
    const known = new Set(page.match(/`\w+`/g))
    for (const { outcome, reason } of examples) {
      for (const name of [outcome, reason])
        if (name !== undefined) expect(known).toContain(`\`${String(name)}\``)
    }
  })

  test('every schema that the code writes is described', async () => {
    const schemas = new Set<string>()
    for (const text of await sources()) {
      for (const schema of text.match(/changeover\/[a-z_]+\/v1(?=')/g) ?? []) schemas.add(schema)
    }
    expect(schemas.size).toBeGreaterThanOrEqual(9)
    for (const schema of schemas) expect(page).toContain(`\`${schema}\``)
    for (const schema of page.match(/changeover\/[a-z_]+\/v1/g) ?? []) expect(schemas).toContain(schema)
  })
})

/** The literals of `export type Name = 'a' | 'b'`, as the source has them. */
function union(source: string, name: string): string[] {
  return literals(new RegExp(`^export type ${name} =(.*?)\\n\\n`, 'ms').exec(source)?.[1])
}

/** The literals that a field of an interface may be. */
function field(source: string, name: string, key: string): string[] {
  return literals(new RegExp(`^  ${key}:(.*?)(?=^  [\\w/]|^})`, 'ms').exec(body(source, name))?.[1])
}

function fields(source: string, name: string, which: 'required' | 'all'): string[] {
  const pattern = which === 'all' ? /^ {2}(\w+)\??:/gm : /^ {2}(\w+):/gm
  return [...body(source, name).matchAll(pattern)].map(([, key = '']) => key)
}

function body(source: string, name: string): string {
  return new RegExp(`^export interface ${name} \\{.*?^\\}`, 'ms').exec(source)?.[0] ?? ''
}

function literals(text = ''): string[] {
  const withoutRemarks = text.replaceAll(/\/\/.*$/gm, '')
  return [...withoutRemarks.matchAll(/'([a-z_]+)'/g)].map(([, name = '']) => name)
}

/** The names in the first column of the tables under a heading. */
function listed(chapter: string, section?: string): string[] {
  return [...sectionOf(chapter, section).matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name)
}

function sectionOf(chapter: string, section?: string): string {
  const whole = under(page, '##', chapter)
  return section === undefined ? whole : under(whole, '###', section)
}

function under(text: string, level: string, title: string): string {
  const start = text.indexOf(`\n${level} ${title}\n`)
  if (start === -1) throw new Error(`There is no heading "${level} ${title}"`)
  const rest = text.slice(start + 1)
  const end = rest.search(new RegExp(`\\n#{2,${level.length}} `))
  return end === -1 ? rest : rest.slice(0, end)
}

async function sources(): Promise<string[]> {
  const entries = await readdir('src', { recursive: true })
  const files = entries.filter((name) => name.endsWith('.ts'))
  return Promise.all(files.map((name) => readFile(join('src', name), 'utf8')))
}
