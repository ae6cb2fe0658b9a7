import { describe, expect, test } from '@jest/globals'
import {
  asBool,
  evaluate,
  isTruthy,
  UNKNOWN,
  type Value,
} from '../../../../src/lint/readers/kolla_ansible/jinja.js'
import { rendered } from '../../../../src/lint/readers/kolla_ansible/template-text.js'

const VALUES = new Map<string, Value>([
  ['yes_text', 'yes'],
  ['no_text', 'no'],
  ['on', true],
  ['off', false],
  ['agent', 'ovn'],
  ['list', ['a', 'b']],
  ['hole', ['a', UNKNOWN]],
  ['number', 3],
])
const lookup = (name: string): Value => VALUES.get(name) ?? UNKNOWN

describe('expressions', () => {
  test.each<[string, Value]>([
    ['yes_text | bool', true],
    ['no_text | bool', false],
    ['not on', false],
    ["agent == 'ovn'", true],
    ["agent != 'ovn'", false],
    ["'a' in list", true],
    ["'c' not in list", true],
    ["'ov' in agent", true],
    ["'a' in hole", true],
    ["'b' in hole", UNKNOWN],
    ["agent in ['openvswitch', 'ovn']", true],
    ['on and agent', 'ovn'],
    ['off or agent', 'ovn'],
    ["'redis' if off else 'etcd' if on else ''", 'etcd'],
    ["'a' if missing_name else 'b'", UNKNOWN],
    ["'a' if off", UNKNOWN],
    ['(on and off) or on', true],
    ["agent ~ '-' ~ number", 'ovn-3'],
    ["' OVN ' | trim | lower", 'ovn'],
    ["'12' | int", 12],
    ['number == 3', true],
  ])('%s', (expression, value) => {
    expect(evaluate(expression, lookup)).toEqual(value)
  })

  test('an unknown value makes the result unknown only when it decides it', () => {
    expect(evaluate('off and who', lookup)).toBe(false)
    expect(evaluate('who and off', lookup)).toBe(false)
    expect(evaluate('on or who', lookup)).toBe(true)
    expect(evaluate('who or on', lookup)).toBe(true)
    expect(evaluate('who or off', lookup)).toBe(UNKNOWN)
    expect(evaluate('not who', lookup)).toBe(UNKNOWN)
  })

  test.each([
    '',
    '(',
    'on and',
    "groups['control'] | length",
    'on | default(true)',
    "lookup('env', 'HOME')",
    'a.b',
    'on on',
    '[1, 2',
    '%',
    "'open",
    'not not',
    '('.repeat(10_000),
    'not '.repeat(490),
    `${'('.repeat(400)}on${')'.repeat(400)}`,
    '1 if '.repeat(300),
  ])('%.30j is unknown', (expression) => {
    expect(evaluate(expression, lookup)).toBe(UNKNOWN)
  })

  test('the filter bool and truth differ', () => {
    expect(['yes', 'ON', 'True', '1', 1, true].map(asBool)).toEqual(Array(6).fill(true))
    expect(['y', 'enabled', '', 'no', 0, 2, null, false].map(asBool)).toEqual(Array(8).fill(false))
    expect([asBool(UNKNOWN), isTruthy(UNKNOWN), isTruthy([]), isTruthy('no')]).toEqual([
      undefined,
      undefined,
      false,
      true,
    ])
  })
})

describe('texts', () => {
  test.each<[string, Value]>([
    ['plain', 'plain'],
    ['{{ on }}', true],
    ['{{ agent }}-{{ number }}', 'ovn-3'],
    ["flat,vlan{% if agent == 'ovn' %},geneve{% endif %}", 'flat,vlan,geneve'],
    ['{% if off %}a{% elif on %}b{% else %}c{% endif %}', 'b'],
    ['{% if off %}a{% elif off %}b{% else %}c{% endif %}', 'c'],
    ['{% if on %}a{% if off %}b{% endif %}{% else %}c{{ who }}{% endif %}', 'a'],
    ['{% for x in list %}{{ x }}{% endfor %}', UNKNOWN],
    ['{% if who %}a{% endif %}', UNKNOWN],
    ['{% if on %}a', UNKNOWN],
    ['a{% endif %}', UNKNOWN],
    ['a{% else %}', UNKNOWN],
    ['a {{ who }}', UNKNOWN],
    ['{# no #}{{ on }}', UNKNOWN],
    ['{{ on', '{{ on'],
    ['{{'.repeat(5000), UNKNOWN],
  ])('%.40j', (text, value) => {
    expect(rendered(text, lookup)).toEqual(value)
  })
})
