import type { TestCounts } from '../platform/junit.js'

export type TestOutcome = 'passed' | 'failed' | 'blocked'

/** One test command of a service. */
export interface TestRun {
  name: string
  outcome: TestOutcome
  /** `passed`, or why the test failed. */
  reason:
    | 'passed'
    | 'command_failed'
    | 'timeout'
    | 'cases_failed'
    | 'report_missing'
    | 'report_unreadable'
    | 'no_tests_ran'
  exit_code: number | null
  duration_ms: number
  counts: TestCounts | null
  /** The failed cases, at most 50. */
  failures: { name: string; message: string }[]
}

export interface ServiceRun {
  service: string
  outcome: TestOutcome
  /** For `blocked`: the needed service that did not pass. */
  blocked_by: string | null
  runs: TestRun[]
}

/** Services that need only services of earlier stages. The last stage may be `together`. */
export interface StageRun {
  stage: number
  services: ServiceRun[]
}

/** The result of `staged-test`, part of the machine contract. */
export interface StagedTestResult {
  schema: 'changeover/test/v1'
  outcome: 'passed' | 'failed'
  reason:
    | 'all_passed'
    | 'tests_failed'
    | 'up_failed'
    | 'deploy_failed'
    | 'verify_failed'
    | 'down_failed'
    | 'cancelled'
  message: string
  environment: string
  release: { version: string; digest: string }
  stages: StageRun[]
  /** The needs of each tested service, for the diagram. It has only services that are tested. */
  needs: Record<string, string[]>
  duration_ms: number
}
