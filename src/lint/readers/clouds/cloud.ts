import type { Range } from '../../../yaml/source.js'
import { asMapping, asScalar, childOf, entriesOf, type YamlEntry, type YamlNode } from '../../../yaml/tree.js'
import { type Definition, isTemplatedValue, rootMapping } from '../../engine/definition.js'
import { type CloudUse, usesOf } from './uses.js'

/** A key of a cloud, and its place: secure.yaml is merged over clouds.yaml. */
export interface Setting {
  /** With `_` for `-`. */
  key: string
  file: string
  keyRange: Range
  node: YamlNode
  /** The text of a scalar; `undefined` for any other value, for Jinja and for null. */
  text: string | undefined
  /** Whether it is in secure.yaml. */
  isSecure: boolean
}

/** One cloud that openstacksdk can connect to. */
export interface Cloud {
  name: string
  file: string
  keyRange: Range
  /** The value of a cloud that is not a mapping. */
  oddity: Setting | undefined
  settings: ReadonlyMap<string, Setting>
  auth: ReadonlyMap<string, Setting>
  /** Whether a vendor's profile adds settings. */
  hasProfile: boolean
  /** Whether it is only in secure.yaml. */
  isOnlySecure: boolean
}

/** clouds.yaml with the secure.yaml in the same folder. */
export interface Clouds {
  path: string
  /** Whether there is a main file, and not only secure.yaml. */
  isWhole: boolean
  clouds: readonly Cloud[]
  /** Where the repository names clouds. Only for the first file, so that each use is reported once. */
  uses: readonly CloudUse[]
  /** The clouds of all files of the repository. */
  namesOfAll: ReadonlySet<string>
}

/** clouds-public.yaml contains vendor profiles, which have other keys. */
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
  // with several of a kind, it is unknown which belong together
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

/** A value that openstacksdk reads from `auth`, or from the cloud itself. */
export function authSetting(cloud: Cloud, ...keys: readonly string[]): Setting | undefined {
  for (const key of keys) {
    const found = cloud.auth.get(key) ?? cloud.settings.get(key)
    if (found) return found
  }
  return undefined
}

/** The plugin for the login; `undefined` when it is unknown. */
export function authTypeOf(cloud: Cloud): string | undefined {
  const setting = cloud.settings.get('auth_type') ?? cloud.settings.get('auth_plugin')
  if (setting) return setting.text
  return cloud.hasProfile ? undefined : 'password'
}

export function isUrl(text: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(text) && URL.canParse(text)
}

/** Whether a YAML file is a clouds.yaml, secure.yaml or clouds-public.yaml of openstacksdk. */
export function isClouds(path: string, entries: readonly YamlEntry[]): boolean {
  if (!/(^|\/)[\w.-]*(clouds?|secure)[\w.-]*\.ya?ml$/i.test(path)) return false
  return entries.some(({ key, value }) => (key === 'clouds' || key === 'public-clouds') && asMapping(value))
}
