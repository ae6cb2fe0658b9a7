import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { messageOf, systemCode, UserError } from '../platform/errors.js'

type Mapping = Record<string, unknown>

const MAX_BYTES = 1024 * 1024
const SECURE_NAMES = ['secure.yaml', 'secure.yml']

/** The files that describe clouds. */
export interface CloudsPlace {
  /** clouds.yaml; relative to `folder`. */
  file: string
  /** secure.yaml, when it is not beside clouds.yaml; relative to `folder`. */
  secureFile?: string | undefined
  /** Where relative paths start. */
  folder: string
}

/**
 * A cloud of clouds.yaml, merged with its entry in secure.yaml.
 *
 * @throws UserError `clouds_unreadable`, `unknown_cloud`
 */
export async function readCloud(name: string, place: CloudsPlace): Promise<Mapping> {
  const file = resolve(place.folder, place.file)
  const clouds = cloudsOf(await readYaml(file), file)
  const cloud = own(clouds, name)
  if (!isMapping(cloud)) {
    const names = Object.keys(clouds)
    throw new UserError('unknown_cloud', `${file} has no cloud "${name}".`, {
      remedy: names.length > 0 ? `It has: ${names.slice(0, 20).join(', ')}.` : 'Add it under clouds.',
    })
  }
  const secure = await readSecure(file, place)
  return secure ? merged(cloud, own(cloudsOf(secure.data, secure.file), name)) : cloud
}

async function readSecure(
  cloudsFile: string,
  place: CloudsPlace,
): Promise<{ file: string; data: unknown } | undefined> {
  if (place.secureFile !== undefined) {
    const file = resolve(place.folder, place.secureFile)
    return { file, data: await readYaml(file) }
  }
  for (const name of SECURE_NAMES) {
    const file = join(dirname(cloudsFile), name)
    try {
      return { file, data: await readYaml(file) }
    } catch (error) {
      if (!(error instanceof UserError) || systemCode(error.cause) !== 'ENOENT') throw error
    }
  }
  return undefined
}

/** Errors name only the line: a message of the parser would quote it, and it may contain a password. */
async function readYaml(file: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new UserError('clouds_unreadable', `Cannot read ${file}: ${messageOf(error)}`, {
      remedy: 'Name the file with clouds_file, or with OS_CLIENT_CONFIG_FILE.',
      cause: error,
    })
  }
  const broken = (what: string) =>
    new UserError('clouds_unreadable', `${file} ${what}.`, { remedy: 'Fix the file.' })
  if (text.length > MAX_BYTES) throw broken(`is larger than ${MAX_BYTES} bytes`)
  try {
    return load(text)
  } catch (error) {
    throw broken(`is not valid YAML${lineOf(error)}`)
  }
}

function lineOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('mark' in error)) return ''
  const { mark } = error
  if (typeof mark !== 'object' || mark === null || !('line' in mark)) return ''
  return typeof mark.line === 'number' ? `, see line ${mark.line + 1}` : ''
}

function cloudsOf(data: unknown, file: string): Mapping {
  const clouds = isMapping(data) ? own(data, 'clouds') : undefined
  if (isMapping(clouds)) return clouds
  throw new UserError('clouds_unreadable', `${file} has no mapping "clouds".`, {
    remedy: 'Add the key "clouds", with each cloud by its name.',
  })
}

function merged(under: Mapping, over: unknown): Mapping {
  if (!isMapping(over)) return under
  const result = new Map(Object.entries(under))
  for (const [key, value] of Object.entries(over)) {
    const before = result.get(key)
    result.set(key, isMapping(before) && isMapping(value) ? merged(before, value) : value)
  }
  return Object.fromEntries(result)
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(mapping: Mapping, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined
}
