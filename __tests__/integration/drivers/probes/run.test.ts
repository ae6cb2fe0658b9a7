import { expect, test } from '@jest/globals'
import { runProbe } from '../../../../src/drivers/probes/run.js'
import { bash } from '../../../../src/platform/shell.js'
import { probeContext } from '../../../unit/drivers/probes/context.js'

const signal = () => new AbortController().signal
const probe = (run: string, timeoutMs = 5_000) =>
  runProbe({ name: 'x', run, timeoutMs, context: probeContext() }, bash)

test('exit status 0 is good, and the command gets the color', async () => {
  expect(await probe('test "$CHANGEOVER_COLOR" = green').ask(signal())).toEqual({ verdict: 'good' })
})

test('exit status 75 is inconclusive', async () => {
  expect(await probe('echo no data; exit 75').ask(signal())).toEqual({
    verdict: 'inconclusive',
    reason: 'exit_status',
    why: 'exit status 75: no data',
  })
})

test('any other exit status is bad, with the last line of output', async () => {
  expect(await probe('echo nope; exit 4').ask(signal())).toEqual({
    verdict: 'bad',
    reason: 'exit_status',
    why: 'exit status 4: nope',
  })
  expect(await probe('sleep 60', 150).ask(signal())).toEqual({
    verdict: 'bad',
    reason: 'timeout',
    why: 'no answer within 0.15 s',
  })
})

test('a cancelled probe ends with the reason', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(new Error('enough')), 50)
  await expect(probe('sleep 60').ask(controller.signal)).rejects.toThrow('enough')
})
