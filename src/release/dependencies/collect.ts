import { parseYaml } from '../../yaml/parse.js'
import { archiveEntries, entryContent } from '../archive.js'
import { FILES_FOLDER, type ReleaseDocument } from '../document.js'
import type { Dependency, YamlSource } from './dependency.js'
import { imagesIn } from './images.js'
import { REQUIREMENTS, requirementsIn } from './requirements.js'
import { sourcesIn } from './sources.js'

/** Larger files are data, not settings. */
const MAX_FILE_BYTES = 1024 * 1024
const YAML = /\.ya?ml$/
/** Files without these keys have no dependencies, and are not parsed. */
const WORTH_READING =
  /(?:image|image_full|_tag|_git_install_branch|_source_version|openstack_release)["']?\s*:/

/** The dependencies of the definitions in a verified archive. */
export async function dependenciesOf(archive: string, document: ReleaseDocument): Promise<Dependency[]> {
  const wanted = new Set(
    document.files
      .filter(({ path, type, size }) => type === 'file' && YAML.test(path) && size <= MAX_FILE_BYTES)
      .map(({ path }) => `${FILES_FOLDER}${path}`),
  )
  const found: Dependency[] = []
  if (wanted.size === 0) return found
  for await (const entry of archiveEntries(archive)) {
    const { name } = entry.header
    if (!wanted.delete(name))
      for await (const _piece of entry.content); // read past it
    else
      found.push(
        ...dependenciesIn(name.slice(FILES_FOLDER.length), await entryContent(entry, MAX_FILE_BYTES)),
      )
    if (wanted.size === 0) break
  }
  return found
}

/** The dependencies in one file. A file that is not valid YAML has none; `validate` reports it. */
export function dependenciesIn(path: string, content: Buffer): Dependency[] {
  const text = content.toString('utf8')
  const isRequirements = REQUIREMENTS.test(path)
  if (!isRequirements && !WORTH_READING.test(text)) return []
  return parseYaml(text).documents.flatMap((root) => {
    const source: YamlSource = { path, root }
    return isRequirements ? [...requirementsIn(source)] : [...imagesIn(source), ...sourcesIn(source)]
  })
}
