import { describe, expect, test } from '@jest/globals'
import { places, validated } from '../folder.js'

/** The findings in a template: `rule line:column message`, where line 1 is the first line of the argument. */
async function reported(template: string, version = '2018-08-31'): Promise<string[]> {
  const { findings } = await validated({ 't.yaml': `heat_template_version: ${version}\n${template}` })
  return findings.map(({ rule, line, column, message }) => `${rule} ${line - 1}:${column} ${message}`)
}

const server = (properties: string) => `resources:\n  a:\n    type: X\n    properties: ${properties}\n`

describe('undefined references', () => {
  // § marks the expected place
  test.each([
    ['get_param', server('{ b: { get_param: §c } }'), 'parameter'],
    ['get_param with a path', server('{ b: { get_param: [§c, d] } }'), 'parameter'],
    ['get_resource', server('{ b: { get_resource: §"c" } }'), 'resource'],
    ['get_attr', server('{ b: { get_attr: [§c, d] } }'), 'resource'],
    ['depends_on', 'resources:\n  a: { type: X, depends_on: §c }\n', 'resource'],
    [
      'a list of depends_on',
      'resources:\n  b: { type: X }\n  a: { type: X, depends_on: [b, §c] }\n',
      'resource',
    ],
    ['outputs', 'outputs:\n  a: { value: { get_resource: §c } }\n', 'resource'],
    ['conditions', 'conditions:\n  a: { equals: [{ get_param: §c }, 1] }\n', 'parameter'],
    ['the condition of a resource', 'resources:\n  a: { type: X, condition: §c }\n', 'condition'],
    ['the condition of an if', server('{ b: { if: [§c, 1, 2] } }'), 'condition'],
    ['calls within calls', server('{ b: { list_join: [",", [{ get_param: §c }]] } }'), 'parameter'],
    [
      'repeat',
      server('{ b: { repeat: { for_each: { "%i%": [1] }, template: { get_param: §c } } } }'),
      'parameter',
    ],
  ])('are reported in %s', async (_where, marked, what) => {
    const before = marked.slice(0, marked.indexOf('§')).split('\n')
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
    expect(await reported(marked.replace('§', ''))).toEqual([
      `heat/undefined-reference ${place} The template does not define the ${what} "c".`,
    ])
  })

  test.each([
    [
      'pseudo parameters',
      server(
        '{ b: [{ get_param: "OS::stack_name" }, { get_param: "OS::stack_id" }, { get_param: "OS::project_id" }] }',
      ),
    ],
    [
      'names with a variable of repeat',
      server('{ b: { repeat: { for_each: { "%i%": [a] }, template: { get_attr: ["%i%", c] } } } }'),
    ],
    [
      'names that a function returns',
      server('{ b: { get_resource: { str_replace: { template: x, params: { x: a } } } } }'),
    ],
    ['data with the name of a function among other keys', server('{ b: { get_param: c, other: d } }')],
    ['strings with the text of a call', server('{ b: "{ get_param: c }" }')],
    ['conditions that are true or false', 'resources:\n  a: { type: X, condition: false }\n'],
    [
      'resources with the name of a function',
      'resources:\n  get_param: { type: X }\n  a: { type: X, depends_on: get_param }\n',
    ],
    ['keys from a merge', 'resources:\n  a: &a { type: X }\n  b: { <<: *a, depends_on: a }\n'],
    ['resource_facade, which refers to another template', server('{ b: { resource_facade: metadata } }')],
  ])('are not reported for %s', async (_where, template) => {
    expect(await reported(template)).toEqual([])
  })

  test('the help suggests a similar name', async () => {
    const { findings } = await validated({
      't.yaml': `heat_template_version: pike\n${server('{ b: { get_resource: servr } }').replace('  a:', '  server:')}`,
    })
    expect(findings[0]?.help).toBe('Did you mean "server"?')
  })

  test('a long chain of aliases does not overflow the stack', async () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => `  - &l${n + 1} [*l${n}]\n`)
    const template = `parameter_groups:\n  - &l0 { get_param: c }\n${chain.join('')}${server('{ b: *l20000 }')}`
    const found = (await reported(template)).filter(
      (text) => !text.startsWith('heat/invalid-parameter-group'),
    )
    expect(found).toEqual(['heat/undefined-reference 2:22 The template does not define the parameter "c".'])
  })

  test('a reference behind multiplying aliases is reported once', async () => {
    const levels = Array.from(
      { length: 40 },
      (_, n) => `      l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]\n`,
    )
    const template = `resources:\n  a:\n    type: X\n    properties:\n      l0: &l0 { get_param: c }\n${levels.join('')}`
    expect(await reported(template)).toEqual([
      'heat/undefined-reference 5:28 The template does not define the parameter "c".',
    ])
  })
})

describe('unused parameters', () => {
  const parameters = 'parameters:\n  used: { type: string }\n  spare: { type: string }\n'

  test('are reported at their names', async () => {
    const found = await reported(`${parameters}${server('{ b: { get_param: used } }')}`)
    expect(found).toEqual(['heat/unused-parameter 3:3 The parameter "spare" is not used.'])
  })

  test('are not reported when a name is computed', async () => {
    expect(await reported(`${parameters}${server('{ b: { get_param: [{ get_param: used }] } }')}`)).toEqual(
      [],
    )
  })

  test('can be used by outputs and conditions', async () => {
    const more =
      'outputs:\n  a: { value: { get_param: used } }\nconditions:\n  b: { equals: [{ get_param: spare }, 1] }\n'
    expect(await reported(`${parameters}${more}`)).toEqual([])
  })
})

describe('versions', () => {
  test.each([
    ['2014-10-16', '{ "Fn::Join": [",", [a]] }', 'removed in version 2014-10-16'],
    ['2015-10-15', '{ "Fn::Select": [0, [a]] }', 'removed in version 2015-10-15'],
    ['2014-10-16', '{ repeat: { template: a, for_each: {} } }', 'requires version 2015-04-30'],
    ['2016-04-08', '{ if: [a, 1, 2] }', 'requires version 2016-10-14'],
    ['newton', '{ list_concat: [[a], [b]] }', 'requires version 2017-09-01'],
    ['rocky', '{ if: [true, 1] }', 'requires version 2021-04-16'],
  ])('%s does not have %s', async (version, call, why) => {
    const found = await reported(server(`{ b: ${call} }`), version)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^heat\/function-not-in-version 4:2\d /)
    expect(found[0]).toContain(why)
  })

  test.each([
    ['2013-05-23', '{ "Fn::Join": [",", [a]] }'],
    ['2014-10-16', '{ "Fn::Select": [0, [a]] }'],
    ['wallaby', '{ if: [true, 1] }'],
    ['queens', '{ contains: [a, [b]] }'],
    ['2013-05-23', '{ filter: plain data }'],
    ['2013-05-23', '{ digest: { plain: data } }'],
  ])('%s has %s, or reads it as data', async (version, call) => {
    expect(await reported(server(`{ b: ${call} }`), version)).toEqual([])
  })

  test('a date can be quoted', async () => {
    expect(await reported('resources: {}\n', '"2016-10-14"')).toEqual([])
    expect(await reported('resources: {}\n', '2016-10-15')).toEqual([
      'heat/unknown-version 0:24 "2016-10-15" is not a valid heat_template_version.',
    ])
  })

  test.each([
    ['conditions', 'conditions: {}\n', 'heat/unknown-section 1:1'],
    ['condition', 'resources:\n  a: { type: X, condition: b }\n', 'heat/unknown-resource-key 2:17'],
  ])('%s exists since newton', async (_what, template, expected) => {
    expect((await reported(template, '2016-04-08'))[0]).toContain(expected)
    expect((await reported(template, 'newton')).some((text) => text.startsWith('heat/unknown'))).toBe(false)
  })
})

test('an empty resource or parameter has no type', async () => {
  const { findings } = await validated({
    't.yaml':
      'heat_template_version: pike\nparameters:\n  a:\nresources:\n  b:\n  c: { properties: { d: { get_param: a } } }\n',
  })
  expect(places(findings)).toEqual([
    'heat/missing-type t.yaml:3:3',
    'heat/missing-type t.yaml:5:3',
    'heat/missing-type t.yaml:6:3',
  ])
})

test('an empty section is valid, another type than a map is not', async () => {
  expect(await reported('parameters:\nresources: []\noutputs: {}\n')).toEqual([])
  expect(await reported('resources: text\noutputs: [a]\nconditions: 1\n')).toEqual([
    'heat/invalid-structure 1:12 The section resources is not a map.',
    'heat/invalid-structure 2:10 The section outputs is not a map.',
    'heat/invalid-structure 3:13 The section conditions is not a map.',
  ])
  expect(await reported('conditions:\n')).toEqual([
    'heat/invalid-structure 1:11 The section conditions is not a map.',
  ])
  const conditions = 'conditions:\n  a: text\n  b: { c: d }\n  e: true\n  f: { not: e }\n'
  expect(await reported(conditions)).toEqual([
    'heat/invalid-structure 2:6 The condition "a" is not a boolean or a function.',
    'heat/invalid-structure 3:6 The condition "b" is not a boolean or a function.',
  ])
})

describe('resources', () => {
  test.each([
    ['type: X, properties: [a]', 'invalid-structure 2:29 properties of "a" is not a map.'],
    ['type: X, metadata: text', 'invalid-structure 2:27 metadata of "a" is not a map.'],
    [
      'type: X, depends_on: { b: c }',
      'invalid-structure 2:29 depends_on contains a value that is not the name of a resource.',
    ],
    [
      'type: X, depends_on: [a b, 5]',
      'invalid-structure 2:35 depends_on contains a value that is not the name of a resource.',
    ],
    ['type: X, description: 5', 'invalid-structure 2:30 The description of "a" is not a string.'],
    ['type: 5', 'missing-type 2:14 The type of the resource "a" is not a name.'],
    ["type: ''", 'missing-type 2:14 The type of the resource "a" is not a name.'],
    ['type: [X]', 'missing-type 2:14 The type of the resource "a" is not a name.'],
  ])('{ %s }', async (resource, expected) => {
    const found = await reported(`resources:\n  a: { ${resource} }\n`)
    expect(found.filter((text) => !text.startsWith('heat/undefined'))).toEqual([`heat/${expected}`])
  })

  test('must be maps', async () => {
    expect(await reported('resources:\n  a: text\n')).toContain(
      'heat/invalid-structure 2:6 The resource "a" is not a map.',
    )
  })
})
