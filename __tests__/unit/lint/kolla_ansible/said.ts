import { EXAMPLE } from '../../../../src/lint/rules/kolla_ansible/shared/example.js'
import { type Files, validated } from '../folder.js'

export const GLOBALS = 'etc/kolla/globals.yml'

/** The example with other lines; a line replaces the one that sets the same variable. */
export function globals(...lines: readonly string[]): string {
  const names = new Set(lines.map((line) => line.split(':')[0]))
  const kept = EXAMPLE.split('\n').filter((line) => line !== '' && !names.has(line.split(':')[0]))
  return `${[...kept, ...lines].join('\n')}\n`
}

/** What the kind's own rules say, as `severity rule file:line:column message help`. */
export async function said(files: Files): Promise<string[]> {
  const { findings } = await validated(files)
  return findings
    .filter(({ rule }) => rule.startsWith('kolla_ansible/'))
    .map(
      ({ severity, rule, file, line, column, message, help }) =>
        `${severity} ${rule.replace('kolla_ansible/', '')} ${file}:${line}:${column} ${message} ${help}`,
    )
}

/** What is said about a globals.yml with these lines, in its usual place. */
export function saidOf(lines: readonly string[], more: Files = {}): Promise<string[]> {
  return said({ [GLOBALS]: globals(...lines), ...more })
}
