/** The documents of a text that is JSON, or JSON Lines. @throws SyntaxError */
export function jsonDocuments(text: string): unknown[] {
  try {
    return [JSON.parse(text)]
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    if (lines.length < 2) throw error
    return lines.map((line): unknown => JSON.parse(line))
  }
}
