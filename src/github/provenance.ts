import type { Trust } from '../deploy/operations/admission.js'
import type { Log } from '../platform/log.js'
import { describeRelease } from '../release/provenance/write.js'
import type { PackageResult } from '../release/result.js'
import { type AttestMode, attestRelease, signByGitHub } from './attest.js'
import { gitHubWith } from './client.js'

/** The inputs of an action about attestations. */
export interface AttestInputs {
  attest: AttestMode
  /** For GitHub's API. */
  token: string
}

/** Write the provenance of a release beside it, and attest it. */
export async function proveRelease(
  made: PackageResult,
  { attest, token }: AttestInputs,
  startedOn: Date,
  log: Log,
): Promise<PackageResult> {
  const { env } = process
  const { result, statement } = await log.step('Write the provenance', () =>
    describeRelease(made, { env, startedOn, now: () => new Date() }),
  )
  const ports = { sign: signByGitHub, gitHub: gitHubWith(token), env, log }
  const attested = await attestRelease(made.path, statement, attest, ports)
  if (!attested) return result
  const { bundle, id, url } = attested
  const provenance = { ...result.provenance, bundle, attestation_id: id, attestation_url: url }
  return { ...result, provenance }
}

/** The attestations that an action's inputs require of a release. */
export function trustOf(inputs: {
  attestation?: string | undefined
  trustedRoot: string | undefined
}): Trust {
  const { attestation, trustedRoot } = inputs
  return { attestation, trustedRoot }
}
