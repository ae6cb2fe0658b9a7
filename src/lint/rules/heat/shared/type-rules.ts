import type { Problem } from '../../../engine/rule.js'
import type { ResourceType } from '../../../facts/heat.js'
import type { HotTemplate, ResourceUse } from '../../../readers/heat/model.js'

export const template = (type: string, more = '') => `heat_template_version: 2018-08-31
resources:
  web:
    type: ${type}
${more}`

export function* oldTypes({ uses }: HotTemplate, isRemoved: boolean): Iterable<[ResourceUse, ResourceType]> {
  for (const use of uses) {
    if (use.resolved.what !== 'heat') continue
    const { type } = use.resolved
    const isOld = type.status === 'hidden' || type.status === 'deprecated'
    if (isOld && (type.properties === undefined) === isRemoved) yield [use, type]
  }
}

export function problem(
  { path }: HotTemplate,
  { type, entry }: ResourceUse,
  old: ResourceType,
  message: string,
): Problem {
  const [instead] = old.instead
  return {
    file: path,
    range: type?.range ?? entry.keyRange,
    message,
    help: instead ? `Use ${instead} instead.` : 'Use what replaced it, or remove the resource.',
  }
}
