import type { Range } from '../../../yaml/source.js'
import type { Use } from '../../engine/declared.js'
import { type HostPattern, readHostPattern } from './host-pattern.js'

/** One inventory file, as Ansible reads it. */
export interface Inventory {
  path: string
  form: 'ini' | 'yaml'
  /** By name. `all` and `ungrouped` are there only when the file names them, or has a host outside of any group. */
  groups: ReadonlyMap<string, InventoryGroup>
  /** What Ansible cannot use in this file, regardless of other files. */
  problems: readonly InventoryProblem[]
}

export interface InventoryGroup {
  name: string
  /** Where the file names it first. */
  range: Range
  /** Whether the file defines it: a section of variables alone does not. */
  isDeclared: boolean
  /** In file order, with repetitions. */
  hosts: readonly InventoryHost[]
  children: readonly InventoryChild[]
  vars: ReadonlyMap<string, InventoryVar>
}

export interface InventoryChild {
  name: string
  range: Range
}

export interface InventoryHost {
  name: string
  /** The place of the name. All hosts of a range share one. */
  range: Range
  vars: ReadonlyMap<string, InventoryVar>
}

export interface InventoryVar {
  name: string
  /** The file that sets it. */
  file: string
  /** The text without the quotes around it. */
  value: string
  range: Range
  /** Whether a `#` in the middle of a word ends it. */
  isTruncated?: boolean
}

/** `rejected`: Ansible stops reading the file. `ignored`: it skips a key, and everything below it, with a warning. */
export type InventoryProblem = Use & { file: string; message: string; help: string } & (
    | { verdict: 'rejected' }
    | { verdict: 'ignored' }
  )

/** A group of a file that is still being read. */
export interface GroupDraft extends InventoryGroup {
  hosts: InventoryHost[]
  children: InventoryChild[]
  vars: Map<string, InventoryVar>
}

/** Collects the content of a file. */
export class InventoryDraft implements Inventory {
  readonly groups = new Map<string, GroupDraft>()
  readonly problems: InventoryProblem[] = []
  /** How many more hosts to accept: a few bytes can describe a great many. */
  private room = 100_000

  constructor(
    readonly path: string,
    readonly form: Inventory['form'],
  ) {}

  group(name: string, range: Range, isDeclared = true): GroupDraft {
    const known = this.groups.get(name)
    if (known) {
      known.isDeclared ||= isDeclared
      return known
    }
    const group: GroupDraft = { name, range, isDeclared, hosts: [], children: [], vars: new Map() }
    this.groups.set(name, group)
    return group
  }

  hostPattern(written: string): HostPattern {
    const pattern = readHostPattern(written, this.room)
    this.room -= pattern.names.length
    return pattern
  }

  reject(range: Range, message: string, help: string): void {
    this.problems.push({ verdict: 'rejected', file: this.path, range, message, help })
  }

  ignore(range: Range, message: string, help: string): void {
    this.problems.push({ verdict: 'ignored', file: this.path, range, message, help })
  }
}
