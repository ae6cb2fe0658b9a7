import { writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { temporaryFolders } from '../support/temp.js'
import { parseCommandFile } from './command-files.js'
import { runAction, startAction } from './runner.js'
import { parseWorkflowCommands } from './workflow-commands.js'

const newFolder = temporaryFolders()

const ACTION = `
name: fixture
inputs:
  take-over: { required: false, default: false }
  two words: { required: true }
runs: { using: node24, main: main.mjs, post: post.mjs, post-if: always() }
`

/** A tiny action: what main.mjs and post.mjs do is up to the test. */
async function fixture(main: string, post = ''): Promise<{ action: string; workspace: string }> {
  const folder = await newFolder()
  await writeFile(`${folder}/action.yml`, ACTION)
  const prelude = "import { appendFileSync } from 'node:fs'\nconst { env } = process\n"
  await writeFile(`${folder}/main.mjs`, prelude + main)
  await writeFile(`${folder}/post.mjs`, prelude + post)
  return { action: folder, workspace: folder }
}

describe('the runner', () => {
  test('hands inputs over with defaults, and hears outputs, state, summary and the exit status', async () => {
    const where = await fixture(
      `
      appendFileSync(env.GITHUB_OUTPUT, 'seen<<E\\n' + env['INPUT_TAKE-OVER'] + '\\n' + env.INPUT_TWO_WORDS + '\\nE\\n')
      appendFileSync(env.GITHUB_STATE, 'down=yes\\n')
      appendFileSync(env.GITHUB_STEP_SUMMARY, '# hello')
      console.log('::warning file=a.yml,line=2::one%0Atwo')
      console.error('to stderr')
      process.exitCode = 3`,
      `appendFileSync(env.GITHUB_OUTPUT, 'down=' + env.STATE_down + '\\n')`,
    )
    const result = await runAction({ ...where, inputs: { 'two words': 'b' } })
    expect(result).toMatchObject({
      exitCode: 3,
      stderr: 'to stderr\n',
      outputs: { seen: 'false\nb' },
      state: { down: 'yes' },
      summary: '# hello',
      commands: [{ name: 'warning', properties: { file: 'a.yml', line: '2' }, message: 'one\ntwo' }],
      post: { exitCode: 0, outputs: { down: 'yes' } },
    })
  })

  test("gives the step a clean environment, with the workflow's own variables", async () => {
    const where = await fixture('console.log(JSON.stringify(env))')
    const { stdout } = await runAction({ ...where, env: { MINE: 'yes' } })
    const env = JSON.parse(stdout)
    expect(env).toMatchObject({ MINE: 'yes', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: where.workspace })
    expect(env.JEST_WORKER_ID).toBeUndefined()
  })

  test('refuses an input that the action does not declare', async () => {
    const where = await fixture('')
    await expect(runAction({ ...where, inputs: { takeover: 'true' } })).rejects.toThrow(
      'Unexpected input(s): takeover',
    )
  })

  test('cancels with SIGINT, then SIGTERM, then SIGKILL, and still runs the post step', async () => {
    const where = await fixture(
      `
      for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => console.log(name))
      setInterval(() => {}, 1000)
      console.log('ready')`,
      `console.log('post')`,
    )
    const running = await startAction({ ...where, graceMs: { terminate: 200, kill: 200 } })
    while (!running.output().includes('ready')) await delay(20)
    running.cancel()
    const result = await running.ended
    expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL', stdout: 'ready\nSIGINT\nSIGTERM\n' })
    expect(result.post?.stdout).toBe('post\n')
  })

  test('does not wait for ever', async () => {
    const where = await fixture(`console.log('stuck'); setInterval(() => {}, 1000)`)
    await expect(runAction({ ...where, timeoutMs: 300 })).rejects.toThrow(/did not end within 300 ms.*stuck/s)
  })
})

describe('command files', () => {
  test.each([
    ['a=b=c\n', { a: 'b=c' }],
    ['a<<X\none\n\nX y\nX\nb=\n', { a: 'one\n\nX y', b: '' }],
    ['a=1\na=2\n', { a: '2' }],
  ])('%j', (text, values) => {
    expect(parseCommandFile(text)).toEqual(values)
  })

  test.each(['just text\n', 'a<<X\none\n'])('%j is refused', (text) => {
    expect(() => parseCommandFile(text)).toThrow(/Invalid/)
  })
})

describe('workflow commands', () => {
  test('are unescaped once', () => {
    const [command] = parseWorkflowCommands('  ::error title=a%3Ab%2C%2525::50%25%0A%250A\n')
    expect(command).toEqual({ name: 'error', properties: { title: 'a:b,%25' }, message: '50%\n%0A' })
  })

  test('are not carried out between stop-commands and its token', () => {
    const text = '::stop-commands::t\n::error::no\n##[error]no\n::u::\n::t::\n::error::yes\n'
    expect(parseWorkflowCommands(text).map(({ message }) => message)).toEqual(['yes'])
  })

  test('also begin after a lone carriage return, and in the old style within a line', () => {
    expect(parseWorkflowCommands('a\r::error::b\nc ##[warning]d\n::unknown::e\n')).toMatchObject([
      { name: 'error', message: 'b' },
      { name: 'warning', message: 'd' },
    ])
  })
})
