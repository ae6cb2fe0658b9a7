import type { Word } from '../../../readers/haproxy/words.js'

export interface Named {
  file: string
  word: Word
  title: string
}

export function placeOf({ file, word }: Pick<Named, 'file' | 'word'>, seenFrom: string): string {
  const { line } = word.range.start
  return file === seenFrom ? `line ${line}` : `${file}, line ${line}`
}
