import { UserError } from '../../platform/errors.js'
import type { SignerIdentity } from './verify-bundle.js'

/** Whose attestations count. */
export interface AttestationPolicy {
  /** `owner/name`: the run that attested was one of this repository. */
  repository: string
  /** The workflow that attested: a path in the repository, or `owner/name/path` for one of another repository. */
  workflow?: string | undefined
  /** The Git ref that the run was for: `refs/heads/main`. */
  ref?: string | undefined
  /** Where the repository is; default: github.com. */
  server?: string | undefined
}

const SERVER = 'https://github.com'

/** What is wrong with a signer, or `undefined`. It names what was expected and what was found. */
export function mismatch(policy: AttestationPolicy, signer: SignerIdentity): string | undefined {
  const server = (policy.server ?? SERVER).replace(/\/+$/, '')
  const expected = {
    repository: `${server}/${policy.repository}`,
    issuer: issuerOf(server),
    workflow: workflowOf(policy, server),
  }
  // owner and name mean the same in upper and lower case
  if (signer.repository?.toLowerCase() !== expected.repository.toLowerCase()) {
    return `it is of the repository ${signer.repository ?? 'that nobody named'}, expected ${expected.repository}`
  }
  if (signer.issuer !== expected.issuer) {
    return `its signer is vouched for by ${signer.issuer ?? 'nobody'}, expected ${expected.issuer}`
  }
  const [workflow = ''] = signer.workflow.split('@')
  if (expected.workflow !== undefined && !sameWorkflow(workflow, expected.workflow)) {
    return `it was signed by the workflow ${workflow}, expected ${expected.workflow}`
  }
  if (policy.ref !== undefined && signer.ref !== policy.ref) {
    return `its run was for ${signer.ref ?? 'no ref'}, expected ${policy.ref}`
  }
  return undefined
}

/** Who issues the identity tokens of a server's workflow runs. */
function issuerOf(server: string): string {
  const { hostname } = new URL(server)
  if (hostname === 'github.com') return 'https://token.actions.githubusercontent.com'
  return hostname.endsWith('.ghe.com')
    ? `https://token.actions.${hostname}`
    : `https://${hostname}/_services/token`
}

function workflowOf({ repository, workflow }: AttestationPolicy, server: string): string | undefined {
  if (workflow === undefined) return undefined
  const path = workflow.replace(/^\.?\/+/, '')
  return `${server}/${path.startsWith('.github/') ? `${repository}/${path}` : path}`
}

/** Owner and name in any case, the path as it is written. */
function sameWorkflow(one: string, other: string): boolean {
  const parts = (url: string) => {
    const { origin, pathname } = new URL(url)
    const [, owner = '', name = '', ...path] = pathname.split('/')
    return [origin, owner.toLowerCase(), name.toLowerCase(), ...path].join('/')
  }
  return URL.canParse(one) && parts(one) === parts(other)
}

/** The policy in words, for messages. */
export function policyText({ repository, workflow, ref }: AttestationPolicy): string {
  const by = workflow === undefined ? '' : `, workflow ${workflow}`
  const at = ref === undefined ? '' : `, ref ${ref}`
  return `${repository}${by}${at}`
}

/** @throws UserError `invalid_repository` unless it is `owner/name` */
export function checkRepository(repository: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/.test(repository)) return repository
  throw new UserError('invalid_repository', `"${repository}" is no repository.`, {
    remedy: 'Write it as OWNER/NAME, for example acme/cloud.',
  })
}
