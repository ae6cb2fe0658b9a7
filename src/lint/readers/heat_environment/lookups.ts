import type { Range } from '../../../yaml/source.js'
import { asMapping, asScalar, asSequence, childOf, entriesOf, type YamlEntry } from '../../../yaml/tree.js'
import { oncePer } from '../../engine/declared.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { nearest } from '../../engine/speller.js'
import { namespaceOf } from '../../facts/heat.js'
import { brokenValue, parameterOf } from '../heat/parameters.js'
import { isTemplateName, referencedPath } from '../heat/template-paths.js'
import {
  ENVIRONMENT_SECTIONS,
  type HeatEnvironment,
  LIST_SECTIONS,
  type RegistryEntry,
  registryEntries,
} from './model.js'

/** Names and values of an environment that Heat does not accept, each with the reason. */
export type EnvironmentLookup =
  | { verdict: 'unknown_section' | 'empty_section'; range: Range; name: string }
  | { verdict: 'wrong_section_type'; range: Range; name: string; type: 'list' | 'map' }
  /** `name` is undefined when the value is not a scalar. */
  | { verdict: 'unknown_merge_strategy'; range: Range; name: string | undefined; known: readonly string[] }
  | {
      verdict: 'unknown_setting'
      range: Range
      setting: string
      name: string | undefined
      known: readonly string[]
    }
  /** `path` is relative to the checked folder. */
  | { verdict: 'missing_template'; range: Range; path: string }
  | { verdict: 'unknown_type'; range: Range; name: string; meant: string }
  | { verdict: 'unknown_parameter'; range: Range; name: string; template: string; known: readonly string[] }
  /** `requirement` is a verb phrase; `shown` is undefined for a hidden parameter, and for a list or map. */
  | {
      verdict: 'invalid_value'
      range: Range
      name: string
      template: string
      requirement: string
      shown: string | undefined
    }

/** Everything in an environment that Heat looks up and does not accept. All declared rules share it. */
export const environmentLookups = oncePer<HeatEnvironment, EnvironmentLookup>(function* (environment) {
  yield* sectionLookups(environment)
  for (const entry of registryEntries(environment)) {
    if (entry.isSetting) yield* settingLookups(entry.entry)
    else yield* targetLookups(environment, entry)
  }
  yield* parameterLookups(environment)
})

const MERGE_STRATEGIES = ['overwrite', 'merge', 'deep_merge']

function* sectionLookups({ root, sections }: HeatEnvironment): Iterable<EnvironmentLookup> {
  for (const { key: name, keyRange, value } of sections) {
    const type = LIST_SECTIONS.has(name) ? 'list' : 'map'
    if (!ENVIRONMENT_SECTIONS.includes(name)) yield { verdict: 'unknown_section', range: keyRange, name }
    else if (asScalar(value)?.value === null) yield { verdict: 'empty_section', range: keyRange, name }
    else if (!(type === 'list' ? asSequence(value) : asMapping(value)))
      yield { verdict: 'wrong_section_type', range: value.range, name, type }
  }
  for (const { value } of entriesOf(childOf(root, 'parameter_merge_strategies'))) {
    const name = asScalar(value)?.text
    if (name === undefined || !(MERGE_STRATEGIES.includes(name) || isTemplatedValue(name)))
      yield { verdict: 'unknown_merge_strategy', range: value.range, name, known: MERGE_STRATEGIES }
  }
}

/** The values of settings. Source: `heat/engine/environment.py`. */
const HOOKS = ['pre-create', 'pre-update', 'pre-delete', 'post-create', 'post-update', 'post-delete']
const ACTIONS = ['update', 'replace']

function* settingLookups({ key: setting, value }: YamlEntry): Iterable<EnvironmentLookup> {
  if (asScalar(value)?.value === null) return
  const known = setting === 'hooks' ? HOOKS : ACTIONS
  for (const node of asSequence(value)?.items ?? [value]) {
    const name = asScalar(node)?.text
    if (name === undefined || !(known.includes(name) || isTemplatedValue(name)))
      yield { verdict: 'unknown_setting', range: node.range, setting, name, known }
  }
}

function* targetLookups(
  { path: from, folder }: HeatEnvironment,
  { entry, hasBase }: RegistryEntry,
): Iterable<EnvironmentLookup> {
  const target = asScalar(entry.value)
  if (typeof target?.value !== 'string') return
  const { text: name, range } = target
  if (!hasBase && !name.includes('::')) {
    const path = referencedPath(from, name)
    const isMissing = path !== undefined && !folder.hasFile(path)
    if (isMissing && !jinjaSourcesOf(path).some((source) => folder.hasFile(source)))
      yield { verdict: 'missing_template', range, path }
  }
  if (isTemplatedValue(name) || name.includes('*') || isTemplateName(name)) return
  const { facts, environments } = folder
  const namespace = namespaceOf(name)
  if (!facts.namespaces.has(namespace) || facts.type(name) || environments.targetOf(name)) return
  const meant = nearest(
    name,
    facts.names.filter((known) => namespaceOf(known) === namespace),
  )
  // without a similar name, a plugin may provide the type
  if (meant !== undefined) yield { verdict: 'unknown_type', range, name, meant }
}

/** The Jinja templates from which a file may be rendered. */
function jinjaSourcesOf(path: string): string[] {
  const stem = path.replace(/\.[^./]+$/, '')
  return [`${path}.j2`, `${stem}.j2.yaml`, `${stem}.j2`]
}

function* parameterLookups({ parameters, defaults, template }: HeatEnvironment): Iterable<EnvironmentLookup> {
  if (!template) return
  const declared = new Map(template.parameters.map((entry) => [entry.key, parameterOf(entry)]))
  for (const { key: name, keyRange: range } of parameters) {
    if (!declared.has(name))
      yield {
        verdict: 'unknown_parameter',
        range,
        name,
        template: template.path,
        known: [...declared.keys()],
      }
  }
  for (const { key: name, value } of [...parameters, ...defaults]) {
    const parameter = declared.get(name)
    const requirement = parameter && brokenValue(parameter, value)
    if (!requirement) continue
    const shown = parameter.isHidden ? undefined : asScalar(value)?.text
    yield { verdict: 'invalid_value', range: value.range, name, template: template.path, requirement, shown }
  }
}
