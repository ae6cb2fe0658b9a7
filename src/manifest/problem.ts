import type { Range } from '../yaml/source.js'

/** Something wrong in a changeover.yml. */
export interface ManifestProblem {
  rule: 'syntax' | 'schema' | 'unknown-key' | 'reference'
  message: string
  help: string
  range: Range
}
