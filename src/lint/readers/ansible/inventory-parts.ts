import type { Range } from '../../../yaml/source.js'
import { type HostPattern, readHostPattern } from './host-pattern.js'

/** One inventory file, as Ansible reads it. */
export interface Inventory {
  path: string
  /** By name; `all` and `ungrouped` only when the file speaks of them, or has a host outside of any group. */
  groups: ReadonlyMap<string, InventoryGroup>
  /** What Ansible refuses in this file, whatever other files say. */
  problems: readonly InventoryProblem[]
  /** What Ansible passes by with a warning, with all that stands below it. */
  ignored: readonly InventoryProblem[]
}

export interface InventoryGroup {
  name: string
  /** Where the file names it first. */
  range: Range
  /** Whether the file declares it: a section of variables alone does not. */
  isDeclared: boolean
  /** In their order; a host that is named twice stands here twice. */
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
  /** The name as it is written; a range of hosts shares one. */
  range: Range
  vars: ReadonlyMap<string, InventoryVar>
}

export interface InventoryVar {
  name: string
  /** The file that sets it. */
  file: string
  /** The text as it is written, without quotes around it. */
  value: string
  range: Range
  /** Whether a # ends it that stands in the middle of a word. */
  isCut?: boolean
}

export interface InventoryProblem {
  message: string
  help: string
  range: Range
}

/** A group while its file is read. */
export interface GroupDraft extends InventoryGroup {
  hosts: InventoryHost[]
  children: InventoryChild[]
  vars: Map<string, InventoryVar>
}

/** What is being collected while a file is read. */
export class InventoryDraft implements Inventory {
  readonly groups = new Map<string, GroupDraft>()
  readonly problems: InventoryProblem[] = []
  readonly ignored: InventoryProblem[] = []
  /** How many hosts the file may still bring; a few bytes can stand for very many. */
  private room = 100_000

  constructor(readonly path: string) {}

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

  refuse(range: Range, message: string, help: string): void {
    this.problems.push({ range, message, help })
  }

  ignore(range: Range, message: string, help: string): void {
    this.ignored.push({ range, message, help })
  }
}
