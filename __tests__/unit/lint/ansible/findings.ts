import type { Files } from '../folder.js'
import { validated } from '../folder.js'

/** What the rules of this kind say of some files: `severity rule file:line:column`. */
export async function findings(files: Files): Promise<string[]> {
  const { findings: found } = await validated(files)
  return found
    .filter(({ rule }) => rule.startsWith('ansible/'))
    .map(
      ({ severity, rule, file, line, column }) =>
        `${severity} ${rule.slice('ansible/'.length)} ${file}:${line}:${column}`,
    )
}

/** As {@link findings}, what is said and what to do about it. */
export async function sayings(files: Files): Promise<string[]> {
  const { findings: found } = await validated(files)
  return found
    .filter(({ rule }) => rule.startsWith('ansible/'))
    .map(({ message, help }) => `${message} ${help}`)
}

export const play = (rest: string, hosts = 'all') => `- name: Deploy\n  hosts: ${hosts}\n${rest}`

/** A play of these tasks; the first of them begins in line 4. */
export const tasks = (rest: string) => play(`  tasks:\n${rest}`)
