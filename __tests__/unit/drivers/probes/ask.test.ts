import { describe, expect, test } from '@jest/globals'
import { askUntilGood, watch } from '../../../../src/drivers/probes/ask.js'
import { ProbeDiary } from '../../../../src/drivers/probes/diary.js'
import {
  type Answer,
  bad,
  GOOD,
  inconclusive,
  type Probe,
  type Verdict,
} from '../../../../src/drivers/probes/probe.js'
import { type Clock, systemClock } from '../../../../src/platform/clock.js'

const signal = () => new AbortController().signal

/** A probe that gives these answers, the last one again and again. */
function scripted(verdicts: Verdict[], more: { final?: true } = {}): Probe & { asked: number } {
  const answers: Record<Verdict, Answer> = {
    good: GOOD,
    bad: { ...bad('written', 'so it was written'), ...more },
    inconclusive: { ...inconclusive('unclear', 'nobody knows'), ...more },
  }
  return {
    name: 'scripted',
    asked: 0,
    async ask(): Promise<Answer> {
      return answers[verdicts[Math.min(this.asked++, verdicts.length - 1)] ?? 'bad']
    },
  }
}

/** Time that passes when somebody sleeps. */
class HandClock implements Clock {
  passed = 0
  now = () => new Date(this.passed)
  sleep = async (ms: number) => {
    this.passed += ms
  }
}

const schedule = { everyMs: 1, passes: 1, failures: 10, inconclusive: 10 }

/** As many as asked for. */
function times(n: number, verdict: Verdict): Verdict[] {
  return Array.from({ length: n }, () => verdict)
}

describe('askUntilGood', () => {
  test('needs good answers in a row', async () => {
    const probe = scripted(['good', 'good', 'bad', 'good', 'inconclusive', 'good', 'good', 'good'])
    await askUntilGood([{ probe, schedule: { ...schedule, passes: 3 } }], systemClock, signal())
    expect(probe.asked).toBe(8)
  })

  test('fails after one bad answer more than the limit', async () => {
    const probe = scripted(['bad'])
    await expect(
      askUntilGood([{ probe, schedule: { ...schedule, failures: 2 } }], systemClock, signal()),
    ).rejects.toMatchObject({
      message: 'The probe "scripted" failed: so it was written.',
      code: 'probe_failed',
      reason: 'written',
    })
    expect(probe.asked).toBe(3)
  })

  test('inconclusive answers in a row have their own limit and name', async () => {
    const probe = scripted([...times(3, 'inconclusive'), 'bad', 'inconclusive'])
    await expect(
      askUntilGood([{ probe, schedule: { ...schedule, inconclusive: 3 } }], systemClock, signal()),
    ).rejects.toMatchObject({
      message: 'The probe "scripted" got no conclusive answer: nobody knows.',
      code: 'probe_inconclusive',
      reason: 'unclear',
    })
    expect(probe.asked).toBe(8)
  })

  test('a probe that could do harm is not asked again', async () => {
    const probe = scripted(['bad'], { final: true })
    await expect(askUntilGood([{ probe, schedule }], systemClock, signal())).rejects.toMatchObject({
      code: 'probe_failed',
    })
    expect(probe.asked).toBe(1)
  })

  test('the first probe that fails stops the others', async () => {
    const slow = scripted(['good'])
    const asking = askUntilGood(
      [
        { probe: slow, schedule: { ...schedule, everyMs: 10, passes: 1_000_000 } },
        { probe: scripted(['bad']), schedule: { ...schedule, failures: 0 } },
      ],
      systemClock,
      signal(),
    )
    await expect(asking).rejects.toMatchObject({ name: 'ProbeFailed', probe: 'scripted' })
  })

  test('stops with the reason of the signal', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 30)
    const forever = [{ probe: scripted(['good']), schedule: { ...schedule, passes: 1_000_000 } }]
    await expect(askUntilGood(forever, systemClock, controller.signal)).rejects.toThrow('enough')
  })
})

describe('watch', () => {
  test('lasts for the whole time when all probes are good', async () => {
    const clock = new HandClock()
    const probe = scripted(['good'])
    await watch([{ probe, schedule: { ...schedule, everyMs: 30 } }], 100, clock, signal())
    expect({ passed: clock.passed, asked: probe.asked }).toEqual({ passed: 100, asked: 5 })
  })

  test('lasts for the whole time, or until the signal, without a probe as well', async () => {
    const clock = new HandClock()
    await watch([], 100, clock, signal())
    expect(clock.passed).toBe(100)
    const over = AbortSignal.abort(new Error('enough'))
    await expect(watch([], 60_000, systemClock, over)).rejects.toThrow('enough')
  })

  test('fails at the third bad answer in a row, also with inconclusive ones between', async () => {
    const probe = scripted(['good', 'bad', 'good', 'bad', 'bad', 'inconclusive', 'bad'])
    await expect(watch([{ probe, schedule }], 60_000, systemClock, signal())).rejects.toMatchObject({
      code: 'probe_failed',
    })
    expect(probe.asked).toBe(7)
  })

  test('tolerates inconclusive answers up to their limit', async () => {
    const probe = scripted(['good', ...times(10, 'inconclusive'), 'good', 'inconclusive'])
    await expect(watch([{ probe, schedule }], 60_000, systemClock, signal())).rejects.toMatchObject({
      code: 'probe_inconclusive',
    })
    expect(probe.asked).toBe(12 + 11)
  })

  test.each<[Verdict, string]>([
    ['bad', 'probe_failed'],
    ['inconclusive', 'probe_inconclusive'],
  ])('fails when the last answer is %s', async (verdict, code) => {
    const probe = scripted([verdict])
    await expect(
      watch([{ probe, schedule: { ...schedule, everyMs: 40 } }], 30, systemClock, signal()),
    ).rejects.toMatchObject({ code })
  })
})

test('the diary counts answers by phase, and keeps the last five with their times', async () => {
  const diary = new ProbeDiary()
  const probe = scripted([...times(6, 'bad'), 'inconclusive', 'good'])
  await askUntilGood([{ probe, schedule }], systemClock, signal(), diary.during('verify'))
  await watch([{ probe, schedule }], 0, systemClock, signal(), diary.during('bake'))
  const [verify, bake] = diary.report()
  expect(verify).toMatchObject({
    phase: 'verify',
    name: 'scripted',
    asked: 8,
    good: 1,
    bad: 6,
    inconclusive: 1,
  })
  expect(verify?.last.map(({ verdict }) => verdict)).toEqual(['bad', 'bad', 'bad', 'inconclusive', 'good'])
  expect(verify?.last[3]).toEqual({
    at: expect.stringMatching(/^\d{4}-.*Z$/),
    took_ms: expect.any(Number),
    verdict: 'inconclusive',
    reason: 'unclear',
    why: 'nobody knows',
  })
  expect(bake).toMatchObject({ phase: 'bake', asked: 1, good: 1, last: [{ reason: null, why: null }] })
})
