import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { sha256OfArchive } from '../archive.js'
import { bundlePath, statementPath } from './beside.js'
import type { Attested } from './check.js'
import { PROVENANCE_TYPE, type ProvenanceStatement, STATEMENT_TYPE } from './statement.js'

/** The statement and the attestation beside an archive, and whether they are valid. */
export interface OriginReport {
  /** The unsigned statement; `null` when there is none, or it is not valid. It proves nothing. */
  statement: {
    path: string
    /** Whether it names the SHA-256 of this archive. */
    matches: boolean
    builder: string
    /** The address of the run, if it has one. */
    invocation: string | null
    /** The repository of the commit. */
    source: string | null
  } | null
  /** The signed bundle; `null` when there is none. */
  attestation: {
    path: string
    /** Whether it was verified. That needs the name of the signer. */
    verified: boolean
    signer: Attested['signer'] | null
  } | null
}

/** @param attested the attestation, if it was verified */
export async function originReport(archive: string, attested: Attested | undefined): Promise<OriginReport> {
  const bundle = bundlePath(archive)
  const unverified = existsSync(bundle) ? { path: bundle, verified: false, signer: null } : null
  return {
    statement: await statementOf(archive),
    attestation: attested ? { path: attested.bundle, verified: true, signer: attested.signer } : unverified,
  }
}

async function statementOf(archive: string): Promise<OriginReport['statement']> {
  const path = statementPath(archive)
  const sha256 = await sha256OfArchive(archive)
  try {
    const statement = JSON.parse(await readFile(path, 'utf8')) as ProvenanceStatement
    const { subject, predicate, _type: type, predicateType } = statement
    const { builder, metadata } = predicate.runDetails
    const known = type === STATEMENT_TYPE && predicateType === PROVENANCE_TYPE
    return {
      path,
      matches: known && subject.some(({ digest }) => digest.sha256 === sha256),
      builder: String(builder.id),
      invocation: text(metadata.invocationId),
      source: text(predicate.buildDefinition.resolvedDependencies[0]?.uri),
    }
  } catch {
    return null
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
