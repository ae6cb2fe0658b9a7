import { asScalar, asSequence, childOf, type YamlEntry, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { isSecretName } from '../../engine/secrets.js'
import type { Bounds, Schema } from '../../facts/heat.js'
import { brokenLimit, type Limits } from './constraint.js'
import { numberOf, truthOf } from './python.js'

/** The types of parameters, each with the type that it has as a property of a nested template. */
export const PARAMETER_TYPES: ReadonlyMap<string, Schema['type']> = new Map([
  ['string', 'string'],
  ['number', 'number'],
  ['comma_delimited_list', 'list'],
  ['json', 'map'],
  ['boolean', 'boolean'],
])

/** A parameter as a template declares it. */
export interface Parameter {
  entry: YamlEntry
  name: string
  /** `undefined` when the declared type does not exist. */
  type: Schema['type'] | undefined
  /** `undefined` when it is missing or null. */
  default: YamlNode | undefined
  limits: readonly Limits[]
  isHidden: boolean
}

const parameters = new WeakMap<YamlEntry, Parameter>()

/** Reads a parameter; several rules ask for each, so it is read once. */
export function parameterOf(entry: YamlEntry): Parameter {
  const known = parameters.get(entry) ?? read(entry)
  parameters.set(entry, known)
  return known
}

function read(entry: YamlEntry): Parameter {
  const { key: name, value } = entry
  const type = PARAMETER_TYPES.get(asScalar(childOf(value, 'type'))?.text ?? '')
  const hidden = asScalar(childOf(value, 'hidden'))
  const given = childOf(value, 'default')
  return {
    entry,
    name,
    type,
    default: asScalar(given)?.value === null ? undefined : given,
    limits: type ? limitsOf(childOf(value, 'constraints'), type) : [],
    isHidden: hidden !== undefined && truthOf(hidden.text) !== false,
  }
}

/** The parameters whose names say that their values are secrets. */
export function secretParameters(entries: readonly YamlEntry[]): Parameter[] {
  return entries.map(parameterOf).filter(({ name, type }) => type === 'string' && isSecretName(name))
}

function limitsOf(constraints: YamlNode | undefined, type: Schema['type']): Limits[] {
  const limits: Limits[] = []
  for (const constraint of asSequence(constraints)?.items ?? []) {
    const range = boundsOf(childOf(constraint, 'range'))
    const length = boundsOf(childOf(constraint, 'length'))
    // lists and maps among the allowed values are not compared
    const values = asSequence(childOf(constraint, 'allowed_values'))?.items.flatMap((item) => {
      const scalar = asScalar(item)
      return scalar ? [scalar.value] : []
    })
    const pattern = asScalar(childOf(constraint, 'allowed_pattern'))?.text
    const modulo = childOf(constraint, 'modulo')
    const [step, offset] = [numberAt(modulo, 'step'), numberAt(modulo, 'offset')]
    limits.push({
      type,
      ...(range && type === 'number' ? { range } : {}),
      ...(length && type !== 'number' && type !== 'boolean' ? { length } : {}),
      ...(values && type !== 'map' ? { values } : {}),
      ...(pattern !== undefined && type === 'string' ? { pattern } : {}),
      ...(step !== undefined && offset !== undefined && type === 'number'
        ? { modulo: [step, offset] as const }
        : {}),
    })
  }
  return limits
}

function boundsOf(node: YamlNode | undefined): Bounds | undefined {
  const [least, most] = [numberAt(node, 'min'), numberAt(node, 'max')]
  return least === undefined && most === undefined ? undefined : [least ?? null, most ?? null]
}

function numberAt(node: YamlNode | undefined, key: string): number | undefined {
  const scalar = asScalar(childOf(node, key))
  return scalar && scalar.value !== null ? numberOf(scalar) : undefined
}

/** The requirement of a parameter that a value does not meet, as {@link brokenLimit} words it. */
export function brokenValue({ type, limits }: Parameter, value: YamlNode): string | undefined {
  const scalar = asScalar(value)
  if (!type || scalar?.value === null || (scalar && isTemplatedValue(scalar.text))) return undefined
  const broken = brokenParameterType(type, value)
  if (broken) return broken
  if (type === 'map') return undefined
  if (type === 'list' && scalar) return brokenList(limits, scalar.text)
  for (const limit of limits) {
    const requirement = brokenLimit(limit, value)
    if (requirement) return requirement
  }
  return undefined
}

function brokenParameterType(type: Schema['type'], value: YamlNode): string | undefined {
  const scalar = asScalar(value)
  switch (type) {
    case 'number':
      return scalar && numberOf(scalar) !== undefined ? undefined : 'must be a number'
    case 'boolean':
      return scalar && truthOf(scalar.text) !== undefined ? undefined : 'must be true or false'
    case 'list': {
      const isList = asSequence(value) !== undefined || typeof scalar?.value === 'string'
      return isList ? undefined : 'must be a list or a comma-separated string'
    }
    case 'map':
      return typeof scalar?.value === 'string' && !isJson(scalar.text)
        ? 'must be a map or valid JSON'
        : undefined
    default:
      return undefined
  }
}

/** Checks a list that is written as a comma-separated string. */
function brokenList(limits: readonly Limits[], text: string): string | undefined {
  const items = text === '' ? [] : text.split(',').map((item) => item.trim())
  for (const { values, length } of limits) {
    const allowed = values?.map(String)
    if (allowed && !items.every((item) => allowed.includes(item)))
      return `must only contain ${allowed.join(', ')}`
    const [least, most] = length ?? [null, null]
    if (least !== null && items.length < least) return `must have at least ${counted(least)}`
    if (most !== null && items.length > most) return `must have at most ${counted(most)}`
  }
  return undefined
}

function counted(items: number): string {
  return items === 1 ? '1 item' : `${items} items`
}

function isJson(text: string): boolean {
  if (text === '') return true
  try {
    JSON.parse(text)
    return true
  } catch {
    // Python also accepts these
    return /\b(NaN|-?Infinity)\b/.test(text)
  }
}

/** The parameters of a template as the properties of a resource that has the template as its type. */
export function propertiesOf(parameters: readonly YamlEntry[]): Map<string, Schema> {
  const schemas = new Map<string, Schema>()
  for (const entry of parameters) {
    const parameter = parameterOf(entry)
    const { type = 'any' } = parameter
    const isScalar = type !== 'map' && type !== 'list'
    schemas.set(parameter.name, {
      // lists and maps can also be strings
      type: isScalar ? type : 'any',
      required: parameter.default === undefined,
      properties: undefined,
      items: undefined,
      ...(isScalar ? merged(parameter.limits) : {}),
    })
  }
  return schemas
}

/** Combines constraints: of several of the same kind, the last one counts. */
function merged(limits: readonly Limits[]): Partial<Schema> {
  const result: Partial<Schema> = {}
  for (const { type: _type, values, ...limit } of limits) {
    Object.assign(result, limit)
    if (values?.every((value) => value !== null && typeof value !== 'object'))
      Object.assign(result, { values })
  }
  return result
}
