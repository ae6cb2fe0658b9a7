import { isGood } from '../deploy/ledger/outcome.js'
import type { GateReport, OperationResult, RevertReport, RolledReport } from '../deploy/operations/result.js'
import type { ProbeReport } from '../drivers/probes/diary.js'
import type { FileChanges } from '../release/document.js'
import type { OriginReport } from '../release/provenance/origin-report.js'
import type { PackageResult } from '../release/result.js'
import type { ServiceRun, StagedTestResult, TestRun } from '../staged-test/result.js'
import { changesText } from './changes-text.js'
import { oneLine } from './escape.js'
import { count, duration, elapsed, size } from './figures.js'
import { casesOf } from './markdown.js'
import { monitorLines } from './monitor-text.js'
import { besideText } from './origin-text.js'
import { lines, type Style, styler, type TextOptions, table } from './text-parts.js'

/** Results for a terminal. */

/** @param result also with the changes against another release */
export function packageText(
  result: PackageResult & { changes?: FileChanges; origin?: OriginReport },
  options: TextOptions,
): string {
  const style = styler(options)
  const { name, version, outcome, digest, commit, files, bytes, path, previous, changes } = result
  const mark = result.origin?.statement?.matches === false ? style('red', '✖') : style('green', '✔')
  return lines(
    `${mark} ${style('bold', oneLine(`${name} ${version}`))} ${outcome}`,
    `  digest   ${digest}`,
    `  commit   ${oneLine(commit)}`,
    `  content  ${count(files, 'file')}, ${size(bytes)}`,
    `  checked  ${checkedText(result)}`,
    result.dirty ? style('yellow', '  dirty    it holds changes that nobody committed') : undefined,
    `  archive  ${oneLine(path)}`,
    ...besideText(result, result.origin, style),
    previous ? `  previous ${oneLine(previous.version)} ${previous.digest}` : undefined,
    previous ? changesText(previous.changes, style) : undefined,
    changes && changesText(changes, style),
  )
}

/** What `validate` found when the release was made. */
export function checkedText({ findings, openstack_release }: PackageResult): string {
  if (findings === null) return 'no: the definitions were packaged without a look at them'
  const { errors, warnings, notices } = findings
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(notices, 'notice')}, for OpenStack ${openstack_release}`
}

export function stagedTestText(result: StagedTestResult, options: TextOptions): string {
  const style = styler(options)
  const { outcome, environment, release, message, stages, duration_ms } = result
  const rows = stages.flatMap(({ stage, services }) =>
    services.flatMap((service) => serviceRows(stage, service, style)),
  )
  const what = `${oneLine(release.version)} ${outcome} in ${oneLine(environment)}, ${duration(duration_ms)}.`
  return lines(
    rows.length > 0
      ? table(['stage', 'service', 'outcome', 'test', 'reason', 'cases', 'time'], rows)
      : undefined,
    ...stages.flatMap(({ services }) => services.flatMap(({ runs }) => runs.flatMap(failedCases))),
    style(
      outcome === 'passed' ? 'green' : 'red',
      `${outcome === 'passed' ? '✔' : '✖'} ${what} ${oneLine(message)}`,
    ),
  )
}

function serviceRows(stage: number, service: ServiceRun, style: Style): string[][] {
  const colors = { passed: 'green', failed: 'red', blocked: 'yellow' } as const
  const first = [String(stage), oneLine(service.service), style(colors[service.outcome], service.outcome)]
  if (service.runs.length === 0) {
    const why = service.blocked_by === null ? '' : `${oneLine(service.blocked_by)} is not good`
    return [[...first, '', why, '', '']]
  }
  return service.runs.map((run, index) => [
    ...(index === 0 ? first : ['', '', '']),
    oneLine(run.name),
    run.reason,
    casesOf(run),
    duration(run.duration_ms),
  ])
}

function failedCases(run: TestRun): string[] {
  return run.failures.map(
    ({ name, message }) => `  ✖ ${oneLine(run.name)}: ${oneLine(name)}: ${oneLine(message)}`,
  )
}

export function operationText(result: OperationResult, options: TextOptions): string {
  const style = styler(options)
  const { kind, outcome, reason, environment, message, remedy, phases, live, shift_ms, monitor } = result
  const good = isGood(result)
  const users = live && `${oneLine(live.release.version)}${live.color ? ` on ${live.color}` : ''}`
  const took = duration(elapsed(result.started_at, result.ended_at) ?? 0)
  const verdict = `${good ? '✔' : '✖'} ${kind} ${outcome.replaceAll('_', ' ')} in ${oneLine(environment)} (${reason})`
  return lines(
    phases.length > 0 ? phasesTable(result, style) : undefined,
    `${style(good ? 'green' : 'red', verdict)}, ${took}`,
    `  ${oneLine(message)}`,
    remedy === null ? undefined : `  ${style('bold', oneLine(remedy))}`,
    `  users    ${users ?? 'the ledger knows of nothing live'}`,
    shift_ms === null ? undefined : `  shift   ${duration(shift_ms)}`,
    ...(monitor ? monitorLines(monitor, result.strategy, style) : []).map(
      (line, index) => `  ${index === 0 ? 'monitor' : '       '}  ${line}`,
    ),
    ...result.gates.map(gateText),
    ...result.rolled.map(rolledText),
    ...(result.revert ? revertText(result.revert) : []),
    ...(good ? [] : unhappyProbes(result.probes)),
  )
}

function revertText({ outcome, url, message }: RevertReport): string[] {
  return [
    `  revert   ${outcome.replaceAll('_', ' ')}: ${oneLine(message)}`,
    ...(url === null ? [] : [`           ${oneLine(url)}`]),
  ]
}

function gateText({ name, passed, exit_status }: GateReport): string {
  return `  gate     ${oneLine(name)}: ${passed ? 'passed' : 'closed'}, exit status ${exit_status ?? 'none'}`
}

function rolledText({ name, hosts, left, done }: RolledReport): string {
  const rest = done ? 'done' : left === null ? 'the rest not known yet' : `${left.length} left`
  return `  rolled   ${oneLine(name)}: ${count(hosts.length, 'host')}, ${rest}`
}

/** The last answers of the probes whose last answer was not good. */
function unhappyProbes(probes: readonly ProbeReport[]): string[] {
  return probes
    .filter(({ last }) => last.at(-1)?.verdict !== 'good')
    .flatMap(({ phase, name, last }) =>
      last.map(
        ({ at, verdict, why }) =>
          `  probe    ${phase} ${oneLine(name)}, ${at}: ${verdict}${why ? `, ${oneLine(why)}` : ''}`,
      ),
    )
}

function phasesTable({ phases }: OperationResult, style: Style): string {
  const colors = { done: 'green', failed: 'red', skipped: 'dim', running: 'cyan' } as const
  const rows = phases.map(({ phase, state, started_at, ended_at }) => {
    const took = state === 'skipped' ? undefined : elapsed(started_at, ended_at)
    return [phase, style(colors[state], state), took === undefined ? '' : duration(took)]
  })
  return table(['phase', 'state', 'time'], rows)
}
