import { describe, expect, test } from '@jest/globals'
import { type OptionType, refusal } from '../../../../src/lint/readers/oslo_config/option-types.js'
import { processorMs } from '../../../support/pace.js'

const cases: [OptionType, string[], string[]][] = [
  [{ kind: 'boolean' }, ['true', 'NO', 'On', '0'], ['', 't', 'enabled', '2', 'true # yes']],
  [{ kind: 'integer' }, ['5', '+5', '-5', '1_000', ' 7 ', ''], ['5s', '1.5', '0x10', '1__0', '1,000']],
  [{ kind: 'integer', min: 0, max: 65535 }, ['0', '65535'], ['-1', '65536']],
  [{ kind: 'integer', choices: [512, 1024] }, ['512', ''], ['513']],
  [{ kind: 'float', min: 0 }, ['1.5', '.5', '5.', '1e3', 'inf', 'nan'], ['1,5', '-1', '-inf', '1.5x']],
  [{ kind: 'string' }, ['', 'anything at all'], []],
  [{ kind: 'string', choices: ['', 'kvm', 'qemu'] }, ['kvm', ''], ['KVM', 'xen']],
  [{ kind: 'string', choices: ['SINGLE'], ignoreCase: true }, ['single'], ['double']],
  [{ kind: 'string', regex: '^\\d+:\\d+$' }, ['1:2'], ['1-2', '']],
  [{ kind: 'string', regex: '(?P<a>x)' }, ['patterns that JavaScript cannot read are not checked'], []],
  [{ kind: 'string', regex: '(' }, ['nor are invalid patterns'], []],
  [{ kind: 'string', maxLength: 3 }, ['abc'], ['abcd']],
  [{ kind: 'string', quotes: true }, ['"a"', 'a"'], ['"a', '"']],
  [{ kind: 'list', item: { kind: 'integer' } }, ['1,2', '1, 2,', '', ','], ['1,b', 'a', '1,,2x']],
  [{ kind: 'list', bounds: true, item: { kind: 'string' } }, ["['a', 'b']", '[]'], ['a,b', '[a']],
  [{ kind: 'dict', item: { kind: 'integer' } }, ['a:1,b:2', ''], ['a', 'a:x', 'a:1,a:2', ':1']],
  [{ kind: 'dict', bounds: true, item: { kind: 'string' } }, ['{a:1}', '{}'], ['a:1']],
  [{ kind: 'ip' }, ['10.0.0.1', '::1'], ['', '10.0.0.300', '010.0.0.1', 'host', 'fe80::1%eth0']],
  [{ kind: 'ip', version: 4 }, ['10.0.0.1'], ['::1']],
  [{ kind: 'ip', version: 6 }, ['::1'], ['10.0.0.1']],
  [
    { kind: 'hostname' },
    ['a', 'a.example.org.', 'a-b'],
    ['', 'a_b', '-a', '10.0.0.1', `${'a.'.repeat(200)}b`],
  ],
  [{ kind: 'host' }, ['a', '10.0.0.1', '::1'], ['a_b', '10.0.0.300', '']],
  [{ kind: 'domain' }, ['a_b', 'a', '::'], ['a b', '']],
  [{ kind: 'uri' }, ['http://a', 'https://u:p@a:1/x'], ['a:5000', 'http:///x', '10.0.0.1:6080/x', '']],
  [{ kind: 'uri', schemes: ['https'] }, ['https://a'], ['http://a']],
  [{ kind: 'range', min: 1, max: 9 }, ['1-9', '3', '9-1'], ['0-4', '5-10', '1..4', '']],
  [{ kind: 'other' }, ['', 'anything'], []],
]

describe('values as oslo.config converts them', () => {
  test.each(cases)('%j', (type, good, bad) => {
    expect(good.filter((value) => refusal(type, value))).toEqual([])
    expect(bad.filter((value) => !refusal(type, value))).toEqual([])
  })

  test('a violated bound differs from a value that no release accepts', () => {
    expect(refusal({ kind: 'integer', max: 5 }, '6')?.isBound).toBe(true)
    expect(refusal({ kind: 'integer', max: 5 }, 'six')?.isBound).toBeUndefined()
  })

  test('a huge list is not checked, and a long one is checked quickly', () => {
    const started = processorMs()
    expect(refusal({ kind: 'list', item: { kind: 'integer' } }, 'x,'.repeat(1900))).toBeDefined()
    expect(refusal({ kind: 'list', item: { kind: 'integer' } }, 'x,'.repeat(1_000_000))).toBeUndefined()
    expect(processorMs() - started).toBeLessThan(1000)
  })
})
