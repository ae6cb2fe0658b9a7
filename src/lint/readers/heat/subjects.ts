import { asScalar, childOf, entriesOf, entryOf, type YamlEntry, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import type { RuleContext, RuleSubjects } from '../../engine/rule.js'
import { HeatFacts } from '../../facts/heat.js'
import { type Call, collectCalls } from './calls.js'
import type { HeatFolder, HotTemplate, ResourceUse } from './model.js'
import { Registry } from './registry.js'
import { usesOf } from './resource-use.js'
import { languageVersion } from './versions.js'

/** Heat templates (HOT). */
export const subjects: RuleSubjects<HotTemplate> = {
  kind: 'heat',
  exampleFile: 'template.yaml',
  subjects: (definitions, context) => heatFolder(definitions, context).templates.values(),
}

const folders = new WeakMap<readonly Definition[], { context: RuleContext; folder: HeatFolder }>()

/** The templates and environments of a folder, parsed once for the rules of both kinds. */
export function heatFolder(definitions: readonly Definition[], context: RuleContext): HeatFolder {
  const known = folders.get(definitions)
  if (known?.context === context) return known.folder
  const templates = new Map<string, HotTemplate>()
  let facts: HeatFacts | undefined
  let environments: Registry | undefined
  const folder: HeatFolder = {
    templates,
    get facts() {
      facts ??= new HeatFacts(context.facts)
      return facts
    },
    get environments() {
      environments ??= new Registry(definitions)
      return environments
    },
    hasFile: (path) => context.files.has(path),
  }
  for (const definition of definitions) {
    const template = definition.kind === 'heat' ? hotTemplate(definition, folder) : undefined
    if (template) templates.set(template.path, template)
  }
  folders.set(definitions, { context, folder })
  return folder
}

/** The fields of a resource, and of an output, in which Heat evaluates functions. */
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

function hotTemplate(definition: Definition, folder: HeatFolder): HotTemplate | undefined {
  const root = rootMapping(definition)
  const versionEntry = entryOf(root, 'heat_template_version')
  if (!root || !versionEntry) return undefined
  const section = (name: string) => entriesOf(childOf(root, name))
  const name = asScalar(versionEntry.value)?.text ?? ''
  const resources = section('resources')
  const outputs = section('outputs')
  const conditions = section('conditions')
  const seen = new Set<YamlNode>()
  const callsOf = new Map(resources.map((entry) => [entry, callsIn(fieldsOf(entry, RESOURCE_FIELDS), seen)]))
  let uses: readonly ResourceUse[] | undefined
  return {
    path: definition.path,
    root,
    version: { name, range: versionEntry.value.range },
    language: languageVersion(name),
    parameters: section('parameters'),
    conditions,
    resources,
    outputs,
    callsOf,
    calls: [
      ...[...callsOf.values()].flat(),
      ...outputs.flatMap((entry) => callsIn(fieldsOf(entry, OUTPUT_FIELDS), seen)),
      ...callsIn(
        conditions.map(({ value }) => value),
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

/** The values of single fields: a resource or output as a whole can look like a function call. */
function fieldsOf({ value }: YamlEntry, names: readonly string[]): YamlNode[] {
  return names.flatMap((name) => childOf(value, name) ?? [])
}

function callsIn(nodes: readonly YamlNode[], seen: Set<YamlNode>): Call[] {
  const calls: Call[] = []
  for (const node of nodes) collectCalls(node, seen, calls)
  return calls
}
