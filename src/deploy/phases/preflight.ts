import type { GateSettings } from '../../../generated/manifest.js'
import { CommandFailed } from '../../drivers/command.js'
import type { Target } from '../../drivers/target.js'
import { OperationFailure } from '../ledger/failure.js'
import { type GateReport, type Step, targetOf } from './operation.js'

/**
 * Ask the gates, one after another, whether the deploy may begin. They are asked before `expand` and never again: once the
 * schema is expanded, they would answer a different question.
 *
 * Fails with `gate_failed` at the first gate that does not pass.
 */
export const preflight: Step = {
  phase: 'preflight',
  applies: ({ settings }) => (settings.gates ?? []).length > 0,
  async run(operation) {
    const { settings, ports, report, signal } = operation
    for (const gate of settings.gates ?? []) {
      const { answer, failure } = await ports.log.step(`Gate: ${gate.name}`, () =>
        ask(gate, targetOf(operation), signal),
      )
      report.gates.push(answer)
      if (!answer.passed) throw closed(gate, answer, failure)
    }
  },
}

/** @throws CommandFailed `cancelled` */
async function ask(
  gate: GateSettings,
  target: Target,
  signal: AbortSignal,
): Promise<{ answer: GateReport; failure?: CommandFailed }> {
  const { name, accept = [0] } = gate
  const started = performance.now()
  const answered = (exit_status: number | null): GateReport => {
    const passed = exit_status !== null && accept.includes(exit_status)
    return { name, passed, exit_status, duration_ms: Math.round(performance.now() - started) }
  }
  try {
    await target.run('preflight', gate, signal, `The gate "${name}"`, { CHANGEOVER_GATE: name })
    return { answer: answered(0) }
  } catch (error) {
    if (!(error instanceof CommandFailed) || error.code === 'cancelled') throw error
    const exitStatus = error.code === 'command_failed' ? error.exitCode : null // a gate that hangs has none
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
  const printed = tail.length > 0 ? ` Its last output: ${tail.join(' / ')}` : ''
  return new OperationFailure(
    'gate_failed',
    `The gate "${name}" did not pass. ${ended}${printed}`,
    `Nothing was changed. See the output of the gate above. It passes with exit status ${accept.join(' or ')}.`,
    failure,
  )
}
