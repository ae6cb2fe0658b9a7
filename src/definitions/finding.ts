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

/** The result of `validate`, part of the machine contract. */
export interface ValidateResult {
  schema: 'changeover/validate/v1'
  /** `failed` when there is at least one finding of severity error. */
  outcome: 'passed' | 'failed'
  reason: 'clean' | 'warnings_only' | 'errors_found' | 'nothing_to_check'
  files: { checked: number; skipped: number }
  /** How many files of each kind were checked. */
  kinds: Partial<Record<Kind, number>>
  /** Sorted by file, line, column. */
  findings: Finding[]
}
