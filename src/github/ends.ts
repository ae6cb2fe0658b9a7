import { isGood } from '../deploy/ledger/outcome.js'
import type { OperationResult } from '../deploy/operations/result.js'
import type { RollbackPlan } from '../deploy/operations/rollback-plan.js'
import type { Severity, ValidateResult } from '../lint/engine/finding.js'
import { type FailOn, failing, failingSeverities } from '../lint/engine/finding.js'
import type { PackageResult } from '../release/result.js'
import type { StagedTestResult } from '../staged-test/result.js'
import type { Outputs } from './action-io.js'
import type { FindingsFiles } from './findings.js'

/** The outputs and the failure of an action, from the results of the core: one function for each kind of result. */

/** A job's outputs are limited to 1 MB in all. The summary and the counts cover the findings beyond this number. */
const MOST_FINDINGS = 1_000

export function validateOutputs(result: ValidateResult, files: FindingsFiles): Outputs<'validate'> {
  const count = (severity: Severity) =>
    result.findings.filter((finding) => finding.severity === severity).length
  return {
    ...ending({ ...result, findings: result.findings.slice(0, MOST_FINDINGS) }),
    errors: count('error'),
    warnings: count('warning'),
    notices: count('notice'),
    ...files,
  }
}

/** Why a validation fails: it has findings of severity `failOn` or worse. */
export function validateFailure({ findings, base }: ValidateResult, failOn: FailOn): string | undefined {
  const n = failing(findings, failOn).length
  const which = failingSeverities(failOn).join(' or ')
  const since = base === null ? '' : ' that this change introduces'
  return n === 0 ? undefined : `${n} findings of severity ${which}${since}.`
}

export function packageOutputs(result: PackageResult): Outputs<'package'> {
  const { version, digest, path, stored, provenance, dependencies } = result
  return {
    ...ending({ ...result, reason: 'completed' }),
    ...{ version, digest, archive: path, path },
    artifactId: stored?.id,
    url: stored?.url,
    statementPath: provenance?.statement,
    dependenciesPath: dependencies?.path,
    bundlePath: provenance?.bundle,
    attestationId: provenance?.attestation_id,
    attestationUrl: provenance?.attestation_url,
  }
}

export function stagedTestOutputs(result: StagedTestResult): Outputs<'staged-test'> {
  const services = result.stages.flatMap((stage) => stage.services)
  const passed = services.filter((service) => service.outcome === 'passed').length
  return { ...ending(result), passed, failed: services.length - passed }
}

export function stagedTestFailure(result: StagedTestResult): string | undefined {
  return result.outcome === 'passed' ? undefined : result.message
}

export function operationOutputs(result: OperationResult): Outputs<'deploy'> {
  const { live, operation } = result
  return {
    ...ending(result),
    liveColor: live?.color ?? null,
    liveVersion: live?.release.version ?? null,
    operation,
  }
}

export function rollbackOutputs(result: OperationResult): Outputs<'rollback'> {
  return { ...operationOutputs(result), pullRequest: result.revert?.url ?? null }
}

/** The outputs of a dry run. It does not shift traffic. */
export function planOutputs(plan: RollbackPlan): Outputs<'rollback'> {
  return { ...ending(plan), liveColor: plan.from, operation: null, pullRequest: null }
}

export function planFailure(plan: RollbackPlan): string | undefined {
  return plan.outcome === 'possible' ? undefined : failureOf(plan)
}

export function operationFailure(result: OperationResult): string | undefined {
  if (isGood(result)) return undefined
  return failureOf(result)
}

function failureOf({
  outcome,
  reason,
  message,
  remedy,
}: Pick<OperationResult, 'reason' | 'message' | 'remedy'> & { outcome: string }): string {
  return `${outcome} (${reason}): ${message}${remedy === null ? '' : ` ${remedy}`}`
}

function ending<Result extends { outcome: string; reason: string }>(result: Result) {
  return { outcome: result.outcome, reason: result.reason, result: JSON.stringify(result) }
}
