import type { FindingCounts, PreviousRelease, ReleaseDocument } from './document.js'
import type { DependenciesResult, ProvenanceResult } from './provenance/beside.js'

/** The result of `package` and of `verify`, part of the machine contract. */
export interface PackageResult {
  schema: 'changeover/package/v1'
  /** `unchanged`: the archive already exists and is intact. */
  outcome: 'packaged' | 'unchanged' | 'verified'
  /** Name of the cloud, from changeover.yml. */
  name: string
  version: string
  /** `sha256:…` of the uncompressed content; the identity of the release. */
  digest: string
  /** Path of the archive. */
  path: string
  /** The packaged commit. */
  commit: string
  files: number
  /** Size of the files, uncompressed, in bytes. */
  bytes: number
  /** Whether it contains uncommitted changes. */
  dirty: boolean
  /** The number of definitions of each kind. */
  kinds: Record<string, number>
  /** The findings of `validate`; `null` when it did not run. */
  findings: FindingCounts | null
  /** The OpenStack release that `validate` assumed; `null` when it did not run. */
  openstack_release: string | null
  /** The previous release and the changed files; `null` when none was given. */
  previous: PreviousRelease | null
  /** The store that has the release, and its id there. Only with a store. */
  stored?: { place: string; id: string; url: string | null }
  /** The list of dependencies beside the archive. */
  dependencies?: DependenciesResult
  /** The statement and the attestation beside the archive. */
  provenance?: ProvenanceResult
}

/** The result of `package` or `verify` for a release. */
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
