import type { Range } from '../../../yaml/source.js'
import type { Problem, Rule, RulePage } from '../../engine/rule.js'
import type { ConfigFile, ConfigOption, ConfigSection, Environment } from './config.js'

/** A problem in one file, which goes without saying. */
export type FileProblem = Omit<Problem, 'file'>

/** A rule that looks at one file at a time. */
export function fileRule(
  page: RulePage,
  check: (file: ConfigFile, environment: Environment) => Iterable<FileProblem>,
): Rule<Environment> {
  return {
    ...page,
    *check(environment) {
      for (const file of environment.files) {
        for (const problem of check(file, environment)) yield { file: file.path, ...problem }
      }
    },
  }
}

/** A rule that looks at one option at a time. */
export function optionRule(
  page: RulePage,
  check: (
    option: ConfigOption,
    section: ConfigSection,
    file: ConfigFile,
    environment: Environment,
  ) => FileProblem | undefined,
): Rule<Environment> {
  return fileRule(page, function* (file, environment) {
    for (const section of file.sections) {
      for (const option of section.options) {
        const problem = check(option, section, file, environment)
        if (problem) yield problem
      }
    }
  })
}

/** How messages name an option: as people write of it. */
export function named(group: string, name: string): string {
  return `[${group}] ${name}`
}

/** Where a value stands, or its name when there is none. */
export function valuePlace({ ini }: ConfigOption): Range {
  return ini.lines.length === 1 && ini.value === '' ? ini.nameRange : ini.valueRange
}

/** The part of a one-line value that begins at `start`, counted from its first character, quotes included. */
export function partOf({ ini }: ConfigOption, start: number, length: number): Range {
  const { line, column } = ini.valueRange.start
  return { start: { line, column: column + start }, end: { line, column: column + start + length } }
}
