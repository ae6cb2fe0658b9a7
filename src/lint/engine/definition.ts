import type { YamlFile } from '../../yaml/parse.js'
import type { Range } from '../../yaml/source.js'
import { asMapping, type YamlMapping } from '../../yaml/tree.js'
import type { Kind } from './finding.js'

/** One file, read and recognized once for all rules. */
export interface Definition {
  /** Relative to the checked folder, with `/`. */
  path: string
  kind: Kind
  /** Empty when the file is not text. */
  text: string
  /** The parsed content; `undefined` when the file is not YAML or was not read: see `unread`. */
  yaml: YamlFile | undefined
  /**
   * Whether it is a Jinja template of a definition. In `yaml`, blocks are blanked out, and expressions outside quotes are
   * replaced by {@link PLACEHOLDER}, so that all positions stay the same. Findings are less certain: an `error` becomes a
   * `warning`.
   */
  templated?: boolean
  /** Why the content is not checked: it cannot be read, is encrypted, or is another kind of template. */
  unread: Unreadable | 'vault' | 'template' | undefined
}

/** Replaces each character of a Jinja expression whose value only Ansible knows. */
export const PLACEHOLDER = '\uE000'

/** Whether a value contains something that only Ansible can fill in. */
export function isTemplatedValue(text: string): boolean {
  return text.includes('{{') || text.includes('{%') || text.includes(PLACEHOLDER)
}

/** Content that is not text, or is too large. */
export interface Unreadable {
  reason: 'too-large' | 'binary' | 'encoding'
  range: Range
}

/** The top-level mapping of a file with a single document. */
export function rootMapping(definition: Pick<Definition, 'yaml'>): YamlMapping | undefined {
  const documents = definition.yaml?.documents ?? []
  return documents.length === 1 ? asMapping(documents[0]) : undefined
}
