import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../src/platform/errors.js'
import { type JUnitReport, readJUnit } from '../../src/platform/junit.js'
import type { Cloud } from './cloud.js'
import { runCommand } from './commands.js'
import { CloudError } from './errors.js'
import { installPackages } from './packages.js'
import { Site } from './site.js'
import { tempestConf } from './tempest-conf.js'
import { KNOWN_FAILURES } from './tempest-known-failures.js'

/** What `script/cloud tempest` takes: the tests, and the services that they need. */
export const TEMPEST: Readonly<Record<string, { needs: readonly string[]; regex: string }>> = {
  identity: { needs: ['keystone'], regex: '^tempest\\.api\\.identity' },
  image: { needs: ['keystone', 'glance'], regex: '^tempest\\.api\\.image' },
  network: { needs: ['keystone', 'neutron'], regex: '^tempest\\.api\\.network' },
  compute: { needs: ['keystone', 'nova'], regex: '^tempest\\.api\\.compute' },
  smoke: { needs: ['keystone', 'nova'], regex: '(?=.*\\[.*\\bsmoke\\b.*\\])^tempest\\.api' },
}

export interface TempestRun {
  /** Path of the report. */
  junit: string
  report: JUnitReport
  /** Failed tests that are not known to fail. */
  unexpected: string[]
}

const LIMIT_MS = 60 * 60_000

/**
 * Run Tempest against what runs of a cloud, and read its report.
 *
 * @param what a name of {@link TEMPEST}, or a regular expression of test names
 * @throws UserError `needs_root`, `install_failed`, `no_tests`; CloudError `command_failed`
 */
export async function runTempest(cloud: Cloud, what: string, signal?: AbortSignal): Promise<TempestRun> {
  const site = new Site(cloud.state)
  const folder = join(cloud.state.root, 'tempest')
  const logFile = site.processes.logFile('tempest')
  const junit = join(folder, 'junit.xml')
  await installPackages(['tempest'], logFile)
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'logs'), { recursive: true, mode: 0o700 })
  await mkdir(join(folder, 'etc'), { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'etc/tempest.conf'), await tempestConf(cloud, folder), { mode: 0o600 })
  await writeFile(join(folder, '.stestr.conf'), STESTR)

  const run = (command: string, args: readonly string[]) =>
    runCommand({
      command,
      args,
      cwd: folder,
      env: { ...site.environment, HOME: folder },
      timeoutMs: LIMIT_MS,
      accept: [0, 1], // 1: a test failed; the report says which
      logFile,
      signal,
    })
  const regex = TEMPEST[what]?.regex ?? what
  await run('stestr', ['init'])
  const { exitCode } = await run('tempest', [
    'run',
    ...['--config-file', join(folder, 'etc/tempest.conf')],
    ...['--concurrency', '2', '--regex', regex],
  ])
  await run('bash', ['-c', 'stestr last --subunit | subunit2junitxml --no-passthrough --output-to junit.xml'])
  const report = readJUnit(await readFile(junit, 'utf8'))
  if (report.counts.tests === 0) throw new UserError('no_tests', `Tempest has no test that matches ${regex}.`)
  const failed = report.counts.failures + report.counts.errors
  if ((exitCode === 0) !== (failed === 0))
    throw new CloudError('command_failed', `tempest ended with ${exitCode}, but ${failed} tests failed`)
  return { junit, report, unexpected: unexpectedFailures(report) }
}

/** Failures that the list of known ones does not have. */
export function unexpectedFailures(report: JUnitReport): string[] {
  // a test's name ends with its id and tags in brackets
  return report.failures
    .map(({ name }) => name.replace(/\[[^[\]]*\]$/, ''))
    .filter((name) => !KNOWN_FAILURES.has(name))
}

const STESTR = `[DEFAULT]
test_path=/usr/lib/python3/dist-packages/tempest/test_discover
top_dir=/usr/lib/python3/dist-packages
group_regex=([^\\.]*\\.)*
`
