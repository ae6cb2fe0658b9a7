import { createHash } from 'node:crypto'
import type { Finding } from './finding.js'

/**
 * Name each finding by what it says and not by where it stands, so that it keeps its name when other lines
 * move it. Equal ones are told apart by their order.
 *
 * @param findings sorted
 */
export function fingerprinted(findings: readonly Omit<Finding, 'fingerprint'>[]): Finding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const message = finding.message.replace(/\bline \d+/g, 'line')
    const key = JSON.stringify([finding.rule, finding.file, message])
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    const digest = createHash('sha256').update(`${key}${ordinal}`).digest('hex')
    return { ...finding, fingerprint: digest.slice(0, 32) }
  })
}
