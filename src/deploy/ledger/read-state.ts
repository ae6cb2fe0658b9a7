import validate from '../../../generated/ledger-validator.js'
import { messageOf } from '../../platform/errors.js'
import type { State } from './state.js'

/** More than any environment needs: 50 operations and the settings of two releases take a hundredth of it. */
const LIMIT_BYTES = 4 * 1024 * 1024

/** What a ledger holds is no state of this environment. */
export class StateUnreadable extends Error {}

/**
 * The state that a `state.json` holds.
 *
 * @param parent the `state.json` before it, of which it must be a later one
 * @throws StateUnreadable
 */
export function decodeState(content: Buffer | undefined, environment: string, parent?: Buffer): State {
  if (!content) throw new StateUnreadable('it holds no state.json')
  if (content.length > LIMIT_BYTES) {
    throw new StateUnreadable(`state.json has ${content.length} bytes, more than 4 MiB`)
  }
  const data = parsed(content)
  if (!validate(data)) {
    const [first] = validate.errors ?? []
    throw new StateUnreadable(`state.json${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`)
  }
  const state = data as State
  if (state.environment !== environment) {
    throw new StateUnreadable(`state.json is that of another environment, "${state.environment}"`)
  }
  const before = serialOf(parent)
  if (before !== undefined && state.serial <= before) {
    throw new StateUnreadable(`state.json/serial went from ${before} back to ${state.serial}`)
  }
  return state
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch (error) {
    throw new StateUnreadable(`state.json is no JSON: ${messageOf(error)}`)
  }
}

/** Of a state that cannot be read nothing is expected: the next one may have been made to put it right. */
function serialOf(content: Buffer | undefined): number | undefined {
  if (!content || content.length > LIMIT_BYTES) return undefined
  try {
    const data: unknown = JSON.parse(content.toString('utf8'))
    const serial = typeof data === 'object' && data !== null && 'serial' in data ? data.serial : undefined
    return typeof serial === 'number' ? serial : undefined
  } catch {
    return undefined
  }
}
