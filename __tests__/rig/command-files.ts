/** Reads what an action appends to GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV, as the runner does. */
export function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const heredoc = /^([^=]*?)<<(.+)$/.exec(line)
    if (!heredoc) {
      const equals = line.indexOf('=')
      if (equals < 1) throw new Error(`Invalid format '${line}'`)
      values[line.slice(0, equals)] = line.slice(equals + 1)
      continue
    }
    const [, name = '', delimiter] = heredoc
    const end = lines.indexOf(delimiter ?? '', at + 1)
    if (name === '' || end === -1) throw new Error(`Invalid value: no end of "${line}"`)
    values[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return values
}
