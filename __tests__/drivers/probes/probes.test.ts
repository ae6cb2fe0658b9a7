import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { askUntilGood, watch } from '../../../src/drivers/probes/ask.js'
import { httpProbe } from '../../../src/drivers/probes/http.js'
import type { Answer, Probe } from '../../../src/drivers/probes/probe.js'
import { runProbe } from '../../../src/drivers/probes/run.js'
import { systemClock } from '../../../src/platform/clock.js'
import { bash } from '../../../src/platform/shell.js'

const signal = () => new AbortController().signal

describe('the http probe', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })

  async function serve(status: number, body: string): Promise<string> {
    const started = createServer((_request, response) => response.writeHead(status).end(body))
    server = started
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(started.address() as AddressInfo).port}/v3`
  }

  test.each([
    [200, {}, true],
    [300, {}, true],
    [404, {}, false],
    [503, {}, false],
    [401, { status: [401] }, true],
    [200, { status: [204] }, false],
    [200, { contains: 'stable' }, true],
    [200, { contains: 'deprecated' }, false],
  ])('status %d with %j: %s', async (status, options, good) => {
    const url = await serve(status, '{"status": "stable"}')
    expect((await httpProbe({ name: 'x', url, timeoutMs: 1_000, ...options }).ask(signal())).good).toBe(good)
  })

  test('a question that could not be asked is a bad answer', async () => {
    const probe = httpProbe({ name: 'x', url: 'http://127.0.0.1:1/', timeoutMs: 500 })
    expect(await probe.ask(signal())).toEqual({ good: false, why: expect.stringContaining('ECONNREFUSED') })
  })
})

describe('the run probe', () => {
  const release = { version: '1', digest: 'sha256:0', folder: '/' }
  const context = {
    environment: 'e',
    color: 'green',
    liveColor: 'blue',
    release,
    phase: 'verify',
    operation: 'o',
    variables: {},
  }
  const probe = (run: string, timeoutMs = 5_000) => runProbe({ name: 'x', run, timeoutMs, context }, bash)

  test('exit status 0 is a yes, and it knows which color it asks', async () => {
    expect(await probe('test "$CHANGEOVER_COLOR" = green').ask(signal())).toEqual({ good: true })
  })

  test('anything else is a no, with the last line that it printed', async () => {
    expect(await probe('echo nope; exit 4').ask(signal())).toEqual({
      good: false,
      why: 'exit status 4: nope',
    })
    expect(await probe('sleep 60', 150).ask(signal())).toEqual({
      good: false,
      why: 'no answer within 0.15 s',
    })
  })
})

/** A probe that gives these answers, the last one again and again. */
function scripted(answers: boolean[]): Probe & { asked: number } {
  return {
    name: 'scripted',
    asked: 0,
    async ask(): Promise<Answer> {
      const good = answers[Math.min(this.asked++, answers.length - 1)]
      return good ? { good } : { good: false, why: 'so it was written' }
    },
  }
}

const schedule = { everyMs: 1, passes: 1, failures: 10 }

describe('askUntilGood', () => {
  test('needs good answers in a row', async () => {
    const probe = scripted([true, true, false, true, true, true])
    await askUntilGood([{ probe, schedule: { ...schedule, passes: 3 } }], systemClock, signal())
    expect(probe.asked).toBe(6)
  })

  test('gives up after one bad answer more than are put up with', async () => {
    const probe = scripted([false])
    await expect(
      askUntilGood([{ probe, schedule: { ...schedule, failures: 2 } }], systemClock, signal()),
    ).rejects.toThrow('The probe "scripted" failed: so it was written.')
    expect(probe.asked).toBe(3)
  })

  test('the first that fails stops the others', async () => {
    const slow = scripted([true])
    const asking = askUntilGood(
      [
        { probe: slow, schedule: { ...schedule, everyMs: 10, passes: 1_000_000 } },
        { probe: scripted([false]), schedule: { ...schedule, failures: 0 } },
      ],
      systemClock,
      signal(),
    )
    await expect(asking).rejects.toMatchObject({ name: 'ProbeFailed', probe: 'scripted' })
  })

  test('stops with the reason of the signal', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 30)
    const forever = [{ probe: scripted([true]), schedule: { ...schedule, passes: 1_000_000 } }]
    await expect(askUntilGood(forever, systemClock, controller.signal)).rejects.toThrow('enough')
  })
})

describe('watch', () => {
  test('lasts for the whole time when all is well', async () => {
    const started = performance.now()
    await watch([{ probe: scripted([true]), schedule }], 100, systemClock, signal())
    expect(performance.now() - started).toBeGreaterThanOrEqual(95)
  })

  test('is over at the third bad answer in a row, long before its end', async () => {
    const probe = scripted([true, false, true, false, false, false])
    await expect(watch([{ probe, schedule }], 60_000, systemClock, signal())).rejects.toMatchObject({
      name: 'ProbeFailed',
    })
    expect(probe.asked).toBe(6)
  })

  test('does not end well on a bad answer', async () => {
    await expect(
      watch(
        [{ probe: scripted([false]), schedule: { ...schedule, everyMs: 40 } }],
        30,
        systemClock,
        signal(),
      ),
    ).rejects.toMatchObject({ name: 'ProbeFailed' })
  })
})
