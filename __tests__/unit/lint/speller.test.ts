import { describe, expect, test } from '@jest/globals'
import { didYouMean, nearest, Speller, typoOf, WordSpeller } from '../../../src/lint/engine/speller.js'

describe('nearest', () => {
  test.each([
    ['keystne', 'keystone'],
    ['KEYSTONE', 'keystone'],
    ['galnce', 'glance'],
    ['nova-compute', 'nova_compute'],
    ['xyz', undefined],
    ['k'.repeat(1_000_000), undefined],
  ])('%.12s is %s', (name, meant) => {
    expect(nearest(name, ['glance', 'keystone', 'nova_compute'])).toBe(meant)
  })

  test('prefers the candidate with the fewest edits', () => {
    expect(nearest('serverr', ['servers_', 'server', 'serve'])).toBe('server')
  })

  test('becomes a help, or the other advice', () => {
    expect(didYouMean('keystne', ['keystone'], 'Add it.')).toBe('Did you mean "keystone"?')
    expect(didYouMean('xyz', ['keystone'], 'Add it.')).toBe('Add it.')
  })

  test('suggests the only name that extends the word, when no name is near', () => {
    const meant = (word: string, ...names: string[]) => didYouMean(word, names, 'Add it.')
    expect(meant('gateway', 'cidr', 'gateway_ip')).toBe('Did you mean "gateway_ip"?')
    expect(meant('gateway_ip_address', 'gateway_ip')).toBe('Did you mean "gateway_ip"?')
    expect(meant('gateway', 'gateway_ip', 'gateway_mac')).toBe('Add it.')
    expect(meant('ip', 'ip_version')).toBe('Add it.')
  })
})

describe('typoOf', () => {
  const known = ['compute_hosts', 'infra1', 'network', 'ip', 'log']

  test.each([
    ['compute_host', 'compute_hosts'],
    ['comptue-hosts', 'compute_hosts'],
    ['netwrok', 'network'],
    ['IP', 'ip'],
    ['ipp', undefined],
    ['logs', undefined],
    ['infra2', undefined],
    ['network', undefined],
  ])('%s is %s', (name, meant) => {
    expect(typoOf(name, known)).toBe(meant)
  })

  test('can be limited to one edit, shorter names and other digits', () => {
    expect(typoOf('compte_hots', known, { most: 1 })).toBeUndefined()
    expect(typoOf('logs', known, { shortest: 4 })).toBe('log')
    expect(typoOf('infra2', known, { ignoresDigits: true })).toBe('infra1')
  })
})

test('a speller answers for 200 different names, and remembers its answers', () => {
  const speller = new Speller(['keystone'])
  expect(speller.typoOf('keystne')).toBe('keystone')
  for (let index = 0; index < 300; index++) speller.typoOf(`unknown_${index}`)
  expect(speller.typoOf('keystoe')).toBeUndefined()
  expect(speller.typoOf('keystne')).toBe('keystone')
})

describe('a word speller', () => {
  const speller = new WordSpeller(['nova_cpu_allocation_ratio', 'libvirt_kvm_hosts', 'enable_neutron_dvr'])

  test.each([
    ['nova_cpu_alocation_ratio', 'nova_cpu_allocation_ratio'],
    ['nova_cpu_allocation_raito', 'nova_cpu_allocation_ratio'],
    ['enableneutron_dvr', 'enable_neutron_dvr'],
    ['libvirt_arm_hosts', undefined],
    ['nova_cpu_alocation_raito', undefined],
    ['enable_neutron_dvr', undefined],
    ['_'.repeat(1_000_000), undefined],
  ])('%.30s is %s', (name, meant) => {
    expect(speller.typoOf(name)).toBe(meant)
  })
})
