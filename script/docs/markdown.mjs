// Parts of Markdown for the generated pages.

/** A table with aligned columns, as the formatter of the repository writes it. */
export function table(head, rows) {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => [...row[column]].length)),
  )
  const line = (cells) => `| ${cells.map((text, column) => padded(text, widths[column])).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

function padded(text, width) {
  return text + ' '.repeat(width - [...text].length)
}

/** A text as one cell of a table. */
export function cell(text) {
  return String(text).trim().replaceAll('\n', ' ').replaceAll('|', '\\|')
}

/** The text with new content between `<!-- begin name -->` and `<!-- end name -->`. Throws when the marks are missing. */
export function withPart(page, name, content) {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`]
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from === -1 || to < from) throw new Error(`The page has no "${begin}" followed by "${end}".`)
  return `${page.slice(0, from + begin.length)}\n${content}\n${page.slice(to)}`
}

/** A fenced block that holds any text, also one with fences in it. */
export function fenced(language, text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.replace(/\n?$/, '\n')}${fence}`
}
