import { basename } from 'node:path'
import type { ReleaseDocument } from '../document.js'
import type { BuildRun } from './build-run.js'

/** The types of the two formats, as their specifications name them. */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
export const PROVENANCE_TYPE = 'https://slsa.dev/provenance/v1'
/** The way that Changeover builds a release. docs/provenance.md describes the parameters. */
export const BUILD_TYPE = 'urn:changeover:build-type:package:v1'

/** A name and a digest. */
export interface Subject {
  name: string
  digest: { sha256: string }
}

interface Resource {
  uri?: string
  digest: Record<string, string>
}

/** SLSA provenance, version 1. */
export interface ProvenancePredicate {
  buildDefinition: {
    buildType: string
    externalParameters: Record<string, string | boolean>
    internalParameters?: { github: Record<string, string> }
    resolvedDependencies: Resource[]
  }
  runDetails: {
    builder: { id: string; version: Record<string, string> }
    metadata: { invocationId?: string; startedOn: string; finishedOn: string }
    byproducts?: Subject[]
  }
}

/** An in-toto statement, version 1, about a release. */
export interface ProvenanceStatement {
  _type: typeof STATEMENT_TYPE
  subject: Subject[]
  predicateType: typeof PROVENANCE_TYPE
  predicate: ProvenancePredicate
}

/** The release and the run that a statement describes. */
export interface Origin {
  /** Path of the archive, and the hexadecimal SHA-256 of its bytes. */
  archive: string
  sha256: string
  document: Pick<ReleaseDocument, 'name' | 'version' | 'digest' | 'commit' | 'repository' | 'dirty'>
  run: BuildRun
  finishedOn: Date
  /** The version of Changeover. */
  tool: string
  /** The other files beside the archive. */
  byproducts: Subject[]
}

/**
 * The statement about the origin of a release.
 *
 * Its subjects are the bytes of the archive, and the digest of the release, which stays the same when the archive is
 * compressed again.
 */
export function provenanceStatement(origin: Origin): ProvenanceStatement {
  const { archive, sha256, document, run, finishedOn, tool, byproducts } = origin
  const { startedOn, invocation } = run
  const metadata = { startedOn: startedOn.toISOString(), finishedOn: finishedOn.toISOString() }
  return {
    _type: STATEMENT_TYPE,
    subject: [
      { name: basename(archive), digest: { sha256 } },
      {
        name: releaseSubject(document),
        digest: { sha256: document.digest.replace(/^sha256:/, '') },
      },
    ],
    predicateType: PROVENANCE_TYPE,
    predicate: {
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: externalParameters(origin),
        ...(Object.keys(run.platform).length > 0 ? { internalParameters: { github: run.platform } } : {}),
        resolvedDependencies: [source(origin)],
      },
      runDetails: {
        builder: { id: run.builder, version: { changeover: tool } },
        metadata: { ...(invocation === undefined ? {} : { invocationId: invocation }), ...metadata },
        ...(byproducts.length > 0 ? { byproducts } : {}),
      },
    },
  }
}

/** The name of the release in a statement, as opposed to that of its archive. */
export function releaseSubject({ name, version }: Pick<ReleaseDocument, 'name' | 'version'>): string {
  return `release:${name}@${version}`
}

function externalParameters({ document, run }: Origin): Record<string, string | boolean> {
  const { repository, version, dirty } = document
  return {
    ...(repository === null ? {} : { repository }),
    ...(run.ref === undefined ? {} : { ref: run.ref }),
    version,
    ...(dirty ? { dirty } : {}),
  }
}

function source({ document: { repository, commit }, run }: Origin): Resource {
  const digest = { gitCommit: commit }
  if (repository === null) return { digest }
  return { uri: `git+${repository}${run.ref === undefined ? '' : `@${run.ref}`}`, digest }
}
