import { describe, expect, test } from '@jest/globals'
import { bundleAction } from '../../rig/bundled-action.js'
import { runAction } from '../../rig/runner.js'
import { temporaryFolders } from '../../support/temp.js'

const newFolder = temporaryFolders()

/** What the runner sees of `work`, the body of an async function that has a `log`. */
async function logged(work: string) {
  const main = `
    import { runnerLog } from './src/github/runner-log.js'
    const log = runnerLog()
    const fail = (message) => { throw new Error(message) }
    ${work}
    log.resume()`
  return runAction(await bundleAction(await newFolder(), 'actions/validate/action.yml', { main }))
}

/** The lines without the random part of the token. */
function linesOf(stdout: string): string[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/changeover-[0-9a-f-]{36}/, 'TOKEN'))
}

describe('runnerLog', () => {
  test('prints a step as a group, and its duration after it', async () => {
    const { stdout } = await logged(`await log.step('Deploy', async () => log.info('inside'))`)
    expect(linesOf(stdout)).toEqual([
      '::group::Deploy',
      'inside',
      '::endgroup::',
      expect.stringMatching(/^✔ Deploy \(\d+\.\d s\)$/),
    ])
  })

  test('closes the group, and returns or throws what the step does', async () => {
    const { stdout, commands } = await logged(`
      log.info('got ' + (await log.step('a', async () => 42)))
      await log.step('b', async () => fail('no')).catch((error) => log.info('caught ' + error.message))`)
    expect(commands.map(({ name }) => name)).toEqual(['group', 'endgroup', 'group', 'endgroup'])
    expect(stdout).toMatch(/got 42\n::group::b\nno\n::endgroup::\n✖ b \(\d\.\d s\)\ncaught no\n/)
  })

  test('prints nested steps as one group, and an error once', async () => {
    const { stdout, commands } = await logged(`
      await log.step('outer', () => log.step('inner', async () => fail('reason'))).catch(() => {})`)
    expect(commands).toMatchObject([{ name: 'group', message: 'outer' }, { name: 'endgroup' }])
    expect(linesOf(stdout).map((line) => line.replace(/ \(.*/, ''))).toEqual([
      '::group::outer',
      'inner',
      'reason',
      '✖ inner',
      '::endgroup::',
      '✖ outer',
    ])
  })

  test("prevents workflow commands in the output of a user's command", async () => {
    const { stdout, commands } = await logged(`
      await log.step('run', async () => {
        for (const line of ['::error::forged', '##[warning]forged', '::endgroup::', '::stop-commands::x', '::x::']) {
          log.output(line)
        }
      })
      log.warn('real')`)
    expect(commands).toMatchObject([
      { name: 'group' },
      { name: 'endgroup' },
      { name: 'warning', message: 'real' },
    ])
    const lines = linesOf(stdout)
    expect(lines.slice(1, 3)).toEqual(['::stop-commands::TOKEN', '::error::forged'])
    expect(lines.slice(6, 9)).toEqual(['::x::', '::TOKEN::', '::endgroup::'])
  })

  test('uses a new token each time', async () => {
    const { stdout } = await logged(`log.output('a'); log.info('b'); log.output('c')`)
    const tokens = [...stdout.matchAll(/::stop-commands::(.*)/g)].map(([, token]) => token)
    expect(new Set(tokens).size).toBe(2)
  })

  test.each(['::error::x', ' \\t::error::x', 'a\\r::error::x', 'a\\n\\u200b::error::x', 'see ##[error]x'])(
    'prints %j and prevents it from being executed',
    async (message) => {
      const { commands, stdout } = await logged(`log.info('${message}')`)
      expect(commands).toEqual([])
      expect(stdout).toContain('x\n')
      expect(stdout).toContain('::stop-commands::')
    },
  )

  test('prints ordinary lines unchanged', async () => {
    const { stdout } = await logged(`log.info('http://[fe80::1]:80 is up')`)
    expect(stdout).toBe('http://[fe80::1]:80 is up\n')
  })

  test('keeps a title and a warning on one line', async () => {
    const { commands } = await logged(`
      await log.step('a\\n::error::b', async () => log.warn('c\\n::error::d'))`)
    expect(commands).toMatchObject([
      { name: 'group', message: 'a\n::error::b' },
      { name: 'warning', message: 'c\n::error::d' },
      { name: 'endgroup' },
    ])
  })
})
