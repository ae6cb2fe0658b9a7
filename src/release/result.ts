/** The result of `package` and of `verify`, part of the machine contract. */
export interface PackageResult {
  schema: 'changeover/package/v1'
  outcome: 'packaged' | 'verified'
  /** Name of the cloud, from the manifest. */
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
}
