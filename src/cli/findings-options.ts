import { InvalidArgumentError, Option } from 'commander'
import { FAIL_ON, type FailOn, type Severity } from '../lint/engine/finding.js'
import { FINDINGS_FORMATS, type FindingsFormat } from '../report/findings/view.js'

/** A file that the findings are written to, and its format. */
export interface Report {
  format: FindingsFormat
  file: string
}

export type RuleSettings = Record<string, Severity | 'off'>

const SETTINGS = ['error', 'warning', 'notice', 'off'] as const

/** Options about what is checked, which findings count, and where they are written. */
export const findingsOptions = {
  format: () => new Option('--format <format>', 'format of stdout').choices(FINDINGS_FORMATS).default('text'),
  report: () =>
    new Option('--report <format=file>', 'also write the findings to a file; can be repeated')
      .argParser(readReport)
      .default([], 'none'),
  failOn: () =>
    new Option('--fail-on <severity>', 'exit with 1 if there is a finding of this severity or worse')
      .choices(FAIL_ON)
      .default('error' satisfies FailOn),
  openstackRelease: () =>
    new Option(
      '--openstack-release <release>',
      'the OpenStack release of the definitions, for example 2024.1 or caracal',
    ).default(undefined, 'the one in changeover.yml or in the definitions, otherwise the newest'),
  targetRelease: () =>
    new Option(
      '--target-release <release>',
      'report only what is valid now and breaks with an upgrade to this OpenStack release',
    ),
  rule: () =>
    new Option('--rule <id=severity>', 'change the severity of a rule, or turn it off; can be repeated')
      .argParser(readRule)
      .default({}, 'as in changeover.yml'),
}

function readReport(value: string, before: readonly Report[]): Report[] {
  const [format, file] = split(value)
  const known = FINDINGS_FORMATS.find((name) => name === format)
  if (!known) throw new InvalidArgumentError(`Use one of the formats ${FINDINGS_FORMATS.join(', ')}.`)
  if (!file) throw new InvalidArgumentError(`Name the file: ${known}=FILE.`)
  return [...before, { format: known, file }]
}

function readRule(value: string, before: RuleSettings): RuleSettings {
  const [id = '', setting] = split(value)
  const known = SETTINGS.find((name) => name === setting)
  if (!known) throw new InvalidArgumentError(`Use ${id || 'RULE'}=SEVERITY, with ${SETTINGS.join(', ')}.`)
  return { ...before, [id]: known }
}

/** The text before and after the first `=`. */
function split(value: string): string[] {
  const at = value.indexOf('=')
  return at === -1 ? [value] : [value.slice(0, at), value.slice(at + 1)]
}
