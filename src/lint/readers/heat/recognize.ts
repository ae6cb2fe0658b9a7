import type { YamlFile } from '../../../yaml/parse.js'
import { ENVIRONMENT_SECTIONS } from '../heat_environment/model.js'

const TEMPLATE_VERSION =
  /^[ \t{]*["']?(heat_template_version|HeatTemplateFormatVersion|AWSTemplateFormatVersion)["']?[ \t]*:/m
const ENVIRONMENT_SECTION = new RegExp(`^["']?(${ENVIRONMENT_SECTIONS.join('|')})["']?[ \\t]*:`, 'm')

/** Whether a `.template`, `.hot` or `.env` file is for Heat: other tools use these extensions too. */
export function isHeatText(path: string, text: string): boolean {
  return (/\.env$/i.test(path) ? ENVIRONMENT_SECTION : TEMPLATE_VERSION).test(text)
}

export function isHeat(keys: ReadonlySet<string>): boolean {
  return keys.has('heat_template_version')
}

/** Whether a file with syntax errors is a Heat template. */
export function isBrokenHeat(text: string, yaml: YamlFile | undefined): boolean {
  const isBroken = yaml?.problems.some(({ kind }) => kind === 'syntax') ?? false
  return isBroken && /^heat_template_version[ \t]*:/m.test(text)
}

export function isHeatEnvironment(path: string, keys: ReadonlySet<string>): boolean {
  const known = ENVIRONMENT_SECTIONS.filter((section) => keys.has(section))
  if (known.length === 0) return false
  // many tools have files with `parameters`; only Heat has the other two sections
  const certain = keys.has('resource_registry') || keys.has('parameter_defaults') || /\.env$/i.test(path)
  return certain || known.length === keys.size
}
