import type { YamlFile } from '../../../yaml/parse.js'
import { ENVIRONMENT_SECTIONS } from './environment-sections.js'

const TEMPLATE_VERSION =
  /^[ \t{]*["']?(heat_template_version|HeatTemplateFormatVersion|AWSTemplateFormatVersion)["']?[ \t]*:/m
const ENVIRONMENT_SECTION = new RegExp(`^["']?(${ENVIRONMENT_SECTIONS.join('|')})["']?[ \\t]*:`, 'm')

/** Whether the text of a `.template`, `.hot` or `.env` file speaks of Heat; other tools use these extensions too. */
export function isHeatText(path: string, text: string): boolean {
  return (/\.env$/i.test(path) ? ENVIRONMENT_SECTION : TEMPLATE_VERSION).test(text)
}

export function isHeat(keys: ReadonlySet<string>): boolean {
  return keys.has('heat_template_version')
}

/** Whether a file that cannot be parsed was meant to be a template. */
export function isBrokenHeat(text: string, yaml: YamlFile | undefined): boolean {
  const isBroken = yaml?.problems.some(({ kind }) => kind === 'syntax') ?? false
  return isBroken && /^heat_template_version[ \t]*:/m.test(text)
}

export function isHeatEnvironment(path: string, keys: ReadonlySet<string>): boolean {
  const known = ENVIRONMENT_SECTIONS.filter((section) => keys.has(section))
  if (known.length === 0) return false
  // `parameters` alone is a word of many tools; these two are Heat's own
  const certain = keys.has('resource_registry') || keys.has('parameter_defaults') || /\.env$/i.test(path)
  return certain || known.length === keys.size
}
