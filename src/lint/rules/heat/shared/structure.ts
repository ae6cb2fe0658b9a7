import { nearest } from '../../../../platform/nearest.js'
import type { YamlEntry } from '../../../../yaml/tree.js'
import type { Problem } from '../../../engine/rule.js'

export const RESOURCE = `resources:
  network:
    type: OS::Neutron::Net
`

export const VERSION = 'heat_template_version: 2018-08-31\n'

export const GOOD = VERSION + RESOURCE

/** The entries whose keys are not among the known ones. */
export function* unknownKeys(
  path: string,
  what: string,
  entries: readonly YamlEntry[],
  known: readonly string[],
): Iterable<Problem> {
  for (const { key, keyRange } of entries) {
    if (known.includes(key)) continue
    const near = nearest(key, known)
    yield {
      file: path,
      range: keyRange,
      message: `"${key}" is no ${what}.`,
      help: near ? `Did you mean "${near}"?` : `Known here: ${known.join(', ')}.`,
    }
  }
}
