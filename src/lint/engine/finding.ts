import type { OpenStackRelease } from '../../openstack/releases.js'

/** What a definition is, from its content and its place. */
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

/** Why a file is not looked into. */
export type SkipReason =
  /** Its name is none that definitions have. */
  | 'other_name'
  /** Its name is, but it holds something else: a dotenv file, another tool's template. */
  | 'other_content'
  /** `validate.ignore` says so. */
  | 'ignored'
  /** Git lists it, but it is deleted, or a link that leads nowhere. */
  | 'gone'
  /** A link that leads out of the folder. */
  | 'link_outside'
  /** A folder, a submodule, a socket, a pipe or a device. */
  | 'no_regular_file'
  /** Its name is not UTF-8, so that nobody could write down where a finding is. */
  | 'name_encoding'

export type Severity = 'error' | 'warning' | 'notice'

/** One problem in a definition. */
export interface Finding {
  /** `<kind>/<rule>`. */
  rule: string
  severity: Severity
  /** What is wrong here, in one sentence. */
  message: string
  /** What to do about it, in one sentence. */
  help: string
  /** Relative to the folder that was asked about, with `/`. */
  file: string
  line: number
  column: number
  end_line: number
  end_column: number
  /** The same for the same problem in another revision, also when it moved to other lines. */
  fingerprint: string
}

/** Which OpenStack release the definitions are held to, and how it was found; part of the machine contract. */
export interface OpenStackReleaseChoice {
  name: OpenStackRelease
  from: 'flag' | 'manifest' | 'detected' | 'newest'
  /** Whether nobody said it for sure: see `Facts.isAssumed`. */
  assumed: boolean
  /** Where it was detected. */
  file?: string
  line?: number
  /** Why it is only assumed although a file names one. */
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
  /** `failed` when there is at least one finding of severity error. */
  outcome: 'passed' | 'failed'
  reason: 'clean' | 'warnings_only' | 'errors_found' | 'nothing_to_check' | 'nothing_new'
  /** The release that the definitions were held to, and who said so. */
  openstack_release: OpenStackReleaseChoice
  /** When it was asked what an upgrade breaks: the findings hold for this release, and not for the present one. */
  target_release?: OpenStackRelease
  files: { checked: number; skipped: number }
  /** How many files were skipped for each reason. */
  skipped: Partial<Record<SkipReason, number>>
  /** How many files of each kind were checked. */
  kinds: Partial<Record<Kind, number>>
  /** Sorted by file, line, column; with a `base`, only those that the change brought in. */
  findings: Finding[]
  /** The repository's own linters, when they ran, in the order of the manifest. */
  linters?: LinterRun[]
  /** What the findings were compared with; `null` when they are all that there are. */
  base: ComparedBase | null
}

/** A revision whose findings are not reported again. */
export interface ComparedBase {
  /** As it was asked for. */
  ref: string
  /** The commit that was compared with: where HEAD left `ref`. */
  commit: string
  /** How many findings were there before, and still are. */
  known: number
}
