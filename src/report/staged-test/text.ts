import type { ServiceRun, StagedTestResult, TestRun } from '../../staged-test/result.js'
import { oneLine } from '../escape.js'
import { duration } from '../figures.js'
import { lines, type Style, styler, type TextOptions, table } from '../text.js'
import { casesOf } from './markdown.js'

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
    const why = service.blocked_by === null ? '' : `${oneLine(service.blocked_by)} did not pass`
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
