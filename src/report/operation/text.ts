import { isGood } from '../../deploy/ledger/outcome.js'
import type {
  GateReport,
  OperationResult,
  RevertReport,
  RolledReport,
} from '../../deploy/operations/result.js'
import type { ProbeReport } from '../../drivers/probes/diary.js'
import { oneLine } from '../escape.js'
import { count, duration, elapsed } from '../figures.js'
import { lines, type Style, styler, type TextOptions, table } from '../text.js'
import { monitorLines } from './monitor-text.js'

export function operationText(result: OperationResult, options: TextOptions): string {
  const style = styler(options)
  const { outcome, reason, message, remedy, phases, live, shift_ms, monitor } = result
  const good = isGood(result)
  const traffic = live && `${oneLine(live.release.version)}${live.color ? ` on ${live.color}` : ''}`
  const took = duration(elapsed(result.started_at, result.ended_at) ?? 0)
  const what = oneLine(titleOf(result))
  const why = reason === 'completed' ? '' : ` (${reason})`
  const verdict = `${good ? '✔' : '✖'} ${what}: ${outcome.replaceAll('_', ' ')}${why}`
  return lines(
    phases.length > 0 ? phasesTable(result, style) : undefined,
    `${style(good ? 'green' : 'red', verdict)}, ${took}`,
    `  ${oneLine(message)}`,
    remedy === null ? undefined : `  ${style('bold', oneLine(remedy))}`,
    `  traffic  ${traffic ?? 'nothing is live in the ledger'}`,
    shift_ms === null ? undefined : `  shift    ${duration(shift_ms)}`,
    ...(monitor ? monitorLines(monitor, result.strategy, style) : []).map(
      (line, index) => `  ${index === 0 ? 'monitor' : '       '}  ${line}`,
    ),
    ...result.gates.map(gateText),
    ...result.rolled.map(rolledText),
    ...(result.revert ? revertText(result.revert) : []),
    ...(good ? [] : unhappyProbes(result.probes)),
  )
}

/** `deploy of 2.0.0 to production`, `rollback to 1.0.0 in production`. */
function titleOf({ kind, release, environment }: OperationResult): string {
  if (release === null) return `${kind} in ${environment}`
  if (kind === 'rollback') return `rollback to ${release.version} in ${environment}`
  return `${kind} of ${release.version} ${kind === 'deploy' ? 'to' : 'in'} ${environment}`
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
  const rest = done ? 'done' : left === null ? 'the rest is not known yet' : `${left.length} left`
  return `  rolled   ${oneLine(name)}: ${count(hosts.length, 'host')}, ${rest}`
}

/** The last answers of the probes that did not end with a good one. */
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
