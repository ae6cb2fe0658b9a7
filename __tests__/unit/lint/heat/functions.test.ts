import { describe, expect, test } from '@jest/globals'
import { heatFindings, heatMessages } from './findings.js'

const value = (call: string, version = '2018-08-31') =>
  `heat_template_version: ${version}\nresources:\n  a: { type: OS::Neutron::Net }\n  b: { type: OS::Heat::Value, properties: { value: ${call} } }\n`

describe('arguments', () => {
  test.each([
    ["{ list_join: [',', a] }"],
    ["{ list_join: { ',': [a] } }"],
    ['{ list_join: [1, [a]] }'],
    ['{ str_replace: { template: a } }'],
    ['{ str_replace: text }'],
    ["{ repeat: { for_each: { '%a%': [b] } } }"],
    ['{ get_attr: a }'],
    ['{ get_param: { a: b } }'],
    ['{ get_file: [a] }'],
    ['{ if: [true, 1, 2, 3] }'],
    ['{ map_merge: [a] }'],
    ['{ resource_facade: color }'],
    ['{ yaql: { expression: 1 } }'],
    ['{ digest: null }'],
    ["{ get_param: '' }"],
    ["{ get_attr: ['', a] }"],
  ])('%s is reported', async (call) => {
    const name = /\w+/.exec(call)?.[0]
    expect(await heatFindings({ 't.yaml': value(call) })).toEqual([
      `heat/invalid-function-arguments t.yaml:4:54 The function ${name} does not accept these arguments.`,
    ])
  })

  test.each([
    ["{ list_join: [',', { get_attr: [a, subnets] }, [b]] }"],
    ["{ list_join: [{ get_param: 'OS::stack_name' }, []] }"],
    ["{ str_replace: { template: { get_file: 'http://example.org/a' }, params: { a: b } } }"],
    ["{ repeat: { for_each: { get_attr: [a, show] }, template: '%a%' } }"],
    ['{ get_attr: [a] }'],
    ['{ list_concat: [{ get_attr: [a, subnets] }, null] }'],
    ['{ get_param: "OS::stack_name", other: data }'],
    ['{ digest: { if: [true, [md5, a], [md5, b]] } }'],
    ['{ get_param: "{{ name }}" }'.replace('get_param', 'get_file')],
  ])('%s is valid', async (call) => {
    expect(await heatMessages(value(call))).toEqual([])
  })

  test('valid arguments depend on the version', async () => {
    expect(await heatMessages(value('{ get_attr: [a] }', '2014-10-16'))).toHaveLength(1)
    expect(await heatMessages(value("{ list_join: [',', [a], [b]] }", '2014-10-16'))).toHaveLength(1)
    expect(await heatMessages(value("{ list_join: [',', [a]] }", '2014-10-16'))).toEqual([])
  })
})

describe('str_replace', () => {
  test('a param that the template does not contain is reported', async () => {
    const call = '{ str_replace: { template: $stage-a, params: { $stge: b, stage: c } } }'
    expect(await heatFindings({ 't.yaml': value(call) })).toEqual([
      'heat/unused-str-replace-param t.yaml:4:99 The template of str_replace does not contain "$stge".',
    ])
  })

  test.each([
    '{ str_replace: { template: { get_file: "http://example.org" }, params: { a: b } } }',
    "{ repeat: { for_each: { '%x%': [y] }, template: { str_replace: { template: '%x%', params: { a: b } } } } }",
    '{ str_replace: { template: "{{ text }}", params: { a: b } } }',
  ])('%s is not literal and not reported', async (call) => {
    expect(await heatMessages(value(call))).toEqual([])
  })
})

describe('cycles', () => {
  const template = (resources: string) => `heat_template_version: 2018-08-31\n${resources}`

  test('a cycle of resources is reported once, at its first reference', async () => {
    const three = template(
      'resources:\n  a: { type: OS::Neutron::Net, depends_on: b }\n  b: { type: OS::Heat::Value, properties: { value: { get_attr: [c, mtu] } } }\n  c: { type: OS::Neutron::Net, metadata: { a: { get_resource: a } } }\n',
    )
    expect(await heatFindings({ 't.yaml': three })).toEqual([
      'heat/reference-cycle t.yaml:3:44 These resources depend on each other in a cycle: a → b → c → a.',
    ])
  })

  test('a cycle that an if can break is not reported', async () => {
    const maybe = template(
      'resources:\n  a: { type: OS::Heat::Value, properties: { value: { if: [true, 1, { get_resource: b }] } } }\n  b: { type: OS::Neutron::Net, depends_on: a }\n',
    )
    expect(await heatMessages(maybe)).toEqual([])
  })

  test('a long cycle does not overflow the stack', async () => {
    const links = Array.from(
      { length: 5000 },
      (_, n) => `  r${n}: { type: OS::Neutron::Net, depends_on: r${(n + 1) % 5000} }\n`,
    )
    const found = (await heatMessages(template(`resources:\n${links.join('')}`))).filter((text) =>
      text.includes('cycle'),
    )
    expect(found).toEqual([
      'heat/reference-cycle These resources depend on each other in a cycle: r0 → r1 → r2 → r3 → … → r4998 → r4999 → r0.',
    ])
  })

  test('a cycle of conditions and an undefined condition are reported', async () => {
    const conditions = template(
      'conditions:\n  a: { not: b }\n  b: { and: [a, true, c] }\nresources:\n  n: { type: OS::Neutron::Net, condition: a }\n',
    )
    expect(await heatFindings({ 't.yaml': conditions })).toEqual([
      'heat/condition-cycle t.yaml:3:13 These conditions depend on each other in a cycle: a → b → a.',
      'heat/undefined-reference t.yaml:4:23 The template does not define the condition "c".',
    ])
  })
})

test.each([
  ['{ equals: [a] }', 'invalid-function-arguments The function equals does not accept these arguments.'],
  ['{ or: [true] }', 'invalid-function-arguments The function or does not accept these arguments.'],
  ['{ not: null }', 'invalid-function-arguments The function not does not accept these arguments.'],
  [
    '{ equals: [{ get_file: a }, b] }',
    'function-not-allowed-in-condition A condition cannot call the function get_file.',
  ],
  ['{ contains: [a, [a]] }', ''],
  ['{ not: { equals: [{ get_param: "OS::stack_name" }, b] } }', ''],
])('the condition %s', async (condition, message) => {
  const template = `heat_template_version: 2018-08-31\nconditions:\n  a: ${condition}\nresources:\n  n: { type: OS::Neutron::Net, condition: a }\n`
  expect((await heatMessages(template)).filter((text) => !text.includes('missing-file'))).toEqual(
    message ? [`heat/${message}`] : [],
  )
})
