import type { YamlFile } from '../yaml/parse.js'
import type { Range } from '../yaml/source.js'
import { asMapping, type YamlMapping } from '../yaml/tree.js'
import type { Kind } from './finding.js'

/** One file, read and recognized once; every rule looks at this. */
export interface Definition {
  /** Relative to the folder that was asked about, with `/`. */
  path: string
  kind: Kind
  /** Empty when the file cannot be read as text. */
  text: string
  /** The parsed content; `undefined` when there is none to look at: see `unread`. */
  yaml: YamlFile | undefined
  /** Why the content stays unread: it cannot be read, or there is nothing to be said about it. */
  unread: Unreadable | 'vault' | 'template' | undefined
}

/** Content that is not text of a reasonable size. */
export interface Unreadable {
  reason: 'too-large' | 'binary' | 'encoding'
  range: Range
}

/** The mapping that a file of a single document consists of. */
export function rootMapping(definition: Pick<Definition, 'yaml'>): YamlMapping | undefined {
  const documents = definition.yaml?.documents ?? []
  return documents.length === 1 ? asMapping(documents[0]) : undefined
}
