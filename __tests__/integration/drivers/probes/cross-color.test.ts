import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { OpenStackProbeSettings } from '../../../../generated/manifest.js'
import { askUntilGood } from '../../../../src/drivers/probes/ask.js'
import { createProbes } from '../../../../src/drivers/probes/create.js'
import { ProbeDiary } from '../../../../src/drivers/probes/diary.js'
import { systemClock } from '../../../../src/platform/clock.js'
import { bash } from '../../../../src/platform/shell.js'
import { FakeKeystone } from '../../../rig/keystone.js'
import { probeContext } from '../../../unit/drivers/probes/context.js'

const signal = () => new AbortController().signal
let blue: FakeKeystone
let green: FakeKeystone

beforeEach(async () => {
  blue = await FakeKeystone.start()
  green = await FakeKeystone.start()
  for (const keystone of [blue, green]) {
    keystone.endpoints = [{ type: 'identity', url: 'http://192.0.2.9:5000/v3' }]
  }
})
afterEach(() => Promise.all([blue.stop(), green.stop()]))

function variables(keystone: FakeKeystone) {
  return { OS_USERNAME: 'probe', OS_PASSWORD: 'right', OS_PROJECT_NAME: 'admin', KEYSTONE: keystone.url }
}

interface When {
  phase?: 'verify' | 'bake'
  openstack?: OpenStackProbeSettings
  hasOther?: boolean
}

/** The probe of green, while traffic is on blue. */
function probes({ phase = 'verify', openstack, hasOther = true }: When = {}) {
  const settings = { cross_color: true, auth_url: '${KEYSTONE}', ...openstack }
  const probe = { name: 'tokens', openstack: settings, timeout: '2s', every: '10ms' }
  const when = hasOther ? { phase, other: variables(blue) } : { phase }
  return createProbes([probe], probeContext({ variables: variables(green) }), bash, when)
}
const ask = async (when?: When) => probes(when)[0]?.probe.ask(signal())
const reads = (keystone: FakeKeystone) => keystone.server.calls().filter((call) => call.startsWith('GET'))
const host = (keystone: FakeKeystone) => new URL(keystone.url).host

describe('tokens of one color at the other', () => {
  test('are accepted in both directions, and each color was asked with both', async () => {
    blue.trusts.push(green)
    green.trusts.push(blue)
    expect(await ask()).toEqual({ verdict: 'good' })
    const sent = (keystone: FakeKeystone) =>
      keystone.server.received.flatMap(({ method, headers }) =>
        method === 'GET' ? [`${headers['x-auth-token']}`.split('-of-')[1]] : [],
      )
    const port = (keystone: FakeKeystone) => new URL(keystone.url).port
    expect(sent(blue)).toEqual([port(green)])
    expect(sent(green)).toEqual([port(green), port(blue)])
  })

  test.each<[string, () => void, () => string[]]>([
    [
      'of green are refused by blue',
      () => green.trusts.push(blue),
      () => [`blue (${host(blue)}) refuses a token that green (${host(green)}) has issued`],
    ],
    [
      'of blue are refused by green',
      () => blue.trusts.push(green),
      () => [`green (${host(green)}) refuses a token that blue (${host(blue)}) has issued`],
    ],
    [
      'are refused in both directions',
      () => {},
      () => [`blue (${host(blue)}) refuses`, `, and green (${host(green)}) refuses`],
    ],
  ])('%s: a final bad answer with a remedy', async (_title, trust, said) => {
    trust()
    const answer = await ask()
    expect(answer).toMatchObject({ verdict: 'bad', reason: 'cross_color', final: true })
    const why = answer && 'why' in answer ? answer.why : ''
    for (const each of [...said(), 'same fernet and credential key repositories']) expect(why).toContain(each)
    expect(why.split(' refuses ')).toHaveLength(said().length + 1)
    expect(why).not.toContain('token-')
    await expect(askUntilGood(probes(), systemClock, signal())).rejects.toMatchObject({
      code: 'probe_failed',
      reason: 'cross_color',
    })
  })

  test('are refused although both colors share a memcached that has them', async () => {
    const shared = new Set<string>()
    for (const length of [0, 1, 2, 3]) {
      for (const keystone of [blue, green]) {
        keystone.prefix = `gAAAAAB${'x'.repeat(length)}`
        keystone.remembered = shared
      }
      expect(await ask()).toMatchObject({ verdict: 'bad', reason: 'cross_color' })
    }
    blue.trusts.push(green)
    green.trusts.push(blue)
    expect(await ask()).toEqual({ verdict: 'good' })
  })

  test('a token that was revoked meanwhile does not count as a mismatch: a new one is tried', async () => {
    blue.trusts.push(green)
    green.trusts.push(blue)
    const [first] = probes()
    expect(await first?.probe.ask(signal())).toEqual({ verdict: 'good' })
    blue.tokens.clear()
    expect(await first?.probe.ask(signal())).toEqual({ verdict: 'good' })
    expect(blue.logins).toBe(2)
  })
})

describe('a failure of the other color', () => {
  test.each([
    ['its Keystone is sick', { kind: 'status' as const, status: 503 }, 'status'],
    ['its Keystone does not answer', { kind: 'hang' as const }, 'timeout'],
  ])('%s: is inconclusive for this one', async (_title, fault, reason) => {
    green.trusts.push(blue)
    blue.server.fail(/GET/, fault)
    expect(await ask()).toEqual({
      verdict: 'inconclusive',
      reason,
      why: expect.stringMatching(/^the other color: /),
    })
  })

  test('a refused password is not tried again', async () => {
    blue.trusts.push(green)
    blue.password = 'another'
    expect(await ask()).toMatchObject({ verdict: 'inconclusive', reason: 'credentials_refused', final: true })
    expect(blue.logins).toBe(1)
  })
})

describe('cross_color is not checked, with a note', () => {
  test('before there is a live color', async () => {
    const diary = new ProbeDiary()
    await askUntilGood(probes({ hasOther: false }), systemClock, signal(), diary.during('verify'))
    expect(diary.report()[0]).toMatchObject({
      good: 1,
      last: [{ verdict: 'good', why: 'cross_color was not asked: no other color has traffic' }],
    })
    expect(reads(blue)).toEqual([])
  })

  test('during the bake, after traffic was shifted', async () => {
    expect(await ask({ phase: 'bake' })).toMatchObject({ verdict: 'good', note: expect.any(String) })
    expect(reads(blue)).toEqual([])
  })
})

test('without cross_color the other color is not asked', async () => {
  expect(await ask({ openstack: { cross_color: false } })).toEqual({ verdict: 'good' })
  expect(blue.server.received).toEqual([])
})

test('the same address for both colors is refused', () => {
  expect(() => probes({ openstack: { auth_url: green.url } })).toThrow(
    expect.objectContaining({
      code: 'probe_address_invalid',
      message: expect.stringContaining(
        'verify[0].openstack.auth_url is not the Keystone of one color: both colors have the same',
      ),
    }),
  )
})
