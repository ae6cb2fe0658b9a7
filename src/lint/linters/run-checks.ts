import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import picomatch from 'picomatch'
import type { CheckSettings } from '../../../generated/manifest.js'
import { messageOf, UserError } from '../../platform/errors.js'
import { inParallel } from '../../platform/in-parallel.js'
import type { Log } from '../../platform/log.js'
import type { Shell } from '../../platform/shell.js'
import { type Found, sorted } from '../engine/check.js'
import type { CheckRun, Finding, Severity } from '../engine/finding.js'
import { checkFindings, checkRule } from './check-findings.js'
import { checkPlaces } from './manifest-places.js'
import { Places } from './places.js'
import { type CheckEnd, runCheck } from './run-check.js'
import { unsilenced } from './silenced.js'

export interface ChecksOptions {
  root: string
  checks: readonly CheckSettings[]
  ignore: readonly string[]
  rules: Readonly<Record<string, Severity | 'off'>>
  /** Where the checks' logs go. Default: a temporary folder that is kept when there is something to look up in it. */
  logDir?: string | undefined
  shell: Shell
  log: Log
  signal: AbortSignal
}

export interface ChecksResult {
  runs: CheckRun[]
  findings: Finding[]
}

/**
 * Run the repository's own checks, side by side, and bring their findings into one form.
 *
 * @throws UserError `log_folder_unwritable`
 * @throws the signal's reason when they are cancelled
 */
export async function runChecks(options: ChecksOptions): Promise<ChecksResult> {
  const { root, log, rules } = options
  const checks = options.checks.filter(({ name }) => rules[checkRule(name)] !== 'off')
  if (checks.length === 0) return { runs: [], findings: [] }
  const logs = await logFolder(options.logDir)
  let keep = true
  try {
    log.info(
      `Running ${count(checks.length, 'check')} of the repository: ${checks.map(({ name }) => name).join(', ')}`,
    )
    const ends = await inParallel(checks, availableParallelism(), async (settings) => {
      const onLine = (line: string) => log.output(checks.length === 1 ? line : `${settings.name}: ${line}`)
      const end = await runCheck(settings, { ...options, logs, onLine })
      tell(end, log)
      return end
    })
    keep = options.logDir !== undefined || ends.some(({ failure }) => failure !== undefined)
    const { found, runs } = await gathered(ends, options)
    return {
      findings: sorted(await unsilenced(root, found, log)),
      runs: keep ? runs : runs.map((run) => ({ ...run, log: null })),
    }
  } catch (error) {
    keep = options.logDir !== undefined
    throw error
  } finally {
    if (!keep) await rm(logs, { recursive: true, force: true })
  }
}

async function gathered(
  ends: readonly CheckEnd[],
  { root, ignore, rules, log }: ChecksOptions,
): Promise<{ found: Found[]; runs: CheckRun[] }> {
  const at = await checkPlaces(root)
  const places = new Places(root)
  const isIgnored = picomatch([...ignore], { dot: true })
  const found: Found[] = []
  const runs = ends.map((end): CheckRun => {
    const { name } = end.settings
    const { findings, outside } = checkFindings(end, at(name), places, rules)
    if (outside > 0) log.warn(`${name}: ${count(outside, 'finding')} outside of the folder left out`)
    const counted = findings.filter(({ file }) => !isIgnored(file))
    found.push(...counted)
    return { name, reason: end.reason, ...end.run, findings: counted.length }
  })
  return { found, runs }
}

function tell({ settings, failure, report, run }: CheckEnd, log: Log): void {
  const seconds = `${(run.duration_ms / 1000).toFixed(1)} s`
  const found = report.findings.length + report.more
  if (failure !== undefined)
    log.warn(`${settings.name} ${failure} (${seconds})${run.log ? `; all of it: ${run.log}` : ''}`)
  else log.info(`✔ ${settings.name}: ${found === 0 ? 'nothing found' : count(found, 'finding')} (${seconds})`)
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

async function logFolder(asked: string | undefined): Promise<string> {
  try {
    if (asked === undefined) return await mkdtemp(join(tmpdir(), 'changeover-checks-'))
    await mkdir(asked, { recursive: true })
    return resolve(asked)
  } catch (error) {
    throw new UserError(
      'log_folder_unwritable',
      `Cannot write logs to ${asked ?? tmpdir()}: ${messageOf(error)}`,
      {
        remedy: 'Name another folder with --log-dir.',
        cause: error,
      },
    )
  }
}
