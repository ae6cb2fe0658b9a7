import type { Facts } from './facts.js'

/** What Heat knows of a property; `script/facts/heat.py` writes this form. */
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
  /** What a map holds, by indexes into the facts' `schemas`. */
  properties?: Readonly<Record<string, number>>
  /** What each member of a list is. */
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
  /** Whether the type takes anything: it only keeps old stacks alive, or stands for nothing. */
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
  /** Types that the environment of a fresh Heat maps to others; `null` is a template of its own. */
  aliases: Readonly<Record<string, string | null>>
}

/** A property's schema that can be walked down. */
export interface Schema extends Omit<PropertySchema, 'properties' | 'items'> {
  properties: ReadonlyMap<string, Schema> | undefined
  items: Schema | undefined
}

/** One resource type of Heat. */
export interface ResourceType {
  name: string
  /** `undefined` when the type takes anything. */
  properties: ReadonlyMap<string, Schema> | undefined
  /** `undefined` when any name may be an attribute. */
  attributes: ReadonlySet<string> | undefined
  oldAttributes: ReadonlyMap<string, OldAttribute>
  /** What may stand under update_policy. */
  policy: ReadonlyMap<string, Schema>
  hasSnapshots: boolean
  /** Which older properties still fill in others. */
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
  /** The namespaces that Heat itself has: `OS::Nova`… */
  readonly namespaces: ReadonlySet<string>

  constructor(readonly facts: Facts) {
    this.record = facts.part<HeatRecord>('heat')
    this.namespaces = new Set(Object.keys(this.record.types).map(namespaceOf))
  }

  /** Under which names there are types. */
  get names(): readonly string[] {
    return Object.keys(this.record.types)
  }

  /** The type of that name, also under a former name that Heat's own environment maps. */
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

/** All of a type's name but its last part. */
export function namespaceOf(type: string): string {
  return type.slice(0, Math.max(0, type.lastIndexOf('::')))
}
