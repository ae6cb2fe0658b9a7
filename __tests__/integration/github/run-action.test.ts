import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { bundleAction } from '../../rig/bundled-action.js'
import { runAction, startAction } from '../../rig/runner.js'
import { temporaryFolders } from '../../support/temp.js'

const newFolder = temporaryFolders()

const IMPORTS = `
  import { runAction, runPost } from './src/github/run-action.js'
  import { downHooks, leftRunning } from './src/github/action-io.js'
  import { UserError } from './src/platform/errors.js'
`

/** An action with the inputs of validate whose work is `work`, the body of an async function. */
async function actionThat(work: string, post?: string) {
  const main = `${IMPORTS}
    await runAction('validate', async (inputs, { log, signal }) => { ${work} })`
  const sources = post === undefined ? { main } : { main, post: `${IMPORTS}\n${post}` }
  return bundleAction(await newFolder(), 'actions/validate/action.yml', sources)
}

const errors = (commands: { name: string; message: string }[]) =>
  commands.filter(({ name }) => name === 'error').map(({ message }) => message)

describe('runAction', () => {
  test('passes typed inputs to the work, and sets outputs and summary', async () => {
    const where = await actionThat(`
      return {
        outputs: { outcome: 'passed', reason: inputs.failOn, errors: 0, result: null },
        summary: '### ' + JSON.stringify(inputs.summary),
      }`)
    const result = await runAction({ ...where, inputs: { 'fail-on': 'notice' } })
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'passed', reason: 'notice', errors: '0', result: '' },
      summary: '### true\n\n',
      commands: [],
    })
  })

  test('writes no summary when the input summary is false', async () => {
    const where = await actionThat(`return { outputs: {}, summary: '# never' }`)
    const result = await runAction({ ...where, inputs: { summary: 'false' } })
    expect(result).toMatchObject({ exitCode: 0, summary: '' })
  })

  test('fails with the outputs and the summary of a result that is not good', async () => {
    const where = await actionThat(
      `return { outputs: { outcome: 'failed', reason: 'errors_found' }, summary: '# bad', failure: '2 errors' }`,
    )
    const result = await runAction(where)
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { reason: 'errors_found' },
      summary: '# bad\n\n',
      commands: [{ name: 'error', message: '2 errors' }],
    })
  })

  test('reports the message and the remedy of a user error, and its code as the reason', async () => {
    const where = await actionThat(
      `throw new UserError('folder_missing', 'No folder.', { remedy: 'Make one.' })`,
    )
    const result = await runAction(where)
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'failed', reason: 'folder_missing' },
      commands: [{ name: 'error', message: 'No folder. Make one.' }],
    })
  })

  test('refuses an invalid input before the work starts', async () => {
    const where = await actionThat(`log.info('worked')`)
    const result = await runAction({ ...where, inputs: { 'fail-on': 'errors' } })
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', reason: 'invalid_input' } })
    expect(errors(result.commands)).toEqual([
      'Input "fail-on" cannot be "errors". Use one of: error, warning, notice, never. Leave it out for "error".',
    ])
    expect(result.stdout).not.toContain('worked')
  })

  test('shows the stack of an unexpected error at debug level only', async () => {
    const where = await actionThat(`throw new TypeError('broken\\n::error::forged')`)
    const result = await runAction(where)
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', reason: 'internal_error' } })
    expect(result.commands).toEqual([
      { name: 'debug', properties: {}, message: expect.stringContaining('at ') },
      { name: 'error', properties: {}, message: 'broken\n::error::forged' },
    ])
  })

  test.each([
    ['a string', `throw 'just text'`, 'just text'],
    ['nothing at all', `throw undefined`, 'undefined'],
    ['an empty error', `throw new Error('')`, 'The action failed without a message.'],
  ])('fails when the work throws %s', async (_name, work, message) => {
    const result = await runAction(await actionThat(work))
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', reason: 'internal_error' } })
    expect(errors(result.commands)).toEqual([message])
  })

  test('fails when an error is thrown outside the work', async () => {
    const result = await runAction(
      await actionThat(
        `setTimeout(() => { throw new Error('in a timer') }); await new Promise((done) => setTimeout(done, 5000))`,
      ),
    )
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', reason: 'internal_error' } })
    expect(errors(result.commands)).toEqual(['in a timer'])
  })

  test('ends after its work, also when a connection is still open', async () => {
    const where = await actionThat(
      `setInterval(() => {}, 1000); return { outputs: { outcome: 'passed' }, failure: 'not good' }`,
    )
    expect(await runAction(where)).toMatchObject({ exitCode: 1, outputs: { outcome: 'passed' } })
  })

  test('fails when the work never settles', async () => {
    const main = `${IMPORTS} void runAction('validate', () => new Promise(() => {}))`
    const where = await bundleAction(await newFolder(), 'actions/validate/action.yml', { main })
    expect(await runAction(where)).toMatchObject({ exitCode: 1, signal: null })
  })

  test('resumes workflow commands when the work fails during the output of a command', async () => {
    const where = await actionThat(`log.output('::error::forged'); throw new Error('real')`)
    expect(errors((await runAction(where)).commands)).toEqual(['real'])
  })

  test('aborts the signal when the job is cancelled, and waits for the work', async () => {
    const where = await actionThat(`
      log.info('ready')
      const alive = setInterval(() => {}, 1000)
      await new Promise((done) => signal.addEventListener('abort', done))
      await new Promise((done) => setTimeout(done, 300))
      clearInterval(alive)
      log.info('cleaned up')
      throw signal.reason`)
    const running = await startAction({ ...where, graceMs: { terminate: 100, kill: 5_000 } })
    while (!running.output().includes('ready')) await delay(20)
    running.cancel()
    const result = await running.ended
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', reason: 'cancelled' } })
    expect(result.stdout).toContain('cleaned up')
    expect(errors(result.commands)).toEqual(['Canceled by SIGINT.'])
  })
})

describe('runPost', () => {
  test('reads what the main step saved', async () => {
    const where = await actionThat(
      `downHooks({ environment: 'a b', release: 'r' }).onUp(); return { outputs: {} }`,
      `await runPost(async ({ log }) => log.info('end ' + JSON.stringify(leftRunning())))`,
    )
    const { post } = await runAction(where)
    expect(post).toMatchObject({ exitCode: 0, stdout: 'end {"environment":"a b","release":"r"}\n' })
  })

  test('fails when its work fails', async () => {
    const where = await actionThat(
      `return { outputs: {} }`,
      `await runPost(async () => { throw new UserError('x', 'Still up.', { remedy: 'End it.' }) })`,
    )
    const { exitCode, post } = await runAction(where)
    expect(exitCode).toBe(0)
    expect(post).toMatchObject({ exitCode: 1, outputs: {} })
    expect(errors(post?.commands ?? [])).toEqual(['Still up. End it.'])
  })
})
