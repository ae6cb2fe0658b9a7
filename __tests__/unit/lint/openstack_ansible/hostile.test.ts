import { describe, expect, test } from '@jest/globals'
import { EXAMPLE } from '../../../../src/lint/rules/openstack_ansible/shared/example.js'
import { processorMs } from '../../../support/pace.js'
import { validated } from '../folder.js'
import { MAIN } from './findings.js'

const ODD = [
  'null',
  '[]',
  '{}',
  '[[]]',
  '1',
  'yes',
  '"text"',
  '{ __proto__: { ip: 1 }, constructor: [] }',
  '[null, {}, [], 1]',
  '!tag x',
  '{ ? [a] : b }',
]
const KEYS = [
  'cidr_networks',
  'used_ips',
  'global_overrides',
  'compute_hosts',
  'provider_networks',
  'network',
  'group_binds',
  'static_routes',
  'range',
  'affinity',
  'ip',
]

/** The example with another value for a key, or with the key added where it is valid. */
function withValue(key: string, value: string): string {
  const inline = new RegExp(`^( *(?:- )?)${key}:.*\\n(?:\\1 .*\\n)*`, 'm')
  if (inline.test(EXAMPLE)) return EXAMPLE.replace(inline, `$1${key}: ${value}\n`)
  return EXAMPLE.replace('        type: raw\n', `        type: vlan\n        ${key}: ${value}\n`).replace(
    '{ ip: 172.29.236.21 }',
    `{ ip: 172.29.236.21, ${key}: ${value} }`,
  )
}

describe.each(KEYS)('%s', (key) => {
  test.each(ODD)('may be %s', async (value) => {
    await expect(validated({ [MAIN]: withValue(key, value) })).resolves.toMatchObject({
      schema: 'changeover/validate/v1',
    })
  })
})

test.each(ODD)('whole files may be %s', async (value) => {
  const paths = [
    MAIN,
    'conf.d/a.yml',
    'env.d/a.yml',
    'user_variables.yml',
    'user_secrets.yml',
    'openstack_deploy/group_vars/a.yml',
  ]
  const files = Object.fromEntries(paths.map((path) => [path, `${value}\n`]))
  await expect(validated(files)).resolves.toMatchObject({ schema: 'changeover/validate/v1' })
})

test.each(['physical_skel', 'component_skel', 'container_skel'])('%s may be anything', async (skeleton) => {
  for (const value of ODD) {
    const files = {
      [MAIN]: EXAMPLE,
      'env.d/a.yml': `${skeleton}: ${value}\n`,
      'env.d/b.yml': `${skeleton}: { a_hosts: ${value} }\n`,
      'env.d/c.yml': `${skeleton}: { a: { belongs_to: ${value}, contains: ${value}, properties: ${value} } }\n`,
    }
    await expect(validated(files)).resolves.toMatchObject({ schema: 'changeover/validate/v1' })
  }
})

test('2000 hosts in three groups are checked in under 5 seconds', async () => {
  const hosts = Array.from(
    { length: 2000 },
    (_, at) => `  c${at}: { ip: 10.${at >> 8}.${at & 255}.1 }\n`,
  ).join('')
  const groups = ['compute_hosts', 'image_hosts', 'identity_hosts']
    .map((group) => `${group}:\n${hosts}`)
    .join('')
  const text = EXAMPLE.replace('172.29.236.0/22', '10.0.0.0/8').replace(/compute_hosts[\s\S]*/, groups)
  const started = processorMs()
  await validated({ [MAIN]: text })
  expect(processorMs() - started).toBeLessThan(5000)
})
