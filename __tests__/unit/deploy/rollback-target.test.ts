import { describe, expect, test } from '@jest/globals'
import type { Slot } from '../../../src/deploy/ledger/state.js'
import { notHealthy, type WayBack } from '../../../src/deploy/operations/rollback-target.js'
import { ProbeFailed } from '../../../src/drivers/probes/ask.js'

const router = { local: { services: { web: { listen: 'a:1', blue: 'a:2', green: 'a:3' } } } }
const held = (version: string, state: Slot['state']): Slot => ({
  release: { version, digest: 'sha256:' },
  state,
  since: '2026-11-25T00:00:00Z',
  settings: { strategy: 'blue_green', deploy: { run: 'true' }, verify: [], router },
})
const way: WayBack = {
  live: held('2', 'live'),
  from: 'green',
  to: 'blue',
  target: held('1', 'standby'),
  closes: new Date(),
}

describe('an old color that is not healthy', () => {
  const failed = (reason: string) =>
    notHealthy(new ProbeFailed('tokens', { verdict: 'bad', reason, why: 'refused' }), way)

  test('names the probe, and says what to do', () => {
    expect(failed('status')).toMatchObject({
      reason: 'probe_failed',
      message: 'The probe "tokens" failed: refused.',
      remedy:
        'Users stay on 2. Mend what the probe asks on blue, and roll back again; or deploy the archive of 1 forward.',
    })
  })

  test('says so when keys were rotated away', () => {
    expect(failed('cross_color').remedy).toContain('copy those of the live color to blue')
  })

  test('is not what another failure is about', () => {
    expect(notHealthy(new Error('boom'), way)).toMatchObject({ reason: 'internal_error' })
  })
})
