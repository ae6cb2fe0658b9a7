import { distance } from 'fastest-levenshtein'
import type { KollaFacts } from '../../facts/kolla_ansible.js'

/** What becomes of a file below the folder of overrides. */
export type Fate = 'merge' | 'replace' | 'add'

/** Where kolla-ansible's roles look for an operator's files, made once for each set of facts. */
export class OverridePaths {
  /** Paths without wildcards. */
  private readonly exact = new Map<string, Fate>()
  /** Last parts behind a host's name in a folder: `nova/<host>/nova.conf`. */
  private readonly perHost = new Map<string, Fate>()
  /** By folder: patterns of a name. */
  private readonly patterns = new Map<string, { name: RegExp; fate: Fate }[]>()
  /** Folders that are taken with everything in them. */
  private readonly whole = new Set<string>()
  /** By name: the only path that ends with it. */
  private readonly soleFolder = new Map<string, string | undefined>()
  private readonly namesIn = new Map<string, string[]>()
  readonly folders: ReadonlySet<string>

  private constructor({ overrides }: KollaFacts) {
    const folders = new Set<string>()
    for (const [path, fate] of Object.entries(overrides)) {
      const [folder, name] = split(path)
      if (folder !== '') folders.add(folder.split('/')[0] ?? folder)
      if (path.includes('**')) this.whole.add(path.slice(0, path.indexOf('/**')))
      else if (folder.endsWith('/*')) addTo(this.patterns, folder, { name: asRegExp(name), fate })
      else if (name.includes('*')) addTo(this.patterns, folder, { name: asRegExp(name), fate })
      else {
        this.exact.set(path, fate)
        addTo(this.namesIn, folder, name)
        this.soleFolder.set(name, this.soleFolder.has(name) ? undefined : path)
      }
      if (folder.endsWith('/*') && !name.includes('*'))
        this.perHost.set(`${folder.slice(0, -2)}/${name}`, fate)
    }
    this.folders = folders
  }

  private static readonly made = new WeakMap<KollaFacts, OverridePaths>()

  static of(facts: KollaFacts): OverridePaths {
    const made = OverridePaths.made.get(facts) ?? new OverridePaths(facts)
    OverridePaths.made.set(facts, made)
    return made
  }

  /** What a role does with a file at exactly this path. */
  exactly(path: string): Fate | undefined {
    return this.exact.get(path)
  }

  /** What a role does with a file here, wildcards included; `undefined` when none looks for it. */
  fateOf(path: string): Fate | undefined {
    const exact = this.exact.get(path)
    if (exact) return exact
    const [folder, name] = split(path)
    const [parent] = split(folder)
    for (const pattern of [folder, `${parent}/*`]) {
      const found = this.patterns.get(pattern)?.find((candidate) => candidate.name.test(name))
      if (found) return found.fate
    }
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      if (this.whole.has(path.slice(0, at))) return 'add'
    }
    return undefined
  }

  /** The path that was certainly meant: nearly this one, or the folder of its service is missing. */
  meant(path: string): string | undefined {
    const [folder, name] = split(path)
    const names = this.namesIn.get(folder) ?? []
    const near =
      names.find((candidate) => spelling(name) === spelling(candidate)) ??
      names.find((candidate) => isNear(name, candidate))
    if (near !== undefined) return folder === '' ? near : `${folder}/${near}`
    if (folder === '') return this.soleFolder.get(name)
    const [parent, host] = split(folder)
    if (host !== '' && this.perHost.has(`${parent}/${name}`)) return undefined
    const other = folder.includes('_') ? folder.replaceAll('_', '-') : folder.replaceAll('-', '_')
    if (other !== folder && this.exact.has(`${other}/${name}`)) return `${other}/${name}`
    return undefined
  }
}

/** Names with the same stem, or that differ in one letter. */
function isNear(written: string, meant: string): boolean {
  const stem = (name: string) => spelling(name).replace(/\.(?:conf|ini|cfg|cnf|yaml|json)$/, '')
  if (stem(written) === stem(meant)) return true
  return meant.length >= 8 && written.length >= 8 && distance(written, meant) === 1
}

/** Without what people mix up: `-` and `_`, the case of letters, `.yml` and `.yaml`. */
function spelling(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/\.yml$/, '.yaml')
}

function split(path: string): [folder: string, name: string] {
  const at = path.lastIndexOf('/')
  return at === -1 ? ['', path] : [path.slice(0, at), path.slice(at + 1)]
}

function addTo<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const known = map.get(key)
  if (known) known.push(item)
  else map.set(key, [item])
}

function asRegExp(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]*')}$`)
}
