import type { Manifest } from '../../generated/manifest.js'
import { UserError } from '../platform/errors.js'
import type { FindingCounts, ReleaseDocument } from './document.js'

/** The content to check before it is packaged. */
export interface ToCheck {
  root: string
  /** A commit or a tree in Git's store. */
  tree: string
  /** Its changeover.yml. */
  settings: Manifest
  /** Whether a file goes into the release. */
  isReleased(path: string): boolean
}

/** A finding, reduced to what `package` needs. */
export interface CheckFinding {
  rule: string
  severity: 'error' | 'warning' | 'notice'
  message: string
  file: string
  line: number
}

/** The result of a check of the definitions. */
export interface Checked {
  kinds: Record<string, number>
  openstackRelease: string
  findings: readonly CheckFinding[]
  /** The findings that are secrets in plain text. */
  secrets: readonly CheckFinding[]
}

/** Checks the definitions as `validate` does, on exactly the packaged content. */
export type Check = (what: ToCheck) => Promise<Checked>

/** The keys of release.json for a check, or for no check. */
export function checkedFields(
  checked: Checked | undefined,
): Pick<ReleaseDocument, 'kinds' | 'findings' | 'openstack_release'> {
  if (!checked) return { findings: null }
  const { kinds, openstackRelease, findings } = checked
  return { kinds, openstack_release: openstackRelease, findings: counts(findings) }
}

/**
 * @param tolerateErrors errors do not stop the release
 * @throws UserError `definitions_invalid`, `secret_in_release`
 */
export function refuseFindings({ findings, secrets }: Checked, tolerateErrors: boolean): void {
  if (secrets.length > 0) {
    throw new UserError(
      'secret_in_release',
      `The release would contain ${secrets.length === 1 ? 'a secret' : `${secrets.length} secrets`} in plain text: ${places(secrets)}`,
      {
        remedy:
          'Encrypt them with ansible-vault or take them from outside, and rotate secrets that are in Git already. For a value that is not a secret, add "# changeover: ignore RULE" to its line.',
      },
    )
  }
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0 || tolerateErrors) return
  const { warnings, notices } = counts(findings)
  throw new UserError(
    'definitions_invalid',
    `The definitions are not valid (errors: ${errors.length}, warnings: ${warnings}, notices: ${notices}): ${places(errors)}`,
    {
      remedy: 'List all findings with changeover validate, and fix the errors.',
    },
  )
}

function counts(findings: readonly CheckFinding[]): FindingCounts {
  const of = (severity: CheckFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  return { errors: of('error'), warnings: of('warning'), notices: of('notice') }
}

function places(findings: readonly CheckFinding[]): string {
  const first = findings
    .slice(0, 3)
    .map(({ file, line, message, rule }) => `${file}:${line}: ${message} [${rule}]`)
  const more = findings.length - first.length
  return `${first.join(' ')}${more > 0 ? ` And ${more} more.` : ''}`
}
