import type { GateSettings } from '../../../generated/manifest.js'
import { CommandFailed } from '../../drivers/command.js'
import type { Site } from '../../drivers/target.js'
import { OperationFailure } from '../ledger/failure.js'
import type { DeployRun } from './deploy-run.js'
import { hasToDo } from './phases.js'
import type { GateReport } from './result.js'

/**
 * Ask the gates, one after another, whether the upgrade may begin. Once `expand` has begun they would answer something else,
 * so that they are asked before it and never again.
 *
 * @throws OperationFailure `gate_failed` by the first that does not let pass; CommandFailed `cancelled`
 */
export async function askGates(site: Site, run: DeployRun): Promise<void> {
  const { settings, journal, ports, report, signal } = run
  const { gates = [] } = settings
  if (gates.length === 0 || !hasToDo(journal, 'preflight')) return
  await journal.enter('preflight')
  for (const gate of gates) {
    const { answer, failure } = await ports.log.step(`Gate: ${gate.name}`, () => ask(gate, site, signal))
    report.gates.push(answer)
    if (!answer.passed) throw closed(gate, answer, failure)
  }
}

/** What a gate says; one that hangs has no exit status. */
async function ask(
  gate: GateSettings,
  site: Site,
  signal: AbortSignal,
): Promise<{ answer: GateReport; failure?: CommandFailed }> {
  const { name, accept = [0] } = gate
  const started = performance.now()
  const answered = (exit_status: number | null): GateReport => {
    const passed = exit_status !== null && accept.includes(exit_status)
    return { name, passed, exit_status, duration_ms: Math.round(performance.now() - started) }
  }
  try {
    await site.run('preflight', gate, signal, `The gate "${name}"`, { CHANGEOVER_GATE: name })
    return { answer: answered(0) }
  } catch (error) {
    if (!(error instanceof CommandFailed) || error.code === 'cancelled') throw error
    const exitStatus = error.code === 'command_failed' ? error.exitCode : null
    return { answer: answered(exitStatus), failure: error }
  }
}

function closed(
  { name, accept = [0] }: GateSettings,
  { exit_status }: GateReport,
  failure: CommandFailed | undefined,
): OperationFailure {
  const ended =
    failure?.code === 'command_timeout'
      ? failure.message
      : `It ended with exit status ${exit_status ?? 'unknown'}.`
  const tail = failure?.tail.slice(-3) ?? []
  const printed = tail.length > 0 ? ` It printed last: ${tail.join(' / ')}` : ''
  return new OperationFailure(
    'gate_failed',
    `The gate "${name}" does not let this upgrade begin. ${ended}${printed}`,
    `Nothing was changed. See its output above; it lets pass with exit status ${accept.join(' or ')}.`,
    failure,
  )
}
