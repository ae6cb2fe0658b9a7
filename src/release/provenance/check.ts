import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { messageOf, systemCode, UserError } from '../../platform/errors.js'
import type { GitHubApi } from '../../platform/github-api.js'
import { sha256OfArchive } from '../archive.js'
import { fetchBundles } from './attestations-api.js'
import { bundlePath, jsonDocuments } from './beside.js'
import { type AttestationPolicy, mismatch, policyText } from './policy.js'
import type { RootSource } from './trusted-roots.js'
import type { SignerIdentity } from './verify-bundle.js'

/** The attestation that an archive must have, and where to find it. */
export interface AttestationCheck {
  archive: string
  policy: AttestationPolicy
  /** Path of the bundle; default: the one beside the archive, otherwise GitHub's. */
  bundle?: string | undefined
  roots: RootSource
  /** Asked when no bundle lies beside the archive. */
  gitHub: GitHubApi | undefined
}

/** An archive with a valid attestation. */
export interface Attested {
  /** Path of the bundle, or the address of the API that it comes from. */
  bundle: string
  signer: SignerIdentity
  /** The digest of the release, if the attestation names it. The archive must have it when it is opened. */
  digest: string | undefined
}

interface Found {
  place: string
  bundles: unknown[]
}

/**
 * Verify the attestation of an archive: a signature that leads to a trusted root, from the repository and the workflow of
 * the policy, for exactly these bytes. The archive is not parsed.
 *
 * @throws UserError `attestation_missing`, `attestation_invalid`, `attestation_unavailable`, and those of
 *   {@link trustedRoots}
 */
export async function checkAttestation(check: AttestationCheck): Promise<Attested> {
  const { archive, policy } = check
  const sha256 = await sha256OfArchive(archive)
  const { place, bundles } = await findBundles(check, sha256)
  const { BundleProblem, trustedRoots, verifyBundle } = await import('../../bundles/sigstore.js')
  const roots = await trustedRoots(check.roots)
  const problems: string[] = []
  for (const bundle of bundles) {
    try {
      const { signer, subjects } = verifyBundle(bundle, roots)
      const wrong = mismatch(policy, signer)
      if (wrong !== undefined) problems.push(`does not match the policy: ${wrong}`)
      else if (!subjects.some(({ digest }) => digest.sha256 === sha256)) {
        problems.push(`is about other bytes: ${digests(subjects)}, expected sha256:${sha256}`)
      } else {
        return { bundle: place, signer, digest: releaseDigest(subjects) }
      }
    } catch (error) {
      if (!(error instanceof BundleProblem)) throw error
      problems.push(error.message)
    }
  }
  throw invalid(archive, place, problems)
}

/** @throws UserError `attestation_missing`, `attestation_invalid`, `attestation_unavailable` */
async function findBundles(
  { archive, policy, bundle, gitHub }: AttestationCheck,
  sha256: string,
): Promise<Found> {
  const file = bundle ?? bundlePath(archive)
  const bundles = await bundlesOfFile(archive, file)
  if (bundles) return { place: file, bundles }
  const asked = bundle === undefined ? gitHub : undefined
  const fetched = asked ? await fetchBundles(asked, policy.repository, sha256) : []
  if (asked && fetched.length > 0) return { place: asked.url, bundles: fetched }
  const looked = asked ? `${file} does not exist, and ${asked.url} has none` : `${file} does not exist`
  throw new UserError(
    'attestation_missing',
    `${basename(archive)} (sha256:${sha256}) has no attestation: ${looked}. Expected one by ${policyText(policy)}.`,
    { remedy: 'Use a release that the action "package" attested, with its .sigstore.json beside it.' },
  )
}

async function bundlesOfFile(archive: string, file: string): Promise<unknown[] | undefined> {
  try {
    return jsonDocuments(await readFile(file, 'utf8'))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw invalid(archive, file, [`is not JSON: ${messageOf(error)}`])
  }
}

function invalid(archive: string, place: string, problems: readonly string[]): UserError {
  const more = problems.length - 3
  const details = problems.slice(0, 3).join('; another one ')
  return new UserError(
    'attestation_invalid',
    `The attestation of ${basename(archive)} in ${place} ${details}${more > 0 ? `; and ${more} more` : ''}.`,
    { remedy: 'Do not use the archive. Use the one that the action "package" attested.' },
  )
}

function digests(subjects: readonly { digest: { sha256: string } }[]): string {
  return subjects.map(({ digest }) => `sha256:${digest.sha256}`).join(', ') || 'nothing'
}

/** The digest of the release in a statement of ours, which names it in addition to the archive. */
function releaseDigest(
  subjects: readonly { name: string; digest: { sha256: string } }[],
): string | undefined {
  const own = subjects.find(({ name }) => name.startsWith('release:'))
  return own && `sha256:${own.digest.sha256}`
}
