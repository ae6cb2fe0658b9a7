import type { ProbeSettings } from '../../manifest/manifest.generated.js'
import { duration, expand } from '../../manifest/values.js'
import type { Shell } from '../../platform/shell.js'
import type { CommandContext } from '../command.js'
import type { ScheduledProbe } from './ask.js'
import { httpProbe } from './http.js'
import { runProbe } from './run.js'

/**
 * The probes that the manifest asks for, with the names in their addresses filled in and the defaults of its schema.
 *
 * @throws UserError `variable_missing`
 */
export function createProbes(
  settings: readonly ProbeSettings[],
  context: CommandContext,
  shell: Shell,
): ScheduledProbe[] {
  return settings.map((probe, index) => createProbe(probe, `verify[${index}]`, context, shell))
}

function createProbe(
  settings: ProbeSettings,
  where: string,
  context: CommandContext,
  shell: Shell,
): ScheduledProbe {
  const { http, run = '', every, timeout, passes = 1, failures = 10 } = settings
  const name = settings.name ?? http?.url ?? settings.run ?? where
  const timeoutMs = duration(timeout, '5s')
  const schedule = { everyMs: duration(every, '1s'), passes, failures }
  if (!http) return { probe: runProbe({ name, run, timeoutMs, context }, shell), schedule }
  const url = expand(http.url, context.variables, `${where}.http.url`)
  return { probe: httpProbe({ ...http, url, name, timeoutMs }), schedule }
}
