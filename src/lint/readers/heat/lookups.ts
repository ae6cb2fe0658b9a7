import type { Range } from '../../../yaml/source.js'
import { asScalar, childOf, entriesOf, type YamlEntry } from '../../../yaml/tree.js'
import { oncePer } from '../../engine/declared.js'
import { nearest } from '../../engine/speller.js'
import { type CallLookup, callLookups } from './call-lookups.js'
import type { HotTemplate } from './model.js'
import { brokenValue, PARAMETER_TYPES, type Parameter, parameterOf } from './parameters.js'
import { type ResourceLookup, resourceLookups } from './resource-lookups.js'
import { keysOf, laterVersionWith } from './versions.js'

/** A key that is not valid in its part of a template. */
export interface UnknownKey {
  range: Range
  name: string
  known: readonly string[]
  /** The version that added the key, when the template declares an older one. */
  since: string | undefined
}

/** Names and values of a template that Heat does not accept, each with the reason. */
export type HeatLookup =
  | ({
      verdict: 'unknown_section' | 'unknown_resource_key' | 'unknown_parameter_key' | 'unknown_output_key'
    } & UnknownKey)
  | { verdict: 'unknown_version'; range: Range; name: string }
  | { verdict: 'missing_type'; range: Range; what: 'resource' | 'parameter'; name: string; isGiven: boolean }
  | { verdict: 'missing_output_value'; range: Range; name: string }
  | {
      verdict: 'unknown_parameter_type'
      range: Range
      /** `undefined` when the type is not a scalar. */
      name: string | undefined
      meant: string | undefined
    }
  /** `requirement` is a verb phrase; `quoted` is the default in quotes, when those are all that it lacks. */
  | {
      verdict: 'invalid_default'
      range: Range
      name: string
      requirement: string
      shown: string | undefined
      quoted: string | undefined
    }
  | CallLookup
  | ResourceLookup

/** Everything in a template that Heat looks up and does not accept. All declared rules share it. */
export const heatLookups = oncePer<HotTemplate, HeatLookup>(function* (template) {
  const { language, version } = template
  if (!language) yield { verdict: 'unknown_version', ...version }
  yield* keyLookups(template)
  yield* parameterLookups(template)
  yield* typesAndValues(template)
  yield* callLookups(template)
  yield* resourceLookups(template)
})

function* keyLookups({ root, resources, parameters, outputs, language }: HotTemplate): Iterable<HeatLookup> {
  const unknown = (part: Parameters<typeof keysOf>[0], entries: readonly YamlEntry[]): UnknownKey[] => {
    const known = keysOf(part, language)
    return entries
      .filter(({ key }) => !known.includes(key))
      .map(({ key, keyRange }) => ({
        range: keyRange,
        name: key,
        known,
        since: laterVersionWith(part, key),
      }))
  }
  const inside = (entries: readonly YamlEntry[]) => entries.flatMap(({ value }) => entriesOf(value))
  for (const key of unknown('template', entriesOf(root))) yield { verdict: 'unknown_section', ...key }
  for (const key of unknown('parameter', inside(parameters)))
    yield { verdict: 'unknown_parameter_key', ...key }
  for (const key of unknown('output', inside(outputs))) yield { verdict: 'unknown_output_key', ...key }
  // without a known version, it is unknown which keys are valid
  for (const key of language ? unknown('resource', inside(resources)) : [])
    yield { verdict: 'unknown_resource_key', ...key }
}

/** What other tools call the types of parameters. */
const OTHER_TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ['integer', 'number'],
  ['int', 'number'],
  ['bool', 'boolean'],
  ['list', 'comma_delimited_list'],
  ['commadelimitedlist', 'comma_delimited_list'],
  ['map', 'json'],
])

function* parameterLookups({ parameters }: HotTemplate): Iterable<HeatLookup> {
  for (const entry of parameters) {
    const node = childOf(entry.value, 'type')
    const name = asScalar(node)?.text
    if (node && (name === undefined || !PARAMETER_TYPES.has(name))) {
      const meant =
        name && (OTHER_TYPE_NAMES.get(name.toLowerCase()) ?? nearest(name, PARAMETER_TYPES.keys()))
      yield { verdict: 'unknown_parameter_type', range: node.range, name, meant }
    }
    yield* defaultLookups(parameterOf(entry))
  }
}

function* defaultLookups(parameter: Parameter): Iterable<HeatLookup> {
  const { default: given, limits, name, type } = parameter
  if (!given) return
  const scalar = asScalar(given)
  const isNumber = type === 'string' && typeof scalar?.value === 'number'
  const needsQuotes = isNumber && limits.some(({ length, pattern }) => length ?? pattern !== undefined)
  const requirement = needsQuotes ? 'must be a string in quotes' : brokenValue(parameter, given)
  if (!requirement) return
  yield {
    verdict: 'invalid_default',
    range: given.range,
    name,
    requirement,
    shown: scalar?.text,
    quoted: needsQuotes ? `"${scalar?.text}"` : undefined,
  }
}

function* typesAndValues({ parameters, resources, outputs }: HotTemplate): Iterable<HeatLookup> {
  for (const { key: name, keyRange, value } of resources) {
    const type = childOf(value, 'type')
    const scalar = asScalar(type)
    if (typeof scalar?.value === 'string' && scalar.text !== '') continue
    const isGiven = type !== undefined && scalar?.value !== null
    yield { verdict: 'missing_type', range: type?.range ?? keyRange, what: 'resource', name, isGiven }
  }
  for (const { key: name, keyRange, value } of parameters) {
    if (!childOf(value, 'type'))
      yield { verdict: 'missing_type', range: keyRange, what: 'parameter', name, isGiven: false }
  }
  for (const { key: name, keyRange, value } of outputs) {
    if (!childOf(value, 'value')) yield { verdict: 'missing_output_value', range: keyRange, name }
  }
}
