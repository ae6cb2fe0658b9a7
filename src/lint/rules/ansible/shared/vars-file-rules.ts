import { nearest } from '../../../../platform/nearest.js'
import type { Problem } from '../../../engine/rule.js'
import { folderOf, nameOf } from '../../../readers/ansible/file-index.js'
import { Hints } from '../../../readers/ansible/hints.js'
import type { MergedInventory } from '../../../readers/ansible/inventory.js'
import type { Project } from '../../../readers/ansible/project.js'

export const VARS_FILE = /^(.*?)(group_vars|host_vars)\/([^/]+)(\/.*)?$/

export const INVENTORY = '[control]\nctl1\n[compute]\ncmp1\n'

export function* misnamed(
  { documents, inventories }: Project,
  folder: string,
  namesOf: (inventory: MergedInventory) => Iterable<string>,
  say: (name: string, near: string) => Pick<Problem, 'message' | 'help'>,
): Iterable<Problem> {
  if (inventories.length === 0 || !inventories.every(({ isWhole }) => isWhole)) return
  const known = new Set([...inventories.flatMap((inventory) => [...namesOf(inventory)]), 'all', 'ungrouped'])
  const beside = new Set(
    inventories.map(({ path, files }) => (files[0]?.path === path ? folderOf(path) : path)),
  )
  const used = new Set<string>()
  const unknown: { name: string; file: string }[] = []
  for (const { path } of documents) {
    const [, before = '', kind, written = '', rest] = VARS_FILE.exec(path) ?? []
    if (kind !== folder || !beside.has(before.replace(/\/$/, ''))) continue
    const name = rest === undefined ? nameOf(written).replace(/\.(?:ya?ml|json)$/, '') : written
    used.add(name)
    if (!known.has(name)) unknown.push({ name, file: path })
  }
  const free = [...known].filter((name) => !used.has(name))
  const hints = new Hints((name, others) =>
    nearest(
      name,
      [...others].filter((other) => digits(other) === digits(name)),
    ),
  )
  for (const { name, file } of unknown) {
    const near = hints.near(name, free)
    const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    if (near) yield { file, range, ...say(name, near) }
  }
}

/** `node4` is no misspelled `node3`. */
export function digits(name: string): string {
  return name.replace(/\D/g, '')
}
