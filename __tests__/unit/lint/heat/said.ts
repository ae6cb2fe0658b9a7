import { factsOf } from '../../../../src/lint/facts/facts.js'
import type { OpenStackRelease } from '../../../../src/openstack/releases.js'
import { type Files, validated } from '../folder.js'

/** What Heat's rules say of these files: `rule file:line:column message`, leaving out notices. */
export async function heatSaid(files: Files, release?: OpenStackRelease): Promise<string[]> {
  const { findings } = await validated(files, release ? { facts: factsOf(release, false) } : {})
  return findings
    .filter(({ rule, severity }) => rule.startsWith('heat') && severity !== 'notice')
    .map(({ rule, file, line, column, message }) => `${rule} ${file}:${line}:${column} ${message}`)
}

/** A template with one resource whose properties are these. */
export function resource(type: string, properties: string): string {
  return `heat_template_version: 2018-08-31\nresources:\n  one:\n    type: ${type}\n    properties: ${properties}\n`
}

/** The rules and messages alone. */
export async function heatSays(template: string): Promise<string[]> {
  return (await heatSaid({ 't.yaml': template })).map((text) => text.replace(/ t\.yaml:\d+:\d+/, ''))
}
