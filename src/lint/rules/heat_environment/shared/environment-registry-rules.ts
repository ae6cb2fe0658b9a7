import { nearest } from '../../../../platform/nearest.js'
import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  type YamlEntry,
  type YamlNode,
} from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { HeatEnvironment } from '../../../readers/heat/environment-model.js'
import { namespaceOf } from '../../../facts/heat.js'
import { isTemplateName, placeOf } from '../../../readers/heat/place.js'

const HOOKS = ['pre-create', 'pre-update', 'pre-delete', 'post-create', 'post-update', 'post-delete']
const ACTIONS = ['update', 'replace']
const NESTED = 'heat_template_version: 2018-08-31\nresources:\n  network: { type: OS::Neutron::Net }\n'

/** One line of a registry: what a type, or a setting of a resource, is. */
interface Line {
  entry: YamlEntry
  /** Whether another place than this file's folder is the base for paths. */
  hasBase: boolean
}

/** All lines, also those for single resources; without recursion, since a file may nest as deep as it likes. */
function* linesOf({ registry }: HeatEnvironment): Iterable<Line> {
  const work: { node: YamlNode; hasBase: boolean }[] = registry
    ? [{ node: registry.value, hasBase: false }]
    : []
  const seen = new Set<YamlNode>()
  for (let next = work.pop(); next; next = work.pop()) {
    const node = asMapping(next.node)
    if (!node || seen.has(node)) continue
    seen.add(node)
    const hasBase = next.hasBase || childOf(node, 'base_url') !== undefined
    for (const entry of entriesOf(node)) {
      if (asMapping(entry.value)) work.push({ node: entry.value, hasBase })
      else if (entry.key !== 'base_url') yield { entry, hasBase }
    }
  }
}

const isSetting = ({ key }: YamlEntry) => key === 'hooks' || key === 'restricted_actions'

const missingTemplate: Rule<HeatEnvironment> = {
  id: 'heat_environment/missing-template',
  severity: 'error',
  summary: 'the resource_registry names a template that is not there',
  help: 'The client reads every template of the registry, beside the environment file, before it sends anything; when one is missing it stops. Templates outside of the folder that is checked, and URLs, are left alone.',
  example: {
    bad: { 'region.env': 'resource_registry:\n  "My::Network": network.yaml\n' },
    good: { 'region.env': 'resource_registry:\n  "My::Network": network.yaml\n', 'network.yaml': NESTED },
  },
  *check(environment) {
    const { path, folder } = environment
    for (const { entry, hasBase } of linesOf(environment)) {
      const target = asScalar(entry.value)
      if (hasBase || isSetting(entry) || typeof target?.value !== 'string' || target.text.includes('::'))
        continue
      const place = placeOf(path, target.text)
      if (!place || folder.hasFile(place.path) || isRendered(place.path, environment)) continue
      yield {
        file: path,
        range: target.range,
        message: `There is no file ${place.path}.`,
        help: 'Correct the path, which starts at the folder of this file, or add the template.',
      }
    }
  },
}

/** A template that is made of another one before it is used. */
function isRendered(path: string, { folder }: HeatEnvironment): boolean {
  const stem = path.replace(/\.[^./]+$/, '')
  return [`${path}.j2`, `${stem}.j2.yaml`, `${stem}.j2`].some((other) => folder.hasFile(other))
}

const unknownTarget: Rule<HeatEnvironment> = {
  id: 'heat_environment/unknown-target',
  severity: 'error',
  summary: 'the resource_registry maps a type to one that Heat does not have',
  help: 'A type of the registry stands for a template (a file that ends with .yaml or .template) or for another resource type. When Heat has no such type, every stack that uses the mapped one is refused.',
  example: {
    bad: 'resource_registry:\n  "My::Server": OS::Nova::Servr\n',
    good: 'resource_registry:\n  "My::Server": OS::Nova::Server\n',
  },
  *check(environment) {
    const { facts } = environment.folder
    const mapped = environment.folder.environments
    for (const { entry } of linesOf(environment)) {
      const target = asScalar(entry.value)
      if (isSetting(entry) || typeof target?.value !== 'string' || isTemplatedValue(target.text)) continue
      const { text, range } = target
      if (text.includes('*') || isTemplateName(text) || facts.type(text) || mapped.targetOf(text)) continue
      const namespace = namespaceOf(text)
      const near = facts.namespaces.has(namespace)
        ? nearest(
            text,
            facts.names.filter((name) => namespaceOf(name) === namespace),
          )
        : undefined
      if (!near) continue
      yield {
        file: environment.path,
        range,
        message: `Heat has no resource type "${text}".`,
        help: `Did you mean "${near}"?`,
      }
    }
  },
}

const resourceSetting: Rule<HeatEnvironment> = {
  id: 'heat_environment/resource-setting',
  severity: 'error',
  summary: 'hooks or restricted_actions have a value that Heat does not know',
  help: 'hooks stop a stack before or after something happens to a resource: pre-create, pre-update, pre-delete, post-create, post-update, post-delete. restricted_actions forbid to update or to replace it. Heat refuses an environment with any other value.',
  example: {
    bad: 'resource_registry:\n  resources:\n    database: { restricted_actions: delete }\n',
    good: 'resource_registry:\n  resources:\n    database: { restricted_actions: replace }\n',
  },
  *check(environment) {
    for (const { entry } of linesOf(environment)) {
      if (isSetting(entry)) yield* settingProblems(environment.path, entry)
    }
  },
}

function* settingProblems(path: string, { key, value }: YamlEntry): Iterable<Problem> {
  const known = key === 'hooks' ? HOOKS : ACTIONS
  if (asScalar(value)?.value === null) return
  for (const node of asSequence(value)?.items ?? [value]) {
    const text = asScalar(node)?.text ?? 'of this form'
    if (known.includes(text) || isTemplatedValue(text)) continue
    const near = nearest(text, known)
    yield {
      file: path,
      range: node.range,
      message: `"${text}" is nothing that ${key} can hold.`,
      help: near ? `Did you mean "${near}"?` : `It can hold: ${known.join(', ')}.`,
    }
  }
}

export const registryRules = [missingTemplate, unknownTarget, resourceSetting]
