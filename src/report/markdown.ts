import { isGood } from '../deploy/ledger/outcome.js'
import type { OperationResult, RevertReport } from '../deploy/operations/result.js'
import type { ValidateResult } from '../lint/engine/finding.js'
import type { PackageResult } from '../release/result.js'
import type { ServiceRun, StagedTestResult, TestRun } from '../staged-test/result.js'
import { code, codeCell, inline } from './escape.js'
import { count, duration, elapsed, size } from './figures.js'
import { type FindingsMarkdownView, validateMarkdown } from './findings-markdown.js'
import { blocks, mermaid, table, title } from './markdown-parts.js'
import { blueGreenPicture, blueGreenView, operationPicture, stagedTestPicture } from './mermaid.js'
import { monitorMarkdown } from './monitor-markdown.js'
import { needsText } from './origin-text.js'
import { probesMarkdown } from './probes-markdown.js'
import { gatesMarkdown, rolledMarkdown } from './rolling-markdown.js'

/** Results as GitHub Markdown, for job summaries. */

export function packageMarkdown(result: PackageResult): string {
  return blocks(
    title(true, `Release ${inline(result.version)} ${result.outcome}`),
    table(
      ['', ''],
      [
        ['Name', inline(result.name)],
        ['Version', codeCell(result.version)],
        ['Digest', codeCell(result.digest)],
        ['Commit', codeCell(result.commit)],
        ['Content', `${count(result.files, 'file')}, ${size(result.bytes)}`],
        ['Checked', checkedCell(result)],
        ...(result.dirty ? [['Dirty', 'It holds changes that nobody committed']] : []),
        ...(result.previous ? [['Before', previousCell(result.previous)]] : []),
        ['Archive', codeCell(result.path)],
        ...(result.dependencies ? [['Needs', inline(needsText(result.dependencies))]] : []),
        ...(result.provenance ? [['Attested', attestedCell(result.provenance)]] : []),
      ],
    ),
  )
}

function checkedCell({ findings, openstack_release }: PackageResult): string {
  if (findings === null) return 'No'
  const { errors, warnings, notices } = findings
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(notices, 'notice')}, for OpenStack ${inline(openstack_release ?? '')}`
}

function attestedCell({ bundle, attestation_url: url }: NonNullable<PackageResult['provenance']>): string {
  if (url !== null) return `[Yes](${url})`
  return bundle === null ? 'No' : 'Yes, in the bundle beside it'
}

function previousCell({ version, changes }: NonNullable<PackageResult['previous']>): string {
  const { added, changed, removed } = changes
  return `${codeCell(version)}: ${added.length} files added, ${changed.length} changed, ${removed.length} removed since`
}

export function stagedTestMarkdown(result: StagedTestResult): string {
  const { outcome, environment, release, message, stages, duration_ms } = result
  return blocks(
    title(outcome === 'passed', `Staged tests ${outcome}`),
    `${inline(release.version)} in ${inline(environment)}, ${duration(duration_ms)}. ${inline(message)}`,
    ...(stages.length === 0 ? [] : [mermaid(stagedTestPicture(result)), servicesTable(result)]),
    ...stages.flatMap(({ services }) => services.flatMap(({ runs }) => runs.map(failedCases))),
  )
}

function servicesTable({ stages }: StagedTestResult): string {
  return table(
    ['Stage', 'Service', 'Outcome', 'Test', 'Reason', 'Cases', 'Time'],
    stages.flatMap(({ stage, services }) =>
      services.flatMap((service) => {
        const first = [String(stage), inline(service.service), service.outcome]
        if (service.runs.length === 0) return [[...first, '', blockedBy(service), '', '']]
        return service.runs.map((run, index) => [
          ...(index === 0 ? first : ['', '', '']),
          inline(run.name),
          run.reason,
          casesOf(run),
          duration(run.duration_ms),
        ])
      }),
    ),
  )
}

function blockedBy(service: ServiceRun): string {
  return service.blocked_by === null ? '' : `${inline(service.blocked_by)} is not good`
}

/** `12 of 14 passed, 1 skipped`; empty without a report. */
export function casesOf({ counts }: TestRun): string {
  if (!counts) return ''
  const { tests, failures, errors, skipped } = counts
  return `${tests - failures - errors - skipped} of ${tests} passed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function failedCases(run: TestRun): string {
  if (run.failures.length === 0) return ''
  const rows = run.failures.map(({ name, message }) => [codeCell(name), inline(message)])
  return blocks(`#### Failed in ${inline(run.name)}`, table(['Case', 'Message'], rows))
}

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
    ['Traffic is on', live ? `${codeCell(live.release.version)}${on}` : 'nothing that the ledger knows'],
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

/** What the whole lifecycle came to; `null` for a part that was not reached or not asked for. */
export interface LifecycleParts {
  validate: ValidateResult | null
  package: PackageResult | null
  staged_test: StagedTestResult | null
  operation: OperationResult | null
}

export function lifecycleMarkdown(
  parts: LifecycleParts,
  aboutFindings: Omit<FindingsMarkdownView, 'result'> = {},
): string {
  return blocks(
    parts.validate ? validateMarkdown({ ...aboutFindings, result: parts.validate }) : '',
    parts.package ? packageMarkdown(parts.package) : '',
    parts.staged_test ? stagedTestMarkdown(parts.staged_test) : '',
    parts.operation ? operationMarkdown(parts.operation) : '',
  )
}
