import type { RuleContext } from '../../engine/context.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import {
  type HeldTo,
  type KollaFacts,
  kayobeFacts,
  kollaFacts,
  LASTING_DEFAULTS,
  releaseOf,
} from '../../facts/kolla_ansible.js'
import { KnownNames } from '../../facts/kolla_ansible_names.js'
import type { MergedInventory } from '../ansible/inventory.js'
import { type Layout, overridesFolder, type Place, placeOf } from './layout.js'
import { plainText, type Setting, settingsOf, Values } from './settings.js'
import { filesBelow, Shared } from './shared.js'

/** One cloud as kolla-ansible sees it: its variables, its override files and its inventories. */
export interface Deployment {
  /** The file to blame for what is missing. */
  path: string
  layout: Layout
  /** The files that only this deployment has; what is shared is reported with the deployment that brings it. */
  own: ReadonlySet<string>
  /** What the files say, in the order in which they are read: the last one wins. */
  written: readonly Setting[]
  /** kolla-ansible's variables. */
  settings: ReadonlyMap<string, Setting>
  /** Kayobe's own variables, from which it makes some of kolla-ansible's. */
  kayobe: readonly Setting[]
  /** Those that another deployment's files set before. */
  inherited: readonly Setting[]
  values: Values
  /** `undefined`, as are the facts, when the deployment is of a release of which nothing is known. */
  release: HeldTo | undefined
  facts: KollaFacts | undefined
  names: KnownNames | undefined
  kayobeNames: KnownNames | undefined
  passwords: readonly Setting[]
  /** The folder of its override files, and all files in it. */
  overrides: FolderFiles
  /** The folder that globals.yml lies in, when it stands for /etc/kolla. */
  beside: FolderFiles
  inventories: readonly MergedInventory[]
  /** Names that the repository itself uses in Jinja. */
  namesInUse(): ReadonlySet<string>
  /** Deployments of the same repository, this one among them. */
  all: readonly Deployment[]
}

/** A folder, with a `/` at its end, and all files below it. */
export interface FolderFiles {
  folder: string
  files: readonly string[]
}

interface Group {
  place: Omit<Place, 'part' | 'isPart'>
  files: PlacedFile[]
}

interface PlacedFile {
  file: Definition
  place: Place
}

/** Group the files into deployments: one for each globals.yml, for kayobe one for each environment. */
export function deployments(definitions: readonly Definition[], context: RuleContext): Deployment[] {
  const groups = grouped(definitions)
  if (groups.size === 0) return []
  const folders = [...groups.values()].flatMap(({ place }) => [
    overridesFolder(place),
    place.root,
    `${place.root}globals.d/`,
  ])
  const roots = new Set([...groups.values()].map(({ place }) => place.root).filter((root) => !isLoose(root)))
  const shared = new Shared(definitions, context, filesBelow(context.files, new Set(folders)), roots)
  const all: Deployment[] = []
  for (const group of groups.values()) {
    const { layout, root, environment } = group.place
    const base =
      environment === undefined ? undefined : groups.get(keyOf({ layout, root, environment: undefined }))
    all.push(built(group, base?.files ?? [], shared, all))
  }
  return all
}

function grouped(definitions: readonly Definition[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const definition of definitions) {
    if (definition.kind !== 'kolla_ansible') continue
    const place = placeOf(definition.path) ?? elsewhere(definition.path)
    const group = groups.get(keyOf(place)) ?? { place, files: [] }
    groups.set(keyOf(place), group)
    group.files.push({ file: definition, place })
  }
  for (const { files } of groups.values()) files.sort(inOrder)
  return groups
}

/** Ends the root of a deployment that is no folder. */
const LOOSE = '#'

function isLoose(root: string): boolean {
  return root.endsWith(LOOSE)
}

/** A file that only its content gives away stands for itself: what else is set is not known. */
function elsewhere(path: string): Place {
  return { layout: 'kolla', root: `${path}${LOOSE}`, environment: undefined, part: 'globals', isPart: true }
}

function keyOf({ layout, root, environment = '' }: Omit<Place, 'part' | 'isPart'>): string {
  return [layout, root, environment].join('\n')
}

function built(
  { place, files }: Group,
  base: readonly PlacedFile[],
  shared: Shared,
  all: readonly Deployment[],
): Deployment {
  const variables = [...base, ...files].filter(({ place: { part } }) => part !== 'passwords')
  const written = settingsOfPart(variables, 'globals')
  const kayobe = settingsOfPart(variables, 'kayobe')
  const settings = new Map(written.map((setting) => [setting.name, setting]))
  const own = new Set(files.map(({ file }) => file.path))
  const release = releaseOf(writtenRelease(variables), shared.context.facts)
  const facts = release && kollaFacts(shared.context.facts, release.release)
  const isWhole = isSelfContained(place, variables, shared.below.get(`${place.root}globals.d/`) ?? [])
  const folder = overridesFolder(place)
  return {
    path: (files.find(({ place: { part } }) => part !== 'passwords') ?? files[0])?.file.path ?? '',
    layout: place.layout,
    own,
    written: written.filter(({ file }) => own.has(file)),
    settings,
    kayobe: kayobe.filter(({ file }) => own.has(file)),
    inherited: kayobe.filter(({ file }) => !own.has(file)),
    values: new Values(withKayobe(settings, kayobe), (name) => {
      if (!isWhole || shared.inventoryVars().has(name)) return undefined
      const defaults = facts?.variables ?? LASTING_DEFAULTS
      return Object.hasOwn(defaults, name) ? defaults[name] : undefined
    }),
    release,
    facts,
    names: facts && KnownNames.of(facts),
    kayobeNames:
      release && place.layout === 'kayobe'
        ? KnownNames.of(kayobeFacts(shared.context.facts, release.release))
        : undefined,
    passwords: settingsOfPart(files, 'passwords'),
    overrides: { folder, files: shared.below.get(folder) ?? [] },
    beside: {
      folder: place.root,
      files: (/(^|\/)kolla\/$/.test(place.root) && shared.below.get(place.root)) || [],
    },
    get inventories() {
      return place.layout === 'kolla' ? shared.inventoriesOf(place.root) : []
    },
    namesInUse: shared.namesInUse,
    all,
  }
}

/** globals.yml before globals.d, and these by their names, as kolla-ansible passes them; kayobe's come by name. */
function inOrder(a: PlacedFile, b: PlacedFile): number {
  return Number(a.place.isPart) - Number(b.place.isPart) || (a.file.path < b.file.path ? -1 : 1)
}

function settingsOfPart(files: readonly PlacedFile[], part: Place['part']): Setting[] {
  return files.flatMap(({ file, place }) => (place.part === part ? settingsOf(file) : []))
}

/** Kayobe's `kolla_enable_x` becomes `enable_x`, and a few others keep their names. */
function withKayobe(
  settings: ReadonlyMap<string, Setting>,
  kayobe: readonly Setting[],
): ReadonlyMap<string, Setting> {
  if (kayobe.length === 0) return settings
  const made = kayobe.flatMap((setting): [string, Setting][] => {
    const name = /^kolla_(enable_(?!tls_)\w+)$/.exec(setting.name)?.[1] ?? setting.name
    return [[name, setting]]
  })
  return new Map([...made, ...settings])
}

function writtenRelease(files: readonly PlacedFile[]): string | undefined {
  let release: string | undefined
  for (const { file, place } of files) {
    for (const setting of settingsOf(file)) {
      const isVersion = setting.name === 'openstack_version' && place.part === 'manager'
      if (setting.name === 'openstack_release' || isVersion) release = plainText(setting) ?? release
    }
  }
  return release
}

/** Whether what these files do not set has kolla-ansible's own default, unless the inventory sets it. */
function isSelfContained(
  { layout, root }: Omit<Place, 'part' | 'isPart'>,
  files: readonly PlacedFile[],
  parts: readonly string[],
): boolean {
  if (layout !== 'kolla' || isLoose(root)) return false
  const read = new Set(files.map(({ file }) => file.path))
  if (![`${root}globals.yml`, `${root}globals.yaml`].some((path) => read.has(path))) return false
  if (files.some(({ file }) => file.templated || !rootMapping(file))) return false
  return parts.every((path) => read.has(path) || !/\.(ya?ml|json)$/.test(path))
}
