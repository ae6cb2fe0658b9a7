import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EnvironmentSettings, Manifest } from '../../generated/manifest.js'
import { messageOf, systemCode, UserError } from '../platform/errors.js'
import { nearest } from '../platform/nearest.js'
import { parseYaml } from '../yaml/parse.js'
import { readManifest } from './read.js'

export const MANIFEST_FILE = 'changeover.yml'

/** The largest manifest that is read, in bytes. */
const MAX_BYTES = 1024 * 1024

/**
 * The manifest of a folder.
 *
 * @throws UserError `manifest_missing`, `manifest_unreadable`, or `manifest_invalid` with each problem's place
 */
export async function loadManifest(folder: string): Promise<Manifest> {
  const manifest = await loadManifestIfThere(folder)
  if (manifest) return manifest
  throw new UserError('manifest_missing', `There is no ${MANIFEST_FILE} in ${folder}.`, {
    remedy: 'Create one. The smallest has two lines:  version: 1  and  name: my-cloud',
  })
}

/** As {@link loadManifest}, but `undefined` when the folder has none. */
export async function loadManifestIfThere(folder: string): Promise<Manifest | undefined> {
  let bytes: Buffer
  try {
    bytes = await readFile(join(folder, MANIFEST_FILE))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw new UserError('manifest_unreadable', `Cannot read ${MANIFEST_FILE}: ${messageOf(error)}`, {
      remedy: 'Check the permissions of the file.',
      cause: error,
    })
  }
  return parseManifest(bytes)
}

/** The manifest in the bytes of a changeover.yml. Messages call the file `name`. */
export function parseManifest(bytes: Uint8Array, name: string = MANIFEST_FILE): Manifest {
  if (bytes.length > MAX_BYTES) {
    throw invalid(
      [`${name}: larger than ${MAX_BYTES} bytes`],
      'A manifest is a small file. Check that this is one.',
    )
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid([`${name}: not UTF-8 text`], 'Save the file as UTF-8.')
  }
  const { manifest, problems } = readManifest(parseYaml(text))
  if (manifest) return manifest
  throw invalid(
    problems.map(
      ({ message, help, range: { start } }) => `${name}:${start.line}:${start.column}: ${message}. ${help}`,
    ),
  )
}

function invalid(lines: string[], remedy?: string): UserError {
  return new UserError('manifest_invalid', lines.join('\n'), remedy === undefined ? {} : { remedy })
}

/** @throws UserError `unknown_environment` */
export function environmentOf(manifest: Manifest, name: string): EnvironmentSettings {
  const environments = manifest.environments ?? {}
  const settings = Object.hasOwn(environments, name) ? environments[name] : undefined
  if (settings) return settings
  const names = Object.keys(environments)
  const near = nearest(name, names)
  throw new UserError('unknown_environment', `${MANIFEST_FILE} has no environment "${name}".`, {
    remedy: near
      ? `Did you mean "${near}"?`
      : names.length > 0
        ? `It has: ${names.join(', ')}.`
        : 'Add it under environments.',
  })
}
