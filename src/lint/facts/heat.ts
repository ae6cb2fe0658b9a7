import type { Facts } from './facts.js'

/** The schema of a property, as `script/facts/heat.py` writes it. */
export interface PropertySchema {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'map' | 'list' | 'any'
  required?: boolean
  update?: boolean
  default?: unknown
  unimplemented?: boolean
  values?: readonly (string | number | boolean)[]
  range?: Bounds
  length?: Bounds
  modulo?: readonly [step: number, offset: number]
  pattern?: string
  custom?: string
  /** The keys of a map, as indexes into the facts' `schemas`. */
  properties?: Readonly<Record<string, number>>
  /** The items of a list, as an index into the facts' `schemas`. */
  items?: number
  status?: Status
  since?: string
  deprecated_in?: string
  instead?: readonly string[]
}

export type Bounds = readonly [least: number | null, most: number | null]
type Status = 'deprecated' | 'hidden' | 'unsupported'

interface OldAttribute {
  status: Status
  instead?: readonly string[]
}

interface TypeRecord {
  /** Whether the type accepts any property: it was removed, or is a placeholder. */
  open?: boolean
  properties?: Readonly<Record<string, number>>
  attributes?: Readonly<Record<string, string>>
  old_attributes?: Readonly<Record<string, OldAttribute>>
  more_attributes?: boolean
  policy?: Readonly<Record<string, number>>
  snapshot?: boolean
  filled?: Readonly<Record<string, readonly string[]>>
  status?: Status
  since?: string
  deprecated_in?: string
  instead?: readonly string[]
}

interface HeatRecord {
  types: Readonly<Record<string, TypeRecord>>
  schemas: readonly PropertySchema[]
  /** Types that Heat's default environment maps to other types, or to a template (`null`). */
  aliases: Readonly<Record<string, string | null>>
}

/** The schema of a property, with the schemas of its keys or items. */
export interface Schema extends Omit<PropertySchema, 'properties' | 'items'> {
  properties: ReadonlyMap<string, Schema> | undefined
  items: Schema | undefined
}

/** One resource type of Heat. */
export interface ResourceType {
  name: string
  /** `undefined` when the type accepts any property. */
  properties: ReadonlyMap<string, Schema> | undefined
  /** `undefined` when any name can be an attribute. */
  attributes: ReadonlySet<string> | undefined
  oldAttributes: ReadonlyMap<string, OldAttribute>
  /** The keys of `update_policy`. */
  policy: ReadonlyMap<string, Schema>
  hasSnapshots: boolean
  /** Required properties, each with the deprecated ones that Heat copies to it. */
  filled: ReadonlyMap<string, readonly string[]>
  status: Status | undefined
  since: string | undefined
  instead: readonly string[]
}

/** The resource types of one release, looked up by name. */
export class HeatFacts {
  private readonly types = new Map<string, ResourceType | undefined>()
  private readonly schemas: (Schema | undefined)[] = []
  private readonly record: HeatRecord
  /** The namespaces of Heat's own types, such as `OS::Nova`. */
  readonly namespaces: ReadonlySet<string>

  constructor(readonly facts: Facts) {
    this.record = facts.part<HeatRecord>('heat')
    this.namespaces = new Set(Object.keys(this.record.types).map(namespaceOf))
  }

  /** The names of all types. */
  get names(): readonly string[] {
    return Object.keys(this.record.types)
  }

  /** The type with this name, or with a former name that Heat's default environment maps. */
  type(name: string): ResourceType | undefined {
    if (!this.types.has(name)) this.types.set(name, this.find(name))
    return this.types.get(name)
  }

  private find(name: string): ResourceType | undefined {
    const { types, aliases } = this.record
    const record = Object.hasOwn(types, name) ? types[name] : undefined
    if (record) return this.typeOf(name, record)
    if (Object.hasOwn(aliases, name)) {
      const target = aliases[name]
      return target ? this.type(target) : this.typeOf(name, { open: true })
    }
    for (const [pattern, target] of Object.entries(aliases)) {
      const prefix = pattern.slice(0, -1)
      if (pattern.endsWith('*') && target?.endsWith('*') && name.startsWith(prefix)) {
        return this.type(target.slice(0, -1) + name.slice(prefix.length))
      }
    }
    return undefined
  }

  private typeOf(name: string, record: TypeRecord): ResourceType {
    const attributes =
      record.open || record.more_attributes ? undefined : new Set(Object.keys(record.attributes ?? {}))
    return {
      name,
      properties: record.open ? undefined : this.named(record.properties),
      attributes,
      oldAttributes: new Map(Object.entries(record.old_attributes ?? {})),
      policy: this.named(record.policy),
      hasSnapshots: record.snapshot ?? false,
      filled: new Map(Object.entries(record.filled ?? {})),
      status: record.status,
      since: record.since,
      instead: record.instead ?? [],
    }
  }

  private named(indexes: Readonly<Record<string, number>> = {}): Map<string, Schema> {
    const found = new Map<string, Schema>()
    for (const [name, index] of Object.entries(indexes)) {
      const schema = this.schema(index)
      if (schema) found.set(name, schema)
    }
    return found
  }

  private schema(index: number): Schema | undefined {
    const record = this.record.schemas[index]
    if (!record) return undefined
    this.schemas[index] ??= {
      ...record,
      properties: record.properties && this.named(record.properties),
      items: record.items === undefined ? undefined : this.schema(record.items),
    }
    return this.schemas[index]
  }
}

/** The name of a type without its last part. */
export function namespaceOf(type: string): string {
  return type.slice(0, Math.max(0, type.lastIndexOf('::')))
}
