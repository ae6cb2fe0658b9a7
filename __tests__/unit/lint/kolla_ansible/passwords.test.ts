import { expect, test } from '@jest/globals'
import { saidOf } from './said.js'

const passwords = (text: string) => saidOf([], { 'etc/kolla/passwords.yml': text })

test('one finding for all passwords of a file', async () => {
  expect(await passwords('database_password: a\nkeystone_admin_password: b\nother: c\n')).toEqual([
    'warning plaintext-password etc/kolla/passwords.yml:1:1 The password database_password and 1 others stand here in plain text. Encrypt the file with ansible-vault, and replace what was committed.',
  ])
})

test.each([
  ['a list of names', 'database_password:\nkeystone_admin_password:\n'],
  ['vaulted values', 'database_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162\n'],
  ['values from elsewhere', "database_password: \"{{ lookup('env', 'P') }}\"\n"],
  ['a vaulted file', '$ANSIBLE_VAULT;1.1;AES256\n6162\n'],
])('nothing is said of %s', async (_what, text) => {
  expect(await passwords(text)).toEqual([])
})

test('an empty one among others', async () => {
  const found = await passwords(
    'database_password: "{{ a }}"\nheat_database_password:\ndocker_registry_password:\nkolla_ssh_key:\n',
  )
  expect(found).toHaveLength(1)
  expect(found[0]).toContain('warning empty-password etc/kolla/passwords.yml:2:1')
})

test('one in globals.yml', async () => {
  const [found] = await saidOf(['keystone_admin_password: secret'])
  expect(found).toContain('warning plaintext-password etc/kolla/globals.yml:9:1')
})

test('of an old release by their names', async () => {
  const found = await saidOf(['openstack_release: train'], {
    'etc/kolla/passwords.yml': 'database_password: a\n',
  })
  expect(found.map((text) => text.split(' ')[1])).toContain('plaintext-password')
})
