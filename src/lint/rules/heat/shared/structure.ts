import { nearest } from '../../../../platform/nearest.js'
import { asScalar, childOf, entriesOf, entryOf, type YamlEntry } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { HotTemplate } from '../../../readers/heat/model.js'
import { CONDITIONS_SINCE } from '../../../readers/heat/versions.js'

const SECTIONS = [
  'heat_template_version',
  'description',
  'parameter_groups',
  'parameters',
  'resources',
  'outputs',
]
const RESOURCE_KEYS = [
  'type',
  'properties',
  'metadata',
  'depends_on',
  'update_policy',
  'deletion_policy',
  'description',
]
const RESOURCE_KEYS_WITH_CONDITIONS = ['external_id', 'condition']
const OUTPUT_KEYS = ['value', 'description']
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

const RESOURCE = `resources:
  network:
    type: OS::Neutron::Net
`
const VERSION = 'heat_template_version: 2018-08-31\n'
const GOOD = VERSION + RESOURCE

/** The entries whose keys are not among the known ones. */
function* unknownKeys(
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

const unknownSection: Rule<HotTemplate> = {
  id: 'heat/unknown-section',
  severity: 'error',
  summary: 'a template has a section that Heat does not know',
  help: 'Heat refuses a template with any top-level key other than its sections. conditions exists since version 2016-10-14.',
  example: { bad: `${GOOD}output:\n  id: { value: { get_resource: network } }\n`, good: GOOD },
  *check({ path, root, language }) {
    const known = [...SECTIONS, 'conditions']
    yield* unknownKeys(path, 'section of a Heat template', entriesOf(root), known)
    const conditions = entryOf(root, 'conditions')
    if (!conditions || !language || language.hasConditions) return
    yield {
      file: path,
      range: conditions.keyRange,
      message: `The version ${language.date} has no section "conditions".`,
      help: `Set heat_template_version to ${CONDITIONS_SINCE} or later.`,
    }
  },
}

const unknownResourceKey: Rule<HotTemplate> = {
  id: 'heat/unknown-resource-key',
  severity: 'error',
  summary: 'a resource has a key that Heat does not know',
  help: 'Heat refuses a resource with an unknown key. What belongs to the resource itself stands under properties. condition and external_id exist since version 2016-10-14.',
  example: { bad: `${GOOD}    property: { name: web }\n`, good: `${GOOD}    properties: { name: web }\n` },
  *check({ path, resources, language }) {
    if (!language) return
    const known = language.hasConditions
      ? [...RESOURCE_KEYS, ...RESOURCE_KEYS_WITH_CONDITIONS]
      : RESOURCE_KEYS
    for (const { value } of resources) yield* unknownKeys(path, 'key of a resource', entriesOf(value), known)
  },
}

const unknownParameterKey: Rule<HotTemplate> = {
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
}

const unknownOutputKey: Rule<HotTemplate> = {
  id: 'heat/unknown-output-key',
  severity: 'warning',
  summary: 'an output has a key that Heat does not know',
  help: 'Heat reads value, description and, since version 2016-10-14, condition of an output. It passes over any other key without a word, so what that says is lost.',
  example: {
    bad: `${GOOD}outputs:\n  id: { value: { get_resource: network }, descriptoin: of the network }\n`,
    good: `${GOOD}outputs:\n  id: { value: { get_resource: network }, description: of the network }\n`,
  },
  *check({ path, outputs, language }) {
    const hasConditions = !language || language.hasConditions
    const known = hasConditions ? [...OUTPUT_KEYS, 'condition'] : OUTPUT_KEYS
    for (const { value } of outputs) yield* unknownKeys(path, 'key of an output', entriesOf(value), known)
  },
}

const missingType: Rule<HotTemplate> = {
  id: 'heat/missing-type',
  severity: 'error',
  summary: 'a resource or parameter has no type',
  help: 'Every resource and every parameter needs a type, which is a name; without it Heat refuses the whole template.',
  example: { bad: `${VERSION}resources:\n  network:\n    properties: { name: web }\n`, good: GOOD },
  *check({ path, parameters, resources }) {
    for (const [what, entries, hint] of [
      ['resource', resources, 'OS::Nova::Server'],
      ['parameter', parameters, 'string'],
    ] as const) {
      for (const { key, keyRange, value } of entries) {
        const type = childOf(value, 'type')
        const scalar = asScalar(type)
        const isName = typeof scalar?.value === 'string' && scalar.text !== ''
        // the type of a parameter has a rule of its own
        if (type && (isName || what === 'parameter')) continue
        yield {
          file: path,
          range: type?.range ?? keyRange,
          message: `The ${what} "${key}" has no type${type && scalar?.value !== null ? ' that is a name' : ''}.`,
          help: `Add one, for example  type: ${hint}.`,
        }
      }
    }
  },
}

export const structureRules = [
  unknownSection,
  unknownResourceKey,
  unknownParameterKey,
  unknownOutputKey,
  missingType,
]
