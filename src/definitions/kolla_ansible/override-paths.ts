import { distance } from 'fastest-levenshtein'
import type { KollaFacts } from './facts.js'

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

  /** The path that was certainly meant: in the same folder, or the same name in the folder of its service. */
  meant(path: string): string | undefined {
    const [folder, name] = split(path)
    const near = this.namesIn.get(folder)?.find((candidate) => isNear(name, candidate))
    if (near !== undefined) return folder === '' ? near : `${folder}/${near}`
    const [parent, host] = split(folder)
    if (host !== '' && this.perHost.has(`${parent}/${name}`)) return undefined
    const other = folder.includes('_') ? folder.replaceAll('_', '-') : folder.replaceAll('-', '_')
    if (other !== folder && this.exact.has(`${other}/${name}`)) return `${other}/${name}`
    return undefined
  }
}

/** Names that differ in `-` and `_`, in the case of letters, in the spelling of the extension or in one letter. */
function isNear(written: string, meant: string): boolean {
  if (comparable(written) === comparable(meant)) return true
  return meant.length >= 8 && written.length >= 8 && distance(written, meant) === 1
}

function comparable(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/\.ya?ml$/, '.yaml')
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
