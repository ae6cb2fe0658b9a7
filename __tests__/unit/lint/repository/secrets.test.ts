import { describe, expect, test } from '@jest/globals'
import { type Files, places, validated } from '../folder.js'

/** What the family says, and nothing of the others. */
async function said(files: Files): Promise<string[]> {
  const { findings } = await validated(files)
  return places(findings.filter(({ rule }) => rule.startsWith('repository/')))
}

// put together here, so that no scanner takes this file for a leak
const BODY = 'MIIEowIBAAKCAQEAt1c2Yx9Qw8Zr7Kp3Lm5Nv6Bd4Fh2Jk8Qw7Er5Ty'
const pem = (kind: string, body = BODY) =>
  `-----BEGIN ${kind}PRIVATE ${'KEY'}-----\n    ${body}\n    -----END`
const join = (...parts: string[]) => parts.join('')
const LETTERS = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0'

describe('keys and tokens with a known format', () => {
  test.each([
    ['an RSA key', `key: |\n    ${pem('RSA ')}\n`],
    ['a key of today', `key: |\n    ${pem('')}\n`],
    ['a key on one line', `key: "${pem('OPENSSH ').replaceAll('\n    ', '\\n')}"\n`],
    ['GitHub', `x: ${join('gh', 'p_', LETTERS.slice(0, 36))}\n`],
    ['GitLab', `x: ${join('gl', 'pat-', LETTERS.slice(0, 20))}\n`],
    ['Slack', `x: ${join('xo', 'xb-', '123456789012-123456789012-', LETTERS.slice(0, 24))}\n`],
    ['AWS', `${join('aws_', 'secret_access_key')}: ${LETTERS}\n`],
  ])('%s', async (_what, text) => {
    const { findings } = await validated({ 'vars.yml': text })
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error repository/leaked-key',
    ])
  })

  test.each([
    ['only its name', `text: "it starts with -----BEGIN PRIVATE ${'KEY'}-----"\n`],
    ['a placeholder', `key: |\n    ${pem('RSA ', 'x'.repeat(60))}\n`],
    ['Jinja', `key: |\n    ${pem('RSA ', '{{ vault_key }}')}\n`],
    ['an encrypted key', `key: |\n    ${pem('ENCRYPTED ')}\n`],
    ['a public key', `key: |\n    ${pem('').replaceAll('PRIVATE', 'PUBLIC')}\n`],
    ['an example of AWS', `${join('aws_', 'secret_access_key')}: ${LETTERS.slice(0, 33)}EXAMPLE\n`],
    ['a token that is too short', `x: ${join('gh', 'p_', LETTERS.slice(0, 20))}\n`],
  ])('%s is not a key', async (_what, text) => {
    expect((await said({ 'vars.yml': text })).filter((line) => line.includes('leaked-key'))).toEqual([])
  })

  test('the range is that of the key itself', async () => {
    expect(
      await said({ 'inventory/hosts': `[control]\nctl1 token=${join('gh', 'p_', LETTERS.slice(0, 36))}\n` }),
    ).toEqual(['repository/leaked-key inventory/hosts:2:12'])
  })
})

describe('generated values', () => {
  const real = 'q7Zr2vLm9KxW4tBn'

  test('are reported once per file', async () => {
    const files = {
      'vars.yml': `a:\n  db_password: ${real}\n  api_key: 8f3Kd92LsQ0vXw7P\nregistryToken: ${real}\n`,
    }
    const { findings } = await validated(files)
    expect(places(findings)).toEqual(['repository/plaintext-secret vars.yml:2:16'])
    expect(findings[0]?.message).toContain('and so are 2 more')
  })

  test.each([
    'password: changeme12345A',
    'password: "{{ vault_password }}"',
    'password: !vault q7Zr2vLm9KxW4tBn',
    'password: short1A',
    'password: /etc/kolla/q7Zr2vLm9KxW4tBn',
    'password: ${{ secrets.q7Zr2vLm9KxW4tBn }}',
    'password: $6$q7Zr2vLm9KxW4tBn',
    'password: "three words 1A"',
    'password: correct-horse-battery-staple',
    'password: keystone_admin_password_2024',
    'token: 7f5bb0e2-4a45-4b32-9b4e-2a1d9d8f0c11',
    'password: 123456789012',
    'password_length: q7Zr2vLm9KxW4tBn',
    'secret_name: q7Zr2vLm9KxW4tBn',
    'digest: q7Zr2vLm9KxW4tBn',
    'password:\n  from: q7Zr2vLm9KxW4tBn',
    'password: [q7Zr2vLm9KxW4tBn]',
    'password: https://q7Zr2vLm9KxW4tBn',
    'token: nova.compute.v2.1.example',
  ])('%j is not a secret', async (line) => {
    expect(await said({ 'vars.yml': `${line}\n` })).toEqual([])
  })

  test('hexadecimal ones must be long', async () => {
    expect(await said({ 'vars.yml': 'token: 0f3a9c71b2\n' })).toEqual([])
    expect(await said({ 'vars.yml': 'token: 0f3a9c71b2e84d5c6a7b8c9d0e1f2a3b\n' })).toHaveLength(1)
  })

  test('are not reported twice in kinds with their own rule', async () => {
    const { findings } = await validated({ 'etc/kolla/passwords.yml': `database_password: ${real}\n` })
    expect(findings.map(({ rule }) => rule)).toEqual(['kolla_ansible/plaintext-password'])
    const login = await validated({ 'group_vars/all.yml': `ansible_password: ${real}\n` })
    expect(login.findings.map(({ rule }) => rule)).toEqual(['ansible/plaintext-password'])
  })

  test('in an unencrypted secure.yaml are reported', async () => {
    const secure = `clouds:\n  production:\n    auth:\n      password: ${real}\n`
    expect(await said({ 'secure.yaml': secure })).toEqual(['repository/plaintext-secret secure.yaml:4:17'])
  })
})
