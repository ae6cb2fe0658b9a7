import { asMapping, asScalar, asSequence, childOf, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule, type Report } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { ALL_FUNCTIONS } from '../../readers/heat/versions.js'
import { NETWORK } from './shared/examples.js'

/** The sections of a template, and the parts of a resource, that must be maps. */
const SECTIONS = ['parameters', 'resources', 'outputs', 'conditions']
const PARTS = ['properties', 'metadata', 'update_policy']

const CONDITION_ONLY: ReadonlySet<string> = new Set(['equals', 'not', 'and', 'or'])

export default defineRule<HotTemplate>({
  id: 'heat/invalid-structure',
  severity: 'error',
  summary: 'a part of a template has a type that Heat does not accept there, such as a list instead of a map',
  help: 'The sections of a template, its resources, parameters and outputs, and the properties and metadata of a resource are maps. depends_on is a name or a list of names. Heat rejects anything else, often with a message that does not name the place.',
  example: {
    bad: `${NETWORK}    properties: [name, web]\n`,
    good: `${NETWORK}    properties: { name: web }\n`,
  },
  check({ root, parameters, resources, outputs, conditions, language }, report) {
    const requireMap = (node: YamlNode | undefined, what: string) => {
      if (node && !asMapping(node))
        report(node, `${what} is not a map.`, 'Use `NAME: value` for each of its entries.')
    }
    for (const name of SECTIONS) {
      const section = childOf(root, name)
      // Heat accepts any empty section except `conditions`
      const mayBeEmpty = name !== 'conditions' || !language?.hasConditions
      if (!mayBeEmpty || !isEmpty(section)) requireMap(section, `The section ${name}`)
    }
    for (const { key, value } of [...parameters, ...outputs])
      if (!isNull(value)) requireMap(value, `"${key}"`)
    for (const { key, value } of language?.hasConditions ? conditions : []) {
      if (isCondition(value)) continue
      report(
        value,
        `The condition "${key}" is not a boolean or a function.`,
        'Use for example `{ equals: [{ get_param: NAME }, VALUE] }`.',
      )
    }
    for (const { key, value } of resources) {
      if (!isNull(value)) requireMap(value, `The resource "${key}"`)
      for (const name of PARTS) requireMap(childOf(value, name), `${name} of "${key}"`)
      const description = childOf(value, 'description')
      if (description && typeof asScalar(description)?.value !== 'string')
        report(description, `The description of "${key}" is not a string.`, 'Put the description in quotes.')
      checkDependencies(childOf(value, 'depends_on'), report)
    }
  },
})

function isNull(node: YamlNode): boolean {
  return asScalar(node)?.value === null
}

/** Whether a section is false in Python, which Heat reads as a missing section. */
function isEmpty(node: YamlNode | undefined): boolean {
  const value = asScalar(node)?.value
  return (
    value === null || value === '' || value === 0 || value === false || asSequence(node)?.items.length === 0
  )
}

/** Whether a value can be a condition. Another rule reports functions that conditions cannot call. */
function isCondition(node: YamlNode): boolean {
  const [only, ...others] = entriesOf(node)
  if (only) return others.length === 0 && (ALL_FUNCTIONS.has(only.key) || CONDITION_ONLY.has(only.key))
  const scalar = asScalar(node)
  return typeof scalar?.value === 'boolean' || (scalar !== undefined && isTemplatedValue(scalar.text))
}

function checkDependencies(dependencies: YamlNode | undefined, report: Report): void {
  for (const node of asSequence(dependencies)?.items ?? (dependencies ? [dependencies] : [])) {
    if (typeof asScalar(node)?.value === 'string') continue
    report(
      node,
      'depends_on contains a value that is not the name of a resource.',
      'Use the name of a resource, or a list of names.',
    )
  }
}
