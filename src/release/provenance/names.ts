/** What may lie beside a release's archive. The endings are the usual ones of their formats. */

/** The statement about where the archive comes from, unsigned. */
export function statementPath(archive: string): string {
  return `${archive}.intoto.json`
}

/** The same statement, signed: a Sigstore bundle. */
export function bundlePath(archive: string): string {
  return `${archive}.sigstore.json`
}

/** The list of what the definitions take from elsewhere. */
export function dependenciesPath(archive: string): string {
  return `${archive}.cdx.json`
}
