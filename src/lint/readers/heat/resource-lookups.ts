import { edits } from '../../../platform/nearest.js'
import type { Range } from '../../../yaml/source.js'
import { asScalar, asSequence, childOf, entryOf } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { nearest } from '../../engine/speller.js'
import { type HeatFacts, namespaceOf, type ResourceType, type Schema } from '../../facts/heat.js'
import { hasPlaceholder, isCall } from './calls.js'
import type { HotTemplate, Resolved, ResourceUse } from './model.js'
import { propertiesOf } from './parameters.js'
import { isExternal } from './resource-use.js'
import { type Mismatch, mismatchesOf } from './values.js'
import { CONDITIONS_SINCE } from './versions.js'

/** What resources of a template use, where the facts about their types disagree. */
export type ResourceLookup =
  /** `isLikely`: a known type with a similar name; otherwise a plugin may provide the type. */
  | { verdict: 'unknown_type'; range: Range; name: string; meant: string | undefined; isLikely: boolean }
  | { verdict: 'unsupported_template_extension'; range: Range; name: string }
  | { verdict: 'removed_type' | 'deprecated_type'; range: Range; name: string; type: ResourceType }
  | (Mismatch & { owner: string })
  | { verdict: 'invalid_update_policy'; range: Range; owner: string; mismatch: Mismatch }
  | { verdict: 'unknown_deletion_policy'; range: Range; name: string; known: readonly string[] }
  | { verdict: 'unsupported_snapshot'; range: Range; owner: string }
  | { verdict: 'unknown_attribute'; range: Range; owner: string; name: string; known: ReadonlySet<string> }
  | {
      verdict: 'deprecated_attribute'
      range: Range
      owner: string
      name: string
      instead: string | undefined
    }

export function* resourceLookups(template: HotTemplate): Iterable<ResourceLookup> {
  for (const use of template.uses) {
    yield* typeLookups(template, use)
    yield* propertyLookups(template, use)
    yield* updatePolicyLookups(use)
    yield* deletionPolicyLookups(template, use)
  }
  yield* attributeLookups(template)
}

function* typeLookups(
  { folder }: HotTemplate,
  { type: node, resolved }: ResourceUse,
): Iterable<ResourceLookup> {
  if (!node) return
  const { text: name, range } = node
  if (resolved.what === 'heat') {
    const { type } = resolved
    const isOld = type.status === 'hidden' || type.status === 'deprecated'
    // the facts of a removed type have no properties
    if (isOld) yield { verdict: type.properties ? 'deprecated_type' : 'removed_type', range, name, type }
  }
  if (resolved.what !== 'none') return
  if (/\.(yml|hot|json)$/i.test(name)) {
    yield { verdict: 'unsupported_template_extension', range, name }
    return
  }
  const similar = similarType(name, folder.facts)
  if (!similar && !folder.facts.namespaces.has(namespaceOf(name))) return
  const meant = similar ?? longerType(name, folder.facts)
  yield { verdict: 'unknown_type', range, name, meant, isLikely: similar !== undefined }
}

/** A type of the same namespace with a similar last part, or of a similar namespace with the same last part. */
function similarType(type: string, facts: HeatFacts): string | undefined {
  const namespace = namespaceOf(type)
  const last = type.slice(namespace.length + 2)
  if (facts.namespaces.has(namespace)) {
    const siblings = facts.names.filter((name) => namespaceOf(name) === namespace)
    const near = nearest(
      last,
      siblings.map((name) => name.slice(namespace.length + 2)),
    )
    return near && `${namespace}::${near}`
  }
  return facts.names.find((name) => {
    const other = namespaceOf(name)
    return name.slice(other.length + 2) === last && edits(other, namespace, 2) !== undefined
  })
}

/** `OS::Neutron::Net` for `OS::Neutron::Network`. */
function longerType(type: string, facts: HeatFacts): string | undefined {
  const namespace = namespaceOf(type)
  return facts.names.find((name) => namespaceOf(name) === namespace && type.startsWith(name))
}

function* propertyLookups(template: HotTemplate, use: ResourceUse): Iterable<ResourceLookup> {
  const { resolved, properties, entry, type, placeholder } = use
  const schemas = schemasOf(template, use)
  if (!schemas || !type || isExternal(use)) return
  const mismatches = mismatchesOf(properties?.value, {
    schemas,
    filled: resolved.what === 'heat' ? resolved.type.filled : new Map(),
    owner: properties?.keyRange ?? (placeholder === undefined ? entry.keyRange : type.range),
    isFilledIn: (text) => placeholder !== undefined && placeholder !== '' && text.includes(placeholder),
  })
  for (const mismatch of mismatches) yield { ...mismatch, owner: type.text }
}

function schemasOf(
  { folder }: HotTemplate,
  { resolved }: ResourceUse,
): ReadonlyMap<string, Schema> | undefined {
  if (resolved.what === 'heat') return resolved.type.properties
  if (resolved.what !== 'template') return undefined
  const schemas = propertiesOf(resolved.template.parameters)
  for (const name of folder.environments.defaults) {
    const schema = schemas.get(name)
    if (schema) schemas.set(name, { ...schema, required: false })
  }
  return schemas
}

function* updatePolicyLookups(use: ResourceUse): Iterable<ResourceLookup> {
  const { definition, resolved, placeholder, type } = use
  const policy = entryOf(definition, 'update_policy')
  if (!policy || resolved.what !== 'heat' || placeholder !== undefined || !resolved.type.properties) return
  const mismatches = mismatchesOf(policy.value, {
    schemas: resolved.type.policy,
    filled: new Map(),
    owner: policy.keyRange,
    isFilledIn: () => false,
  })
  for (const mismatch of mismatches) {
    if (mismatch.verdict === 'deprecated_property') continue
    yield { verdict: 'invalid_update_policy', range: mismatch.range, owner: type?.text ?? '', mismatch }
  }
}

const POLICIES = ['Delete', 'Retain', 'Snapshot']

function* deletionPolicyLookups(
  { language }: HotTemplate,
  { definition, resolved, placeholder }: ResourceUse,
): Iterable<ResourceLookup> {
  const node = childOf(definition, 'deletion_policy')
  if (!node || placeholder !== undefined || isCall(node)) return
  const name = asScalar(node)?.text ?? ''
  const { range } = node
  const hasLowerCase = !language || language.date >= CONDITIONS_SINCE
  const known = hasLowerCase ? [...POLICIES, ...POLICIES.map((policy) => policy.toLowerCase())] : POLICIES
  if (!known.includes(name)) yield { verdict: 'unknown_deletion_policy', range, name, known }
  else if (/^snapshot$/i.test(name) && resolved.what === 'heat' && !resolved.type.hasSnapshots)
    yield { verdict: 'unsupported_snapshot', range, owner: resolved.type.name }
}

/** The attributes of every resource whose type is a template. */
const STACK_ATTRIBUTES = ['show', 'OS::stack_id', 'outputs']

function* attributeLookups({ calls, uses }: HotTemplate): Iterable<ResourceLookup> {
  const byName = new Map<string, ResourceUse>()
  for (const use of uses) if (!byName.has(use.entry.key)) byName.set(use.entry.key, use)
  for (const call of calls) {
    const [first, second] = call.name === 'get_attr' ? (asSequence(call.entry.value)?.items ?? []) : []
    const resource = byName.get(asScalar(first)?.text ?? '')
    const scalar = asScalar(second)
    if (!resource || typeof scalar?.value !== 'string') continue
    const { text: name, range } = scalar
    if (isTemplatedValue(name) || name.includes('%') || hasPlaceholder(call, name)) continue
    const owner = resource.type?.text ?? ''
    const known = attributesOf(resource.resolved)
    if (known && !known.has(name) && !name.startsWith('resource.'))
      yield { verdict: 'unknown_attribute', range, owner, name, known }
    const old = resource.resolved.what === 'heat' ? resource.resolved.type.oldAttributes.get(name) : undefined
    if (old && old.status !== 'unsupported')
      yield { verdict: 'deprecated_attribute', range, owner, name, instead: old.instead?.[0] }
  }
}

function attributesOf(resolved: Resolved): ReadonlySet<string> | undefined {
  if (resolved.what === 'heat') return resolved.type.attributes
  if (resolved.what !== 'template') return undefined
  return new Set([...resolved.template.outputs.map(({ key }) => key), ...STACK_ATTRIBUTES])
}
