import type { CommandContext } from '../../../../src/drivers/command.js'

/** Where a probe of green is asked, while traffic is on blue. */
export function probeContext(overrides: Partial<CommandContext> = {}): CommandContext {
  return {
    environment: 'production',
    color: 'green',
    liveColor: 'blue',
    release: { version: '1', digest: 'sha256:0', folder: '/' },
    phase: 'verify',
    operation: 'o',
    variables: {},
    ...overrides,
  }
}
