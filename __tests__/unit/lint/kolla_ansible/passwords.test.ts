import { expect, test } from '@jest/globals'
import { findingsOf } from './findings.js'

const passwords = (text: string) => findingsOf([], { 'etc/kolla/passwords.yml': text })

test('all passwords of a file are one finding', async () => {
  expect(await passwords('database_password: a\nkeystone_admin_password: b\nother: c\n')).toEqual([
    'warning plaintext-password etc/kolla/passwords.yml:1:1 The password database_password is in plain text, and 1 other is too. Encrypt the file with ansible-vault, and replace the passwords that were committed.',
  ])
})

test.each([
  ['a list of names', 'database_password:\nkeystone_admin_password:\n'],
  ['vaulted values', 'database_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162\n'],
  ['values from a lookup', "database_password: \"{{ lookup('env', 'P') }}\"\n"],
  ['a vaulted file', '$ANSIBLE_VAULT;1.1;AES256\n6162\n'],
])('%s: nothing is reported', async (_what, text) => {
  expect(await passwords(text)).toEqual([])
})

test('an empty password among others is reported', async () => {
  const found = await passwords(
    'database_password: "{{ a }}"\nheat_database_password:\ndocker_registry_password:\nkolla_ssh_key:\n',
  )
  expect(found).toHaveLength(1)
  expect(found[0]).toContain('warning empty-password etc/kolla/passwords.yml:2:1')
})

test('a password in globals.yml is reported', async () => {
  const [found] = await findingsOf(['keystone_admin_password: secret'])
  expect(found).toContain('warning plaintext-password etc/kolla/globals.yml:9:1')
})

test('passwords of a release without facts are recognized by their names', async () => {
  const found = await findingsOf(['openstack_release: train'], {
    'etc/kolla/passwords.yml': 'database_password: a\n',
  })
  expect(found.map((text) => text.split(' ')[1])).toContain('plaintext-password')
})
