import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Finding, ValidateResult } from '../../../src/lint/engine/finding.js'
import { validateFolder } from '../../../src/lint/engine/validate.js'

/** Operators' own definitions, and what the Heat engine says of the templates among them. */
const CORPUS = resolve(process.env.CHANGEOVER_CORPUS ?? '../shared/corpus')
const present = existsSync(join(CORPUS, 'heat-verdicts.json'))
const suite = present ? describe : describe.skip

interface Known {
  file: string
  rule: string
  reason: string
}

suite(
  present ? 'real definitions' : 'real definitions (skipped: no corpus; set CHANGEOVER_CORPUS to its folder)',
  () => {
    let result: ValidateResult
    let known: Known[]
    let verdicts: Record<string, { ok: boolean }>

    beforeAll(async () => {
      const read = async (path: string) => JSON.parse(await readFile(path, 'utf8'))
      const folder = new URL('corpus-known/', import.meta.url).pathname
      const lists = await Promise.all((await readdir(folder)).map((file) => read(join(folder, file))))
      known = lists.flat()
      verdicts = await read(join(CORPUS, 'heat-verdicts.json'))
      result = await validateFolder({ root: CORPUS, ignore: [], rules: {} })
    })

    const key = ({ rule, file }: Pick<Finding, 'rule' | 'file'>) => `${rule} ${file}`
    const errors = () => result.findings.filter(({ severity }) => severity === 'error').map(key)

    test('every error is a reviewed, real defect', () => {
      const explained = new Set(known.map(key))
      expect(errors().filter((error) => !explained.has(error))).toEqual([])
    })

    test('every explanation is still needed', () => {
      const found = new Set(errors())
      expect(known.map(key).filter((explained) => !found.has(explained))).toEqual([])
      expect(known.every(({ reason }) => reason.length > 20)).toBe(true)
    })

    test('no template that the Heat engine accepts has an error, unless the stack would fail', () => {
      const explained = new Set(known.map(key))
      const rejected = result.findings.filter(
        ({ rule, severity, file }) => rule.startsWith('heat/') && severity === 'error' && verdicts[file]?.ok,
      )
      expect(rejected.map(key).filter((error) => !explained.has(error))).toEqual([])
    })

    test('every template with a verdict was checked', () => {
      expect(Object.keys(verdicts).length).toBeGreaterThan(0)
      expect(result.kinds.heat).toBeGreaterThanOrEqual(Object.keys(verdicts).length)
    })
  },
)
