import type { YamlFile } from '../../yaml/parse.js'
import type { Range } from '../../yaml/source.js'
import { asMapping, type YamlMapping } from '../../yaml/tree.js'
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
  /**
   * Whether it is the template of a definition: Jinja blocks are blanked out in `yaml`, and expressions that are not
   * inside quotes are filled with {@link PLACEHOLDER}, so that all places stay the same. What is found in it is less
   * certain, so an `error` counts as a `warning`.
   */
  templated?: boolean
  /** Why the content stays unread: it cannot be read, or there is nothing to be said about it. */
  unread: Unreadable | 'vault' | 'template' | undefined
}

/** Stands for each character of a Jinja expression whose value only Ansible knows. */
export const PLACEHOLDER = '\uE000'

/** Whether a value is, or holds, something that only Ansible can fill in. */
export function isTemplatedValue(text: string): boolean {
  return text.includes('{{') || text.includes('{%') || text.includes(PLACEHOLDER)
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
