import type { Finding, Severity } from './finding.js'

/** The mildest finding that makes a check fail. */
export type FailOn = Severity | 'never'

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'notice']

export const FAIL_ON: readonly FailOn[] = [...WORST_FIRST, 'never']

/** The severities that make a check fail. */
export function failingSeverities(failOn: FailOn): readonly Severity[] {
  return failOn === 'never' ? [] : WORST_FIRST.slice(0, WORST_FIRST.indexOf(failOn) + 1)
}

/** The findings that make a check fail. */
export function failing(findings: readonly Finding[], failOn: FailOn): Finding[] {
  const severities = failingSeverities(failOn)
  return findings.filter(({ severity }) => severities.includes(severity))
}

/** The worst first, otherwise in their order. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return WORST_FIRST.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}
