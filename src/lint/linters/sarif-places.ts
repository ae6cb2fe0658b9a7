import { fileURLToPath } from 'node:url'
import { type Json, list, mapping, number, text } from './json.js'
import { lineRange, type Place } from './reported.js'

/** The place of a result: its first location. */
export function placesOf(result: Json, run: Json): Place[] {
  const [first] = list(result.locations)
  const physical = mapping(mapping(first)?.physicalLocation)
  const artifact = artifactOf(mapping(physical?.artifactLocation), run)
  if (!artifact) return []
  const region = mapping(physical?.region)
  const line = number(region?.startLine) ?? 1
  const column = number(region?.startColumn)
  const range = lineRange(line, column, number(region?.endLine), number(region?.endColumn))
  return [{ path: pathOf(artifact, mapping(run.originalUriBaseIds)), range }]
}

/** The location itself, or the entry in the run's list of artifacts that it refers to. */
function artifactOf(location: Json | undefined, run: Json): Json | undefined {
  if (!location || text(location.uri) !== undefined) return location
  const listed = mapping(list(run.artifacts)[number(location.index) ?? -1])
  return mapping(listed?.location)
}

/** How many `uriBaseId` references are followed. */
const MAX_BASES = 10

/** The path of a URI with its base folders. A base without a URI of its own is the folder that is checked. */
function pathOf(location: Json, bases: Json | undefined): string | undefined {
  let uri = text(location.uri)
  if (uri === undefined) return undefined
  let id = text(location.uriBaseId)
  for (let hops = 0; !hasScheme(uri) && id !== undefined && hops < MAX_BASES; hops++) {
    const base: Json | undefined = bases && Object.hasOwn(bases, id) ? mapping(bases[id]) : undefined
    const folder = text(base?.uri)
    if (folder !== undefined && !uri.startsWith('/')) uri = `${folder.replace(/\/?$/, '/')}${uri}`
    id = text(base?.uriBaseId)
  }
  return asPath(uri)
}

function hasScheme(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(uri)
}

function asPath(uri: string): string | undefined {
  try {
    if (!hasScheme(uri)) return decodeURIComponent(uri)
    return /^file:/i.test(uri) ? fileURLToPath(uri) : undefined
  } catch {
    return uri // not percent-encoded: some tools write plain paths
  }
}
