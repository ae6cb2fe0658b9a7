import type { Manifest } from '../../generated/manifest.js'
import { UserError } from '../platform/errors.js'
import type { FindingCounts, ReleaseDocument } from './document.js'

/** What is to be checked before it is packaged. */
export interface ToCheck {
  root: string
  /** A commit or a tree in Git's store. */
  tree: string
  /** The changeover.yml in it. */
  settings: Manifest
  /** Whether a file goes into the release. */
  isReleased(path: string): boolean
}

/** One finding, as far as a release wants to know it. */
export interface CheckFinding {
  rule: string
  severity: 'error' | 'warning' | 'notice'
  message: string
  file: string
  line: number
}

/** What a check of the definitions found. */
export interface Checked {
  kinds: Record<string, number>
  openstackRelease: string
  findings: readonly CheckFinding[]
  /** Those of the findings that mean a secret which everyone could read in the release. */
  secrets: readonly CheckFinding[]
}

/** Checks the definitions, as `validate` does, on exactly what is packaged. */
export type Check = (what: ToCheck) => Promise<Checked>

/** What the release's document says of a check; of none, that there was none. */
export function checkedFields(
  checked: Checked | undefined,
): Pick<ReleaseDocument, 'kinds' | 'findings' | 'openstack_release'> {
  if (!checked) return { findings: null }
  const { kinds, openstackRelease, findings } = checked
  return { kinds, openstack_release: openstackRelease, findings: counts(findings) }
}

/**
 * @param tolerateErrors errors were judged elsewhere already: they only count
 * @throws UserError `definitions_invalid`, `secret_in_release`
 */
export function refuseFindings({ findings, secrets }: Checked, tolerateErrors: boolean): void {
  if (secrets.length > 0) {
    throw new UserError(
      'secret_in_release',
      `The release would hold ${secrets.length === 1 ? 'a secret' : `${secrets.length} secrets`} that everyone who has it can read: ${places(secrets)}`,
      {
        remedy:
          'Encrypt them (ansible-vault) or let them come from outside, and change those that are in Git already. What is no secret: # changeover: ignore RULE on its line.',
      },
    )
  }
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0 || tolerateErrors) return
  const { warnings, notices } = counts(findings)
  throw new UserError(
    'definitions_invalid',
    `The definitions are not good (errors: ${errors.length}, warnings: ${warnings}, notices: ${notices}): ${places(errors)}`,
    {
      remedy: 'See all of them with changeover validate, and mend the errors.',
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
