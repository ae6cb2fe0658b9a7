import { createHash } from 'node:crypto'
import type { Finding } from '../finding.js'

/**
 * Name each finding by what it says and not by where it stands, so that it keeps its name when other lines
 * move it. Equal ones are told apart by their order.
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

/** The same for equal findings of a file, wherever they stand. */
export function identityOf({ rule, file, message }: Pick<Finding, 'rule' | 'file' | 'message'>): string {
  return JSON.stringify([rule, file, message.replace(/\bline \d+/g, 'line')])
}
