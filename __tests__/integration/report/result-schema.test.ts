import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import Ajv2020 from 'ajv/dist/2020.js'
import { ruleSets } from '../../../generated/rules.js'
import { rulePages } from '../../../src/lint/engine/rules.js'
import { validateFolder } from '../../../src/lint/engine/validate.js'
import { makeRepository } from '../../support/repository.js'
import { inFolder } from '../../unit/lint/folder.js'
import { finding, validated } from '../../unit/report/samples.js'

const schema = JSON.parse(await readFile('schemas/validate.schema.json', 'utf8'))
const ajv = new Ajv2020.default({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
})
const isResult = ajv.compile(schema)

function problems(result: unknown): unknown[] {
  isResult(JSON.parse(JSON.stringify(result)))
  return isResult.errors ?? []
}

/** What the code's own types name. */
async function literals(pattern: RegExp): Promise<string[]> {
  const source = await readFile('src/lint/engine/finding.ts', 'utf8')
  const [, body = ''] = pattern.exec(source) ?? []
  return [...body.replace(/\/\*\*.*?\*\//g, '').matchAll(/'([a-z_]+)'/g)].map(([, name = '']) => name)
}

describe('schemas/validate.schema.json', () => {
  test('describes what validate gives, with findings and without', async () => {
    await inFolder({ 'a.yaml': 'k: 1\nk: 2\n', 'b.txt': '', 'c.yaml': 'ok: 1\n' }, async (root) => {
      const options = { root, ignore: ['c.yaml'], rules: {} }
      expect(problems(await validateFolder(options))).toEqual([])
      await makeRepository(root, {})
      const compared = await validateFolder({ ...options, base: 'HEAD' })
      expect(compared.base?.known).toBe(1)
      expect(problems(compared)).toEqual([])
    })
    await inFolder({}, async (root) =>
      expect(problems(await validateFolder({ root, ignore: [], rules: {} }))).toEqual([]),
    )
  })

  test('refuses what is none', () => {
    const good = validated([finding()])
    expect(problems(good)).toEqual([])
    for (const wrong of [
      { ...good, outcome: 'ok' },
      { ...good, base: undefined },
      { ...good, skipped: { because: 1 } },
      { ...good, findings: [{ ...finding(), line: 0 }] },
      { ...good, findings: [{ ...finding(), rule: 'heat' }] },
    ])
      expect(problems(wrong)).not.toEqual([])
  })

  test('names the reasons that the code has', async () => {
    const reason = await literals(/interface ValidateResult \{.*?\n {2}reason:(.*?)\n {2}\//s)
    expect(schema.properties.reason.enum).toEqual(reason)
    const skipped = await literals(/export type SkipReason =(.*?)\n\n/s)
    expect(schema.properties.skipped.propertyNames.enum).toEqual(skipped)
  })

  test("allows every rule's name and every kind", () => {
    const { pattern } = schema.$defs.finding.properties.rule
    for (const { id } of rulePages) expect(id).toMatch(new RegExp(pattern))
    const kinds = new RegExp(schema.properties.kinds.propertyNames.pattern)
    for (const { kind } of ruleSets) expect(kind).toMatch(kinds)
  })
})
