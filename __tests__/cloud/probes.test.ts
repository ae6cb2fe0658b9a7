import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OpenStackProbeSettings } from '../../generated/manifest.js'
import type { Color } from '../../src/drivers/color.js'
import { askUntilGood } from '../../src/drivers/probes/ask.js'
import { createProbes } from '../../src/drivers/probes/create.js'
import { systemClock } from '../../src/platform/clock.js'
import { bash } from '../../src/platform/shell.js'
import { probeContext } from '../unit/drivers/probes/context.js'
import type { Cloud } from './cloud.js'
import { askApi } from './identity.js'
import { temporaryCloud } from './temporary-cloud.js'

const KEYSTONE = '${KEYSTONE}'
/** Wrong passwords after which Keystone locks an account. */
const ATTEMPTS = 2
const settings = {
  keystone: { security_compliance: { lockout_failure_attempts: ATTEMPTS, lockout_duration: 3600 } },
}
let cloud: Cloud

beforeAll(async () => {
  cloud = await temporaryCloud()
  await cloud.up(['keystone', 'glance', 'placement'], { color: 'blue', settings })
  await cloud.up(['keystone', 'glance'], { color: 'green', settings })
}, 120_000)

afterAll(() => cloud.down([], { remove: true }), 60_000)

/** Probes of one color: its own Keystone and Glance, whatever the catalog says. */
function probesOf(
  color: Color,
  openstack: OpenStackProbeSettings,
  variables: Record<string, string> = {},
  count = 1,
) {
  const env = {
    ...cloud.env(),
    GLANCE: cloud.url(`glance-${color}`),
    KEYSTONE: cloud.url(`keystone-${color}`),
  }
  const context = probeContext({
    color,
    variables: { ...env, ...variables },
    release: { version: '1', digest: 'sha256:0', folder: cloud.state.root },
  })
  const one = { openstack: { auth_url: KEYSTONE, ...openstack }, timeout: '20s', every: '500ms' }
  return createProbes(
    Array.from({ length: count }, () => one),
    context,
    bash,
  )
}

async function ask(color: Color, openstack: OpenStackProbeSettings, variables?: Record<string, string>) {
  const [first] = probesOf(color, openstack, variables)
  return first?.probe.ask(new AbortController().signal)
}

/** As before a shift from `other` to `color`. */
async function askBoth(color: Color, other: Color) {
  const variables = (own: Color) => ({ ...cloud.env(), KEYSTONE: cloud.url(`keystone-${own}`) })
  const context = probeContext({ color, liveColor: other, variables: variables(color) })
  const one = { openstack: { auth_url: KEYSTONE, cross_color: true }, timeout: '20s' }
  const [probe] = createProbes([one], context, bash, { phase: 'verify', other: variables(other) })
  return probe?.probe.ask(new AbortController().signal)
}

const ALL: OpenStackProbeSettings = {
  services: ['keystone', 'glance', 'placement'],
  endpoints: { glance: '${GLANCE}', placement: 'catalog' },
}

/** An application credential of the administrator's with the role of a member alone. */
async function applicationCredential(): Promise<{ id: string; secret: string }> {
  const { id: token } = await cloud.token()
  const v3 = cloud.keystoneUrl()
  const { users } = (await askApi('GET', `${v3}/users?name=admin`, { token })) as { users: { id: string }[] }
  const made = (await askApi('POST', `${v3}/users/${users[0]?.id}/application_credentials`, {
    token,
    body: { application_credential: { name: 'probe', roles: [{ name: 'member' }] } },
  })) as { application_credential: { id: string; secret: string } }
  return made.application_credential
}

describe('a real Keystone, Glance and Placement', () => {
  test.each(['blue', 'green'] as const)('%s is well', async (color) => {
    expect(await ask(color, ALL)).toEqual({ verdict: 'good' })
  })

  test('the catalog has no Nova, and nothing in another region', async () => {
    expect(await ask('green', { services: ['nova'] })).toMatchObject({ verdict: 'bad', reason: 'catalog' })
    const answer = await ask('green', { ...ALL, region: 'Elsewhere' })
    expect(answer).toMatchObject({ verdict: 'bad', reason: 'catalog' })
  })

  test('clouds.yaml, with the password in a secure.yaml beside it', async () => {
    const { OS_PASSWORD = '', OS_AUTH_URL = '' } = cloud.env()
    const auth = { auth_url: OS_AUTH_URL, username: 'admin', project_name: 'admin' }
    await writeFile(join(cloud.state.root, 'probe.yaml'), JSON.stringify({ clouds: { here: { auth } } }))
    const secure = { clouds: { here: { auth: { password: OS_PASSWORD } } } }
    await writeFile(join(cloud.state.root, 'secure.yaml'), JSON.stringify(secure), { mode: 0o600 })
    const variables = { OS_PASSWORD: '', OS_CLIENT_CONFIG_FILE: '' }
    const answer = await ask('blue', { ...ALL, cloud: 'here', clouds_file: 'probe.yaml' }, variables)
    expect(answer).toEqual({ verdict: 'good' })
  })

  test('an application credential; what its role may not read says nothing of the service', async () => {
    const { id, secret } = await applicationCredential()
    const variables = {
      OS_AUTH_TYPE: 'v3applicationcredential',
      OS_APPLICATION_CREDENTIAL_ID: id,
      OS_APPLICATION_CREDENTIAL_SECRET: secret,
    }
    const glance: OpenStackProbeSettings = {
      services: ['keystone', 'glance'],
      endpoints: { glance: '${GLANCE}' },
    }
    expect(await ask('green', glance, variables)).toEqual({ verdict: 'good' })
    const answer = await ask('green', { services: ['placement'] }, variables)
    expect(answer).toMatchObject({ verdict: 'inconclusive', reason: 'forbidden' })
  })

  test(`a wrong password, used by three probes, does not lock an account that ${ATTEMPTS} would lock`, async () => {
    const wrong = probesOf('green', ALL, { OS_PASSWORD: 'wrong' }, 3)
    const asking = askUntilGood(wrong, systemClock, new AbortController().signal)
    await expect(asking).rejects.toMatchObject({ reason: 'credentials_refused' })
    expect(await ask('green', ALL)).toEqual({ verdict: 'good' })
  })

  test.each([
    ['green', 'blue'],
    ['blue', 'green'],
  ] as const)('tokens of %s are good at %s and the other way round', async (color, other) => {
    expect(await askBoth(color, other)).toEqual({ verdict: 'good' })
  })

  test('green gets other fernet keys: its own tokens are good, and each color refuses those of the other', async () => {
    const folder = join(cloud.state.root, 'other-keys')
    await mkdir(folder, { mode: 0o700 })
    for (const name of ['0', '1']) {
      await writeFile(join(folder, name), `${randomBytes(32).toString('base64url')}=`, { mode: 0o600 })
    }
    const keys = { fernet_tokens: { key_repository: folder }, fernet_receipts: { key_repository: folder } }
    await cloud.kill('keystone-green')
    await cloud.up(['keystone'], {
      color: 'green',
      settings: { keystone: { ...settings.keystone, ...keys } },
    })

    expect(await ask('green', { services: ['keystone'] })).toEqual({ verdict: 'good' })
    expect(await askBoth('green', 'blue')).toEqual({
      ...{ verdict: 'bad', reason: 'cross_color', final: true },
      why: expect.stringMatching(
        /^blue \(.*\) refuses a token that green \(.*\) has issued, and green \(.*\) refuses a token that blue \(/,
      ),
    })
    await cloud.kill('keystone-green')
    await cloud.up(['keystone'], { color: 'green', settings })
    expect(await askBoth('green', 'blue')).toEqual({ verdict: 'good' })
  }, 60_000)

  test('green dies: its probe says so, although users reach Glance as before', async () => {
    await cloud.kill('glance-green')
    expect(await ask('green', ALL)).toMatchObject({ verdict: 'bad', reason: 'refused' })
    expect(await ask('blue', ALL)).toEqual({ verdict: 'good' })
  })
})
