import { type Definition, rootMapping } from '../../engine/definition.js'
import type { RuleContext } from '../../engine/rule.js'
import {
  type CloudRelease,
  cloudRelease,
  type KollaFacts,
  kayobeFacts,
  kollaFacts,
  LASTING_DEFAULTS,
} from '../../facts/kolla_ansible.js'
import type { MergedInventory } from '../ansible/merged-inventory.js'
import { KnownVariables } from './known-variables.js'
import { KollaRepository } from './kolla-repository.js'
import { type CloudFolder, type KollaFile, kollaFileOf, type Layout, overridesFolder } from './layout.js'
import { plainText, type Setting, settingsOf, Values } from './settings.js'

/** One cloud as kolla-ansible sees it: its variables, its override files and its inventories. */
export interface KollaCloud {
  /** The file to report when the cloud as a whole lacks something. */
  path: string
  layout: Layout
  /** kolla-ansible's variables in this cloud's own files, in reading order: the last one wins. */
  written: readonly Setting[]
  /** kolla-ansible's variables by name, also from files that several clouds share. */
  settings: ReadonlyMap<string, Setting>
  /** Kayobe's own variables, from which it derives some of kolla-ansible's. */
  kayobe: readonly Setting[]
  /** Kayobe's own variables from the base that this environment extends. */
  inherited: readonly Setting[]
  values: Values
  /** `undefined`, like the facts, when the cloud runs a release without facts. */
  release: CloudRelease | undefined
  facts: KollaFacts | undefined
  variables: KnownVariables | undefined
  kayobeVariables: KnownVariables | undefined
  passwords: readonly Setting[]
  /** The folder of the override files. */
  overrides: FolderFiles
  /** The folder of globals.yml, when it is a copy of /etc/kolla. */
  beside: FolderFiles
  /** The inventories that derive from kolla-ansible's own. */
  inventories: readonly MergedInventory[]
  /** The first of these variables that one of the cloud's own files sets; shared files belong to another cloud. */
  ownSetting(...names: readonly string[]): Setting | undefined
  /** Names that the repository itself uses in Jinja. */
  namesInUse(): ReadonlySet<string>
  /** All clouds of the repository, including this one. */
  all: readonly KollaCloud[]
}

/** A folder, with a `/` at its end, and all files below it. */
export interface FolderFiles {
  folder: string
  files: readonly string[]
}

interface Group {
  place: CloudFolder
  files: PlacedFile[]
}

interface PlacedFile {
  definition: Definition
  place: KollaFile
}

/** Groups the files into clouds: one per globals.yml, and one per environment of kayobe. */
export function kollaClouds(definitions: readonly Definition[], context: RuleContext): KollaCloud[] {
  const groups = grouped(definitions)
  if (groups.size === 0) return []
  const places = [...groups.values()].map(({ place }) => place)
  const folders = places.flatMap((place) => [overridesFolder(place), place.root, `${place.root}globals.d/`])
  const roots = new Set(places.map(({ root }) => root).filter((root) => !isStandalone(root)))
  const repository = new KollaRepository(definitions, context, folders, roots)
  const all: KollaCloud[] = []
  for (const group of groups.values()) {
    const { environment } = group.place
    const base =
      environment === undefined ? undefined : groups.get(keyOf({ ...group.place, environment: '' }))
    all.push(cloudOf(group, base?.files ?? [], repository, all))
  }
  return all
}

function grouped(definitions: readonly Definition[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const definition of definitions) {
    if (definition.kind !== 'kolla_ansible') continue
    const place = kollaFileOf(definition.path) ?? standalone(definition.path)
    const group = groups.get(keyOf(place)) ?? { place, files: [] }
    groups.set(keyOf(place), group)
    group.files.push({ definition, place })
  }
  for (const { files } of groups.values()) files.sort(inOrder)
  return groups
}

/** Ends the root of a cloud that is a single file, and not a folder. */
const STANDALONE = '#'

function isStandalone(root: string): boolean {
  return root.endsWith(STANDALONE)
}

/** A file that only its content identifies is a cloud of its own. Other files may set more of its variables. */
function standalone(path: string): KollaFile {
  const root = `${path}${STANDALONE}`
  return { layout: 'kolla', root, environment: undefined, part: 'globals', isPart: true }
}

function keyOf({ layout, root, environment = '' }: CloudFolder): string {
  return [layout, root, environment].join('\n')
}

function cloudOf(
  { place, files }: Group,
  base: readonly PlacedFile[],
  repository: KollaRepository,
  all: readonly KollaCloud[],
): KollaCloud {
  const variables = [...base, ...files].filter(({ place: { part } }) => part !== 'passwords')
  const written = settingsOfPart(variables, 'globals')
  const kayobe = settingsOfPart(variables, 'kayobe')
  const settings = new Map(written.map((setting) => [setting.name, setting]))
  const ownFiles = new Set(files.map(({ definition }) => definition.path))
  const isOwn = ({ file }: Setting) => ownFiles.has(file)
  const { facts: shipped } = repository.context
  const release = cloudRelease(writtenRelease(variables), shipped)
  const facts = release && kollaFacts(shipped, release.release)
  const isComplete = setsAllVariables(place, variables, repository.filesBelow(`${place.root}globals.d/`))
  const folder = overridesFolder(place)
  const mainFile = files.find(({ place: { part } }) => part !== 'passwords') ?? files[0]
  let inventories: readonly MergedInventory[] | undefined
  return {
    path: mainFile?.definition.path ?? '',
    layout: place.layout,
    written: written.filter(isOwn),
    settings,
    kayobe: kayobe.filter(isOwn),
    inherited: kayobe.filter((setting) => !isOwn(setting)),
    values: new Values(withKayobe(settings, kayobe), (name) => {
      if (!isComplete || repository.inventoryVars().has(name)) return undefined
      const defaults = facts?.variables ?? LASTING_DEFAULTS
      return Object.hasOwn(defaults, name) ? defaults[name] : undefined
    }),
    release,
    facts,
    variables: facts && KnownVariables.of(facts),
    kayobeVariables:
      release && place.layout === 'kayobe'
        ? KnownVariables.of(kayobeFacts(shipped, release.release))
        : undefined,
    passwords: settingsOfPart(files, 'passwords'),
    overrides: { folder, files: repository.filesBelow(folder) },
    beside: {
      folder: place.root,
      files: /(^|\/)kolla\/$/.test(place.root) ? repository.filesBelow(place.root) : [],
    },
    get inventories() {
      inventories ??=
        facts && place.layout === 'kolla'
          ? repository.inventoriesOf(place.root).filter((inventory) => isKollaInventory(inventory, facts))
          : []
      return inventories
    },
    ownSetting(...names) {
      for (const name of names) {
        const setting = settings.get(name)
        if (setting && isOwn(setting)) return setting
      }
      return undefined
    },
    namesInUse: repository.namesInUse,
    all,
  }
}

/** globals.yml comes before globals.d, whose files are read by name. Kayobe's files are read by name, too. */
function inOrder(a: PlacedFile, b: PlacedFile): number {
  const byKind = Number(a.place.isPart) - Number(b.place.isPart)
  return byKind || (a.definition.path < b.definition.path ? -1 : 1)
}

function settingsOfPart(files: readonly PlacedFile[], part: KollaFile['part']): Setting[] {
  return files.flatMap(({ definition, place }) => (place.part === part ? settingsOf(definition) : []))
}

/** Kayobe turns `kolla_enable_x` into `enable_x`, and passes a few other variables on under their own names. */
function withKayobe(
  settings: ReadonlyMap<string, Setting>,
  kayobe: readonly Setting[],
): ReadonlyMap<string, Setting> {
  if (kayobe.length === 0) return settings
  const derived = kayobe.map((setting): [string, Setting] => {
    const name = /^kolla_(enable_(?!tls_)\w+)$/.exec(setting.name)?.[1] ?? setting.name
    return [name, setting]
  })
  return new Map([...derived, ...settings])
}

function writtenRelease(files: readonly PlacedFile[]): string | undefined {
  let release: string | undefined
  for (const { definition, place } of files) {
    for (const setting of settingsOf(definition)) {
      const isVersion = setting.name === 'openstack_version' && place.part === 'manager'
      if (setting.name === 'openstack_release' || isVersion) release = plainText(setting) ?? release
    }
  }
  return release
}

/** Whether every variable that these files and the inventory leave out has kolla-ansible's default. */
function setsAllVariables(
  { layout, root }: CloudFolder,
  files: readonly PlacedFile[],
  parts: readonly string[],
): boolean {
  if (layout !== 'kolla' || isStandalone(root)) return false
  const read = new Set(files.map(({ definition }) => definition.path))
  if (![`${root}globals.yml`, `${root}globals.yaml`].some((path) => read.has(path))) return false
  if (files.some(({ definition }) => definition.templated || !rootMapping(definition))) return false
  return parts.every((path) => read.has(path) || !/\.(ya?ml|json)$/.test(path))
}

/** An inventory with fewer of kolla-ansible's groups is incomplete or belongs to another tool. */
const FEWEST_GROUPS = 12

function isKollaInventory({ groups, isWhole }: MergedInventory, facts: KollaFacts): boolean {
  if (!isWhole || !['control', 'compute', 'network'].every((name) => groups.has(name))) return false
  return [...groups.keys()].filter((name) => Object.hasOwn(facts.groups, name)).length >= FEWEST_GROUPS
}
