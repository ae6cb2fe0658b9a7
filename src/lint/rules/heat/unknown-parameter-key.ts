import { entriesOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { unknownKeys, VERSION } from './shared/structure.js'

const PARAMETER_KEYS = [
  'type',
  'label',
  'description',
  'default',
  'schema',
  'hidden',
  'constraints',
  'immutable',
]

const TAGS_SINCE = '2018-03-02'

export default defineRule<HotTemplate>({
  id: 'heat/unknown-parameter-key',
  severity: 'error',
  summary: 'a parameter has a key that Heat does not know',
  help: 'Heat refuses a parameter with an unknown key. Limits on its value stand under constraints.',
  example: {
    bad: `${VERSION}parameters:
  name: { type: string, defualt: web }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`,
    good: `${VERSION}parameters:
  name: { type: string, default: web }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`,
  },
  *check({ path, parameters, language }) {
    const hasTags = !language || language.date >= TAGS_SINCE
    const known = hasTags ? [...PARAMETER_KEYS, 'tags'] : PARAMETER_KEYS
    for (const { value } of parameters)
      yield* unknownKeys(path, 'key of a parameter', entriesOf(value), known)
  },
})
