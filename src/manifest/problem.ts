import type { Range } from '../yaml/source.js'
import type { YamlPath } from '../yaml/tree.js'

/** Something wrong in a changeover.yml. */
export interface ManifestProblem {
  rule: 'syntax' | 'schema' | 'unknown-key' | 'reference'
  message: string
  help: string
  range: Range
}

/** Takes a problem at a path of the manifest, with what to do about it. */
export type Report = (path: YamlPath, message: string, help: string) => void
