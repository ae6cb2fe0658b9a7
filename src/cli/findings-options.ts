import { InvalidArgumentError, Option } from 'commander'
import type { Severity } from '../lint/engine/finding.js'
import { FAIL_ON, type FailOn } from '../lint/engine/finding.js'
import { FINDINGS_FORMATS, type FindingsFormat } from '../report/findings-formats.js'

/** A file that gets the findings in some form. */
export interface Report {
  format: FindingsFormat
  file: string
}

export type RuleSettings = Record<string, Severity | 'off'>

const SETTINGS = ['error', 'warning', 'notice', 'off'] as const

/** How findings are judged and where they go. */
export const findingsOptions = {
  format: () =>
    new Option('--format <format>', 'what goes to stdout').choices(FINDINGS_FORMATS).default('text'),
  report: () =>
    new Option('--report <format=file>', 'write the findings to a file, too; may be given several times')
      .argParser(readReport)
      .default([], 'none'),
  failOn: () =>
    new Option('--fail-on <severity>', 'the mildest finding that makes the exit status 1')
      .choices(FAIL_ON)
      .default('error' satisfies FailOn),
  openstackRelease: () =>
    new Option(
      '--openstack-release <release>',
      'the release that the definitions are for: 2024.1, caracal…',
    ).default(undefined, 'as changeover.yml says, or the definitions themselves; otherwise the newest'),
  targetRelease: () =>
    new Option(
      '--target-release <release>',
      'report only what is wrong in that release and not in the present one',
    ),
  rule: () =>
    new Option('--rule <id=severity>', 'another severity for a rule, or off; may be given several times')
      .argParser(readRule)
      .default({}, 'as changeover.yml says'),
}

function readReport(value: string, before: readonly Report[]): Report[] {
  const [format, file] = split(value)
  const known = FINDINGS_FORMATS.find((name) => name === format)
  if (!known) throw new InvalidArgumentError(`Formats are ${FINDINGS_FORMATS.join(', ')}.`)
  if (!file) throw new InvalidArgumentError(`Name a file: ${known}=FILE.`)
  return [...before, { format: known, file }]
}

function readRule(value: string, before: RuleSettings): RuleSettings {
  const [id = '', setting] = split(value)
  const known = SETTINGS.find((name) => name === setting)
  if (!known) throw new InvalidArgumentError(`Use ${id || 'RULE'}=SEVERITY, with ${SETTINGS.join(', ')}.`)
  return { ...before, [id]: known }
}

/** What stands before and behind the first `=`. */
function split(value: string): string[] {
  const at = value.indexOf('=')
  return at === -1 ? [value] : [value.slice(0, at), value.slice(at + 1)]
}
