import { asScalar, childOf, entriesOf, entryOf, type YamlEntry, type YamlNode } from '../../../yaml/tree.js'
import type { RuleContext } from '../../engine/context.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import { type Call, collectCalls } from './calls.js'
import { FilledFolder } from './folder.js'
import type { HeatFolder, HotTemplate, ResourceUse } from './model.js'
import { usesOf } from './resource-use.js'
import { languageVersion } from './versions.js'

const folders = new WeakMap<readonly Definition[], { context: RuleContext; folder: HeatFolder }>()

/** The templates and environments of a folder, taken apart once for both kinds of rules. */
export function heatFolder(definitions: readonly Definition[], context: RuleContext): HeatFolder {
  const known = folders.get(definitions)
  if (known?.context === context) return known.folder
  const folder = new FilledFolder(definitions, context)
  for (const definition of definitions) {
    const template = definition.kind === 'heat' ? hotTemplate(definition, folder) : undefined
    if (template) folder.templates.set(template.path, template)
  }
  folders.set(definitions, { context, folder })
  return folder
}

export function hotTemplates(
  definitions: readonly Definition[],
  context: RuleContext,
): Iterable<HotTemplate> {
  return heatFolder(definitions, context).templates.values()
}

function hotTemplate(definition: Definition, folder: HeatFolder): HotTemplate | undefined {
  const root = rootMapping(definition)
  const versionEntry = entryOf(root, 'heat_template_version')
  if (!root || !versionEntry) return undefined
  const section = (name: string) => entriesOf(childOf(root, name))
  const name = asScalar(versionEntry.value)?.text ?? ''
  const resources = section('resources')
  const seen = new Set<YamlNode>()
  const callsOf = new Map(resources.map((entry) => [entry, callsIn(fieldsOf(entry, RESOURCE_FIELDS), seen)]))
  let uses: readonly ResourceUse[] | undefined
  return {
    path: definition.path,
    root,
    version: { name, range: versionEntry.value.range },
    language: languageVersion(name),
    parameters: section('parameters'),
    conditions: section('conditions'),
    resources,
    outputs: section('outputs'),
    callsOf,
    calls: [
      ...[...callsOf.values()].flat(),
      ...section('outputs').flatMap((entry) => callsIn(fieldsOf(entry, OUTPUT_FIELDS), seen)),
      ...callsIn(
        section('conditions').map(({ value }) => value),
        seen,
      ),
    ],
    get uses() {
      uses ??= usesOf(this)
      return uses
    },
    bytes: Buffer.byteLength(definition.text),
    folder,
  }
}

/** Where Heat looks for functions. */
const RESOURCE_FIELDS = [
  'type',
  'properties',
  'metadata',
  'deletion_policy',
  'update_policy',
  'external_id',
  'condition',
]
const OUTPUT_FIELDS = ['value', 'condition']

/** Field by field: what holds them may be called as a function is. */
function fieldsOf({ value }: YamlEntry, names: readonly string[]): YamlNode[] {
  return names.flatMap((name) => childOf(value, name) ?? [])
}

function callsIn(nodes: readonly YamlNode[], seen: Set<YamlNode>): Call[] {
  const calls: Call[] = []
  for (const node of nodes) collectCalls(node, seen, calls)
  return calls
}
