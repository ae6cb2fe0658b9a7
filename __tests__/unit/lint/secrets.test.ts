import { describe, expect, test } from '@jest/globals'
import {
  isLoginPassword,
  isPlainSecret,
  isSecretName,
  keysIn,
  passwordInUrl,
} from '../../../src/lint/engine/secrets.js'

describe('a name', () => {
  test.each(['password', 'database_password', 'keystone_passwd', 'clientSecret', 'API_KEY', 'password2'])(
    '%s means a secret',
    (name) => {
      expect(isSecretName(name)).toBe(true)
    },
  )

  test.each(['password_file', 'token', 'public_key', 'passwordless', 'secretary'])(
    '%s does not mean a secret by itself',
    (name) => {
      expect(isSecretName(name)).toBe(false)
    },
  )

  test('may mean a secret where the kind says so', () => {
    expect(isSecretName('registry_token', 'token')).toBe(true)
    expect(isSecretName('memcache_key', 'key')).toBe(true)
  })

  test('may be one that Ansible logs in with', () => {
    expect(['ansible_password', 'ansible_become_pass', 'ansible_user'].map(isLoginPassword)).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('a value', () => {
  test.each([
    ['k8sVd2LqT9wZ', true, true, true],
    ['admin', true, true, false],
    ['changeme', true, false, false],
    ['$DB_PASSWORD', true, false, false],
    ['/etc/ssl/key.pem', true, false, false],
    ['<password>', false, false, false],
    ['{{ vault_password }}', false, false, false],
    ['$ANSIBLE_VAULT;1.1;AES256', false, false, false],
    ['', false, false, false],
  ])('%j is a literal, a real, a generated secret: %s %s %s', (text, literal, real, generated) => {
    expect((['literal', 'real', 'generated'] as const).map((kind) => isPlainSecret(text, kind))).toEqual([
      literal,
      real,
      generated,
    ])
  })
})

test('the password in a URL is found', () => {
  expect(passwordInUrl('mysql+pymysql://nova:s3cr3t@db/nova')).toBe('s3cr3t')
  expect(passwordInUrl('http://db:3306/nova')).toBeUndefined()
})

test('keys are found with their places, and those of examples are not', () => {
  const token = `ghp${'_'}${'Ab3dE6gH9j'.repeat(4).slice(0, 36)}`
  expect(keysIn(`a: ${token}\n`)).toEqual([{ what: 'GitHub token', index: 3, length: token.length }])
  expect(keysIn(`a: ghp${'_'}${'a'.repeat(36)}\n`)).toEqual([])
})
