import { describe, expect, test } from '@jest/globals'
import { validated } from '../folder.js'
import { heatFindings, heatMessages, resource } from './findings.js'

const VERSION = 'heat_template_version: 2018-08-31\n'
const NESTED = `${VERSION}parameters:
  name: { type: string, constraints: [{ allowed_pattern: '[a-z]+' }] }
  count: { type: number, default: 1, constraints: [{ range: { max: 9 } }] }
  more: { type: json, default: {} }
resources:
  a: { type: OS::Heat::Value, properties: { value: [{ get_param: name }, { get_param: count }, { get_param: more }] } }
outputs:
  value: { value: { get_attr: [a, value] } }
`
const using = (type: string, properties: string, more = '') =>
  `${VERSION}resources:\n  one: { type: ${type}, properties: ${properties} }\n${more}`

describe('a template as a resource type', () => {
  test.each([
    ['{ name: web }', ''],
    ['{ name: web, count: 3, more: text }', ''],
    ['{ name: { get_param: "OS::stack_name" } }', ''],
    ['{}', 'heat/missing-property stacks/t.yaml:3:33 lib/nested.yaml requires "name".'],
    [
      '{ name: web, size: 1 }',
      'heat/unknown-property stacks/t.yaml:3:58 lib/nested.yaml has no property "size".',
    ],
    [
      '{ name: web, count: ten }',
      'heat/wrong-property-type stacks/t.yaml:3:65 "count" of lib/nested.yaml must be a number, not "ten".',
    ],
    [
      '{ name: web, count: 10 }',
      'heat/invalid-property-value stacks/t.yaml:3:65 "count" of lib/nested.yaml must be at most 9, not 10.',
    ],
    [
      '{ name: WEB }',
      'heat/invalid-property-value stacks/t.yaml:3:53 "name" of lib/nested.yaml must match [a-z]+, not "WEB".',
    ],
  ])('its parameters are the properties: %s', async (properties, expected) => {
    const files = { 'stacks/t.yaml': using('lib/nested.yaml', properties), 'stacks/lib/nested.yaml': NESTED }
    expect(await heatFindings(files)).toEqual(expected ? [expected] : [])
  })

  test('its outputs are the attributes', async () => {
    const outputs = (name: string) => `outputs:\n  a: { value: { get_attr: [one, ${name}] } }\n`
    const found = (name: string) =>
      heatFindings({ 't.yaml': using('nested.yaml', '{ name: web }', outputs(name)), 'nested.yaml': NESTED })
    expect(await found('values')).toEqual([
      'heat/unknown-attribute t.yaml:5:33 nested.yaml has no attribute "values".',
    ])
    for (const known of ['value', 'show', '"OS::stack_id"', 'resource.a.value'])
      expect(await found(known)).toEqual([])
  })

  test('parameter_defaults of an environment can set required parameters', async () => {
    const files = { 't.yaml': using('nested.yaml', '{}'), 'nested.yaml': NESTED }
    expect(await heatFindings({ ...files, 'all.env': 'parameter_defaults: { name: web }\n' })).toEqual([])
  })

  test('an environment can map a type to it', async () => {
    const files = { 't.yaml': using('My::Thing', '{ nam: web }'), 'lib/nested.yaml': NESTED }
    const environment = 'resource_registry:\n  My::Thing: nested.yaml\n'
    expect(
      (await heatFindings({ ...files, 'lib/all.env': environment })).map((text) => text.split(' ')[0]),
    ).toEqual(['heat/missing-property', 'heat/unknown-property'])
    // which template is used is unknown when environments differ
    const other = {
      'lib/all.env': environment,
      'lib/other.env': environment.replace('nested', 'http://example.org/n'),
    }
    expect(await heatFindings({ ...files, ...other })).toEqual([])
  })

  test('as a replacement of a type of Heat it can have any properties', async () => {
    const files = { 't.yaml': using('OS::Neutron::Net', '{ color: red }'), 'nested.yaml': NESTED }
    expect(
      await heatFindings({ ...files, 'all.env': 'resource_registry: { "OS::Neutron::Net": nested.yaml }\n' }),
    ).toEqual([])
    expect(
      await heatFindings({ ...files, 'all.env': 'resource_registry: { "OS::Neutron::*": "My::*" }\n' }),
    ).toEqual([])
  })
})

describe('referenced files', () => {
  const reading = (path: string) => resource('OS::Heat::SoftwareConfig', `{ config: { get_file: ${path} } }`)

  test.each([
    '../../outside.sh',
    'http://example.org/a.sh',
    '/etc/motd',
    'file:///a',
    '"{{ file }}"',
    '"$file"',
  ])('%s is not checked', async (path) => {
    expect(await heatFindings({ 'a/t.yaml': reading(path) })).toEqual([])
  })

  test('a missing file is reported at its path', async () => {
    expect(await heatFindings({ 'a/t.yaml': reading('../b/c.sh'), 'a/b/c.sh': '' })).toEqual([
      'heat/missing-file a/t.yaml:5:39 The file b/c.sh does not exist.',
    ])
    expect(await heatFindings({ 'a/t.yaml': reading('../b/c.sh'), 'b/c.sh': '' })).toEqual([])
  })
})

describe('nested templates', () => {
  const link = (next: string) => `${VERSION}resources:\n  one: { type: ${next} }\n`

  test('more than five levels are a warning', async () => {
    const files: Record<string, string> = { 't6.yaml': link('OS::Neutron::Net') }
    for (let n = 0; n < 6; n++) files[`t${n}.yaml`] = link(`t${n + 1}.yaml`)
    const { findings } = await validated(files)
    expect(findings.map(({ rule, severity, file }) => `${rule} ${severity} ${file}`)).toEqual([
      'heat/nested-too-deep warning t0.yaml',
    ])
  })

  test('a template that includes itself is reported', async () => {
    const found = await heatFindings({
      'a.yaml': link('b.yaml'),
      'b.yaml': link('a.yaml'),
      'c.yaml': link('a.yaml'),
    })
    expect(found).toEqual([
      'heat/nested-too-deep a.yaml:3:16 The template b.yaml includes itself.',
      'heat/nested-too-deep b.yaml:3:16 The template a.yaml includes itself.',
      'heat/nested-too-deep c.yaml:3:16 The template a.yaml includes itself.',
    ])
  })

  test('a long chain of templates does not overflow the stack', async () => {
    const files: Record<string, string> = {}
    for (let n = 0; n < 300; n++) files[`t${n}.yaml`] = link(`t${n + 1}.yaml`)
    files['t300.yaml'] = link('OS::Neutron::Net')
    expect(await heatFindings(files)).toHaveLength(295)
  })
})

test('more than 1000 resources are reported', async () => {
  const many = Array.from({ length: 1001 }, (_, n) => `  n${n}: { type: OS::Neutron::Net }\n`)
  expect(await heatMessages(`${VERSION}resources:\n${many.join('')}`)).toEqual([
    'heat/too-large This template has 1001 resources; the default limit of Heat is 1000.',
  ])
})
