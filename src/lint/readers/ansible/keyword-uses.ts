import type { YamlEntry } from '../../../yaml/tree.js'
import { oncePer, type Use } from '../../engine/declared.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { nearest } from '../../engine/speller.js'
import { BLOCK_KEYWORDS, IMPORT_KEYWORDS, PLAY_KEYWORDS, TASK_KEYWORDS, TASK_SECTIONS } from './keywords.js'
import type { Project } from './project.js'

interface KeywordBase extends Use {
  file: string
  key: string
  /** The keyword that was probably meant. */
  meant: string | undefined
}

/** A key that Ansible does not know in a play, an import_playbook or a block. */
export type KeywordUse = KeywordBase &
  ({ verdict: 'unknown_in_play'; isImport: boolean } | { verdict: 'unknown_in_block' })

/** The unknown keys of plays and blocks. Unknown keys of tasks are modules. */
export const keywordUses = oncePer(function* ({ plays, blocks }: Project): Iterable<KeywordUse> {
  for (const { file, entries, imported } of plays) {
    const isImport = imported !== undefined
    const known = isImport ? IMPORT_KEYWORDS : PLAY_KEYWORDS
    // a list of mappings with hosts may belong to another tool
    const isSurelyPlay = isImport || [...TASK_SECTIONS, 'roles'].some((section) => entries.has(section))
    for (const { key, keyRange: range } of unknownEntries(entries, known)) {
      const meant = nearest(key, known)
      if (isSurelyPlay || meant) yield { verdict: 'unknown_in_play', file, range, key, meant, isImport }
    }
  }
  for (const { file, entries } of blocks) {
    for (const { key, keyRange: range } of unknownEntries(entries, BLOCK_KEYWORDS)) {
      const meant = TASK_KEYWORDS.has(key) ? undefined : nearest(key, BLOCK_KEYWORDS)
      yield { verdict: 'unknown_in_block', file, range, key, meant }
    }
  }
})

function unknownEntries(entries: ReadonlyMap<string, YamlEntry>, known: ReadonlySet<string>): YamlEntry[] {
  return [...entries.values()].filter(({ key }) => !known.has(key) && !isTemplatedValue(key))
}
