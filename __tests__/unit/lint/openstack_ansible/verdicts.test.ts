import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../../src/lint/engine/finding.js'
import { validated } from '../folder.js'
import { DECIDABLE } from './decidable.js'
import { CONFIGS } from './judged-configs.js'

/** The verdicts of openstack-ansible's inventory generator, which __tests__/cloud/judge-openstack-ansible.test.ts records. */
let verdicts: Record<string, { ok: boolean; raises?: string }>

beforeAll(async () => {
  verdicts = JSON.parse(await readFile(new URL('verdicts.json', import.meta.url), 'utf8'))
})

async function errorsIn(name: string): Promise<Finding[]> {
  const { findings } = await validated(CONFIGS[name] ?? {})
  return findings.filter(({ severity }) => severity === 'error')
}

test('every configuration has a verdict', () => {
  expect(Object.keys(verdicts).sort()).toEqual(Object.keys(CONFIGS).sort())
})

describe.each(Object.keys(CONFIGS))('%s', (name) => {
  test('has errors if and only if the generator refuses it', async () => {
    const errors = await errorsIn(name)
    if (verdicts[name]?.ok) expect(errors.filter(({ rule }) => DECIDABLE.has(rule))).toEqual([])
    else expect(errors.map(({ rule }) => rule)).not.toEqual([])
  })
})
