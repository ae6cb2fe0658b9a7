import { asMapping, asScalar, asSequence, childOf, entriesOf, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { isShortIf } from '../../readers/heat/call-lookups.js'
import { callsInCondition, isCall } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { type LanguageVersion, SHORT_IF_SINCE } from '../../readers/heat/versions.js'
import { withName } from './shared/examples.js'

/** The arguments of a function. */
interface Signature {
  /** Whether arguments are valid, as far as they are literal. */
  accepts(args: YamlNode, language: LanguageVersion): boolean
  example: string
}

/** Since this version, list_join accepts several lists, and get_attr accepts a name alone. */
const LIBERTY = '2015-10-15'

export default defineRule<HotTemplate>({
  id: 'heat/invalid-function-arguments',
  severity: 'error',
  summary: 'a function has arguments that it does not accept',
  help: 'Heat reads every map whose only key is the name of a function as a call of that function. If the arguments have the wrong form, Heat rejects the template, or fails to create the stack.',
  example: {
    bad: withName('{ list_join: ["-", web, net] }'),
    good: withName('{ list_join: ["-", [web, net]] }'),
  },
  check({ calls, conditions, language }, report) {
    if (!language) return
    const inConditions = language.hasConditions
      ? conditions.flatMap(({ value }) => [...callsInCondition(value)])
      : []
    for (const [entries, signatures] of [
      [inConditions, CONDITION_SIGNATURES],
      [calls.map(({ entry }) => entry).filter(({ key }) => language.functions.has(key)), SIGNATURES],
    ] as const) {
      for (const { key, keyRange, value } of entries) {
        const signature = signatures.get(key)
        if (!signature || signature.accepts(value, language)) continue
        if (isTemplatedValue(asScalar(value)?.text ?? '')) continue
        // heat/function-not-in-version reports it
        if (isShortIf(key, value) && language.date < SHORT_IF_SINCE) continue
        report(
          { range: keyRange },
          `The function ${key} does not accept these arguments.`,
          `Use \`${key}: ${signature.example}\`.`,
        )
      }
    }
  },
})

const isList =
  (least: number, most = Number.POSITIVE_INFINITY) =>
  (args: YamlNode): boolean => {
    const items = asSequence(args)?.items
    return items !== undefined && items.length >= least && items.length <= most
  }

const isListOrCall =
  (least: number, most?: number) =>
  (args: YamlNode): boolean =>
    isCall(args) || isList(least, most)(args)

const isMap =
  (required: readonly string[], known?: readonly string[]) =>
  (args: YamlNode): boolean => {
    const keys = entriesOf(args).map(({ key }) => key)
    return (
      asMapping(args) !== undefined &&
      required.every((key) => keys.includes(key)) &&
      (known === undefined || keys.every((key) => known.includes(key)))
    )
  }

/** A string, or a function that returns one. */
function isText(node: YamlNode | undefined): boolean {
  return node !== undefined && (isCall(node) || typeof asScalar(node)?.value === 'string')
}

/** A name, or a function that returns one. */
function isName(node: YamlNode | undefined): boolean {
  return isText(node) && asScalar(node)?.text !== ''
}

/** A literal that is neither a list nor a map, for functions that require those. */
function isPlainValue(node: YamlNode | undefined): boolean {
  const scalar = asScalar(node)
  return scalar !== undefined && scalar.value !== null && !isTemplatedValue(scalar.text)
}

const REPLACE: Signature = {
  accepts(args, { date }) {
    const params = childOf(args, 'params')
    if (!isMap(['template', 'params'])(args) || !isText(childOf(args, 'template')) || !asMapping(params))
      return false
    // since that version, lists and maps are converted to JSON
    if (date >= LIBERTY || (params && isCall(params))) return true
    return entriesOf(params).every(({ value }) => isCall(value) || asScalar(value) !== undefined)
  },
  example: '{ template: text with name, params: { name: value } }',
}

const CONCAT: Signature = {
  accepts: (args) =>
    isListOrCall(0)(args) && (asSequence(args)?.items ?? []).every((item) => !isPlainValue(item)),
  example: '[[a, b], [c]]',
}

/** Source: the functions' constructors in `heat/engine/hot/functions.py`. */
const SIGNATURES: ReadonlyMap<string, Signature> = signatures({
  get_param: {
    accepts: (args) => isName(args) || isName(asSequence(args)?.items[0]),
    example: 'NAME` or `get_param: [NAME, key, index]',
  },
  get_resource: { accepts: isName, example: 'NAME' },
  get_attr: {
    accepts(args, { date }) {
      const [name, attribute, ...path] = asSequence(args)?.items ?? []
      if (!isName(name) || (!attribute && date < LIBERTY)) return false
      if (attribute && !isText(attribute) && asScalar(attribute)?.value !== null) return false
      return path.every((step) => isCall(step) || asScalar(step) !== undefined)
    },
    example: '[NAME, attribute]',
  },
  get_file: { accepts: isText, example: 'path/to/the/file' },
  list_join: {
    accepts(args, { date }) {
      const [delimiter, ...lists] = asSequence(args)?.items ?? []
      const hasLength = isList(2, date >= LIBERTY ? undefined : 2)(args)
      return hasLength && isText(delimiter) && lists.every((item) => !isPlainValue(item))
    },
    example: "[', ', [a, b]]",
  },
  str_replace: REPLACE,
  str_replace_strict: REPLACE,
  str_replace_vstrict: REPLACE,
  repeat: {
    accepts: (args) => isMap(['template', 'for_each'])(args) && !!asMapping(childOf(args, 'for_each')),
    example: "{ for_each: { '%name%': [a, b] }, template: '%name%' }",
  },
  digest: { accepts: isListOrCall(2, 2), example: '[sha256, text]' },
  str_split: { accepts: isListOrCall(2, 3), example: "[',', 'a,b']" },
  map_merge: CONCAT,
  map_replace: { accepts: isListOrCall(2, 2), example: '[{ a: b }, { keys: { a: c } }]' },
  yaql: {
    accepts: (args) =>
      isMap(['expression'], ['expression', 'data'])(args) && isText(childOf(args, 'expression')),
    example: '{ expression: $.data.sum(), data: [1, 2] }',
  },
  filter: { accepts: isList(2, 2), example: '[[a], [a, b]]' },
  contains: { accepts: isList(2, 2), example: '[a, [a, b]]' },
  make_url: {
    accepts: isMap([], ['scheme', 'username', 'password', 'host', 'port', 'path', 'query', 'fragment']),
    example: '{ scheme: https, host: example.org, path: /v3 }',
  },
  list_concat: CONCAT,
  list_concat_unique: CONCAT,
  resource_facade: {
    accepts: (args) => /^(metadata|deletion_policy|update_policy)$/.test(asScalar(args)?.text ?? ''),
    example: 'metadata`, `deletion_policy` or `update_policy',
  },
  if: {
    accepts: (args, { date }) => isList(date >= SHORT_IF_SINCE ? 2 : 3, 3)(args),
    example: '[condition, value, other value]',
  },
})

/** The functions that only conditions have. */
const CONDITION_SIGNATURES: ReadonlyMap<string, Signature> = signatures({
  equals: { accepts: isListOrCall(2, 2), example: '[a, b]' },
  and: { accepts: isListOrCall(2), example: '[condition, other condition]' },
  or: { accepts: isListOrCall(2), example: '[condition, other condition]' },
  not: { accepts: (args) => asScalar(args)?.value !== null, example: 'condition' },
})

function signatures(byName: Record<string, Signature>): Map<string, Signature> {
  return new Map(Object.entries(byName))
}
