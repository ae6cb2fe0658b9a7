import { createHash } from 'node:crypto'
import type { Finding } from '../finding.js'

/**
 * Add fingerprints. They depend on the message and not on the line, so that they stay the same when other lines move the
 * finding. Equal findings are numbered in their order.
 *
 * @param findings sorted
 */
export function fingerprinted(findings: readonly Omit<Finding, 'fingerprint'>[]): Finding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const key = identityOf(finding)
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    const digest = createHash('sha256').update(`${key}${ordinal}`).digest('hex')
    return { ...finding, fingerprint: digest.slice(0, 32) }
  })
}

/** The same for equal findings of a file on any line. */
export function identityOf({ rule, file, message }: Pick<Finding, 'rule' | 'file' | 'message'>): string {
  return JSON.stringify([rule, file, message.replace(/\bline \d+/g, 'line')])
}
