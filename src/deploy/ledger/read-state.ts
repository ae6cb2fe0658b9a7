import validate from '../../../generated/ledger-validator.js'
import { messageOf } from '../../platform/errors.js'
import type { State } from './state.js'

/** A hundred times what 50 operations and the settings of two releases take. */
const LIMIT_BYTES = 4 * 1024 * 1024

/** The ledger does not contain a valid state of this environment. */
export class StateUnreadable extends Error {}

/**
 * Read and check a `state.json`.
 *
 * @param parent the `state.json` of the record before, which must have a smaller serial
 * @throws StateUnreadable
 */
export function decodeState(content: Buffer | undefined, environment: string, parent?: Buffer): State {
  if (!content) throw new StateUnreadable('it has no state.json')
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
    throw new StateUnreadable(`state.json belongs to another environment, "${state.environment}"`)
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
    throw new StateUnreadable(`state.json is not valid JSON: ${messageOf(error)}`)
  }
}

/** The serial; `undefined` for an invalid state: the next record may have been made to repair it. */
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
