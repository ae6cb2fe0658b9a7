import { ASN1Obj } from '@sigstore/core'
import type { Signer } from '@sigstore/verify'

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

/** Numbers of the extensions that Fulcio writes, all below 1.3.6.1.4.1.57264.1. */
const FULCIO = '1.3.6.1.4.1.57264.1'
const EXTENSION = { repository: 12, commit: 13, ref: 14 } as const

/** What a verified certificate says of its holder. Only for certificates whose chain was verified. */
export function identityOf({ identity }: Signer): SignerIdentity {
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
