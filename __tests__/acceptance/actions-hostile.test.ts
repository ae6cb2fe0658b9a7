import { describe, expect, test } from '@jest/globals'
import { testGit } from '../support/repository.js'
import { COMMANDS, expectHarmless, HOSTILE, MARK, rawHtml } from './hostile.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()

describe('the test itself', () => {
  test('finds HTML that is not escaped, and nothing else', () => {
    expect(rawHtml('a <b> `<i>` \\<u> ``a ` <s>``\n```\n<p>\n```\n')).toEqual(['<b>'])
    expect(rawHtml('\\`<b>\\`')).toEqual(['<b>']) // an escaped backtick begins no code
  })
})

describe('hostile definitions', () => {
  test('file names and YAML are escaped', async () => {
    const broken = 'heat_template_version: 2018-08-31\nresources: [\n'
    const names = [
      '::error::PWNED.yaml',
      'a\n::error::PWNED.yaml',
      'b\r::set-output name=outcome::PWNED.yaml',
      '##[error]PWNED.yaml',
      '<script>alert(1)<\u2215script>.yaml',
      'c|d`e`.yaml',
      '%0A::error::PWNED.yaml',
    ]
    const site = await own(
      Site.of({
        ...Object.fromEntries(names.map((name) => [name, broken])),
        'changeover.yml': `version: 1\nname: a\n${COMMANDS.map((command) => `${JSON.stringify(`x\n${command}\n${HOSTILE}`)}: 1\n`).join('')}`,
      }),
    )
    const result = await site.action('validate')
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', reason: 'errors_found' } })
    const files = new Set(
      JSON.parse(result.outputs.result ?? '').findings.map(({ file }: { file: string }) => file),
    )
    for (const name of names) expect(files).toContain(name)
    expect(result.summary).toContain(MARK)
    expectHarmless(result)
    // the finding's own annotation arrives whole
    expect(result.commands.map(({ properties }) => properties.file)).toContain('a\n::error::PWNED.yaml')
  })

  test.each(['validate', 'package'] as const)('%s on a hostile branch and tag', async (action) => {
    const site = await own(Site.of({ 'changeover.yml': 'version: 1\nname: a\n' }))
    const name = '##<script>|`id`$(id);::error'.replaceAll(':', '') // Git allows no colons
    await testGit(site.repository, 'switch', '--quiet', '--create', `b/${name}`)
    await testGit(site.repository, 'tag', `v1${name}`)
    const env = { GITHUB_REF: `refs/heads/b/${name}`, GITHUB_HEAD_REF: `b/${name}\n::error::${MARK}` }
    const result = await site.action(action, {}, { env })
    if (action === 'package') expect(result.outputs).toEqual({ outcome: 'failed', reason: 'invalid_version' })
    else expect(result.exitCode).toBe(0)
    expectHarmless(result)
  })
})

describe("hostile output of a release's commands", () => {
  const PRINT = `printf '%s\\n' ${COMMANDS.map((command) => `"${command}"`).join(' ')} >&2; printf 'x\\r${COMMANDS[0]}\\n'`

  test('of a failed deploy is quoted in the message, and nothing in it is executed', async () => {
    const site = await own(
      Site.of({
        'changeover.yml':
          'version: 1\nname: a\nenvironments:\n  p: { strategy: in_place, deploy: { run: ./deploy.sh } }\n',
        'deploy.sh': {
          // last on both: which of the two pipes is read last, nobody can say
          text: `${PRINT}\necho '${HOSTILE}'\necho '${HOSTILE}' >&2\nexit 1\n`.replace(
            /^/,
            '#!/usr/bin/env bash\n',
          ),
          executable: true,
        },
      }),
    )
    const { path } = await site.package('1')
    const result = await site.action('deploy', { environment: 'p', release: path })
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', reason: 'command_failed' } })
    expect(result.stdout).toContain(`##[error]${MARK}`) // it was printed, where the runner does not listen
    expect(result.summary).toContain('alert')
    expect(result.commands.at(-1)).toMatchObject({ name: 'error', message: expect.stringContaining(HOSTILE) })
    expectHarmless(result)
  })

  test('of tests is escaped: names and messages in a report, and their output', async () => {
    const attribute = `${COMMANDS[0]}&#10;${HOSTILE}`.replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    const report = `<testsuite name="s"><testcase classname="c" name="${attribute}"><failure message="${attribute}">no</failure></testcase></testsuite>`
    const site = await own(
      Site.of({
        'changeover.yml':
          'version: 1\nname: a\nenvironments:\n  staging:\n    strategy: in_place\n    deploy: { run: "true" }\n    tests: { keystone: [{ name: "t <b>|`x`", run: ./test.sh, report: junit, path: report.xml }] }\n',
        'test.sh': {
          text: `#!/usr/bin/env bash\n${PRINT}\ncp prepared.xml report.xml\nexit 1\n`,
          executable: true,
        },
        'prepared.xml': report,
      }),
    )
    const { path } = await site.package('1')
    const result = await site.action('staged-test', { release: path })
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', reason: 'tests_failed' } })
    const { stages } = JSON.parse(result.outputs.result ?? '')
    expect(stages[0].services[0].runs[0].failures[0].name).toContain('<script>')
    expect(result.summary).toContain(MARK)
    expectHarmless(result)
  })
})
