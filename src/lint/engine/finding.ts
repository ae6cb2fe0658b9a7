import type { OpenStackRelease } from '../../openstack/releases.js'

/** The kind of a definition, recognized by its content and its path. */
export type Kind =
  | 'heat'
  | 'heat_environment'
  | 'openstack_ansible'
  | 'kolla_ansible'
  | 'ansible'
  | 'oslo_config'
  | 'clouds'
  | 'haproxy'
  | 'manifest'
  | 'yaml'

/** Why a file is not checked. */
export type SkipReason =
  /** Its name is not that of a definition. */
  | 'other_name'
  /** It has the name of a definition, but other content: a dotenv file, another tool's template. */
  | 'other_content'
  /** `validate.ignore` matches it. */
  | 'ignored'
  /** Git lists it, but it is deleted or a broken link. */
  | 'gone'
  /** A link out of the folder. */
  | 'link_outside'
  /** A folder, a submodule, a socket, a pipe or a device. */
  | 'no_regular_file'
  /** Its name is not UTF-8, so a finding could not name it. */
  | 'name_encoding'

export type Severity = 'error' | 'warning' | 'notice'

/** One problem in a definition. */
export interface Finding {
  /** `<kind>/<rule>`. */
  rule: string
  severity: Severity
  /** What is wrong, in one sentence. */
  message: string
  /** What to do about it, in one sentence. */
  help: string
  /** Relative to the checked folder, with `/`. */
  file: string
  line: number
  column: number
  end_line: number
  end_column: number
  /** The same for the same problem in another revision, even on other lines. */
  fingerprint: string
}

/** The OpenStack release that the definitions are checked against, and its source. Part of the machine contract. */
export interface OpenStackReleaseChoice {
  name: OpenStackRelease
  from: 'flag' | 'manifest' | 'detected' | 'newest'
  /** Whether the release is only a guess: see `Facts.isAssumed`. */
  assumed: boolean
  /** Where it was detected. */
  file?: string
  line?: number
  /** Why it is only assumed, although a file names a release. */
  note?: string
}

/** How one of the repository's own linters ended. Part of the machine contract. */
export interface LinterRun {
  name: string
  /** `clean` and `findings` come from its report. Every other reason is an error, whatever the report contains. */
  reason:
    | 'clean'
    | 'findings'
    | 'command_failed'
    | 'timeout'
    | 'not_started'
    | 'report_missing'
    | 'report_unreadable'
    | 'report_incomplete'
  /** `null` when a signal ended it, or when it did not start. */
  exit_code: number | null
  duration_ms: number
  /** The number of its findings. */
  findings: number
  /** The file with its whole output, when it is kept. */
  log: string | null
}

/** The result of `validate`, part of the machine contract. */
export interface ValidateResult {
  schema: 'changeover/validate/v1'
  /** `failed` with at least one finding of severity error. */
  outcome: 'passed' | 'failed'
  reason: 'clean' | 'warnings_only' | 'errors_found' | 'nothing_to_check' | 'nothing_new'
  /** The release that the definitions were checked against. */
  openstack_release: OpenStackReleaseChoice
  /** For an upgrade: the findings exist in this release, but not in the present one. */
  target_release?: OpenStackRelease
  files: { checked: number; skipped: number }
  /** How many files were skipped for each reason. */
  skipped: Partial<Record<SkipReason, number>>
  /** How many files of each kind were checked. */
  kinds: Partial<Record<Kind, number>>
  /** Sorted by file, line and column. With a `base`, only those that the change introduced. */
  findings: Finding[]
  /** The repository's own linters, when they ran, in the order of the manifest. */
  linters?: LinterRun[]
  /** The revision that the findings were compared with; `null` when all findings are reported. */
  base: ComparedBase | null
}

/** A revision whose findings are not reported. */
export interface ComparedBase {
  /** As given by the user. */
  ref: string
  /** The commit that was compared with: the merge base of HEAD and `ref`. */
  commit: string
  /** The number of findings that existed before and still exist. */
  known: number
}

/** The lowest severity that makes validate fail. */
export type FailOn = Severity | 'never'

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'notice']

export const FAIL_ON: readonly FailOn[] = [...WORST_FIRST, 'never']

/** The severities that make validate fail. */
export function failingSeverities(failOn: FailOn): readonly Severity[] {
  return failOn === 'never' ? [] : WORST_FIRST.slice(0, WORST_FIRST.indexOf(failOn) + 1)
}

/** The findings that make validate fail. */
export function failing(findings: readonly Finding[], failOn: FailOn): Finding[] {
  const severities = failingSeverities(failOn)
  return findings.filter(({ severity }) => severities.includes(severity))
}

/** Sorted by severity, the most severe first, otherwise in their order. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return WORST_FIRST.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}
