import { describe, expect, test } from '@jest/globals'
import { notHealthy } from '../../../src/deploy/phases/verify.js'
import { ProbeFailed } from '../../../src/drivers/probes/ask.js'

const way = { live: '2', old: '1', color: 'blue' as const }

describe('why an unhealthy color gets no traffic back', () => {
  const failed = (reason: string) =>
    notHealthy(new ProbeFailed('tokens', { verdict: 'bad', reason, why: 'refused' }), way)

  test('names the probe and the remedy', () => {
    expect(failed('status')).toMatchObject({
      reason: 'probe_failed',
      message: 'The probe "tokens" failed: refused.',
      remedy:
        'Traffic stays on 2. Repair what the probe checks on blue and roll back again, or deploy the archive of 1.',
    })
  })

  test('tells when the colors have different keys', () => {
    expect(failed('cross_color').remedy).toContain('copy those of the live color to blue')
  })

  test('leaves other failures as they are', () => {
    expect(notHealthy(new Error('boom'), way)).toMatchObject({ reason: 'internal_error' })
  })
})
