import { factsOf } from '../../../../src/lint/facts/facts.js'
import type { OpenStackRelease } from '../../../../src/openstack/releases.js'
import { type Files, validated } from '../folder.js'

/** The findings of the Heat rules in these files, without notices: `rule file:line:column message`. */
export async function heatFindings(files: Files, release?: OpenStackRelease): Promise<string[]> {
  const { findings } = await validated(files, release ? { facts: factsOf(release, false) } : {})
  return findings
    .filter(({ rule, severity }) => rule.startsWith('heat') && severity !== 'notice')
    .map(({ rule, file, line, column, message }) => `${rule} ${file}:${line}:${column} ${message}`)
}

/** A template with one resource that has this type and these properties. */
export function resource(type: string, properties: string): string {
  return `heat_template_version: 2018-08-31\nresources:\n  one:\n    type: ${type}\n    properties: ${properties}\n`
}

/** The findings in one template, without places: `rule message`. */
export async function heatMessages(template: string): Promise<string[]> {
  return (await heatFindings({ 't.yaml': template })).map((text) => text.replace(/ t\.yaml:\d+:\d+/, ''))
}
