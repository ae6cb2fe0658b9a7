/** What stands where an inventory names a host. */
export interface HostPattern {
  /** One name, or all names of a range. */
  names: string[]
  port: string | undefined
  /** Why Ansible refuses it. */
  problem: string | undefined
}

/** More hosts than anybody writes in one line, and more ranges in one name; beyond it a range stays unexpanded. */
const MAX_HOSTS = 10_000
const MAX_RANGES = 8
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const BRACKETED_PORT = /^\[(.+)\]:(\d+)$/
const PORT = /^((?:[^:[\]]|\[[^\]]*\])*):(\d+)$/
/** Each label a name, a number or a range; the looser spelling of Ansible's own test for host names. */
const ADDRESS = /^(?:[\p{L}\p{N}_.-]|\[[0-9a-z]+:[0-9a-z]+(?::\d+)?\])+$/iu
const IPV6 = /^(?:[0-9a-f]{0,4}:|\[[0-9a-f]+:[0-9a-f]+(?::\d+)?\]:){2,}(?:[0-9a-f.]*|\[[^\]]*\])$/i

/**
 * Read `name`, `name:port`, `[address]:port` or `name[01:10]`, as Ansible does.
 *
 * @param room how many hosts the file may still have
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
  // what is no address at all stays as it is, colon included
  if (address === undefined || !(ADDRESS.test(address) || IPV6.test(address))) {
    return { address: written, port: undefined }
  }
  return { address, port: port && String(Number(port)) }
}

interface Expansion {
  names: string[]
  /** Steps that may still be taken; below 0 when they were too few. */
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
  if (close < open) return 'a bracket is not closed, or closed before it is opened'
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
    return 'a range is written [first:last] or [first:last:step]'
  const begin = first === '' ? '0' : first
  if (last === '') return 'a range needs its last value'
  const step = Number(stepText)
  if (!/^\d+$/.test(stepText) || step === 0) return 'the step of a range is a whole number above 0'
  const isPadded = begin.length > 1 && begin.startsWith('0')
  if (isPadded && begin.length !== last.length) return 'both ends of a padded range have the same length'
  if (/^[a-z]$/i.test(begin) && /^[a-z]$/i.test(last)) {
    const [from, to] = [LETTERS.indexOf(begin), LETTERS.indexOf(last)]
    if (from > to) return 'the first value of a range comes before the last'
    return [...LETTERS.slice(from, to + 1)].filter((_, index) => index % step === 0)
  }
  if (!/^\d+$/.test(begin) || !/^\d+$/.test(last)) return 'a range goes over numbers or over single letters'
  return numbers(Number(begin), Number(last), step, isPadded ? begin.length : 0)
}

function* numbers(first: number, last: number, step: number, width: number): Iterable<string> {
  for (let number = first; number <= last; number += step) yield String(number).padStart(width, '0')
}
