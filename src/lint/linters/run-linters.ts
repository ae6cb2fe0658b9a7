import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pMap from 'p-map'
import picomatch from 'picomatch'
import type { LinterSettings } from '../../../generated/manifest.js'
import { MANIFEST_FILE } from '../../manifest/load.js'
import { messageOf, UserError } from '../../platform/errors.js'
import type { Log } from '../../platform/log.js'
import type { Shell } from '../../platform/shell.js'
import { parseYaml } from '../../yaml/parse.js'
import { FILE_START, type Range } from '../../yaml/source.js'
import { asScalar, asSequence, childOf } from '../../yaml/tree.js'
import { type Found, sorted } from '../engine/check.js'
import type { Finding, LinterRun, Severity } from '../engine/finding.js'
import { linterFindings, linterRule } from './linter-findings.js'
import { Places } from './places.js'
import { type LinterEnd, runLinter } from './run-linter.js'
import { unsilenced } from './silenced.js'

export interface LintersOptions {
  root: string
  linters: readonly LinterSettings[]
  ignore: readonly string[]
  rules: Readonly<Record<string, Severity | 'off'>>
  /** The folder for logs. Default: a temporary folder that is kept if a linter failed. */
  logDir?: string | undefined
  shell: Shell
  log: Log
  signal: AbortSignal
}

export interface LintersResult {
  runs: LinterRun[]
  findings: Finding[]
}

/**
 * Run the repository's own linters in parallel, and convert their findings into one form.
 *
 * @throws UserError `log_folder_unwritable`
 * @throws the reason of the signal when they are canceled
 */
export async function runLinters(options: LintersOptions): Promise<LintersResult> {
  const { root, log, rules } = options
  const linters = options.linters.filter(({ name }) => rules[linterRule(name)] !== 'off')
  if (linters.length === 0) return { runs: [], findings: [] }
  const logs = await logFolder(options.logDir)
  let keep = true
  try {
    const names = linters.map(({ name }) => name).join(', ')
    log.info(`Running ${count(linters.length, 'linter')} of the repository: ${names}`)
    const run = async (settings: LinterSettings) => {
      const onLine = (line: string) => log.output(linters.length === 1 ? line : `${settings.name}: ${line}`)
      const end = await runLinter(settings, { ...options, logs, onLine })
      tell(end, log)
      return end
    }
    const ends = await pMap(linters, run, { concurrency: availableParallelism() })
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
  ends: readonly LinterEnd[],
  { root, ignore, rules, log }: LintersOptions,
): Promise<{ found: Found[]; runs: LinterRun[] }> {
  const entries = await entriesInManifest(root)
  const places = new Places(root)
  const isIgnored = picomatch([...ignore], { dot: true })
  const found: Found[] = []
  const runs = ends.map((end): LinterRun => {
    const { name } = end.settings
    const { findings, outside } = linterFindings(end, entries.get(name) ?? FILE_START, places, rules)
    if (outside > 0) log.warn(`${name}: left out ${count(outside, 'finding')} outside the folder`)
    const counted = findings.filter(({ file }) => !isIgnored(file))
    found.push(...counted)
    return { name, reason: end.reason, ...end.run, findings: counted.length }
  })
  return { found, runs }
}

/** The place of each linter's name in the manifest. */
async function entriesInManifest(root: string): Promise<Map<string, Range>> {
  const { documents } = parseYaml(await readFile(join(root, MANIFEST_FILE), 'utf8').catch(() => ''))
  const linters = asSequence(childOf(childOf(documents[0], 'validate'), 'linters'))
  const places = new Map<string, Range>()
  for (const item of linters?.items ?? []) {
    const name = asScalar(childOf(item, 'name'))
    if (name) places.set(name.text, name.range)
  }
  return places
}

function tell({ settings, failure, report, run }: LinterEnd, log: Log): void {
  const seconds = `${(run.duration_ms / 1000).toFixed(1)} s`
  const found = report.findings.length + report.more
  if (failure !== undefined)
    log.warn(`${settings.name} ${failure} (${seconds})${run.log ? `; full output: ${run.log}` : ''}`)
  else log.info(`✔ ${settings.name}: ${found === 0 ? 'no findings' : count(found, 'finding')} (${seconds})`)
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

async function logFolder(asked: string | undefined): Promise<string> {
  try {
    if (asked === undefined) return await mkdtemp(join(tmpdir(), 'changeover-linters-'))
    await mkdir(asked, { recursive: true })
    return resolve(asked)
  } catch (error) {
    throw new UserError(
      'log_folder_unwritable',
      `Cannot write logs to ${asked ?? tmpdir()}: ${messageOf(error)}`,
      { remedy: 'Choose another folder with --log-dir.', cause: error },
    )
  }
}
