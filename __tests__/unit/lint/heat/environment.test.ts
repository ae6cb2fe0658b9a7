import { describe, expect, test } from '@jest/globals'
import { heatFindings } from './findings.js'

const NETWORK = 'heat_template_version: 2018-08-31\nresources:\n  one: { type: OS::Neutron::Net }\n'
const SIZED = `heat_template_version: 2018-08-31
parameters:
  size: { type: number, constraints: [{ range: { max: 9 } }] }
  names: { type: comma_delimited_list, default: '' }
  admin_password: { type: string, hidden: true, constraints: [{ length: { min: 8 } }] }
resources:
  one: { type: OS::Heat::Value, properties: { value: [{ get_param: size }, { get_param: names }, { get_param: admin_password }] } }
`

describe('sections', () => {
  test.each([
    [
      'encrypted_parameters: []',
      'unknown-section e.env:2:1 "encrypted_parameters" is not a section of a Heat environment.',
    ],
    ['parameters: [a]', 'wrong-section-type e.env:2:13 The section "parameters" is not a map.'],
    [
      'encrypted_param_names: a',
      'wrong-section-type e.env:2:24 The section "encrypted_param_names" is not a list.',
    ],
    ['parameters:', 'empty-section e.env:2:1 The section "parameters" is empty.'],
    [
      'parameter_merge_strategies: { a: append }',
      'unknown-merge-strategy e.env:2:34 "append" is not a merge strategy.',
    ],
    ['parameter_merge_strategies: { default: deep_merge }', ''],
  ])('%s', async (section, expected) => {
    const found = await heatFindings({ 'e.env': `parameter_defaults: {}\n${section}\n` })
    expect(found).toEqual(expected ? [`heat_environment/${expected}`] : [])
  })
})

describe('resource_registry', () => {
  const registry = (lines: string, files = {}) =>
    heatFindings({ 'envs/e.env': `resource_registry:\n${lines}`, ...files })

  test('a missing template is reported at its path', async () => {
    expect(await registry('  My::Net: ../lib/net.yaml\n')).toEqual([
      'heat_environment/missing-template envs/e.env:2:12 The template lib/net.yaml does not exist.',
    ])
    expect(await registry('  My::Net: ../lib/net.yaml\n', { 'lib/net.yaml': NETWORK })).toEqual([])
  })

  test.each([
    '  My::Net: http://example.org/net.yaml\n',
    '  My::Net: ../../net.yaml\n',
    '  base_url: http://example.org\n  My::Net: net.yaml\n',
    '  My::Net: OS::Neutron::Net\n',
    '  My::Net: Their::Net\n',
    '  "My::*": "OS::Neutron::*"\n',
    '  My::Net: "{{ template }}"\n',
    '  My::Net: null\n',
    '  My::Net: 5\n',
    '  resources: { a: { hooks: [pre-create, post-delete], restricted_actions: [update] } }\n',
    '  resources: { a: { hooks: pre-update, b: { restricted_actions: replace } } }\n',
    '  - a\n',
    '  text\n',
  ])('%j is not reported', async (lines) => {
    const found = await registry(lines)
    expect(found.filter((text) => !text.startsWith('heat_environment/wrong-section-type'))).toEqual([])
  })

  test('a template that is rendered from Jinja is not reported as missing', async () => {
    expect(await registry('  My::Net: net.yaml\n', { 'envs/net.j2.yaml': 'a: {{ b }}\n' })).toEqual([])
  })

  test('an unknown type is reported', async () => {
    expect(await registry('  My::Net: OS::Neutron::Nett\n')).toEqual([
      'heat_environment/unknown-resource-type envs/e.env:2:12 Heat has no resource type "OS::Neutron::Nett".',
    ])
  })

  test('a missing template for a single resource is reported', async () => {
    expect(await registry('  resources:\n    web: { "OS::Neutron::Net": net.yaml }\n')).toEqual([
      'heat_environment/missing-template envs/e.env:3:32 The template envs/net.yaml does not exist.',
    ])
  })

  test.each([
    ['hooks: before-create', '2:28 "before-create" is not a valid value of hooks.'],
    ['hooks: [pre-create, pre-delte]', '2:41 "pre-delte" is not a valid value of hooks.'],
    ['restricted_actions: delete', '2:41 "delete" is not a valid value of restricted_actions.'],
    ['restricted_actions: [update, { a: b }]', '2:50 The values of restricted_actions must be strings.'],
  ])('%s is reported', async (setting, message) => {
    expect(await registry(`  resources: { a: { ${setting} } }\n`)).toEqual([
      `heat_environment/unknown-hook-or-action envs/e.env:${message}`,
    ])
  })
})

describe('parameters', () => {
  test.each([
    [
      'web.env',
      'parameters: { sise: 5 }',
      'unknown-parameter web.env:1:15 web.yaml does not declare the parameter "sise".',
    ],
    [
      'web_env.yaml',
      'parameters: { sise: 5 }',
      'unknown-parameter web_env.yaml:1:15 web.yaml does not declare the parameter "sise".',
    ],
    [
      'web.env',
      'parameters: { size: 50 }',
      'invalid-parameter-value web.env:1:21 "size" must be at most 9, not 50.',
    ],
    [
      'web.env',
      'parameter_defaults: { size: ten }',
      'invalid-parameter-value web.env:1:29 "size" must be a number, not ten.',
    ],
    [
      'web.env',
      'parameters: { names: 5 }',
      'invalid-parameter-value web.env:1:22 "names" must be a list or a comma-separated string, not 5.',
    ],
    [
      'web.env',
      'parameters: { admin_password: short }',
      'invalid-parameter-value web.env:1:31 "admin_password" must have a length of at least 8.',
    ],
    ['web.env', 'parameters: { size: "5", names: [a, b], admin_password: "{{ p }}" }', ''],
    ['web.env', 'parameter_defaults: { of_a_nested_one: 5 }', ''],
    ['other.env', 'parameters: { sise: 5, size: 50 }', ''],
    ['envs/web.env', 'parameters: { sise: 5, size: 50 }', ''],
  ])('%s with %s', async (path, environment, expected) => {
    const found = await heatFindings({ 'web.yaml': SIZED, [path]: `${environment}\n` })
    expect(found).toEqual(expected ? [`heat_environment/${expected}`] : [])
  })
})
