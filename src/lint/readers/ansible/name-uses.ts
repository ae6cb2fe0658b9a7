import { partOf, scalarsOf } from '../../../yaml/scalars.js'
import { FILE_START, type Range } from '../../../yaml/source.js'
import { asScalar, asSequence, asString, childOf, type YamlNode } from '../../../yaml/tree.js'
import { oncePer, type Use } from '../../engine/declared.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { Speller, type TypoLimits } from '../../engine/speller.js'
import { folderOf, nameOf } from './file-index.js'
import type { MergedInventory } from './merged-inventory.js'
import type { Project } from './project.js'
import { requirementsOf } from './requirements.js'

/** Names of hosts, groups and roles are often alike, so a typo is one edit. */
export const ONE_TYPO: TypoLimits = { shortest: 4, most: 1 }

interface NameBase extends Use {
  file: string
  name: string
  /** The name that was probably meant. */
  meant: string
}

/** A name that does not exist, but is nearly that of a group, a host or a role which does. */
export type NameUse = NameBase &
  (
    | {
        verdict: 'unknown_hosts'
        /** Whether another play is for the hosts that were probably meant. */
        isMeantUsed: boolean
      }
    | { verdict: 'unknown_group_reference' }
    | { verdict: 'unknown_role' }
    | { verdict: 'group_vars_without_group' }
    | { verdict: 'host_vars_without_host' }
  )

/** The names in plays, expressions and paths of variables that do not exist, but are nearly those that do. */
export const nameUses = oncePer(function* (project: Project): Iterable<NameUse> {
  const known = knownHosts(project)
  const speller = new Speller(known ?? [], ONE_TYPO)
  if (known) {
    yield* unknownHosts(project, known, speller)
    yield* unknownGroupReferences(project, known, speller)
  }
  yield* unknownRoles(project)
  yield* misnamedVars(project)
})

/** The names of groups and hosts; `undefined` when there may be others. */
function knownHosts({ inventories, tasks }: Project): ReadonlySet<string> | undefined {
  if (inventories.length === 0 || !inventories.every(({ isWhole }) => isWhole)) return undefined
  const known = new Set(['all', 'ungrouped', 'localhost', '127.0.0.1', '::1'])
  for (const { groups, hosts } of inventories) {
    for (const { name, children } of groups.values())
      for (const group of [name, ...children]) known.add(group)
    for (const host of hosts.keys()) known.add(host)
  }
  for (const { action } of tasks) {
    if (action?.name !== 'add_host' && action?.name !== 'group_by') continue
    const added = ['name', 'hostname', 'host', 'groups', 'group', 'groupname', 'key', 'parents'].flatMap(
      (key) => textsOf(action.args.get(key)?.value),
    )
    if (action.free || added.some(isTemplatedValue)) return undefined
    for (const text of added) for (const name of text.split(',')) known.add(name.trim())
  }
  return known
}

function textsOf(node: YamlNode | undefined): string[] {
  return (asSequence(node)?.items ?? [node]).map((item) => asScalar(item)?.text ?? '')
}

function* unknownHosts({ plays }: Project, known: ReadonlySet<string>, speller: Speller): Iterable<NameUse> {
  const patterns = plays.flatMap(({ file, entries }) =>
    patternsOf(entries.get('hosts')?.value).map((pattern) => ({ ...pattern, file })),
  )
  const used = new Set(patterns.map(({ name }) => name))
  for (const pattern of patterns) {
    const meant = known.has(pattern.name) ? undefined : speller.typoOf(pattern.name)
    if (meant !== undefined)
      yield { verdict: 'unknown_hosts', ...pattern, meant, isMeantUsed: used.has(meant) }
  }
}

/** The names in `a:b:!c:&d`, without wildcards, regular expressions and Jinja. */
function patternsOf(node: YamlNode | undefined): { name: string; range: Range }[] {
  return (asSequence(node)?.items ?? [node]).flatMap((item) => {
    const scalar = asScalar(item)
    if (!scalar || isTemplatedValue(scalar.text)) return []
    const separator = scalar.text.includes(',') ? ',' : ':'
    let at = 0
    return scalar.text.split(separator).flatMap((part) => {
      const start = at + part.length - part.trimStart().length
      at += part.length + 1
      const [, sign = '', name] = /^([!&]?)([\w.-]+)$/.exec(part.trim()) ?? []
      return name === undefined ? [] : [{ name, range: partOf(scalar, start + sign.length, name.length) }]
    })
  })
}

const GROUP_REFERENCE = /(?<![\w.])groups\[\s*['"]([\w.-]+)['"]\s*\](?!\s*\|\s*d(?:efault)?\b)/g

function* unknownGroupReferences(
  { documents }: Project,
  known: ReadonlySet<string>,
  speller: Speller,
): Iterable<NameUse> {
  for (const { path: file, yaml } of documents) {
    // searching the text of a file is faster than walking its tree
    if (!yaml?.source.text.includes('groups[')) continue
    for (const scalar of scalarsOf(yaml.documents)) {
      for (const { 1: name = '', index } of scalar.text.matchAll(GROUP_REFERENCE)) {
        const meant = known.has(name) ? undefined : speller.typoOf(name)
        if (meant === undefined) continue
        const start = scalar.text.indexOf(name, index + 'groups['.length)
        const range = partOf(scalar, start, name.length)
        yield { verdict: 'unknown_group_reference', file, range, name, meant }
      }
    }
  }
}

function* unknownRoles(project: Project): Iterable<NameUse> {
  if (project.roleUses.length === 0) return
  const known = knownRoles(project)
  const speller = new Speller(known, ONE_TYPO)
  for (const use of project.roleUses) {
    if (known.has(use.name) || isTemplatedValue(use.name) || /[./]/.test(use.name)) continue
    const meant = speller.typoOf(use.name)
    if (meant !== undefined) yield { verdict: 'unknown_role', ...use, meant }
  }
}

function knownRoles(project: Project): ReadonlySet<string> {
  const known = new Set<string>()
  for (const folder of project.files.allFolders())
    if (nameOf(folderOf(folder)) === 'roles') known.add(nameOf(folder))
  for (const { kind, item } of requirementsOf(project)) {
    if (kind !== 'role') continue
    const name = asString(childOf(item, 'name')) ?? asString(childOf(item, 'role'))
    const source = asString(childOf(item, 'src')) ?? asString(item)
    if (name) known.add(name)
    if (source) known.add(nameOf(source.split(',')[0] ?? '').replace(/\.git$|\.tar\.gz$/, ''))
  }
  return known
}

const VARS_FILE = /^(.*?)(group_vars|host_vars)\/([^/]+)(\/.*)?$/

/** The files in group_vars and host_vars of a name that no inventory has, but that is like one without variables. */
function* misnamedVars({ documents, inventories }: Project): Iterable<NameUse> {
  if (inventories.length === 0 || !inventories.every(({ isWhole }) => isWhole)) return
  const folders = new Set(inventories.map(folderOfInventory))
  const kinds = [
    { folder: 'group_vars', names: 'groups', verdict: 'group_vars_without_group' },
    { folder: 'host_vars', names: 'hosts', verdict: 'host_vars_without_host' },
  ] as const
  for (const { folder, names, verdict } of kinds) {
    const known = new Set([
      ...inventories.flatMap((inventory) => [...inventory[names].keys()]),
      'all',
      'ungrouped',
    ])
    const vars = documents.flatMap(({ path: file }) => {
      const [, before = '', kind, written = '', rest] = VARS_FILE.exec(file) ?? []
      if (kind !== folder || !folders.has(before.replace(/\/$/, ''))) return []
      return [{ file, name: rest === undefined ? written.replace(/\.(?:ya?ml|json)$/, '') : written }]
    })
    const unknown = vars.filter(({ name }) => !known.has(name))
    if (unknown.length === 0) continue
    const used = new Set(vars.map(({ name }) => name))
    // names that differ in their digits, such as node3 and node4, are siblings and not typos
    const spellers = new Map<string, Speller>()
    for (const [digits, names] of byDigits([...known].filter((name) => !used.has(name))))
      spellers.set(digits, new Speller(names))
    for (const { file, name } of unknown) {
      const meant = spellers.get(digitsOf(name))?.nearest(name)
      if (meant !== undefined) yield { verdict, file, range: FILE_START, name, meant }
    }
  }
}

function folderOfInventory({ path, files }: MergedInventory): string {
  return files[0]?.path === path ? folderOf(path) : path
}

function byDigits(names: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const name of names) {
    const same = found.get(digitsOf(name))
    if (same) same.push(name)
    else found.set(digitsOf(name), [name])
  }
  return found
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, '')
}
