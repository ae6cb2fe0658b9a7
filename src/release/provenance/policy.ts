import { UserError } from '../../platform/errors.js'
import type { SignerIdentity } from './verify-bundle.js'

/** The attestations that are accepted. */
export interface AttestationPolicy {
  /** `owner/name`: the repository of the run that attested. */
  repository: string
  /** The workflow that attested: a path in the repository, or `owner/name/path` in another one. */
  workflow?: string | undefined
  /** The Git ref of the run: `refs/heads/main`. */
  ref?: string | undefined
  /** The address of the server; default: https://github.com. */
  server?: string | undefined
}

const SERVER = 'https://github.com'

/** Why a signer does not match the policy, with the expected and the actual value; `undefined` if it matches. */
export function mismatch(policy: AttestationPolicy, signer: SignerIdentity): string | undefined {
  const server = (policy.server ?? SERVER).replace(/\/+$/, '')
  const expected = {
    repository: `${server}/${policy.repository}`,
    issuer: issuerOf(server),
    workflow: workflowOf(policy, server),
  }
  // GitHub ignores the case of owner and name
  if (signer.repository?.toLowerCase() !== expected.repository.toLowerCase()) {
    return `its repository is ${signer.repository ?? 'unknown'}, expected ${expected.repository}`
  }
  if (signer.issuer !== expected.issuer) {
    return `the issuer of its signer's identity is ${signer.issuer ?? 'unknown'}, expected ${expected.issuer}`
  }
  const [workflow = ''] = signer.workflow.split('@')
  if (expected.workflow !== undefined && !sameWorkflow(workflow, expected.workflow)) {
    return `it was signed by the workflow ${workflow}, expected ${expected.workflow}`
  }
  if (policy.ref !== undefined && signer.ref !== policy.ref) {
    return `the ref of its run is ${signer.ref ?? 'unknown'}, expected ${policy.ref}`
  }
  return undefined
}

/** The issuer of identity tokens for a server's workflow runs. */
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

/** Compare two workflows: the case of owner and name is ignored, that of the path is not. */
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
  throw new UserError('invalid_repository', `"${repository}" is not a valid name of a repository.`, {
    remedy: 'Write it as OWNER/NAME, for example acme/cloud.',
  })
}
