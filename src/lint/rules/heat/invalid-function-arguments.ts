import { asMapping, asScalar, asSequence, childOf, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import { type Call, isCall } from '../../readers/heat/calls.js'
import { callsInCondition } from '../../readers/heat/conditions.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { type LanguageVersion, SHORT_IF_SINCE } from '../../readers/heat/versions.js'
import { template } from './shared/function-rules.js'

/** What a function takes, and how it is written. */
interface Shape {
  /** Whether the arguments are right, as far as they are known now. */
  takes(args: YamlNode, language: LanguageVersion): boolean
  example: string
}

/** Since then list_join takes several lists, and get_attr no attribute. */
const LIBERTY = '2015-10-15'

const list =
  (least: number, most = Number.POSITIVE_INFINITY) =>
  (args: YamlNode): boolean => {
    const items = asSequence(args)?.items
    return isCall(args) || (items !== undefined && items.length >= least && items.length <= most)
  }

const map =
  (required: readonly string[], known?: readonly string[]) =>
  (args: YamlNode): boolean => {
    if (!asMapping(args)) return false
    const keys = entriesOf(args).map(({ key }) => key)
    return (
      required.every((key) => keys.includes(key)) &&
      (known === undefined || keys.every((key) => known.includes(key)))
    )
  }

const REPLACE: Shape = {
  takes: takesReplacement,
  example: '{ template: text with name, params: { name: value } }',
}

const CONCAT: Shape = {
  takes: (args) => list(0)(args) && (asSequence(args)?.items ?? []).every((item) => !isPlainValue(item)),
  example: '[[a, b], [c]]',
}

const SHAPES: Readonly<Record<string, Shape>> = {
  get_param: {
    takes: (args) => isName(args) || (asSequence(args) !== undefined && isName(asSequence(args)?.items[0])),
    example: 'NAME, or [NAME, key, index]',
  },
  get_resource: { takes: isName, example: 'NAME' },
  get_attr: {
    takes(args, { date }) {
      const [name, attribute, ...path] = asSequence(args)?.items ?? []
      if (!isName(name) || (!attribute && date < LIBERTY)) return false
      if (attribute && !isText(attribute) && asScalar(attribute)?.value !== null) return false
      return path.every((step) => isCall(step) || asScalar(step) !== undefined)
    },
    example: '[NAME, attribute]',
  },
  get_file: { takes: isText, example: 'path/of/the/file' },
  list_join: {
    takes(args, { date }) {
      const items = asSequence(args)?.items ?? []
      if (!asSequence(args) || !list(2, date >= LIBERTY ? undefined : 2)(args)) return false
      return isText(items[0]) && items.slice(1).every((item) => !isPlainValue(item))
    },
    example: "[', ', [a, b]]",
  },
  str_replace: REPLACE,
  str_replace_strict: REPLACE,
  str_replace_vstrict: REPLACE,
  repeat: {
    takes: (args) => map(['template', 'for_each'])(args) && isMapOrCall(childOf(args, 'for_each')),
    example: "{ for_each: { '%name%': [a, b] }, template: '%name%' }",
  },
  digest: { takes: list(2, 2), example: '[sha256, text]' },
  str_split: { takes: list(2, 3), example: "[',', 'a,b']" },
  map_merge: CONCAT,
  map_replace: { takes: list(2, 2), example: '[{ a: b }, { keys: { a: c } }]' },
  yaql: {
    takes: (args) => map(['expression'], ['expression', 'data'])(args) && isText(childOf(args, 'expression')),
    example: '{ expression: $.data.sum(), data: [1, 2] }',
  },
  filter: { takes: (args) => asSequence(args) !== undefined && list(2, 2)(args), example: '[[a], [a, b]]' },
  contains: { takes: (args) => asSequence(args) !== undefined && list(2, 2)(args), example: '[a, [a, b]]' },
  make_url: {
    takes: map([], ['scheme', 'username', 'password', 'host', 'port', 'path', 'query', 'fragment']),
    example: '{ scheme: https, host: example.org, path: /v3 }',
  },
  list_concat: CONCAT,
  list_concat_unique: CONCAT,
  resource_facade: {
    takes: (args) => ['metadata', 'deletion_policy', 'update_policy'].includes(asScalar(args)?.text ?? ''),
    example: 'metadata, deletion_policy or update_policy',
  },
  if: {
    takes: (args, { date }) =>
      asSequence(args) !== undefined && list(date >= SHORT_IF_SINCE ? 2 : 3, 3)(args),
    example: '[condition, value, other value]',
  },
}

/** The arguments of functions that only conditions have. */
const CONDITION_SHAPES: ReadonlyMap<string, [takes: (args: YamlNode) => boolean, example: string]> = new Map([
  ['equals', [list(2, 2), '[a, b]']],
  ['and', [list(2), '[condition, other condition]']],
  ['or', [list(2), '[condition, other condition]']],
  ['not', [(args) => asScalar(args)?.value !== null, 'condition']],
])

export default defineRule<HotTemplate>({
  id: 'heat/invalid-function-arguments',
  severity: 'error',
  summary: 'a function has arguments that it does not take',
  help: 'Each function of HOT takes arguments of one form. Heat takes every map whose only key is the name of a function for a use of that function, and refuses the template, or the stack that is made of it, when the arguments have another form.',
  example: {
    bad: template('{ list_join: ["-", web, net] }'),
    good: template('{ list_join: ["-", [web, net]] }'),
  },
  *check({ path, calls, conditions, language }) {
    if (!language) return
    for (const { value } of language.hasConditions ? conditions : []) yield* conditionArguments(path, value)
    for (const call of calls) {
      const shape = shapeOf(call, language)
      if (
        !shape ||
        isKnownLater(call) ||
        isShortIf(call, language) ||
        shape.takes(call.entry.value, language)
      )
        continue
      yield {
        file: path,
        range: call.entry.keyRange,
        message: `The function ${call.name} does not take these arguments.`,
        help: `Write  ${call.name}: ${shape.example}.`,
      }
    }
  },
})

/** A text, or what a function makes of it. */
function isText(node: YamlNode | undefined): boolean {
  if (!node) return false
  return isCall(node) || typeof asScalar(node)?.value === 'string'
}

/** A name, or what a function makes of it. */
function isName(node: YamlNode | undefined): boolean {
  return isText(node) && asScalar(node)?.text !== ''
}

function isMapOrCall(node: YamlNode | undefined): boolean {
  return asMapping(node) !== undefined
}

function takesReplacement(args: YamlNode, { date }: LanguageVersion): boolean {
  const params = childOf(args, 'params')
  if (!map(['template', 'params'])(args) || !isText(childOf(args, 'template')) || !isMapOrCall(params))
    return false
  // lists and maps become JSON since then
  if (date >= LIBERTY || (params && isCall(params))) return true
  return entriesOf(params).every(({ value }) => isCall(value) || asScalar(value) !== undefined)
}

/** A value that is no list and no map: a function that takes those cannot use it. */
function isPlainValue(node: YamlNode | undefined): boolean {
  const scalar = asScalar(node)
  return scalar !== undefined && scalar.value !== null && !isTemplatedValue(scalar.text)
}

function* conditionArguments(path: string, condition: YamlNode): Iterable<Problem> {
  for (const { key, keyRange, value } of callsInCondition(condition)) {
    const [takes, example] = CONDITION_SHAPES.get(key) ?? []
    if (!takes || takes(value) || isTemplatedValue(asScalar(value)?.text ?? '')) continue
    const message = `The function ${key} does not take these arguments.`
    yield { file: path, range: keyRange, message, help: `Write  ${key}: ${example}.` }
  }
}

function shapeOf({ name }: Call, { functions }: LanguageVersion): Shape | undefined {
  return functions.has(name) && Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined
}

/** That one is about the version. */
function isShortIf({ name, entry }: Call, { date }: LanguageVersion): boolean {
  return name === 'if' && date < SHORT_IF_SINCE && asSequence(entry.value)?.items.length === 2
}

function isKnownLater({ entry }: Call): boolean {
  const scalar = asScalar(entry.value)
  return scalar !== undefined && isTemplatedValue(scalar.text)
}
