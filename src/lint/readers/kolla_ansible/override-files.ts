import { FILE_START, type Range } from '../../../yaml/source.js'
import { oncePer, type Use } from '../../engine/declared.js'
import { typoOf } from '../../engine/speller.js'
import type { KollaFacts } from '../../facts/kolla_ansible.js'
import type { KollaCloud } from './kolla-cloud.js'

/** How a role uses a file below the folder of overrides. */
type Handling = 'merge' | 'replace' | 'add'

interface OverrideBase extends Use {
  file: string
  /** Relative to the folder of overrides; of a misplaced file, relative to the folder of globals.yml. */
  path: string
}

/** No role looks for the path; `meant` is the one that was probably meant. */
interface UnknownOverride extends OverrideBase {
  verdict: 'unknown'
  meant: string | undefined
}

/** The file is beside globals.yml instead of in config/. */
interface MisplacedOverride extends OverrideBase {
  verdict: 'misplaced'
}

/** A role uses the file instead of its own template. */
interface ReplacingOverride extends OverrideBase {
  verdict: 'replaces'
}

/** An override file that kolla-ansible does not merge. */
export type OverrideUse = UnknownOverride | MisplacedOverride | ReplacingOverride

/** What roles read under a fixed name. Users choose the names of certificates, keyrings and images. */
const CONFIGURATION = /\.(?:conf|ini|cfg|ya?ml|json)$/

/** The override files of a cloud that are not merged into kolla-ansible's configuration. */
export const overrideUses = oncePer(function* (cloud: KollaCloud): Iterable<OverrideUse> {
  const { facts, settings, overrides, beside } = cloud
  if (!facts) return
  const paths = OverridePaths.of(facts)
  const hasOtherFolder = settings.has('node_custom_config')
  for (const { path, ...place } of relativeTo(overrides)) {
    if (paths.handlingOf(path) === 'replace' || path.endsWith('-paste.ini'))
      yield { ...place, path, verdict: 'replaces' }
    if (hasOtherFolder || !CONFIGURATION.test(path) || paths.exactly(path)) continue
    const meant = paths.typoOf(path)
    // a wildcard matches any name, so a path that is nearly an exact one wins over it
    if (meant === undefined && (paths.handlingOf(path) || !paths.folders.has(path.split('/')[0] ?? '')))
      continue
    if (!isMentioned(cloud, path)) yield { ...place, path, verdict: 'unknown', meant }
  }
  if (hasOtherFolder) return
  for (const { path, ...place } of relativeTo(beside)) {
    if (path.includes('/') && paths.exactly(path) === 'merge') yield { ...place, path, verdict: 'misplaced' }
  }
})

function relativeTo({
  folder,
  files,
}: KollaCloud['overrides']): { file: string; range: Range; path: string }[] {
  return files.map((file) => ({ file, range: FILE_START, path: file.slice(folder.length) }))
}

/** Whether the repository itself refers to the file, and so has a use of its own for it. */
function isMentioned(cloud: KollaCloud, path: string): boolean {
  const [, name] = split(path)
  const stem = name.replace(/\.[^.]*$/, '').replace(/\W/g, '_')
  return stem.length > 12 && cloud.namesInUse().has(stem)
}

/** The paths at which kolla-ansible's roles look for override files. */
class OverridePaths {
  /** Paths without wildcards. */
  private readonly exact = new Map<string, Handling>()
  /** `<folder>/<name>` of paths that have a host's name between the two: `nova/<host>/nova.conf`. */
  private readonly perHost = new Set<string>()
  /** Patterns of names, by folder. */
  private readonly patterns = new Map<string, { name: RegExp; handling: Handling }[]>()
  /** Folders that are copied as a whole. */
  private readonly whole = new Set<string>()
  /** The only path that ends with a name, by name; `undefined` when there are several. */
  private readonly onlyPath = new Map<string, string | undefined>()
  private readonly namesIn = new Map<string, string[]>()
  readonly folders = new Set<string>()

  private constructor({ overrides }: KollaFacts) {
    for (const [path, handling] of Object.entries(overrides)) {
      const [folder, name] = split(path)
      if (folder !== '') this.folders.add(folder.split('/')[0] ?? folder)
      if (path.includes('**')) this.whole.add(path.slice(0, path.indexOf('/**')))
      else if (folder.endsWith('/*') || name.includes('*'))
        addTo(this.patterns, folder, { name: asRegExp(name), handling })
      else {
        this.exact.set(path, handling)
        addTo(this.namesIn, folder, name)
        this.onlyPath.set(name, this.onlyPath.has(name) ? undefined : path)
      }
      if (folder.endsWith('/*') && !name.includes('*')) this.perHost.add(`${folder.slice(0, -2)}/${name}`)
    }
  }

  private static readonly built = new WeakMap<KollaFacts, OverridePaths>()

  /** The paths of these facts, indexed once. */
  static of(facts: KollaFacts): OverridePaths {
    const built = OverridePaths.built.get(facts) ?? new OverridePaths(facts)
    OverridePaths.built.set(facts, built)
    return built
  }

  /** How a role uses a file whose path it names without wildcards. */
  exactly(path: string): Handling | undefined {
    return this.exact.get(path)
  }

  /** How a role uses a file at this path; `undefined` when no role looks for it. */
  handlingOf(path: string): Handling | undefined {
    const exact = this.exact.get(path)
    if (exact) return exact
    const [folder, name] = split(path)
    const [parent] = split(folder)
    for (const pattern of [folder, `${parent}/*`]) {
      const found = this.patterns.get(pattern)?.find((candidate) => candidate.name.test(name))
      if (found) return found.handling
    }
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      if (this.whole.has(path.slice(0, at))) return 'add'
    }
    return undefined
  }

  /** The path that was certainly meant: its name has a typo, or the folder of the service is missing or misspelled. */
  typoOf(path: string): string | undefined {
    const [folder, name] = split(path)
    const near = fileMeant(name, this.namesIn.get(folder) ?? [])
    if (near !== undefined) return folder === '' ? near : `${folder}/${near}`
    if (folder === '') return this.onlyPath.get(name)
    const [parent, host] = split(folder)
    if (host !== '' && this.perHost.has(`${parent}/${name}`)) return undefined
    const other = folder.includes('_') ? folder.replaceAll('_', '-') : folder.replaceAll('-', '_')
    return other !== folder && this.exact.has(`${other}/${name}`) ? `${other}/${name}` : undefined
  }
}

/** The file with the same name but for its spelling or its extension, or with one typo. */
function fileMeant(name: string, known: readonly string[]): string | undefined {
  const same = (of: (name: string) => string) => known.find((candidate) => of(candidate) === of(name))
  return same(folded) ?? same(stemOf) ?? typoOf(name, known, { shortest: 8, most: 1, ignoresDigits: true })
}

/** A name without what people mix up: `-` and `_`, upper and lower case, `.yml` and `.yaml`. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/\.yml$/, '.yaml')
}

function stemOf(name: string): string {
  return folded(name).replace(/\.(?:conf|ini|cfg|cnf|yaml|json)$/, '')
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
