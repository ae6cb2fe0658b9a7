import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type CredentialsSource, readCredentials } from '../../../src/openstack/credentials.js'
import { temporaryFolders } from '../../support/temp.js'

const folders = temporaryFolders()
const password = { OS_AUTH_URL: 'http://k:5000', OS_USERNAME: 'u', OS_PASSWORD: 'p', OS_PROJECT_NAME: 'x' }

function fromVariables(variables: Record<string, string>, more: Partial<CredentialsSource> = {}) {
  return readCredentials({ variables, folder: '/', ...more })
}

describe('from variables', () => {
  test('a password', async () => {
    expect(await fromVariables(password)).toEqual({
      authUrl: 'http://k:5000/v3',
      identity: {
        methods: ['password'],
        password: { user: { name: 'u', domain: { id: 'default' }, password: 'p' } },
      },
      scope: { project: { name: 'x', domain: { id: 'default' } } },
      region: undefined,
      interface: 'public',
      caFile: undefined,
    })
  })

  test('ids, domains, region and interface', async () => {
    const variables = {
      ...{ OS_AUTH_URL: 'https://k/identity/v3/', OS_USER_ID: 'u1', OS_PASSWORD: 'p', OS_PROJECT_ID: 'p1' },
      ...{ OS_REGION_NAME: 'R', OS_INTERFACE: 'internalURL', OS_CACERT: '/ca.pem' },
    }
    expect(await fromVariables(variables)).toMatchObject({
      authUrl: 'https://k/identity/v3',
      identity: { password: { user: { id: 'u1', password: 'p' } } },
      scope: { project: { id: 'p1' } },
      region: 'R',
      interface: 'internal',
      caFile: '/ca.pem',
    })
  })

  test.each<[string, Record<string, string>, object]>([
    [
      'a project in a domain',
      { OS_PROJECT_DOMAIN_NAME: 'd' },
      { project: { name: 'x', domain: { name: 'd' } } },
    ],
    ['a default domain', { OS_DEFAULT_DOMAIN: 'd' }, { project: { name: 'x', domain: { name: 'd' } } }],
    ['the system', { OS_SYSTEM_SCOPE: 'all' }, { system: { all: true } }],
    ['a domain', { OS_PROJECT_NAME: '', OS_DOMAIN_ID: 'd' }, { domain: { id: 'd' } }],
  ])('the scope is %s', async (_title, variables, scope) => {
    expect((await fromVariables({ ...password, ...variables })).scope).toEqual(scope)
  })

  test('an application credential has its own scope', async () => {
    const variables = {
      OS_AUTH_URL: 'http://k:5000/v3',
      OS_APPLICATION_CREDENTIAL_ID: 'id',
      OS_APPLICATION_CREDENTIAL_SECRET: 's',
    }
    expect(await fromVariables(variables)).toMatchObject({
      identity: { methods: ['application_credential'], application_credential: { id: 'id', secret: 's' } },
      scope: undefined,
    })
  })

  test.each<[string, Record<string, string>, string]>([
    ['no address', { OS_AUTH_URL: '' }, 'OS_AUTH_URL is not set'],
    ['no user', { OS_USERNAME: '' }, 'OS_USERNAME is not set'],
    ['no password', { OS_PASSWORD: '' }, 'OS_PASSWORD is not set'],
    ['no project', { OS_PROJECT_NAME: '' }, 'OS_PROJECT_NAME is not set'],
    ['no secret', { OS_AUTH_TYPE: 'v3applicationcredential' }, 'OS_APPLICATION_CREDENTIAL_SECRET is not set'],
    ['no id', { OS_APPLICATION_CREDENTIAL_SECRET: 's' }, 'OS_APPLICATION_CREDENTIAL_ID is not set'],
  ])('%s', async (_title, variables, message) => {
    await expect(fromVariables({ ...password, ...variables })).rejects.toMatchObject({
      code: 'credentials_missing',
      message: expect.stringContaining(message),
    })
  })

  test.each<[string, Record<string, string>]>([
    ['another kind', { OS_AUTH_TYPE: 'v3oidcpassword' }],
    ['an address that is none', { OS_AUTH_URL: 'file:///etc/passwd' }],
  ])('%s', async (_title, variables) => {
    await expect(fromVariables({ ...password, ...variables })).rejects.toMatchObject({
      code: 'credentials_unsupported',
    })
  })
})

describe('from clouds.yaml', () => {
  async function cloud(clouds: string, secure?: string, more: Record<string, string> = {}) {
    const folder = await folders()
    await writeFile(join(folder, 'clouds.yaml'), clouds)
    if (secure !== undefined) await writeFile(join(folder, 'secure.yaml'), secure)
    return readCredentials({ cloud: 'one', variables: more, folder })
  }
  const CLOUD = `clouds:
  one:
    auth: { auth_url: "http://k:5000", username: u, password: old, project_name: x, user_domain_id: default }
    region_name: R
    cacert: ca.pem
`

  test('secure.yaml overrides clouds.yaml', async () => {
    const read = await cloud(CLOUD, 'clouds: { one: { auth: { password: new } }, two: {} }')
    expect(read).toMatchObject({
      authUrl: 'http://k:5000/v3',
      identity: { password: { user: { name: 'u', password: 'new' } } },
      region: 'R',
      caFile: 'ca.pem',
    })
  })

  test('the file and the cloud can come from variables; paths are relative to the release', async () => {
    const folder = await folders()
    await writeFile(join(folder, 'elsewhere.yaml'), CLOUD)
    await writeFile(join(folder, 'secret.yaml'), 'clouds: { one: { auth: { password: new } } }')
    const variables = {
      OS_CLOUD: 'one',
      OS_CLIENT_CONFIG_FILE: 'elsewhere.yaml',
      OS_CLIENT_SECURE_FILE: 'secret.yaml',
      OS_PASSWORD: 'another',
    }
    const read = await readCredentials({ variables, folder })
    expect(read).toMatchObject({ identity: { password: { user: { password: 'new' } } } })
  })

  test('an application credential is recognized by its secret', async () => {
    const read = await cloud(`clouds:
  one:
    auth: { auth_url: "http://k:5000/v3", application_credential_name: n, application_credential_secret: s, username: u }
`)
    const { identity } = read
    expect(identity).toEqual({
      methods: ['application_credential'],
      application_credential: { name: 'n', user: { name: 'u', domain: { id: 'default' } }, secret: 's' },
    })
  })

  test.each<[string, string, string, string]>([
    ['no such cloud', 'clouds: { two: {}, __proto__: { auth: {} } }', 'unknown_cloud', 'has no cloud "one"'],
    ['no clouds', 'one: {}', 'clouds_unreadable', 'no mapping "clouds"'],
    ['no mapping', '- clouds', 'clouds_unreadable', 'no mapping "clouds"'],
    ['nothing', '', 'clouds_unreadable', 'is not valid YAML'],
    ['no password', CLOUD.replace('password: old,', ''), 'credentials_missing', 'has no password'],
    ['no certificate to verify', `${CLOUD}    verify: false\n`, 'credentials_unsupported', 'verify: false'],
    ['a huge file', `#${'x'.repeat(1024 * 1024)}`, 'clouds_unreadable', 'larger than'],
  ])('%s', async (_title, text, code, message) => {
    await expect(cloud(text)).rejects.toMatchObject({ code, message: expect.stringContaining(message) })
  })

  test('invalid YAML is reported by line, without its text', async () => {
    const broken = cloud(CLOUD, 'clouds:\n  one: { auth: { password: hidden-secret }\n  x: [')
    await expect(broken).rejects.toMatchObject({
      code: 'clouds_unreadable',
      message: expect.stringMatching(/secure\.yaml is not valid YAML, see line \d+\.$/),
    })
    expect(String(await broken.catch((error: Error) => error.stack))).not.toContain('hidden')
  })

  test('a missing file', async () => {
    const folder = await folders()
    await expect(readCredentials({ cloud: 'one', variables: {}, folder })).rejects.toMatchObject({
      code: 'clouds_unreadable',
      message: expect.stringContaining('ENOENT'),
    })
  })
})
