import { isBefore } from '../../../openstack/releases.js'
import { asScalar, resolve } from '../../../yaml/tree.js'
import { oncePer, type Use } from '../../engine/declared.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { type Default, type KollaFacts, setOf } from '../../facts/kolla_ansible.js'
import { asBool } from './jinja.js'
import type { KollaCloud } from './kolla-cloud.js'
import { REPLACEMENTS, type Replacement } from './replacements.js'
import { plainText, type Setting } from './settings.js'

/** A variable that kolla-ansible does not use as it is written. */
export type VariableUse = RemovedVariable | MisspelledVariable | WrongType | NotBoolean | MutableTag

interface VariableBase extends Use {
  name: string
}

/** The release does not have the variable anymore. */
interface RemovedVariable extends VariableBase {
  verdict: 'removed'
  /** The last release that had it, from the facts. */
  lastRelease: string | undefined
  replacement: Replacement | undefined
  /** Whether `kolla-ansible prechecks` fails because of it. */
  isRefused: boolean
  /** Whether it is a switch that is off, so that nothing is lost. */
  isOff: boolean
}

/** Nothing reads the variable, and another one has nearly the same name. */
interface MisspelledVariable extends VariableBase {
  verdict: 'misspelled'
  meant: string
}

/** The default is of another type. */
interface WrongType extends VariableBase {
  verdict: 'wrong_type'
  type: Type
  expected: Type
}

/** A switch is not a boolean; `text` is `undefined` for a list or a mapping. */
interface NotBoolean extends VariableBase {
  verdict: 'not_boolean'
  text: string | undefined
}

/** A tag of container images that moves. */
interface MutableTag extends VariableBase {
  verdict: 'mutable_tag'
  tag: string
}

type Type = 'text' | 'list' | 'mapping'

/** The variables in the cloud's own files that are not used as they are written. */
export const variableUses = oncePer(function* (cloud: KollaCloud): Iterable<VariableUse> {
  const { facts, variables, written, kayobe } = cloud
  if (!facts || !variables) return
  for (const setting of written) {
    const use = nameUse(cloud, setting)
    if (use) yield use
    yield* valueUses(facts, variables.has(setting.name), setting)
  }
  for (const setting of kayobe) {
    const use = kayobeUse(cloud, setting)
    if (use) yield use
  }
})

function nameUse(cloud: KollaCloud, setting: Setting): VariableUse | undefined {
  const { variables, release } = cloud
  const { name } = setting
  const since = REPLACEMENTS.get(name)?.since
  const lastRelease = variables?.lastRelease(name)
  const isRemoved = since && release ? !isBefore(release.release, since) : lastRelease !== undefined
  if (isRemoved) return removed(cloud, setting, lastRelease)
  if (variables?.has(name)) return undefined
  return misspelled(cloud, setting, variables?.typoOf(name) ?? variables?.switchWithin(name))
}

function kayobeUse(cloud: KollaCloud, setting: Setting): VariableUse | undefined {
  const { variables, kayobeVariables } = cloud
  const { name } = setting
  if (!kayobeVariables || variables?.has(name)) return undefined
  const lastRelease = kayobeVariables.lastRelease(name)
  if (lastRelease !== undefined) return removed(cloud, setting, lastRelease)
  if (kayobeVariables.has(name) || variables?.has(name.replace(/^kolla_/, ''))) return undefined
  return misspelled(cloud, setting, kayobeVariables.typoOf(name))
}

function removed(
  { values, variables, namesInUse }: KollaCloud,
  { name, key }: Setting,
  lastRelease: string | undefined,
): RemovedVariable | undefined {
  const replacement = REPLACEMENTS.get(name)
  const isOff = asBool(values.of(name)) === false && /^(kolla_)?enable_/.test(name)
  const isRefused = replacement?.isRefused === true && variables?.has(name) === true && !isOff
  if (!isRefused && namesInUse().has(name)) return undefined
  return { ...key, name, verdict: 'removed', lastRelease, replacement, isRefused, isOff }
}

function misspelled(
  { settings, kayobe, namesInUse }: KollaCloud,
  { name, key }: Setting,
  meant: string | undefined,
): MisspelledVariable | undefined {
  if (meant === undefined || settings.has(meant) || kayobe.some((other) => other.name === meant))
    return undefined
  return namesInUse().has(name) ? undefined : { ...key, name, verdict: 'misspelled', meant }
}

const SWITCH = /(?:^|_)enable_/
const TAG = /^(?:openstack_release|openstack_tag|\w+_tag)$/
const MUTABLE_TAG = /^(?:master|main|latest|stable|zuul)$/i
const BOOLEAN = /^(?:true|false|yes|no|on|off|1|0|)$/i

function* valueUses(facts: KollaFacts, isKnown: boolean, setting: Setting): Iterable<VariableUse> {
  const { name, file, range, node } = setting
  if (!isKnown) return
  if (SWITCH.test(name)) {
    const scalar = asScalar(node)
    const isFine = scalar && (scalar.tag || isTemplatedValue(scalar.text) || BOOLEAN.test(scalar.text.trim()))
    if (!isFine && scalar?.value !== null)
      yield { name, file, range, verdict: 'not_boolean', text: scalar?.text }
    return
  }
  const tag = TAG.test(name) ? plainText(setting) : undefined
  if (tag !== undefined && MUTABLE_TAG.test(tag)) yield { name, file, range, verdict: 'mutable_tag', tag }
  if (!Object.hasOwn(facts.variables, name) || setOf(facts.flexible).has(name)) return
  const expected = typeOfDefault(facts.variables[name])
  const type = typeOfValue(setting)
  // loops accept lists as well as mappings, so only text is certainly wrong
  if (expected && type && expected !== type && (expected === 'text' || type === 'text'))
    yield { name, file, range, verdict: 'wrong_type', type, expected }
}

/** A default that is empty or rendered by Jinja may be of any type. */
function typeOfDefault(value: Default | undefined): Type | undefined {
  if (Array.isArray(value)) return 'list'
  if (value !== null && typeof value === 'object') return 'mapping'
  if (typeof value !== 'string') return undefined
  return value === '' || /\{[{%]/.test(value) ? undefined : 'text'
}

function typeOfValue({ node, isConditional }: Setting): Type | undefined {
  const found = resolve(node)
  if (!found || found.tag || isConditional) return undefined
  if (found.kind === 'sequence') return found.items.length > 0 ? 'list' : undefined
  if (found.kind === 'mapping') return found.entries.length > 0 ? 'mapping' : undefined
  return plainText({ node }) ? 'text' : undefined
}
