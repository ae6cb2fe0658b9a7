import { describe, expect, test } from '@jest/globals'
import { heatFindings, heatMessages } from './findings.js'

const parameter = (type: string, more: string) =>
  `heat_template_version: 2018-08-31\nparameters:\n  one: { type: ${type}, ${more} }\nresources:\n  a: { type: OS::Heat::Value, properties: { value: { get_param: one } } }\n`

describe('defaults', () => {
  test.each([
    ['number', 'default: many', 'The default of "one" must be a number, not many.'],
    ['number', 'default: "5"', ''],
    ['number', 'default: 1e3', ''],
    ['boolean', 'default: maybe', 'The default of "one" must be true or false, not maybe.'],
    ['boolean', 'default: "on"', ''],
    ['boolean', 'default: 1', ''],
    [
      'comma_delimited_list',
      'default: 80',
      'The default of "one" must be a list or a comma-separated string, not 80.',
    ],
    ['comma_delimited_list', 'default: [a]', ''],
    ['comma_delimited_list', "default: ''", ''],
    [
      'comma_delimited_list',
      'default: "a,c", constraints: [{ allowed_values: [a, b] }]',
      'The default of "one" must only contain a, b, not a,c.',
    ],
    [
      'comma_delimited_list',
      'default: "a,b", constraints: [{ length: { max: 1 } }]',
      'The default of "one" must have at most 1 item, not a,b.',
    ],
    ['json', "default: '{a'", 'The default of "one" must be a map or valid JSON, not {a.'],
    ['json', "default: ''", ''],
    ['json', 'default: { a: 1 }', ''],
    ['string', 'default: 5', ''],
    [
      'string',
      'default: 55555, constraints: [{ length: { min: 3 } }]',
      'The default of "one" must be a string in quotes, not 55555.',
    ],
    [
      'string',
      'default: "", constraints: [{ length: { min: 3 } }]',
      'The default of "one" must have a length of at least 3, not empty.',
    ],
    ['string', 'default: añ𝒳, constraints: [{ length: { max: 3 } }]', ''],
    [
      'string',
      'default: AB, constraints: [{ allowed_pattern: "[a-z]+" }]',
      'The default of "one" must match [a-z]+, not AB.',
    ],
    [
      'string',
      'default: c, constraints: [{ allowed_values: [a, b] }]',
      'The default of "one" must be one of a, b, not c.',
    ],
    ['string', 'default: null, constraints: [{ allowed_values: [a, b] }]', ''],
    [
      'number',
      'default: 5, constraints: [{ range: { max: 4 } }]',
      'The default of "one" must be at most 4, not 5.',
    ],
    [
      'number',
      'default: 5, constraints: [{ modulo: { step: 2, offset: 0 } }]',
      'The default of "one" must be a multiple of 2, not 5.',
    ],
    ['string', 'default: "{{ a }}", constraints: [{ allowed_values: [a, b] }]', ''],
  ])('%s %s', async (type, more, message) => {
    expect(await heatMessages(parameter(type, more))).toEqual(
      message ? [`heat/invalid-parameter-default ${message}`] : [],
    )
  })
})

describe('constraints', () => {
  test.each([
    ['string', '[{ range: { min: 1 } }]', 'A parameter of type string cannot have the constraint range.'],
    ['number', '[{ length: { min: 1 } }]', 'A parameter of type number cannot have the constraint length.'],
    ['number', '[{ range: {} }]', 'range requires min or max.'],
    ['number', '[{ range: { min: one } }]', 'min is not a number.'],
    ['number', '[{ range: { least: 1 } }]', 'range has no key "least".'],
    ['number', '[{ range: 5 }]', 'range is not a map.'],
    ['string', '[{ length: { min: 1.5 } }]', 'min is not an integer.'],
    ['number', '[{ modulo: { step: 2 } }]', 'modulo requires step and offset.'],
    ['string', '[{ allowed_values: a }]', 'allowed_values is not a list.'],
    ['string', '[{ allowed_pattern: 5 }]', 'allowed_pattern is not a string.'],
    ['string', '[{ alowed_values: [a] }]', '"alowed_values" is not a valid constraint.'],
    ['string', '[{ description: a }]', 'This item contains no constraint.'],
    ['string', '[a]', 'This constraint is not a map.'],
    ['string', '{ length: { min: 1 } }', 'The constraints are not a list.'],
    ['string', 'null', ''],
    ['string', '[]', ''],
    ['string', '[{ custom_constraint: nova.keypair }]', ''],
  ])('%s %s', async (type, constraints, message) => {
    expect(await heatMessages(parameter(type, `constraints: ${constraints}`))).toEqual(
      message ? [`heat/invalid-constraint ${message}`] : [],
    )
  })

  test('modulo depends on the version', async () => {
    const older = parameter('number', 'constraints: [{ modulo: { step: 2, offset: 0 } }]').replace(
      '2018-08-31',
      'newton',
    )
    expect(await heatMessages(older)).toEqual([
      'heat/invalid-constraint The constraint modulo requires heat_template_version 2017-02-24 or later.',
    ])
  })
})

test.each([
  ['String', 'Did you mean'],
  ['integer', 'number'],
  ['[a]', 'of this form'],
])('the type %s is reported', async (type) => {
  expect((await heatFindings({ 't.yaml': parameter(type, '') }))[0]).toContain(
    'heat/unknown-parameter-type t.yaml:3:16',
  )
})

describe('secrets', () => {
  const found = async (name: string, more = '') =>
    heatMessages(parameter('string', more).replaceAll('one', name).replace('get_param: n', 'get_param: n'))

  test.each(['password', 'db_password', 'DBPassword', 'admin_secret', 'private_key', 'api_key2'])(
    '%s is the name of a secret',
    async (name) => {
      expect(await found(name)).toEqual([
        `heat/secret-not-hidden The parameter "${name}" is for a secret but is not hidden.`,
      ])
      expect(await found(name, 'hidden: true')).toEqual([])
      expect(await found(name, 'hidden: true, default: linux')).toEqual([
        `heat/secret-in-default The default of "${name}" is a secret in plain text.`,
      ])
      expect(await found(name, 'hidden: true, default: ""')).toEqual([])
    },
  )

  test.each(['key_name', 'password_length', 'secret_ref', 'token_timeout', 'passwords_file'])(
    '%s is not the name of a secret',
    async (name) => {
      expect(await found(name)).toEqual([])
    },
  )
})
