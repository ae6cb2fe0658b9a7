import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { OpenStackProbeSettings } from '../../../../generated/manifest.js'
import { askUntilGood } from '../../../../src/drivers/probes/ask.js'
import { createProbes } from '../../../../src/drivers/probes/create.js'
import type { Answer } from '../../../../src/drivers/probes/probe.js'
import { systemClock } from '../../../../src/platform/clock.js'
import { bash } from '../../../../src/platform/shell.js'
import { FaultyServer, type Reply } from '../../../rig/faulty-server.js'
import { FakeKeystone } from '../../../rig/keystone.js'
import { freePort } from '../../../rig/ports.js'
import { temporaryFolders } from '../../../support/temp.js'
import { probeContext } from '../../../unit/drivers/probes/context.js'

const folders = temporaryFolders()
const signal = () => new AbortController().signal
let keystone: FakeKeystone
let glance: FaultyServer
/** What Glance answers to whoever has a good token. */
let images: Reply

beforeEach(async () => {
  keystone = await FakeKeystone.start()
  images = { status: 200, body: { images: [] } }
  glance = await FaultyServer.start(({ path, headers }) => {
    if (!keystone.knows(headers['x-auth-token'])) return { status: 401 }
    return path === '/v2/images' ? images : { status: 404 }
  })
  keystone.endpoints = [
    { type: 'identity', url: 'http://192.0.2.9:5000/v3' },
    { type: 'image', url: glance.url },
  ]
})
afterEach(() => Promise.all([keystone.stop(), glance.stop()]))

const variables = () => ({
  OS_AUTH_URL: keystone.url,
  OS_USERNAME: 'probe',
  OS_PASSWORD: 'right',
  OS_PROJECT_NAME: 'admin',
})

interface Setting {
  openstack?: OpenStackProbeSettings
  variables?: Record<string, string>
  folder?: string
  timeout?: string
}

function probes(setting: Setting, count = 1) {
  const { openstack = { services: ['glance'] }, folder = '/', timeout = '5s' } = setting
  const context = probeContext({
    variables: { ...variables(), ...setting.variables },
    release: { version: '1', digest: 'sha256:0', folder },
  })
  const settings = Array.from({ length: count }, (_, n) => ({
    name: `p${n}`,
    openstack,
    timeout,
    every: '1s',
  }))
  return createProbes(settings, context, bash)
}

async function ask(setting: Setting = {}): Promise<Answer | undefined> {
  return probes(setting)[0]?.probe.ask(signal())
}

describe('a healthy service', () => {
  test('Keystone: a token, and a request with it, at the address that issued it', async () => {
    expect(await ask({ openstack: {} })).toEqual({ verdict: 'good' })
    expect(keystone.server.calls()).toEqual(['POST /v3/auth/tokens', 'GET /v3/auth/projects'])
  })

  test('another service is found in the catalog, and asked for a list', async () => {
    expect(await ask()).toEqual({ verdict: 'good' })
    expect(glance.received.map(({ path, query }) => `${path}?${query}`)).toEqual(['/v2/images?limit=1'])
  })

  test('a token is used until it expires; Keystone is asked for a new one each time', async () => {
    const [image] = probes({})
    for (let n = 0; n < 3; n++) expect(await image?.probe.ask(signal())).toEqual({ verdict: 'good' })
    expect(keystone.logins).toBe(1)
    const [identity] = probes({ openstack: { services: ['keystone'] } })
    for (let n = 0; n < 3; n++) expect(await identity?.probe.ask(signal())).toEqual({ verdict: 'good' })
    expect(keystone.logins).toBe(4)
  })

  test('a token that expires within the minute is not used again', async () => {
    keystone.lifetime = 30
    const [image] = probes({})
    for (let n = 0; n < 2; n++) expect(await image?.probe.ask(signal())).toEqual({ verdict: 'good' })
    expect(keystone.logins).toBe(2)
  })

  test('a token that was revoked is replaced once', async () => {
    const [image] = probes({})
    await image?.probe.ask(signal())
    keystone.tokens.clear()
    expect(await image?.probe.ask(signal())).toEqual({ verdict: 'good' })
    expect(keystone.logins).toBe(2)
  })
})

describe('another address than that of users', () => {
  test('another origin takes the path of the catalog', async () => {
    keystone.endpoints = [{ type: 'image', url: 'http://192.0.2.9:9292/' }]
    const openstack = { services: ['glance' as const], endpoints: { glance: '${GLANCE}' } }
    expect(await ask({ openstack, variables: { GLANCE: glance.url } })).toEqual({ verdict: 'good' })
  })

  test('auth_url wins over the credentials', async () => {
    const openstack = { services: ['glance' as const], auth_url: `${keystone.url}/v3/` }
    const answer = await ask({ openstack, variables: { OS_AUTH_URL: 'http://192.0.2.9:5000' } })
    expect(answer).toEqual({ verdict: 'good' })
  })
})

describe('the catalog', () => {
  test.each<[string, OpenStackProbeSettings, string]>([
    ['has no such service', { services: ['nova'] }, 'has no nova (compute); it has identity, image'],
    [
      'has it in another region',
      { services: ['glance'], region: 'RegionTwo' },
      'it has the regions RegionOne',
    ],
    [
      'has no such interface',
      { services: ['glance'], interface: 'internal' },
      'no internal interface of glance',
    ],
  ])('%s', async (_title, openstack, why) => {
    expect(await ask({ openstack })).toEqual({
      ...{ verdict: 'bad', reason: 'catalog' },
      why: expect.stringContaining(why),
    })
  })

  test('has the service in two regions, and no region is configured', async () => {
    keystone.endpoints.push({ type: 'image', url: glance.url, region: 'RegionTwo' })
    expect(await ask()).toMatchObject({ reason: 'catalog', why: expect.stringContaining('set region_name') })
    expect(await ask({ variables: { OS_REGION_NAME: 'RegionTwo' } })).toEqual({ verdict: 'good' })
  })

  test('is empty', async () => {
    keystone.endpoints = []
    expect(await ask()).toMatchObject({ reason: 'catalog', why: expect.stringContaining('is empty') })
  })

  test('has an invalid address', async () => {
    keystone.endpoints = [{ type: 'image', url: 'javascript:alert(1)' }]
    expect(await ask()).toMatchObject({ reason: 'catalog', why: expect.stringContaining('not a valid URL') })
  })
})

describe('an unhealthy service', () => {
  test.each<[string, Reply, object]>([
    ['500', { status: 500 }, { verdict: 'bad', reason: 'status' }],
    ['garbage', { status: 200, body: '<html>' }, { verdict: 'bad', reason: 'json' }],
    ['another document', { status: 200, body: { versions: [] } }, { verdict: 'bad', reason: 'json' }],
    ['403', { status: 403 }, { verdict: 'inconclusive', reason: 'forbidden' }],
    ['too much', { status: 200, body: 'x'.repeat(5_000_000) }, { verdict: 'bad', reason: 'too_large' }],
  ])('answers %s', async (_title, reply, expected) => {
    images = reply
    expect(await ask()).toMatchObject(expected)
  })

  test('refuses every token: only one new token is requested', async () => {
    images = { status: 401 }
    expect(await ask()).toMatchObject({ verdict: 'bad', reason: 'unauthorized' })
    expect(keystone.logins).toBe(2)
  })

  test('does not listen', async () => {
    keystone.endpoints = [{ type: 'image', url: `http://127.0.0.1:${await freePort()}` }]
    expect(await ask()).toMatchObject({ verdict: 'bad', reason: 'refused' })
  })

  test('does not answer', async () => {
    glance.fail(/GET/, { kind: 'hang' })
    expect(await ask({ timeout: '300ms' })).toMatchObject({ verdict: 'bad', reason: 'timeout' })
  })
})

describe('Keystone', () => {
  test('refuses the password: it is sent once, however many probes ask and however often', async () => {
    const asking = askUntilGood(probes({ variables: { OS_PASSWORD: 'wrong' } }, 3), systemClock, signal())
    await expect(asking).rejects.toMatchObject({ code: 'probe_failed', reason: 'credentials_refused' })
    expect(keystone.logins).toBe(1)
    expect(await asking.catch(String)).not.toContain('wrong')
  })

  test('refuses the password: a probe that is asked again does not send it', async () => {
    const [probe] = probes({ variables: { OS_PASSWORD: 'wrong' } })
    for (let n = 0; n < 5; n++) {
      expect(await probe?.probe.ask(signal())).toMatchObject({ reason: 'credentials_refused', final: true })
    }
    expect(keystone.logins).toBe(1)
  })

  test.each<[string, Reply, string]>([
    ['503', { status: 503 }, 'status'],
    ['no JSON', { status: 201, headers: { 'x-subject-token': 't' }, body: 'oops' }, 'json'],
    ['no token', { status: 201, headers: { 'x-subject-token': 't' }, body: {} }, 'json'],
    ['no header', { status: 201, body: { token: {} } }, 'json'],
  ])('answers %s, and is asked again', async (_title, reply, reason) => {
    keystone.server.fail(/POST/, { kind: 'status', ...reply } as Parameters<FaultyServer['fail']>[1])
    const [probe] = probes({})
    expect(await probe?.probe.ask(signal())).toMatchObject({ verdict: 'bad', reason })
    expect(await probe?.probe.ask(signal())).toEqual({ verdict: 'good' })
  })

  test('does not listen', async () => {
    const answer = await ask({ variables: { OS_AUTH_URL: `http://127.0.0.1:${await freePort()}` } })
    expect(answer).toMatchObject({ verdict: 'bad', reason: 'refused' })
  })
})

test('credentials of a clouds.yaml of the release', async () => {
  const folder = await folders()
  const auth = { auth_url: keystone.url, username: 'probe', project_name: 'admin' }
  await writeFile(join(folder, 'clouds.yaml'), JSON.stringify({ clouds: { one: { auth } } }))
  await writeFile(join(folder, 'secure.yaml'), 'clouds: { one: { auth: { password: right } } }')
  const openstack = { services: ['glance' as const], cloud: 'one' }
  expect(await ask({ openstack, folder })).toEqual({ verdict: 'good' })
})

test('missing credentials are named', async () => {
  await expect(ask({ variables: { OS_PASSWORD: '' } })).rejects.toMatchObject({
    code: 'credentials_missing',
    message: 'OS_PASSWORD is not set, and no cloud of a clouds.yaml is named.',
  })
})
