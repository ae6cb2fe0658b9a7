import type { Range } from '../../../yaml/source.js'
import { asScalar, asSequence, entriesOf, resolve, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, isTemplatedValue, PLACEHOLDER, rootMapping } from '../../engine/definition.js'
import type { Default } from '../../facts/kolla_ansible.js'
import { asBool, UNKNOWN, type Value } from './jinja.js'
import { rendered } from './template-text.js'

/** One variable, where a deployment sets it. */
export interface Setting {
  name: string
  file: string
  keyRange: Range
  /** Of the value. */
  range: Range
  node: YamlNode
  /** Whether a Jinja condition around it decides if it counts at all. */
  isConditional: boolean
}

/** A base is part of every environment above it. */
const made = new WeakMap<Definition, readonly Setting[]>()

export function settingsOf(file: Definition): readonly Setting[] {
  const settings = made.get(file) ?? settingsIn(file)
  made.set(file, settings)
  return settings
}

function settingsIn(file: Definition): Setting[] {
  return entriesOf(rootMapping(file)).flatMap(({ key, keyRange, value }) =>
    key.includes(PLACEHOLDER)
      ? []
      : [
          {
            name: key,
            file: file.path,
            keyRange,
            range: value.range,
            node: value,
            isConditional: file.templated === true,
          },
        ],
  )
}

/** The text of a scalar that is neither empty nor filled in by Jinja. */
export function plainText({ node }: Pick<Setting, 'node'>): string | undefined {
  const scalar = asScalar(node)
  if (!scalar || scalar.value === null || scalar.tag?.startsWith('!vault')) return undefined
  return isTemplatedValue(scalar.text) ? undefined : scalar.text
}

/** What variables are worth, with kolla-ansible's defaults where nothing else can set them. */
export class Values {
  private readonly found = new Map<string, Value>()

  /**
   * @param settings what the deployment sets
   * @param defaultOf a variable's default; `undefined` when another file may set it
   */
  constructor(
    private readonly settings: ReadonlyMap<string, Setting>,
    private readonly defaultOf: (name: string) => Default | undefined,
  ) {}

  readonly of = (name: string): Value => {
    const known = this.found.get(name)
    if (known !== undefined) return known
    // a variable that needs itself is not known
    this.found.set(name, UNKNOWN)
    const value = this.worth(name)
    this.found.set(name, value)
    return value
  }

  bool(name: string): boolean | undefined {
    return asBool(this.of(name))
  }

  /** A value that is a text, or a number written as one. */
  text(name: string): string | undefined {
    const value = this.of(name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }

  /** The worth of a text as kolla-ansible writes it. */
  rendered(text: string): Value {
    return rendered(text, this.of)
  }

  private worth(name: string): Value {
    const setting = this.settings.get(name)
    if (setting) return setting.isConditional ? UNKNOWN : this.worthOfNode(setting.node)
    const value = this.defaultOf(name)
    if (value === undefined) return UNKNOWN
    if (typeof value === 'string') return rendered(value, this.of)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? UNKNOWN : (value as Value)
  }

  private worthOfNode(node: YamlNode): Value {
    const found = resolve(node)
    if (found?.kind === 'sequence')
      return asSequence(found)?.items.map((item) => this.worthOfItem(item)) ?? UNKNOWN
    return this.worthOfItem(node)
  }

  private worthOfItem(node: YamlNode): Value {
    const scalar = asScalar(node)
    if (!scalar || scalar.tag?.startsWith('!') || scalar.text.includes(PLACEHOLDER)) return UNKNOWN
    return typeof scalar.value === 'string' ? rendered(scalar.value, this.of) : scalar.value
  }
}
