import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { commandRouter } from '../../../../src/drivers/routers/command.js'
import { bash } from '../../../../src/platform/shell.js'

describe('the command router', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'changeover-command-'))
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  const router = (current: string, change = 'true', check?: string) =>
    commandRouter(
      {
        current: { run: current, timeout: '5s' },
        shift: { run: change },
        ...(check === undefined ? {} : { check: { run: check } }),
      },
      { shell: bash, environment: 'production', variables: { LB: 'lb one' }, folder: join(dir, 'commands') },
    )

  test.each(['blue', 'green', 'none', 'split'])('takes the word %s, with spaces around it', async (word) => {
    expect(await router(`echo " ${word} "`).current()).toBe(word)
  })

  test.each([
    ['echo blue; echo green', 'blue\\ngreen'],
    ['echo Blue', 'Blue'],
    ['true', ''],
  ])('the output of `%s` is refused as an answer', async (run, printed) => {
    await expect(router(run).current()).rejects.toMatchObject({
      code: 'router_refused',
      message: `router: \`current\` printed "${printed}".`,
      remedy: expect.stringContaining('blue, green, none or split'),
    })
  })

  test('a `current` that prints without end is stopped and named', async () => {
    const endless = commandRouter(
      { current: { run: 'yes blue', timeout: '200ms' }, shift: { run: 'true' } },
      { shell: bash, environment: 'production', variables: {}, folder: dir },
    )
    await expect(endless.current()).rejects.toMatchObject({
      code: 'router_unreachable',
      message: 'router: `current` did not end within 200 ms.',
    })
  })

  test('commands get their variables, and nothing is pasted into their text', async () => {
    const check =
      '[[ "$CHANGEOVER_ENVIRONMENT $CHANGEOVER_COLOR $CHANGEOVER_PHASE ${LB:-none}" == "production green check lb one" ]]'
    await router('[[ -z "$CHANGEOVER_COLOR" && "$PWD" == */commands ]]; echo blue', 'true', check).check(
      'green',
    )
  })

  test('a failed check is reported with its last line', async () => {
    await expect(
      router('echo blue', 'true', 'echo "no member is up" >&2; exit 3').check('green'),
    ).rejects.toMatchObject({
      code: 'target_unhealthy',
      message: 'router: `check` for green ended with exit status 3: no member is up.',
    })
  })

  test('without a check, `current` must answer', async () => {
    await router('echo blue').check('green')
    await expect(router('exit 4').check('green')).rejects.toMatchObject({
      code: 'router_unreachable',
      message: 'router: `current` ended with exit status 4.',
    })
  })

  test('the message says when there is no color to go back to', async () => {
    const file = join(dir, 'asked')
    const current = `if [[ -e "${file}" ]]; then echo split; else touch "${file}"; echo none; fi`
    await expect(router(current).shiftTo('green')).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringMatching(
        /`current` prints split\. There is no color to shift back to: before, .* none\.$/,
      ),
    })
  })

  test('a failed way back is reported with both failures', async () => {
    const file = join(dir, 'asked')
    const current = `if [[ -e "${file}" ]]; then echo split; else touch "${file}"; echo blue; fi`
    await expect(
      router(current, 'echo "to $CHANGEOVER_COLOR: no" >&2; exit 1').shiftTo('green'),
    ).rejects.toMatchObject({
      code: 'shift_failed',
      message: expect.stringMatching(
        /to green: no\. Traffic could not be shifted back to blue: .* to blue: no\.$/,
      ),
    })
  })
})
