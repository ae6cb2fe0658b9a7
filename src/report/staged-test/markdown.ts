import type { ServiceRun, StagedTestResult, TestRun } from '../../staged-test/result.js'
import { codeCell, inline } from '../escape.js'
import { duration } from '../figures.js'
import { blocks, mermaid, table, title } from '../markdown.js'
import { stagedTestPicture } from './picture.js'

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
  return service.blocked_by === null ? '' : `${inline(service.blocked_by)} did not pass`
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
