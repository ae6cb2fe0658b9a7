import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { expectUnable } from './cli-result.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()

/** A linter that reports tabs as SARIF, and fails if there are any. */
const NO_TABS = `#!/usr/bin/env bash
results=""
while IFS=: read -r file line rest; do
  results+="\${results:+,}{\\"ruleId\\":\\"no-tab\\",\\"level\\":\\"error\\",\\"message\\":{\\"text\\":\\"A tab.\\"},\\"locations\\":[{\\"physicalLocation\\":{\\"artifactLocation\\":{\\"uri\\":\\"$file\\"},\\"region\\":{\\"startLine\\":$line}}}]}"
done < <(grep -rnP '\\t' --include='*.sh' --exclude-dir=lint . | sed 's|^\\./||')
echo "looked at everything" >&2
echo "{\\"version\\":\\"2.1.0\\",\\"runs\\":[{\\"tool\\":{\\"driver\\":{\\"name\\":\\"no-tabs\\"}},\\"results\\":[$results]}]}"
[ -z "$results" ]
`

const MANIFEST = `version: 1
name: small
validate:
  linters:
    - { name: no-tabs, run: bash lint/no-tabs.sh, report: sarif }
    - { name: unit, run: "mkdir -p reports; cp unit.xml reports/; exit 1", report: junit, path: "reports/*.xml" }
    - { name: quick, run: "true" }
`
const UNIT = '<testsuite><testcase name="vip is free"><failure message="taken"/></testcase></testsuite>'
const FILES = {
  'changeover.yml': MANIFEST,
  'lint/no-tabs.sh': NO_TABS,
  'unit.xml': UNIT,
  'a.sh': 'echo\n\techo\n',
  'b.yml': 'a: 1\na: 2\n',
}

const json = (stdout: string) => JSON.parse(stdout)

describe('changeover validate with linters of the repository', () => {
  test('shows their findings among its own', async () => {
    const site = await own(Site.of(FILES))
    const { exitCode, stdout, stderr } = await site.cli(['validate', '--format', 'json', '--log-dir', 'logs'])
    const result = json(stdout)
    expect(exitCode).toBe(1)
    expect(
      result.findings.map(({ rule, file, line }: Record<string, string>) => `${rule} ${file}:${line}`),
    ).toEqual(['linter/no-tabs a.sh:2', 'yaml/duplicate-key b.yml:2', 'linter/unit changeover.yml:6'])
    expect(result.linters).toMatchObject([
      { name: 'no-tabs', reason: 'findings', exit_code: 1, findings: 1 },
      { name: 'unit', reason: 'findings', exit_code: 1, findings: 1 },
      { name: 'quick', reason: 'clean', exit_code: 0, findings: 0 },
    ])
    expect(stderr).toMatch(/no-tabs: 1 finding/)
    expect(await readFile(result.linters[0].log, 'utf8')).toBe('looked at everything\n')
  })

  test('shows their findings in the text with their lines', async () => {
    const site = await own(Site.of(FILES))
    const { stdout } = await site.cli(['validate'])
    expect(stdout).toContain('a.sh:2:1  error  no-tab: A tab.  [linter/no-tabs]')
  })

  test('does not run them with --no-linters', async () => {
    const site = await own(Site.of(FILES))
    const { stdout } = await site.cli(['validate', '--no-linters', '--format', 'json'])
    expect(json(stdout)).not.toHaveProperty('linters')
  })

  test('stops them on an interrupt', async () => {
    const site = await own(
      Site.of({
        'changeover.yml': `version: 1\nname: small\nvalidate: { linters: [{ name: slow, run: "echo $$ > pid; sleep 60 & wait" }] }\n`,
      }),
    )
    const child = spawn(process.execPath, [join(process.cwd(), 'dist/cli.js'), 'validate'], {
      cwd: site.repository,
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    while (!existsSync(join(site.repository, 'pid'))) await delay(20)
    await delay(50)
    child.kill('SIGINT')
    expect(await ended).toBe(2)
    const pid = Number(await readFile(join(site.repository, 'pid'), 'utf8'))
    expect(() => process.kill(pid, 0)).toThrow()
  })
})

describe('changeover validate and the OpenStack release', () => {
  const files = { 'changeover.yml': 'version: 1\nname: small\nopenstack_release: caracal\n' }

  test('states the release, and the target of an upgrade', async () => {
    const site = await own(Site.of(files))
    const { exitCode, stdout } = await site.cli(['validate', '--target-release', 'epoxy', '--format', 'json'])
    expect(exitCode).toBe(0)
    expect(json(stdout)).toMatchObject({
      openstack_release: { name: '2024.1', from: 'manifest', assumed: false },
      target_release: '2025.1',
    })
    expect((await site.cli(['validate', '--target-release', 'epoxy'])).stdout).toContain(
      'Upgrade from OpenStack 2024.1 (from changeover.yml) to 2025.1',
    )
  })

  test.each(['--openstack-release', '--target-release'])('refuses an unknown release: %s', async (flag) => {
    const site = await own(Site.of(files))
    const result = await site.cli(['validate', flag, 'carracal', '--format', 'json'])
    expect(expectUnable(result, 'unknown_release').remedy).toBe('Did you mean "caracal"?')
  })
})
