import { expect, test } from '@jest/globals'
import { processorMs } from '../../../support/pace.js'
import { findings } from './findings.js'

test.each([
  ['an empty file', ''],
  ['null', '~\n'],
  ['a sequence', '- kolla_base_distro\n'],
  [
    'keys that JavaScript objects have',
    '__proto__: 1\nconstructor: 2\nkolla_base_distro: 3\ntoString: {}\nhasOwnProperty: []\n',
  ],
  [
    'lists and mappings instead of text',
    'kolla_base_distro: {a: b}\nopenstack_release: [x]\nkolla_internal_vip_address: {}\n',
  ],
  ['a key that is a list', '? [a, b]\n: c\nkolla_base_distro: rocky\n'],
  [
    'variables that refer to each other',
    'enable_cinder: "{{ enable_heat }}"\nenable_heat: "{{ enable_cinder }}"\nkolla_x: 1\n',
  ],
  ['aliases', 'enable_heat: &a maybe\nenable_nova: *a\n'],
  ['two documents', 'kolla_base_distro: rocky\n---\nkolla_base_distro: rocky\n'],
  ['a deep text', `kolla_x: "${'{{ ('.repeat(3000)}"\n`],
])('%s does not break a rule', async (_what, text) => {
  const files = Object.fromEntries(
    [
      'globals.yml',
      'globals.d/a.yml',
      'passwords.yml',
      'etc/kayobe/kolla.yml',
      'environments/kolla/configuration.yml',
    ].map((path) => [path, text]),
  )
  const found = await findings({
    ...files,
    'config/__proto__': '',
    'config/nova/constructor.conf': '[DEFAULT]\n',
  })
  expect(found.every((line) => line.includes(':'))).toBe(true)
})

test('many unknown names are checked quickly', async () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, index) => `site_${index.toString(36)}_network_interface_name: a`,
  )
  const before = processorMs()
  await findings({ 'globals.yml': `kolla_base_distro: rocky\n${lines.join('\n')}\n` })
  expect(processorMs() - before).toBeLessThan(10_000)
})
