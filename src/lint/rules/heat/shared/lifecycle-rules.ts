import type { ResourceUse } from '../../../readers/heat/model.js'

export function typeName({ resolved }: ResourceUse): string {
  return resolved.what === 'heat' ? resolved.type.name : ''
}
