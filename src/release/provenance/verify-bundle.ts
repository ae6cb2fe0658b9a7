import { type Bundle, bundleFromJSON } from '@sigstore/bundle'
import { ASN1Obj } from '@sigstore/core'
import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { type Signer, toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'
import { messageOf } from '../../platform/errors.js'
import { PROVENANCE_TYPE, STATEMENT_TYPE, type Subject } from './statement.js'

const PAYLOAD_TYPE = 'application/vnd.in-toto+json'

/** The signer of an attestation, from its certificate. */
export interface SignerIdentity {
  /** The workflow that signed: `https://github.com/owner/name/.github/workflows/x.yml@refs/heads/main`. */
  workflow: string
  /** The repository of the run: `https://github.com/owner/name`. */
  repository: string | undefined
  /** The ref and the commit of the run. */
  ref: string | undefined
  commit: string | undefined
  /** The issuer of the run's identity token, which vouches for the other fields. */
  issuer: string | undefined
}

/** The content of a verified bundle. */
export interface VerifiedBundle {
  signer: SignerIdentity
  subjects: Subject[]
}

/** Why a bundle is not valid. The message is a clause that follows `The attestation …`. */
export class BundleProblem extends Error {
  override name = 'BundleProblem'
}

/**
 * Verify the signature of a bundle, the certificate of its signer, and the proofs of its time, against the roots. The
 * caller must check the signer and the subjects.
 *
 * @param data the bundle's JSON, from outside
 * @throws BundleProblem
 */
export function verifyBundle(data: unknown, roots: readonly TrustedRoot[]): VerifiedBundle {
  const bundle = readBundle(data)
  const signer = verifiedSigner(bundle, roots)
  return { signer: identityOf(signer), subjects: subjectsOf(bundle) }
}

function readBundle(data: unknown): Bundle {
  try {
    return bundleFromJSON(data)
  } catch (error) {
    throw new BundleProblem(`is not a Sigstore bundle: ${messageOf(error)}`, { cause: error })
  }
}

/** The signer, verified against the first root that accepts it. */
function verifiedSigner(bundle: Bundle, roots: readonly TrustedRoot[]): Signer {
  // a root cannot vouch for a bare key
  if (bundle.verificationMaterial.content.$case === 'publicKey') {
    throw new BundleProblem('is signed with a bare key, expected a certificate')
  }
  const problems: string[] = []
  for (const root of roots) {
    try {
      return verifierOf(root).verify(toSignedEntity(bundle))
    } catch (error) {
      problems.push(messageOf(error))
    }
  }
  throw new BundleProblem(`does not verify against the trusted root: ${problems.join('; ')}`)
}

/** A root that names transparency logs requires an entry in one of them, and every root requires a timestamp. */
function verifierOf(root: TrustedRoot): Verifier {
  return new Verifier(toTrustMaterial(root), {
    tlogThreshold: root.tlogs.length > 0 ? 1 : 0,
    ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
    timestampThreshold: 1,
  })
}

function subjectsOf({ content }: Bundle): Subject[] {
  if (content.$case !== 'dsseEnvelope' || content.dsseEnvelope.payloadType !== PAYLOAD_TYPE) {
    throw new BundleProblem('does not contain an in-toto statement')
  }
  const statement = parsed(content.dsseEnvelope.payload)
  const { _type: type, predicateType, subject } = statement
  if (type !== STATEMENT_TYPE)
    throw new BundleProblem(`has the type ${shown(type)}, expected ${STATEMENT_TYPE}`)
  if (predicateType !== PROVENANCE_TYPE) {
    throw new BundleProblem(`has the predicate type ${shown(predicateType)}, expected ${PROVENANCE_TYPE}`)
  }
  if (!Array.isArray(subject)) throw new BundleProblem('has no subject')
  return subject.filter(isSubject)
}

function parsed(payload: Buffer): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    if (typeof data === 'object' && data !== null) return data as Record<string, unknown>
  } catch {
    // the error below names the problem
  }
  throw new BundleProblem('does not contain an in-toto statement: it is not JSON')
}

function isSubject(data: unknown): data is Subject {
  if (typeof data !== 'object' || data === null) return false
  const { name, digest } = data as { name?: unknown; digest?: { sha256?: unknown } | null }
  return typeof name === 'string' && /^[0-9a-f]{64}$/.test(String(digest?.sha256))
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : 'nothing'
}

/** The extensions of Fulcio's certificates, below 1.3.6.1.4.1.57264.1. */
const FULCIO = '1.3.6.1.4.1.57264.1'
const EXTENSION = { repository: 12, commit: 13, ref: 14 } as const

/** The identity in a certificate. Use it only for a certificate whose chain was verified. */
function identityOf({ identity }: Signer): SignerIdentity {
  const texts = new Map(
    (identity?.oids ?? []).map(({ oid, value }) => [oid?.id.join('.') ?? '', Buffer.from(value)]),
  )
  const text = (number: number) => utf8String(texts.get(`${FULCIO}.${number}`))
  return {
    workflow: identity?.subjectAlternativeName ?? '',
    repository: text(EXTENSION.repository),
    commit: text(EXTENSION.commit),
    ref: text(EXTENSION.ref),
    issuer: identity?.extensions?.issuer,
  }
}

/** These extensions are a UTF8String in DER. */
function utf8String(value: Buffer<ArrayBuffer> | undefined): string | undefined {
  return value === undefined ? undefined : ASN1Obj.parseBuffer(value).value.toString('utf8')
}
