import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { validateFolder } from '../../../../src/lint/engine/validate.js'
import { factsOf } from '../../../../src/lint/facts/facts.js'

/** The verdict of the Heat engine (Zed) on a template of the corpus; `skip` if it depends on the engine's cloud. */
interface Verdict {
  ok: boolean
  skip?: boolean
}

const CORPUS = resolve(process.env.CHANGEOVER_CORPUS ?? '../shared/corpus')
const present = existsSync(join(CORPUS, 'heat-verdicts.json'))
const suite = present ? describe : describe.skip

/** Templates that the engine accepts at first, but that fail or lose data later. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'heat-templates/hot/designate/desginate_domain.yaml':
    'Heat accepts OS::Designate::Domain and creates nothing for it.',
  'heat-templates/hot/designate/desginate_record.yaml':
    'Heat accepts OS::Designate::Record and creates nothing for it.',
  'heat-templates/hot/mistral/templates/autoscaling_using_mistral.yaml':
    'The engine checks the members of a group when it creates them: they lack a parameter of their template.',
  'heat-templates/hot/software-config/example-templates/example-chef-template.yaml':
    'The engine checks values when it creates the stack: a list is in the place of a map.',
}

suite(present ? 'the Heat engine' : 'the Heat engine (skipped: no corpus; set CHANGEOVER_CORPUS)', () => {
  const table = { 'both accept': 0, 'both refuse': 0, 'only we refuse': 0, 'only the engine refuses': 0 }
  const disagreements: { file: string; refused: boolean }[] = []

  beforeAll(async () => {
    const verdicts = JSON.parse(await readFile(join(CORPUS, 'heat-verdicts.json'), 'utf8')) as Record<
      string,
      Verdict
    >
    const { findings } = await validateFolder({
      root: CORPUS,
      ignore: [],
      rules: {},
      facts: factsOf('zed', false),
    })
    const refused = new Set(
      findings.flatMap(({ rule, severity, file }) =>
        severity === 'error' && /^(heat|yaml)\//.test(rule) ? [file] : [],
      ),
    )
    for (const [file, { ok, skip }] of Object.entries(verdicts)) {
      if (skip) continue
      const isRefused = refused.has(file)
      if (isRefused !== ok) table[ok ? 'both accept' : 'both refuse']++
      else {
        table[ok ? 'only we refuse' : 'only the engine refuses']++
        disagreements.push({ file, refused: isRefused })
      }
    }
  })

  afterAll(() => console.table(table))

  test('accepts every template that the rules accept', () => {
    expect(disagreements.filter(({ refused }) => !refused)).toEqual([])
  })

  test('rejects every template that the rules reject, except those that fail later', () => {
    const unexplained = disagreements
      .map(({ file }) => file)
      .filter((file) => !Object.hasOwn(EXPLAINED, file))
    expect(unexplained).toEqual([])
  })

  test('every explained exception is still needed', () => {
    const found = new Set(disagreements.map(({ file }) => file))
    expect(Object.keys(EXPLAINED).filter((file) => !found.has(file))).toEqual([])
  })

  test('has verdicts on enough templates', () => {
    expect(Object.values(table).reduce((sum, count) => sum + count)).toBeGreaterThan(70)
  })
})
