import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  entryOf,
  type YamlEntry,
  type YamlNode,
} from '../../../yaml/tree.js'
import { defineRule, type Report } from '../../engine/rule.js'
import { didYouMean } from '../../engine/speller.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { PARAMETER_TYPES } from '../../readers/heat/parameters.js'
import { isFloat, numberOf, pythonText } from '../../readers/heat/python.js'
import { MODULO_SINCE } from '../../readers/heat/versions.js'
import { VALID_PARAMETER, withParameter } from './shared/examples.js'

/** The constraints, each with the parameter types that can have it. */
const CONSTRAINTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['range', ['number']],
  ['modulo', ['number']],
  ['length', ['string', 'comma_delimited_list', 'json']],
  ['allowed_values', ['string', 'number', 'boolean', 'comma_delimited_list']],
  ['allowed_pattern', ['string']],
  ['custom_constraint', ['string', 'number', 'boolean', 'comma_delimited_list']],
])
const NAMES = [...CONSTRAINTS.keys()].join(', ')

export default defineRule<HotTemplate>({
  id: 'heat/invalid-constraint',
  severity: 'error',
  summary: 'a parameter has a constraint that Heat does not accept',
  help: 'Constraints are a list. Each item has one constraint: length, range, modulo, allowed_values, allowed_pattern or custom_constraint, with an optional description. range and modulo are for numbers, length is for strings, lists and maps, allowed_pattern is for strings. Heat rejects a template with any other constraint.',
  example: {
    bad: withParameter('{ type: string, default: a, constraints: [{ range: { min: 1 } }] }'),
    good: VALID_PARAMETER,
  },
  check({ parameters, language }, report) {
    const hasModulo = !language || language.date >= MODULO_SINCE
    for (const { value } of parameters) {
      const constraints = entryOf(value, 'constraints')?.value
      const type = asScalar(childOf(value, 'type'))?.text ?? ''
      if (!constraints || !PARAMETER_TYPES.has(type) || asScalar(constraints)?.value === null) continue
      const list = asSequence(constraints)
      if (!list) report(constraints, 'The constraints are not a list.', 'Start each constraint with a dash.')
      for (const item of list?.items ?? []) {
        if (asMapping(item)) checkConstraint(item, type, hasModulo, report)
        else report(item, 'This constraint is not a map.', `Use one of ${NAMES} as its key.`)
      }
    }
  },
})

function checkConstraint(item: YamlNode, type: string, hasModulo: boolean, report: Report): void {
  const entries = entriesOf(item)
  const unknown = entries.find(({ key }) => !CONSTRAINTS.has(key) && key !== 'description')
  const constraint = entries.find(({ key }) => CONSTRAINTS.has(key))
  if (unknown) {
    const help = didYouMean(unknown.key, CONSTRAINTS.keys(), `The constraints are ${NAMES}.`)
    report({ range: unknown.keyRange }, `"${unknown.key}" is not a valid constraint.`, help)
    return
  }
  if (!constraint) {
    report(item, 'This item contains no constraint.', 'Add a constraint, or remove the item.')
    return
  }
  const { key, keyRange: range } = constraint
  const types = CONSTRAINTS.get(key) ?? []
  if (key === 'modulo' && !hasModulo) {
    report(
      { range },
      `The constraint modulo requires heat_template_version ${MODULO_SINCE} or later.`,
      `Set heat_template_version to ${MODULO_SINCE} or later.`,
    )
  } else if (types.includes(type)) checkArguments(constraint, report)
  else {
    report(
      { range },
      `A parameter of type ${type} cannot have the constraint ${key}.`,
      `Change the type or the constraint: ${key} is for ${types.join(', ')}.`,
    )
  }
}

function checkArguments({ key, value }: YamlEntry, report: Report): void {
  if (key === 'range' || key === 'length' || key === 'modulo') checkNumbers(key, value, report)
  else if (key === 'allowed_values' && !asSequence(value))
    report(value, 'allowed_values is not a list.', 'Use for example `allowed_values: [a, b]`.')
  else if (key === 'allowed_pattern' && typeof asScalar(value)?.value !== 'string')
    report(value, 'allowed_pattern is not a string.', 'Put the pattern in quotes.')
}

function checkNumbers(constraint: 'range' | 'length' | 'modulo', value: YamlNode, report: Report): void {
  const names = constraint === 'modulo' ? ['step', 'offset'] : ['min', 'max']
  const help = `Use for example \`${constraint}: { ${names[0]}: 1, ${names[1]}: ${constraint === 'modulo' ? 0 : 9} }\`.`
  if (!asMapping(value)) {
    report(value, `${constraint} is not a map.`, help)
    return
  }
  const entries = entriesOf(value)
  for (const entry of entries) {
    const scalar = asScalar(entry.value)
    if (!names.includes(entry.key))
      report({ range: entry.keyRange }, `${constraint} has no key "${entry.key}".`, help)
    else if (!scalar) report(entry.value, `${entry.key} is not a number.`, help)
    else if (scalar.value === null) continue
    else if (numberOf(scalar) === undefined || (constraint === 'length' && isFloat(pythonText(scalar))))
      report(entry.value, `${entry.key} is not ${constraint === 'range' ? 'a number' : 'an integer'}.`, help)
  }
  const given = entries.filter((entry) => names.includes(entry.key) && asScalar(entry.value)?.value !== null)
  const isComplete = constraint === 'modulo' ? given.length === 2 : given.length > 0
  if (!isComplete && entries.every(({ key }) => names.includes(key)))
    report(value, `${constraint} requires ${names.join(constraint === 'modulo' ? ' and ' : ' or ')}.`, help)
}
