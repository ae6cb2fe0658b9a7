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

/** What to hold an archive to, and where to look. */
export interface AttestationCheck {
  archive: string
  policy: AttestationPolicy
  /** The bundle; default: beside the archive, then the platform's. */
  bundle?: string | undefined
  roots: RootSource
  /** Asked when no bundle lies beside the archive. */
  gitHub: GitHubApi | undefined
}

/** An archive that was attested by whom it had to be. */
export interface Attested {
  /** The file of the bundle, or the API that it came from. */
  bundle: string
  signer: SignerIdentity
  /** The release's own digest, when the attestation names it too: hold the archive to it when it is opened. */
  digest: string | undefined
}

interface Found {
  place: string
  bundles: unknown[]
}

/**
 * Hold an archive to its attestation: a signature that leads to a trusted root, by the repository and workflow of the
 * policy, about exactly these bytes. Nothing of the archive is read as anything but bytes.
 *
 * @throws UserError `attestation_missing`, `attestation_invalid`, `attestation_unavailable`, and what
 *   {@link trustedRoots} says
 */
export async function checkAttestation(check: AttestationCheck): Promise<Attested> {
  const { archive, policy } = check
  const sha256 = await sha256OfArchive(archive)
  const { place, bundles } = await findBundles(check, sha256)
  const { verifyBundle, BundleProblem } = await import('./verify-bundle.js')
  const { trustedRoots } = await import('./trusted-roots.js')
  const roots = await trustedRoots(check.roots)
  const problems: string[] = []
  for (const bundle of bundles) {
    try {
      const { signer, subjects } = verifyBundle(bundle, roots)
      const wrong = mismatch(policy, signer)
      if (wrong !== undefined) problems.push(`is not the one asked for: ${wrong}`)
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
  const looked = asked ? `${file} does not exist, and ${asked.url} knows none` : `${file} does not exist`
  throw new UserError(
    'attestation_missing',
    `${basename(archive)} (sha256:${sha256}) has no attestation: ${looked}. Expected one by ${policyText(policy)}.`,
    { remedy: 'Take a release that the package action attested, with its .sigstore.json beside it.' },
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
  const said = problems.slice(0, 3).join('; one more ')
  return new UserError(
    'attestation_invalid',
    `The attestation of ${basename(archive)} in ${place} ${said}${more > 0 ? `; and ${more} more` : ''}.`,
    { remedy: 'Do not use the archive. Take the one that the package action attested.' },
  )
}

function digests(subjects: readonly { digest: { sha256: string } }[]): string {
  return subjects.map(({ digest }) => `sha256:${digest.sha256}`).join(', ') || 'nothing'
}

/** How our own statements name the release itself, beside the archive's bytes. */
function releaseDigest(
  subjects: readonly { name: string; digest: { sha256: string } }[],
): string | undefined {
  const own = subjects.find(({ name }) => name.startsWith('release:'))
  return own && `sha256:${own.digest.sha256}`
}
