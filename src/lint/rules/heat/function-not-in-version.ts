import { asMapping, asSequence, childOf, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Call } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { type LanguageVersion, lifeOf, SHORT_IF_SINCE } from '../../readers/heat/versions.js'

const REPLACEMENTS: Readonly<Record<string, string>> = {
  'Fn::Join': 'list_join',
  'Fn::Replace': 'str_replace',
  'Fn::ResourceFacade': 'resource_facade',
  'Fn::Select': 'get_attr or get_param with a path',
  'Fn::Split': 'str_split (since 2015-10-15)',
  Ref: 'get_param or get_resource',
}

/** What the arguments of a function must have: keys, or that many items. */
const SHAPES: Readonly<Record<string, readonly string[] | number>> = {
  contains: 2,
  digest: 2,
  filter: 2,
  if: 2,
  list_concat: 1,
  list_concat_unique: 1,
  make_url: ['scheme'],
  map_merge: 1,
  map_replace: 2,
  repeat: ['template', 'for_each'],
  str_replace_strict: ['template', 'params'],
  str_replace_vstrict: ['template', 'params'],
  str_split: 2,
  yaql: ['expression'],
}

export default defineRule<HotTemplate>({
  id: 'heat/function-not-in-version',
  severity: 'error',
  summary: 'a function is used that the declared version does not have',
  help: 'Each version of the language has its own functions. One that was removed makes Heat refuse the template; one that came later is not carried out, and the property gets the function itself as its value. Declare the version that has it.',
  example: {
    bad: `heat_template_version: 2015-10-15
resources:
  network:
    type: OS::Neutron::Net
    properties:
      name: { str_replace_strict: { template: net-name, params: { name: web } } }
`,
    good: `heat_template_version: 2017-02-24
resources:
  network:
    type: OS::Neutron::Net
    properties:
      name: { str_replace_strict: { template: net-name, params: { name: web } } }
`,
  },
  *check({ path, calls, language }) {
    if (!language) return
    for (const call of calls) {
      const why = whyNot(call, language)
      if (why) yield { file: path, range: call.entry.keyRange, ...why }
    }
  },
})

function whyNot(
  { name, entry }: Call,
  language: LanguageVersion,
): { message: string; help: string } | undefined {
  const { since, until } = lifeOf(name)
  if (!language.functions.has(name)) {
    if (until && until <= language.date) {
      return {
        message: `The function ${name} was removed in version ${until}; this template declares ${language.date}.`,
        help: `Use what replaces it: ${REPLACEMENTS[name] ?? 'see the list of HOT functions'}.`,
      }
    }
    // plain data may have a key of that name too; Heat takes it for data, and so do we unless it looks like a call
    if (!since || !hasShapeOf(name, entry.value)) return undefined
    return {
      message: `The function ${name} came with version ${since}; this template declares ${language.date}.`,
      help: `Set heat_template_version to ${since} or later.`,
    }
  }
  if (name === 'if' && language.date < SHORT_IF_SINCE && asSequence(entry.value)?.items.length === 2) {
    return {
      message: `An if without its else came with version ${SHORT_IF_SINCE}; this template declares ${language.date}.`,
      help: `Write the third value, or set heat_template_version to ${SHORT_IF_SINCE} or later.`,
    }
  }
  return undefined
}

function hasShapeOf(name: string, args: YamlNode): boolean {
  const shape = SHAPES[name]
  if (!shape) return true
  if (typeof shape !== 'number')
    return asMapping(args) !== undefined && shape.every((key) => childOf(args, key))
  const count = asSequence(args)?.items.length
  return count !== undefined && count >= shape
}
