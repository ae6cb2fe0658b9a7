import { readdir, stat } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { factsOf } from '../../../../src/lint/facts/facts.js'
import { HeatFacts, type Schema } from '../../../../src/lint/facts/heat.js'
import { RELEASES } from '../../../../src/openstack/releases.js'

const FOLDER = new URL('../../../../data/heat/', import.meta.url)
const KEYS = new Set(
  'type required update default unimplemented values range length modulo pattern custom properties items status since deprecated_in instead'.split(
    ' ',
  ),
)

test('every release has its own facts, of less than 200 kB', async () => {
  expect((await readdir(FOLDER)).sort()).toEqual(RELEASES.map((release) => `${release}.json`).sort())
  for (const release of RELEASES)
    expect((await stat(new URL(`${release}.json`, FOLDER))).size).toBeLessThan(200_000)
})

describe.each(RELEASES)('%s', (release) => {
  const facts = new HeatFacts(factsOf(release, false))

  test('has the types and properties that all releases have', () => {
    expect(facts.names.length).toBeGreaterThan(150)
    const server = facts.type('OS::Nova::Server')
    expect(server?.properties?.get('flavor')).toMatchObject({ type: 'string', required: true, update: true })
    expect(server?.properties?.get('networks')?.items?.properties?.get('port')?.type).toBe('string')
    expect(server?.properties?.get('user_data_update_policy')?.values).toContain('IGNORE')
    expect(server?.attributes?.has('networks')).toBe(true)
    expect(server?.hasSnapshots).toBe(true)
    expect(facts.type('OS::Heat::ResourceGroup')?.policy.has('rolling_update')).toBe(true)
    expect(facts.type('OS::Heat::ResourceGroup')?.attributes).toBeUndefined()
    expect(facts.type('OS::Neutron::Subnet')?.filled.get('network')).toEqual(['network_id'])
    expect(facts.type('OS::Designate::Domain')).toMatchObject({
      properties: undefined,
      instead: ['OS::Designate::Zone'],
    })
    expect(facts.type('OS::Quantum::Net')?.name).toBe('OS::Neutron::Net')
    expect(facts.type('AWS::CloudWatch::Alarm')?.properties).toBeUndefined()
    for (const name of ['OS::Nova', '__proto__', 'constructor', '']) expect(facts.type(name)).toBeUndefined()
  })

  test('has only the keys that the rules read', () => {
    const seen = new Set<Schema>()
    const work = facts.names.flatMap((name) => {
      const type = facts.type(name)
      return [...(type?.properties?.values() ?? []), ...(type?.policy.values() ?? [])]
    })
    for (let schema = work.pop(); schema; schema = work.pop()) {
      if (seen.has(schema)) continue
      seen.add(schema)
      expect(Object.keys(schema).filter((key) => !KEYS.has(key))).toEqual([])
      expect(['string', 'integer', 'number', 'boolean', 'map', 'list', 'any']).toContain(schema.type)
      work.push(...(schema.properties?.values() ?? []), ...(schema.items ? [schema.items] : []))
    }
    expect(seen.size).toBeGreaterThan(400)
  })
})

test('the facts follow what releases add and remove', () => {
  const has = (release: (typeof RELEASES)[number], type: string, property: string) =>
    new HeatFacts(factsOf(release, false)).type(type)?.properties?.has(property)
  expect(has('2026.1', 'OS::Neutron::SecurityGroup', 'stateful')).toBe(false)
  expect(has('2026.2', 'OS::Neutron::SecurityGroup', 'stateful')).toBe(true)
  expect(has('zed', 'OS::Senlin::Receiver', 'cluster')).toBe(true)
  expect(has('2024.2', 'OS::Senlin::Receiver', 'cluster')).toBeUndefined()
})
