import type { RollingStep } from '../../../generated/manifest.js'
import type { Site } from '../../drivers/target.js'
import { OperationFailure } from '../ledger/failure.js'

/** What a batch's names may take in one environment variable; the kernel allows 128 KiB. */
const MAX_BATCH_BYTES = 100_000
const MAX_PRINTED_BYTES = 1024 * 1024
const MAX_HOSTS = 10_000
/** They go into commands of the user's, such as `--limit`: nothing that could be taken for an option or more than one. */
const HOST = /^(?!-)[A-Za-z0-9._:-]{1,253}$/

/**
 * The hosts of a step in their order, each once: as the manifest lists them, or as its command prints them.
 *
 * @throws OperationFailure `hosts_invalid` when there is none, or a name that no host has; CommandFailed
 */
export async function hostsOf(step: RollingStep, site: Site, signal: AbortSignal): Promise<string[]> {
  const { name, hosts } = step
  if (Array.isArray(hosts)) return hosts
  const names = { CHANGEOVER_STEP: name }
  const title = `The hosts command of ${name}`
  const printed = await site.print('rolling', hosts, signal, title, names, MAX_PRINTED_BYTES)
  if (printed.length > MAX_PRINTED_BYTES) throw invalid(name, 'printed more than 1 MiB')
  const lines = printed.toString('utf8').split('\n')
  const found = new Set(lines.map((line) => line.trim()).filter(Boolean))
  if (found.size === 0) throw invalid(name, 'printed no host')
  if (found.size > MAX_HOSTS) throw invalid(name, `printed ${found.size} hosts, more than ${MAX_HOSTS}`)
  for (const host of found) {
    if (!HOST.test(host)) throw invalid(name, `printed ${shown(host)}, which is no name of a host`)
  }
  return [...found]
}

/**
 * Hosts in batches. The sizes are those of the batches in turn, and the last one repeats; a part is one of all hosts,
 * rounded down, and at least one.
 *
 * @throws OperationFailure `hosts_invalid` when the names of a batch are too long for one variable
 */
export function batchesOf(step: RollingStep, hosts: readonly string[]): string[][] {
  const { name, batch = 1 } = step
  const sizes = Array.isArray(batch) ? batch : [batch]
  const batches: string[][] = []
  for (let at = 0; at < hosts.length; ) {
    const size = sizes[Math.min(batches.length, sizes.length - 1)] ?? 1
    const next = hosts.slice(at, at + hostsIn(size, hosts.length))
    if (next.join(',').length > MAX_BATCH_BYTES) {
      throw new OperationFailure(
        'hosts_invalid',
        `A batch of ${name} has ${next.length} hosts, whose names are too long for one variable.`,
        'Make the batches smaller.',
      )
    }
    batches.push(next)
    at += next.length
  }
  return batches
}

function hostsIn(size: number | string, all: number): number {
  if (typeof size === 'number') return size
  return Math.max(1, Math.floor((all * Number.parseInt(size, 10)) / 100))
}

/** Hosts for people, in one line. */
export function hostsText(hosts: readonly string[], most = 20): string {
  const more = hosts.length > most ? ` and ${hosts.length - most} more` : ''
  return `${hosts.slice(0, most).join(', ')}${more}`
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

function invalid(step: string, what: string): OperationFailure {
  return new OperationFailure(
    'hosts_invalid',
    `The hosts command of ${step} ${what}.`,
    'It must print one host a line on standard output: letters, digits, dots, colons, dashes and underscores. Notes belong to standard error.',
  )
}
