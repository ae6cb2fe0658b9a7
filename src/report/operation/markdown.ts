import { isGood } from '../../deploy/ledger/outcome.js'
import type { OperationResult, RevertReport } from '../../deploy/operations/result.js'
import { code, codeCell, inline } from '../escape.js'
import { duration, elapsed } from '../figures.js'
import { blocks, mermaid, table, title } from '../markdown.js'
import { monitorMarkdown } from './monitor-markdown.js'
import { gatesMarkdown, probesMarkdown, rolledMarkdown } from './parts-markdown.js'
import { blueGreenPicture, blueGreenView, operationPicture } from './picture.js'

const KIND = { deploy: 'Deploy', rollback: 'Rollback', abort: 'Abort' } as const

export function operationMarkdown(result: OperationResult): string {
  const { kind, outcome, reason, environment, message, remedy, phases, monitor, probes } = result
  const view = blueGreenView(result)
  const name = `${KIND[kind]} ${outcome.replaceAll('_', ' ')}`
  return blocks(
    title(isGood(result), `${name}: ${inline(environment)}`),
    inline(message),
    remedy === null ? '' : `**What to do:** ${inline(remedy)}`,
    table(['', ''], operationFacts(result, reason)),
    result.revert ? revertMarkdown(result.revert) : '',
    view ? mermaid(blueGreenPicture(view)) : '',
    phases.length === 0 ? '' : blocks(mermaid(operationPicture(result)), phasesTable(result)),
    monitor ? monitorMarkdown(monitor, result.strategy) : '',
    gatesMarkdown(result.gates),
    rolledMarkdown(result.rolled),
    probesMarkdown(probes),
  )
}

function revertMarkdown({ outcome, url, reason, message }: RevertReport): string {
  const why = reason === null ? '' : ` (${code(reason)})`
  return `**Revert pull request:** ${outcome.replaceAll('_', ' ')}${why}. ${inline(message)}${url === null ? '' : ` ${url}`}`
}

function operationFacts(result: OperationResult, reason: string): string[][] {
  const { live, release, operation, shift_ms, started_at, ended_at } = result
  const on = live?.color ? ` on ${live.color}` : ''
  return [
    ['Reason', codeCell(reason)],
    ['Release', release ? `${codeCell(release.version)} ${codeCell(release.digest)}` : 'none'],
    ['Traffic is on', live ? `${codeCell(live.release.version)}${on}` : 'nothing, according to the ledger'],
    ['Shift', shift_ms === null ? 'none' : duration(shift_ms)],
    ['Time', duration(elapsed(started_at, ended_at) ?? 0)],
    ['Operation', operation === null ? 'none' : codeCell(operation)],
  ]
}

function phasesTable({ phases }: OperationResult): string {
  return table(
    ['Phase', 'State', 'Started', 'Time'],
    phases.map(({ phase, state, started_at, ended_at }) => {
      const took = elapsed(started_at, ended_at)
      return state === 'skipped'
        ? [phase, state, '', '']
        : [phase, state, inline(started_at), took === undefined ? '' : duration(took)]
    }),
  )
}
