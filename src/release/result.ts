import type { FindingCounts, PreviousRelease, ReleaseDocument } from './document.js'
import type { DependenciesResult, ProvenanceResult } from './provenance/beside.js'

/** The result of `package` and of `verify`, part of the machine contract. */
export interface PackageResult {
  schema: 'changeover/package/v1'
  /** `unchanged`: the archive was there already, and is right. */
  outcome: 'packaged' | 'unchanged' | 'verified'
  /** Name of the cloud, from changeover.yml. */
  name: string
  version: string
  /** `sha256:…` over the uncompressed content; the identity of the release. */
  digest: string
  /** The archive. */
  path: string
  /** The commit it was made of. */
  commit: string
  files: number
  /** Bytes of the files, uncompressed. */
  bytes: number
  /** Whether it holds changes that nobody committed. */
  dirty: boolean
  /** How many files are definitions of which kind. */
  kinds: Record<string, number>
  /** What `validate` found; `null` when it did not run. */
  findings: FindingCounts | null
  /** The OpenStack release that the definitions were held to; `null` when `validate` did not run. */
  openstack_release: string | null
  /** The release before, when it was named, and which files differ. */
  previous: PreviousRelease | null
  /** Where it is kept beside, when a store was asked to: the store, and what it calls the release there. */
  stored?: { place: string; id: string; url: string | null }
  /** The list of what the definitions take from elsewhere, which lies beside the archive. */
  dependencies?: DependenciesResult
  /** What lies beside the archive about where it comes from. */
  provenance?: ProvenanceResult
}

/** A release's document as the result of `package` or `verify`. */
export function packageResult(
  outcome: PackageResult['outcome'],
  path: string,
  document: ReleaseDocument,
): PackageResult {
  const { name, version, digest, commit, files } = document
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  return {
    schema: 'changeover/package/v1',
    ...{ outcome, name, version, digest, path, commit },
    files: files.length,
    bytes,
    dirty: document.dirty === true,
    kinds: document.kinds ?? {},
    findings: document.findings,
    openstack_release: document.openstack_release ?? null,
    previous: document.previous ?? null,
  }
}
