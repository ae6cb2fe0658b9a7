import type { Range } from '../../../yaml/source.js'
import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  type YamlEntry,
  type YamlNode,
} from '../../../yaml/tree.js'
import { type Call, callsInCondition, conditionsIn, hasPlaceholder, namedBy } from './calls.js'
import type { HotTemplate } from './model.js'
import { dependsOn } from './resource-use.js'
import { isTemplateName, referencedPath } from './template-paths.js'
import { type LanguageVersion, lifeOf, SHORT_IF_SINCE } from './versions.js'

/** Functions, and the names and files that they refer to, which Heat does not have or does not find. */
export type CallLookup =
  | {
      verdict: 'undefined_reference'
      range: Range
      what: 'parameter' | 'resource' | 'condition'
      name: string
      known: ReadonlySet<string>
    }
  /** `path` is relative to the checked folder. */
  | { verdict: 'missing_file'; range: Range; path: string }
  /** The template declares the version `declared`, which does not have the function any more, or not yet. */
  | { verdict: 'removed_function'; range: Range; name: string; declared: string; until: string }
  | {
      verdict: 'later_function' | 'later_short_if'
      range: Range
      name: string
      declared: string
      since: string
    }
  | { verdict: 'function_not_allowed_in_condition'; range: Range; name: string }

export function* callLookups(template: HotTemplate): Iterable<CallLookup> {
  yield* referenceLookups(template)
  for (const { name, range } of filesOf(template)) {
    const path = referencedPath(template.path, name)
    if (path !== undefined && !template.folder.hasFile(path)) yield { verdict: 'missing_file', range, path }
  }
  const { language } = template
  if (!language) return
  for (const call of template.calls) yield* versionLookups(call, language)
  yield* conditionLookups(template, language)
}

const PSEUDO_PARAMETERS = ['OS::stack_name', 'OS::stack_id', 'OS::project_id']

function* referenceLookups(template: HotTemplate): Iterable<CallLookup> {
  const keysOf = (entries: readonly YamlEntry[]) => entries.map(({ key }) => key)
  const defined = {
    parameter: new Set([...keysOf(template.parameters), ...PSEUDO_PARAMETERS]),
    resource: new Set(keysOf(template.resources)),
    condition: new Set(keysOf(template.conditions)),
  }
  for (const { what, name, range } of referencesOf(template)) {
    if (!defined[what].has(name))
      yield { verdict: 'undefined_reference', range, what, name, known: defined[what] }
  }
}

interface Reference {
  what: 'parameter' | 'resource' | 'condition'
  name: string
  range: Range
}

/** What the first argument of a function refers to. */
const REFERS_TO: ReadonlyMap<string, Reference['what']> = new Map([
  ['get_param', 'parameter'],
  ['get_resource', 'resource'],
  ['get_attr', 'resource'],
  ['if', 'condition'],
])

/** All names by which a part of the template refers to another. */
function* referencesOf(template: HotTemplate): Iterable<Reference> {
  const hasConditions = template.language?.hasConditions ?? false
  for (const call of template.calls) {
    const what = REFERS_TO.get(call.name)
    const named = what && namedBy(call)
    if (!named) continue
    if (what !== 'condition') yield { what, name: named.name, range: named.node.range }
    else if (hasConditions && asSequence(call.entry.value)) yield* conditionNamed(named.node)
  }
  for (const { value } of template.resources) {
    for (const { name, node } of dependsOn(value)) yield { what: 'resource', name, range: node.range }
  }
  if (!hasConditions) return
  for (const { value } of [...template.resources, ...template.outputs])
    yield* conditionNamed(childOf(value, 'condition'))
  for (const { value } of template.conditions) {
    for (const { text: name, range } of conditionsIn(value)) yield { what: 'condition', name, range }
  }
}

/** A string is the name of a condition; a boolean is a condition itself. */
function* conditionNamed(node: YamlNode | undefined): Iterable<Reference> {
  const scalar = asScalar(node)
  if (node && typeof scalar?.value === 'string')
    yield { what: 'condition', name: scalar.text, range: node.range }
}

/** The files of `get_file`, and the templates that are resource types. */
function* filesOf({ calls, uses }: HotTemplate): Iterable<{ name: string; range: Range }> {
  for (const call of calls) {
    const scalar = call.name === 'get_file' ? asScalar(call.entry.value) : undefined
    if (typeof scalar?.value !== 'string' || hasPlaceholder(call, scalar.text)) continue
    yield { name: scalar.text, range: scalar.range }
  }
  for (const { type, placeholder } of uses) {
    if (!type || !isTemplateName(type.text)) continue
    if (placeholder === undefined || !type.text.includes(placeholder))
      yield { name: type.text, range: type.range }
  }
}

function* versionLookups({ name, entry }: Call, language: LanguageVersion): Iterable<CallLookup> {
  const { since, until } = lifeOf(name)
  const { date: declared, functions } = language
  const range = entry.keyRange
  if (!functions.has(name)) {
    if (until && until <= declared) yield { verdict: 'removed_function', range, name, declared, until }
    // Heat reads a function that it does not know as data, and data can have a key with that name
    else if (since && looksLikeCall(name, entry.value))
      yield { verdict: 'later_function', range, name, declared, since }
  } else if (isShortIf(name, entry.value) && declared < SHORT_IF_SINCE)
    yield { verdict: 'later_short_if', range, name, declared, since: SHORT_IF_SINCE }
}

/** Whether a call is an `if` without an `else`. */
export function isShortIf(name: string, args: YamlNode): boolean {
  return name === 'if' && asSequence(args)?.items.length === 2
}

/** What the arguments of a function must have: certain keys, or at least that many items. */
const ARGUMENTS: ReadonlyMap<string, readonly string[] | number> = new Map<
  string,
  readonly string[] | number
>([
  ['contains', 2],
  ['digest', 2],
  ['filter', 2],
  ['if', 2],
  ['list_concat', 1],
  ['list_concat_unique', 1],
  ['make_url', ['scheme']],
  ['map_merge', 1],
  ['map_replace', 2],
  ['repeat', ['template', 'for_each']],
  ['str_replace_strict', ['template', 'params']],
  ['str_replace_vstrict', ['template', 'params']],
  ['str_split', 2],
  ['yaql', ['expression']],
])

function looksLikeCall(name: string, args: YamlNode): boolean {
  const needed = ARGUMENTS.get(name)
  if (needed === undefined) return true
  if (typeof needed === 'number') return (asSequence(args)?.items.length ?? 0) >= needed
  return asMapping(args) !== undefined && needed.every((key) => childOf(args, key))
}

/** The functions that conditions can use, each with the version that allowed it there. */
const IN_CONDITIONS: ReadonlyMap<string, string> = new Map([
  ['get_param', ''],
  ['equals', ''],
  ['not', ''],
  ['and', ''],
  ['or', ''],
  ['yaql', '2017-09-01'],
  ['contains', '2017-09-01'],
])

function* conditionLookups({ conditions }: HotTemplate, language: LanguageVersion): Iterable<CallLookup> {
  if (!language.hasConditions) return
  for (const { value } of conditions) {
    for (const { key: name, keyRange: range } of callsInCondition(value)) {
      const since = IN_CONDITIONS.get(name)
      if (!language.functions.has(name) || (since !== undefined && language.date >= since)) continue
      yield { verdict: 'function_not_allowed_in_condition', range, name }
    }
  }
}
