import type { Range } from '../../../yaml/source.js'
import { asScalar, entriesOf, resolve, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, isTemplatedValue, PLACEHOLDER, rootMapping } from '../../engine/definition.js'
import type { Place } from '../../engine/rule.js'
import type { Default } from '../../facts/kolla_ansible.js'
import { asBool, UNKNOWN, type Value } from './jinja.js'
import { rendered } from './template-text.js'

/** One variable in one file. As a place it is the variable's value. */
export interface Setting extends Place {
  name: string
  file: string
  range: Range
  /** The place of the variable's name. */
  key: Place
  node: YamlNode
  /** Whether a Jinja condition may leave it out. */
  isConditional: boolean
}

/** The variables of each file, read once: every environment includes the base. */
const read = new WeakMap<Definition, readonly Setting[]>()

export function settingsOf(definition: Definition): readonly Setting[] {
  const settings = read.get(definition) ?? readSettings(definition)
  read.set(definition, settings)
  return settings
}

function readSettings(definition: Definition): Setting[] {
  const { path: file, templated: isConditional = false } = definition
  return entriesOf(rootMapping(definition))
    .filter(({ key }) => !key.includes(PLACEHOLDER))
    .map(({ key: name, keyRange, value: node }) => ({
      name,
      file,
      range: node.range,
      key: { file, range: keyRange },
      node,
      isConditional,
    }))
}

/** The text of a scalar; `undefined` when it is null, encrypted or contains Jinja. */
export function plainText({ node }: Pick<Setting, 'node'>): string | undefined {
  const scalar = asScalar(node)
  if (!scalar || scalar.value === null || scalar.tag?.startsWith('!vault')) return undefined
  return isTemplatedValue(scalar.text) ? undefined : scalar.text
}

/** The values of a cloud's variables, with kolla-ansible's defaults where no other file can set them. */
export class Values {
  private readonly found = new Map<string, Value>()

  /**
   * @param settings what the cloud sets
   * @param defaultOf a variable's default; `undefined` when another file may set the variable
   */
  constructor(
    private readonly settings: ReadonlyMap<string, Setting>,
    private readonly defaultOf: (name: string) => Default | undefined,
  ) {}

  readonly of = (name: string): Value => {
    const known = this.found.get(name)
    if (known !== undefined) return known
    // a variable that refers to itself has no value
    this.found.set(name, UNKNOWN)
    const value = this.evaluate(name)
    this.found.set(name, value)
    return value
  }

  bool(name: string): boolean | undefined {
    return asBool(this.of(name))
  }

  /** A text, or a number as text. */
  text(name: string): string | undefined {
    const value = this.of(name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }

  /** The parts of a comma-separated text. */
  list(name: string): string[] | undefined {
    return this.text(name)
      ?.replaceAll(' ', '')
      .split(',')
      .filter((part) => part !== '')
  }

  /** Renders a template with these values. */
  rendered(template: string): Value {
    return rendered(template, this.of)
  }

  private evaluate(name: string): Value {
    const setting = this.settings.get(name)
    if (setting) return setting.isConditional ? UNKNOWN : this.valueOf(setting.node)
    const value = this.defaultOf(name)
    if (value === undefined) return UNKNOWN
    if (typeof value === 'string') return rendered(value, this.of)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? UNKNOWN : (value as Value)
  }

  private valueOf(node: YamlNode): Value {
    const found = resolve(node)
    return found?.kind === 'sequence'
      ? found.items.map((item) => this.scalarValue(item))
      : this.scalarValue(node)
  }

  private scalarValue(node: YamlNode): Value {
    const scalar = asScalar(node)
    if (!scalar || scalar.tag?.startsWith('!') || scalar.text.includes(PLACEHOLDER)) return UNKNOWN
    return typeof scalar.value === 'string' ? rendered(scalar.value, this.of) : scalar.value
  }
}
