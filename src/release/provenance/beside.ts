/** The files that lie beside a release's archive. Their endings are the usual ones of their formats. */

/** The unsigned statement about the origin of the archive. */
export function statementPath(archive: string): string {
  return `${archive}.intoto.json`
}

/** The signed statement: a Sigstore bundle. */
export function bundlePath(archive: string): string {
  return `${archive}.sigstore.json`
}

/** The list of dependencies. */
export function dependenciesPath(archive: string): string {
  return `${archive}.cdx.json`
}

/** The list of dependencies, as results describe it. */
export interface DependenciesResult {
  /** Path of the list, in CycloneDX. */
  path: string
  /** The number of dependencies. */
  total: number
  /** The number of dependencies without a fixed version: an installation may get other content each time. */
  unpinned: number
}

/** The statement and its attestation, as results describe them. */
export interface ProvenanceResult {
  /** Path of the unsigned statement. */
  statement: string
  /** Path of the signed bundle; `null` when the release is not attested. */
  bundle: string | null
  /** GitHub's id of the attestation; `null` when GitHub does not store it. */
  attestation_id: string | null
  attestation_url: string | null
}

/** Parse a text that is JSON, or JSON Lines. @throws SyntaxError */
export function jsonDocuments(text: string): unknown[] {
  try {
    return [JSON.parse(text)]
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    if (lines.length < 2) throw error
    return lines.map((line): unknown => JSON.parse(line))
  }
}
