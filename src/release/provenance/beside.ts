/** The list beside an archive, as results tell of it. */
export interface DependenciesResult {
  /** The list, in CycloneDX. */
  path: string
  /** How many things the definitions take from elsewhere. */
  total: number
  /** How many of them are not pinned to a version: what is installed may be another thing each time. */
  unpinned: number
}

/** The statement beside an archive, and its attestation, as results tell of them. */
export interface ProvenanceResult {
  /** The statement, unsigned. */
  statement: string
  /** The signed bundle; `null` when the release is not attested. */
  bundle: string | null
  /** What the platform calls the attestation that it keeps. */
  attestation_id: string | null
  attestation_url: string | null
}
