import { asMapping, type YamlEntry } from '../../../yaml/tree.js'

/** Whether a YAML file is a clouds.yaml, secure.yaml or clouds-public.yaml of openstacksdk. */
export function isClouds(path: string, entries: readonly YamlEntry[]): boolean {
  if (!/(^|\/)[\w.-]*(clouds?|secure)[\w.-]*\.ya?ml$/i.test(path)) return false
  return entries.some(({ key, value }) => (key === 'clouds' || key === 'public-clouds') && asMapping(value))
}
