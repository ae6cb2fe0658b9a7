import type { EnvironmentSettings } from '../../../generated/manifest.js'
import { loadManifestIfThere } from '../../manifest/load.js'
import type { Variables } from '../../manifest/values.js'
import { UserError } from '../../platform/errors.js'
import type { GitHubApi } from '../../platform/github-api.js'
import type { Log } from '../../platform/log.js'
import type { Release } from '../../release/open.js'
import { checkAttestation } from '../../release/provenance/check.js'
import { namedPolicy } from '../../release/provenance/own-repository.js'
import { policyText } from '../../release/provenance/policy.js'
import { OperationFailure } from '../ledger/failure.js'

type Requirement = EnvironmentSettings['require_attestation']

/** How attestations are found and verified. */
export interface Trust {
  /** The bundle; default: the one beside the archive, then that of the platform. */
  attestation?: string | undefined
  /** A file with the trusted roots; default: the public ones. */
  trustedRoot?: string | undefined
  /** Variables that name the platform and the repository; default: those of the process. */
  env?: Variables
}

export interface AdmissionInputs extends Trust {
  /** The checkout: what its changeover.yml requires applies, whatever a release requires. */
  folder: string
  environment: string
  /** Where attestations are looked for when no bundle lies beside the archive. */
  gitHub: GitHubApi | undefined
}

/**
 * Decides which releases may be deployed to an environment.
 *
 * A release cannot vouch for itself. So three requirements apply: that of the checkout, before the archive is opened; that of the
 * live release, from the ledger; and that of the release itself, which may be stricter.
 */
export class Admission {
  private readonly done = new Set<string>()

  constructor(
    private readonly inputs: AdmissionInputs,
    private readonly log: Log,
  ) {}

  /**
   * Check what the checkout requires, before the archive is opened.
   *
   * @returns the digest that the release must then have, when the attestation names it
   * @throws UserError `attestation_missing`, `attestation_invalid`, and why it could not be verified
   */
  beforeOpening = async (archive: string): Promise<string | undefined> => {
    const { folder, environment } = this.inputs
    const manifest = await loadManifestIfThere(folder)
    const settings = manifest?.environments ?? {}
    const own = Object.hasOwn(settings, environment) ? settings[environment] : undefined
    return this.hold(archive, own?.require_attestation)
  }

  /**
   * Check what the live release and the release itself require, before anything is claimed or unpacked.
   *
   * @throws OperationFailure with the same reasons
   */
  async beforeClaim(
    release: Release,
    settings: EnvironmentSettings,
    live: EnvironmentSettings | undefined,
  ): Promise<void> {
    for (const requirement of [live?.require_attestation, settings.require_attestation]) {
      const digest = await this.hold(release.path, requirement).catch(asRefusal)
      if (digest === undefined || digest === release.document.digest) continue
      throw new OperationFailure(
        'attestation_invalid',
        `The attestation is for ${digest}, but the release is ${release.document.digest}.`,
        'Do not use the archive. Take the one that the package action attested.',
      )
    }
  }

  private async hold(archive: string, requirement: Requirement): Promise<string | undefined> {
    if (requirement === undefined) return undefined
    const { attestation, trustedRoot, env = process.env, folder, gitHub } = this.inputs
    const policy = await namedPolicy(requirement === true ? {} : requirement, folder, env)
    const key = JSON.stringify([archive, policy])
    if (this.done.has(key)) return undefined
    const { signer, digest } = await this.log.step(`Verify who attested ${archive}`, () =>
      checkAttestation({
        ...{ archive, policy, bundle: attestation, gitHub },
        roots: { file: trustedRoot },
      }),
    )
    this.log.info(`Attested by ${signer.workflow}, as required: ${policyText(policy)}.`)
    this.done.add(key)
    return digest
  }
}

function asRefusal(error: unknown): never {
  if (!(error instanceof UserError)) throw error
  const { code, message, remedy } = error
  const reason =
    code === 'attestation_missing' || code === 'attestation_invalid' ? code : 'attestation_unverified'
  throw new OperationFailure(reason, message, remedy, error)
}
