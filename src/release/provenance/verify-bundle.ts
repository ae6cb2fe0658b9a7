import { type Bundle, bundleFromJSON } from '@sigstore/bundle'
import { ASN1Obj } from '@sigstore/core'
import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { type Signer, toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'
import { messageOf } from '../../platform/errors.js'
import { PROVENANCE_TYPE, STATEMENT_TYPE, type Subject } from './statement.js'

const PAYLOAD_TYPE = 'application/vnd.in-toto+json'

/** Who signed an attestation, as the certificate says that was made out for that run. */
export interface SignerIdentity {
  /** The workflow that signed: `https://github.com/owner/name/.github/workflows/x.yml@refs/heads/main`. */
  workflow: string
  /** The repository that the run was for: `https://github.com/owner/name`. */
  repository: string | undefined
  /** The ref and commit that the run was for. */
  ref: string | undefined
  commit: string | undefined
  /** Who vouches for all of this: the issuer of the run's identity token. */
  issuer: string | undefined
}

/** What a bundle says once its signature is known to be good. */
export interface VerifiedBundle {
  signer: SignerIdentity
  subjects: Subject[]
}

/** Why a bundle does not hold. The message is a clause, for `The attestation …`. */
export class BundleProblem extends Error {
  override name = 'BundleProblem'
}

/**
 * Verify a bundle's signature, the certificate of its signer and the monitors of the time, against the roots. Whose
 * signature it is, and what it is about, is for the caller to judge.
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
    throw new BundleProblem(`is no Sigstore bundle: ${messageOf(error)}`, { cause: error })
  }
}

/** The signer, by the first of the roots that vouches for it. */
function verifiedSigner(bundle: Bundle, roots: readonly TrustedRoot[]): Signer {
  // a key by name is nothing that a root vouches for
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
  throw new BundleProblem(`does not hold against the trusted root: ${problems.join('; ')}`)
}

/** What a root names must have monitored the signature: a log where it names one, otherwise a clock. */
function verifierOf(root: TrustedRoot): Verifier {
  return new Verifier(toTrustMaterial(root), {
    tlogThreshold: root.tlogs.length > 0 ? 1 : 0,
    ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
    timestampThreshold: 1,
  })
}

function subjectsOf({ content }: Bundle): Subject[] {
  if (content.$case !== 'dsseEnvelope' || content.dsseEnvelope.payloadType !== PAYLOAD_TYPE) {
    throw new BundleProblem('holds no in-toto statement')
  }
  const statement = parsed(content.dsseEnvelope.payload)
  const { _type: type, predicateType, subject } = statement
  if (type !== STATEMENT_TYPE) throw new BundleProblem(`holds ${said(type)}, expected ${STATEMENT_TYPE}`)
  if (predicateType !== PROVENANCE_TYPE) {
    throw new BundleProblem(`says ${said(predicateType)}, expected ${PROVENANCE_TYPE}`)
  }
  if (!Array.isArray(subject)) throw new BundleProblem('names no subject')
  return subject.filter(isSubject)
}

function parsed(payload: Buffer): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    if (typeof data === 'object' && data !== null) return data as Record<string, unknown>
  } catch {
    // said below
  }
  throw new BundleProblem('holds no in-toto statement: it is not JSON')
}

function isSubject(data: unknown): data is Subject {
  if (typeof data !== 'object' || data === null) return false
  const { name, digest } = data as { name?: unknown; digest?: { sha256?: unknown } | null }
  return typeof name === 'string' && /^[0-9a-f]{64}$/.test(String(digest?.sha256))
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : 'nothing'
}

/** Numbers of the extensions that Fulcio writes, all below 1.3.6.1.4.1.57264.1. */
const FULCIO = '1.3.6.1.4.1.57264.1'
const EXTENSION = { repository: 12, commit: 13, ref: 14 } as const

/** What a verified certificate says of its holder. Only for certificates whose chain was verified. */
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

/** These extensions hold a UTF8String in DER. */
function utf8String(value: Buffer<ArrayBuffer> | undefined): string | undefined {
  return value === undefined ? undefined : ASN1Obj.parseBuffer(value).value.toString('utf8')
}
