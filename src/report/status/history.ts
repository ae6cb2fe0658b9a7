import type { Attempt, HistoryResult, PastOperation } from '../../deploy/ledger/history.js'
import { oneLine } from '../escape.js'
import { styler, type TextOptions, table } from '../text.js'

/** The operations on an environment, for a terminal. */
export function historyText(history: HistoryResult, options: TextOptions): string {
  const style = styler(options)
  const { environment, ledger, operations } = history
  const nothing = `${style('bold', oneLine(environment))}: no operations are recorded\n`
  const rows = operations.map((operation) =>
    [
      operation.id.slice(0, 8),
      seconds(operation.started_at),
      lasted(operation.duration_ms),
      `${operation.kind} ${operation.release.version}`,
      wayOf(operation),
      endOf(operation),
      triesOf(operation.attempts),
      operation.by ?? '',
    ].map(oneLine),
  )
  const head = ['id', 'started', 'took', 'operation', 'color', 'outcome', 'attempts', 'by']
  const body = rows.length === 0 ? nothing : table(head, rows)
  return `${body}\n${style('dim', `ledger: ${oneLine(ledger)}`)}`
}

/** One operation with each of its records, for a terminal. */
export function timelineText(history: HistoryResult, options: TextOptions): string {
  const style = styler(options)
  return history.operations
    .map((operation) => {
      const { id, kind, release, started_at, duration_ms, attempts, timeline } = operation
      const what = oneLine(`${kind} ${release.version}, ${wayOf(operation)}: ${endOf(operation)}`)
      const runs = attempts.map(({ attempt, by, host, started_at: from, last_at, end }) =>
        oneLine(`  attempt ${attempt} by ${by} on ${host}, ${seconds(from)} to ${seconds(last_at)}: ${end}`),
      )
      const rows = timeline.map((step) => {
        const took = step.took_ms === null ? '' : lasted(step.took_ms)
        return [clock(step.at), took, step.what, `${step.attempt}`, step.by ?? '', step.id.slice(0, 10)]
      })
      return [
        style('bold', what),
        style('dim', oneLine(`  ${id}, ${release.digest}`)),
        `  from ${seconds(started_at)}, ${duration_ms === null ? 'not ended' : lasted(duration_ms)}`,
        ...runs,
        '',
        table(
          ['at (UTC)', 'took', 'record', 'attempt', 'by', 'commit'],
          rows.map((row) => row.map(oneLine)),
        ),
      ].join('\n')
    })
    .join('\n')
}

function wayOf({ from_color, to_color }: PastOperation): string {
  return to_color ? `${from_color ?? 'none'} → ${to_color}` : 'in place'
}

function endOf({ outcome, reason }: PastOperation): string {
  if (outcome === null) return 'unfinished'
  return reason === 'completed' ? outcome : `${outcome} (${reason})`
}

function triesOf(attempts: readonly Attempt[]): string {
  const abandoned = attempts.filter(({ end }) => end === 'abandoned').length
  return abandoned > 0 ? `${attempts.length}, ${abandoned} abandoned` : `${attempts.length}`
}

function lasted(ms: number | null): string {
  if (ms === null) return ''
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const minutes = Math.floor(ms / 60_000)
  return minutes < 60
    ? `${minutes} min ${Math.floor((ms % 60_000) / 1000)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Whole seconds keep the table narrow. */
function seconds(time: string): string {
  return time.replace(/\.\d+Z$/, 'Z')
}

function clock(time: string): string {
  return time.slice(11, 23)
}
