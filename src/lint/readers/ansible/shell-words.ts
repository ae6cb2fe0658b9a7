/** One word of a line, without its quotes. */
export interface Word {
  text: string
  /** Offsets in the line: from the word's first character, quotes included, to behind its last. */
  start: number
  end: number
}

export interface Words {
  words: Word[]
  /** Why the line cannot be split, as Ansible would say it. */
  problem: string | undefined
  /** Where a comment cuts a word off (`secret#1`), as an offset. */
  cut: number | undefined
}

const BLANK = /[ \t\r\n]/

/**
 * Split a line into words as a POSIX shell does, with `#` as the beginning of a comment wherever it stands outside
 * of quotes: that is what Ansible does with the hosts of an inventory.
 */
export function shellWords(line: string): Words {
  const words: Word[] = []
  let at = 0
  while (at < line.length) {
    const char = line.charAt(at)
    if (BLANK.test(char)) at++
    else if (char === '#') break
    else {
      const { word, problem } = readWord(line, at)
      if (problem !== undefined) return { words, problem, cut: undefined }
      words.push(word)
      if (line.charAt(word.end) === '#') return { words, problem: undefined, cut: word.end }
      at = word.end
    }
  }
  return { words, problem: undefined, cut: undefined }
}

function readWord(line: string, start: number): { word: Word; problem?: string } {
  let text = ''
  let quote = ''
  let at = start
  for (; at < line.length; at++) {
    const char = line.charAt(at)
    if (quote === '' && (BLANK.test(char) || char === '#')) break
    if (char === '\\' && quote !== "'") {
      const next = line.charAt(++at)
      if (next === '')
        return { word: { text, start, end: at }, problem: 'nothing follows the last backslash' }
      // between double quotes a backslash is one, unless it escapes a quote or itself
      text += quote === '"' && next !== '"' && next !== '\\' ? `\\${next}` : next
    } else if (char === quote) quote = ''
    else if (quote === '' && (char === '"' || char === "'")) quote = char
    else text += char
  }
  const word = { text, start, end: at }
  return quote === '' ? { word } : { word, problem: 'a quote is not closed' }
}
