import type { Trust } from '../deploy/operations/admission.js'
import type { Log } from '../platform/log.js'
import type { PackageResult } from '../release/result.js'
import type { AttestMode } from './attest.js'

/** What an action says about attestations. */
export interface AttestInputs {
  attest: AttestMode
  /** For GitHub's API. */
  token: string
}

/** Write beside a release where it comes from, and have that attested. */
export async function proveRelease(
  made: PackageResult,
  { attest, token }: AttestInputs,
  startedOn: Date,
  log: Log,
): Promise<PackageResult> {
  const { env } = process
  const { describeRelease } = await import('../release/provenance/write.js')
  const { result, statement } = await log.step('Say where it comes from', () =>
    describeRelease(made, { env, startedOn, now: () => new Date() }),
  )
  const { attestRelease, signByGitHub } = await import('./attest.js')
  const attested = await attestRelease(made.path, statement, attest, { sign: signByGitHub, env, token, log })
  if (!attested) return result
  const { bundle, id, url } = attested
  const provenance = { ...result.provenance, bundle, attestation_id: id, attestation_url: url }
  return { ...result, provenance }
}

/** What an action's inputs say about the attestations that a release needs. */
export function trustOf(inputs: {
  token: string
  attestation?: string | undefined
  trustedRoot: string | undefined
}): Trust {
  const { attestation, trustedRoot, token } = inputs
  return { attestation, trustedRoot, env: { ...process.env, GITHUB_TOKEN: token } }
}
