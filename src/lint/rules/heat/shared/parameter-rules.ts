import { nearest } from '../../../../platform/nearest.js'
import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  entryOf,
  type YamlEntry,
  type YamlNode,
} from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { HotTemplate } from '../../../readers/heat/model.js'
import { brokenValue, PARAMETER_TYPES, parameterOf } from '../../../readers/heat/parameters.js'
import { isFloat, numberOf, pythonText } from '../../../readers/heat/python.js'

const template = (parameter: string, use = 'get_param: limit') => `heat_template_version: 2018-08-31
parameters:
  limit: ${parameter}
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { ${use} } }
`
const GOOD = template('{ type: number, default: 5, constraints: [{ range: { min: 1, max: 9 } }] }')

const unknownParameterType: Rule<HotTemplate> = {
  id: 'heat/unknown-parameter-type',
  severity: 'error',
  summary: 'a parameter has a type that Heat does not have',
  help: 'A parameter of HOT is a string, number, json, comma_delimited_list or boolean, in small letters. Heat refuses a template with any other type.',
  example: { bad: template('{ type: String }'), good: GOOD },
  *check({ path, parameters }) {
    for (const { value } of parameters) {
      const node = childOf(value, 'type')
      const type = asScalar(node)
      if (!node || (type && PARAMETER_TYPES.has(type.text))) continue
      const near =
        type && (OTHER_NAMES.get(type.text.toLowerCase()) ?? nearest(type.text, PARAMETER_TYPES.keys()))
      yield {
        file: path,
        range: node.range,
        message: `There is no parameter type "${type?.text ?? 'of this form'}".`,
        help: near ? `Did you mean "${near}"?` : `The types are: ${[...PARAMETER_TYPES.keys()].join(', ')}.`,
      }
    }
  },
}

/** How other tools call the same. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['integer', 'number'],
  ['int', 'number'],
  ['bool', 'boolean'],
  ['list', 'comma_delimited_list'],
  ['commadelimitedlist', 'comma_delimited_list'],
  ['map', 'json'],
])

const brokenDefault: Rule<HotTemplate> = {
  id: 'heat/parameter-default',
  severity: 'error',
  summary: 'the default of a parameter is not what its type and constraints want',
  help: 'Heat holds a default to the type and the constraints of its parameter, and refuses the template when it does not fit, even when everybody gives another value. The default of a string with a length or a pattern must be text: a number there needs quotes.',
  example: {
    bad: template('{ type: number, default: 10, constraints: [{ range: { min: 1, max: 9 } }] }'),
    good: GOOD,
  },
  *check({ path, parameters }) {
    for (const entry of parameters) {
      const parameter = parameterOf(entry)
      const { default: given, limits, type } = parameter
      if (!given) continue
      const scalar = asScalar(given)
      const isNumber = type === 'string' && typeof scalar?.value === 'number'
      const wantsText = isNumber && limits.some(({ length, pattern }) => length ?? pattern !== undefined)
      const broken = wantsText ? 'must be text, in quotes' : brokenValue(parameter, given)
      if (!broken) continue
      yield {
        file: path,
        range: given.range,
        message: `The default of "${entry.key}" ${broken}${scalar ? `, not ${scalar.text === '' ? 'empty' : pythonShown(scalar.text)}` : ''}.`,
        help: wantsText
          ? `Write  default: "${scalar?.text}".`
          : 'Write a default that is allowed, or leave it out.',
      }
    }
  },
}

function pythonShown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

const invalidConstraint: Rule<HotTemplate> = {
  id: 'heat/invalid-constraint',
  severity: 'error',
  summary: 'a constraint of a parameter is not one that Heat can apply',
  help: 'Constraints are a list, each of one kind: length, range, modulo, allowed_values, allowed_pattern or custom_constraint, with a description beside it. A range and a modulo are for numbers, a length is for texts, lists and maps, a pattern for strings. Heat refuses a template with any other.',
  example: {
    bad: template('{ type: string, default: a, constraints: [{ range: { min: 1 } }] }'),
    good: GOOD,
  },
  *check({ path, parameters, language }) {
    for (const { value } of parameters) {
      const constraints = entryOf(value, 'constraints')
      const type = asScalar(childOf(value, 'type'))?.text ?? ''
      if (!constraints || !PARAMETER_TYPES.has(type) || asScalar(constraints.value)?.value === null) continue
      const hasModulo = language === undefined || language.date >= '2017-02-24'
      for (const problem of constraintProblems(constraints, type, hasModulo)) yield { file: path, ...problem }
    }
  },
}

type Found = Pick<Problem, 'range' | 'message' | 'help'>

/** The kinds of constraints, and the parameter types that each is for. */
const CONSTRAINTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['range', ['number']],
  ['modulo', ['number']],
  ['length', ['string', 'comma_delimited_list', 'json']],
  ['allowed_values', ['string', 'number', 'boolean', 'comma_delimited_list']],
  ['allowed_pattern', ['string']],
  ['custom_constraint', ['string', 'number', 'boolean', 'comma_delimited_list']],
])

function* constraintProblems(constraints: YamlEntry, type: string, hasModulo: boolean): Iterable<Found> {
  const list = asSequence(constraints.value)
  if (!list) {
    yield {
      range: constraints.value.range,
      message: 'The constraints are no list.',
      help: 'Write each behind a dash.',
    }
    return
  }
  for (const item of list.items) {
    if (asMapping(item)) yield* oneConstraint(item, type, hasModulo)
    else yield { range: item.range, message: 'This constraint is no map.', help: 'Write  - KIND: …  for it.' }
  }
}

function* oneConstraint(item: YamlNode, type: string, hasModulo: boolean): Iterable<Found> {
  const entries = entriesOf(item)
  const kinds = entries.filter(({ key }) => CONSTRAINTS.has(key))
  for (const { key, keyRange } of entries) {
    if (CONSTRAINTS.has(key) || key === 'description') continue
    const near = nearest(key, CONSTRAINTS.keys())
    yield {
      range: keyRange,
      message: `"${key}" is no kind of constraint.`,
      help: near ? `Did you mean "${near}"?` : `The kinds are: ${[...CONSTRAINTS.keys()].join(', ')}.`,
    }
    return
  }
  const [kind] = kinds
  if (!kind) {
    yield {
      range: item.range,
      message: 'This constraint says nothing.',
      help: 'Add one kind to it, or remove it.',
    }
    return
  }
  if (kind.key === 'modulo' && !hasModulo) {
    yield {
      range: kind.keyRange,
      message: 'The constraint modulo came with version 2017-02-24.',
      help: 'Set heat_template_version to 2017-02-24 or later.',
    }
    return
  }
  const fits = CONSTRAINTS.get(kind.key)?.includes(type)
  if (fits) yield* argumentProblems(kind)
  else {
    yield {
      range: kind.keyRange,
      message: `A parameter of type ${type} cannot have the constraint ${kind.key}.`,
      help: `${kind.key} is for ${CONSTRAINTS.get(kind.key)?.join(', ')}; change the type or the constraint.`,
    }
  }
}

function* argumentProblems({ key, value }: YamlEntry): Iterable<Found> {
  if (key === 'range' || key === 'length' || key === 'modulo') {
    yield* numbersProblems(key, value)
  } else if (key === 'allowed_values' && !asSequence(value)) {
    yield {
      range: value.range,
      message: 'allowed_values is no list.',
      help: 'Write  allowed_values: [a, b].',
    }
  } else if (key === 'allowed_pattern' && typeof asScalar(value)?.value !== 'string') {
    yield { range: value.range, message: 'allowed_pattern is no text.', help: 'Write the pattern in quotes.' }
  }
}

function* numbersProblems(kind: 'range' | 'length' | 'modulo', value: YamlNode): Iterable<Found> {
  const names = kind === 'modulo' ? ['step', 'offset'] : ['min', 'max']
  const example = `${kind}: { ${names[0]}: 1, ${names[1]}: ${kind === 'modulo' ? 0 : 9} }`
  if (!asMapping(value)) {
    yield { range: value.range, message: `${kind} is no map.`, help: `Write  ${example}.` }
    return
  }
  const entries = entriesOf(value)
  for (const entry of entries) {
    const scalar = asScalar(entry.value)
    if (!names.includes(entry.key)) {
      yield { range: entry.keyRange, message: `${kind} has no "${entry.key}".`, help: `Write  ${example}.` }
    } else if (!scalar || scalar.value === null) {
      if (!scalar)
        yield { range: entry.value.range, message: `${entry.key} is no number.`, help: `Write  ${example}.` }
    } else if (numberOf(scalar) === undefined || (kind === 'length' && isFloat(pythonText(scalar)))) {
      yield {
        range: entry.value.range,
        message: `${entry.key} is no ${kind === 'range' ? '' : 'whole '}number.`,
        help: `Write  ${example}.`,
      }
    }
  }
  const given = entries.filter((entry) => names.includes(entry.key) && asScalar(entry.value)?.value !== null)
  const isEnough = kind === 'modulo' ? given.length === 2 : given.length > 0
  if (!isEnough && entries.every(({ key }) => names.includes(key))) {
    yield { range: value.range, message: `${kind} says too little.`, help: `Write  ${example}.` }
  }
}

export const parameterRules = [unknownParameterType, brokenDefault, invalidConstraint]
