import { nearest } from '../../../platform/nearest.js'
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
import { defineRule, type Problem } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { PARAMETER_TYPES } from '../../readers/heat/parameters.js'
import { isFloat, numberOf, pythonText } from '../../readers/heat/python.js'
import { GOOD, template } from './shared/parameter-rules.js'

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

export default defineRule<HotTemplate>({
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
})

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
