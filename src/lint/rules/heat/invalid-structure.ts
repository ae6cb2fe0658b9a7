import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  entryOf,
  type YamlNode,
} from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { ALL_FUNCTIONS } from '../../readers/heat/versions.js'

const VERSION = 'heat_template_version: 2018-08-31\n'

/** What Heat wants to be maps: sections of the template, and parts of a resource. */
const SECTIONS = ['parameters', 'resources', 'outputs', 'conditions']

const PARTS = ['properties', 'metadata', 'update_policy']

const CONDITION_ONLY: ReadonlySet<string> = new Set(['equals', 'not', 'and', 'or'])

export default defineRule<HotTemplate>({
  id: 'heat/invalid-structure',
  severity: 'error',
  summary: 'a part of a template is no map where Heat wants one',
  help: 'The sections of a template, its resources, parameters and outputs, and the properties and metadata of a resource are maps. depends_on is a name or a list of names. Heat refuses anything else, often with a message that names no place.',
  example: {
    bad: `${VERSION}resources:\n  network:\n    type: OS::Neutron::Net\n    properties: [name, web]\n`,
    good: `${VERSION}resources:\n  network:\n    type: OS::Neutron::Net\n    properties: { name: web }\n`,
  },
  *check({ path, root, parameters, resources, outputs, conditions, language }) {
    for (const name of SECTIONS) {
      const section = childOf(root, name)
      // Heat makes up for an empty section, but not for this one
      const mayBeEmpty = name !== 'conditions' || !language?.hasConditions
      if (!section || asMapping(section) || (mayBeEmpty && isEmpty(section))) continue
      yield noMap(path, `The section ${name}`, section)
    }
    for (const { key, value } of [...parameters, ...outputs]) {
      if (!asMapping(value) && asScalar(value)?.value !== null) yield noMap(path, `"${key}"`, value)
    }
    for (const { key, value } of language?.hasConditions ? conditions : []) {
      if (isCondition(value)) continue
      const message = `The condition "${key}" is neither true, false nor a function.`
      yield {
        file: path,
        range: value.range,
        message,
        help: 'Write  { equals: [{ get_param: NAME }, VALUE] }.',
      }
    }
    for (const { key, value } of resources) {
      if (!asMapping(value)) {
        if (asScalar(value)?.value !== null) yield noMap(path, `The resource "${key}"`, value)
        continue
      }
      for (const name of PARTS) {
        const part = childOf(value, name)
        if (part && !asMapping(part)) yield noMap(path, `${name} of "${key}"`, part)
      }
      const description = childOf(value, 'description')
      if (description && typeof asScalar(description)?.value !== 'string') {
        const message = `The description of "${key}" is no text.`
        yield { file: path, range: description.range, message, help: 'Write it in quotes.' }
      }
      yield* dependencyProblems(path, value)
    }
  },
})

/** What Python takes for nothing, and Heat for a section that is not there. */
function isEmpty(node: YamlNode): boolean {
  const value = asScalar(node)?.value
  return (
    value === null || value === '' || value === 0 || value === false || asSequence(node)?.items.length === 0
  )
}

/** What a function is called that a condition cannot use, another rule says. */
function isCondition(node: YamlNode): boolean {
  const [only, ...others] = entriesOf(node)
  if (only) return others.length === 0 && (ALL_FUNCTIONS.has(only.key) || CONDITION_ONLY.has(only.key))
  const scalar = asScalar(node)
  return typeof scalar?.value === 'boolean' || (scalar !== undefined && isTemplatedValue(scalar.text))
}

function noMap(file: string, what: string, { range }: YamlNode): Problem {
  return { file, range, message: `${what} is no map.`, help: 'Write  NAME: value  for each of its members.' }
}

function* dependencyProblems(file: string, resource: YamlNode): Iterable<Problem> {
  const entry = entryOf(resource, 'depends_on')
  if (!entry) return
  for (const node of asSequence(entry.value)?.items ?? [entry.value]) {
    if (typeof asScalar(node)?.value === 'string') continue
    yield {
      file,
      range: node.range,
      message: 'depends_on holds something that is no name of a resource.',
      help: 'Write the name of a resource, or a list of names.',
    }
  }
}
