import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../../src/lint/engine/finding.js'
import { validated } from '../folder.js'
import { DECIDABLE } from './decidable.js'
import { CONFIGS } from './judged-configs.js'

/** What openstack-ansible's inventory generator said of the configurations: see __tests__/cloud/judge-openstack-ansible.test.ts. */
let verdicts: Record<string, { ok: boolean; raises?: string }>

beforeAll(async () => {
  verdicts = JSON.parse(await readFile(new URL('verdicts.json', import.meta.url), 'utf8'))
})

async function errorsIn(name: string): Promise<Finding[]> {
  const { findings } = await validated(CONFIGS[name] ?? {})
  return findings.filter(({ severity }) => severity === 'error')
}

test('there is a verdict on every configuration', () => {
  expect(Object.keys(verdicts).sort()).toEqual(Object.keys(CONFIGS).sort())
})

describe.each(Object.keys(CONFIGS))('%s', (name) => {
  test('is refused when the generator refuses it, and only then', async () => {
    const errors = await errorsIn(name)
    if (verdicts[name]?.ok) expect(errors.filter(({ rule }) => DECIDABLE.has(rule))).toEqual([])
    else expect(errors.map(({ rule }) => rule)).not.toEqual([])
  })
})
