import { describe, expect, test } from '@jest/globals'
import { CLOUDS } from '../../../../src/lint/readers/clouds/subjects.js'
import { type Files, places, validated } from '../folder.js'

/** What is said: `severity rule message help`. */
async function findingsIn(files: string | Files): Promise<string[]> {
  const { findings } = await validated(typeof files === 'string' ? { 'clouds.yaml': files } : files)
  return findings.map(({ severity, rule, message, help }) => `${severity} ${rule} ${message} ${help}`)
}

async function rulesOf(files: string | Files): Promise<string[]> {
  const { findings } = await validated(typeof files === 'string' ? { 'clouds.yaml': files } : files)
  return findings.map(({ rule }) => rule)
}

const auth = (line: string) => CLOUDS.replace('      username', `      ${line}\n      username`)
const cloud = (line: string) => CLOUDS.replace('    auth:', `    ${line}\n    auth:`)

describe('auth', () => {
  // verified against the releases of openstacksdk for Zed and for 2026
  test.each([
    ['usernam: x', 'clouds/unknown-auth-key'],
    ['region_name: x', 'clouds/unknown-auth-key'],
    ['interface: internal', 'clouds/unknown-auth-key'],
    ['verify: false', 'clouds/unknown-auth-key'],
    ['passcode: "1"', 'clouds/unknown-auth-key'],
    ['trust_id: x', 'clouds/conflicting-scopes'],
    ['system_scope: all', 'clouds/conflicting-scopes'],
    ['tenant_name: x', 'clouds/deprecated-key'],
  ])('%s', async (line, rule) => {
    expect(await rulesOf(auth(line))).toContain(rule)
  })

  test.each([
    'default_domain_id: x',
    'user-domain-id: x',
    'user_name: x',
    '"{{ key }}": x',
    'domain_name: x',
  ])('%s is valid', async (line) => {
    expect((await findingsIn(auth(line))).filter((text) => text.startsWith('error'))).toEqual([])
  })

  test('the help names the place where a key belongs', async () => {
    expect((await findingsIn(auth('region_name: x'))).join()).toContain('Move it out of auth')
    expect((await findingsIn(auth('tokn: x'))).join()).toContain('unknown-auth-key')
    const credential = await findingsIn(auth('application_credential_id: x'))
    expect(credential.join()).toContain(
      'the default auth_type password does not accept. Set `auth_type: v3applicationcredential`.',
    )
  })

  test('unknown plugins accept any key', async () => {
    expect(
      await findingsIn(cloud('auth_type: v3oidcpassword').replace('username', 'identity_provider')),
    ).toEqual([])
    expect(await findingsIn(cloud('auth_type: "{{ type }}"').replace('username', 'x'))).toEqual([])
  })

  test.each([
    ['application_credential', 'v3applicationcredential'],
    ['v3token_', 'v3token'],
  ])('auth_type %s', async (written, meant) => {
    expect((await findingsIn(cloud(`auth_type: ${written}`))).join()).toContain(`Did you mean "${meant}"?`)
  })

  test('an auth_type that is unlike all known ones is not reported', async () => {
    expect(await findingsIn(cloud('auth_type: my-company-sso'))).toEqual([])
  })

  test('a domain may be set in several places', async () => {
    const without = CLOUDS.replace(/ {6}(user|project)_domain_name: .*\n/g, '')
    expect(await rulesOf(without)).toEqual(['clouds/missing-domain', 'clouds/missing-domain'])
    expect(
      await findingsIn(without.replace('      username', '      domain_id: default\n      username')),
    ).toEqual([])
    expect(
      await findingsIn(without.replace('    region_name', '    default_domain: default\n    region_name')),
    ).toEqual([])
    expect(
      await findingsIn(without.replace('project_name', 'project_id').replace('username', 'user_id')),
    ).toEqual([])
    expect(await findingsIn(without.replace('    auth:', '    profile: vexxhost\n    auth:'))).toEqual([])
  })
})

describe('secure.yaml', () => {
  const secure = (lines: string) => `clouds:\n  production:\n    auth:\n${lines}`

  test('is merged over the clouds.yaml in its folder', async () => {
    const without = CLOUDS.replace(/ {6}auth_url: .*\n/, '')
    expect(await rulesOf(without)).toEqual(['clouds/missing-auth-url'])
    const url = secure('      auth_url: https://k.example.com/v3\n      password: k8sVd2Lq\n')
    const both = { 'etc/clouds.yaml': without, 'etc/secure.yaml': url }
    expect((await rulesOf(both)).filter((rule) => rule.startsWith('clouds/'))).toEqual([])
    const apart = { 'etc/clouds.yaml': without, 'other/secure.yaml': url }
    expect(await rulesOf(apart)).toContain('clouds/missing-auth-url')
  })

  test('a finding is in the file with the value', async () => {
    const files = { 'clouds.yml': CLOUDS, 'secure.yml': secure('      pasword: "{{ x }}"\n') }
    const { findings } = await validated(files)
    expect(places(findings)).toEqual(['clouds/unknown-auth-key secure.yml:4:7'])
  })

  test('alone, it need not be complete', async () => {
    expect(await findingsIn({ 'secure.yaml': secure('      password: "{{ x }}"\n') })).toEqual([])
  })

  test('a password that Ansible fills in is not reported', async () => {
    expect(await findingsIn(auth('password: "{{ vault_password }}"'))).toEqual([])
    expect(await findingsIn(auth('password: ""'))).toEqual([])
    expect(await findingsIn(auth('password:'))).toEqual([])
  })
})

describe('values', () => {
  test.each([
    ['verify: "false"', 'clouds/invalid-value'],
    ['verify: false', 'clouds/tls-verification-disabled'],
    ['insecure: true', 'clouds/tls-verification-disabled'],
    ['api_timeout: soon', 'clouds/invalid-value'],
    ['endpoint_type: outside', 'clouds/invalid-value'],
    ['image_interface: outside', 'clouds/invalid-value'],
    ['regions: [{ nam: x }]', 'clouds/invalid-value'],
    ['networks: [{ routes_externally: true }]', 'clouds/invalid-value'],
    [
      'networks: [{ name: a, nat_destination: true }, { name: b, nat_destination: true }]',
      'clouds/invalid-value',
    ],
    ['identity_api_version: 2', 'clouds/removed-identity-api'],
    ['identity_api_version: "2.0"', 'clouds/removed-identity-api'],
    ['region_name: a,b', 'clouds/deprecated-key'],
    ['cloud: vexxhost', 'clouds/deprecated-key'],
    ['interfce: public', 'clouds/unknown-key'],
  ])('%s', async (line, rule) => {
    const text = line.startsWith('region_name')
      ? CLOUDS.replace('region_name: region-one', line)
      : cloud(line)
    expect(await rulesOf(text)).toContain(rule)
  })

  test.each([
    'verify: true',
    'verify: /etc/ssl/ca.pem',
    'verify: "{{ verify }}"',
    'insecure: false',
    'api_timeout: 30',
    'endpoint_override: x',
    'compute_endpoint_override: http://x',
    'regions: [a, { name: b, values: {} }]',
    'networks: [{ name: x }]',
    'networks: [{ name: a, nat_destination: true }, { name: b, nat_destination: false }]',
    'identity_api_version: 3',
    'my_own_key: x',
    'x_region_name: y',
    'metrics: {}',
  ])('%s is valid', async (line) => {
    const lines =
      line.startsWith('identity') || line.startsWith('regions')
        ? cloud(line).replace(/ {4}region_name.*\n/, '')
        : cloud(line)
    expect(await findingsIn(lines)).toEqual([])
  })

  test.each([
    ['keystone.example.com:5000/v3', 'clouds/invalid-auth-url'],
    ['https:///v3', 'clouds/invalid-auth-url'],
    ['ftp://keystone.example.com', 'clouds/invalid-auth-url'],
    ['https://keystone.example.com/v2.0/', 'clouds/removed-identity-api'],
    ['http://keystone.example.com/v3', 'clouds/plain-http'],
    ['http://8.8.8.8:5000/v3', 'clouds/plain-http'],
    ['http://10.0.0.1:5000/v3', undefined],
    ['http://172.29.236.9:5000/v3', undefined],
    ['http://controller:5000/v3', undefined],
    ['http://keystone.openstack.svc:5000/v3', undefined],
    ['"http://[fd00::1]:5000/v3"', undefined],
    ['"{{ keystone_url }}"', undefined],
    ['"https://{{ host }}/v3"', undefined],
    ['"${OS_AUTH_URL}"', undefined],
  ])('auth_url %s', async (url, rule) => {
    const text = CLOUDS.replace('https://keystone.example.com:5000/v3', url)
    expect(await rulesOf(text)).toEqual(rule === undefined ? [] : [rule])
  })
})

describe('a cloud that playbooks and workflows name', () => {
  const workflow = (name: string) => `jobs:\n  deploy:\n    env:\n      OS_CLOUD: ${name}\n`

  test.each([
    ['prodction', 1],
    ['production', 0],
    ['production2', 0],
    ['preproduction', 0],
    ['staging', 0],
    ['${{ inputs.cloud }}', 0],
  ])('OS_CLOUD: %s', async (name, count) => {
    const files = { 'clouds.yaml': CLOUDS, 'deploy.yml': workflow(name) }
    const { findings } = await validated(files)
    expect(places(findings)).toEqual(count ? ['clouds/misspelled-cloud deploy.yml:4:17'] : [])
  })

  test('without a clouds.yaml nothing is reported', async () => {
    expect(await findingsIn({ 'deploy.yml': workflow('prodction') })).toEqual([])
  })
})

describe('hostile input', () => {
  test.each([
    'clouds:\n  a:\n  b: []\n  c: x\n  d: 1\n',
    'clouds:\n  a: { auth: [1] }\n  b: { auth: }\n  c: { auth: x, regions: x, networks: { a: 1 } }\n',
    'clouds:\n  __proto__: { auth: { constructor: 1, __proto__: 2 } }\n  constructor: { toString: {} }\n',
    'clouds:\n  a: &a { auth: { auth_url: [*a] }, interface: { x: y } }\n',
    'clouds: { ? [a, b] : { auth: {} } }\n',
  ])('%j', async (text) => {
    await expect(validated({ 'clouds.yaml': text, 'secure.yaml': text })).resolves.toBeDefined()
  })
})
