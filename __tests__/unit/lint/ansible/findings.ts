import type { Definition } from '../../../../src/lint/engine/definition.js'
import { definitionOf } from '../../../../src/lint/engine/files/read.js'
import { type Files, validated } from '../folder.js'

/** Reads files as from a folder, without those that are not definitions. */
export function definitionsOf(files: Readonly<Record<string, string>>): Definition[] {
  return Object.entries(files).flatMap(([path, text]) => definitionOf(Buffer.from(text), path) ?? [])
}

/** The findings of this kind's rules: `severity rule file:line:column`. */
export async function findings(files: Files): Promise<string[]> {
  const { findings: found } = await validated(files)
  return found
    .filter(({ rule }) => rule.startsWith('ansible/'))
    .map(
      ({ severity, rule, file, line, column }) =>
        `${severity} ${rule.slice('ansible/'.length)} ${file}:${line}:${column}`,
    )
}

/** The findings of this kind's rules: message and help. */
export async function messages(files: Files): Promise<string[]> {
  const { findings: found } = await validated(files)
  return found
    .filter(({ rule }) => rule.startsWith('ansible/'))
    .map(({ message, help }) => `${message} ${help}`)
}

export const play = (rest: string, hosts = 'all') => `- name: Deploy\n  hosts: ${hosts}\n${rest}`

/** A play with these tasks; the first of them is on line 4. */
export const tasks = (rest: string) => play(`  tasks:\n${rest}`)
