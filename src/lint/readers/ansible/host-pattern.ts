/** The hosts that one entry of an inventory names. */
export interface HostPattern {
  /** A single name, or all names of a range. */
  names: string[]
  port: string | undefined
  /** Why Ansible rejects the entry. */
  problem: string | undefined
}

/** Limits on hosts per line and ranges per name. Beyond them, a range is not expanded. */
const MAX_HOSTS = 10_000
const MAX_RANGES = 8
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const BRACKETED_PORT = /^\[(.+)\]:(\d+)$/
const PORT = /^((?:[^:[\]]|\[[^\]]*\])*):(\d+)$/
/** Labels, numbers and ranges: a looser version of Ansible's own pattern for host names. */
const ADDRESS = /^(?:[\p{L}\p{N}_.-]|\[[0-9a-z]+:[0-9a-z]+(?::\d+)?\])+$/iu
const IPV6 = /^(?:[0-9a-f]{0,4}:|\[[0-9a-f]+:[0-9a-f]+(?::\d+)?\]:){2,}(?:[0-9a-f.]*|\[[^\]]*\])$/i

/**
 * Reads `name`, `name:port`, `[address]:port` or `name[01:10]` as Ansible does.
 *
 * @param room how many more hosts to accept
 */
export function readHostPattern(written: string, room = MAX_HOSTS): HostPattern {
  const { address, port } = splitPort(written)
  if (!address.includes('[')) return { names: [address], port, problem: undefined }
  if (address.split('[').length - 1 > MAX_RANGES) return { names: [address], port, problem: undefined }
  const expansion: Expansion = { names: [], room: Math.min(room, MAX_HOSTS) }
  const problem = expand(address, expansion)
  if (problem !== undefined) return { names: [], port, problem }
  return { names: expansion.room < 0 ? [address] : expansion.names, port, problem: undefined }
}

function splitPort(written: string): { address: string; port: string | undefined } {
  const [, address, port] = BRACKETED_PORT.exec(written) ?? PORT.exec(written) ?? []
  // a text that is not an address keeps its colon
  if (address === undefined || !(ADDRESS.test(address) || IPV6.test(address))) {
    return { address: written, port: undefined }
  }
  return { address, port: port && String(Number(port)) }
}

interface Expansion {
  names: string[]
  /** How many more steps to take; below 0 when the limit was reached. */
  room: number
}

/** @returns why the pattern cannot be expanded */
function expand(pattern: string, expansion: Expansion): string | undefined {
  const open = pattern.indexOf('[')
  if (open === -1) {
    expansion.names.push(pattern)
    return undefined
  }
  const close = pattern.indexOf(']')
  if (close < open) return 'its brackets do not match'
  const steps = stepsOf(pattern.slice(open + 1, close).split(':'))
  if (typeof steps === 'string') return steps
  for (const step of steps) {
    if (--expansion.room < 0) return undefined
    const problem = expand(pattern.slice(0, open) + step + pattern.slice(close + 1), expansion)
    if (problem !== undefined) return problem
  }
  return undefined
}

function stepsOf(bounds: readonly string[]): Iterable<string> | string {
  const [first = '', last = '', stepText = '1'] = bounds
  if (bounds.length !== 2 && bounds.length !== 3)
    return 'a range has the form [first:last] or [first:last:step]'
  const begin = first === '' ? '0' : first
  if (last === '') return 'a range needs a last value'
  const step = Number(stepText)
  if (!/^\d+$/.test(stepText) || step === 0) return 'the step of a range must be a whole number above 0'
  const isPadded = begin.length > 1 && begin.startsWith('0')
  if (isPadded && begin.length !== last.length)
    return 'both ends of a zero-padded range must have the same length'
  if (/^[a-z]$/i.test(begin) && /^[a-z]$/i.test(last)) {
    const [from, to] = [LETTERS.indexOf(begin), LETTERS.indexOf(last)]
    if (from > to) return 'the first value of a range must come before the last'
    return [...LETTERS.slice(from, to + 1)].filter((_, index) => index % step === 0)
  }
  if (!/^\d+$/.test(begin) || !/^\d+$/.test(last)) return 'a range must consist of numbers or single letters'
  return numbers(Number(begin), Number(last), step, isPadded ? begin.length : 0)
}

function* numbers(first: number, last: number, step: number, width: number): Iterable<string> {
  for (let number = first; number <= last; number += step) yield String(number).padStart(width, '0')
}
