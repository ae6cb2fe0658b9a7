import type { Finding } from '../lint/engine/finding.js'
import { count } from './figures.js'

/** `2 errors, 1 warning`. */
export function countsOf(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'notice'] as const).map((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length
    return n === 0 ? '' : count(n, severity)
  })
  return counts.filter(Boolean).join(', ') || 'No findings'
}
