import { EXAMPLE } from '../../../../src/lint/rules/kolla_ansible/shared/example.js'
import { type Files, validated } from '../folder.js'

export const GLOBALS = 'etc/kolla/globals.yml'

/** The example with more lines. A line replaces the one that sets the same variable. */
export function globals(...lines: readonly string[]): string {
  const names = new Set(lines.map((line) => line.split(':')[0]))
  const kept = EXAMPLE.split('\n').filter((line) => line !== '' && !names.has(line.split(':')[0]))
  return `${[...kept, ...lines].join('\n')}\n`
}

/** The findings of this kind's rules, as `severity rule file:line:column message help`. */
export async function findings(files: Files): Promise<string[]> {
  const { findings: all } = await validated(files)
  return all
    .filter(({ rule }) => rule.startsWith('kolla_ansible/'))
    .map(
      ({ severity, rule, file, line, column, message, help }) =>
        `${severity} ${rule.replace('kolla_ansible/', '')} ${file}:${line}:${column} ${message} ${help}`,
    )
}

/** The findings in a globals.yml with these lines, and in other files. */
export function findingsOf(lines: readonly string[], more: Files = {}): Promise<string[]> {
  return findings({ [GLOBALS]: globals(...lines), ...more })
}
