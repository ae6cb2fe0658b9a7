import { asMapping, type YamlEntry } from '../../../yaml/tree.js'

/** Whether YAML is what openstacksdk reads: clouds.yaml, secure.yaml, clouds-public.yaml. */
export function isClouds(path: string, entries: readonly YamlEntry[]): boolean {
  if (!/(^|\/)[\w.-]*(clouds?|secure)[\w.-]*\.ya?ml$/i.test(path)) return false
  return entries.some(({ key, value }) => (key === 'clouds' || key === 'public-clouds') && asMapping(value))
}
