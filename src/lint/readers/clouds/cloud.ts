import type { Range } from '../../../yaml/source.js'
import { asMapping, asScalar, childOf, entriesOf, type YamlEntry, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, isTemplatedValue, rootMapping } from '../../engine/definition.js'
import { type CloudUse, usesOf } from './uses.js'

/** A key of a cloud, and where it stands: secure.yaml is merged over clouds.yaml. */
export interface Setting {
  /** With `_`. */
  key: string
  file: string
  keyRange: Range
  node: YamlNode
  /** The scalar's text when it is known; `undefined` for anything else, for Jinja and for nothing. */
  text: string | undefined
  /** Whether it stands in secure.yaml. */
  isSecure: boolean
}

/** One cloud that openstacksdk can connect to. */
export interface Cloud {
  name: string
  file: string
  keyRange: Range
  /** What the cloud is, when it is no mapping. */
  oddity: Setting | undefined
  settings: ReadonlyMap<string, Setting>
  auth: ReadonlyMap<string, Setting>
  /** Whether a vendor's profile adds settings that do not stand here. */
  hasProfile: boolean
  /** Whether it stands in secure.yaml alone. */
  isOnlySecure: boolean
}

/** clouds.yaml with the secure.yaml beside it. */
export interface Clouds {
  path: string
  /** Whether the main file is there, and not secure.yaml alone. */
  isWhole: boolean
  clouds: readonly Cloud[]
  /** Where the repository names clouds; with the first file only, so that each is said once. */
  uses: readonly CloudUse[]
  /** The clouds of all files of the repository. */
  namesOfAll: ReadonlySet<string>
}

/** The profiles of vendors in clouds-public.yaml say things of their own. */
function isVendorFile(definition: Definition): boolean {
  return childOf(rootMapping(definition), 'public-clouds') !== undefined
}

function isSecureFile({ path }: Definition): boolean {
  return /(^|\/)[^/]*secure[^/]*$/i.test(path)
}

/** Pair each main file with the secure.yaml of its folder. */
export function cloudFiles(definitions: readonly Definition[]): Clouds[] {
  const folders = new Map<string, Definition[]>()
  for (const definition of definitions) {
    if (definition.kind !== 'clouds' || isVendorFile(definition)) continue
    const folder = definition.path.replace(/[^/]+$/, '')
    const files = folders.get(folder)
    if (files) files.push(definition)
    else folders.set(folder, [definition])
  }
  const files = [...folders.values()].flatMap(paired)
  if (files.length === 0) return []
  const namesOfAll = new Set(files.flatMap(({ clouds }) => clouds.map(({ name }) => name)))
  const uses = usesOf(definitions)
  return files.map((file, index) => ({ ...file, namesOfAll, uses: index === 0 ? uses : [] }))
}

type Pair = Omit<Clouds, 'uses' | 'namesOfAll'>

function paired(files: readonly Definition[]): Pair[] {
  const mains = files.filter((file) => !isSecureFile(file))
  const secures = files.filter(isSecureFile)
  const [main, ...others] = mains
  const [secure, ...more] = secures
  // with several of a kind, nobody knows which belong together
  if (main && secure && others.length === 0 && more.length === 0) return [read([main, secure])]
  return [...mains, ...secures].map((file) => read([file]))
}

function read(files: readonly Definition[]): Pair {
  const clouds = new Map<string, Cloud>()
  for (const file of files) {
    for (const entry of entriesOf(childOf(rootMapping(file), 'clouds'))) {
      const cloud = cloudOf(file, entry)
      const before = clouds.get(entry.key)
      clouds.set(entry.key, before ? merged(before, cloud) : cloud)
    }
  }
  const [first] = files
  return {
    path: first?.path ?? '',
    isWhole: files.some((file) => !isSecureFile(file)),
    clouds: [...clouds.values()],
  }
}

function cloudOf(file: Definition, { key, keyRange, value }: YamlEntry): Cloud {
  const settings = settingsIn(file, value)
  return {
    name: key,
    file: file.path,
    keyRange,
    oddity: asMapping(value) ? undefined : settingOf(file, { key, keyRange, value }),
    settings,
    auth: settingsIn(file, settings.get('auth')?.node),
    hasProfile: settings.has('profile') || settings.has('cloud'),
    isOnlySecure: isSecureFile(file),
  }
}

function settingsIn(file: Definition, node: YamlNode | undefined): Map<string, Setting> {
  return new Map(
    entriesOf(node).map((entry) => [entry.key.replaceAll('-', '_'), settingOf(file, entry)] as const),
  )
}

function settingOf(file: Definition, { key, keyRange, value }: YamlEntry): Setting {
  const scalar = asScalar(value)
  const isKnown = scalar && scalar.value !== null && !isTemplatedValue(scalar.text)
  return {
    key: key.replaceAll('-', '_'),
    file: file.path,
    keyRange,
    node: value,
    text: isKnown ? scalar.text : undefined,
    isSecure: isSecureFile(file),
  }
}

function merged(below: Cloud, above: Cloud): Cloud {
  return {
    ...below,
    oddity: below.oddity ?? above.oddity,
    settings: new Map([...below.settings, ...above.settings]),
    auth: new Map([...below.auth, ...above.auth]),
    hasProfile: below.hasProfile || above.hasProfile,
    isOnlySecure: false,
  }
}

/** A value that openstacksdk takes from `auth`, or from the cloud itself. */
export function authSetting(cloud: Cloud, ...keys: readonly string[]): Setting | undefined {
  for (const key of keys) {
    const found = cloud.auth.get(key) ?? cloud.settings.get(key)
    if (found) return found
  }
  return undefined
}

/** The plugin that logs in; `undefined` when it is not known. */
export function authTypeOf(cloud: Cloud): string | undefined {
  const setting = cloud.settings.get('auth_type') ?? cloud.settings.get('auth_plugin')
  if (setting) return setting.text
  return cloud.hasProfile ? undefined : 'password'
}
